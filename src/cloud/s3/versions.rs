//! Listing every version of every key, newest first, delete markers included. `list` shows current objects only.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    access, acl,
    bucket::{Bucket, Owner},
    errors,
    list::{self, CommonPrefix, RestoreStatus, Shape, Stop, Walk},
    store::Cohort,
    version::{Object, Version},
};
use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    clock::SimTime,
    ident::Ids,
};

/// Lists a page of versions.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListObjectVersions {
    /// The bucket.
    pub bucket: String,
    /// Rolls up keys that are alike up to this text.
    pub delimiter: Option<String>,
    /// `url` percent-encodes keys in the answer.
    pub encoding_type: Option<String>,
    /// Only keys after this one, or of this one the versions after `VersionIdMarker`.
    pub key_marker: Option<String>,
    /// At most so many versions, markers and prefixes; 1,000 without.
    pub max_keys: Option<i64>,
    /// Only keys that begin so.
    pub prefix: Option<String>,
    /// The last version listed of `KeyMarker`.
    pub version_id_marker: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// `RestoreStatus`.
    pub optional_object_attributes: Option<Vec<String>>,
}

/// What ListObjectVersions answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListObjectVersionsOutput {
    is_truncated: bool,
    key_marker: String,
    version_id_marker: String,
    next_key_marker: Option<String>,
    next_version_id_marker: Option<String>,
    versions: Option<Vec<ObjectVersion>>,
    delete_markers: Option<Vec<DeleteMarker>>,
    name: String,
    prefix: String,
    delimiter: Option<String>,
    max_keys: i64,
    common_prefixes: Option<Vec<CommonPrefix>>,
    encoding_type: Option<String>,
}

/// A version with data.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct ObjectVersion {
    #[serde(rename = "ETag")]
    etag: String,
    checksum_algorithm: Option<Vec<String>>,
    checksum_type: Option<String>,
    size: u64,
    storage_class: &'static str,
    key: String,
    version_id: String,
    is_latest: bool,
    last_modified: SimTime,
    owner: Owner,
    restore_status: Option<RestoreStatus>,
}

/// A delete marker.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct DeleteMarker {
    owner: Owner,
    key: String,
    version_id: String,
    is_latest: bool,
    last_modified: SimTime,
}

impl Operation for ListObjectVersions {
    type Output = ListObjectVersionsOutput;

