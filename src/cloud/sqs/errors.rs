//! SQS's error codes and wording, one function each. Codes are those that the AWS CLI prints: the query protocol's.

use crate::api::ApiError;

/// The code that SQS's older errors begin with.
macro_rules! simple {
    ($($(#[$doc:meta])* $name:ident: $code:literal $message:literal;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name() -> ApiError {
            ApiError::new(400, $code, $message)
        }
    )*};
}

simple! {
    /// No queue of that name, account and region.
    no_such_queue: "AWS.SimpleQueueService.NonExistentQueue" "The specified queue does not exist.";
    /// A queue's name is taken for a minute after it.
    deleted_recently: "AWS.SimpleQueueService.QueueDeletedRecently" "You must wait 60 seconds after deleting a queue before you can create another with the same name.";
    bad_name: "InvalidParameterValue" "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";
    bad_fifo_name: "InvalidParameterValue" "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.";
    invalid_characters: "InvalidMessageContents" "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF";
    no_deduplication: "InvalidParameterValue" "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly";
    bad_batch_id: "AWS.SimpleQueueService.InvalidBatchEntryId" "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.";
    not_in_flight: "AWS.SimpleQueueService.MessageNotInflight" "The specified message isn't in flight.";
    bad_next_token: "InvalidParameterValue" "Invalid or expired next token.";
}

/// A parameter's value that SQS refuses, with its reason.
pub(super) fn invalid(parameter: &str, value: impl std::fmt::Display, reason: &str) -> ApiError {
    ApiError::new(400, "InvalidParameterValue", format!("Value {value} for parameter {parameter} is invalid. Reason: {reason}"))
}

/// A parameter value that SQS refuses, in its words.
pub(super) fn invalid_value(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidParameterValue", message)
}

/// A parameter that has to be there.
pub(super) fn missing(parameter: &str) -> ApiError {
    ApiError::new(400, "MissingParameter", format!("The request must contain the parameter {parameter}."))
}

/// An attribute that this kind of queue does not have.
pub(super) fn unknown_attribute(name: &str) -> ApiError {
    ApiError::new(400, "InvalidAttributeName", format!("Unknown Attribute {name}."))
}

/// An attribute's value out of its range or form.
pub(super) fn bad_attribute(name: &str) -> ApiError {
    ApiError::new(400, "InvalidAttributeValue", format!("Invalid value for the parameter {name}."))
}

/// A queue of that name exists with other attributes.
pub(super) fn exists_otherwise(attribute: &str) -> ApiError {
    let message = format!("A queue already exists with the same name and a different value for attribute {attribute}");
    ApiError::new(400, "QueueAlreadyExists", message)
}

/// A queue URL that is none.
pub(super) fn bad_address(url: &str) -> ApiError {
    ApiError::new(404, "InvalidAddress", format!("The address {url} is not valid for this endpoint."))
}

/// A receipt handle that SQS never gave out.
pub(super) fn bad_receipt(handle: &str) -> ApiError {
    ApiError::new(404, "ReceiptHandleIsInvalid", format!("The input receipt handle \"{handle}\" is not a valid receipt handle."))
}

/// The receipt handle of a FIFO queue's message that is visible again.
pub(super) fn expired_receipt(handle: &str) -> ApiError {
    invalid("ReceiptHandle", handle, "The receipt handle has expired.")
}

/// A message that is gone, or was never there.
pub(super) fn no_message(handle: &str) -> ApiError {
    invalid("ReceiptHandle", handle, "Message does not exist or is not available for visibility timeout change.")
}

/// A batch without entries.
pub(super) fn empty_batch(entry: &str) -> ApiError {
    let message = format!("There should be at least one {entry} in the request.");
    ApiError::new(400, "AWS.SimpleQueueService.EmptyBatchRequest", message)
}

/// A batch of more than ten entries.
pub(super) fn large_batch(n: usize) -> ApiError {
    let message = format!("Maximum number of entries per request are 10. You have sent {n}.");
    ApiError::new(400, "AWS.SimpleQueueService.TooManyEntriesInBatchRequest", message)
}

/// A batch whose messages are too long together.
pub(super) fn long_batch(most: usize, bytes: usize) -> ApiError {
    let message = format!("Batch requests cannot be longer than {most} bytes. You have sent {bytes} bytes.");
    ApiError::new(400, "AWS.SimpleQueueService.BatchRequestTooLong", message)
}

/// Two entries of a batch with one id.
pub(super) fn repeated_batch_id(id: &str) -> ApiError {
    ApiError::new(400, "AWS.SimpleQueueService.BatchEntryIdsNotDistinct", format!("Id {id} repeated."))
}

/// A purge within a minute of the last one.
pub(super) fn purge_in_progress(name: &str) -> ApiError {
    let message = format!("Only one PurgeQueue operation on {name} is allowed every 60 seconds.");
    ApiError::new(403, "AWS.SimpleQueueService.PurgeQueueInProgress", message)
}

/// A message attribute that SQS refuses, in its words.
pub(super) fn bad_message_attribute(name: &str, why: &str) -> ApiError {
    invalid_value(format!("The message attribute '{name}' {why}"))
}

/// What AWS has here and Skylab does not model.
pub(super) fn not_modelled(what: &str) -> ApiError {
    ApiError::new(400, "AWS.SimpleQueueService.UnsupportedOperation", format!("AWS has {what} here; Skylab does not model it."))
}

/// A resource that a move of messages names and that is not there.
pub(super) fn no_such_resource(message: &str) -> ApiError {
    ApiError::new(404, "ResourceNotFoundException", message)
}
