//! Uploading an object in one request, and the one way in which new objects enter a bucket. Multipart uploads end here too.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    access,
    acl::{self, Given},
    checksum,
    encryption::{self, Customer, Plan, Shown, Wanted},
    errors, guard, keys, lifecycle, lock, notification, replication, tagging,
    version::{self, About, Content, Kind, Object, Version},
    versioning::Versioning,
    zones,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    body::Body,
    clock::SimTime,
    kms,
};

/// Largest body of one PUT, part or copy (S3 User Guide, uploading objects).
pub const MAX_SINGLE_BYTES: u64 = 5 << 30;
/// Most bytes of user metadata, names and values together.
const MAX_METADATA_BYTES: usize = 2 << 10;

/// Uploads an object.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct PutObject {
    #[serde(rename = "ACL")]
    pub acl: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    #[serde(rename = "GrantReadACP")]
    pub grant_read_acp: Option<String>,
    #[serde(rename = "GrantWriteACP")]
    pub grant_write_acp: Option<String>,
    pub body: Body,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    pub content_type: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expires: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub key: String,
    pub metadata: Option<BTreeMap<String, String>>,
    pub server_side_encryption: Option<String>,
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
    #[serde(rename = "SSEKMSKeyId")]
    pub ssekms_key_id: Option<String>,
    #[serde(rename = "SSEKMSEncryptionContext")]
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<SimTime>,
    pub object_lock_legal_hold_status: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

/// What PutObject answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutObjectOutput {
    expiration: Option<String>,
    #[serde(rename = "ETag")]
    etag: String,
    #[serde(flatten)]
    checksum: BTreeMap<&'static str, String>,
    #[serde(flatten)]
    encryption: Shown,
    version_id: Option<String>,
}

/// Preconditions of a write on the key's current version (S3 User Guide, conditional writes).
pub(super) fn check_conditions(
    world: &World,
    bucket: &str,
    key: &str,
    if_match: Option<&str>,
    if_none_match: Option<&str>,
) -> Result<(), ApiError> {
    if if_match.is_none() && if_none_match.is_none() {
        return Ok(());
    }
    let current = access::readable_version(world, bucket, key, None).ok().and_then(|(_, version)| version.object());
    if let Some(condition) = if_none_match {
        if condition != "*" {
            return Err(errors::not_implemented_header());
        }
        if current.is_some() {
            return Err(errors::precondition_failed());
        }
    }
    match (if_match, current) {
        (Some(_), None) => Err(errors::no_such_key()),
        (Some(condition), Some(object)) if !same_etag(condition, &object.content.etag) => Err(errors::precondition_failed()),
        _ => Ok(()),
    }
}

/// ETags compare with or without their quotes.
pub(super) fn same_etag(given: &str, etag: &str) -> bool {
    given == "*" || given.trim_matches('"') == etag.trim_matches('"')
}

/// Refuses user metadata over 2 KB; names become lower case.
pub(super) fn check_metadata(metadata: Option<BTreeMap<String, String>>) -> Result<BTreeMap<String, String>, ApiError> {
    let metadata: BTreeMap<_, _> = metadata.into_iter().flatten().map(|(name, value)| (name.to_lowercase(), value)).collect();
    let bytes: usize = metadata.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes > MAX_METADATA_BYTES { Err(errors::metadata_too_large()) } else { Ok(metadata) }
}

/// The content type of what was uploaded without one.
pub(super) const DEFAULT_CONTENT_TYPE: &str = "binary/octet-stream";

/// The headers that an upload gives, by AWS's member names; it always has a content type.
pub(super) fn headers<const N: usize>(given: [(&str, Option<String>); N]) -> BTreeMap<String, String> {
    let mut headers: BTreeMap<_, _> = given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    headers.entry("ContentType".to_owned()).or_insert_with(|| DEFAULT_CONTENT_TYPE.to_owned());
    headers
}

impl Operation for PutObject {
    type Output = PutObjectOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified(
        "real contents over 64 MiB are refused; where the ETag is no MD5 it follows from contents and key; a bucket-level key lasts a day",
    );

