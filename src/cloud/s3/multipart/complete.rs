//! Completing a multipart upload: the listed parts become one object, all others go. The parts are checked only here.

use std::{collections::BTreeMap, sync::Arc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use md5::{Digest as _, Md5};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{
    access, checksum, copy,
    encryption::{self, Shown, Wanted},
    errors, notification, put,
    version::{Content, Object},
};
use super::{Checksum, Part, Upload, check_zone, discard, find, plan};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    body::Body,
    ident::Region,
    kms,
};

/// Least size of every part but the last (S3 User Guide, multipart upload limits).
pub const MIN_PART_BYTES: u64 = 5 << 20;

/// Makes an object of the parts of an upload.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CompleteMultipartUpload {
    pub bucket: String,
    pub key: String,
    pub multipart_upload: Option<CompletedMultipartUpload>,
    pub upload_id: String,
    pub checksum_type: Option<String>,
    pub mpu_object_size: Option<u64>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    #[serde(rename = "SSECustomerAlgorithm")]
    pub sse_customer_algorithm: Option<String>,
    #[serde(rename = "SSECustomerKey")]
    pub sse_customer_key: Option<String>,
    #[serde(rename = "SSECustomerKeyMD5")]
    pub sse_customer_key_md5: Option<String>,
}

/// The parts, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CompletedMultipartUpload {
    pub parts: Vec<CompletedPart>,
}

/// A part as its upload answered.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CompletedPart {
    #[serde(rename = "ETag")]
    pub etag: Option<String>,
    #[serde(rename = "ChecksumCRC32")]
    pub checksum_crc32: Option<String>,
    #[serde(rename = "ChecksumCRC32C")]
    pub checksum_crc32c: Option<String>,
    #[serde(rename = "ChecksumCRC64NVME")]
    pub checksum_crc64nvme: Option<String>,
    #[serde(rename = "ChecksumSHA1")]
    pub checksum_sha1: Option<String>,
    #[serde(rename = "ChecksumSHA256")]
    pub checksum_sha256: Option<String>,
    #[serde(rename = "ChecksumSHA512")]
    pub checksum_sha512: Option<String>,
    #[serde(rename = "ChecksumMD5")]
    pub checksum_md5: Option<String>,
    pub part_number: i64,
}

/// What CompleteMultipartUpload answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CompleteMultipartUploadOutput {
    location: String,
    bucket: String,
    key: String,
    expiration: Option<String>,
    #[serde(rename = "ETag")]
    etag: String,
    #[serde(flatten)]
    checksum: BTreeMap<String, String>,
    #[serde(flatten)]
    encryption: Shown,
    version_id: Option<String>,
}

impl Operation for CompleteMultipartUpload {
    type Output = CompleteMultipartUploadOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("real contents over 64 MiB in all are refused; runs of zeros may have any size");

