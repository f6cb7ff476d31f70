//! What a load reads back: every object that it wrote so many days ago, a run of alike ones at once.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    super::{Bucket, StorageClass, encryption, keys, version::Version, zones},
    Load, Reads,
};
use crate::{
    World,
    clock::{DAY_MS, SimTime},
};

/// Ages, in days, that are read today, and how often.
pub(super) fn today(load: &Load, now: SimTime) -> Vec<(u32, u32)> {
    let age = u32::try_from(now.since(load.started) / DAY_MS).unwrap_or(u32::MAX);
    let bands = load.spec.reads.iter().filter(|band| band.times > 0);
    let ages = bands.flat_map(|band| {
        let days = (band.from_days..band.to_days.min(age.saturating_add(1))).step_by(band.every_days.max(1) as usize);
        days.map(|day| (day, band.times_at(day)))
    });
    ages.collect()
}

/// Reads every object that the load wrote on the day of `at`, so many times each; adds what is to be billed by usage type.
pub(super) fn day(world: &mut World, load: &Load, (at, times): (SimTime, u32), used: &mut BTreeMap<&'static str, u64>) -> Reads {
    let mut reads = Reads::default();
    let (first, len, now) = (load.first_key(at), load.share(at), world.now());
    let (bucket, origin) = (&load.spec.bucket, load.origin(world));
    let mut before = 0;
    while before < len {
        world.core.work += 1;
        let key = keys::nth(&first, before);
        let store = world.s3.bucket(bucket).map(Bucket::store);
        let found = store.and_then(|store| store.find(&key));
        let n = found.map_or(1, |found| (found.cohort.len - found.offset).min(len - before));
        let object = found.and_then(|found| found.cohort.versions()[0].object());
        let n_reads = n * u64::from(times);
        let class = object.map_or(StorageClass::Standard, |object| object.class);
        before += n;
        if zones::is_out(world, bucket, class) {
            reads.unavailable += n_reads; // server errors are not billed
            continue;
        }
        let (tiered, size) = object.map_or((false, 0), |object| (object.tiering.is_some(), object.size()));
        let encrypted = object.and_then(|object| object.encryption.clone());
        match object.map(|object| object.is_archived(now)) {
            None => reads.missing += n_reads,
            Some(true) => reads.archived += n_reads,
            Some(false) if encryption::read_many(world, &origin, (bucket, &key), encrypted.as_deref(), n_reads).is_err() => {
                reads.keyless += n_reads;
            }
            Some(false) => {
                reads.succeeded += n_reads;
                if let Some(usage_type) = class.retrieval_usage() {
                    *used.entry(usage_type).or_default() += n_reads * size;
                }
                if tiered {
                    touch(world, bucket, &key.into(), n);
                }
            }
        }
        *used.entry(class.get_usage()).or_default() += n_reads;
    }
    reads
}

fn touch(world: &mut World, bucket: &str, first: &Arc<str>, len: u64) {
    let now = world.now();
    world.s3.edit(&mut world.core, bucket, (first, len), |stack, _| {
        if let Some(object) = stack.first_mut().and_then(Version::object_mut) {
            object.touch(now);
        }
    });
}
