//! How Python writes a value: `str()` and `repr()`, which the CLI's text and table output and its errors show.

use serde_json::{Number, Value};

/// Python's `str(value)`.
pub(crate) fn str(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => repr(other),
    }
}

/// The name of a value's type in Python.
pub(crate) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "NoneType",
        Value::Bool(_) => "bool",
        Value::Number(n) if n.is_f64() => "float",
        Value::Number(_) => "int",
        Value::String(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
    }
}

/// Python's `repr(value)`.
fn repr(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(n) => number(n),
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", items.iter().map(repr).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members: Vec<String> = members.iter().map(|(key, value)| format!("{}: {}", quoted(key), repr(value))).collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

/// A string literal, in double quotes only if that spares an escape.
fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c if !is_printable(c) => out += &escape(c),
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

fn escape(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// Nearly Python's `str.isprintable`: without the table of unassigned characters.
fn is_printable(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c == ' ' || !(c.is_control() || c.is_whitespace() || invisible || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..))
}

/// A number as Python, and so its JSON, spells it: `1e-05` and `1e+16` where Rust's JSON has `0.00001` and `1e16`.
pub(crate) fn number(n: &Number) -> String {
    let text = match n.as_f64() {
        Some(f) if n.is_f64() && f != 0.0 && f.abs() < 1e-4 => format!("{f:e}"),
        _ => n.to_string(),
    };
    match text.split_once('e') {
        Some((digits, exponent)) => {
            let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent.trim_start_matches('+')), |e| ('-', e));
            format!("{digits}e{sign}{exponent:0>2}")
        }
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn floats_are_spelt_as_python_spells_them() {
        let expected = ["0.0", "1000000000000000.0", "1e+16", "0.0001", "1.5e-05", "-2.5", "1474980067755177.2"];
        for (f, expected) in [0.0, 1e15, 1e16, 1e-4, 1.5e-5, -2.5, 1_474_980_067_755_177.2].into_iter().zip(expected) {
            assert_eq!(str(&json!(f)), expected);
        }
    }

    #[test]
    fn nested_values_are_shown_as_python_shows_them() {
        let value = json!({"a": [null, true, "it's", "say \"it's\""], "b": 1});
        assert_eq!(str(&value), r#"{'a': [None, True, "it's", 'say "it\'s"'], 'b': 1}"#);
    }
}
