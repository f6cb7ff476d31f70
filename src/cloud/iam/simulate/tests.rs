//! The simulator's answers: decisions, matched statements with their places, missing context, boundaries, both sides of an account.

use serde_json::{Value, json};

use crate::{Request, Sandbox, api::Origin, clock::SimTime, ident::Region};

fn simulate(params: Value) -> Value {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let request = Request::parse("iam", "SimulateCustomPolicy", params).unwrap();
    sandbox.call(&Origin::admin(Region::SEOUL), request).unwrap()
}

fn policy(statements: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#)
}

#[test]
fn a_result_is_shaped_as_awss() {
    let allow = policy(r#"{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}"#);
    let answer = simulate(json!({"PolicyInputList": [allow], "ActionNames": ["s3:GetObject"], "ResourceArns": ["arn:aws:s3:::b/k"]}));
    let matched = json!([{
        "SourcePolicyId": "PolicyInputList.1", "SourcePolicyType": "IAM Policy",
        "StartPosition": {"Line": 1, "Column": 41}, "EndPosition": {"Line": 1, "Column": 41 + 62},
    }]);
    assert_eq!(
        answer,
        json!({"EvaluationResults": [{
            "EvalActionName": "s3:GetObject", "EvalResourceName": "arn:aws:s3:::b/k", "EvalDecision": "allowed",
            "MatchedStatements": matched, "MissingContextValues": [], "EvalDecisionDetails": {},
            "ResourceSpecificResults": [{
                "EvalResourceName": "arn:aws:s3:::b/k", "EvalResourceDecision": "allowed", "MatchedStatements": matched, "MissingContextValues": [],
            }],
        }], "IsTruncated": false})
    );
}

#[test]
fn without_resources_everything_is_meant_and_there_are_no_results_of_single_ones() {
    let answer = simulate(json!({"PolicyInputList": [policy("")], "ActionNames": ["s3:DeleteBucket"]}));
    assert_eq!(
        answer["EvaluationResults"],
        json!([{"EvalActionName": "s3:DeleteBucket", "EvalResourceName": "*", "EvalDecision": "implicitDeny", "MatchedStatements": [], "MissingContextValues": []}])
    );
}

#[test]
fn there_is_one_result_for_each_action_with_the_most_restrictive_decision() {
    let policy = policy(
        r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/a"}, {"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"}"#,
    );
    let answer = simulate(json!({
        "PolicyInputList": [policy], "ActionNames": ["s3:GetObject", "s3:DeleteObject"],
        "ResourceArns": ["arn:aws:s3:::b/a", "arn:aws:s3:::b/z"],
    }));
    let results = answer["EvaluationResults"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["EvalDecision"], "implicitDeny");
    assert_eq!(results[0]["ResourceSpecificResults"][0]["EvalResourceDecision"], "allowed");
    assert_eq!(results[1]["EvalDecision"], "explicitDeny");
    assert_eq!(results[1]["ResourceSpecificResults"][0]["MatchedStatements"].as_array().unwrap().len(), 2, "the allow matched as well");
}

#[test]
fn a_statement_begins_after_the_sign_before_it_and_ends_after_its_brace() {
    let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": \"*\",\n      \"Resource\": \"*\"\n    }\n  ]\n}";
    let answer = simulate(json!({"PolicyInputList": [text], "ActionNames": ["s3:GetObject"]}));
    let matched = &answer["EvaluationResults"][0]["MatchedStatements"][0];
    assert_eq!((&matched["StartPosition"], &matched["EndPosition"]), (&json!({"Line": 3, "Column": 17}), &json!({"Line": 8, "Column": 6})));
}

#[test]
fn missing_context_is_told_and_given_context_counts() {
    let policy = policy(
        r#"{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": {"StringLike": {"s3:prefix": "home/${aws:username}/*"}}}"#,
    );
    let mut params = json!({"PolicyInputList": [policy], "ActionNames": ["s3:ListBucket"]});
    assert_eq!(simulate(params.clone())["EvaluationResults"][0]["MissingContextValues"], json!(["s3:prefix", "aws:username"]));
    let entry = |key: &str, value: &str| json!({"ContextKeyName": key, "ContextKeyValues": [value], "ContextKeyType": "string"});
    params["ContextEntries"] = json!([entry("s3:prefix", "home/kim/a"), entry("aws:username", "kim")]);
    let result = &simulate(params)["EvaluationResults"][0];
    assert_eq!((result["EvalDecision"].as_str(), &result["MissingContextValues"]), (Some("allowed"), &json!([])));
}

#[test]
fn a_boundary_is_told_apart() {
    let allow = policy(r#"{"Effect": "Allow", "Action": "*", "Resource": "*"}"#);
    let boundary = policy(r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#);
    let answer = simulate(json!({
        "PolicyInputList": [allow], "PermissionsBoundaryPolicyInputList": [boundary], "ActionNames": ["s3:GetObject", "ec2:RunInstances"],
    }));
    let told = |at: usize| {
        let result = &answer["EvaluationResults"][at];
        (result["EvalDecision"].clone(), result["PermissionsBoundaryDecisionDetail"]["AllowedByPermissionsBoundary"].clone())
    };
    assert_eq!(told(0), (json!("implicitDeny"), json!(false)));
    assert_eq!(told(1), (json!("allowed"), json!(true)));
}

#[test]
fn a_resource_policy_counts_by_itself_within_an_account_and_only_with_the_callers_across() {
    let open = policy(r#"{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}"#);
    let decision = |owner: Option<&str>, own: &str| {
        let params = json!({
            "PolicyInputList": [own], "ActionNames": ["s3:GetObject"], "ResourceArns": ["arn:aws:s3:::b/k"], "ResourcePolicy": open,
            "ResourceOwner": owner, "CallerArn": "arn:aws:iam::123456789012:user/kim",
        });
        simulate(params)["EvaluationResults"][0].clone()
    };
    let nothing = policy(r#"{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}"#);
    assert_eq!(decision(None, &nothing)["EvalDecision"], "allowed");
    let across = decision(Some("arn:aws:iam::111122223333:root"), &nothing);
    assert_eq!(across["EvalDecision"], "implicitDeny");
    assert_eq!(across["EvalDecisionDetails"], json!({"IAM Policy": "implicitDeny", "Resource Policy": "allowed"}));
}
