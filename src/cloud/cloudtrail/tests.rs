//! Rules of the event history, by name (CloudTrail User Guide, "Working with CloudTrail event history"; API Reference, LookupEvents).

use serde_json::{Value, json};

use crate::{
    Request, Sandbox,
    api::{ApiError, Origin},
    clock::{DAY_MS, SimTime},
    ident::{AccountId, Caller, Region},
};

fn at(region: Region) -> Origin {
    Origin::admin(region)
}

fn ask(sandbox: &mut Sandbox, origin: &Origin, (service, operation): (&str, &str), params: Value) -> Result<Value, ApiError> {
    sandbox.call(origin, Request::parse(service, operation, params).unwrap())
}

fn make_bucket(sandbox: &mut Sandbox, name: &str) {
    ask(sandbox, &at(Region::US_EAST_1), ("s3", "CreateBucket"), json!({"Bucket": name})).unwrap();
}

fn lookup(sandbox: &mut Sandbox, params: Value) -> Result<Value, ApiError> {
    ask(sandbox, &at(Region::US_EAST_1), ("cloudtrail", "LookupEvents"), params)
}

fn names(answer: &Value) -> Vec<&str> {
    answer["Events"].as_array().unwrap().iter().map(|event| event["EventName"].as_str().unwrap()).collect()
}

fn by(key: &str, value: &str) -> Value {
    json!({"LookupAttributes": [{"AttributeKey": key, "AttributeValue": value}]})
}

fn sandbox() -> Sandbox {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    make_bucket(&mut sandbox, "first-bucket");
    sandbox.advance(60_000);
    make_bucket(&mut sandbox, "second-bucket");
    let _ = ask(&mut sandbox, &at(Region::US_EAST_1), ("s3", "DeleteBucket"), json!({"Bucket": "no-such-bucket-1"}));
    sandbox
}

#[test]
fn events_come_newest_first_refusals_too() {
    let mut sandbox = sandbox();
    let answer = lookup(&mut sandbox, json!({})).unwrap();
    assert_eq!(names(&answer), ["DeleteBucket", "CreateBucket", "CreateBucket"]);
    let newest = &answer["Events"][0];
    let record: Value = serde_json::from_str(newest["CloudTrailEvent"].as_str().unwrap()).unwrap();
    assert_eq!(record["errorCode"], "NoSuchBucket");
    assert_eq!((&newest["EventSource"], &newest["ReadOnly"]), (&json!("s3.amazonaws.com"), &json!("false")));
    assert_eq!(answer["Events"][1]["Resources"], json!([{"ResourceType": "AWS::S3::Bucket", "ResourceName": "second-bucket"}]));
}

#[test]
fn a_lookup_is_an_event_that_the_next_one_finds() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    assert_eq!(names(&lookup(&mut sandbox, json!({})).unwrap()), [""; 0]);
    let answer = lookup(&mut sandbox, json!({})).unwrap();
    assert_eq!((names(&answer), &answer["Events"][0]["ReadOnly"]), (vec!["LookupEvents"], &json!("true")));
}

#[test]
fn one_attribute_chooses_to_the_letter() {
    let mut sandbox = sandbox();
    assert_eq!(names(&lookup(&mut sandbox, by("EventName", "DeleteBucket")).unwrap()), ["DeleteBucket"]);
    assert_eq!(names(&lookup(&mut sandbox, by("ResourceName", "first-bucket")).unwrap()), ["CreateBucket"]);
    assert_eq!(names(&lookup(&mut sandbox, by("EventName", "deletebucket")).unwrap()), [""; 0]);
    assert_eq!(names(&lookup(&mut sandbox, by("ReadOnly", "true")).unwrap()), ["LookupEvents"; 3]);
    let both = json!({"LookupAttributes": [{"AttributeKey": "ReadOnly", "AttributeValue": "true"}, {"AttributeKey": "EventId", "AttributeValue": "x"}]});
    assert_eq!(lookup(&mut sandbox, both).unwrap_err().code, "InvalidLookupAttributesException");
}

