//! The rules of multipart uploads.

use serde_json::{Value, json};

use super::super::list::bench::{Bench, each};

const MIB: u64 = 1 << 20;

fn begin(bench: &mut Bench, key: &str, class: &str) -> Value {
    bench.ok("CreateMultipartUpload", json!({"Key": key, "StorageClass": class}))["UploadId"].clone()
}

fn upload(bench: &mut Bench, id: &Value, number: i64, bytes: u64) -> Value {
    let part = bench.ok("UploadPart", json!({"Key": "k", "UploadId": id, "PartNumber": number, "Body": {"Zeros": bytes}}));
    json!({"PartNumber": number, "ETag": part["ETag"]})
}

fn complete(id: &Value, parts: &[&Value]) -> Value {
    json!({"Key": "k", "UploadId": id, "MultipartUpload": {"Parts": parts}})
}

#[test]
fn parts_become_one_object_in_order_and_gaps_are_allowed() {
    let mut bench = Bench::versioned();
    let id = begin(&mut bench, "k", "STANDARD");
    let body = bench.ok("UploadPart", json!({"Key": "k", "UploadId": id, "PartNumber": 7, "Body": "aGVsbG8="}));
    let last = json!({"PartNumber": 7, "ETag": body["ETag"]});
    let first = upload(&mut bench, &id, 2, 5 * MIB);
    assert_eq!(bench.refused("HeadObject", json!({"Key": "k"})), "404", "nothing is visible before completion");
    let answer = bench.ok("CompleteMultipartUpload", complete(&id, &[&first, &last]));
    assert_eq!(answer["Location"], "https://lab.s3.amazonaws.com/k");
    assert!(answer["VersionId"].is_string() && answer["ChecksumCRC64NVME"].is_string());
    let range = format!("bytes={}-", 5 * MIB - 1);
    assert_eq!(bench.ok("GetObject", json!({"Key": "k", "Range": range}))["Body"], "AGhlbGxv");
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k", "PartNumber": 1}))["PartsCount"], 2);
}

#[test]
fn the_etag_is_the_md5_of_the_parts_md5s_and_their_number() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let part = upload(&mut bench, &id, 1, 0);
    // MD5 of the 16 bytes d41d8cd98f00b204e9800998ecf8427e
    let answer = bench.ok("CompleteMultipartUpload", complete(&id, &[&part]));
    assert_eq!(answer["ETag"], "\"59adb24ef3cdbe0297f05b395827453f-1\"");
}

#[test]
fn a_part_of_the_same_number_takes_the_earlier_ones_place() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let old = upload(&mut bench, &id, 1, 10);
    let new = upload(&mut bench, &id, 1, 20);
    assert_eq!(bench.stored("TimedStorage-ByteHrs"), 20);
    assert_eq!(bench.refused("CompleteMultipartUpload", complete(&id, &[&old])), "InvalidPart");
    bench.ok("CompleteMultipartUpload", complete(&id, &[&new]));
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k"}))["ContentLength"], 20);
}

#[test]
fn completion_refuses_wrong_lists_of_parts() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let (one, two) = (upload(&mut bench, &id, 1, 5 * MIB - 1), upload(&mut bench, &id, 2, 5 * MIB));
    let unknown = json!({"PartNumber": 3, "ETag": one["ETag"]});
    let mut code = |parts: &[&Value]| bench.refused("CompleteMultipartUpload", complete(&id, parts));
    assert_eq!(code(&[]), "InvalidRequest");
    assert_eq!(code(&[&two, &one]), "InvalidPartOrder");
    assert_eq!(code(&[&one, &one]), "InvalidPartOrder");
    assert_eq!(code(&[&one, &unknown]), "InvalidPart");
    assert_eq!(code(&[&one, &two]), "EntityTooSmall", "every part but the last has 5 MiB");
    assert_eq!(code(&[&json!({"PartNumber": 1})]), "MalformedXML");
    assert_eq!(code(&[&json!({"PartNumber": 0, "ETag": "x"})]), "InvalidArgument");
    bench.ok("CompleteMultipartUpload", complete(&id, &[&one]));
}

