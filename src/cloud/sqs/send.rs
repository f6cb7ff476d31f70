//! Sending: a message is checked, numbered and put into its queue, at once or after a delay. FIFO queues drop what came already.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use sha2::{Digest as _, Sha256};

use super::{
    batch::{self, BatchOutput},
    errors,
    message::{self, Message, MessageAttributeValue},
    queue::Queue,
    state,
};
use crate::{
    api::{ApiError, Call, Need, Operation, Write},
    clock::{MINUTE_MS, SECOND_MS},
};

/// A deduplication id is remembered for so long (SQS Developer Guide, FIFO queues).
pub(super) const DEDUPLICATION_MS: i64 = 5 * MINUTE_MS;
/// Longest delay of one message.
const MAX_DELAY_SECS: i64 = 900;
/// Most bytes of a whole batch.
const MAX_BATCH_BYTES: usize = 1 << 20;
/// The only system attribute that a sender may give.
const TRACE: &str = "AWSTraceHeader";

/// Sends a message to a queue.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct SendMessage {
    pub queue_url: String,
    pub message_body: String,
    pub delay_seconds: Option<i64>,
    pub message_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
    pub message_system_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
    pub message_deduplication_id: Option<String>,
    pub message_group_id: Option<String>,
}

/// What SendMessage answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SendMessageOutput {
    #[serde(rename = "MD5OfMessageBody")]
    md5_of_message_body: String,
    #[serde(rename = "MD5OfMessageAttributes")]
    md5_of_message_attributes: Option<String>,
    #[serde(rename = "MD5OfMessageSystemAttributes")]
    md5_of_message_system_attributes: Option<String>,
    message_id: String,
    sequence_number: Option<String>,
}

impl Operation for SendMessage {
    type Output = SendMessageOutput;

    fn needs(&self) -> Need {
        state::need("sqs:SendMessage", &self.queue_url)
    }
}

impl Write for SendMessage {
    fn apply(self, cx: &mut Call<'_>) -> Result<SendMessageOutput, ApiError> {
        let bytes = Message::bytes(&self.message_body, self.message_attributes.as_ref().unwrap_or(&BTreeMap::new()));
        state::bill(cx, &self.queue_url.clone(), bytes);
        send(cx, self)
    }
}

/// The number that a FIFO queue's answers show: twenty digits that grow.
pub(super) fn sequence_number(number: u64) -> String {
    format!("{}", 18_849_496_460_467_696_128_u128 + u128::from(number) * 256)
}

/// Deduplication key of a FIFO queue's message: by group where the scope is the group.
fn deduplication_key(queue: &Queue, group: &str, id: &str) -> String {
    match super::attributes::value(&queue.attributes, "DeduplicationScope").as_deref() {
        Some("messageGroup") => format!("{group}\n{id}"),
        _ => id.to_owned(),
    }
}

