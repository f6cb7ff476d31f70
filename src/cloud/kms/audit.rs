//! How CloudTrail writes calls of KMS: all are management events, and neither what was encrypted nor what came of it appears
//! (KMS Developer Guide, logging KMS API calls).

use serde_json::{Value, json};

use crate::audit::{Asked, Told};

/// Members of which no record tells.
const SECRET: [&str; 5] = ["plaintext", "ciphertextBlob", "message", "mac", "grantTokens"];

/// What KMS tells of a call.
pub(super) fn told(asked: &Asked<'_>) -> Told {
    let mut told = asked.told();
    if let Value::Object(parameters) = &mut told.parameters {
        parameters.retain(|name, _| !SECRET.contains(&name.as_str()));
        if parameters.is_empty() {
            told.parameters = Value::Null;
        }
    }
    let named = ["KeyId", "TargetKeyId", "DestinationKeyId"].into_iter().find_map(|member| asked.params[member].as_str());
    if let Some(arn) = named.filter(|arn| arn.starts_with("arn:")) {
        let account = arn.split(':').nth(4).unwrap_or_default();
        told.resources = json!([{"accountId": account, "type": "AWS::KMS::Key", "ARN": arn}]);
    }
    told
}
