//! The run once more, input by input, to see whom S3 told of what. It works on copies: the sandbox itself is only read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use skylab_cloud::{World, api::ApiError, journal::Input};

use super::lines::BUCKET;
use crate::ui::StageView;

/// EventBridge's place among the ids of configurations.
pub(super) const BUS: &str = "";

/// Something that happened to an object, as S3 names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// `s3:ObjectCreated:Put`.
    pub event: &'static str,
    pub key: String,
}

/// A step of the run: a request, or time that passed.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    /// Deeds of one gesture share its number.
    pub gesture: u32,
    /// AWS's name of the operation; empty for time.
    pub name: &'static str,
    /// Its members.
    pub members: Value,
    pub outcome: Result<Value, ApiError>,
    /// What happened to the first object of it.
    pub occurrence: Option<Occurrence>,
    /// How many events each configuration was told of, by its id.
    pub told: BTreeMap<String, u64>,
    /// Objects that the step removed or added by itself: not what a request names.
    pub n_expired: usize,
    pub n_objects: usize,
}

/// The steps of a run, oldest first.
pub(super) fn deeds(run: &StageView<'_>) -> Vec<Deed> {
    let mut world = run.sandbox.start_world().clone();
    let inputs = run.sandbox.inputs();
    let mut deeds = Vec::new();
    for (n, stamped) in inputs.iter().enumerate() {
        world.run_until(stamped.at);
        let before = State::of(&world);
        let (name, members, outcome) = match &stamped.input {
            Input::Call { origin, request } => (request.name(), request.params(), world.call(origin, request.clone())),
            Input::Advance { .. } => {
                world.run_until(inputs.get(n + 1).map_or_else(|| run.sandbox.now(), |next| next.at));
                ("", Value::Null, Ok(Value::Null))
            }
            Input::Fault(_) => continue,
        };
        let after = State::of(&world);
        let expired = before.keys.difference(&after.keys);
        let occurrence = match name {
            "" => expired.clone().next().map(|key| Occurrence { event: "s3:LifecycleExpiration:Delete", key: key.clone() }),
            _ => outcome.as_ref().ok().and_then(|answer| occurrence(name, &members, answer)),
        };
        let told = after.told.iter().map(|(id, n)| (id.clone(), n.saturating_sub(before.told.get(id).copied().unwrap_or(0))));
        let told = told.filter(|(_, n)| *n > 0).collect();
        let n_expired = if name.is_empty() { expired.count() } else { 0 };
        deeds.push(Deed { gesture: stamped.gesture, name, members, outcome, occurrence, told, n_expired, n_objects: after.n_objects });
    }
    deeds
}

/// What of a world tells one moment from another here.
struct State {
    keys: BTreeSet<String>,
    n_objects: usize,
    told: BTreeMap<String, u64>,
}

impl State {
    fn of(world: &World) -> Self {
        Self { keys: keys(world), n_objects: n_objects(world), told: told(world) }
    }
}

/// Runs of alike objects that can be read: the first key of each, and how many.
fn runs(world: &World) -> impl Iterator<Item = (String, u64)> + '_ {
    let cohorts = world.s3.bucket(BUCKET).into_iter().flat_map(|bucket| bucket.store().cohorts());
    let read = cohorts.filter(|(_, cohort)| cohort.versions().first().is_some_and(|top| !top.is_marker()));
    read.map(|(first, cohort)| (first.to_string(), cohort.len))
}

fn keys(world: &World) -> BTreeSet<String> {
    runs(world).map(|(first, _)| first).collect()
}

/// How many objects can be read.
pub(super) fn n_objects(world: &World) -> usize {
    usize::try_from(runs(world).map(|(_, len)| len).sum::<u64>()).unwrap_or(usize::MAX)
}

/// How often each configuration of the bucket was told so far.
pub(super) fn told(world: &World) -> BTreeMap<String, u64> {
    let notified = world.s3.bucket(BUCKET).and_then(|bucket| bucket.notifications()).map(|it| it.notified().clone()).unwrap_or_default();
    notified.into_iter().map(|(id, notified)| (id, notified.n_told + notified.n_counted)).collect()
}

/// The event of a request that went well (S3 User Guide, event types).
fn occurrence(name: &str, members: &Value, answer: &Value) -> Option<Occurrence> {
    let event = match name {
        "PutObject" => "s3:ObjectCreated:Put",
        "CopyObject" => "s3:ObjectCreated:Copy",
        "CompleteMultipartUpload" => "s3:ObjectCreated:CompleteMultipartUpload",
        "DeleteObject" if answer["DeleteMarker"] == true && members["VersionId"].is_null() => "s3:ObjectRemoved:DeleteMarkerCreated",
        "DeleteObject" => "s3:ObjectRemoved:Delete",
        "PutObjectTagging" => "s3:ObjectTagging:Put",
        "DeleteObjectTagging" => "s3:ObjectTagging:Delete",
        _ => return None,
    };
    (members["Bucket"] == BUCKET).then(|| Occurrence { event, key: members["Key"].as_str().unwrap_or_default().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delete_in_a_bucket_with_versions_is_a_marker_and_one_of_a_version_is_none() {
        let of = |members: Value, answer: Value| occurrence("DeleteObject", &members, &answer).map(|it| it.event);
        let named = |more: Value| {
            let mut members = serde_json::json!({"Bucket": BUCKET, "Key": "k"});
            members["VersionId"] = more;
            members
        };
        assert_eq!(of(named(Value::Null), Value::Null), Some("s3:ObjectRemoved:Delete"));
        assert_eq!(of(named(Value::Null), serde_json::json!({"DeleteMarker": true})), Some("s3:ObjectRemoved:DeleteMarkerCreated"));
        assert_eq!(of(named("v".into()), serde_json::json!({"DeleteMarker": true})), Some("s3:ObjectRemoved:Delete"));
        assert_eq!(of(serde_json::json!({"Bucket": "other", "Key": "k"}), Value::Null), None);
    }
}
