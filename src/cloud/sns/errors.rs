//! SNS's error codes and wording, one function each.

use crate::api::ApiError;

/// A parameter that SNS refuses, in its words: `Topic Name`.
pub(super) fn invalid(what: impl std::fmt::Display) -> ApiError {
    ApiError::new(400, "InvalidParameter", format!("Invalid parameter: {what}"))
}

/// No topic of that ARN.
pub(super) fn no_such_topic() -> ApiError {
    ApiError::new(404, "NotFound", "Topic does not exist")
}

/// No subscription of that ARN.
pub(super) fn no_such_subscription() -> ApiError {
    ApiError::new(404, "NotFound", "Subscription does not exist")
}

/// No topic of that ARN, to be tagged.
pub(super) fn no_such_resource() -> ApiError {
    ApiError::new(404, "ResourceNotFound", "Resource does not exist")
}

/// A message that is too long, empty or unreadable in a batch.
pub(super) fn batch(code: &'static str, message: impl Into<String>) -> ApiError {
    ApiError::new(400, code, message)
}

/// What AWS has here and Skylab does not model.
pub(super) fn not_modelled(what: &str) -> ApiError {
    invalid(format!("AWS has {what} here; Skylab does not model it."))
}
