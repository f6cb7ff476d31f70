//! What became of an event: the record of an invocation, its log, and where results and failures are sent on to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{errors, function::Function, run::Waiting};
use crate::{
    World,
    api::{ApiError, Origin},
    body::Body,
    clock::SimTime,
    events::{PutEvents, PutEventsRequestEntry},
    sns::Publish,
    sqs::{MessageAttributeValue, SendMessage, is_fifo, url_of},
};

/// Most bytes of an event that a record keeps.
const MAX_SHOWN_BYTES: usize = 8 << 10;

/// One run of a function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invocation {
    /// When.
    pub at: SimTime,
    /// The id of the request, the same for every attempt.
    pub request_id: String,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// Nobody waited for the answer.
    pub asynchronous: bool,
    /// The event, cut where it is long.
    pub event: String,
    /// How it ended.
    pub outcome: Outcome,
    /// How long it took.
    pub duration_millis: i64,
    pub(super) memory_mb: i64,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// With this answer.
    Succeeded(Value),
    /// With this error.
    Failed(Value),
    /// It was not run: a loop that led back to the function was stopped.
    Stopped,
}

impl Invocation {
    /// The lines that CloudWatch Logs would show.
    pub fn log(&self) -> Vec<String> {
        let id = &self.request_id;
        if self.outcome == Outcome::Stopped {
            return Vec::new();
        }
        let mut lines = vec![format!("START RequestId: {id} Version: $LATEST")];
        if let Outcome::Failed(error) = &self.outcome {
            lines.push(format!(
                "[ERROR] {}: {}",
                error["errorType"].as_str().unwrap_or_default(),
                error["errorMessage"].as_str().unwrap_or_default()
            ));
        }
        let (millis, memory) = (self.duration_millis, self.memory_mb);
        lines.push(format!("END RequestId: {id}"));
        lines.push(format!(
            "REPORT RequestId: {id}\tDuration: {millis}.00 ms\tBilled Duration: {millis} ms\tMemory Size: {memory} MB\tMax Memory Used: 64 MB\t"
        ));
        lines
    }
}

/// An event as a record keeps it.
pub(super) fn shown(event: &Value) -> String {
    let text = event.to_string();
    let end = text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= MAX_SHOWN_BYTES).last().unwrap_or(0);
    text.get(..end).unwrap_or_default().to_owned()
}

/// Refuses a target of another kind than these.
pub(super) fn check_target(arn: Option<&str>, kinds: &[&str]) -> Result<(), ApiError> {
    let Some(arn) = arn else { return Ok(()) };
    let service = arn.strip_prefix("arn:aws:").and_then(|rest| rest.split(':').next()).unwrap_or_default();
    let fifo = is_fifo(arn);
    if kinds.contains(&service) && !fifo {
        return Ok(());
    }
    Err(errors::invalid(format!("The provided target {arn} is not supported.")))
}

/// Why an event was given up, in Lambda's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    Success,
    RetriesExhausted,
    EventAgeExceeded,
    RecursiveLoop,
}

impl Condition {
    const fn name(self) -> &'static str {
        match self {
            Self::Success => "Success",
            Self::RetriesExhausted => "RetriesExhausted",
            Self::EventAgeExceeded => "EventAgeExceeded",
            Self::RecursiveLoop => "RecursiveInvocation",
        }
    }
}

/// Sends what became of an event on: to the destination for it, and a failed event itself to the dead-letter target. The
/// function's own role must be allowed to.
pub(super) fn send_on(world: &mut World, function: &Function, event: &Waiting, condition: Condition, result: &Value) {
    let origin = Origin { caller: function.caller(), region: function.region() };
    let config = function.events.as_ref().and_then(|events| events.destinations.as_ref());
    let failed = condition != Condition::Success;
    let destination = config.and_then(|config| if failed { config.on_failure.as_ref() } else { config.on_success.as_ref() });
    if let Some(arn) = destination.map(|it| it.destination.clone()).filter(|arn| !arn.is_empty()) {
        let record = record(world.now(), function, event, condition, result);
        hand_over(world, &origin, &arn, &record, failed);
    }
    let dead = function.settings.dead_letter.as_ref().filter(|_| failed);
    if let Some(arn) = dead.map(|dead| dead.target_arn.clone()) {
        give_up(world, &origin, &arn, event, result);
    }
}

