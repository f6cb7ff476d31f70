//! Tags of objects: reading, replacing and removing them, and the form they have in a request header; for bucket tags see
//! `bucket`. What a tag may be is the same for both.

mod bucket;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use bucket::{DeleteBucketTagging, GetBucketTagging, PutBucketTagging};

use super::{
    access, errors, guard,
    lifecycle::Tag,
    notification::{self, Details},
    replication,
    version::Version,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
};

/// Most tags of an object and of a bucket, and most characters of their keys and values (S3 User Guide, object tagging).
const MAX_TAGS: usize = 10;
const MAX_BUCKET_TAGS: usize = 50;
const MAX_KEY_CHARS: usize = 128;
const MAX_VALUE_CHARS: usize = 256;

/// Replaces an object's tags.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutObjectTagging {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// The new tags.
    pub tagging: Tagging,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// A set of tags.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Tagging {
    /// At most 10, with different keys.
    pub tag_set: Vec<Tag>,
}

/// What PutObjectTagging and DeleteObjectTagging answer.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TaggingOutput {
    version_id: Option<String>,
}

impl Operation for PutObjectTagging {
    type Output = TaggingOutput;

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:PutObjectVersionTagging" } else { "s3:PutObjectTagging" };
        let tags: Vec<_> = self.tagging.tag_set.iter().map(|tag| (tag.key.as_str(), tag.value.as_str())).collect();
        let need = guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref());
        guard::with_tag_keys(need, &tags).paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for PutObjectTagging {
    fn apply(self, cx: &mut Call<'_>) -> Result<TaggingOutput, ApiError> {
        access::bill_request(cx, &self.bucket, "Requests-Tier1");
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let index = tagged_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let tags = checked(self.tagging.tag_set)?;
        Ok(replace(cx, (&self.bucket, &self.key), index, tags, notification::Kind::TaggingPut))
    }
}

/// Shows an object's tags.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetObjectTagging {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetObjectTagging answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetObjectTaggingOutput {
    version_id: Option<String>,
    tag_set: Vec<Tag>,
}

impl Operation for GetObjectTagging {
    type Output = GetObjectTaggingOutput;

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersionTagging" } else { "s3:GetObjectTagging" };
        guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetObjectTagging {
    fn read(self, cx: &mut View<'_>) -> Result<GetObjectTaggingOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        cx.count(bucket.place_for(cx.origin).key("Requests-Tier2", ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let index = tagged_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let version = bucket.store.find(&self.key).and_then(|found| found.cohort.versions().get(index));
        let tags = version.and_then(Version::object).into_iter().flat_map(|object| object.tags.iter());
        Ok(GetObjectTaggingOutput {
            version_id: access::shown_version_id(cx.world, &self.bucket, &self.key, index),
            tag_set: tags.map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect(),
        })
    }
}

/// Removes an object's tags, all of them.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteObjectTagging {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteObjectTagging {
    type Output = TaggingOutput;

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:DeleteObjectVersionTagging" } else { "s3:DeleteObjectTagging" };
        guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for DeleteObjectTagging {
    fn apply(self, cx: &mut Call<'_>) -> Result<TaggingOutput, ApiError> {
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let index = tagged_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        Ok(replace(cx, (&self.bucket, &self.key), index, BTreeMap::new(), notification::Kind::TaggingDelete))
    }
}

/// The version meant. Unlike GET, tagging answers `MethodNotAllowed` for a delete marker even if no version is named.
fn tagged_version(world: &World, bucket: &str, key: &str, id: Option<&str>) -> Result<usize, ApiError> {
    let found = access::bucket(world, bucket)?.store.find(key);
    let (stack, offset) = found.map_or((&[][..], 0), |found| (found.cohort.versions(), found.offset));
    let index = access::version_index(&world.core.ids, stack, offset, id)?;
    if stack[index].is_marker() { Err(errors::method_not_allowed()) } else { Ok(index) }
}

/// Gives a version other tags. Lifecycle rules may match differently from now on: `edit_key` looks for what falls due.
fn replace(
    cx: &mut Call<'_>,
    (bucket, key): (&str, &str),
    index: usize,
    tags: BTreeMap<String, String>,
    kind: notification::Kind,
) -> TaggingOutput {
    access::edit_key(cx, bucket, key, |stack, _| {
        if let Some(object) = stack.get_mut(index).and_then(Version::object_mut) {
            object.tags = Arc::new(tags);
        }
    });
    replication::changed(cx.world, bucket, key, index, replication::Asked::Tagging);
    notification::told(cx, bucket, key, index, kind, Details::None);
    TaggingOutput { version_id: access::shown_version_id(cx.world, bucket, key, index) }
}

/// Checks number, characters, lengths and differing keys (S3 User Guide, object tagging).
fn checked(tags: Vec<Tag>) -> Result<BTreeMap<String, String>, ApiError> {
    if tags.len() > MAX_TAGS { Err(errors::too_many_tags()) } else { checked_each(tags, errors::reserved_tag_key) }
}

/// Checks a bucket's tags likewise.
pub(super) fn checked_for_bucket(tags: Vec<Tag>) -> Result<BTreeMap<String, String>, ApiError> {
    if tags.len() > MAX_BUCKET_TAGS { Err(errors::too_many_bucket_tags()) } else { checked_each(tags, errors::system_tag_key) }
}

fn checked_each(tags: Vec<Tag>, reserved: fn() -> ApiError) -> Result<BTreeMap<String, String>, ApiError> {
    let mut checked = BTreeMap::new();
    for Tag { key, value } in tags {
        if key.starts_with("aws:") {
            return Err(reserved());
        }
        if key.is_empty() || key.chars().count() > MAX_KEY_CHARS || !has_tag_letters_only(&key) {
            return Err(errors::invalid_tag_key());
        }
        if value.chars().count() > MAX_VALUE_CHARS || !has_tag_letters_only(&value) {
            return Err(errors::invalid_tag_value());
        }
        if checked.insert(key, value).is_some() {
            return Err(errors::duplicate_tag());
        }
    }
    Ok(checked)
}

/// Letters, spaces and digits of any script, and `+ - = . _ : / @`.
fn has_tag_letters_only(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || letter.is_whitespace() || "+-=._:/@".contains(letter))
}

/// Reads the tags of a request header: `key=value&key2=value2`, URL-encoded.
pub(super) fn parse_header(text: &str) -> Result<BTreeMap<String, String>, ApiError> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let tags: Option<Vec<Tag>> = pairs
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some(Tag { key: percent_decoded(&key.replace('+', " "))?, value: percent_decoded(&value.replace('+', " "))? })
        })
        .collect();
    let tags = tags.ok_or_else(errors::bad_tagging_header)?;
    let letters = tags.iter().all(|tag| has_tag_letters_only(&tag.key) && has_tag_letters_only(&tag.value));
    let twice = tags.iter().enumerate().any(|(index, tag)| tags[..index].iter().any(|other| other.key == tag.key));
    if !letters || twice { Err(errors::bad_tagging_header()) } else { checked(tags) }
}

/// Undoes percent-encoding; a `%` that begins no pair of digits stays. `None` if the outcome is no UTF-8.
pub(super) fn percent_decoded(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let decoded = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        if let Some(decoded) = decoded.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| byte == b'%') {
            out.push(decoded);
            rest = &after[2..];
        } else {
            out.push(byte);
            rest = after;
        }
    }
    String::from_utf8(out).ok()
}
