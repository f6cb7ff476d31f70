//! The rules of CopyObject.

use serde_json::json;

use super::super::list::bench::Bench;

const DAY: &str = "2026-01-02T00:00:00Z";

#[test]
fn a_copy_keeps_metadata_and_tags_unless_told_to_replace_them_but_is_standard() {
    let mut bench = Bench::new();
    bench.ok(
        "PutObject",
        json!({"Key": "a", "ContentType": "text/plain", "Metadata": {"x": "1"}, "Tagging": "t=1", "StorageClass": "STANDARD_IA"}),
    );
    let answer = bench.ok("CopyObject", json!({"Key": "b", "CopySource": "lab/a"}));
    assert_eq!(answer["CopyObjectResult"]["ETag"], "\"d41d8cd98f00b204e9800998ecf8427e\"");
    assert!(answer["CopyObjectResult"]["ChecksumCRC64NVME"].is_string());
    let head = bench.ok("HeadObject", json!({"Key": "b"}));
    assert_eq!(
        (&head["ContentType"], &head["Metadata"], head.get("StorageClass"), &head["TagCount"]),
        (&json!("text/plain"), &json!({"x": "1"}), None, &json!(1))
    );
    let replaced = json!({"Key": "b", "CopySource": "lab/a", "MetadataDirective": "REPLACE", "Metadata": {"y": "2"}, "TaggingDirective": "REPLACE", "Tagging": "u=2&v=3"});
    bench.ok("CopyObject", replaced);
    let head = bench.ok("HeadObject", json!({"Key": "b"}));
    assert_eq!(
        (&head["ContentType"], &head["Metadata"], &head["TagCount"]),
        (&json!("binary/octet-stream"), &json!({"y": "2"}), &json!(2))
    );
    assert_eq!(bench.refused("CopyObject", json!({"Key": "b", "CopySource": "lab/a", "MetadataDirective": "KEEP"})), "InvalidArgument");
}

#[test]
fn an_object_is_not_copied_onto_itself_unless_something_changes() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let error = bench.call("CopyObject", json!({"Key": "k", "CopySource": "lab/k"})).unwrap_err();
    assert_eq!(&*error.code, "InvalidRequest");
    assert!(error.message.starts_with("This copy request is illegal because it is trying to copy an object to itself without changing"));
    for (member, value) in [
        ("MetadataDirective", "REPLACE"),
        ("StorageClass", "STANDARD_IA"),
        ("ServerSideEncryption", "AES256"),
        ("WebsiteRedirectLocation", "/x"),
    ] {
        let mut params = json!({"Key": "k", "CopySource": "lab/k"});
        params[member] = json!(value);
        bench.ok("CopyObject", params);
    }
}

#[test]
fn an_old_version_comes_back_by_copying_it_onto_its_key() {
    let mut bench = Bench::versioned();
    let old = bench.put("k", 1)["VersionId"].clone();
    bench.put("k", 2);
    let source = format!("lab/k?versionId={}", old.as_str().unwrap());
    let answer = bench.ok("CopyObject", json!({"Key": "k", "CopySource": source}));
    assert_eq!(answer["CopySourceVersionId"], old);
    assert_ne!(answer["VersionId"], old);
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k"}))["ContentLength"], 1);
}

#[test]
fn a_delete_marker_is_no_source() {
    let mut bench = Bench::versioned();
    bench.put("k", 1);
    let marker = bench.ok("DeleteObject", json!({"Key": "k"}))["VersionId"].clone();
    assert_eq!(bench.refused("CopyObject", json!({"Key": "c", "CopySource": "lab/k"})), "NoSuchKey");
    let named = format!("lab/k?versionId={}", marker.as_str().unwrap());
    let error = bench.call("CopyObject", json!({"Key": "c", "CopySource": named})).unwrap_err();
    assert_eq!(error.message, "The source of a copy request may not specifically refer to a delete marker by version id.");
}

#[test]
fn an_archived_object_is_copied_only_while_it_is_restored_and_so_leaves_the_archive() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "k", "StorageClass": "DEEP_ARCHIVE"}));
    let copy = json!({"Key": "k", "CopySource": "lab/k"});
    assert_eq!(bench.refused("CopyObject", copy.clone()), "InvalidObjectState");
    bench.ok("RestoreObject", json!({"Key": "k", "RestoreRequest": {"Days": 3}}));
    assert_eq!(bench.refused("CopyObject", copy.clone()), "InvalidObjectState", "the restore is still running");
    bench.advance_days(1);
    bench.ok("CopyObject", copy);
    let head = bench.ok("HeadObject", json!({"Key": "k"}));
    assert_eq!((head.get("StorageClass"), head.get("Restore")), (None, None));
}

#[test]
fn a_source_over_5_gb_needs_a_multipart_copy() {
    let mut bench = Bench::new();
    bench.put("big", 1);
    // enlarged without hashing gigabytes: its size alone decides
    let bucket = bench.world.s3.bucket("lab").unwrap();
    let mut object = bucket.store().find("big").unwrap().cohort.versions()[0].object().unwrap().clone();
    let content = std::sync::Arc::make_mut(&mut object.content);
    content.body = crate::body::Body::Zeros((5 << 30) + 1);
    super::super::put::store_object(&mut bench.world, "lab", "big", &object);
    let error = bench.call("CopyObject", json!({"Key": "c", "CopySource": "lab/big"})).unwrap_err();
    let message = "The specified copy source is larger than the maximum allowable size for a copy source: 5368709120";
    assert_eq!((&*error.code, &*error.message), ("InvalidRequest", message));
}

