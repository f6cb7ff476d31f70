//! The rules of GetObjectAttributes.

use serde_json::{Value, json};

use super::super::list::bench::{Bench, each};

const ALL: [&str; 5] = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

fn multipart(bench: &mut Bench, key: &str, algorithm: Option<&str>) {
    let mut create = json!({"Key": key});
    if let Some(algorithm) = algorithm {
        create["ChecksumAlgorithm"] = json!(algorithm);
    }
    let id = bench.ok("CreateMultipartUpload", create)["UploadId"].clone();
    let mut parts = Vec::new();
    for (number, bytes) in [(1, 5_u64 << 20), (2, 3)] {
        let mut part = json!({"Key": key, "UploadId": id, "PartNumber": number, "Body": {"Zeros": bytes}});
        if let Some(algorithm) = algorithm {
            part["ChecksumAlgorithm"] = json!(algorithm);
        }
        let mut part = bench.ok("UploadPart", part);
        part.as_object_mut().unwrap().remove("ServerSideEncryption");
        part["PartNumber"] = json!(number);
        parts.push(part);
    }
    bench.ok("CompleteMultipartUpload", json!({"Key": key, "UploadId": id, "MultipartUpload": {"Parts": parts}}));
}

fn all(bench: &mut Bench, key: &str) -> Value {
    bench.ok("GetObjectAttributes", json!({"Key": key, "ObjectAttributes": ALL}))
}

#[test]
fn only_what_was_asked_for_is_answered_and_the_etag_has_no_quotes() {
    let mut bench = Bench::new();
    bench.put("k", 0);
    let expected = json!({
        "LastModified": "2026-01-01T00:00:00+00:00",
        "ETag": "d41d8cd98f00b204e9800998ecf8427e",
        "Checksum": {"ChecksumCRC64NVME": "AAAAAAAAAAA=", "ChecksumType": "FULL_OBJECT"},
        "StorageClass": "STANDARD",
        "ObjectSize": 0,
    });
    assert_eq!(all(&mut bench, "k"), expected, "an object without parts has no ObjectParts");
    let size = bench.ok("GetObjectAttributes", json!({"Key": "k", "ObjectAttributes": ["ObjectSize"]}));
    assert_eq!(size, json!({"LastModified": "2026-01-01T00:00:00+00:00", "ObjectSize": 0}));
}

#[test]
fn the_parts_are_told_one_by_one_only_if_the_checksum_is_over_parts() {
    let mut bench = Bench::new();
    multipart(&mut bench, "whole", None);
    assert_eq!(all(&mut bench, "whole")["ObjectParts"], json!({"TotalPartsCount": 2}));
    multipart(&mut bench, "parts", Some("SHA256"));
    let answer = all(&mut bench, "parts");
    assert_eq!(answer["Checksum"]["ChecksumType"], "COMPOSITE");
    assert!(!answer["Checksum"]["ChecksumSHA256"].as_str().unwrap().contains('-'));
    let parts = &answer["ObjectParts"];
    assert_eq!(
        (each(parts, "Parts", "PartNumber"), each(parts, "Parts", "Size")),
        (vec![&json!(1), &json!(2)], vec![&json!(5 << 20), &json!(3)])
    );
    assert_eq!(parts["Parts"][1]["ChecksumSHA256"], "cJ6AyISHokEeHuTfufIqhhSS0gxHZRUMDHlKvXD4FHw=", "SHA-256 of three zeros");
    let first = bench.ok("GetObjectAttributes", json!({"Key": "parts", "MaxParts": 1, "ObjectAttributes": ["ObjectParts"]}));
    assert_eq!((&first["ObjectParts"]["IsTruncated"], &first["ObjectParts"]["NextPartNumberMarker"]), (&json!(true), &json!(1)));
}

#[test]
fn a_current_marker_hides_the_object_and_a_marker_has_no_attributes() {
    let mut bench = Bench::versioned();
    let id = bench.put("k", 1)["VersionId"].clone();
    let marker = bench.ok("DeleteObject", json!({"Key": "k"}))["VersionId"].clone();
    assert_eq!(bench.refused("GetObjectAttributes", json!({"Key": "k", "ObjectAttributes": ALL})), "NoSuchKey");
    assert_eq!(bench.refused("GetObjectAttributes", json!({"Key": "k", "VersionId": marker, "ObjectAttributes": ALL})), "MethodNotAllowed");
    assert_eq!(bench.ok("GetObjectAttributes", json!({"Key": "k", "VersionId": id, "ObjectAttributes": ALL}))["VersionId"], id);
}

#[test]
fn attributes_must_be_named_and_known() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    for names in [json!([]), json!(["Size"])] {
        assert_eq!(bench.refused("GetObjectAttributes", json!({"Key": "k", "ObjectAttributes": names})), "InvalidArgument");
    }
}
