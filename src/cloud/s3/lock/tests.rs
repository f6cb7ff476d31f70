//! Object Lock: each rule a named test.

mod permissions;

use serde_json::{Value, json};

use super::super::list::bench::{Bench, each};
use crate::{api::ApiError, clock::SimTime};

const FAR: &str = "2099-01-01T00:00:00Z";
const LOCKED: &str = "AccessDenied: Access Denied because object protected by object lock.";

/// A bucket with Object Lock from its creation, and the id of a version in it.
fn bench() -> (Bench, Value) {
    let mut bench = Bench::new();
    bench.ok("CreateBucket", json!({"Bucket": "lock", "ObjectLockEnabledForBucket": true}));
    let version = ok(&mut bench, "PutObject", json!({"Key": "k", "Body": {"Zeros": 10}}))["VersionId"].clone();
    (bench, version)
}

fn call(bench: &mut Bench, operation: &str, mut params: Value) -> Result<Value, ApiError> {
    params["Bucket"] = json!("lock");
    bench.call(operation, params)
}

fn ok(bench: &mut Bench, operation: &str, params: Value) -> Value {
    call(bench, operation, params).unwrap_or_else(|error| panic!("{operation}: {error}"))
}

fn refused(bench: &mut Bench, operation: &str, params: Value) -> String {
    call(bench, operation, params).expect_err(operation).to_string()
}

fn retain(mode: &str, until: &str) -> Value {
    json!({"Key": "k", "Retention": {"Mode": mode, "RetainUntilDate": until}})
}

fn bypassing(mut params: Value) -> Value {
    params["BypassGovernanceRetention"] = json!(true);
    params
}

fn delete(version: &Value) -> Value {
    json!({"Key": "k", "VersionId": version})
}

#[test]
fn a_bucket_made_with_object_lock_is_versioned_and_has_no_default() {
    let (mut bench, _) = bench();
    assert_eq!(ok(&mut bench, "GetBucketVersioning", json!({})), json!({"Status": "Enabled"}));
    let configuration = ok(&mut bench, "GetObjectLockConfiguration", json!({}));
    assert_eq!(configuration, json!({"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled"}}));
}

#[test]
fn versioning_of_a_bucket_with_object_lock_cannot_be_suspended() {
    let (mut bench, _) = bench();
    let suspend = json!({"VersioningConfiguration": {"Status": "Suspended"}});
    let words = "InvalidBucketState: An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.";
    assert_eq!(refused(&mut bench, "PutBucketVersioning", suspend), words);
    ok(&mut bench, "PutBucketVersioning", json!({"VersioningConfiguration": {"Status": "Enabled"}}));
}

#[test]
fn object_lock_is_turned_on_for_an_existing_bucket_once_its_versioning_is_enabled() {
    let mut bench = Bench::new();
    let on = json!({"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled"}});
    let early = bench.call("PutObjectLockConfiguration", on.clone()).unwrap_err();
    let words = "InvalidBucketState: Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration";
    assert_eq!((early.status, early.to_string().as_str()), (409, words));
    bench.versioning("Suspended");
    assert_eq!(bench.refused("PutObjectLockConfiguration", on.clone()), "InvalidBucketState");
    bench.versioning("Enabled");
    bench.ok("PutObjectLockConfiguration", on);
    bench.ok("GetObjectLockConfiguration", json!({}));
}

#[test]
fn a_bucket_without_object_lock_says_so_in_each_operations_words() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let missing = bench.call("GetObjectLockConfiguration", json!({})).unwrap_err();
    let words = "ObjectLockConfigurationNotFoundError: Object Lock configuration does not exist for this bucket";
    assert_eq!((missing.status, missing.to_string().as_str()), (404, words));
    for (operation, params) in [
        ("PutObjectRetention", retain("GOVERNANCE", FAR)),
        ("GetObjectRetention", json!({"Key": "k"})),
        ("PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "ON"}})),
        ("GetObjectLegalHold", json!({"Key": "k"})),
        ("PutObject", json!({"Key": "k", "ObjectLockLegalHoldStatus": "ON"})),
    ] {
        let refusal = bench.call(operation, params).unwrap_err();
        assert_eq!(refusal.to_string(), "InvalidRequest: Bucket is missing Object Lock Configuration", "{operation}");
    }
    for bypass in [true, false] {
        for params in [json!({"Key": "k"}), json!({"Delete": {"Objects": [{"Key": "k"}]}})] {
            let operation = if params.get("Key").is_some() { "DeleteObject" } else { "DeleteObjects" };
            let mut params = params;
            params["BypassGovernanceRetention"] = json!(bypass);
            let refusal = bench.call(operation, params).unwrap_err();
            let words = "InvalidArgument: x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.";
            assert_eq!(refusal.to_string(), words, "{operation}");
        }
    }
}

