//! Every mistake in a lifecycle configuration, with the code and words that S3 answers.

use serde_json::{Value, json};

use super::*;

const MALFORMED: &str = "MalformedXML: The XML you provided was not well-formed or did not validate against our published schema";

/// What S3 answers to these rules.
#[track_caller]
fn answer(rules: &Value) -> Result<(), String> {
    let configuration = serde_json::from_value(json!({"Rules": rules})).unwrap();
    check(&configuration).map_err(|error| error.to_string())
}

/// An enabled rule for the whole bucket, with these members besides or instead.
fn rule(members: &Value) -> Value {
    let mut rule = json!({"Filter": {"Prefix": ""}, "Status": "Enabled"});
    for (name, value) in members.as_object().unwrap() {
        rule[name] = value.clone();
    }
    rule
}

#[track_caller]
fn accepted(members: &Value) {
    assert_eq!(answer(&json!([rule(members)])), Ok(()), "{members}");
}

#[track_caller]
fn refused(members: &Value, error: &str) {
    assert_eq!(answer(&json!([rule(members)])), Err(error.to_owned()), "{members}");
}

fn expiring(members: &Value) -> Value {
    let mut members = members.clone();
    members["Expiration"] = json!({"Days": 1});
    members
}

/// Transitions on these days into these classes.
fn moves(steps: &[(i64, &str)]) -> Value {
    steps.iter().map(|(days, class)| json!({"Days": days, "StorageClass": class})).collect()
}

fn noncurrent_moves(steps: &[(i64, &str)]) -> Value {
    steps.iter().map(|(days, class)| json!({"NoncurrentDays": days, "StorageClass": class})).collect()
}

mod order;

#[test]
fn a_configuration_has_1_to_1000_rules() {
    let rules = |n: usize| Value::from(vec![rule(&expiring(&json!({}))); n]);
    assert_eq!(answer(&rules(0)), Err(MALFORMED.to_owned()));
    assert_eq!(answer(&rules(1_000)), Ok(()));
    assert_eq!(answer(&rules(1_001)), Err(MALFORMED.to_owned()));
}

#[test]
fn a_status_is_spelled_enabled_or_disabled() {
    for status in ["enabled", "disabled", "", "invalid"] {
        refused(&expiring(&json!({"Status": status})), MALFORMED);
    }
    accepted(&expiring(&json!({"Status": "Disabled"})));
}

#[test]
fn a_rule_has_either_a_filter_or_a_prefix() {
    let expiration = json!({"Days": 1});
    assert_eq!(answer(&json!([{"Status": "Enabled", "Expiration": expiration}])), Err(MALFORMED.to_owned()));
    assert_eq!(answer(&json!([{"Status": "Enabled", "Prefix": "", "Expiration": expiration}])), Ok(()));
    refused(&expiring(&json!({"Prefix": "a"})), MALFORMED);
    accepted(&expiring(&json!({"Filter": {}})));
}

#[test]
fn several_predicates_need_an_and() {
    let tag = json!({"Key": "k", "Value": "v"});
    for filter in [
        json!({"Prefix": "a", "Tag": tag}),
        json!({"Prefix": "a", "ObjectSizeGreaterThan": 1}),
        json!({"ObjectSizeGreaterThan": 1, "ObjectSizeLessThan": 9}),
        json!({"Prefix": "a", "And": {"Prefix": "a", "Tags": [tag]}}),
    ] {
        refused(&expiring(&json!({"Filter": filter})), MALFORMED);
    }
    accepted(&expiring(&json!({"Filter": {"And": {"Prefix": "", "Tags": [tag], "ObjectSizeGreaterThan": 1, "ObjectSizeLessThan": 9}}})));
}

#[test]
fn an_and_joins_at_least_two_predicates() {
    refused(&expiring(&json!({"Filter": {"And": {"Prefix": "a"}}})), MALFORMED);
    refused(&expiring(&json!({"Filter": {"And": {}}})), MALFORMED);
    accepted(&expiring(&json!({"Filter": {"And": {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "1"}]}}})));
}

