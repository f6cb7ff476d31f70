//! JMESPath's types as Python's `jmespath` checks, compares and names them.

use super::QueryError;
use super::functions::Argument;
use crate::format::python;
use serde_json::{Number, Value};
use std::cmp::Ordering;

/// The name of a value's type in JMESPath.
pub(super) fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// JMESPath's `==`: Python's, except that a number never equals a boolean.
pub(super) fn equal(left: &Value, right: &Value) -> bool {
    left.is_boolean() == right.is_boolean() && python_equal(left, right)
}

/// Python's `==`, in which 1, 1.0 and True are the same.
pub(super) fn python_equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => compare_numbers(a, b).is_eq(),
        (Value::Bool(b), Value::Number(n)) | (Value::Number(n), Value::Bool(b)) => compare_numbers(n, &Number::from(u8::from(*b))).is_eq(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| python_equal(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| python_equal(a, b)))
        }
        (a, b) => a == b,
    }
}

fn compare_numbers(a: &Number, b: &Number) -> Ordering {
    match (a.as_i128(), b.as_i128()) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => a.as_f64().unwrap_or_default().total_cmp(&b.as_f64().unwrap_or_default()),
    }
}

/// Orders two numbers or two strings; other types have no order. A number and a string fail, as Python's `operator` does.
pub(super) fn compare(left: &Value, operator: &str, right: &Value) -> Result<Option<Ordering>, QueryError> {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(Some(compare_numbers(a, b))),
        (Value::String(a), Value::String(b)) => Ok(Some(a.cmp(b))),
        (Value::Number(_), Value::String(_)) | (Value::String(_), Value::Number(_)) => {
            let (left, right) = (python::type_name(left), python::type_name(right));
            Err(QueryError::search(format!("'{operator}' not supported between instances of '{left}' and '{right}'")))
        }
        _ => Ok(None),
    }
}

/// Fails, in Python's words, unless `argument` has one of the types in `allowed`; `[]` allows all.
pub(super) fn check(function: &str, argument: &Argument<'_>, allowed: &[&str]) -> Result<(), QueryError> {
    if allowed.is_empty() {
        return Ok(());
    }
    let value = match argument {
        Argument::Expression(_) if allowed.contains(&"expref") => return Ok(()),
        Argument::Expression(_) => return Err(mismatch(function, "<jmespath.visitor._Expression object>", "expref", allowed)),
        Argument::Value(value) => &**value,
    };
    let name = name_of(value);
    if !allowed.iter().any(|t| t.split('-').next() == Some(name)) {
        return Err(mismatch(function, &python::str(value), name, allowed));
    }
    let elements: Vec<&str> = allowed.iter().filter_map(|t| t.strip_prefix("array-")).collect();
    let (Value::Array(items), [_, ..]) = (value, &*elements) else { return Ok(()) };
    // Several element types mean that all are of the first one's.
    let wanted = items.first().map(name_of).filter(|first| elements.contains(first)).unwrap_or(elements[0]);
    match items.iter().find(|item| name_of(item) != wanted) {
        Some(item) => Err(mismatch(function, &python::str(item), python::type_name(item), allowed)),
        None => Ok(()),
    }
}

/// The error for a value of the wrong type.
pub(super) fn mismatch(function: &str, value: &str, received: &str, allowed: &[&str]) -> QueryError {
    let allowed: Vec<String> = allowed.iter().map(|t| format!("'{t}'")).collect();
    let allowed = allowed.join(", ");
    QueryError::search(format!(
        "In function {function}(), invalid type for value: {value}, expected one of: [{allowed}], received: \"{received}\""
    ))
}
