//! Listing the objects of a bucket a page at a time, by prefix and delimiter. Current versions only; see `versions`.

#[cfg(test)]
pub(super) mod bench;
mod shape;
#[cfg(test)]
mod tests;
mod token;
mod walk;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub(super) use shape::{Shape, bill, checksum, limit, need, some};
pub(super) use walk::{Stop, Walk, group};

use super::{
    access, acl,
    bucket::{Bucket, Owner},
    errors,
    store::Cohort,
    version::{Object, Version},
};
use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    clock::SimTime,
};

/// Most entries of one page (S3 API Reference, ListObjectsV2).
const MAX_PAGE: i64 = 1_000;

/// Lists a page of objects.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListObjectsV2 {
    /// The bucket.
    pub bucket: String,
    /// Rolls up keys that are alike up to this text.
    pub delimiter: Option<String>,
    /// `url` percent-encodes keys in the answer.
    pub encoding_type: Option<String>,
    /// At most so many keys and prefixes; 1,000 without.
    pub max_keys: Option<i64>,
    /// Only keys that begin so.
    pub prefix: Option<String>,
    /// Where the last page ended.
    pub continuation_token: Option<String>,
    /// Whether to show each object's owner.
    pub fetch_owner: Option<bool>,
    /// Only keys after this one.
    pub start_after: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// `RestoreStatus`.
    pub optional_object_attributes: Option<Vec<String>>,
}

/// What ListObjectsV2 answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListObjectsV2Output {
    is_truncated: bool,
    contents: Option<Vec<Entry>>,
    name: String,
    prefix: String,
    delimiter: Option<String>,
    max_keys: i64,
    common_prefixes: Option<Vec<CommonPrefix>>,
    encoding_type: Option<String>,
    key_count: usize,
    continuation_token: Option<String>,
    next_continuation_token: Option<String>,
    start_after: Option<String>,
}

/// An object of a listing.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Entry {
    key: String,
    last_modified: SimTime,
    #[serde(rename = "ETag")]
    etag: String,
    checksum_algorithm: Option<Vec<String>>,
    checksum_type: Option<String>,
    size: u64,
    storage_class: &'static str,
    owner: Option<Owner>,
    restore_status: Option<RestoreStatus>,
}

/// Keys rolled up by a delimiter.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct CommonPrefix {
    prefix: String,
}

/// How far the restore of an archived object is.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RestoreStatus {
    is_restore_in_progress: bool,
    restore_expiry_date: Option<SimTime>,
}

impl Operation for ListObjectsV2 {
    type Output = ListObjectsV2Output;

    fn needs(&self) -> Need {
        need("s3:ListBucket", &self.bucket, self.prefix.as_deref(), self.delimiter.as_deref(), self.max_keys)
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for ListObjectsV2 {
    fn read(self, cx: &mut View<'_>) -> Result<ListObjectsV2Output, ApiError> {
        let bucket = bill(cx, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let shape = Shape::new("maxKeys", self.encoding_type, self.max_keys, self.optional_object_attributes.as_deref())?;
        let mut walk = Walk::new(&bucket.store, self.prefix.as_deref(), self.delimiter.as_deref(), is_current_object);
        match (&self.continuation_token, &self.start_after) {
            (Some(token), _) => walk.seek(token::read(token).ok_or_else(errors::bad_continuation_token)?),
            (None, Some(key)) => walk.seek(walk::after(key)),
            (None, None) => {}
        }
        let owners = Some(bucket).filter(|_| self.fetch_owner == Some(true));
        let page = Page::take(walk, &shape, owners, cx.world.now());
        Ok(ListObjectsV2Output {
            is_truncated: page.next.is_some(),
            key_count: page.contents.len() + page.groups.len(),
            contents: some(page.contents),
            name: self.bucket,
            prefix: shape.text(self.prefix.unwrap_or_default()),
            delimiter: self.delimiter.map(|delimiter| shape.text(delimiter)),
            max_keys: shape.limit,
            common_prefixes: shape.prefixes(page.groups),
            start_after: self.start_after.filter(|_| self.continuation_token.is_none()).map(|key| shape.text(key)),
            encoding_type: shape.encoding_type,
            continuation_token: self.continuation_token,
            next_continuation_token: page.next.map(|key| token::write(&key)),
        })
    }
}

/// Lists a page of objects, as the first version of the API did.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListObjects {
    /// The bucket.
    pub bucket: String,
    /// Rolls up keys that are alike up to this text.
    pub delimiter: Option<String>,
    /// `url` percent-encodes keys in the answer.
    pub encoding_type: Option<String>,
    /// Only keys after this one.
    pub marker: Option<String>,
    /// At most so many keys and prefixes; 1,000 without.
    pub max_keys: Option<i64>,
    /// Only keys that begin so.
    pub prefix: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// `RestoreStatus`.
    pub optional_object_attributes: Option<Vec<String>>,
}

/// What ListObjects answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListObjectsOutput {
    is_truncated: bool,
    marker: String,
    next_marker: Option<String>,
    contents: Option<Vec<Entry>>,
    name: String,
    prefix: String,
    delimiter: Option<String>,
    max_keys: i64,
    common_prefixes: Option<Vec<CommonPrefix>>,
    encoding_type: Option<String>,
}

impl Operation for ListObjects {
    type Output = ListObjectsOutput;