/// The record that a destination gets (Lambda Developer Guide, asynchronous invocation).
fn record(now: SimTime, function: &Function, event: &Waiting, condition: Condition, result: &Value) -> Value {
    let arn = format!("{}:$LATEST", function.arn());
    let mut response = json!({"statusCode": 200, "executedVersion": "$LATEST"});
    if condition != Condition::Success {
        response["functionError"] = json!("Unhandled");
    }
    let mut record = json!({
        "version": "1.0",
        "timestamp": now.iso_millis(),
        "requestContext": {
            "requestId": event.request_id,
            "functionArn": arn,
            "condition": condition.name(),
            "approximateInvokeCount": event.attempts,
        },
        "requestPayload": event.payload,
    });
    if event.attempts > 0 {
        record["responseContext"] = response;
        record["responsePayload"] = result.clone();
    }
    record
}

fn hand_over(world: &mut World, origin: &Origin, arn: &str, record: &Value, failed: bool) {
    match arn.split(':').nth(2) {
        Some("sqs") => send(world, origin, arn, record.to_string(), BTreeMap::new()),
        Some("sns") => {
            world.plan(0, origin.clone(), Publish { topic_arn: Some(arn.to_owned()), message: record.to_string(), ..Publish::default() });
        }
        Some("lambda") => {
            let payload = Body::new(record.to_string().into_bytes());
            let request = super::Invoke {
                function_name: arn.to_owned(),
                invocation_type: Some("Event".to_owned()),
                payload,
                ..super::Invoke::default()
            };
            world.plan(0, origin.clone(), request);
        }
        Some("events") => {
            let how = if failed { "Failure" } else { "Success" };
            let entry = PutEventsRequestEntry {
                source: Some("lambda".to_owned()),
                detail_type: Some(format!("Lambda Function Invocation Result - {how}")),
                detail: Some(record.to_string()),
                resources: Some(vec![arn.to_owned()]),
                ..PutEventsRequestEntry::default()
            };
            world.plan(0, origin.clone(), PutEvents { entries: vec![entry] });
        }
        _ => {}
    }
}

/// The event itself, with what went wrong as attributes.
fn give_up(world: &mut World, origin: &Origin, arn: &str, event: &Waiting, result: &Value) {
    let error = result["errorMessage"].as_str().unwrap_or_default().chars().take(1_024).collect::<String>();
    let mut attributes = BTreeMap::new();
    let mut add = |name: &str, value: String, kind: &str| {
        let value = MessageAttributeValue { string_value: Some(value), binary_value: None, data_type: kind.to_owned() };
        attributes.insert(name.to_owned(), value);
    };
    add("RequestID", event.request_id.clone(), "String");
    add("ErrorCode", "200".to_owned(), "Number");
    if !error.is_empty() {
        add("ErrorMessage", error, "String");
    }
    if arn.split(':').nth(2) == Some("sqs") {
        send(world, origin, arn, event.payload.to_string(), attributes);
        return;
    }
    let (topic_arn, message) = (Some(arn.to_owned()), event.payload.to_string());
    world.plan(0, origin.clone(), Publish { topic_arn, message, message_attributes: Some(attributes), ..Publish::default() });
}

fn send(world: &mut World, origin: &Origin, arn: &str, body: String, attributes: BTreeMap<String, MessageAttributeValue>) {
    let request = SendMessage {
        queue_url: url_of(arn),
        message_body: body,
        message_attributes: (!attributes.is_empty()).then_some(attributes),
        ..SendMessage::default()
    };
    world.plan(0, origin.clone(), request);
}
