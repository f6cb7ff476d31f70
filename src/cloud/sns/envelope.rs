//! What a subscriber gets: the message with all that SNS says of it, as a queue and as a function gets it.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Map, Value, json};

use super::{publish::Message, subscription::Subscription, topic::Topic};
use crate::{
    clock::SimTime,
    ident::{ALPHANUMERIC, Ids},
    sqs::MessageAttributeValue,
};

/// The certificate that a signature could be checked with.
const CERTIFICATE: &str = "SimpleNotificationService-9c6465fa7f48f5cacd23014631ec1136.pem";

fn unsubscribe_url(topic: &Topic, subscription: &Subscription) -> String {
    format!("https://sns.{}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn={}", topic.region, subscription.arn)
}

fn certificate_url(topic: &Topic) -> String {
    format!("https://sns.{}.amazonaws.com/{CERTIFICATE}", topic.region)
}

/// Made up, though always the same for the same message.
fn signature(ids: &Ids, message: &Message) -> String {
    let number = message.id.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    format!("{}==", ids.opaque("sns-signature", number, ALPHANUMERIC, 342))
}

fn attributes(attributes: &BTreeMap<String, MessageAttributeValue>) -> Value {
    let one = |value: &MessageAttributeValue| json!({"Type": value.data_type, "Value": value.string_value.as_ref().or(value.binary_value.as_ref())});
    attributes.iter().map(|(name, value)| (name.clone(), one(value))).collect::<Map<_, _>>().into()
}

/// The body of the message in a queue: JSON as SNS spaces it.
pub(super) fn for_queue(ids: &Ids, topic: &Topic, subscription: &Subscription, message: &Message, sent: SimTime) -> String {
    let mut members = vec![("Type", json!("Notification")), ("MessageId", json!(message.id)), ("TopicArn", json!(topic.arn()))];
    members.extend(message.subject.as_ref().map(|subject| ("Subject", json!(subject))));
    members.extend([
        ("Message", json!(message.text("sqs"))),
        ("Timestamp", json!(sent.iso_millis())),
        ("SignatureVersion", json!(topic.signature_version)),
        ("Signature", json!(signature(ids, message))),
        ("SigningCertURL", json!(certificate_url(topic))),
        ("UnsubscribeURL", json!(unsubscribe_url(topic, subscription))),
    ]);
    if !message.attributes.is_empty() {
        members.push(("MessageAttributes", attributes(&message.attributes)));
    }
    let mut text = String::from("{");
    for (n, (name, value)) in members.iter().enumerate() {
        let comma = if n > 0 { "," } else { "" };
        let _ = write!(text, "{comma}\n  \"{name}\" : {value}");
    }
    text.push_str("\n}");
    text
}

/// The event of a function.
pub(super) fn for_function(ids: &Ids, topic: &Topic, subscription: &Subscription, message: &Message, sent: SimTime) -> Value {
    json!({
        "Records": [{
            "EventSource": "aws:sns",
            "EventVersion": "1.0",
            "EventSubscriptionArn": subscription.arn,
            "Sns": {
                "Type": "Notification",
                "MessageId": message.id,
                "TopicArn": topic.arn(),
                "Subject": message.subject,
                "Message": message.text("lambda"),
                "Timestamp": sent,
                "SignatureVersion": topic.signature_version,
                "Signature": signature(ids, message),
                "SigningCertUrl": certificate_url(topic),
                "UnsubscribeUrl": unsubscribe_url(topic, subscription),
                "MessageAttributes": attributes(&message.attributes),
            },
        }],
    })
}
