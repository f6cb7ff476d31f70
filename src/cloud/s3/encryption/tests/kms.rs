//! Objects under KMS keys.

use super::*;

fn put(key: &str, more: &Value) -> Value {
    with(json!({"Key": key, "Body": {"Zeros": 10}}), more)
}

#[test]
fn the_requests_headers_come_before_the_buckets_default() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    let answer = bench.ok("PutObject", put("kms", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id})));
    assert_eq!((&answer["ServerSideEncryption"], &answer["SSEKMSKeyId"]), (&json!("aws:kms"), &json!(arn)));
    assert_eq!(answer.get("BucketKeyEnabled"), None);
    kms_default(&mut bench, &id, true);
    let plain = bench.ok("PutObject", put("aes", &json!({"ServerSideEncryption": "AES256"})));
    assert_eq!((&plain["ServerSideEncryption"], plain.get("SSEKMSKeyId")), (&json!("AES256"), None));
    let by_default = bench.ok("PutObject", put("default", &json!({})));
    assert_eq!((&by_default["SSEKMSKeyId"], &by_default["BucketKeyEnabled"]), (&json!(arn), &json!(true)));
}

#[test]
fn get_and_head_show_the_key_by_its_whole_arn_whatever_it_was_named_by() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    bench.kms("CreateAlias", json!({"AliasName": "alias/mine", "TargetKeyId": id})).unwrap();
    for name in [id.as_str(), arn.as_str(), "alias/mine"] {
        bench.ok("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": name})));
        for operation in ["GetObject", "HeadObject"] {
            assert_eq!(bench.ok(operation, json!({"Key": "k"}))["SSEKMSKeyId"], arn, "{operation} {name}");
        }
    }
}

#[test]
fn without_a_key_it_is_awss_own_for_s3_made_at_its_first_use() {
    let mut bench = Bench::new();
    assert!(bench.kms("DescribeKey", json!({"KeyId": "alias/aws/s3"})).is_err());
    let answer = bench.ok("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms"})));
    let key = bench.kms("DescribeKey", json!({"KeyId": "alias/aws/s3"})).unwrap()["KeyMetadata"].clone();
    assert_eq!((&key["Arn"], &key["KeyManager"]), (&answer["SSEKMSKeyId"], &json!("AWS")));
    assert_eq!(key["Description"], "Default key that protects my S3 objects when no other key is defined");
    bench.ok("PutObject", put("k2", &json!({"ServerSideEncryption": "aws:kms"})));
    assert_eq!(bench.kms("ListKeys", json!({})).unwrap()["Keys"].as_array().unwrap().len(), 1);
}

#[test]
fn an_etag_under_a_kms_key_is_no_md5() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    let answer = bench.ok("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id})));
    assert_ne!(answer["ETag"], *MD5_OF_TEN_ZEROS);
    assert_eq!(answer["ETag"].as_str().unwrap().len(), 34);
    assert_eq!(bench.ok("GetObject", json!({"Key": "k"}))["ETag"], answer["ETag"]);
}

#[test]
fn two_layers_have_no_bucket_key() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    let asked = json!({"ServerSideEncryption": "aws:kms:dsse", "SSEKMSKeyId": id, "BucketKeyEnabled": true});
    let answer = bench.ok("PutObject", put("k", &asked));
    assert_eq!((&answer["ServerSideEncryption"], &answer["SSEKMSKeyId"]), (&json!("aws:kms:dsse"), &json!(arn)));
    assert_eq!(answer.get("BucketKeyEnabled"), None);
    assert_eq!(bench.ok("HeadObject", json!({"Key": "k"}))["ServerSideEncryption"], "aws:kms:dsse");
}

