//! JSON documents, with the words that Python's `json` has for what is wrong, since those are the AWS CLI's.

use serde_json::Value;

/// Reads a JSON document.
pub fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| in_pythons_words(text, &error))
}

fn in_pythons_words(text: &str, error: &serde_json::Error) -> String {
    let full = error.to_string();
    let what = full.split(" at line ").next().unwrap_or(&full);
    let at = offset(text, error);
    let (what, at) = match what {
        "expected `,` or `}`" | "expected `,` or `]`" | "EOF while parsing a list" => ("Expecting ',' delimiter", at),
        "EOF while parsing an object" => match text.trim_end().chars().next_back() {
            Some(',' | '{') => ("Expecting property name enclosed in double quotes", at),
            _ => ("Expecting ',' delimiter", at),
        },
        "key must be a string" | "trailing comma" if follows_comma_in_object(text, at) => {
            ("Expecting property name enclosed in double quotes", at)
        }
        "expected `:`" => ("Expecting ':' delimiter", at),
        "EOF while parsing a string" => ("Unterminated string starting at", last_quote(text)),
        "trailing characters" => ("Extra data", at),
        "recursion limit exceeded" => ("maximum recursion depth exceeded (Skylab reads 127 levels)", at),
        "invalid escape" | "unexpected end of hex escape" | "lone leading surrogate in hex escape" => ("Invalid \\escape", at),
        what if what.starts_with("control character") => ("Invalid control character at", at),
        _ => ("Expecting value", at),
    };
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count() + 1;
    format!("{what}: line {line} column {column} (char {})", before.chars().count())
}

fn follows_comma_in_object(text: &str, at: usize) -> bool {
    !text[at..].starts_with(']')
}

fn last_quote(text: &str) -> usize {
    text.rfind('"').unwrap_or(text.len())
}

/// The byte that serde_json complains about; its columns count bytes and point behind the character.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = if error.is_eof() { text.len() } else { (line_start + error.column()).saturating_sub(1).min(text.len()) };
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_as_python_tells_it() {
        for (text, want) in [
            ("{a}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
            (r#"{"a" 1}"#, "Expecting ':' delimiter: line 1 column 6 (char 5)"),
            (r#"{"a":1 "b":2}"#, "Expecting ',' delimiter: line 1 column 8 (char 7)"),
            ("[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)"),
            (r#"{"a":x}"#, "Expecting value: line 1 column 6 (char 5)"),
            (r#"{"a":1} x"#, "Extra data: line 1 column 9 (char 8)"),
            (r#"{"a":"b"#, "Unterminated string starting at: line 1 column 6 (char 5)"),
            ("{\"한\":\n 1,,}", "Expecting property name enclosed in double quotes: line 2 column 4 (char 9)"),
            (r#"{"a":1"#, "Expecting ',' delimiter: line 1 column 7 (char 6)"),
        ] {
            assert_eq!(parse(text).unwrap_err(), want, "{text}");
        }
    }

    #[test]
    fn a_document_of_ten_thousand_levels_is_refused() {
        let text = "[".repeat(10_000);
        assert!(parse(&text).unwrap_err().starts_with("maximum recursion depth exceeded"));
    }
}
