//! Object Lock: versions that nobody may delete or overwrite before a date, or before a hold is lifted. Each version has its own
//! lock; delete markers have none, and a plain delete still puts one on top. Not simulated: event holds.

mod configuration;
mod headers;
mod hold;
mod retention;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub(super) use configuration::Configuration;
pub use configuration::{GetObjectLockConfiguration, PutObjectLockConfiguration};
pub(super) use headers::{Headers, Shown};
pub use hold::{GetObjectLegalHold, PutObjectLegalHold};
pub use retention::{GetObjectRetention, PutObjectRetention};

use super::{access, errors, version::Version};
use crate::{
    World,
    api::{ApiError, Origin},
    clock::SimTime,
};

/// How a retention holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Whoever has a special permission may still delete, or shorten the retention.
    #[serde(rename = "GOVERNANCE")]
    Governance,
    /// Nobody may, the root user included.
    #[serde(rename = "COMPLIANCE")]
    Compliance,
}

impl Mode {
    /// AWS's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Governance => "GOVERNANCE",
            Self::Compliance => "COMPLIANCE",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Governance, Self::Compliance].into_iter().find(|mode| mode.name() == name)
    }
}

/// A retention of one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// How it holds.
    pub mode: Mode,
    /// Until when.
    pub until: SimTime,
}

/// The lock of one version. Both parts protect it by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Its retention, over or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
    /// Its legal hold, on or lifted; none if it never had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<bool>,
}

impl Lock {
    /// True for a version that was never locked.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// The retention that is not over.
    pub fn retained(&self, now: SimTime) -> Option<Retention> {
        self.retention.filter(|retention| retention.until > now)
    }

    /// True while a legal hold is on.
    pub fn is_held(&self) -> bool {
        self.hold == Some(true)
    }

    /// True while nobody may delete the version without further ado.
    pub fn protects(&self, now: SimTime) -> bool {
        self.is_held() || self.retained(now).is_some()
    }
}

/// Refuses to delete a version that is locked. A governance retention may be bypassed by whoever asks for it and may.
pub(super) fn check_deletion(
    world: &World,
    origin: &Origin,
    (bucket, key): (&str, &str),
    version: &Version,
    bypass: bool,
) -> Result<(), ApiError> {
    let Some(object) = version.object() else { return Ok(()) };
    if object.lock.is_held() {
        return Err(errors::object_locked());
    }
    match object.lock.retained(world.now()) {
        None => Ok(()),
        Some(Retention { mode: Mode::Governance, .. }) if bypass => may_bypass(world, origin, bucket, key),
        Some(_) => Err(errors::object_locked()),
    }
}

fn may_bypass(world: &World, origin: &Origin, bucket: &str, key: &str) -> Result<(), ApiError> {
    access::authorise(world, origin, &access::need_object("s3:BypassGovernanceRetention", bucket, key))
}

/// `BypassGovernanceRetention` is refused, whatever its value, where nothing can be locked.
pub(super) fn check_bypass(world: &World, bucket: &str, bypass: Option<bool>) -> Result<bool, ApiError> {
    let locks = access::bucket(world, bucket)?.lock.is_some();
    if bypass.is_some() && !locks { Err(errors::bypass_without_lock()) } else { Ok(bypass == Some(true)) }
}

/// Refuses what needs Object Lock on a bucket without.
fn check_bucket(world: &World, bucket: &str) -> Result<(), ApiError> {
    if access::bucket(world, bucket)?.lock.is_some() { Ok(()) } else { Err(errors::missing_lock_configuration()) }
}
