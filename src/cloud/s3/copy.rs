//! Copying an object of up to 5 GB: the way to rename one, to change its metadata or class, and out of an archive. Larger
//! ones are copied part by part; see `multipart`.

mod source;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub(super) use source::{Conditions, Source};

use super::{
    access,
    acl::{self, Given},
    checksum,
    encryption::{self, Customer, Plan, Shown, Wanted},
    errors, guard, lock, notification,
    put::{self, MAX_SINGLE_BYTES},
    restore::Restore,
    tagging,
    version::{About, Content, Object},
    zones,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SimTime,
    kms,
};

/// Copies an object.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CopyObject {
    #[serde(rename = "ACL")]
    pub acl: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    #[serde(rename = "GrantReadACP")]
    pub grant_read_acp: Option<String>,
    #[serde(rename = "GrantWriteACP")]
    pub grant_write_acp: Option<String>,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub copy_source: String,
    pub copy_source_if_match: Option<String>,
    pub copy_source_if_modified_since: Option<SimTime>,
    pub copy_source_if_none_match: Option<String>,
    pub copy_source_if_unmodified_since: Option<SimTime>,
    pub expires: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub key: String,
    pub metadata: Option<BTreeMap<String, String>>,
    pub metadata_directive: Option<String>,
    pub tagging_directive: Option<String>,
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
    #[serde(rename = "CopySourceSSECustomerAlgorithm")]
    pub copy_source_sse_customer_algorithm: Option<String>,
    #[serde(rename = "CopySourceSSECustomerKey")]
    pub copy_source_sse_customer_key: Option<String>,
    #[serde(rename = "CopySourceSSECustomerKeyMD5")]
    pub copy_source_sse_customer_key_md5: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<SimTime>,
    pub object_lock_legal_hold_status: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub expected_source_bucket_owner: Option<String>,
}

/// What CopyObject answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CopyObjectOutput {
    copy_object_result: CopyObjectResult,
    expiration: Option<String>,
    copy_source_version_id: Option<String>,
    version_id: Option<String>,
    #[serde(flatten)]
    encryption: Shown,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct CopyObjectResult {
    #[serde(rename = "ETag")]
    etag: String,
    last_modified: SimTime,
    #[serde(flatten)]
    checksum: BTreeMap<String, String>,
}

impl Operation for CopyObject {
    type Output = CopyObjectOutput;
    const FIDELITY: Fidelity = <super::PutObject as Operation>::FIDELITY;

