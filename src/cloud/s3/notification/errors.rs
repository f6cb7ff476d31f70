//! What S3 refuses of notification configurations, in its words.

use super::super::errors::invalid_argument;
use crate::api::ApiError;

/// An event that S3 does not know.
pub(super) fn unknown_event() -> ApiError {
    invalid_argument("A specified event is not supported for notifications.")
}

/// An ARN that is none, or of another service.
pub(super) fn unparseable_arn() -> ApiError {
    invalid_argument("The ARN could not be parsed")
}

/// A destination in another region than the bucket.
pub(super) fn other_region() -> ApiError {
    invalid_argument("The notification destination service region is not valid for the bucket location constraint")
}

/// A destination that is not there, or does not let S3 in.
pub(super) fn invalid_destinations() -> ApiError {
    invalid_argument("Unable to validate the following destination configurations")
}

/// A filter rule by something else than the key's beginning or end.
pub(super) fn bad_filter_name() -> ApiError {
    invalid_argument("filter rule name must be either prefix or suffix")
}

/// A filter rule longer than a key.
pub(super) fn long_filter_value() -> ApiError {
    invalid_argument("Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation")
}

/// Two rules of one kind in a filter.
pub(super) fn repeated_filter(name: &str) -> ApiError {
    invalid_argument(format!("Cannot specify more than one {name} rule in a filter."))
}

/// More configurations than a bucket may have.
pub(super) fn too_many(most: usize) -> ApiError {
    invalid_argument(format!("A bucket may have at most {most} notification configurations."))
}

/// Two configurations of one id.
pub(super) fn repeated_id() -> ApiError {
    invalid_argument("Same ID used for multiple configurations. IDs must be unique")
}

/// Two configurations that one event of one key could be for.
pub(super) fn ambiguous() -> ApiError {
    invalid_argument(
        "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.",
    )
}
