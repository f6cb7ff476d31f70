//! Targets of rules: who gets an event that matches, and in which form.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    errors,
    rules::page,
    state::{self, check_bus},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    sqs,
};

/// Most targets of one rule.
const MAX_TARGETS: usize = 5;
/// Services that a target may be of.
const KINDS: [&str; 3] = ["sqs", "sns", "lambda"];

/// A target.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Target {
    /// Tells the targets of a rule apart.
    pub id: String,
    /// A queue, a topic or a function.
    pub arn: String,
    /// What it gets instead of the event.
    pub input: Option<String>,
    /// The part of the event that it gets: `$.detail`.
    pub input_path: Option<String>,
    /// For a FIFO queue.
    pub sqs_parameters: Option<SqsParameters>,
    /// Where events go that cannot be delivered.
    pub dead_letter_config: Option<DeadLetterConfig>,
}

/// `SqsParameters`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SqsParameters {
    /// The group of every message.
    pub message_group_id: Option<String>,
}

/// `DeadLetterConfig`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeadLetterConfig {
    /// A queue.
    pub arn: Option<String>,
}

impl Target {
    fn check(&self) -> Result<(), ApiError> {
        let plain = self.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
        if !plain || !(1..=64).contains(&self.id.len()) {
            return Err(errors::validation(format!("Parameter {} is not valid. Reason: Provided Id is not valid.", self.id)));
        }
        let service = self.arn.strip_prefix("arn:aws:").and_then(|rest| rest.split(':').next());
        let Some(service) = service.filter(|_| self.arn.split(':').count() >= 6) else {
            return Err(errors::validation(format!("Parameter {} is not valid. Reason: Provided Arn is not in correct format.", self.arn)));
        };
        if !KINDS.contains(&service) {
            return Err(errors::validation(format!("AWS has targets of {service} here; Skylab does not model them.")));
        }
        if self.input.is_some() && self.input_path.is_some() {
            let id = &self.id;
            return Err(errors::validation(format!("Only one of Input, InputPath, or InputTransformer must be provided for target {id}.")));
        }
        if let Some(input) = &self.input
            && serde_json::from_str::<serde_json::Value>(input).is_err()
        {
            return Err(errors::validation(format!("JSON syntax error in input for target {} : {input}", self.id)));
        }
        if let Some(path) = self.input_path.as_ref().filter(|path| !is_path(path)) {
            return Err(errors::validation(format!("Invalid InputPath for target {} : {path}.", self.id)));
        }
        let group = self.sqs_parameters.as_ref().and_then(|parameters| parameters.message_group_id.as_ref());
        if sqs::is_fifo(&self.arn) && group.is_none() {
            let why = "Parameter(s) MessageGroupId must be specified for target: ";
            return Err(errors::validation(format!("{why}{}.", self.id)));
        }
        Ok(())
    }
}

/// `$`, or names after it.
fn is_path(path: &str) -> bool {
    path == "$" || path.strip_prefix("$.").is_some_and(|rest| rest.split('.').all(|part| !part.is_empty()))
}

/// Adds targets to a rule, or replaces those of the same ids.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutTargets {
    /// Which rule.
    pub rule: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
    /// The targets.
    pub targets: Vec<Target>,
}

/// What PutTargets and RemoveTargets answer.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TargetsOutput {
    failed_entry_count: usize,
    failed_entries: Vec<FailedEntry>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct FailedEntry {
    target_id: String,
    error_code: &'static str,
    error_message: String,
}

impl Operation for PutTargets {
    type Output = TargetsOutput;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("queues, topics and functions; roles, input transformers and retry policies are refused by name");

    fn needs(&self) -> Need {
        let arns = self.targets.iter().map(|target| target.arn.clone()).collect();
        state::need("events:PutTargets", &self.rule).with_all("events:TargetArn", arns)
    }
}

impl Write for PutTargets {
    fn apply(self, cx: &mut Call<'_>) -> Result<TargetsOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        let rule = state::rule(cx.world, cx.origin, &self.rule)?;
        self.targets.iter().try_for_each(Target::check)?;
        let mut targets = rule.targets.clone();
        targets.extend(self.targets.into_iter().map(|target| (target.id.clone(), target)));
        if targets.len() > MAX_TARGETS {
            return Err(errors::too_many());
        }
        state::rule_mut(cx.world, cx.origin, &self.rule)?.targets = targets;
        Ok(TargetsOutput::default())
    }
}

/// Removes targets from a rule.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RemoveTargets {
    /// Which rule.
    pub rule: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
    /// Which targets.
    pub ids: Vec<String>,
    /// For rules that AWS made, of which there are none.
    pub force: Option<bool>,
}

impl Operation for RemoveTargets {
    type Output = TargetsOutput;

    fn needs(&self) -> Need {
        state::need("events:RemoveTargets", &self.rule)
    }
}

impl Write for RemoveTargets {
    fn apply(self, cx: &mut Call<'_>) -> Result<TargetsOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        let rule = state::rule_mut(cx.world, cx.origin, &self.rule)?;
        let missing = self.ids.iter().filter(|id| !rule.targets.contains_key(*id));
        let failed_entries: Vec<FailedEntry> = missing
            .map(|id| FailedEntry {
                target_id: id.clone(),
                error_code: "ResourceNotFoundException",
                error_message: format!("Rule {} does not have target {id}.", rule.name),
            })
            .collect();
        rule.targets.retain(|id, _| !self.ids.contains(id));
        Ok(TargetsOutput { failed_entry_count: failed_entries.len(), failed_entries })
    }
}

