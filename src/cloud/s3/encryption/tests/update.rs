//! Another key for an object where it lies.

use super::*;

fn update(bench: &mut Bench, key: &str, arn: &str) -> Result<Value, ApiError> {
    bench.call("UpdateObjectEncryption", json!({"Key": key, "ObjectEncryption": {"SSEKMS": {"KMSKeyArn": arn, "BucketKeyEnabled": true}}}))
}

#[test]
fn an_object_changes_its_key_and_keeps_etag_version_and_date() {
    let mut bench = Bench::versioned();
    let (_, arn) = bench.key();
    bench.put("k", 10);
    let before = bench.ok("HeadObject", json!({"Key": "k"}));
    bench.advance_days(1);
    update(&mut bench, "k", &arn).unwrap();
    let after = bench.ok("HeadObject", json!({"Key": "k"}));
    for member in ["ETag", "VersionId", "LastModified"] {
        assert_eq!(after[member], before[member], "{member}");
    }
    assert_eq!((&after["ServerSideEncryption"], &after["SSEKMSKeyId"]), (&json!("aws:kms"), &json!(arn)));
    assert_eq!(after["BucketKeyEnabled"], true);
}

#[test]
fn only_objects_under_s3s_or_kmss_keys_change_and_only_to_a_key_by_its_arn() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    bench.put("k", 1);
    assert_eq!(update(&mut bench, "k", &id).unwrap_err().code, "InvalidRequest");
    assert_eq!(bench.refused("UpdateObjectEncryption", json!({"Key": "k", "ObjectEncryption": {}})), "InvalidRequest");
    assert_eq!(update(&mut bench, "none", &arn).unwrap_err().code, "NoSuchKey");
    bench.ok("PutObject", json!({"Key": "two", "ServerSideEncryption": "aws:kms:dsse", "SSEKMSKeyId": id}));
    assert!(update(&mut bench, "two", &arn).unwrap_err().message.contains("DSSE-KMS or SSE-C"));
}

#[test]
fn an_object_under_lock_keeps_its_key() {
    let mut bench = Bench::versioned();
    let (_, arn) = bench.key();
    bench.ok("PutObjectLockConfiguration", json!({"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled"}}));
    bench.put("k", 1);
    bench.ok("PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "ON"}}));
    let refusal = update(&mut bench, "k", &arn).unwrap_err();
    assert!(refusal.code == "AccessDenied" && refusal.message.contains("protected by S3 Object Lock"), "{refusal}");
    bench.ok("PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "OFF"}}));
    update(&mut bench, "k", &arn).unwrap();
}
