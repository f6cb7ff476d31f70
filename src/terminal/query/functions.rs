//! JMESPath's functions; arguments are checked and errors worded as Python's `jmespath` does.

use super::QueryError;
use super::ast::Ast;
use super::eval::{Budget, UNPRINTABLE, eval};
use super::kinds::{check, compare, mismatch, name_of, python_equal};
use crate::format::{json, python};
use serde_json::{Map, Number, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

/// An argument of a function: a value, or `&expression`.
pub(super) enum Argument<'v> {
    Value(Cow<'v, Value>),
    Expression(&'v Ast),
}

type Answer = Result<Value, QueryError>;

/// The types of each argument of a function, and whether the last one may repeat.
struct Signature(&'static [&'static [&'static str]], bool);

const ANY: &[&str] = &[];
const NUMBER: &[&str] = &["number"];
const NUMBERS: &[&str] = &["array-number"];
const STRING: &[&str] = &["string"];
const ARRAY: &[&str] = &["array"];
const OBJECT: &[&str] = &["object"];
const EXPREF: &[&str] = &["expref"];
const NUMBERS_OR_STRINGS: &[&str] = &["array-number", "array-string"];

fn signature(name: &str) -> Option<Signature> {
    let types: &'static [&'static [&'static str]] = match name {
        "abs" | "ceil" | "floor" => &[NUMBER],
        "avg" | "sum" => &[NUMBERS],
        "not_null" => return Some(Signature(&[ANY], true)),
        "merge" => return Some(Signature(&[OBJECT], true)),
        "to_array" | "to_string" | "to_number" | "type" => &[ANY],
        "contains" => &[&["array", "string"], ANY],
        "length" => &[&["string", "array", "object"]],
        "ends_with" | "starts_with" => &[STRING, STRING],
        "reverse" => &[&["array", "string"]],
        "join" => &[STRING, &["array-string"]],
        "map" => &[EXPREF, ARRAY],
        "max" | "min" => &[NUMBERS_OR_STRINGS],
        "sort" => &[&["array-string", "array-number"]],
        "keys" | "values" => &[OBJECT],
        "sort_by" | "min_by" | "max_by" => &[ARRAY, EXPREF],
        _ => return None,
    };
    Some(Signature(types, false))
}

/// Calls a function.
pub(super) fn call(name: &str, given: Vec<Argument<'_>>, budget: &mut Budget) -> Answer {
    let Some(Signature(types, variadic)) = signature(name) else {
        return Err(QueryError::search(format!("Unknown function: {name}()")));
    };
    let (wanted, n) = (types.len(), given.len());
    if if variadic { n < wanted } else { n != wanted } {
        let (least, plural) = (if variadic { "at least " } else { "" }, if wanted == 1 { "" } else { "s" });
        return Err(QueryError::search(format!("Expected {least}{wanted} argument{plural} for function {name}(), received {n}")));
    }
    for (argument, allowed) in given.iter().zip(types) {
        check(name, argument, allowed)?;
    }
    let mut values = Vec::new();
    let mut by = None;
    for argument in given {
        match argument {
            Argument::Value(value) => values.push(budget.own(value)?),
            Argument::Expression(ast) => by = Some(ast),
        }
    }
    match by {
        Some(ast) => by_expression(name, ast, values.pop().unwrap_or_default(), budget),
        None => of_values(name, values),
    }
}

/// The functions that take an expression: `map`, `sort_by`, `min_by` and `max_by`.
fn by_expression(name: &str, ast: &Ast, array: Value, budget: &mut Budget) -> Answer {
    let Value::Array(items) = array else {
        // Python lets an expression pass where anything may stand, but cannot print it.
        return if name == "type" { Ok(Value::Null) } else { Err(QueryError::search(UNPRINTABLE)) };
    };
    if name == "map" {
        let mut mapped = Vec::new();
        for item in &items {
            let found = eval(ast, item, budget)?;
            mapped.push(budget.own(found)?);
        }
        return Ok(Value::Array(mapped));
    }
    let mut allowed = vec!["number", "string"];
    let mut keyed: Vec<(Value, Value)> = Vec::new();
    for item in items {
        let found = eval(ast, &item, budget)?;
        let key = budget.own(found)?;
        if name == "sort_by" && keyed.is_empty() {
            if !allowed.contains(&name_of(&key)) {
                return Err(mismatch(name, &python::str(&item), name_of(&key), &["string", "number"]));
            }
            allowed = vec![name_of(&key)];
        }
        if !allowed.contains(&name_of(&key)) {
            return Err(mismatch(name, &python::str(&key), name_of(&key), &allowed));
        }
        if let Some((first, _)) = keyed.first() {
            compare(&key, if name == "max_by" { ">" } else { "<" }, first)?;
        }
        keyed.push((key, item));
    }
    if name == "sort_by" {
        keyed.sort_by(|(a, _), (b, _)| order(a, b));
        return Ok(Value::Array(keyed.into_iter().map(|(_, item)| item).collect()));
    }
    let wanted = if name == "max_by" { Ordering::Greater } else { Ordering::Less };
    Ok(best(keyed, wanted, |(key, _)| key).map_or(Value::Null, |(_, item)| item))
}

/// The first of the items that stand furthest to one side.
fn best<T>(items: Vec<T>, wanted: Ordering, key: fn(&T) -> &Value) -> Option<T> {
    items.into_iter().reduce(|best, next| if order(key(&next), key(&best)) == wanted { next } else { best })
}

/// The order of two values already known to be both numbers or both strings.
fn order(a: &Value, b: &Value) -> Ordering {
    compare(a, "<", b).ok().flatten().unwrap_or(Ordering::Equal)
}

fn of_values(name: &str, mut values: Vec<Value>) -> Answer {
    if name == "not_null" {
        return Ok(values.into_iter().find(|v| !v.is_null()).unwrap_or_default());
    }
    if name == "merge" {
        return Ok(merge(values));
    }
    let second = (values.len() == 2).then(|| values.pop().unwrap_or_default());
    let first = values.pop().unwrap_or_default();
    match second {
        Some(second) => of_two(name, &first, &second),
        None => Ok(of_one(name, first)),
    }
}

fn merge(values: Vec<Value>) -> Value {
    let mut merged = Map::new();
    for value in values {
        if let Value::Object(members) = value {
            merged.extend(members);
        }
    }
    Value::Object(merged)
}

fn of_two(name: &str, first: &Value, second: &Value) -> Answer {
    Ok(match (name, first, second) {
        ("contains", Value::Array(items), wanted) => Value::Bool(items.iter().any(|item| python_equal(item, wanted))),
        ("contains", Value::String(text), Value::String(part)) => Value::Bool(text.contains(part)),
        ("contains", _, other) => {
            let found = python::type_name(other);
            return Err(QueryError::search(format!("'in <string>' requires string as left operand, not {found}")));
        }
        ("starts_with", Value::String(text), Value::String(part)) => Value::Bool(text.starts_with(part.as_str())),
        ("ends_with", Value::String(text), Value::String(part)) => Value::Bool(text.ends_with(part.as_str())),
        ("join", Value::String(separator), Value::Array(items)) => {
            Value::String(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(separator))
        }
        _ => Value::Null,
    })
}

fn of_one(name: &str, value: Value) -> Value {
    match (name, value) {
        ("abs", Value::Number(n)) => match n.as_i64() {
            Some(i) => Value::from(i.unsigned_abs()),
            None => n.as_f64().map_or(Value::Null, |f| if n.is_f64() { Value::from(f.abs()) } else { Value::Number(n) }),
        },
        ("ceil", Value::Number(n)) => whole(n, f64::ceil),
        ("floor", Value::Number(n)) => whole(n, f64::floor),
        ("avg", Value::Array(items)) if items.is_empty() => Value::Null,
        ("avg", Value::Array(items)) => Value::from(sum(&items).as_f64().unwrap_or_default() / items.len() as f64),
        ("sum", Value::Array(items)) => sum(&items),
        ("type", value) => Value::from(name_of(&value)),
        ("to_array", value @ Value::Array(_)) | ("to_string", value @ Value::String(_)) | ("to_number", value @ Value::Number(_)) => value,
        ("to_array", value) => Value::Array(vec![value]),
        ("to_string", value) => Value::String(json::write(&value, json::Style::Compact)),
        ("to_number", Value::String(text)) => number(text.trim()),
        ("length", Value::String(text)) => Value::from(text.chars().count()),
        ("length", Value::Array(items)) => Value::from(items.len()),
        ("length", Value::Object(members)) => Value::from(members.len()),
        ("reverse", Value::String(text)) => Value::String(text.chars().rev().collect()),
        ("reverse", Value::Array(items)) => Value::Array(items.into_iter().rev().collect()),
        ("max", Value::Array(items)) => best(items, Ordering::Greater, |item| item).unwrap_or_default(),
        ("min", Value::Array(items)) => best(items, Ordering::Less, |item| item).unwrap_or_default(),
        ("sort", Value::Array(mut items)) => {
            items.sort_by(order);
            Value::Array(items)
        }
        ("keys", Value::Object(members)) => members.into_iter().map(|(key, _)| Value::String(key)).collect(),
        ("values", Value::Object(members)) => members.into_iter().map(|(_, value)| value).collect(),
        _ => Value::Null,
    }
}

/// A whole number stays what it is; a fraction becomes the whole number that `round` gives.
fn whole(n: Number, round: fn(f64) -> f64) -> Value {
    match n.as_f64() {
        Some(f) if n.is_f64() => Value::from(round(f) as i64),
        _ => Value::Number(n),
    }
}

/// Python's `sum`: whole as long as every number is.
fn sum(items: &[Value]) -> Value {
    let whole = items.iter().try_fold(0_i64, |sum, item| sum.checked_add(item.as_i64()?));
    whole.map_or_else(|| Value::from(items.iter().filter_map(Value::as_f64).sum::<f64>()), Value::from)
}

/// Python's `int(text)`, or else `float(text)`; infinities and NaN, which JSON has not, are null.
fn number(text: &str) -> Value {
    if let Ok(whole) = text.parse::<i64>() {
        return Value::from(whole);
    }
    text.parse::<f64>().map_or(Value::Null, Value::from)
}
