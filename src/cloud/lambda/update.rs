//! Changing a function's settings or code.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    configuration::FunctionConfiguration,
    create::{self, EphemeralStorage, TracingConfig},
    errors,
    function::{DeadLetterConfig, Environment},
    outcome, state,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    body::Body,
};

/// Changes some of a function's settings.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct UpdateFunctionConfiguration {
    pub function_name: String,
    pub role: Option<String>,
    pub handler: Option<String>,
    pub description: Option<String>,
    pub timeout: Option<i64>,
    pub memory_size: Option<i64>,
    pub environment: Option<Environment>,
    pub runtime: Option<String>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub tracing_config: Option<TracingConfig>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub revision_id: Option<String>,
}

impl Operation for UpdateFunctionConfiguration {
    type Output = FunctionConfiguration;
    const FIDELITY: Fidelity = Fidelity::Simplified("takes effect at once");

    fn needs(&self) -> Need {
        let need = state::need("lambda:UpdateFunctionConfiguration", &self.function_name);
        self.role.iter().fold(need, |need, role| need.and(create::pass_role(role)))
    }
}

impl Write for UpdateFunctionConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<FunctionConfiguration, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        function.check_revision(cx.world, self.revision_id.as_deref())?;
        let mut settings = function.settings.clone();
        settings.handler = self.handler.unwrap_or(settings.handler);
        settings.description = self.description.unwrap_or(settings.description);
        settings.timeout_secs = self.timeout.unwrap_or(settings.timeout_secs);
        settings.memory_mb = self.memory_size.unwrap_or(settings.memory_mb);
        settings.environment = self.environment.or(settings.environment);
        settings.runtime = self.runtime.unwrap_or(settings.runtime);
        settings.tracing = self.tracing_config.map_or(settings.tracing, |config| config.mode);
        settings.ephemeral_mb = self.ephemeral_storage.map_or(settings.ephemeral_mb, |storage| storage.size);
        if let Some(config) = self.dead_letter_config {
            settings.dead_letter = Some(config).filter(|config| !config.target_arn.is_empty());
        }
        if let Some(role) = self.role {
            create::check_role(cx.world, cx.origin, &function.arn(), &role)?;
            settings.role = role;
        }
        settings.check()?;
        outcome::check_target(settings.dead_letter.as_ref().map(|config| config.target_arn.as_str()), &["sqs", "sns"])?;
        let now = cx.now();
        let function = state::function_mut(cx.world, cx.origin, &self.function_name)?;
        function.settings = settings;
        function.modified = now;
        function.revision += 1;
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        Ok(FunctionConfiguration::of(cx.world, function))
    }
}

/// Replaces a function's deployment package.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct UpdateFunctionCode {
    pub function_name: String,
    pub zip_file: Body,
    pub dry_run: Option<bool>,
    pub revision_id: Option<String>,
    pub architectures: Option<Vec<String>>,
}

impl Operation for UpdateFunctionCode {
    type Output = FunctionConfiguration;
    const FIDELITY: Fidelity = Fidelity::Simplified("takes effect at once; the package is not looked into");

    fn needs(&self) -> Need {
        state::need("lambda:UpdateFunctionCode", &self.function_name)
    }
}

impl Write for UpdateFunctionCode {
    fn apply(self, cx: &mut Call<'_>) -> Result<FunctionConfiguration, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        function.check_revision(cx.world, self.revision_id.as_deref())?;
        if self.zip_file.is_empty() {
            return Err(errors::invalid("Please provide a source for function code."));
        }
        let kept = [function.code.architecture.clone()];
        let code = create::code(&self.zip_file, Some(self.architectures.as_deref().unwrap_or(&kept)))?;
        if self.dry_run != Some(true) {
            let now = cx.now();
            let function = state::function_mut(cx.world, cx.origin, &self.function_name)?;
            function.code = code;
            function.modified = now;
            function.revision += 1;
        }
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        Ok(FunctionConfiguration::of(cx.world, function))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::invoke::bench::Bench;

    #[test]
    fn settings_that_are_not_named_stay() {
        let mut bench = Bench::with_function();
        let before = bench.ok("GetFunctionConfiguration", json!({}));
        let after = bench.ok("UpdateFunctionConfiguration", json!({"Timeout": 60, "Environment": {"Variables": {"TARGET_PREFIX": "x/"}}}));
        assert_eq!((&after["Timeout"], &after["Handler"]), (&json!(60), &before["Handler"]));
        assert_ne!(after["RevisionId"], before["RevisionId"]);
        let stale = json!({"Timeout": 61, "RevisionId": before["RevisionId"]});
        assert_eq!(bench.refused("UpdateFunctionConfiguration", stale), "PreconditionFailedException");
        assert_eq!(bench.refused("UpdateFunctionConfiguration", json!({"Timeout": 0})), "ValidationException");
    }

    #[test]
    fn new_code_has_a_new_digest() {
        let mut bench = Bench::with_function();
        let before = bench.ok("GetFunctionConfiguration", json!({}));
        let after = bench.ok("UpdateFunctionCode", json!({"ZipFile": "bmV3"}));
        assert_eq!(after["CodeSize"], 3);
        assert_ne!(after["CodeSha256"], before["CodeSha256"]);
        assert_eq!(bench.refused("UpdateFunctionCode", json!({})), "InvalidParameterValueException");
    }
}
