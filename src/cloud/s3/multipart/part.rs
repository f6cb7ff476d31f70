//! Uploading a part, from the caller or out of an object that exists. A part of the same number takes an earlier one's place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{
    access, checksum,
    copy::{Conditions, Source},
    encryption::{self, Customer, Shown, Wanted},
    errors,
    put::MAX_SINGLE_BYTES,
};
use super::{Part, Upload, check_zone, find, plan, shift_storage};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Write},
    body::Body,
    clock::SimTime,
    kms,
};

/// Part numbers are from 1 to this one.
pub const MAX_PART_NUMBER: i64 = 10_000;

/// Uploads a part.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct UploadPart {
    pub body: Body,
    pub bucket: String,
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub key: String,
    pub part_number: i64,
    pub upload_id: String,
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

/// What UploadPart answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UploadPartOutput {
    #[serde(flatten)]
    encryption: Shown,
    #[serde(rename = "ETag")]
    etag: String,
    #[serde(flatten)]
    checksum: BTreeMap<String, String>,
}

impl Operation for UploadPart {
    type Output = UploadPartOutput;

    fn needs(&self) -> Need {
        access::need_object("s3:PutObject", &self.bucket, &self.key).paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for UploadPart {
    fn apply(self, cx: &mut Call<'_>) -> Result<UploadPartOutput, ApiError> {
        check_zone(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        bill(cx, &self.bucket, &self.key, &self.upload_id);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (number, upload) = find(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        let place = part_number(self.part_number)?;
        if self.body.len() > MAX_SINGLE_BYTES {
            return Err(errors::entity_too_large());
        }
        let md5 = checksum::md5(&self.body);
        checksum::check_md5(md5, self.content_md5.as_deref())?;
        // the CLI sends a CRC64NVME with every part it is told nothing about; S3 minds it where the upload was begun with another
        let sent = self.checksum_algorithm.as_deref().or(upload.checksum.as_ref().map(|_| "CRC64NVME"));
        let checksum = part_checksum(upload, &self.body, sent)?;
        let wanted = Wanted { bucket: &self.bucket, key: &self.key, action: "s3:PutObject", reads_back: false };
        let (plan, customer_md5) = plan((cx.world, cx.origin), wanted, upload, Some(self.customer()))?;
        let etag = encryption::etag(&cx.world.core.ids, md5, plan.encryption(), place);
        let encryption = Shown::of(plan.encryption(), customer_md5.as_ref());
        let part = Part { content: self.body.clone(), etag: etag.clone(), checksum: checksum.clone(), written: cx.now() };
        plan.carry_out(cx.world, wanted, kms::Use::Decrypt, 1);
        store(cx.world, &self.bucket, number, place, part);
        Ok(UploadPartOutput { encryption, etag, checksum })
    }
}

impl UploadPart {
    fn customer(&self) -> Customer<'_> {
        Customer {
            algorithm: self.sse_customer_algorithm.as_deref(),
            key: self.sse_customer_key.as_deref(),
            key_md5: self.sse_customer_key_md5.as_deref(),
        }
    }
}

/// Makes a part out of an object or a range of one.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct UploadPartCopy {
    pub bucket: String,
    pub copy_source: String,
    pub copy_source_if_match: Option<String>,
    pub copy_source_if_modified_since: Option<SimTime>,
    pub copy_source_if_none_match: Option<String>,
    pub copy_source_if_unmodified_since: Option<SimTime>,
    pub copy_source_range: Option<String>,
    pub key: String,
    pub part_number: i64,
    pub upload_id: String,
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
    #[serde(rename = "CopySourceSSECustomerAlgorithm")]
    pub copy_source_sse_customer_algorithm: Option<String>,
    #[serde(rename = "CopySourceSSECustomerKey")]
    pub copy_source_sse_customer_key: Option<String>,
    #[serde(rename = "CopySourceSSECustomerKeyMD5")]
    pub copy_source_sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub expected_source_bucket_owner: Option<String>,
}

/// What UploadPartCopy answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UploadPartCopyOutput {
    copy_source_version_id: Option<String>,
    copy_part_result: CopyPartResult,
    #[serde(flatten)]
    encryption: Shown,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct CopyPartResult {
    #[serde(rename = "ETag")]
    etag: String,
    last_modified: SimTime,
    #[serde(flatten)]
    checksum: BTreeMap<String, String>,
}

impl Operation for UploadPartCopy {
    type Output = UploadPartCopyOutput;

    fn needs(&self) -> Need {
        access::need_object("s3:PutObject", &self.bucket, &self.key)
            .with("s3:x-amz-copy-source", Some(&self.copy_source))
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for UploadPartCopy {
    fn apply(self, cx: &mut Call<'_>) -> Result<UploadPartCopyOutput, ApiError> {
        check_zone(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        Source::check_zone(&self.copy_source, cx.world, cx.origin, self.request_payer.as_deref())?;
        bill(cx, &self.bucket, &self.key, &self.upload_id);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let source = Source::named(&self.copy_source, cx.world, self.request_payer.as_deref())?;
        let opened = source.open(cx.world, cx.origin, self.expected_source_bucket_owner.as_deref(), self.conditions())?;
        let (number, upload) = find(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        let place = part_number(self.part_number)?;
        let whole = &opened.object.content.body;
        let content = match &self.copy_source_range {
            None => whole.clone(),
            Some(range) => parse_range(range, whole.len()).map(|(first, last)| whole.slice(first, last))?,
        };
        if content.len() > MAX_SINGLE_BYTES {
            return Err(errors::copy_source_too_large());
        }
        let checksum = part_checksum(upload, &content, None)?;
        let wanted = Wanted { bucket: &self.bucket, key: &self.key, action: "s3:PutObject", reads_back: false };
        let (plan, customer_md5) = plan((cx.world, cx.origin), wanted, upload, Some(self.customer()))?;
        let etag = encryption::etag(&cx.world.core.ids, checksum::md5(&content), plan.encryption(), place);
        let encryption = Shown::of(plan.encryption(), customer_md5.as_ref());
        let part = Part { etag, checksum, written: cx.now(), content };
        plan.carry_out(cx.world, wanted, kms::Use::Decrypt, 1);
        source.bill_read(cx, &opened, part.content.len());
        let copy_part_result = CopyPartResult { etag: part.etag.clone(), last_modified: part.written, checksum: part.checksum.clone() };
        store(cx.world, &self.bucket, number, place, part);
        Ok(UploadPartCopyOutput { copy_source_version_id: opened.version_id, copy_part_result, encryption })
    }
}

impl UploadPartCopy {
    fn customer(&self) -> Customer<'_> {
        Customer {
            algorithm: self.sse_customer_algorithm.as_deref(),
            key: self.sse_customer_key.as_deref(),
            key_md5: self.sse_customer_key_md5.as_deref(),
        }
    }

    fn conditions(&self) -> Conditions<'_> {
        Conditions {
            matches: self.copy_source_if_match.as_deref(),
            none_match: self.copy_source_if_none_match.as_deref(),
            modified_since: self.copy_source_if_modified_since,
            unmodified_since: self.copy_source_if_unmodified_since,
            customer: Customer {
                algorithm: self.copy_source_sse_customer_algorithm.as_deref(),
                key: self.copy_source_sse_customer_key.as_deref(),
                key_md5: self.copy_source_sse_customer_key_md5.as_deref(),
            },
        }
    }
}

/// Bills the request at the upload's rate, at STANDARD's if there is no such upload.
fn bill(cx: &mut Call<'_>, bucket: &str, key: &str, upload_id: &str) {
    let usage_type = find(cx.world, bucket, key, upload_id).map_or("Requests-Tier1", |(_, upload)| upload.request_usage());
    access::bill_request(cx, bucket, usage_type);
}

fn part_number(number: i64) -> Result<u32, ApiError> {
    let number = Some(number).filter(|number| (1..=MAX_PART_NUMBER).contains(number));
    number.and_then(|number| u32::try_from(number).ok()).ok_or_else(errors::bad_upload_part_number)
}

/// A part's checksum in the upload's algorithm; in the caller's if the upload was begun without one.
fn part_checksum(upload: &Upload, body: &Body, asked: Option<&str>) -> Result<BTreeMap<String, String>, ApiError> {
    let begun = upload.checksum.as_ref().map(|checksum| checksum.algorithm.as_str());
    if let (Some(begun), Some(asked)) = (begun, asked)
        && begun != asked
    {
        let (begun, asked) = (begun.to_lowercase(), asked.to_lowercase());
        let message = format!("Checksum Type mismatch occurred, expected checksum Type: {begun}, actual checksum Type: {asked}");
        return Err(errors::invalid_request(message));
    }
    let Some(algorithm) = begun.or(asked) else { return Ok(BTreeMap::new()) };
    let (name, value) = checksum::of(body, Some(algorithm))?;
    Ok(BTreeMap::from([(name.to_owned(), value)]))
}

/// Puts a part in its place and keeps what is stored in step.
fn store(world: &mut World, bucket: &str, number: u64, place: u32, part: Part) {
    let Some(upload) = world.s3.buckets.get_mut(bucket).and_then(|bucket| bucket.uploads.get_mut(&number)) else { return };
    let usage_type = upload.storage_usage();
    let added = i128::from(part.content.len());
    let replaced = upload.parts.insert(place, part).map_or(0, |old| i128::from(old.content.len()));
    shift_storage(world, bucket, usage_type, added - replaced);
}

/// Reads `bytes=first-last`. Stricter than a GET's range: both ends are needed and must lie inside the source.
fn parse_range(range: &str, size: u64) -> Result<(u64, u64), ApiError> {
    let bounds = range.strip_prefix("bytes=").and_then(|range| range.split_once('-'));
    let bounds = bounds.and_then(|(first, last)| Some((first.parse::<u64>().ok()?, last.parse::<u64>().ok()?)));
    let (first, last) = bounds.filter(|(first, last)| first <= last).ok_or_else(errors::bad_copy_range)?;
    if first >= size {
        return Err(errors::invalid_request("The specified copy range is invalid for the source object size"));
    }
    if last >= size {
        return Err(errors::invalid_argument(format!("Range specified is not valid for source object of size: {size}")));
    }
    Ok((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_range_needs_both_ends_inside_the_source() {
        assert_eq!(parse_range("bytes=0-9", 10).unwrap(), (0, 9));
        for range in ["0-9", "bytes=5-", "bytes=-5", "bytes=9-3", "bytes=0-1,3-4", "bytes=0-10"] {
            assert_eq!(parse_range(range, 10).unwrap_err().code, "InvalidArgument", "{range}");
        }
        assert_eq!(parse_range("bytes=10-12", 10).unwrap_err().code, "InvalidRequest");
    }
}
