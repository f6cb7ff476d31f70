//! JSON as policies are written in: strict, bounded, and every value knows where it stands. It knows no policies.

use std::ops::Range;

/// Most bytes of a document that is read at all; services have lower limits of their own. The simulator takes policies of
/// 131,072 characters (IAM API Reference), each at most four bytes.
pub const MAX_BYTES: usize = 4 * 131_072;
/// Deepest nesting. No policy needs more than six.
const MAX_DEPTH: usize = 32;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it is.
    pub value: Json,
}

/// A JSON value; a number keeps its digits, an object the order of its members.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object; no name stands twice.
    Object(Vec<(String, Node)>),
}

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Longer than [`MAX_BYTES`].
    TooLong,
    /// Nested deeper than any policy.
    TooDeep,
    /// No JSON.
    Syntax,
    /// An object has one name twice.
    DuplicateName,
}

/// Reads a document, or says what is wrong at which byte.
pub fn parse(text: &str) -> Result<Node, (Trouble, usize)> {
    if text.len() > MAX_BYTES {
        return Err((Trouble::TooLong, 0));
    }
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(0)?;
    reader.blanks();
    if reader.at == text.len() { Ok(node) } else { Err((Trouble::Syntax, reader.at)) }
}

/// The line and the column of a byte, both from 1; columns count characters.
pub fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

type Read<T> = Result<T, (Trouble, usize)>;

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn wrong<T>(&self) -> Read<T> {
        Err((Trouble::Syntax, self.at))
    }

    fn take(&mut self, byte: u8) -> Read<()> {
        if self.peek() != Some(byte) {
            return self.wrong();
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Read<Node> {
        self.blanks();
        let start = self.at;
        let value = match self.peek() {
            Some(b'{' | b'[') if depth == MAX_DEPTH => return Err((Trouble::TooDeep, start)),
            Some(b'{') => self.object(depth + 1)?,
            Some(b'[') => self.list(depth + 1)?,
            Some(b'"') => Json::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node { span: start..self.at, value })
    }

    fn word(&mut self) -> Read<Json> {
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.wrong()
    }

    fn number(&mut self) -> Read<Json> {
        let start = self.at;
        let digits = |reader: &mut Self| {
            let from = reader.at;
            while matches!(reader.peek(), Some(b'0'..=b'9')) {
                reader.at += 1;
            }
            reader.at > from
        };
        self.at += usize::from(self.peek() == Some(b'-'));
        let leading_zero = self.peek() == Some(b'0');
        let from = self.at;
        let mut fine = digits(self) && !(leading_zero && self.at > from + 1);
        if self.peek() == Some(b'.') {
            self.at += 1;
            fine &= digits(self);
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            fine &= digits(self);
        }
        if fine { Ok(Json::Number(self.text[start..self.at].to_owned())) } else { Err((Trouble::Syntax, start)) }
    }

    fn list(&mut self, depth: usize) -> Read<Json> {
        self.take(b'[')?;
        let mut entries = Vec::new();
        self.blanks();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(entries));
        }
        loop {
            entries.push(self.value(depth)?);
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                _ => return self.wrong(),
            }
        }
        self.at += 1;
        Ok(Json::List(entries))
    }

    fn object(&mut self, depth: usize) -> Read<Json> {
        self.take(b'{')?;
        let mut members: Vec<(String, Node)> = Vec::new();
        self.blanks();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(members));
        }
        let mut names = std::collections::BTreeSet::new();
        loop {
            self.blanks();
            let start = self.at;
            let name = self.string()?;
            if !names.insert(name.clone()) {
                return Err((Trouble::DuplicateName, start));
            }
            self.blanks();
            self.take(b':')?;
            members.push((name, self.value(depth)?));
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => break,
                _ => return self.wrong(),
            }
        }
        self.at += 1;
        Ok(Json::Object(members))
    }

    fn string(&mut self) -> Read<String> {
        self.take(b'"')?;
        let mut read = String::new();
        loop {
            let Some(next) = self.text[self.at..].chars().next() else { return self.wrong() };
            match next {
                '"' => {
                    self.at += 1;
                    return Ok(read);
                }
                '\\' => read.push(self.escape()?),
                '\0'..='\u{1f}' => return self.wrong(),
                other => {
                    read.push(other);
                    self.at += other.len_utf8();
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        self.at += 1;
        let letter = self.peek();
        self.at += 1;
        let read = match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(start),
            _ => return Err((Trouble::Syntax, start)),
        };
        Ok(read)
    }

    /// `\uXXXX`, or two of them that are one character; half a pair is no character and refused.
    fn unicode(&mut self, start: usize) -> Read<char> {
        let first = self.hex(start)?;
        let code = if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            self.at += 2;
            let second = self.hex(start)?;
            if !(0xdc00..0xe000).contains(&second) {
                return Err((Trouble::Syntax, start));
            }
            0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
        } else {
            first
        };
        char::from_u32(code).ok_or((Trouble::Syntax, start))
    }

    fn hex(&mut self, start: usize) -> Read<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or((Trouble::Syntax, start))?;
        self.at += 4;
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble(text: &str) -> Option<Trouble> {
        parse(text).err().map(|(trouble, _)| trouble)
    }

    #[test]
    fn json_is_read_with_the_place_of_each_value() {
        let text = "{\n  \"A\": [1, true],\n  \"B\": \"x\\u00e9\\ud83d\\ude00\" }";
        let Json::Object(members) = parse(text).unwrap().value else { panic!("an object") };
        assert_eq!(members[1].1.value, Json::Text("xé😀".to_owned()));
        assert_eq!(&text[members[0].1.span.clone()], "[1, true]");
        assert_eq!(line_and_column(text, members[1].1.span.start), (3, 8));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in
            ["", "{", "{]", "{\"a\" 1}", "[1,]", "{\"a\":1,}", "01", "1.", "nul", "\"\\x\"", "\"\u{1}\"", "{} {}", "\"\\u12\"", "'a'"]
        {
            assert_eq!(trouble(text), Some(Trouble::Syntax), "{text}");
        }
    }

    #[test]
    fn half_a_surrogate_pair_is_refused() {
        for text in [r#""\ud83d""#, r#""\ude00""#, r#""\ud83dx""#, r#""\ud83d\ud83d""#] {
            assert_eq!(trouble(text), Some(Trouble::Syntax), "{text}");
        }
    }

    #[test]
    fn a_name_twice_is_refused_wherever_it_stands() {
        assert_eq!(trouble(r#"{"a": [{"b": 1, "b": 2}]}"#), Some(Trouble::DuplicateName));
        assert_eq!(trouble(r#"{"a": 1, "\u0061": 2}"#), Some(Trouble::DuplicateName));
    }

    #[test]
    fn ten_thousand_levels_and_endless_text_are_refused() {
        assert_eq!(trouble(&"[".repeat(10_000)), Some(Trouble::TooDeep));
        assert_eq!(trouble(&"{\"a\":".repeat(10_000)), Some(Trouble::TooDeep));
        assert_eq!(trouble(&" ".repeat(MAX_BYTES + 1)), Some(Trouble::TooLong));
    }
}
