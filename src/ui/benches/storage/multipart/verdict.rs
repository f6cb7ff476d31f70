//! Whether S3 takes an upload of that size: asked of the model itself, in a world of its own. It keeps nothing.

use serde_json::{Value, json};
use skylab_cloud::{
    Request, World,
    api::{ApiError, Origin},
    clock::SimTime,
    ident::Region,
    s3::{MAX_PART_NUMBER, MAX_SINGLE_BYTES, MIN_PART_BYTES},
};

const BUCKET: &str = "backups-417";
const KEY: &str = "backup.tar";

/// A refusal with AWS's code and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub operation: &'static str,
    pub code: String,
    pub message: String,
}

/// Whether one PUT of so many bytes is taken.
pub(super) fn put(bytes: u64) -> Result<(), Refusal> {
    // what is within the limit is taken; only a refusal has words to be asked for
    if bytes <= MAX_SINGLE_BYTES {
        return Ok(());
    }
    asked("PutObject", |s3| s3.call("PutObject", json!({"Body": {"Zeros": bytes}})).map(|_| ()))
}

/// Whether so many parts of so many bytes are taken and joined.
pub(super) fn parts(n: u64, bytes: u64) -> Result<(), Refusal> {
    if bytes > MAX_SINGLE_BYTES {
        return asked("UploadPart", |s3| s3.part(1, bytes).map(|_| ()));
    }
    if bytes < MIN_PART_BYTES && n > 1 {
        return asked("CompleteMultipartUpload", |s3| {
            let parts = [1, 2].map(|number| s3.part(number, bytes).map(|etag| json!({"PartNumber": number, "ETag": etag})));
            let parts: Vec<Value> = parts.into_iter().collect::<Result<_, _>>()?;
            let members = json!({"UploadId": s3.upload, "MultipartUpload": {"Parts": parts}});
            s3.call("CompleteMultipartUpload", members).map(|_| ())
        });
    }
    if n > MAX_PART_NUMBER.unsigned_abs() {
        return asked("UploadPart", |s3| s3.part(MAX_PART_NUMBER.unsigned_abs() + 1, 1).map(|_| ()));
    }
    Ok(())
}

/// A bucket with an upload that has begun.
struct Asked {
    world: World,
    upload: String,
}

impl Asked {
    fn call(&mut self, operation: &str, mut members: Value) -> Result<Value, ApiError> {
        members["Bucket"] = BUCKET.into();
        if operation != "CreateBucket" {
            members["Key"] = KEY.into();
        }
        match Request::parse("s3", operation, members) {
            Ok(request) => self.world.call(&Origin::admin(Region::US_EAST_1), request),
            Err(_) => Ok(Value::Null),
        }
    }

    fn part(&mut self, number: u64, bytes: u64) -> Result<Value, ApiError> {
        let members = json!({"UploadId": self.upload, "PartNumber": number, "Body": {"Zeros": bytes}});
        self.call("UploadPart", members).map(|part| part["ETag"].clone())
    }
}

fn asked(operation: &'static str, ask: impl FnOnce(&mut Asked) -> Result<(), ApiError>) -> Result<(), Refusal> {
    let mut s3 = Asked { world: World::new(SimTime::START, 0), upload: String::new() };
    let begun = s3.call("CreateBucket", json!({})).and_then(|_| s3.call("CreateMultipartUpload", json!({})));
    s3.upload = begun.map(|upload| upload["UploadId"].as_str().unwrap_or_default().to_owned()).unwrap_or_default();
    ask(&mut s3).map_err(|error| Refusal { operation, code: error.code.into_owned(), message: error.message })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(verdict: Result<(), Refusal>) -> Option<(&'static str, String)> {
        verdict.err().map(|refusal| (refusal.operation, refusal.code))
    }

    #[test]
    fn a_put_of_more_than_five_gib_is_too_large() {
        assert_eq!(code(put(5 << 30)), None);
        assert_eq!(code(put((5 << 30) + 1)), Some(("PutObject", "EntityTooLarge".to_owned())));
    }

    #[test]
    fn parts_are_five_mib_to_five_gib_and_at_most_ten_thousand() {
        assert_eq!(code(parts(10_000, 5 << 20)), None);
        assert_eq!(code(parts(10_001, 5 << 20)), Some(("UploadPart", "InvalidArgument".to_owned())));
        assert_eq!(code(parts(2, (5 << 20) - 1)), Some(("CompleteMultipartUpload", "EntityTooSmall".to_owned())));
        assert_eq!(code(parts(1, 1)), None, "the last part has no minimum");
        assert_eq!(code(parts(2, (5 << 30) + 1)), Some(("UploadPart", "EntityTooLarge".to_owned())));
    }
}
