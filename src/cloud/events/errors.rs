//! EventBridge's error codes and wording, one function each.

use crate::api::ApiError;

/// No rule of that name.
pub(super) fn no_such_rule(name: &str) -> ApiError {
    ApiError::new(400, "ResourceNotFoundException", format!("Rule {name} does not exist on EventBus default."))
}

/// No event bus of that name.
pub(super) fn no_such_bus(name: &str) -> ApiError {
    ApiError::new(400, "ResourceNotFoundException", format!("Event bus {name} does not exist."))
}

/// A value that EventBridge refuses, in its words.
pub(super) fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "ValidationException", message)
}

/// A pattern that is none.
pub(super) fn bad_pattern(why: &str) -> ApiError {
    ApiError::new(400, "InvalidEventPatternException", format!("Event pattern is not valid. Reason: {why}"))
}

/// More rules or targets than there may be.
pub(super) fn too_many() -> ApiError {
    ApiError::new(400, "LimitExceededException", "The requested resource exceeds the maximum number allowed.")
}
