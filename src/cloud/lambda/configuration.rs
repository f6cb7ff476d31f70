//! A function's settings as Lambda shows them, and what they may be.

use serde::Serialize;
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{
    errors,
    function::{Environment, Function, Settings},
};
use crate::{World, api::ApiError};

/// Runtimes that functions can be made with (Lambda Developer Guide, runtimes).
const RUNTIMES: &[&str] = &[
    "nodejs18.x",
    "nodejs20.x",
    "nodejs22.x",
    "nodejs24.x",
    "python3.9",
    "python3.10",
    "python3.11",
    "python3.12",
    "python3.13",
    "python3.14",
    "java8.al2",
    "java11",
    "java17",
    "java21",
    "java25",
    "dotnet8",
    "dotnet10",
    "ruby3.2",
    "ruby3.3",
    "ruby3.4",
    "ruby4.0",
    "provided.al2",
    "provided.al2023",
];
/// Runtimes that were, and are no longer.
const GONE: &[&str] = &[
    "nodejs",
    "nodejs4.3",
    "nodejs6.10",
    "nodejs8.10",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs16.x",
    "python2.7",
    "python3.6",
    "python3.7",
    "python3.8",
    "java8",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "dotnet6",
    "go1.x",
    "ruby2.5",
    "ruby2.7",
    "provided",
];
/// Most bytes of all environment variables.
const MAX_ENVIRONMENT_BYTES: usize = 4_096;
/// Names that belong to Lambda.
const RESERVED: &[&str] = &[
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_DEFAULT_REGION",
    "AWS_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_LAMBDA_RUNTIME_API",
    "LAMBDA_TASK_ROOT",
    "LAMBDA_RUNTIME_DIR",
];

/// What Lambda shows of a function.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct FunctionConfiguration {
    function_name: String,
    function_arn: String,
    runtime: String,
    role: String,
    handler: String,
    code_size: u64,
    description: String,
    timeout: i64,
    memory_size: i64,
    last_modified: String,
    code_sha256: String,
    version: &'static str,
    dead_letter_config: Option<Value>,
    environment: Option<Environment>,
    tracing_config: Value,
    revision_id: String,
    state: &'static str,
    state_reason: Option<&'static str>,
    state_reason_code: Option<&'static str>,
    last_update_status: Option<&'static str>,
    package_type: &'static str,
    architectures: [String; 1],
    ephemeral_storage: Value,
    snap_start: Value,
    logging_config: Value,
}

impl FunctionConfiguration {
    /// As it is.
    pub(super) fn of(world: &World, function: &Function) -> Self {
        let settings = &function.settings;
        let moment = function.modified.to_string();
        Self {
            function_name: function.name.clone(),
            function_arn: function.arn(),
            runtime: settings.runtime.clone(),
            role: settings.role.clone(),
            handler: settings.handler.clone(),
            code_size: function.code.size,
            description: settings.description.clone(),
            timeout: settings.timeout_secs,
            memory_size: settings.memory_mb,
            last_modified: format!("{}.000+0000", moment.get(..19).unwrap_or(&moment)),
            code_sha256: function.code.sha256.clone(),
            version: "$LATEST",
            dead_letter_config: settings.dead_letter.as_ref().map(|config| json!(config)),
            environment: settings.environment.clone(),
            tracing_config: json!({"Mode": settings.tracing}),
            revision_id: function.revision_id(world),
            state: "Active",
            state_reason: None,
            state_reason_code: None,
            last_update_status: Some("Successful"),
            package_type: "Zip",
            architectures: [function.code.architecture.clone()],
            ephemeral_storage: json!({"Size": settings.ephemeral_mb}),
            snap_start: json!({"ApplyOn": "None", "OptimizationStatus": "Off"}),
            logging_config: json!({"LogFormat": "Text", "LogGroup": format!("/aws/lambda/{}", function.name)}),
        }
    }

    /// As CreateFunction answers, before the function is there.
    pub(super) fn being_created(mut self) -> Self {
        self.state = "Pending";
        self.state_reason = Some("The function is being created.");
        self.state_reason_code = Some("Creating");
        self.last_update_status = None;
        self
    }
}

impl Function {
    /// Changes with every change of the function.
    pub(super) fn revision_id(&self, world: &World) -> String {
        world.core.ids.uuid(&format!("revision of {}", self.arn()), self.revision)
    }

    /// Refuses a change that was meant for another revision.
    pub(super) fn check_revision(&self, world: &World, given: Option<&str>) -> Result<(), ApiError> {
        if given.is_some_and(|given| given != self.revision_id(world)) { Err(errors::stale_revision()) } else { Ok(()) }
    }
}

impl Settings {
    /// Refuses what Lambda does not take.
    pub(super) fn check(&self) -> Result<(), ApiError> {
        let between = |value: i64, member: &str, least: i64, most: i64| match value {
            value if value < least => {
                Err(errors::validation(&value.to_string(), member, &format!("Member must have value greater than or equal to {least}")))
            }
            value if value > most => {
                Err(errors::validation(&value.to_string(), member, &format!("Member must have value less than or equal to {most}")))
            }
            _ => Ok(()),
        };
        if self.runtime.is_empty() || self.handler.is_empty() {
            return Err(errors::invalid("Runtime and Handler are mandatory parameters for functions created with deployment packages."));
        }
        check_runtime(&self.runtime)?;
        between(self.timeout_secs, "timeout", 1, 900)?;
        between(self.memory_mb, "memorySize", 128, 10_240)?;
        between(self.ephemeral_mb, "ephemeralStorage.size", 512, 10_240)?;
        if !matches!(self.tracing.as_str(), "Active" | "PassThrough") {
            let constraint = "Member must satisfy enum value set: [Active, PassThrough]";
            return Err(errors::validation(&self.tracing, "tracingConfig.mode", constraint));
        }
        if self.handler.len() > 128 || self.handler.contains(char::is_whitespace) {
            return Err(errors::validation(&self.handler, "handler", "Member must satisfy regular expression pattern: [^\\s]+"));
        }
        self.environment.as_ref().map_or(Ok(()), check_environment)
    }
}

fn check_runtime(runtime: &str) -> Result<(), ApiError> {
    if GONE.contains(&runtime) {
        return Err(errors::invalid(format!(
            "The runtime parameter of {runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions."
        )));
    }
    if RUNTIMES.contains(&runtime) {
        return Ok(());
    }
    let known = RUNTIMES.join(", ");
    Err(errors::invalid(format!(
        "Value {runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [{known}] or be a valid ARN"
    )))
}

fn check_environment(environment: &Environment) -> Result<(), ApiError> {
    for name in environment.variables.keys() {
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !plain || name.len() < 2 || !name.starts_with(|c: char| c.is_ascii_alphabetic()) && name != "_HANDLER" {
            let constraint = "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]";
            return Err(errors::validation(&format!("{{{name}=***}}"), "environment.variables", constraint));
        }
        if RESERVED.contains(&name.as_str()) {
            return Err(errors::invalid(format!(
                "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: {name}"
            )));
        }
    }
    let bytes = serde_json::to_string(&environment.variables).map_or(0, |text| text.len());
    if bytes > MAX_ENVIRONMENT_BYTES {
        return Err(errors::invalid(format!(
            "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: {bytes} bytes"
        )));
    }
    Ok(())
}