    fn needs(&self) -> Need {
        let tags = guard::header_tags(self.tagging.as_ref());
        let need = access::need_object("s3:PutObject", &self.bucket, &self.key)
            .with("s3:x-amz-storage-class", self.storage_class.as_ref())
            .with("s3:if-none-match", self.if_none_match.as_ref())
            .with("s3:x-amz-server-side-encryption", self.server_side_encryption.as_ref())
            .with("s3:x-amz-server-side-encryption-aws-kms-key-id", self.ssekms_key_id.as_ref())
            .with("s3:x-amz-server-side-encryption-customer-algorithm", self.sse_customer_algorithm.as_ref());
        let need = self.given().needs(need).paid_by(self.request_payer.as_deref());
        let need = guard::with_tags(need, &self.bucket, &self.key, tags.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        self.locks().add_to(need, &self.bucket, &self.key)
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl PutObject {
    fn given(&self) -> Given<'_> {
        Given {
            canned: self.acl.as_deref(),
            full_control: self.grant_full_control.as_deref(),
            read: self.grant_read.as_deref(),
            read_acp: self.grant_read_acp.as_deref(),
            write_acp: self.grant_write_acp.as_deref(),
            ..Given::default()
        }
    }

    /// Headers that GET and HEAD give back.
    fn headers(&mut self) -> BTreeMap<String, String> {
        headers([
            ("ContentType", self.content_type.take()),
            ("CacheControl", self.cache_control.take()),
            ("ContentDisposition", self.content_disposition.take()),
            ("ContentEncoding", self.content_encoding.take()),
            ("ContentLanguage", self.content_language.take()),
            ("Expires", self.expires.take()),
            ("WebsiteRedirectLocation", self.website_redirect_location.take()),
        ])
    }

    fn customer(&self) -> Customer<'_> {
        Customer {
            algorithm: self.sse_customer_algorithm.as_deref(),
            key: self.sse_customer_key.as_deref(),
            key_md5: self.sse_customer_key_md5.as_deref(),
        }
    }

    fn asked(&self) -> encryption::Asked<'_> {
        encryption::Asked {
            algorithm: self.server_side_encryption.as_deref(),
            kms_key: self.ssekms_key_id.as_deref(),
            context: self.ssekms_encryption_context.as_deref(),
            bucket_key: self.bucket_key_enabled,
            customer: self.customer(),
        }
    }

    fn locks(&self) -> lock::Headers<'_> {
        lock::Headers {
            mode: self.object_lock_mode.as_deref(),
            until: self.object_lock_retain_until_date,
            hold: self.object_lock_legal_hold_status.as_deref(),
        }
    }

    fn wanted(&self) -> Wanted<'_> {
        Wanted { bucket: &self.bucket, key: &self.key, action: "s3:PutObject", reads_back: false }
    }
}

impl Write for PutObject {
    fn apply(mut self, cx: &mut Call<'_>) -> Result<PutObjectOutput, ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        let class = access::storage_class(self.storage_class.as_deref());
        zones::check(cx.world, &self.bucket, class.as_ref().copied().unwrap_or_default())?;
        access::bill_request(cx, &self.bucket, class.as_ref().copied().unwrap_or_default().put_usage());
        let class = class?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::check_key(&self.key)?;
        let acl = acl::for_new_object(cx.world, cx.origin, (&self.bucket, &self.key), self.given())?;
        let lock = self.locks().lock(cx.world, &self.bucket)?;
        if self.body.len() > MAX_SINGLE_BYTES {
            return Err(errors::entity_too_large());
        }
        let tags = self.tagging.as_deref().map_or(Ok(BTreeMap::new()), tagging::parse_header)?;
        let metadata = check_metadata(self.metadata.take())?;
        check_conditions(cx.world, &self.bucket, &self.key, self.if_match.as_deref(), self.if_none_match.as_deref())?;
        let digest = checksum::md5(&self.body);
        checksum::check_md5(digest, self.content_md5.as_deref())?;
        let (algorithm, value) = checksum::of(&self.body, self.checksum_algorithm.as_deref())?;
        let plan = Plan::new(cx.world, cx.origin, self.wanted(), self.asked())?;
        let customer_md5 = plan.customer_md5().cloned();
        let encryption = plan.carry_out(cx.world, self.wanted(), kms::Use::GenerateDataKey, 1);
        let mut headers = self.headers();
        headers.insert(algorithm.to_owned(), value.clone());
        let etag = encryption::etag(&cx.world.core.ids, digest, encryption.as_deref(), 0);
        let about = About { headers, metadata };
        let content = Arc::new(Content { body: self.body, etag: etag.clone(), about, parts: Vec::new() });
        let object = Object { encryption, lock, ..Object::new(content, tags, class, cx.now()).with_acl(acl) };
        let version_id = store_object(cx.world, &self.bucket, &self.key, &object);
        notification::created(cx, &self.bucket, &self.key, notification::Kind::CreatedPut);
        let checksum = BTreeMap::from([(algorithm, value), ("ChecksumType", "FULL_OBJECT".to_owned())]);
        let expiration = expiration_header(cx.world, &self.bucket, &self.key);
        let shown = Shown::of(object.encryption.as_deref(), customer_md5.as_ref()).with_context(self.ssekms_encryption_context.as_ref());
        Ok(PutObjectOutput { expiration, etag, checksum, encryption: shown, version_id })
    }
}

