//! Listing the parts of an unfinished upload. The parts of a finished one are told by GetObjectAttributes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{
    access,
    bucket::Owner,
    lifecycle,
    list::{self, limit},
};
use super::find;
use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    clock::SimTime,
    ident::Caller,
};

/// Lists a page of parts.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListParts {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// At most so many; 1,000 without.
    pub max_parts: Option<i64>,
    /// Only parts with a higher number.
    pub part_number_marker: Option<i64>,
    /// Which upload.
    pub upload_id: String,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// Needed by nobody here: checksums of parts are told without the caller's key.
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// As above.
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    /// As above.
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
}

/// What ListParts answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListPartsOutput {
    abort_date: Option<SimTime>,
    abort_rule_id: Option<String>,
    bucket: String,
    key: String,
    upload_id: String,
    part_number_marker: i64,
    next_part_number_marker: i64,
    max_parts: i64,
    is_truncated: bool,
    parts: Option<Vec<PartSummary>>,
    initiator: Initiator,
    owner: Owner,
    storage_class: &'static str,
    checksum_algorithm: Option<String>,
    checksum_type: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct PartSummary {
    part_number: u32,
    last_modified: SimTime,
    #[serde(rename = "ETag")]
    etag: String,
    size: u64,
    #[serde(flatten)]
    checksum: BTreeMap<String, String>,
}

/// Who began an upload: an IAM user by its ARN.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Initiator {
    #[serde(rename = "ID")]
    id: String,
}

impl Initiator {
    pub(super) fn of(caller: &Caller) -> Self {
        Self { id: caller.arn() }
    }
}

impl Operation for ListParts {
    type Output = ListPartsOutput;

    fn needs(&self) -> Need {
        access::need_object("s3:ListMultipartUploadParts", &self.bucket, &self.key).paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for ListParts {
    fn read(self, cx: &mut View<'_>) -> Result<ListPartsOutput, ApiError> {
        let bucket = list::bill(cx, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (_, upload) = find(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        let max_parts = limit("max-parts", self.max_parts)?;
        let marker = self.part_number_marker.unwrap_or_default();
        let mut after = upload.parts.iter().filter(|(number, _)| i64::from(**number) > marker);
        let page = after.by_ref().take(max_parts as usize).map(|(number, part)| PartSummary {
            part_number: *number,
            last_modified: part.written,
            etag: part.etag.clone(),
            size: part.content.len(),
            checksum: part.checksum.clone(),
        });
        let page: Vec<PartSummary> = page.collect();
        let abort = lifecycle::abort_due(bucket, upload, cx.world.now());
        let (checksum_algorithm, checksum_type) = upload.shown_checksum();
        Ok(ListPartsOutput {
            abort_date: abort.map(|(at, _)| at),
            abort_rule_id: abort.map(|(_, rule)| rule.to_owned()),
            bucket: self.bucket,
            key: self.key,
            upload_id: self.upload_id,
            part_number_marker: marker,
            next_part_number_marker: page.last().map_or(0, |last| i64::from(last.part_number)),
            max_parts,
            is_truncated: max_parts > 0 && after.next().is_some(),
            parts: list::some(page),
            initiator: Initiator::of(&upload.initiator),
            owner: Owner::of(bucket.owner),
            storage_class: upload.class.name(),
            checksum_algorithm,
            checksum_type,
        })
    }
}