#[test]
fn a_configuration_is_enabled_and_names_a_mode_with_days_or_years() {
    let (mut bench, _) = bench();
    let put = |configuration: Value| json!({"ObjectLockConfiguration": configuration});
    let rule = |retention: Value| json!({"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": retention}});
    for configuration in [
        json!({}),
        json!({"Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 1}}}),
        json!({"ObjectLockEnabled": "Disabled"}),
        json!({"ObjectLockEnabled": "Enabled", "Rule": {}}),
        rule(json!({})),
        rule(json!({"Mode": "GOVERNANCE"})),
        rule(json!({"Mode": "BAD-VALUE", "Days": 1})),
        rule(json!({"Mode": "governance", "Days": 1})),
        rule(json!({"Days": 1})),
        rule(json!({"Mode": "GOVERNANCE", "Days": 1, "Years": 1})),
    ] {
        let refusal = refused(&mut bench, "PutObjectLockConfiguration", put(configuration.clone()));
        assert!(refusal.starts_with("MalformedXML"), "{configuration}: {refusal}");
    }
    for (days, words) in [(0, "must be a positive integer value."), (-1, "must be a positive integer value."), (36_501, "too large.")] {
        let refusal = refused(&mut bench, "PutObjectLockConfiguration", put(rule(json!({"Mode": "GOVERNANCE", "Days": days}))));
        assert_eq!(refusal, format!("InvalidArgument: Default retention period {words}"));
    }
    ok(&mut bench, "PutObjectLockConfiguration", put(rule(json!({"Mode": "COMPLIANCE", "Years": 100}))));
    let shown = ok(&mut bench, "GetObjectLockConfiguration", json!({}));
    assert_eq!(shown["ObjectLockConfiguration"]["Rule"]["DefaultRetention"], json!({"Mode": "COMPLIANCE", "Years": 100}));
}

#[test]
fn a_default_locks_later_uploads_for_exact_days_unless_they_say_it_themselves() {
    let (mut bench, _) = bench();
    let default =
        |retention: Value| json!({"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": retention}}});
    ok(&mut bench, "PutObjectLockConfiguration", default(json!({"Mode": "GOVERNANCE", "Days": 10})));
    assert_eq!(ok(&mut bench, "HeadObject", json!({"Key": "k"})).get("ObjectLockMode"), None, "what was there before stays free");
    let until = bench.world.now().plus(90_061_000);
    bench.world.run_until(until);
    ok(&mut bench, "PutObject", json!({"Key": "d", "Body": {"Zeros": 1}}));
    let head = ok(&mut bench, "HeadObject", json!({"Key": "d"}));
    assert_eq!(head["ObjectLockMode"], "GOVERNANCE");
    assert_eq!(head["ObjectLockRetainUntilDate"], "2026-01-12T01:01:01+00:00");
    ok(&mut bench, "PutObject", json!({"Key": "e", "ObjectLockMode": "COMPLIANCE", "ObjectLockRetainUntilDate": FAR}));
    assert_eq!(ok(&mut bench, "HeadObject", json!({"Key": "e"}))["ObjectLockMode"], "COMPLIANCE");
    ok(&mut bench, "PutObjectLockConfiguration", default(json!({"Mode": "GOVERNANCE", "Years": 1})));
    ok(&mut bench, "PutObject", json!({"Key": "f", "Body": {"Zeros": 1}}));
    assert_eq!(ok(&mut bench, "HeadObject", json!({"Key": "f"}))["ObjectLockRetainUntilDate"], "2027-01-02T01:01:01+00:00");
}

#[test]
fn a_governed_version_is_deleted_only_with_the_bypass() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", FAR));
    assert_eq!(refused(&mut bench, "DeleteObject", delete(&version)), LOCKED);
    let answer = ok(&mut bench, "DeleteObject", bypassing(delete(&version)));
    assert_eq!(answer["VersionId"], version);
    assert!(refused(&mut bench, "HeadObject", json!({"Key": "k"})).starts_with("404"));
}

