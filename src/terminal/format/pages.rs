//! Walking the pages of an answer and merging them, `--max-items` and `--starting-token` included, as botocore does.

mod token;

use super::Answer;
use crate::query::{Query, QueryError};
use serde_json::{Map, Value};
use skylab_cloud::names::Paging;
use std::fmt;

/// Why pages cannot be walked; the CLI exits with 255.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagingError {
    /// `--starting-token` is not one of this operation's.
    BadStart(String),
    /// The service does not get on.
    SameToken(String),
    /// The model's own expression failed on a page.
    Query(QueryError),
}

impl fmt::Display for PagingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadStart(token) => write!(f, "Bad starting token: {token}"),
            Self::SameToken(token) => write!(f, "Error during pagination: The same next token was received twice: {token}"),
            Self::Query(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PagingError {}

impl From<QueryError> for PagingError {
    fn from(error: QueryError) -> Self {
        Self::Query(error)
    }
}

/// A dotted path into an answer, to read and to write.
#[derive(Clone, Copy)]
struct Path<'a>(&'a str);

impl<'a> Path<'a> {
    fn all(paths: &'a [String]) -> impl Iterator<Item = Self> {
        paths.iter().map(|path| Self(path))
    }

    fn find(self, page: &Value) -> Option<&Value> {
        self.0.split('.').try_fold(page, |value, part| value.get(part))
    }

    fn place(self, page: &mut Value) -> Option<&mut Value> {
        self.0.split('.').try_fold(page, |value, part| value.get_mut(part))
    }

    fn set(self, target: &mut Value, value: Value) {
        let mut target = target;
        for part in self.0.split('.') {
            let Value::Object(members) = target else { return };
            target = members.entry(part).or_insert_with(|| Value::Object(Map::new()));
        }
        *target = value;
    }
}

/// What an expression says about a page. Almost all are paths; the few others are queries.
fn evaluated(expression: &str, page: &Value) -> Result<Value, PagingError> {
    if expression.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.') {
        return Ok(Path(expression).find(page).cloned().unwrap_or_default());
    }
    Ok(Query::parse(expression)?.search(page)?)
}

/// Collects pages: ask for [`Pager::inputs`], call the operation with them, give the page to [`Pager::take`], until it says false.
pub struct Pager<'a> {
    paging: &'a Paging,
    results: Vec<Path<'a>>,
    max_items: Option<usize>,
    token: Map<String, Value>,
    previous: Option<Map<String, Value>>,
    /// Items of the first page that an earlier command has shown.
    skip: Option<usize>,
    n_taken: usize,
    kept: Value,
    pages: Vec<Value>,
    resume: Option<String>,
}

impl<'a> Pager<'a> {
    /// Starts at the beginning, or where `--starting-token` says.
    pub fn new(paging: &'a Paging, max_items: Option<usize>, starting_token: Option<&str>) -> Result<Self, PagingError> {
        let (token, skip) = match starting_token {
            Some(token) => token::decode(paging, token)?,
            None => (paging.input_token.iter().map(|name| (name.clone(), Value::Null)).collect(), None),
        };
        Ok(Self {
            paging,
            results: Path::all(&paging.result_key).collect(),
            max_items,
            token,
            previous: None,
            skip: skip.or(starting_token.map(|_| 0)),
            n_taken: 0,
            kept: Value::Object(Map::new()),
            pages: Vec::new(),
            resume: None,
        })
    }

    /// The input members for the next call: to set, or to leave out where there is no value.
    pub fn inputs(&self) -> impl Iterator<Item = (&str, Option<&Value>)> {
        let given = |value: &&Value| !value.is_null() && value.as_str() != Some("None");
        self.token.iter().map(move |(name, value)| (name.as_str(), Some(value).filter(given)))
    }

    /// Takes a page; true if another one is to be fetched.
    pub fn take(&mut self, mut page: Value) -> Result<bool, PagingError> {
        let mut skipped = 0;
        if self.pages.is_empty() {
            if let Some(skip) = self.skip {
                self.skip_items(&mut page, skip);
                skipped = skip;
            }
            for path in Path::all(&self.paging.non_aggregate_keys) {
                path.set(&mut self.kept, path.find(&page).cloned().unwrap_or_default());
            }
        }
        let n = match self.results.first().and_then(|path| path.find(&page)) {
            Some(Value::Array(items)) => items.len(),
            Some(Value::String(text)) => text.chars().count(),
            _ => 0,
        };
        if let Some(keep) = self.max_items.and_then(|max| max.checked_sub(self.n_taken)).filter(|keep| *keep < n) {
            self.truncate(&mut page, keep);
            self.token.insert(token::SHOWN.to_owned(), Value::from(keep + skipped));
            self.pages.push(page);
            self.resume = Some(token::encode(self.paging, &self.token)?);
            return Ok(false);
        }
        self.n_taken += n;
        self.token = self.next_token(&page)?;
        self.pages.push(page);
        if self.token.values().all(Value::is_null) {
            return Ok(false);
        }
        if self.max_items == Some(self.n_taken) {
            self.resume = Some(token::encode(self.paging, &self.token)?);
            return Ok(false);
        }
        if self.previous.as_ref() == Some(&self.token) {
            return Err(PagingError::SameToken(super::python::str(&Value::Object(self.token.clone()))));
        }
        self.previous = Some(self.token.clone());
        Ok(true)
    }

