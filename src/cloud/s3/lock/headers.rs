//! The lock that a write asks for in its headers, in the order of S3's checks; without any the bucket's default locks. And the same
//! headers in the answers to GET and HEAD.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors},
    Lock, Mode, Retention,
};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    clock::SimTime,
};

/// `ObjectLockMode`, `ObjectLockRetainUntilDate`, `ObjectLockLegalHoldStatus` of a write.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Headers<'a> {
    pub mode: Option<&'a str>,
    pub until: Option<SimTime>,
    pub hold: Option<&'a str>,
}

impl Headers<'_> {
    /// A write's need, with the condition keys of its lock, and with the permissions that a lock takes besides.
    pub(in super::super) fn add_to(self, need: Need, bucket: &str, key: &str) -> Need {
        let mut need = self.told(need);
        if self.mode.is_some() || self.until.is_some() {
            need = need.and(self.told(access::need_object("s3:PutObjectRetention", bucket, key)));
        }
        if self.hold.is_some() {
            need = need.and(self.told(access::need_object("s3:PutObjectLegalHold", bucket, key)));
        }
        need
    }

    fn told(self, need: Need) -> Need {
        need.with("s3:object-lock-mode", self.mode)
            .with("s3:object-lock-retain-until-date", self.until)
            .with("s3:object-lock-legal-hold", self.hold)
    }

    /// The lock of the new version.
    pub(in super::super) fn lock(self, world: &World, bucket: &str) -> Result<Lock, ApiError> {
        let asked = self.asked(world, bucket)?;
        let by_default = access::bucket(world, bucket)?.lock.map(|configuration| configuration.lock(world.now())).unwrap_or_default();
        Ok(Lock { retention: asked.retention.or(by_default.retention), hold: asked.hold })
    }

    /// What is asked for, without the default.
    pub(in super::super) fn asked(self, world: &World, bucket: &str) -> Result<Lock, ApiError> {
        let asked = self.checked(world.now())?;
        if !asked.is_none() && access::bucket(world, bucket)?.lock.is_none() {
            return Err(errors::missing_lock_configuration());
        }
        Ok(asked)
    }

    fn checked(self, now: SimTime) -> Result<Lock, ApiError> {
        let pair = match (self.mode, self.until) {
            (None, None) => None,
            (Some(mode), Some(until)) if until > now => Some((mode, until)),
            (Some(_), Some(_)) => return Err(errors::retain_until_past()),
            _ => return Err(errors::half_a_retention()),
        };
        let hold = match self.hold {
            None => None,
            Some("ON") => Some(true),
            Some("OFF") => Some(false),
            Some(_) => return Err(errors::unknown_legal_hold()),
        };
        let mode = |name| Mode::named(name).ok_or_else(errors::unknown_lock_mode);
        let retention = pair.map(|(name, until)| Ok(Retention { mode: mode(name)?, until })).transpose()?;
        Ok(Lock { retention, hold })
    }
}

/// The members of an answer; flattened into it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in super::super) struct Shown {
    object_lock_mode: Option<&'static str>,
    object_lock_retain_until_date: Option<SimTime>,
    object_lock_legal_hold_status: Option<&'static str>,
}

impl Shown {
    /// … as far as the caller may see them.
    pub(in super::super) fn of(world: &World, origin: &Origin, (bucket, key): (&str, &str), lock: &Lock) -> Self {
        if lock.is_none() {
            return Self::default();
        }
        let may = |action| access::authorise(world, origin, &access::need_object(action, bucket, key)).is_ok();
        let retention = lock.retention.filter(|_| may("s3:GetObjectRetention"));
        let hold = lock.hold.filter(|_| may("s3:GetObjectLegalHold"));
        Self {
            object_lock_mode: retention.map(|retention| retention.mode.name()),
            object_lock_retain_until_date: retention.map(|retention| retention.until),
            object_lock_legal_hold_status: hold.map(super::hold::status),
        }
    }
}
