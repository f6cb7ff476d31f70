//! Invoking a function: and waiting for its answer, or not.

#[cfg(test)]
pub(super) mod bench;
#[cfg(test)]
mod tests;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use super::{errors, find, outcome::Outcome, run, state};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    body::Body,
};

/// Longest event that is waited for, and longest one that is not (Lambda quotas).
const MAX_SYNC_BYTES: u64 = 6_291_556;
const MAX_ASYNC_BYTES: u64 = 1_048_576;

/// Invokes a function.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Invoke {
    /// Name or ARN.
    pub function_name: String,
    /// `RequestResponse`, which is the default, `Event` or `DryRun`.
    pub invocation_type: Option<String>,
    /// `Tail` shows the log.
    pub log_type: Option<String>,
    /// The event, as JSON.
    pub payload: Body,
    /// Only `$LATEST`.
    pub qualifier: Option<String>,
}

/// What Invoke answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct InvokeOutput {
    status_code: u16,
    function_error: Option<&'static str>,
    log_result: Option<String>,
    payload: Option<Body>,
    executed_version: Option<&'static str>,
}

impl Operation for Invoke {
    type Output = InvokeOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("no code runs: what the function does follows from its handler's name, in 100 ms");

    fn needs(&self) -> Need {
        state::need("lambda:InvokeFunction", &self.function_name)
    }
}

/// The event of a payload; an empty one is an empty object.
fn event(payload: &Body) -> Result<Value, ApiError> {
    let mut bytes = Vec::new();
    payload.feed(|piece| bytes.extend_from_slice(piece));
    if bytes.is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    serde_json::from_slice(&bytes).map_err(|error| errors::bad_payload(&error.to_string()))
}

impl Write for Invoke {
    fn apply(self, cx: &mut Call<'_>) -> Result<InvokeOutput, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?.clone();
        find::check_qualifier(&function.arn(), self.qualifier.as_deref())?;
        let kind = self.invocation_type.as_deref().unwrap_or("RequestResponse");
        let most = match kind {
            "RequestResponse" => MAX_SYNC_BYTES,
            "Event" => MAX_ASYNC_BYTES,
            "DryRun" => return Ok(InvokeOutput { status_code: 204, ..InvokeOutput::default() }),
            other => {
                let constraint = "Member must satisfy enum value set: [RequestResponse, Event, DryRun]";
                return Err(errors::validation(other, "invocationType", constraint));
            }
        };
        if self.payload.len() > most {
            return Err(errors::long_payload(most));
        }
        let event = event(&self.payload)?;
        if kind == "Event" {
            run::take(cx.world, &function.arn(), event);
            return Ok(InvokeOutput { status_code: 202, ..InvokeOutput::default() });
        }
        let ran = run::run_now(cx.world, &function, &event);
        let log_result = (self.log_type.as_deref() == Some("Tail")).then(|| STANDARD.encode(ran.log().join("\n")));
        let (function_error, answer) = match ran.outcome {
            Outcome::Failed(error) => (Some("Unhandled"), error),
            Outcome::Succeeded(answer) => (None, answer),
            Outcome::Stopped => (None, Value::Null),
        };
        let payload = Some(Body::new(answer.to_string().into_bytes()));
        Ok(InvokeOutput { status_code: 200, function_error, log_result, payload, executed_version: Some("$LATEST") })
    }
}
