//! A cloud for tests: gives prepared answers in order and remembers what it was asked.

use std::collections::VecDeque;

use serde_json::{Value, json};

use crate::{
    cloud::{Actor, CallError, Cloud},
    failure::Failure,
    sim::SimCommand,
};

/// See the file's first line.
#[derive(Default)]
pub(crate) struct FakeCloud {
    answers: VecDeque<Result<Value, CallError>>,
    /// `Operation params` of every call.
    pub(crate) calls: Vec<String>,
    /// Who made each call, and where.
    pub(crate) callers: Vec<(Actor, String)>,
    /// Simulated time passed.
    pub(crate) millis: i64,
}

impl FakeCloud {
    pub(crate) fn answer(mut self, answer: Value) -> Self {
        self.answers.push_back(Ok(answer));
        self
    }

    pub(crate) fn refuse(mut self, code: &str, status: u16) -> Self {
        self.answers.push_back(Err(CallError::Refused { code: code.to_owned(), message: "refused".to_owned(), status }));
        self
    }
}

impl Cloud for FakeCloud {
    fn call(&mut self, actor: &Actor, region: &str, _service: &str, operation: &str, params: Value) -> Result<Value, CallError> {
        self.calls.push(format!("{operation} {params}"));
        self.callers.push((actor.clone(), region.to_owned()));
        self.answers.pop_front().unwrap_or(Ok(Value::Null))
    }

    fn presigned(&self, _actor: &Actor, region: &str, bucket: &str, key: &str, expires_secs: i64) -> Result<String, Failure> {
        Ok(format!("https://{bucket}.{region}/{key}?{expires_secs}"))
    }

    fn advance(&mut self, millis: i64) {
        self.millis += millis;
    }

    fn sim(&mut self, _region: &str, command: &SimCommand) -> Result<Value, Failure> {
        Ok(json!({ "command": format!("{command:?}") }))
    }

    fn modelled(&self, service: &str) -> Vec<&'static str> {
        if service == "s3" { vec!["CreateBucket", "PutObject", "GetObject", "ListObjectsV2", "HeadBucket"] } else { Vec::new() }
    }
}
