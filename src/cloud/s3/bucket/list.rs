//! Listing one's own buckets, a page at a time.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Bucket, Owner};
use crate::{
    api::{ApiError, Need, Operation, Read, View},
    clock::SimTime,
    s3::{access, errors},
};

/// Lists the caller's buckets by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListBuckets {
    /// At most so many; 10,000 without.
    pub max_buckets: Option<u64>,
    /// Where the last page ended.
    pub continuation_token: Option<String>,
    /// Only names that begin so.
    pub prefix: Option<String>,
    /// Only buckets of that region.
    pub bucket_region: Option<String>,
}

/// What ListBuckets answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListBucketsOutput {
    buckets: Vec<BucketSummary>,
    owner: Owner,
    continuation_token: Option<String>,
    prefix: Option<String>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct BucketSummary {
    name: String,
    creation_date: SimTime,
    bucket_region: Option<&'static str>,
    bucket_arn: Option<String>,
}

impl Operation for ListBuckets {
    type Output = ListBucketsOutput;

    fn needs(&self) -> Need {
        Need::action("s3:ListAllMyBuckets")
    }
}

impl Read for ListBuckets {
    fn read(self, cx: &mut View<'_>) -> Result<ListBucketsOutput, ApiError> {
        let owner = cx.account().ok_or_else(errors::access_denied)?;
        let paged =
            self.max_buckets.is_some() || self.continuation_token.is_some() || self.prefix.is_some() || self.bucket_region.is_some();
        let limit = self.max_buckets.unwrap_or(10_000) as usize;
        let after = self.continuation_token.unwrap_or_default();
        let prefix = self.prefix.clone().unwrap_or_default();
        let mut matching = cx.world.s3.buckets().filter(|bucket| {
            bucket.owner == owner
                && *bucket.name > *after
                && bucket.name.starts_with(&prefix)
                && self.bucket_region.as_ref().is_none_or(|region| region == bucket.region.name())
        });
        let page: Vec<&Bucket> = matching.by_ref().take(limit).collect();
        let more = matching.next().is_some();
        let continuation_token = page.last().filter(|_| more).map(|last| last.name.to_string());
        let summary = |bucket: &Bucket| BucketSummary {
            name: bucket.name.to_string(),
            creation_date: bucket.created,
            bucket_region: paged.then(|| bucket.region.name()),
            bucket_arn: Some(access::bucket_arn(&bucket.name)),
        };
        Ok(ListBucketsOutput {
            buckets: page.into_iter().map(summary).collect(),
            owner: Owner::of(owner),
            continuation_token,
            prefix: self.prefix,
        })
    }
}
