//! The AWS CLI's shorthand syntax: `Key=k,Values=a,b`, `{…}`, `[…]`, quotes, `@=` files. Text only; `typed.rs` gives values their types.

use serde_json::{Map, Value};

/// Most levels of `{` and `[`.
pub const MAX_DEPTH: usize = 100;

/// Resolves the value of `key@=value`: the text of a `file://` value, or the value itself.
pub type Resolve<'a> = &'a mut dyn FnMut(&str) -> Result<Option<String>, String>;

/// Reads one shorthand value; every scalar is text.
pub fn parse(text: &str, resolve: Resolve<'_>) -> Result<Value, String> {
    let mut parser = Parser { src: text, at: 0, depth: 0, from_file: false, resolve };
    parser.parameter().map(Value::Object).map_err(|stop| stop.message(text))
}

/// Why parsing stopped; some stops only make the parser try another reading.
enum Stop {
    Expected { expected: String, received: String, at: usize },
    Duplicate { key: String, at: usize },
    Other(String),
}

impl Stop {
    fn message(&self, text: &str) -> String {
        match self {
            Self::Expected { expected, received, at } => {
                format!("Expected: '{expected}', received: '{received}' for input:\n{}", location(text, *at))
            }
            Self::Duplicate { key, at } => format!(
                "Second instance of key \"{key}\" encountered for input:\n{}\nThis is often because there is a preceding \",\" instead of a space.",
                location(text, *at)
            ),
            Self::Other(what) => what.clone(),
        }
    }
}

/// The input with a caret under the place, as the CLI prints it; later lines follow the caret.
fn location(text: &str, at: usize) -> String {
    let at = at.min(text.len());
    let (before, after) = text.split_at(at);
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count();
    let (line, rest) = after.find('\n').map_or((text, ""), |newline| text.split_at(at + newline));
    format!("{line}\n{}^{rest}", " ".repeat(column))
}

type Parsed<T> = Result<T, Stop>;

struct Parser<'a, 'f> {
    src: &'a str,
    at: usize,
    depth: usize,
    from_file: bool,
    resolve: Resolve<'f>,
}