#[test]
fn headers_that_do_not_go_together_are_invalid() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    for (asked, words) in [
        (json!({"SSEKMSKeyId": id}), "requires HTTP header x-amz-server-side-encryption : aws:kms"),
        (json!({"ServerSideEncryption": "AES256", "SSEKMSKeyId": id}), "requires HTTP header x-amz-server-side-encryption : aws:kms"),
        (json!({"ServerSideEncryption": "aes:kms"}), "The encryption method specified is not supported"),
        (json!({"ServerSideEncryption": "aws:kms", "SSEKMSEncryptionContext": "x"}), "shall be Base64-encoded UTF-8 string holding JSON"),
    ] {
        let refusal = bench.call("PutObject", put("k", &asked)).unwrap_err();
        assert!(refusal.code == "InvalidArgument" && refusal.message.contains(words), "{asked}: {refusal}");
    }
}

#[test]
fn what_is_wrong_with_a_key_is_told_under_kmss_code() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    let mut refused = |key: &str| {
        let asked = json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": key});
        bench.call("PutObject", put("k", &asked)).unwrap_err().to_string()
    };
    assert_eq!(refused("fake-key-id"), "KMS.NotFoundException: Invalid keyId 'fake-key-id'");
    let missing = "134f2428-cec1-4b25-a1ae-9048164dba47";
    let wanted = format!("KMS.NotFoundException: Key 'arn:aws:kms:us-east-1:123456789012:key/{missing}' does not exist");
    assert_eq!(refused(missing), wanted);
    assert_eq!(refused(&arn.replace("us-east-1", "us-west-2")), "KMS.NotFoundException: Invalid arn us-west-2");
    for operation in ["CreateMultipartUpload", "CopyObject"] {
        let mut asked = json!({"Key": "k", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "fake-key-id"});
        if operation == "CopyObject" {
            bench.put("source", 1);
            asked["CopySource"] = json!("lab/source");
        }
        assert_eq!(bench.refused(operation, asked), "KMS.NotFoundException", "{operation}");
    }
    bench.kms("DisableKey", json!({"KeyId": id})).unwrap();
    let disabled = bench.call("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id}))).unwrap_err();
    assert_eq!((disabled.status, disabled.to_string()), (400, format!("KMS.DisabledException: {arn} is disabled.")));
}

#[test]
fn reads_fail_while_the_key_is_disabled_or_pending_deletion_and_for_good_once_it_is_deleted() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    bench.ok("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id})));
    let read = |bench: &mut Bench| bench.call("GetObject", json!({"Key": "k"})).err().map(|error| error.to_string());
    assert_eq!(read(&mut bench), None);
    bench.kms("DisableKey", json!({"KeyId": id})).unwrap();
    assert_eq!(read(&mut bench), Some(format!("KMS.DisabledException: {arn} is disabled.")));
    bench.ok("HeadObject", json!({"Key": "k"}));
    bench.kms("EnableKey", json!({"KeyId": id})).unwrap();
    assert_eq!(read(&mut bench), None);
    bench.kms("ScheduleKeyDeletion", json!({"KeyId": id, "PendingWindowInDays": 7})).unwrap();
    assert_eq!(read(&mut bench), Some(format!("KMS.KMSInvalidStateException: {arn} is pending deletion.")));
    bench.advance_days(7);
    assert_eq!(read(&mut bench), Some(format!("KMS.NotFoundException: Key '{arn}' does not exist")));
    bench.ok("DeleteObject", json!({"Key": "k"}));
}

#[test]
fn a_rotated_key_still_opens_what_was_written_before() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    bench.ok("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id})));
    bench.kms("RotateKeyOnDemand", json!({"KeyId": id})).unwrap();
    bench.ok("GetObject", json!({"Key": "k"}));
}