    fn needs(&self) -> Need {
        let tags = guard::header_tags(self.tagging.as_ref().filter(|_| self.tagging_directive.as_deref() == Some("REPLACE")));
        let need = access::need_object("s3:PutObject", &self.bucket, &self.key)
            .with("s3:x-amz-copy-source", Some(&self.copy_source))
            .with("s3:x-amz-metadata-directive", self.metadata_directive.as_ref())
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

impl Write for CopyObject {
    fn apply(mut self, cx: &mut Call<'_>) -> Result<CopyObjectOutput, ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        let class = access::storage_class(self.storage_class.as_deref());
        zones::check(cx.world, &self.bucket, class.as_ref().copied().unwrap_or_default())?;
        Source::check_zone(&self.copy_source, cx.world, cx.origin, self.request_payer.as_deref())?;
        access::bill_request(cx, &self.bucket, class.as_ref().copied().unwrap_or_default().put_usage());
        let class = class?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::check_key(&self.key)?;
        let acl = acl::for_new_object(cx.world, cx.origin, (&self.bucket, &self.key), self.given())?;
        let lock = self.locks().lock(cx.world, &self.bucket)?;
        let replaces_metadata = replaces(self.metadata_directive.as_deref(), "Unknown metadata directive.")?;
        let replaces_tags = replaces(self.tagging_directive.as_deref(), "Unknown tagging directive.")?;
        let source = Source::named(&self.copy_source, cx.world, self.request_payer.as_deref())?;
        let opened = source.open(cx.world, cx.origin, self.expected_source_bucket_owner.as_deref(), self.conditions())?;
        if opened.object.size() > MAX_SINGLE_BYTES {
            return Err(errors::copy_source_too_large());
        }
        if source.bucket == self.bucket && source.key == self.key && opened.index == 0 {
            self.check_changes_something(&opened.object, replaces_metadata, cx.now())?;
        }
        let tags = match (replaces_tags, &self.tagging) {
            (false, _) => BTreeMap::clone(&opened.object.tags),
            (true, None) => BTreeMap::new(),
            (true, Some(header)) => tagging::parse_header(header)?,
        };
        put::check_conditions(cx.world, &self.bucket, &self.key, self.if_match.as_deref(), self.if_none_match.as_deref())?;
        let plan = Plan::new(cx.world, cx.origin, self.wanted(), self.asked())?;
        let customer_md5 = plan.customer_md5().cloned();
        let mut content = self.content(&opened.object.content, replaces_metadata)?;
        source.bill_read(cx, &opened, opened.object.size());
        let encryption = plan.carry_out(cx.world, self.wanted(), kms::Use::GenerateDataKey, 1);
        let etag = encryption::etag(&cx.world.core.ids, checksum::md5(&content.body), encryption.as_deref(), 0);
        if content.etag != etag {
            Arc::make_mut(&mut content).etag = etag;
        }
        let object = Object { encryption, lock, ..Object::new(content, tags, class, cx.now()).with_acl(acl) };
        let version_id = put::store_object(cx.world, &self.bucket, &self.key, &object);
        notification::created(cx, &self.bucket, &self.key, notification::Kind::CreatedCopy);
        Ok(CopyObjectOutput {
            copy_object_result: CopyObjectResult {
                etag: object.content.etag.clone(),
                last_modified: cx.now(),
                checksum: shown_checksum(&object.content.about),
            },
            expiration: put::expiration_header(cx.world, &self.bucket, &self.key),
            copy_source_version_id: opened.version_id,
            version_id,
            encryption: Shown::of(object.encryption.as_deref(), customer_md5.as_ref())
                .with_context(self.ssekms_encryption_context.as_ref()),
        })
    }
}

impl CopyObject {
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

    /// An object may be copied onto itself only to change something; leaving an archive is such a change.
    fn check_changes_something(&self, object: &Object, replaces_metadata: bool, now: SimTime) -> Result<(), ApiError> {
        let changes = replaces_metadata
            || self.storage_class.is_some()
            || self.asked().is_given()
            || self.website_redirect_location.is_some()
            || object.restore.as_ref().is_some_and(|restore: &Restore| restore.is_live(now));
        if changes { Ok(()) } else { Err(errors::copy_to_itself()) }
    }

    /// What the copy holds: one object without parts, whatever the source was. A redirect is never copied.
    fn content(&mut self, source: &Arc<Content>, replaces_metadata: bool) -> Result<Arc<Content>, ApiError> {
        let mut about = if replaces_metadata {
            About { headers: self.headers(), metadata: put::check_metadata(self.metadata.take())? }
        } else {
            let mut about = source.about.clone();
            about.headers.remove("WebsiteRedirectLocation");
            about.headers.extend(self.website_redirect_location.take().map(|location| ("WebsiteRedirectLocation".to_owned(), location)));
            about
        };
        about.headers.retain(|name, _| !name.starts_with("Checksum"));
        let old = source.about.headers.iter().filter(|(name, _)| name.starts_with("Checksum"));
        let old: BTreeMap<String, String> = old.map(|(name, value)| (name.clone(), value.clone())).collect();
        if self.checksum_algorithm.is_none() && source.parts.is_empty() && !old.is_empty() {
            about.headers.extend(old);
        } else {
            let as_before = old.keys().filter_map(|name| name.strip_prefix("Checksum")).find(|name| *name != "Type");
            let (name, value) = checksum::of(&source.body, self.checksum_algorithm.as_deref().or(as_before))?;
            about.headers.insert(name.to_owned(), value);
        }
        if source.parts.is_empty() && about == source.about {
            return Ok(source.clone());
        }
        Ok(Arc::new(Content { body: source.body.clone(), etag: source.etag.clone(), about, parts: Vec::new() }))
    }

    fn headers(&mut self) -> BTreeMap<String, String> {
        put::headers([
            ("ContentType", self.content_type.take()),
            ("CacheControl", self.cache_control.take()),
            ("ContentDisposition", self.content_disposition.take()),
            ("ContentEncoding", self.content_encoding.take()),
            ("ContentLanguage", self.content_language.take()),
            ("Expires", self.expires.take()),
            ("WebsiteRedirectLocation", self.website_redirect_location.take()),
        ])
    }
}

/// An object's checksum as answers show it: value and type.
pub(super) fn shown_checksum(about: &About) -> BTreeMap<String, String> {
    let mut shown: BTreeMap<String, String> =
        about.headers.iter().filter(|(name, _)| name.starts_with("Checksum")).map(|(name, value)| (name.clone(), value.clone())).collect();
    if !shown.is_empty() {
        shown.entry("ChecksumType".to_owned()).or_insert_with(|| "FULL_OBJECT".to_owned());
    }
    shown
}

/// True for the directive `REPLACE`; `COPY` is the default.
fn replaces(directive: Option<&str>, refusal: &str) -> Result<bool, ApiError> {
    match directive {
        None | Some("COPY") => Ok(false),
        Some("REPLACE") => Ok(true),
        Some(_) => Err(errors::invalid_argument(refusal)),
    }
}
