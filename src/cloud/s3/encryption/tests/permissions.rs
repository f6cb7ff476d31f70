//! Who may write and read under a key: S3 asks KMS with the caller's own rights.

use super::*;
use crate::ident::{AccountId, Caller};

/// A user who may do everything in S3, and with KMS what is listed.
fn user(bench: &mut Bench, actions: &Value) -> Origin {
    let iam = |bench: &mut Bench, operation: &str, params: Value| {
        let request = Request::parse("iam", operation, params).unwrap();
        bench.world.call(&Origin::admin(Region::US_EAST_1), request).unwrap()
    };
    iam(bench, "CreateUser", json!({"UserName": "kim"}));
    let allow = |action: &Value| json!({"Effect": "Allow", "Action": action, "Resource": "*"});
    let mut statements = vec![allow(&json!("s3:*"))];
    statements.extend((actions != &json!([])).then(|| allow(actions)));
    let policy = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
    iam(bench, "PutUserPolicy", json!({"UserName": "kim", "PolicyName": "p", "PolicyDocument": policy}));
    Origin { caller: Caller::user(AccountId::OWN, "kim"), region: Region::US_EAST_1 }
}

fn call(bench: &mut Bench, origin: &Origin, operation: &str, params: Value) -> Result<Value, String> {
    let params = with(params, &json!({"Bucket": "lab"}));
    bench.world.call(origin, Request::parse("s3", operation, params).unwrap()).map_err(|error| error.to_string())
}

fn lacks(action: &str, arn: &str) -> String {
    format!(
        "AccessDenied: User: arn:aws:iam::123456789012:user/kim is not authorized to perform: {action} on resource: {arn} because no identity-based policy allows the {action} action"
    )
}

#[test]
fn an_upload_takes_generate_data_key_and_a_download_decrypt() {
    for (allowed, put, get, upload) in [
        (json!([]), Some("kms:GenerateDataKey"), Some("kms:Decrypt"), Some("kms:GenerateDataKey")),
        (json!(["kms:GenerateDataKey"]), None, Some("kms:Decrypt"), Some("kms:Decrypt")),
        (json!(["kms:Decrypt"]), Some("kms:GenerateDataKey"), None, Some("kms:GenerateDataKey")),
        (json!(["kms:GenerateDataKey", "kms:Decrypt"]), None, None, None),
    ] {
        let mut bench = Bench::new();
        let (id, arn) = bench.key();
        kms_default(&mut bench, &id, false);
        bench.put("k", 10);
        let kim = user(&mut bench, &allowed);
        for (operation, params, lacking) in [
            ("PutObject", json!({"Key": "new", "Body": "aGk="}), put),
            ("GetObject", json!({"Key": "k"}), get),
            ("CreateMultipartUpload", json!({"Key": "parts"}), upload),
            ("HeadObject", json!({"Key": "k"}), None),
            ("ListObjectsV2", json!({}), None),
        ] {
            let refusal = call(&mut bench, &kim, operation, params).err();
            assert_eq!(refusal, lacking.map(|action| lacks(action, &arn)), "{operation} with {allowed}");
        }
    }
}

#[test]
fn a_copy_takes_decrypt_on_its_source_and_generate_data_key_on_its_target() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    kms_default(&mut bench, &id, false);
    bench.put("k", 10);
    let kim = user(&mut bench, &json!(["kms:Decrypt"]));
    let copy = |more: &Value| with(json!({"Key": "copy", "CopySource": "lab/k"}), more);
    assert_eq!(call(&mut bench, &kim, "CopyObject", copy(&json!({}))).unwrap_err(), lacks("kms:GenerateDataKey", &arn));
    call(&mut bench, &kim, "CopyObject", copy(&json!({"ServerSideEncryption": "AES256"}))).unwrap();
}

#[test]
fn awss_own_key_for_s3_lets_in_whoever_may_use_s3() {
    let mut bench = Bench::new();
    let kim = user(&mut bench, &json!([]));
    let put = json!({"Key": "k", "Body": "aGk=", "ServerSideEncryption": "aws:kms"});
    call(&mut bench, &kim, "PutObject", put.clone()).unwrap();
    call(&mut bench, &kim, "GetObject", json!({"Key": "k"})).unwrap();
    call(&mut bench, &kim, "PutObject", put).unwrap();
}

#[test]
fn a_right_to_a_key_only_through_s3_opens_objects_and_nothing_else() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    kms_default(&mut bench, &id, false);
    let root = json!({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "kms:*", "Resource": "*"});
    let deny = json!({"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::123456789012:user/kim"}, "Action": "kms:*", "Resource": "*",
                      "Condition": {"StringNotEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"}}});
    let kim = user(&mut bench, &json!(["kms:*"]));
    let policy = json!({"Version": "2012-10-17", "Statement": [root, deny]}).to_string();
    bench.kms("PutKeyPolicy", json!({"KeyId": id, "Policy": policy})).unwrap();
    call(&mut bench, &kim, "PutObject", json!({"Key": "k", "Body": "aGk="})).unwrap();
    call(&mut bench, &kim, "GetObject", json!({"Key": "k"})).unwrap();
    let encrypt = Request::parse("kms", "Encrypt", json!({"KeyId": id, "Plaintext": "aGk="})).unwrap();
    let refusal = bench.world.call(&kim, encrypt).unwrap_err();
    assert!(refusal.message.ends_with("with an explicit deny in a resource-based policy"), "{refusal}");
}

#[test]
fn a_key_policy_may_name_the_objects_that_it_is_for() {
    let mut bench = Bench::new();
    let (id, arn) = bench.key();
    kms_default(&mut bench, &id, false);
    let kim = user(&mut bench, &json!([]));
    let root = json!({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "kms:*", "Resource": "*"});
    let some = json!({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/kim"}, "Action": "kms:GenerateDataKey", "Resource": "*",
                      "Condition": {"StringLike": {"kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::lab/kim/*"}}});
    let policy = json!({"Version": "2012-10-17", "Statement": [root, some]}).to_string();
    bench.kms("PutKeyPolicy", json!({"KeyId": id, "Policy": policy})).unwrap();
    call(&mut bench, &kim, "PutObject", json!({"Key": "kim/a", "Body": "aGk="})).unwrap();
    let refusal = call(&mut bench, &kim, "PutObject", json!({"Key": "lee/a", "Body": "aGk="})).unwrap_err();
    assert_eq!(refusal, lacks("kms:GenerateDataKey", &arn));
}

#[test]
fn a_policy_that_demands_the_header_is_not_satisfied_by_the_buckets_default() {
    let mut bench = Bench::new();
    let (id, _) = bench.key();
    kms_default(&mut bench, &id, false);
    let kim = user(&mut bench, &json!(["kms:*"]));
    let deny = json!({"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*",
                      "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}});
    let policy = json!({"Version": "2012-10-17", "Statement": [deny]}).to_string();
    let request = json!({"UserName": "kim", "PolicyName": "header", "PolicyDocument": policy});
    bench.world.call(&Origin::admin(Region::US_EAST_1), Request::parse("iam", "PutUserPolicy", request).unwrap()).unwrap();
    let put = json!({"Key": "k", "Body": "aGk="});
    let refusal = call(&mut bench, &kim, "PutObject", put.clone()).unwrap_err();
    assert!(refusal.ends_with("with an explicit deny in an identity-based policy"), "{refusal}");
    call(&mut bench, &kim, "PutObject", with(put, &json!({"ServerSideEncryption": "aws:kms"}))).unwrap();
}
