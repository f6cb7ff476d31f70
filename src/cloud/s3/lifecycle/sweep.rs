//! The nightly sweep: for each version the one action that takes precedence, done and told.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::json;

use super::super::{
    S3, StorageClass, keys,
    meter::Meter,
    notification::{self, Details, Notice},
    replication, restore,
    state::Due,
    version::{self, Kind, Stack, Version},
    versioning::Versioning,
    zones,
};
use super::due::{Action, Task, each_task, next_due, segments};
use crate::{World, clock::SimTime, world::Happening};

/// Bucket, rule, event and the class that was left.
type Done = (Arc<str>, String, &'static str, &'static str);

/// What one sweep did, summed up by bucket, rule and action.
#[derive(Debug, Default)]
pub(in super::super) struct Tally {
    done: BTreeMap<Done, (u64, u64)>,
    /// What is to be told to whom buckets' notifications name.
    notices: Vec<(Arc<str>, Notice)>,
}

impl Tally {
    /// Adds `n` objects of `bytes` in all, done by a rule, with the class they came from.
    pub(in super::super) fn add(&mut self, bucket: &Arc<str>, rule: &str, event: &'static str, from: &'static str, n: u64, bytes: u64) {
        let entry = self.done.entry((bucket.clone(), rule.to_owned(), event, from)).or_default();
        entry.0 += n;
        entry.1 += bytes;
    }

    /// Tells what was done, one event each, and who wants to be told of objects.
    pub(in super::super) fn tell(self, world: &mut World) {
        for (bucket, notice) in self.notices {
            notification::notify(world, &bucket, None, &[notice]);
        }
        for ((bucket, rule, event, from), (n, bytes)) in self.done {
            let facts = [("rule", json!(rule)), ("from", json!(from)), ("objects", json!(n)), ("bytes", json!(bytes))];
            let facts = facts.into_iter().filter(|(_, value)| *value != json!("")).collect();
            world.happen(Happening { name: event.to_owned(), resource: format!("arn:aws:s3:::{bucket}"), facts });
        }
    }
}

/// Does what is due now for the cohort that holds `key`, and notes when to look again.
pub(in super::super) fn sweep(world: &mut World, bucket_name: &Arc<str>, key: &Arc<str>, tally: &mut Tally) {
    let now = world.now();
    restored(&world.s3, bucket_name, key, now, tally);
    let zone_out = zones::is_out(world, bucket_name, StorageClass::OnezoneIa);
    let Some(chosen) = choose(&world.s3, bucket_name, key, now, zone_out) else { return };
    if let [(first, len, tasks)] = chosen.as_slice()
        && first == key
        && world.s3.is_whole(bucket_name, first, *len)
    {
        // the change itself notes when to look again
        act(world, bucket_name, first, *len, tasks, tally);
        return;
    }
    for (first, len, tasks) in chosen {
        act(world, bucket_name, &first, len, &tasks, tally);
    }
    let s3 = &mut *world.s3;
    let Some(bucket) = s3.buckets.get(bucket_name) else { return };
    if let Some(at) = next_due(bucket, key, now) {
        s3.due.add(at, Due::Cohort(bucket_name.clone(), key.clone()));
    }
}

/// Tells of temporary copies that are there from this moment on; nothing else changes. A run of keys is told of by its first key.
fn restored(s3: &S3, bucket_name: &Arc<str>, key: &str, now: SimTime, tally: &mut Tally) {
    let Some(bucket) = s3.bucket(bucket_name).filter(|bucket| bucket.notifications.is_some()) else { return };
    let Some(found) = bucket.store.find(key).filter(|found| found.offset == 0) else { return };
    for version in found.cohort.versions() {
        let restore = version.object().and_then(|object| Some((object.class, object.restore.as_ref()?)));
        if let Some((class, restore)) = restore.filter(|(_, restore)| restore.ready == now && restore.expires.is_some()) {
            let details = Details::Restore { class, expires: restore.expires };
            let kind = notification::Kind::RestoreCompleted;
            let notice = Notice::of(kind, (found.first, found.cohort.len), version).with(details);
            tally.notices.push((bucket_name.clone(), notice));
        }
    }
}