    fn needs(&self) -> Need {
        access::need_object("s3:PutObject", &self.bucket, &self.key)
            .with("s3:if-none-match", self.if_none_match.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for CompleteMultipartUpload {
    fn apply(self, cx: &mut Call<'_>) -> Result<CompleteMultipartUploadOutput, ApiError> {
        check_zone(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        let found = find(cx.world, &self.bucket, &self.key, &self.upload_id);
        // only this request costs what the class's PUT costs
        let usage_type = found.as_ref().map_or("Requests-Tier1", |(_, upload)| upload.class.put_usage());
        access::bill_request(cx, &self.bucket, usage_type);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (number, upload) = find(cx.world, &self.bucket, &self.key, &self.upload_id)?;
        self.check_conditions(cx.world, upload)?;
        let parts = self.parts(upload)?;
        let content = self.content(upload, &parts)?;
        let wanted = Wanted { bucket: &self.bucket, key: &self.key, action: "s3:PutObject", reads_back: true };
        let customer = self.customer();
        let (plan, _) = plan((cx.world, cx.origin), wanted, upload, customer.is_given().then_some(customer))?;
        let (class, tags, acl) = (upload.class, upload.tags.clone(), upload.acl.clone());
        let (initiated, mut lock) = (upload.initiated, upload.lock);
        if let Some(configuration) = access::bucket(cx.world, &self.bucket)?.lock {
            lock.retention = lock.retention.or(configuration.lock(cx.now()).retention);
        }
        let encryption = plan.carry_out(cx.world, wanted, kms::Use::Decrypt, 1);
        discard(cx.world, &self.bucket, number);
        let object = Object { encryption, lock, ..Object::new(Arc::new(content), tags, class, cx.now()).with_acl(acl) };
        let version_id = put::store_object(cx.world, &self.bucket, &self.key, &object);
        // a multipart object is dated by its initiation (S3 User Guide, lifecycle rules)
        access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
            if let Some(current) = stack.first_mut() {
                current.written = initiated;
            }
        });
        notification::created(cx, &self.bucket, &self.key, notification::Kind::CreatedComplete);
        Ok(CompleteMultipartUploadOutput {
            location: location(access::bucket(cx.world, &self.bucket)?.region, &self.bucket, &self.key),
            expiration: put::expiration_header(cx.world, &self.bucket, &self.key),
            bucket: self.bucket,
            key: self.key,
            etag: object.content.etag.clone(),
            checksum: copy::shown_checksum(&object.content.about),
            encryption: Shown::of(object.encryption.as_deref(), None).without_customer(),
            version_id,
        })
    }
}

impl CompleteMultipartUpload {
    fn customer(&self) -> encryption::Customer<'_> {
        encryption::Customer {
            algorithm: self.sse_customer_algorithm.as_deref(),
            key: self.sse_customer_key.as_deref(),
            key_md5: self.sse_customer_key_md5.as_deref(),
        }
    }

    /// As for PUT; but what changed since the upload began is a conflict (S3 User Guide, conditional writes).
    fn check_conditions(&self, world: &World, upload: &Upload) -> Result<(), ApiError> {
        put::check_conditions(world, &self.bucket, &self.key, self.if_match.as_deref(), self.if_none_match.as_deref())?;
        let current = access::readable_version(world, &self.bucket, &self.key, None).ok();
        let deleted_since = self.if_none_match.is_some() && upload.replaces;
        let written_since = self.if_match.is_some() && current.is_some_and(|(_, version)| version.written > upload.initiated);
        if deleted_since || written_since { Err(errors::conditional_conflict()) } else { Ok(()) }
    }

    /// The parts listed, if each was uploaded so, they come in order, and all but the last are large enough.
    fn parts<'a>(&self, upload: &'a Upload) -> Result<Vec<&'a Part>, ApiError> {
        let listed = self.multipart_upload.as_ref().map_or(&[][..], |listed| &listed.parts);
        if listed.is_empty() {
            return Err(errors::no_parts());
        }
        if !listed.iter().map(|part| part.part_number).is_sorted_by(|one, next| one < next) {
            return Err(errors::invalid_part_order());
        }
        let parts: Vec<&Part> = listed.iter().map(|part| part.find(upload)).collect::<Result<_, _>>()?;
        let too_small = parts.iter().rev().skip(1).any(|part| part.content.len() < MIN_PART_BYTES);
        if too_small { Err(errors::entity_too_small()) } else { Ok(parts) }
    }

    fn content(&self, upload: &Upload, parts: &[&Part]) -> Result<Content, ApiError> {
        let size: u64 = parts.iter().map(|part| part.content.len()).sum();
        if let Some(given) = self.mpu_object_size.filter(|given| *given != size) {
            let message = format!("The provided 'x-amz-mp-object-size' header value {given} does not match what was computed: {size}");
            return Err(errors::invalid_request(message));
        }
        let begun = upload.checksum.as_ref().map(Checksum::kind);
        if let (Some(begun), Some(given)) = (begun, self.checksum_type.as_deref())
            && begun != given
        {
            let message =
                format!("The upload was created using the {begun} checksum mode. The complete request must use the same checksum mode.");
            return Err(errors::invalid_request(message));
        }
        let body = concatenated(parts, size)?;
        let mut about = upload.about.clone();
        about.headers.extend(checksum_headers(upload.checksum.as_ref(), parts, &body)?);
        let parts_sizes = parts.iter().map(|part| part.content.len()).collect();
        Ok(Content { body, etag: etag(parts), about, parts: parts_sizes })
    }
}

