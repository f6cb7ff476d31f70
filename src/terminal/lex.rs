//! A line into words, as a POSIX shell reads it. Not a shell: no pipes, redirections, substitutions or filename patterns.

use std::{collections::BTreeMap, ops::Range};

/// Shell variables by name.
pub type Vars = BTreeMap<String, String>;

/// Most bytes of a line.
pub const MAX_LINE_BYTES: usize = 1 << 20;

/// One word after quoting and expansion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What the command receives.
    pub text: String,
    /// Where it stands in the line, in bytes.
    pub span: Range<usize>,
}

/// What a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Blank, or only a comment.
    Empty,
    /// A command with its arguments.
    Command(Vec<Word>),
    /// `NAME=$(command)`.
    Assign {
        /// The variable.
        name: String,
        /// The command whose output it takes.
        command: Vec<Word>,
    },
}

/// Why a line is not words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexError {
    /// The byte that it is about.
    pub at: usize,
    /// The same as a column counted in characters from 1.
    pub column: usize,
    /// What is wrong and what to do instead.
    pub what: String,
    /// A quote or `$(` is still open: another line could close it.
    pub open: bool,
}

impl std::fmt::Display for LexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "column {}: {}", self.column, self.what)
    }
}

/// Reads a line; `\` before a line break has joined its lines already or is joined here.
pub fn lex(line: &str, vars: &Vars) -> Result<Line, LexError> {
    let mut lexer = Lexer { src: line, at: 0, vars };
    if line.len() > MAX_LINE_BYTES {
        return Err(lexer.error(
            0,
            format!(
                "the line has {} bytes, and the limit is {MAX_LINE_BYTES}; put long values in a file and name it with file://",
                line.len()
            ),
        ));
    }
    if let Some((name, quoted)) = lexer.assignment() {
        let command = lexer.words(true)?;
        lexer.close(quoted)?;
        return Ok(Line::Assign { name, command });
    }
    let words = lexer.words(false)?;
    Ok(if words.is_empty() { Line::Empty } else { Line::Command(words) })
}

/// True if a name may be a shell variable.
pub fn is_name(text: &str) -> bool {
    name_len(text) == text.len() && !text.is_empty()
}

fn name_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    if bytes.first().is_none_or(u8::is_ascii_digit) {
        return 0;
    }
    bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count()
}

struct Lexer<'a> {
    src: &'a str,
    at: usize,
    vars: &'a Vars,
}

