//! KMS's error codes and wording (KMS API Reference, and recorded answers), one function each.

use std::fmt::Display;

use crate::api::ApiError;

fn refused(code: &'static str, message: impl Into<String>) -> ApiError {
    ApiError::new(400, code, message)
}

/// Another context, another key, or a changed bit. KMS says no word about which.
pub(crate) fn invalid_ciphertext() -> ApiError {
    refused("InvalidCiphertextException", "")
}

/// The ciphertext is KMS's, but no key here made it.
pub(crate) fn unknown_ciphertext_key() -> ApiError {
    refused(
        "AccessDeniedException",
        "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
    )
}

/// The ciphertext was made under another key than the one named.
pub(crate) fn incorrect_key() -> ApiError {
    refused("IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.")
}

/// A key that could exist by its form, and does not.
pub(crate) fn no_such_key(arn: &str) -> ApiError {
    refused("NotFoundException", format!("Key '{arn}' does not exist"))
}

/// Text that is no key's identifier.
pub(crate) fn invalid_key_id(text: &str) -> ApiError {
    refused("NotFoundException", format!("Invalid keyId '{text}'"))
}

/// The ARN of another region than the endpoint's.
pub(crate) fn foreign_arn(region: &str) -> ApiError {
    refused("NotFoundException", format!("Invalid arn {region}"))
}

/// Text that begins as an ARN and is none of a key or alias.
pub(crate) fn invalid_arn(text: &str) -> ApiError {
    refused("InvalidArnException", format!("Invalid ARN: '{text}'"))
}

/// Text that names nobody.
pub(crate) fn invalid_principal(arn: &str) -> ApiError {
    refused("InvalidArnException", format!("ARN does not refer to a valid principal: {arn}"))
}

/// No such alias.
pub(crate) fn no_such_alias(arn: &str) -> ApiError {
    refused("NotFoundException", format!("Alias {arn} is not found."))
}

/// The name is taken.
pub(crate) fn alias_exists(arn: &str) -> ApiError {
    refused("AlreadyExistsException", format!("An alias with the name {arn} already exists"))
}

/// `alias/aws/…` belongs to AWS managed keys.
pub(crate) fn reserved_alias() -> ApiError {
    refused("NotAuthorizedException", "")
}

/// A state in which a key may not be used.
pub(crate) fn disabled(arn: &str) -> ApiError {
    refused("DisabledException", format!("{arn} is disabled."))
}

/// The key is in a state that this request cannot work on: `is pending deletion`.
pub(crate) fn invalid_state(arn: &str, state: &str) -> ApiError {
    refused("KMSInvalidStateException", format!("{arn} {state}."))
}

/// The key is of another kind than the operation works with.
pub(crate) fn invalid_usage(arn: &str, usage: &str, operation: &str) -> ApiError {
    refused("InvalidKeyUsageException", format!("{arn} key usage is {usage} which is not valid for {operation}."))
}

/// A MAC algorithm that does not go with the key's length.
pub(crate) fn incompatible_algorithm(algorithm: &str, spec: &str) -> ApiError {
    refused("InvalidKeyUsageException", format!("Algorithm {algorithm} is incompatible with key spec {spec}."))
}

/// A MAC that is not this message's. KMS adds no word.
pub(crate) fn invalid_mac() -> ApiError {
    refused("KMSInvalidMacException", "")
}

/// What KMS does not do with this key.
pub(crate) fn unsupported(message: impl Into<String>) -> ApiError {
    refused("UnsupportedOperationException", message)
}

/// What KMS would do and Skylab does not.
pub(crate) fn not_modelled(message: impl Into<String>) -> ApiError {
    refused("UnsupportedOperationException", format!("Skylab does not model {}", message.into()))
}

/// A request that KMS refuses, in its words.
pub(crate) fn validation(message: impl Into<String>) -> ApiError {
    refused("ValidationException", message)
}

/// A member beyond what AWS's model of the service allows.
pub(crate) fn constraint(value: impl Display, member: &str, what: impl Display) -> ApiError {
    validation(format!("1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must {what}"))
}

/// The same of a value that is not repeated: it is secret, or long.
pub(crate) fn silent_constraint(member: &str, what: impl Display) -> ApiError {
    validation(format!("1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must {what}"))
}

/// A value that is none of those that AWS names.
pub(crate) fn not_in_enum(value: &str, member: &str, values: &[&str]) -> ApiError {
    constraint(value, member, format!("satisfy enum value set: [{}]", values.join(", ")))
}

/// More than a quota allows.
pub(crate) fn limit_exceeded(message: impl Into<String>) -> ApiError {
    refused("LimitExceededException", message)
}

/// A key policy that KMS does not take.
pub(crate) fn malformed_policy(message: impl Into<String>) -> ApiError {
    refused("MalformedPolicyDocumentException", message)
}

/// A key policy that would leave its author without a say in it.
pub(crate) fn locks_out() -> ApiError {
    malformed_policy("The new key policy will not allow you to update the key policy in the future.")
}

/// A key policy that names somebody who is not there.
pub(crate) fn invalid_principals() -> ApiError {
    malformed_policy("Policy contains a statement with one or more invalid principals.")
}

/// Key policies have one name.
pub(crate) fn no_such_policy() -> ApiError {
    refused("NotFoundException", "No such policy exists")
}

/// A tag that KMS does not take.
pub(crate) fn tag(message: impl Into<String>) -> ApiError {
    refused("TagException", message)
}

/// No grant of that identifier on this key.
pub(crate) fn invalid_grant_id() -> ApiError {
    refused("InvalidGrantIdException", "")
}

/// No grant with that token.
pub(crate) fn invalid_grant_token() -> ApiError {
    refused("InvalidGrantTokenException", "")
}

/// A page that does not go on from any other.
pub(crate) fn invalid_marker() -> ApiError {
    refused("InvalidMarkerException", "")
}

/// There is a replica already.
pub(crate) fn replica_exists(key_id: &str, region: &str) -> ApiError {
    refused("AlreadyExistsException", format!("Unable to replicate key {key_id} to region {region}, as the key already exist there"))
}

/// A call without credentials.
pub(crate) fn unsigned() -> ApiError {
    ApiError::new(403, "MissingAuthenticationToken", "Request is missing Authentication Token")
}

/// The request would have passed.
pub(crate) fn dry_run() -> ApiError {
    ApiError::new(412, "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.")
}
