//! Configurations that S3 refuses, and what it refuses while there is one.

use serde_json::{Value, json};

use super::bench::{Bench, ROLE};

/// What putting one rule is answered, changed from the usual one.
fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut bench = Bench::new();
    let mut rule = bench.rule();
    change(&mut rule);
    bench.replicate_from("src", &[rule]).map_or_else(|error| error.to_string(), |_| "ok".to_owned())
}

#[test]
fn both_ends_must_have_versioning_enabled() {
    let mut bench = Bench::new();
    for bucket in ["plain-src", "plain-dst"] {
        bench.ok("CreateBucket", json!({"Bucket": bucket}));
    }
    let rule = bench.rule();
    let error = bench.replicate_from("plain-src", &[rule]).unwrap_err();
    assert_eq!(error.to_string(), "InvalidRequest: Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    for target in ["plain-dst", "nowhere"] {
        let text = with(|rule| rule["Destination"]["Bucket"] = json!(format!("arn:aws:s3:::{target}")));
        assert_eq!(text, "InvalidRequest: Destination bucket must have versioning enabled.");
    }
}

#[test]
fn without_a_configuration_there_is_none_to_show_and_without_rules_none_to_put() {
    let mut bench = Bench::new();
    let error = bench.call("GetBucketReplication", json!({"Bucket": "src"})).unwrap_err();
    assert_eq!((error.status, error.code.as_ref()), (404, "ReplicationConfigurationNotFoundError"));
    assert_eq!(error.message, "The replication configuration was not found");
    assert_eq!(bench.replicate_from("src", &[]).unwrap_err().code, "MalformedXML");
    bench.replicate(bench.rule());
    bench.ok("DeleteBucketReplication", json!({"Bucket": "src"}));
    bench.ok("DeleteBucketReplication", json!({"Bucket": "src"}));
    assert_eq!(bench.call("GetBucketReplication", json!({"Bucket": "src"})).unwrap_err().code, "ReplicationConfigurationNotFoundError");
}

#[test]
fn a_configuration_is_shown_as_it_was_put_with_a_name_for_every_rule() {
    let mut bench = Bench::new();
    let mut rule = bench.rule();
    rule.as_object_mut().unwrap().remove("ID");
    bench.replicate(rule.clone());
    let shown = bench.ok("GetBucketReplication", json!({"Bucket": "src"}))["ReplicationConfiguration"].clone();
    assert_eq!(shown["Role"], ROLE);
    let id = shown["Rules"][0]["ID"].as_str().unwrap();
    assert_eq!(id.len(), 36);
    rule["ID"] = json!(id);
    assert_eq!(shown["Rules"], json!([rule]));
}

#[test]
fn versioning_cannot_be_suspended_while_there_are_rules() {
    let mut bench = Bench::new();
    bench.replicate(bench.rule());
    let suspend = json!({"Bucket": "src", "VersioningConfiguration": {"Status": "Suspended"}});
    let error = bench.call("PutBucketVersioning", suspend.clone()).unwrap_err();
    assert_eq!((error.status, error.code.as_ref()), (409, "InvalidBucketState"));
    bench.ok("PutBucketVersioning", json!({"Bucket": "src", "VersioningConfiguration": {"Status": "Enabled"}}));
    bench.ok("DeleteBucketReplication", json!({"Bucket": "src"}));
    bench.ok("PutBucketVersioning", suspend);
}

#[test]
fn the_newer_form_has_priority_filter_and_word_on_delete_markers() {
    for (element, text) in [
        ("Priority", "Priority must be specified for this version"),
        ("DeleteMarkerReplication", "DeleteMarkerReplication must be specified for this version"),
    ] {
        let refusal = with(|rule| drop(rule.as_object_mut().unwrap().remove(element)));
        assert!(refusal.starts_with("InvalidRequest: ") && refusal.contains(text), "{refusal}");
    }
    assert!(with(|rule| drop(rule.as_object_mut().unwrap().remove("Filter"))).starts_with("MalformedXML"));
    let older = with(|rule| {
        rule.as_object_mut().unwrap().remove("Filter");
        rule["Prefix"] = json!("");
    });
    assert!(older.starts_with("InvalidRequest: Priority cannot be used for this version"), "{older}");
}