/// One version's action, with the rule's name.
type Chosen = (usize, Action, String);

/// First key and length of a segment, and what to do to its versions.
type SegmentTasks = (Arc<str>, u64, Vec<Chosen>);

/// For each segment of the cohort with something due: its keys and what to do to which version.
fn choose(s3: &S3, bucket: &str, key: &str, now: SimTime, zone_out: bool) -> Option<Vec<SegmentTasks>> {
    let bucket = s3.buckets.get(bucket)?;
    let found = bucket.store.find(key)?;
    let mut chosen = Vec::new();
    for (before, len) in segments(bucket, found.first, found.cohort.len) {
        let first = keys::nth(found.first, before);
        let mut best: BTreeMap<usize, Task<'_>> = BTreeMap::new();
        each_task(bucket, &first, found.cohort, now, |task| {
            let waits = |version| !matches!(task.action, Action::Restore | Action::Tier(_)) && replication::is_waiting(version);
            let may_act = |version| rested(version, task.action, now) && !(zone_out && needs_zone(version, task.action)) && !waits(version);
            let ready = found.cohort.versions().get(task.index).is_none_or(may_act);
            if task.at <= now && ready && best.get(&task.index).is_none_or(|other| rank(task.action) > rank(other.action)) {
                best.insert(task.index, task);
            }
        });
        if !best.is_empty() {
            let tasks = best.into_values().map(|task| (task.index, task.action, task.rule.to_owned())).collect();
            chosen.push((first.into(), len, tasks));
        }
    }
    Some(chosen)
}

/// A version gets one lifecycle action a night, and lifecycle acts at midnight only.
fn rested(version: &Version, action: Action, now: SimTime) -> bool {
    match action {
        Action::Restore => true,
        _ if now != now.midnight() => false,
        Action::Remove => true,
        _ => version.object().is_none_or(|object| object.entered < now),
    }
}

/// True for a move that reads or writes data which lies in one zone only.
fn needs_zone(version: &Version, action: Action) -> bool {
    let Action::Transition(class) = action else { return false };
    class.is_one_zone() || version.object().is_some_and(|object| object.class.is_one_zone())
}

/// Precedence when several actions fall due together: permanent deletion, then transition (the two archives before
/// Intelligent-Tiering, that before the rest, colder before warmer), then delete markers (S3 User Guide, lifecycle conflicts).
const fn rank(action: Action) -> u8 {
    match action {
        Action::Restore => 20,
        Action::Remove => 10,
        Action::Transition(StorageClass::DeepArchive) => 9,
        Action::Transition(StorageClass::Glacier) => 8,
        Action::Transition(StorageClass::IntelligentTiering) => 7,
        Action::Transition(StorageClass::GlacierIr) => 6,
        Action::Transition(StorageClass::OnezoneIa) => 5,
        Action::Transition(_) => 4,
        Action::Mark => 3,
        Action::Tier(_) => 2,
    }
}

fn act(world: &mut World, bucket_name: &Arc<str>, first: &Arc<str>, len: u64, tasks: &[Chosen], tally: &mut Tally) {
    let now = world.now();
    let s3 = &mut *world.s3;
    let versioning = s3.buckets.get(bucket_name).map(|bucket| bucket.versioning).unwrap_or_default();
    let marks = tasks.iter().any(|(_, action, _)| *action == Action::Mark);
    let number = (marks && versioning == Versioning::Enabled).then(|| world.core.ids.take("s3-version", len));
    let listens = s3.bucket(bucket_name).is_some_and(|bucket| bucket.notifications.is_some());
    s3.edit(&mut world.core, bucket_name, (first, len), |stack, meter| {
        let mut doer = Doer { stack, meter, now, bucket: bucket_name, keys: (first, len), listens, tally };
        // from the bottom up, so that indices stay valid
        for (index, action, rule) in tasks.iter().rev() {
            doer.carry_out(*index, *action, rule, number);
        }
    });
}

