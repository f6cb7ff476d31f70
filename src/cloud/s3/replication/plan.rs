//! Which rules a new version falls under, and when it will have arrived. It copies nothing itself; see `carry`.

use std::{collections::BTreeMap, sync::Arc};

use super::super::{
    bucket::Bucket,
    keys,
    version::{Object, Stack, Version},
};
use super::{
    configuration::ReplicationRule,
    status::{Asked, Leg, LegState, Replication},
};
use crate::{
    World,
    clock::{MINUTE_MS, SECOND_MS, SimTime},
};

/// From a write to its replica, sizes aside. S3 says only that most objects are there within 15 minutes.
const START_MS: i64 = 2 * MINUTE_MS;
/// … with Replication Time Control: most within seconds.
const TIMED_START_MS: i64 = 15 * SECOND_MS;
/// How many bytes go over in a millisecond: 1 Gbit/s, the quota of Replication Time Control (S3 User Guide).
const BYTES_PER_MS: u64 = 125_000;

/// How long a copy takes.
fn lag(bytes: u64, is_timed: bool) -> i64 {
    let start = if is_timed { TIMED_START_MS } else { START_MS };
    start + i64::try_from(bytes / BYTES_PER_MS).unwrap_or(i64::MAX / 2)
}

/// A version's way under a rule, from now on.
pub(super) fn leg(rule: &ReplicationRule, what: Asked, bytes: u64, now: SimTime, job: Option<u64>) -> Leg {
    let due = now.plus(lag(bytes, rule.is_timed()));
    let state = LegState::Pending { what, asked: now, due, timed: rule.is_timed().then_some(false), job };
    Leg { to: rule.destination.bucket_name().into(), rule: rule.name().into(), state }
}

/// The rules that a key falls under, one for each destination: that of the highest priority.
pub(super) fn rules<'a>(bucket: &'a Bucket, key: &str, also: impl Fn(&ReplicationRule) -> bool) -> Vec<&'a ReplicationRule> {
    let mut best: BTreeMap<&str, &ReplicationRule> = BTreeMap::new();
    let all = bucket.replication.iter().flat_map(|configuration| &configuration.rules);
    for rule in all.filter(|rule| rule.is_enabled() && key.starts_with(rule.key_prefix()) && also(rule)) {
        let highest = best.entry(rule.destination.bucket_name()).or_insert(rule);
        if rule.priority > highest.priority {
            *highest = rule;
        }
    }
    best.into_values().collect()
}

/// True if a rule asks for an object: it has all the tags, and if it lies under a KMS key the rule says so.
pub(super) fn asks_for(rule: &ReplicationRule, object: &Object) -> bool {
    let under_kms = object.encryption.as_deref().is_some_and(|encryption| encryption.kms_key().is_some());
    rule.tags().all(|tag| object.tags.get(&tag.key) == Some(&tag.value)) && (!under_kms || rule.copies_kms_objects())
}

fn on_its_way(legs: Vec<Leg>) -> Option<Arc<Replication>> {
    (!legs.is_empty()).then(|| Arc::new(Replication { replica: false, legs }))
}

/// Where a new object goes. What lies in an archive goes nowhere.
pub(in super::super) fn of_object(bucket: &Bucket, key: &str, object: &Object, now: SimTime) -> Option<Arc<Replication>> {
    if object.is_archived(now) {
        return None;
    }
    on_its_way(
        rules(bucket, key, |rule| asks_for(rule, object)).into_iter().map(|rule| leg(rule, Asked::Put, object.size(), now, None)).collect(),
    )
}

/// Where a delete marker goes that somebody's delete has made; lifecycle's go nowhere.
pub(in super::super) fn of_marker(bucket: &Bucket, key: &str, now: SimTime) -> Option<Arc<Replication>> {
    let untagged = rules(bucket, key, |rule| rule.tags().next().is_none());
    on_its_way(untagged.into_iter().filter(|rule| rule.copies_markers()).map(|rule| leg(rule, Asked::Marker, 0, now, None)).collect())
}

/// Where a run of keys is to be cut so that every rule treats each part alike.
pub(in super::super) fn cuts(bucket: &Bucket, first: &str, len: u64) -> Vec<u64> {
    let rules = bucket.replication.iter().flat_map(|configuration| &configuration.rules).filter(|rule| rule.is_enabled());
    keys::cuts(first, len, rules.map(ReplicationRule::key_prefix))
}

/// Lets a change of a version's tags, lists or locks follow it to where it went; a replica's change only back to where a rule says so.
pub(in super::super) fn changed(world: &mut World, bucket_name: &str, key: &str, index: usize, what: Asked) {
    let now = world.now();
    let Some(bucket) = world.s3.bucket(bucket_name) else { return };
    let Some(version) = bucket.store.find(key).and_then(|found| found.cohort.versions().get(index)) else { return };
    let Some(before) = &version.replication else { return };
    let mut after = Replication::clone(before);
    if after.replica {
        for rule in rules(bucket, key, ReplicationRule::copies_replica_changes) {
            after.legs.retain(|leg| *leg.to != *rule.destination.bucket_name());
            after.legs.push(leg(rule, what, 0, now, None));
        }
    } else {
        for there in &mut after.legs {
            let what = match there.state {
                LegState::Completed => what,
                LegState::Pending { what: before, .. } if before.is_change() => before.max(what),
                _ => continue,
            };
            let still = rules(bucket, key, |_| true).into_iter().find(|rule| rule.destination.bucket_name() == &*there.to);
            if let Some(rule) = still {
                *there = leg(rule, what, 0, now, None);
            }
        }
    }
    if after == **before {
        return;
    }
    let after = Arc::new(after);
    world.s3.edit(&mut world.core, bucket_name, (&key.into(), 1), |stack: &mut Stack, _| {
        if let Some(version) = stack.get_mut(index) {
            version.replication = Some(after);
        }
    });
}

/// Notes how far versions of that number are on their way to a destination.
pub(super) fn note(stack: &mut Stack, number: Option<u64>, to: &str, state: &LegState) {
    let version = stack.iter_mut().find(|version: &&mut Version| version.number == number);
    let Some(replication) = version.and_then(|version| version.replication.as_mut()) else { return };
    if let Some(leg) = Arc::make_mut(replication).legs.iter_mut().find(|leg| &*leg.to == to) {
        leg.state = state.clone();
    }
}
