//! Making and deleting functions.

use std::collections::{BTreeMap, VecDeque};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use sha2::{Digest as _, Sha256};

use super::{
    configuration::FunctionConfiguration,
    errors,
    function::{Code, DeadLetterConfig, Environment, Function, Settings, arn_of},
    outcome, state, tags,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Write},
    body::Body,
    ident::{AccountId, Caller},
};

/// Largest deployment package that travels in a request.
const MAX_ZIP_BYTES: u64 = 50 << 20;

/// Makes a function.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CreateFunction {
    pub function_name: String,
    pub runtime: Option<String>,
    pub role: String,
    pub handler: Option<String>,
    pub code: FunctionCode,
    pub description: Option<String>,
    pub timeout: Option<i64>,
    pub memory_size: Option<i64>,
    pub package_type: Option<String>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub environment: Option<Environment>,
    pub tracing_config: Option<TracingConfig>,
    pub tags: Option<BTreeMap<String, String>>,
    pub architectures: Option<Vec<String>>,
    pub ephemeral_storage: Option<EphemeralStorage>,
}

/// `FunctionCode`: the deployment package.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct FunctionCode {
    /// Its bytes.
    pub zip_file: Body,
}

/// `TracingConfig`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct TracingConfig {
    /// `Active` or `PassThrough`; nothing is traced.
    pub mode: String,
}

/// `EphemeralStorage`: the size of `/tmp`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct EphemeralStorage {
    /// In MB.
    pub size: i64,
}

/// What is needed to hand a role over to Lambda.
pub(super) fn pass_role(role: &str) -> Need {
    Need::action("iam:PassRole").on(role.to_owned()).with("iam:PassedToService", Some("lambda.amazonaws.com"))
}

/// The code of a package, for one architecture.
pub(super) fn code(zip: &Body, architectures: Option<&[String]>) -> Result<Code, ApiError> {
    if zip.is_empty() {
        return Err(errors::invalid("Uploaded file must be a non-empty zip"));
    }
    if zip.len() > MAX_ZIP_BYTES {
        return Err(errors::invalid("Unzipped size must be smaller than 262144000 bytes"));
    }
    let architecture = match architectures {
        None => "x86_64",
        Some([one]) if one == "x86_64" || one == "arm64" => one,
        Some(other) => {
            let constraint = "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64]]";
            return Err(errors::validation(&format!("[{}]", other.join(", ")), "architectures", constraint));
        }
    };
    let mut digest = Sha256::new();
    zip.feed(|piece| digest.update(piece));
    Ok(Code { size: zip.len(), sha256: STANDARD.encode(digest.finalize()), architecture: architecture.to_owned() })
}

/// Refuses a role that is none, or that Lambda cannot assume.
pub(super) fn check_role(world: &World, origin: &Origin, function_arn: &str, role: &str) -> Result<(), ApiError> {
    let account = role.strip_prefix("arn:aws:iam::").and_then(|rest| rest.split_once(":role/")).filter(|(_, name)| !name.is_empty());
    let Some(account) = account.and_then(|(account, _)| AccountId::read(account)) else {
        let pattern = r"Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+";
        return Err(errors::validation(role, "role", pattern));
    };
    if Some(account) != origin.caller.account() {
        return Err(errors::invalid("Cross-account pass role is not allowed."));
    }
    // a role that is not there trusts nobody
    let lambda = Origin { caller: Caller::service("lambda.amazonaws.com", function_arn, account), region: origin.region };
    let may = world.may(&lambda, &Need::action("sts:AssumeRole").on(role.to_owned()));
    if may { Ok(()) } else { Err(errors::role_cannot_be_assumed()) }
}

impl CreateFunction {
    fn settings(&self) -> Settings {
        Settings {
            runtime: self.runtime.clone().unwrap_or_default(),
            role: self.role.clone(),
            handler: self.handler.clone().unwrap_or_default(),
            description: self.description.clone().unwrap_or_default(),
            timeout_secs: self.timeout.unwrap_or(3),
            memory_mb: self.memory_size.unwrap_or(128),
            environment: self.environment.clone(),
            dead_letter: self.dead_letter_config.clone().filter(|config| !config.target_arn.is_empty()),
            tracing: self.tracing_config.as_ref().map_or_else(|| "PassThrough".to_owned(), |config| config.mode.clone()),
            ephemeral_mb: self.ephemeral_storage.as_ref().map_or(512, |storage| storage.size),
        }
    }
}

impl Operation for CreateFunction {
    type Output = FunctionConfiguration;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("active at once; the package is not looked into: what the function does follows from its handler's name");

    fn needs(&self) -> Need {
        let tags = self.tags.iter().flatten().map(|(key, value)| (key.as_str(), value.as_str()));
        state::need("lambda:CreateFunction", &self.function_name).to_be_made().with_tags(tags).and(pass_role(&self.role))
    }
}