#[test]
fn an_object_size_given_at_completion_must_be_right() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let part = upload(&mut bench, &id, 1, 9);
    let mut params = complete(&id, &[&part]);
    params["MpuObjectSize"] = json!(8);
    let error = bench.call("CompleteMultipartUpload", params.clone()).unwrap_err();
    assert_eq!(
        (&*error.code, &*error.message),
        ("InvalidRequest", "The provided 'x-amz-mp-object-size' header value 8 does not match what was computed: 9")
    );
    params["MpuObjectSize"] = json!(9);
    bench.ok("CompleteMultipartUpload", params);
}

#[test]
fn part_numbers_are_from_1_to_10_000() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    upload(&mut bench, &id, 10_000, 1);
    for number in [0, 10_001, -1] {
        let error = bench.call("UploadPart", json!({"Key": "k", "UploadId": id, "PartNumber": number})).unwrap_err();
        assert_eq!((&*error.code, &*error.message), ("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive"));
    }
}

#[test]
fn an_upload_is_gone_once_aborted_or_completed() {
    let mut bench = Bench::new();
    for abort in [true, false] {
        let id = begin(&mut bench, "k", "STANDARD");
        let part = upload(&mut bench, &id, 1, 4);
        assert_eq!(bench.refused("UploadPart", json!({"Key": "other", "UploadId": id, "PartNumber": 1})), "NoSuchUpload");
        let done = complete(&id, &[&part]);
        if abort {
            bench.ok("AbortMultipartUpload", json!({"Key": "k", "UploadId": id}));
            assert_eq!(bench.stored("TimedStorage-ByteHrs"), 0);
        } else {
            bench.ok("CompleteMultipartUpload", done.clone());
        }
        assert_eq!(bench.refused("CompleteMultipartUpload", done), "NoSuchUpload");
        assert_eq!(bench.refused("AbortMultipartUpload", json!({"Key": "k", "UploadId": id})), "NoSuchUpload");
        assert_eq!(bench.refused("ListParts", json!({"Key": "k", "UploadId": id})), "NoSuchUpload");
        assert_eq!(bench.ok("ListMultipartUploads", json!({})).get("Uploads"), None);
    }
}

#[test]
fn conditions_are_those_of_a_put_and_a_change_since_the_beginning_is_a_conflict() {
    let mut bench = Bench::new();
    let try_if_absent = |bench: &mut Bench, id: &Value| {
        let part = upload(bench, id, 1, 1);
        let mut params = complete(id, &[&part]);
        params["IfNoneMatch"] = json!("*");
        bench.call("CompleteMultipartUpload", params).map(|_| ()).map_err(|error| error.code)
    };
    let id = begin(&mut bench, "k", "STANDARD");
    assert_eq!(try_if_absent(&mut bench, &id), Ok(()));
    let id = begin(&mut bench, "k", "STANDARD");
    assert_eq!(try_if_absent(&mut bench, &id), Err("PreconditionFailed".into()));
    bench.ok("DeleteObject", json!({"Key": "k"}));
    assert_eq!(try_if_absent(&mut bench, &id), Err("ConditionalRequestConflict".into()));
    let id = begin(&mut bench, "k", "STANDARD");
    bench.advance_days(1);
    let etag = bench.put("k", 1)["ETag"].clone();
    let part = upload(&mut bench, &id, 1, 1);
    let mut params = complete(&id, &[&part]);
    params["IfMatch"] = json!("\"other\"");
    assert_eq!(bench.refused("CompleteMultipartUpload", params.clone()), "PreconditionFailed");
    params["IfMatch"] = etag;
    assert_eq!(bench.refused("CompleteMultipartUpload", params), "ConditionalRequestConflict");
}

