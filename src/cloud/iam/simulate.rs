//! The policy simulator: what policies would decide, without asking for anything. It uses the very evaluation that every call goes through.

mod decide;
mod keys;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use self::decide::{Simulation, boundary_given, inputs};
use super::{
    check::Faults,
    errors,
    hold::Kind,
    identity::{of_role, of_user},
    page::Page,
    state::Account,
    user::account_of,
};
use crate::{
    api::{ApiError, Fidelity, Need, Operation, Read, View},
    ident::{AccountId, Caller},
    policy::{Document, Identity},
};

pub use keys::{GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy};

const NO_ORGANISATION: Fidelity = Fidelity::Simplified(
    "there are no organisations; with several resources the name of the whole is a pattern for S3 only; missing context values are those of statements about the action and resource",
);

/// A condition key with values, as given to the simulator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ContextEntry {
    /// The key: `aws:SourceIp`.
    pub context_key_name: String,
    /// Its values.
    pub context_key_values: Vec<String>,
    /// What kind of values they are.
    pub context_key_type: String,
}

/// Says what policies that are given would decide.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SimulateCustomPolicy {
    /// Identity-based policies.
    pub policy_input_list: Vec<String>,
    /// The permissions boundary.
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    /// Actions.
    pub action_names: Vec<String>,
    /// Resources; all without.
    pub resource_arns: Option<Vec<String>>,
    /// A policy on the resources.
    pub resource_policy: Option<String>,
    /// The account that owns resources whose ARN does not say it.
    pub resource_owner: Option<String>,
    /// The user that asks.
    pub caller_arn: Option<String>,
    /// Condition keys of the request.
    pub context_entries: Option<Vec<ContextEntry>>,
    /// A scenario of EC2's.
    pub resource_handling_option: Option<String>,
    /// At most so many actions.
    pub max_items: Option<u64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

impl Operation for SimulateCustomPolicy {
    type Output = Map<String, Value>;
    const FIDELITY: Fidelity = NO_ORGANISATION;

    fn needs(&self) -> Need {
        Need::action("iam:SimulateCustomPolicy")
    }
}

impl Read for SimulateCustomPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let own = account_of(cx.account())?;
        let policies = inputs(&self.policy_input_list)?;
        let boundary = boundary_given(self.permissions_boundary_policy_input_list.as_deref())?;
        if self.resource_policy.is_some() && self.caller_arn.is_none() {
            return Err(errors::invalid_input("CallerArn is required when ResourcePolicy is specified."));
        }
        let (caller, identity) = asking(self.caller_arn.as_deref(), own)?;
        Simulation {
            caller,
            identity,
            inputs: &policies,
            boundary: boundary.as_ref(),
            actions: &self.action_names,
            resources: self.resource_arns.as_deref(),
            resource_policy: self.resource_policy.as_deref(),
            resource_owner: self.resource_owner.as_deref(),
            entries: self.context_entries.as_deref().unwrap_or_default(),
            knows_caller: self.caller_arn.is_some(),
        }
        .answer(&Page { marker: self.marker.as_ref(), max_items: self.max_items })
    }
}

/// Says what the policies of a user, group or role would decide.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SimulatePrincipalPolicy {
    /// The user, group or role.
    pub policy_source_arn: String,
    /// Further identity-based policies.
    pub policy_input_list: Option<Vec<String>>,
    /// A permissions boundary in place of its own.
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    /// Actions.
    pub action_names: Vec<String>,
    /// Resources; all without.
    pub resource_arns: Option<Vec<String>>,
    /// A policy on the resources.
    pub resource_policy: Option<String>,
    /// The account that owns resources whose ARN does not say it.
    pub resource_owner: Option<String>,
    /// The user that asks.
    pub caller_arn: Option<String>,
    /// Condition keys of the request.
    pub context_entries: Option<Vec<ContextEntry>>,
    /// A scenario of EC2's.
    pub resource_handling_option: Option<String>,
    /// At most so many actions.
    pub max_items: Option<u64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

impl Operation for SimulatePrincipalPolicy {
    type Output = Map<String, Value>;
    const FIDELITY: Fidelity = NO_ORGANISATION;

    fn needs(&self) -> Need {
        Need::action("iam:SimulatePrincipalPolicy").on(self.policy_source_arn.clone())
    }
}

