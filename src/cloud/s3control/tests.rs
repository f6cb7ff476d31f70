//! Access points: names, owners, listing, policies, and what they block for ever.

use serde_json::{Value, json};

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::SimTime,
    ident::{AccountId, Caller, Region},
};

const OWN: &str = "123456789012";

struct Bench {
    world: World,
}

impl Bench {
    /// A world with the bucket `lab` in us-east-1.
    fn new() -> Self {
        let mut bench = Self { world: World::new(SimTime::START, 1) };
        bench.s3("CreateBucket", json!({"Bucket": "lab"})).unwrap();
        bench
    }

    fn s3(&mut self, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.world.call(&Origin::admin(Region::US_EAST_1), Request::parse("s3", operation, params).unwrap())
    }

    fn call_in(&mut self, region: Region, operation: &str, mut params: Value) -> Result<Value, ApiError> {
        if params.get("AccountId").is_none() {
            params["AccountId"] = json!(OWN);
        }
        self.world.call(&Origin::admin(region), Request::parse("s3control", operation, params).unwrap())
    }

    fn call(&mut self, operation: &str, params: Value) -> Result<Value, ApiError> {
        self.call_in(Region::US_EAST_1, operation, params)
    }

    fn refused(&mut self, operation: &str, params: Value) -> String {
        self.call(operation, params).expect_err(operation).code.into_owned()
    }

    fn point(&mut self, name: &str) -> Value {
        self.call("CreateAccessPoint", json!({"Name": name, "Bucket": "lab"})).unwrap()
    }
}

#[test]
fn an_access_point_has_an_arn_and_an_alias_that_begins_with_its_name() {
    let mut bench = Bench::new();
    let made = bench.point("my-access-point");
    assert_eq!(made["AccessPointArn"], "arn:aws:s3:us-east-1:123456789012:accesspoint/my-access-point");
    let alias = made["Alias"].as_str().unwrap();
    assert!(alias.starts_with("my-access-point-") && alias.ends_with("-s3alias") && alias.len() == 58, "{alias}");
    let long = bench.point(&"a".repeat(50));
    assert_eq!(long["Alias"].as_str().unwrap().len(), 63);
    let shown = bench.call("GetAccessPoint", json!({"Name": "my-access-point"})).unwrap();
    assert_eq!((&shown["Bucket"], &shown["NetworkOrigin"], &shown["Alias"]), (&json!("lab"), &json!("Internet"), &made["Alias"]));
    assert_eq!(shown["Endpoints"]["ipv4"], "s3-accesspoint.us-east-1.amazonaws.com");
    assert_eq!(shown["PublicAccessBlockConfiguration"]["BlockPublicPolicy"], true);
}

#[test]
fn an_access_points_name_has_small_letters_digits_and_hyphens_within() {
    let mut bench = Bench::new();
    for name in ["ab", "Upper", "-a1", "a1-", "a.b", "a_b", "x-s3alias", &"a".repeat(51)] {
        assert_eq!(bench.refused("CreateAccessPoint", json!({"Name": name, "Bucket": "lab"})), "InvalidAccessPoint", "{name}");
    }
    for name in ["abc", "1-2", &"a".repeat(50)] {
        bench.point(name);
    }
}

#[test]
fn a_name_is_unique_in_account_and_region() {
    let mut bench = Bench::new();
    bench.point("reports");
    assert_eq!(bench.refused("CreateAccessPoint", json!({"Name": "reports", "Bucket": "lab"})), "AccessPointAlreadyOwnedByYou");
    let seoul = json!({"Bucket": "seoul", "CreateBucketConfiguration": {"LocationConstraint": "ap-northeast-2"}});
    bench.s3("CreateBucket", seoul).unwrap();
    bench.call_in(Region::SEOUL, "CreateAccessPoint", json!({"Name": "reports", "Bucket": "seoul"})).unwrap();
    assert_eq!(bench.call("GetAccessPoint", json!({"Name": "reports"})).unwrap()["Bucket"], "lab");
}

