//! Buckets that keep versions: delete markers, noncurrent versions, suspended versioning.

use super::*;

fn noncurrent_expire(days: u32) -> Value {
    json!({"NoncurrentVersionExpiration": {"NoncurrentDays": days}})
}

#[test]
fn in_a_bucket_that_never_had_versioning_an_expiration_removes_for_good() {
    let mut cloud = Cloud::new();
    cloud.rules(&[expire(1)]);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 5), [(0, vec!["STANDARD"]), (2, vec![])]);
}

#[test]
fn with_versioning_an_expiration_puts_a_delete_marker_on_top() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[expire(1)]);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 50), [(0, vec!["STANDARD"]), (2, vec!["marker", "STANDARD"])]);
    assert!(cloud.version("k", 0).number.is_some(), "the marker has an id of its own");
}

#[test]
fn with_versioning_suspended_a_null_version_gives_way_to_a_null_marker() {
    let mut cloud = Cloud::new();
    cloud.versioning("Suspended");
    cloud.rules(&[expire(1)]);
    cloud.put("k", BIG);
    cloud.days(1);
    cloud.days(1);
    assert_eq!(cloud.stack("k"), ["marker"]);
    assert_eq!(cloud.version("k", 0).number, None);
}

#[test]
fn with_versioning_suspended_a_version_with_an_id_stays_under_the_null_marker() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.put("k", BIG);
    cloud.versioning("Suspended");
    cloud.rules(&[expire(1)]);
    cloud.days(2);
    assert_eq!(cloud.stack("k"), ["marker", "STANDARD"]);
    assert_eq!(cloud.version("k", 0).number, None);
}

#[test]
fn noncurrent_days_count_from_the_moment_the_successor_came() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[noncurrent_expire(10)]);
    cloud.put("k", BIG);
    cloud.days(100);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 20), [(0, vec!["STANDARD"; 2]), (11, vec!["STANDARD"])]);
}

#[test]
fn a_delete_marker_is_a_successor_too() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[noncurrent_expire(10)]);
    cloud.put("k", BIG);
    cloud.call("DeleteObject", json!({"Key": "k"}));
    assert_eq!(cloud.history("k", 20), [(0, vec!["marker", "STANDARD"]), (11, vec!["marker"])]);
}

#[test]
fn noncurrent_rules_leave_the_current_version_alone() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    let moves = json!([{"NoncurrentDays": 0, "StorageClass": "GLACIER"}]);
    cloud.rules(&[with(noncurrent_expire(10), json!({"NoncurrentVersionTransitions": moves}))]);
    cloud.put("k", BIG);
    cloud.days(100);
    assert_eq!(cloud.stack("k"), ["STANDARD"]);
    cloud.put("k", BIG);
    let expected = [(0, vec!["STANDARD", "STANDARD"]), (1, vec!["STANDARD", "GLACIER"]), (11, vec!["STANDARD"])];
    assert_eq!(cloud.history("k", 20), expected);
}

#[test]
fn newer_noncurrent_versions_keeps_that_many_of_the_newest() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[json!({"NoncurrentVersionExpiration": {"NoncurrentDays": 1, "NewerNoncurrentVersions": 2}})]);
    for _ in 0..6 {
        cloud.put("k", BIG);
    }
    cloud.days(100);
    assert_eq!(cloud.stack("k").len(), 3, "the current one and two noncurrent ones");
    cloud.put("k", BIG);
    cloud.days(1);
    assert_eq!(cloud.stack("k").len(), 3, "the oldest has been noncurrent long enough: it goes at the next midnight");
}

#[test]
fn newer_noncurrent_versions_keeps_versions_from_moving_too() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[
        json!({"NoncurrentVersionTransitions": [{"NoncurrentDays": 30, "NewerNoncurrentVersions": 1, "StorageClass": "STANDARD_IA"}]}),
    ]);
    for _ in 0..3 {
        cloud.put("k", BIG);
    }
    cloud.days(40);
    assert_eq!(cloud.stack("k"), ["STANDARD", "STANDARD", "STANDARD_IA"]);
}