impl<'a> Parser<'a, '_> {
    fn rest(&self) -> &'a str {
        &self.src[self.at..]
    }

    fn current(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn at_end(&self) -> bool {
        self.at >= self.src.len()
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']).len();
    }

    fn expect(&mut self, want: char) -> Parsed<()> {
        match self.current() {
            Some(c) if c == want => {
                self.at += c.len_utf8();
                Ok(())
            }
            other => {
                let received = other.map_or("EOF".to_owned(), String::from);
                Err(Stop::Expected { expected: want.to_string(), received, at: self.at })
            }
        }
    }

    fn expect_spaced(&mut self, want: char) -> Parsed<()> {
        self.skip_blanks();
        self.expect(want)?;
        self.skip_blanks();
        Ok(())
    }

    fn parameter(&mut self) -> Parsed<Map<String, Value>> {
        let mut params = Map::new();
        let (key, value) = self.keyval()?;
        params.insert(key, value);
        let mut last = self.at;
        while !self.at_end() {
            self.expect_spaced(',')?;
            let (key, value) = self.keyval()?;
            if params.contains_key(&key) {
                return Err(Stop::Duplicate { key, at: last + 1 });
            }
            params.insert(key, value);
            last = self.at;
        }
        Ok(params)
    }

    /// `key=` or `key@=`.
    fn key(&mut self) -> Parsed<String> {
        let rest = self.rest();
        let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '#' | '/' | ':');
        let len = rest.find(|c| !valid(c)).unwrap_or(rest.len());
        self.at += len;
        self.skip_blanks();
        self.from_file = self.current() == Some('@');
        if self.from_file {
            self.expect_spaced('@')?;
        }
        self.expect_spaced('=')?;
        Ok(rest[..len].to_owned())
    }

    fn keyval(&mut self) -> Parsed<(String, Value)> {
        let key = self.key()?;
        let value = match self.current() {
            None => Value::from(""),
            Some('[' | '{') => self.explicit()?,
            Some(_) => self.comma_list()?,
        };
        Ok((key, value))
    }

    /// `a` is text, `a,b` a list; in `a,b=c` only the `a` belongs here.
    fn comma_list(&mut self) -> Parsed<Value> {
        let first = self.scalar(first_len)?;
        self.skip_blanks();
        if self.current() != Some(',') {
            return Ok(first);
        }
        self.expect_spaced(',')?;
        let mut list = vec![first];
        loop {
            match self.list_item() {
                Ok((item, is_last)) => {
                    list.push(item);
                    if is_last {
                        break;
                    }
                }
                Err(stop) if self.at_end() => return Err(stop),
                Err(stop @ Stop::Other(_)) => return Err(stop),
                Err(_) => {
                    // Back to the comma before the next key.
                    self.at = self.src.as_bytes()[..=self.at].iter().rposition(|byte| *byte == b',').unwrap_or(0);
                    break;
                }
            }
        }
        Ok(if list.len() == 1 { list.swap_remove(0) } else { Value::Array(list) })
    }

    fn list_item(&mut self) -> Parsed<(Value, bool)> {
        if !matches!(self.current(), Some('\'' | '"')) && second_len(self.rest()) == 0 {
            return Err(Stop::Expected { expected: "<second>".into(), received: "<none>".into(), at: self.at });
        }
        let item = self.scalar(second_len)?;
        self.skip_blanks();
        let last = self.at_end();
        if !last {
            self.expect_spaced(',')?;
        }
        Ok((item, last))
    }

    /// What may stand inside brackets: a list, a structure or one value.
    fn explicit(&mut self) -> Parsed<Value> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Stop::Other(format!("more than {MAX_DEPTH} levels of brackets; use JSON")));
        }
        let value = match self.current() {
            Some('[') => self.explicit_list()?,
            Some('{') => self.hash_literal()?,
            _ => self.scalar(first_len)?,
        };
        self.depth -= 1;
        Ok(value)
    }

    fn explicit_list(&mut self) -> Parsed<Value> {
        self.expect_spaced('[')?;
        let mut values = Vec::new();
        while self.current() != Some(']') {
            values.push(self.explicit()?);
            self.next_in(']')?;
        }
        self.expect(']')?;
        Ok(Value::Array(values))
    }

    fn hash_literal(&mut self) -> Parsed<Value> {
        self.expect_spaced('{')?;
        let mut values = Map::new();
        while self.current() != Some('}') {
            let key = self.key()?;
            let value = self.explicit()?;
            self.next_in('}')?;
            values.insert(key, value);
        }
        self.expect('}')?;
        Ok(Value::Object(values))
    }

    fn next_in(&mut self, end: char) -> Parsed<()> {
        self.skip_blanks();
        if self.current() != Some(end) {
            self.expect(',')?;
            self.skip_blanks();
        }
        Ok(())
    }

    fn scalar(&mut self, len: fn(&str) -> usize) -> Parsed<Value> {
        let text = if let Some(quote @ ('\'' | '"')) = self.current() {
            self.quoted(quote)?
        } else {
            let rest = self.rest();
            let raw = &rest[..len(rest)];
            self.at += raw.len();
            raw.replace("\\,", ",").trim_end().to_owned()
        };
        if self.from_file
            && let Some(loaded) = (self.resolve)(&text).map_err(Stop::Other)?
        {
            return Ok(Value::from(loaded));
        }
        Ok(Value::from(text))
    }

    fn quoted(&mut self, quote: char) -> Parsed<String> {
        let inside = &self.rest()[1..];
        let Some(len) = quoted_len(inside, quote) else {
            let expected = if quote == '"' { "<double quoted>" } else { "<singled quoted>" };
            return Err(Stop::Expected { expected: expected.into(), received: "<none>".into(), at: self.at });
        };
        self.at += len + 2;
        let text = inside[..len].replace(if quote == '"' { "\\\"" } else { "\\'" }, if quote == '"' { "\"" } else { "'" });
        Ok(text.replace("\\\\", "\\"))
    }
}

/// Bytes up to the closing quote. If only an escaped quote is left to close it, that one does, as in the CLI.
fn quoted_len(inside: &str, quote: char) -> Option<usize> {
    let bytes = inside.as_bytes();
    let (mut at, mut escaped) = (0, None);
    while at < bytes.len() {
        if bytes[at] == b'\\' && bytes.get(at + 1).is_some_and(|next| char::from(*next) == quote) {
            escaped = Some(at + 1);
            at += 2;
        } else if char::from(bytes[at]) == quote {
            return Some(at);
        } else {
            at += 1;
        }
    }
    escaped
}

/// Bytes of a value that stands alone: up to a quote, `,`, `]` or `}`.
fn first_len(text: &str) -> usize {
    word_len(text, |c| !matches!(c, '"' | '\'' | ',' | ']' | '}'))
}

/// Bytes of a value in a list of values: up to a quote, `,` or `=`.
fn second_len(text: &str) -> usize {
    word_len(text, |c| !matches!(c, '"' | '\'' | ',' | '='))
}

fn word_len(text: &str, follows: fn(char) -> bool) -> usize {
    let mut chars = text.char_indices().peekable();
    let starts = |c: char| !matches!(c, '"' | '\'' | ',' | '=' | '[' | '{') && !c.is_whitespace() && !c.is_control();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && chars.next_if(|(_, next)| *next == ',').is_some() {
            continue;
        }
        let fits = if at == 0 { starts(c) } else { follows(c) && (c.is_whitespace() || !c.is_control()) };
        if !fits {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
#[path = "shorthand_tests.rs"]
mod tests;
