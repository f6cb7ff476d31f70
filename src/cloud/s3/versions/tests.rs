//! The rules of ListObjectVersions, as AWS answered recorded requests.

use serde_json::{Value, json};

use super::super::list::bench::{Bench, each};

/// `a`: two versions, a marker between them; `b`: a version under a marker. Ids newest first.
fn bench() -> (Bench, Vec<Value>) {
    let mut bench = Bench::versioned();
    let oldest = bench.put("a", 1)["VersionId"].clone();
    let marker = bench.ok("DeleteObject", json!({"Key": "a"}))["VersionId"].clone();
    let newest = bench.put("a", 2)["VersionId"].clone();
    let hidden = bench.put("b", 3)["VersionId"].clone();
    let on_top = bench.ok("DeleteObject", json!({"Key": "b"}))["VersionId"].clone();
    (bench, vec![newest, marker, oldest, on_top, hidden])
}

#[test]
fn versions_come_by_key_and_newest_first_with_one_latest_per_key() {
    let (mut bench, ids) = bench();
    let page = bench.ok("ListObjectVersions", json!({}));
    assert_eq!(each(&page, "Versions", "VersionId"), [&ids[0], &ids[2], &ids[4]]);
    assert_eq!(each(&page, "Versions", "IsLatest"), [true, false, false]);
    assert_eq!(each(&page, "Versions", "StorageClass"), ["STANDARD"; 3]);
    assert_eq!(each(&page, "DeleteMarkers", "VersionId"), [&ids[1], &ids[3]]);
    assert_eq!(each(&page, "DeleteMarkers", "IsLatest"), [false, true]);
    assert_eq!((&page["KeyMarker"], &page["VersionIdMarker"], page.get("NextKeyMarker")), (&json!(""), &json!(""), None));
    assert!(page["DeleteMarkers"][0]["Owner"]["ID"].is_string());
}

#[test]
fn a_page_may_end_between_two_versions_of_a_key_and_the_next_goes_on_there() {
    let (mut bench, ids) = bench();
    let mut seen = Vec::new();
    let mut params = json!({"MaxKeys": 1});
    loop {
        let page = bench.ok("ListObjectVersions", params.clone());
        seen.extend(each(&page, "Versions", "VersionId").into_iter().chain(each(&page, "DeleteMarkers", "VersionId")).cloned());
        if page["IsTruncated"] == json!(false) {
            break;
        }
        params["KeyMarker"] = page["NextKeyMarker"].clone();
        params["VersionIdMarker"] = page["NextVersionIdMarker"].clone();
    }
    assert_eq!(seen, ids);
}

#[test]
fn a_key_marker_alone_skips_all_versions_of_its_key() {
    let (mut bench, ids) = bench();
    let page = bench.ok("ListObjectVersions", json!({"KeyMarker": "a", "MaxKeys": 1}));
    assert_eq!(each(&page, "DeleteMarkers", "VersionId"), [&ids[3]]);
    assert_eq!((&page["NextKeyMarker"], &page["NextVersionIdMarker"], page.get("Versions")), (&json!("b"), &ids[3], None));
    assert_eq!(bench.ok("ListObjectVersions", json!({"KeyMarker": "b"}))["IsTruncated"], false);
}

#[test]
fn a_version_marker_needs_a_key_marker() {
    let (mut bench, ids) = bench();
    let error = bench.call("ListObjectVersions", json!({"VersionIdMarker": ids[0]})).unwrap_err();
    assert_eq!(error.message, "A version-id marker cannot be specified without a key marker.");
}

#[test]
fn groups_count_as_one_entry_and_a_marker_inside_a_group_skips_it() {
    let mut bench = Bench::versioned();
    for key in ["f/sub/1", "f/sub/2", "f/x", "f/y"] {
        bench.put(key, 1);
    }
    let params = json!({"Prefix": "f/", "Delimiter": "/", "MaxKeys": 1});
    let page = bench.ok("ListObjectVersions", params.clone());
    assert_eq!(page["CommonPrefixes"], json!([{"Prefix": "f/sub/"}]));
    assert_eq!((&page["NextKeyMarker"], page.get("NextVersionIdMarker")), (&json!("f/sub/"), None));
    for marker in ["f/sub/", "f/sub/1"] {
        let mut params = params.clone();
        params["KeyMarker"] = json!(marker);
        assert_eq!(each(&bench.ok("ListObjectVersions", params), "Versions", "Key"), ["f/x"], "{marker}");
    }
}

#[test]
fn objects_from_before_versioning_have_the_id_null() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    assert_eq!(each(&bench.ok("ListObjectVersions", json!({})), "Versions", "VersionId"), ["null"]);
    bench.versioning("Enabled");
    let id = bench.put("k", 2)["VersionId"].clone();
    let page = bench.ok("ListObjectVersions", json!({}));
    assert_eq!(each(&page, "Versions", "VersionId"), [&id, &json!("null")]);
}

#[test]
fn keys_put_one_after_another_have_their_own_ids_though_they_are_stored_together() {
    let mut bench = Bench::versioned();
    let ids: Vec<Value> = (0..3).map(|n| bench.put(&format!("k{n}"), 1)["VersionId"].clone()).collect();
    let page = bench.ok("ListObjectVersions", json!({}));
    assert_eq!(each(&page, "Versions", "VersionId"), ids.iter().collect::<Vec<_>>());
}
