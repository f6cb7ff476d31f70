//! Conditions: AWS's operators with their set qualifiers and `IfExists`, held against a request context
//! (IAM User Guide, condition operators and multivalued context keys).

use core::net::IpAddr; // addresses as numbers; nothing is connected

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::{
    arn,
    context::Keys,
    pattern::{Pattern, Reading, Variables},
};
use crate::names::parse_timestamp;

/// What is compared, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// StringEquals
    Text,
    /// StringEqualsIgnoreCase
    TextInAnyCase,
    /// StringLike
    TextLike,
    /// Numeric…
    Number(Order),
    /// Date…
    Date(Order),
    /// Bool
    Truth,
    /// BinaryEquals
    Bytes,
    /// IpAddress
    Address,
    /// ArnEquals and ArnLike, which are the same
    Arn,
    /// Null
    Absent,
}

/// Which way two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The same.
    Same,
    /// Less.
    Less,
    /// Less or the same.
    AtMost,
    /// Greater.
    Greater,
    /// Greater or the same.
    AtLeast,
}

/// How the values of a key with many are taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// ForAllValues
    All,
    /// ForAnyValue
    Any,
}

/// An operator as it is written in a policy, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The comparison.
    pub compare: Compare,
    /// It holds where the comparison does not: `StringNotEquals`.
    pub negated: bool,
    /// ForAllValues, ForAnyValue.
    pub set: Option<Set>,
    /// IfExists.
    pub if_exists: bool,
}

const OPERATORS: &[(&str, Compare, bool)] = &[
    ("StringEquals", Compare::Text, false),
    ("StringNotEquals", Compare::Text, true),
    ("StringEqualsIgnoreCase", Compare::TextInAnyCase, false),
    ("StringNotEqualsIgnoreCase", Compare::TextInAnyCase, true),
    ("StringLike", Compare::TextLike, false),
    ("StringNotLike", Compare::TextLike, true),
    ("NumericEquals", Compare::Number(Order::Same), false),
    ("NumericNotEquals", Compare::Number(Order::Same), true),
    ("NumericLessThan", Compare::Number(Order::Less), false),
    ("NumericLessThanEquals", Compare::Number(Order::AtMost), false),
    ("NumericGreaterThan", Compare::Number(Order::Greater), false),
    ("NumericGreaterThanEquals", Compare::Number(Order::AtLeast), false),
    ("DateEquals", Compare::Date(Order::Same), false),
    ("DateNotEquals", Compare::Date(Order::Same), true),
    ("DateLessThan", Compare::Date(Order::Less), false),
    ("DateLessThanEquals", Compare::Date(Order::AtMost), false),
    ("DateGreaterThan", Compare::Date(Order::Greater), false),
    ("DateGreaterThanEquals", Compare::Date(Order::AtLeast), false),
    ("Bool", Compare::Truth, false),
    ("BinaryEquals", Compare::Bytes, false),
    ("IpAddress", Compare::Address, false),
    ("NotIpAddress", Compare::Address, true),
    ("ArnEquals", Compare::Arn, false),
    ("ArnNotEquals", Compare::Arn, true),
    ("ArnLike", Compare::Arn, false),
    ("ArnNotLike", Compare::Arn, true),
    ("Null", Compare::Absent, false),
];

impl Operator {
    /// The operator of that name, in whatever case.
    pub fn named(name: &str) -> Option<Self> {
        let (set, rest) = match name.split_once(':') {
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAllValues") => (Some(Set::All), rest),
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAnyValue") => (Some(Set::Any), rest),
            Some(_) => return None,
            None => (None, name),
        };
        let at = rest.len().checked_sub("IfExists".len()).filter(|at| rest.is_char_boundary(*at));
        let bare = at.map(|at| rest.split_at(at)).filter(|(_, end)| end.eq_ignore_ascii_case("IfExists")).map(|(bare, _)| bare);
        let if_exists = bare.is_some();
        let bare = bare.unwrap_or(rest);
        let (_, compare, negated) = OPERATORS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(bare))?;
        let nonsense = *compare == Compare::Absent && if_exists;
        (!nonsense).then_some(Self { compare: *compare, negated: *negated, set, if_exists })
    }
}

/// One key under one operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The operator as it is written.
    pub written: String,
    /// The operator.
    pub operator: Operator,
    /// The key as it is written.
    pub key: String,
    /// The values as they are written; one of them must fit.
    pub values: Vec<String>,
    /// The same, ready to be matched.
    patterns: Vec<Pattern>,
}