impl Read for SimulatePrincipalPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let own = account_of(cx.account())?;
        let account = cx.world.iam.account(own);
        let (kind, name) = source(&self.policy_source_arn, own)?;
        let (mut caller, mut identity) = principal(own, account, kind, name)?;
        if let Some(arn) = &self.caller_arn {
            let (asking, shown) = asking(Some(arn), own)?;
            caller = asking;
            (identity.arn, identity.unique_id) = (shown.arn, shown.unique_id);
        }
        let policies = inputs(self.policy_input_list.as_deref().unwrap_or_default())?;
        let boundary = boundary_given(self.permissions_boundary_policy_input_list.as_deref())?;
        Simulation {
            knows_caller: kind != Kind::Group || self.caller_arn.is_some(),
            caller,
            identity,
            inputs: &policies,
            boundary: boundary.as_ref(),
            actions: &self.action_names,
            resources: self.resource_arns.as_deref(),
            resource_policy: self.resource_policy.as_deref(),
            resource_owner: self.resource_owner.as_deref(),
            entries: self.context_entries.as_deref().unwrap_or_default(),
        }
        .answer(&Page { marker: self.marker.as_ref(), max_items: self.max_items })
    }
}

/// Whom the ARN of a policy source names.
fn source(arn: &str, own: AccountId) -> Result<(Kind, &str), ApiError> {
    let invalid = || errors::invalid_input(format!("Invalid Entity Arn: {arn} does not clearly define entity type and name."));
    let rest = arn.strip_prefix(&format!("arn:aws:iam::{own}:")).ok_or_else(invalid)?;
    let (kind, path) = rest.split_once('/').ok_or_else(invalid)?;
    let kind = match kind {
        "user" => Kind::User,
        "group" => Kind::Group,
        "role" => Kind::Role,
        _ => return Err(invalid()),
    };
    Ok((kind, path.rsplit('/').next().unwrap_or(path)))
}

/// A user, group or role of the account as a caller.
fn principal<'a>(id: AccountId, account: &'a Account, kind: Kind, name: &str) -> Result<(Caller, Identity<'a>), ApiError> {
    Ok(match kind {
        Kind::User => {
            let user = account.user(name)?;
            (Caller::user(id, &user.name), of_user(id, account, user))
        }
        Kind::Group => {
            let group = account.group(name)?;
            (Caller::user(id, ""), super::identity::of_group(id, account, group))
        }
        Kind::Role => {
            let role = account.role(name)?;
            (Caller::role(id, &role.name, "simulation"), of_role(id, account, role, "simulation"))
        }
    })
}

/// The user that asks, by its ARN; without one somebody of the account.
fn asking(arn: Option<&str>, own: AccountId) -> Result<(Caller, Identity<'static>), ApiError> {
    let Some(arn) = arn else {
        let nobody = Caller::user(own, "");
        return Ok((nobody.clone(), Identity::plain(&nobody)));
    };
    let invalid = || errors::invalid_input(format!("Invalid CallerArn: {arn}"));
    let rest = arn.strip_prefix("arn:aws:iam::").ok_or_else(invalid)?;
    let (account, user) = rest.split_once(':').ok_or_else(invalid)?;
    let account = AccountId::read(account).ok_or_else(invalid)?;
    let path = user.strip_prefix("user/").ok_or_else(invalid)?;
    let caller = Caller::user(account, path.rsplit('/').next().unwrap_or(path));
    let identity = Identity { arn: arn.to_owned(), ..Identity::plain(&caller) };
    Ok((caller, identity))
}

/// Refuses names of actions that no action could have.
fn check_actions(names: &[String]) -> Result<(), ApiError> {
    let mut faults = Faults::default();
    for (number, name) in names.iter().enumerate() {
        faults.length(&format!("actionNames.{}.member", number + 1), name, 3..=128);
    }
    faults.told()
}

/// Kinds of values that a context entry may name.
const KINDS: &[&str] = &[
    "string",
    "stringList",
    "numeric",
    "numericList",
    "boolean",
    "booleanList",
    "ip",
    "ipList",
    "binary",
    "binaryList",
    "date",
    "dateList",
];

fn check_entries(entries: &[ContextEntry]) -> Result<(), ApiError> {
    let mut faults = Faults::default();
    for (number, entry) in entries.iter().enumerate() {
        if !KINDS.contains(&entry.context_key_type.as_str()) {
            let member = format!("contextEntries.{}.member.contextKeyType", number + 1);
            faults.add(&member, &format!("Member must satisfy enum value set: [{}]", KINDS.join(", ")));
        }
    }
    faults.told()
}

/// A policy that was given, or the simulator's complaint.
fn given(text: &str) -> Result<Document, ApiError> {
    Document::read(text).map_err(|_| errors::invalid_input("Syntax errors in policy."))
}

/// An empty answer for a simulation of nothing is still an answer.
fn no_details() -> Value {
    json!({})
}

#[cfg(test)]
mod tests;
