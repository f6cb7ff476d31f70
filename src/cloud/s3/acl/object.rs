//! The access control list of an object, or of one of its versions: set and shown.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Acl, AclOutput, enforced,
    given::{AccessControlPolicy, Given, Of, refuse_public},
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    s3::{access, errors, notification, replication, version::Version},
};

/// Replaces an object's list.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct PutObjectAcl {
    #[serde(rename = "ACL")]
    pub acl: Option<String>,
    pub access_control_policy: Option<AccessControlPolicy>,
    pub bucket: String,
    pub checksum_algorithm: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    #[serde(rename = "GrantReadACP")]
    pub grant_read_acp: Option<String>,
    pub grant_write: Option<String>,
    #[serde(rename = "GrantWriteACP")]
    pub grant_write_acp: Option<String>,
    pub key: String,
    pub request_payer: Option<String>,
    pub version_id: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl PutObjectAcl {
    fn given(&self) -> Given<'_> {
        Given {
            canned: self.acl.as_deref(),
            policy: self.access_control_policy.as_ref(),
            full_control: self.grant_full_control.as_deref(),
            read: self.grant_read.as_deref(),
            read_acp: self.grant_read_acp.as_deref(),
            write: self.grant_write.as_deref(),
            write_acp: self.grant_write_acp.as_deref(),
        }
    }
}

impl Operation for PutObjectAcl {
    type Output = ();

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:PutObjectVersionAcl" } else { "s3:PutObjectAcl" };
        self.given()
            .conditions(access::need_object(action, &self.bucket, &self.key).with("s3:VersionId", self.version_id.as_ref()))
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for PutObjectAcl {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::bill_request(cx, &self.bucket, "Requests-Tier1");
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (index, version) = access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let bucket = access::bucket(cx.world, &self.bucket)?;
        let kept = version.object().and_then(|object| object.acl.as_deref());
        let owner = kept.map_or(Some(bucket.owner), |acl| acl.owner);
        let acl = self.given().read(Of::Object(owner, bucket.owner))?.ok_or_else(errors::missing_acl)?;
        if !bucket.sharing.acls_count() {
            let changes_nothing = self.acl.as_deref() == Some("bucket-owner-full-control");
            return if changes_nothing { Ok(()) } else { Err(errors::acl_not_supported()) };
        }
        refuse_public(cx.world, cx.origin, bucket, &self.needs(), &acl)?;
        let acl = acl.kept(bucket.owner);
        access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
            if let Some(object) = stack.get_mut(index).and_then(Version::object_mut) {
                object.acl = acl;
            }
        });
        notification::told(cx, &self.bucket, &self.key, index, notification::Kind::AclPut, notification::Details::None);
        replication::changed(cx.world, &self.bucket, &self.key, index, replication::Asked::Acl);
        Ok(())
    }
}

/// Shows who an object's list grants what.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct GetObjectAcl {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Operation for GetObjectAcl {
    type Output = AclOutput;

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersionAcl" } else { "s3:GetObjectAcl" };
        access::need_object(action, &self.bucket, &self.key)
            .with("s3:VersionId", self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetObjectAcl {
    fn read(self, cx: &mut View<'_>) -> Result<AclOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        cx.count(bucket.place_for(cx.origin).key("Requests-Tier2", ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let (_, version) = access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let kept = version.object().and_then(|object| object.acl.as_deref().cloned());
        let kept = kept.unwrap_or_else(|| Acl::private(Some(bucket.owner)));
        Ok(AclOutput::of(&enforced(cx.world, bucket, Some(&kept))))
    }
}
