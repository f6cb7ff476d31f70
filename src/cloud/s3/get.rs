//! Reading an object and its metadata. A GET of an Intelligent-Tiering object changes later answers: it counts as access.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    StorageClass, access,
    encryption::{self, Customer, Reading},
    errors, guard, lock,
    put::{expiration_header, same_etag},
    version::{Object, Version},
    zones,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Read, View, Write},
    body::Body,
    clock::SimTime,
};

/// Reads an object.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct GetObject {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub if_modified_since: Option<SimTime>,
    pub if_unmodified_since: Option<SimTime>,
    pub range: Option<String>,
    pub part_number: Option<u32>,
    pub response_cache_control: Option<String>,
    pub response_content_disposition: Option<String>,
    pub response_content_encoding: Option<String>,
    pub response_content_language: Option<String>,
    pub response_content_type: Option<String>,
    pub checksum_mode: Option<String>,
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

/// What GetObject and HeadObject answer.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ObjectOutput {
    accept_ranges: &'static str,
    archive_status: Option<&'static str>,
    body: Option<Body>,
    content_length: u64,
    content_range: Option<String>,
    #[serde(rename = "ETag")]
    etag: String,
    expiration: Option<String>,
    #[serde(flatten)]
    headers: BTreeMap<String, String>,
    last_modified: SimTime,
    metadata: BTreeMap<String, String>,
    parts_count: Option<usize>,
    replication_status: Option<&'static str>,
    restore: Option<String>,
    #[serde(flatten)]
    encryption: encryption::Shown,
    #[serde(flatten)]
    lock: lock::Shown,
    storage_class: Option<&'static str>,
    tag_count: Option<usize>,
    version_id: Option<String>,
}

impl Operation for GetObject {
    type Output = ObjectOutput;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("the data of ONEZONE_IA objects lies in their region's first zone: 503 ServiceUnavailable while it is out");

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersion" } else { "s3:GetObject" };
        guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl GetObject {
    /// The version meant, its conditions met.
    fn find<'a>(&self, world: &'a World) -> Result<(usize, &'a Version, &'a Object), ApiError> {
        access::check_owner(world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (index, version) = access::readable_version(world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        self.check_conditions(object, version.written)?;
        Ok((index, version, object))
    }

    /// Conditions in the order of RFC 9110: an ETag condition outweighs the date beside it.
    fn check_conditions(&self, object: &Object, written: SimTime) -> Result<(), ApiError> {
        let etag = &object.content.etag;
        match (&self.if_match, self.if_unmodified_since) {
            (Some(condition), _) if !same_etag(condition, etag) => return Err(errors::precondition_failed()),
            (None, Some(since)) if written > since => return Err(errors::precondition_failed()),
            _ => {}
        }
        match (&self.if_none_match, self.if_modified_since) {
            (Some(condition), _) if same_etag(condition, etag) => Err(errors::not_modified()),
            (None, Some(since)) if written <= since => Err(errors::not_modified()),
            _ => Ok(()),
        }
    }

    /// The bytes asked for, first and last, by `Range` or `PartNumber`; `None` for all.
    fn bounds(&self, object: &Object) -> Result<Option<(u64, u64)>, ApiError> {
        if let Some(number) = self.part_number {
            let parts = &object.content.parts;
            if parts.is_empty() {
                return if number == 1 { Ok(None) } else { Err(errors::invalid_part_number()) };
            }
            let place = (number as usize).checked_sub(1).filter(|place| *place < parts.len()).ok_or_else(errors::invalid_part_number)?;
            let start: u64 = parts[..place].iter().sum();
            // a single empty part is a legal upload, and has no byte to bound
            return Ok(parts[place].checked_sub(1).map(|last| (start, start + last)));
        }
        self.range.as_deref().map_or(Ok(None), |range| parse_range(range, object.size()))
    }

    fn customer(&self) -> Customer<'_> {
        Customer {
            algorithm: self.sse_customer_algorithm.as_deref(),
            key: self.sse_customer_key.as_deref(),
            key_md5: self.sse_customer_key_md5.as_deref(),
        }
    }

    fn answer(&self, world: &World, origin: &Origin, with_body: bool) -> Result<ObjectOutput, ApiError> {
        let now = world.now();
        let (index, version, object) = self.find(world)?;
        if with_body && object.is_archived(now) {
            return Err(if object.tiering.is_some() { errors::archived_tier() } else { errors::invalid_object_state() });
        }
        let needs_data = with_body || self.checksum_mode.is_some();
        let reading = Reading { bucket: &self.bucket, key: &self.key, object, customer: self.customer(), needs_data };
        let encryption = encryption::readable(world, origin, reading)?;
        let size = object.size();
        let bounds = self.bounds(object)?;
        let content = &object.content;
        let (content_length, content_range) =
            bounds.map_or((size, None), |(from, to)| (to - from + 1, Some(format!("bytes {from}-{to}/{size}"))));
        let body = with_body.then(|| bounds.map_or_else(|| content.body.clone(), |(from, to)| content.body.slice(from, to)));
        Ok(ObjectOutput {
            accept_ranges: "bytes",
            archive_status: object.tiering.and_then(|tiering| tiering.tier.archive_status()),
            body,
            content_length,
            content_range,
            etag: content.etag.clone(),
            expiration: if self.version_id.is_none() { expiration_header(world, &self.bucket, &self.key) } else { None },
            headers: self.headers(object, with_body && bounds.is_none()),
            last_modified: version.written,
            metadata: content.about.metadata.clone(),
            parts_count: self.part_number.and(Some(content.parts.len())).filter(|n| *n > 0),
            replication_status: version.replication.as_ref().and_then(|replication| replication.status()),
            restore: object.restore.as_ref().and_then(|restore| restore.header(now)),
            encryption,
            lock: lock::Shown::of(world, origin, (&self.bucket, &self.key), &object.lock),
            storage_class: (object.class != StorageClass::Standard).then(|| object.class.name()),
            tag_count: Some(object.tags.len()).filter(|n| *n > 0),
            version_id: access::shown_version_id(world, &self.bucket, &self.key, index),
        })
    }

    /// Stored headers, those that the request overrides, and checksums if they were asked for.
    fn headers(&self, object: &Object, checksums: bool) -> BTreeMap<String, String> {
        let checksums = checksums || self.checksum_mode.is_some();
        let mut headers = object.content.about.headers.clone();
        headers.retain(|name, _| checksums || !name.starts_with("Checksum"));
        if checksums && headers.keys().any(|name| name.starts_with("Checksum")) {
            headers.entry("ChecksumType".to_owned()).or_insert_with(|| "FULL_OBJECT".to_owned());
        }
        let overrides = [
            ("CacheControl", &self.response_cache_control),
            ("ContentDisposition", &self.response_content_disposition),
            ("ContentEncoding", &self.response_content_encoding),
            ("ContentLanguage", &self.response_content_language),
            ("ContentType", &self.response_content_type),
        ];
        headers.extend(overrides.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?))));
        headers
    }
}

