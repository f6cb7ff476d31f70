//! Records of calls to S3 against the examples that AWS publishes and records of real trails.

use serde_json::{Value, json};

use crate::{
    Request, Sandbox,
    api::Origin,
    audit::record,
    clock::SimTime,
    ident::{AccountId, Caller, Region},
};

fn call(sandbox: &mut Sandbox, caller: Caller, operation: &str, params: Value) -> Value {
    let _ = sandbox.call(&Origin { caller, region: Region::SEOUL }, Request::parse("s3", operation, params).unwrap());
    let event = sandbox.events().last().unwrap();
    record(&sandbox.inputs()[event.input], event).unwrap()
}

fn sandbox() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let place = json!({"Bucket": "logs", "CreateBucketConfiguration": {"LocationConstraint": "ap-northeast-2"}});
    let record = call(&mut sandbox, Caller::admin(AccountId::OWN), "CreateBucket", place);
    let told = json!({
        "bucketName": "logs",
        "Host": "s3.ap-northeast-2.amazonaws.com",
        "CreateBucketConfiguration": {"LocationConstraint": "ap-northeast-2", "xmlns": "http://s3.amazonaws.com/doc/2006-03-01/"},
    });
    assert_eq!((&record["requestParameters"], &record["resources"]), (&told, &Value::Null));
    sandbox
}

fn admin() -> Caller {
    Caller::admin(AccountId::OWN)
}

