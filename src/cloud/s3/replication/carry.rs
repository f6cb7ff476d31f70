//! What is due of a cohort's replication: legs that arrive, that are late, that fail. The copying itself is in `route`.

use std::sync::Arc;

use super::super::{
    S3,
    notification::{self, Details, Notice},
    version::{Stack, Version},
};
use super::{
    batch,
    failure::Obstacle,
    plan,
    route::Route,
    status::{Asked, Leg, LegState},
    tally::Tally,
};
use crate::{
    World,
    clock::{MINUTE_MS, SimTime},
};

/// When S3 tries again after something that will pass. It does not say.
const AGAIN_MS: i64 = 15 * MINUTE_MS;

/// A leg of a run of alike versions that something is due for.
pub(super) struct Task {
    pub first: Arc<str>,
    pub len: u64,
    /// The first key's version.
    pub version: Version,
    pub leg: Leg,
}

/// Does what is due for the cohort that holds a key. Every change of a version notes when to look again.
pub(in super::super) fn carry_out(world: &mut World, bucket: &Arc<str>, key: &str, tally: &mut Tally) {
    for task in due(&world.s3, bucket, key, world.now()) {
        step(world, bucket, &task, tally);
    }
}

fn due(s3: &S3, bucket: &str, key: &str, now: SimTime) -> Vec<Task> {
    let Some(found) = s3.bucket(bucket).and_then(|bucket| bucket.store.find(key)) else { return Vec::new() };
    let mut tasks = Vec::new();
    // the oldest first: a key's versions arrive in their order
    for version in found.cohort.versions().iter().rev() {
        let legs = version.replication.iter().flat_map(|replication| &replication.legs);
        for leg in legs.filter(|leg| leg.next().is_some_and(|at| at <= now)) {
            tasks.push(Task { first: found.first.clone(), len: found.cohort.len, version: version.clone(), leg: leg.clone() });
        }
    }
    tasks
}

fn step(world: &mut World, bucket: &Arc<str>, task: &Task, tally: &mut Tally) {
    let now = world.now();
    let LegState::Pending { what, asked, due, timed, job } = task.leg.state else { return };
    if due > now {
        settle(world, bucket, task, &LegState::Pending { what, asked, due, timed: Some(true), job });
        tell(world, bucket, task, (notification::Kind::ReplicationMissed, what, asked), None);
        return;
    }
    match Route::find(world, bucket, task).and_then(|route| route.go(world, task, what)) {
        Err(Obstacle::Passing) => {
            let due = now.plus(AGAIN_MS);
            settle(world, bucket, task, &LegState::Pending { what, asked, due, timed, job });
        }
        Err(Obstacle::Lasting(why)) => {
            settle(world, bucket, task, &LegState::Failed);
            if is_measured(world, bucket, &task.leg.rule) {
                tell(world, bucket, task, (notification::Kind::ReplicationFailed, what, asked), Some(why));
            }
            tally.add(bucket, task, what, Some(why));
            batch::count(world, job, task.len, false);
        }
        Ok(()) => {
            settle(world, bucket, task, &LegState::Completed);
            if timed == Some(true) {
                tell(world, bucket, task, (notification::Kind::ReplicationLate, what, asked), None);
            }
            tally.add(bucket, task, what, None);
            batch::count(world, job, task.len, true);
        }
    }
}

/// Notes how far the versions are.
fn settle(world: &mut World, bucket: &str, task: &Task, state: &LegState) {
    let (number, to) = (task.version.number, &task.leg.to);
    world.s3.edit(&mut world.core, bucket, (&task.first, task.len), |stack: &mut Stack, _| plan::note(stack, number, to, state));
}

/// S3 tells of failures only where metrics are on.
fn is_measured(world: &World, bucket: &str, rule: &str) -> bool {
    let configuration = world.s3.bucket(bucket).and_then(|bucket| bucket.replication.as_ref());
    configuration.is_some_and(|configuration| configuration.rules.iter().any(|it| it.name() == rule && it.is_measured()))
}

/// Tells whom the source's notifications name.
fn tell(
    world: &mut World,
    bucket: &str,
    task: &Task,
    (kind, what, requested): (notification::Kind, Asked, SimTime),
    failure: Option<&'static str>,
) {
    let details = Details::Replication {
        rule: task.leg.rule.to_string(),
        destination: super::super::access::bucket_arn(&task.leg.to),
        operation: what.name(),
        requested,
        failure,
    };
    let notice = Notice::of(kind, (&task.first, task.len), &task.version).with(details);
    notification::notify(world, bucket, None, &[notice]);
}