/// Reads `bytes=0-9`, `bytes=5-`, `bytes=-5`. Anything else is ignored, as S3 ignores it; a range past the end is refused.
fn parse_range(range: &str, size: u64) -> Result<Option<(u64, u64)>, ApiError> {
    let Some((from, to)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else { return Ok(None) };
    let bounds = match (from.parse::<u64>(), to.parse::<u64>()) {
        (Ok(from), Ok(to)) if from <= to => (from, to.min(size.saturating_sub(1))),
        (Ok(from), Err(_)) if to.is_empty() => (from, size.saturating_sub(1)),
        (Err(_), Ok(0)) => return Err(errors::invalid_range()),
        (Err(_), Ok(last)) if from.is_empty() => (size.saturating_sub(last), size.saturating_sub(1)),
        _ => return Ok(None),
    };
    if bounds.0 >= size { Err(errors::invalid_range()) } else { Ok(Some(bounds)) }
}

impl Write for GetObject {
    fn apply(self, cx: &mut Call<'_>) -> Result<ObjectOutput, ApiError> {
        let found =
            self.find(cx.world).map(|(index, _, object)| (index, object.class, object.tiering.is_some(), object.encryption.clone()));
        if let Ok((_, class, ..)) = found {
            zones::check(cx.world, &self.bucket, class)?;
        }
        let usage_type = found.as_ref().map_or(StorageClass::Standard, |(_, class, ..)| *class).get_usage();
        access::bill_request(cx, &self.bucket, usage_type);
        let output = self.answer(cx.world, cx.origin, true)?;
        let (index, class, tiered, encryption) = found?;
        encryption::counted(cx, (&self.bucket, &self.key), encryption.as_deref());
        if tiered {
            let now = cx.now();
            access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
                if let Some(object) = stack.get_mut(index).and_then(Version::object_mut) {
                    object.touch(now);
                }
            });
        }
        if let Some(usage_type) = class.retrieval_usage() {
            let place = access::bucket(cx.world, &self.bucket)?.place_for(cx.origin);
            cx.count(place.key(usage_type, ""), u128::from(output.content_length));
        }
        Ok(output)
    }
}

/// Reads an object's metadata without its body. Works on archived objects too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HeadObject(pub GetObject);

impl Operation for HeadObject {
    type Output = ObjectOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("metadata of ONEZONE_IA objects can be read while their zone is out");

    fn needs(&self) -> Need {
        self.0.needs().head()
    }

    fn resolve(&mut self, world: &World) {
        self.0.resolve(world);
    }
}

impl Read for HeadObject {
    fn read(self, cx: &mut View<'_>) -> Result<ObjectOutput, ApiError> {
        let Self(get) = self;
        if let Some(bucket) = cx.world.s3.bucket(&get.bucket) {
            let class = get.find(cx.world).map_or(StorageClass::Standard, |(_, _, object)| object.class);
            cx.count(bucket.place_for(cx.origin).key(class.get_usage(), ""), 1);
        }
        get.answer(cx.world, cx.origin, false).map_err(|error| errors::without_body(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_s3_reads_them() {
        assert_eq!(parse_range("bytes=0-9", 100).unwrap(), Some((0, 9)));
        assert_eq!(parse_range("bytes=90-", 100).unwrap(), Some((90, 99)));
        assert_eq!(parse_range("bytes=-10", 100).unwrap(), Some((90, 99)));
        assert_eq!(parse_range("bytes=0-1000", 100).unwrap(), Some((0, 99)));
        assert_eq!(parse_range("lines=1-2", 100).unwrap(), None);
        assert_eq!(parse_range("bytes=100-", 100).unwrap_err().code, "InvalidRange");
        assert_eq!(parse_range("bytes=-0", 100).unwrap_err().code, "InvalidRange");
    }
}
