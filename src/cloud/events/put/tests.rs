//! What becomes of events that are put onto the bus.

use serde_json::{Value, json};

use super::bench::Bench;

fn order(price: u32) -> Value {
    json!({"Entries": [{"Source": "shop", "DetailType": "Order", "Detail": json!({"price": price}).to_string()}]})
}

#[test]
fn an_event_goes_to_the_targets_of_the_rules_that_it_matches() {
    let mut bench = Bench::new();
    let queue = bench.queue("dear", true);
    bench.rule("dear", &json!({"source": ["shop"], "detail": {"price": [{"numeric": [">", 100]}]}}));
    bench.ok("PutTargets", json!({"Rule": "dear", "Targets": [{"Id": "1", "Arn": queue}]}));
    for price in [50, 150] {
        assert_eq!(bench.ok("PutEvents", order(price))["FailedEntryCount"], 0);
    }
    let received = bench.received("dear");
    assert_eq!(received.len(), 1);
    let event: Value = serde_json::from_str(received[0]["Body"].as_str().unwrap()).unwrap();
    assert_eq!(
        (&event["detail"], &event["detail-type"], &event["time"]),
        (&json!({"price": 150}), &json!("Order"), &json!("2026-01-01T00:00:00Z"))
    );
    assert_eq!((&event["account"], &event["region"], &event["version"]), (&json!("123456789012"), &json!("us-east-1"), &json!("0")));
}

#[test]
fn a_target_may_get_a_part_of_the_event_or_a_constant() {
    let mut bench = Bench::new();
    let queue = bench.queue("q", true);
    bench.rule("all", &json!({"source": ["shop"]}));
    let targets = json!([{"Id": "1", "Arn": queue, "InputPath": "$.detail"}, {"Id": "2", "Arn": queue, "Input": "{\"wake\":true}"}]);
    bench.ok("PutTargets", json!({"Rule": "all", "Targets": targets}));
    bench.ok("PutEvents", order(7));
    let bodies: Vec<Value> = bench.received("q").iter().map(|message| message["Body"].clone()).collect();
    assert_eq!(bodies, [json!("{\"price\":7}"), json!("{\"wake\":true}")]);
}

#[test]
fn a_target_that_does_not_let_eventbridge_in_gets_nothing_and_the_dead_letter_queue_is_told_why() {
    let mut bench = Bench::new();
    let (closed, dead) = (bench.queue("closed", false), bench.queue("dead", true));
    bench.rule("all", &json!({"source": ["shop"]}));
    let target = |id: &str, arn: &str| json!({"Id": id, "Arn": arn, "DeadLetterConfig": {"Arn": dead}});
    let none = "arn:aws:sqs:us-east-1:123456789012:none";
    bench.ok("PutTargets", json!({"Rule": "all", "Targets": [target("1", &closed), target("2", none)]}));
    bench.ok("PutEvents", order(7));
    assert_eq!(bench.received("closed"), [Value::Null; 0]);
    let codes: Vec<Value> = bench.received("dead").iter().map(|it| it["MessageAttributes"]["ERROR_CODE"]["StringValue"].clone()).collect();
    assert_eq!(codes, [json!("NO_PERMISSIONS"), json!("NO_RESOURCE")]);
}

#[test]
fn a_rule_that_is_off_matches_nothing() {
    let mut bench = Bench::new();
    let queue = bench.queue("q", true);
    bench.rule("all", &json!({"source": ["shop"]}));
    bench.ok("PutTargets", json!({"Rule": "all", "Targets": [{"Id": "1", "Arn": queue}]}));
    bench.ok("DisableRule", json!({"Name": "all"}));
    bench.ok("PutEvents", order(7));
    assert_eq!(bench.received("q"), [Value::Null; 0]);
    bench.ok("EnableRule", json!({"Name": "all"}));
    bench.ok("PutEvents", order(7));
    assert_eq!(bench.received("q").len(), 1);
}

#[test]
fn a_bad_entry_fails_alone() {
    let mut bench = Bench::new();
    let entries = json!([
        {"DetailType": "Order", "Detail": "{}"},
        {"Source": "shop", "DetailType": "Order", "Detail": "[1]"},
        {"Source": "aws.s3", "DetailType": "Object Created", "Detail": "{}"},
        {"Source": "shop", "DetailType": "Order", "Detail": "{}", "EventBusName": "mine"},
        {"Source": "shop", "DetailType": "Order", "Detail": "{}"},
    ]);
    let answer = bench.ok("PutEvents", json!({"Entries": entries}));
    assert_eq!(answer["FailedEntryCount"], 4);
    let codes: Vec<&Value> = answer["Entries"].as_array().unwrap().iter().map(|entry| &entry["ErrorCode"]).collect();
    assert_eq!(
        codes,
        [
            &json!("InvalidArgument"),
            &json!("MalformedDetail"),
            &json!("NotAuthorizedForSourceException"),
            &json!("ResourceNotFoundException"),
            &Value::Null
        ]
    );
    assert_eq!(answer["Entries"][0]["ErrorMessage"], "Parameter Source is not valid. Reason: Source is a required argument.");
    assert_eq!(bench.refused("PutEvents", json!({"Entries": vec![json!({}); 11]})), "ValidationException");
}
