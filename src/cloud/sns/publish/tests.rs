//! Publishing: who gets what of a message, in which form.

use serde_json::{Value, json};

use super::bench::{Bench, NEWS};

#[test]
fn a_queue_gets_the_message_with_all_that_sns_says_of_it() {
    let mut bench = Bench::with_topic();
    let subscription = bench.subscribe_queue("jobs", &json!({}));
    let attributes = json!({"kind": {"DataType": "String", "StringValue": "order"}});
    let sent = bench.ok("Publish", json!({"Message": "hello", "Subject": "Greeting", "MessageAttributes": attributes}));
    let received = bench.received("jobs");
    let body: Value = serde_json::from_str(received[0]["Body"].as_str().unwrap()).unwrap();
    assert_eq!((&body["Type"], &body["Message"], &body["Subject"]), (&json!("Notification"), &json!("hello"), &json!("Greeting")));
    assert_eq!((&body["MessageId"], &body["TopicArn"]), (&sent["MessageId"], &json!(NEWS)));
    assert_eq!(body["Timestamp"], "2026-01-01T00:00:00.000Z");
    assert_eq!(body["MessageAttributes"], json!({"kind": {"Type": "String", "Value": "order"}}));
    assert!(body["UnsubscribeURL"].as_str().unwrap().ends_with(&subscription));
    assert!(received[0]["Body"].as_str().unwrap().starts_with("{\n  \"Type\" : \"Notification\",\n"));
}

#[test]
fn raw_delivery_is_the_message_alone_with_its_attributes_beside_it() {
    let mut bench = Bench::with_topic();
    bench.subscribe_queue("jobs", &json!({"RawMessageDelivery": "true"}));
    bench.ok("Publish", json!({"Message": "hello", "MessageAttributes": {"kind": {"DataType": "String", "StringValue": "order"}}}));
    let received = bench.received("jobs");
    assert_eq!(received[0]["Body"], "hello");
    assert_eq!(received[0]["MessageAttributes"]["kind"]["StringValue"], "order");
}

#[test]
fn a_queue_that_does_not_let_the_topic_in_gets_nothing() {
    let mut bench = Bench::with_topic();
    bench.subscribe_queue("jobs", &json!({}));
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
    bench.of("sqs", "SetQueueAttributes", json!({"QueueUrl": url, "Attributes": {"Policy": ""}})).unwrap();
    bench.ok("Publish", json!({"Message": "hello"}));
    assert_eq!(bench.received("jobs"), [Value::Null; 0]);
}

#[test]
fn what_cannot_be_delivered_goes_to_the_dead_letter_queue() {
    let mut bench = Bench::with_topic();
    let dead = r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead"}"#;
    bench.subscribe_queue("dead", &json!({"FilterPolicy": r#"{"never":["x"]}"#}));
    bench.subscribe_queue("jobs", &json!({"RedrivePolicy": dead, "RawMessageDelivery": "true"}));
    bench.of("sqs", "DeleteQueue", json!({"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/jobs"})).unwrap();
    bench.ok("Publish", json!({"Message": "hello"}));
    assert_eq!(bench.received("dead")[0]["Body"], "hello");
}

#[test]
fn a_subscriber_gets_what_its_filter_lets_pass() {
    let mut bench = Bench::with_topic();
    bench.subscribe_queue("orders", &json!({"FilterPolicy": r#"{"kind":["order"]}"#, "RawMessageDelivery": "true"}));
    let body =
        json!({"FilterPolicy": r#"{"price":[{"numeric":[">",100]}]}"#, "FilterPolicyScope": "MessageBody", "RawMessageDelivery": "true"});
    bench.subscribe_queue("dear", &body);
    for (kind, price) in [("order", 50), ("offer", 200)] {
        let attributes = json!({"kind": {"DataType": "String", "StringValue": kind}});
        bench.ok("Publish", json!({"Message": json!({"price": price}).to_string(), "MessageAttributes": attributes}));
    }
    assert_eq!(bench.received("orders")[0]["Body"], r#"{"price":50}"#);
    let dear = bench.received("dear");
    assert_eq!((dear.len(), &dear[0]["Body"]), (1, &json!(r#"{"price":200}"#)));
}

#[test]
fn protocols_may_get_texts_of_their_own() {
    let mut bench = Bench::with_topic();
    bench.subscribe_queue("jobs", &json!({"RawMessageDelivery": "true"}));
    let message = json!({"default": "for all", "sqs": "for queues"}).to_string();
    bench.ok("Publish", json!({"Message": message, "MessageStructure": "json"}));
    assert_eq!(bench.received("jobs")[0]["Body"], "for queues");
    let without = json!({"Message": r#"{"sqs": "x"}"#, "MessageStructure": "json"});
    assert!(bench.call("Publish", without).unwrap_err().message.ends_with("No default entry in JSON message body"));
}

#[test]
fn an_empty_long_or_oddly_titled_message_is_refused() {
    let mut bench = Bench::with_topic();
    for (params, what) in [
        (json!({"Message": ""}), "Empty message"),
        (json!({"Message": "x".repeat(262_145)}), "Message too long"),
        (json!({"Message": "x", "Subject": "two\nlines"}), "Subject"),
        (json!({"Message": "x", "Subject": "x".repeat(101)}), "Subject"),
        (json!({"Message": "x", "MessageStructure": "xml"}), "MessageStructure"),
    ] {
        assert_eq!(bench.call("Publish", params).unwrap_err().to_string(), format!("InvalidParameter: Invalid parameter: {what}"));
    }
    let none = json!({"TopicArn": "arn:aws:sns:us-east-1:123456789012:none", "Message": "x"});
    assert_eq!(bench.refused("Publish", none), "NotFound");
}

#[test]
fn a_batch_tells_entry_by_entry_what_passed() {
    let mut bench = Bench::with_topic();
    let entries = json!([{"Id": "good", "Message": "a"}, {"Id": "bad", "Message": ""}]);
    let answer = bench.ok("PublishBatch", json!({"PublishBatchRequestEntries": entries}));
    assert_eq!((&answer["Successful"][0]["Id"], &answer["Failed"][0]["Code"]), (&json!("good"), &json!("InvalidParameter")));
    assert_eq!(bench.refused("PublishBatch", json!({"PublishBatchRequestEntries": []})), "EmptyBatchRequest");
    let twice = json!([{"Id": "a", "Message": "a"}, {"Id": "a", "Message": "b"}]);
    assert_eq!(bench.refused("PublishBatch", json!({"PublishBatchRequestEntries": twice})), "BatchEntryIdsNotDistinct");
}
