//! Types for shorthand values: text becomes numbers, booleans and lists where the shape says so, as the AWS CLI does it.

use serde_json::Value;
use skylab_cloud::names::{Service, Shape, ShapeId};

/// Gives every value in `value` the type of its shape. Unknown keys stay: validation names them.
pub fn fit(value: &mut Value, service: &Service, shape: ShapeId) -> Result<(), String> {
    match service.shape(shape) {
        Shape::Structure { members, .. } => {
            let Value::Object(map) = value else { return Ok(()) };
            for (key, value) in map.iter_mut() {
                if let Some(member) = members.iter().find(|member| member.name == *key) {
                    if matches!(service.shape(member.shape), Shape::Document) {
                        return Err(format!(
                            "Shorthand syntax does not support document types. Use JSON input for top-level argument to specify nested parameter: {key}"
                        ));
                    }
                    fit(value, service, member.shape)?;
                }
            }
        }
        Shape::Map { value: shape, .. } => {
            let Value::Object(map) = value else { return Ok(()) };
            for value in map.values_mut() {
                fit(value, service, *shape)?;
            }
        }
        Shape::List { member, .. } => match value {
            Value::Array(items) => {
                for item in items {
                    fit(item, service, *member)?;
                }
            }
            // `Values=x` means `Values=[x]`; the element keeps its type, as in the CLI.
            other => *other = Value::Array(vec![other.take()]),
        },
        Shape::Integer { .. } | Shape::Float { .. } => {
            if let Value::String(text) = value {
                *value = number(text, matches!(service.shape(shape), Shape::Integer { .. }))?;
            }
        }
        Shape::Boolean => {
            if let Value::String(text) = value {
                match text.to_ascii_lowercase().as_str() {
                    "true" => *value = Value::Bool(true),
                    "false" => *value = Value::Bool(false),
                    _ => {}
                }
            }
        }
        Shape::String { .. } | Shape::Timestamp | Shape::Blob | Shape::Document => {}
    }
    Ok(())
}

/// Reads a number as Python's `int()` and `float()` do, with their words for what they refuse.
pub fn number(text: &str, whole: bool) -> Result<Value, String> {
    let trimmed = text.trim();
    if whole {
        let digits = trimmed.strip_prefix('+').unwrap_or(trimmed);
        let read = digits.parse::<i64>().map(Value::from).or_else(|_| digits.parse::<u64>().map(Value::from));
        return read.map_err(|_| format!("invalid literal for int() with base 10: '{text}'"));
    }
    let read = trimmed.parse::<f64>().ok().and_then(serde_json::Number::from_f64);
    read.map(Value::Number).ok_or_else(|| format!("could not convert string to float: '{text}'"))
}
