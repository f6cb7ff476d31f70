//! IAM's error codes and wording, one function each.

use crate::api::ApiError;

fn no_such(message: String) -> ApiError {
    ApiError::new(404, "NoSuchEntity", message)
}

pub(super) fn no_such_profile(name: &str) -> ApiError {
    no_such(format!("Instance Profile {name} cannot be found."))
}

/// A user, role or group that is not there.
pub(super) fn no_such_entity(kind: &str, name: &str) -> ApiError {
    no_such(format!("The {kind} with name {name} cannot be found."))
}

pub(super) fn no_such_inline(kind: &str, name: &str) -> ApiError {
    no_such(format!("The {kind} policy with name {name} cannot be found."))
}

pub(super) fn no_such_policy(arn: &str) -> ApiError {
    no_such(format!("Policy {arn} was not found."))
}

pub(super) fn not_attachable(arn: &str) -> ApiError {
    no_such(format!("Policy {arn} does not exist or is not attachable."))
}

pub(super) fn no_such_version(arn: &str, version: &str) -> ApiError {
    no_such(format!("Policy {arn} version {version} does not exist or is not attachable."))
}

pub(super) fn no_such_boundary(kind: &str) -> ApiError {
    no_such(format!("{kind} does not have a permissions boundary."))
}

pub(super) fn no_such_key(id: &str) -> ApiError {
    no_such(format!("The Access Key with id {id} cannot be found."))
}

pub(super) fn no_such_login(user: &str) -> ApiError {
    no_such(format!("Login Profile for User {user} cannot be found."))
}

pub(super) fn no_such_alias(alias: &str) -> ApiError {
    no_such(format!("The account alias {alias} cannot be found."))
}

/// `User with name kim already exists.`
pub(super) fn exists(kind: &str, name: &str) -> ApiError {
    ApiError::new(409, "EntityAlreadyExists", format!("{kind} with name {name} already exists."))
}

pub(super) fn policy_exists(name: &str) -> ApiError {
    ApiError::new(409, "EntityAlreadyExists", format!("A policy called {name} already exists. Duplicate names are not allowed."))
}

pub(super) fn login_exists(user: &str) -> ApiError {
    ApiError::new(409, "EntityAlreadyExists", format!("Login Profile for user {user} already exists."))
}

pub(super) fn alias_taken(alias: &str) -> ApiError {
    ApiError::new(409, "EntityAlreadyExists", format!("The account alias {alias} already exists."))
}

pub(super) fn delete_conflict(message: &str) -> ApiError {
    ApiError::new(409, "DeleteConflict", message)
}

/// `Cannot exceed quota for AccessKeysPerUser: 2`
pub(super) fn quota(name: &str, most: usize) -> ApiError {
    ApiError::new(409, "LimitExceeded", format!("Cannot exceed quota for {name}: {most}"))
}

pub(super) fn too_many_versions() -> ApiError {
    let message = "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.";
    ApiError::new(409, "LimitExceeded", message)
}

/// A document longer than its kind may be.
pub(super) fn document_too_long(kind: &str, name: &str, most: usize) -> ApiError {
    ApiError::new(409, "LimitExceeded", format!("Maximum policy size of {most} bytes exceeded for {kind} {name}"))
}

pub(super) fn managed_too_long(most: usize) -> ApiError {
    ApiError::new(409, "LimitExceeded", format!("Cannot exceed quota for PolicySize: {most}"))
}

pub(super) fn malformed(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "MalformedPolicyDocument", message)
}

pub(super) fn invalid_input(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "InvalidInput", message)
}

pub(super) fn validation(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "ValidationError", message)
}

pub(super) fn invalid_arn(arn: &str) -> ApiError {
    validation(format!("ARN {arn} is not valid."))
}

/// AWS's own policies cannot be changed: no caller is allowed to.
pub(super) fn not_yours(caller: &str, action: &str, arn: &str) -> ApiError {
    ApiError::new(403, "AccessDenied", format!("User: {caller} is not authorized to perform: {action} on resource: policy {arn}"))
}
