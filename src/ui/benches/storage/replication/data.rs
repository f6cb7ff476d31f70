//! What the replication bench shows, as plain data from a sandbox: the versions at both ends, what is on its way, and what it cost.

use serde_json::{Value, json};
use skylab_cloud::{
    Request, World,
    api::Origin,
    bill,
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    s3::Version,
};

use super::{
    happened::{self, Told},
    lines::Place,
    replay,
    scenes::Scene,
};
use crate::ui::StageView;

/// A version at one of the ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub key: String,
    /// As S3 prints it.
    pub id: String,
    pub is_marker: bool,
    pub is_latest: bool,
    pub bytes: u64,
    /// `PENDING`, `COMPLETED`, `FAILED`, `REPLICA`; empty if no rule ever asked for it.
    pub status: &'static str,
    pub is_under_kms: bool,
    /// Who owns it.
    pub owner: AccountId,
}

impl Row {
    /// The beginning of its id, enough to tell it from the others.
    pub(super) fn short_id(&self) -> &str {
        self.id.char_indices().nth(5).map_or(&self.id, |(at, _)| &self.id[..at])
    }
}

/// A bucket with everything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub place: Place,
    pub owner: AccountId,
    pub is_versioned: bool,
    pub rows: Vec<Row>,
}

/// What waits, in S3's own metrics (S3 User Guide, replication metrics).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Queue {
    /// `OperationsPendingReplication`.
    pub n_pending: u64,
    /// `BytesPendingReplication`.
    pub pending_bytes: u64,
    /// `ReplicationLatency`: how long the oldest waits.
    pub latency_secs: i64,
    /// When the last of it will be there.
    pub until: Option<SimTime>,
    /// `OperationsFailedReplication`, as far as they are still here.
    pub n_failed: u64,
}

/// Everything the bench shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReplicationData {
    pub now: SimTime,
    pub sources: Vec<End>,
    pub target: Option<End>,
    pub queue: Queue,
    /// The replication of the first source, as AWS has it; null without.
    pub configuration: Value,
    /// Bytes that left for another region, and copies that were made.
    pub moved_bytes: u64,
    pub n_replicas: usize,
    pub happened: Vec<Told>,
}

impl ReplicationData {
    pub(super) fn of(stage: &StageView<'_>, scene: &Scene) -> Self {
        let world = stage.sandbox.world();
        let sources: Vec<End> = scene.sources.iter().filter_map(|place| end(world, *place)).collect();
        let target = end(world, scene.target);
        let configuration = scene.sources.first().and_then(|place| world.s3.bucket(place.bucket)?.replication());
        Self {
            now: world.now(),
            queue: queue(world, scene),
            configuration: configuration.and_then(|it| serde_json::to_value(it).ok()).unwrap_or_default(),
            moved_bytes: moved_bytes(world),
            n_replicas: target.iter().flat_map(|end| &end.rows).filter(|row| row.status == "REPLICA").count(),
            happened: happened::last(stage, &replay::deeds(stage, scene)),
            sources,
            target,
        }
    }

    /// The rules of the first source.
    pub(super) fn rules(&self) -> impl Iterator<Item = &Value> {
        self.configuration["Rules"].as_array().into_iter().flatten()
    }

    /// Whether the copies stay in the region of their originals.
    pub(super) fn is_within_a_region(&self) -> bool {
        let region = self.target.as_ref().map(|end| end.place.region);
        self.sources.iter().all(|end| Some(end.place.region) == region)
    }
}

/// A bucket as its owner sees it; `None` if it is not there.
pub(super) fn end(world: &World, place: Place) -> Option<End> {
    let bucket = world.s3.bucket(place.bucket)?;
    let (owner, region) = (bucket.owner(), Region::named(place.region)?);
    let origin = Origin { caller: Caller::admin(owner), region };
    let list = Request::parse("s3", "ListObjectVersions", json!({"Bucket": place.bucket})).ok()?;
    let listing = world.clone().call(&origin, list).ok()?;
    let mut rows = Vec::new();
    for (first, cohort) in bucket.store().cohorts() {
        let key: &str = first;
        let of = |kind: &str| listing[kind].as_array().cloned().unwrap_or_default().into_iter().filter(move |it| it["Key"] == key);
        // S3 lists versions and markers apart, each newest first; the stored stack tells how they lie
        let (mut objects, mut markers) = (of("Versions"), of("DeleteMarkers"));
        for (n, version) in cohort.versions().iter().enumerate() {
            let listed = if version.is_marker() { markers.next() } else { objects.next() };
            let id = listed.and_then(|it| Some(it["VersionId"].as_str()?.to_owned())).unwrap_or_default();
            rows.push(row(key, id, version, n == 0, owner));
        }
    }
    Some(End { place, owner, is_versioned: replay::is_versioned(world, &origin, place.bucket), rows })
}

fn row(key: &str, id: String, version: &Version, is_latest: bool, bucket_owner: AccountId) -> Row {
    let object = version.object();
    Row {
        key: key.to_owned(),
        id,
        is_marker: version.is_marker(),
        is_latest,
        bytes: object.map_or(0, skylab_cloud::s3::Object::size),
        status: version.replication.as_ref().and_then(|it| it.status()).unwrap_or_default(),
        is_under_kms: object.and_then(|object| object.encryption.as_ref()).is_some_and(|it| it.kms_key().is_some()),
        owner: object.and_then(|object| object.acl.as_ref()).and_then(|acl| acl.owner).unwrap_or(bucket_owner),
    }
}

fn queue(world: &World, scene: &Scene) -> Queue {
    let mut all = Queue::default();
    for place in scene.sources {
        for backlog in
            world.s3.bucket(place.bucket).map(skylab_cloud::s3::Bucket::replication_backlog).into_iter().flatten().map(|(_, it)| it)
        {
            all.n_pending += backlog.n_pending;
            all.pending_bytes += backlog.pending_bytes;
            all.n_failed += backlog.n_failed;
            all.until = all.until.max(backlog.until);
            let waits = backlog.since.map_or(0, |since| world.now().since(since) / 1_000);
            all.latency_secs = all.latency_secs.max(waits);
        }
    }
    all
}

/// Bytes that replication sent to another region so far.
pub(super) fn moved_bytes(world: &World) -> u64 {
    let all = world.usage().until(world.now());
    let moved = all.iter().filter(|(key, _)| key.usage_type.ends_with("-AWS-Out-Bytes")).flat_map(|(_, months)| months.values());
    u64::try_from(moved.sum::<u128>()).unwrap_or(u64::MAX)
}

/// What one unit costs in Seoul, in billionths of a dollar.
pub(super) fn price_nanos(usage_type: &str) -> i128 {
    bill::unit_price(Region::SEOUL, usage_type, "").unwrap_or_default().nanos()
}
