//! Every modelled operation asks before it acts: deny its action to an administrator, and it is refused, naming the action. The list of
//! operations drives the test, so that a new one is covered as soon as it is there.

use serde_json::{Map, Value, json};
use skylab_cloud::{
    Request, SERVICES, Sandbox,
    api::{Need, Origin},
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    names::{self, Service, Shape, ShapeId},
};

/// What Skylab has and AWS has not.
const OWN: &[&str] = &["OpenUrl", "ReplicateExisting", "StartLoad"];
/// What anybody may, and what answers for each of its parts.
const OPEN: &[&str] = &["GetCallerIdentity", "DeleteObjects"];

fn admin() -> Origin {
    Origin::admin(Region::US_EAST_1)
}

fn kim() -> Origin {
    Origin { caller: Caller::user(AccountId::OWN, "kim"), region: Region::US_EAST_1 }
}

fn ask(sandbox: &mut Sandbox, service: &str, operation: &str, params: Value) {
    let request = Request::parse(service, operation, params).unwrap_or_else(|why| panic!("{operation}: {why:?}"));
    sandbox.call(&admin(), request).unwrap_or_else(|error| panic!("{operation}: {error}"));
}

/// An account with a bucket, an object, and a user who may everything.
fn prepared() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    ask(&mut sandbox, "s3", "CreateBucket", json!({"Bucket": "demo-data"}));
    ask(&mut sandbox, "s3", "PutObject", json!({"Bucket": "demo-data", "Key": "a.txt", "Body": {"Zeros": 1}}));
    ask(&mut sandbox, "iam", "CreateUser", json!({"UserName": "kim"}));
    let all = "arn:aws:iam::aws:policy/AdministratorAccess";
    ask(&mut sandbox, "iam", "AttachUserPolicy", json!({"UserName": "kim", "PolicyArn": all}));
    sandbox
}

/// A text that fits a member of that name.
fn text(name: &str) -> &'static str {
    match name {
        "Bucket" => "demo-data",
        "Key" => "a.txt",
        "CopySource" => "demo-data/a.txt",
        "PolicyArn" => "arn:aws:iam::123456789012:policy/p",
        "RoleArn" => "arn:aws:iam::123456789012:role/r",
        "QueueUrl" => "https://sqs.us-east-1.amazonaws.com/123456789012/q",
        "SourceArn" | "Target" => "arn:aws:sqs:us-east-1:123456789012:q",
        _ => "sample",
    }
}

/// A value of a shape: what is required, and no more.
fn sample(service: &Service, id: ShapeId, name: &str, depth: u32) -> Value {
    match service.shape(id) {
        Shape::Structure { members, .. } => {
            let required = members.iter().filter(|member| member.required && depth < 6);
            Value::Object(required.map(|member| (member.name.clone(), sample(service, member.shape, &member.name, depth + 1))).collect())
        }
        Shape::List { member, .. } => json!([sample(service, *member, name, depth + 1)]),
        Shape::Map { .. } => json!({}),
        Shape::String { values, .. } => json!(values.first().map_or_else(|| text(name), String::as_str)),
        Shape::Integer { min, .. } => json!(min.unwrap_or(1).max(1)),
        Shape::Float { .. } => json!(1.0),
        Shape::Boolean => json!(true),
        Shape::Timestamp => json!("2026-01-01T00:00:00Z"),
        Shape::Blob | Shape::Document => json!(""),
    }
}

/// A request of each modelled operation.
fn requests() -> Vec<(&'static str, &'static str, Request)> {
    let mut requests = Vec::new();
    for (service_name, operations) in SERVICES {
        let service = names::service(service_name).unwrap();
        for (name, _) in operations.iter().filter(|(name, _)| !OWN.contains(name)) {
            let input = service.operation(name).and_then(|operation| operation.input);
            let params = input.map_or(Value::Object(Map::new()), |input| sample(service, input, "", 0));
            let request = Request::parse(service_name, name, params.clone()).unwrap_or_else(|why| panic!("{name} {params}: {why:?}"));
            requests.push((*service_name, *name, request));
        }
    }
    requests
}

#[test]
fn whatever_action_is_denied_its_operation_is_refused_and_names_it() {
    let prepared = prepared();
    for (service, name, request) in requests().into_iter().filter(|(_, name, _)| !OPEN.contains(name)) {
        let need = request.needs();
        let actions: Vec<&str> = need.each().map(|need: &Need| need.action).collect();
        assert!(!need.open_to_all, "{service} {name} asks for nothing");
        for action in actions {
            let mut sandbox = prepared.clone();
            let document = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": action, "Resource": "*"}]});
            let put = json!({"UserName": "kim", "PolicyName": "deny", "PolicyDocument": document.to_string()});
            ask(&mut sandbox, "iam", "PutUserPolicy", put);
            let refusal = sandbox.call(&kim(), request.clone()).err().unwrap_or_else(|| panic!("{service} {name} was answered"));
            assert_eq!(refusal.status, 403, "{service} {name}: {refusal}");
            let told = if need.head { refusal.code == "403" } else { refusal.message.contains(action) };
            assert!(told, "{service} {name} does not name {action}: {refusal}");
        }
    }
}

#[test]
fn a_user_without_policies_may_nothing_but_what_is_open() {
    let mut prepared = prepared();
    ask(&mut prepared, "iam", "CreateUser", json!({"UserName": "lee"}));
    let lee = Origin { caller: Caller::user(AccountId::OWN, "lee"), region: Region::US_EAST_1 };
    for (service, name, request) in requests().into_iter().filter(|(_, name, _)| !OPEN.contains(name)) {
        let need = request.needs();
        let mut sandbox = prepared.clone();
        let before = sandbox.world().hashes();
        let refusal = sandbox.call(&lee, request).err().unwrap_or_else(|| panic!("{service} {name} was answered"));
        assert_eq!(refusal.status, 403, "{service} {name}: {refusal}");
        assert!(need.head || refusal.message.contains(need.action), "{service} {name}: {refusal}");
        assert_eq!(sandbox.world().hashes(), before, "{service} {name} changed something");
    }
}

#[test]
fn keys_of_a_batch_are_refused_one_by_one() {
    let mut sandbox = prepared();
    let statement = json!({"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::demo-data/a.txt"});
    let document = json!({"Version": "2012-10-17", "Statement": [statement]}).to_string();
    ask(&mut sandbox, "iam", "PutUserPolicy", json!({"UserName": "kim", "PolicyName": "deny", "PolicyDocument": document}));
    let delete = json!({"Bucket": "demo-data", "Delete": {"Objects": [{"Key": "a.txt"}, {"Key": "b.txt"}]}});
    let answer = sandbox.call(&kim(), Request::parse("s3", "DeleteObjects", delete).unwrap()).unwrap();
    assert_eq!(answer["Deleted"], json!([{"Key": "b.txt"}]));
    assert_eq!((&answer["Errors"][0]["Key"], &answer["Errors"][0]["Code"]), (&json!("a.txt"), &json!("AccessDenied")));
}
