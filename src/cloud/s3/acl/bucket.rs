//! The access control list of a bucket: set and shown.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    AclOutput, enforced,
    given::{AccessControlPolicy, Given, Of, refuse_public},
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    s3::{access, errors},
};

/// Replaces a bucket's list.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct PutBucketAcl {
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
    pub expected_bucket_owner: Option<String>,
}

impl PutBucketAcl {
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

impl Operation for PutBucketAcl {
    type Output = ();

    fn needs(&self) -> Need {
        self.given().conditions(access::need_bucket("s3:PutBucketAcl", &self.bucket))
    }
}

impl Write for PutBucketAcl {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let acl = self.given().read(Of::Bucket(bucket.owner))?.ok_or_else(errors::missing_acl)?;
        if !bucket.sharing.acls_count() {
            return Err(errors::acl_not_supported());
        }
        refuse_public(cx.world, cx.origin, bucket, &self.needs(), &acl)?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.acl = acl;
        Ok(())
    }
}

/// Shows who a bucket's list grants what.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketAcl {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for GetBucketAcl {
    type Output = AclOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketAcl", &self.bucket)
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetBucketAcl {
    fn read(self, cx: &mut View<'_>) -> Result<AclOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(AclOutput::of(&enforced(cx.world, bucket, Some(&bucket.sharing.acl))))
    }
}
