//! Why: each refusal names what decided, and each remedy, followed, lets the call pass.

use serde_json::{Value, json};

use super::{super::list::bench::Bench, *};
use crate::ident::{AccountId, Region};

fn partner() -> Caller {
    Caller::admin(AccountId::PARTNER)
}

fn asked(bench: &Bench, caller: &Caller, operation: &str, mut params: Value) -> Why {
    params["Bucket"] = params.get("Bucket").cloned().unwrap_or_else(|| json!("lab"));
    let origin = Origin { caller: caller.clone(), region: Region::US_EAST_1 };
    why(&bench.world, &origin, &Request::parse("s3", operation, params).unwrap())
}

fn reading(bench: &Bench, caller: &Caller) -> Why {
    asked(bench, caller, "GetObject", json!({"Key": "k"}))
}

fn object() -> Bench {
    let mut bench = Bench::new();
    bench.put("k", 1);
    bench
}

fn statement(effect: &str, principal: &str) -> Value {
    let principal = if principal == "*" { json!("*") } else { json!({"AWS": principal}) };
    json!({"Sid": "s", "Effect": effect, "Principal": principal, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::lab/*"})
}

fn set(bench: &mut Bench, statements: &[Value]) {
    bench.ok("PutBucketPolicy", json!({"Policy": json!({"Statement": statements}).to_string()}));
}

#[test]
fn what_passes_needs_no_remedy() {
    let why = reading(&object(), &Caller::admin(AccountId::OWN));
    assert_eq!((why.refusal, why.remedies), (None, vec![]));
    assert_eq!(why.traces.len(), 1);
}

#[test]
fn another_account_needs_the_bucket_policy() {
    let mut bench = object();
    let why = reading(&bench, &partner());
    let (principal, action, resource) = ("arn:aws:iam::111122223333:root", "s3:GetObject", "arn:aws:s3:::lab/k");
    let expected =
        Remedy::AllowInBucketPolicy { principal: principal.to_owned(), action: action.to_owned(), resource: resource.to_owned() };
    assert_eq!((why.refusal.map(|error| error.code.into_owned()), why.remedies), (Some("AccessDenied".to_owned()), vec![expected]));
    set(&mut bench, &[statement("Allow", principal)]);
    assert_eq!(reading(&bench, &partner()).refusal, None);
}

#[test]
fn a_deny_is_named_by_its_place() {
    let mut bench = object();
    set(&mut bench, &[statement("Allow", "111122223333"), statement("Deny", "111122223333")]);
    let expected = Remedy::ChangeDeny { policy: "BucketPolicy".to_owned(), statement: 1, sid: Some("s".to_owned()) };
    assert_eq!(reading(&bench, &partner()).remedies, [expected]);
}

#[test]
fn a_cut_names_the_public_statement_and_where_the_setting_is_on() {
    let mut bench = object();
    bench.ok("DeletePublicAccessBlock", json!({}));
    set(&mut bench, &[statement("Allow", "111122223333"), statement("Allow", "*")]);
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"RestrictPublicBuckets": true}}));
    let off = Remedy::TurnOff { setting: "RestrictPublicBuckets", levels: vec![Level::Bucket] };
    assert_eq!(reading(&bench, &partner()).remedies, [Remedy::MakePolicyPrivate { statements: vec![1] }, off]);
    set(&mut bench, &[statement("Allow", "111122223333")]);
    assert_eq!(reading(&bench, &partner()).refusal, None, "the first remedy, followed");
}

#[test]
fn a_public_policy_that_is_refused_names_the_setting_that_refused_it() {
    let mut bench = object();
    let put = |bench: &Bench| {
        let policy = json!({"Statement": [statement("Allow", "*")]}).to_string();
        asked(bench, &Caller::admin(AccountId::OWN), "PutBucketPolicy", json!({"Policy": policy}))
    };
    let why = put(&bench);
    assert_eq!(why.checks, [Check { name: "BlockPublicPolicy", levels: vec![Level::Bucket], bites: true }]);
    assert_eq!(why.remedies, [Remedy::TurnOff { setting: "BlockPublicPolicy", levels: vec![Level::Bucket] }]);
    bench.ok("DeletePublicAccessBlock", json!({}));
    assert_eq!(put(&bench).refusal, None);
}

#[test]
fn an_ignored_grant_names_what_ignores_it() {
    let mut bench = object();
    let own = |name: &str| json!({"OwnershipControls": {"Rules": [{"ObjectOwnership": name}]}});
    bench.ok("PutBucketOwnershipControls", own("ObjectWriter"));
    bench.ok("DeletePublicAccessBlock", json!({}));
    bench.ok("PutObjectAcl", json!({"Key": "k", "ACL": "public-read"}));
    assert_eq!(reading(&bench, &Caller::Anonymous).refusal, None);
    bench.ok("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"IgnorePublicAcls": true}}));
    let off = Remedy::TurnOff { setting: "IgnorePublicAcls", levels: vec![Level::Bucket] };
    assert!(reading(&bench, &Caller::Anonymous).remedies.contains(&off));
    bench.ok("PutBucketOwnershipControls", own("BucketOwnerEnforced"));
    assert!(reading(&bench, &Caller::Anonymous).remedies.contains(&Remedy::TurnAclsOn));
    let acl = asked(&bench, &Caller::admin(AccountId::OWN), "PutObjectAcl", json!({"Key": "k", "ACL": "public-read"}));
    assert_eq!(acl.remedies, [Remedy::TurnAclsOn]);
}

#[test]
fn who_does_not_pay_is_told_to_pay() {
    let mut bench = object();
    set(&mut bench, &[statement("Allow", "111122223333")]);
    bench.ok("PutBucketRequestPayment", json!({"RequestPaymentConfiguration": {"Payer": "Requester"}}));
    assert_eq!(reading(&bench, &partner()).remedies, [Remedy::Pay]);
    assert_eq!(asked(&bench, &partner(), "GetObject", json!({"Key": "k", "RequestPayer": "requester"})).refusal, None);
    assert_eq!(reading(&bench, &Caller::Anonymous).remedies, [Remedy::Sign, Remedy::Pay]);
}

#[test]
fn asking_why_changes_nothing_and_survives_being_written_down() {
    let bench = object();
    let before = bench.world.hashes();
    let why = reading(&bench, &partner());
    assert_eq!(bench.world.hashes(), before);
    assert!(serde_json::to_string(&why).unwrap().contains("AllowInBucketPolicy"));
}
