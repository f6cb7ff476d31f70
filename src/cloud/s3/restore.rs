//! Restoring archived objects: the temporary copy, its wait and its end; and leaving Intelligent-Tiering's archive tiers.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    StorageClass, access,
    class::Tier,
    errors,
    meter::Meter,
    notification::{self, Details},
    version::{Object, Tiering},
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::{SECOND_MS, SimTime},
};

const MINUTE_MS: i64 = 60 * SECOND_MS;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// How fast a restore goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Speed {
    /// Hours, cheapest.
    Bulk,
    /// Hours; the default.
    Standard,
    /// Minutes; not from Deep Archive.
    Expedited,
}

impl Speed {
    /// The speed with AWS's name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Bulk, Self::Standard, Self::Expedited].into_iter().find(|speed| format!("{speed:?}") == name)
    }

    /// How long a restore takes here: one value inside the published range (S3 User Guide, archive retrieval options).
    pub const fn millis(self, deep: bool) -> i64 {
        match (self, deep) {
            (Self::Expedited, _) => 3 * MINUTE_MS,
            (Self::Standard, false) => 4 * HOUR_MS,
            (Self::Bulk, false) => 8 * HOUR_MS,
            (Self::Standard, true) => 12 * HOUR_MS,
            (Self::Bulk, true) => 48 * HOUR_MS,
        }
    }

    /// Usage types of the request and of the bytes.
    pub const fn usage(self, deep: bool) -> (&'static str, &'static str) {
        match (self, deep) {
            (Self::Expedited, _) => ("Requests-Tier6", "Expedited-Retrieval-Bytes"),
            (Self::Standard, false) => ("Requests-Tier3", "Standard-Retrieval-Bytes"),
            (Self::Bulk, false) => ("Requests-Tier5", "Bulk-Retrieval-Bytes"),
            (Self::Standard, true) => ("Requests-GDA-Tier3", "Standard-Retrieval-Bytes"),
            (Self::Bulk, true) => ("Requests-GDA-Tier5", "Bulk-Retrieval-Bytes"),
        }
    }
}

/// A restore asked for: running until `ready`, then a temporary copy until `expires`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restore {
    /// How fast it was asked for.
    pub speed: Speed,
    /// When the copy is there.
    pub ready: SimTime,
    /// When the copy goes; `None` for objects that leave an archive tier for good.
    pub expires: Option<SimTime>,
}

impl Restore {
    /// True while the copy can be read.
    pub fn is_live(&self, now: SimTime) -> bool {
        self.ready <= now && self.expires.is_some_and(|expires| now < expires)
    }

    /// True while it is still running.
    pub fn is_running(&self, now: SimTime) -> bool {
        now < self.ready
    }

    /// When it next changes by itself.
    pub(super) fn next_change(&self, now: SimTime) -> Option<SimTime> {
        if self.is_running(now) { Some(self.ready) } else { self.expires.filter(|expires| now < *expires) }
    }

    /// The `x-amz-restore` header.
    pub(super) fn header(&self, now: SimTime) -> Option<String> {
        if self.is_running(now) {
            return Some("ongoing-request=\"true\"".to_owned());
        }
        let expires = self.expires.filter(|_| self.is_live(now))?;
        Some(format!("ongoing-request=\"false\", expiry-date=\"{}\"", expires.http_date()))
    }
}

/// Asks for a temporary copy of an archived object, or moves an object out of an Intelligent-Tiering archive tier.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RestoreObject {
    /// The bucket.
    pub bucket: String,
    /// The key.
    pub key: String,
    /// A noncurrent version.
    pub version_id: Option<String>,
    /// Days and tier.
    pub restore_request: RestoreRequest,
    /// `requester`: the caller pays.
    pub request_payer: Option<String>,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// How to restore.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RestoreRequest {
    /// How long the copy stays; not for Intelligent-Tiering.
    pub days: Option<i64>,
    /// The retrieval tier, nested as the API has it.
    pub glacier_job_parameters: Option<GlacierJobParameters>,
    /// The retrieval tier, as an older form has it.
    pub tier: Option<String>,
    /// A free text.
    pub description: Option<String>,
}

/// See [`RestoreRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GlacierJobParameters {
    /// `Expedited`, `Standard` or `Bulk`.
    pub tier: String,
}

impl RestoreRequest {
    fn speed(&self) -> Result<Speed, ApiError> {
        let name = self.glacier_job_parameters.as_ref().map(|parameters| &parameters.tier).or(self.tier.as_ref());
        name.map_or(Ok(Speed::Standard), |name| Speed::named(name).ok_or_else(errors::malformed_xml))
    }
}

impl Operation for RestoreObject {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified(
        "takes one fixed time within AWS's published range; S3 Select and output locations are refused; expedited capacity never runs out",
    );

    fn needs(&self) -> Need {
        access::need_object("s3:RestoreObject", &self.bucket, &self.key).paid_by(self.request_payer.as_deref())
    }

    fn resolve(&mut self, world: &World) {
        access::resolve(world, &mut self.bucket);
    }
}