#[test]
fn tag_keys_of_a_filter_differ() {
    let tags = json!([{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]);
    refused(&expiring(&json!({"Filter": {"And": {"Prefix": "", "Tags": tags}}})), "InvalidRequest: Duplicate Tag Keys are not allowed.");
}

#[test]
fn sizes_of_a_filter_lie_in_range_and_do_not_cross() {
    let filter = |filter: Value| expiring(&json!({"Filter": filter}));
    refused(&filter(json!({"ObjectSizeLessThan": 0})), "InvalidRequest: 'ObjectSizeLessThan' should be between 1 and 1099511627776000.");
    refused(
        &filter(json!({"ObjectSizeGreaterThan": -1})),
        "InvalidRequest: 'ObjectSizeGreaterThan' should be between 0 and 1099511627776000.",
    );
    let crossed = "InvalidRequest: 'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.";
    refused(&filter(json!({"And": {"ObjectSizeGreaterThan": 5, "ObjectSizeLessThan": 5}})), crossed);
    accepted(&filter(json!({"ObjectSizeGreaterThan": 0})));
    accepted(&filter(json!({"And": {"ObjectSizeGreaterThan": 5, "ObjectSizeLessThan": 6}})));
}

#[test]
fn a_rule_needs_an_action() {
    refused(&json!({}), "InvalidRequest: At least one action needs to be specified in a rule");
    refused(&json!({"Transitions": []}), "InvalidRequest: At least one action needs to be specified in a rule");
}

#[test]
fn rule_ids_are_unique_and_have_at_most_255_characters() {
    accepted(&expiring(&json!({"ID": "i".repeat(255)})));
    refused(&expiring(&json!({"ID": "i".repeat(256)})), "InvalidArgument: ID length should not exceed allowed limit of 255");
    let same = [rule(&expiring(&json!({"ID": "r"}))), rule(&expiring(&json!({"ID": "r", "Filter": {"Prefix": "a"}})))];
    let message = "InvalidArgument: Rule ID must be unique. Found same ID for one or more rules";
    assert_eq!(answer(&json!(same)), Err(message.to_owned()));
}

#[test]
fn prefixes_of_the_older_form_do_not_mix_with_filters() {
    let older = json!({"Prefix": "a", "Status": "Enabled", "Expiration": {"Days": 1}});
    let message = "InvalidRequest: Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the Filter.";
    assert_eq!(answer(&json!([older, rule(&expiring(&json!({})))])), Err(message.to_owned()));
    assert_eq!(answer(&json!([rule(&expiring(&json!({}))), older])), Err(message.to_owned()));
}

#[test]
fn prefixes_overlap_freely_in_filters_but_not_in_the_older_form_for_one_kind_of_action() {
    accepted(&expiring(&json!({})));
    assert_eq!(answer(&json!([rule(&expiring(&json!({}))), rule(&expiring(&json!({"Filter": {"Prefix": "a"}})))])), Ok(()));
    let older = |prefix: &str, action: &str, value: Value| json!({"Prefix": prefix, "Status": "Enabled", action: value});
    let expiration = json!({"Days": 1});
    let message = "InvalidRequest: Found overlapping prefixes '' and 'a' for same action type 'Expiration'";
    let same = json!([older("a", "Expiration", expiration.clone()), older("", "Expiration", expiration.clone())]);
    assert_eq!(answer(&same), Err(message.to_owned()));
    let other = json!([
        older("a", "Expiration", expiration.clone()),
        older("", "AbortIncompleteMultipartUpload", json!({"DaysAfterInitiation": 1}))
    ]);
    assert_eq!(answer(&other), Ok(()));
    let apart = json!([older("a", "Expiration", expiration.clone()), older("b", "Expiration", expiration)]);
    assert_eq!(answer(&apart), Ok(()));
}

#[test]
fn an_expiration_has_exactly_one_of_days_date_and_marker() {
    for expiration in [
        json!({}),
        json!({"Days": 1, "Date": "2030-01-01T00:00:00Z"}),
        json!({"Days": 1, "ExpiredObjectDeleteMarker": true}),
        json!({"Date": "2030-01-01T00:00:00Z", "ExpiredObjectDeleteMarker": true}),
    ] {
        refused(&json!({"Expiration": expiration}), MALFORMED);
    }
    for expiration in [json!({"Days": 1}), json!({"Date": "2030-01-01T00:00:00Z"}), json!({"ExpiredObjectDeleteMarker": true})] {
        accepted(&json!({"Expiration": expiration}));
    }
}

#[test]
fn days_of_an_expiration_are_positive() {
    for days in [0, -1] {
        refused(&json!({"Expiration": {"Days": days}}), "InvalidArgument: 'Days' for Expiration action must be a positive integer");
        let noncurrent = json!({"NoncurrentVersionExpiration": {"NoncurrentDays": days}});
        refused(&noncurrent, "InvalidArgument: 'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer");
        let abort = json!({"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": days}});
        refused(&abort, "InvalidArgument: 'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer");
    }
}

