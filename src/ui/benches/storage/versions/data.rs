//! What the versions bench shows, as plain data from a sandbox: the stack, what a GET answers, what is billed and what the
//! last act did. No drawing.

use serde_json::{Value, json};
use skylab_cloud::{
    World, bill,
    clock::SimTime,
    ident::{AccountId, Region},
};

use super::{
    happened::{self, Rule, Told},
    replay::{self, Layer},
    scenes::{BUCKET, CLERK, KEY, N_EDITIONS},
};
use crate::ui::StageView;

/// Objects for which the cost of a month is told: one small text costs too little to be written down.
pub(super) const MANY_OBJECTS: u64 = 1_000_000;
/// A GB on a bill.
const GB: i128 = 1 << 30;

/// A bucket's versioning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Versioning {
    #[default]
    Unset,
    Enabled,
    Suspended,
}

/// What a GET without a version id answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    /// 200, with the first line and the id of the version.
    Found { title: String, version_id: Option<String> },
    /// An error, and the id of the delete marker that S3 names in the headers.
    Refused { code: String, status: u16, marker: Option<String> },
}

/// The bucket's Object Lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LockNow {
    /// Mode and days of the default retention.
    pub by_default: Option<(String, u64)>,
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct VersionsData {
    pub now: SimTime,
    pub versioning: Versioning,
    /// Newest first.
    pub layers: Vec<Layer>,
    pub answer: Answer,
    /// Bytes that are billed as stored.
    pub billed_bytes: u64,
    /// Bytes of the current version.
    pub current_bytes: u64,
    /// Billionths of a dollar for a GB and a month.
    pub price_nanos: i128,
    /// What ListObjectVersions answers.
    pub listing: Value,
    /// Versions can be locked; with what locks each new one by itself.
    pub lock: Option<LockNow>,
    /// The user who may not bypass a retention is there.
    pub has_clerk: bool,
    /// What the last act did, in order.
    pub happened: Vec<Told>,
    /// The edition that is uploaded next.
    pub next_edition: usize,
}

impl VersionsData {
    pub(super) fn of(stage: &StageView<'_>) -> Self {
        let world = stage.sandbox.world();
        let layers = replay::layers(world);
        let price = bill::unit_price(Region::SEOUL, "TimedStorage-ByteHrs", "").unwrap_or_default();
        Self {
            now: world.now(),
            versioning: versioning(world),
            answer: answer(world, layers.first()),
            billed_bytes: billed_bytes(world),
            current_bytes: layers.first().and_then(|top| top.bytes).unwrap_or(0),
            price_nanos: price.nanos(),
            listing: replay::listing(world),
            lock: lock(world),
            has_clerk: world.iam.user_named(AccountId::OWN, CLERK).is_some(),
            happened: happened::last(stage),
            next_edition: next_edition(&layers),
            layers,
        }
    }

    /// What so many bytes cost in a month, for [`MANY_OBJECTS`] such objects, in millionths of a dollar.
    pub(super) fn month_micros(&self, bytes: u64) -> i128 {
        i128::from(bytes) * i128::from(MANY_OBJECTS) * self.price_nanos / GB / 1_000
    }

    /// How many layers hold data.
    pub(super) fn n_versions(&self) -> usize {
        self.layers.iter().filter(|layer| !layer.is_marker()).count()
    }

    /// True if the last request was refused by such a lock.
    pub(super) fn was_kept_by(&self, is_it: impl Fn(Rule) -> bool) -> bool {
        matches!(self.happened.last(), Some(Told::Locked { rule, .. }) if is_it(*rule))
    }

    /// True if the object is deleted for readers, but not gone.
    pub(super) fn is_marked(&self) -> bool {
        self.layers.first().is_some_and(Layer::is_marker)
    }
}

fn versioning(world: &World) -> Versioning {
    let answer = replay::ask(world, "GetBucketVersioning", json!({"Bucket": BUCKET})).unwrap_or_default();
    match answer["Status"].as_str() {
        Some("Enabled") => Versioning::Enabled,
        Some("Suspended") => Versioning::Suspended,
        _ => Versioning::Unset,
    }
}

fn lock(world: &World) -> Option<LockNow> {
    let answer = replay::ask(world, "GetObjectLockConfiguration", json!({"Bucket": BUCKET})).ok()?;
    let rule = &answer["ObjectLockConfiguration"]["Rule"]["DefaultRetention"];
    let by_default = rule["Mode"].as_str().map(str::to_owned).zip(rule["Days"].as_u64());
    Some(LockNow { by_default })
}

fn answer(world: &World, top: Option<&Layer>) -> Answer {
    match replay::ask(world, "GetObject", json!({"Bucket": BUCKET, "Key": KEY})) {
        Ok(got) => Answer::Found {
            title: top.map(|top| top.title.clone()).unwrap_or_default(),
            version_id: got["VersionId"].as_str().map(str::to_owned),
        },
        Err(error) => Answer::Refused {
            code: error.code.into_owned(),
            status: error.status,
            marker: top.filter(|top| top.is_marker()).map(|top| top.id.clone()),
        },
    }
}

fn billed_bytes(world: &World) -> u64 {
    let levels = world.usage().levels().filter(|(key, _)| &*key.resource == BUCKET && key.usage_type.starts_with("TimedStorage"));
    u64::try_from(levels.map(|(_, level)| level).sum::<u128>()).unwrap_or(u64::MAX)
}

/// The edition after the latest that lies there; after the last one the first again.
fn next_edition(layers: &[Layer]) -> usize {
    let editions = layers.iter().filter_map(|layer| layer.title.rsplit_once(' ')?.1.parse::<usize>().ok());
    editions.max().unwrap_or(0) % N_EDITIONS + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(title: &str) -> Layer {
        Layer {
            id: "null".to_owned(),
            title: title.to_owned(),
            bytes: Some(1),
            written: SimTime::START,
            lock: skylab_cloud::s3::Lock::default(),
        }
    }

    #[test]
    fn the_next_edition_follows_the_latest_one_and_begins_again_after_the_last() {
        assert_eq!(next_edition(&[]), 1);
        assert_eq!(next_edition(&[layer("report 1"), layer("report 3")]), 4);
        assert_eq!(next_edition(&[layer("report 9")]), 1);
        assert_eq!(next_edition(&[layer("hello")]), 1);
    }
}
