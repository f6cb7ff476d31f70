//! A function's policy: who may invoke it besides its own account, statement by statement.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{errors, function::Function, state};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    ident::Caller,
    policy::{Attached, Document, Label, Question, Resource},
};

/// What hangs on a function, for the kernel.
pub(super) fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
    if !question.arn.starts_with("arn:aws:lambda:") || !question.arn.contains(":function:") {
        return None;
    }
    let Some(function) = world.lambda.function(question.arn) else {
        // what is not there is told to services, and to whom policies let ask
        return matches!(question.origin.caller, Caller::Service { .. }).then(Vec::new);
    };
    let mut resource = Resource::of(function.account());
    let label = || Label::of_resource(function.arn(), "FunctionPolicy");
    resource.policies = function.policy.iter().map(|document| Attached { label: label(), document }).collect();
    for (key, value) in &function.tags {
        resource.keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
    }
    Some(vec![resource])
}

/// The statements of a function's policy.
fn statements(function: &Function) -> Vec<Value> {
    let policy: Value = function.policy.as_ref().and_then(|policy| serde_json::from_str(policy.text()).ok()).unwrap_or_default();
    policy["Statement"].as_array().cloned().unwrap_or_default()
}

fn set(function: &mut Function, statements: &[Value]) {
    let policy = json!({"Version": "2012-10-17", "Id": "default", "Statement": statements});
    function.policy = if statements.is_empty() { None } else { Document::read(&policy.to_string()).ok() };
    function.revision += 1;
}

/// Adds a statement to a function's policy that lets somebody invoke it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AddPermission {
    /// Name or ARN.
    pub function_name: String,
    /// The statement's name.
    pub statement_id: String,
    /// `lambda:InvokeFunction`.
    pub action: String,
    /// A service, an account or an ARN.
    pub principal: String,
    /// Only for this resource.
    pub source_arn: Option<String>,
    /// Only for resources of this account.
    pub source_account: Option<String>,
    /// Refused unless the function is still at this revision.
    pub revision_id: Option<String>,
}

/// What AddPermission answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AddPermissionOutput {
    statement: String,
}

impl Operation for AddPermission {
    type Output = AddPermissionOutput;

    fn needs(&self) -> Need {
        state::need("lambda:AddPermission", &self.function_name).with("lambda:Principal", Some(&self.principal))
    }
}

impl AddPermission {
    fn principal(&self) -> Result<Value, ApiError> {
        let given = &self.principal;
        let is_account = given.len() == 12 && given.bytes().all(|byte| byte.is_ascii_digit());
        match given.as_str() {
            "*" => Ok(json!("*")),
            _ if is_account => Ok(json!({"AWS": format!("arn:aws:iam::{given}:root")})),
            arn if arn.starts_with("arn:") => Ok(json!({"AWS": arn})),
            service if service.ends_with(".amazonaws.com") => Ok(json!({"Service": service})),
            _ => Err(errors::invalid("The provided principal was invalid. Please check the principal and try again.")),
        }
    }

    /// The statement as AWS writes it.
    fn statement(&self, function: &Function) -> Result<Value, ApiError> {
        let mut statement = json!({
            "Sid": self.statement_id,
            "Effect": "Allow",
            "Principal": self.principal()?,
            "Action": self.action,
            "Resource": function.arn(),
        });
        if let Some(account) = &self.source_account {
            statement["Condition"]["StringEquals"]["AWS:SourceAccount"] = json!(account);
        }
        if let Some(arn) = &self.source_arn {
            statement["Condition"]["ArnLike"]["AWS:SourceArn"] = json!(arn);
        }
        Ok(statement)
    }
}

impl Write for AddPermission {
    fn apply(self, cx: &mut Call<'_>) -> Result<AddPermissionOutput, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if !plain(&self.statement_id) || self.statement_id.len() > 100 {
            return Err(errors::validation(
                &self.statement_id,
                "statementId",
                "Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)",
            ));
        }
        let verb = self.action.strip_prefix("lambda:").filter(|verb| *verb == "*" || verb.bytes().all(|byte| byte.is_ascii_alphabetic()));
        if verb.is_none_or(str::is_empty) && self.action != "*" {
            let pattern = "Member must satisfy regular expression pattern: (lambda:[*]|lambda:[a-zA-Z]+|[*])";
            return Err(errors::validation(&self.action, "action", pattern));
        }
        function.check_revision(cx.world, self.revision_id.as_deref())?;
        let statement = self.statement(function)?;
        let mut all = statements(function);
        if all.iter().any(|other| other["Sid"] == self.statement_id.as_str()) {
            let id = &self.statement_id;
            return Err(errors::conflict(format!(
                "The statement id ({id}) provided already exists. Please provide a new statement id, or remove the existing statement."
            )));
        }
        let text = statement.to_string();
        all.push(statement);
        set(state::function_mut(cx.world, cx.origin, &self.function_name)?, &all);
        Ok(AddPermissionOutput { statement: text })
    }
}

