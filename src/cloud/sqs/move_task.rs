//! Moving messages out of a dead-letter queue again, back to where they failed or elsewhere.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::errors;
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    clock::SimTime,
};

/// A move that was asked for.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MoveTask {
    source_arn: String,
    destination_arn: Option<String>,
    max_number_of_messages_per_second: Option<i64>,
    moved: u64,
    started: SimTime,
}

/// Moves the messages of a dead-letter queue back, or to another queue.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct StartMessageMoveTask {
    /// The dead-letter queue.
    pub source_arn: String,
    /// Where to; back to where each failed without.
    pub destination_arn: Option<String>,
    /// 1 to 500.
    pub max_number_of_messages_per_second: Option<i64>,
}

/// What StartMessageMoveTask answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StartMessageMoveTaskOutput {
    task_handle: String,
}

impl Operation for StartMessageMoveTask {
    type Output = StartMessageMoveTaskOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("the messages are moved at once, whatever the rate");

    fn needs(&self) -> Need {
        Need::action("sqs:StartMessageMoveTask").on(self.source_arn.clone())
    }
}

/// The queue must be the dead-letter queue of some other.
fn check_source(world: &World, arn: &str) -> Result<(), ApiError> {
    if world.sqs.queue(arn).is_none() {
        return Err(errors::no_such_resource("The resource that you specified for the SourceArn parameter doesn't exist."));
    }
    let is_target = world.sqs.queues().any(|queue| queue.dead_letter_queue().is_some_and(|(target, _)| target == arn));
    if is_target { Ok(()) } else { Err(errors::invalid_value("Source queue must be configured as a Dead Letter Queue.")) }
}

impl Write for StartMessageMoveTask {
    fn apply(self, cx: &mut Call<'_>) -> Result<StartMessageMoveTaskOutput, ApiError> {
        check_source(cx.world, &self.source_arn)?;
        if let Some(rate) = self.max_number_of_messages_per_second.filter(|rate| !(1..=500).contains(rate)) {
            let reason = "Must be between 1 and 500, if provided.";
            return Err(errors::invalid("MaxNumberOfMessagesPerSecond", rate, reason));
        }
        if self.destination_arn.as_deref().is_some_and(|arn| cx.world.sqs.queue(arn).is_none()) {
            return Err(errors::no_such_resource("The resource that you specified for the DestinationArn parameter doesn't exist."));
        }
        let now = cx.now();
        let moved = carry_out(cx.world, &self.source_arn, self.destination_arn.as_deref());
        let task = MoveTask {
            source_arn: self.source_arn,
            destination_arn: self.destination_arn,
            max_number_of_messages_per_second: self.max_number_of_messages_per_second,
            moved,
            started: now,
        };
        cx.world.sqs.moves.push(task);
        let number = cx.world.sqs.moves.len() as u64;
        Ok(StartMessageMoveTaskOutput { task_handle: cx.world.core.ids.uuid("sqs-move", number) })
    }
}

/// Moves what can be seen now; a message whose way is unknown stays. Gives how many were moved.
fn carry_out(world: &mut World, source: &str, destination: Option<&str>) -> u64 {
    let now = world.now();
    let Some(queue) = world.sqs.queue(source) else { return 0 };
    let whither = |failed: Option<&String>| destination.map(str::to_owned).or_else(|| failed.cloned());
    let ready: Vec<(u64, String)> = queue
        .messages(now)
        .filter(|message| message.is_visible(now))
        .filter_map(|message| Some((message.number, whither(message.failed_in.as_ref())?)))
        .filter(|(_, target)| world.sqs.queue(target).is_some())
        .collect();
    let n_moved = ready.len() as u64;
    for (number, target) in ready {
        let taken = world.sqs.queues.get_mut(source).and_then(|queue| queue.messages.remove(&number));
        if let (Some(mut message), Some(target)) = (taken, world.sqs.queues.get_mut(&target)) {
            message.receive_count = 0;
            message.first_received = None;
            message.failed_in = None;
            message.sent = now;
            target.messages.insert(number, message);
        }
    }
    n_moved
}