/// A word being read: unquoted expansions may split it into several.
#[derive(Default)]
struct Partial {
    text: String,
    /// Something stands here even if the text is empty: `''`.
    present: bool,
    start: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.src[self.at..]
    }

    fn error(&self, at: usize, what: impl Into<String>) -> LexError {
        let column = self.src[..at].chars().count() + 1;
        LexError { at, column, what: what.into(), open: false }
    }

    fn still_open(&self, at: usize, what: impl Into<String>) -> LexError {
        LexError { open: true, ..self.error(at, what) }
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// `NAME=$(` or `NAME="$(`: moves behind it and gives the name, and whether it is quoted.
    fn assignment(&mut self) -> Option<(String, bool)> {
        let line = self.src.trim_start_matches([' ', '\t', '\n', '\r']);
        let len = name_len(line);
        let value = line[len..].strip_prefix('=').filter(|_| len > 0)?;
        let quoted = value.starts_with("\"$(");
        let inside = value.strip_prefix('"').unwrap_or(value).strip_prefix("$(").filter(|inside| !inside.starts_with('('))?;
        self.at = self.src.len() - inside.len();
        Some((line[..len].to_owned(), quoted))
    }

    /// The end of `NAME=$(…)`: a quote if one was opened, then nothing more.
    fn close(&mut self, quoted: bool) -> Result<(), LexError> {
        if quoted {
            match self.rest().strip_prefix('"') {
                Some(_) => self.at += 1,
                None => return Err(self.still_open(self.at, "the double quote before $( is never closed")),
            }
        }
        self.skip_blanks();
        let rest = self.rest();
        if rest.is_empty() || rest.starts_with('#') {
            return Ok(());
        }
        Err(self.error(self.at, "nothing may follow NAME=$(…); write the next command on its own line"))
    }

    /// Words up to the end of the line, or up to `)` inside `$(`.
    fn words(&mut self, inside: bool) -> Result<Vec<Word>, LexError> {
        let opened = self.at;
        let mut words = Vec::new();
        loop {
            self.skip_blanks();
            match self.rest().as_bytes().first() {
                None if inside => return Err(self.still_open(opened - 2, "$( is never closed; end the command with )")),
                None => return Ok(words),
                Some(b')') if inside => {
                    self.at += 1;
                    return Ok(words);
                }
                Some(b'#') => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
                Some(_) => self.word(&mut words)?,
            }
        }
    }

    fn word(&mut self, words: &mut Vec<Word>) -> Result<(), LexError> {
        let mut word = Partial { start: self.at, ..Partial::default() };
        if self.rest().starts_with('~') && self.rest()[1..].starts_with(['/', ' ', '\t']) {
            return Err(self.error(self.at, "~ (the home folder) is outside of the sandbox; write a path relative to the script's folder"));
        }
        loop {
            let plain = self.rest().bytes().take_while(|byte| is_plain(*byte)).count();
            word.text.push_str(&self.rest()[..plain]);
            word.present |= plain > 0;
            self.at += plain;
            let Some(next) = self.rest().chars().next() else { break };
            match next {
                ' ' | '\t' | '\n' | '\r' | ')' => break,
                '\'' => self.single_quoted(&mut word)?,
                '"' => self.double_quoted(&mut word)?,
                '\\' => self.escaped(&mut word),
                '$' => self.unquoted_dollar(&mut word, words)?,
                _ => {
                    if let Some(what) = refused(self.rest()) {
                        return Err(self.error(self.at, what));
                    }
                    word.text.push(next);
                    word.present = true;
                    self.at += next.len_utf8();
                }
            }
        }
        if self.rest().starts_with(')') && self.at == word.start {
            return Err(self.error(self.at, "an unquoted ) closes nothing; put the value in single quotes"));
        }
        self.push(word, words);
        Ok(())
    }

    fn push(&self, word: Partial, words: &mut Vec<Word>) {
        if word.present {
            words.push(Word { text: word.text, span: word.start..self.at });
        }
    }

    fn escaped(&mut self, word: &mut Partial) {
        self.at += 1;
        let Some(next) = self.rest().chars().next() else { return };
        self.at += next.len_utf8();
        if next != '\n' {
            word.text.push(next);
            word.present = true;
        }
    }

    fn single_quoted(&mut self, word: &mut Partial) -> Result<(), LexError> {
        let inside = &self.src[self.at + 1..];
        let Some(len) = inside.find('\'') else {
            return Err(self.still_open(self.at, "this single quote is never closed"));
        };
        word.text.push_str(&inside[..len]);
        word.present = true;
        self.at += len + 2;
        Ok(())
    }

    fn double_quoted(&mut self, word: &mut Partial) -> Result<(), LexError> {
        let opened = self.at;
        word.present = true;
        self.at += 1;
        loop {
            let plain = self.rest().find(['"', '\\', '$', '`']).unwrap_or(self.rest().len());
            word.text.push_str(&self.src[self.at..self.at + plain]);
            self.at += plain;
            match self.rest().as_bytes() {
                [] => return Err(self.still_open(opened, "this double quote is never closed")),
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(());
                }
                [b'\\', b'\n', ..] => self.at += 2,
                [b'\\', next @ (b'"' | b'\\' | b'$' | b'`'), ..] => {
                    word.text.push(char::from(*next));
                    self.at += 2;
                }
                [b'\\', ..] => {
                    word.text.push('\\');
                    self.at += 1;
                }
                [b'$', ..] => match self.dollar()? {
                    Some(value) => word.text.push_str(&value),
                    None => word.text.push('$'),
                },
                _ => return Err(self.error(self.at, BACKTICK)),
            }
        }
    }

    /// An unquoted `$NAME` is split at blanks, as a shell does.
    fn unquoted_dollar(&mut self, word: &mut Partial, words: &mut Vec<Word>) -> Result<(), LexError> {
        let Some(value) = self.dollar()? else {
            word.text.push('$');
            word.present = true;
            return Ok(());
        };
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n');
        for (i, field) in value.split(blank).enumerate() {
            if i > 0 {
                let start = word.start;
                self.push(std::mem::replace(word, Partial { start, ..Partial::default() }), words);
            }
            word.text.push_str(field);
            word.present |= !field.is_empty();
        }
        Ok(())
    }

    /// The value of the variable at `$`, or nothing if the dollar stands for itself.
    fn dollar(&mut self) -> Result<Option<String>, LexError> {
        let rest = &self.src[self.at + 1..];
        let braced = rest.strip_prefix('{');
        let name = braced.unwrap_or(rest);
        let len = name_len(name);
        let name = &name[..len];
        if let Some(inside) = braced {
            if len == 0 || !inside[len..].starts_with('}') {
                let shown = &inside[..inside.find(['}', '"', '\n']).unwrap_or(inside.len())];
                let what = format!("${{{shown}}} is not a variable; to keep it as it is, put it in single quotes");
                return Err(self.error(self.at, what));
            }
        } else if len == 0 {
            return self.lone_dollar(rest);
        }
        let Some(value) = self.vars.get(name) else {
            let what = format!(
                "{name} is not set; set it earlier with {name}=$(aws … --output text), or put ${name} in single quotes to keep it as it is"
            );
            return Err(self.error(self.at, what));
        };
        self.at += 1 + len + if braced.is_some() { 2 } else { 0 };
        Ok(Some(value.clone()))
    }

    fn lone_dollar(&mut self, rest: &str) -> Result<Option<String>, LexError> {
        let what = match rest.chars().next() {
            Some('(') => "$(…) only works as a whole line, NAME=$(aws …); then write $NAME here".to_owned(),
            Some(c @ ('0'..='9' | '?' | '!' | '@' | '*' | '#' | '$' | '-')) => {
                format!("${c} means something to a shell that Skylab does not have; put it in single quotes to keep it as it is")
            }
            _ => {
                self.at += 1;
                return Ok(None);
            }
        };
        Err(self.error(self.at, what))
    }
}

/// Letters that no shell acts on, wherever they stand in a word; there are others.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' | b':' | b'=' | b',' | b'@' | b'%' | b'+')
}

const BACKTICK: &str =
    "` runs a command in a shell, which Skylab does not do; put a JMESPath literal in single quotes: --query 'a[?b==`1`]'";

/// What to say about an unquoted character that a shell would act on.
fn refused(rest: &str) -> Option<&'static str> {
    let mut chars = rest.chars();
    Some(match (chars.next()?, chars.next()) {
        ('|', Some('|')) | ('&', Some('&')) | (';', _) => {
            "one command a line: ;, && and || are not supported; write the next command on its own line"
        }
        ('|', _) => "pipes are not supported; shape the output with --query, or keep it with NAME=$(aws … --output text)",
        ('&', _) => "running in the background with & is not supported; leave it out, or put the value in quotes",
        ('>' | '<', _) => "redirections are not supported; commands that write a file take its name, and values are read with file://",
        ('`', _) => BACKTICK,
        ('(', _) => "an unquoted ( starts a subshell, which Skylab does not have; put the value in single quotes",
        _ => return None,
    })
}

#[cfg(test)]
#[path = "lex_tests.rs"]
mod tests;
