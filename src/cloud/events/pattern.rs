//! Event patterns: which events a rule is about. A pattern has the shape of an event, and every leaf lists alternatives.
//!
//! Reading refuses what AWS refuses, in the words of the matcher that AWS publishes (aws/event-ruler), without the line and column
//! that follow there. Whether an event matches is in `matching`, what texts look like in `text`.

mod matching;
mod read;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

use serde_json::Value;

use text::{Cidr, Wildcard};

/// Longest pattern (EventBridge API Reference, PutRule).
pub(super) const MAX_CHARS: usize = 4_096;

/// A pattern, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern(Fields);

/// Named fields, all of which must match, and groups of alternatives, of each of which one must.
#[derive(Clone, Debug, Default, PartialEq)]
struct Fields {
    fields: BTreeMap<String, Node>,
    any_of: Vec<Vec<Fields>>,
}

/// What stands under a name.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    /// Alternatives for a value.
    Leaf(Vec<Alternative>),
    /// Fields of an object.
    Object(Fields),
}

/// One alternative of a leaf.
#[derive(Clone, Debug, PartialEq)]
enum Alternative {
    Is(Scalar),
    Text(TextRule),
    AnythingBut(But),
    Numeric(Bounds),
    Exists(bool),
    Cidr(Cidr),
}

/// A value that is no object and no array.
#[derive(Clone, Debug, PartialEq)]
enum Scalar {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
}

/// What a text must look like.
#[derive(Clone, Debug, PartialEq)]
enum TextRule {
    Prefix(String),
    Suffix(String),
    PrefixIgnoreCase(String),
    SuffixIgnoreCase(String),
    EqualsIgnoreCase(String),
    Wildcard(Wildcard),
}

/// What a value must not be.
#[derive(Clone, Debug, PartialEq)]
enum But {
    Numbers(Vec<f64>),
    Texts(Vec<String>),
    Rules(Vec<TextRule>),
}

/// A range of numbers; each bound says whether it belongs to the range.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bounds {
    least: Option<(f64, bool)>,
    most: Option<(f64, bool)>,
}

impl Pattern {
    /// Reads a pattern; the reason for which AWS refuses it otherwise.
    pub fn parse(text: &str) -> Result<Self, String> {
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            return Err(
                "Unrecognized token: was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')".to_owned()
            );
        };
        let Value::Object(map) = value else { return Err("Filter is not an object".to_owned()) };
        read::fields(&map, false).map(Self)
    }

    /// True if an event, an object, matches.
    pub fn matches(&self, event: &Value) -> bool {
        matching::matches(&self.0, event)
    }
}