#[test]
fn a_multipart_object_is_dated_by_its_initiation() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    bench.advance_days(3);
    let part = upload(&mut bench, &id, 1, 1);
    bench.ok("CompleteMultipartUpload", complete(&id, &[&part]));
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k"}))["LastModified"], "2026-01-01T00:00:00+00:00");
    let rule = json!({"ID": "drop", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 5}});
    bench.ok("PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": [rule]}}));
    bench.advance_days(2);
    bench.ok("HeadObject", json!({"Key": "k"}));
    bench.advance_days(1);
    assert_eq!(bench.refused("HeadObject", json!({"Key": "k"})), "404");
}

#[test]
fn a_lifecycle_rule_aborts_uploads_by_the_age_of_their_initiation() {
    let mut bench = Bench::new();
    let rule =
        json!({"ID": "tidy", "Status": "Enabled", "Filter": {"Prefix": "k"}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}});
    let rules = json!({"LifecycleConfiguration": {"Rules": [rule]}});
    let before = begin(&mut bench, "k", "STANDARD");
    upload(&mut bench, &before, 1, 100);
    bench.ok("PutBucketLifecycleConfiguration", rules);
    bench.advance_days(1);
    let after = bench.ok("CreateMultipartUpload", json!({"Key": "k"}));
    assert_eq!((&after["AbortDate"], &after["AbortRuleId"]), (&json!("2026-01-10T00:00:00+00:00"), &json!("tidy")));
    begin(&mut bench, "elsewhere", "STANDARD");
    let keys = |bench: &mut Bench| {
        let page = bench.ok("ListMultipartUploads", json!({}));
        each(&page, "Uploads", "Key").into_iter().map(|key| key.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    bench.advance_days(6);
    assert_eq!(keys(&mut bench), ["elsewhere", "k", "k"]);
    bench.advance_days(1);
    assert_eq!(keys(&mut bench), ["elsewhere", "k"]);
    assert_eq!(bench.stored("TimedStorage-ByteHrs"), 0);
    let parts = bench.ok("ListParts", json!({"Key": "k", "UploadId": after["UploadId"]}));
    assert_eq!(parts["AbortDate"], after["AbortDate"]);
    bench.advance_days(1);
    assert_eq!(keys(&mut bench), ["elsewhere"]);
}

#[test]
fn parts_are_billed_while_they_lie_and_towards_an_archive_as_staged() {
    let storage = [
        ("STANDARD", "TimedStorage-ByteHrs"),
        ("STANDARD_IA", "TimedStorage-SIA-ByteHrs"),
        ("GLACIER", "TimedStorage-GlacierStaging"),
        ("DEEP_ARCHIVE", "TimedStorage-GDA-Staging"),
    ];
    for (class, usage_type) in storage {
        let mut bench = Bench::new();
        let id = begin(&mut bench, "k", class);
        let part = upload(&mut bench, &id, 1, 1_000_000);
        assert_eq!(bench.stored(usage_type), 1_000_000, "{class}");
        bench.ok("CompleteMultipartUpload", complete(&id, &[&part]));
        let staged = usage_type.ends_with("Staging");
        assert_eq!(bench.stored(usage_type), if staged { 0 } else { 1_000_000 }, "{class}");
    }
}

#[test]
fn towards_an_archive_only_the_completion_costs_the_archives_rate() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "DEEP_ARCHIVE");
    let part = upload(&mut bench, &id, 1, 1);
    assert_eq!((bench.used("Requests-Tier1"), bench.used("Requests-GDA-Tier1")), (2, 0));
    bench.ok("CompleteMultipartUpload", complete(&id, &[&part]));
    assert_eq!((bench.used("Requests-Tier1"), bench.used("Requests-GDA-Tier1")), (2, 1));
    let id = begin(&mut bench, "k", "GLACIER_IR");
    upload(&mut bench, &id, 1, 1);
    assert_eq!(bench.used("Requests-GIR-Tier1"), 2);
}

