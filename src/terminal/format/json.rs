//! JSON as Python's `json.dumps` spaces and escapes it.

use super::python;
use serde_json::Value;
use std::fmt::Write;

/// How JSON is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Four spaces a level, non-ASCII text as it is: `--output json`.
    Pretty,
    /// No spaces, ASCII only: JMESPath's `to_string`.
    Compact,
    /// Spaces after `,` and `:`, ASCII only: pagination tokens.
    Spaced,
}

/// `--output json`: an empty object prints nothing, anything else a document and a line end.
pub(super) fn render(value: &Value) -> String {
    match value {
        Value::Object(members) if members.is_empty() => String::new(),
        value => write(value, Style::Pretty) + "\n",
    }
}

/// Writes a value.
pub(crate) fn write(value: &Value, style: Style) -> String {
    let mut writer = Writer { style, out: String::new() };
    writer.value(value, 0);
    writer.out
}

struct Writer {
    style: Style,
    out: String,
}

impl Writer {
    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(b) => self.out.push_str(if *b { "true" } else { "false" }),
            Value::Number(n) => self.out.push_str(&python::number(n)),
            Value::String(text) => self.string(text),
            Value::Array(items) if items.is_empty() => self.out.push_str("[]"),
            Value::Object(members) if members.is_empty() => self.out.push_str("{}"),
            Value::Array(items) => {
                self.out.push('[');
                for (i, item) in items.iter().enumerate() {
                    self.separate(i, depth + 1);
                    self.value(item, depth + 1);
                }
                self.close(']', depth);
            }
            Value::Object(members) => {
                self.out.push('{');
                for (i, (key, item)) in members.iter().enumerate() {
                    self.separate(i, depth + 1);
                    self.string(key);
                    self.out.push_str(if self.style == Style::Compact { ":" } else { ": " });
                    self.value(item, depth + 1);
                }
                self.close('}', depth);
            }
        }
    }

    fn separate(&mut self, i: usize, depth: usize) {
        if i > 0 {
            self.out.push_str(if self.style == Style::Spaced { ", " } else { "," });
        }
        self.line(depth);
    }

    fn close(&mut self, bracket: char, depth: usize) {
        self.line(depth);
        self.out.push(bracket);
    }

    fn line(&mut self, depth: usize) {
        if self.style == Style::Pretty {
            self.out.push('\n');
            self.out.push_str(&"    ".repeat(depth));
        }
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                c if c < ' ' || (self.style != Style::Pretty && !c.is_ascii()) => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = write!(self.out, "\\u{unit:04x}");
                    }
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}
