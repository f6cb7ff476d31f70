//! What falls due for a cohort, and when: lifecycle actions, Intelligent-Tiering moves, ends of restores. It changes nothing.

use super::super::{
    StorageClass, Tier,
    bucket::Bucket,
    keys,
    multipart::Upload,
    store::Cohort,
    tiering,
    version::{Kind, Object, Version},
    versioning::Versioning,
};
use super::rules::{Rule, When};
use crate::clock::SimTime;

/// Something to do to one version of a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Remove the version for good.
    Remove,
    /// Move it to a class.
    Transition(StorageClass),
    /// Put a delete marker on top of it.
    Mark,
    /// Move it to an Intelligent-Tiering tier.
    Tier(Tier),
    /// Let a restore's end take effect.
    Restore,
}

/// A due action on the version of that index, and the rule that asks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task<'a> {
    pub at: SimTime,
    pub index: usize,
    pub action: Action,
    pub rule: &'a str,
}

/// A part of a cohort that all rules treat alike: (keys before it, its length).
pub(super) type Segment = (u64, u64);

/// Cuts a cohort where a rule's prefix ends inside its run of keys.
pub(super) fn segments(bucket: &Bucket, first: &str, len: u64) -> Vec<Segment> {
    if len == 1 {
        return vec![(0, 1)];
    }
    let mut cuts = vec![0, len];
    let stem = keys::Split::of(first).stem;
    let rules = bucket.lifecycle.iter().flat_map(|lifecycle| &lifecycle.rules).map(|rule| rule.prefix.as_str());
    // only a prefix that reaches into the digits can part the run
    for prefix in rules.chain(tiering::prefixes(bucket)).filter(|prefix| prefix.len() > stem.len() && prefix.starts_with(stem)) {
        let (before, n) = keys::matching(first, len, prefix);
        if n > 0 {
            cuts.extend([before, before + n]);
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|pair| (pair[0], pair[1] - pair[0])).collect()
}

/// When the cohort that holds `key` has to be looked at next, if ever; always later than `now`.
pub(in super::super) fn next_due(bucket: &Bucket, key: &str, now: SimTime) -> Option<SimTime> {
    if bucket.lifecycle.is_none() && !bucket.may_change_by_itself(key) {
        return None;
    }
    let found = bucket.store.find(key)?;
    let mut next: Option<SimTime> = None;
    for (before, _) in segments(bucket, found.first, found.cohort.len) {
        each_task(bucket, &keys::nth(found.first, before), found.cohort, now, |task| {
            let at = if task.at > now { task.at } else { now.next_midnight() };
            next = Some(next.map_or(at, |next| next.min(at)));
        });
    }
    next
}

/// Calls `tell` for everything that will fall due for a key with the cohort's stack, as far as can be said now.
pub(super) fn each_task<'a>(bucket: &'a Bucket, key: &str, cohort: &Cohort, now: SimTime, mut tell: impl FnMut(Task<'a>)) {
    for (index, version) in cohort.versions().iter().enumerate() {
        if let Some(object) = version.object() {
            own_tasks(bucket, key, index, object, now, &mut tell);
        }
    }
    let Some(lifecycle) = &bucket.lifecycle else { return };
    for rule in lifecycle.rules.iter().filter(|rule| key.starts_with(&rule.prefix)) {
        for (index, version) in cohort.versions().iter().enumerate().filter(|(_, version)| rule.admits(version)) {
            let mut tell = |at, action| tell(Task { at, index, action, rule: &rule.id });
            match (index, &version.kind) {
                (0, Kind::Object(object)) => current_tasks(bucket, rule, version.written, object, lifecycle.min_size_varies, &mut tell),
                (0, Kind::Marker) => lone_marker_tasks(rule, version, cohort.versions().len(), &mut tell),
                _ => noncurrent_tasks(rule, index, version, lifecycle.min_size_varies, &mut tell),
            }
        }
    }
}

/// What an object does without any lifecycle rule.
fn own_tasks<'a>(bucket: &'a Bucket, key: &str, index: usize, object: &Object, now: SimTime, tell: &mut impl FnMut(Task<'a>)) {
    if let Some(at) = object.restore.as_ref().and_then(|restore| restore.next_change(now).or(Some(now))) {
        tell(Task { at, index, action: Action::Restore, rule: "" });
    }
    if let Some((at, tier)) = tiering::next_move(bucket, key, object) {
        tell(Task { at, index, action: Action::Tier(tier), rule: "" });
    }
}

fn current_tasks(
    bucket: &Bucket,
    rule: &Rule,
    written: SimTime,
    object: &Object,
    min_size_varies: bool,
    tell: &mut impl FnMut(SimTime, Action),
) {
    if let Some(when) = rule.expire {
        let action = if bucket.versioning == Versioning::Unset { Action::Remove } else { Action::Mark };
        tell(when.due(written), action);
    }
    for (when, class) in &rule.transitions {
        if may_move(rule, object, *class, min_size_varies) {
            tell(when.due(written), Action::Transition(*class));
        }
    }
}

fn may_move(rule: &Rule, object: &Object, to: StorageClass, min_size_varies: bool) -> bool {
    let tier_allows = match object.tiering.map(|tiering| tiering.tier) {
        Some(Tier::ArchiveInstant) => matches!(to, StorageClass::GlacierIr | StorageClass::Glacier | StorageClass::DeepArchive),
        Some(Tier::Archive) => to.is_archive(),
        Some(Tier::DeepArchive) => to == StorageClass::DeepArchive,
        _ => true,
    };
    tier_allows && object.class.may_become(to) && rule.moves_size(object.size(), to, min_size_varies)
}

/// A delete marker with no version under it: an expired object delete marker.
fn lone_marker_tasks(rule: &Rule, marker: &Version, n_versions: usize, tell: &mut impl FnMut(SimTime, Action)) {
    if n_versions > 1 {
        return;
    }
    if rule.expire_lone_marker {
        tell(When::Days(0).due(marker.written), Action::Remove);
    }
    if let Some(when) = rule.expire {
        tell(when.due(marker.written), Action::Remove);
    }
}

fn noncurrent_tasks(rule: &Rule, index: usize, version: &Version, min_size_varies: bool, tell: &mut impl FnMut(SimTime, Action)) {
    let Some(succeeded) = version.succeeded else { return };
    let n_newer = index as u64 - 1;
    if let Some((when, keep)) = rule.expire_noncurrent
        && n_newer >= keep
        && let Some(at) = unlocked(version, when.due(succeeded))
    {
        tell(at, Action::Remove);
    }
    let Some(object) = version.object() else { return };
    for (when, keep, class) in &rule.noncurrent_transitions {
        if n_newer >= *keep && may_move(rule, object, *class, min_size_varies) {
            tell(when.due(succeeded), Action::Transition(*class));
        }
    }
}

/// The midnight at which a version may be removed that could be at `at` but for its lock; `None` while nobody knows, because it is
/// under a legal hold (S3 User Guide, Object Lock and lifecycle).
fn unlocked(version: &Version, at: SimTime) -> Option<SimTime> {
    let lock = version.object().map(|object| object.lock).unwrap_or_default();
    if lock.is_held() {
        return None;
    }
    let until = lock.retention.map(|retention| retention.until).filter(|until| *until > at);
    Some(until.map_or(at, |until| if until == until.midnight() { until } else { until.next_midnight() }))
}

/// When a key's current version will expire, and by which rule: the earliest of the enabled rules that match.
pub(in super::super) fn expiry<'a>(bucket: &'a Bucket, key: &str, version: &Version) -> Option<(SimTime, &'a str)> {
    version.object()?;
    let rules = bucket.lifecycle.as_ref()?.rules.iter();
    let matching = rules.filter(|rule| key.starts_with(&rule.prefix) && rule.admits(version));
    matching.filter_map(|rule| Some((rule.expire?.due(version.written), rule.id.as_str()))).min_by_key(|(at, _)| *at)
}

/// When an unfinished upload will be aborted, and by which rule; if that moment is past, at the next midnight.
pub(in super::super) fn abort_due<'a>(bucket: &'a Bucket, upload: &Upload, now: SimTime) -> Option<(SimTime, &'a str)> {
    let rules = bucket.lifecycle.as_ref()?.rules.iter();
    let matching = rules.filter(|rule| upload.key.starts_with(&rule.prefix));
    let (at, rule) = matching.filter_map(|rule| Some((rule.abort?.due(upload.initiated), rule.id.as_str()))).min_by_key(|(at, _)| *at)?;
    Some((if at > now { at } else { now.next_midnight() }, rule))
}