#[test]
fn an_access_point_lies_in_its_buckets_region_and_leads_to_a_bucket_that_is_there() {
    let mut bench = Bench::new();
    assert_eq!(bench.refused("CreateAccessPoint", json!({"Name": "reports", "Bucket": "none"})), "NoSuchBucket");
    let elsewhere = bench.call_in(Region::SEOUL, "CreateAccessPoint", json!({"Name": "reports", "Bucket": "lab"}));
    assert_eq!(elsewhere.unwrap_err().code, "InvalidRequest");
}

#[test]
fn a_bucket_of_another_account_is_named_with_its_account() {
    let mut bench = Bench::new();
    let partner = Origin { caller: Caller::admin(AccountId::PARTNER), region: Region::US_EAST_1 };
    let mut make = |more: Value| {
        let mut params = json!({"AccountId": "111122223333", "Name": "theirs", "Bucket": "lab"});
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        bench.world.call(&partner, Request::parse("s3control", "CreateAccessPoint", params).unwrap())
    };
    assert_eq!(make(json!({})).unwrap_err().code, "AccessDenied");
    make(json!({"BucketAccountId": OWN})).unwrap();
}

#[test]
fn nobody_manages_the_access_points_of_another_account() {
    let mut bench = Bench::new();
    bench.point("reports");
    let partner = Origin { caller: Caller::admin(AccountId::PARTNER), region: Region::US_EAST_1 };
    for operation in ["GetAccessPoint", "DeleteAccessPoint", "GetAccessPointPolicy"] {
        let params = json!({"AccountId": OWN, "Name": "reports"});
        let refusal = bench.world.call(&partner, Request::parse("s3control", operation, params).unwrap()).unwrap_err();
        assert_eq!(refusal.code, "AccessDenied", "{operation}");
    }
}

#[test]
fn access_points_are_listed_by_name_page_by_page_and_by_bucket() {
    let mut bench = Bench::new();
    bench.s3("CreateBucket", json!({"Bucket": "more"})).unwrap();
    for name in ["ccc", "aaa", "bbb"] {
        bench.point(name);
    }
    bench.call("CreateAccessPoint", json!({"Name": "ddd", "Bucket": "more"})).unwrap();
    let names = |page: &Value| -> Vec<String> {
        page["AccessPointList"].as_array().unwrap().iter().map(|entry| entry["Name"].as_str().unwrap().to_owned()).collect()
    };
    let first = bench.call("ListAccessPoints", json!({"MaxResults": 3})).unwrap();
    assert_eq!(names(&first), ["aaa", "bbb", "ccc"]);
    let rest = bench.call("ListAccessPoints", json!({"NextToken": first["NextToken"]})).unwrap();
    assert_eq!((names(&rest), rest.get("NextToken")), (vec!["ddd".to_owned()], None));
    assert_eq!(names(&bench.call("ListAccessPoints", json!({"Bucket": "more"})).unwrap()), ["ddd"]);
}

#[test]
fn a_deleted_access_point_is_gone_with_its_alias() {
    let mut bench = Bench::new();
    let alias = bench.point("reports")["Alias"].clone();
    bench.s3("HeadBucket", json!({"Bucket": alias})).unwrap();
    bench.call("DeleteAccessPoint", json!({"Name": "reports"})).unwrap();
    assert_eq!(bench.s3("HeadBucket", json!({"Bucket": alias})).unwrap_err().code, "404");
    for operation in ["GetAccessPoint", "DeleteAccessPoint", "GetAccessPointPolicy"] {
        assert_eq!(bench.refused(operation, json!({"Name": "reports"})), "NoSuchAccessPoint");
    }
}

fn policy(resource: &str, principal: &Value) -> String {
    let statement = json!({"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": resource});
    json!({"Version": "2012-10-17", "Statement": [statement]}).to_string()
}

