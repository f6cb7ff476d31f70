//! A bucket's Object Lock: once on, it stays on, and may lock every new version by default.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors, versioning::Versioning},
    Lock, Mode, Retention,
};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    clock::SimTime,
};

/// The longest retention: 100 years (S3 User Guide, Object Lock considerations).
const MAX_DAYS: i64 = 36_500;
const MAX_YEARS: i64 = 100;
/// S3 counts a year of retention as so many days (S3 User Guide, Object Lock).
const DAYS_PER_YEAR: i64 = 365;

/// What a bucket with Object Lock does to new versions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct Configuration {
    /// How they are retained, unless they say it themselves.
    pub by_default: Option<(Mode, Period)>,
}

/// How long, as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) enum Period {
    /// So many days.
    Days(u32),
    /// So many years.
    Years(u32),
}

impl Period {
    fn days(self) -> u32 {
        match self {
            Self::Days(days) => days,
            Self::Years(years) => years * DAYS_PER_YEAR as u32,
        }
    }
}

impl Configuration {
    /// The lock of a version that is made now and says nothing itself: until exactly so many days later.
    pub(in super::super) fn lock(self, now: SimTime) -> Lock {
        let retention = self.by_default.map(|(mode, period)| Retention { mode, until: now.plus_days(period.days()) });
        Lock { retention, hold: None }
    }

    fn shown(self) -> ObjectLockConfiguration {
        let rule = self.by_default.map(|(mode, period)| {
            let (days, years) = match period {
                Period::Days(days) => (Some(days.into()), None),
                Period::Years(years) => (None, Some(years.into())),
            };
            ObjectLockRule { default_retention: Some(DefaultRetention { mode: Some(mode.name().to_owned()), days, years }) }
        });
        ObjectLockConfiguration { object_lock_enabled: Some("Enabled".to_owned()), rule }
    }
}

/// Turns Object Lock on, and says how new versions are locked by default.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutObjectLockConfiguration {
    /// Which bucket.
    pub bucket: String,
    /// The configuration.
    pub object_lock_configuration: Option<ObjectLockConfiguration>,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// `ObjectLockConfiguration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ObjectLockConfiguration {
    /// Only `Enabled`.
    pub object_lock_enabled: Option<String>,
    /// The default.
    pub rule: Option<ObjectLockRule>,
}

/// The one rule of it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ObjectLockRule {
    /// How new versions are retained.
    pub default_retention: Option<DefaultRetention>,
}

/// A mode, and days or years.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DefaultRetention {
    /// `GOVERNANCE` or `COMPLIANCE`.
    pub mode: Option<String>,
    /// Days …
    pub days: Option<i64>,
    /// … or years.
    pub years: Option<i64>,
}

impl ObjectLockConfiguration {
    fn checked(&self) -> Result<Configuration, ApiError> {
        if self.object_lock_enabled.as_deref() != Some("Enabled") {
            return Err(errors::malformed_xml());
        }
        let Some(rule) = &self.rule else { return Ok(Configuration::default()) };
        let given = rule.default_retention.as_ref().ok_or_else(errors::malformed_xml)?;
        let mode = given.mode.as_deref().and_then(Mode::named).ok_or_else(errors::malformed_xml)?;
        let period = match (given.days, given.years) {
            (Some(days), None) => Period::Days(bounded(days, MAX_DAYS)?),
            (None, Some(years)) => Period::Years(bounded(years, MAX_YEARS)?),
            _ => return Err(errors::malformed_xml()),
        };
        Ok(Configuration { by_default: Some((mode, period)) })
    }
}

fn bounded(length: i64, most: i64) -> Result<u32, ApiError> {
    match length {
        length if length < 1 => Err(errors::retention_not_positive()),
        length if length > most => Err(errors::retention_too_long()),
        length => u32::try_from(length).map_err(|_| errors::retention_too_long()),
    }
}

impl Operation for PutObjectLockConfiguration {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketObjectLockConfiguration", &self.bucket)
    }
}

impl Write for PutObjectLockConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let versioning = access::bucket(cx.world, &self.bucket)?.versioning;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let configuration = self.object_lock_configuration.as_ref().ok_or_else(errors::malformed_xml)?.checked()?;
        if versioning != Versioning::Enabled {
            return Err(errors::lock_needs_versioning());
        }
        access::bucket_mut(cx.world, &self.bucket)?.lock = Some(configuration);
        Ok(())
    }
}

/// Shows a bucket's Object Lock.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetObjectLockConfiguration {
    /// Which bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetObjectLockConfiguration answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetObjectLockConfigurationOutput {
    object_lock_configuration: ObjectLockConfiguration,
}

impl Operation for GetObjectLockConfiguration {
    type Output = GetObjectLockConfigurationOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketObjectLockConfiguration", &self.bucket)
    }
}

impl Read for GetObjectLockConfiguration {
    fn read(self, cx: &mut View<'_>) -> Result<GetObjectLockConfigurationOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let configuration = bucket.lock.ok_or_else(errors::no_lock_on_bucket)?;
        Ok(GetObjectLockConfigurationOutput { object_lock_configuration: configuration.shown() })
    }
}
