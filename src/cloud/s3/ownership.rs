//! Object Ownership of a bucket: whether ACLs count at all, and who owns what others write (S3 User Guide, controlling ownership
//! of objects). The ACLs themselves are in `acl`.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{access, errors};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Who owns what is written to a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ObjectOwnership {
    /// The bucket's owner, always; ACLs are off.
    BucketOwnerEnforced,
    /// The bucket's owner, if the writer says `bucket-owner-full-control`; else the writer.
    BucketOwnerPreferred,
    /// Whoever writes it.
    ObjectWriter,
}

impl ObjectOwnership {
    /// The setting of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::BucketOwnerEnforced, Self::BucketOwnerPreferred, Self::ObjectWriter].into_iter().find(|it| it.name() == name)
    }

    /// AWS's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BucketOwnerEnforced => "BucketOwnerEnforced",
            Self::BucketOwnerPreferred => "BucketOwnerPreferred",
            Self::ObjectWriter => "ObjectWriter",
        }
    }
}

/// `OwnershipControls`: one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct OwnershipControls {
    /// The rule.
    pub rules: Vec<OwnershipControlsRule>,
}

/// A rule of `OwnershipControls`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct OwnershipControlsRule {
    /// A name of [`ObjectOwnership`].
    pub object_ownership: String,
}

/// Sets who owns what is written to a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketOwnershipControls {
    /// The bucket.
    pub bucket: String,
    /// The rule.
    pub ownership_controls: OwnershipControls,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketOwnershipControls {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketOwnershipControls", &self.bucket)
    }
}

impl Write for PutBucketOwnershipControls {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let [rule] = self.ownership_controls.rules.as_slice() else { return Err(errors::malformed_xml()) };
        let ownership = ObjectOwnership::named(&rule.object_ownership).ok_or_else(errors::malformed_xml)?;
        if ownership == ObjectOwnership::BucketOwnerEnforced && bucket.sharing.acl.grants_others() {
            return Err(errors::bucket_acl_with_ownership());
        }
        access::bucket_mut(cx.world, &self.bucket)?.sharing.ownership = Some(ownership);
        Ok(())
    }
}

/// Shows who owns what is written to a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketOwnershipControls {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketOwnershipControls answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketOwnershipControlsOutput {
    ownership_controls: OwnershipControls,
}

impl Operation for GetBucketOwnershipControls {
    type Output = GetBucketOwnershipControlsOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketOwnershipControls", &self.bucket)
    }
}

impl Read for GetBucketOwnershipControls {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketOwnershipControlsOutput, ApiError> {
        let ownership = access::bucket(cx.world, &self.bucket)?.sharing.ownership;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let ownership = ownership.ok_or_else(errors::no_such_ownership_controls)?;
        let rule = OwnershipControlsRule { object_ownership: ownership.name().to_owned() };
        Ok(GetBucketOwnershipControlsOutput { ownership_controls: OwnershipControls { rules: vec![rule] } })
    }
}

/// Removes the setting; the writer then owns what is written, as it was before there was one.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketOwnershipControls {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketOwnershipControls {
    type Output = ();

    fn needs(&self) -> Need {
        // there is no s3:DeleteBucketOwnershipControls
        access::need_bucket("s3:PutBucketOwnershipControls", &self.bucket)
    }
}

impl Write for DeleteBucketOwnershipControls {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.sharing.ownership = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::list::bench::Bench;

    fn rules(names: &[&str]) -> Value {
        let rules: Vec<Value> = names.iter().map(|name| json!({"ObjectOwnership": name})).collect();
        json!({"OwnershipControls": {"Rules": rules}})
    }

    #[test]
    fn a_new_bucket_enforces_its_owner() {
        assert_eq!(Bench::new().ok("GetBucketOwnershipControls", json!({})), rules(&["BucketOwnerEnforced"]));
    }

    #[test]
    fn each_setting_reads_back_and_a_deleted_one_is_not_found() {
        let mut bench = Bench::new();
        for name in ["ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced"] {
            bench.ok("PutBucketOwnershipControls", rules(&[name]));
            assert_eq!(bench.ok("GetBucketOwnershipControls", json!({})), rules(&[name]));
        }
        for _ in 0..2 {
            bench.ok("DeleteBucketOwnershipControls", json!({}));
        }
        let error = bench.call("GetBucketOwnershipControls", json!({})).unwrap_err();
        assert_eq!((&*error.code, &*error.message), ("OwnershipControlsNotFoundError", "The bucket ownership controls were not found"));
    }

    #[test]
    fn there_is_exactly_one_rule_with_a_known_name() {
        let mut bench = Bench::new();
        for names in [&[][..], &["ObjectWriter", "BucketOwnerPreferred"], &["RandomValue"], &[""]] {
            assert_eq!(bench.refused("PutBucketOwnershipControls", rules(names)), "MalformedXML", "{names:?}");
        }
    }

    #[test]
    fn a_bucket_whose_acl_grants_others_cannot_turn_acls_off() {
        let mut bench = Bench::new();
        bench.ok("PutBucketOwnershipControls", rules(&["ObjectWriter"]));
        bench.ok("DeletePublicAccessBlock", json!({}));
        bench.ok("PutBucketAcl", json!({"ACL": "public-read"}));
        let error = bench.call("PutBucketOwnershipControls", rules(&["BucketOwnerEnforced"])).unwrap_err();
        assert_eq!(&*error.code, "InvalidBucketAclWithObjectOwnership");
        assert_eq!(error.message, "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        bench.ok("PutBucketAcl", json!({"ACL": "private"}));
        bench.ok("PutBucketOwnershipControls", rules(&["BucketOwnerEnforced"]));
    }

    #[test]
    fn the_setting_may_be_given_when_the_bucket_is_made() {
        let mut bench = Bench::new();
        bench.ok("CreateBucket", json!({"Bucket": "preferred", "ObjectOwnership": "BucketOwnerPreferred"}));
        assert_eq!(bench.ok("GetBucketOwnershipControls", json!({"Bucket": "preferred"})), rules(&["BucketOwnerPreferred"]));
        let error = bench.call("CreateBucket", json!({"Bucket": "random", "ObjectOwnership": "RandomValue"})).unwrap_err();
        assert_eq!((&*error.code, &*error.message), ("InvalidArgument", "Invalid x-amz-object-ownership header: RandomValue"));
    }
}
