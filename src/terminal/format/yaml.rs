//! `--output yaml`: block style, sorted keys, laid out as libyaml lays out what the CLI gives it.

mod scalar;

use super::python;
use scalar::{Style, column_of, indent_line, is_break};
use serde_json::{Map, Value};

/// Keys longer than this (in bytes) get a line of their own after `?`.
const LONGEST_KEY: usize = 128;

/// `--output yaml`: like JSON, an empty object prints nothing.
pub(super) fn render(value: &Value) -> String {
    let mut out = String::new();
    match value {
        Value::Object(members) if members.is_empty() => return out,
        Value::Array(items) if !items.is_empty() => list(items, 0, &mut out),
        Value::Object(members) => map(members, 0, &mut out),
        leaf => {
            // A document that is one plain scalar needs an end mark.
            if leaf_value(leaf, 2, &mut out) == Style::Plain && !leaf.is_array() {
                out.push_str("\n...");
            }
        }
    }
    out.push('\n');
    out
}

/// Writes what takes part of a line: a scalar, or an empty list or object. Long text goes on at `indent`.
fn leaf_value(value: &Value, indent: usize, out: &mut String) -> Style {
    let plain = match value {
        Value::String(text) => return scalar::write(text, Some(indent), out),
        Value::Null => "null".to_owned(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => python::number(n),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
    };
    out.push_str(&plain);
    Style::Plain
}

/// Writes a value that follows `- ` or `: ` on the same line; what does not fit there stands at `indent`.
fn inline(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Array(items) if !items.is_empty() => list(items, indent, out),
        Value::Object(members) if !members.is_empty() => map(members, indent, out),
        leaf => {
            leaf_value(leaf, indent, out);
        }
    }
}

fn list(items: &[Value], indent: usize, out: &mut String) {
    for item in items {
        start_entry(indent, out);
        out.push_str("- ");
        inline(item, indent + 2, out);
    }
}

fn map(members: &Map<String, Value>, indent: usize, out: &mut String) {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by_key(|(key, _)| *key);
    for (key, value) in members {
        start_entry(indent, out);
        if key.len() > LONGEST_KEY || key.contains(is_break) {
            out.push_str("? ");
            scalar::write(key, Some(indent + 2), out);
            indent_line(indent, out);
            out.push_str(": ");
            inline(value, indent + 2, out);
            continue;
        }
        scalar::write(key, None, out);
        out.push(':');
        match value {
            // A list stands under its key, not further in.
            Value::Array(items) if !items.is_empty() => list(items, indent, out),
            Value::Object(members) if !members.is_empty() => map(members, indent + 2, out),
            leaf => {
                out.push(' ');
                leaf_value(leaf, indent + 2, out);
            }
        }
    }
}

/// Goes to where an entry at `indent` starts: here, if this is the place, or on a new line.
fn start_entry(indent: usize, out: &mut String) {
    if !(out.is_empty() || out.ends_with(' ') && column_of(out) == indent) {
        indent_line(indent, out);
    }
}