/// Checks what a message says of group and duplicates. A FIFO queue's deduplication id, its own or that of the contents.
fn deduplication(queue: &Queue, request: &SendMessage) -> Result<Option<String>, ApiError> {
    let fits = |text: &str| (1..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    for (name, value) in [("MessageDeduplicationId", &request.message_deduplication_id), ("MessageGroupId", &request.message_group_id)] {
        if let Some(value) = value.as_ref().filter(|value| !fits(value)) {
            let reason = format!("{name} can only include alphanumeric and punctuation characters. 1 to 128 in length.");
            return Err(errors::invalid(name, value, &reason));
        }
    }
    if !queue.is_fifo() {
        return match &request.message_deduplication_id {
            Some(id) => {
                Err(errors::invalid("MessageDeduplicationId", id, "The request include parameter that is not valid for this queue type."))
            }
            None => Ok(None),
        };
    }
    if request.message_group_id.is_none() {
        return Err(errors::missing("MessageGroupId"));
    }
    if let Some(delay) = request.delay_seconds.filter(|delay| *delay != 0) {
        return Err(errors::invalid("DelaySeconds", delay, "The request include parameter that is not valid for this queue type."));
    }
    let by_content = queue.attributes.get("ContentBasedDeduplication").is_some_and(|value| value == "true");
    let of_content = || message::hex(&Sha256::digest(request.message_body.as_bytes()));
    request.message_deduplication_id.clone().or_else(|| by_content.then(of_content)).map(Some).ok_or_else(errors::no_deduplication)
}

fn check(queue: &Queue, request: &SendMessage) -> Result<(), ApiError> {
    if request.message_body.is_empty() {
        return Err(errors::missing("MessageBody"));
    }
    message::check_characters(&request.message_body)?;
    if let Some(delay) = request.delay_seconds.filter(|delay| !(0..=MAX_DELAY_SECS).contains(delay)) {
        return Err(errors::invalid("DelaySeconds", delay, "DelaySeconds must be >= 0 and <= 900."));
    }
    let none = BTreeMap::new();
    let attributes = request.message_attributes.as_ref().unwrap_or(&none);
    message::check_attributes(attributes)?;
    for (name, value) in request.message_system_attributes.iter().flatten() {
        if name != TRACE {
            return Err(errors::bad_message_attribute(name, "is not a valid system attribute."));
        }
        value.check(name)?;
    }
    let most = queue.secs("MaximumMessageSize");
    if Message::bytes(&request.message_body, attributes) as i64 > most {
        let message = format!("One or more parameters are invalid. Reason: Message must be shorter than {most} bytes.");
        return Err(errors::invalid_value(message));
    }
    Ok(())
}

/// Puts a message into its queue, unless a FIFO queue has had it already.
fn send(cx: &mut Call<'_>, request: SendMessage) -> Result<SendMessageOutput, ApiError> {
    let queue = state::queue(cx.world, cx.origin, &request.queue_url)?;
    check(queue, &request)?;
    let deduplication = deduplication(queue, &request)?;
    let (fifo, now) = (queue.is_fifo(), cx.now());
    let delay_secs = request.delay_seconds.unwrap_or_else(|| queue.secs("DelaySeconds"));
    let group = request.message_group_id.unwrap_or_default();
    let key = deduplication.as_deref().map(|id| deduplication_key(queue, &group, id));
    let known =
        key.as_ref().and_then(|key| queue.seen.get(key)).filter(|(at, _)| now.since(*at) < DEDUPLICATION_MS).map(|(_, number)| *number);
    let number = known.unwrap_or_else(|| cx.world.core.ids.take("sqs-message", 1));
    let id = cx.world.core.ids.uuid("sqs-message", number);
    let system = request.message_system_attributes.unwrap_or_default();
    let message = Message {
        number,
        id: id.clone(),
        body: request.message_body,
        attributes: request.message_attributes.unwrap_or_default(),
        trace: system.get(TRACE).and_then(|value| value.string_value.clone()),
        sender: cx.origin.caller.user_id(),
        sent: now,
        visible_at: now.plus(delay_secs * SECOND_MS),
        first_received: None,
        receive_count: 0,
        group: (!group.is_empty()).then_some(group),
        deduplication,
        failed_in: None,
    };
    let output = SendMessageOutput {
        md5_of_message_body: message::md5_of(&message.body),
        md5_of_message_attributes: message::md5_of_attributes(&message.attributes),
        md5_of_message_system_attributes: message::md5_of_attributes(&system),
        message_id: id,
        sequence_number: fifo.then(|| sequence_number(number)),
    };
    let queue = state::queue_mut(cx.world, cx.origin, &request.queue_url)?;
    queue.tidy(now);
    if known.is_none() {
        queue.seen.extend(key.map(|key| (key, (now, number))));
        queue.messages.insert(number, message);
    }
    Ok(output)
}

/// Sends up to ten messages to a queue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SendMessageBatch {
    /// Which queue.
    pub queue_url: String,
    /// The messages.
    pub entries: Vec<SendMessageBatchRequestEntry>,
}