    /// Leaves out what was shown before: the first items, and everything that is not the main result.
    fn skip_items(&self, page: &mut Value, skip: usize) {
        for (i, path) in self.results.iter().enumerate() {
            let rest = match path.find(page).cloned().unwrap_or_default() {
                Value::Array(items) if i == 0 => items.into_iter().skip(skip).collect(),
                Value::String(text) if i == 0 => Value::String(text.chars().skip(skip).collect()),
                _ if i == 0 => Value::Null,
                Value::Array(_) => Value::Array(Vec::new()),
                Value::String(_) => Value::String(String::new()),
                number @ (Value::Number(_) | Value::Bool(_)) => number,
                _ => Value::Null,
            };
            path.set(page, rest);
        }
    }

    fn truncate(&self, page: &mut Value, keep: usize) {
        match self.results.first().and_then(|path| path.place(page)) {
            Some(Value::Array(items)) => items.truncate(keep),
            Some(Value::String(text)) => *text = text.chars().take(keep).collect(),
            _ => {}
        }
    }

    fn next_token(&self, page: &Value) -> Result<Map<String, Value>, PagingError> {
        if let Some(more) = &self.paging.more_results
            && crate::query::is_false(&evaluated(more, page)?)
        {
            return Ok(Map::new());
        }
        let pairs = self.paging.input_token.iter().zip(&self.paging.output_token);
        pairs
            .map(|(input, output)| {
                let found = evaluated(output, page)?;
                Ok((input.clone(), if crate::query::is_false(&found) { Value::Null } else { found }))
            })
            .collect()
    }

    /// Merges the pages: results first, then what is kept of the first page, then the token to go on with. The pages one by one are kept
    /// only if they are asked for.
    pub fn finish(self, one_by_one: bool) -> Answer {
        let mut whole = Value::Object(Map::new());
        let mut printed = Vec::new();
        for (i, mut page) in self.pages.into_iter().enumerate() {
            let mut part = if i == 0 { self.kept.clone() } else { Value::Object(Map::new()) };
            for path in &self.results {
                let found = path.place(&mut page).map(Value::take).unwrap_or_default();
                if one_by_one {
                    path.set(&mut part, found.clone());
                }
                match path.place(&mut whole) {
                    _ if found.is_null() => {}
                    Some(so_far) => *so_far = add(so_far.take(), found),
                    None => path.set(&mut whole, found),
                }
            }
            printed.push(part);
        }
        merge(&mut whole, self.kept);
        if let (Some(token), Value::Object(members)) = (self.resume, &mut whole) {
            printed.push(serde_json::json!({ "NextToken": { "NextToken": &token } }));
            members.insert("NextToken".to_owned(), Value::String(token));
        }
        Answer { whole, pages: one_by_one.then_some(printed) }
    }
}

/// Lists and text are joined, numbers added; anything else keeps what the first page said.
fn add(so_far: Value, more: Value) -> Value {
    match (so_far, more) {
        (Value::Null, more) => more,
        (Value::Array(mut a), Value::Array(b)) => {
            a.extend(b);
            Value::Array(a)
        }
        (Value::String(a), Value::String(b)) => Value::String(a + &b),
        (Value::Number(a), Value::Number(b)) => match (a.as_i64(), b.as_i64()) {
            (Some(a), Some(b)) => Value::from(a.saturating_add(b)),
            _ => Value::from(a.as_f64().unwrap_or_default() + b.as_f64().unwrap_or_default()),
        },
        (so_far, _) => so_far,
    }
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                match into.get_mut(&key) {
                    Some(existing) if existing.is_object() && value.is_object() => merge(existing, value),
                    _ => {
                        into.insert(key, value);
                    }
                }
            }
        }
        (into, from) => *into = from,
    }
}

#[cfg(test)]
mod tests;