#[test]
fn a_policy_of_an_access_point_is_about_that_access_point() {
    let mut bench = Bench::new();
    bench.point("reports");
    assert_eq!(bench.refused("GetAccessPointPolicy", json!({"Name": "reports"})), "NoSuchAccessPointPolicy");
    let arn = "arn:aws:s3:us-east-1:123456789012:accesspoint/reports";
    let partner = json!({"AWS": "111122223333"});
    let elsewhere = ["arn:aws:s3:::lab/*", "arn:aws:s3:us-east-1:123456789012:accesspoint/other/object/*", "*"];
    for resource in elsewhere {
        let params = json!({"Name": "reports", "Policy": policy(resource, &partner)});
        assert_eq!(bench.refused("PutAccessPointPolicy", params), "MalformedPolicy", "{resource}");
    }
    bench.call("PutAccessPointPolicy", json!({"Name": "reports", "Policy": policy(&format!("{arn}/object/*"), &partner)})).unwrap();
    let shown = bench.call("GetAccessPointPolicy", json!({"Name": "reports"})).unwrap();
    assert!(shown["Policy"].as_str().unwrap().contains("arn:aws:iam::111122223333:root"));
    assert_eq!(bench.call("GetAccessPointPolicyStatus", json!({"Name": "reports"})).unwrap()["PolicyStatus"]["IsPublic"], false);
    bench.call("DeleteAccessPointPolicy", json!({"Name": "reports"})).unwrap();
    assert_eq!(bench.refused("GetAccessPointPolicyStatus", json!({"Name": "reports"})), "NoSuchAccessPointPolicy");
}

#[test]
fn a_public_policy_passes_only_where_point_bucket_and_account_let_it() {
    let open = json!({"BlockPublicAcls": false, "IgnorePublicAcls": false, "BlockPublicPolicy": false, "RestrictPublicBuckets": false});
    let public = |name: &str| {
        let resource = format!("arn:aws:s3:us-east-1:123456789012:accesspoint/{name}/object/*");
        json!({"Name": name, "Policy": policy(&resource, &json!("*"))})
    };
    let mut bench = Bench::new();
    bench.point("shut");
    bench.call("CreateAccessPoint", json!({"Name": "open", "Bucket": "lab", "PublicAccessBlockConfiguration": open})).unwrap();
    assert_eq!(bench.refused("PutAccessPointPolicy", public("open")), "AccessDenied", "the bucket blocks it");
    bench.s3("DeletePublicAccessBlock", json!({"Bucket": "lab"})).unwrap();
    assert_eq!(bench.refused("PutAccessPointPolicy", public("shut")), "AccessDenied", "the access point blocks it");
    bench.call("PutAccessPointPolicy", public("open")).unwrap();
    assert_eq!(bench.call("GetAccessPointPolicyStatus", json!({"Name": "open"})).unwrap()["PolicyStatus"]["IsPublic"], true);
    bench.call("PutPublicAccessBlock", json!({"PublicAccessBlockConfiguration": {"BlockPublicPolicy": true}})).unwrap();
    assert_eq!(bench.refused("PutAccessPointPolicy", public("open")), "AccessDenied", "the account blocks it");
}

#[test]
fn an_access_point_of_a_vpc_is_never_public() {
    let mut bench = Bench::new();
    bench.call("CreateAccessPoint", json!({"Name": "inside", "Bucket": "lab", "VpcConfiguration": {"VpcId": "vpc-1"}})).unwrap();
    let resource = "arn:aws:s3:us-east-1:123456789012:accesspoint/inside/object/*";
    bench.call("PutAccessPointPolicy", json!({"Name": "inside", "Policy": policy(resource, &json!("*"))})).unwrap();
    assert_eq!(bench.call("GetAccessPointPolicyStatus", json!({"Name": "inside"})).unwrap()["PolicyStatus"]["IsPublic"], false);
}

