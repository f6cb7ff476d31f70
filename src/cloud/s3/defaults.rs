//! Settings that every new bucket has and that Skylab lets nobody change yet: public access blocked, ACLs off
//! (S3 User Guide, creating a bucket).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::access;
use crate::api::{ApiError, Fidelity, Need, Operation, Read, View};

macro_rules! defaults {
    ($($(#[$doc:meta])* $name:ident, $action:literal, $why:literal, $answer:tt;)*) => {$(
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// The bucket.
            pub bucket: String,
            /// Refused if the bucket is somebody else's.
            pub expected_bucket_owner: Option<String>,
        }

        impl Operation for $name {
            type Output = Value;
            const FIDELITY: Fidelity = Fidelity::Simplified($why);

            fn needs(&self) -> Need {
                access::need_bucket($action, &self.bucket)
            }
        }

        impl Read for $name {
            fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
                access::bucket(cx.world, &self.bucket)?;
                access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
                Ok(json!($answer))
            }
        }
    )*};
}

defaults! {
    /// Shows whether public access is blocked: all of it.
    GetPublicAccessBlock, "s3:GetBucketPublicAccessBlock", "all four blocks are on, as for every new bucket", {
        "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": true,
            "IgnorePublicAcls": true,
            "BlockPublicPolicy": true,
            "RestrictPublicBuckets": true,
        },
    };
    /// Shows who owns what others write: the bucket's owner.
    GetBucketOwnershipControls, "s3:GetBucketOwnershipControls", "ownership is BucketOwnerEnforced, as for every new bucket", {
        "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
    };
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::list::bench::Bench;

    #[test]
    fn a_new_bucket_is_private_owned_by_its_owner_and_encrypted() {
        let mut bench = Bench::new();
        let blocks = bench.ok("GetPublicAccessBlock", json!({}));
        assert!(blocks["PublicAccessBlockConfiguration"].as_object().unwrap().values().all(|on| on == true));
        let ownership = bench.ok("GetBucketOwnershipControls", json!({}));
        assert_eq!(ownership["OwnershipControls"]["Rules"][0]["ObjectOwnership"], "BucketOwnerEnforced");
        let encryption = bench.ok("GetBucketEncryption", json!({}));
        let rule = &encryption["ServerSideEncryptionConfiguration"]["Rules"][0];
        assert_eq!(rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"], "AES256");
        assert_eq!(rule["BucketKeyEnabled"], false);
        assert_eq!(bench.refused("GetBucketEncryption", json!({"Bucket": "none"})), "NoSuchBucket");
    }
}
