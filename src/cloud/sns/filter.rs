//! Filter policies: which messages a subscriber gets. The language is that of event patterns, less nesting where message attributes are
//! filtered.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::{Map, Value, json};

use crate::{events::Pattern, sqs::MessageAttributeValue};

/// Longest policy, most keys and most combinations of values (SNS Developer Guide, filter policy constraints).
const MAX_BYTES: usize = 256 << 10;
const MAX_KEYS: usize = 5;
const MAX_COMBINATIONS: u64 = 150;

/// What is filtered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// The attributes beside the message.
    #[default]
    MessageAttributes,
    /// The message itself, if it is JSON.
    MessageBody,
}

impl Scope {
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::MessageAttributes, Self::MessageBody].into_iter().find(|scope| scope.name() == name)
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::MessageAttributes => "MessageAttributes",
            Self::MessageBody => "MessageBody",
        }
    }
}

/// A filter policy with the text that it was read from: the text is what is kept and compared.
#[derive(Clone, Debug)]
pub struct FilterPolicy {
    text: String,
    pattern: Pattern,
}

impl FilterPolicy {
    /// Reads a policy; `None` for the empty one, which lets everything pass. The reason for which SNS refuses it otherwise.
    pub fn read(text: &str, scope: Scope) -> Result<Option<Self>, String> {
        if text.is_empty() {
            return Ok(None);
        }
        if text.len() > MAX_BYTES {
            return Err("Filter policy is too long".to_owned());
        }
        let value: Value = serde_json::from_str(text).map_err(|_| "failed to parse JSON.".to_owned())?;
        if value.as_object().is_some_and(Map::is_empty) {
            return Ok(None);
        }
        let policy = Self { text: text.to_owned(), pattern: Pattern::parse(text)? };
        policy.check(scope)?;
        Ok(Some(policy))
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Refuses what the scope does not allow.
    pub(super) fn check(&self, scope: Scope) -> Result<(), String> {
        let value: Value = serde_json::from_str(&self.text).unwrap_or_default();
        let Value::Object(map) = &value else { return Err("Filter is not an object".to_owned()) };
        let (n_keys, combinations) = weigh(map, 1);
        if n_keys > MAX_KEYS {
            return Err(format!("Filter policy can not have more than {MAX_KEYS} keys"));
        }
        if scope == Scope::MessageAttributes && map.values().any(Value::is_object) {
            return Err("Filter policy scope MessageAttributes does not support nested filter policy".to_owned());
        }
        if combinations > MAX_COMBINATIONS { Err("Filter policy is too complex".to_owned()) } else { Ok(()) }
    }

    /// True if a message passes.
    pub(super) fn lets_pass(&self, scope: Scope, message: &str, attributes: &BTreeMap<String, MessageAttributeValue>) -> bool {
        match scope {
            Scope::MessageAttributes => self.pattern.matches(&told(attributes)),
            Scope::MessageBody => serde_json::from_str(message).is_ok_and(|body: Value| body.is_object() && self.pattern.matches(&body)),
        }
    }
}

/// Keys that have values, and the combinations of their values: each level of nesting counts them once more.
fn weigh(map: &Map<String, Value>, depth: u64) -> (usize, u64) {
    let (mut n_keys, mut combinations) = (0, 1_u64);
    for (name, value) in map {
        match value {
            Value::Object(inner) => {
                let (n, product) = weigh(inner, depth + 1);
                n_keys += n;
                combinations = combinations.saturating_mul(product);
            }
            Value::Array(list) if name == "$or" => {
                let inner: Vec<_> = list.iter().filter_map(Value::as_object).map(|map| weigh(map, depth)).collect();
                n_keys += inner.iter().map(|(n, _)| n).sum::<usize>();
                combinations = combinations.saturating_mul(inner.iter().map(|(_, product)| product).sum());
            }
            Value::Array(list) => {
                n_keys += 1;
                combinations = combinations.saturating_mul((list.len() as u64).saturating_mul(depth));
            }
            _ => n_keys += 1,
        }
    }
    (n_keys, combinations)
}

/// Attributes as what a pattern is held against: texts, numbers, and arrays of them. Bytes are never filtered.
fn told(attributes: &BTreeMap<String, MessageAttributeValue>) -> Value {
    let one = |value: &MessageAttributeValue| {
        let text = value.string_value.as_deref()?;
        match value.data_type.as_str() {
            "String.Array" => serde_json::from_str(text).ok(),
            kind if kind.starts_with("Number") => serde_json::from_str::<Value>(text).ok().filter(Value::is_number),
            kind if kind.starts_with("String") => Some(json!(text)),
            _ => None,
        }
    };
    attributes.iter().filter_map(|(name, value)| Some((name.clone(), one(value)?))).collect::<Map<_, _>>().into()
}

impl PartialEq for FilterPolicy {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Serialize for FilterPolicy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for FilterPolicy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let pattern = Pattern::parse(&text).map_err(D::Error::custom)?;
        Ok(Self { text, pattern })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes() -> BTreeMap<String, MessageAttributeValue> {
        let value = |kind: &str, text: &str| MessageAttributeValue {
            string_value: Some(text.to_owned()),
            binary_value: None,
            data_type: kind.to_owned(),
        };
        BTreeMap::from([
            ("kind".to_owned(), value("String", "order")),
            ("price".to_owned(), value("Number", "120.5")),
            ("tags".to_owned(), value("String.Array", r#"["red", "big"]"#)),
        ])
    }

    #[test]
    fn attributes_are_filtered_by_text_number_and_array() {
        for (policy, passes) in [
            (r#"{"kind": ["order", "offer"]}"#, true),
            (r#"{"kind": [{"anything-but": "order"}]}"#, false),
            (r#"{"price": [{"numeric": [">", 100, "<=", 200]}]}"#, true),
            (r#"{"price": ["120.5"]}"#, false),
            (r#"{"tags": ["big"]}"#, true),
            (r#"{"colour": [{"exists": false}]}"#, true),
            (r#"{"kind": ["order"], "colour": ["red"]}"#, false),
        ] {
            let read = FilterPolicy::read(policy, Scope::MessageAttributes).unwrap().unwrap();
            assert_eq!(read.lets_pass(Scope::MessageAttributes, "", &attributes()), passes, "{policy}");
        }
    }

    #[test]
    fn a_body_is_filtered_only_if_it_is_json() {
        let policy = FilterPolicy::read(r#"{"order": {"kind": ["gift"]}}"#, Scope::MessageBody).unwrap().unwrap();
        let passes = |body: &str| policy.lets_pass(Scope::MessageBody, body, &BTreeMap::new());
        assert!(passes(r#"{"order": {"kind": "gift"}}"#));
        assert!(!passes(r#"{"order": {"kind": "plain"}}"#) && !passes("gift") && !passes("[1]"));
    }

    #[test]
    fn the_empty_policy_lets_everything_pass() {
        assert_eq!(FilterPolicy::read("", Scope::MessageBody), Ok(None));
        assert_eq!(FilterPolicy::read("{}", Scope::MessageBody), Ok(None));
    }

    #[test]
    fn a_policy_is_held_to_keys_values_and_scope() {
        let refused = |text: &str, scope| FilterPolicy::read(text, scope).unwrap_err();
        let attributes = Scope::MessageAttributes;
        assert_eq!(refused("{", attributes), "failed to parse JSON.");
        assert_eq!(refused(r#"{"a": "b"}"#, attributes), "\"a\" must be an object or an array");
        assert!(refused(r#"{"a": {"b": ["c"]}}"#, attributes).contains("does not support nested filter policy"));
        assert!(refused(r#"{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}"#, attributes).contains("more than 5 keys"));
        let many: Vec<u32> = (0..13).collect();
        let policy = json!({"a": many, "b": many}).to_string();
        assert_eq!(refused(&policy, attributes), "Filter policy is too complex");
    }
}
