//! Replication of what is encrypted or locked.

use serde_json::{Value, json};

use super::bench::{Bench, ROLE};
use crate::clock::MINUTE_MS;

/// A key in the region of both buckets, by its ARN.
fn key(bench: &mut Bench) -> String {
    let made = bench.of("kms", "CreateKey", json!({})).unwrap();
    made["KeyMetadata"]["Arn"].as_str().unwrap().to_owned()
}

/// A rule that copies what lies under KMS keys, with replicas under that key.
fn rule(bench: &Bench, key: &str) -> Value {
    let mut rule = bench.rule();
    rule["SourceSelectionCriteria"] = json!({"SseKmsEncryptedObjects": {"Status": "Enabled"}});
    rule["Destination"]["EncryptionConfiguration"] = json!({"ReplicaKmsKeyID": key});
    rule
}

fn put(bench: &mut Bench, name: &str, key: &str) {
    bench.ok("PutObject", json!({"Bucket": "src", "Key": name, "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": key}));
}

#[test]
fn objects_under_kms_keys_are_copied_only_by_rules_that_name_them() {
    let mut bench = Bench::new();
    let source = key(&mut bench);
    bench.allow(&json!(["s3:*", "kms:*"]));
    bench.replicate(bench.rule());
    put(&mut bench, "k", &source);
    bench.put("plain", 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!((bench.status("src", "k").as_str(), bench.status("src", "plain").as_str()), ("", "COMPLETED"));
}

#[test]
fn a_replica_lies_under_the_rules_key_and_everything_else_stays_as_its_original_is() {
    let mut bench = Bench::new();
    let (source, target) = (key(&mut bench), key(&mut bench));
    bench.allow(&json!(["s3:*", "kms:Decrypt", "kms:Encrypt"]));
    bench.replicate(rule(&bench, &target));
    put(&mut bench, "k", &source);
    bench.put("plain", 1);
    bench.advance(10 * MINUTE_MS);
    let replica = bench.head("dst", "k").unwrap();
    assert_eq!((&replica["ServerSideEncryption"], &replica["SSEKMSKeyId"]), (&json!("aws:kms"), &json!(target)));
    assert_ne!(replica["ETag"], bench.head("src", "k").unwrap()["ETag"]);
    assert_eq!(bench.head("dst", "plain").unwrap()["ServerSideEncryption"], "AES256");
    assert!(bench.call("GetObject", json!({"Bucket": "dst", "Key": "k"})).is_ok());
}

#[test]
fn the_role_needs_both_keys_and_both_keys_must_be_usable() {
    let refused: [(&str, Option<usize>, &str); 4] = [
        ("kms:Encrypt", None, "SrcGetObjectNotPermitted"),
        ("kms:Decrypt", None, "DstPutObjectNotPermitted"),
        ("kms:*", Some(0), "SrcKmsKeyInvalidState"),
        ("kms:*", Some(1), "DstKmsKeyInvalidState"),
    ];
    for (allowed, disabled, why) in refused {
        let mut bench = Bench::new();
        let keys = [key(&mut bench), key(&mut bench)];
        bench.allow(&json!(["s3:*", allowed]));
        bench.replicate(rule(&bench, &keys[1]));
        put(&mut bench, "k", &keys[0]);
        if let Some(which) = disabled {
            bench.of("kms", "DisableKey", json!({"KeyId": keys[which]})).unwrap();
        }
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.status("src", "k"), "FAILED", "{why}");
        assert_eq!(bench.failure("ReplicateObject").as_deref(), Some(why));
    }
}

#[test]
fn objects_under_kms_keys_and_the_key_of_their_replicas_are_named_together() {
    let mut bench = Bench::new();
    let named = key(&mut bench);
    let mut alone = bench.rule();
    alone["Destination"]["EncryptionConfiguration"] = json!({"ReplicaKmsKeyID": named});
    let mut keyless = bench.rule();
    keyless["SourceSelectionCriteria"] = json!({"SseKmsEncryptedObjects": {"Status": "Enabled"}});
    for (rule, message) in [
        (alone, "SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present."),
        (keyless, "ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present."),
    ] {
        let refused = bench.replicate_from("src", &[rule]).unwrap_err();
        assert_eq!((&*refused.code, refused.message.as_str()), ("InvalidRequest", message), "{ROLE}");
    }
}

/// Turns Object Lock on.
fn lock(bench: &mut Bench, bucket: &str) {
    let on = json!({"ObjectLockEnabled": "Enabled"});
    bench.ok("PutObjectLockConfiguration", json!({"Bucket": bucket, "ObjectLockConfiguration": on}));
}

fn retain(days: u32) -> Value {
    json!({"Mode": "GOVERNANCE", "RetainUntilDate": format!("2026-02-{days:02}T00:00:00Z")})
}

#[test]
fn retention_and_legal_hold_go_with_the_object_and_follow_their_changes() {
    let mut bench = Bench::new();
    lock(&mut bench, "src");
    lock(&mut bench, "dst");
    bench.allow(&json!(["s3:*"]));
    bench.replicate(bench.rule());
    let until = "2026-02-01T00:00:00Z";
    let put = json!({
        "Bucket": "src", "Key": "k", "ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": until, "ObjectLockLegalHoldStatus": "ON",
    });
    bench.ok("PutObject", put);
    bench.advance(10 * MINUTE_MS);
    let there = bench.head("dst", "k").unwrap();
    assert_eq!((&there["ObjectLockMode"], &there["ObjectLockLegalHoldStatus"]), (&json!("GOVERNANCE"), &json!("ON")));
    bench.ok("PutObjectLegalHold", json!({"Bucket": "src", "Key": "k", "LegalHold": {"Status": "OFF"}}));
    bench.ok("PutObjectRetention", json!({"Bucket": "src", "Key": "k", "Retention": retain(20)}));
    bench.ok("PutObjectTagging", json!({"Bucket": "src", "Key": "k", "Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}}));
    assert_eq!(bench.status("src", "k"), "PENDING");
    bench.advance(10 * MINUTE_MS);
    let there = bench.head("dst", "k").unwrap();
    assert_eq!(there["ObjectLockLegalHoldStatus"], "OFF");
    assert_eq!(there["ObjectLockRetainUntilDate"], bench.head("src", "k").unwrap()["ObjectLockRetainUntilDate"]);
    assert_eq!(bench.ok("GetObjectTagging", json!({"Bucket": "dst", "Key": "k"}))["TagSet"][0]["Value"], "b");
}

#[test]
fn a_bucket_that_locks_is_copied_only_to_one_that_locks_by_a_role_that_may_read_locks() {
    for (locks, actions, why) in [
        (false, json!("s3:*"), "DstBucketObjectLockConfigMissing"),
        (true, json!(["s3:GetRepl*", "s3:GetObjectV*", "s3:Repl*", "s3:GetObjectRetention"]), "SrcGetObjectNotPermitted"),
    ] {
        let mut bench = Bench::new();
        lock(&mut bench, "src");
        if locks {
            lock(&mut bench, "dst");
        }
        bench.allow(&actions);
        bench.replicate(bench.rule());
        bench.put("k", 1);
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.status("src", "k"), "FAILED", "{why}");
        assert_eq!(bench.failure("ReplicateObject").as_deref(), Some(why));
    }
}
