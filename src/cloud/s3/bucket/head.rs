//! Whether a bucket is there, and where.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    World,
    api::{ApiError, Need, Operation, Read, View},
    ident::Region,
    s3::{access, errors},
};

/// Says whether a bucket is there and may be listed.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct HeadBucket {
    /// Which.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What HeadBucket answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct HeadBucketOutput {
    bucket_arn: String,
    bucket_region: &'static str,
    access_point_alias: bool,
}

impl Operation for HeadBucket {
    type Output = HeadBucketOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:ListBucket", &self.bucket).head()
    }
}

impl Read for HeadBucket {
    fn read(self, cx: &mut View<'_>) -> Result<HeadBucketOutput, ApiError> {
        let name = access::bucket_name(cx.world, &self.bucket);
        let bucket = cx.world.s3.bucket(name).ok_or_else(errors::head_not_found)?;
        access::check_owner(cx.world, name, self.expected_bucket_owner.as_deref()).map_err(|_| errors::head_forbidden())?;
        cx.count(bucket.place_for(cx.origin).key("Requests-Tier2", ""), 1);
        Ok(HeadBucketOutput {
            bucket_arn: access::bucket_arn(name),
            bucket_region: bucket.region.name(),
            access_point_alias: name != self.bucket,
        })
    }
}

/// Says where a bucket lies; us-east-1 is `null`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketLocation {
    /// Which.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketLocation answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketLocationOutput {
    location_constraint: Option<&'static str>,
}

impl Operation for GetBucketLocation {
    type Output = GetBucketLocationOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketLocation", &self.bucket)
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetBucketLocation {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketLocationOutput, ApiError> {
        let region = access::bucket(cx.world, &self.bucket)?.region;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(GetBucketLocationOutput { location_constraint: (region != Region::US_EAST_1).then(|| region.name()) })
    }
}
