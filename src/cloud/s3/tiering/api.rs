//! The four operations on a bucket's Intelligent-Tiering configurations. What they make objects do is told one level up.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors},
    IntelligentTieringConfiguration,
};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Most configurations of one bucket (S3 API Reference, PutBucketIntelligentTieringConfiguration).
const MAX_CONFIGURATIONS: usize = 1_000;

/// Adds or replaces a configuration.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketIntelligentTieringConfiguration {
    /// The bucket.
    pub bucket: String,
    /// The configuration's name, once more.
    pub id: String,
    /// What it says.
    pub intelligent_tiering_configuration: IntelligentTieringConfiguration,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutBucketIntelligentTieringConfiguration {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutIntelligentTieringConfiguration", &self.bucket)
    }
}

impl Write for PutBucketIntelligentTieringConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let now = cx.now();
        let present = &access::bucket(cx.world, &self.bucket)?.tiering;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        self.intelligent_tiering_configuration.check(&self.id)?;
        if present.len() >= MAX_CONFIGURATIONS && !present.contains_key(&self.id) {
            return Err(errors::too_many_configurations());
        }
        access::bucket_mut(cx.world, &self.bucket)?.tiering.insert(self.id, self.intelligent_tiering_configuration);
        cx.world.s3.reschedule(&self.bucket, now);
        Ok(())
    }
}

/// Shows a configuration.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketIntelligentTieringConfiguration {
    /// The bucket.
    pub bucket: String,
    /// The configuration's name.
    pub id: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketIntelligentTieringConfiguration answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketIntelligentTieringConfigurationOutput {
    intelligent_tiering_configuration: IntelligentTieringConfiguration,
}

impl Operation for GetBucketIntelligentTieringConfiguration {
    type Output = GetBucketIntelligentTieringConfigurationOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetIntelligentTieringConfiguration", &self.bucket)
    }
}

impl Read for GetBucketIntelligentTieringConfiguration {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketIntelligentTieringConfigurationOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let configuration = bucket.tiering.get(&self.id).ok_or_else(errors::no_such_configuration)?;
        Ok(GetBucketIntelligentTieringConfigurationOutput { intelligent_tiering_configuration: configuration.clone() })
    }
}

/// Removes a configuration; objects stay in the tiers that they have reached.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketIntelligentTieringConfiguration {
    /// The bucket.
    pub bucket: String,
    /// The configuration's name.
    pub id: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketIntelligentTieringConfiguration {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutIntelligentTieringConfiguration", &self.bucket)
    }
}

impl Write for DeleteBucketIntelligentTieringConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let now = cx.now();
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        access::bucket_mut(cx.world, &self.bucket)?.tiering.remove(&self.id).ok_or_else(errors::no_such_configuration)?;
        cx.world.s3.reschedule(&self.bucket, now);
        Ok(())
    }
}

/// Lists a bucket's configurations by name, all on one page.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListBucketIntelligentTieringConfigurations {
    /// The bucket.
    pub bucket: String,
    /// Where an earlier page ended.
    pub continuation_token: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What ListBucketIntelligentTieringConfigurations answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListBucketIntelligentTieringConfigurationsOutput {
    is_truncated: bool,
    continuation_token: Option<String>,
    intelligent_tiering_configuration_list: Option<Vec<IntelligentTieringConfiguration>>,
}

impl Operation for ListBucketIntelligentTieringConfigurations {
    type Output = ListBucketIntelligentTieringConfigurationsOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetIntelligentTieringConfiguration", &self.bucket)
    }
}

impl Read for ListBucketIntelligentTieringConfigurations {
    fn read(self, cx: &mut View<'_>) -> Result<ListBucketIntelligentTieringConfigurationsOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let after = self.continuation_token.as_ref();
        let rest = bucket.tiering.iter().filter(|(id, _)| after.is_none_or(|after| *id > after));
        let list: Vec<_> = rest.map(|(_, configuration)| configuration.clone()).collect();
        Ok(ListBucketIntelligentTieringConfigurationsOutput {
            is_truncated: false,
            continuation_token: self.continuation_token,
            intelligent_tiering_configuration_list: (!list.is_empty()).then_some(list),
        })
    }
}
