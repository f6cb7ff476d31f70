//! How CloudTrail writes calls of SQS: what is done to messages are data events, and no message's text appears.

use serde_json::{Value, json};

use crate::audit::{Asked, Category, Told};

/// Calls about messages (SQS Developer Guide, data events in CloudTrail).
const DATA: [&str; 7] = [
    "ChangeMessageVisibility",
    "ChangeMessageVisibilityBatch",
    "DeleteMessage",
    "DeleteMessageBatch",
    "ReceiveMessage",
    "SendMessage",
    "SendMessageBatch",
];
/// What stands for what CloudTrail does not show.
const HIDDEN: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";

/// What SQS tells of a call.
pub(super) fn told(asked: &Asked<'_>) -> Told {
    let mut told = asked.told();
    if DATA.contains(&asked.operation) {
        told.category = Category::Data;
    }
    hide(&mut told.parameters);
    told
}

/// Hides the texts and attributes of messages, alone or in a batch.
fn hide(parameters: &mut Value) {
    match parameters {
        Value::Object(members) => {
            for (name, value) in members {
                if matches!(name.as_str(), "messageBody" | "messageAttributes") {
                    *value = json!(HIDDEN);
                } else {
                    hide(value);
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(hide),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_appears_in_the_trail() {
        let mut parameters = json!({"queueUrl": "u", "entries": [{"id": "1", "messageBody": "secret", "messageAttributes": {"a": {}}}]});
        hide(&mut parameters);
        assert_eq!(parameters["entries"][0], json!({"id": "1", "messageBody": HIDDEN, "messageAttributes": HIDDEN}));
    }
}
