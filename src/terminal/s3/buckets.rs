//! `aws s3 mb` and `aws s3 rb`.

use serde_json::{Map, Value, json};

use super::{Lines, Place, S3Command, Verb, transfer};
use crate::{cloud::Endpoint, customise, failure::Failure, files::Files, shell::Ran};

/// `make_bucket: NAME`
pub(super) fn make(command: &S3Command, endpoint: &mut Endpoint<'_>) -> Ran {
    let path = &command.paths[0];
    let Place::Object { bucket, .. } = Place::read(path) else { return Ran::from(Err(Failure::params("a bucket is written s3://NAME"))) };
    let mut params = Map::from_iter([("Bucket".to_owned(), Value::from(bucket.as_str()))]);
    if endpoint.region != "us-east-1" {
        params.insert("CreateBucketConfiguration".to_owned(), json!({ "LocationConstraint": endpoint.region }));
    }
    finish("make_bucket", path, &bucket, call(endpoint, "CreateBucket", params))
}

/// `remove_bucket: NAME`; with `--force` after everything in it.
pub(super) fn remove(command: &S3Command, endpoint: &mut Endpoint<'_>, files: &mut dyn Files) -> Ran {
    let path = &command.paths[0];
    let Place::Object { bucket, key } = Place::read(path) else { return Ran::from(Err(Failure::params("a bucket is written s3://NAME"))) };
    if !key.is_empty() {
        return Ran::from(Err(Failure::params(format!("Please specify a valid bucket name only. E.g. s3://{bucket}"))));
    }
    let mut lines = Lines::default();
    if command.options.force {
        let options = super::S3Options { recursive: true, ..super::S3Options::default() };
        let emptied = S3Command { verb: Verb::Remove, paths: vec![path.clone()], options, globals: command.globals.clone() };
        let ran = transfer::run(&emptied, endpoint, files);
        lines.out = ran.output.text();
        if let Some(mut error) = ran.error {
            let all = "remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.";
            error.shown = format!("{}\n{all}\n", error.shown.trim_end());
            error.shown.trim().clone_into(&mut error.message);
            return Ran { output: lines.ran().output, error: Some(Failure { exit: 255, ..error }) };
        }
    }
    let params = Map::from_iter([("Bucket".to_owned(), Value::from(bucket.as_str()))]);
    let ran = finish("remove_bucket", path, &bucket, call(endpoint, "DeleteBucket", params));
    lines.out.push_str(&ran.output.text());
    Ran { error: ran.error, ..lines.ran() }
}

fn call(endpoint: &mut Endpoint<'_>, operation: &str, mut params: Map<String, Value>) -> Result<Value, Failure> {
    if let Some(service) = skylab_cloud::names::service("s3") {
        customise::before_call(service, operation, &mut params).map_err(|failure| failure.of(operation))?;
    }
    endpoint.s3(operation, Value::Object(params))
}

fn finish(what: &str, path: &str, bucket: &str, answer: Result<Value, Failure>) -> Ran {
    let mut lines = Lines::default();
    match answer {
        Ok(_) => lines.say(&format!("{what}: {bucket}")),
        Err(failure) => lines.complain(&format!("{what} failed: {path} {}", failure.sentence()), &failure),
    }
    lines.ran()
}
