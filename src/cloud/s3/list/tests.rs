//! The rules of ListObjectsV2 and ListObjects, as AWS answered recorded requests.

use serde_json::{Value, json};

use super::bench::{Bench, each};

fn bench(keys: &[&str]) -> Bench {
    let mut bench = Bench::new();
    for key in keys {
        bench.put(key, 11);
    }
    bench
}

fn folders() -> Bench {
    bench(&["folder/aSubfolder/subFile1", "folder/aSubfolder/subFile2", "folder/file1", "folder/file2"])
}

#[test]
fn a_delimiter_rolls_keys_up_and_pages_count_prefixes_and_keys_alike() {
    let mut bench = folders();
    let mut params = json!({"Prefix": "folder/", "Delimiter": "/", "MaxKeys": 1});
    let first = bench.ok("ListObjectsV2", params.clone());
    assert_eq!(first["CommonPrefixes"], json!([{"Prefix": "folder/aSubfolder/"}]));
    assert_eq!((&first["KeyCount"], &first["IsTruncated"], first.get("Contents")), (&json!(1), &json!(true), None));
    params["ContinuationToken"] = first["NextContinuationToken"].clone();
    let second = bench.ok("ListObjectsV2", params.clone());
    assert_eq!(each(&second, "Contents", "Key"), ["folder/file1"]);
    assert_eq!(second["ContinuationToken"], first["NextContinuationToken"]);
    params["ContinuationToken"] = second["NextContinuationToken"].clone();
    let last = bench.ok("ListObjectsV2", params);
    assert_eq!(each(&last, "Contents", "Key"), ["folder/file2"]);
    assert_eq!((&last["IsTruncated"], last.get("NextContinuationToken")), (&json!(false), None));
}

#[test]
fn a_prefix_is_a_plain_start_of_the_key() {
    let mut bench = bench(&["test/bar", "test/foo/1", "test/foo2", "x"]);
    assert_eq!(each(&bench.ok("ListObjectsV2", json!({"Prefix": "test/foo"})), "Contents", "Key"), ["test/foo/1", "test/foo2"]);
    let rolled = bench.ok("ListObjectsV2", json!({"Prefix": "test/foo", "Delimiter": "/"}));
    assert_eq!(
        (each(&rolled, "Contents", "Key"), each(&rolled, "CommonPrefixes", "Prefix")),
        (vec![&json!("test/foo2")], vec![&json!("test/foo/")])
    );
}

#[test]
fn start_after_skips_keys_and_a_token_outweighs_it() {
    let mut bench = bench(&["a", "b", "c", "d"]);
    let page = bench.ok("ListObjectsV2", json!({"StartAfter": "b", "MaxKeys": 1}));
    assert_eq!((each(&page, "Contents", "Key"), &page["StartAfter"]), (vec![&json!("c")], &json!("b")));
    let next = bench.ok("ListObjectsV2", json!({"StartAfter": "a", "ContinuationToken": page["NextContinuationToken"]}));
    assert_eq!((each(&next, "Contents", "Key"), next.get("StartAfter")), (vec![&json!("d")], None));
}

#[test]
fn a_token_that_s3_did_not_hand_out_is_refused() {
    let mut bench = bench(&["a"]);
    for token in ["", "a", "bm8gdG9rZW4gYXQgYWxs"] {
        let error = bench.call("ListObjectsV2", json!({"ContinuationToken": token})).unwrap_err();
        assert_eq!((&*error.code, &*error.message), ("InvalidArgument", "The continuation token provided is incorrect"));
    }
}

#[test]
fn a_page_has_at_most_a_thousand_keys_and_may_have_none() {
    let mut bench = Bench::new();
    for n in 0..1_001 {
        bench.put(&format!("k{n:04}"), 1);
    }
    let page = bench.ok("ListObjectsV2", json!({"MaxKeys": 5_000}));
    assert_eq!((&page["MaxKeys"], &page["KeyCount"], &page["IsTruncated"]), (&json!(1_000), &json!(1_000), &json!(true)));
    let rest = bench.ok("ListObjectsV2", json!({"ContinuationToken": page["NextContinuationToken"]}));
    assert_eq!(each(&rest, "Contents", "Key"), ["k1000"]);
    let none = bench.ok("ListObjectsV2", json!({"MaxKeys": 0}));
    assert_eq!((&none["KeyCount"], &none["IsTruncated"]), (&json!(0), &json!(false)));
    assert_eq!(bench.refused("ListObjectsV2", json!({"MaxKeys": -1})), "InvalidArgument");
}

#[test]
fn keys_whose_current_version_is_a_delete_marker_are_not_listed() {
    let mut bench = Bench::versioned();
    for key in ["gone/1", "here", "gone/2"] {
        bench.put(key, 1);
    }
    bench.ok("DeleteObject", json!({"Key": "gone/1"}));
    bench.ok("DeleteObject", json!({"Key": "gone/2"}));
    let page = bench.ok("ListObjectsV2", json!({"Delimiter": "/"}));
    assert_eq!(each(&page, "Contents", "Key"), ["here"]);
    assert_eq!(page.get("CommonPrefixes"), None);
}