    fn needs(&self) -> Need {
        list::need("s3:ListBucketVersions", &self.bucket, self.prefix.as_deref(), self.delimiter.as_deref(), self.max_keys)
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for ListObjectVersions {
    fn read(self, cx: &mut View<'_>) -> Result<ListObjectVersionsOutput, ApiError> {
        let bucket = list::bill(cx, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let shape = Shape::new("maxKeys", self.encoding_type.clone(), self.max_keys, self.optional_object_attributes.as_deref())?;
        let mut page = Page::new(cx.world, bucket, &shape);
        page.fill(self.walk(bucket)?, self.marker());
        Ok(ListObjectVersionsOutput {
            is_truncated: page.is_truncated,
            key_marker: shape.text(self.key_marker.unwrap_or_default()),
            version_id_marker: self.version_id_marker.unwrap_or_default(),
            next_key_marker: page.last.as_ref().filter(|_| page.is_truncated).map(|(key, _)| shape.text(key.clone())),
            next_version_id_marker: page.last.filter(|_| page.is_truncated).and_then(|(_, id)| id),
            versions: list::some(page.versions),
            delete_markers: list::some(page.markers),
            name: self.bucket,
            prefix: shape.text(self.prefix.unwrap_or_default()),
            delimiter: self.delimiter.map(|delimiter| shape.text(delimiter)),
            max_keys: shape.limit,
            common_prefixes: shape.prefixes(page.groups),
            encoding_type: self.encoding_type,
        })
    }
}

impl ListObjectVersions {
    /// The key and version that the last page ended with.
    fn marker(&self) -> Option<(&str, &str)> {
        self.key_marker.as_deref().zip(self.version_id_marker.as_deref())
    }

    fn walk<'a>(&'a self, bucket: &'a Bucket) -> Result<Walk<'a>, ApiError> {
        let key_marker = self.key_marker.as_deref().filter(|key| !key.is_empty());
        if self.version_id_marker.as_ref().is_some_and(|id| !id.is_empty()) && key_marker.is_none() {
            return Err(errors::lonely_version_marker());
        }
        let mut walk = Walk::new(&bucket.store, self.prefix.as_deref(), self.delimiter.as_deref(), |_| true);
        match (key_marker, self.version_id_marker.as_deref()) {
            (Some(key), Some(_)) => walk.seek(key.to_owned()),
            (Some(key), None) => walk.seek_past(key),
            (None, _) => {}
        }
        Ok(walk)
    }
}

/// One page of a listing.
struct Page<'a> {
    ids: &'a Ids,
    now: SimTime,
    shape: &'a Shape,
    bucket: &'a Bucket,
    versions: Vec<ObjectVersion>,
    markers: Vec<DeleteMarker>,
    groups: Vec<String>,
    /// The key or group and the version last listed.
    last: Option<(String, Option<String>)>,
    is_truncated: bool,
}

impl<'a> Page<'a> {
    fn new(world: &'a World, bucket: &'a Bucket, shape: &'a Shape) -> Self {
        Self {
            ids: &world.core.ids,
            now: world.now(),
            shape,
            bucket,
            versions: Vec::new(),
            markers: Vec::new(),
            groups: Vec::new(),
            last: None,
            is_truncated: false,
        }
    }

    fn fill(&mut self, walk: Walk<'_>, marker: Option<(&str, &str)>) {
        if self.shape.limit == 0 {
            return;
        }
        for stop in walk {
            match stop {
                Stop::Group(_) if self.is_full() => self.is_truncated = true,
                Stop::Group(group) => {
                    self.last = Some((group.clone(), None));
                    self.groups.push(group);
                }
                Stop::Key { key, cohort, offset } => {
                    let after = marker.filter(|(marked, _)| *marked == key).map(|(_, id)| id);
                    self.take_key(&key, cohort, offset, after);
                }
            }
            if self.is_truncated {
                return;
            }
        }
    }

    fn is_full(&self) -> bool {
        (self.versions.len() + self.markers.len() + self.groups.len()) as i64 >= self.shape.limit
    }

    /// Takes a key's versions, those after a marker only, as far as the page goes.
    fn take_key(&mut self, key: &str, cohort: &Cohort, offset: u64, after: Option<&str>) {
        let mut passed = after.is_none();
        for (index, version) in cohort.versions().iter().enumerate() {
            let id = access::version_id(self.ids, version, offset);
            if !passed {
                passed = after == Some(id.as_str());
                continue;
            }
            if self.is_full() {
                self.is_truncated = true;
                return;
            }
            self.last = Some((key.to_owned(), Some(id.clone())));
            self.take_version(key, id, version, index == 0);
        }
    }

    fn take_version(&mut self, key: &str, version_id: String, version: &Version, is_latest: bool) {
        let (key, last_modified) = (self.shape.text(key.to_owned()), version.written);
        match version.object() {
            Some(object) => self.versions.push(self.object_version(key, version_id, object, is_latest, last_modified)),
            None => self.markers.push(DeleteMarker { owner: Owner::of(self.bucket.owner), key, version_id, is_latest, last_modified }),
        }
    }

    fn object_version(&self, key: String, version_id: String, object: &Object, is_latest: bool, last_modified: SimTime) -> ObjectVersion {
        let (checksum_algorithm, checksum_type) = list::checksum(object);
        ObjectVersion {
            etag: object.content.etag.clone(),
            checksum_algorithm,
            checksum_type,
            size: object.size(),
            storage_class: object.class.name(),
            key,
            version_id,
            is_latest,
            last_modified,
            owner: acl::object_owner(self.bucket, object),
            restore_status: self.shape.restore_status(object, self.now),
        }
    }
}
