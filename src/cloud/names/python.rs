//! JSON values as Python prints them, because botocore's reports do.

use serde_json::{Number, Value};

/// Deeper values are printed as `...`; nobody reads them, and the stack ends somewhere.
const DEEPEST: usize = 100;

/// `str(value)`: bare text, otherwise as in [`repr`].
pub(super) fn str(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => repr(other, 0),
    }
}

/// `str(type(value))`.
pub(super) fn class(value: &Value) -> &'static str {
    match value {
        Value::Null => "<class 'NoneType'>",
        Value::Bool(_) => "<class 'bool'>",
        Value::Number(number) if number.is_f64() => "<class 'float'>",
        Value::Number(_) => "<class 'int'>",
        Value::String(_) => "<class 'str'>",
        Value::Array(_) => "<class 'list'>",
        Value::Object(_) => "<class 'dict'>",
    }
}

fn repr(value: &Value, depth: usize) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => self::number(number),
        Value::String(text) => quoted(text),
        Value::Array(_) | Value::Object(_) if depth == DEEPEST => "...".to_owned(),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| repr(item, depth + 1)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(entries) => {
            let entries: Vec<_> = entries.iter().map(|(key, item)| format!("{}: {}", quoted(key), repr(item, depth + 1))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// `repr(number)`: Rust and Python agree on floats but for the exponent, which Python writes with a sign and two digits.
pub(super) fn number(number: &Number) -> String {
    let Some(float) = number.as_f64().filter(|_| number.is_f64()) else { return number.to_string() };
    let text = format!("{float:?}");
    match text.split_once('e') {
        None => text,
        Some((digits, exponent)) => {
            let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |size| ('-', size));
            format!("{digits}e{sign}{exponent:0>2}")
        }
    }
}

/// `repr(text)`: single quotes, unless there are single quotes and no double ones inside.
fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut written = String::with_capacity(text.len() + 2);
    written.push(quote);
    for c in text.chars() {
        match c {
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            '\\' => written.push_str("\\\\"),
            c if c == quote => written.extend(['\\', c]),
            '\'' | '"' => written.push(c),
            c if c.escape_debug().count() == 1 => written.push(c),
            c => written.push_str(&escaped(c.into())),
        }
    }
    written.push(quote);
    written
}

/// The shortest of Python's escapes that holds the code point.
fn escaped(code: u32) -> String {
    match code {
        0..0x100 => format!("\\x{code:02x}"),
        0x100..0x1_0000 => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_print_as_in_python() {
        for (value, printed) in [
            (json!(null), "None"),
            (json!(true), "True"),
            (json!(-7), "-7"),
            (json!(1.0), "1.0"),
            (json!(1e16), "1e+16"),
            (json!(0.00001), "1e-05"),
            (json!(2.5e-300), "2.5e-300"),
            (json!(123_456_789.25), "123456789.25"),
            (json!("it's"), "it's"),
            (json!(["it's", "\"'", "a\n\u{7f}한\u{200b}\u{1f600}"]), r#"["it's", '"\'', 'a\n\x7f한\u200b😀']"#),
            (json!({"b": [1, {}], "a": false}), "{'b': [1, {}], 'a': False}"),
        ] {
            assert_eq!(str(&value), printed);
        }
    }

    #[test]
    fn endless_nesting_is_cut() {
        let deep = (0..5000).fold(json!(1), |inner, _| Value::Array(vec![inner]));
        assert!(str(&deep).contains("[...]"));
        std::mem::forget(deep); // dropping it would use the stack that printing spares
    }
}
