//! Block Public Access of a bucket: four switches over policies and ACLs (S3 User Guide, blocking public access). Those of an
//! account and of access points are in `s3control`; what is public at all is told by `policy` and `acl`.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Bucket, access, errors};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Read, View, Write},
};

/// The four switches as a request gives them: what is left out is off.
#[skip_serializing_none]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PublicAccessBlockConfiguration {
    /// Refuses to set ACLs that are public.
    pub block_public_acls: Option<bool>,
    /// Takes no notice of public ACLs.
    pub ignore_public_acls: Option<bool>,
    /// Refuses to set policies that are public.
    pub block_public_policy: Option<bool>,
    /// Cuts other accounts and the public off while the policy is public.
    pub restrict_public_buckets: Option<bool>,
}

impl PublicAccessBlockConfiguration {
    /// The switches; a request that names none is refused.
    pub fn blocks(self) -> Result<Blocks, ApiError> {
        if self == Self::default() {
            return Err(errors::empty_public_access_block());
        }
        Ok(self.blocks_or_none())
    }

    /// The switches; nothing named is nothing blocked.
    pub fn blocks_or_none(self) -> Blocks {
        Blocks {
            block_public_acls: self.block_public_acls == Some(true),
            ignore_public_acls: self.ignore_public_acls == Some(true),
            block_public_policy: self.block_public_policy == Some(true),
            restrict_public_buckets: self.restrict_public_buckets == Some(true),
        }
    }
}

/// The four switches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(clippy::struct_excessive_bools, reason = "they are AWS's four, independent of one another")]
pub struct Blocks {
    /// Refuses to set ACLs that are public.
    pub block_public_acls: bool,
    /// Takes no notice of public ACLs.
    pub ignore_public_acls: bool,
    /// Refuses to set policies that are public.
    pub block_public_policy: bool,
    /// Cuts other accounts and the public off while the policy is public.
    pub restrict_public_buckets: bool,
}

impl Blocks {
    /// Everything blocked, as for every new bucket and access point.
    pub const ALL: Self =
        Self { block_public_acls: true, ignore_public_acls: true, block_public_policy: true, restrict_public_buckets: true };

    /// The strictest combination of two levels.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            block_public_acls: self.block_public_acls || other.block_public_acls,
            ignore_public_acls: self.ignore_public_acls || other.ignore_public_acls,
            block_public_policy: self.block_public_policy || other.block_public_policy,
            restrict_public_buckets: self.restrict_public_buckets || other.restrict_public_buckets,
        }
    }
}

/// What blocks public access to a bucket: its own switches and its account's.
pub(super) fn blocks(world: &World, bucket: &Bucket) -> Blocks {
    bucket.sharing.blocks.unwrap_or_default().and(world.s3control.account_blocks(bucket.owner).unwrap_or_default())
}

/// Sets the four switches of a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutPublicAccessBlock {
    /// The bucket.
    pub bucket: String,
    /// The switches.
    pub public_access_block_configuration: PublicAccessBlockConfiguration,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutPublicAccessBlock {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketPublicAccessBlock", &self.bucket)
    }
}

impl Write for PutPublicAccessBlock {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let blocks = self.public_access_block_configuration.blocks()?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.blocks = Some(blocks);
        Ok(())
    }
}

/// Removes the four switches of a bucket, which leaves those of its account.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeletePublicAccessBlock {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeletePublicAccessBlock {
    type Output = ();

    fn needs(&self) -> Need {
        // there is no s3:DeleteBucketPublicAccessBlock
        access::need_bucket("s3:PutBucketPublicAccessBlock", &self.bucket)
    }
}

impl Write for DeletePublicAccessBlock {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.blocks = None;
        Ok(())
    }
}

/// Shows the four switches of a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetPublicAccessBlock {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetPublicAccessBlock answers, of a bucket and of an account.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetPublicAccessBlockOutput {
    public_access_block_configuration: Blocks,
}

impl GetPublicAccessBlockOutput {
    /// The answer that shows these switches.
    pub fn of(blocks: Blocks) -> Self {
        Self { public_access_block_configuration: blocks }
    }
}

impl Operation for GetPublicAccessBlock {
    type Output = GetPublicAccessBlockOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketPublicAccessBlock", &self.bucket)
    }
}

impl Read for GetPublicAccessBlock {
    fn read(self, cx: &mut View<'_>) -> Result<GetPublicAccessBlockOutput, ApiError> {
        let blocks = access::bucket(cx.world, &self.bucket)?.sharing.blocks;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        blocks.map(GetPublicAccessBlockOutput::of).ok_or_else(errors::no_such_public_access_block)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::list::bench::Bench;

    fn put(configuration: &Value) -> Value {
        json!({"PublicAccessBlockConfiguration": configuration})
    }

    #[test]
    fn a_new_bucket_blocks_everything() {
        let all = json!({"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true});
        assert_eq!(Bench::new().ok("GetPublicAccessBlock", json!({})), put(&all));
    }

    #[test]
    fn what_a_put_leaves_out_is_off() {
        let mut bench = Bench::new();
        bench.ok("PutPublicAccessBlock", put(&json!({"IgnorePublicAcls": true})));
        let shown = json!({"BlockPublicAcls": false, "IgnorePublicAcls": true, "BlockPublicPolicy": false, "RestrictPublicBuckets": false});
        assert_eq!(bench.ok("GetPublicAccessBlock", json!({})), put(&shown));
    }

    #[test]
    fn a_put_that_names_no_switch_is_refused() {
        let mut bench = Bench::new();
        assert_eq!(bench.refused("PutPublicAccessBlock", put(&json!({}))), "InvalidRequest");
        bench.ok("PutPublicAccessBlock", put(&json!({"BlockPublicAcls": false})));
    }

    #[test]
    fn a_deleted_block_is_not_found_and_deleted_again_without_a_word() {
        let mut bench = Bench::new();
        for _ in 0..2 {
            bench.ok("DeletePublicAccessBlock", json!({}));
            let error = bench.call("GetPublicAccessBlock", json!({})).unwrap_err();
            assert_eq!((error.status, &*error.code), (404, "NoSuchPublicAccessBlockConfiguration"));
            assert_eq!(error.message, "The public access block configuration was not found");
        }
        for operation in ["GetPublicAccessBlock", "DeletePublicAccessBlock"] {
            assert_eq!(bench.refused(operation, json!({"Bucket": "none"})), "NoSuchBucket");
        }
    }
}
