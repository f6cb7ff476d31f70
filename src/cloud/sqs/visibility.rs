//! Hiding a received message for longer, or showing it again at once.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    batch::{self, BatchOutput},
    delete::BatchResultEntry,
    errors, message,
    receive::MAX_HIDDEN_SECS,
    state,
};
use crate::{
    api::{ApiError, Call, Need, Operation, Write},
    clock::SECOND_MS,
};

/// Lets a received message hide for so many seconds from now on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ChangeMessageVisibility {
    /// Which queue.
    pub queue_url: String,
    /// As ReceiveMessage gave it.
    pub receipt_handle: String,
    /// 0 to 43,200; 0 shows it again at once.
    pub visibility_timeout: i64,
}

impl Operation for ChangeMessageVisibility {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sqs:ChangeMessageVisibility", &self.queue_url)
    }
}

impl Write for ChangeMessageVisibility {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        state::bill(cx, &self.queue_url, 0);
        change(cx, &self.queue_url, &self.receipt_handle, self.visibility_timeout)
    }
}

fn change(cx: &mut Call<'_>, url: &str, handle: &str, secs: i64) -> Result<(), ApiError> {
    let queue = state::queue(cx.world, cx.origin, url)?;
    if !(0..=MAX_HIDDEN_SECS).contains(&secs) {
        return Err(errors::invalid("VisibilityTimeout", secs, "VisibilityTimeout must be an integer between 0 and 43200."));
    }
    let (number, receive) = message::receipt_of(&cx.world.core.ids, handle)?;
    let now = cx.now();
    let message = queue.messages.get(&number).filter(|message| !queue.is_over(message, now)).ok_or_else(|| errors::no_message(handle))?;
    if message.receive_count != receive || !message.is_in_flight(now) {
        return Err(errors::not_in_flight());
    }
    if let Some(message) = state::queue_mut(cx.world, cx.origin, url)?.messages.get_mut(&number) {
        message.visible_at = now.plus(secs * SECOND_MS);
    }
    Ok(())
}

/// Lets up to ten received messages hide for longer or shorter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ChangeMessageVisibilityBatch {
    /// Which queue.
    pub queue_url: String,
    /// The messages.
    pub entries: Vec<ChangeMessageVisibilityBatchRequestEntry>,
}

/// A message of a batch.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ChangeMessageVisibilityBatchRequestEntry {
    /// Tells the entries apart.
    pub id: String,
    /// As ReceiveMessage gave it.
    pub receipt_handle: String,
    /// 0 to 43,200.
    pub visibility_timeout: Option<i64>,
}

impl Operation for ChangeMessageVisibilityBatch {
    type Output = BatchOutput<BatchResultEntry>;

    fn needs(&self) -> Need {
        state::need("sqs:ChangeMessageVisibility", &self.queue_url)
    }
}

impl Write for ChangeMessageVisibilityBatch {
    fn apply(self, cx: &mut Call<'_>) -> Result<Self::Output, ApiError> {
        state::queue(cx.world, cx.origin, &self.queue_url)?;
        batch::check(self.entries.iter().map(|entry| entry.id.as_str()), "ChangeMessageVisibilityBatchRequestEntry")?;
        state::bill(cx, &self.queue_url, 0);
        let url = self.queue_url;
        Ok(BatchOutput::of(
            self.entries,
            |entry| entry.id.clone(),
            |entry| {
                let secs = entry.visibility_timeout.unwrap_or_default();
                change(cx, &url, &entry.receipt_handle, secs).map(|()| BatchResultEntry { id: entry.id })
            },
        ))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::receive::bench::Bench;

    fn received() -> (Bench, String) {
        let mut bench = Bench::with_queue();
        bench.ok("SendMessage", json!({"MessageBody": "a"}));
        let handle = bench.ok("ReceiveMessage", json!({}))["Messages"][0]["ReceiptHandle"].as_str().unwrap().to_owned();
        (bench, handle)
    }

    #[test]
    fn the_new_timeout_counts_from_now() {
        let (mut bench, handle) = received();
        bench.advance_secs(20);
        bench.ok("ChangeMessageVisibility", json!({"ReceiptHandle": handle, "VisibilityTimeout": 60}));
        bench.advance_secs(59);
        assert_eq!(bench.receive(), [""; 0]);
        bench.advance_secs(1);
        assert_eq!(bench.receive(), ["a"]);
    }

    #[test]
    fn a_timeout_of_0_shows_the_message_at_once() {
        let (mut bench, handle) = received();
        bench.ok("ChangeMessageVisibility", json!({"ReceiptHandle": handle, "VisibilityTimeout": 0}));
        assert_eq!(bench.receive(), ["a"]);
    }

    #[test]
    fn a_message_that_is_visible_again_or_gone_cannot_be_hidden() {
        let (mut bench, handle) = received();
        let change = json!({"ReceiptHandle": handle, "VisibilityTimeout": 10});
        assert_eq!(
            bench.refused("ChangeMessageVisibility", json!({"ReceiptHandle": handle, "VisibilityTimeout": 43_201})),
            "InvalidParameterValue"
        );
        bench.advance_secs(30);
        assert_eq!(bench.refused("ChangeMessageVisibility", change.clone()), "AWS.SimpleQueueService.MessageNotInflight");
        bench.ok("PurgeQueue", json!({}));
        assert_eq!(bench.refused("ChangeMessageVisibility", change), "InvalidParameterValue");
    }

    #[test]
    fn a_batch_changes_each_message_by_itself() {
        let (mut bench, handle) = received();
        let entries = json!([{"Id": "1", "ReceiptHandle": handle, "VisibilityTimeout": 0}, {"Id": "2", "ReceiptHandle": "x"}]);
        let answer = bench.ok("ChangeMessageVisibilityBatch", json!({"Entries": entries}));
        assert_eq!((&answer["Successful"], &answer["Failed"][0]["Code"]), (&json!([{"Id": "1"}]), &json!("ReceiptHandleIsInvalid")));
        assert_eq!(bench.receive(), ["a"]);
    }
}