#[test]
fn delete_markers_do_not_go_with_tags() {
    let refusal = with(|rule| {
        rule["Filter"] = json!({"Tag": {"Key": "a", "Value": "b"}});
        rule["DeleteMarkerReplication"] = json!({"Status": "Enabled"});
    });
    assert!(refusal.contains("Delete marker replication is not supported if any Tag filter is specified"), "{refusal}");
}

#[test]
fn names_and_priorities_of_rules_are_their_own() {
    let mut bench = Bench::new();
    let (one, mut other) = (bench.rule(), bench.rule());
    other["Priority"] = json!(2);
    let error = bench.replicate_from("src", &[one.clone(), other.clone()]).unwrap_err();
    assert_eq!(error.to_string(), "InvalidArgument: Rule Id must be unique.");
    other["ID"] = json!("other");
    other["Priority"] = json!(1);
    assert_eq!(bench.replicate_from("src", &[one, other]).unwrap_err().to_string(), "InvalidRequest: Found duplicate priority 1.");
    assert!(with(|rule| rule["ID"] = json!("x".repeat(256))).starts_with("InvalidArgument"));
    assert!(with(|rule| rule["Priority"] = json!(-1)).starts_with("InvalidRequest: Priority must be between"));
    let many: Vec<Value> = (0..1_001)
        .map(|n| {
            let mut rule = bench.rule();
            (rule["ID"], rule["Priority"]) = (json!(format!("r{n}")), json!(n));
            rule
        })
        .collect();
    assert_eq!(bench.replicate_from("src", &many).unwrap_err().code, "InvalidRequest");
    bench.replicate_from("src", &many[..1_000]).unwrap();
}

#[test]
fn a_destination_is_another_bucket_by_its_arn() {
    let to = |bucket: &str| with(|rule| rule["Destination"]["Bucket"] = json!(bucket));
    assert_eq!(to("arn:aws:s3:::src"), "InvalidRequest: Destination bucket cannot be the same as the source bucket.");
    assert_eq!(to("dst"), "InvalidArgument: Invalid bucket ARN.");
    let owner = json!({"Bucket": "arn:aws:s3:::dst", "AccessControlTranslation": {"Owner": "Destination"}});
    assert!(with(|rule| rule["Destination"] = owner).starts_with("InvalidRequest: Account must be specified"));
    assert!(with(|rule| rule["Destination"]["Account"] = json!("444455556666")).starts_with("InvalidRequest"));
    assert_eq!(with(|rule| rule["Destination"]["Account"] = json!("123456789012")), "ok");
}

#[test]
fn time_control_needs_metrics_and_knows_fifteen_minutes_only() {
    let time = |minutes: u32| json!({"Status": "Enabled", "Time": {"Minutes": minutes}});
    let metrics = json!({"Status": "Enabled", "EventThreshold": {"Minutes": 15}});
    assert!(with(|rule| rule["Destination"]["ReplicationTime"] = time(15)).starts_with("InvalidRequest"));
    for (minutes, answer) in [(15, "ok"), (30, "InvalidRequest")] {
        let refusal = with(|rule| {
            rule["Destination"]["ReplicationTime"] = time(minutes);
            rule["Destination"]["Metrics"] = metrics.clone();
        });
        assert!(refusal.starts_with(answer), "{refusal}");
    }
}

#[test]
fn what_the_schema_does_not_know_is_malformed() {
    for (place, value) in [("/Status", json!("enabled")), ("/DeleteMarkerReplication/Status", json!("On"))] {
        assert!(with(|rule| *rule.pointer_mut(place).unwrap() = value).starts_with("MalformedXML"), "{place}");
    }
    assert!(with(|rule| rule["Destination"]["StorageClass"] = json!("COLD")).starts_with("MalformedXML"));
    assert!(with(|rule| rule["ExistingObjectReplication"] = json!({"Status": "Enabled"})).starts_with("InvalidRequest"));
}
