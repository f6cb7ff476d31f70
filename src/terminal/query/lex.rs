//! The tokens of a JMESPath expression; no grammar here.

use crate::format::python;
use serde_json::Value;

/// Longest expression looked at. The real CLI has no limit; ours keeps parsing and evaluation within a small stack.
const MAX_CHARS: usize = 16_384;
/// Most tokens in an expression; the height of its tree cannot exceed it.
const MAX_TOKENS: usize = 1_000;

/// Why an expression is malformed.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// The wording of Python's `jmespath`, caret line included.
    pub message: String,
    /// Characters from the start.
    pub column: Option<usize>,
}

/// Kinds of token, named as error messages name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    And,
    Colon,
    Comma,
    Current,
    Dot,
    Eof,
    Eq,
    Expref,
    Filter,
    Flatten,
    Gt,
    Gte,
    Lbrace,
    Lbracket,
    Literal,
    Lparen,
    Lt,
    Lte,
    Ne,
    Not,
    Number,
    Or,
    Pipe,
    QuotedIdentifier,
    Rbrace,
    Rbracket,
    Rparen,
    Star,
    UnquotedIdentifier,
}

impl Kind {
    /// How Python's error messages spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Colon => "colon",
            Self::Comma => "comma",
            Self::Current => "current",
            Self::Dot => "dot",
            Self::Eof => "eof",
            Self::Eq => "eq",
            Self::Expref => "expref",
            Self::Filter => "filter",
            Self::Flatten => "flatten",
            Self::Gt => "gt",
            Self::Gte => "gte",
            Self::Lbrace => "lbrace",
            Self::Lbracket => "lbracket",
            Self::Literal => "literal",
            Self::Lparen => "lparen",
            Self::Lt => "lt",
            Self::Lte => "lte",
            Self::Ne => "ne",
            Self::Not => "not",
            Self::Number => "number",
            Self::Or => "or",
            Self::Pipe => "pipe",
            Self::QuotedIdentifier => "quoted_identifier",
            Self::Rbrace => "rbrace",
            Self::Rbracket => "rbracket",
            Self::Rparen => "rparen",
            Self::Star => "star",
            Self::UnquotedIdentifier => "unquoted_identifier",
        }
    }
}

/// A token and where it starts.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub kind: Kind,
    /// The name, the number or the literal; the spelling of anything else.
    pub value: Value,
    /// Characters from the start of the expression.
    pub start: usize,
}

impl Token {
    /// The value as error messages show it.
    pub fn text(&self) -> String {
        python::str(&self.value)
    }
}

/// Splits an expression into tokens; the last one is always [`Kind::Eof`].
pub(super) fn tokens(expression: &str) -> Result<Vec<Token>, SyntaxError> {
    if expression.is_empty() {
        return Err(SyntaxError { message: "Invalid JMESPath expression: cannot be empty.".to_owned(), column: None });
    }
    let chars: Vec<char> = expression.chars().take(MAX_CHARS + 1).collect();
    if chars.len() > MAX_CHARS {
        return Err(too_long(&format!("{MAX_CHARS} characters")));
    }
    let mut lexer = Lexer { expression, chars: &chars, at: 0 };
    let mut tokens = Vec::new();
    while let Some(&c) = chars.get(lexer.at) {
        if matches!(c, ' ' | '\t' | '\n' | '\r') {
            lexer.at += 1;
            continue;
        }
        let start = lexer.at;
        let (kind, value) = lexer.token(c)?;
        tokens.push(Token { kind, value, start });
        if tokens.len() > MAX_TOKENS {
            return Err(too_long(&format!("{MAX_TOKENS} tokens")));
        }
    }
    tokens.push(Token { kind: Kind::Eof, value: Value::String(String::new()), start: chars.len() });
    Ok(tokens)
}

fn too_long(limit: &str) -> SyntaxError {
    SyntaxError { message: format!("Invalid jmespath expression: longer than {limit}"), column: None }
}

struct Lexer<'a> {
    expression: &'a str,
    chars: &'a [char],
    at: usize,
}

