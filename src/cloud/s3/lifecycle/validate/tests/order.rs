//! Transitions: into which classes, how early, and in which order with one another and with an expiration.

use super::*;

#[test]
fn a_transition_leads_into_a_class_of_the_enum() {
    for class in ["STANDARD", "REDUCED_REDUNDANCY", "EXPRESS_ONEZONE", "OUTPOSTS", "glacier", ""] {
        refused(&json!({"Transitions": moves(&[(30, class)])}), MALFORMED);
        refused(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(30, class)])}), MALFORMED);
    }
    for class in ["STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"] {
        accepted(&json!({"Transitions": moves(&[(30, class)])}));
        accepted(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(30, class)])}));
    }
}

#[test]
fn objects_enter_infrequent_access_after_30_days_at_the_earliest() {
    for class in ["STANDARD_IA", "ONEZONE_IA"] {
        let current =
            format!("InvalidArgument: 'Days' in Transition action must be greater than or equal to 30 for storageClass '{class}'");
        let noncurrent = format!(
            "InvalidArgument: 'NoncurrentDays' in NoncurrentVersionTransition action must be greater than or equal to 30 for storageClass '{class}'"
        );
        for days in [0, 29] {
            refused(&json!({"Transitions": moves(&[(days, class)])}), &current);
            refused(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(days, class)])}), &noncurrent);
        }
    }
}

#[test]
fn the_other_classes_may_be_entered_on_day_0_but_not_before() {
    for class in ["INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"] {
        accepted(&json!({"Transitions": moves(&[(0, class)])}));
        accepted(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(0, class)])}));
    }
    refused(&json!({"Transitions": moves(&[(-1, "GLACIER")])}), "InvalidArgument: 'Days' in Transition action must be nonnegative");
    let message = "InvalidArgument: 'NoncurrentDays' in NoncurrentVersionTransition action must be nonnegative";
    refused(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(-1, "GLACIER")])}), message);
}

#[test]
fn a_transition_has_either_days_or_a_date() {
    refused(&json!({"Transitions": [{"Days": 1, "Date": "2030-01-01T00:00:00Z", "StorageClass": "GLACIER"}]}), MALFORMED);
    let message = "InvalidArgument: 'Transition' action must specify either 'Days' or 'Date'";
    refused(&json!({"Transitions": [{"StorageClass": "GLACIER"}]}), message);
}

#[test]
fn one_rule_names_a_class_once() {
    let message = |action: &str| {
        format!("InvalidRequest: 'StorageClass' must be different for '{action}' actions in same 'Rule' with filter '(prefix=)'")
    };
    let twice = [(90, "GLACIER"), (30, "GLACIER")];
    refused(&json!({"Transitions": moves(&twice)}), &message("Transition"));
    refused(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&twice)}), &message("NoncurrentVersionTransition"));
}

#[test]
fn one_rule_moves_on_only_after_the_minimum_duration_of_the_class_before() {
    let cases = [
        ("STANDARD_IA", 30, "INTELLIGENT_TIERING", 30),
        ("STANDARD_IA", 30, "ONEZONE_IA", 30),
        ("STANDARD_IA", 30, "GLACIER", 30),
        ("ONEZONE_IA", 30, "GLACIER", 30),
        ("GLACIER_IR", 0, "GLACIER", 90),
        ("GLACIER", 0, "DEEP_ARCHIVE", 90),
    ];
    for (before, from, class, gap) in cases {
        let message = format!(
            "InvalidArgument: 'Days' in the 'Transition' action for StorageClass '{class}' for filter '(prefix=)' must be {gap} days more than \
             'filter '(prefix=)'' in the 'Transition' action for StorageClass '{before}'"
        );
        refused(&json!({"Transitions": moves(&[(from, before), (from + gap - 1, class)])}), &message);
        accepted(&json!({"Transitions": moves(&[(from + gap, class), (from, before)])}));
    }
}

#[test]
fn two_rules_may_move_on_as_early_as_they_like() {
    let rules =
        json!([rule(&json!({"Transitions": moves(&[(30, "STANDARD_IA")])})), rule(&json!({"Transitions": moves(&[(31, "GLACIER")])}))]);
    assert_eq!(answer(&rules), Ok(()));
}

#[test]
fn transitions_of_noncurrent_versions_keep_the_same_distances() {
    let message = "InvalidArgument: 'NoncurrentDays' in the 'NoncurrentVersionTransition' action for StorageClass 'GLACIER' for filter '(prefix=)' \
                   must be 30 days more than 'filter '(prefix=)'' in the 'NoncurrentVersionTransition' action for StorageClass 'STANDARD_IA'";
    refused(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(30, "STANDARD_IA"), (59, "GLACIER")])}), message);
    accepted(&json!({"NoncurrentVersionTransitions": noncurrent_moves(&[(30, "STANDARD_IA"), (60, "GLACIER")])}));
}

