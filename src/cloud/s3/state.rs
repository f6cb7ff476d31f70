//! S3's state, and the one way to change objects: it keeps the meter and the list of what falls due in step.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    audit,
    bucket::Bucket,
    guard, lifecycle,
    load::{self, Load},
    meter::Meter,
    multipart, replication,
    version::Stack,
    zones,
};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    audit::{Asked, Told},
    clock::SimTime,
    ident::{AccountId, Zone},
    policy::{Denial, Question, Resource},
    world::{Core, Service},
};

/// Everything S3 holds, in all regions and accounts: bucket names are global.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3 {
    pub(super) buckets: BTreeMap<Arc<str>, Bucket>,
    pub(super) loads: Vec<Load>,
    /// How far jobs of S3 Batch Replication are, by number.
    #[serde(default)]
    pub(super) existing: replication::Jobs,
    /// Derived: when something may have to be done. Entries may be stale; whoever takes one looks again.
    #[serde(skip)]
    pub(super) due: DueList,
}

/// What to look at, and when. Compared as equal always: it is derived.
#[derive(Clone, Debug, Default)]
pub(super) struct DueList(BTreeSet<(SimTime, Due)>);

impl PartialEq for DueList {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What may be due. At one moment cohorts and uploads come before loads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Due {
    /// The cohort that holds this key of this bucket.
    Cohort(Arc<str>, Arc<str>),
    /// This multipart upload of this bucket.
    Upload(Arc<str>, u64),
    /// The load of this index.
    Load(usize),
    /// The replication of the cohort that holds this key of this bucket.
    Replication(Arc<str>, Arc<str>),
}

impl DueList {
    pub(super) fn add(&mut self, at: SimTime, due: Due) {
        self.0.insert((at, due));
    }

    fn next(&self) -> Option<SimTime> {
        self.0.first().map(|(at, _)| *at)
    }

    fn take(&mut self, now: SimTime) -> Option<Due> {
        if self.next()? > now {
            return None;
        }
        self.0.pop_first().map(|(_, due)| due)
    }
}

impl S3 {
    /// All buckets, by name.
    pub fn buckets(&self) -> impl Iterator<Item = &Bucket> {
        self.buckets.values()
    }

    /// The bucket of that name.
    pub fn bucket(&self, name: &str) -> Option<&Bucket> {
        self.buckets.get(name)
    }

    /// The bulk loads started so far, with what became of their reads.
    pub fn loads(&self) -> &[Load] {
        &self.loads
    }

    /// How far the job of S3 Batch Replication of that number is.
    pub fn existing(&self, job: u64) -> Option<&replication::Existing> {
        self.existing.get(&job)
    }