impl Write for CreateFunction {
    fn apply(self, cx: &mut Call<'_>) -> Result<FunctionConfiguration, ApiError> {
        let account = cx.account().ok_or_else(|| errors::invalid("The caller has no account."))?;
        let plain =
            |name: &str| (1..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let name = state::arn_at(cx.origin, &self.function_name).rsplit(':').next().unwrap_or_default().to_owned();
        if !plain(&name) {
            return Err(errors::validation(&self.function_name, "functionName", "Member must have length less than or equal to 64"));
        }
        if self.package_type.as_deref().is_some_and(|kind| kind != "Zip") {
            return Err(errors::invalid("AWS has container images here; Skylab does not model them."));
        }
        let arn = arn_of(cx.origin.region, account, &name);
        let settings = self.settings();
        settings.check()?;
        let code = code(&self.code.zip_file, self.architectures.as_deref())?;
        tags::check(self.tags.iter().flatten())?;
        outcome::check_target(settings.dead_letter.as_ref().map(|config| config.target_arn.as_str()), &["sqs", "sns"])?;
        if cx.world.lambda.functions.contains_key(&arn) {
            return Err(errors::exists(&name));
        }
        check_role(cx.world, cx.origin, &arn, &self.role)?;
        let function = Function {
            name,
            account,
            region: cx.origin.region,
            settings,
            code,
            modified: cx.now(),
            revision: 0,
            tags: self.tags.unwrap_or_default(),
            policy: None,
            events: None,
            may_recur: false,
            invoked: 0,
            remembered: VecDeque::new(),
        };
        let answer = FunctionConfiguration::of(cx.world, &function).being_created();
        cx.world.lambda.functions.insert(arn, function);
        Ok(answer)
    }
}

/// Deletes a function with its policy; events that wait for it are dropped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteFunction {
    /// Name or ARN.
    pub function_name: String,
}

impl Operation for DeleteFunction {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("lambda:DeleteFunction", &self.function_name)
    }
}

impl Write for DeleteFunction {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let arn = state::function(cx.world, cx.origin, &self.function_name)?.arn();
        cx.world.lambda.functions.remove(&arn);
        cx.world.lambda.waiting.retain(|event| event.function != arn);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::invoke::bench::Bench;

    fn changed(member: &str, value: Value) -> Value {
        let mut params = Bench::create();
        params["FunctionName"] = json!("other");
        params[member] = value;
        params
    }

    #[test]
    fn a_new_function_is_pending_in_its_answer_and_active_when_looked_at() {
        let mut bench = Bench::new();
        let made = bench.ok("CreateFunction", Bench::create());
        assert_eq!(
            (&made["State"], &made["Version"], &made["Timeout"], &made["MemorySize"]),
            (&json!("Pending"), &json!("$LATEST"), &json!(3), &json!(128))
        );
        assert_eq!(made["FunctionArn"], "arn:aws:lambda:us-east-1:123456789012:function:thumbs");
        assert_eq!(bench.ok("GetFunctionConfiguration", json!({}))["State"], "Active");
        assert_eq!(bench.refused("CreateFunction", Bench::create()), "ResourceConflictException");
        bench.ok("DeleteFunction", json!({}));
        let gone = bench.call("GetFunction", json!({})).unwrap_err();
        assert_eq!(gone.message, "Function not found: arn:aws:lambda:us-east-1:123456789012:function:thumbs");
    }

    #[test]
    fn what_lambda_does_not_take_is_refused() {
        let mut bench = Bench::new();
        for (member, value, code) in [
            ("Runtime", json!("cobol85"), "InvalidParameterValueException"),
            ("Runtime", json!("python3.7"), "InvalidParameterValueException"),
            ("Handler", Value::Null, "InvalidParameterValueException"),
            ("Timeout", json!(901), "ValidationException"),
            ("MemorySize", json!(10_241), "ValidationException"),
            ("Code", json!({"ZipFile": ""}), "InvalidParameterValueException"),
            ("Architectures", json!(["z80"]), "ValidationException"),
            ("Role", json!("me"), "ValidationException"),
            ("Environment", json!({"Variables": {"AWS_REGION": "x"}}), "InvalidParameterValueException"),
            ("Environment", json!({"Variables": {"1x": "x"}}), "ValidationException"),
            ("Environment", json!({"Variables": {"LONG": "x".repeat(5_000)}}), "InvalidParameterValueException"),
            ("DeadLetterConfig", json!({"TargetArn": "arn:aws:s3:::b"}), "InvalidParameterValueException"),
            ("FunctionName", json!("a b"), "ValidationException"),
        ] {
            assert_eq!(bench.refused("CreateFunction", changed(member, value.clone())), code, "{member} {value}");
        }
    }
}