    fn needs(&self) -> Need {
        need("s3:ListBucket", &self.bucket, self.prefix.as_deref(), self.delimiter.as_deref(), self.max_keys)
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for ListObjects {
    fn read(self, cx: &mut View<'_>) -> Result<ListObjectsOutput, ApiError> {
        let bucket = bill(cx, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let shape = Shape::new("maxKeys", self.encoding_type, self.max_keys, self.optional_object_attributes.as_deref())?;
        let mut walk = Walk::new(&bucket.store, self.prefix.as_deref(), self.delimiter.as_deref(), is_current_object);
        if let Some(marker) = &self.marker {
            walk.seek_past(marker);
        }
        let page = Page::take(walk, &shape, Some(bucket), cx.world.now());
        Ok(ListObjectsOutput {
            is_truncated: page.next.is_some(),
            marker: shape.text(self.marker.unwrap_or_default()),
            // only with a delimiter: else the last key serves (S3 API Reference, ListObjects)
            next_marker: page.last.filter(|_| page.next.is_some() && self.delimiter.is_some()).map(|last| shape.text(last)),
            contents: some(page.contents),
            name: self.bucket,
            prefix: shape.text(self.prefix.unwrap_or_default()),
            delimiter: self.delimiter.map(|delimiter| shape.text(delimiter)),
            max_keys: shape.limit,
            common_prefixes: shape.prefixes(page.groups),
            encoding_type: shape.encoding_type,
        })
    }
}

/// One page of a listing.
#[derive(Default)]
struct Page {
    contents: Vec<Entry>,
    groups: Vec<String>,
    /// The last key or group.
    last: Option<String>,
    /// Where the next page begins, if there is one.
    next: Option<String>,
}

impl Page {
    fn take(mut walk: Walk<'_>, shape: &Shape, owners: Option<&Bucket>, now: SimTime) -> Self {
        let mut page = Self::default();
        for _ in 0..shape.limit {
            match walk.next() {
                None => break,
                Some(Stop::Group(group)) => {
                    page.last = Some(group.clone());
                    page.groups.push(group);
                }
                Some(Stop::Key { key, cohort, .. }) => {
                    page.last = Some(key.clone());
                    let current = cohort.versions().first();
                    let object = current.and_then(Version::object);
                    page.contents.extend(current.zip(object).map(|(version, object)| entry(key, version, object, shape, owners, now)));
                }
            }
        }
        let position = walk.position().filter(|_| shape.limit > 0).map(str::to_owned);
        page.next = walk.next().and(position);
        page
    }
}

fn entry(key: String, version: &Version, object: &Object, shape: &Shape, owners: Option<&Bucket>, now: SimTime) -> Entry {
    let (checksum_algorithm, checksum_type) = checksum(object);
    Entry {
        key: shape.text(key),
        last_modified: version.written,
        etag: object.content.etag.clone(),
        checksum_algorithm,
        checksum_type,
        size: object.size(),
        storage_class: object.class.name(),
        owner: owners.map(|bucket| acl::object_owner(bucket, object)),
        restore_status: shape.restore_status(object, now),
    }
}

fn is_current_object(cohort: &Cohort) -> bool {
    cohort.versions().first().is_some_and(|current| !current.is_marker())
}
