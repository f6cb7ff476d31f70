//! CloudTrail's codes, in the words of its API reference.

use crate::api::ApiError;

fn error(code: &'static str, message: &str) -> ApiError {
    ApiError::new(400, code, message)
}

/// A lookup attribute without a known key, or more than one.
pub(super) fn invalid_lookup_attributes() -> ApiError {
    error("InvalidLookupAttributesException", "Occurs when a lookup attribute is specified that is not valid.")
}

/// A page of none, or of more than there may be.
pub(super) fn invalid_max_results() -> ApiError {
    error("InvalidMaxResultsException", "This exception is thrown if the limit specified is not valid.")
}

/// A token that no answer gave, or that belongs to another question.
pub(super) fn invalid_next_token() -> ApiError {
    error(
        "InvalidNextTokenException",
        "A token that is not valid, or a token that was previously used in a request with different parameters. This exception is thrown if \
         the token is not valid.",
    )
}

/// A time that ends before it begins.
pub(super) fn invalid_time_range() -> ApiError {
    error(
        "InvalidTimeRangeException",
        "Occurs if the timestamp values are not valid. Either the start time occurs after the end time, or the time range is outside the \
         range of possible values.",
    )
}

/// Another kind of event than those that are kept.
pub(super) fn invalid_event_category() -> ApiError {
    error("InvalidEventCategoryException", "Occurs if an event category that is not valid is specified as a value of EventCategory.")
}
