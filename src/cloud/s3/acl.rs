//! Reading the access control list of an object or bucket. ACLs are off, as for every new bucket, so it never grants to
//! anyone but the owner.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{access, bucket::Owner, guard};
use crate::{
    api::{ApiError, Fidelity, Need, Operation, Read, View},
    ident::AccountId,
};

/// Shows who an object's ACL grants what.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetObjectAcl {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetObjectAcl and GetBucketAcl answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AclOutput {
    owner: Owner,
    grants: Vec<Grant>,
}

impl AclOutput {
    /// The owner's full control and nothing else.
    fn of(account: AccountId) -> Self {
        let owner = Owner::of(account);
        let grantee = Grantee { account: owner.clone(), kind: "CanonicalUser" };
        Self { owner, grants: vec![Grant { grantee, permission: "FULL_CONTROL" }] }
    }
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Grant {
    grantee: Grantee,
    permission: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Grantee {
    #[serde(flatten)]
    account: Owner,
    #[serde(rename = "Type")]
    kind: &'static str,
}

const ACLS_ARE_OFF: Fidelity = Fidelity::Simplified("ACLs are off (BucketOwnerEnforced), so the owner's full control is all there ever is");

impl Operation for GetObjectAcl {
    type Output = AclOutput;
    const FIDELITY: Fidelity = ACLS_ARE_OFF;

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersionAcl" } else { "s3:GetObjectAcl" };
        guard::of_version(access::need_object(action, &self.bucket, &self.key), self.version_id.as_ref())
    }
}

impl Read for GetObjectAcl {
    fn read(self, cx: &mut View<'_>) -> Result<AclOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        cx.count(bucket.place().key("Requests-Tier2", ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        Ok(AclOutput::of(bucket.owner))
    }
}

/// Shows who a bucket's ACL grants what.
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
    const FIDELITY: Fidelity = ACLS_ARE_OFF;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketAcl", &self.bucket)
    }
}

impl Read for GetBucketAcl {
    fn read(self, cx: &mut View<'_>) -> Result<AclOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(AclOutput::of(bucket.owner))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::list::bench::Bench;
    use crate::ident::AccountId;

    #[test]
    fn with_acls_off_the_owner_has_full_control_and_nobody_else_has_any() {
        let mut bench = Bench::new();
        bench.put("k", 1);
        let id = AccountId::OWN.canonical_user_id();
        let expected = json!({
            "Owner": {"ID": id},
            "Grants": [{"Grantee": {"ID": id, "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}],
        });
        assert_eq!(bench.ok("GetObjectAcl", json!({"Key": "k"})), expected);
        assert_eq!(bench.ok("GetBucketAcl", json!({})), expected);
        assert_eq!(bench.refused("GetObjectAcl", json!({"Key": "other"})), "NoSuchKey");
    }

    #[test]
    fn the_acl_of_a_delete_marker_is_not_to_be_had() {
        let mut bench = Bench::versioned();
        bench.put("k", 1);
        let marker = bench.ok("DeleteObject", json!({"Key": "k"}));
        assert_eq!(bench.refused("GetObjectAcl", json!({"Key": "k"})), "NoSuchKey");
        assert_eq!(bench.refused("GetObjectAcl", json!({"Key": "k", "VersionId": marker["VersionId"]})), "MethodNotAllowed");
    }
}
