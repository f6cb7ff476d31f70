//! Dead-letter queues: where a message goes that was received too often without being deleted, and who may send there.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use super::{
    errors,
    queue::{self, Queue},
    state,
};
use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    ident::{AccountId, Region},
};

/// Most receives before a message is given up.
const MAX_RECEIVES: i64 = 1_000;
/// Most queues that a redrive allow policy may name.
const MAX_SOURCES: usize = 10;

/// Where failed messages go, and after how many receives.
fn read(text: &str) -> Option<(String, i64)> {
    let policy: Value = serde_json::from_str(text).ok()?;
    let count = &policy["maxReceiveCount"];
    let count = count.as_i64().or_else(|| count.as_str()?.parse().ok())?;
    Some((policy["deadLetterTargetArn"].as_str()?.to_owned(), count))
}

impl Queue {
    /// Where failed messages go, and after how many receives.
    pub fn dead_letter_queue(&self) -> Option<(String, i64)> {
        self.attributes.get("RedrivePolicy").and_then(|text| read(text))
    }
}

/// Checks a redrive policy for a queue of a region and account.
pub(super) fn check(world: &World, (region, account): (Region, AccountId), text: &str, fifo: bool) -> Result<(), ApiError> {
    let refuse = |reason: &str| Err(errors::invalid("RedrivePolicy", text, reason));
    let Ok(policy @ Value::Object(_)) = serde_json::from_str::<Value>(text) else {
        return refuse("Amazon SQS can't create the redrive policy, as it's in an unsupported format.");
    };
    for name in ["deadLetterTargetArn", "maxReceiveCount"] {
        if policy.get(name).is_none() {
            return refuse(&format!("Redrive policy does not contain mandatory attribute: {name}."));
        }
    }
    let Some((arn, count)) = read(text) else {
        return refuse("Amazon SQS can't create the redrive policy, as it's in an unsupported format.");
    };
    if !(1..=MAX_RECEIVES).contains(&count) {
        return refuse(&format!("Invalid value for maxReceiveCount: {count}, valid values are from 1 to {MAX_RECEIVES} both inclusive."));
    }
    let target = world.sqs.queue(&arn).filter(|queue| queue.region() == region && queue.account() == account);
    let Some(target) = target else { return refuse("Dead letter target does not exist.") };
    if target.is_fifo() != fifo {
        return refuse("Dead-letter queue must be same type of queue as the source.");
    }
    Ok(())
}

/// True for a document that says who may send failed messages here (SQS API Reference, SetQueueAttributes).
pub(super) fn is_allow_policy(text: &str) -> bool {
    let Ok(policy) = serde_json::from_str::<Value>(text) else { return false };
    let sources = policy.get("sourceQueueArns").map(|sources| sources.as_array().map_or(0, Vec::len));
    match policy["redrivePermission"].as_str() {
        Some("allowAll" | "denyAll") => sources.is_none(),
        Some("byQueue") => sources.is_some_and(|n| (1..=MAX_SOURCES).contains(&n)),
        _ => false,
    }
}

/// True if the dead-letter queue takes messages of that queue.
fn lets_in(target: &Queue, source: &str) -> bool {
    let Some(policy) = target.attributes.get("RedriveAllowPolicy") else { return true };
    let policy: Value = serde_json::from_str(policy).unwrap_or_default();
    match policy["redrivePermission"].as_str() {
        Some("denyAll") => false,
        Some("byQueue") => policy["sourceQueueArns"].as_array().into_iter().flatten().any(|arn| arn == source),
        _ => true,
    }
}

/// True if a message was received as often as its queue allows, and its dead-letter queue takes it.
pub(super) fn gives_up(world: &World, arn: &str, number: u64) -> bool {
    let Some(queue) = world.sqs.queue(arn) else { return false };
    let (Some((target, most)), Some(message)) = (queue.dead_letter_queue(), queue.messages.get(&number)) else { return false };
    i64::from(message.receive_count) >= most && world.sqs.queue(&target).is_some_and(|target| lets_in(target, arn))
}

/// Moves a message to its queue's dead-letter queue. In a standard queue its age goes on; in a FIFO queue it starts again (SQS
/// Developer Guide, dead-letter queues).
pub(super) fn bury(world: &mut World, arn: &str, number: u64) {
    let now = world.now();
    let Some(queue) = world.sqs.queues.get_mut(arn) else { return };
    let target = queue.dead_letter_queue().map(|(target, _)| target);
    let Some(mut message) = queue.messages.remove(&number) else { return };
    message.visible_at = now;
    message.failed_in = Some(arn.to_owned());
    if let Some(target) = target.and_then(|target| world.sqs.queues.get_mut(&target)) {
        if target.is_fifo() {
            message.sent = now;
        }
        target.messages.insert(number, message);
    }
}

/// Lists the queues whose failed messages come here.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListDeadLetterSourceQueues {
    /// The dead-letter queue.
    pub queue_url: String,
    /// Where the last page ended.
    pub next_token: Option<String>,
    /// At most so many; 1,000 without.
    pub max_results: Option<i64>,
}

