//! Who gets in, and who does not: policies, lists, settings and access points together.

use serde_json::{Value, json};

use super::super::list::bench::Bench;
use crate::{
    Request,
    api::{ApiError, Origin},
    ident::{AccountId, Caller, Region},
    policy::{Reason, Verdict},
};

fn partner() -> Caller {
    Caller::admin(AccountId::PARTNER)
}

fn other() -> Caller {
    Caller::admin(AccountId::OTHER)
}

fn policy(statements: &[Value]) -> Value {
    json!({"Policy": json!({"Version": "2012-10-17", "Statement": statements}).to_string()})
}

fn allow(principal: &Value, actions: &[&str]) -> Value {
    json!({"Effect": "Allow", "Principal": principal, "Action": actions, "Resource": ["arn:aws:s3:::lab", "arn:aws:s3:::lab/*"]})
}

fn reading(caller: &Caller, bench: &mut Bench) -> Result<Value, ApiError> {
    bench.call_as(caller, "GetObject", json!({"Key": "k"}))
}

/// What GetObject says to somebody: `ok`, or the code.
fn read(caller: &Caller, bench: &mut Bench) -> String {
    reading(caller, bench).map_or_else(|error| error.code.into_owned(), |_| "ok".to_owned())
}

/// A bucket with an object, in which nothing public is blocked.
fn unblocked() -> Bench {
    let mut bench = Bench::new();
    bench.put("k", 1);
    bench.ok("DeletePublicAccessBlock", json!({}));
    bench
}

fn block(bench: &mut Bench, flag: &str) {
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {flag: true}}));
}

fn control(bench: &mut Bench, caller: &Caller, operation: &str, mut params: Value) -> Result<Value, ApiError> {
    if params.get("AccountId").is_none() {
        params["AccountId"] = json!(caller.account().unwrap().to_string());
    }
    let origin = Origin { caller: caller.clone(), region: Region::US_EAST_1 };
    bench.world.call(&origin, Request::parse("s3control", operation, params).unwrap())
}

#[test]
fn a_new_bucket_lets_only_its_own_account_in() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    assert_eq!(read(&Caller::admin(AccountId::OWN), &mut bench), "ok");
    for stranger in [partner(), Caller::Anonymous] {
        let error = reading(&stranger, &mut bench).unwrap_err();
        assert_eq!((error.status, &*error.code, &*error.message), (403, "AccessDenied", "Access Denied"), "{stranger:?}");
    }
}

#[test]
fn a_bucket_policy_lets_one_other_account_in_and_nobody_else() {
    let mut bench = Bench::new();
    bench.put("k", 1);
    bench.ok("PutBucketPolicy", policy(&[allow(&json!({"AWS": "111122223333"}), &["s3:GetObject"])]));
    assert_eq!(read(&partner(), &mut bench), "ok");
    assert_eq!(read(&other(), &mut bench), "AccessDenied");
    assert_eq!(read(&Caller::Anonymous, &mut bench), "AccessDenied");
    assert_eq!(bench.call_as(&partner(), "PutObject", json!({"Key": "x"})).unwrap_err().code, "AccessDenied");
}

#[test]
fn a_public_policy_lets_everybody_in_signed_or_not() {
    let mut bench = unblocked();
    bench.ok("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject"])]));
    for caller in [partner(), Caller::Anonymous] {
        assert_eq!(read(&caller, &mut bench), "ok", "{caller:?}");
    }
}

#[test]
fn restrict_public_buckets_cuts_everybody_outside_while_any_statement_is_public() {
    let mut bench = unblocked();
    let to_partner = allow(&json!({"AWS": "111122223333"}), &["s3:GetObject"]);
    bench.ok("PutBucketPolicy", policy(&[to_partner.clone(), allow(&json!("*"), &["s3:ListBucket"])]));
    block(&mut bench, "RestrictPublicBuckets");
    assert_eq!(read(&partner(), &mut bench), "AccessDenied", "even by the statement that is not public");
    assert_eq!(read(&Caller::Anonymous, &mut bench), "AccessDenied");
    assert_eq!(read(&Caller::admin(AccountId::OWN), &mut bench), "ok");
    bench.ok("PutBucketPolicy", policy(&[to_partner]));
    assert_eq!(read(&partner(), &mut bench), "ok", "the policy is no longer public");
}