/// Lists the last moves out of a queue, newest first.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListMessageMoveTasks {
    /// The dead-letter queue.
    pub source_arn: String,
    /// 1 to 10; 1 without.
    pub max_results: Option<i64>,
}

/// What ListMessageMoveTasks answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListMessageMoveTasksOutput {
    results: Vec<MoveTaskEntry>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct MoveTaskEntry {
    status: &'static str,
    source_arn: String,
    destination_arn: Option<String>,
    max_number_of_messages_per_second: Option<i64>,
    approximate_number_of_messages_moved: u64,
    approximate_number_of_messages_to_move: u64,
    started_timestamp: i64,
}

impl Operation for ListMessageMoveTasks {
    type Output = ListMessageMoveTasksOutput;

    fn needs(&self) -> Need {
        Need::action("sqs:ListMessageMoveTasks").on(self.source_arn.clone())
    }
}

impl Read for ListMessageMoveTasks {
    fn read(self, cx: &mut View<'_>) -> Result<ListMessageMoveTasksOutput, ApiError> {
        check_source(cx.world, &self.source_arn)?;
        let n = self.max_results.unwrap_or(1);
        if !(1..=10).contains(&n) {
            return Err(errors::invalid("MaxResults", n, "Must be between 1 and 10, if provided."));
        }
        let mine = cx.world.sqs.moves.iter().rev().filter(|task| task.source_arn == self.source_arn);
        let results = mine.take(n as usize).map(|task| MoveTaskEntry {
            status: "COMPLETED",
            source_arn: task.source_arn.clone(),
            destination_arn: task.destination_arn.clone(),
            max_number_of_messages_per_second: task.max_number_of_messages_per_second,
            approximate_number_of_messages_moved: task.moved,
            approximate_number_of_messages_to_move: task.moved,
            started_timestamp: task.started.millis(),
        });
        Ok(ListMessageMoveTasksOutput { results: results.collect() })
    }
}

/// Cancels a move that is still going on, which none is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CancelMessageMoveTask {
    /// As StartMessageMoveTask gave it.
    pub task_handle: String,
}

impl Operation for CancelMessageMoveTask {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("a move is over at once, so there is none to be cancelled");

    fn needs(&self) -> Need {
        Need::action("sqs:CancelMessageMoveTask")
    }
}

impl Write for CancelMessageMoveTask {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let n = cx.world.sqs.moves.len() as u64;
        if (1..=n).any(|number| cx.world.core.ids.uuid("sqs-move", number) == self.task_handle) {
            return Err(errors::invalid_value("Only active tasks can be cancelled."));
        }
        Err(errors::no_such_resource("Task does not exist."))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    const DLQ: &str = "arn:aws:sqs:us-east-1:123456789012:dead";

    #[test]
    fn failed_messages_go_back_to_where_they_failed() {
        let mut bench = Bench::with_queue();
        let dead = bench.make("dead", &json!({}));
        assert_eq!(bench.refused("StartMessageMoveTask", json!({"SourceArn": DLQ})), "InvalidParameterValue");
        let policy = format!(r#"{{"deadLetterTargetArn":"{DLQ}","maxReceiveCount":1}}"#);
        bench.ok("SetQueueAttributes", json!({"Attributes": {"RedrivePolicy": policy}}));
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        bench.receive();
        bench.advance_secs(30);
        assert_eq!(bench.receive(), [""; 0]);
        let task = bench.ok("StartMessageMoveTask", json!({"SourceArn": DLQ}));
        assert_eq!(bench.ok("ReceiveMessage", json!({"QueueUrl": dead})), json!({}));
        assert_eq!(bench.receive(), ["a"]);
        let listed = bench.ok("ListMessageMoveTasks", json!({"SourceArn": DLQ}));
        assert_eq!(listed["Results"][0]["ApproximateNumberOfMessagesMoved"], 1);
        assert_eq!(bench.refused("CancelMessageMoveTask", json!({"TaskHandle": task["TaskHandle"]})), "InvalidParameterValue");
        assert_eq!(bench.refused("CancelMessageMoveTask", json!({"TaskHandle": "x"})), "ResourceNotFoundException");
    }
}