/// What ListDeadLetterSourceQueues answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
pub struct ListDeadLetterSourceQueuesOutput {
    #[serde(rename = "queueUrls")]
    queue_urls: Vec<String>,
    #[serde(rename = "NextToken")]
    next_token: Option<String>,
}

impl Operation for ListDeadLetterSourceQueues {
    type Output = ListDeadLetterSourceQueuesOutput;

    fn needs(&self) -> Need {
        state::need("sqs:ListDeadLetterSourceQueues", &self.queue_url)
    }
}

impl Read for ListDeadLetterSourceQueues {
    fn read(self, cx: &mut View<'_>) -> Result<ListDeadLetterSourceQueuesOutput, ApiError> {
        let arn = state::queue(cx.world, cx.origin, &self.queue_url)?.arn();
        let sources = cx.world.sqs.queues().filter(|queue| queue.dead_letter_queue().is_some_and(|(target, _)| target == arn));
        let all = sources.map(|queue| (queue.name.clone(), queue.url())).collect();
        let (queue_urls, next_token) = queue::page(all, self.next_token.as_deref(), self.max_results)?;
        Ok(ListDeadLetterSourceQueuesOutput { queue_urls, next_token })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    const DLQ: &str = "arn:aws:sqs:us-east-1:123456789012:dead";

    fn bench(most: &str) -> (Bench, String) {
        let mut bench = Bench::with_queue();
        let dead = bench.make("dead", &json!({}));
        let policy = format!(r#"{{"deadLetterTargetArn":"{DLQ}","maxReceiveCount":{most}}}"#);
        bench.ok("SetQueueAttributes", json!({"Attributes": {"RedrivePolicy": policy}}));
        (bench, dead)
    }

    #[test]
    fn a_message_received_too_often_goes_to_the_dead_letter_queue() {
        let (mut bench, dead) = bench("2");
        bench.ok("SendMessage", json!({"MessageBody": "poison"}));
        for _ in 0..2 {
            assert_eq!(bench.receive(), ["poison"]);
            bench.advance_secs(30);
        }
        assert_eq!(bench.receive(), [""; 0], "the third receive gives it up");
        let buried = bench.ok("ReceiveMessage", json!({"QueueUrl": dead, "AttributeNames": ["All"]}));
        assert_eq!(buried["Messages"][0]["Body"], "poison");
        assert_eq!(buried["Messages"][0]["Attributes"]["ApproximateReceiveCount"], "3");
        assert_eq!(buried["Messages"][0]["Attributes"]["DeadLetterQueueSourceArn"], "arn:aws:sqs:us-east-1:123456789012:jobs");
        let sources = bench.ok("ListDeadLetterSourceQueues", json!({"QueueUrl": dead}));
        assert_eq!(sources["queueUrls"], json!(["https://sqs.us-east-1.amazonaws.com/123456789012/jobs"]));
    }

    #[test]
    fn a_message_in_a_standard_dead_letter_queue_is_as_old_as_it_was() {
        let (mut bench, dead) = bench("1");
        bench.ok("SetQueueAttributes", json!({"QueueUrl": dead, "Attributes": {"MessageRetentionPeriod": "60"}}));
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        bench.receive();
        bench.advance_secs(59);
        bench.receive();
        bench.advance_secs(1);
        assert_eq!(bench.ok("ReceiveMessage", json!({"QueueUrl": dead})), json!({}));
    }

    #[test]
    fn a_dead_letter_queue_may_keep_others_out() {
        let (mut bench, dead) = bench("1");
        bench.ok(
            "SetQueueAttributes",
            json!({"QueueUrl": dead, "Attributes": {"RedriveAllowPolicy": r#"{"redrivePermission":"denyAll"}"#}}),
        );
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        for _ in 0..3 {
            assert_eq!(bench.receive(), ["a"]);
            bench.advance_secs(30);
        }
        let bad = json!({"QueueUrl": dead, "Attributes": {"RedriveAllowPolicy": r#"{"redrivePermission":"byQueue"}"#}});
        assert_eq!(bench.refused("SetQueueAttributes", bad), "InvalidAttributeValue");
    }

    #[test]
    fn a_redrive_policy_names_a_queue_of_its_kind_and_1_to_1000_receives() {
        let (mut bench, _) = bench("\"3\"");
        bench.make("dead.fifo", &json!({"FifoQueue": "true"}));
        for (policy, part) in [
            ("nonsense", "unsupported format"),
            (r#"{"maxReceiveCount":1}"#, "mandatory attribute: deadLetterTargetArn"),
            (
                r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":0}"#,
                "Invalid value for maxReceiveCount: 0",
            ),
            (
                r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:none","maxReceiveCount":1}"#,
                "Dead letter target does not exist.",
            ),
            (r#"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead.fifo","maxReceiveCount":1}"#, "same type of queue"),
        ] {
            let error = bench.call("SetQueueAttributes", json!({"Attributes": {"RedrivePolicy": policy}})).unwrap_err();
            assert!(error.code == "InvalidParameterValue" && error.message.contains(part), "{error}");
        }
    }
}
