//! How a function takes events that nobody waits for: retries, age, and where results go.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{errors, function::Function, outcome, state};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    clock::{SECOND_MS, SimTime},
};

/// Targets of results.
const TARGETS: [&str; 4] = ["sqs", "sns", "lambda", "events"];

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct EventConfig {
    pub modified: SimTime,
    pub retries: Option<u32>,
    pub max_age_secs: Option<i64>,
    pub destinations: Option<DestinationConfig>,
}

/// `DestinationConfig`: where results go.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DestinationConfig {
    /// Of events that the function worked on.
    pub on_success: Option<OnDestination>,
    /// Of events that were given up.
    pub on_failure: Option<OnDestination>,
}

/// `OnSuccess` and `OnFailure`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct OnDestination {
    /// A queue, a topic, a function or an event bus.
    pub destination: String,
}

/// Sets how a function takes events that nobody waits for.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutFunctionEventInvokeConfig {
    /// Name or ARN.
    pub function_name: String,
    /// 0 to 2; 2 without.
    pub maximum_retry_attempts: Option<i64>,
    /// 60 to 21,600; 21,600 without.
    pub maximum_event_age_in_seconds: Option<i64>,
    /// Where results go.
    pub destination_config: Option<DestinationConfig>,
}

/// What the operations on the configuration answer.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct EventInvokeConfigOutput {
    last_modified: SimTime,
    function_arn: String,
    maximum_retry_attempts: Option<u32>,
    maximum_event_age_in_seconds: Option<i64>,
    destination_config: DestinationConfig,
}

impl EventInvokeConfigOutput {
    fn of(function: &Function) -> Result<Self, ApiError> {
        let arn = format!("{}:$LATEST", function.arn());
        let missing = || errors::not_found(format!("The function {arn} doesn't have an EventInvokeConfig"));
        let config = function.events.as_ref().ok_or_else(missing)?;
        Ok(Self {
            last_modified: config.modified,
            function_arn: arn,
            maximum_retry_attempts: config.retries,
            maximum_event_age_in_seconds: config.max_age_secs,
            destination_config: config.destinations.clone().unwrap_or_default(),
        })
    }
}

impl Operation for PutFunctionEventInvokeConfig {
    type Output = EventInvokeConfigOutput;

    fn needs(&self) -> Need {
        state::need("lambda:PutFunctionEventInvokeConfig", &self.function_name)
    }
}

impl Write for PutFunctionEventInvokeConfig {
    fn apply(self, cx: &mut Call<'_>) -> Result<EventInvokeConfigOutput, ApiError> {
        state::function(cx.world, cx.origin, &self.function_name)?;
        if self.maximum_retry_attempts.is_none() && self.maximum_event_age_in_seconds.is_none() && self.destination_config.is_none() {
            return Err(errors::invalid("You must specify at least one of error handling or destination setting."));
        }
        let retries = self.maximum_retry_attempts.map(|n| {
            let refused = || errors::validation(&n.to_string(), "maximumRetryAttempts", "Member must have value less than or equal to 2");
            u32::try_from(n).ok().filter(|n| *n <= 2).ok_or_else(refused)
        });
        let retries = retries.transpose()?;
        if let Some(secs) = self.maximum_event_age_in_seconds.filter(|secs| !(60..=21_600).contains(secs)) {
            let constraint = "Member must have value between 60 and 21600";
            return Err(errors::validation(&secs.to_string(), "maximumEventAgeInSeconds", constraint));
        }
        let targets = self.destination_config.iter().flat_map(|config| [&config.on_success, &config.on_failure]).flatten();
        for target in targets.map(|on| on.destination.as_str()).filter(|arn| !arn.is_empty()) {
            outcome::check_target(Some(target), &TARGETS)?;
        }
        // LastModified is in whole seconds
        let modified = SimTime::from_millis(cx.now().millis().div_euclid(SECOND_MS) * SECOND_MS);
        let config =
            EventConfig { modified, retries, max_age_secs: self.maximum_event_age_in_seconds, destinations: self.destination_config };
        let function = state::function_mut(cx.world, cx.origin, &self.function_name)?;
        function.events = Some(config);
        EventInvokeConfigOutput::of(function)
    }
}

/// Shows how a function takes events that nobody waits for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetFunctionEventInvokeConfig {
    /// Name or ARN.
    pub function_name: String,
}

impl Operation for GetFunctionEventInvokeConfig {
    type Output = EventInvokeConfigOutput;

    fn needs(&self) -> Need {
        state::need("lambda:GetFunctionEventInvokeConfig", &self.function_name)
    }
}

impl Read for GetFunctionEventInvokeConfig {
    fn read(self, cx: &mut View<'_>) -> Result<EventInvokeConfigOutput, ApiError> {
        EventInvokeConfigOutput::of(state::function(cx.world, cx.origin, &self.function_name)?)
    }
}

/// Lets a function take events as every other does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteFunctionEventInvokeConfig {
    /// Name or ARN.
    pub function_name: String,
}

impl Operation for DeleteFunctionEventInvokeConfig {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("lambda:DeleteFunctionEventInvokeConfig", &self.function_name)
    }
}

impl Write for DeleteFunctionEventInvokeConfig {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        EventInvokeConfigOutput::of(state::function(cx.world, cx.origin, &self.function_name)?)?;
        state::function_mut(cx.world, cx.origin, &self.function_name)?.events = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::invoke::bench::Bench;

    #[test]
    fn retries_and_age_are_held_to_their_ranges() {
        let mut bench = Bench::with_function();
        assert_eq!(bench.refused("GetFunctionEventInvokeConfig", json!({})), "ResourceNotFoundException");
        assert_eq!(bench.refused("PutFunctionEventInvokeConfig", json!({})), "InvalidParameterValueException");
        for (member, value) in [("MaximumRetryAttempts", 3), ("MaximumEventAgeInSeconds", 59), ("MaximumEventAgeInSeconds", 21_601)] {
            assert_eq!(bench.refused("PutFunctionEventInvokeConfig", json!({member: value})), "ValidationException", "{member}");
        }
        let bucket = json!({"DestinationConfig": {"OnFailure": {"Destination": "arn:aws:dynamodb:us-east-1:123456789012:table/t"}}});
        assert_eq!(bench.refused("PutFunctionEventInvokeConfig", bucket), "InvalidParameterValueException");
        bench.ok("PutFunctionEventInvokeConfig", json!({"MaximumRetryAttempts": 1}));
        assert_eq!(bench.ok("GetFunctionEventInvokeConfig", json!({}))["MaximumRetryAttempts"], 1);
        bench.ok("DeleteFunctionEventInvokeConfig", json!({}));
        assert_eq!(bench.refused("DeleteFunctionEventInvokeConfig", json!({})), "ResourceNotFoundException");
    }

    #[test]
    fn an_event_that_would_be_too_old_is_not_tried_again() {
        let mut bench = Bench::doing("skylab.fail", &json!({}));
        bench.ok("PutFunctionEventInvokeConfig", json!({"MaximumEventAgeInSeconds": 60}));
        bench.take(&json!({}));
        bench.advance_secs(600);
        assert_eq!(bench.function().n_invocations(), 1);
    }
}
