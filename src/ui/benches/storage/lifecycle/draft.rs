//! The rules as the learner is writing them: one JSON document that the form, the JSON text and the command all show. It
//! knows neither the cloud nor the screen, and does not validate: that is the API's part.

use serde_json::{Map, Value, json};

/// A lifecycle configuration in the making. Members that the form does not show are kept as they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    rules: Vec<Value>,
}

/// A number of the form that stands somewhere in a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Days {
    /// `Expiration.Days`.
    Expire,
    /// `NoncurrentVersionExpiration.NoncurrentDays`.
    ExpireNoncurrent,
    /// `AbortIncompleteMultipartUpload.DaysAfterInitiation`.
    Abort,
}

impl Days {
    pub(super) const ALL: [Self; 3] = [Self::Expire, Self::ExpireNoncurrent, Self::Abort];

    const fn path(self) -> (&'static str, &'static str) {
        match self {
            Self::Expire => ("Expiration", "Days"),
            Self::ExpireNoncurrent => ("NoncurrentVersionExpiration", "NoncurrentDays"),
            Self::Abort => ("AbortIncompleteMultipartUpload", "DaysAfterInitiation"),
        }
    }
}

impl Draft {
    /// No rules.
    pub(super) const fn empty() -> Self {
        Self { rules: Vec::new() }
    }

    /// The rules of a configuration in AWS's JSON, with or without the outer object.
    pub(super) fn of(configuration: &Value) -> Option<Self> {
        let rules = configuration.get("Rules").unwrap_or(configuration).as_array()?;
        rules.iter().map(|rule| rule.as_object().map(in_usual_order)).collect::<Option<Vec<_>>>().map(|rules| Self { rules })
    }

    /// Reads the JSON text; the error is the parser's, with line and column.
    pub(super) fn read(text: &str) -> Result<Option<Self>, String> {
        serde_json::from_str::<Value>(text).map(|value| Self::of(&value)).map_err(|error| error.to_string())
    }

    /// AWS's JSON.
    pub(super) fn document(&self) -> Value {
        json!({ "Rules": self.rules })
    }

    /// The JSON text, indented.
    pub(super) fn text(&self) -> String {
        serde_json::to_string_pretty(&self.document()).unwrap_or_default()
    }

    /// The command that puts these rules on a bucket; without rules, the one that removes them.
    pub(super) fn command(&self, bucket: &str) -> String {
        if self.rules.is_empty() {
            return format!("aws s3api delete-bucket-lifecycle --bucket {bucket}");
        }
        let quoted = self.document().to_string().replace('\'', r"'\''");
        format!("aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{quoted}'")
    }

    pub(super) fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// Adds a rule that does nothing yet but archive everything after 30 days.
    pub(super) fn add_rule(&mut self) {
        let taken = |name: &str| self.rules.iter().any(|rule| rule["ID"] == name);
        let name = (1..=self.rules.len() + 1).map(|n| format!("rule-{n}")).find(|name| !taken(name)).unwrap_or_default();
        let rule = json!({"ID": name, "Status": "Enabled", "Filter": {"Prefix": ""}, "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}]});
        self.rules.push(rule);
    }

    pub(super) fn remove_rule(&mut self, index: usize) {
        if index < self.rules.len() {
            self.rules.remove(index);
        }
    }

    /// One rule, to be read and changed by the form.
    pub(super) fn rule(&mut self, index: usize) -> Option<RuleForm<'_>> {
        self.rules.get_mut(index).and_then(Value::as_object_mut).map(|rule| RuleForm { rule })
    }
}

/// The order in which people read a rule: which it is, what it is about, what it does.
const ORDER: [&str; 4] = ["ID", "Status", "Filter", "Transitions"];

fn in_usual_order(rule: &Map<String, Value>) -> Value {
    let known = ORDER.into_iter().filter_map(|member| rule.get_key_value(member));
    let rest = rule.iter().filter(|(member, _)| !ORDER.contains(&member.as_str()));
    Value::Object(known.chain(rest).map(|(member, value)| (member.clone(), value.clone())).collect())
}

/// What the form shows of one rule.
pub(super) struct RuleForm<'a> {
    rule: &'a mut Map<String, Value>,
}

