//! Beginning a multipart upload: class, metadata, tags and checksum are said here and never again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{
    access,
    acl::{self, Given},
    encryption::{self, Customer, Plan, Shown, Wanted},
    errors, guard, lifecycle, lock, put,
    state::Due,
    tagging,
    version::About,
    zones,
};
use super::{Checksum, ID_KIND, Upload, id_of};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SimTime,
    kms,
};

/// Begins a multipart upload.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct CreateMultipartUpload {
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
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub expires: Option<String>,
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
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
}

/// What CreateMultipartUpload answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateMultipartUploadOutput {
    abort_date: Option<SimTime>,
    abort_rule_id: Option<String>,
    bucket: String,
    key: String,
    upload_id: String,
    #[serde(flatten)]
    encryption: Shown,
    checksum_algorithm: Option<String>,
    checksum_type: Option<&'static str>,
}

impl Operation for CreateMultipartUpload {
    type Output = CreateMultipartUploadOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("a default retention counts from the end of the upload");

    fn needs(&self) -> Need {
        let tags = guard::header_tags(self.tagging.as_ref());
        let need = access::need_object("s3:PutObject", &self.bucket, &self.key)
            .with("s3:x-amz-storage-class", self.storage_class.as_ref())
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

impl Write for CreateMultipartUpload {
    fn apply(mut self, cx: &mut Call<'_>) -> Result<CreateMultipartUploadOutput, ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        let class = access::storage_class(self.storage_class.as_deref());
        zones::check(cx.world, &self.bucket, class.as_ref().copied().unwrap_or_default())?;
        access::bill_request(
            cx,
            &self.bucket,
            class.as_ref().copied().ok().filter(|class| !class.is_archive()).unwrap_or_default().put_usage(),
        );
        let class = class?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::check_key(&self.key)?;
        let acl = acl::for_new_object(cx.world, cx.origin, (&self.bucket, &self.key), self.given())?;
        let lock = self.locks().asked(cx.world, &self.bucket)?;
        let tags = self.tagging.as_deref().map_or(Ok(BTreeMap::new()), tagging::parse_header)?;
        let metadata = put::check_metadata(self.metadata.take())?;
        let checksum = self.checksum()?;
        let plan = Plan::new(cx.world, cx.origin, self.wanted(), self.asked())?;
        let customer_md5 = plan.customer_md5().cloned();
        let encryption = plan.carry_out(cx.world, self.wanted(), kms::Use::GenerateDataKey, 1);
        let shown = Shown::of(encryption.as_deref(), customer_md5.as_ref()).with_context(self.ssekms_encryption_context.as_ref());
        let replaces = access::readable_version(cx.world, &self.bucket, &self.key, None).is_ok();
        let about = About { headers: self.headers(), metadata };
        let now = cx.now();
        let upload = Upload {
            key: self.key.clone(),
            initiated: now,
            initiator: cx.origin.caller.clone(),
            class,
            about,
            tags,
            checksum,
            encryption,
            lock,
            replaces,
            acl,
            parts: BTreeMap::new(),
        };
        let number = cx.world.core.ids.take(ID_KIND, 1);
        let bucket = access::bucket_mut(cx.world, &self.bucket)?;
        let (algorithm, kind) = upload.shown_checksum();
        let doomed = lifecycle::abort_due(bucket, &upload, now).map(|(at, rule)| (at, rule.to_owned()));
        bucket.uploads.insert(number, upload);
        if let Some((at, _)) = &doomed {
            let name = bucket.name.clone();
            cx.world.s3.due.add(*at, Due::Upload(name, number));
        }
        let (abort_date, abort_rule_id) = doomed.unzip();
        Ok(CreateMultipartUploadOutput {
            abort_date,
            abort_rule_id,
            bucket: self.bucket,
            key: self.key,
            upload_id: id_of(&cx.world.core.ids, number),
            encryption: shown,
            checksum_algorithm: algorithm,
            checksum_type: kind,
        })
    }
}

impl CreateMultipartUpload {
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
        Wanted { bucket: &self.bucket, key: &self.key, action: "s3:PutObject", reads_back: true }
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

    /// Which checksums go over the whole object: CRC64NVME always, CRC32 and CRC32C if asked, digests never
    /// (S3 User Guide, checking object integrity).
    fn checksum(&self) -> Result<Option<Checksum>, ApiError> {
        let Some(algorithm) = &self.checksum_algorithm else {
            return match self.checksum_type {
                None => Ok(None),
                Some(_) => Err(errors::invalid_request(
                    "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.",
                )),
            };
        };
        super::super::checksum::of(&crate::body::Body::default(), Some(algorithm))?;
        let composite = match self.checksum_type.as_deref() {
            None => algorithm != "CRC64NVME",
            Some("COMPOSITE") => true,
            Some("FULL_OBJECT") => false,
            Some(_) => return Err(errors::invalid_request("Value for x-amz-checksum-type header is invalid.")),
        };
        let possible = if composite { algorithm != "CRC64NVME" } else { algorithm.starts_with("CRC") };
        let checksum = Checksum { algorithm: algorithm.clone(), composite };
        if possible {
            return Ok(Some(checksum));
        }
        let (kind, name) = (checksum.kind(), algorithm.to_lowercase());
        Err(errors::invalid_request(format!("The {kind} checksum type cannot be used with the {name} checksum algorithm.")))
    }
}
