//! `--output text`: tab-separated rows, keys sorted, nested things under their key in capitals.

use super::python;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// `--output text`; the error is Python's, where the CLI trips over a list that mixes objects and scalars.
pub(super) fn render(value: &Value) -> Result<String, String> {
    let mut out = String::new();
    item(value, None, None, &mut out)?;
    Ok(out)
}

fn is_scalar(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

fn item(value: &Value, name: Option<&str>, columns: Option<&BTreeSet<&str>>, out: &mut String) -> Result<(), String> {
    match value {
        Value::Object(members) => object(members, name, columns, out),
        Value::Array(items) => list(items, name, out),
        scalar => {
            row(&[python::str(scalar)], out);
            Ok(())
        }
    }
}

fn row(cells: &[String], out: &mut String) {
    out.push_str(&cells.join("\t"));
    out.push('\n');
}

fn list(items: &[Value], name: Option<&str>, out: &mut String) -> Result<(), String> {
    if items.iter().any(Value::is_object) {
        // Every row has the columns of all rows.
        let mut columns = BTreeSet::new();
        for value in items {
            let members = value.as_object().ok_or_else(|| format!("'{}' object has no attribute 'items'", python::type_name(value)))?;
            columns.extend(members.iter().filter(|(_, value)| is_scalar(value)).map(|(key, _)| key.as_str()));
        }
        return items.iter().try_for_each(|value| item(value, name, Some(&columns), out));
    }
    let (scalars, nested): (Vec<&Value>, Vec<&Value>) = items.iter().partition(|value| is_scalar(value));
    let cells: Vec<String> = scalars.into_iter().map(python::str).collect();
    match name {
        Some(name) => cells.into_iter().for_each(|cell| row(&[name.to_uppercase(), cell], out)),
        None if cells.is_empty() => {}
        None => row(&cells, out),
    }
    nested.into_iter().try_for_each(|value| item(value, name, None, out))
}

fn object(members: &Map<String, Value>, name: Option<&str>, columns: Option<&BTreeSet<&str>>, out: &mut String) -> Result<(), String> {
    let own: BTreeSet<&str> = members.iter().filter(|(_, value)| is_scalar(value)).map(|(key, _)| key.as_str()).collect();
    let columns = columns.unwrap_or(&own);
    if !columns.is_empty() {
        let cells = columns.iter().map(|key| members.get(*key).map_or_else(String::new, python::str));
        row(&name.map(str::to_uppercase).into_iter().chain(cells).collect::<Vec<_>>(), out);
    }
    let mut nested: Vec<_> = members.iter().filter(|(key, _)| !columns.contains(key.as_str())).collect();
    nested.sort_by_key(|(key, _)| *key);
    nested.into_iter().try_for_each(|(key, value)| item(value, Some(key), None, out))
}
