//! The three operations on a bucket's lifecycle configuration. What the rules do is found in `due` and done in `sweep`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors},
    rules::{Lifecycle, LifecycleConfiguration, LifecycleRule},
    validate,
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::Ids,
};

/// Objects under 128 KB do not transition at all: the default since September 2024.
const ALL_CLASSES: &str = "all_storage_classes_128K";
/// Objects under 128 KB transition into the two archives only: the default before.
const VARIES: &str = "varies_by_storage_class";

/// Replaces a bucket's whole lifecycle configuration.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketLifecycleConfiguration {
    /// Which.
    pub bucket: String,
    /// The rules.
    pub lifecycle_configuration: Option<LifecycleConfiguration>,
    /// `all_storage_classes_128K`, as without, or `varies_by_storage_class`.
    pub transition_default_minimum_object_size: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What PutBucketLifecycleConfiguration answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutBucketLifecycleConfigurationOutput {
    transition_default_minimum_object_size: &'static str,
}

impl Operation for PutBucketLifecycleConfiguration {
    type Output = PutBucketLifecycleConfigurationOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("rules act exactly at the midnight (UTC) when they fall due");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutLifecycleConfiguration", &self.bucket)
    }
}

impl Write for PutBucketLifecycleConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<PutBucketLifecycleConfigurationOutput, ApiError> {
        let now = cx.now();
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let min_size_varies = match self.transition_default_minimum_object_size.as_deref() {
            None | Some(ALL_CLASSES) => false,
            Some(VARIES) => true,
            Some(other) => return Err(errors::invalid_request(format!("Invalid TransitionDefaultMinimumObjectSize found: {other}"))),
        };
        let mut configuration = self.lifecycle_configuration.ok_or_else(errors::missing_request_body)?;
        validate::check(&configuration)?;
        for rule in &mut configuration.rules {
            if rule.id.as_ref().is_none_or(String::is_empty) {
                rule.id = Some(new_rule_id(&mut cx.world.core.ids));
            }
        }
        access::bucket_mut(cx.world, &self.bucket)?.lifecycle = Some(Lifecycle::new(configuration, min_size_varies));
        cx.world.s3.reschedule(&self.bucket, now);
        Ok(PutBucketLifecycleConfigurationOutput { transition_default_minimum_object_size: min_size_name(min_size_varies) })
    }
}

fn min_size_name(varies: bool) -> &'static str {
    if varies { VARIES } else { ALL_CLASSES }
}

/// An id as S3 makes it for a rule that has none: a version 4 UUID in base64.
fn new_rule_id(ids: &mut Ids) -> String {
    let number = ids.take("lifecycle-rule", 1);
    let hex = ids.opaque("lifecycle-rule", number, b"0123456789abcdef", 32);
    STANDARD.encode(format!("{}-{}-4{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..]))
}

/// Shows a bucket's lifecycle configuration as it was put.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketLifecycleConfiguration {
    /// Which.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketLifecycleConfiguration answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketLifecycleConfigurationOutput {
    rules: Vec<LifecycleRule>,
    transition_default_minimum_object_size: &'static str,
}

impl Operation for GetBucketLifecycleConfiguration {
    type Output = GetBucketLifecycleConfigurationOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetLifecycleConfiguration", &self.bucket)
    }
}

impl Read for GetBucketLifecycleConfiguration {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketLifecycleConfigurationOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let lifecycle = bucket.lifecycle.as_ref().ok_or_else(errors::no_such_lifecycle)?;
        Ok(GetBucketLifecycleConfigurationOutput {
            rules: lifecycle.given.rules.clone(),
            transition_default_minimum_object_size: min_size_name(lifecycle.min_size_varies),
        })
    }
}

/// Removes a bucket's lifecycle configuration. Done with none there, too.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketLifecycle {
    /// Which.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketLifecycle {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutLifecycleConfiguration", &self.bucket)
    }
}

impl Write for DeleteBucketLifecycle {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        // what was due stays on the list: whoever takes it looks again and finds no rule
        access::bucket_mut(cx.world, &self.bucket)?.lifecycle = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
