//! `aws s3 presign` and `aws s3 website`: a signed URL, made without asking anybody, and a bucket's website in one line.

use serde_json::{Value, json};

use super::{Place, S3Command};
use crate::{cloud::Endpoint, failure::Failure, shell::Ran, step::Printed};

/// How long a signed URL lives if nothing is said.
const DEFAULT_EXPIRES_SECS: i64 = 3_600;

/// Prints the URL.
pub(super) fn presign(command: &S3Command, endpoint: &mut Endpoint<'_>) -> Ran {
    let Place::Object { bucket, key } = Place::of_s3(&command.paths[0]) else { return Ran::from(Ok(Printed::Nothing)) };
    if key.is_empty() {
        let what = "Parameter validation failed:\nInvalid length for parameter Key, value: 0, valid min length: 1";
        return Ran::from(Err(Failure::params(what)));
    }
    let expires_secs = command.options.expires_in_secs.unwrap_or(DEFAULT_EXPIRES_SECS);
    let url = endpoint.cloud.presigned(endpoint.actor, endpoint.region, &bucket, &key, expires_secs);
    Ran::from(url.map(|url| Printed::Text(format!("{url}\n"))))
}

/// Sets the documents of a bucket's website.
pub(super) fn website(command: &S3Command, endpoint: &mut Endpoint<'_>) -> Ran {
    let path = &command.paths[0];
    let bucket = path.strip_prefix("s3://").unwrap_or(path);
    let bucket = bucket.strip_suffix('/').unwrap_or(bucket);
    let mut website = json!({});
    if let Some(suffix) = &command.options.index_document {
        website["IndexDocument"] = json!({ "Suffix": suffix });
    }
    if let Some(key) = &command.options.error_document {
        website["ErrorDocument"] = json!({ "Key": key });
    }
    let put: Value = json!({ "Bucket": bucket, "WebsiteConfiguration": website });
    Ran::from(endpoint.s3("PutBucketWebsite", put).map(|_| Printed::Nothing))
}