#[test]
fn the_copy_of_a_multipart_object_has_no_parts() {
    let mut bench = Bench::new();
    let id = bench.ok("CreateMultipartUpload", json!({"Key": "m"}))["UploadId"].clone();
    let part = bench.ok("UploadPart", json!({"Key": "m", "UploadId": id, "PartNumber": 1, "Body": {"Zeros": 4}}));
    let parts = json!([{"PartNumber": 1, "ETag": part["ETag"]}]);
    bench.ok("CompleteMultipartUpload", json!({"Key": "m", "UploadId": id, "MultipartUpload": {"Parts": parts}}));
    assert!(bench.ok("HeadObject", json!({"Key": "m"}))["ETag"].as_str().unwrap().ends_with("-1\""));
    let copy = bench.ok("CopyObject", json!({"Key": "c", "CopySource": "lab/m"}));
    assert_eq!(copy["CopyObjectResult"]["ETag"], part["ETag"]);
}

#[test]
fn conditions_on_the_source_are_412_and_an_etag_outweighs_a_date() {
    let mut bench = Bench::new();
    let etag = bench.put("k", 0)["ETag"].clone();
    bench.advance_days(2);
    let mut copy = |extra: serde_json::Value| {
        let mut params = json!({"Key": "c", "CopySource": "lab/k"});
        params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        bench.call("CopyObject", params).map_err(|error| error.code).map(|_| ())
    };
    let failed = Err("PreconditionFailed".into());
    assert_eq!(copy(json!({"CopySourceIfMatch": "\"other\""})), failed);
    assert_eq!(copy(json!({"CopySourceIfNoneMatch": "d41d8cd98f00b204e9800998ecf8427e"})), failed);
    assert_eq!(copy(json!({"CopySourceIfModifiedSince": DAY})), failed);
    assert_eq!(copy(json!({"CopySourceIfUnmodifiedSince": "2025-12-01T00:00:00Z"})), failed);
    assert_eq!(copy(json!({"CopySourceIfModifiedSince": "2030-01-01T00:00:00Z"})), Ok(()), "a date to come is no condition");
    assert_eq!(copy(json!({"CopySourceIfMatch": etag, "CopySourceIfUnmodifiedSince": "2025-12-01T00:00:00Z"})), Ok(()));
    assert_eq!(copy(json!({"CopySourceIfUnmodifiedSince": DAY})), Ok(()));
}

#[test]
fn conditions_on_the_target_are_those_of_a_put() {
    let mut bench = Bench::new();
    bench.put("k", 0);
    let copy = json!({"Key": "c", "CopySource": "lab/k", "IfNoneMatch": "*"});
    bench.ok("CopyObject", copy.clone());
    assert_eq!(bench.refused("CopyObject", copy), "PreconditionFailed");
    assert_eq!(bench.refused("CopyObject", json!({"Key": "d", "CopySource": "lab/k", "IfMatch": "\"x\""})), "NoSuchKey");
}

#[test]
fn a_copy_is_billed_as_a_put_of_its_class_and_a_get_of_the_sources_with_retrieval() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "k", "StorageClass": "STANDARD_IA", "Body": {"Zeros": 1_000}}));
    bench.ok("CopyObject", json!({"Key": "c", "CopySource": "lab/k", "StorageClass": "GLACIER_IR"}));
    assert_eq!((bench.used("Requests-GIR-Tier1"), bench.used("Requests-SIA-Tier2"), bench.used("Retrieval-SIA")), (1, 1, 1_000));
}

#[test]
fn a_copy_counts_as_an_access_for_intelligent_tiering() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "k", "StorageClass": "INTELLIGENT_TIERING", "Body": {"Zeros": 200_000}}));
    bench.advance_days(40);
    assert_eq!(bench.stored("TimedStorage-INT-IA-ByteHrs"), 200_000);
    bench.ok("CopyObject", json!({"Key": "c", "CopySource": "lab/k"}));
    assert_eq!((bench.stored("TimedStorage-INT-FA-ByteHrs"), bench.stored("TimedStorage-INT-IA-ByteHrs")), (200_000, 0));
}

#[test]
fn nobody_copies_from_a_bucket_of_another_account() {
    let mut bench = Bench::new();
    let partner = crate::api::Origin {
        caller: crate::ident::Caller::admin(crate::ident::AccountId::PARTNER),
        region: crate::ident::Region::US_EAST_1,
    };
    let request = |operation, params| crate::Request::parse("s3", operation, params).unwrap();
    bench.world.call(&partner, request("CreateBucket", json!({"Bucket": "theirs"}))).unwrap();
    bench.world.call(&partner, request("PutObject", json!({"Bucket": "theirs", "Key": "k"}))).unwrap();
    assert_eq!(bench.refused("CopyObject", json!({"Key": "c", "CopySource": "theirs/k"})), "AccessDenied");
    assert_eq!(bench.refused("CopyObject", json!({"Key": "c", "CopySource": "nowhere/k"})), "NoSuchBucket");
}
