//! Letting other accounts in, statement by statement of the topic's policy.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{errors, policy, state};
use crate::api::{ApiError, Call, Need, Operation, Write};

/// What may be given to others (SNS API Reference, AddPermission).
const ACTIONS: [&str; 8] = [
    "AddPermission",
    "DeleteTopic",
    "GetTopicAttributes",
    "ListSubscriptionsByTopic",
    "Publish",
    "RemovePermission",
    "SetTopicAttributes",
    "Subscribe",
];

/// Adds a statement to a topic's policy that lets accounts in.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AddPermission {
    /// Which topic.
    pub topic_arn: String,
    /// The statement's name.
    pub label: String,
    /// Who is let in.
    #[serde(rename = "AWSAccountId")]
    pub accounts: Vec<String>,
    /// To do what: `Publish`.
    pub action_name: Vec<String>,
}

impl Operation for AddPermission {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sns:AddPermission", &self.topic_arn)
    }
}

/// A list, or its only entry.
fn one_or_many(mut list: Vec<String>) -> Value {
    if list.len() == 1 { json!(list.remove(0)) } else { json!(list) }
}

impl Write for AddPermission {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let topic = state::topic(cx.world, &self.topic_arn)?;
        if self.action_name.iter().any(|action| !ACTIONS.contains(&action.as_str())) {
            return Err(errors::invalid("Policy statement action out of service scope!"));
        }
        let is_account = |id: &String| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit());
        if !self.accounts.iter().all(is_account) {
            return Err(errors::invalid("Policy Error: PrincipalNotFound"));
        }
        let mut all = policy::statements(topic);
        if all.iter().any(|statement| statement["Sid"] == self.label.as_str()) {
            return Err(errors::invalid("Statement already exists"));
        }
        all.push(json!({
            "Sid": self.label,
            "Effect": "Allow",
            "Principal": {"AWS": one_or_many(self.accounts.iter().map(|id| format!("arn:aws:iam::{id}:root")).collect())},
            "Action": one_or_many(self.action_name.iter().map(|action| format!("SNS:{action}")).collect()),
            "Resource": topic.arn(),
        }));
        let policy = topic.with_statements(all)?;
        state::topic_mut(cx.world, &self.topic_arn)?.policy = policy;
        Ok(())
    }
}

/// Removes a statement from a topic's policy by its name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RemovePermission {
    /// Which topic.
    pub topic_arn: String,
    /// The statement's name; one that is not there counts as removed.
    pub label: String,
}

impl Operation for RemovePermission {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sns:RemovePermission", &self.topic_arn)
    }
}

impl Write for RemovePermission {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let topic = state::topic(cx.world, &self.topic_arn)?;
        let mut all = policy::statements(topic);
        all.retain(|statement| statement["Sid"] != self.label.as_str());
        let policy = topic.with_statements(all)?;
        state::topic_mut(cx.world, &self.topic_arn)?.policy = policy;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::publish::bench::Bench;

    fn sids(bench: &mut Bench) -> Vec<String> {
        let shown = bench.ok("GetTopicAttributes", json!({}));
        let policy: Value = serde_json::from_str(shown["Attributes"]["Policy"].as_str().unwrap()).unwrap();
        policy["Statement"].as_array().unwrap().iter().map(|statement| statement["Sid"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_permission_is_a_statement_of_the_topics_policy() {
        let mut bench = Bench::with_topic();
        let add = json!({"Label": "partner", "AWSAccountId": ["111122223333"], "ActionName": ["Publish"]});
        bench.ok("AddPermission", add.clone());
        assert_eq!(sids(&mut bench), ["__default_statement_ID", "partner"]);
        assert_eq!(bench.call("AddPermission", add).unwrap_err().message, "Invalid parameter: Statement already exists");
        bench.ok("RemovePermission", json!({"Label": "partner"}));
        assert_eq!(sids(&mut bench), ["__default_statement_ID"]);
        let action = json!({"Label": "x", "AWSAccountId": ["111122223333"], "ActionName": ["SendMessage"]});
        assert_eq!(bench.refused("AddPermission", action), "InvalidParameter");
    }
}