/// A message of a batch.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct SendMessageBatchRequestEntry {
    pub id: String,
    pub message_body: String,
    pub delay_seconds: Option<i64>,
    pub message_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
    pub message_system_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
    pub message_deduplication_id: Option<String>,
    pub message_group_id: Option<String>,
}

/// A message that was sent.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SendMessageBatchResultEntry {
    id: String,
    #[serde(flatten)]
    sent: SendMessageOutput,
}

impl Operation for SendMessageBatch {
    type Output = BatchOutput<SendMessageBatchResultEntry>;

    fn needs(&self) -> Need {
        state::need("sqs:SendMessage", &self.queue_url)
    }
}

impl Write for SendMessageBatch {
    fn apply(self, cx: &mut Call<'_>) -> Result<Self::Output, ApiError> {
        state::queue(cx.world, cx.origin, &self.queue_url)?;
        batch::check(self.entries.iter().map(|entry| entry.id.as_str()), "SendMessageBatchRequestEntry")?;
        let none = BTreeMap::new();
        let size =
            |entry: &SendMessageBatchRequestEntry| Message::bytes(&entry.message_body, entry.message_attributes.as_ref().unwrap_or(&none));
        let bytes: usize = self.entries.iter().map(size).sum();
        if bytes > MAX_BATCH_BYTES {
            return Err(errors::long_batch(MAX_BATCH_BYTES, bytes));
        }
        let queue_url = self.queue_url;
        state::bill(cx, &queue_url, bytes);
        Ok(BatchOutput::of(
            self.entries,
            |entry| entry.id.clone(),
            |entry| {
                let request = SendMessage {
                    queue_url: queue_url.clone(),
                    message_body: entry.message_body,
                    delay_seconds: entry.delay_seconds,
                    message_attributes: entry.message_attributes,
                    message_system_attributes: entry.message_system_attributes,
                    message_deduplication_id: entry.message_deduplication_id,
                    message_group_id: entry.message_group_id,
                };
                send(cx, request).map(|sent| SendMessageBatchResultEntry { id: entry.id, sent })
            },
        ))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    #[test]
    fn a_message_is_answered_with_its_id_and_digests() {
        let mut bench = Bench::with_queue();
        let attributes = json!({"timestamp": {"DataType": "Number", "StringValue": "1493147359900"}});
        let sent = bench.ok("SendMessage", json!({"MessageBody": "hello", "MessageAttributes": attributes}));
        assert_eq!(sent["MD5OfMessageBody"], "5d41402abc4b2a76b9719d911017c592");
        assert_eq!(sent["MD5OfMessageAttributes"], "235c5c510d26fb653d073faed50ae77c");
        assert_eq!(sent["MessageId"].as_str().unwrap().len(), 36);
        assert_eq!(sent.get("SequenceNumber"), None);
    }

    #[test]
    fn an_empty_long_or_unprintable_message_is_refused() {
        let mut bench = Bench::with_queue();
        assert_eq!(bench.refused("SendMessage", json!({"MessageBody": ""})), "MissingParameter");
        assert_eq!(bench.refused("SendMessage", json!({"MessageBody": "a\u{1}"})), "InvalidMessageContents");
        let long = bench.call("SendMessage", json!({"MessageBody": "x".repeat((1 << 20) + 1)})).unwrap_err();
        assert_eq!(long.message, "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.");
        assert_eq!(bench.refused("SendMessage", json!({"MessageBody": "a", "DelaySeconds": 901})), "InvalidParameterValue");
        assert_eq!(bench.refused("SendMessage", json!({"MessageBody": "a", "MessageDeduplicationId": "1"})), "InvalidParameterValue");
        let nowhere = json!({"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/none", "MessageBody": "a"});
        assert_eq!(bench.refused("SendMessage", nowhere), "AWS.SimpleQueueService.NonExistentQueue");
        assert_eq!(bench.refused("SendMessage", json!({"QueueUrl": "jobs", "MessageBody": "a"})), "InvalidAddress");
    }

    #[test]
    fn a_delayed_message_is_seen_after_its_delay_or_the_queues() {
        let mut bench = Bench::with_queue();
        bench.ok("SetQueueAttributes", json!({"Attributes": {"DelaySeconds": "60"}}));
        bench.ok("SendMessage", json!({"MessageBody": "by the queue"}));
        bench.ok("SendMessage", json!({"MessageBody": "its own", "DelaySeconds": 10}));
        assert_eq!(bench.attribute("ApproximateNumberOfMessagesDelayed"), "2");
        bench.advance_secs(10);
        assert_eq!(bench.receive(), ["its own"]);
        bench.advance_secs(49);
        assert_eq!(bench.receive(), ["its own"], "its visibility timeout is over, the other's delay not");
        bench.advance_secs(1);
        assert_eq!(bench.receive(), ["by the queue"]);
    }

    #[test]
    fn a_batch_tells_entry_by_entry_what_passed() {
        let mut bench = Bench::with_queue();
        let entries = json!([{"Id": "good", "MessageBody": "a"}, {"Id": "bad", "MessageBody": ""}]);
        let answer = bench.ok("SendMessageBatch", json!({"Entries": entries}));
        assert_eq!((&answer["Successful"][0]["Id"], &answer["Failed"][0]["Id"]), (&json!("good"), &json!("bad")));
        assert_eq!((&answer["Failed"][0]["Code"], &answer["Failed"][0]["SenderFault"]), (&json!("MissingParameter"), &json!(true)));
        assert_eq!(bench.refused("SendMessageBatch", json!({"Entries": []})), "AWS.SimpleQueueService.EmptyBatchRequest");
        let long = json!([{"Id": "a", "MessageBody": "x".repeat(600_000)}, {"Id": "b", "MessageBody": "x".repeat(600_000)}]);
        assert_eq!(bench.refused("SendMessageBatch", json!({"Entries": long})), "AWS.SimpleQueueService.BatchRequestTooLong");
    }

    #[test]
    fn each_64_kb_of_a_request_is_billed_as_one() {
        let mut bench = Bench::with_queue();
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        assert_eq!(bench.used("Requests-RBP"), 1);
        bench.ok("SendMessage", json!({"MessageBody": "x".repeat(65_537)}));
        assert_eq!(bench.used("Requests-RBP"), 3);
    }

    #[test]
    fn a_fifo_queue_drops_what_came_within_five_minutes_and_answers_as_the_first_time() {
        let mut bench = Bench::fifo();
        let send = json!({"MessageBody": "a", "MessageGroupId": "g", "MessageDeduplicationId": "1"});
        let first = bench.ok("SendMessage", send.clone());
        assert_eq!(first["SequenceNumber"].as_str().unwrap().len(), 20);
        bench.advance_secs(299);
        assert_eq!(bench.ok("SendMessage", send.clone()), first);
        assert_eq!(bench.attribute("ApproximateNumberOfMessages"), "1");
        bench.advance_secs(1);
        assert_ne!(bench.ok("SendMessage", send)["MessageId"], first["MessageId"]);
    }

    #[test]
    fn a_fifo_queue_wants_a_group_and_a_deduplication_id() {
        let mut bench = Bench::fifo();
        assert_eq!(bench.refused("SendMessage", json!({"MessageBody": "a"})), "MissingParameter");
        let error = bench.call("SendMessage", json!({"MessageBody": "a", "MessageGroupId": "g"})).unwrap_err();
        assert!(error.message.starts_with("The queue should either have ContentBasedDeduplication enabled"), "{error}");
        let delayed = json!({"MessageBody": "a", "MessageGroupId": "g", "MessageDeduplicationId": "1", "DelaySeconds": 1});
        assert_eq!(bench.refused("SendMessage", delayed), "InvalidParameterValue");
        bench.ok("SetQueueAttributes", json!({"Attributes": {"ContentBasedDeduplication": "true"}}));
        for body in ["a", "a", "b"] {
            bench.ok("SendMessage", json!({"MessageBody": body, "MessageGroupId": "g"}));
        }
        assert_eq!(bench.attribute("ApproximateNumberOfMessages"), "2");
    }
}
