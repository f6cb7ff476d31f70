//! Listing a bucket's unfinished uploads by key, and within a key by age. Finished and aborted ones are gone.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{
    access,
    bucket::{Bucket, Owner},
    errors,
    list::{self, CommonPrefix, Shape, group},
};
use super::{Upload, find, id_of, parts::Initiator};
use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    clock::SimTime,
};

/// Lists a page of unfinished uploads.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListMultipartUploads {
    /// The bucket.
    pub bucket: String,
    /// Rolls up keys that are alike up to this text.
    pub delimiter: Option<String>,
    /// `url` percent-encodes keys in the answer.
    pub encoding_type: Option<String>,
    /// Only keys after this one, or of this one the uploads after `UploadIdMarker`.
    pub key_marker: Option<String>,
    /// At most so many; 1,000 without.
    pub max_uploads: Option<i64>,
    /// Only keys that begin so.
    pub prefix: Option<String>,
    /// The last upload listed of `KeyMarker`; without that it is ignored.
    pub upload_id_marker: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What ListMultipartUploads answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListMultipartUploadsOutput {
    bucket: String,
    key_marker: String,
    upload_id_marker: String,
    next_key_marker: String,
    prefix: Option<String>,
    delimiter: Option<String>,
    next_upload_id_marker: String,
    max_uploads: i64,
    is_truncated: bool,
    uploads: Option<Vec<UploadSummary>>,
    common_prefixes: Option<Vec<CommonPrefix>>,
    encoding_type: Option<String>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct UploadSummary {
    upload_id: String,
    key: String,
    initiated: SimTime,
    storage_class: &'static str,
    owner: Owner,
    initiator: Initiator,
    checksum_algorithm: Option<String>,
    checksum_type: Option<&'static str>,
}

impl Operation for ListMultipartUploads {
    type Output = ListMultipartUploadsOutput;

    fn needs(&self) -> Need {
        list::need("s3:ListBucketMultipartUploads", &self.bucket, self.prefix.as_deref(), self.delimiter.as_deref(), None)
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for ListMultipartUploads {
    fn read(self, cx: &mut View<'_>) -> Result<ListMultipartUploadsOutput, ApiError> {
        let bucket = list::bill(cx, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let shape = Shape::new("max-uploads", self.encoding_type.clone(), self.max_uploads, None)?;
        let page = self.page(cx.world, bucket, shape.limit)?;
        let (next_key_marker, next_upload_id_marker) =
            page.uploads.last().map(|(number, upload)| (upload.key.clone(), id_of(&cx.world.core.ids, *number))).unwrap_or_default();
        let summaries = page.uploads.iter().map(|(number, upload)| summary(cx.world, bucket, &shape, *number, upload)).collect();
        Ok(ListMultipartUploadsOutput {
            upload_id_marker: self.upload_id_marker.filter(|_| self.key_marker.is_some()).unwrap_or_default(),
            bucket: self.bucket,
            key_marker: shape.text(self.key_marker.unwrap_or_default()),
            next_key_marker: shape.text(next_key_marker),
            prefix: self.prefix.filter(|prefix| !prefix.is_empty()).map(|prefix| shape.text(prefix)),
            delimiter: self.delimiter.map(|delimiter| shape.text(delimiter)),
            next_upload_id_marker,
            max_uploads: shape.limit,
            is_truncated: page.is_truncated,
            uploads: list::some(summaries),
            common_prefixes: shape.prefixes(page.groups),
            encoding_type: shape.encoding_type,
        })
    }
}

/// One page of a listing.
#[derive(Default)]
struct Page<'a> {
    uploads: Vec<(u64, &'a Upload)>,
    groups: Vec<String>,
    is_truncated: bool,
}

impl ListMultipartUploads {
    fn page<'a>(&self, world: &World, bucket: &'a Bucket, limit: i64) -> Result<Page<'a>, ApiError> {
        let (prefix, delimiter) = (self.prefix.as_deref().unwrap_or_default(), self.delimiter.as_deref().filter(|it| !it.is_empty()));
        let marker = self.key_marker.as_deref().filter(|key| !key.is_empty());
        let last = match (marker, self.upload_id_marker.as_deref().filter(|id| !id.is_empty())) {
            (Some(key), Some(id)) => Some(find(world, &self.bucket, key, id).map_err(|_| errors::bad_upload_marker())?.0),
            _ => None,
        };
        let marked_group = marker.and_then(|marker| group(marker, prefix, delimiter));
        let mut all: Vec<(u64, &Upload)> = bucket.uploads.iter().map(|(number, upload)| (*number, upload)).collect();
        all.sort_by_key(|(number, upload)| (&upload.key, *number));
        let mut page = Page::default();
        for (number, upload) in all {
            let passed =
                marker.is_none_or(|marker| *upload.key > *marker || (upload.key == marker && last.is_some_and(|last| number > last)));
            if !passed || !upload.key.starts_with(prefix) {
                continue;
            }
            let group = group(&upload.key, prefix, delimiter);
            if group.is_some_and(|group| marked_group == Some(group) || page.groups.last().is_some_and(|last| last == group)) {
                continue;
            }
            if (page.uploads.len() + page.groups.len()) as i64 >= limit {
                page.is_truncated = limit > 0;
                break;
            }
            match group {
                Some(group) => page.groups.push(group.to_owned()),
                None => page.uploads.push((number, upload)),
            }
        }
        Ok(page)
    }
}

fn summary(world: &World, bucket: &Bucket, shape: &Shape, number: u64, upload: &Upload) -> UploadSummary {
    let (checksum_algorithm, checksum_type) = upload.shown_checksum();
    UploadSummary {
        upload_id: id_of(&world.core.ids, number),
        key: shape.text(upload.key.clone()),
        initiated: upload.initiated,
        storage_class: upload.class.name(),
        owner: Owner::of(bucket.owner),
        initiator: Initiator::of(&upload.initiator),
        checksum_algorithm,
        checksum_type,
    }
}
