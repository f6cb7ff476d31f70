//! A bucket's default encryption.

use super::*;

fn configuration(bench: &mut Bench) -> Value {
    bench.ok("GetBucketEncryption", json!({}))["ServerSideEncryptionConfiguration"]["Rules"][0].clone()
}

#[test]
fn a_new_bucket_encrypts_with_s3s_keys_and_blocks_customers_keys() {
    let mut bench = Bench::new();
    let wanted = json!({
        "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"},
        "BucketKeyEnabled": false,
        "BlockedEncryptionTypes": {"EncryptionType": ["SSE-C"]},
    });
    assert_eq!(configuration(&mut bench), wanted);
    assert_eq!(bench.put("k", 10)["ServerSideEncryption"], "AES256");
    assert_eq!(bench.put("k", 10)["ETag"], *MD5_OF_TEN_ZEROS, "under S3's own keys the ETag is the MD5");
}

#[test]
fn a_configuration_has_exactly_one_rule_that_says_something() {
    let mut bench = Bench::new();
    let rule = json!({"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}});
    for rules in [json!([]), json!([rule, rule]), json!([{}]), json!([{"BucketKeyEnabled": true}])] {
        let put = json!({"ServerSideEncryptionConfiguration": {"Rules": rules}});
        assert_eq!(bench.refused("PutBucketEncryption", put), "MalformedXML", "{rules}");
    }
    let missing = json!({"Bucket": "none", "ServerSideEncryptionConfiguration": {"Rules": []}});
    assert_eq!(bench.refused("PutBucketEncryption", missing), "NoSuchBucket");
}

#[test]
fn a_kms_key_goes_with_kms_only_and_is_not_looked_at_before_it_is_used() {
    let mut bench = Bench::new();
    let put = |rule: Value| json!({"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault": rule}]}});
    let refusal = bench.call("PutBucketEncryption", put(json!({"SSEAlgorithm": "AES256", "KMSMasterKeyID": "randomkeyid"}))).unwrap_err();
    let words = "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse";
    assert_eq!((refusal.code.as_ref(), refusal.message.as_str()), ("InvalidArgument", words));
    bench.ok("PutBucketEncryption", put(json!({"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "randomkeyid"})));
    assert_eq!(configuration(&mut bench)["ApplyServerSideEncryptionByDefault"]["KMSMasterKeyID"], "randomkeyid");
    assert_eq!(bench.refused("PutObject", json!({"Key": "k", "Body": {"Zeros": 1}})), "KMS.NotFoundException");
    assert_eq!(bench.refused("PutBucketEncryption", put(json!({"SSEAlgorithm": "ROT13"}))), "MalformedXML");
}

#[test]
fn deleting_the_configuration_falls_back_to_s3s_keys_and_may_be_repeated() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    kms_default(&mut bench, &id, true);
    for _ in 0..2 {
        bench.ok("DeleteBucketEncryption", json!({}));
        assert_eq!(configuration(&mut bench)["ApplyServerSideEncryptionByDefault"], json!({"SSEAlgorithm": "AES256"}));
    }
    assert_eq!(bench.put("k", 1)["ServerSideEncryption"], "AES256");
}

#[test]
fn a_changed_default_leaves_stored_objects_as_they_are() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    bench.put("before", 1);
    kms_default(&mut bench, &id, false);
    bench.put("after", 1);
    assert_eq!(bench.ok("HeadObject", json!({"Key": "before"}))["ServerSideEncryption"], "AES256");
    assert_eq!(bench.ok("HeadObject", json!({"Key": "after"}))["SSEKMSKeyId"], arn);
}

#[test]
fn customers_keys_are_allowed_and_blocked_by_name_and_otherwise_stay_as_they_are() {
    let mut bench = Bench::new();
    default(&mut bench, &json!({"BlockedEncryptionTypes": {"EncryptionType": ["NONE"]}}));
    assert_eq!(configuration(&mut bench)["BlockedEncryptionTypes"], json!({"EncryptionType": ["NONE"]}));
    default(&mut bench, &json!({"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}));
    assert_eq!(configuration(&mut bench)["BlockedEncryptionTypes"], json!({"EncryptionType": ["NONE"]}));
    default(&mut bench, &json!({"BlockedEncryptionTypes": {"EncryptionType": ["SSE-C"]}}));
    assert_eq!(bench.refused("PutObject", with(json!({"Key": "k"}), &customer(KEY))), "AccessDenied");
    for types in [json!([]), json!(["SSE-S3"]), json!(["NONE", "SSE-C"])] {
        let rule = json!({"BlockedEncryptionTypes": {"EncryptionType": types}});
        assert_eq!(bench.refused("PutBucketEncryption", json!({"ServerSideEncryptionConfiguration": {"Rules": [rule]}})), "MalformedXML");
    }
}

#[test]
fn a_bucket_key_beside_s3s_own_keys_does_nothing() {
    let mut bench = Bench::new();
    default(&mut bench, &json!({"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": true}));
    assert_eq!(bench.put("k", 1).get("BucketKeyEnabled"), None);
}
