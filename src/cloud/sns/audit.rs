//! How CloudTrail writes calls of SNS: publishing is a data event, and messages never appear.

use serde_json::{Value, json};

use crate::audit::{Asked, Category, Told};

/// Shown in place of what nobody may read.
const HIDDEN: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";

/// What SNS tells of a call.
pub(super) fn told(asked: &Asked<'_>) -> Told {
    let mut told = asked.told();
    if matches!(asked.operation, "Publish" | "PublishBatch") {
        told.category = Category::Data;
    }
    if let Value::Object(parameters) = &mut told.parameters {
        for name in ["message", "subject", "messageStructure", "messageAttributes", "publishBatchRequestEntries"] {
            if let Some(value) = parameters.get_mut(name) {
                *value = json!(HIDDEN);
            }
        }
    }
    told
}
