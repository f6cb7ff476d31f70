//! What replication did at one moment, summed up so that a run of a million objects is one event.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::json;

use super::{super::access, carry::Task, status::Asked};
use crate::{World, world::Happening};

/// Source, destination, rule, what was copied, and why it failed.
type Done = (Arc<str>, Arc<str>, Arc<str>, Asked, Option<&'static str>);

/// What was copied, and what was not, by rule and destination.
#[derive(Debug, Default)]
pub(in super::super) struct Tally {
    done: BTreeMap<Done, (u64, u64)>,
}

impl Tally {
    pub(super) fn add(&mut self, bucket: &Arc<str>, task: &Task, what: Asked, failure: Option<&'static str>) {
        let key = (bucket.clone(), task.leg.to.clone(), task.leg.rule.clone(), what, failure);
        let (n, bytes) = self.done.entry(key).or_default();
        *n += task.len;
        let size = task.version.object().filter(|_| what == Asked::Put).map_or(0, super::super::Object::size);
        *bytes += task.len * size;
    }

    /// Tells what was done, one event each.
    pub(in super::super) fn tell(self, world: &mut World) {
        for ((bucket, to, rule, what, failure), (n, bytes)) in self.done {
            let name = match what {
                Asked::Put => "ReplicateObject",
                Asked::Marker => "ReplicateDelete",
                Asked::Tagging => "ReplicateTags",
                Asked::Acl => "ReplicateAcl",
                Asked::Lock => "ReplicateLock",
            };
            let facts = [("rule", json!(&*rule)), ("destination", json!(&*to)), ("objects", json!(n)), ("bytes", json!(bytes))];
            let error = failure.map(|why| ("error", json!(why)));
            let facts = facts.into_iter().chain(error).map(|(name, value)| (name.to_owned(), value)).collect();
            world.happen(Happening { name: name.to_owned(), resource: access::bucket_arn(&bucket), facts });
        }
    }
}