impl Lexer<'_> {
    fn fail<T>(&self, at: usize, message: &str) -> Result<T, SyntaxError> {
        let message = format!("Bad jmespath expression: {message}:\n{}\n{}^", self.expression, " ".repeat(at));
        Err(SyntaxError { message, column: Some(at) })
    }

    /// Takes `n` characters as a token that means no more than its kind.
    fn plain(&mut self, kind: Kind, n: usize) -> (Kind, Value) {
        let text = self.chars[self.at..self.at + n].iter().collect();
        self.at += n;
        (kind, Value::String(text))
    }

    /// `long` if the next character is `second`, otherwise `short`.
    fn pair(&mut self, second: char, long: Kind, short: Kind) -> (Kind, Value) {
        if self.chars.get(self.at + 1) == Some(&second) { self.plain(long, 2) } else { self.plain(short, 1) }
    }

    fn token(&mut self, c: char) -> Result<(Kind, Value), SyntaxError> {
        let next = self.chars.get(self.at + 1).copied();
        Ok(match c {
            '.' => self.plain(Kind::Dot, 1),
            '*' => self.plain(Kind::Star, 1),
            ']' => self.plain(Kind::Rbracket, 1),
            ',' => self.plain(Kind::Comma, 1),
            ':' => self.plain(Kind::Colon, 1),
            '@' => self.plain(Kind::Current, 1),
            '(' => self.plain(Kind::Lparen, 1),
            ')' => self.plain(Kind::Rparen, 1),
            '{' => self.plain(Kind::Lbrace, 1),
            '}' => self.plain(Kind::Rbrace, 1),
            '[' if next == Some('?') => self.plain(Kind::Filter, 2),
            '[' => self.pair(']', Kind::Flatten, Kind::Lbracket),
            '|' => self.pair('|', Kind::Or, Kind::Pipe),
            '&' => self.pair('&', Kind::And, Kind::Expref),
            '<' => self.pair('=', Kind::Lte, Kind::Lt),
            '>' => self.pair('=', Kind::Gte, Kind::Gt),
            '!' => self.pair('=', Kind::Ne, Kind::Not),
            '=' if next == Some('=') => self.plain(Kind::Eq, 2),
            '=' => return self.fail(self.at, "Unknown token '='"),
            '\'' => (Kind::Literal, Value::String(self.until('\'')?.replace("\\'", "'"))),
            '`' => (Kind::Literal, self.literal()?),
            '"' => (Kind::QuotedIdentifier, self.quoted()?),
            '-' | '0'..='9' => self.number()?,
            'a'..='z' | 'A'..='Z' | '_' => {
                let n = self.run(0, |c| c.is_ascii_alphanumeric() || c == '_');
                self.plain(Kind::UnquotedIdentifier, n)
            }
            _ => return self.fail(self.at, &format!("Unknown token {c}")),
        })
    }

    /// How many characters from `skip` on satisfy `wanted`, plus `skip`.
    fn run(&self, skip: usize, wanted: impl Fn(char) -> bool) -> usize {
        skip + self.chars[self.at + skip..].iter().take_while(|&&c| wanted(c)).count()
    }

    fn number(&mut self) -> Result<(Kind, Value), SyntaxError> {
        let n = self.run(1, |c| c.is_ascii_digit());
        let text: String = self.chars[self.at..self.at + n].iter().collect();
        if text == "-" {
            return self.fail(self.at, "Unknown token '-'");
        }
        self.at += n;
        // An index beyond 64 bits finds nothing, and neither does the greatest one.
        let number = text.parse().unwrap_or(if text.starts_with('-') { i64::MIN } else { i64::MAX });
        Ok((Kind::Number, Value::from(number)))
    }

    /// The raw text between two `delimiter`s, backslashes kept.
    fn until(&mut self, delimiter: char) -> Result<String, SyntaxError> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        while let Some(&c) = self.chars.get(self.at) {
            self.at += 1;
            if c == delimiter {
                return Ok(text);
            }
            text.push(c);
            if c == '\\' {
                let Some(&escaped) = self.chars.get(self.at) else { break };
                text.push(escaped);
                self.at += 1;
            }
        }
        self.fail(start, &format!("Unclosed {delimiter} delimiter"))
    }

    /// JSON between backticks, or (deprecated, and all over AWS's documentation) a string without quotes.
    fn literal(&mut self) -> Result<Value, SyntaxError> {
        let start = self.at;
        let text = self.until('`')?.replace("\\`", "`");
        let quoted = || serde_json::from_str(&format!("\"{}\"", text.trim_start()));
        match serde_json::from_str(&text).or_else(|_| quoted()) {
            Ok(value) => Ok(value),
            Err(_) => self.fail(start, &format!("Bad token {text}")),
        }
    }

    fn quoted(&mut self) -> Result<Value, SyntaxError> {
        let start = self.at;
        let text = self.until('"')?;
        match serde_json::from_str(&format!("\"{text}\"")) {
            Ok(value) => Ok(value),
            Err(_) if text.contains(|c: char| c < ' ') => self.fail(start, "Invalid control character at"),
            Err(_) if text.contains("\\u") => self.fail(start, "Invalid \\uXXXX escape"),
            Err(_) => self.fail(start, "Invalid \\escape"),
        }
    }
}
