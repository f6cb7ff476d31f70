//! What a bucket still has to copy: the numbers of S3's replication metrics, exact at every moment.

use std::{collections::BTreeMap, sync::Arc};

use super::super::{Object, bucket::Bucket};
use super::status::LegState;
use crate::clock::SimTime;

/// What is on its way to one destination under one rule, and what failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// `OperationsPendingReplication`.
    pub n_pending: u64,
    /// `BytesPendingReplication`.
    pub pending_bytes: u64,
    /// Since when the oldest of them waits; `ReplicationLatency` is how long that is.
    pub since: Option<SimTime>,
    /// When the last of them will be there.
    pub until: Option<SimTime>,
    /// Versions that could not be copied and are still here.
    pub n_failed: u64,
    /// Versions that are at the destination, as far as the source knows.
    pub n_completed: u64,
}

impl Bucket {
    /// What there is still to copy, by rule and destination.
    pub fn replication_backlog(&self) -> BTreeMap<(Arc<str>, Arc<str>), Backlog> {
        let mut all: BTreeMap<_, Backlog> = BTreeMap::new();
        for (_, cohort) in self.store.cohorts() {
            for version in cohort.versions() {
                for leg in version.replication.iter().flat_map(|replication| &replication.legs) {
                    let backlog = all.entry((leg.rule.clone(), leg.to.clone())).or_default();
                    match leg.state {
                        LegState::Pending { asked, due, .. } => {
                            backlog.n_pending += cohort.len;
                            backlog.pending_bytes += cohort.len * version.object().map_or(0, Object::size);
                            backlog.since = Some(backlog.since.map_or(asked, |since| since.min(asked)));
                            backlog.until = Some(backlog.until.map_or(due, |until| until.max(due)));
                        }
                        LegState::Completed => backlog.n_completed += cohort.len,
                        LegState::Failed => backlog.n_failed += cohort.len,
                    }
                }
            }
        }
        all
    }
}
