//! One step of a script: what was asked, what came out, and how it is printed: as a line of JSON, or as the AWS CLI prints it.

use serde_json::{Value, json};

use crate::{
    failure::Failure,
    format::{self, Output},
};

/// What a step put out.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Printed {
    /// Nothing.
    #[default]
    Nothing,
    /// An answer in JSON.
    Json(Value),
    /// Text in another form: text, tables, YAML, transfer lines.
    Text(String),
}

impl Printed {
    /// As the CLI writes it to its output.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Json(value) => format::render(value, "", Output::Json).unwrap_or_default(),
            Self::Text(text) => text.clone(),
        }
    }

    /// As a JSON value; text loses its last line end.
    fn value(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Json(value) => value.clone(),
            Self::Text(text) => Value::from(text.strip_suffix('\n').unwrap_or(text)),
        }
    }
}

/// One step of a script.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Counted from 0.
    pub step: u64,
    /// The line as it was written, secrets hidden.
    pub line: String,
    /// What it put out.
    pub output: Printed,
    /// An assignment keeps its output to itself.
    pub silent: bool,
    /// Why it failed, if it did.
    pub error: Option<Failure>,
}

impl Step {
    /// True if it did not fail.
    pub const fn ok(&self) -> bool {
        self.error.is_none()
    }

    /// The exit code that the AWS CLI would have.
    pub fn exit(&self) -> u8 {
        self.error.as_ref().map_or(0, |error| error.exit)
    }

    /// The step as one line of JSON, without a line end.
    pub fn jsonl(&self) -> String {
        let text = |value: &Value| serde_json::to_string(value).unwrap_or_default();
        let (key, value) = match (&self.error, &self.output) {
            (Some(error), _) => ("error", text(&json!({ "code": error.code, "operation": error.operation, "message": error.message }))),
            // the answer itself may be long: it is written, not copied
            (None, Printed::Json(value)) => ("output", text(value)),
            (None, output) => ("output", text(&output.value())),
        };
        let line = serde_json::to_string(&self.line).unwrap_or_default();
        format!(r#"{{"step":{},"line":{line},"ok":{},"exit":{},"{key}":{value}}}"#, self.step, self.ok(), self.exit())
    }

    /// What the AWS CLI writes to its output and to its error stream.
    pub fn text(&self) -> (String, String) {
        let out = if self.silent { String::new() } else { self.output.text() };
        (out, self.error.as_ref().map_or_else(String::new, |error| error.shown.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(output: Printed, error: Option<Failure>) -> Step {
        Step { step: 3, line: "aws x".to_owned(), output, silent: false, error }
    }

    #[test]
    fn a_step_is_one_line_of_json() {
        assert_eq!(step(Printed::Nothing, None).jsonl(), r#"{"step":3,"line":"aws x","ok":true,"exit":0,"output":null}"#);
        assert_eq!(
            step(Printed::Json(json!({ "B": 1, "A": "\n한" })), None).jsonl(),
            r#"{"step":3,"line":"aws x","ok":true,"exit":0,"output":{"B":1,"A":"\n한"}}"#
        );
        assert_eq!(step(Printed::Text("a\tb\n".into()), None).jsonl(), r#"{"step":3,"line":"aws x","ok":true,"exit":0,"output":"a\tb"}"#);
        let failure = Failure::service("NoSuchBucket", "GetObject", "The specified bucket does not exist");
        assert_eq!(
            step(Printed::Nothing, Some(failure)).jsonl(),
            r#"{"step":3,"line":"aws x","ok":false,"exit":254,"error":{"code":"NoSuchBucket","operation":"GetObject","message":"The specified bucket does not exist"}}"#
        );
    }

    #[test]
    fn text_is_what_the_cli_prints() {
        assert_eq!(step(Printed::Json(json!({ "A": 1 })), None).text().0, "{\n    \"A\": 1\n}\n");
        let failure = Failure::service("NoSuchBucket", "GetObject", "The specified bucket does not exist");
        let want = "\nAn error occurred (NoSuchBucket) when calling the GetObject operation: The specified bucket does not exist\n";
        assert_eq!(step(Printed::Nothing, Some(failure)).text(), (String::new(), want.to_owned()));
    }
}
