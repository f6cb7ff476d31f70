//! Several rules for one object (S3 User Guide, conflicts of lifecycle rules).

use super::*;

#[test]
fn of_two_expirations_the_earlier_counts() {
    let mut cloud = Cloud::new();
    cloud.rules(&[expire(10), with(expire(4), json!({"Filter": {"Prefix": "logs/"}}))]);
    cloud.put("logs/k", BIG);
    cloud.put("other", BIG);
    cloud.days(5);
    assert_eq!((cloud.stack("logs/k"), cloud.stack("other")), (vec![], vec!["STANDARD"]));
}

#[test]
fn expiration_wins_over_a_transition_on_the_same_day() {
    let mut cloud = Cloud::new();
    cloud.rules(&[moves(&[(30, "GLACIER")]), expire(30)]);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 40), [(0, vec!["STANDARD"]), (31, vec![])]);
}

#[test]
fn of_two_transitions_on_one_day_the_colder_class_wins() {
    for (one, other, winner) in [
        ("STANDARD_IA", "GLACIER", "GLACIER"),
        ("GLACIER", "DEEP_ARCHIVE", "DEEP_ARCHIVE"),
        ("STANDARD_IA", "ONEZONE_IA", "ONEZONE_IA"),
        ("ONEZONE_IA", "GLACIER_IR", "GLACIER_IR"),
    ] {
        for pair in [[one, other], [other, one]] {
            let mut cloud = Cloud::new();
            cloud.rules(&pair.map(|class| moves(&[(30, class)])));
            cloud.put("k", BIG);
            cloud.days(31);
            assert_eq!(cloud.stack("k"), [winner], "{one} and {other}");
        }
    }
}

#[test]
fn intelligent_tiering_wins_over_all_classes_but_the_two_archives() {
    for (other, winner) in [("STANDARD_IA", "INTELLIGENT_TIERING"), ("GLACIER_IR", "INTELLIGENT_TIERING"), ("GLACIER", "GLACIER")] {
        let mut cloud = Cloud::new();
        cloud.rules(&[moves(&[(30, other)]), moves(&[(30, "INTELLIGENT_TIERING")])]);
        cloud.put("k", BIG);
        cloud.days(31);
        assert_eq!(cloud.stack("k"), [winner]);
    }
}

#[test]
fn a_transition_comes_before_a_delete_marker() {
    let mut cloud = Cloud::new();
    cloud.versioning("Enabled");
    cloud.rules(&[moves(&[(30, "GLACIER")]), expire(30)]);
    cloud.put("k", BIG);
    let history = cloud.history("k", 40);
    assert_eq!(history[1], (31, vec!["GLACIER"]));
    assert_eq!(history.last().unwrap().1, ["marker", "GLACIER"]);
}

#[test]
fn two_rules_may_move_an_object_on_before_its_minimum_duration_is_over() {
    let mut cloud = Cloud::new();
    cloud.rules(&[moves(&[(30, "STANDARD_IA")]), moves(&[(35, "GLACIER")])]);
    cloud.put("k", BIG);
    assert_eq!(cloud.history("k", 40), [(0, vec!["STANDARD"]), (31, vec!["STANDARD_IA"]), (36, vec!["GLACIER"])]);
    let early = cloud.0.usage().until(cloud.0.now()).keys().any(|key| key.usage_type == "EarlyDelete-SIA");
    assert!(early, "the days short of 30 are billed");
}

#[test]
fn tag_filters_take_objects_with_all_listed_tags_and_ignore_others() {
    let mut cloud = Cloud::new();
    let tags = json!([{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]);
    cloud.rules(&[with(expire(1), json!({"Filter": {"And": {"Tags": tags}}}))]);
    for (key, tagging) in [("one", "a=1"), ("both", "a=1&b=2"), ("more", "a=1&b=2&c=3"), ("other", "a=1&b=3"), ("none", "")] {
        cloud.call("PutObject", json!({"Key": key, "Body": {"Zeros": BIG}, "Tagging": tagging}));
    }
    cloud.days(3);
    let left: Vec<_> = ["one", "both", "more", "other", "none"].into_iter().filter(|key| !cloud.stack(key).is_empty()).collect();
    assert_eq!(left, ["one", "other", "none"]);
}

#[test]
fn a_tag_put_later_brings_an_object_under_the_rule() {
    let mut cloud = Cloud::new();
    cloud.rules(&[with(expire(1), json!({"Filter": {"Tag": {"Key": "old", "Value": "yes"}}}))]);
    cloud.put("k", BIG);
    cloud.days(10);
    assert_eq!(cloud.stack("k"), ["STANDARD"]);
    cloud.call("PutObjectTagging", json!({"Key": "k", "Tagging": {"TagSet": [{"Key": "old", "Value": "yes"}]}}));
    assert_eq!(cloud.history("k", 3), [(0, vec!["STANDARD"]), (1, vec![])]);
}
