//! Whether Lambda stops a loop that leads back to a function.

use serde::{Deserialize, Serialize};

use super::{errors, state};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Says whether a loop that leads back to a function is stopped or let run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutFunctionRecursionConfig {
    /// Name or ARN.
    pub function_name: String,
    /// `Terminate`, which is the default, or `Allow`.
    pub recursive_loop: String,
}

/// What both operations answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct RecursionConfigOutput {
    recursive_loop: &'static str,
}

impl RecursionConfigOutput {
    const fn of(may_recur: bool) -> Self {
        Self { recursive_loop: if may_recur { "Allow" } else { "Terminate" } }
    }
}

impl Operation for PutFunctionRecursionConfig {
    type Output = RecursionConfigOutput;

    fn needs(&self) -> Need {
        state::need("lambda:PutFunctionRecursionConfig", &self.function_name)
    }
}

impl Write for PutFunctionRecursionConfig {
    fn apply(self, cx: &mut Call<'_>) -> Result<RecursionConfigOutput, ApiError> {
        state::function(cx.world, cx.origin, &self.function_name)?;
        let may_recur = match self.recursive_loop.as_str() {
            "Allow" => true,
            "Terminate" => false,
            other => return Err(errors::validation(other, "recursiveLoop", "Member must satisfy enum value set: [Terminate, Allow]")),
        };
        state::function_mut(cx.world, cx.origin, &self.function_name)?.may_recur = may_recur;
        Ok(RecursionConfigOutput::of(may_recur))
    }
}

/// Shows whether a loop that leads back to a function is stopped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetFunctionRecursionConfig {
    /// Name or ARN.
    pub function_name: String,
}

impl Operation for GetFunctionRecursionConfig {
    type Output = RecursionConfigOutput;

    fn needs(&self) -> Need {
        state::need("lambda:GetFunctionRecursionConfig", &self.function_name)
    }
}

impl Read for GetFunctionRecursionConfig {
    fn read(self, cx: &mut View<'_>) -> Result<RecursionConfigOutput, ApiError> {
        Ok(RecursionConfigOutput::of(state::function(cx.world, cx.origin, &self.function_name)?.may_recur))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::invoke::bench::Bench;

    #[test]
    fn loops_are_stopped_unless_the_function_lets_them_run() {
        let mut bench = Bench::with_function();
        assert_eq!(bench.ok("GetFunctionRecursionConfig", json!({}))["RecursiveLoop"], "Terminate");
        bench.ok("PutFunctionRecursionConfig", json!({"RecursiveLoop": "Allow"}));
        assert_eq!(bench.ok("GetFunctionRecursionConfig", json!({}))["RecursiveLoop"], "Allow");
        assert_eq!(bench.refused("PutFunctionRecursionConfig", json!({"RecursiveLoop": "Perhaps"})), "ValidationException");
    }
}
