//! Versions of managed policies: up to five, one of which counts.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    check::Faults,
    customer::{found, need_policy, own_key},
    documents, errors,
    managed::Found,
    page::Page,
    show::{self, version_id},
    state::{Iam, Version},
    user::account_of,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    policy::document::n_characters,
};

const MAX_VERSIONS: usize = 5;
const AWS_PRESENT: Fidelity = Fidelity::Simplified("of AWS's own policies the present version alone is there");

/// The number in `v3`.
fn number(text: &str) -> Result<u32, ApiError> {
    let digits = text.strip_prefix('v').filter(|digits| !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(number) = digits.and_then(|digits| digits.parse().ok()) {
        return Ok(number);
    }
    let mut faults = Faults::default();
    faults.add("versionId", r"Member must satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?");
    faults.told().map(|()| 0)
}

/// A policy or version that is not there is told in the same words.
fn no_version(error: ApiError, arn: &str, version: &str) -> ApiError {
    if error.code == "NoSuchEntity" { errors::no_such_version(arn, version) } else { error }
}

/// Adds a version to a managed policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreatePolicyVersion {
    /// Which policy.
    pub policy_arn: String,
    /// The new version's policy.
    pub policy_document: String,
    /// It counts from now on.
    pub set_as_default: Option<bool>,
}

impl Operation for CreatePolicyVersion {
    type Output = Value;

    fn needs(&self) -> Need {
        need_policy("iam:CreatePolicyVersion", &self.policy_arn)
    }
}

impl Write for CreatePolicyVersion {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let (id, name) = own_key(cx, "iam:CreatePolicyVersion", &self.policy_arn)?;
        let document = documents::identity(&self.policy_document)?;
        if n_characters(&self.policy_document) > documents::MANAGED_LEN {
            return Err(errors::managed_too_long(documents::MANAGED_LEN));
        }
        if cx.world.iam.account(id).policies.get(&name).is_some_and(|policy| policy.versions.len() >= MAX_VERSIONS) {
            return Err(errors::too_many_versions());
        }
        let now = cx.now();
        let Some(policy) = Iam::account_mut(cx.world, id).policies.get_mut(&name) else {
            return Err(errors::no_such_policy(&self.policy_arn));
        };
        policy.n_made += 1;
        let number = policy.n_made;
        policy.versions.push(Version { number, created: now, document });
        policy.updated = now;
        if self.set_as_default == Some(true) {
            policy.default = number;
        }
        Ok(json!({"PolicyVersion": show::version(policy, number, false)}))
    }
}

/// Shows a version of a managed policy with its document.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetPolicyVersion {
    /// Which policy.
    pub policy_arn: String,
    /// Which version.
    pub version_id: String,
}

impl Operation for GetPolicyVersion {
    type Output = Value;
    const FIDELITY: Fidelity = AWS_PRESENT;

    fn needs(&self) -> Need {
        need_policy("iam:GetPolicyVersion", &self.policy_arn)
    }
}

impl Read for GetPolicyVersion {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let number = number(&self.version_id)?;
        let missing = || errors::no_such_version(&self.policy_arn, &self.version_id);
        let policy =
            found(id, cx.world.iam.account(id), &self.policy_arn).map_err(|error| no_version(error, &self.policy_arn, &self.version_id))?;
        let shown = match &policy {
            Found::Own(_, own) => show::version(own, number, true).map(Value::Object),
            Found::Aws(_) if policy.default_version() == self.version_id => Some(json!({
                "Document": policy.aws_document().map(show::document),
                "VersionId": self.version_id,
                "IsDefaultVersion": true,
                "CreateDate": policy.updated(),
            })),
            Found::Aws(_) => None,
        };
        Ok(json!({"PolicyVersion": shown.ok_or_else(missing)?}))
    }
}

/// Lists the versions of a managed policy, newest first.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListPolicyVersions {
    /// Which policy.
    pub policy_arn: String,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListPolicyVersions {
    type Output = Map<String, Value>;
    const FIDELITY: Fidelity = AWS_PRESENT;

    fn needs(&self) -> Need {
        need_policy("iam:ListPolicyVersions", &self.policy_arn)
    }
}

impl Read for ListPolicyVersions {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let policy = found(id, cx.world.iam.account(id), &self.policy_arn)?;
        let shown: Vec<(String, Value)> = match &policy {
            Found::Own(_, own) => {
                let numbers = own.versions.iter().rev().map(|version| version.number);
                // sorted by what comes first: the newest
                numbers
                    .filter_map(|number| Some((format!("{:010}", u32::MAX - number), show::version(own, number, false)?.into())))
                    .collect()
            }
            Found::Aws(_) => {
                let version = json!({"VersionId": policy.default_version(), "IsDefaultVersion": true, "CreateDate": policy.updated()});
                vec![(String::new(), version)]
            }
        };
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Versions", shown.into_iter())
    }
}

/// Deletes a version that does not count.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeletePolicyVersion {
    /// Which policy.
    pub policy_arn: String,
    /// Which version.
    pub version_id: String,
}

impl Operation for DeletePolicyVersion {
    type Output = ();

    fn needs(&self) -> Need {
        need_policy("iam:DeletePolicyVersion", &self.policy_arn)
    }
}

impl Write for DeletePolicyVersion {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let number = number(&self.version_id)?;
        let (id, name) = own_key(cx, "iam:DeletePolicyVersion", &self.policy_arn)
            .map_err(|error| no_version(error, &self.policy_arn, &self.version_id))?;
        let policy = cx.world.iam.account(id).policies.get(&name);
        if !policy.is_some_and(|policy| policy.versions.iter().any(|version| version.number == number)) {
            return Err(errors::no_such_version(&self.policy_arn, &self.version_id));
        }
        if policy.is_some_and(|policy| policy.default == number) {
            return Err(errors::delete_conflict("Cannot delete the default version of a policy."));
        }
        let now = cx.now();
        if let Some(policy) = Iam::account_mut(cx.world, id).policies.get_mut(&name) {
            policy.versions.retain(|version| version.number != number);
            policy.updated = now;
        }
        Ok(())
    }
}

/// Makes another version the one that counts.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SetDefaultPolicyVersion {
    /// Which policy.
    pub policy_arn: String,
    /// Which version.
    pub version_id: String,
}

impl Operation for SetDefaultPolicyVersion {
    type Output = ();

    fn needs(&self) -> Need {
        need_policy("iam:SetDefaultPolicyVersion", &self.policy_arn)
    }
}

impl Write for SetDefaultPolicyVersion {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let number = number(&self.version_id)?;
        let (id, name) = own_key(cx, "iam:SetDefaultPolicyVersion", &self.policy_arn)
            .map_err(|error| no_version(error, &self.policy_arn, &self.version_id))?;
        let policy = cx.world.iam.account(id).policies.get(&name);
        if !policy.is_some_and(|policy| policy.versions.iter().any(|version| version.number == number)) {
            return Err(errors::no_such_version(&self.policy_arn, &version_id(number)));
        }
        let now = cx.now();
        if let Some(policy) = Iam::account_mut(cx.world, id).policies.get_mut(&name) {
            policy.default = number;
            policy.updated = now;
        }
        Ok(())
    }
}
