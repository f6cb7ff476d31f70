//! Listing and deleting rules.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    errors,
    rule::{Rule, RuleOutput},
    state::{self, check_bus},
};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Most entries of one page.
pub(super) const MAX_PAGE: i64 = 100;

/// Cuts a page out of a list: those after `token`, at most `limit`, and the name that the next page begins after.
pub(super) fn page<T>(
    all: impl Iterator<Item = T>,
    name: impl Fn(&T) -> String,
    token: Option<&str>,
    limit: Option<i64>,
) -> Result<(Vec<T>, Option<String>), ApiError> {
    let n = limit.unwrap_or(MAX_PAGE);
    if !(1..=MAX_PAGE).contains(&n) {
        return Err(errors::validation(format!(
            "1 validation error detected: Value '{n}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to {MAX_PAGE}"
        )));
    }
    let mut rest = all.filter(|entry| token.is_none_or(|token| *name(entry) > *token));
    let page: Vec<T> = rest.by_ref().take(n as usize).collect();
    let next = page.last().map(&name).filter(|_| rest.next().is_some());
    Ok((page, next))
}

/// Lists the caller's rules of a region by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListRules {
    /// Only names that begin so.
    pub name_prefix: Option<String>,
    /// Only `default`.
    pub event_bus_name: Option<String>,
    /// Where the last page ended.
    pub next_token: Option<String>,
    /// At most so many; 100 without.
    pub limit: Option<i64>,
}

/// What ListRules answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListRulesOutput {
    rules: Vec<RuleOutput>,
    next_token: Option<String>,
}

impl Operation for ListRules {
    type Output = ListRulesOutput;

    fn needs(&self) -> Need {
        Need::action("events:ListRules")
    }
}

impl Read for ListRules {
    fn read(self, cx: &mut View<'_>) -> Result<ListRulesOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        let (account, region, prefix) = (state::account(cx.origin), cx.origin.region, self.name_prefix.unwrap_or_default());
        let mine =
            cx.world.events.rules().filter(|rule| rule.account == account && rule.region == region && rule.name.starts_with(&prefix));
        let (rules, next_token) = page(mine, |rule: &&Rule| rule.name.clone(), self.next_token.as_deref(), self.limit)?;
        Ok(ListRulesOutput { rules: rules.into_iter().map(|rule| RuleOutput::of(rule, false)).collect(), next_token })
    }
}

/// Deletes a rule that has no targets. What is gone already counts as deleted.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteRule {
    /// Which rule.
    pub name: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
    /// For rules that AWS made, of which there are none.
    pub force: Option<bool>,
}

impl Operation for DeleteRule {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("events:DeleteRule", &self.name)
    }
}

impl Write for DeleteRule {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        let Ok(rule) = state::rule(cx.world, cx.origin, &self.name) else { return Ok(()) };
        if !rule.targets.is_empty() {
            return Err(errors::validation("Rule can't be deleted since it has targets."));
        }
        let arn = rule.arn();
        cx.world.events.rules.remove(&arn);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::put::bench::Bench;

    #[test]
    fn rules_are_listed_by_prefix_and_page() {
        let mut bench = Bench::new();
        for name in ["a1", "a2", "b1"] {
            bench.rule(name, &json!({"source": ["x"]}));
        }
        let page = bench.ok("ListRules", json!({"NamePrefix": "a", "Limit": 1}));
        assert_eq!((&page["Rules"][0]["Name"], &page["NextToken"]), (&json!("a1"), &json!("a1")));
        let rest = bench.ok("ListRules", json!({"NamePrefix": "a", "NextToken": "a1"}));
        assert_eq!((&rest["Rules"][0]["Name"], rest.get("NextToken")), (&json!("a2"), None));
    }

    #[test]
    fn a_rule_with_targets_cannot_be_deleted() {
        let mut bench = Bench::new();
        bench.rule("all", &json!({"source": ["shop"]}));
        bench.ok("PutTargets", json!({"Rule": "all", "Targets": [{"Id": "1", "Arn": "arn:aws:sqs:us-east-1:123456789012:q"}]}));
        let error = bench.call("DeleteRule", json!({"Name": "all"})).unwrap_err();
        assert_eq!(error.to_string(), "ValidationException: Rule can't be deleted since it has targets.");
        bench.ok("RemoveTargets", json!({"Rule": "all", "Ids": ["1"]}));
        for _ in 0..2 {
            bench.ok("DeleteRule", json!({"Name": "all"}));
        }
    }
}