#[test]
fn one_rule_never_goes_up_the_waterfall() {
    for (colder, warmer) in
        [("GLACIER", "STANDARD_IA"), ("DEEP_ARCHIVE", "GLACIER"), ("GLACIER", "GLACIER_IR"), ("ONEZONE_IA", "INTELLIGENT_TIERING")]
    {
        let error = answer(&json!([rule(&json!({"Transitions": moves(&[(100, colder), (400, warmer)])}))])).unwrap_err();
        assert!(error.starts_with(&format!("InvalidArgument: 'Days' in the 'Transition' action for StorageClass '{colder}'")), "{error}");
    }
}

#[test]
fn an_object_expires_strictly_after_its_last_transition() {
    let message =
        "InvalidArgument: 'Days' in the Expiration action for filter '(prefix=)' must be greater than 'Days' in the Transition action";
    for days in [59, 60] {
        refused(&json!({"Expiration": {"Days": days}, "Transitions": moves(&[(30, "STANDARD_IA"), (60, "GLACIER")])}), message);
    }
    accepted(&json!({"Expiration": {"Days": 61}, "Transitions": moves(&[(30, "STANDARD_IA"), (60, "GLACIER")])}));
}

#[test]
fn a_noncurrent_version_expires_strictly_after_its_last_transition() {
    let message = "InvalidArgument: 'NoncurrentDays' in the NoncurrentVersionExpiration action for filter '(prefix=)' must be greater than \
                   'NoncurrentDays' in the NoncurrentVersionTransition action";
    let with = |days: i64| json!({"NoncurrentVersionExpiration": {"NoncurrentDays": days}, "NoncurrentVersionTransitions": noncurrent_moves(&[(30, "GLACIER")])});
    refused(&with(30), message);
    accepted(&with(31));
}

#[test]
fn dates_keep_the_same_order_as_days() {
    let on = |date: &str, class: &str| json!({"Date": format!("{date}T00:00:00Z"), "StorageClass": class});
    let message =
        "InvalidArgument: 'Date' in the Expiration action for filter '(prefix=)' must be greater than 'Date' in the Transition action";
    refused(&json!({"Expiration": {"Date": "2030-01-01T00:00:00Z"}, "Transitions": [on("2030-01-01", "GLACIER")]}), message);
    accepted(&json!({"Expiration": {"Date": "2030-01-02T00:00:00Z"}, "Transitions": [on("2030-01-01", "GLACIER")]}));
    let early = json!({"Transitions": [on("2030-01-01", "STANDARD_IA"), on("2030-01-30", "GLACIER")]});
    assert!(answer(&json!([rule(&early)])).unwrap_err().contains("'Date' in the 'Transition' action for StorageClass 'GLACIER'"));
    accepted(&json!({"Transitions": [on("2030-01-01", "STANDARD_IA"), on("2030-01-31", "GLACIER")]}));
}

#[test]
fn one_rule_does_not_mix_days_and_dates() {
    let message =
        "InvalidRequest: Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule for filter '(prefix=)'";
    let by_date = json!([{"Date": "2030-01-01T00:00:00Z", "StorageClass": "GLACIER"}]);
    refused(&json!({"Expiration": {"Days": 400}, "Transitions": by_date}), message);
    refused(&json!({"Expiration": {"Date": "2030-01-01T00:00:00Z"}, "Transitions": moves(&[(30, "GLACIER")])}), message);
    let mixed = json!([{"Date": "2030-01-01T00:00:00Z", "StorageClass": "GLACIER"}, {"Days": 300, "StorageClass": "DEEP_ARCHIVE"}]);
    let message = "InvalidRequest: Found mixed 'Date' and 'Days' based Transition actions in lifecycle rule for filter '(prefix=)'";
    refused(&json!({"Transitions": mixed}), message);
}

#[test]
fn a_marker_expiration_goes_with_transitions_of_either_kind() {
    accepted(&json!({"Expiration": {"ExpiredObjectDeleteMarker": true}, "Transitions": moves(&[(0, "GLACIER")])}));
    accepted(
        &json!({"Expiration": {"ExpiredObjectDeleteMarker": true}, "Transitions": [{"Date": "2030-01-01T00:00:00Z", "StorageClass": "GLACIER"}]}),
    );
}

#[test]
fn messages_name_the_whole_filter() {
    let named = |members: Value| answer(&json!([members])).unwrap_err();
    let conflict = |scope: Value| {
        let mut rule = json!({"Status": "Enabled", "Expiration": {"Days": 1}, "Transitions": moves(&[(1, "GLACIER")])});
        rule.as_object_mut().unwrap().extend(scope.as_object().unwrap().clone());
        named(rule)
    };
    let and = json!({"Prefix": "a/", "Tags": [{"Key": "k", "Value": "v"}], "ObjectSizeGreaterThan": 5, "ObjectSizeLessThan": 9});
    let whole = "filter '(prefix=a/ and tag={key=k, value=v} and objectsizegreaterthan=5 and objectsizelessthan=9)'";
    assert!(conflict(json!({"Filter": {"And": and}})).contains(whole));
    assert!(conflict(json!({"Filter": {}})).contains("filter '()'"));
    assert!(conflict(json!({"Prefix": "a/"})).contains("prefix 'a/'"));
}
