//! The tree of a JMESPath expression.

use super::lex::Kind;
use serde_json::Value;

/// A parsed expression. Chains are lists, not trees leaning left, so that only the nesting of what was written bounds the height.
#[derive(Debug, Clone)]
pub(super) enum Ast {
    Current,
    Literal(Value),
    Field(String),
    Index(i64),
    Slice([Option<i64>; 3]),
    Flatten,
    /// Each is asked of what the one before answers: `a.b`, `a | b`, `a[0]`, `a[*].b`.
    Steps(Vec<Ast>),
    /// Asked of each element.
    Projection(Box<Ast>),
    /// Asked of each member's value.
    ValueProjection(Box<Ast>),
    /// Asked of each element for which the condition holds.
    FilterProjection {
        condition: Box<Ast>,
        right: Box<Ast>,
    },
    List(Vec<Ast>),
    Hash(Vec<(String, Ast)>),
    Or(Vec<Ast>),
    And(Vec<Ast>),
    Not(Box<Ast>),
    Compare(Kind, Box<Ast>, Box<Ast>),
    Call(String, Vec<Ast>),
    Expref(Box<Ast>),
}

impl Ast {
    /// `step`, asked of what this answers.
    pub fn then(self, step: Self) -> Self {
        match self {
            Self::Current => step,
            Self::Steps(mut steps) => {
                steps.push(step);
                Self::Steps(steps)
            }
            first => Self::Steps(vec![first, step]),
        }
    }

    /// `self || right`.
    pub fn or(self, right: Self) -> Self {
        match self {
            Self::Or(mut all) => {
                all.push(right);
                Self::Or(all)
            }
            first => Self::Or(vec![first, right]),
        }
    }

    /// `self && right`.
    pub fn and(self, right: Self) -> Self {
        match self {
            Self::And(mut all) => {
                all.push(right);
                Self::And(all)
            }
            first => Self::And(vec![first, right]),
        }
    }

    /// Ends in an index: a slice directly after it does not project (a quirk of Python's `jmespath`).
    pub fn is_indexed(&self) -> bool {
        match self {
            Self::Index(_) | Self::Slice(_) => true,
            Self::Steps(steps) => matches!(steps.last(), Some(Self::Index(_) | Self::Slice(_))),
            _ => false,
        }
    }
}
