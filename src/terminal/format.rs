//! How an answer is printed: `--output json|text|table|yaml`, byte for byte what AWS CLI v2 writes into a pipe.

pub(crate) mod json;
mod order;
mod pages;
pub(crate) mod python;
mod table;
mod text;
mod yaml;

pub use order::order_members;
pub use pages::{Pager, PagingError};

use crate::query::{Query, QueryError};
use serde_json::Value;
use std::str::FromStr;

/// The width the CLI assumes where there is no terminal; wider tables have their single rows turned.
pub const PIPE_COLUMNS: usize = 80;

/// A value of `--output`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// Four spaces a level.
    #[default]
    Json,
    /// Tab-separated rows.
    Text,
    /// A drawn table.
    Table,
    /// YAML 1.2 in block style.
    Yaml,
}

/// An output that we do not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownOutput(pub String);

impl std::fmt::Display for UnknownOutput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Unknown output type: {}", self.0)
    }
}

impl std::error::Error for UnknownOutput {}

impl FromStr for Output {
    type Err = UnknownOutput;

    fn from_str(name: &str) -> Result<Self, UnknownOutput> {
        match name {
            "json" => Ok(Self::Json),
            "text" => Ok(Self::Text),
            "table" => Ok(Self::Table),
            "yaml" => Ok(Self::Yaml),
            other => Err(UnknownOutput(other.to_owned())),
        }
    }
}

/// What a command answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The whole answer, pages merged.
    pub whole: Value,
    /// The pages of a paginated one as text output prints them, one by one, each with the query applied to it alone.
    pub pages: Option<Vec<Value>>,
}

impl From<Value> for Answer {
    fn from(whole: Value) -> Self {
        Self { whole, pages: None }
    }
}

/// Prints a value under the operation's API name (`ListBuckets`). The error is what the CLI prints, with exit 255, where it cannot.
pub fn render(value: &Value, operation_name: &str, output: Output) -> Result<String, QueryError> {
    render_to(value, operation_name, output, PIPE_COLUMNS)
}

/// [`render`] for a terminal of `columns`.
pub fn render_to(value: &Value, operation_name: &str, output: Output, columns: usize) -> Result<String, QueryError> {
    match output {
        Output::Json => Ok(json::render(value)),
        Output::Yaml => Ok(yaml::render(value)),
        Output::Text => text::render(value).map_err(QueryError::search),
        Output::Table => table::render(value, operation_name, columns).map_err(QueryError::search),
    }
}

/// Applies `--query`, if there is one, and prints: the last step of a command.
pub fn print(answer: &Answer, query: Option<&Query>, operation_name: &str, output: Output, columns: usize) -> Result<String, QueryError> {
    let parts = match (&answer.pages, output) {
        (Some(pages), Output::Text) => &pages[..],
        _ => std::slice::from_ref(&answer.whole),
    };
    let mut out = String::new();
    for part in parts {
        out += &match query {
            Some(query) => render_to(&query.search(part)?, operation_name, output, columns)?,
            None => render_to(part, operation_name, output, columns)?,
        };
    }
    Ok(out)
}

#[cfg(test)]
mod tests;
