//! Random requests about who gets into a bucket, for the laws, and a law of their own: asking why agrees with what happens.

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};
use skylab_cloud::{
    api::Origin,
    ident::{AccountId, Caller, Region},
    s3::why,
};

use super::{Act, acts, bucket, call, key, played, request};

fn control(operation: &'static str, mut params: Value) -> Act {
    params["AccountId"] = json!("123456789012");
    Act::Call { service: "s3control", operation, params }
}

fn policy() -> impl Strategy<Value = (&'static str, String)> {
    let principal = select(&[r#""*""#, r#"{"AWS": "111122223333"}"#, r#"{"AWS": "arn:aws:iam::123456789012:user/admin"}"#, r#""nobody""#]);
    let condition = select(&["{}", r#"{"StringEquals": {"aws:SourceVpc": "vpc-1"}}"#, r#"{"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}"#]);
    let action = select(&["s3:GetObject", "s3:*", "s3:PutObject", "s3:ListBucket"]);
    (bucket(), select(&["Allow", "Deny"]), principal, action, condition).prop_map(|(bucket, effect, principal, action, condition)| {
        let text = format!(
            r#"{{"Version": "2012-10-17", "Statement": [{{"Effect": "{effect}", "Principal": {principal}, "Action": "{action}", "Resource": ["arn:aws:s3:::{bucket}", "arn:aws:s3:::{bucket}/*"], "Condition": {condition}}}]}}"#
        );
        (bucket, text)
    })
}

fn canned() -> impl Strategy<Value = &'static str> {
    select(&["private", "public-read", "authenticated-read", "bucket-owner-full-control", "nonsense"])
}

/// Settings of buckets, lists of objects, access points, and URLs that are opened.
pub(super) fn sharing_acts() -> impl Strategy<Value = Act> {
    let flag = || select(&["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]);
    let ownership = select(&["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter", "Nobody"]);
    let url = select(&["https://alpha-logs.s3.us-east-1.amazonaws.com/a01", "http://alpha-logs.s3-website-us-east-1.amazonaws.com/logs"]);
    let settings = prop_oneof![
        policy().prop_map(|(b, text)| call("PutBucketPolicy", json!({"Bucket": b, "Policy": text}))),
        bucket().prop_map(|b| call("DeleteBucketPolicy", json!({"Bucket": b}))),
        (bucket(), flag())
            .prop_map(|(b, f)| call("PutPublicAccessBlock", json!({"Bucket": b, "PublicAccessBlockConfiguration": {f: true}}))),
        bucket().prop_map(|b| call("DeletePublicAccessBlock", json!({"Bucket": b}))),
        (bucket(), ownership).prop_map(|(b, o)| call(
            "PutBucketOwnershipControls",
            json!({"Bucket": b, "OwnershipControls": {"Rules": [{"ObjectOwnership": o}]}})
        )),
        (bucket(), canned()).prop_map(|(b, acl)| call("PutBucketAcl", json!({"Bucket": b, "ACL": acl}))),
        (bucket(), key(), canned()).prop_map(|(b, k, acl)| call("PutObjectAcl", json!({"Bucket": b, "Key": k, "ACL": acl}))),
        (bucket(), key(), canned()).prop_map(|(b, k, acl)| call("PutObject", json!({"Bucket": b, "Key": k, "ACL": acl}))),
        (bucket(), select(&["Requester", "BucketOwner", "Nobody"]))
            .prop_map(|(b, payer)| call("PutBucketRequestPayment", json!({"Bucket": b, "RequestPaymentConfiguration": {"Payer": payer}}))),
        (bucket(), select(&["GET", "PATCH"])).prop_map(|(b, method)| call(
            "PutBucketCors",
            json!({"Bucket": b, "CORSConfiguration": {"CORSRules": [{"AllowedMethods": [method], "AllowedOrigins": ["*"]}]}})
        )),
        (bucket(), select(&["index.html", "a/b"])).prop_map(|(b, suffix)| call(
            "PutBucketWebsite",
            json!({"Bucket": b, "WebsiteConfiguration": {"IndexDocument": {"Suffix": suffix}}})
        )),
    ];
    let others = prop_oneof![
        (bucket(), key()).prop_map(|(b, k)| call("GetObjectAcl", json!({"Bucket": b, "Key": k}))),
        bucket().prop_map(|b| call("GetBucketPolicyStatus", json!({"Bucket": b}))),
        url.prop_map(|url| call("OpenUrl", json!({"Url": url}))),
        flag().prop_map(|f| control("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {f: true}}))),
        Just(control("DeletePublicAccessBlock", json!({}))),
        bucket().prop_map(|b| control("CreateAccessPoint", json!({"Name": "reports", "Bucket": b}))),
        Just(control("DeleteAccessPoint", json!({"Name": "reports"}))),
        Just(call("ListObjectsV2", json!({"Bucket": "arn:aws:s3:us-east-1:123456789012:accesspoint/reports"}))),
    ];
    prop_oneof![2 => settings, 1 => others]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn asking_why_agrees_with_what_happens(acts in acts(), more in vec(sharing_acts(), 1..20)) {
        let sandbox = played(&acts.into_iter().chain(more.clone()).collect::<Vec<_>>());
        let callers = [Caller::admin(AccountId::OWN), Caller::admin(AccountId::PARTNER), Caller::Anonymous];
        for (caller, act) in callers.iter().flat_map(|caller| more.iter().map(move |act| (caller, act))) {
            let Act::Call { service: service @ "s3", operation, params } = act else { continue };
            let (origin, request) = (Origin { caller: caller.clone(), region: Region::US_EAST_1 }, request(service, operation, params));
            let told = why(sandbox.world(), &origin, &request);
            let happens = sandbox.world().clone().call(&origin, request);
            prop_assert_eq!(told.refusal.as_ref(), happens.as_ref().err());
            let denied = told.traces.iter().any(|trace| !trace.verdict.is_allowed());
            prop_assert!(!denied || happens.is_err(), "denied, and yet it passed: {:?}", act);
        }
    }
}