impl CompletedPart {
    /// The part meant: `InvalidPart` unless it was uploaded with this ETag and, where one is given, this checksum.
    fn find<'a>(&self, upload: &'a Upload) -> Result<&'a Part, ApiError> {
        if self.part_number < 1 {
            return Err(errors::invalid_argument("PartNumber must be >= 1"));
        }
        let number = u32::try_from(self.part_number).unwrap_or(u32::MAX);
        let given = self.etag.as_deref().ok_or_else(errors::malformed_xml)?;
        let part = upload.parts.get(&number).ok_or_else(errors::invalid_part)?;
        let right = given.trim_matches('"') == part.etag.trim_matches('"');
        let checksums = self.checksums();
        let right = right && checksums.iter().all(|(name, value)| part.checksum.get(*name).is_some_and(|stored| stored == value));
        if !right {
            return Err(errors::invalid_part());
        }
        match &upload.checksum {
            Some(checksum) if checksum.composite && checksums.is_empty() => Err(missing_checksum(&checksum.algorithm, number)),
            _ => Ok(part),
        }
    }

    fn checksums(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("ChecksumCRC32", &self.checksum_crc32),
            ("ChecksumCRC32C", &self.checksum_crc32c),
            ("ChecksumCRC64NVME", &self.checksum_crc64nvme),
            ("ChecksumSHA1", &self.checksum_sha1),
            ("ChecksumSHA256", &self.checksum_sha256),
            ("ChecksumSHA512", &self.checksum_sha512),
            ("ChecksumMD5", &self.checksum_md5),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect()
    }
}

fn missing_checksum(algorithm: &str, number: u32) -> ApiError {
    let name = algorithm.to_lowercase();
    errors::invalid_request(format!(
        "The upload was created using a {name} checksum. The complete request must include the checksum for each part. It was missing for part {number} in the request."
    ))
}

/// The MD5 of the parts' MD5s, and how many parts there are.
fn etag(parts: &[&Part]) -> String {
    let mut digest = Md5::new();
    for part in parts {
        let digits = part.etag.trim_matches('"');
        let bytes = (0..digits.len()).step_by(2).filter_map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok());
        digest.update(bytes.collect::<Vec<u8>>());
    }
    format!("\"{}-{}\"", checksum::hex(&digest.finalize()), parts.len())
}

/// The object's checksum: over its bytes, or over its parts' checksums. S3 adds CRC64NVME where none was asked for.
fn checksum_headers(begun: Option<&Checksum>, parts: &[&Part], body: &Body) -> Result<BTreeMap<String, String>, ApiError> {
    let Some(begun) = begun.filter(|begun| begun.composite) else {
        let (name, value) = checksum::of(body, begun.map(|begun| begun.algorithm.as_str()))?;
        return Ok(BTreeMap::from([(name.to_owned(), value)]));
    };
    let of_parts = parts.iter().flat_map(|part| part.checksum.values());
    let bytes: Vec<u8> = of_parts.flat_map(|value| STANDARD.decode(value).unwrap_or_default()).collect();
    let (name, value) = checksum::of(&Body::new(bytes), Some(&begun.algorithm))?;
    Ok(BTreeMap::from([(name.to_owned(), format!("{value}-{}", parts.len())), ("ChecksumType".to_owned(), begun.kind().to_owned())]))
}

/// All parts in one body. Zeros stay a mere length; other bytes are kept up to a limit.
fn concatenated(parts: &[&Part], size: u64) -> Result<Body, ApiError> {
    if parts.iter().all(|part| matches!(part.content, Body::Zeros(_))) {
        return Ok(Body::Zeros(size));
    }
    if size > Body::MAX_BYTES as u64 {
        let limit = Body::MAX_BYTES >> 20;
        return Err(errors::invalid_request(format!(
            "Skylab keeps at most {limit} MiB of contents that are not all zeros; these parts have {size} bytes"
        )));
    }
    let mut bytes = Vec::new();
    for part in parts {
        part.content.feed(|piece| bytes.extend_from_slice(piece));
    }
    Ok(Body::new(bytes))
}

/// The object's URL; slashes of its key are encoded.
fn location(region: Region, bucket: &str, key: &str) -> String {
    let key = put::url_encoded(key).replace('+', "%20");
    match region {
        Region::US_EAST_1 => format!("https://{bucket}.s3.amazonaws.com/{key}"),
        _ => format!("https://{bucket}.s3.{region}.amazonaws.com/{key}"),
    }
}
