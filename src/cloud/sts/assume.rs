//! Assuming a role: the trust policy decides, then a session begins with what was passed along.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::session::Session;
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SECOND_MS,
    ident::{ALPHANUMERIC, CAPITALS, Caller},
    policy::{Document, document::n_characters},
};

/// Longest session policy, in characters.
const POLICY_LEN: usize = 2_048;
/// A session's length unless another is asked for, and the longest of a role assumed by a role, in seconds.
const HOUR_SECS: u32 = 3_600;

/// A managed policy passed as a session policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyDescriptor {
    /// Its ARN.
    pub arn: String,
}

/// A tag of a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SessionTag {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// Begins a session of a role and gives its credentials.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AssumeRole {
    /// The role.
    pub role_arn: String,
    /// The session's name.
    pub role_session_name: String,
    /// Managed policies that limit the session.
    pub policy_arns: Option<Vec<PolicyDescriptor>>,
    /// A policy that limits the session.
    pub policy: Option<String>,
    /// How long it lasts.
    pub duration_seconds: Option<u32>,
    /// Tags of the session.
    pub tags: Option<Vec<SessionTag>>,
    /// Keys of tags that go along when the session assumes another role.
    pub transitive_tag_keys: Option<Vec<String>>,
    /// What the role's owner gave to whoever may assume it.
    pub external_id: Option<String>,
    /// The person behind, in records.
    pub source_identity: Option<String>,
}

impl Operation for AssumeRole {
    type Output = Value;
    const FIDELITY: Fidelity = Fidelity::Simplified("secrets and tokens are made up and shown as ***; a source identity is not kept");

    fn needs(&self) -> Need {
        let tags = || self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        let on = |action| {
            let need = Need::action(action)
                .on(self.role_arn.clone())
                .with("sts:ExternalId", self.external_id.as_ref())
                .with("sts:RoleSessionName", Some(&self.role_session_name))
                .with("sts:SourceIdentity", self.source_identity.as_ref())
                .with_tags(tags());
            match &self.transitive_tag_keys {
                Some(keys) => need.with_all("sts:TransitiveTagKeys", keys.clone()),
                None => need,
            }
        };
        let mut need = on("sts:AssumeRole");
        if tags().next().is_some() {
            need = need.and(on("sts:TagSession"));
        }
        if self.source_identity.is_some() {
            need = need.and(on("sts:SetSourceIdentity"));
        }
        need
    }
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "ValidationError", message)
}

impl AssumeRole {
    /// The session's name and length as AWS takes them.
    fn check(&self, cx: &Call<'_>, max_secs: u32) -> Result<u32, ApiError> {
        let name = &self.role_session_name;
        let fault = |member: &str, what: &str| {
            invalid(format!("1 validation error detected: Value at '{member}' failed to satisfy constraint: {what}"))
        };
        match name.chars().count() {
            0..2 => return Err(fault("roleSessionName", "Member must have length greater than or equal to 2")),
            65.. => return Err(fault("roleSessionName", "Member must have length less than or equal to 64")),
            _ => {}
        }
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c)) {
            return Err(fault("roleSessionName", r"Member must satisfy regular expression pattern: [\w+=,.@-]*"));
        }
        let secs = self.duration_seconds.unwrap_or(HOUR_SECS);
        match secs {
            0..900 => return Err(fault("durationSeconds", "Member must have value greater than or equal to 900")),
            43_201.. => return Err(fault("durationSeconds", "Member must have value less than or equal to 43200")),
            _ => {}
        }
        let chained = matches!(cx.origin.caller, Caller::Role { .. });
        if chained && secs > HOUR_SECS {
            return Err(invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."));
        }
        if secs > max_secs {
            return Err(invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role."));
        }
        Ok(secs)
    }

    /// The session policy, if one is passed.
    fn policy(&self) -> Result<Option<Document>, ApiError> {
        let Some(text) = &self.policy else { return Ok(None) };
        if text.chars().count() > POLICY_LEN {
            let what = format!("Member must have length less than or equal to {POLICY_LEN}");
            return Err(invalid(format!("1 validation error detected: Value at 'policy' failed to satisfy constraint: {what}")));
        }
        let malformed = |message: &str| ApiError::new(400, "MalformedPolicyDocument", message);
        let document = Document::read(text).map_err(|_| malformed("This policy contains invalid Json"))?;
        if document.policy().statements.iter().any(|statement| statement.principals.is_some()) {
            return Err(malformed("Policy document should not specify a principal."));
        }
        Ok(Some(document))
    }

    /// The session's tags with those that came along from the session that asks.
    fn tags(&self, cx: &Call<'_>) -> (Vec<(String, String)>, Vec<String>) {
        let mut tags: Vec<(String, String)> = self.tags.iter().flatten().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
        let mut transitive = self.transitive_tag_keys.clone().unwrap_or_default();
        if let Caller::Role { key: Some(key), .. } = &cx.origin.caller
            && let Some(session) = cx.world.sts.session(key)
        {
            for (key, value) in session.tags.iter().filter(|(key, _)| session.transitive.contains(key)) {
                tags.retain(|(own, _)| !own.eq_ignore_ascii_case(key));
                tags.push((key.clone(), value.clone()));
                transitive.push(key.clone());
            }
        }
        (tags, transitive)
    }
}

impl Write for AssumeRole {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        if matches!(cx.origin.caller, Caller::Root { .. }) {
            return Err(ApiError::new(403, "AccessDenied", "Roles may not be assumed by root accounts."));
        }
        let Some((account, role)) = cx.world.iam.role_of_arn(&self.role_arn) else {
            return Err(invalid(format!("{} is invalid", self.role_arn)));
        };
        let secs = self.check(cx, cx.world.iam.max_session_secs(account, &role).unwrap_or(HOUR_SECS))?;
        let policy = self.policy()?;
        let policy_arns: Vec<String> = self.policy_arns.iter().flatten().map(|it| it.arn.clone()).collect();
        if let Some(arn) = policy_arns.iter().find(|arn| cx.world.iam.managed_document(account, arn).is_none()) {
            return Err(ApiError::new(400, "InvalidParameterValue", format!("Policy {arn} does not exist or is not attachable.")));
        }
        let passed = self.policy.as_ref().map(|text| n_characters(text));
        let (tags, transitive) = self.tags(cx);
        let issued = cx.now();
        let expires = issued.plus(i64::from(secs) * SECOND_MS);
        let ids = &mut cx.world.core.ids;
        let number = ids.take("session-key", 1);
        let key = format!("ASIA{}", ids.opaque("session-key", number, CAPITALS, 16));
        let secret = ids.opaque("session-secret", number, ALPHANUMERIC, 40);
        let token = ids.opaque("session-token", number, ALPHANUMERIC, 356);
        let session = Session { account, role, name: self.role_session_name, policy, policy_arns, tags, transitive, issued, expires };
        let caller = session.caller(&key);
        let role_id = cx.world.identity_of(&Caller::role(account, &session.role, &session.name)).map(|identity| identity.unique_id);
        let mut answer = json!({
            "Credentials": {"AccessKeyId": key, "SecretAccessKey": secret, "SessionToken": token, "Expiration": expires},
            "AssumedRoleUser": {"AssumedRoleId": role_id, "Arn": caller.arn()},
        });
        if let Some(n) = passed {
            answer["PackedPolicySize"] = json!((n * 100).div_ceil(POLICY_LEN));
        }
        cx.world.sts.begin(key, session);
        Ok(answer)
    }
}
