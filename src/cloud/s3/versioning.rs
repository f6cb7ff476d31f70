//! A bucket's versioning: unset, enabled or suspended. It keeps no versions itself, see `version`, and has no MFA delete.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{access, errors, replication};
use crate::api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write};

/// Whether a bucket keeps versions. It never returns to unset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Versioning {
    /// Never turned on: an overwrite replaces, a delete removes.
    #[default]
    Unset,
    /// Every write makes a version with an id of its own.
    Enabled,
    /// Writes go to the `null` version; versions from before stay.
    Suspended,
}

impl Versioning {
    fn named(name: &str) -> Option<Self> {
        match name {
            "Enabled" => Some(Self::Enabled),
            "Suspended" => Some(Self::Suspended),
            _ => None,
        }
    }

    fn status(self) -> Option<&'static str> {
        match self {
            Self::Unset => None,
            Self::Enabled => Some("Enabled"),
            Self::Suspended => Some("Suspended"),
        }
    }
}

/// Turns a bucket's versioning on, or suspends it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketVersioning {
    /// Which.
    pub bucket: String,
    /// The state it shall be in.
    pub versioning_configuration: VersioningConfiguration,
    /// The serial number and the present code of the root user's MFA device.
    #[serde(rename = "MFA")]
    pub mfa: Option<String>,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// `VersioningConfiguration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct VersioningConfiguration {
    /// `Enabled` or `Suspended`.
    pub status: Option<String>,
    /// `Enabled` or `Disabled`.
    #[serde(rename = "MFADelete")]
    pub mfa_delete: Option<String>,
}

impl Operation for PutBucketVersioning {
    type Output = ();
    const FIDELITY: Fidelity =
        Fidelity::Simplified("no caller is a root user with an MFA device, so MFA delete cannot be enabled; takes effect at once");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketVersioning", &self.bucket)
    }
}

impl PutBucketVersioning {
    fn wanted(&self) -> Result<Versioning, ApiError> {
        let configuration = &self.versioning_configuration;
        let status =
            configuration.status.as_deref().map(|status| Versioning::named(status).ok_or_else(errors::malformed_xml)).transpose()?;
        let asks_for_mfa = match configuration.mfa_delete.as_deref() {
            None | Some("Disabled") => false,
            Some("Enabled") => true,
            Some(_) => return Err(errors::malformed_xml()),
        };
        let status = status.ok_or_else(errors::illegal_versioning)?;
        match (&self.mfa, asks_for_mfa) {
            (None, true) => Err(errors::mfa_required()),
            (Some(_), _) => Err(errors::only_bucket_owner()), // a device of the root user's, which no caller is
            (None, false) => Ok(status),
        }
    }
}

impl Write for PutBucketVersioning {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let wanted = self.wanted()?;
        if access::bucket(cx.world, &self.bucket)?.locks_objects() && wanted != Versioning::Enabled {
            return Err(errors::lock_keeps_versioning());
        }
        if wanted == Versioning::Suspended {
            replication::refuse_suspension(access::bucket(cx.world, &self.bucket)?)?;
        }
        access::bucket_mut(cx.world, &self.bucket)?.versioning = wanted;
        Ok(())
    }
}

/// Says which state a bucket's versioning is in; nothing at all if it was never turned on.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketVersioning {
    /// Which.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketVersioning answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketVersioningOutput {
    status: Option<&'static str>,
}

impl Operation for GetBucketVersioning {
    type Output = GetBucketVersioningOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketVersioning", &self.bucket)
    }
}

impl Read for GetBucketVersioning {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketVersioningOutput, ApiError> {
        let versioning = access::bucket(cx.world, &self.bucket)?.versioning;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(GetBucketVersioningOutput { status: versioning.status() })
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

    fn world() -> World {
        let mut world = World::new(SimTime::START, 1);
        call(&mut world, "CreateBucket", json!({"Bucket": "logs"})).unwrap();
        world
    }

    fn put(world: &mut World, configuration: &Value) -> Result<Value, ApiError> {
        call(world, "PutBucketVersioning", json!({"Bucket": "logs", "VersioningConfiguration": configuration}))
    }

    fn get(world: &mut World) -> Value {
        call(world, "GetBucketVersioning", json!({"Bucket": "logs"})).unwrap()
    }

    #[test]
    fn a_bucket_whose_versioning_was_never_set_prints_nothing() {
        assert_eq!(get(&mut world()), json!({}));
    }

    #[test]
    fn versioning_goes_back_and_forth_between_enabled_and_suspended() {
        let mut world = world();
        for status in ["Enabled", "Suspended", "Enabled"] {
            put(&mut world, &json!({"Status": status})).unwrap();
            assert_eq!(get(&mut world), json!({"Status": status}));
        }
    }

    #[test]
    fn a_status_other_than_enabled_or_suspended_is_malformed() {
        for status in ["enabled", "Disabled", ""] {
            assert_eq!(put(&mut world(), &json!({"Status": status})).unwrap_err().code, "MalformedXML");
        }
    }

    #[test]
    fn a_configuration_without_status_is_illegal() {
        let error = put(&mut world(), &json!({})).unwrap_err();
        assert_eq!(error.to_string(), "IllegalVersioningConfigurationException: The Versioning element must be specified");
        assert_eq!(put(&mut world(), &json!({"MFADelete": "Disabled"})).unwrap_err().code, "IllegalVersioningConfigurationException");
    }

    #[test]
    fn mfa_delete_needs_the_root_user_with_an_mfa_device() {
        let mut world = world();
        let error = put(&mut world, &json!({"Status": "Enabled", "MFADelete": "Enabled"})).unwrap_err();
        assert_eq!(error.to_string(), "AccessDenied: Mfa Authentication must be used for this request");
        let with_code = json!({
            "Bucket": "logs", "MFA": "arn:aws:iam::123456789012:mfa/phone 123456",
            "VersioningConfiguration": {"Status": "Enabled", "MFADelete": "Enabled"},
        });
        assert_eq!(call(&mut world, "PutBucketVersioning", with_code).unwrap_err().code, "AccessDenied");
        assert_eq!(get(&mut world), json!({}), "a refusal changes nothing");
    }

    #[test]
    fn mfa_delete_may_be_named_disabled_but_not_anything_else() {
        put(&mut world(), &json!({"Status": "Enabled", "MFADelete": "Disabled"})).unwrap();
        assert_eq!(put(&mut world(), &json!({"Status": "Enabled", "MFADelete": "enabled"})).unwrap_err().code, "MalformedXML");
    }

    #[test]
    fn a_missing_bucket_or_another_owner_is_refused() {
        let mut world = world();
        let missing = json!({"Bucket": "none", "VersioningConfiguration": {"Status": "Enabled"}});
        assert_eq!(call(&mut world, "PutBucketVersioning", missing).unwrap_err().code, "NoSuchBucket");
        assert_eq!(call(&mut world, "GetBucketVersioning", json!({"Bucket": "none"})).unwrap_err().code, "NoSuchBucket");
        let other = json!({"Bucket": "logs", "ExpectedBucketOwner": "444455556666"});
        assert_eq!(call(&mut world, "GetBucketVersioning", other).unwrap_err().code, "AccessDenied");
    }
}
