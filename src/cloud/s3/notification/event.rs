//! What happens to objects, as S3 names it to queues, topics and functions, and as EventBridge names it.

use super::super::StorageClass;
use crate::clock::SimTime;

/// Something that happened to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    CreatedPut,
    CreatedCopy,
    CreatedComplete,
    RemovedDelete,
    RemovedMarker,
    RestorePost,
    RestoreCompleted,
    RestoreDelete,
    ExpirationDelete,
    ExpirationMarker,
    Transition,
    Tiering,
    TaggingPut,
    TaggingDelete,
    AclPut,
    RetentionPut,
    ReplicationFailed,
    ReplicationMissed,
    ReplicationLate,
    ReplicationNotTracked,
    ReducedRedundancyLost,
}

/// Every event that a configuration may name, wildcards aside (S3 API Reference, Event). What has no cause in the model is never told.
const NAMES: &[(&str, Option<Kind>)] = &[
    ("s3:ObjectCreated:Put", Some(Kind::CreatedPut)),
    ("s3:ObjectCreated:Post", None),
    ("s3:ObjectCreated:Copy", Some(Kind::CreatedCopy)),
    ("s3:ObjectCreated:CompleteMultipartUpload", Some(Kind::CreatedComplete)),
    ("s3:ObjectRemoved:Delete", Some(Kind::RemovedDelete)),
    ("s3:ObjectRemoved:DeleteMarkerCreated", Some(Kind::RemovedMarker)),
    ("s3:ObjectRestore:Post", Some(Kind::RestorePost)),
    ("s3:ObjectRestore:Completed", Some(Kind::RestoreCompleted)),
    ("s3:ObjectRestore:Delete", Some(Kind::RestoreDelete)),
    ("s3:ReducedRedundancyLostObject", Some(Kind::ReducedRedundancyLost)),
    ("s3:Replication:OperationFailedReplication", Some(Kind::ReplicationFailed)),
    ("s3:Replication:OperationMissedThreshold", Some(Kind::ReplicationMissed)),
    ("s3:Replication:OperationReplicatedAfterThreshold", Some(Kind::ReplicationLate)),
    ("s3:Replication:OperationNotTracked", Some(Kind::ReplicationNotTracked)),
    ("s3:LifecycleExpiration:Delete", Some(Kind::ExpirationDelete)),
    ("s3:LifecycleExpiration:DeleteMarkerCreated", Some(Kind::ExpirationMarker)),
    ("s3:LifecycleTransition", Some(Kind::Transition)),
    ("s3:IntelligentTiering", Some(Kind::Tiering)),
    ("s3:ObjectTagging:Put", Some(Kind::TaggingPut)),
    ("s3:ObjectTagging:Delete", Some(Kind::TaggingDelete)),
    ("s3:ObjectAcl:Put", Some(Kind::AclPut)),
    ("s3:ObjectAnnotation:Put", None),
    ("s3:ObjectAnnotation:Delete", None),
    ("s3:ObjectRetention:Put", Some(Kind::RetentionPut)),
];

/// The groups that have a `*`.
const GROUPS: [&str; 7] = [
    "s3:ObjectCreated:*",
    "s3:ObjectRemoved:*",
    "s3:ObjectRestore:*",
    "s3:Replication:*",
    "s3:LifecycleExpiration:*",
    "s3:ObjectTagging:*",
    "s3:ObjectAnnotation:*",
];

/// True for an event that S3 knows.
pub(super) fn is_known(name: &str) -> bool {
    GROUPS.contains(&name) || NAMES.iter().any(|(known, _)| *known == name)
}

/// True if a configuration's event covers a plain one, or another covers what it covers: `s3:ObjectCreated:*` shares with each of its
/// members.
pub(super) fn share(one: &str, other: &str) -> bool {
    let covers = |group: &str, name: &str| group.strip_suffix('*').is_some_and(|stem| name.starts_with(stem));
    one == other || covers(one, other) || covers(other, one)
}

