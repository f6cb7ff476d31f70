//! Subscriptions as they are seen from outside.

use serde_json::json;

use super::super::publish::bench::{Bench, NEWS};

#[test]
fn a_queue_is_subscribed_at_once_and_mail_waits_for_somebody() {
    let mut bench = Bench::with_topic();
    let queue = bench.subscribe_queue("jobs", &json!({}));
    assert!(queue.starts_with(NEWS));
    let again = bench.ok("Subscribe", json!({"Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:123456789012:jobs"}));
    assert_eq!(again["SubscriptionArn"], queue);
    let mail = json!({"Protocol": "email", "Endpoint": "kim@example.com"});
    assert_eq!(bench.ok("Subscribe", mail.clone())["SubscriptionArn"], "pending confirmation");
    let listed = bench.ok("ListSubscriptionsByTopic", json!({}));
    assert_eq!(listed["Subscriptions"].as_array().unwrap().len(), 2);
    let shown = bench.ok("GetTopicAttributes", json!({}))["Attributes"].clone();
    assert_eq!((&shown["SubscriptionsConfirmed"], &shown["SubscriptionsPending"]), (&json!("1"), &json!("1")));
    let mut told = mail;
    told["ReturnSubscriptionArn"] = json!(true);
    let pending = bench.ok("Subscribe", told)["SubscriptionArn"].clone();
    assert_eq!(bench.refused("Unsubscribe", json!({"SubscriptionArn": pending})), "InvalidParameter");
    for _ in 0..2 {
        bench.ok("Unsubscribe", json!({"SubscriptionArn": queue}));
    }
    assert_eq!(bench.refused("GetSubscriptionAttributes", json!({"SubscriptionArn": queue})), "NotFound");
}

#[test]
fn an_endpoint_must_fit_its_protocol() {
    let mut bench = Bench::with_topic();
    for (protocol, endpoint, part) in [
        ("sqs", "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", "SQS endpoint ARN"),
        ("sqs", "arn:aws:sqs:us-east-1:123456789012:jobs.fifo", "FIFO SQS Queues can not be subscribed to standard SNS topics"),
        ("lambda", "thumbs", "Lambda endpoint ARN"),
        ("email", "kim", "Email address"),
        ("pigeon", "x", "Amazon SNS does not support this protocol string: pigeon"),
        ("https", "https://example.com", "Skylab does not model it"),
        ("sqs", "", "Endpoint should not be empty"),
    ] {
        let error = bench.call("Subscribe", json!({"Protocol": protocol, "Endpoint": endpoint})).unwrap_err();
        assert!(error.code == "InvalidParameter" && error.message.contains(part), "{error}");
    }
}

#[test]
fn attributes_of_a_subscription_are_set_one_by_one() {
    let mut bench = Bench::with_topic();
    let arn = bench.subscribe_queue("jobs", &json!({}));
    let mut set = |name: &str, value: &str| {
        bench.call("SetSubscriptionAttributes", json!({"SubscriptionArn": arn, "AttributeName": name, "AttributeValue": value}))
    };
    set("RawMessageDelivery", "true").unwrap();
    set("FilterPolicy", r#"{"kind":["a"]}"#).unwrap();
    set("RedrivePolicy", r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead"}"#).unwrap();
    for (name, value) in
        [("RawMessageDelivery", "maybe"), ("FilterPolicy", "{"), ("FilterPolicyScope", "Here"), ("RedrivePolicy", "{}"), ("Colour", "")]
    {
        assert_eq!(set(name, value).unwrap_err().code, "InvalidParameter", "{name}");
    }
    let shown = bench.ok("GetSubscriptionAttributes", json!({"SubscriptionArn": arn}))["Attributes"].clone();
    assert_eq!((&shown["RawMessageDelivery"], &shown["FilterPolicy"]), (&json!("true"), &json!(r#"{"kind":["a"]}"#)));
    assert_eq!((&shown["FilterPolicyScope"], &shown["PendingConfirmation"]), (&json!("MessageAttributes"), &json!("false")));
}