#[test]
fn a_version_under_compliance_is_deleted_by_nobody_before_its_date() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("COMPLIANCE", "2026-02-01T00:00:00Z"));
    assert_eq!(refused(&mut bench, "DeleteObject", delete(&version)), LOCKED);
    assert_eq!(refused(&mut bench, "DeleteObject", bypassing(delete(&version))), LOCKED);
    bench.advance_days(31);
    ok(&mut bench, "DeleteObject", delete(&version));
}

#[test]
fn a_legal_hold_protects_until_it_is_lifted_whatever_the_bypass_or_the_retention() {
    let (mut bench, version) = bench();
    let hold = |status: &str| json!({"Key": "k", "LegalHold": {"Status": status}});
    ok(&mut bench, "PutObjectLegalHold", hold("ON"));
    assert_eq!(ok(&mut bench, "GetObjectLegalHold", json!({"Key": "k"})), json!({"LegalHold": {"Status": "ON"}}));
    bench.advance_days(4_000);
    assert_eq!(refused(&mut bench, "DeleteObject", bypassing(delete(&version))), LOCKED);
    ok(&mut bench, "PutObjectLegalHold", hold("OFF"));
    assert_eq!(ok(&mut bench, "HeadObject", json!({"Key": "k"}))["ObjectLockLegalHoldStatus"], "OFF");
    ok(&mut bench, "DeleteObject", delete(&version));
}

#[test]
fn hold_and_retention_protect_each_by_itself() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", FAR));
    ok(&mut bench, "PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "ON"}}));
    assert_eq!(refused(&mut bench, "DeleteObject", bypassing(delete(&version))), LOCKED);
    ok(&mut bench, "PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "OFF"}}));
    assert_eq!(refused(&mut bench, "DeleteObject", delete(&version)), LOCKED);
}

#[test]
fn a_plain_delete_or_an_overwrite_of_a_locked_object_succeeds() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("COMPLIANCE", FAR));
    ok(&mut bench, "PutObject", json!({"Key": "k", "Body": {"Zeros": 1}}));
    let marker = ok(&mut bench, "DeleteObject", json!({"Key": "k"}));
    assert_eq!(marker["DeleteMarker"], true);
    ok(&mut bench, "HeadObject", delete(&version));
    ok(&mut bench, "DeleteObject", json!({"Key": "k", "VersionId": marker["VersionId"]}));
}

#[test]
fn many_deletes_tell_a_locked_version_among_their_errors() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", FAR));
    let objects = json!({"Delete": {"Objects": [{"Key": "k", "VersionId": version}]}});
    let answer = ok(&mut bench, "DeleteObjects", objects.clone());
    assert_eq!(each(&answer, "Errors", "Code"), ["AccessDenied"]);
    assert_eq!(each(&answer, "Errors", "Message"), ["Access Denied because object protected by object lock."]);
    assert_eq!(each(&ok(&mut bench, "DeleteObjects", bypassing(objects)), "Deleted", "Key"), ["k"]);
}

#[test]
fn a_governance_retention_is_lengthened_freely_and_shortened_or_lifted_only_with_the_bypass() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", "2027-01-01T00:00:00Z"));
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", "2028-01-01T00:00:00Z"));
    assert_eq!(refused(&mut bench, "PutObjectRetention", retain("GOVERNANCE", "2026-06-01T00:00:00Z")), LOCKED);
    ok(&mut bench, "PutObjectRetention", bypassing(retain("GOVERNANCE", "2026-06-01T00:00:00Z")));
    let lifted = json!({"Key": "k", "Retention": {}});
    assert_eq!(refused(&mut bench, "PutObjectRetention", lifted.clone()), LOCKED);
    ok(&mut bench, "PutObjectRetention", bypassing(lifted));
    ok(&mut bench, "DeleteObject", delete(&version));
}

