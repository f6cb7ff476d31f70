//! Reading an object's access control list. ACLs are off, as for every new bucket, so it never grants to anyone but the owner.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{access, bucket::Owner};
use crate::api::{ApiError, Fidelity, Need, Operation, Read, View};

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

/// What GetObjectAcl answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetObjectAclOutput {
    owner: Owner,
    grants: Vec<Grant>,
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

impl Operation for GetObjectAcl {
    type Output = GetObjectAclOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("ACLs are off (BucketOwnerEnforced), so the owner's full control is all there ever is");

    fn needs(&self) -> Need {
        let action = if self.version_id.is_some() { "s3:GetObjectVersionAcl" } else { "s3:GetObjectAcl" };
        access::need_object(action, &self.bucket, &self.key)
    }
}

impl Read for GetObjectAcl {
    fn read(self, cx: &mut View<'_>) -> Result<GetObjectAclOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        cx.count(bucket.place().key("Requests-Tier2", ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let owner = Owner::of(bucket.owner);
        let grantee = Grantee { account: owner.clone(), kind: "CanonicalUser" };
        Ok(GetObjectAclOutput { owner, grants: vec![Grant { grantee, permission: "FULL_CONTROL" }] })
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
