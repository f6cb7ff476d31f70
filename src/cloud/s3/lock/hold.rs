//! Legal holds: they protect a version until somebody lifts them, whatever its retention says. They have no date.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{access, errors, guard, replication, version::Version};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
};

/// AWS's word for on and off.
pub(super) const fn status(on: bool) -> &'static str {
    if on { "ON" } else { "OFF" }
}

/// `LegalHold`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct LegalHold {
    /// `ON` or `OFF`.
    pub status: Option<String>,
}

/// Puts a legal hold on a version, or lifts it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutObjectLegalHold {
    /// Which bucket.
    pub bucket: String,
    /// Which key.
    pub key: String,
    /// On or off.
    pub legal_hold: Option<LegalHold>,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutObjectLegalHold {
    type Output = ();

    fn needs(&self) -> Need {
        guard::of_version(access::need_object("s3:PutObjectLegalHold", &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for PutObjectLegalHold {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::bill_request(cx, &self.bucket, "Requests-Tier1");
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let status = self.legal_hold.as_ref().ok_or_else(errors::malformed_xml)?.status.as_deref();
        super::check_bucket(cx.world, &self.bucket)?;
        let on = match status {
            Some("ON") => true,
            Some("OFF") => false,
            _ => return Err(errors::malformed_xml()),
        };
        let (index, version) = access::lockable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        version.object().ok_or_else(errors::method_not_allowed)?;
        access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
            if let Some(object) = stack.get_mut(index).and_then(Version::object_mut) {
                object.lock.hold = Some(on);
            }
        });
        replication::changed(cx.world, &self.bucket, &self.key, index, replication::Asked::Lock);
        Ok(())
    }
}

/// Shows a version's legal hold.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetObjectLegalHold {
    /// Which bucket.
    pub bucket: String,
    /// Which key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetObjectLegalHold answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetObjectLegalHoldOutput {
    legal_hold: LegalHold,
}

impl Operation for GetObjectLegalHold {
    type Output = GetObjectLegalHoldOutput;

    fn needs(&self) -> Need {
        guard::of_version(access::need_object("s3:GetObjectLegalHold", &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetObjectLegalHold {
    fn read(self, cx: &mut View<'_>) -> Result<GetObjectLegalHoldOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        cx.count(bucket.place_for(cx.origin).key("Requests-Tier2", ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        super::check_bucket(cx.world, &self.bucket)?;
        let (_, version) = access::lockable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        let on = object.lock.hold.ok_or_else(errors::no_lock_on_object)?;
        Ok(GetObjectLegalHoldOutput { legal_hold: LegalHold { status: Some(status(on).to_owned()) } })
    }
}
