//! Reading chosen facts of an object without its body, among them the parts of a multipart one. It reads no user metadata.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    StorageClass, access, checksum,
    copy::shown_checksum,
    encryption::{self, Customer, Reading},
    errors, guard,
    list::{limit, some},
    version::{Content, Version},
};
use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    body::Body,
    clock::SimTime,
};

const ATTRIBUTES: [&str; 5] = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

/// Reads chosen attributes of an object. Works on archived objects too.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetObjectAttributes {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// At most so many parts; 1,000 without.
    pub max_parts: Option<i64>,
    /// Only parts with a higher number.
    pub part_number_marker: Option<i64>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// Of an object with the caller's key: `AES256`.
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// The key.
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    /// Its digest.
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
    /// Any of `ETag`, `Checksum`, `ObjectParts`, `StorageClass`, `ObjectSize`.
    pub object_attributes: Vec<String>,
}

/// What GetObjectAttributes answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetObjectAttributesOutput {
    last_modified: SimTime,
    version_id: Option<String>,
    #[serde(rename = "ETag")]
    etag: Option<String>,
    checksum: Option<BTreeMap<String, String>>,
    object_parts: Option<ObjectParts>,
    storage_class: Option<&'static str>,
    object_size: Option<u64>,
}

/// The parts of a multipart object; one by one only if its checksum is over its parts.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
struct ObjectParts {
    total_parts_count: usize,
    part_number_marker: Option<i64>,
    next_part_number_marker: Option<i64>,
    max_parts: Option<i64>,
    is_truncated: Option<bool>,
    parts: Option<Vec<ObjectPart>>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct ObjectPart {
    part_number: i64,
    size: u64,
    #[serde(flatten)]
    checksum: BTreeMap<&'static str, String>,
}

impl Operation for GetObjectAttributes {
    type Output = GetObjectAttributesOutput;

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersionAttributes" } else { "s3:GetObjectAttributes" };
        guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetObjectAttributes {
    fn read(self, cx: &mut View<'_>) -> Result<GetObjectAttributesOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        let found = access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref());
        let class = found.as_ref().ok().and_then(|(_, version)| version.object()).map_or(StorageClass::Standard, |object| object.class);
        cx.count(bucket.place_for(cx.origin).key(class.get_usage(), ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        if self.object_attributes.is_empty() {
            let message = "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty";
            return Err(errors::invalid_argument(message));
        }
        if self.object_attributes.iter().any(|name| !ATTRIBUTES.contains(&name.as_str())) {
            return Err(errors::invalid_argument("Invalid attribute name specified."));
        }
        let max_parts = limit("max-parts", self.max_parts)?;
        let (index, version) = found?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        let customer = Customer {
            algorithm: self.sse_customer_algorithm.as_deref(),
            key: self.sse_customer_key.as_deref(),
            key_md5: self.sse_customer_key_md5.as_deref(),
        };
        let needs_data = self.object_attributes.iter().any(|name| name == "Checksum");
        encryption::readable(cx.world, cx.origin, Reading { bucket: &self.bucket, key: &self.key, object, customer, needs_data })?;
        let content = &object.content;
        let asked = |name: &str| self.object_attributes.iter().any(|asked| asked == name);
        let parts = asked("ObjectParts") && !content.parts.is_empty();
        Ok(GetObjectAttributesOutput {
            last_modified: version.written,
            version_id: access::shown_version_id(cx.world, &self.bucket, &self.key, index),
            etag: asked("ETag").then(|| content.etag.trim_matches('"').to_owned()),
            checksum: asked("Checksum").then(|| checksum_of(version)).flatten(),
            object_parts: parts.then(|| object_parts(content, self.part_number_marker.unwrap_or_default(), max_parts)),
            storage_class: asked("StorageClass").then(|| object.class.name()),
            object_size: asked("ObjectSize").then(|| object.size()),
        })
    }
}

/// The checksum; that of a composite one without the number of parts after it.
fn checksum_of(version: &Version) -> Option<BTreeMap<String, String>> {
    let shown = shown_checksum(&version.object()?.content.about);
    let bare = |(name, value): (String, String)| (name, value.split_once('-').map_or_else(|| value.clone(), |(bare, _)| bare.to_owned()));
    Some(shown.into_iter().map(bare).collect()).filter(|shown: &BTreeMap<_, _>| !shown.is_empty())
}

fn object_parts(content: &Content, marker: i64, max_parts: i64) -> ObjectParts {
    let total_parts_count = content.parts.len();
    let headers = &content.about.headers;
    let algorithm = headers.keys().filter_map(|name| name.strip_prefix("Checksum")).find(|name| *name != "Type");
    let Some(algorithm) = algorithm.filter(|_| headers.get("ChecksumType").is_some_and(|kind| kind == "COMPOSITE")) else {
        return ObjectParts { total_parts_count, ..ObjectParts::default() };
    };
    let mut start = 0;
    let mut after = Vec::new();
    for (part_number, size) in (1_i64..).zip(content.parts.iter().copied()) {
        if part_number > marker {
            after.push((part_number, start, size));
        }
        start += size;
    }
    let is_truncated = after.len() as i64 > max_parts;
    after.truncate(max_parts as usize);
    let next_part_number_marker = after.last().map_or(0, |(part_number, ..)| *part_number);
    let parts = after.into_iter().map(|(part_number, start, size)| {
        let body = if size == 0 { Body::default() } else { content.body.slice(start, start + size - 1) };
        ObjectPart { part_number, size, checksum: checksum::of(&body, Some(algorithm)).into_iter().collect() }
    });
    ObjectParts {
        total_parts_count,
        part_number_marker: Some(marker),
        next_part_number_marker: Some(next_part_number_marker),
        max_parts: Some(max_parts),
        is_truncated: Some(is_truncated),
        parts: some(parts.collect()),
    }
}