impl Kind {
    /// `s3:ObjectCreated:Put`.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == Some(self)).map_or("", |(name, _)| name)
    }

    /// True if a configuration's event is about it.
    pub(super) fn is_in(self, event: &str) -> bool {
        share(event, self.name())
    }

    /// The version of the record's form (S3 User Guide, event message structure).
    pub(super) const fn version(self) -> &'static str {
        match self {
            Self::ReplicationFailed | Self::ReplicationMissed | Self::ReplicationLate | Self::ReplicationNotTracked => "2.2",
            Self::RestoreDelete
            | Self::ExpirationDelete
            | Self::ExpirationMarker
            | Self::Transition
            | Self::Tiering
            | Self::TaggingPut
            | Self::TaggingDelete
            | Self::AclPut
            | Self::RetentionPut => "2.3",
            _ => "2.1",
        }
    }

    /// True where the record tells the object's size.
    pub(super) const fn tells_size(self) -> bool {
        !matches!(
            self,
            Self::RemovedDelete
                | Self::RemovedMarker
                | Self::ExpirationDelete
                | Self::ExpirationMarker
                | Self::TaggingPut
                | Self::TaggingDelete
                | Self::AclPut
                | Self::RetentionPut
        )
    }

    /// True where the record tells the object's ETag.
    pub(super) const fn tells_etag(self) -> bool {
        !matches!(self, Self::RemovedDelete | Self::ExpirationDelete)
    }

    /// True where the record has a sequencer: only what creates, removes, restores or moves objects.
    pub(super) const fn tells_sequencer(self) -> bool {
        !matches!(self, Self::TaggingPut | Self::TaggingDelete | Self::AclPut | Self::RetentionPut)
    }

    /// EventBridge's name of it; what it does not get has none.
    pub(super) const fn detail_type(self) -> Option<&'static str> {
        Some(match self {
            Self::CreatedPut | Self::CreatedCopy | Self::CreatedComplete => "Object Created",
            Self::RemovedDelete | Self::RemovedMarker | Self::ExpirationDelete | Self::ExpirationMarker => "Object Deleted",
            Self::RestorePost => "Object Restore Initiated",
            Self::RestoreCompleted => "Object Restore Completed",
            Self::RestoreDelete => "Object Restore Expired",
            Self::Transition => "Object Storage Class Changed",
            Self::Tiering => "Object Access Tier Changed",
            Self::TaggingPut => "Object Tags Added",
            Self::TaggingDelete => "Object Tags Deleted",
            Self::AclPut => "Object ACL Updated",
            _ => return None,
        })
    }

    /// EventBridge's reason: the API, or the lifecycle.
    pub(super) const fn reason(self) -> Option<&'static str> {
        Some(match self {
            Self::CreatedPut => "PutObject",
            Self::CreatedCopy => "CopyObject",
            Self::CreatedComplete => "CompleteMultipartUpload",
            Self::RemovedDelete | Self::RemovedMarker => "DeleteObject",
            Self::ExpirationDelete | Self::ExpirationMarker => "Lifecycle Expiration",
            _ => return None,
        })
    }

    /// EventBridge's kind of a deletion.
    pub(super) const fn deletion(self) -> Option<&'static str> {
        Some(match self {
            Self::RemovedDelete | Self::ExpirationDelete => "Permanently Deleted",
            Self::RemovedMarker | Self::ExpirationMarker => "Delete Marker Created",
            _ => return None,
        })
    }
}

/// What a kind of event tells besides.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) enum Details {
    /// Nothing.
    #[default]
    None,
    /// The class that an object is restored from, and when the copy goes.
    Restore { class: StorageClass, expires: Option<SimTime> },
    /// The class that it was moved to.
    Transition(StorageClass),
    /// The tier that it was moved to: `ARCHIVE_ACCESS`.
    Tier(&'static str),
    /// The rule and bucket that a replication is about, when it was asked for, and why it failed.
    Replication { rule: String, destination: String, operation: &'static str, requested: SimTime, failure: Option<&'static str> },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_shares_with_each_of_its_members_and_with_nothing_else() {
        assert!(share("s3:ObjectCreated:*", "s3:ObjectCreated:Put") && share("s3:ObjectCreated:Put", "s3:ObjectCreated:*"));
        assert!(share("s3:ObjectCreated:*", "s3:ObjectCreated:*") && share("s3:LifecycleTransition", "s3:LifecycleTransition"));
        assert!(!share("s3:ObjectCreated:*", "s3:ObjectRemoved:Delete") && !share("s3:ObjectCreated:Put", "s3:ObjectCreated:Copy"));
    }

    #[test]
    fn every_kind_has_a_name_that_s3_knows() {
        for (name, kind) in NAMES {
            assert!(is_known(name) && kind.is_none_or(|kind| kind.name() == *name), "{name}");
        }
        for name in ["s3:ObjectCreated", "ObjectCreated:Put", "s3:*", "s3:TestEvent", "s3:LifecycleTransition:*"] {
            assert!(!is_known(name), "{name}");
        }
    }
}
