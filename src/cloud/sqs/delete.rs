//! Deleting messages that were received, and purging whole queues.

use serde::{Deserialize, Serialize};

use super::{
    batch::{self, BatchOutput},
    errors, message, state,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SECOND_MS,
};

/// A queue may be purged once in so long.
const PURGE_REST_MS: i64 = 60 * SECOND_MS;

/// Deletes a message by the handle of its last receive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteMessage {
    /// Which queue.
    pub queue_url: String,
    /// As ReceiveMessage gave it.
    pub receipt_handle: String,
}

impl Operation for DeleteMessage {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sqs:DeleteMessage", &self.queue_url)
    }
}

impl Write for DeleteMessage {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        state::bill(cx, &self.queue_url, 0);
        delete(cx, &self.queue_url, &self.receipt_handle)
    }
}

/// What is gone already counts as deleted. The handle of an earlier receive deletes nothing (SQS API Reference, DeleteMessage); in a
/// FIFO queue neither does one whose time is over, and that is told.
fn delete(cx: &mut Call<'_>, url: &str, handle: &str) -> Result<(), ApiError> {
    let queue = state::queue(cx.world, cx.origin, url)?;
    let (number, receive) = message::receipt_of(&cx.world.core.ids, handle)?;
    let Some(message) = queue.messages.get(&number) else { return Ok(()) };
    if queue.is_fifo() && (message.receive_count != receive || message.is_visible(cx.now())) {
        return Err(errors::expired_receipt(handle));
    }
    if message.receive_count == receive {
        state::queue_mut(cx.world, cx.origin, url)?.messages.remove(&number);
    }
    Ok(())
}

/// Deletes up to ten messages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteMessageBatch {
    /// Which queue.
    pub queue_url: String,
    /// The messages.
    pub entries: Vec<DeleteMessageBatchRequestEntry>,
}

/// A message of a batch.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteMessageBatchRequestEntry {
    /// Tells the entries apart.
    pub id: String,
    /// As ReceiveMessage gave it.
    pub receipt_handle: String,
}

/// An entry that passed.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchResultEntry {
    pub(super) id: String,
}

impl Operation for DeleteMessageBatch {
    type Output = BatchOutput<BatchResultEntry>;

    fn needs(&self) -> Need {
        state::need("sqs:DeleteMessage", &self.queue_url)
    }
}

impl Write for DeleteMessageBatch {
    fn apply(self, cx: &mut Call<'_>) -> Result<Self::Output, ApiError> {
        state::queue(cx.world, cx.origin, &self.queue_url)?;
        batch::check(self.entries.iter().map(|entry| entry.id.as_str()), "DeleteMessageBatchRequestEntry")?;
        state::bill(cx, &self.queue_url, 0);
        let url = self.queue_url;
        Ok(BatchOutput::of(
            self.entries,
            |entry| entry.id.clone(),
            |entry| delete(cx, &url, &entry.receipt_handle).map(|()| BatchResultEntry { id: entry.id }),
        ))
    }
}

/// Deletes every message of a queue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PurgeQueue {
    /// Which queue.
    pub queue_url: String,
}

impl Operation for PurgeQueue {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("the messages are gone at once, not within 60 seconds");

    fn needs(&self) -> Need {
        state::need("sqs:PurgeQueue", &self.queue_url)
    }
}

impl Write for PurgeQueue {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let now = cx.now();
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        if queue.purged.is_some_and(|purged| now.since(purged) < PURGE_REST_MS) {
            return Err(errors::purge_in_progress(&queue.name));
        }
        let queue = state::queue_mut(cx.world, cx.origin, &self.queue_url)?;
        queue.messages.clear();
        queue.purged = Some(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    fn handle(bench: &mut Bench) -> String {
        bench.ok("ReceiveMessage", json!({}))["Messages"][0]["ReceiptHandle"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_deleted_message_is_gone_and_deleting_it_again_is_fine() {
        let mut bench = Bench::with_queue();
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        let handle = handle(&mut bench);
        for _ in 0..2 {
            bench.ok("DeleteMessage", json!({"ReceiptHandle": handle}));
        }
        bench.advance_secs(30);
        assert_eq!(bench.receive(), [""; 0]);
        assert_eq!(bench.refused("DeleteMessage", json!({"ReceiptHandle": "nonsense"})), "ReceiptHandleIsInvalid");
    }

    #[test]
    fn only_the_handle_of_the_last_receive_deletes() {
        let mut bench = Bench::with_queue();
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        let first = handle(&mut bench);
        bench.advance_secs(30);
        let second = handle(&mut bench);
        bench.ok("DeleteMessage", json!({"ReceiptHandle": first}));
        assert_eq!(bench.attribute("ApproximateNumberOfMessagesNotVisible"), "1");
        bench.ok("DeleteMessage", json!({"ReceiptHandle": second}));
        assert_eq!(bench.attribute("ApproximateNumberOfMessagesNotVisible"), "0");
    }

    #[test]
    fn the_handle_of_a_fifo_message_ends_with_its_visibility_timeout() {
        let mut bench = Bench::fifo();
        bench.ok("SendMessage", json!({"MessageBody": "a", "MessageGroupId": "g", "MessageDeduplicationId": "1"}));
        let handle = handle(&mut bench);
        bench.advance_secs(30);
        let error = bench.call("DeleteMessage", json!({"ReceiptHandle": handle})).unwrap_err();
        assert!(error.code == "InvalidParameterValue" && error.message.ends_with("The receipt handle has expired."), "{error}");
    }

    #[test]
    fn a_batch_of_deletes_tells_entry_by_entry() {
        let mut bench = Bench::with_queue();
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        let handle = handle(&mut bench);
        let entries = json!([{"Id": "1", "ReceiptHandle": handle}, {"Id": "2", "ReceiptHandle": "x"}]);
        let answer = bench.ok("DeleteMessageBatch", json!({"Entries": entries}));
        assert_eq!(answer["Successful"], json!([{"Id": "1"}]));
        assert_eq!(answer["Failed"][0]["Code"], "ReceiptHandleIsInvalid");
    }

    #[test]
    fn a_queue_is_purged_once_a_minute() {
        let mut bench = Bench::with_queue();
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        bench.ok("PurgeQueue", json!({}));
        assert_eq!(bench.attribute("ApproximateNumberOfMessages"), "0");
        assert_eq!(bench.refused("PurgeQueue", json!({})), "AWS.SimpleQueueService.PurgeQueueInProgress");
        bench.advance_secs(60);
        bench.ok("PurgeQueue", json!({}));
    }
}