#[test]
fn every_object_shows_class_size_etag_and_checksum_and_its_owner_on_request() {
    let mut bench = bench(&["k"]);
    bench.ok("PutObject", json!({"Key": "ia", "StorageClass": "STANDARD_IA"}));
    let page = bench.ok("ListObjectsV2", json!({}));
    assert_eq!(each(&page, "Contents", "StorageClass"), ["STANDARD_IA", "STANDARD"]);
    assert_eq!(each(&page, "Contents", "Size"), [0, 11]);
    assert_eq!(page["Contents"][0]["ETag"], "\"d41d8cd98f00b204e9800998ecf8427e\"");
    assert_eq!(
        (&page["Contents"][0]["ChecksumAlgorithm"], &page["Contents"][0]["ChecksumType"]),
        (&json!(["CRC64NVME"]), &json!("FULL_OBJECT"))
    );
    assert_eq!(page["Contents"][0].get("Owner"), None);
    let owned = bench.ok("ListObjectsV2", json!({"FetchOwner": true}));
    assert_eq!(owned["Contents"][0]["Owner"]["ID"].as_str().map(str::len), Some(64));
}

#[test]
fn the_first_api_shows_owners_and_a_next_marker_only_with_a_delimiter() {
    let mut bench = folders();
    let plain = bench.ok("ListObjects", json!({"MaxKeys": 1}));
    assert_eq!((&plain["Marker"], plain.get("NextMarker"), &plain["IsTruncated"]), (&json!(""), None, &json!(true)));
    assert!(plain["Contents"][0]["Owner"]["ID"].is_string());
    let rolled = bench.ok("ListObjects", json!({"MaxKeys": 1, "Prefix": "folder/", "Delimiter": "/"}));
    assert_eq!(rolled["NextMarker"], "folder/aSubfolder/");
}

#[test]
fn the_first_api_goes_on_after_the_whole_group_that_a_marker_lies_in() {
    let mut bench = folders();
    for marker in ["folder/aSubfolder/", "folder/aSubfolder/subFile1"] {
        let page = bench.ok("ListObjects", json!({"Marker": marker, "MaxKeys": 1, "Prefix": "folder/", "Delimiter": "/"}));
        assert_eq!(
            (each(&page, "Contents", "Key"), &page["NextMarker"]),
            (vec![&json!("folder/file1")], &json!("folder/file1")),
            "{marker}"
        );
    }
}

#[test]
fn url_encoding_leaves_slashes_and_is_the_only_encoding() {
    let mut bench = bench(&["a b/c(1).png"]);
    let page = bench.ok("ListObjectsV2", json!({"EncodingType": "url", "Prefix": "a b/"}));
    assert_eq!(
        (&page["Contents"][0]["Key"], &page["Prefix"], &page["EncodingType"]),
        (&json!("a+b/c%281%29.png"), &json!("a+b/"), &json!("url"))
    );
    assert_eq!(bench.refused("ListObjectsV2", json!({"EncodingType": "xml"})), "InvalidArgument");
}

#[test]
fn restores_show_on_request_while_they_run_and_while_the_copy_is_there() {
    let mut bench = Bench::new();
    bench.ok("PutObject", json!({"Key": "k", "StorageClass": "GLACIER"}));
    let ask = json!({"OptionalObjectAttributes": ["RestoreStatus"]});
    let status = |bench: &mut Bench| bench.ok("ListObjectsV2", ask.clone())["Contents"][0].get("RestoreStatus").cloned();
    assert_eq!(status(&mut bench), None);
    bench.ok("RestoreObject", json!({"Key": "k", "RestoreRequest": {"Days": 2}}));
    assert_eq!(status(&mut bench), Some(json!({"IsRestoreInProgress": true})));
    bench.advance_days(1);
    assert_eq!(status(&mut bench), Some(json!({"IsRestoreInProgress": false, "RestoreExpiryDate": "2026-01-04T00:00:00+00:00"})));
    assert_eq!(bench.ok("ListObjectsV2", json!({}))["Contents"][0].get("RestoreStatus"), None);
}

#[test]
fn a_list_costs_what_a_put_costs_even_if_it_is_refused() {
    let mut bench = Bench::new();
    bench.ok("ListObjectsV2", json!({}));
    bench.ok("ListObjects", json!({}));
    bench.refused("ListObjectsV2", json!({"ContinuationToken": "no"}));
    assert_eq!(bench.used("Requests-Tier1"), 3);
    assert_eq!(bench.refused("ListObjectsV2", json!({"Bucket": "nowhere"})), "NoSuchBucket");
    assert_eq!(bench.refused("ListObjectsV2", json!({"ExpectedBucketOwner": "111122223333"})), "AccessDenied");
}

#[test]
fn an_empty_bucket_answers_with_neither_contents_nor_prefixes() {
    let answer = Bench::new().ok("ListObjectsV2", json!({}));
    let expected = json!({"IsTruncated": false, "Name": "lab", "Prefix": "", "MaxKeys": 1_000, "KeyCount": 0});
    assert_eq!(answer, Value::clone(&expected));
}
