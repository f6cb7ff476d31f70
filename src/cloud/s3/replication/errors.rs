//! What S3 refuses of replication configurations, in its words.

use super::super::errors::{invalid_argument, invalid_request};
use crate::api::ApiError;

/// There is no configuration.
pub(super) fn not_found() -> ApiError {
    ApiError::new(404, "ReplicationConfigurationNotFoundError", "The replication configuration was not found")
}

/// The source keeps no versions.
pub(super) fn source_unversioned() -> ApiError {
    invalid_request("Versioning must be 'Enabled' on the bucket to apply a replication configuration")
}

/// The destination keeps no versions, or is not there.
pub(super) fn destination_unversioned() -> ApiError {
    invalid_request("Destination bucket must have versioning enabled.")
}

/// Versioning stays as it is while there are rules.
pub(super) fn versioning_is_needed() -> ApiError {
    ApiError::new(
        409,
        "InvalidBucketState",
        "A replication configuration is present on this bucket, so you cannot change the versioning state. To change the versioning state, first delete the replication configuration.",
    )
}

/// What the newer form must say.
pub(super) fn missing(element: &str) -> ApiError {
    invalid_request(format!(
        "{element} must be specified for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information."
    ))
}

/// What the older form does not know.
pub(super) fn unknown_to_older(element: &str) -> ApiError {
    invalid_request(format!(
        "{element} cannot be used for this version of Cross Region Replication configuration schema. Please refer to S3 Developer Guide for more information."
    ))
}

/// Delete markers have no tags.
pub(super) fn markers_with_tags() -> ApiError {
    invalid_request(
        "Delete marker replication is not supported if any Tag filter is specified. Please refer to S3 Developer Guide for more information.",
    )
}

/// Two rules of one name.
pub(super) fn repeated_id() -> ApiError {
    invalid_argument("Rule Id must be unique.")
}

/// A rule's name is too long.
pub(super) fn long_id(most: usize) -> ApiError {
    invalid_argument(format!("The maximum value is {most} characters."))
}

/// Two rules of one priority.
pub(super) fn repeated_priority(priority: i64) -> ApiError {
    invalid_request(format!("Found duplicate priority {priority}."))
}

/// A priority out of its range.
pub(super) fn bad_priority(most: i64) -> ApiError {
    invalid_request(format!("Priority must be between 0 and {most}."))
}

/// More rules than a bucket may have.
pub(super) fn too_many_rules(most: usize) -> ApiError {
    invalid_request(format!("The number of replication rules must not exceed the allowed limit of {most} rules."))
}

/// A destination that is no bucket's ARN.
pub(super) fn bad_bucket_arn() -> ApiError {
    invalid_argument("Invalid bucket ARN.")
}

/// A role that is no role's ARN.
pub(super) fn bad_role_arn() -> ApiError {
    invalid_argument("Invalid Role ARN.")
}

/// A bucket that is its own destination.
pub(super) fn own_destination() -> ApiError {
    invalid_request("Destination bucket cannot be the same as the source bucket.")
}

/// A tag twice in a filter.
pub(super) fn repeated_tag() -> ApiError {
    invalid_request("Duplicate Tag Keys are not allowed.")
}

/// An owner of replicas without the account.
pub(super) fn owner_without_account() -> ApiError {
    invalid_request("Account must be specified when AccessControlTranslation is specified.")
}

/// An account that is not the destination's owner.
pub(super) fn other_account() -> ApiError {
    invalid_request("Destination bucket is not owned by the account that is specified.")
}

/// Replication of objects that are there already is done by S3 Batch Replication.
pub(super) fn existing_objects() -> ApiError {
    invalid_request("ExistingObjectReplication is not supported. Use S3 Batch Replication to replicate existing objects.")
}

/// A key of replicas, and nothing that it would be for.
pub(super) fn key_without_kms_objects() -> ApiError {
    invalid_request("SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.")
}

/// Objects under KMS keys, and no key for their replicas.
pub(super) fn kms_objects_without_key() -> ApiError {
    invalid_request("ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.")
}

/// Replication Time Control without metrics.
pub(super) fn timed_without_metrics() -> ApiError {
    invalid_request("Destination Metrics must be specified when ReplicationTime is specified.")
}

/// Minutes other than fifteen.
pub(super) fn bad_minutes() -> ApiError {
    invalid_request("Replication time and event threshold must be 15 minutes.")
}