#[test]
fn a_part_may_come_out_of_an_object_or_a_range_of_one() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "source", "Body": "aGVsbG8="}));
    let id = begin(&mut bench, "k", "STANDARD");
    let mut params = json!({"Key": "k", "UploadId": id, "PartNumber": 1, "CopySource": "lab/source", "CopySourceRange": "bytes=1-3"});
    let part = bench.ok("UploadPartCopy", params.clone());
    let part = json!({"PartNumber": 1, "ETag": part["CopyPartResult"]["ETag"]});
    params["CopySourceRange"] = json!("bytes=0-99");
    assert_eq!(bench.refused("UploadPartCopy", params), "InvalidArgument");
    bench.ok("CompleteMultipartUpload", complete(&id, &[&part]));
    assert_eq!(bench.ok("GetObject", json!({"Key": "k"}))["Body"], "ZWxs");
}

#[test]
fn parts_are_listed_by_number_page_by_page() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let empty = bench.ok("ListParts", json!({"Key": "k", "UploadId": id}));
    assert_eq!((&empty["NextPartNumberMarker"], &empty["PartNumberMarker"], empty.get("Parts")), (&json!(0), &json!(0), None));
    assert_eq!(empty["Initiator"]["ID"], "arn:aws:iam::123456789012:user/admin");
    for number in [3, 1, 2] {
        upload(&mut bench, &id, number, 4);
    }
    let page = bench.ok("ListParts", json!({"Key": "k", "UploadId": id, "MaxParts": 2}));
    assert_eq!(
        (each(&page, "Parts", "PartNumber"), &page["NextPartNumberMarker"], &page["IsTruncated"]),
        (vec![&json!(1), &json!(2)], &json!(2), &json!(true))
    );
    let rest = bench.ok("ListParts", json!({"Key": "k", "UploadId": id, "PartNumberMarker": 2}));
    assert_eq!((each(&rest, "Parts", "PartNumber"), &rest["IsTruncated"]), (vec![&json!(3)], &json!(false)));
    let beyond = bench.ok("ListParts", json!({"Key": "k", "UploadId": id, "PartNumberMarker": 10}));
    assert_eq!((&beyond["NextPartNumberMarker"], beyond.get("Parts")), (&json!(0), None));
}

#[test]
fn uploads_are_listed_by_key_and_age_page_by_page() {
    let mut bench = Bench::new();
    let ids: Vec<Value> = ["b", "a", "a"].into_iter().map(|key| begin(&mut bench, key, "STANDARD")).collect();
    let all = bench.ok("ListMultipartUploads", json!({}));
    assert_eq!(each(&all, "Uploads", "UploadId"), [&ids[1], &ids[2], &ids[0]]);
    assert_eq!((&all["NextKeyMarker"], &all["NextUploadIdMarker"]), (&json!("b"), &ids[0]));
    let page = bench.ok("ListMultipartUploads", json!({"KeyMarker": "a", "UploadIdMarker": ids[1], "MaxUploads": 1}));
    assert_eq!((each(&page, "Uploads", "UploadId"), &page["IsTruncated"]), (vec![&ids[2]], &json!(true)));
    let after = bench.ok("ListMultipartUploads", json!({"KeyMarker": "a"}));
    assert_eq!(each(&after, "Uploads", "Key"), ["b"]);
    let ignored = bench.ok("ListMultipartUploads", json!({"UploadIdMarker": ids[2]}));
    assert_eq!((each(&ignored, "Uploads", "Key").len(), &ignored["UploadIdMarker"]), (3, &json!("")));
    let error = bench.call("ListMultipartUploads", json!({"KeyMarker": "b", "UploadIdMarker": ids[1]})).unwrap_err();
    assert_eq!(error.message, "Invalid uploadId marker");
}

