//! Rust text without what is not code: comments, the contents of strings, and what is compiled for tests alone.
//! Lines stay where they are. It is a scanner, not a parser.

/// The text with comments and the contents of strings and characters blanked out.
pub(super) fn bare(text: &str) -> String {
    let mut scanner = Scanner { rest: text, out: String::with_capacity(text.len()) };
    while !scanner.rest.is_empty() {
        scanner.token();
    }
    scanner.out
}

struct Scanner<'a> {
    rest: &'a str,
    out: String,
}

impl Scanner<'_> {
    fn token(&mut self) {
        let rest = self.rest;
        if rest.starts_with("//") {
            self.blank(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.blank(block_comment(rest));
        } else if let Some(len) = raw_string(rest).filter(|_| !self.within_word()) {
            self.blank(len);
        } else if rest.starts_with('"') {
            self.blank(string(rest));
        } else if let Some(len) = character(rest) {
            self.blank(len);
        } else {
            let len = rest.chars().next().map_or(1, char::len_utf8);
            self.out.push_str(&rest[..len]);
            self.rest = &rest[len..];
        }
    }

    fn within_word(&self) -> bool {
        self.out.ends_with(is_word)
    }

    fn blank(&mut self, len: usize) {
        self.out.extend(self.rest[..len].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.rest = &self.rest[len..];
    }
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of `r"…"`, `r#"…"#`, `br"…"`.
fn raw_string(text: &str) -> Option<usize> {
    let start = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let n_hashes = start.len() - start.trim_start_matches('#').len();
    let body = start[n_hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(n_hashes));
    let len = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(text.len() - body.len() + len)
}

fn string(text: &str) -> usize {
    let mut escaped = true; // the opening quote
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `'a'` or `'\n'`; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    if let Some(escape) = body.strip_prefix('\\') {
        let skip = escape.chars().next()?.len_utf8();
        return escape[skip..].find('\'').map(|at| 2 + skip + at + 1);
    }
    let len = body.chars().next()?.len_utf8();
    body[len..].starts_with('\'').then_some(len + 2)
}

/// `code` with every item under `#[cfg(test)]` blanked out.
pub(super) fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        let (before, item) = rest.split_at(at);
        let (gone, after) = item.split_at(item_len(item));
        out.push_str(before);
        out.extend(gone.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

/// The length of an item up to its `;` or the end of its braces.
fn item_len(item: &str) -> usize {
    let mut depth = 0;
    for (at, c) in item.char_indices() {
        match c {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    item.len()
}

/// Each place where a word stands by itself, with its line, counted from 1, and the text that follows it.
pub(super) fn words_in<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    let alone = move |at: usize| !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word);
    code.match_indices(word).filter(move |(at, _)| alone(*at)).map(move |(at, _)| (line_of(code, at), &code[at + word.len()..]))
}

/// The line of a byte, counted from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What follows `PATH::` in every path and `use` of the code: `PATH::{a, b::c}` gives `a` and `b`, each with its line.
pub(super) fn named_in(code: &str, path: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (line, after) in words_in(code, path) {
        let Some(after) = after.strip_prefix("::") else { continue };
        match after.strip_prefix('{') {
            Some(list) => named.extend(heads(list).map(|(lines, head)| (line + lines, head))),
            None => named.push((line, first_word(after).to_owned())),
        }
    }
    named
}

/// The first word of each entry of a braced list, with the lines before it; nested lists are skipped.
fn heads(list: &str) -> impl Iterator<Item = (usize, String)> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let entry = &list[start..at];
                let head = entry.trim_start();
                found.push((list[..at - head.len()].matches('\n').count(), first_word(head).to_owned()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found.into_iter().filter(|(_, head)| !head.is_empty())
}

pub(super) fn first_word(text: &str) -> &str {
    text.split(|c| !is_word(c)).next().unwrap_or_default()
}

#[test]
fn comments_strings_and_characters_are_no_code() {
    for (text, want) in [
        ("a // b\nc", "a     \nc"),
        ("a /* b /* c */ d */ e", "a                   e"),
        (r#"f("x // \" y") + 1"#, "f(           ) + 1"),
        ("r#\"a\"b\"# c", "         c"),
        ("let r = 'x'; fn f<'a>(s: &'a str) {}", "let r =    ; fn f<'a>(s: &'a str) {}"),
        ("'\\'' x '\"' y", "     x     y"),
        ("for\"a\nb\"", "for  \n  "),
    ] {
        assert_eq!(bare(text), want, "{text}");
    }
}

#[test]
fn what_is_compiled_for_tests_alone_is_cut_and_lines_stay() {
    let code = "a\n#[cfg(test)]\nmod tests {\n fn x() { y }\n}\nb\n#[cfg(test)]\nmod more;\nc";
    assert_eq!(without_tests(code), "a\n\n\n\n\nb\n\n\nc");
}

#[test]
fn paths_and_lists_of_uses_are_read() {
    let code = "use crate::{\n    api::{Call, Read},\n    ident,\n};\nfn f(x: crate::s3::S3) { mycrate::no; crate ::no }";
    let named: Vec<_> = named_in(code, "crate");
    assert_eq!(named, [(2, "api".to_owned()), (3, "ident".to_owned()), (5, "s3".to_owned())]);
}