/// Stores an object under one key, at the present moment. Gives the new version's id where versioning is enabled.
pub(super) fn store_object(world: &mut World, bucket: &str, key: &str, object: &Object) -> Option<String> {
    let first = store_run(world, bucket, &key.into(), 1, object)?;
    Some(access::version_id_of(&world.core.ids, first))
}

/// Stores like objects under `len` consecutive keys. Gives the number of the first new version where versioning is enabled.
pub(super) fn store_run(world: &mut World, bucket: &str, first: &Arc<str>, len: u64, object: &Object) -> Option<u64> {
    let versioning = world.s3.bucket(bucket)?.versioning;
    let number = (versioning == Versioning::Enabled).then(|| world.core.ids.take("s3-version", len));
    for (before, len) in pieces(world, bucket, first, len) {
        let key: Arc<str> = if before == 0 { first.clone() } else { keys::nth(first, before).into() };
        let written = world.now();
        let kind = Kind::Object(object.clone());
        let replication = world.s3.bucket(bucket).and_then(|bucket| replication::of_object(bucket, &key, object, written));
        let new = Version { number: number.map(|number| number + before), written, succeeded: None, kind, replication };
        world.s3.edit(&mut world.core, bucket, (&key, len), |stack, meter| {
            if versioning != Versioning::Enabled {
                meter.drop_null(stack);
            }
            version::push(stack, new);
        });
    }
    number
}

/// Cuts `len` consecutive keys into pieces that are alike and that replication treats alike: (keys before it, its length).
pub(super) fn pieces(world: &World, bucket: &str, first: &str, len: u64) -> Vec<(u64, u64)> {
    let Some(bucket) = world.s3.bucket(bucket) else { return Vec::new() };
    let store = bucket.store();
    let cuts = replication::cuts(bucket, first, len);
    let mut pieces = Vec::new();
    let mut before = 0;
    while before < len {
        let key = keys::nth(first, before);
        let n = match store.find(&key) {
            Some(found) => found.cohort.len - found.offset,
            None => store.from(&key).next().map_or(len, |(next, _)| keys::n_before(&key, len - before, next)),
        };
        let end = cuts.iter().find(|cut| **cut > before).copied().unwrap_or(len);
        let n = n.clamp(1, end - before);
        pieces.push((before, n));
        before += n;
    }
    pieces
}

/// The `x-amz-expiration` header of a key's current version.
pub(super) fn expiration_header(world: &World, bucket: &str, key: &str) -> Option<String> {
    let bucket = world.s3.bucket(bucket)?;
    let version = bucket.store.find(key)?.cohort.versions().first()?;
    let (at, rule) = lifecycle::expiry(bucket, key, version)?;
    Some(format!("expiry-date=\"{}\", rule-id=\"{}\"", at.http_date(), url_encoded(rule)))
}

/// Percent-encoding as in a query string.
pub(super) fn url_encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~*".contains(&byte);
    text.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else if byte == b' ' {
                "+".to_owned()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