#[test]
fn numbers_beyond_32_bits_are_malformed() {
    refused(&json!({"Expiration": {"Days": 1_i64 << 31}}), MALFORMED);
    accepted(&json!({"Expiration": {"Days": i32::MAX}}));
}

#[test]
fn dates_are_at_midnight_utc() {
    let message = "InvalidArgument: 'Date' must be at midnight GMT";
    refused(&json!({"Expiration": {"Date": "2030-01-01T01:00:00Z"}}), message);
    refused(&json!({"Transitions": [{"Date": "2030-01-01T00:00:01Z", "StorageClass": "GLACIER"}]}), message);
    accepted(&json!({"Expiration": {"Date": "2030-01-01T09:00:00+09:00"}}));
}

#[test]
fn noncurrent_actions_and_aborts_need_their_days() {
    refused(&json!({"NoncurrentVersionExpiration": {}}), MALFORMED);
    refused(&json!({"NoncurrentVersionExpiration": {"NewerNoncurrentVersions": 1}}), MALFORMED);
    refused(&json!({"NoncurrentVersionTransitions": [{"NewerNoncurrentVersions": 1, "StorageClass": "GLACIER"}]}), MALFORMED);
    refused(&json!({"AbortIncompleteMultipartUpload": {}}), MALFORMED);
}

#[test]
fn between_1_and_100_newer_noncurrent_versions_may_be_kept() {
    let expire = |count: i64| json!({"NoncurrentVersionExpiration": {"NoncurrentDays": 1, "NewerNoncurrentVersions": count}});
    let positive = "InvalidArgument: 'NewerNoncurrentVersions' for NoncurrentVersionExpiration action must be a positive integer";
    refused(&expire(0), positive);
    accepted(&expire(1));
    accepted(&expire(100));
    assert!(answer(&json!([rule(&expire(101))])).unwrap_err().starts_with("InvalidArgument"));
    let moves = json!({"NoncurrentVersionTransitions": [{"NoncurrentDays": 1, "NewerNoncurrentVersions": 0, "StorageClass": "GLACIER"}]});
    assert!(answer(&json!([rule(&moves)])).unwrap_err().starts_with("InvalidArgument"));
}

#[test]
fn newer_noncurrent_versions_are_unknown_to_the_older_form() {
    let rule =
        json!({"Prefix": "", "Status": "Enabled", "NoncurrentVersionExpiration": {"NoncurrentDays": 1, "NewerNoncurrentVersions": 1}});
    let message = "InvalidRequest: NewerNoncurrentVersions element can only be used in Lifecycle V2.";
    assert_eq!(answer(&json!([rule])), Err(message.to_owned()));
}

#[test]
fn aborts_and_marker_expirations_cannot_be_confined_by_tags_or_sizes() {
    let tagged = json!({"Tag": {"Key": "k", "Value": "v"}});
    let both = json!({"And": {"Prefix": "a", "Tags": [{"Key": "k", "Value": "v"}]}});
    let sized = json!({"ObjectSizeGreaterThan": 1});
    for (action, member, value) in [
        ("AbortIncompleteMultipartUpload", "AbortIncompleteMultipartUpload", json!({"DaysAfterInitiation": 1})),
        ("ExpiredObjectDeleteMarker", "Expiration", json!({"ExpiredObjectDeleteMarker": true})),
    ] {
        for filter in [&tagged, &both] {
            refused(&json!({"Filter": filter, member: value}), &format!("InvalidRequest: {action} cannot be specified with Tags."));
        }
        refused(&json!({"Filter": sized, member: value}), &format!("InvalidRequest: {action} cannot be specified with Object Size."));
        accepted(&json!({"Filter": {"Prefix": "up/"}, member: value}));
    }
}

#[test]
fn the_form_of_all_rules_is_checked_before_the_sense_of_any() {
    let senseless = rule(&json!({"Expiration": {"Days": 0}}));
    let malformed = rule(&expiring(&json!({"Status": "on"})));
    assert_eq!(answer(&json!([senseless, malformed])), Err(MALFORMED.to_owned()));
}
