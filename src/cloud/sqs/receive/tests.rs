//! Receiving messages: who gets what, and when it comes back. What a receive is refused for is here as well.

use serde_json::{Value, json};

use super::{ReceiveMessage, bench::Bench};
use crate::{api::Origin, clock::SECOND_MS, ident::Region};

fn send(bench: &mut Bench, bodies: &[&str]) {
    for body in bodies {
        bench.ok("SendMessage", json!({"MessageBody": body}));
    }
}

fn bodies(answer: &Value) -> Vec<&str> {
    answer["Messages"].as_array().into_iter().flatten().map(|message| message["Body"].as_str().unwrap()).collect()
}

#[test]
fn an_empty_queue_answers_nothing_at_all() {
    assert_eq!(Bench::with_queue().ok("ReceiveMessage", json!({})), json!({}));
}

#[test]
fn a_received_message_hides_for_the_visibility_timeout_and_comes_back() {
    let mut bench = Bench::with_queue();
    send(&mut bench, &["a"]);
    assert_eq!(bench.receive(), ["a"]);
    assert_eq!(bench.receive(), [""; 0]);
    assert_eq!(bench.attribute("ApproximateNumberOfMessagesNotVisible"), "1");
    bench.advance_secs(29);
    assert_eq!(bench.receive(), [""; 0]);
    bench.advance_secs(1);
    let again = bench.ok("ReceiveMessage", json!({"AttributeNames": ["ApproximateReceiveCount"], "VisibilityTimeout": 0}));
    assert_eq!(again["Messages"][0]["Attributes"], json!({"ApproximateReceiveCount": "2"}));
    assert_eq!(bench.receive(), ["a"], "a timeout of 0 hides nothing");
}

#[test]
fn one_message_comes_unless_more_are_asked_for_and_at_most_ten() {
    let mut bench = Bench::with_queue();
    send(&mut bench, &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    assert_eq!(bench.receive(), ["0"]);
    assert_eq!(bodies(&bench.ok("ReceiveMessage", json!({"MaxNumberOfMessages": 10}))).len(), 10);
    for (name, value) in [("MaxNumberOfMessages", 11), ("MaxNumberOfMessages", 0), ("WaitTimeSeconds", 21), ("VisibilityTimeout", 43_201)] {
        assert_eq!(bench.refused("ReceiveMessage", json!({name: value})), "InvalidParameterValue", "{name}");
    }
}

#[test]
fn attributes_are_shown_only_if_asked_for() {
    let mut bench = Bench::with_queue();
    let value = |text: &str| json!({"DataType": "String", "StringValue": text});
    let own = json!({"app.colour": value("red"), "app.size": value("XL"), "other": value("x")});
    bench.ok("SendMessage", json!({"MessageBody": "a", "MessageAttributes": own}));
    let plain = bench.ok("ReceiveMessage", json!({"VisibilityTimeout": 0}))["Messages"][0].clone();
    assert_eq!((plain.get("Attributes"), plain.get("MessageAttributes")), (None, None));
    let asked = json!({"VisibilityTimeout": 0, "MessageSystemAttributeNames": ["All"], "MessageAttributeNames": ["app.*"]});
    let shown = bench.ok("ReceiveMessage", asked)["Messages"][0].clone();
    assert_eq!(shown["Attributes"]["SentTimestamp"], "1767225600000");
    assert!(shown["Attributes"]["SenderId"].as_str().unwrap().starts_with("AIDA"));
    assert_eq!(shown["MessageAttributes"].as_object().unwrap().keys().collect::<Vec<_>>(), ["app.colour", "app.size"]);
    assert_eq!(shown["MD5OfMessageAttributes"].as_str().unwrap().len(), 32);
}

#[test]
fn a_message_is_forgotten_when_its_retention_period_is_over() {
    let mut bench = Bench::with_queue();
    bench.ok("SetQueueAttributes", json!({"Attributes": {"MessageRetentionPeriod": "60"}}));
    send(&mut bench, &["a"]);
    bench.advance_secs(59);
    assert_eq!(bench.attribute("ApproximateNumberOfMessages"), "1");
    bench.advance_secs(1);
    assert_eq!(bench.attribute("ApproximateNumberOfMessages"), "0");
    assert_eq!(bench.receive(), [""; 0]);
}

#[test]
fn a_fifo_group_waits_while_one_of_its_messages_is_in_flight() {
    let mut bench = Bench::fifo();
    for (n, group) in [("1", "a"), ("2", "a"), ("3", "b")] {
        bench.ok("SendMessage", json!({"MessageBody": n, "MessageGroupId": group, "MessageDeduplicationId": n}));
    }
    let first = bench.ok("ReceiveMessage", json!({}));
    assert_eq!(bodies(&first), ["1"]);
    assert_eq!(bodies(&bench.ok("ReceiveMessage", json!({"MaxNumberOfMessages": 10}))), ["3"]);
    bench.ok("DeleteMessage", json!({"ReceiptHandle": first["Messages"][0]["ReceiptHandle"]}));
    assert_eq!(bodies(&bench.ok("ReceiveMessage", json!({"MaxNumberOfMessages": 10}))), ["2"]);
}

#[test]
fn a_fifo_receive_may_take_several_messages_of_a_group_in_order() {
    let mut bench = Bench::fifo();
    for n in ["1", "2", "3"] {
        bench.ok("SendMessage", json!({"MessageBody": n, "MessageGroupId": "a", "MessageDeduplicationId": n}));
    }
    assert_eq!(bodies(&bench.ok("ReceiveMessage", json!({"MaxNumberOfMessages": 2}))), ["1", "2"]);
    assert_eq!(bodies(&bench.ok("ReceiveMessage", json!({"MaxNumberOfMessages": 2}))), [""; 0]);
}

#[test]
fn a_long_poll_waits_until_a_message_is_there_and_is_one_request() {
    let mut bench = Bench::with_queue();
    let url = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
    let asked = |secs: Option<i64>| ReceiveMessage { queue_url: url.to_owned(), wait_time_seconds: secs, ..ReceiveMessage::default() };
    let waits = |bench: &Bench, secs| asked(secs).wait_millis(&bench.world, &Origin::admin(Region::US_EAST_1));
    assert_eq!((waits(&bench, Some(20)), waits(&bench, None)), (20 * SECOND_MS, 0));
    bench.ok("ReceiveMessage", json!({"WaitTimeSeconds": 20}));
    assert_eq!(bench.used("Requests-RBP"), 1);
    bench.ok("SetQueueAttributes", json!({"Attributes": {"ReceiveMessageWaitTimeSeconds": "5"}}));
    assert_eq!((waits(&bench, None), waits(&bench, Some(0))), (5 * SECOND_MS, 0));
    bench.ok("SendMessage", json!({"MessageBody": "m", "DelaySeconds": 3}));
    assert_eq!(waits(&bench, None), 5 * SECOND_MS, "a delayed message is not there yet");
    bench.advance_secs(3);
    assert_eq!(waits(&bench, None), 0);
}
