//! Replication to buckets of another account, and whose the replicas are.

use serde_json::{Value, json};

use super::bench::{Bench, ROLE};
use crate::{
    Request,
    api::{ApiError, Origin},
    clock::MINUTE_MS,
    ident::{AccountId, Caller, Region},
};

/// A request of the other account's administrator.
fn theirs(bench: &mut Bench, operation: &str, mut params: Value) -> Result<Value, ApiError> {
    params["Bucket"] = json!("theirs");
    let origin = Origin { caller: Caller::admin(AccountId::PARTNER), region: Region::US_EAST_1 };
    bench.world.call(&origin, Request::parse("s3", operation, params).unwrap())
}

/// The other account's bucket with that ownership, and a rule that copies to it; the role may do everything that its account can give.
fn across(ownership: &str, destination: &Value) -> Bench {
    let mut bench = Bench::new();
    theirs(&mut bench, "CreateBucket", json!({"ObjectOwnership": ownership})).unwrap();
    theirs(&mut bench, "PutBucketVersioning", json!({"VersioningConfiguration": {"Status": "Enabled"}})).unwrap();
    bench.allow(&json!("s3:*"));
    let mut rule = bench.rule();
    rule["Destination"] = json!({"Bucket": "arn:aws:s3:::theirs"});
    for (name, value) in destination.as_object().unwrap() {
        rule["Destination"][name] = value.clone();
    }
    bench.replicate(rule);
    bench
}

/// The bucket's policy lets the role in.
fn let_in(bench: &mut Bench) {
    let actions = ["s3:ReplicateObject", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"];
    let statement = json!({"Effect": "Allow", "Principal": {"AWS": ROLE}, "Action": actions, "Resource": "arn:aws:s3:::theirs/*"});
    let policy = json!({"Version": "2012-10-17", "Statement": [statement]}).to_string();
    theirs(bench, "PutBucketPolicy", json!({"Policy": policy})).unwrap();
}

#[test]
fn a_bucket_of_another_account_takes_replicas_if_its_policy_lets_the_role_in() {
    let mut bench = across("BucketOwnerEnforced", &json!({}));
    bench.put("before", 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!(bench.failure("ReplicateObject").as_deref(), Some("DstPutObjectNotPermitted"));
    let_in(&mut bench);
    bench.put("after", 1);
    bench.advance(10 * MINUTE_MS);
    assert_eq!((bench.status("src", "before").as_str(), bench.status("src", "after").as_str()), ("FAILED", "COMPLETED"));
    assert!(theirs(&mut bench, "HeadObject", json!({"Key": "after"})).is_ok());
}

#[test]
fn replicas_are_the_sources_unless_the_rule_or_object_ownership_gives_them_away() {
    let handed = json!({"Account": AccountId::PARTNER.to_string(), "AccessControlTranslation": {"Owner": "Destination"}});
    for (ownership, destination, is_theirs) in
        [("ObjectWriter", json!({}), false), ("ObjectWriter", handed, true), ("BucketOwnerEnforced", json!({}), true)]
    {
        let mut bench = across(ownership, &destination);
        let_in(&mut bench);
        bench.put("k", 1);
        bench.advance(10 * MINUTE_MS);
        assert_eq!(bench.status("src", "k"), "COMPLETED", "{ownership} {destination}");
        let head = theirs(&mut bench, "HeadObject", json!({"Key": "k"}));
        assert_eq!(head.is_ok(), is_theirs, "{ownership} {destination}: {head:?}");
    }
}

#[test]
fn a_changed_list_follows_an_object_to_its_replica() {
    let mut bench = Bench::new();
    bench.allow(&json!("s3:*"));
    let rules = json!({"Rules": [{"ObjectOwnership": "ObjectWriter"}]});
    for bucket in ["src", "dst"] {
        bench.ok("PutBucketOwnershipControls", json!({"Bucket": bucket, "OwnershipControls": rules}));
    }
    bench.replicate(bench.rule());
    bench.put("k", 1);
    bench.advance(10 * MINUTE_MS);
    let reader = format!("id=\"{}\"", AccountId::PARTNER.canonical_user_id());
    bench.ok("PutObjectAcl", json!({"Bucket": "src", "Key": "k", "GrantRead": reader}));
    assert_eq!(bench.status("src", "k"), "PENDING");
    bench.advance(10 * MINUTE_MS);
    let [here, there] = ["src", "dst"].map(|bucket| bench.ok("GetObjectAcl", json!({"Bucket": bucket, "Key": "k"})));
    assert_eq!(here["Grants"], there["Grants"]);
    assert_eq!(there["Grants"][0]["Permission"], "READ");
}
