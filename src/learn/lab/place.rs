//! Where in `lab.ron` a value stands: a small reader of RON's shape that gives each path its line and column. It judges nothing; RON's own
//! reader does.

use std::{collections::BTreeMap, fmt};

use super::limits::MAX_NESTING;

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Place {
    /// The place of a byte in a text.
    pub fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

/// Byte offsets of values by their paths: `tasks[1].check.below_usd`, `vars.bucket[0]`, `tasks[0].check.all[1].call`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    starts: BTreeMap<String, usize>,
}

impl Places {
    /// Reads the shape of a text as far as it has one.
    pub fn of(text: &str) -> Self {
        let mut reader = Reader { text, at: 0, starts: BTreeMap::new() };
        reader.value("", 0);
        Self { starts: reader.starts }
    }

    /// Where the value at a path begins; that of the nearest value around it if there is none.
    pub fn find(&self, text: &str, path: &str) -> Option<Place> {
        let mut path = path;
        loop {
            if let Some(at) = self.starts.get(path) {
                return Some(Place::of(text, *at));
            }
            path = &path[..path.rfind(['.', '['])?];
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    starts: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&mut self) -> Option<char> {
        self.skip();
        self.rest().chars().next()
    }

    /// Passes over space and comments; block comments nest.
    fn skip(&mut self) {
        loop {
            self.at += self.rest().len() - self.rest().trim_start().len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.skip_block();
            } else {
                return;
            }
        }
    }

    fn skip_block(&mut self) {
        let mut depth = 0_usize;
        while !self.rest().is_empty() {
            if self.rest().starts_with("/*") {
                (depth, self.at) = (depth + 1, self.at + 2);
            } else if self.rest().starts_with("*/") {
                (depth, self.at) = (depth - 1, self.at + 2);
            } else {
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// One value with everything in it.
    fn value(&mut self, path: &str, depth: usize) {
        let Some(first) = self.peek() else { return };
        self.starts.insert(path.to_owned(), self.at);
        if depth > MAX_NESTING {
            self.at = self.text.len();
            return;
        }
        match first {
            '(' | '[' | '{' => self.group(path, depth),
            '"' => self.string(),
            _ if self.raw_string() => {}
            _ => {
                let name = self.word();
                // `cost(…)`: the name of a variant is a step of the path
                if matches!(self.peek(), Some('(')) && !name.is_empty() {
                    let inside = join(path, &name);
                    self.starts.insert(inside.clone(), self.at);
                    self.group(if matches!(name.as_str(), "Some") { path } else { &inside }, depth);
                } else if name.is_empty() {
                    self.at += first.len_utf8();
                }
            }
        }
    }

    fn group(&mut self, path: &str, depth: usize) {
        let opened = self.peek();
        self.at += 1;
        let mut index = 0;
        loop {
            match self.peek() {
                None => return,
                Some(')' | ']' | '}') => {
                    self.at += 1;
                    return;
                }
                Some(',' | ':') => self.at += 1,
                Some(_) => {
                    let before = self.at;
                    self.entry(path, index, opened == Some('['), depth);
                    index += 1;
                    if self.at == before {
                        return;
                    }
                }
            }
        }
    }

    /// `name: value`, `"key": value`, or a value alone.
    fn entry(&mut self, path: &str, index: usize, is_list: bool, depth: usize) {
        let indexed = format!("{path}[{index}]");
        if is_list {
            return self.value(&indexed, depth + 1);
        }
        let start = self.at;
        let key = if self.peek() == Some('"') {
            self.string();
            self.text[start + 1..self.at.saturating_sub(1).max(start + 1)].to_owned()
        } else {
            self.word()
        };
        if !key.is_empty() && self.peek() == Some(':') {
            self.at += 1;
            self.value(&join(path, &key), depth + 1);
        } else {
            self.at = start;
            self.value(&indexed, depth + 1);
        }
    }

    fn word(&mut self) -> String {
        let end = self.rest().find(|c: char| !(c.is_alphanumeric() || "_+-.#".contains(c))).unwrap_or(self.rest().len());
        let word = self.rest()[..end].to_owned();
        self.at += end;
        word
    }

    fn string(&mut self) {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => {
                    self.at += at + 1;
                    return;
                }
                _ => {}
            }
        }
        self.at = self.text.len();
    }

    /// `r#"…"#`
    fn raw_string(&mut self) -> bool {
        let Some(after) = self.rest().strip_prefix('r') else { return false };
        let n_hashes = after.len() - after.trim_start_matches('#').len();
        let Some(body) = after[n_hashes..].strip_prefix('"') else { return false };
        let end = format!("\"{}", "#".repeat(n_hashes));
        let len = body.find(&end).map_or(body.len(), |at| at + end.len());
        self.at += 1 + n_hashes + 1 + len;
        true
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"( // a lab (
  id: "x", vars: { "bucket": pool(["a", r#"b"#]) },
  tasks: [
    ( id: "한", points: 40, check: all([reads(failed_max: 0, over: "7y"), not(cost(below_usd: 9))]) ),
  ],
)"##;

    #[test]
    fn each_value_is_found_by_its_path() {
        let places = Places::of(TEXT);
        for (path, line, column) in [
            ("id", 2, 7),
            ("vars.bucket.pool[0][1]", 2, 41),
            ("tasks[0].points", 4, 24),
            ("tasks[0].check.all[0][0].reads.over", 4, 67),
            ("tasks[0].check.all[0][1].not[0].cost.below_usd", 4, 94),
        ] {
            assert_eq!(places.find(TEXT, path), Some(Place { line, column }), "{path}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_where_it_would_be() {
        let places = Places::of(TEXT);
        assert_eq!(places.find(TEXT, "tasks[0].when.x"), Some(Place { line: 4, column: 5 }));
        assert_eq!(places.find(TEXT, "nothing"), None);
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        for text in ["", "(", ")", "[[[[", "((((((", "a:b:c", "\"", "r#\"", "/*", "{,:}", "(a b c)", "한글(", "r", "(x: r\"", "}{"] {
            let _ = Places::of(text);
        }
        let _ = Places::of(&"(a:".repeat(100_000));
    }
}
