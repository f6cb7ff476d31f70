//! A rule: which events it is about, and whether it is on. Its targets are in `targets`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    errors,
    pattern::{MAX_CHARS, Pattern},
    state::{self, DEFAULT_BUS, check_bus},
    targets::Target,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::{AccountId, Region},
};

/// Most rules on a bus (EventBridge quotas).
const MAX_RULES: usize = 300;

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub(super) name: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) pattern: String,
    pub(super) description: Option<String>,
    pub(super) enabled: bool,
    pub(super) created_by: String,
    pub(super) tags: BTreeMap<String, String>,
    /// By id.
    pub(super) targets: BTreeMap<String, Target>,
    pub(super) n_matched: u64,
}

/// The ARN of a rule of the default bus.
pub(super) fn arn_of(region: Region, account: AccountId, name: &str) -> String {
    format!("arn:aws:events:{region}:{account}:rule/{name}")
}

impl Rule {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The account that owns it.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        arn_of(self.region, self.account, &self.name)
    }

    /// Its pattern, as it was given.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// How many events have matched so far.
    pub fn n_matched(&self) -> u64 {
        self.n_matched
    }

    /// Its targets, by id.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.targets.values()
    }

    pub(super) const fn state(&self) -> &'static str {
        if self.enabled { "ENABLED" } else { "DISABLED" }
    }
}

/// A tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Tag {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// Makes a rule, or replaces what one says; its targets stay.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutRule {
    /// 1 to 64 letters, digits, points, hyphens and underscores.
    pub name: String,
    /// Which events it is about.
    pub event_pattern: Option<String>,
    /// `ENABLED` or `DISABLED`.
    pub state: Option<String>,
    /// A free text.
    pub description: Option<String>,
    /// Tags of a new rule.
    pub tags: Option<Vec<Tag>>,
    /// Only `default`.
    pub event_bus_name: Option<String>,
}

/// What PutRule answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutRuleOutput {
    rule_arn: String,
}

impl Operation for PutRule {
    type Output = PutRuleOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("on the default bus; schedules and roles are refused by name");

    fn needs(&self) -> Need {
        let tags = self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        state::need("events:PutRule", &self.name).with_tags(tags)
    }
}

/// Refuses a name that is none.
fn check_name(name: &str) -> Result<(), ApiError> {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    if plain && (1..=64).contains(&name.len()) {
        return Ok(());
    }
    Err(errors::validation(format!(
        "1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+"
    )))
}

impl Write for PutRule {
    fn apply(self, cx: &mut Call<'_>) -> Result<PutRuleOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        check_name(&self.name)?;
        let enabled = match self.state.as_deref() {
            None | Some("ENABLED") => true,
            Some("DISABLED") => false,
            Some("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS") => {
                return Err(errors::validation("AWS has events of CloudTrail here; Skylab does not model them."));
            }
            Some(other) => return Err(errors::validation(format!("Parameter State is not valid: {other}."))),
        };
        let Some(pattern) = self.event_pattern.filter(|pattern| !pattern.is_empty()) else {
            return Err(errors::validation("Parameter(s) EventPattern or ScheduleExpression must be specified."));
        };
        if pattern.chars().count() > MAX_CHARS {
            return Err(errors::validation(format!(
                "1 validation error detected: Value at 'eventPattern' failed to satisfy constraint: Member must have length less than or equal to {MAX_CHARS}"
            )));
        }
        Pattern::parse(&pattern).map_err(|why| errors::bad_pattern(&why))?;
        let (account, region) = (state::account(cx.origin), cx.origin.region);
        let arn = arn_of(region, account, &self.name);
        let n_rules = cx.world.events.rules.values().filter(|rule| rule.account == account && rule.region == region).count();
        let old = cx.world.events.rules.get(&arn);
        if old.is_none() && n_rules >= MAX_RULES {
            return Err(errors::too_many());
        }
        let tags = self.tags.into_iter().flatten().map(|tag| (tag.key, tag.value)).collect();
        let rule = Rule {
            name: self.name,
            account,
            region,
            pattern,
            description: self.description,
            enabled,
            created_by: account.to_string(),
            tags: old.map_or(tags, |old| old.tags.clone()),
            targets: old.map(|old| old.targets.clone()).unwrap_or_default(),
            n_matched: old.map_or(0, |old| old.n_matched),
        };
        cx.world.events.rules.insert(arn.clone(), rule);
        Ok(PutRuleOutput { rule_arn: arn })
    }
}

