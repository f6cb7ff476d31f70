//! Publishing: a message is checked, numbered, and put on its way to every subscriber whose filter lets it pass.

#[cfg(test)]
pub(super) mod bench;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use super::{deliver, errors, state};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    sqs::MessageAttributeValue,
};

/// Longest message, and longest batch.
const MAX_BYTES: usize = 256 << 10;
/// Longest subject.
const MAX_SUBJECT_CHARS: usize = 100;
/// Most messages of a batch.
const MAX_ENTRIES: usize = 10;
/// A request is billed once for each so many bytes.
const CHUNK_BYTES: usize = 64 << 10;

/// Publishes a message to a topic.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct Publish {
    pub topic_arn: Option<String>,
    pub target_arn: Option<String>,
    pub message: String,
    pub subject: Option<String>,
    pub message_structure: Option<String>,
    pub message_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
}

/// What Publish answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PublishOutput {
    message_id: String,
}

/// A message as it was published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Message {
    pub id: String,
    pub subject: Option<String>,
    /// What each protocol gets; `default` for all others.
    pub texts: BTreeMap<String, String>,
    pub attributes: BTreeMap<String, MessageAttributeValue>,
}

impl Message {
    /// What subscribers of a protocol get.
    pub(super) fn text(&self, protocol: &str) -> &str {
        self.texts.get(protocol).or_else(|| self.texts.get("default")).map_or("", String::as_str)
    }
}

impl Operation for Publish {
    type Output = PublishOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("to topics only; phones and application endpoints are refused by name");

    fn needs(&self) -> Need {
        state::need("sns:Publish", self.arn().unwrap_or("*"))
    }
}

impl Publish {
    fn arn(&self) -> Option<&str> {
        self.topic_arn.as_deref().or(self.target_arn.as_deref())
    }

    /// What each protocol gets: one text for all, or a JSON object of texts.
    fn texts(&self) -> Result<BTreeMap<String, String>, ApiError> {
        match self.message_structure.as_deref() {
            None | Some("") => return Ok(BTreeMap::from([("default".to_owned(), self.message.clone())])),
            Some("json") => {}
            Some(_) => return Err(errors::invalid("MessageStructure")),
        }
        let Ok(Value::Object(map)) = serde_json::from_str(&self.message) else {
            return Err(errors::invalid("Message Structure - JSON message body failed to parse"));
        };
        let texts: BTreeMap<_, _> = map.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_owned()))).collect();
        if texts.contains_key("default") {
            Ok(texts)
        } else {
            Err(errors::invalid("Message Structure - No default entry in JSON message body"))
        }
    }

    fn check(&self) -> Result<BTreeMap<String, String>, ApiError> {
        if self.message.is_empty() {
            return Err(errors::invalid("Empty message"));
        }
        if self.message.len() > MAX_BYTES {
            return Err(errors::invalid("Message too long"));
        }
        let plain = |subject: &str| {
            (1..MAX_SUBJECT_CHARS).contains(&subject.chars().count())
                && !subject.contains(char::is_control)
                && subject.starts_with(|c: char| c.is_ascii_graphic())
        };
        if self.subject.as_deref().is_some_and(|subject| !plain(subject)) {
            return Err(errors::invalid("Subject"));
        }
        for (name, value) in self.message_attributes.iter().flatten() {
            let kind = value.data_type.split('.').next().unwrap_or_default();
            if !matches!(kind, "String" | "Number" | "Binary") {
                return Err(ApiError::new(
                    400,
                    "ParameterValueInvalid",
                    format!(
                        "The message attribute '{name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String."
                    ),
                ));
            }
            let empty = |text: Option<&String>| text.is_none_or(String::is_empty);
            if empty(value.string_value.as_ref()) && empty(value.binary_value.as_ref()) {
                return Err(ApiError::new(
                    400,
                    "ParameterValueInvalid",
                    format!(
                        "The message attribute '{name}' must contain non-empty message attribute value for message attribute type '{}'.",
                        value.data_type
                    ),
                ));
            }
        }
        self.texts()
    }
}