#[test]
fn who_called_is_found_by_name() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let kim = Origin { caller: Caller::user(AccountId::OWN, "kim"), region: Region::US_EAST_1 };
    ask(&mut sandbox, &at(Region::US_EAST_1), ("iam", "CreateUser"), json!({"UserName": "kim"})).unwrap();
    ask(&mut sandbox, &kim, ("s3", "CreateBucket"), json!({"Bucket": "kims-bucket"})).unwrap_err();
    let answer = lookup(&mut sandbox, by("Username", "kim")).unwrap();
    assert_eq!(names(&answer), ["CreateBucket"]);
    assert!(answer["Events"][0]["CloudTrailEvent"].as_str().unwrap().contains("AccessDenied"));
}

#[test]
fn data_events_are_not_in_the_history() {
    let mut sandbox = sandbox();
    let put = json!({"Bucket": "first-bucket", "Key": "a", "Body": {"Zeros": 1}});
    ask(&mut sandbox, &at(Region::US_EAST_1), ("s3", "PutObject"), put).unwrap();
    assert_eq!(names(&lookup(&mut sandbox, by("EventName", "PutObject")).unwrap()), [""; 0]);
}

#[test]
fn each_region_has_a_history_of_its_own_and_iam_is_in_virginia() {
    let mut sandbox = Sandbox::new(SimTime::START, 1);
    let seoul = at(Region::named("ap-northeast-2").unwrap());
    ask(&mut sandbox, &seoul, ("sqs", "CreateQueue"), json!({"QueueName": "orders"})).unwrap();
    ask(&mut sandbox, &seoul, ("iam", "CreateUser"), json!({"UserName": "kim"})).unwrap();
    let there = ask(&mut sandbox, &seoul, ("cloudtrail", "LookupEvents"), json!({})).unwrap();
    assert_eq!(names(&there), ["CreateQueue"]);
    assert_eq!(names(&lookup(&mut sandbox, json!({})).unwrap()), ["CreateUser"]);
}

#[test]
fn events_are_kept_for_90_days() {
    let mut sandbox = sandbox();
    sandbox.advance(90 * DAY_MS - 60_000);
    assert_eq!(names(&lookup(&mut sandbox, by("EventName", "CreateBucket")).unwrap()).len(), 2);
    sandbox.advance(1_000);
    assert_eq!(names(&lookup(&mut sandbox, by("EventName", "CreateBucket")).unwrap()).len(), 1);
}

#[test]
fn a_time_range_holds_both_its_ends_and_must_not_be_turned_round() {
    let mut sandbox = sandbox();
    let answer = lookup(&mut sandbox, json!({"StartTime": "2026-01-01T00:01:00Z", "EndTime": "2026-01-01T00:01:00Z"})).unwrap();
    assert_eq!(names(&answer), ["DeleteBucket", "CreateBucket"]);
    let turned = json!({"StartTime": "2026-01-02T00:00:00Z", "EndTime": "2026-01-01T00:00:00Z"});
    assert_eq!(lookup(&mut sandbox, turned).unwrap_err().code, "InvalidTimeRangeException");
}

#[test]
fn a_page_has_at_most_50_events_and_a_token_goes_on_with_the_same_question() {
    let mut sandbox = sandbox();
    assert_eq!(lookup(&mut sandbox, json!({"MaxResults": 51})).unwrap_err().code, "InvalidMaxResultsException");
    let mut page = by("EventSource", "s3.amazonaws.com");
    page["MaxResults"] = json!(2);
    let first = lookup(&mut sandbox, page.clone()).unwrap();
    page["NextToken"] = first["NextToken"].clone();
    let second = lookup(&mut sandbox, page.clone()).unwrap();
    assert_eq!((names(&first).len(), names(&second).len(), &second["NextToken"]), (2, 1, &Value::Null));
    page["LookupAttributes"] = Value::Null;
    assert_eq!(lookup(&mut sandbox, page).unwrap_err().code, "InvalidNextTokenException");
}

#[test]
fn a_lookup_after_going_back_knows_only_what_came_before() {
    let mut sandbox = sandbox();
    while sandbox.can_undo() {
        sandbox.undo();
    }
    make_bucket(&mut sandbox, "another-past");
    let answer = lookup(&mut sandbox, json!({})).unwrap();
    assert_eq!(answer["Events"][0]["Resources"][0]["ResourceName"], "another-past");
    assert_eq!(names(&answer).len(), 1);
}
