//! Objects that were there before their rules, or failed: a job of S3 Batch Replication lets them go the way of the present rules.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{
    Object, StorageClass, access,
    bucket::Bucket,
    keys,
    version::{Stack, Version},
};
use super::{
    configuration::ReplicationRule,
    errors, plan,
    status::{Asked, Leg, LegState, Replication},
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SimTime,
};

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Existing {
    /// Objects that the job is about.
    pub n_total: u64,
    /// Copied, or there already.
    pub n_succeeded: u64,
    /// Not to be copied.
    pub n_failed: u64,
    /// When the last of them was done.
    pub ended: Option<SimTime>,
}

/// Lets existing objects of a bucket be replicated by its present rules. Not an AWS operation: what a job of S3 Batch Operations does.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ReplicateExisting {
    /// Which bucket.
    pub bucket: String,
    /// The job's number.
    pub job: u64,
    /// Only objects that stand so: `NONE`, `FAILED`, `COMPLETED`, `REPLICA`; whatever they stand without.
    pub statuses: Option<Vec<String>>,
    /// Only versions written after.
    pub created_after: Option<SimTime>,
    /// Only versions written before.
    pub created_before: Option<SimTime>,
    /// Only keys that begin with one of these.
    pub prefixes: Option<Vec<String>>,
    /// Only objects of these classes.
    pub storage_classes: Option<Vec<String>>,
    /// Only larger objects.
    pub larger_than_bytes: Option<u64>,
    /// Only smaller objects.
    pub smaller_than_bytes: Option<u64>,
}

/// What ReplicateExisting answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReplicateExistingOutput {
    n_objects: u64,
}

impl Operation for ReplicateExisting {
    type Output = ReplicateExistingOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("not an AWS operation: what a job of S3 Batch Operations does to a bucket");

    fn needs(&self) -> Need {
        Need::action("s3:InitiateReplication").on(format!("{}/*", access::bucket_arn(&self.bucket)))
    }
}

impl ReplicateExisting {
    fn admits(&self, version: &Version, object: &Object) -> bool {
        let status = version.replication.as_ref().and_then(|replication| replication.status()).unwrap_or("NONE");
        let listed = |list: &Option<Vec<String>>, it: &str| list.as_ref().is_none_or(|list| list.iter().any(|name| name == it));
        listed(&self.statuses, status)
            && status != "PENDING"
            && listed(&self.storage_classes, object.class.name())
            && self.created_after.is_none_or(|after| version.written > after)
            && self.created_before.is_none_or(|before| version.written < before)
            && self.larger_than_bytes.is_none_or(|bytes| object.size() > bytes)
            && self.smaller_than_bytes.is_none_or(|bytes| object.size() < bytes)
    }

    /// Where the run of a cohort is to be cut: at the rules' prefixes and at the job's.
    fn pieces(&self, bucket: &Bucket, first: &str, len: u64) -> Vec<(u64, u64)> {
        let mut cuts = plan::cuts(bucket, first, len);
        cuts.extend(keys::cuts(first, len, self.prefixes.iter().flatten().map(String::as_str)));
        cuts.extend([0, len]);
        cuts.sort_unstable();
        cuts.dedup();
        cuts.windows(2).map(|pair| (pair[0], pair[1] - pair[0])).collect()
    }

    /// Every run of alike versions that the job is about, and where it goes.
    fn chosen(&self, bucket: &Bucket, now: SimTime) -> Vec<Chosen> {
        let mut chosen = Vec::new();
        for (first, cohort) in bucket.store.cohorts() {
            for (before, len) in self.pieces(bucket, first, cohort.len) {
                let key: Arc<str> = keys::nth(first, before).into();
                if self.prefixes.as_ref().is_some_and(|list| !list.iter().any(|prefix| key.starts_with(prefix.as_str()))) {
                    continue;
                }
                for (index, version) in cohort.versions().iter().enumerate() {
                    let Some(object) = version.object().filter(|object| self.admits(version, object) && !object.is_archived(now)) else {
                        continue;
                    };
                    let rules = plan::rules(bucket, &key, |rule| plan::asks_for(rule, object));
                    let legs = legs(version, object, &rules, (now, self.job));
                    chosen.extend(legs.map(|(legs, waits)| Chosen { first: key.clone(), len, index, legs, waits }));
                }
            }
        }
        chosen
    }
}

struct Chosen {
    first: Arc<str>,
    len: u64,
    index: usize,
    legs: Vec<Leg>,
    /// Ways still to go.
    waits: u64,
}

/// A version's ways by the present rules, and how many are still to go; one that was gone already stays as it is.
fn legs(version: &Version, object: &Object, rules: &[&ReplicationRule], (now, job): (SimTime, u64)) -> Option<(Vec<Leg>, u64)> {
    let before = version.replication.as_deref();
    let mut legs: Vec<Leg> = before.map(|before| before.legs.clone()).unwrap_or_default();
    let mut waits = 0;
    for rule in rules {
        let to = rule.destination.bucket_name();
        if before.and_then(|before| before.leg(to)).is_some_and(|leg| leg.state == LegState::Completed) {
            continue;
        }
        legs.retain(|leg| *leg.to != *to);
        legs.push(plan::leg(rule, Asked::Put, object.size(), now, Some(job)));
        waits += 1;
    }
    (!rules.is_empty()).then_some((legs, waits))
}

impl Write for ReplicateExisting {
    fn apply(self, cx: &mut Call<'_>) -> Result<ReplicateExistingOutput, ApiError> {
        let now = cx.now();
        let bucket = access::bucket(cx.world, &self.bucket)?;
        if bucket.replication.is_none() {
            return Err(errors::not_found());
        }
        if let Some(name) = self.storage_classes.iter().flatten().find(|name| StorageClass::named(name).is_none()) {
            return Err(super::super::errors::invalid_argument(format!("{name} is no storage class")));
        }
        let chosen = self.chosen(bucket, now);
        let mut job = Existing::default();
        for Chosen { first, len, index, legs, waits } in chosen {
            job.n_total += len * waits.max(1);
            if waits == 0 {
                job.n_succeeded += len;
                continue;
            }
            let world = &mut *cx.world;
            world.s3.edit(&mut world.core, &self.bucket, (&first, len), |stack: &mut Stack, _| {
                if let Some(version) = stack.get_mut(index) {
                    let replica = version.replication.as_ref().is_some_and(|before| before.replica);
                    version.replication = Some(Arc::new(Replication { replica, legs }));
                }
            });
        }
        job.ended = (job.n_total == job.n_succeeded).then_some(now);
        let n_objects = job.n_total;
        cx.world.s3.existing.insert(self.job, job);
        Ok(ReplicateExistingOutput { n_objects })
    }
}

/// Counts what a job was about.
pub(super) fn count(world: &mut World, job: Option<u64>, n: u64, succeeded: bool) {
    let now = world.now();
    let Some(job) = job.and_then(|job| world.s3.existing.get_mut(&job)) else { return };
    if succeeded {
        job.n_succeeded += n;
    } else {
        job.n_failed += n;
    }
    if job.n_succeeded + job.n_failed >= job.n_total {
        job.ended = Some(now);
    }
}

/// The jobs by number.
pub(in super::super) type Jobs = BTreeMap<u64, Existing>;
