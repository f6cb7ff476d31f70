//! How a version stands with replication: whether it is a replica, and how far it is on its way to each destination.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::{bucket::Bucket, version::Version};
use crate::clock::{MINUTE_MS, SimTime};

/// The threshold of Replication Time Control.
pub(super) const THRESHOLD_MS: i64 = 15 * MINUTE_MS;

/// How a version stands with replication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replication {
    /// Replication made it.
    pub replica: bool,
    /// Where it goes.
    pub legs: Vec<Leg>,
}

/// A version's way to one destination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// The bucket.
    pub to: Arc<str>,
    /// The rule that asks for it.
    pub rule: Arc<str>,
    /// How far it is.
    pub state: LegState,
}

/// How far a version is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LegState {
    /// It is yet to be copied.
    Pending {
        /// What is to be copied.
        what: Asked,
        /// Since when.
        asked: SimTime,
        /// When it will be there.
        due: SimTime,
        /// With Replication Time Control: `Some(true)` once the threshold was told to be missed.
        timed: Option<bool>,
        /// The job of S3 Batch Replication that asks for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        job: Option<u64>,
    },
    /// It is there.
    Completed,
    /// It could not be copied, and nobody will try again.
    Failed,
}

/// What is to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Asked {
    /// A new object.
    Put,
    /// A new delete marker.
    Marker,
    /// Tags that changed.
    Tagging,
    /// An access control list that changed.
    Acl,
    /// Retention or a legal hold that changed.
    Lock,
}

impl Asked {
    /// True for what changes a version that is there already. The later one of them brings the earlier ones along.
    pub(super) const fn is_change(self) -> bool {
        matches!(self, Self::Tagging | Self::Acl | Self::Lock)
    }

    /// S3's name of it in events.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Put => "OBJECT_PUT",
            Self::Marker => "DELETE_MARKER_CREATED",
            Self::Tagging => "OBJECT_TAGGING",
            Self::Acl => "OBJECT_ACL",
            Self::Lock => "OBJECT_RETENTION",
        }
    }
}

impl Leg {
    /// True while it is on its way.
    pub fn is_pending(&self) -> bool {
        matches!(self.state, LegState::Pending { .. })
    }

    /// When something happens to it: it arrives, or is late.
    pub(super) fn next(&self) -> Option<SimTime> {
        let LegState::Pending { asked, due, timed, .. } = self.state else { return None };
        let threshold = asked.plus(THRESHOLD_MS);
        Some(if timed == Some(false) { due.min(threshold) } else { due })
    }
}

impl Replication {
    /// A replica's.
    pub(super) fn replica() -> Arc<Self> {
        Arc::new(Self { replica: true, legs: Vec::new() })
    }

    /// `ReplicationStatus` (S3 User Guide, replication status).
    pub fn status(&self) -> Option<&'static str> {
        let any = |test: fn(&Leg) -> bool| self.legs.iter().any(test);
        if any(|leg| leg.state == LegState::Failed) {
            Some("FAILED")
        } else if any(Leg::is_pending) {
            Some("PENDING")
        } else if self.replica {
            Some("REPLICA")
        } else {
            (!self.legs.is_empty()).then_some("COMPLETED")
        }
    }

    /// The way to a destination.
    pub(super) fn leg(&self, to: &str) -> Option<&Leg> {
        self.legs.iter().find(|leg| &*leg.to == to)
    }
}

/// True while lifecycle leaves a version alone: it is still to be copied (S3 User Guide, replication status).
pub(in super::super) fn is_waiting(version: &Version) -> bool {
    version.replication.iter().flat_map(|replication| &replication.legs).any(Leg::is_pending)
}

/// When the cohort that holds a key has to be looked at next for replication, if ever.
pub(in super::super) fn next_due(bucket: &Bucket, key: &str) -> Option<SimTime> {
    let versions = bucket.store.find(key)?.cohort.versions();
    versions.iter().filter_map(|version| version.replication.as_ref()).flat_map(|it| &it.legs).filter_map(Leg::next).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leg(state: LegState) -> Leg {
        Leg { to: "to".into(), rule: "r".into(), state }
    }

    fn pending() -> LegState {
        LegState::Pending {
            what: Asked::Put,
            asked: SimTime::START,
            due: SimTime::START.plus(60 * MINUTE_MS),
            timed: Some(false),
            job: None,
        }
    }

    #[test]
    fn an_object_is_completed_only_when_it_is_at_all_its_destinations() {
        let status = |states: &[LegState]| Replication { replica: false, legs: states.iter().cloned().map(leg).collect() }.status();
        assert_eq!(status(&[LegState::Completed, LegState::Completed]), Some("COMPLETED"));
        assert_eq!(status(&[LegState::Completed, pending()]), Some("PENDING"));
        assert_eq!(status(&[LegState::Completed, LegState::Failed, pending()]), Some("FAILED"));
        assert_eq!(status(&[]), None);
    }

    #[test]
    fn a_replica_whose_changes_are_copied_back_is_pending_meanwhile() {
        let status = |legs: Vec<Leg>| Replication { replica: true, legs }.status();
        assert_eq!(status(vec![]), Some("REPLICA"));
        assert_eq!(status(vec![leg(pending())]), Some("PENDING"));
        assert_eq!(status(vec![leg(LegState::Completed)]), Some("REPLICA"));
    }

    #[test]
    fn a_timed_leg_is_looked_at_when_it_is_late() {
        assert_eq!(leg(pending()).next(), Some(SimTime::START.plus(THRESHOLD_MS)));
        assert_eq!(leg(LegState::Completed).next(), None);
    }
}
