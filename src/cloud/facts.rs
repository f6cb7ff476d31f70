//! What is known of something that happened: a few values by name. Events are many and kept for good, so it takes no more room than it needs.

use std::ops::Index;

use serde_json::Value;

/// Values by name, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(Box<[(Box<str>, Value)]>);

impl Facts {
    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|fact| fact.0 == name).map(|fact| fact.1)
    }

    /// Whether there is a value of that name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Names with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }
}

impl<N: Into<Box<str>>> FromIterator<(N, Value)> for Facts {
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(facts: I) -> Self {
        let mut facts: Vec<_> = facts.into_iter().map(|(name, value)| (name.into(), value)).collect();
        facts.sort_by(|one, other| one.0.cmp(&other.0));
        Self(facts.into())
    }
}

impl<N: Into<Box<str>>, const LEN: usize> From<[(N, Value); LEN]> for Facts {
    fn from(facts: [(N, Value); LEN]) -> Self {
        facts.into_iter().collect()
    }
}

impl Index<&str> for Facts {
    type Output = Value;

    /// The value of that name, null without one.
    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&Value::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_name_and_come_in_the_order_of_their_names() {
        let facts = Facts::from([("rule", Value::from("all")), ("bytes", Value::from(7))]);
        assert_eq!(facts.iter().map(|fact| fact.0).collect::<Vec<_>>(), ["bytes", "rule"]);
        assert_eq!((facts.get("bytes"), facts.get("from")), (Some(&Value::from(7)), None));
        assert_eq!(facts["from"], Value::Null);
    }
}