#[test]
fn the_account_blocks_for_all_of_its_buckets() {
    let mut bench = unblocked();
    bench.ok("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject"])]));
    let own = Caller::admin(AccountId::OWN);
    let put = |flag: &str| json!({"PublicAccessBlockConfiguration": {flag: true}});
    control(&mut bench, &own, "PutPublicAccessBlock", put("RestrictPublicBuckets")).unwrap();
    assert_eq!(read(&Caller::Anonymous, &mut bench), "AccessDenied");
    control(&mut bench, &own, "PutPublicAccessBlock", put("BlockPublicPolicy")).unwrap();
    assert_eq!(read(&Caller::Anonymous, &mut bench), "ok", "an existing policy stays");
    assert_eq!(bench.refused("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject"])])), "AccessDenied");
    control(&mut bench, &own, "DeletePublicAccessBlock", json!({})).unwrap();
    bench.ok("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject"])]));
}

#[test]
fn a_public_acl_lets_everybody_in_until_it_is_ignored_or_acls_are_off() {
    let mut bench = unblocked();
    let set = |name: &str| json!({"OwnershipControls": {"Rules": [{"ObjectOwnership": name}]}});
    bench.ok("PutBucketOwnershipControls", set("ObjectWriter"));
    bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": "public-read"}));
    assert_eq!((read(&Caller::Anonymous, &mut bench), read(&partner(), &mut bench)), ("ok".to_owned(), "ok".to_owned()));
    block(&mut bench, "IgnorePublicAcls");
    assert_eq!(read(&Caller::Anonymous, &mut bench), "AccessDenied");
    block(&mut bench, "RestrictPublicBuckets");
    assert_eq!(read(&Caller::Anonymous, &mut bench), "ok", "it looks at policies only");
    bench.ok("PutBucketOwnershipControls", set("BucketOwnerEnforced"));
    assert_eq!(read(&Caller::Anonymous, &mut bench), "AccessDenied");
}

#[test]
fn authenticated_read_lets_every_signed_caller_in_and_nobody_else() {
    let mut bench = unblocked();
    bench.ok("DeleteBucketOwnershipControls", json!({}));
    bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": "authenticated-read"}));
    assert_eq!(read(&other(), &mut bench), "ok");
    assert_eq!(read(&Caller::Anonymous, &mut bench), "AccessDenied");
}

#[test]
fn each_permission_of_a_list_gives_its_actions_and_no_others() {
    let table = [
        ("GrantRead", "ListObjectsV2", "GetBucketAcl"),
        ("GrantReadACP", "GetBucketAcl", "ListObjectsV2"),
        ("GrantWriteACP", "PutBucketAcl", "GetBucketAcl"),
    ];
    for (grant, given, withheld) in table {
        let mut bench = unblocked();
        bench.ok("DeleteBucketOwnershipControls", json!({}));
        bench.ok("PutBucketAcl", json!({grant: format!("id={}", AccountId::PARTNER.canonical_user_id())}));
        let params = |operation: &str| if operation == "PutBucketAcl" { json!({"ACL": "private"}) } else { json!({}) };
        assert_eq!(bench.call_as(&partner(), withheld, params(withheld)).unwrap_err().code, "AccessDenied", "{grant}");
        bench.call_as(&partner(), given, params(given)).unwrap_or_else(|error| panic!("{grant}: {error}"));
    }
}

#[test]
fn whoever_may_write_to_a_bucket_may_not_write_over_what_others_own() {
    let mut bench = unblocked();
    bench.ok("DeleteBucketOwnershipControls", json!({}));
    bench.ok("PutBucketAcl", json!({"GrantWrite": format!("id={}", AccountId::PARTNER.canonical_user_id())}));
    bench.call_as(&partner(), "PutObject", json!({"Key": "theirs"})).unwrap();
    bench.call_as(&partner(), "PutObject", json!({"Key": "theirs"})).unwrap();
    assert_eq!(bench.call_as(&partner(), "PutObject", json!({"Key": "k"})).unwrap_err().code, "AccessDenied");
    bench.call_as(&partner(), "DeleteObject", json!({"Key": "theirs"})).unwrap();
    assert_eq!(bench.call_as(&partner(), "DeleteObject", json!({"Key": "k"})).unwrap_err().code, "AccessDenied");
}

#[test]
fn a_policy_grants_nothing_on_what_another_account_owns_but_denies() {
    let mut bench = unblocked();
    bench.ok("DeleteBucketOwnershipControls", json!({}));
    let everything = allow(&json!({"AWS": ["111122223333", "444455556666"]}), &["s3:*"]);
    bench.ok("PutBucketPolicy", policy(std::slice::from_ref(&everything)));
    bench.call_as(&partner(), "PutObject", json!({"Key": "k"})).unwrap();
    assert_eq!(read(&other(), &mut bench), "AccessDenied", "the policy allows it, but it is not the bucket's to give");
    assert_eq!(read(&partner(), &mut bench), "ok");
    let deny = json!({"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::lab/*"});
    bench.ok("PutBucketPolicy", policy(&[everything, deny]));
    assert_eq!(read(&partner(), &mut bench), "AccessDenied");
}

