//! The retention of a version: anybody with the permission may lengthen it; shortening or lifting it takes a bypass in governance
//! mode, and is impossible in compliance mode.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{access, errors, guard, notification, replication, version::Version},
    Mode, Retention, may_bypass,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Origin, Read, View, Write},
    clock::SimTime,
};

/// `Retention`; empty to lift one.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ObjectLockRetention {
    /// `GOVERNANCE` or `COMPLIANCE`.
    pub mode: Option<String>,
    /// Until when.
    pub retain_until_date: Option<SimTime>,
}

impl ObjectLockRetention {
    fn checked(&self, now: SimTime) -> Result<Option<Retention>, ApiError> {
        match (self.mode.as_deref(), self.retain_until_date) {
            (None, None) => Ok(None),
            (Some(mode), Some(until)) => {
                let mode = Mode::named(mode).ok_or_else(errors::malformed_xml)?;
                if until > now { Ok(Some(Retention { mode, until })) } else { Err(errors::retain_until_past()) }
            }
            _ => Err(errors::malformed_xml()),
        }
    }
}

/// Puts a retention on a version, changes it, or lifts it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutObjectRetention {
    /// Which bucket.
    pub bucket: String,
    /// Which key.
    pub key: String,
    /// Mode and date; empty to lift it.
    pub retention: Option<ObjectLockRetention>,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// Overrides a governance retention.
    pub bypass_governance_retention: Option<bool>,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for PutObjectRetention {
    type Output = ();

    fn needs(&self) -> Need {
        let retention = self.retention.as_ref();
        guard::of_version(access::need_object("s3:PutObjectRetention", &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
            .with("s3:object-lock-mode", retention.and_then(|retention| retention.mode.as_ref()))
            .with("s3:object-lock-retain-until-date", retention.and_then(|retention| retention.retain_until_date))
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

/// True if a retention that is not over may take that one's place without any bypass: it protects at least as long, and as well.
fn is_kept(present: Retention, wanted: Option<Retention>) -> bool {
    let weaker = |mode| present.mode == Mode::Compliance && mode == Mode::Governance;
    wanted.is_some_and(|wanted| wanted.until >= present.until && !weaker(wanted.mode))
}

fn check_change(
    world: &World,
    origin: &Origin,
    (bucket, key): (&str, &str),
    present: Option<Retention>,
    (wanted, bypass): (Option<Retention>, bool),
) -> Result<(), ApiError> {
    match present {
        Some(present) if !is_kept(present, wanted) => match present.mode {
            Mode::Governance if bypass => may_bypass(world, origin, bucket, key),
            _ => Err(errors::object_locked()),
        },
        _ => Ok(()),
    }
}

impl Write for PutObjectRetention {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::bill_request(cx, &self.bucket, "Requests-Tier1");
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let given = self.retention.as_ref().ok_or_else(errors::malformed_xml)?;
        super::check_bucket(cx.world, &self.bucket)?;
        let (index, version) = access::lockable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        let now = cx.now();
        let wanted = given.checked(now)?;
        let bypass = self.bypass_governance_retention == Some(true);
        check_change(cx.world, cx.origin, (&self.bucket, &self.key), object.lock.retained(now), (wanted, bypass))?;
        access::edit_key(cx, &self.bucket, &self.key, |stack, _| {
            if let Some(object) = stack.get_mut(index).and_then(Version::object_mut) {
                object.lock.retention = wanted;
            }
        });
        notification::told(cx, &self.bucket, &self.key, index, notification::Kind::RetentionPut, notification::Details::None);
        replication::changed(cx.world, &self.bucket, &self.key, index, replication::Asked::Lock);
        Ok(())
    }
}

/// Shows a version's retention, over or not.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetObjectRetention {
    /// Which bucket.
    pub bucket: String,
    /// Which key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetObjectRetention answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetObjectRetentionOutput {
    retention: ObjectLockRetention,
}

impl Operation for GetObjectRetention {
    type Output = GetObjectRetentionOutput;

    fn needs(&self) -> Need {
        guard::of_version(access::need_object("s3:GetObjectRetention", &self.bucket, &self.key), self.version_id.as_ref())
            .paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Read for GetObjectRetention {
    fn read(self, cx: &mut View<'_>) -> Result<GetObjectRetentionOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        cx.count(bucket.place_for(cx.origin).key("Requests-Tier2", ""), 1);
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        super::check_bucket(cx.world, &self.bucket)?;
        let (_, version) = access::lockable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        let Retention { mode, until } = object.lock.retention.ok_or_else(errors::no_lock_on_object)?;
        Ok(GetObjectRetentionOutput {
            retention: ObjectLockRetention { mode: Some(mode.name().to_owned()), retain_until_date: Some(until) },
        })
    }
}