#[test]
fn uploads_are_rolled_up_by_a_delimiter_and_a_marker_skips_its_group() {
    let mut bench = Bench::new();
    for key in ["f/sub/1", "f/sub/2", "f/x", "g"] {
        begin(&mut bench, key, "STANDARD");
    }
    let page = bench.ok("ListMultipartUploads", json!({"Prefix": "f/", "Delimiter": "/"}));
    assert_eq!((each(&page, "CommonPrefixes", "Prefix"), each(&page, "Uploads", "Key")), (vec![&json!("f/sub/")], vec![&json!("f/x")]));
    let page = bench.ok("ListMultipartUploads", json!({"Prefix": "f/", "Delimiter": "/", "KeyMarker": "f/sub/1"}));
    assert_eq!((page.get("CommonPrefixes"), each(&page, "Uploads", "Key")), (None, vec![&json!("f/x")]));
}

#[test]
fn a_composite_checksum_needs_the_checksum_of_each_part() {
    let mut bench = Bench::new();
    let answer = bench.ok("CreateMultipartUpload", json!({"Key": "k", "ChecksumAlgorithm": "CRC32"}));
    assert_eq!((&answer["ChecksumAlgorithm"], &answer["ChecksumType"]), (&json!("CRC32"), &json!("COMPOSITE")));
    let id = answer["UploadId"].clone();
    let part = json!({"Key": "k", "UploadId": id, "PartNumber": 1, "Body": "MTIzNDU2Nzg5", "ChecksumAlgorithm": "CRC32"});
    let part = bench.ok("UploadPart", part);
    assert_eq!(part["ChecksumCRC32"], "y/Q5Jg==");
    let mut listed = json!({"PartNumber": 1, "ETag": part["ETag"]});
    assert_eq!(bench.refused("CompleteMultipartUpload", complete(&id, &[&listed])), "InvalidRequest");
    listed["ChecksumCRC32"] = json!("AAAAAA==");
    assert_eq!(bench.refused("CompleteMultipartUpload", complete(&id, &[&listed])), "InvalidPart");
    listed["ChecksumCRC32"] = part["ChecksumCRC32"].clone();
    let done = bench.ok("CompleteMultipartUpload", complete(&id, &[&listed]));
    assert!(done["ChecksumCRC32"].as_str().unwrap().ends_with("-1"));
    assert_eq!(done["ChecksumType"], "COMPOSITE");
}

#[test]
fn a_part_has_the_checksum_its_upload_was_begun_with_or_is_refused() {
    let mut bench = Bench::new();
    let upload = bench.ok("CreateMultipartUpload", json!({"Key": "k", "ChecksumAlgorithm": "SHA256"}));
    let mut part = json!({"Key": "k", "UploadId": upload["UploadId"], "PartNumber": 1});
    let expected = "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type:";
    assert_eq!(bench.call("UploadPart", part.clone()).unwrap_err().message, format!("{expected} crc64nvme"));
    part["ChecksumAlgorithm"] = json!("SHA1");
    assert_eq!(bench.call("UploadPart", part.clone()).unwrap_err().message, format!("{expected} sha1"));
    part["ChecksumAlgorithm"] = json!("SHA256");
    assert!(bench.ok("UploadPart", part)["ChecksumSHA256"].is_string());
}

#[test]
fn checksum_types_and_algorithms_must_fit() {
    let mut bench = Bench::new();
    for (algorithm, kind) in [(Some("CRC64NVME"), "COMPOSITE"), (Some("SHA256"), "FULL_OBJECT"), (None, "COMPOSITE")] {
        let mut params = json!({"Key": "k", "ChecksumType": kind});
        if let Some(algorithm) = algorithm {
            params["ChecksumAlgorithm"] = json!(algorithm);
        }
        assert_eq!(bench.refused("CreateMultipartUpload", params), "InvalidRequest");
    }
    let whole = bench.ok("CreateMultipartUpload", json!({"Key": "k", "ChecksumAlgorithm": "CRC32", "ChecksumType": "FULL_OBJECT"}));
    let id = &whole["UploadId"];
    let part = json!({"Key": "k", "UploadId": id, "PartNumber": 1, "Body": "MTIzNDU2Nzg5", "ChecksumAlgorithm": "CRC32"});
    let part = bench.ok("UploadPart", part);
    let done = bench.ok("CompleteMultipartUpload", complete(id, &[&json!({"PartNumber": 1, "ETag": part["ETag"]})]));
    assert_eq!(done["ChecksumCRC32"], "y/Q5Jg==");
}