#[test]
fn a_missing_key_is_forbidden_to_whoever_may_not_list() {
    let mut bench = unblocked();
    bench.ok("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject"])]));
    let missing = json!({"Key": "none"});
    assert_eq!(bench.call_as(&Caller::Anonymous, "GetObject", missing.clone()).unwrap_err().code, "AccessDenied");
    assert_eq!(bench.call_as(&Caller::Anonymous, "HeadObject", missing.clone()).unwrap_err().code, "403");
    assert_eq!(bench.refused("GetObject", missing.clone()), "NoSuchKey");
    bench.ok("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject", "s3:ListBucket"])]));
    assert_eq!(bench.call_as(&Caller::Anonymous, "GetObject", missing.clone()).unwrap_err().code, "NoSuchKey");
    assert_eq!(bench.call_as(&Caller::Anonymous, "HeadObject", missing).unwrap_err().code, "404");
}

#[test]
fn a_missing_bucket_is_missing_to_everybody() {
    let mut bench = Bench::new();
    for caller in [partner(), Caller::Anonymous] {
        let error = bench.call_as(&caller, "GetObject", json!({"Bucket": "none", "Key": "k"})).unwrap_err();
        assert_eq!(error.code, "NoSuchBucket");
        assert_eq!(bench.call_as(&caller, "HeadBucket", json!({"Bucket": "none"})).unwrap_err().code, "404");
        assert_eq!(bench.call_as(&caller, "HeadBucket", json!({})).unwrap_err().code, "403");
    }
}