impl RuleForm<'_> {
    pub(super) fn id(&self) -> String {
        self.rule.get("ID").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    pub(super) fn set_id(&mut self, id: &str) {
        self.rule.insert("ID".to_owned(), id.into());
    }

    pub(super) fn is_enabled(&self) -> bool {
        self.rule.get("Status").and_then(Value::as_str) == Some("Enabled")
    }

    pub(super) fn set_enabled(&mut self, enabled: bool) {
        self.rule.insert("Status".to_owned(), if enabled { "Enabled" } else { "Disabled" }.into());
    }

    /// The prefix, if the filter is one that the form can show.
    pub(super) fn prefix(&self) -> Option<String> {
        let filter = self.rule.get("Filter")?.as_object()?;
        match filter.get("Prefix") {
            Some(prefix) if filter.len() == 1 => prefix.as_str().map(str::to_owned),
            None if filter.is_empty() => Some(String::new()),
            _ => None,
        }
    }

    pub(super) fn set_prefix(&mut self, prefix: &str) {
        self.rule.insert("Filter".to_owned(), json!({ "Prefix": prefix }));
    }

    pub(super) fn days(&self, which: Days) -> Option<i64> {
        let (action, member) = which.path();
        self.rule.get(action)?.get(member)?.as_i64()
    }

    /// Sets the number, or takes the whole action away.
    pub(super) fn set_days(&mut self, which: Days, days: Option<i64>) {
        let (action, member) = which.path();
        match days {
            None => _ = self.rule.remove(action),
            Some(days) => match self.rule.get_mut(action).and_then(Value::as_object_mut) {
                Some(existing) => _ = existing.insert(member.to_owned(), days.into()),
                None => _ = self.rule.insert(action.to_owned(), Value::Object(Map::from_iter([(member.to_owned(), days.into())]))),
            },
        }
    }

    /// Transitions by days and class; dated ones are left to the JSON text.
    pub(super) fn transitions(&self) -> Vec<(i64, String)> {
        let list = self.rule.get("Transitions").and_then(Value::as_array);
        let read = |it: &Value| Some((it.get("Days")?.as_i64()?, it.get("StorageClass")?.as_str()?.to_owned()));
        list.into_iter().flatten().filter_map(read).collect()
    }

    pub(super) fn set_transitions(&mut self, transitions: &[(i64, String)]) {
        if transitions.is_empty() {
            self.rule.remove("Transitions");
            return;
        }
        let list = transitions.iter().map(|(days, class)| json!({"Days": days, "StorageClass": class}));
        self.rule.insert("Transitions".to_owned(), list.collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft::of(&json!({"Rules": [{"ID": "a", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Expiration": {"Days": 9}}]})).unwrap()
    }

    #[test]
    fn form_text_and_command_show_the_same_rules() {
        let mut draft = draft();
        draft.rule(0).unwrap().set_transitions(&[(30, "GLACIER_IR".to_owned())]);
        assert_eq!(Draft::read(&draft.text()).unwrap(), Some(draft.clone()));
        let command = draft.command("logs-417");
        assert!(command.starts_with("aws s3api put-bucket-lifecycle-configuration --bucket logs-417 "));
        assert!(command.contains(r#""Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"}]"#), "{command}");
    }

    #[test]
    fn what_the_form_cannot_show_is_kept() {
        let tagged = json!({"Rules": [{"ID": "a", "Status": "Enabled", "Filter": {"Tag": {"Key": "k", "Value": "it's"}}, "Expiration": {"Days": 1}}]});
        let mut draft = Draft::of(&tagged).unwrap();
        let mut rule = draft.rule(0).unwrap();
        assert_eq!(rule.prefix(), None);
        rule.set_days(Days::Expire, Some(5));
        assert_eq!(draft.document()["Rules"][0]["Filter"]["Tag"]["Value"], "it's");
        assert!(draft.command("b").contains(r"it'\''s"), "quotes survive the shell");
    }

    #[test]
    fn a_rule_is_read_in_the_usual_order_whatever_order_it_came_in() {
        let rule = json!({"Rules": [{"Expiration": {"Days": 9}, "Status": "Enabled", "ID": "a", "Filter": {"Prefix": "app/"}}]});
        assert_eq!(Draft::of(&rule).unwrap().command("b"), draft().command("b"));
    }

    #[test]
    fn without_rules_the_command_removes_the_configuration() {
        let mut draft = draft();
        draft.remove_rule(0);
        assert_eq!(draft.command("b"), "aws s3api delete-bucket-lifecycle --bucket b");
    }

    #[test]
    fn new_rules_get_names_that_are_free() {
        let mut draft = Draft::empty();
        (0..3).for_each(|_| draft.add_rule());
        draft.remove_rule(1);
        draft.add_rule();
        let names: Vec<_> = (0..3).map(|n| draft.rule(n).unwrap().id()).collect();
        assert_eq!(names, ["rule-1", "rule-3", "rule-2"]);
    }

    #[test]
    fn broken_json_is_told_with_its_place() {
        assert!(Draft::read("{\"Rules\": [").unwrap_err().contains("line 1"));
        assert_eq!(Draft::read("3"), Ok(None));
    }
}
