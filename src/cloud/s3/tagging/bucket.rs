//! Tags of buckets, which show on the bill and grant nothing here.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors, lifecycle::Tag},
    Tagging, checked_for_bucket,
};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Replaces a bucket's tags.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketTagging {
    /// The bucket.
    pub bucket: String,
    /// The new tags.
    pub tagging: Tagging,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketTagging {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketTagging", &self.bucket)
    }
}

impl Write for PutBucketTagging {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let bucket = access::bucket_mut(cx.world, &self.bucket)?;
        bucket.tags = checked_for_bucket(self.tagging.tag_set)?;
        Ok(())
    }
}

/// Shows a bucket's tags.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketTagging {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketTagging answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketTaggingOutput {
    tag_set: Vec<Tag>,
}

impl Operation for GetBucketTagging {
    type Output = GetBucketTaggingOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketTagging", &self.bucket)
    }
}

impl Read for GetBucketTagging {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketTaggingOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        if bucket.tags.is_empty() {
            return Err(errors::no_such_tag_set());
        }
        Ok(GetBucketTaggingOutput {
            tag_set: bucket.tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect(),
        })
    }
}

/// Removes a bucket's tags, all of them.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketTagging {
    /// The bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketTagging {
    type Output = ();

    fn needs(&self) -> Need {
        // there is no s3:DeleteBucketTagging
        access::need_bucket("s3:PutBucketTagging", &self.bucket)
    }
}

impl Write for DeleteBucketTagging {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.tags.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::super::list::bench::Bench;

    fn tags(pairs: &[(&str, &str)]) -> Value {
        json!({"Tagging": {"TagSet": pairs.iter().map(|(key, value)| json!({"Key": key, "Value": value})).collect::<Vec<_>>()}})
    }

    #[test]
    fn put_replaces_all_tags_and_none_is_an_error() {
        let mut bench = Bench::new();
        assert_eq!(bench.refused("GetBucketTagging", json!({})), "NoSuchTagSet");
        bench.ok("PutBucketTagging", tags(&[("a", "1"), ("b", "")]));
        bench.ok("PutBucketTagging", tags(&[("c", "3")]));
        assert_eq!(bench.ok("GetBucketTagging", json!({})), json!({"TagSet": [{"Key": "c", "Value": "3"}]}));
        bench.ok("DeleteBucketTagging", json!({}));
        assert_eq!(bench.refused("GetBucketTagging", json!({})), "NoSuchTagSet");
    }

    #[test]
    fn a_bucket_takes_fifty_tags_none_twice_and_none_of_aws() {
        let mut bench = Bench::new();
        let keys: Vec<String> = (0..51).map(|n| format!("k{n}")).collect();
        let pairs: Vec<(&str, &str)> = keys.iter().map(|key| (key.as_str(), "v")).collect();
        bench.ok("PutBucketTagging", tags(&pairs[..50]));
        assert_eq!(bench.refused("PutBucketTagging", tags(&pairs)), "BadRequest");
        assert_eq!(bench.refused("PutBucketTagging", tags(&[("a", "1"), ("a", "2")])), "InvalidTag");
        let error = bench.call("PutBucketTagging", tags(&[("aws:x", "1")])).unwrap_err();
        assert_eq!(error.message, "System tags cannot be added/updated by requester");
        assert_eq!(bench.ok("GetBucketTagging", json!({}))["TagSet"].as_array().unwrap().len(), 50);
    }

    #[test]
    fn creating_again_in_us_east_1_passes_but_not_with_tags() {
        let mut bench = Bench::new();
        let configuration = json!({"CreateBucketConfiguration": {"Tags": [{"Key": "a", "Value": "1"}]}});
        bench.ok("CreateBucket", json!({}));
        assert_eq!(bench.refused("CreateBucket", configuration.clone()), "BucketAlreadyOwnedByYou");
        let mut other = configuration;
        other["Bucket"] = json!("tagged");
        bench.ok("CreateBucket", other);
        assert_eq!(bench.ok("GetBucketTagging", json!({"Bucket": "tagged"}))["TagSet"][0]["Key"], "a");
    }

    #[test]
    fn a_bucket_of_the_account_regional_namespace_is_never_made_twice() {
        let mut bench = Bench::new();
        let own = json!({"Bucket": "logs-123456789012-us-east-1-an", "BucketNamespace": "account-regional"});
        bench.ok("CreateBucket", own.clone());
        assert_eq!(bench.refused("CreateBucket", own), "BucketAlreadyOwnedByYou");
    }
}