#[test]
fn the_root_of_the_owner_may_always_repair_a_policy() {
    let mut bench = unblocked();
    let deny = json!({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::lab", "arn:aws:s3:::lab/*"]});
    bench.ok("PutBucketPolicy", policy(&[deny]));
    let refusal = bench.call("GetBucketPolicy", json!({})).unwrap_err();
    assert!(refusal.message.ends_with("with an explicit deny in a resource-based policy"), "{refusal}");
    let root = Caller::Root { account: AccountId::OWN };
    assert_eq!(bench.call_as(&root, "GetObject", json!({"Key": "k"})).unwrap_err().code, "AccessDenied");
    assert_eq!(bench.call_as(&root, "GetBucketPolicyStatus", json!({})).unwrap_err().code, "AccessDenied");
    bench.call_as(&root, "GetBucketPolicy", json!({})).unwrap();
    bench.call_as(&root, "DeleteBucketPolicy", json!({})).unwrap();
    assert_eq!(read(&Caller::admin(AccountId::OWN), &mut bench), "ok");
}

#[test]
fn requesters_pay_only_if_they_say_so_and_somebody_must_sign() {
    let mut bench = unblocked();
    bench.ok("PutBucketPolicy", policy(&[allow(&json!("*"), &["s3:GetObject"])]));
    bench.ok("PutBucketRequestPayment", json!({"RequestPaymentConfiguration": {"Payer": "Requester"}}));
    let paid = json!({"Key": "k", "RequestPayer": "requester"});
    assert_eq!(read(&partner(), &mut bench), "AccessDenied");
    assert_eq!(bench.call_as(&partner(), "HeadObject", json!({"Key": "k"})).unwrap_err().code, "403");
    assert_eq!(bench.call_as(&partner(), "GetObject", paid.clone()).unwrap()["RequestCharged"], "requester");
    assert_eq!(bench.call_as(&Caller::Anonymous, "GetObject", paid.clone()).unwrap_err().code, "AccessDenied");
    assert_eq!(read(&Caller::admin(AccountId::OWN), &mut bench), "ok", "the owner pays for himself");
    assert!(bench.ok("GetObject", paid).get("RequestCharged").is_none());
}

#[test]
fn a_paid_request_is_on_the_requesters_bill_and_storage_on_the_owners() {
    let mut bench = unblocked();
    bench.ok("PutBucketPolicy", policy(&[allow(&json!({"AWS": "111122223333"}), &["s3:GetObject"])]));
    bench.ok("PutBucketRequestPayment", json!({"RequestPaymentConfiguration": {"Payer": "Requester"}}));
    bench.call_as(&partner(), "GetObject", json!({"Key": "k", "RequestPayer": "requester"})).unwrap();
    let all = bench.world.usage().until(bench.world.now());
    let paid = |account: AccountId| all.iter().filter(|(key, _)| key.account == account && key.usage_type == "Requests-Tier2").count();
    assert_eq!((paid(AccountId::PARTNER), paid(AccountId::OWN)), (1, 0));
}

/// A bucket with an access point `reports`, whose own policy lets the partner read, and a bucket policy that leaves it to access points.
fn with_point(delegates: bool) -> (Bench, String, String) {
    let mut bench = Bench::new();
    bench.put("k", 1);
    let own = Caller::admin(AccountId::OWN);
    let made = control(&mut bench, &own, "CreateAccessPoint", json!({"Name": "reports", "Bucket": "lab"})).unwrap();
    let (arn, alias) = (made["AccessPointArn"].as_str().unwrap().to_owned(), made["Alias"].as_str().unwrap().to_owned());
    let statement =
        json!({"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": format!("{arn}/object/*")});
    let params = json!({"Name": "reports", "Policy": json!({"Version": "2012-10-17", "Statement": [statement]}).to_string()});
    control(&mut bench, &own, "PutAccessPointPolicy", params).unwrap();
    if delegates {
        let condition = json!({"StringEquals": {"s3:DataAccessPointAccount": "123456789012"}});
        let mut statement = allow(&json!("*"), &["s3:*"]);
        statement["Condition"] = condition;
        bench.ok("PutBucketPolicy", policy(&[statement]));
    }
    (bench, arn, alias)
}

fn through(bench: &mut Bench, caller: &Caller, name: &str, operation: &str) -> String {
    let params = if operation.contains("Object") && !operation.starts_with("List") {
        json!({"Bucket": name, "Key": "k"})
    } else {
        json!({"Bucket": name})
    };
    bench.call_as(caller, operation, params).map_or_else(|error| error.code.into_owned(), |_| "ok".to_owned())
}

#[test]
fn an_access_point_stands_for_its_bucket_by_arn_and_by_alias() {
    let (mut bench, arn, alias) = with_point(false);
    let own = Caller::admin(AccountId::OWN);
    for name in [&arn, &alias] {
        for operation in ["GetObject", "HeadObject", "PutObject", "ListObjectsV2", "HeadBucket", "GetBucketLocation"] {
            assert_eq!(through(&mut bench, &own, name, operation), "ok", "{operation} {name}");
        }
    }
    assert_eq!(bench.ok("HeadBucket", json!({"Bucket": alias}))["AccessPointAlias"], true);
}

#[test]
fn a_request_through_an_access_point_must_be_allowed_on_both_sides() {
    let (mut bench, arn, _) = with_point(false);
    assert_eq!(through(&mut bench, &partner(), &arn, "GetObject"), "AccessDenied", "the bucket lets nobody in");
    let (mut bench, arn, alias) = with_point(true);
    assert_eq!(through(&mut bench, &partner(), &arn, "GetObject"), "ok");
    assert_eq!(through(&mut bench, &partner(), &alias, "GetObject"), "ok");
    assert_eq!(through(&mut bench, &partner(), &arn, "PutObject"), "AccessDenied", "the access point lets read only");
    assert_eq!(through(&mut bench, &other(), &arn, "GetObject"), "AccessDenied", "the access point names the partner only");
    assert_eq!(read(&partner(), &mut bench), "AccessDenied", "not past the access point");
    assert_eq!(through(&mut bench, &Caller::Anonymous, &arn, "GetObject"), "AccessDenied", "nobody comes unsigned");
}

#[test]
fn an_access_point_of_a_vpc_is_closed_to_the_internet() {
    let (mut bench, ..) = with_point(true);
    let own = Caller::admin(AccountId::OWN);
    let params = json!({"Name": "inside", "Bucket": "lab", "VpcConfiguration": {"VpcId": "vpc-1"}});
    let made = control(&mut bench, &own, "CreateAccessPoint", params).unwrap();
    assert_eq!(through(&mut bench, &own, made["AccessPointArn"].as_str().unwrap(), "GetObject"), "AccessDenied");
}

#[test]
fn why_a_request_was_refused_tells_each_thing_looked_at_and_what_decided() {
    let mut bench = unblocked();
    let to_all = allow(&json!("*"), &["s3:GetObject"]);
    bench.ok("PutBucketPolicy", policy(&[allow(&json!({"AWS": "444455556666"}), &["s3:GetObject"]), to_all]));
    block(&mut bench, "RestrictPublicBuckets");
    let get = Request::parse("s3", "GetObject", json!({"Bucket": "lab", "Key": "k"})).unwrap();
    let traces = bench.world.explain(&Origin { caller: partner(), region: Region::US_EAST_1 }, &get.needs());
    assert_eq!(traces.len(), 1);
    assert_eq!(traces[0].verdict, Verdict::Denied(Reason::Cut("RestrictPublicBuckets")));
    let told = serde_json::to_value(&traces[0]).unwrap().to_string();
    assert!(told.contains("RestrictPublicBuckets"), "{told}");
    assert!(traces[0].deciding().is_some());
}