#[test]
fn class_metadata_and_tags_are_those_of_the_beginning() {
    let mut bench = Bench::new();
    let begin = json!({"Key": "k", "StorageClass": "ONEZONE_IA", "Metadata": {"A": "1"}, "ContentType": "text/plain", "Tagging": "t=1"});
    let id = bench.ok("CreateMultipartUpload", begin)["UploadId"].clone();
    let part = upload(&mut bench, &id, 1, 1);
    bench.ok("CompleteMultipartUpload", complete(&id, &[&part]));
    let head = bench.ok("HeadObject", json!({"Key": "k"}));
    assert_eq!(
        (&head["StorageClass"], &head["Metadata"], &head["ContentType"], &head["TagCount"]),
        (&json!("ONEZONE_IA"), &json!({"a": "1"}), &json!("text/plain"), &json!(1))
    );
    assert_eq!(bench.refused("CreateMultipartUpload", json!({"Key": "k", "StorageClass": "COLD"})), "InvalidStorageClass");
}

#[test]
fn a_bucket_with_unfinished_uploads_may_be_deleted_and_their_storage_ends() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    upload(&mut bench, &id, 1, 50);
    bench.ok("DeleteBucket", json!({}));
    assert_eq!(bench.stored("TimedStorage-ByteHrs"), 0);
}

#[test]
fn zeros_stay_a_length_and_other_contents_have_a_limit() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let (one, two) = (upload(&mut bench, &id, 1, 40 * MIB), upload(&mut bench, &id, 2, 40 * MIB));
    let real = bench.ok("UploadPart", json!({"Key": "k", "UploadId": id, "PartNumber": 3, "Body": "aGVsbG8="}));
    let three = json!({"PartNumber": 3, "ETag": real["ETag"]});
    let error = bench.call("CompleteMultipartUpload", complete(&id, &[&one, &two, &three])).unwrap_err();
    assert!(error.message.starts_with("Skylab keeps at most 64 MiB"), "{error}");
    bench.ok("CompleteMultipartUpload", complete(&id, &[&one, &two]));
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k"}))["ContentLength"], 80 * MIB);
}

#[test]
fn a_single_request_brings_at_most_5_gib() {
    // an object has at most 10,000 such parts, which is what AWS calls 50 TB: nothing larger can be uploaded at all
    const LARGEST: u64 = 5 << 30;
    let mut bench = Bench::new();
    let too_large = bench.call("PutObject", json!({"Key": "k", "Body": {"Zeros": LARGEST + 1}})).unwrap_err();
    assert_eq!(too_large.to_string(), "EntityTooLarge: Your proposed upload exceeds the maximum allowed size");
    let id = begin(&mut bench, "k", "STANDARD");
    let part = json!({"Key": "k", "UploadId": id, "PartNumber": 1, "Body": {"Zeros": LARGEST + 1}});
    assert_eq!(bench.refused("UploadPart", part), "EntityTooLarge");
    let number = json!({"Key": "k", "UploadId": id, "PartNumber": 10_001, "Body": {"Zeros": 1}});
    let error = bench.call("UploadPart", number).unwrap_err();
    assert_eq!(error.to_string(), "InvalidArgument: Part number must be an integer between 1 and 10000, inclusive");
}

#[test]
fn an_object_of_terabytes_is_completed_without_going_through_its_bytes() {
    let mut bench = Bench::new();
    let id = begin(&mut bench, "k", "STANDARD");
    let parts: Vec<Value> = (1..=10_000).map(|number| upload(&mut bench, &id, number, 100 * MIB)).collect();
    bench.ok("CompleteMultipartUpload", complete(&id, &parts.iter().collect::<Vec<_>>()));
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k"}))["ContentLength"], 10_000 * 100 * MIB);
}
