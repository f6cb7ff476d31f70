//! Variables: what differs from learner to learner, drawn from pools by the seed. One more variable changes no other one's draw.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

use super::{
    Amount, Arg, Pool,
    amount::written,
    limits::{MAX_POOL, MAX_VARS},
};

/// What a variable stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number, in billionths.
    Number(i128),
}

impl Value {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(nanos) => written(*nanos),
        }
    }

    /// As an argument of a text.
    pub fn arg(&self) -> Arg {
        match self {
            Self::Text(text) => Arg::Text(text.clone()),
            Self::Number(nanos) if nanos % 1_000_000_000 == 0 => Arg::Count((nanos / 1_000_000_000) as i64),
            Self::Number(nanos) => Arg::Text(written(*nanos)),
        }
    }
}

/// Why pools are of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PoolError {
    /// More variables than a lab may have.
    TooMany,
    /// The name is no lower-case word.
    Name(String),
    /// The pool is empty.
    Empty(String),
    /// The pool stands for more texts than it may.
    TooLarge(String),
    /// A range is none: `{9..1}`.
    Range(String, String),
    /// It stands beside a variable that has no numbers or texts, or has another number of them.
    Beside(String, String),
}

impl PoolError {
    /// The variable it is about.
    pub fn name(&self) -> &str {
        match self {
            Self::TooMany => "",
            Self::Name(name) | Self::Empty(name) | Self::TooLarge(name) | Self::Range(name, _) | Self::Beside(name, _) => name,
        }
    }
}

/// The values of all variables for one seed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, Value>);

impl Values {
    /// Draws from pools.
    pub fn draw(lab: &str, pools: &BTreeMap<String, Pool>, seed: u64) -> Result<Self, PoolError> {
        if pools.len() > MAX_VARS {
            return Err(PoolError::TooMany);
        }
        let mut values = BTreeMap::new();
        for (name, pool) in pools {
            if !is_name(name) {
                return Err(PoolError::Name(name.clone()));
            }
            values.insert(name.clone(), one(lab, (name, pool), pools, seed)?);
        }
        Ok(Self(values))
    }

    /// By name, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The variable of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A text with its `{variables}` filled in. Braces around anything else stay.
    pub fn fill(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, name, after)) = next_variable(rest) {
            out.push_str(before);
            match self.0.get(name) {
                Some(value) => out.push_str(&value.text()),
                None => out.push_str(&rest[before.len()..rest.len() - after.len()]),
            }
            rest = after;
        }
        out + rest
    }

    /// A number; `None` if a text in its place is no number.
    pub fn number(&self, amount: &Amount) -> Option<i128> {
        match amount {
            Amount::Nanos(nanos) => Some(*nanos),
            Amount::Text(text) => Amount::parse(&self.fill(text)),
        }
    }

    /// A JSON value with its texts filled in; a text that is nothing but a number's variable becomes the number.
    pub fn json(&self, value: &Json) -> Json {
        match value {
            Json::String(text) => match sole_variable(text).and_then(|name| self.0.get(name)) {
                Some(Value::Number(nanos)) => serde_json::from_str(&written(*nanos)).unwrap_or(Json::Null),
                _ => Json::String(self.fill(text)),
            },
            Json::Array(items) => Json::Array(items.iter().map(|item| self.json(item)).collect()),
            Json::Object(members) => Json::Object(members.iter().map(|(name, member)| (name.clone(), self.json(member))).collect()),
            other => other.clone(),
        }
    }
}

/// The variables that a text names.
pub fn variables(text: &str) -> Vec<&str> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((_, name, after)) = next_variable(rest) {
        found.push(name);
        rest = after;
    }
    found
}

/// The first `{name}` with what is before and after it.
fn next_variable(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text[from..].find('{')?;
        let inside = &text[open + 1..];
        let close = inside.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        match close {
            Some(close) if inside[close..].starts_with('}') && is_name(&inside[..close]) && !text[..open].ends_with('$') => {
                return Some((&text[..open], &inside[..close], &inside[close + 1..]));
            }
            _ => from = open + 1,
        }
    }
}