/// Shows a rule.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DescribeRule {
    /// Which rule.
    pub name: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
}

/// A rule as it is shown.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct RuleOutput {
    name: String,
    arn: String,
    event_pattern: String,
    state: &'static str,
    description: Option<String>,
    event_bus_name: &'static str,
    created_by: Option<String>,
}

impl RuleOutput {
    pub(super) fn of(rule: &Rule, with_creator: bool) -> Self {
        Self {
            name: rule.name.clone(),
            arn: rule.arn(),
            event_pattern: rule.pattern.clone(),
            state: rule.state(),
            description: rule.description.clone(),
            event_bus_name: DEFAULT_BUS,
            created_by: with_creator.then(|| rule.created_by.clone()),
        }
    }
}

impl Operation for DescribeRule {
    type Output = RuleOutput;

    fn needs(&self) -> Need {
        state::need("events:DescribeRule", &self.name)
    }
}

impl Read for DescribeRule {
    fn read(self, cx: &mut View<'_>) -> Result<RuleOutput, ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        Ok(RuleOutput::of(state::rule(cx.world, cx.origin, &self.name)?, true))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::put::bench::Bench;

    #[test]
    fn a_rule_is_replaced_and_keeps_its_targets() {
        let mut bench = Bench::new();
        bench.rule("all", &json!({"source": ["shop"]}));
        bench.ok("PutTargets", json!({"Rule": "all", "Targets": [{"Id": "1", "Arn": "arn:aws:sqs:us-east-1:123456789012:q"}]}));
        let put = json!({"Name": "all", "EventPattern": r#"{"source":["other"]}"#, "State": "DISABLED"});
        assert_eq!(bench.ok("PutRule", put)["RuleArn"], "arn:aws:events:us-east-1:123456789012:rule/all");
        let shown = bench.ok("DescribeRule", json!({"Name": "all"}));
        assert_eq!((&shown["State"], &shown["EventBusName"], shown.get("Description")), (&json!("DISABLED"), &json!("default"), None));
        assert_eq!(bench.ok("ListTargetsByRule", json!({"Rule": "all"}))["Targets"][0]["Id"], "1");
    }

    #[test]
    fn a_rule_needs_a_name_a_pattern_and_the_default_bus() {
        let mut bench = Bench::new();
        let pattern = r#"{"source":["a"]}"#;
        for (params, code) in [
            (json!({"Name": "a b", "EventPattern": pattern}), "ValidationException"),
            (json!({"Name": "a"}), "ValidationException"),
            (json!({"Name": "a", "EventPattern": r#"{"source":"a"}"#}), "InvalidEventPatternException"),
            (json!({"Name": "a", "EventPattern": pattern, "EventBusName": "mine"}), "ResourceNotFoundException"),
            (json!({"Name": "a", "EventPattern": format!("{{\"a\":[\"{}\"]}}", "x".repeat(4_096))}), "ValidationException"),
            (json!({"Name": "a", "EventPattern": pattern, "State": "ON"}), "ValidationException"),
        ] {
            assert_eq!(bench.refused("PutRule", params.clone()), code, "{params}");
        }
        let error = bench.call("DescribeRule", json!({"Name": "x"})).unwrap_err();
        assert_eq!(error.message, "Rule x does not exist on EventBus default.");
        let error = bench.call("PutRule", json!({"Name": "a", "EventPattern": "{}"})).unwrap_err();
        assert_eq!(error.message, "Event pattern is not valid. Reason: Empty objects are not allowed");
    }
}