/// Lists the targets of a rule.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListTargetsByRule {
    /// Which rule.
    pub rule: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
    /// Where the last page ended.
    pub next_token: Option<String>,
    /// At most so many; 100 without.
    pub limit: Option<i64>,
}

/// What ListTargetsByRule answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListTargetsByRuleOutput {
    targets: Vec<Target>,
    next_token: Option<String>,
}

impl Operation for ListTargetsByRule {
    type Output = ListTargetsByRuleOutput;

    fn needs(&self) -> Need {
        state::need("events:ListTargetsByRule", &self.rule)
    }
}

impl Read for ListTargetsByRule {
    fn read(self, cx: &mut View<'_>) -> Result<ListTargetsByRuleOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        let rule = state::rule(cx.world, cx.origin, &self.rule)?;
        let (targets, next_token) =
            page(rule.targets().cloned(), |target: &Target| target.id.clone(), self.next_token.as_deref(), self.limit)?;
        Ok(ListTargetsByRuleOutput { targets, next_token })
    }
}

/// Lists the names of the rules that have a target.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListRuleNamesByTarget {
    /// The target.
    pub target_arn: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
    /// Where the last page ended.
    pub next_token: Option<String>,
    /// At most so many; 100 without.
    pub limit: Option<i64>,
}

/// What ListRuleNamesByTarget answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListRuleNamesByTargetOutput {
    rule_names: Vec<String>,
    next_token: Option<String>,
}

impl Operation for ListRuleNamesByTarget {
    type Output = ListRuleNamesByTargetOutput;

    fn needs(&self) -> Need {
        Need::action("events:ListRuleNamesByTarget")
    }
}

impl Read for ListRuleNamesByTarget {
    fn read(self, cx: &mut View<'_>) -> Result<ListRuleNamesByTargetOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        let (account, region) = (state::account(cx.origin), cx.origin.region);
        let mine = cx.world.events.rules().filter(|rule| rule.account == account && rule.region == region);
        let having = mine.filter(|rule| rule.targets().any(|target| target.arn == self.target_arn)).map(|rule| rule.name.clone());
        let (rule_names, next_token) = page(having, String::clone, self.next_token.as_deref(), self.limit)?;
        Ok(ListRuleNamesByTargetOutput { rule_names, next_token })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::put::bench::Bench;

    #[test]
    fn a_rule_has_at_most_five_targets() {
        let mut bench = Bench::new();
        bench.rule("all", &json!({"source": ["shop"]}));
        let target = |n: usize| json!({"Id": n.to_string(), "Arn": format!("arn:aws:sqs:us-east-1:123456789012:q{n}")});
        bench.ok("PutTargets", json!({"Rule": "all", "Targets": (0..5).map(target).collect::<Vec<_>>()}));
        let sixth = bench.call("PutTargets", json!({"Rule": "all", "Targets": [target(6)]})).unwrap_err();
        assert_eq!(sixth.to_string(), "LimitExceededException: The requested resource exceeds the maximum number allowed.");
        let names = bench.ok("ListRuleNamesByTarget", json!({"TargetArn": "arn:aws:sqs:us-east-1:123456789012:q3"}));
        assert_eq!(names["RuleNames"], json!(["all"]));
        let removed = bench.ok("RemoveTargets", json!({"Rule": "all", "Ids": ["0", "9"]}));
        assert_eq!((&removed["FailedEntryCount"], &removed["FailedEntries"][0]["TargetId"]), (&json!(1), &json!("9")));
        let page = bench.ok("ListTargetsByRule", json!({"Rule": "all", "Limit": 2}));
        assert_eq!((page["Targets"].as_array().unwrap().len(), &page["NextToken"]), (2, &json!("2")));
    }

    #[test]
    fn a_target_that_is_none_is_refused() {
        let mut bench = Bench::new();
        bench.rule("all", &json!({"source": ["shop"]}));
        let queue = "arn:aws:sqs:us-east-1:123456789012:q";
        for (target, part) in [
            (json!({"Id": "a b", "Arn": queue}), "Provided Id is not valid"),
            (json!({"Id": "1", "Arn": "q"}), "Provided Arn is not in correct format"),
            (json!({"Id": "1", "Arn": "arn:aws:kinesis:us-east-1:123456789012:stream/s"}), "Skylab does not model them"),
            (
                json!({"Id": "1", "Arn": queue, "Input": "{}", "InputPath": "$"}),
                "Only one of Input, InputPath, or InputTransformer must be provided for target 1.",
            ),
            (json!({"Id": "1", "Arn": queue, "Input": "{"}), "JSON syntax error"),
            (json!({"Id": "1", "Arn": queue, "InputPath": "detail"}), "Invalid InputPath"),
            (json!({"Id": "1", "Arn": format!("{queue}.fifo")}), "MessageGroupId must be specified"),
        ] {
            let error = bench.call("PutTargets", json!({"Rule": "all", "Targets": [target]})).unwrap_err();
            assert!(error.code == "ValidationException" && error.message.contains(part), "{error}");
        }
    }
}