fn sole_variable(text: &str) -> Option<&str> {
    next_variable(text).filter(|(before, _, after)| before.is_empty() && after.is_empty()).map(|(_, name, _)| name)
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.len() <= 32
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// A number from 0 to 2^64 that depends on lab, variable and seed alone.
fn draw(lab: &str, name: &str, seed: u64) -> u64 {
    let digest = Sha256::new().chain_update(format!("{lab}\n{name}\n{seed}")).finalize();
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn one(lab: &str, (name, pool): (&str, &Pool), pools: &BTreeMap<String, Pool>, seed: u64) -> Result<Value, PoolError> {
    let pick = |name: &str, len: u64| draw(lab, name, seed) % len.max(1);
    match pool {
        Pool::Pool(entries) => {
            let sizes = entries.iter().map(|entry| size(name, entry)).collect::<Result<Vec<u64>, _>>()?;
            let total = sizes.iter().fold(0_u64, |sum, size| sum.saturating_add(*size));
            if total == 0 || total > MAX_POOL {
                return Err(if total == 0 { PoolError::Empty(name.to_owned()) } else { PoolError::TooLarge(name.to_owned()) });
            }
            let mut number = pick(name, total);
            for (entry, size) in entries.iter().zip(sizes) {
                if number < size {
                    return Ok(Value::Text(expanded(entry, number)));
                }
                number -= size;
            }
            Err(PoolError::Empty(name.to_owned()))
        }
        Pool::Numbers(numbers) => {
            let number = numbers.get(pick(name, numbers.len() as u64) as usize).ok_or_else(|| PoolError::Empty(name.to_owned()))?;
            Ok(Value::Number(i128::from(*number) * 1_000_000_000))
        }
        Pool::Beside(other, entries) => {
            let wrong = || PoolError::Beside(name.to_owned(), other.clone());
            let len = match pools.get(other) {
                Some(Pool::Numbers(numbers)) => numbers.len(),
                Some(Pool::Pool(texts)) if texts.iter().all(|text| size(other, text) == Ok(1)) => texts.len(),
                _ => return Err(wrong()),
            };
            if len != entries.len() || len == 0 {
                return Err(wrong());
            }
            match &entries[pick(other, len as u64) as usize] {
                Amount::Nanos(nanos) => Ok(Value::Number(*nanos)),
                Amount::Text(text) => Ok(Value::Text(text.clone())),
            }
        }
    }
}

/// A piece of a pool's entry.
enum Piece<'a> {
    Text(&'a str),
    /// From, how many, digits.
    Range(u64, u64, usize),
}

/// The pieces of an entry; `None` for a range that is none.
fn pieces(entry: &str) -> Option<Vec<Piece<'_>>> {
    let (mut pieces, mut rest) = (Vec::new(), entry);
    while let Some(open) = rest.find('{') {
        let (text, from) = rest.split_at(open);
        let (inside, after) = from[1..].split_once('}')?;
        pieces.push(Piece::Text(text));
        let (low, high) = inside.split_once("..")?;
        let (first, last) = (low.parse::<u64>().ok()?, high.parse::<u64>().ok()?);
        pieces.push(Piece::Range(first, last.checked_sub(first)?.checked_add(1)?, low.len()));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    Some(pieces)
}

/// How many texts an entry stands for.
fn size(name: &str, entry: &str) -> Result<u64, PoolError> {
    let pieces = pieces(entry).ok_or_else(|| PoolError::Range(name.to_owned(), entry.to_owned()))?;
    let sizes = pieces.iter().map(|piece| if let Piece::Range(_, len, _) = piece { *len } else { 1 });
    Ok(sizes.fold(1_u64, u64::saturating_mul))
}

/// The text of that number.
fn expanded(entry: &str, number: u64) -> String {
    let mut left = number;
    let mut parts: Vec<String> = Vec::new();
    for piece in pieces(entry).unwrap_or_default().into_iter().rev() {
        parts.push(match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Range(first, len, digits) => {
                let at = left % len;
                left /= len;
                format!("{:0digits$}", first + at)
            }
        });
    }
    parts.reverse();
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pools(text: &str) -> BTreeMap<String, Pool> {
        ron::from_str(text).unwrap()
    }

    #[test]
    fn a_pool_is_drawn_from_by_the_seed_and_each_variable_alone() {
        let few = pools(r#"{"bucket": pool(["logs-{0..999}"])}"#);
        let more = pools(r#"{"bucket": pool(["logs-{0..999}"]), "gb": numbers([400, 500])}"#);
        for seed in 0..20 {
            let (a, b) = (Values::draw("x", &few, seed).unwrap(), Values::draw("x", &more, seed).unwrap());
            assert_eq!(a.get("bucket"), b.get("bucket"));
        }
        let drawn: std::collections::BTreeSet<String> =
            (0..50).map(|seed| Values::draw("x", &few, seed).unwrap().fill("{bucket}")).collect();
        assert!(drawn.len() > 40, "{drawn:?}");
    }

    #[test]
    fn ranges_keep_their_leading_zeros_and_may_stand_side_by_side() {
        let all: Vec<String> = (0..6).map(|n| expanded("m{01..03}-{8..9}", n)).collect();
        assert_eq!(all, ["m01-8", "m01-9", "m02-8", "m02-9", "m03-8", "m03-9"]);
    }

    #[test]
    fn what_stands_beside_is_drawn_with_the_other() {
        let pools = pools(r#"{"gb": numbers([1, 2, 3]), "usd": beside("gb", [10, 20.5, 30])}"#);
        for seed in 0..20 {
            let values = Values::draw("x", &pools, seed).unwrap();
            let pair = values.fill("{gb} {usd}");
            assert!(["1 10", "2 20.5", "3 30"].contains(&pair.as_str()), "{pair}");
        }
    }

    #[test]
    fn only_variables_are_filled_in() {
        let values = Values::draw("x", &pools(r#"{"n": numbers([7])}"#), 0).unwrap();
        assert_eq!(values.fill(r#"{"a": {n}, "b": {m}, "c": ${n}} {n"#), r#"{"a": 7, "b": {m}, "c": ${n}} {n"#);
        assert_eq!(values.json(&serde_json::json!({"a": "{n}", "b": ["x{n}", true]})), serde_json::json!({"a": 7, "b": ["x7", true]}));
        assert_eq!(variables("{n} { n } {n-1} ${n} {m_2}"), ["n", "m_2"]);
    }

    #[test]
    fn useless_pools_are_refused_by_name() {
        for (text, want) in [
            (r#"{"a": pool([])}"#, PoolError::Empty("a".into())),
            (r#"{"a": numbers([])}"#, PoolError::Empty("a".into())),
            (r#"{"a": pool(["{0..9999999}"])}"#, PoolError::TooLarge("a".into())),
            (r#"{"a": pool(["{0..99999999}{0..99999999}{0..99999999}"])}"#, PoolError::TooLarge("a".into())),
            (r#"{"a": pool(["{9..1}"])}"#, PoolError::Range("a".into(), "{9..1}".into())),
            (r#"{"a": pool(["{1..}"])}"#, PoolError::Range("a".into(), "{1..}".into())),
            (r#"{"a": beside("b", [1])}"#, PoolError::Beside("a".into(), "b".into())),
            (r#"{"a": beside("b", [1]), "b": numbers([1, 2])}"#, PoolError::Beside("a".into(), "b".into())),
            (r#"{"A": numbers([1])}"#, PoolError::Name("A".into())),
        ] {
            assert_eq!(Values::draw("x", &pools(text), 1), Err(want), "{text}");
        }
    }
}