#[test]
fn small_noncurrent_versions_do_not_move_by_default() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[json!({"NoncurrentVersionTransitions": [{"NoncurrentDays": 0, "StorageClass": "GLACIER"}]})]);
    cloud.put("k", SMALL);
    cloud.put("k", SMALL);
    cloud.days(5);
    assert_eq!(cloud.stack("k"), ["STANDARD", "STANDARD"]);
}

#[test]
fn an_expired_object_delete_marker_goes_once_it_is_alone() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[json!({"Expiration": {"ExpiredObjectDeleteMarker": true}}), noncurrent_expire(10)]);
    cloud.put("k", BIG);
    cloud.call("DeleteObject", json!({"Key": "k"}));
    let history = cloud.history("k", 20);
    assert_eq!(history[..2], [(0, vec!["marker", "STANDARD"]), (11, vec!["marker"])]);
    assert_eq!(history[2..], [(12, vec![])], "the sweep after the one that left it alone");
}

#[test]
fn a_days_rule_removes_a_lone_marker_once_it_is_old_enough() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[expire(5)]);
    cloud.call("DeleteObject", json!({"Key": "k"}));
    assert_eq!(cloud.history("k", 20), [(0, vec!["marker"]), (6, vec![])]);
}

#[test]
fn a_marker_over_versions_stays() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[json!({"Expiration": {"ExpiredObjectDeleteMarker": true}}), with(expire(5), json!({"Filter": {"Prefix": "k"}}))]);
    cloud.put("k", BIG);
    cloud.call("DeleteObject", json!({"Key": "k"}));
    cloud.days(100);
    assert_eq!(cloud.stack("k"), ["marker", "STANDARD"]);
}

#[test]
fn permanent_deletion_wins_over_a_transition_of_the_same_night() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[noncurrent_expire(30), json!({"NoncurrentVersionTransitions": [{"NoncurrentDays": 30, "StorageClass": "GLACIER"}]})]);
    cloud.put("k", BIG);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 40), [(0, vec!["STANDARD"; 2]), (31, vec!["STANDARD"])]);
}

#[test]
fn current_and_noncurrent_versions_of_a_key_get_their_actions_on_the_same_night() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[moves(&[(30, "STANDARD_IA")]), noncurrent_expire(30)]);
    cloud.put("k", BIG);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 40), [(0, vec!["STANDARD"; 2]), (31, vec!["STANDARD_IA"])]);
}

#[test]
fn what_became_noncurrent_by_a_rule_then_follows_the_noncurrent_rules() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[with(expire(5), noncurrent_expire(3)), json!({"Expiration": {"ExpiredObjectDeleteMarker": true}})]);
    cloud.put("k", BIG);
    let history = cloud.history("k", 20);
    // the marker comes at the very midnight of day 6; three days and the rounding up later it is day 10
    assert_eq!(history[..3], [(0, vec!["STANDARD"]), (6, vec!["marker", "STANDARD"]), (10, vec!["marker"])]);
    assert_eq!(history.last().unwrap().1, [""; 0]);
}

#[test]
fn to_a_size_filter_a_noncurrent_delete_marker_is_an_object_without_data() {
    for (filter, left) in [(json!({"ObjectSizeLessThan": 1}), "STANDARD"), (json!({"ObjectSizeGreaterThan": 0}), "marker")] {
        let mut cloud = Cloud::new();
        cloud.versioning("Enabled");
        cloud.rules(&[with(noncurrent_expire(5), json!({"Filter": filter}))]);
        cloud.put("k", BIG);
        cloud.call("DeleteObject", json!({"Key": "k"}));
        cloud.put("k", BIG);
        cloud.days(10);
        assert_eq!(cloud.stack("k"), ["STANDARD", left]);
    }
}

#[test]
fn a_rule_with_a_tag_filter_leaves_delete_markers_alone() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[with(expire(5), json!({"Filter": {"Tag": {"Key": "k", "Value": "v"}}}))]);
    cloud.call("DeleteObject", json!({"Key": "k"}));
    cloud.days(50);
    assert_eq!(cloud.stack("k"), ["marker"]);
}