#[test]
fn a_bucket_call_is_a_management_event_with_its_document() {
    let rules = json!({"Rules": [{"ID": "cold", "Status": "Enabled", "Filter": {"Prefix": ""},
        "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 90, "StorageClass": "GLACIER"}]}]});
    let params = json!({"Bucket": "logs", "LifecycleConfiguration": rules});
    let record = call(&mut sandbox(), admin(), "PutBucketLifecycleConfiguration", params);
    assert_eq!(record["eventName"], "PutBucketLifecycle");
    assert_eq!(
        (&record["eventCategory"], &record["managementEvent"], &record["readOnly"]),
        (&json!("Management"), &json!(true), &json!(false))
    );
    let told = json!({
        "bucketName": "logs",
        "Host": "logs.s3.ap-northeast-2.amazonaws.com",
        "LifecycleConfiguration": {
            "Rule": {"ID": "cold", "Status": "Enabled", "Filter": {"Prefix": ""},
                "Transition": [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 90, "StorageClass": "GLACIER"}]},
            "xmlns": "http://s3.amazonaws.com/doc/2006-03-01/",
        },
        "lifecycle": "",
    });
    assert_eq!(record["requestParameters"], told);
    assert_eq!(record["responseElements"], Value::Null);
    assert_eq!(record["resources"], json!([{"accountId": "123456789012", "type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::logs"}]));
    assert_eq!(record["requestID"].as_str().unwrap().len(), 16);
}

#[test]
fn an_object_call_is_a_data_event_without_what_was_stored() {
    let put = json!({
        "Bucket": "logs",
        "Key": "a/b",
        "Body": "c2VjcmV0",
        "StorageClass": "STANDARD_IA",
        "ContentType": "text/plain",
        "ServerSideEncryption": "AES256",
    });
    let record = call(&mut sandbox(), admin(), "PutObject", put);
    assert_eq!((&record["eventCategory"], &record["managementEvent"]), (&json!("Data"), &json!(false)));
    let told = json!({
        "bucketName": "logs",
        "Host": "logs.s3.ap-northeast-2.amazonaws.com",
        "key": "a/b",
        "x-amz-server-side-encryption": "AES256",
        "x-amz-storage-class": "STANDARD_IA",
    });
    let told: std::collections::BTreeMap<&String, &Value> = told.as_object().unwrap().iter().collect();
    assert_eq!(record["requestParameters"].as_object().unwrap().iter().collect::<std::collections::BTreeMap<_, _>>(), told);
    assert_eq!(record["responseElements"], json!({"x-amz-server-side-encryption": "AES256"}));
    assert_eq!(record["resources"][0], json!({"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::logs/a/b"}));
}

#[test]
fn listing_and_deleting_many_tell_the_bucket_and_no_key() {
    let mut sandbox = sandbox();
    let listed = call(&mut sandbox, admin(), "ListObjectsV2", json!({"Bucket": "logs", "Prefix": "a/"}));
    assert_eq!((&listed["eventName"], &listed["eventCategory"]), (&json!("ListObjects"), &json!("Data")));
    assert_eq!(listed["requestParameters"]["list-type"], "2");
    assert_eq!(listed["requestParameters"]["prefix"], "a/");
    let deleted = call(&mut sandbox, admin(), "DeleteObjects", json!({"Bucket": "logs", "Delete": {"Objects": [{"Key": "secret"}]}}));
    assert!(!deleted.to_string().contains("secret"), "{deleted}");
    assert_eq!(deleted["requestParameters"]["delete"], "");
    assert_eq!(deleted["resources"][0], json!({"type": "AWS::S3::Object", "ARNPrefix": "arn:aws:s3:::logs/"}));
}

#[test]
fn a_head_request_is_recorded_with_the_code_that_its_answer_hides() {
    let mut sandbox = sandbox();
    let missing = call(&mut sandbox, admin(), "HeadObject", json!({"Bucket": "logs", "Key": "none"}));
    assert_eq!(missing["errorCode"], "NoSuchKey");
    let foreign = call(&mut sandbox, Caller::admin(AccountId::PARTNER), "HeadBucket", json!({"Bucket": "logs"}));
    assert_eq!((&foreign["errorCode"], &foreign["errorMessage"]), (&json!("AccessDenied"), &json!("Access Denied")));
    assert_eq!(foreign["recipientAccountId"], "111122223333", "a record goes to the account that asked");
    let nobody = call(&mut sandbox, Caller::Anonymous, "GetObject", json!({"Bucket": "logs", "Key": "a"}));
    assert_eq!((&nobody["additionalEventData"], &nobody["recipientAccountId"]), (&Value::Null, &json!("123456789012")));
}

#[test]
fn every_operation_of_s3_has_a_record_and_no_two_subresources() {
    let mut n = 0;
    let own = ["OpenUrl", "ReplicateExisting", "StartLoad"];
    for (operation, _) in crate::s3::Request::OPERATIONS.iter().filter(|(operation, _)| !own.contains(operation)) {
        let params = json!({"Bucket": "logs"});
        let Ok(request) = crate::s3::Request::parse(operation, params) else { continue };
        let record = {
            let mut sandbox = Sandbox::new(SimTime::START, 1);
            let _ = sandbox.call(&Origin::admin(Region::SEOUL), Request::S3(request));
            let event = sandbox.events().last().unwrap();
            record(&sandbox.inputs()[event.input], event)
        };
        assert_eq!(record.unwrap()["eventSource"], "s3.amazonaws.com", "{operation}");
        let about = super::SUBRESOURCES.iter().filter(|(part, _)| operation.contains(part)).count();
        assert!(about <= 1 || *operation == "GetBucketPolicyStatus", "{operation}");
        n += 1;
    }
    assert!(n > 40, "{n}");
}

#[test]
fn a_policy_is_recorded_as_the_document_that_it_is() {
    let mut sandbox = sandbox();
    let policy = json!({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::logs/*"}]});
    let record = call(&mut sandbox, admin(), "PutBucketPolicy", json!({"Bucket": "logs", "Policy": policy.to_string()}));
    assert_eq!((&record["requestParameters"]["bucketPolicy"], &record["requestParameters"]["policy"]), (&policy, &json!("")));
    let block = json!({"Bucket": "logs", "PublicAccessBlockConfiguration": {"BlockPublicAcls": true}});
    assert_eq!(call(&mut sandbox, admin(), "PutPublicAccessBlock", block)["eventName"], "PutBucketPublicAccessBlock");
}
