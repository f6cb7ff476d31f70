//! A policy as data: statements with their elements, read from JSON. Which elements a kind of policy needs or forbids, and in which
//! words it is refused, each service says for itself.

mod read;

use std::{ops::Range, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

pub use super::condition::Condition;
use super::{json, pattern::Pattern, principal::Principal};

/// What a statement does where it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// Allows.
    Allow,
    /// Denies, whatever else allows.
    Deny,
}

/// The version of the policy language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 2008-10-17, also when none is given: `${…}` is text.
    Old,
    /// 2012-10-17: with variables.
    New,
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The version of its language.
    pub version: Version,
    /// True if `Version` is given.
    pub has_version: bool,
    /// Its `Id`.
    pub id: Option<String>,
    /// Its statements.
    pub statements: Vec<Statement>,
}

/// A statement of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its `Sid`.
    pub sid: Option<String>,
    /// Its effect.
    pub effect: Effect,
    /// `Principal` or `NotPrincipal`.
    pub principals: Option<Listed<Principal>>,
    /// `Action` or `NotAction`.
    pub actions: Option<Listed<Written>>,
    /// `Resource` or `NotResource`.
    pub resources: Option<Listed<Written>>,
    /// All of them must hold.
    pub conditions: Vec<Condition>,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// The values of an element that has a `Not…` form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// It is the `Not…` form.
    pub not: bool,
    /// Its values.
    pub values: Vec<T>,
}

/// A value with wildcards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// As it is written.
    pub text: String,
    /// Ready to be matched.
    pub pattern: Pattern,
}

/// What is wrong with a text that is no policy, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong.
    pub flaw: Flaw,
    /// The byte where it shows.
    pub at: usize,
    /// The statement, counted from 0.
    pub statement: Option<usize>,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No JSON, too deep, too long, or a name twice.
    Json(json::Trouble),
    /// It does not begin with `{`.
    NotAnObject,
    /// An element that there is not.
    Unknown(String),
    /// An element that there must be.
    Missing(&'static str),
    /// An element of the wrong kind: a number for a text, an object for a list.
    Kind(&'static str),
    /// An element together with its `Not…` form.
    Both(&'static str),
    /// A version that there is not.
    Version(String),
    /// Neither Allow nor Deny.
    Effect(String),
    /// A condition operator that there is not.
    Operator(String),
    /// A kind of principal that there is not.
    PrincipalKind(String),
}

impl Policy {
    /// Reads a policy.
    pub fn read(text: &str) -> Result<Self, Malformed> {
        read::policy(text)
    }

    /// A `Sid` that two statements have.
    pub fn repeated_sid(&self) -> Option<&str> {
        let mut seen = std::collections::BTreeSet::new();
        self.statements.iter().filter_map(|statement| statement.sid.as_deref()).find(|sid| !sid.is_empty() && !seen.insert(*sid))
    }
}

impl Malformed {
    /// The line and the column, both from 1.
    pub fn place(&self, text: &str) -> (usize, usize) {
        json::line_and_column(text, self.at)
    }
}

/// A policy with the text that it was read from: the text is what is kept and compared, the rest follows from it.
#[derive(Clone, Debug)]
pub struct Document {
    text: Arc<str>,
    policy: Arc<Policy>,
}

impl Document {
    /// Reads a policy and keeps its text.
    pub fn read(text: &str) -> Result<Self, Malformed> {
        Ok(Self { text: text.into(), policy: Arc::new(Policy::read(text)?) })
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The policy.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Its length as AWS counts it against its limits: characters that are no white space (IAM quotas).
    pub fn n_characters(&self) -> usize {
        n_characters(&self.text)
    }
}

/// The length of a policy as IAM counts it: white space does not count.
pub fn n_characters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Document {}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).map_err(|malformed| D::Error::custom(format!("no policy: {:?} at byte {}", malformed.flaw, malformed.at)))
    }
}