#[test]
fn a_copy_takes_the_encryption_of_its_request_or_of_its_target_and_never_of_its_source() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    bench.ok("PutObject", put("k", &json!({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id})));
    let plain = bench.ok("CopyObject", json!({"Key": "plain", "CopySource": "lab/k"}));
    assert_eq!(plain["ServerSideEncryption"], "AES256");
    assert_eq!(plain["CopyObjectResult"]["ETag"], *MD5_OF_TEN_ZEROS);
    let asked = json!({"Key": "kms", "CopySource": "lab/plain", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id});
    let sealed = bench.ok("CopyObject", asked);
    assert_eq!(sealed["SSEKMSKeyId"], arn);
    assert_ne!(sealed["CopyObjectResult"]["ETag"], *MD5_OF_TEN_ZEROS);
    bench.ok("CopyObject", json!({"Key": "plain", "CopySource": "lab/plain", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id}));
    bench.kms("DisableKey", json!({"KeyId": id})).unwrap();
    assert_eq!(bench.refused("CopyObject", json!({"Key": "x", "CopySource": "lab/kms"})), "KMS.DisabledException");
}

#[test]
fn a_multipart_upload_says_its_encryption_at_its_beginning() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    let begun = bench.ok("CreateMultipartUpload", json!({"Key": "k", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": id}));
    assert_eq!(begun["SSEKMSKeyId"], arn);
    let part = json!({"Key": "k", "UploadId": begun["UploadId"], "PartNumber": 1, "Body": {"Zeros": 10}});
    let uploaded = bench.ok("UploadPart", part.clone());
    assert_eq!((&uploaded["ServerSideEncryption"], &uploaded["SSEKMSKeyId"]), (&json!("aws:kms"), &json!(arn)));
    assert_ne!(uploaded["ETag"], *MD5_OF_TEN_ZEROS);
    bench.kms("DisableKey", json!({"KeyId": id})).unwrap();
    assert_eq!(bench.refused("UploadPart", part), "KMS.DisabledException", "S3 has to read the parts back");
    bench.kms("EnableKey", json!({"KeyId": id})).unwrap();
    let parts = json!({"Parts": [{"PartNumber": 1, "ETag": uploaded["ETag"]}]});
    let done = bench.ok("CompleteMultipartUpload", json!({"Key": "k", "UploadId": begun["UploadId"], "MultipartUpload": parts}));
    assert_eq!((&done["ServerSideEncryption"], &done["SSEKMSKeyId"]), (&json!("aws:kms"), &json!(arn)));
    assert!(done["ETag"].as_str().unwrap().ends_with("-1\""));
    assert_eq!(bench.ok("GetObject", json!({"Key": "k"}))["SSEKMSKeyId"], arn);
}

#[test]
fn each_upload_and_each_download_is_a_request_to_kms_unless_a_bucket_key_saves_it() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    kms_default(&mut bench, &id, false);
    let before = bench.used("KMS-Requests");
    for n in 0..5 {
        bench.put(&format!("a{n}"), 1);
        bench.ok("GetObject", json!({"Key": format!("a{n}")}));
    }
    assert_eq!(bench.used("KMS-Requests") - before, 10);
    kms_default(&mut bench, &id, true);
    let before = bench.used("KMS-Requests");
    for n in 0..5 {
        bench.put(&format!("b{n}"), 1);
        bench.ok("GetObject", json!({"Key": format!("b{n}")}));
    }
    assert_eq!(bench.used("KMS-Requests") - before, 1);
    bench.advance_days(1);
    bench.put("b9", 1);
    assert_eq!(bench.used("KMS-Requests") - before, 2, "a bucket-level key is short-lived");
}

#[test]
fn cloudtrail_shows_kmss_calls_with_the_objects_arn_or_with_the_buckets() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    let mut told = |bucket_key: bool| {
        kms_default(&mut bench, &id, bucket_key);
        bench.world.core.happened.clear();
        bench.put("dir/k", 1);
        bench.world.core.happened.iter().map(|(_, it)| (it.name.clone(), it.facts["call"]["parameters"].clone())).collect::<Vec<_>>()
    };
    let object = told(false);
    assert_eq!(object[0].0, "GenerateDataKey");
    assert_eq!(object[0].1, json!({"encryptionContext": {"aws:s3:arn": "arn:aws:s3:::lab/dir/k"}, "keyId": arn, "keySpec": "AES_256"}));
    assert_eq!(told(true)[0].1["encryptionContext"], json!({"aws:s3:arn": "arn:aws:s3:::lab"}));
}