impl Write for RestoreObject {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let now = cx.now();
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let speed = self.restore_request.speed()?;
        let (index, version) = access::readable_version(cx.world, &self.bucket, &self.key, self.version_id.as_deref())?;
        let object = version.object().ok_or_else(errors::method_not_allowed)?;
        let plan = Plan::for_object(object, speed, self.restore_request.days, now)?;
        let details = Details::Restore { class: object.class, expires: plan.restore.expires };
        access::edit_key(cx, &self.bucket, &self.key, |stack, meter| {
            if let Some(object) = stack.get_mut(index).and_then(super::Version::object_mut) {
                plan.carry_out(object, meter);
            }
        });
        notification::told(cx, &self.bucket, &self.key, index, notification::Kind::RestorePost, details);
        Ok(())
    }
}

/// What an accepted request will do.
struct Plan {
    restore: Restore,
    /// Usage types of request and bytes, unless the copy is there already.
    billed: Option<(&'static str, &'static str)>,
    operation: &'static str,
}

impl Plan {
    /// Checks a request against the object's class, tier and restores so far (S3 API Reference, RestoreObject).
    fn for_object(object: &Object, speed: Speed, days: Option<i64>, now: SimTime) -> Result<Self, ApiError> {
        let tier = object.tiering.map(|tiering| tiering.tier).filter(|tier| tier.is_archive());
        if tier.is_none() && !object.class.is_archive() {
            return Err(errors::restore_not_allowed());
        }
        let deep = tier == Some(Tier::DeepArchive) || object.class == StorageClass::DeepArchive;
        if deep && speed == Speed::Expedited {
            return Err(errors::expedited_deep_archive());
        }
        let expires = match (tier, days) {
            (Some(_), None) => None,
            (Some(_), Some(_)) => return Err(errors::restore_with_days()),
            (None, None) => return Err(errors::malformed_xml()),
            (None, Some(days)) if days < 1 => return Err(errors::invalid_argument("restoration days should be at least 1")),
            (None, Some(days)) => Some(now.plus_days(u32::try_from(days).unwrap_or(u32::MAX)).next_midnight()),
        };
        let running = object.restore.as_ref().filter(|restore| restore.is_running(now));
        if running.is_some_and(|running| speed <= running.speed) {
            return Err(errors::restore_in_progress());
        }
        let operation = if deep { "DeepArchiveRestoreObject" } else { "RestoreObject" };
        let live = object.restore.as_ref().filter(|restore| restore.is_live(now));
        let ready = live.map_or_else(|| now.plus(speed.millis(deep)), |live| live.ready);
        // Intelligent-Tiering's standard and bulk retrievals are free
        let free = live.is_some() || (tier.is_some() && speed != Speed::Expedited);
        let billed = (!free).then(|| speed.usage(deep));
        Ok(Self { restore: Restore { speed, ready, expires }, billed, operation })
    }

    fn carry_out(self, object: &mut Object, meter: &mut Meter<'_>) {
        if let Some((request, bytes)) = self.billed {
            meter.count(request, self.operation, 1);
            meter.count(bytes, self.operation, object.size());
        }
        object.restore = Some(self.restore);
    }
}

/// Lets a restore that is over take effect: an expired copy goes, an archive tier is left for Frequent Access.
pub(super) fn settle(object: &mut Object, now: SimTime) {
    let Some(restore) = object.restore.clone() else { return };
    match restore.expires {
        Some(expires) if expires <= now => object.restore = None,
        None if !restore.is_running(now) => {
            object.restore = None;
            object.tiering = object.tiering.map(|_| Tiering { tier: Tier::Frequent, accessed: now });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::list::bench::Bench;

    #[test]
    fn an_archive_tier_of_intelligent_tiering_is_restored_for_good_and_takes_no_days() {
        let mut bench = Bench::new();
        let tierings = json!([{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]);
        let configuration = json!({"Id": "x", "Status": "Enabled", "Tierings": tierings});
        bench.ok("PutBucketIntelligentTieringConfiguration", json!({"Id": "x", "IntelligentTieringConfiguration": configuration}));
        bench.ok("PutObject", json!({"Key": "k", "Body": {"Zeros": 200_000}, "StorageClass": "INTELLIGENT_TIERING"}));
        bench.advance_days(92);
        let refused = bench.call("GetObject", json!({"Key": "k"})).unwrap_err();
        assert_eq!(
            (refused.code.as_ref(), refused.message.as_str()),
            ("InvalidObjectState", "The operation is not valid for the object's access tier")
        );
        let with_days = bench.call("RestoreObject", json!({"Key": "k", "RestoreRequest": {"Days": 1}})).unwrap_err();
        assert!(with_days.code == "InvalidArgument" && with_days.message.contains("not subject to restore expiry"), "{with_days}");
        bench.ok("RestoreObject", json!({"Key": "k", "RestoreRequest": {}}));
        bench.advance_days(1);
        let head = bench.ok("HeadObject", json!({"Key": "k"}));
        assert_eq!((head.get("ArchiveStatus"), head.get("Restore")), (None, None));
        bench.ok("GetObject", json!({"Key": "k"}));
    }
}
