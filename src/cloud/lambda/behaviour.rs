//! What a function does, by the name of its handler: a closed set that stands for code. Whatever else a handler is called, the
//! function only takes its event.

use serde_json::{Value, json};

use super::function::Function;
use crate::{
    World,
    api::{ApiError, Origin},
    s3::{CopyObject, copy_source, url_decoded},
};

/// Where copies go; the bucket of the original without.
const TARGET_BUCKET: &str = "TARGET_BUCKET";
/// What stands before the name of a copy: `thumbnails/`.
const TARGET_PREFIX: &str = "TARGET_PREFIX";
/// Events inside of events: a queue's message about a topic's message about a bucket.
const MAX_WRAPS: usize = 4;

/// What a function does with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Takes its event and answers `null`.
    Take,
    /// `skylab.echo`: answers its event.
    Echo,
    /// `skylab.copy_object`: copies each object that an S3 event names, to the bucket in `TARGET_BUCKET` and under the prefix in
    /// `TARGET_PREFIX`; without either, over itself.
    CopyObject,
    /// `skylab.fail`: fails.
    Fail,
}

/// What went wrong in a function, as a Python runtime tells it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failure {
    message: String,
    kind: &'static str,
}

impl Failure {
    /// The answer of a function that failed.
    pub(super) fn payload(&self) -> Value {
        json!({"errorMessage": self.message, "errorType": self.kind})
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        let message = format!("An error occurred ({}) when calling the CopyObject operation: {}", error.code, error.message);
        Self { message, kind: "ClientError" }
    }
}

impl Behaviour {
    /// What the handler of that name does.
    pub fn of(handler: &str) -> Self {
        match handler {
            "skylab.echo" => Self::Echo,
            "skylab.copy_object" => Self::CopyObject,
            "skylab.fail" => Self::Fail,
            _ => Self::Take,
        }
    }

    /// Does it, as the function's role.
    pub(super) fn carry_out(self, world: &mut World, origin: &Origin, function: &Function, event: &Value) -> Result<Value, Failure> {
        match self {
            Self::Take => Ok(Value::Null),
            Self::Echo => Ok(event.clone()),
            Self::Fail => Err(Failure { message: "The handler skylab.fail always fails.".to_owned(), kind: "Exception" }),
            Self::CopyObject => {
                let mut copies = Vec::new();
                for (bucket, key) in objects(event) {
                    let request = copy(function, &bucket, &key);
                    copies.push(json!({"bucket": request.bucket, "key": request.key}));
                    world.ask(origin, request).map_err(Failure::from)?;
                }
                Ok(json!({"copied": copies}))
            }
        }
    }
}

/// The copy of an object. Over itself it is legal only because it names the metadata anew.
fn copy(function: &Function, bucket: &str, key: &str) -> CopyObject {
    let variable = |name: &str| function.variable(name).map(str::to_owned);
    let target = variable(TARGET_BUCKET).unwrap_or_else(|| bucket.to_owned());
    let name = match variable(TARGET_PREFIX) {
        Some(prefix) => format!("{prefix}{}", key.rsplit('/').next().unwrap_or(key)),
        None => key.to_owned(),
    };
    let over_itself = target == bucket && name == key;
    CopyObject {
        bucket: target,
        key: name,
        copy_source: copy_source(bucket, key),
        metadata_directive: over_itself.then(|| "REPLACE".to_owned()),
        ..CopyObject::default()
    }
}

/// Bucket and key of every object that an event names: in S3's own form, in EventBridge's, and in what a queue or a topic wraps.
fn objects(event: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    gather(event, MAX_WRAPS, &mut found);
    found
}

fn gather(event: &Value, wraps: usize, found: &mut Vec<(String, String)>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let detail = &event["detail"];
    if let (Some(bucket), Some(key)) = (text(&detail["bucket"]["name"]), text(&detail["object"]["key"])) {
        found.push((bucket, key));
    }
    for record in event["Records"].as_array().into_iter().flatten() {
        let object = &record["s3"];
        if let (Some(bucket), Some(key)) = (text(&object["bucket"]["name"]), object["object"]["key"].as_str().and_then(url_decoded)) {
            found.push((bucket, key));
        }
        let wrapped = record["body"].as_str().or_else(|| record["Sns"]["Message"].as_str());
        if let Some(inner) = wrapped.filter(|_| wraps > 0).and_then(|text| serde_json::from_str(text).ok()) {
            gather(&inner, wraps - 1, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_in_the_events_of_s3_eventbridge_and_a_topic() {
        let s3 = json!({"Records": [{"s3": {"bucket": {"name": "b"}, "object": {"key": "a+b%2Fc"}}}]});
        assert_eq!(objects(&s3), [("b".to_owned(), "a b/c".to_owned())]);
        let wrapped = json!({"Records": [{"Sns": {"Message": s3.to_string()}}]});
        assert_eq!(objects(&wrapped), objects(&s3));
        let bridge = json!({"detail": {"bucket": {"name": "b"}, "object": {"key": "a b"}}});
        assert_eq!(objects(&bridge), [("b".to_owned(), "a b".to_owned())]);
        assert_eq!(objects(&json!({"Records": "none"})), []);
    }

    #[test]
    fn a_handler_of_any_other_name_only_takes_its_event() {
        assert_eq!(Behaviour::of("index.handler"), Behaviour::Take);
        assert_eq!(Behaviour::of("skylab.copy_object"), Behaviour::CopyObject);
    }
}