    /// Changes the stack of versions of the keys `first..first + len`, which must be alike or absent. `edit` gets the
    /// present stack, empty if the keys are absent, and leaves the new one, empty to remove the keys.
    pub(super) fn edit<T>(
        &mut self,
        core: &mut Core,
        bucket: &str,
        keys: (&Arc<str>, u64),
        edit: impl FnOnce(&mut Stack, &mut Meter<'_>) -> T,
    ) -> Option<T> {
        let (first, len) = keys;
        let now = core.now;
        core.steps += 1;
        let bucket = self.buckets.get_mut(bucket)?;
        let mut meter = Meter::new(&mut core.usage, bucket.place(), len, now);
        // a whole cohort that keeps some version changes in place: nothing is cut, so nothing else is new
        if let Some(stack) = bucket.store.whole(first, len) {
            meter.unstore(stack);
            let result = edit(stack, &mut meter);
            meter.store(stack);
            meter.settle();
            if !stack.is_empty() {
                let first = bucket.store.rejoin(first);
                schedule(&mut self.due, bucket, &first, now);
                return Some(result);
            }
            bucket.store.take(first, len);
            bucket.store.heal(first);
            return Some(result);
        }
        let mut stack = bucket.store.take(first, len).unwrap_or_default();
        meter.unstore(&stack);
        let result = edit(&mut stack, &mut meter);
        meter.store(&stack);
        meter.settle();
        let touched = if stack.is_empty() {
            bucket.store.heal(first);
            vec![first.clone()]
        } else {
            bucket.store.put(first.clone(), len, stack)
        };
        // The cohort after the keys may be the rest of a run that they were taken out of or put into: it is new, too.
        for (first, _) in touched.iter().flat_map(|first| bucket.store.from(first).take(2)) {
            schedule(&mut self.due, bucket, first, now);
        }
        Some(result)
    }

    /// True if the keys are just one cohort.
    pub(super) fn is_whole(&self, bucket: &str, first: &str, len: u64) -> bool {
        self.buckets
            .get(bucket)
            .and_then(|bucket| bucket.store.find(first))
            .is_some_and(|found| found.offset == 0 && found.cohort.len == len)
    }

    /// Looks again at everything in a bucket whose rules changed.
    pub(super) fn reschedule(&mut self, bucket: &str, now: SimTime) {
        let Some(bucket) = self.buckets.get(bucket) else { return };
        for (first, _) in bucket.store.cohorts() {
            schedule(&mut self.due, bucket, first, now);
        }
        for (number, upload) in &bucket.uploads {
            if let Some((at, _)) = lifecycle::abort_due(bucket, upload, now) {
                self.due.add(at, Due::Upload(bucket.name.clone(), *number));
            }
        }
    }
}

/// Notes when the cohort that holds a key has to be looked at next.
fn schedule(due: &mut DueList, bucket: &Bucket, key: &Arc<str>, now: SimTime) {
    if let Some(at) = lifecycle::next_due(bucket, key, now) {
        due.add(at, Due::Cohort(bucket.name.clone(), key.clone()));
    }
    if let Some(at) = replication::next_due(bucket, key) {
        due.add(at, Due::Replication(bucket.name.clone(), key.clone()));
    }
}

impl Service for S3 {
    fn next_due(&self) -> Option<SimTime> {
        self.due.next()
    }

    fn wake(world: &mut World) {
        let now = world.now();
        let mut tally = lifecycle::Tally::default();
        let mut copied = replication::Tally::default();
        while let Some(due) = world.s3.due.take(now) {
            match due {
                Due::Cohort(bucket, key) => lifecycle::sweep(world, &bucket, &key, &mut tally),
                Due::Upload(bucket, number) => multipart::sweep(world, &bucket, number, &mut tally),
                Due::Load(index) => load::step(world, index),
                Due::Replication(bucket, key) => replication::carry_out(world, &bucket, &key, &mut copied),
            }
        }
        tally.tell(world);
        copied.tell(world);
    }

    fn lose_zone(world: &mut World, zone: Zone) {
        zones::lose(world, zone);
    }

    fn owner(&self, arn: &str) -> Option<AccountId> {
        let path = arn.strip_prefix("arn:aws:s3:::")?;
        let bucket = path.split_once('/').map_or(path, |(bucket, _)| bucket);
        self.buckets.get(bucket).map(|bucket| bucket.owner)
    }

    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        guard::resources(world, question)
    }

    fn shown(world: &World, origin: &Origin, need: &Need, answer: Result<Value, ApiError>) -> Result<Value, ApiError> {
        guard::shown(world, origin, need, answer)
    }

    fn denied(denial: &Denial) -> ApiError {
        guard::denied(denial)
    }

    fn told(asked: &Asked<'_>) -> Told {
        audit::told(asked)
    }

    fn weight(&self) -> usize {
        self.buckets.values().map(|bucket| bucket.store.n_cohorts() + 1).sum()
    }

    fn rebuild(world: &mut World) {
        let now = world.now();
        let names: Vec<_> = world.s3.buckets.keys().cloned().collect();
        for name in names {
            world.s3.reschedule(&name, now);
        }
        for index in 0..world.s3.loads.len() {
            load::schedule(world, index);
        }
    }
}
