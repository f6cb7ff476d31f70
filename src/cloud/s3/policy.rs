//! A bucket's policy: set, shown, removed, and whether it is public. What S3 takes as a policy is in `check`, what it calls public
//! in `public`; what a policy allows is the kernel's matter.

mod actions;
mod check;
mod public;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use check::{PolicyTarget, checked_policy};
pub(super) use public::public_statements;
pub use public::{Hangs, is_public};

use super::{access, block, errors, guard};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    policy::Document,
};

/// A policy on a bucket or an access point, with what S3 made of it when it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourcePolicy {
    /// The policy, as it is shown.
    pub document: Document,
    /// It lets the public in.
    pub is_public: bool,
}

/// What GetBucketPolicyStatus and GetAccessPointPolicyStatus answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PolicyStatusOutput {
    policy_status: PolicyStatus,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct PolicyStatus {
    is_public: bool,
}

impl PolicyStatusOutput {
    /// The status.
    pub fn of(is_public: bool) -> Self {
        Self { policy_status: PolicyStatus { is_public } }
    }
}

/// Replaces a bucket's policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketPolicy {
    /// The bucket.
    pub bucket: String,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Whoever sets it knows that he may never set another.
    pub confirm_remove_self_bucket_access: Option<bool>,
    /// The policy, as JSON text.
    pub policy: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketPolicy {
    type Output = ();
    const FIDELITY: Fidelity =
        Fidelity::Simplified("a policy that locks its writer out is taken with and without ConfirmRemoveSelfBucketAccess");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketPolicy", &self.bucket)
    }
}

impl Write for PutBucketPolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let document = checked_policy(cx.world, &self.policy, &PolicyTarget::bucket(&bucket.name))?;
        let is_public = is_public(document.policy(), Hangs::OnBucket);
        if is_public && block::blocks(cx.world, bucket).block_public_policy {
            return Err(guard::public_policy_refused(cx.origin, &self.needs(), bucket.owner));
        }
        access::bucket_mut(cx.world, &self.bucket)?.sharing.policy = Some(ResourcePolicy { document, is_public });
        Ok(())
    }
}

/// Shows a bucket's policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketPolicy {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketPolicy and GetAccessPointPolicy answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PolicyOutput {
    policy: String,
}

impl PolicyOutput {
    /// The policy's text.
    pub fn of(policy: &ResourcePolicy) -> Self {
        Self { policy: policy.document.text().to_owned() }
    }
}

impl Operation for GetBucketPolicy {
    type Output = PolicyOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketPolicy", &self.bucket)
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetBucketPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<PolicyOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        bucket.sharing.policy.as_ref().map(PolicyOutput::of).ok_or_else(errors::no_such_bucket_policy)
    }
}

/// Says whether a bucket's policy is public.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketPolicyStatus {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for GetBucketPolicyStatus {
    type Output = PolicyStatusOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketPolicyStatus", &self.bucket)
    }
}

impl Read for GetBucketPolicyStatus {
    fn read(self, cx: &mut View<'_>) -> Result<PolicyStatusOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let policy = bucket.sharing.policy.as_ref().ok_or_else(errors::no_such_bucket_policy)?;
        Ok(PolicyStatusOutput::of(policy.is_public))
    }
}

/// Removes a bucket's policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketPolicy {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketPolicy {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:DeleteBucketPolicy", &self.bucket)
    }
}

impl Write for DeleteBucketPolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.policy = None;
        Ok(())
    }
}
