//! From the bus to the targets: rules are matched when an event comes, and each target gets its share a moment later, as the service
//! itself, which the target must let in. What it does not take goes to the target's dead-letter queue, or is lost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{pattern::Pattern, rule::Rule, targets::Target};
use crate::{
    Request, World,
    agenda::Cause,
    api::{ApiError, Origin},
    body::Body,
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    lambda::Invoke,
    sns::Publish,
    sqs::{MessageAttributeValue, SendMessage, url_of},
};

/// From an event to its targets: EventBridge speaks of about half a second.
const DELAY_MS: i64 = 500;

/// An event on its way to one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Delivery {
    pub at: SimTime,
    number: u64,
    rule: String,
    target: Target,
    input: String,
    cause: Cause,
}

/// Puts an event on its way to the targets of every rule that it matches.
pub(super) fn route(world: &mut World, account: AccountId, region: Region, event: &Value) {
    let of_bus = |rule: &&mut Rule| rule.enabled && rule.account == account && rule.region == region;
    let mut matched: Vec<(String, Target)> = Vec::new();
    for rule in world.events.rules.values_mut().filter(of_bus) {
        if Pattern::parse(&rule.pattern).is_ok_and(|pattern| pattern.matches(event)) {
            rule.n_matched += 1;
            matched.extend(rule.targets.values().map(|target| (rule.arn(), target.clone())));
        }
    }
    let (at, cause) = (world.now().plus(DELAY_MS), world.cause().clone());
    for (rule, target) in matched {
        let input = input(&target, event);
        world.events.n_deliveries += 1;
        let number = world.events.n_deliveries;
        world.events.deliveries.push(Delivery { at, number, rule, target, input, cause: cause.clone() });
    }
}

/// What a target gets: a constant, a part of the event, or the whole of it.
fn input(target: &Target, event: &Value) -> String {
    if let Some(constant) = &target.input {
        return constant.clone();
    }
    let path = target.input_path.as_deref().and_then(|path| path.strip_prefix("$."));
    let part = path.map(|path| path.split('.').fold(event, |value, name| &value[name]));
    part.unwrap_or(event).to_string()
}

/// Delivers what is due.
pub(super) fn work(world: &mut World) {
    let now = world.now();
    let n_due = world.events.deliveries.partition_point(|delivery| delivery.at <= now);
    let due: Vec<Delivery> = world.events.deliveries.drain(..n_due).collect();
    for delivery in due {
        let cause = delivery.cause.clone();
        world.because_of(cause, |world| deliver(world, &delivery));
    }
}

fn deliver(world: &mut World, delivery: &Delivery) {
    let Some(rule) = world.events.rule(&delivery.rule) else { return };
    let origin = Origin { caller: Caller::service("events.amazonaws.com", &delivery.rule, rule.account), region: rule.region };
    if let Err(error) = world.ask(&origin, request(delivery))
        && let Some(queue) = delivery.target.dead_letter_config.as_ref().and_then(|config| config.arn.as_deref())
    {
        let _ = world.ask(&origin, give_up(delivery, queue, &error));
    }
}

fn request(delivery: &Delivery) -> Request {
    let (target, text) = (&delivery.target, delivery.input.clone());
    match target.arn.split(':').nth(2) {
        Some("sqs") => {
            let group = target.sqs_parameters.as_ref().and_then(|parameters| parameters.message_group_id.clone());
            SendMessage { queue_url: url_of(&target.arn), message_body: text, message_group_id: group, ..SendMessage::default() }.into()
        }
        Some("sns") => Publish { topic_arn: Some(target.arn.clone()), message: text, ..Publish::default() }.into(),
        _ => {
            let payload = Body::new(text.into_bytes());
            Invoke { function_name: target.arn.clone(), invocation_type: Some("Event".to_owned()), payload, ..Invoke::default() }.into()
        }
    }
}

/// The message to a dead-letter queue (EventBridge User Guide, dead-letter queues).
fn give_up(delivery: &Delivery, queue: &str, error: &ApiError) -> Request {
    let code = if error.status == 404 || error.code.contains("NonExistent") || error.code.contains("NotFound") {
        "NO_RESOURCE"
    } else {
        "NO_PERMISSIONS"
    };
    let attributes: BTreeMap<String, MessageAttributeValue> = [
        ("RULE_ARN", delivery.rule.as_str()),
        ("TARGET_ARN", &delivery.target.arn),
        ("ERROR_CODE", code),
        ("ERROR_MESSAGE", &error.message),
        ("RETRY_ATTEMPTS", "0"),
    ]
    .map(|(name, value)| (name.to_owned(), MessageAttributeValue::text(value)))
    .into();
    let message_body = delivery.input.clone();
    SendMessage { queue_url: url_of(queue), message_body, message_attributes: Some(attributes), ..SendMessage::default() }.into()
}