struct Doer<'a, 'm> {
    stack: &'a mut Stack,
    meter: &'a mut Meter<'m>,
    now: SimTime,
    bucket: &'a Arc<str>,
    keys: (&'a Arc<str>, u64),
    /// Somebody wants to be told of what happens to objects.
    listens: bool,
    tally: &'a mut Tally,
}

impl Doer<'_, '_> {
    fn carry_out(&mut self, index: usize, action: Action, rule: &str, number: Option<u64>) {
        match action {
            Action::Remove => self.remove(index, rule),
            Action::Transition(class) => self.transition(index, class, rule),
            Action::Mark => self.mark(rule, number),
            Action::Tier(tier) => {
                if let Some(tiering) = self.stack[index].object_mut().and_then(|object| object.tiering.as_mut()) {
                    tiering.tier = tier;
                }
                // only the tiers that one has to opt into are told of (S3 User Guide, supported event types)
                if let Some(name) = tier.archive_status() {
                    self.notice(index, notification::Kind::Tiering, Details::Tier(name));
                }
            }
            Action::Restore => self.restore(index),
        }
    }

    /// Tells of a version of the stack as it is now.
    fn notice(&mut self, index: usize, kind: notification::Kind, details: Details) {
        if let Some(version) = self.stack.get(index).filter(|_| self.listens) {
            let notice = Notice::of(kind, self.keys, version).with(details);
            self.tally.notices.push((self.bucket.clone(), notice));
        }
    }

    /// A copy is there now, or gone, or an archive tier is left.
    fn restore(&mut self, index: usize) {
        let now = self.now;
        let Some(object) = self.stack[index].object_mut() else { return };
        let (class, before) = (object.class, object.restore.clone());
        restore::settle(object, now);
        let Some(restore) = before else { return };
        let is_over = restore.expires.is_some_and(|expires| expires <= now);
        let kind = if is_over { notification::Kind::RestoreDelete } else { notification::Kind::RestoreCompleted };
        self.notice(index, kind, Details::Restore { class, expires: restore.expires });
    }

    fn tell(&mut self, rule: &str, event: &'static str, from: &'static str, bytes: u64) {
        let n = self.meter.len();
        self.tally.add(self.bucket, rule, event, from, n, n * bytes);
    }

    fn remove(&mut self, index: usize, rule: &str) {
        self.notice(index, notification::Kind::ExpirationDelete, Details::None);
        let version = version::remove(self.stack, index);
        match version.object() {
            Some(object) => {
                self.meter.leave(object);
                self.tell(rule, "S3.EXPIRE.OBJECT", object.class.name(), object.size());
            }
            None => self.tell(rule, "S3.EXPIRE.DELETEMARKER", "", 0),
        }
    }

    fn transition(&mut self, index: usize, class: StorageClass, rule: &str) {
        let now = self.now;
        let Some(object) = self.stack[index].object_mut() else { return };
        self.meter.leave(object);
        let (from, size) = (object.class.name(), object.size());
        object.enter(class, now);
        let (usage_type, operation) = class.transition_usage();
        self.meter.count(usage_type, operation, 1);
        self.tell(rule, class.transition_event(), from, size);
        self.notice(index, notification::Kind::Transition, Details::Transition(class));
    }

    /// Puts a delete marker on top; in a bucket whose versioning is suspended it takes the place of the null version.
    fn mark(&mut self, rule: &str, number: Option<u64>) {
        let bytes = self.stack.first().and_then(Version::object).map_or(0, super::super::Object::size);
        let from = self.stack.first().and_then(Version::object).map_or("", |object| object.class.name());
        if number.is_none() {
            self.meter.drop_null(self.stack);
        }
        version::push(self.stack, Version { number, written: self.now, succeeded: None, kind: Kind::Marker, replication: None });
        self.tell(rule, "S3.CREATE.DELETEMARKER", from, bytes);
        self.notice(0, notification::Kind::ExpirationMarker, Details::None);
    }
}
