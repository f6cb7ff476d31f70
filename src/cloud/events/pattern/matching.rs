//! Whether an event matches. Arrays are walked element by element: what a pattern says of one object under an array must hold of one
//! and the same element.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Alternative, Bounds, But, Fields, Node, Scalar, TextRule};

/// True if all fields match.
pub(super) fn matches(fields: &Fields, event: &Value) -> bool {
    let event = nested(event);
    let mut leaves = BTreeSet::new();
    gather(&event, "", &mut leaves);
    all(fields, &event, "", &leaves)
}

/// The event with dotted names nested.
fn nested(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut told = Map::new();
            for (name, value) in map {
                put(&mut told, name, nested(value));
            }
            Value::Object(told)
        }
        Value::Array(list) => list.iter().map(nested).collect(),
        scalar => scalar.clone(),
    }
}

fn put(map: &mut Map<String, Value>, name: &str, value: Value) {
    let Some((first, rest)) = name.split_once('.').filter(|(first, rest)| !first.is_empty() && !rest.is_empty()) else {
        match (map.get_mut(name), value) {
            (Some(Value::Object(old)), Value::Object(new)) => new.into_iter().for_each(|(name, value)| put(old, &name, value)),
            (_, value) => _ = map.insert(name.to_owned(), value),
        }
        return;
    };
    let inner = map.entry(first.to_owned()).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        put(inner, rest, value);
    }
}

/// The paths of all leaves: what exists.
fn gather(value: &Value, path: &str, leaves: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| gather(value, &format!("{path}.{name}"), leaves)),
        Value::Array(list) => list.iter().for_each(|value| gather(value, path, leaves)),
        _ => _ = leaves.insert(path.to_owned()),
    }
}

/// Of an array, one element has to match as a whole.
fn all(fields: &Fields, value: &Value, path: &str, leaves: &BTreeSet<String>) -> bool {
    if let Value::Array(list) = value {
        return list.iter().any(|element| all(fields, element, path, leaves));
    }
    let named = |(name, node): (&String, &Node)| {
        let path = format!("{path}.{name}");
        let value = value.as_object().and_then(|map| map.get(name));
        match node {
            Node::Leaf(alternatives) => alternatives.iter().any(|alternative| leaf(alternative, value, &path, leaves)),
            Node::Object(inner) => all(inner, value.unwrap_or(&Value::Null), &path, leaves),
        }
    };
    fields.fields.iter().all(named) && fields.any_of.iter().all(|group| group.iter().any(|it| all(it, value, path, leaves)))
}

fn leaf(alternative: &Alternative, value: Option<&Value>, path: &str, leaves: &BTreeSet<String>) -> bool {
    match (alternative, value) {
        (Alternative::Exists(false), _) => !leaves.contains(path),
        (_, Some(value)) => any_scalar(value, &|scalar| holds(alternative, scalar)),
        (_, None) => false,
    }
}

/// True if it holds of one scalar among a value and what arrays it has.
fn any_scalar(value: &Value, holds: &impl Fn(&Value) -> bool) -> bool {
    match value {
        Value::Array(list) => list.iter().any(|value| any_scalar(value, holds)),
        Value::Object(_) => false,
        scalar => holds(scalar),
    }
}

fn holds(alternative: &Alternative, value: &Value) -> bool {
    match alternative {
        Alternative::Is(Scalar::Null) => value.is_null(),
        Alternative::Is(Scalar::Bool(it)) => value.as_bool() == Some(*it),
        Alternative::Is(Scalar::Number(it)) => is_number(value, *it),
        Alternative::Is(Scalar::Text(it)) => value.as_str() == Some(it),
        Alternative::Text(rule) => value.as_str().is_some_and(|text| rule.fits(text)),
        Alternative::AnythingBut(But::Numbers(numbers)) => !numbers.iter().any(|number| is_number(value, *number)),
        Alternative::AnythingBut(But::Texts(texts)) => !texts.iter().any(|text| value.as_str() == Some(text)),
        Alternative::AnythingBut(But::Rules(rules)) => value.as_str().is_none_or(|text| !rules.iter().any(|rule| rule.fits(text))),
        Alternative::Numeric(bounds) => value.as_f64().is_some_and(|number| bounds.contain(number)),
        Alternative::Exists(wanted) => *wanted,
        Alternative::Cidr(cidr) => value.as_str().is_some_and(|text| cidr.contains(text)),
    }
}

/// Numbers compare by value: 300 is 300.0 is 3e2.
fn is_number(value: &Value, number: f64) -> bool {
    value.as_f64().is_some_and(|it| it.total_cmp(&number).is_eq() || (it == 0.0 && number == 0.0))
}

impl Bounds {
    fn contain(self, number: f64) -> bool {
        self.least.is_none_or(|(bound, closed)| number > bound || (closed && number >= bound))
            && self.most.is_none_or(|(bound, closed)| number < bound || (closed && number <= bound))
    }
}

impl TextRule {
    fn fits(&self, text: &str) -> bool {
        match self {
            Self::Prefix(prefix) => text.starts_with(prefix.as_str()),
            Self::Suffix(suffix) => text.ends_with(suffix.as_str()),
            Self::PrefixIgnoreCase(prefix) => text.to_lowercase().starts_with(&prefix.to_lowercase()),
            Self::SuffixIgnoreCase(suffix) => text.to_lowercase().ends_with(&suffix.to_lowercase()),
            Self::EqualsIgnoreCase(other) => text.to_lowercase() == other.to_lowercase(),
            Self::Wildcard(wildcard) => wildcard.matches(text),
        }
    }
}
