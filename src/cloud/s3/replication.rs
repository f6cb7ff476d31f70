//! Replication: objects written to a bucket are copied, with their version ids, to buckets of the same region or another.
//!
//! Which rules an object falls under is settled when it is written; what the role may do, and whether the destination is still there,
//! when it is copied. A run of alike objects is copied as one. The time that it takes is fixed by the object's size, where S3 promises
//! none (and with Replication Time Control 15 minutes for 99.9 % of the objects).

mod backlog;
mod batch;
mod carry;
mod configuration;
mod errors;
mod failure;
mod operations;
mod plan;
mod role;
mod route;
mod seal;
mod status;
mod tally;
#[cfg(test)]
mod tests;
mod validate;

pub use backlog::Backlog;
pub(super) use batch::Jobs;
pub use batch::{Existing, ReplicateExisting};
pub(super) use carry::carry_out;
pub use configuration::{
    AccessControlTranslation, DeleteMarkerReplication, Destination, EncryptionConfiguration, ExistingObjectReplication, Metrics,
    ReplicaModifications, ReplicationConfiguration, ReplicationRule, ReplicationRuleAndOperator, ReplicationRuleFilter, ReplicationTime,
    ReplicationTimeValue, SourceSelectionCriteria, SseKmsEncryptedObjects,
};
pub(super) use operations::refuse_suspension;
pub use operations::{DeleteBucketReplication, GetBucketReplication, PutBucketReplication};
pub(super) use plan::{changed, cuts, of_marker, of_object};
pub use status::{Asked, Leg, LegState, Replication};
pub(super) use status::{is_waiting, next_due};
pub(super) use tally::Tally;
