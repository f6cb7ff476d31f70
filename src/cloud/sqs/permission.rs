//! Letting other accounts in, statement by statement of the queue's policy.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{errors, queue::Queue, state};
use crate::{
    api::{ApiError, Call, Need, Operation, Write},
    policy::Document,
};

/// What may be given to others (SQS API Reference, AddPermission).
const ACTIONS: [&str; 7] =
    ["*", "ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl", "ReceiveMessage", "SendMessage"];
/// Most actions of one statement.
const MAX_ACTIONS: usize = 7;

/// Adds a statement to a queue's policy that lets accounts in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AddPermission {
    /// Which queue.
    pub queue_url: String,
    /// The statement's name.
    pub label: String,
    /// Who is let in.
    #[serde(rename = "AWSAccountIds")]
    pub accounts: Vec<String>,
    /// To do what: `SendMessage`, or `*`.
    pub actions: Vec<String>,
}

impl Operation for AddPermission {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sqs:AddPermission", &self.queue_url)
    }
}

/// The policy's statements.
fn statements(queue: &Queue) -> Vec<Value> {
    let policy: Value = queue.policy().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    match policy.get("Statement") {
        Some(Value::Array(list)) => list.clone(),
        Some(one @ Value::Object(_)) => vec![one.clone()],
        _ => Vec::new(),
    }
}

/// A list, or its only entry.
fn one_or_many(mut list: Vec<String>) -> Value {
    if list.len() == 1 { json!(list.remove(0)) } else { json!(list) }
}

fn set(cx: &mut Call<'_>, url: &str, statements: Vec<Value>) -> Result<(), ApiError> {
    let now = cx.now();
    let queue = state::queue_mut(cx.world, cx.origin, url)?;
    let mut policy: Value = queue
        .policy()
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_else(|| json!({"Version": "2008-10-17", "Id": format!("{}/SQSDefaultPolicy", queue.arn())}));
    let is_empty = statements.is_empty();
    policy["Statement"] = Value::Array(statements);
    queue.policy = if is_empty { None } else { Document::read(&policy.to_string()).ok() };
    queue.modified = now;
    Ok(())
}

impl Write for AddPermission {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        let plain = |label: &str| label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if !(1..=80).contains(&self.label.len()) || !plain(&self.label) {
            return Err(errors::invalid(
                "Label",
                &self.label,
                "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
            ));
        }
        if self.accounts.is_empty() {
            return Err(errors::missing("AWSAccountIds"));
        }
        if self.actions.is_empty() {
            return Err(errors::missing("Actions"));
        }
        if self.actions.len() > MAX_ACTIONS {
            return Err(errors::invalid_value(format!("{} Actions were found, maximum allowed is {MAX_ACTIONS}.", self.actions.len())));
        }
        if let Some(action) = self.actions.iter().find(|action| !ACTIONS.contains(&action.as_str())) {
            let reason = "Only the queue owner is allowed to invoke this action.";
            return Err(errors::invalid("ActionName", format!("SQS:{action}"), reason));
        }
        let is_account = |id: &&String| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(id) = self.accounts.iter().find(|id| !is_account(id)) {
            return Err(errors::invalid("PrincipalId", format!("[{id}]"), "Unable to verify."));
        }
        let mut all = statements(queue);
        if all.iter().any(|statement| statement["Sid"] == self.label.as_str()) {
            return Err(errors::invalid("Label", &self.label, "Already exists."));
        }
        all.push(json!({
            "Sid": self.label,
            "Effect": "Allow",
            "Principal": {"AWS": one_or_many(self.accounts.iter().map(|id| format!("arn:aws:iam::{id}:root")).collect())},
            "Action": one_or_many(self.actions.iter().map(|action| format!("SQS:{action}")).collect()),
            "Resource": queue.arn(),
        }));
        set(cx, &self.queue_url, all)
    }
}

/// Removes a statement from a queue's policy by its name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RemovePermission {
    /// Which queue.
    pub queue_url: String,
    /// The statement's name.
    pub label: String,
}

impl Operation for RemovePermission {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sqs:RemovePermission", &self.queue_url)
    }
}

impl Write for RemovePermission {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let mut all = statements(state::queue(cx.world, cx.origin, &self.queue_url)?);
        let n = all.len();
        all.retain(|statement| statement["Sid"] != self.label.as_str());
        if all.len() == n {
            return Err(errors::invalid("Label", &self.label, "can't find label on existing policy."));
        }
        set(cx, &self.queue_url, all)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::receive::bench::Bench;

    #[test]
    fn a_permission_is_a_statement_of_the_queues_policy() {
        let mut bench = Bench::with_queue();
        let add = json!({"Label": "partner", "AWSAccountIds": ["111122223333"], "Actions": ["SendMessage"]});
        bench.ok("AddPermission", add.clone());
        let policy: Value = serde_json::from_str(&bench.attribute("Policy")).unwrap();
        assert_eq!(
            policy,
            json!({
                "Version": "2008-10-17",
                "Id": "arn:aws:sqs:us-east-1:123456789012:jobs/SQSDefaultPolicy",
                "Statement": [{
                    "Sid": "partner", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
                    "Action": "SQS:SendMessage", "Resource": "arn:aws:sqs:us-east-1:123456789012:jobs",
                }],
            })
        );
        let again = bench.call("AddPermission", add).unwrap_err();
        assert_eq!(again.message, "Value partner for parameter Label is invalid. Reason: Already exists.");
        bench.ok("RemovePermission", json!({"Label": "partner"}));
        assert_eq!(bench.attribute("Policy"), "");
        assert_eq!(bench.refused("RemovePermission", json!({"Label": "partner"})), "InvalidParameterValue");
    }

    #[test]
    fn what_is_the_owners_alone_cannot_be_given_to_others() {
        let mut bench = Bench::with_queue();
        for (accounts, actions, part) in [
            (json!(["111122223333"]), json!(["DeleteQueue"]), "SQS:DeleteQueue for parameter ActionName"),
            (json!(["partner"]), json!(["SendMessage"]), "[partner] for parameter PrincipalId"),
            (json!([]), json!(["SendMessage"]), "AWSAccountIds"),
            (json!(["111122223333"]), json!([]), "Actions"),
        ] {
            let error = bench.call("AddPermission", json!({"Label": "x", "AWSAccountIds": accounts, "Actions": actions})).unwrap_err();
            assert!(error.message.contains(part), "{error}");
        }
    }
}
