//! Putting one object: in one request, or in parts as the CLI does from 8 MiB on.

use serde_json::{Map, Value, json};
use skylab_cloud::body::Body;

use super::customer_key::Keys;
use crate::{cloud::Endpoint, failure::Failure};

/// From here on the CLI sends parts of this size.
const PART_BYTES: u64 = 8 << 20;
const MAX_PARTS: u64 = 10_000;
/// The CLI copies from here on in parts; one `CopyObject` can do this much.
const MAX_COPY_BYTES: u64 = 5 << 30;

/// An object to be written.
pub(super) struct Target<'a> {
    pub(super) bucket: &'a str,
    pub(super) key: &'a str,
    /// Members of the request besides: `StorageClass`, `Metadata`, …
    pub(super) members: &'a Map<String, Value>,
    /// Keys that the caller brings.
    pub(super) keys: &'a Keys,
}

/// The members that name an object, and some more.
pub(super) fn object<const N: usize>(bucket: &str, key: &str, more: [&Map<String, Value>; N]) -> Value {
    let mut params = Map::from_iter([("Bucket".to_owned(), Value::from(bucket)), ("Key".to_owned(), Value::from(key))]);
    params.extend(more.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
    Value::Object(params)
}

impl Target<'_> {
    fn params(&self, more: Value) -> Value {
        with(object(self.bucket, self.key, []), more)
    }

    /// … and the caller's own key.
    fn with_key(&self, more: Value) -> Value {
        with(self.params(more), Value::Object(self.keys.own.clone()))
    }

    fn with_members(&self, more: Value) -> Value {
        let mut params = self.with_key(more);
        if let Value::Object(params) = &mut params {
            params.extend(self.members.clone());
            // Only a copy can keep or replace.
            if !params.contains_key("CopySource") {
                params.shift_remove("MetadataDirective");
            }
        }
        params
    }

    /// Uploads a body.
    pub(super) fn put(&self, endpoint: &mut Endpoint<'_>, body: &Body) -> Result<(), Failure> {
        if body.len() < PART_BYTES {
            return endpoint.s3("PutObject", self.with_members(json!({ "Body": body }))).map(|_| ());
        }
        self.in_parts(endpoint, body.len(), |endpoint, place, from, to| {
            endpoint.s3("UploadPart", self.with_key(with(place, json!({ "Body": body.slice(from, to) }))))
        })
    }

    /// Copies an object of that size.
    pub(super) fn copy(&self, endpoint: &mut Endpoint<'_>, bucket: &str, key: &str, size: u64) -> Result<(), Failure> {
        let source = format!("{bucket}/{key}");
        if size <= MAX_COPY_BYTES {
            let source = with(json!({ "CopySource": source }), Value::Object(self.keys.source.clone()));
            return endpoint.s3("CopyObject", self.with_members(source)).map(|_| ());
        }
        self.in_parts(endpoint, size, |endpoint, place, from, to| {
            let part = json!({ "CopySource": source, "CopySourceRange": format!("bytes={from}-{to}") });
            let part = with(part, Value::Object(self.keys.source.clone()));
            let answer = endpoint.s3("UploadPartCopy", self.with_key(with(place, part)))?;
            Ok(answer["CopyPartResult"].clone())
        })
    }

    /// A multipart upload; given up if a part fails, as the CLI gives it up.
    fn in_parts(
        &self,
        endpoint: &mut Endpoint<'_>,
        size: u64,
        mut send: impl FnMut(&mut Endpoint<'_>, Value, u64, u64) -> Result<Value, Failure>,
    ) -> Result<(), Failure> {
        let upload = endpoint.s3("CreateMultipartUpload", self.with_members(json!({})))?["UploadId"].clone();
        let part_bytes = part_size(size);
        let mut parts = Vec::new();
        for number in 1..=size.div_ceil(part_bytes) {
            let from = (number - 1) * part_bytes;
            let to = (from + part_bytes).min(size) - 1;
            match send(endpoint, json!({ "UploadId": upload, "PartNumber": number }), from, to) {
                Ok(answer) => parts.push(json!({ "PartNumber": number, "ETag": answer["ETag"] })),
                Err(failure) => {
                    let _ = endpoint.s3("AbortMultipartUpload", self.params(json!({ "UploadId": upload })));
                    return Err(failure);
                }
            }
        }
        let done = json!({ "UploadId": upload, "MultipartUpload": { "Parts": parts } });
        endpoint.s3("CompleteMultipartUpload", self.with_key(done)).map(|_| ())
    }
}

fn with(mut place: Value, more: Value) -> Value {
    if let (Value::Object(place), Value::Object(more)) = (&mut place, more) {
        place.extend(more);
    }
    place
}

/// The size of the parts in which the CLI sends a body of that size; the whole where it sends it in one request.
pub(super) fn part_bytes_of(size: u64) -> Option<u64> {
    (size >= PART_BYTES).then(|| part_size(size))
}

/// Doubled until no more than 10,000 parts are needed.
fn part_size(size: u64) -> u64 {
    let mut part = PART_BYTES;
    while size.div_ceil(part) > MAX_PARTS {
        part *= 2;
    }
    part
}

/// The content type that the CLI guesses from a file's name.
pub(super) fn content_type(name: &str) -> Option<&'static str> {
    let extension = name.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match extension.as_str() {
        "txt" | "log" | "c" | "h" | "bat" => "text/plain",
        "html" | "htm" => "text/html",
        "css" => "text/css",
        "csv" => "text/csv",
        "js" | "mjs" => "text/javascript",
        "md" => "text/markdown",
        "py" => "text/x-python",
        "xml" => "text/xml",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "tar" => "application/x-tar",
        "sh" => "application/x-sh",
        "wasm" => "application/wasm",
        "bin" | "exe" | "dll" | "so" | "o" => "application/octet-stream",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        "ico" => "image/vnd.microsoft.icon",
        "mp3" => "audio/mpeg",
        "wav" => "audio/x-wav",
        "mp4" => "video/mp4",
        "mov" => "video/quicktime",
        "webm" => "video/webm",
        _ => return None,
    })
}