#[test]
fn a_governance_retention_may_become_compliance_and_never_the_other_way() {
    let (mut bench, _) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", "2027-01-01T00:00:00Z"));
    ok(&mut bench, "PutObjectRetention", retain("COMPLIANCE", "2027-01-01T00:00:00Z"));
    for params in [retain("GOVERNANCE", FAR), retain("COMPLIANCE", "2026-06-01T00:00:00Z"), json!({"Key": "k", "Retention": {}})] {
        assert_eq!(refused(&mut bench, "PutObjectRetention", params.clone()), LOCKED);
        assert_eq!(refused(&mut bench, "PutObjectRetention", bypassing(params)), LOCKED);
    }
    ok(&mut bench, "PutObjectRetention", retain("COMPLIANCE", FAR));
}

#[test]
fn what_is_wrong_with_a_retention_is_told_in_s3s_words() {
    let (mut bench, _) = bench();
    for retention in [json!({"Mode": "GOVERNANCE"}), json!({"RetainUntilDate": FAR}), json!({"Mode": "BAD", "RetainUntilDate": FAR})] {
        let refusal = refused(&mut bench, "PutObjectRetention", json!({"Key": "k", "Retention": retention}));
        assert!(refusal.starts_with("MalformedXML"), "{retention}: {refusal}");
    }
    assert!(refused(&mut bench, "PutObjectRetention", json!({"Key": "k"})).starts_with("MalformedXML"));
    let past = "InvalidArgument: The retain until date must be in the future!";
    assert_eq!(refused(&mut bench, "PutObjectRetention", retain("GOVERNANCE", "2025-01-01T00:00:00Z")), past);
    assert!(refused(&mut bench, "PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "MAYBE"}})).starts_with("MalformedXML"));
    assert!(refused(&mut bench, "PutObjectRetention", json!({"Key": "none", "Retention": {}})).starts_with("NoSuchKey"));
}

#[test]
fn a_version_that_was_never_locked_has_no_lock_to_show() {
    let (mut bench, _) = bench();
    let words = "NoSuchObjectLockConfiguration: The specified object does not have a ObjectLock configuration";
    for operation in ["GetObjectRetention", "GetObjectLegalHold"] {
        assert_eq!(refused(&mut bench, operation, json!({"Key": "k"})), words, "{operation}");
    }
}

#[test]
fn a_delete_marker_cannot_be_locked() {
    let (mut bench, _) = bench();
    let marker = ok(&mut bench, "DeleteObject", json!({"Key": "k"}))["VersionId"].clone();
    for version in [None, Some(&marker)] {
        let mut params = retain("GOVERNANCE", FAR);
        params.as_object_mut().unwrap().extend(version.map(|id| ("VersionId".to_owned(), id.clone())));
        assert!(refused(&mut bench, "PutObjectRetention", params).starts_with("MethodNotAllowed"));
    }
    assert!(refused(&mut bench, "GetObjectRetention", json!({"Key": "k"})).starts_with("MethodNotAllowed"));
}

#[test]
fn a_write_that_locks_says_mode_and_date_together_and_is_checked_in_s3s_order() {
    let (mut bench, _) = bench();
    for operation in ["PutObject", "CreateMultipartUpload"] {
        for (headers, words) in [
            (
                json!({"ObjectLockMode": "GOVERNANCE"}),
                "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
            ),
            (
                json!({"ObjectLockRetainUntilDate": FAR}),
                "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
            ),
            (json!({"ObjectLockMode": "BAD", "ObjectLockRetainUntilDate": FAR}), "Unknown wormMode directive."),
            (
                json!({"ObjectLockMode": "BAD", "ObjectLockRetainUntilDate": "2025-01-01T00:00:00Z"}),
                "The retain until date must be in the future!",
            ),
            (json!({"ObjectLockLegalHoldStatus": "wrong"}), "Legal Hold must be either of 'ON' or 'OFF'"),
        ] {
            let mut params = headers;
            params["Key"] = json!("w");
            assert_eq!(refused(&mut bench, operation, params), format!("InvalidArgument: {words}"), "{operation}");
        }
    }
}

#[test]
fn uploads_and_copies_are_locked_as_they_say_and_a_copy_never_inherits() {
    let (mut bench, _) = bench();
    let lock = json!({"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": FAR, "ObjectLockLegalHoldStatus": "ON"});
    let with = |mut params: Value| {
        params.as_object_mut().unwrap().extend(lock.as_object().unwrap().clone());
        params
    };
    ok(&mut bench, "PutObject", with(json!({"Key": "p"})));
    ok(&mut bench, "CopyObject", json!({"Key": "free", "CopySource": "lock/p"}));
    ok(&mut bench, "CopyObject", with(json!({"Key": "copy", "CopySource": "lock/p"})));
    let upload = ok(&mut bench, "CreateMultipartUpload", with(json!({"Key": "multi"})))["UploadId"].clone();
    let part = ok(&mut bench, "UploadPart", json!({"Key": "multi", "UploadId": upload, "PartNumber": 1, "Body": {"Zeros": 1}}));
    let parts = json!({"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]});
    ok(&mut bench, "CompleteMultipartUpload", json!({"Key": "multi", "UploadId": upload, "MultipartUpload": parts}));
    for key in ["p", "copy", "multi"] {
        let head = ok(&mut bench, "HeadObject", json!({"Key": key}));
        assert_eq!((&head["ObjectLockMode"], &head["ObjectLockLegalHoldStatus"]), (&json!("GOVERNANCE"), &json!("ON")), "{key}");
    }
    assert_eq!(ok(&mut bench, "HeadObject", json!({"Key": "free"})).get("ObjectLockMode"), None);
}

#[test]
fn lifecycle_marks_a_locked_object_and_removes_its_version_only_after_the_lock() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("COMPLIANCE", "2026-03-01T12:00:00Z"));
    let rule = json!({
        "ID": "r", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 1},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 1},
    });
    ok(&mut bench, "PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": [rule]}}));
    bench.advance_days(10);
    assert!(refused(&mut bench, "HeadObject", json!({"Key": "k"})).starts_with("404"), "a marker is on top");
    bench.world.run_until(SimTime::parse("2026-03-01T23:59:59Z").unwrap());
    ok(&mut bench, "HeadObject", delete(&version));
    bench.advance_days(1);
    assert!(refused(&mut bench, "HeadObject", delete(&version)).starts_with("404"));
}

