//! Prefixes: plain beginnings of keys, which may also cut a run of keys that is stored as one.

use super::*;

#[test]
fn a_prefix_is_a_plain_beginning_not_a_folder() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(expire(1), json!({"Filter": {"Prefix": "log"}}))]);
    for key in ["log", "logs/a", "logbook", "alog", "Log"] {
        cloud.put(key, BIG);
    }
    cloud.days(3);
    let left: Vec<_> = ["log", "logs/a", "logbook", "alog", "Log"].into_iter().filter(|key| !cloud.stack(key).is_empty()).collect();
    assert_eq!(left, ["alog", "Log"]);
}

#[test]
fn a_prefix_of_the_older_form_works_as_one_in_a_filter() {
    let mut cloud = Cloud::new();
    let rule = json!({"Prefix": "logs/", "Status": "Enabled", "Expiration": {"Days": 1}});
    cloud.call("PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": [rule]}}));
    cloud.put("logs/k", BIG);
    cloud.put("k", BIG);
    cloud.days(3);
    assert_eq!((cloud.stack("logs/k"), cloud.stack("k")), (vec![], vec!["STANDARD"]));
}

#[test]
fn a_prefix_that_ends_in_the_middle_of_a_run_of_keys_takes_just_its_own() {
    let mut cloud = Cloud::new();
    cloud.rules(&[
        with(moves(&[(30, "GLACIER")]), json!({"Filter": {"Prefix": "k01"}})),
        with(expire(40), json!({"Filter": {"Prefix": "k019"}})),
    ]);
    for n in 0..30 {
        cloud.put(&format!("k{n:03}"), BIG);
    }
    assert_eq!(cloud.0.s3.bucket("bucket").unwrap().store().n_cohorts(), 1);
    cloud.days(31);
    let classes: Vec<_> = ["k009", "k010", "k019", "k020"].iter().flat_map(|key| cloud.stack(key)).collect();
    assert_eq!(classes, ["STANDARD", "GLACIER", "GLACIER", "STANDARD"]);
    cloud.days(10);
    assert_eq!(cloud.stack("k019"), [""; 0]);
    assert_eq!(cloud.stack("k018"), ["GLACIER"]);
}

#[test]
fn parts_of_a_run_under_different_rules_all_get_their_action_on_the_same_night() {
    let mut cloud = Cloud::new();
    let class = |prefix: &str, class: &str| with(moves(&[(30, class)]), json!({"Filter": {"Prefix": prefix}}));
    cloud.rules(&[class("k00", "STANDARD_IA"), class("k01", "GLACIER"), class("k02", "DEEP_ARCHIVE")]);
    for n in 0..40 {
        cloud.put(&format!("k{n:03}"), BIG);
    }
    cloud.days(31);
    let classes: Vec<_> =
        ["k000", "k009", "k010", "k019", "k020", "k029", "k030", "k039"].iter().flat_map(|key| cloud.stack(key)).collect();
    assert_eq!(classes, ["STANDARD_IA", "STANDARD_IA", "GLACIER", "GLACIER", "DEEP_ARCHIVE", "DEEP_ARCHIVE", "STANDARD", "STANDARD"]);
}

#[test]
fn every_part_of_a_cut_run_goes_on_with_its_later_actions() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(moves(&[(0, "GLACIER")]), json!({"Filter": {"Prefix": "k01"}})), expire(50)]);
    for n in 0..30 {
        cloud.put(&format!("k{n:03}"), BIG);
    }
    cloud.days(49);
    assert_eq!(cloud.0.s3.bucket("bucket").unwrap().store().cohorts().map(|(_, cohort)| cohort.len).sum::<u64>(), 30);
    cloud.days(2);
    assert!(cloud.0.s3.bucket("bucket").unwrap().store().is_empty(), "no part is forgotten");
}

#[test]
fn objects_put_one_by_one_and_in_bulk_fare_alike() {
    let rules = [with(moves(&[(30, "STANDARD_IA")]), json!({"Filter": {"Prefix": "k0"}})), expire(60)];
    let mut together = Cloud::new();
    let mut apart = Cloud::new();
    for n in 0..20 {
        together.put(&format!("k{n:02}"), BIG);
        apart.put(&format!("k{:02}", (n * 7) % 20), BIG);
    }
    together.rules(&rules);
    apart.rules(&rules);
    for _ in 0..62 {
        together.days(1);
        apart.days(1);
        assert_eq!(together.0.s3.bucket("bucket").unwrap().store(), apart.0.s3.bucket("bucket").unwrap().store());
    }
    assert!(apart.0.s3.bucket("bucket").unwrap().store().is_empty());
}

#[test]
fn keys_that_split_a_run_leave_both_parts_with_their_actions() {
    for between in ["k05", "k05x"] {
        let mut cloud = Cloud::new();
        cloud.rules(&[expire(10)]);
        for n in 0..10 {
            cloud.put(&format!("k{n:02}"), BIG);
        }
        cloud.days(5);
        cloud.put(between, BIG);
        cloud.days(6);
        let left: Vec<_> =
            cloud.0.s3.bucket("bucket").unwrap().store().cohorts().map(|(first, cohort)| (first.to_string(), cohort.len)).collect();
        assert_eq!(left, [(between.to_owned(), 1)]);
    }
}

#[test]
fn keys_deleted_out_of_a_run_leave_both_parts_with_their_actions() {
    let mut cloud = Cloud::new();
    cloud.rules(&[expire(10)]);
    for n in 0..10 {
        cloud.put(&format!("k{n:02}"), BIG);
    }
    cloud.call("DeleteObject", json!({"Key": "k05"}));
    cloud.days(11);
    assert!(cloud.0.s3.bucket("bucket").unwrap().store().is_empty());
}
