//! Random users, roles and policies, and what must hold of every decision.

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};
use skylab_cloud::{
    api::Origin,
    ident::{AccountId, Caller, Region},
    policy::Verdict,
};

use super::{Act, played, reads, request, resources, writes};

fn iam(operation: &'static str, params: Value) -> Act {
    Act::Call { service: "iam", operation, params }
}

fn user() -> impl Strategy<Value = &'static str> {
    select(vec!["kim", "lee"])
}

/// A statement: an action or two, a resource, perhaps a condition.
fn statement() -> impl Strategy<Value = Value> {
    let action = select(vec!["s3:*", "s3:Get*", "s3:PutObject", "s3:ListBucket", "*", "sqs:SendMessage", "iam:*"]);
    let resource =
        select(vec!["*", "arn:aws:s3:::alpha-logs", "arn:aws:s3:::alpha-logs/*", "arn:aws:s3:::${aws:username}-*", "arn:aws:sqs"]);
    let condition = select(vec![
        json!(null),
        json!({"StringEquals": {"aws:username": "kim"}}),
        json!({"StringLike": {"s3:prefix": "logs/*"}}),
        json!({"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
        json!({"Null": {"s3:x-amz-storage-class": "true"}}),
        json!({"ForAllValues:StringEquals": {"aws:TagKeys": ["a"]}}),
    ]);
    let allows = prop_oneof![3 => Just("Allow"), 1 => Just("Deny")];
    (allows, action, resource, condition, any::<bool>()).prop_map(|(effect, action, resource, condition, not)| {
        let action_element = if not { "NotAction" } else { "Action" };
        let mut statement = json!({"Effect": effect, action_element: action, "Resource": resource});
        if !condition.is_null() {
            statement["Condition"] = condition;
        }
        statement
    })
}

fn document() -> impl Strategy<Value = String> {
    vec(statement(), 1..4).prop_map(|statements| json!({"Version": "2012-10-17", "Statement": statements}).to_string())
}

fn trust() -> impl Strategy<Value = String> {
    let principal = select(vec![json!("*"), json!({"AWS": "123456789012"}), json!({"Service": "s3.amazonaws.com"})]);
    principal.prop_map(|principal| {
        json!({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}}).to_string()
    })
}

/// Requests to IAM and STS.
pub(super) fn acts() -> impl Strategy<Value = Act> {
    let all = "arn:aws:iam::aws:policy/AdministratorAccess";
    let own = "arn:aws:iam::123456789012:policy/p";
    let role = "arn:aws:iam::123456789012:role/r";
    prop_oneof![
        3 => user().prop_map(|name| iam("CreateUser", json!({"UserName": name}))),
        1 => user().prop_map(|name| iam("DeleteUser", json!({"UserName": name}))),
        3 => (user(), document()).prop_map(|(name, document)| iam(
            "PutUserPolicy",
            json!({"UserName": name, "PolicyName": "p", "PolicyDocument": document})
        )),
        1 => user().prop_map(|name| iam("DeleteUserPolicy", json!({"UserName": name, "PolicyName": "p"}))),
        1 => (user(), select(vec![all, own])).prop_map(|(name, arn)| iam("AttachUserPolicy", json!({"UserName": name, "PolicyArn": arn}))),
        1 => (user(), select(vec![all, own])).prop_map(|(name, arn)| iam(
            "PutUserPermissionsBoundary",
            json!({"UserName": name, "PermissionsBoundary": arn})
        )),
        1 => document().prop_map(|document| iam("CreatePolicy", json!({"PolicyName": "p", "PolicyDocument": document}))),
        1 => document().prop_map(move |document| iam(
            "CreatePolicyVersion",
            json!({"PolicyArn": own, "PolicyDocument": document, "SetAsDefault": true})
        )),
        1 => Just(iam("CreateGroup", json!({"GroupName": "g"}))),
        1 => user().prop_map(|name| iam("AddUserToGroup", json!({"UserName": name, "GroupName": "g"}))),
        1 => trust().prop_map(|trust| iam("CreateRole", json!({"RoleName": "r", "AssumeRolePolicyDocument": trust}))),
        1 => Just(Act::Call { service: "sts", operation: "AssumeRole", params: json!({"RoleArn": role, "RoleSessionName": "s1"}) }),
        1 => Just(iam("GetAccountAuthorizationDetails", json!({}))),
        1 => document().prop_map(|document| iam(
            "SimulateCustomPolicy",
            json!({"PolicyInputList": [document], "ActionNames": ["s3:GetObject"], "ResourceArns": ["arn:aws:s3:::alpha-logs/a"]})
        )),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_call_is_refused_just_where_its_trace_ends_in_a_denial(
        before in vec(prop_oneof![2 => acts(), 1 => writes()], 1..40),
        calls in vec(prop_oneof![writes(), reads(), acts()], 1..12),
    ) {
        let sandbox = played(&before);
        let own = |name: &str| Caller::user(AccountId::OWN, name);
        for caller in [own("kim"), own("lee"), Caller::Root { account: AccountId::OWN }, Caller::admin(AccountId::PARTNER), Caller::Anonymous] {
            let origin = Origin { caller, region: Region::US_EAST_1 };
            for act in &calls {
                let Act::Call { service, operation, params } = act else { continue };
                let request = request(service, operation, params);
                let traces = sandbox.world().explain(&origin, &request.needs());
                let last = traces.last().expect("something is needed");
                prop_assert!(last.deciding().is_some(), "something decides: {last:?}");
                prop_assert_eq!(last.verdict.is_allowed(), sandbox.world().may(&origin, &request.needs()));
                let mut tried = sandbox.clone();
                let before = resources(tried.world());
                let answer = tried.call(&origin, request);
                if let Verdict::Denied(_) = last.verdict {
                    let refusal = answer.unwrap_err();
                    prop_assert_eq!(refusal.status, 403, "{}", refusal);
                    prop_assert_eq!(resources(tried.world()), before, "a refusal changes nothing");
                }
            }
        }
    }
}