/// Removes a statement from a function's policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RemovePermission {
    /// Name or ARN.
    pub function_name: String,
    /// The statement's name.
    pub statement_id: String,
    /// Refused unless the function is still at this revision.
    pub revision_id: Option<String>,
}

impl Operation for RemovePermission {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("lambda:RemovePermission", &self.function_name)
    }
}

impl Write for RemovePermission {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        let mut all = statements(function);
        if all.is_empty() {
            return Err(errors::not_found("No policy is associated with the given resource."));
        }
        function.check_revision(cx.world, self.revision_id.as_deref())?;
        let n = all.len();
        all.retain(|statement| statement["Sid"] != self.statement_id.as_str());
        if all.len() == n {
            return Err(errors::not_found(format!("Statement {} is not found in resource policy.", self.statement_id)));
        }
        set(state::function_mut(cx.world, cx.origin, &self.function_name)?, &all);
        Ok(())
    }
}

/// Shows a function's policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetPolicy {
    /// Name or ARN.
    pub function_name: String,
}

/// What GetPolicy answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetPolicyOutput {
    policy: String,
    revision_id: String,
}

impl Operation for GetPolicy {
    type Output = GetPolicyOutput;

    fn needs(&self) -> Need {
        state::need("lambda:GetPolicy", &self.function_name)
    }
}

impl Read for GetPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<GetPolicyOutput, ApiError> {
        let function = state::function(cx.world, cx.origin, &self.function_name)?;
        let policy = function.policy.as_ref().ok_or_else(|| errors::not_found("No policy is associated with the given resource."))?;
        Ok(GetPolicyOutput { policy: policy.text().to_owned(), revision_id: function.revision_id(cx.world) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::invoke::bench::Bench;

    fn s3() -> Value {
        json!({
            "StatementId": "s3", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com",
            "SourceArn": "arn:aws:s3:::photos", "SourceAccount": "123456789012",
        })
    }

    #[test]
    fn a_permission_is_a_statement_of_the_functions_policy() {
        let mut bench = Bench::with_function();
        assert_eq!(bench.refused("GetPolicy", json!({})), "ResourceNotFoundException");
        let added = bench.ok("AddPermission", s3());
        let statement: Value = serde_json::from_str(added["Statement"].as_str().unwrap()).unwrap();
        assert_eq!(
            statement,
            json!({
                "Sid": "s3", "Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "lambda:InvokeFunction",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:thumbs",
                "Condition": {"StringEquals": {"AWS:SourceAccount": "123456789012"}, "ArnLike": {"AWS:SourceArn": "arn:aws:s3:::photos"}},
            })
        );
        let policy: Value = serde_json::from_str(bench.ok("GetPolicy", json!({}))["Policy"].as_str().unwrap()).unwrap();
        assert_eq!((&policy["Id"], &policy["Statement"]), (&json!("default"), &json!([statement])));
        assert_eq!(bench.refused("AddPermission", s3()), "ResourceConflictException");
        assert_eq!(bench.refused("RemovePermission", json!({"StatementId": "other"})), "ResourceNotFoundException");
        bench.ok("RemovePermission", json!({"StatementId": "s3"}));
        assert_eq!(bench.refused("GetPolicy", json!({})), "ResourceNotFoundException");
    }

    #[test]
    fn a_principal_is_a_service_an_account_or_an_arn() {
        let mut bench = Bench::with_function();
        for (n, (principal, told)) in [
            ("111122223333", json!({"AWS": "arn:aws:iam::111122223333:root"})),
            ("arn:aws:iam::111122223333:role/r", json!({"AWS": "arn:aws:iam::111122223333:role/r"})),
            ("*", json!("*")),
        ]
        .into_iter()
        .enumerate()
        {
            let add = json!({"StatementId": format!("s{n}"), "Action": "lambda:InvokeFunction", "Principal": principal});
            let added = bench.ok("AddPermission", add);
            assert_eq!(serde_json::from_str::<Value>(added["Statement"].as_str().unwrap()).unwrap()["Principal"], told);
        }
        let nobody = json!({"StatementId": "x", "Action": "lambda:InvokeFunction", "Principal": "somebody"});
        assert_eq!(bench.refused("AddPermission", nobody), "InvalidParameterValueException");
        let action = json!({"StatementId": "x", "Action": "s3:GetObject", "Principal": "*"});
        assert_eq!(bench.refused("AddPermission", action), "ValidationException");
    }
}
