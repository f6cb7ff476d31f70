//! A bucket's replication configuration, as it is given and shown.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::lifecycle::Tag;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$member:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name { $($(#[$member])* pub $field: $kind,)* }
    )*};
}

shapes! {
    /// `ReplicationConfiguration`.
    ReplicationConfiguration {
        /// The role that S3 works in.
        role: String,
        /// The rules; at most 1,000.
        rules: Vec<ReplicationRule>,
    }

    /// `ReplicationRule`.
    ReplicationRule {
        /// Its name, unique in the bucket.
        #[serde(rename = "ID")]
        id: Option<String>,
        /// Of rules for the same objects and the same destination, the highest counts.
        priority: Option<i64>,
        /// The older form's filter.
        prefix: Option<String>,
        /// Which objects.
        filter: Option<ReplicationRuleFilter>,
        /// `Enabled` or `Disabled`.
        status: String,
        /// Which objects besides: encrypted ones, changed replicas.
        source_selection_criteria: Option<SourceSelectionCriteria>,
        /// Not for everybody: S3 Batch Replication does it.
        existing_object_replication: Option<ExistingObjectReplication>,
        /// Where to.
        destination: Destination,
        /// Whether delete markers are copied.
        delete_marker_replication: Option<DeleteMarkerReplication>,
    }

    /// `ReplicationRuleFilter`.
    ReplicationRuleFilter {
        /// What the key begins with.
        prefix: Option<String>,
        /// A tag.
        tag: Option<Tag>,
        /// All of these.
        and: Option<ReplicationRuleAndOperator>,
    }

    /// `ReplicationRuleAndOperator`.
    ReplicationRuleAndOperator {
        /// What the key begins with.
        prefix: Option<String>,
        /// Tags.
        tags: Option<Vec<Tag>>,
    }

    /// `SourceSelectionCriteria`.
    SourceSelectionCriteria {
        /// Objects under KMS keys.
        sse_kms_encrypted_objects: Option<SseKmsEncryptedObjects>,
        /// Changes of replicas' metadata.
        replica_modifications: Option<ReplicaModifications>,
    }

    /// `SseKmsEncryptedObjects`.
    SseKmsEncryptedObjects {
        /// `Enabled` or `Disabled`.
        status: String,
    }

    /// `ReplicaModifications`.
    ReplicaModifications {
        /// `Enabled` or `Disabled`.
        status: String,
    }

    /// `ExistingObjectReplication`.
    ExistingObjectReplication {
        /// `Enabled` or `Disabled`.
        status: String,
    }

    /// `DeleteMarkerReplication`.
    DeleteMarkerReplication {
        /// `Enabled` or `Disabled`.
        status: Option<String>,
    }

    /// `Destination`.
    Destination {
        /// The bucket's ARN.
        bucket: String,
        /// The account of the bucket's owner.
        account: Option<String>,
        /// The replicas' class; without, the objects' own.
        storage_class: Option<String>,
        /// Whose the replicas are.
        access_control_translation: Option<AccessControlTranslation>,
        /// The key that replicas are encrypted with.
        encryption_configuration: Option<EncryptionConfiguration>,
        /// Replication Time Control.
        replication_time: Option<ReplicationTime>,
        /// Replication metrics and events.
        metrics: Option<Metrics>,
    }

    /// `AccessControlTranslation`.
    AccessControlTranslation {
        /// Only `Destination`.
        owner: String,
    }

    /// `EncryptionConfiguration`.
    EncryptionConfiguration {
        /// The key.
        #[serde(rename = "ReplicaKmsKeyID")]
        replica_kms_key_id: Option<String>,
    }

    /// `ReplicationTime`.
    ReplicationTime {
        /// `Enabled` or `Disabled`.
        status: String,
        /// 15 minutes.
        time: Option<ReplicationTimeValue>,
    }

    /// `Metrics`.
    Metrics {
        /// `Enabled` or `Disabled`.
        status: String,
        /// 15 minutes.
        event_threshold: Option<ReplicationTimeValue>,
    }

    /// `ReplicationTimeValue`.
    ReplicationTimeValue {
        /// Only 15.
        minutes: Option<i64>,
    }
}

/// What a rule's switch says.
fn is_on(status: Option<&str>) -> bool {
    status == Some("Enabled")
}

impl ReplicationRule {
    /// True for a rule that is to be applied.
    pub(super) fn is_enabled(&self) -> bool {
        self.status == "Enabled"
    }

    /// Its name; S3 made one where none was given.
    pub(super) fn name(&self) -> &str {
        self.id.as_deref().unwrap_or_default()
    }

    /// What its keys begin with.
    pub(super) fn key_prefix(&self) -> &str {
        let Some(filter) = &self.filter else { return self.prefix.as_deref().unwrap_or_default() };
        let all = filter.and.as_ref().and_then(|and| and.prefix.as_deref());
        filter.prefix.as_deref().or(all).unwrap_or_default()
    }

    /// The tags that its objects have.
    pub(super) fn tags(&self) -> impl Iterator<Item = &Tag> {
        let filter = self.filter.as_ref();
        let all = filter.and_then(|filter| filter.and.as_ref()).and_then(|and| and.tags.as_ref()).into_iter().flatten();
        filter.and_then(|filter| filter.tag.as_ref()).into_iter().chain(all)
    }

    /// True if delete markers of users' deletes are copied: an older rule, without a filter, always does.
    pub(super) fn copies_markers(&self) -> bool {
        let asked = self.delete_marker_replication.as_ref().and_then(|it| it.status.as_deref());
        self.filter.is_none() || (is_on(asked) && self.tags().next().is_none())
    }

    /// True if changes of replicas' metadata are copied.
    pub(super) fn copies_replica_changes(&self) -> bool {
        let criteria = self.source_selection_criteria.as_ref();
        is_on(criteria.and_then(|criteria| criteria.replica_modifications.as_ref()).map(|it| it.status.as_str()))
    }

    /// True if objects under KMS keys are copied, too.
    pub(super) fn copies_kms_objects(&self) -> bool {
        let criteria = self.source_selection_criteria.as_ref();
        is_on(criteria.and_then(|criteria| criteria.sse_kms_encrypted_objects.as_ref()).map(|it| it.status.as_str()))
    }

    /// True with Replication Time Control.
    pub(super) fn is_timed(&self) -> bool {
        is_on(self.destination.replication_time.as_ref().map(|it| it.status.as_str()))
    }

    /// True if S3 tells of failures: metrics are on.
    pub(super) fn is_measured(&self) -> bool {
        self.is_timed() || is_on(self.destination.metrics.as_ref().map(|it| it.status.as_str()))
    }
}

impl Destination {
    /// The bucket's name.
    pub(super) fn bucket_name(&self) -> &str {
        self.bucket.strip_prefix("arn:aws:s3:::").unwrap_or(&self.bucket)
    }

    /// The KMS key of replicas whose originals are under one.
    pub(super) fn replica_key(&self) -> Option<&str> {
        self.encryption_configuration.as_ref()?.replica_kms_key_id.as_deref()
    }

    /// True if the replicas are the destination's owner's.
    pub(super) fn changes_owner(&self) -> bool {
        self.access_control_translation.is_some()
    }
}
