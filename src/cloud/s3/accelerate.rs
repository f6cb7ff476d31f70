//! Transfer Acceleration of a bucket: a switch, and nothing behind it: uploads take no time here.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{access, errors};
use crate::api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write};

/// Turns Transfer Acceleration on, or suspends it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketAccelerateConfiguration {
    /// Which.
    pub bucket: String,
    /// The state it shall be in.
    pub accelerate_configuration: AccelerateConfiguration,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// `AccelerateConfiguration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AccelerateConfiguration {
    /// `Enabled` or `Suspended`.
    pub status: Option<String>,
}

impl Operation for PutBucketAccelerateConfiguration {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("the setting is kept, but no transfer gets faster or dearer by it");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutAccelerateConfiguration", &self.bucket)
    }
}

impl Write for PutBucketAccelerateConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        if self.bucket.contains('.') {
            return Err(errors::invalid_request("S3 Transfer Acceleration is not supported for buckets with periods (.) in their names"));
        }
        let status = self.accelerate_configuration.status.filter(|status| matches!(status.as_str(), "Enabled" | "Suspended"));
        let status = status.ok_or_else(errors::malformed_xml)?;
        access::bucket_mut(cx.world, &self.bucket)?.accelerate = Some(status);
        Ok(())
    }
}

/// Says which state Transfer Acceleration is in; nothing at all if it was never turned on.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketAccelerateConfiguration {
    /// Which.
    pub bucket: String,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketAccelerateConfiguration answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketAccelerateConfigurationOutput {
    status: Option<String>,
}

impl Operation for GetBucketAccelerateConfiguration {
    type Output = GetBucketAccelerateConfigurationOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetAccelerateConfiguration", &self.bucket).paid_by(self.request_payer.as_deref())
    }
}

impl Read for GetBucketAccelerateConfiguration {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketAccelerateConfigurationOutput, ApiError> {
        let status = access::bucket(cx.world, &self.bucket)?.accelerate.clone();
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(GetBucketAccelerateConfigurationOutput { status })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{Request, World, api::Origin, clock::SimTime, ident::Region};

    fn call(world: &mut World, operation: &str, params: Value) -> Result<Value, ApiError> {
        let request = Request::parse("s3", operation, params).unwrap();
        world.call(&Origin::admin(Region::US_EAST_1), request)
    }

    fn world(bucket: &str) -> World {
        let mut world = World::new(SimTime::START, 1);
        call(&mut world, "CreateBucket", json!({"Bucket": bucket})).unwrap();
        world
    }

    fn put(world: &mut World, bucket: &str, configuration: &Value) -> Result<Value, ApiError> {
        call(world, "PutBucketAccelerateConfiguration", json!({"Bucket": bucket, "AccelerateConfiguration": configuration}))
    }

    #[test]
    fn acceleration_prints_nothing_until_it_was_set() {
        let mut world = world("logs");
        let get = json!({"Bucket": "logs"});
        assert_eq!(call(&mut world, "GetBucketAccelerateConfiguration", get.clone()), Ok(json!({})));
        for status in ["Enabled", "Suspended"] {
            put(&mut world, "logs", &json!({"Status": status})).unwrap();
            assert_eq!(call(&mut world, "GetBucketAccelerateConfiguration", get.clone()), Ok(json!({"Status": status})));
        }
    }

    #[test]
    fn a_status_other_than_enabled_or_suspended_is_malformed() {
        for configuration in [json!({}), json!({"Status": "enabled"}), json!({"Status": "Disabled"})] {
            assert_eq!(put(&mut world("logs"), "logs", &configuration).unwrap_err().code, "MalformedXML");
        }
    }

    #[test]
    fn a_bucket_with_dots_in_its_name_cannot_be_accelerated() {
        let error = put(&mut world("my.logs"), "my.logs", &json!({"Status": "Enabled"})).unwrap_err();
        assert_eq!(error.code, "InvalidRequest");
        assert_eq!(error.message, "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
    }

    #[test]
    fn a_missing_bucket_has_no_acceleration() {
        assert_eq!(put(&mut world("logs"), "none", &json!({"Status": "Enabled"})).unwrap_err().code, "NoSuchBucket");
    }
}