/// A versioned bucket with an object from before its rule, and a role for S3 and its jobs.
fn with_an_old_object(trusted: &str) -> Bench {
    let mut bench = Bench::new();
    bench.s3("CreateBucket", json!({"Bucket": "copy"})).unwrap();
    for name in ["lab", "copy"] {
        bench.s3("PutBucketVersioning", json!({"Bucket": name, "VersioningConfiguration": {"Status": "Enabled"}})).unwrap();
    }
    bench.s3("PutObject", json!({"Bucket": "lab", "Key": "old"})).unwrap();
    let mut iam = |operation: &str, params: Value| {
        bench.world.call(&Origin::admin(Region::US_EAST_1), Request::parse("iam", operation, params).unwrap()).unwrap();
    };
    let trust = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": ["s3.amazonaws.com", trusted]}, "Action": "sts:AssumeRole"},
    ]});
    iam("CreateRole", json!({"RoleName": "copier", "AssumeRolePolicyDocument": trust.to_string()}));
    let all = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]});
    iam("PutRolePolicy", json!({"RoleName": "copier", "PolicyName": "all", "PolicyDocument": all.to_string()}));
    let rule = json!({"ID": "r", "Priority": 1, "Status": "Enabled", "Filter": {}, "DeleteMarkerReplication": {"Status": "Disabled"},
        "Destination": {"Bucket": "arn:aws:s3:::copy"}});
    let rules = json!({"Role": "arn:aws:iam::123456789012:role/copier", "Rules": [rule]});
    bench.s3("PutBucketReplication", json!({"Bucket": "lab", "ReplicationConfiguration": rules})).unwrap();
    bench
}

fn job() -> Value {
    json!({
        "Operation": {"S3ReplicateObject": {}}, "Report": {"Enabled": false}, "Priority": 1,
        "RoleArn": "arn:aws:iam::123456789012:role/copier",
        "ManifestGenerator": {"S3JobManifestGenerator": {
            "SourceBucket": "arn:aws:s3:::lab", "EnableManifestOutput": false, "Filter": {"EligibleForReplication": true},
        }},
    })
}

#[test]
fn a_job_replicates_what_was_there_before_the_rule() {
    let mut bench = with_an_old_object("batchoperations.s3.amazonaws.com");
    let id = bench.call("CreateJob", job()).unwrap()["JobId"].clone();
    let described = |bench: &mut Bench| bench.call("DescribeJob", json!({"JobId": id.clone()})).unwrap()["Job"].clone();
    assert_eq!(described(&mut bench)["Status"], "Active");
    bench.world.run_until(SimTime::START.plus(10 * 60_000));
    let done = described(&mut bench);
    assert_eq!((&done["Status"], &done["ProgressSummary"]["NumberOfTasksSucceeded"]), (&json!("Complete"), &json!(1)));
    assert!(bench.s3("HeadObject", json!({"Bucket": "copy", "Key": "old"})).is_ok());
}

#[test]
fn a_job_whose_role_does_not_trust_batch_operations_fails() {
    let mut bench = with_an_old_object("lambda.amazonaws.com");
    let id = bench.call("CreateJob", job()).unwrap()["JobId"].clone();
    assert_eq!(bench.call("DescribeJob", json!({"JobId": id})).unwrap()["Job"]["Status"], "Failed");
    bench.world.run_until(SimTime::START.plus(10 * 60_000));
    assert!(bench.s3("HeadObject", json!({"Bucket": "copy", "Key": "old"})).is_err());
}

#[test]
fn jobs_that_are_not_modelled_are_refused() {
    let mut bench = with_an_old_object("batchoperations.s3.amazonaws.com");
    for (member, value) in [
        ("Operation", json!({})),
        ("Report", json!({"Enabled": true})),
        ("ConfirmationRequired", json!(true)),
        ("Priority", json!(-1)),
        ("ManifestGenerator", json!({})),
    ] {
        let mut wrong = job();
        wrong[member] = value;
        assert_eq!(bench.call("CreateJob", wrong).unwrap_err().code, "InvalidRequest", "{member}");
    }
    assert_eq!(bench.call("DescribeJob", json!({"JobId": "no"})).unwrap_err().code, "NoSuchJob");
}