impl Condition {
    /// A condition of a policy; `variables` for a version that has them.
    pub fn new(written: &str, operator: Operator, key: &str, values: Vec<String>, variables: bool) -> Self {
        let has_variables =
            matches!(operator.compare, Compare::Text | Compare::TextInAnyCase | Compare::TextLike | Compare::Arn) && variables;
        let reading = Reading {
            wildcards: matches!(operator.compare, Compare::TextLike | Compare::Arn),
            variables: if has_variables { Variables::Everywhere } else { Variables::Nowhere },
        };
        let patterns = values.iter().map(|value| Pattern::read(value, reading)).collect();
        Self { written: written.to_owned(), operator, key: key.to_owned(), values, patterns }
    }

    /// The keys of the variables in its values.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().flat_map(Pattern::variables)
    }

    /// True if the condition holds.
    pub fn holds(&self, keys: &dyn Keys) -> bool {
        let have = keys.values(&self.key).filter(|values| !values.is_empty());
        let Operator { compare, negated, set, if_exists } = self.operator;
        if compare == Compare::Absent {
            return self.values.iter().any(|wanted| wanted.eq_ignore_ascii_case(if have.is_none() { "true" } else { "false" }));
        }
        let Some(have) = have else {
            return if_exists
                || match set {
                    Some(Set::All) => true,
                    Some(Set::Any) => false,
                    None => negated,
                };
        };
        let fits = |value: &String| (0..self.values.len()).any(|at| self.compares(at, value, keys)) != negated;
        match set {
            Some(Set::All) => have.iter().all(fits),
            // without a set operator: one that fits, or for a negated operator none that does
            None if negated => have.iter().all(fits),
            Some(Set::Any) | None => have.iter().any(fits),
        }
    }

    /// Compares a value of the request with one of the policy's.
    fn compares(&self, at: usize, value: &str, keys: &dyn Keys) -> bool {
        let (wanted, pattern) = (&self.values[at], &self.patterns[at]);
        match self.operator.compare {
            Compare::Text | Compare::TextLike => pattern.matches(value, keys),
            Compare::TextInAnyCase => pattern.filled(keys).is_some_and(|atoms| super::pattern::matches(&atoms, value, true)),
            Compare::Number(order) => number(wanted).zip(number(value)).is_some_and(|(wanted, have)| order.holds(&have, &wanted)),
            Compare::Date(order) => date(wanted).zip(date(value)).is_some_and(|(wanted, have)| order.holds(&have, &wanted)),
            Compare::Truth => wanted.eq_ignore_ascii_case(value),
            Compare::Bytes => bytes(wanted).zip(bytes(value)).is_some_and(|(wanted, have)| wanted == have),
            Compare::Address => Network::read(wanted).zip(value.parse().ok()).is_some_and(|(network, have)| network.holds(have)),
            Compare::Arn => arn::value_matches(pattern, value, keys),
            Compare::Absent => false,
        }
    }
}

impl Order {
    fn holds<T: PartialOrd>(self, have: &T, wanted: &T) -> bool {
        match self {
            Self::Same => have == wanted,
            Self::Less => have < wanted,
            Self::AtMost => have <= wanted,
            Self::Greater => have > wanted,
            Self::AtLeast => have >= wanted,
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
}

fn date(text: &str) -> Option<jiff::Timestamp> {
    parse_timestamp(&Value::from(text))
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// A range of addresses: `203.0.113.0/24`, or a single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    n_bits: u32,
}

impl Network {
    /// Reads a range in CIDR notation.
    pub fn read(text: &str) -> Option<Self> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().ok()?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let n_bits = bits.map_or(Some(width), |bits| bits.parse().ok()).filter(|n_bits| *n_bits <= width)?;
        Some(Self { address, n_bits })
    }

    /// How many leading bits are fixed.
    pub fn n_bits(self) -> u32 {
        self.n_bits
    }

    /// Where the range begins.
    pub fn address(self) -> IpAddr {
        self.address
    }

    /// True if the address is in the range.
    pub fn holds(self, other: IpAddr) -> bool {
        let same = |a: u128, b: u128, width: u32| (a ^ b).checked_shr(width - self.n_bits).unwrap_or(0) == 0;
        match (self.address, other) {
            (IpAddr::V4(a), IpAddr::V4(b)) => same(u128::from(a.to_bits()), u128::from(b.to_bits()), 32),
            (IpAddr::V6(a), IpAddr::V6(b)) => same(a.to_bits(), b.to_bits(), 128),
            _ => false,
        }
    }
}

#[cfg(test)]
#[path = "condition_tests.rs"]
mod tests;
