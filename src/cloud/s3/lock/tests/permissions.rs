//! Who may lock, and who may get past a lock.

use super::*;
use crate::{
    Request,
    api::Origin,
    ident::{AccountId, Caller, Region},
};

/// A user who may do everything in S3 but that.
fn user(bench: &mut Bench, denied: &Value) -> Origin {
    let iam = |bench: &mut Bench, operation: &str, params: Value| {
        let request = Request::parse("iam", operation, params).unwrap();
        bench.world.call(&Origin::admin(Region::US_EAST_1), request).unwrap()
    };
    iam(bench, "CreateUser", json!({"UserName": "kim"}));
    let allow = json!({"Effect": "Allow", "Action": "s3:*", "Resource": "*"});
    let mut deny = denied.clone();
    deny["Effect"] = json!("Deny");
    deny["Resource"] = json!("*");
    let policy = json!({"Version": "2012-10-17", "Statement": [allow, deny]}).to_string();
    iam(bench, "PutUserPolicy", json!({"UserName": "kim", "PolicyName": "p", "PolicyDocument": policy}));
    Origin { caller: Caller::user(AccountId::OWN, "kim"), region: Region::US_EAST_1 }
}

fn call_as(bench: &mut Bench, origin: &Origin, operation: &str, mut params: Value) -> Result<Value, String> {
    params["Bucket"] = json!("lock");
    bench.world.call(origin, Request::parse("s3", operation, params).unwrap()).map_err(|error| error.to_string())
}

fn refused_as(bench: &mut Bench, origin: &Origin, operation: &str, params: Value, action: &str) {
    let refusal = call_as(bench, origin, operation, params).expect_err(operation);
    assert!(refusal.contains(&format!("not authorized to perform: {action} on resource")), "{operation}: {refusal}");
}

#[test]
fn the_bypass_takes_its_permission_and_the_header() {
    let (mut bench, version) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", FAR));
    let kim = user(&mut bench, &json!({"Action": "s3:BypassGovernanceRetention"}));
    refused_as(&mut bench, &kim, "DeleteObject", bypassing(delete(&version)), "s3:BypassGovernanceRetention");
    let shorter = bypassing(retain("GOVERNANCE", "2026-02-01T00:00:00Z"));
    refused_as(&mut bench, &kim, "PutObjectRetention", shorter, "s3:BypassGovernanceRetention");
    let longer = retain("GOVERNANCE", "2099-02-01T00:00:00Z");
    call_as(&mut bench, &kim, "PutObjectRetention", longer).unwrap();
    assert_eq!(refused(&mut bench, "DeleteObject", delete(&version)), LOCKED, "who may bypass must still ask for it");
}

#[test]
fn a_write_that_locks_takes_the_permissions_of_locking() {
    let (mut bench, _) = bench();
    let kim = user(&mut bench, &json!({"Action": ["s3:PutObjectRetention", "s3:PutObjectLegalHold"]}));
    let put = |more: Value| {
        let mut params = json!({"Key": "new", "Body": "aGk="});
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let retained = put(json!({"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": FAR}));
    refused_as(&mut bench, &kim, "PutObject", retained, "s3:PutObjectRetention");
    refused_as(&mut bench, &kim, "PutObject", put(json!({"ObjectLockLegalHoldStatus": "ON"})), "s3:PutObjectLegalHold");
    call_as(&mut bench, &kim, "PutObject", put(json!({}))).unwrap();
}

#[test]
fn a_policy_may_bound_the_days_of_a_retention() {
    let (mut bench, _) = bench();
    let too_long =
        json!({"Action": "s3:PutObjectRetention", "Condition": {"NumericGreaterThan": {"s3:object-lock-remaining-retention-days": "10"}}});
    let kim = user(&mut bench, &too_long);
    refused_as(&mut bench, &kim, "PutObjectRetention", retain("GOVERNANCE", "2026-01-13T00:00:00Z"), "s3:PutObjectRetention");
    call_as(&mut bench, &kim, "PutObjectRetention", retain("GOVERNANCE", "2026-01-11T00:00:00Z")).unwrap();
}

#[test]
fn a_head_shows_a_lock_only_to_whoever_may_see_it() {
    let (mut bench, _) = bench();
    ok(&mut bench, "PutObjectRetention", retain("GOVERNANCE", FAR));
    ok(&mut bench, "PutObjectLegalHold", json!({"Key": "k", "LegalHold": {"Status": "ON"}}));
    let kim = user(&mut bench, &json!({"Action": "s3:GetObjectRetention"}));
    let head = call_as(&mut bench, &kim, "HeadObject", json!({"Key": "k"})).unwrap();
    assert_eq!((head.get("ObjectLockMode"), &head["ObjectLockLegalHoldStatus"]), (None, &json!("ON")));
}

#[test]
fn a_bucket_with_object_lock_takes_the_permissions_of_lock_and_versioning() {
    for action in ["s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning"] {
        let (mut bench, _) = bench();
        let kim = user(&mut bench, &json!({"Action": action}));
        let create = |locks: bool| json!({"Bucket": "another-one", "ObjectLockEnabledForBucket": locks});
        let refusal = bench.world.call(&kim, Request::parse("s3", "CreateBucket", create(true)).unwrap()).unwrap_err();
        assert!(refusal.message.contains(action), "{refusal}");
        bench.world.call(&kim, Request::parse("s3", "CreateBucket", create(false)).unwrap()).unwrap();
    }
}