/// Publishes to a topic.
fn publish(cx: &mut Call<'_>, arn: &str, request: Publish) -> Result<PublishOutput, ApiError> {
    let texts = request.check()?;
    let number = cx.world.core.ids.take("sns-message", 1);
    let id = cx.world.core.ids.uuid("sns-message", number);
    let usage = state::usage(state::topic(cx.world, arn)?, "Requests-Tier1");
    cx.count(usage, request.message.len().div_ceil(CHUNK_BYTES).max(1) as u128);
    state::topic_mut(cx.world, arn)?.n_published += 1;
    let message = Message { id: id.clone(), subject: request.subject, texts, attributes: request.message_attributes.unwrap_or_default() };
    deliver::send(cx.world, arn, &message);
    Ok(PublishOutput { message_id: id })
}

impl Write for Publish {
    fn apply(self, cx: &mut Call<'_>) -> Result<PublishOutput, ApiError> {
        let arn = self.arn().ok_or_else(|| errors::invalid("TopicArn or TargetArn Reason: no value for required parameter"))?.to_owned();
        state::topic(cx.world, &arn)?;
        publish(cx, &arn, self)
    }
}

/// Publishes up to ten messages to a topic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PublishBatch {
    /// Which topic.
    pub topic_arn: String,
    /// The messages.
    pub publish_batch_request_entries: Vec<PublishBatchRequestEntry>,
}

/// A message of a batch.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct PublishBatchRequestEntry {
    pub id: String,
    pub message: String,
    pub subject: Option<String>,
    pub message_structure: Option<String>,
    pub message_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
}

/// What PublishBatch answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PublishBatchOutput {
    successful: Vec<PublishBatchResultEntry>,
    failed: Vec<BatchResultErrorEntry>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct PublishBatchResultEntry {
    id: String,
    message_id: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct BatchResultErrorEntry {
    id: String,
    code: String,
    message: String,
    sender_fault: bool,
}

impl Operation for PublishBatch {
    type Output = PublishBatchOutput;

    fn needs(&self) -> Need {
        state::need("sns:Publish", &self.topic_arn)
    }
}

impl PublishBatch {
    fn check(&self) -> Result<(), ApiError> {
        let entries = &self.publish_batch_request_entries;
        if entries.is_empty() {
            return Err(errors::batch("EmptyBatchRequest", "The batch request doesn't contain any entries."));
        }
        if entries.len() > MAX_ENTRIES {
            return Err(errors::batch("TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible."));
        }
        if entries.iter().map(|entry| entry.message.len()).sum::<usize>() > MAX_BYTES {
            return Err(errors::batch("BatchRequestTooLong", "The length of all the messages put together is more than the limit."));
        }
        let repeated = |(at, entry): (usize, &PublishBatchRequestEntry)| entries[..at].iter().any(|other| other.id == entry.id);
        if entries.iter().enumerate().any(repeated) {
            return Err(errors::batch("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id."));
        }
        Ok(())
    }
}

impl Write for PublishBatch {
    fn apply(self, cx: &mut Call<'_>) -> Result<PublishBatchOutput, ApiError> {
        state::topic(cx.world, &self.topic_arn)?;
        self.check()?;
        let (mut successful, mut failed) = (Vec::new(), Vec::new());
        for entry in self.publish_batch_request_entries {
            let request = Publish {
                message: entry.message,
                subject: entry.subject,
                message_structure: entry.message_structure,
                message_attributes: entry.message_attributes,
                ..Publish::default()
            };
            let id = entry.id;
            match publish(cx, &self.topic_arn, request) {
                Ok(done) => successful.push(PublishBatchResultEntry { id, message_id: done.message_id }),
                Err(error) => {
                    failed.push(BatchResultErrorEntry { id, code: error.code.into_owned(), message: error.message, sender_fault: true });
                }
            }
        }
        Ok(PublishBatchOutput { successful, failed })
    }
}