#[test]
fn lifecycle_leaves_a_held_version_until_the_hold_is_lifted() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "ON"}}));
    let rule = json!({"ID": "r", "Status": "Enabled", "Filter": {"Prefix": ""}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}});
    ok(&mut bench, "PutBucketLifecycleConfiguration", json!({"LifecycleConfiguration": {"Rules": [rule]}}));
    ok(&mut bench, "PutObject", json!({"Key": "k", "Body": {"Zeros": 1}}));
    let steps = bench.world.core.steps;
    bench.advance_days(3_000);
    assert!(bench.world.core.steps - steps < 100, "a held version costs no time");
    ok(&mut bench, "HeadObject", delete(&version));
    ok(&mut bench, "PutObjectLegalHold", json!({"Key": "k", "VersionId": version, "LegalHold": {"Status": "OFF"}}));
    bench.advance_days(1);
    assert!(refused(&mut bench, "HeadObject", delete(&version)).starts_with("404"));
}

#[test]
fn a_load_into_a_bucket_with_a_default_is_locked_like_single_puts() {
    let (mut single, mut bulk) = (bench().0, bench().0);
    let retention = json!({"Mode": "GOVERNANCE", "Days": 30});
    for bench in [&mut single, &mut bulk] {
        let default = json!({"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": retention}});
        ok(bench, "PutObjectLockConfiguration", json!({"ObjectLockConfiguration": default}));
    }
    ok(&mut bulk, "StartLoad", json!({"Prefix": "a/", "BytesPerMonth": 310_000, "ObjectBytes": 1_000, "Until": "2026-01-02T00:00:00Z"}));
    for n in 0..10 {
        ok(&mut single, "PutObject", json!({"Key": format!("a/2026-01/01/{n:08}"), "Body": {"Zeros": 1_000}}));
    }
    let store = |bench: &Bench| bench.world.s3.bucket("lock").unwrap().store().clone();
    assert_eq!(store(&single), store(&bulk));
    assert_eq!(store(&bulk).n_cohorts(), 2);
}

#[test]
fn each_version_tells_its_lock() {
    let (mut bench, _) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", FAR));
    let found = bench.world.s3.bucket("lock").unwrap().store().cohorts().next().unwrap().1.versions()[0].clone();
    let lock = found.object().unwrap().lock;
    assert_eq!(lock.retained(bench.world.now()).map(|retention| retention.mode), Some(super::Mode::Governance));
    assert!(lock.protects(bench.world.now()) && !lock.is_held());
}
