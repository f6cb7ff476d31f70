//! Which condition keys policies ask for: in their conditions, and as variables.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{super::user::account_of, decide::inputs, principal, source};
use crate::{
    api::{ApiError, Need, Operation, Read, View},
    policy::{Document, Policy, document::Statement},
};

/// The keys of a statement in the order in which they stand.
pub(super) fn context_keys(statement: &Statement) -> Vec<String> {
    let mut keys = Vec::new();
    for it in statement.resources.iter().flat_map(|listed| &listed.values) {
        keys.extend(it.pattern.variables().map(str::to_owned));
    }
    for condition in &statement.conditions {
        keys.push(condition.key.clone());
        keys.extend(condition.variables().map(str::to_owned));
    }
    keys
}

fn all_keys<'a>(policies: impl Iterator<Item = &'a Policy>) -> Value {
    let mut keys: Vec<String> = Vec::new();
    for policy in policies {
        for key in policy.statements.iter().flat_map(context_keys) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    json!({"ContextKeyNames": keys})
}

/// Lists the condition keys that policies ask for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetContextKeysForCustomPolicy {
    /// The policies.
    pub policy_input_list: Vec<String>,
}

impl Operation for GetContextKeysForCustomPolicy {
    type Output = Value;

    fn needs(&self) -> Need {
        Need::action("iam:GetContextKeysForCustomPolicy")
    }
}

impl Read for GetContextKeysForCustomPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        account_of(cx.account())?;
        let policies = inputs(&self.policy_input_list)?;
        Ok(all_keys(policies.iter().map(Document::policy)))
    }
}

/// Lists the condition keys that the policies of a user, group or role ask for.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetContextKeysForPrincipalPolicy {
    /// The user, group or role.
    pub policy_source_arn: String,
    /// Further policies.
    pub policy_input_list: Option<Vec<String>>,
}

impl Operation for GetContextKeysForPrincipalPolicy {
    type Output = Value;

    fn needs(&self) -> Need {
        Need::action("iam:GetContextKeysForPrincipalPolicy").on(self.policy_source_arn.clone())
    }
}

impl Read for GetContextKeysForPrincipalPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let own = account_of(cx.account())?;
        let (kind, name) = source(&self.policy_source_arn, own)?;
        let (_, identity) = principal(own, cx.world.iam.account(own), kind, name)?;
        let given = inputs(self.policy_input_list.as_deref().unwrap_or_default())?;
        let held = identity.policies.iter().map(|policy| policy.document.policy());
        Ok(all_keys(held.chain(given.iter().map(Document::policy))))
    }
}
