//! Giving an object another KMS key where it lies: only its data key is encrypted anew. ETag, dates and version stay.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors, guard, version::Version},
    Encryption,
    plan::at,
    read,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    kms::{Context, Forward, Use},
};

/// Changes an object's encryption to a KMS key.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateObjectEncryption {
    /// Which bucket.
    pub bucket: String,
    /// Which key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// What to encrypt it with.
    pub object_encryption: ObjectEncryption,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
}

/// `ObjectEncryption`: a KMS key, and nothing else.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ObjectEncryption {
    /// The key.
    #[serde(rename = "SSEKMS")]
    pub sse_kms: Option<SseKms>,
}

/// A KMS key for an object.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SseKms {
    /// By its whole ARN.
    #[serde(rename = "KMSKeyArn")]
    pub kms_key_arn: String,
    /// Data keys come from a bucket-level key.
    #[serde(rename = "BucketKeyEnabled")]
    pub bucket_key_enabled: Option<bool>,
}

impl Operation for UpdateObjectEncryption {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("asks for kms:GenerateDataKey on the new key and kms:Decrypt on the old one");

    fn needs(&self) -> Need {
        guard::of_version(access::need_object("s3:UpdateObjectEncryption", &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
            .and(access::need_object("s3:PutObject", &self.bucket, &self.key).paid_by(self.request_payer.as_deref()))
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for UpdateObjectEncryption {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let (owner, region) = access::bucket(cx.world, &self.bucket).map(|bucket| (bucket.owner, bucket.region))?;
        access::bill_request(cx, &self.bucket, "Requests-Tier1");
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let wanted = self.object_encryption.sse_kms.as_ref().ok_or_else(errors::update_without_type)?;
        if !wanted.kms_key_arn.starts_with("arn:") || !wanted.kms_key_arn.contains(":key/") {
            return Err(errors::update_with_bad_arn());
        }
        let (index, version) = access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        let old = object.encryption.clone();
        match old.as_deref() {
            None | Some(Encryption::Kms { dual_layer: false, .. }) => {}
            Some(_) => return Err(errors::update_of_other_type()),
        }
        if object.lock.protects(cx.now()) {
            return Err(errors::update_of_locked());
        }
        let origin = at(cx.origin, region);
        let key = cx.world.kms.resolved(&origin, &wanted.kms_key_arn).map_err(errors::of_kms)?;
        if cx.world.kms.key(&key).is_some_and(|key| key.account() != owner) {
            return Err(errors::update_with_foreign_key());
        }
        let bucket_key = wanted.bucket_key_enabled == Some(true);
        let new = Encryption::Kms { key: key.into(), dual_layer: false, bucket_key, context: Context::new() };
        let place = (self.bucket.as_str(), self.key.as_str());
        for (encryption, what) in [(Some(&new), Use::GenerateDataKey), (old.as_deref(), Use::Decrypt)] {
            let Some((encryption, key_arn)) = encryption.and_then(|it| Some((it, it.kms_key()?))) else { continue };
            let context = encryption.context(place.0, place.1);
            Forward { service: "s3", origin: &origin, key_arn, context: &context, what }.check(cx.world).map_err(errors::of_kms)?;
        }
        if let Some(old) = old.as_deref() {
            read::record(cx.world, &origin, place, old, Use::Decrypt, 1);
        }
        read::record(cx.world, &origin, place, &new, Use::GenerateDataKey, 1);
        access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
            if let Some(object) = stack.get_mut(index).and_then(Version::object_mut) {
                object.encryption = Some(Arc::new(new));
            }
        });
        Ok(())
    }
}
