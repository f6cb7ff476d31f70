//! Receiving: messages are shown and hide for a while. What failed too often goes to the dead-letter queue instead.

#[cfg(test)]
pub(super) mod bench;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    errors,
    message::{self, Message, MessageAttributeValue},
    queue::Queue,
    redrive,
    send::sequence_number,
    state,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Write},
    clock::{SECOND_MS, SimTime},
};

/// Longest time that a call waits for a message.
const MAX_WAIT_SECS: i64 = 20;
/// Longest time that a message may hide.
pub(super) const MAX_HIDDEN_SECS: i64 = 43_200;

/// Receives up to ten messages, which then hide for the visibility timeout.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct ReceiveMessage {
    pub queue_url: String,
    pub attribute_names: Option<Vec<String>>,
    pub message_system_attribute_names: Option<Vec<String>>,
    pub message_attribute_names: Option<Vec<String>>,
    pub max_number_of_messages: Option<i64>,
    pub visibility_timeout: Option<i64>,
    pub wait_time_seconds: Option<i64>,
}

/// What ReceiveMessage answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReceiveMessageOutput {
    messages: Option<Vec<Received>>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Received {
    message_id: String,
    receipt_handle: String,
    #[serde(rename = "MD5OfBody")]
    md5_of_body: String,
    body: String,
    attributes: Option<BTreeMap<&'static str, String>>,
    #[serde(rename = "MD5OfMessageAttributes")]
    md5_of_message_attributes: Option<String>,
    message_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
}

impl Operation for ReceiveMessage {
    type Output = ReceiveMessageOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified(
        "a short poll finds every visible message, oldest first; an empty answer to a long poll is not billed, since whoever waits asks again",
    );

    fn needs(&self) -> Need {
        state::need("sqs:ReceiveMessage", &self.queue_url)
    }
}

impl ReceiveMessage {
    fn check(&self) -> Result<(), ApiError> {
        if let Some(n) = self.max_number_of_messages.filter(|n| !(1..=10).contains(n)) {
            return Err(errors::invalid("MaxNumberOfMessages", n, "Must be between 1 and 10, if provided."));
        }
        if let Some(secs) = self.wait_time_seconds.filter(|secs| !(0..=MAX_WAIT_SECS).contains(secs)) {
            return Err(errors::invalid("WaitTimeSeconds", secs, "Must be >= 0 and <= 20, if provided."));
        }
        if let Some(secs) = self.visibility_timeout.filter(|secs| !(0..=MAX_HIDDEN_SECS).contains(secs)) {
            return Err(errors::invalid("VisibilityTimeout", secs, "Must be between 0 and 43200, if provided."));
        }
        Ok(())
    }

    /// The system attributes to be shown.
    fn system(&self, queue: &Queue, message: &Message) -> Option<BTreeMap<&'static str, String>> {
        let millis = |at: SimTime| at.millis().to_string();
        let fifo = queue.is_fifo();
        let all = [
            ("AWSTraceHeader", message.trace.clone()),
            ("ApproximateFirstReceiveTimestamp", message.first_received.map(millis)),
            ("ApproximateReceiveCount", Some(message.receive_count.to_string())),
            ("DeadLetterQueueSourceArn", message.failed_in.clone()),
            ("MessageDeduplicationId", message.deduplication.clone()),
            ("MessageGroupId", message.group.clone()),
            ("SenderId", Some(message.sender.clone())),
            ("SentTimestamp", Some(millis(message.sent))),
            ("SequenceNumber", fifo.then(|| sequence_number(message.number))),
        ];
        let asked = || self.attribute_names.iter().chain(&self.message_system_attribute_names).flatten();
        let wanted = |name: &str| asked().any(|asked| asked == "All" || asked == name);
        let shown: BTreeMap<_, _> =
            all.into_iter().filter(|(name, _)| wanted(name)).filter_map(|(name, value)| Some((name, value?))).collect();
        (!shown.is_empty()).then_some(shown)
    }

    /// The message's own attributes to be shown: by name, by the beginning of a name with `.*`, or all.
    fn own(&self, message: &Message) -> BTreeMap<String, MessageAttributeValue> {
        let fits = |name: &str, asked: &str| match asked.strip_suffix(".*") {
            Some(stem) => name.starts_with(stem),
            None => asked == "All" || asked == name,
        };
        let wanted = |name: &str| self.message_attribute_names.iter().flatten().any(|asked| fits(name, asked));
        message.attributes.iter().filter(|(name, _)| wanted(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    fn show(&self, cx: &Call<'_>, queue: &Queue, message: &Message) -> Received {
        let own = self.own(message);
        Received {
            message_id: message.id.clone(),
            receipt_handle: message.receipt(&cx.world.core.ids),
            md5_of_body: message::md5_of(&message.body),
            body: message.body.clone(),
            attributes: self.system(queue, message),
            md5_of_message_attributes: message::md5_of_attributes(&own),
            message_attributes: (!own.is_empty()).then_some(own),
        }
    }
}

impl Queue {
    /// Numbers of the messages that a receive may take now: visible ones, oldest first. In a FIFO queue a group waits while one
    /// of its messages is in flight.
    fn takeable(&self, now: SimTime) -> Vec<u64> {
        let mut blocked: BTreeSet<&str> = BTreeSet::new();
        let mut takeable = Vec::new();
        for message in self.messages(now) {
            let group = message.group.as_deref().filter(|_| self.is_fifo());
            if group.is_some_and(|group| blocked.contains(group)) {
                continue;
            }
            if message.is_visible(now) {
                takeable.push(message.number);
            } else {
                blocked.extend(group);
            }
        }
        takeable
    }
}

impl ReceiveMessage {
    /// How long this call waits for its first message, in milliseconds; 0 if there is one. Whoever makes the call lets that time pass.
    pub fn wait_millis(&self, world: &World, origin: &Origin) -> i64 {
        let Ok(queue) = state::queue(world, origin, &self.queue_url) else { return 0 };
        let waits = self.wait_time_seconds.unwrap_or_else(|| queue.secs("ReceiveMessageWaitTimeSeconds")).clamp(0, MAX_WAIT_SECS);
        if queue.takeable(world.now()).is_empty() { waits * SECOND_MS } else { 0 }
    }
}

impl Write for ReceiveMessage {
    fn apply(self, cx: &mut Call<'_>) -> Result<ReceiveMessageOutput, ApiError> {
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        self.check()?;
        let (arn, now) = (queue.arn(), cx.now());
        let hidden = self.visibility_timeout.unwrap_or_else(|| queue.secs("VisibilityTimeout")) * SECOND_MS;
        let most = self.max_number_of_messages.unwrap_or(1) as usize;
        let takeable = queue.takeable(now);
        let mut taken = Vec::new();
        for number in takeable {
            if taken.len() == most {
                break;
            }
            if redrive::gives_up(cx.world, &arn, number) {
                redrive::bury(cx.world, &arn, number);
                continue;
            }
            let Some(message) = cx.world.sqs.queues.get_mut(&arn).and_then(|queue| queue.messages.get_mut(&number)) else { continue };
            message.receive_count += 1;
            message.first_received.get_or_insert(now);
            message.visible_at = now.plus(hidden);
            taken.push(number);
        }
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        let shown: Vec<Received> =
            taken.iter().filter_map(|number| queue.messages.get(number)).map(|message| self.show(cx, queue, message)).collect();
        let bytes = shown.iter().map(|message| message.body.len()).sum();
        state::bill(cx, &self.queue_url, bytes);
        Ok(ReceiveMessageOutput { messages: (!shown.is_empty()).then_some(shown) })
    }
}
