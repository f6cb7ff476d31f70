//! `--query`: JMESPath as the AWS CLI's Python evaluates it, key order, wording of errors and quirks included.
//!
//! Parsing and evaluation are ours because the published crates sort object keys (the CLI keeps them), refuse the
//! backtick strings that AWS's own documentation uses, and recurse as deep as the input asks.

mod ast;
mod eval;
mod functions;
mod kinds;
mod lex;
mod parse;

pub(crate) use eval::is_false;

use serde_json::Value;

/// A parsed JMESPath expression.
#[derive(Debug, Clone)]
pub struct Query {
    root: ast::Ast,
}

/// Why a query has no answer, with the exit code the CLI gives for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// What the CLI prints; it may have several lines (the last one carries the caret).
    pub message: String,
    /// 252 if the expression is malformed, 255 if it fails on this answer.
    pub exit: u8,
    /// Where a malformed expression goes wrong, in characters from 0.
    pub column: Option<usize>,
}

impl std::fmt::Display for QueryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for QueryError {}

impl QueryError {
    pub(crate) fn search(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit: 255, column: None }
    }
}

impl Query {
    /// Parses an expression; the error is worded as `aws … --query` words it.
    pub fn parse(expression: &str) -> Result<Self, QueryError> {
        let fail = |e: lex::SyntaxError| QueryError {
            message: format!("Bad value for --query {expression}: {}", e.message),
            exit: 252,
            column: e.column,
        };
        lex::tokens(expression).and_then(|tokens| parse::parse(expression, &tokens)).map(|root| Self { root }).map_err(fail)
    }

    /// What the expression says about `data`.
    pub fn search(&self, data: &Value) -> Result<Value, QueryError> {
        let mut budget = eval::Budget::default();
        let found = eval::eval(&self.root, data, &mut budget)?;
        budget.own(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(expression: &str, data: &Value, expected: &str) {
        let found = Query::parse(expression).and_then(|q| q.search(data));
        assert_eq!(found.map_or_else(|e| e.message, |v| v.to_string()), expected, "{expression}");
    }

    #[test]
    fn keys_keep_the_order_of_the_expression_and_of_the_answer() {
        let data = json!({"Z": {"b": 1, "a": 2}, "A": 3});
        check("{z: Z, a: A}", &data, r#"{"z":{"b":1,"a":2},"a":3}"#);
        check("keys(Z)", &data, r#"["b","a"]"#);
        check("Z.*", &data, "[1,2]");
    }

    /// `fixtures/queries.jsonl`: a document, then expressions with what Python makes of them.
    #[test]
    fn results_and_errors_are_those_of_the_real_cli() {
        let recorded = include_str!("fixtures/queries.jsonl");
        let mut lines = recorded.lines();
        let document: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
        for line in lines {
            let (expression, kind, expected): (String, String, String) = serde_json::from_str(line).unwrap();
            let found = Query::parse(&expression).and_then(|query| query.search(&document));
            let (found_kind, found) = match found {
                Ok(value) => ("result", crate::format::json::write(&value, crate::format::json::Style::Spaced)),
                Err(error) => (if error.exit == 252 { "malformed" } else { "fails" }, error.message),
            };
            assert_eq!((found_kind, found), (kind.as_str(), expected), "{expression}");
        }
    }

    #[test]
    fn a_malformed_expression_says_where() {
        let error = Query::parse("Buckets[?Name=]").unwrap_err();
        assert_eq!((error.exit, error.column), (252, Some(13)));
        assert_eq!(
            error.message,
            "Bad value for --query Buckets[?Name=]: Bad jmespath expression: Unknown token '=':\nBuckets[?Name=]\n             ^"
        );
    }

    #[test]
    fn hostile_expressions_neither_overflow_the_stack_nor_eat_memory() {
        for piece in ["(", "[", "!", "&", "a.", "a||", "{a:", "a[]", "[]", "a[*]", "a[0]", "[?", "f(", "a==", "a|", "@[?a].", "`[", "*."] {
            for n in [90, 400, 900, 20_000] {
                let open = piece.repeat(n);

                for tail in ["", "a", "a]", &")".repeat(n), &"]".repeat(n)] {
                    let _ = Query::parse(&format!("{open}{tail}")).and_then(|q| q.search(&json!({"a": [[1]]})));
                }
            }
        }
        let doubling = vec!["[@,@]"; 100].join("|");
        let error = Query::parse(&doubling).and_then(|q| q.search(&json!(1))).unwrap_err();
        assert_eq!(error.exit, 255);
    }
}
