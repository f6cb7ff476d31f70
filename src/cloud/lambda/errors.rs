//! Lambda's error codes and wording, one function each.

use crate::api::ApiError;

/// No function of that ARN.
pub(super) fn no_such_function(arn: &str) -> ApiError {
    ApiError::new(404, "ResourceNotFoundException", format!("Function not found: {arn}"))
}

/// Something of a function that is not there.
pub(super) fn not_found(message: impl Into<String>) -> ApiError {
    ApiError::new(404, "ResourceNotFoundException", message)
}

/// A function of that name is there already.
pub(super) fn exists(name: &str) -> ApiError {
    conflict(format!("Function already exist: {name}"))
}

/// Something is there already, or in the way.
pub(super) fn conflict(message: impl Into<String>) -> ApiError {
    ApiError::new(409, "ResourceConflictException", message)
}

/// A value that Lambda refuses, in its words.
pub(super) fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterValueException", message)
}

/// A value out of its range or form.
pub(super) fn validation(value: &str, member: &str, constraint: &str) -> ApiError {
    let message = format!("1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
    ApiError::new(400, "ValidationException", message)
}

/// An event that is no JSON.
pub(super) fn bad_payload(why: &str) -> ApiError {
    ApiError::new(400, "InvalidRequestContentException", format!("Could not parse request body into json: {why}"))
}

/// An event that is too long.
pub(super) fn long_payload(most: u64) -> ApiError {
    ApiError::new(413, "RequestTooLargeException", format!("Request must be smaller than {most} bytes for the InvokeFunction operation"))
}

/// The function changed since the revision that the caller knows.
pub(super) fn stale_revision() -> ApiError {
    let message = "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id";
    ApiError::new(412, "PreconditionFailedException", message)
}

/// The execution role does not let Lambda in.
pub(super) fn role_cannot_be_assumed() -> ApiError {
    invalid("The role defined for the function cannot be assumed by Lambda.")
}
