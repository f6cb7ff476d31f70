//! Users, groups, roles and policies as IAM's answers show them.

use serde_json::{Map, Value, json};

use super::{
    managed::Found,
    state::{Account, Group, InstanceProfile, ManagedPolicy, Role, User, arn, tag_list},
};
use crate::{ident::AccountId, policy::Document};

/// A document as the CLI shows it: the JSON itself.
pub(super) fn document(document: &Document) -> Value {
    serde_json::from_str(document.text()).unwrap_or_default()
}

fn boundary(shown: &mut Map<String, Value>, boundary: Option<&String>) {
    if let Some(arn) = boundary {
        shown.insert("PermissionsBoundary".to_owned(), json!({"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn}));
    }
}

fn map(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

pub(super) fn user(account: AccountId, user: &User) -> Map<String, Value> {
    map(json!({
        "Path": user.path,
        "UserName": user.name,
        "UserId": user.id,
        "Arn": arn(account, "user", &user.path, &user.name),
        "CreateDate": user.created,
    }))
}

/// A user with its boundary and tags, as where it is asked for alone.
pub(super) fn user_in_full(account: AccountId, it: &User) -> Map<String, Value> {
    let mut shown = user(account, it);
    boundary(&mut shown, it.boundary.as_ref());
    if !it.tags.is_empty() {
        shown.insert("Tags".to_owned(), tag_list(&it.tags));
    }
    shown
}

pub(super) fn group(account: AccountId, group: &Group) -> Map<String, Value> {
    map(json!({
        "Path": group.path,
        "GroupName": group.name,
        "GroupId": group.id,
        "Arn": arn(account, "group", &group.path, &group.name),
        "CreateDate": group.created,
    }))
}

/// A role as it is shown when it is made, and within an instance profile.
pub(super) fn role(account: AccountId, role: &Role) -> Map<String, Value> {
    map(json!({
        "Path": role.path,
        "RoleName": role.name,
        "RoleId": role.id,
        "Arn": arn(account, "role", &role.path, &role.name),
        "CreateDate": role.created,
        "AssumeRolePolicyDocument": document(&role.trust),
    }))
}

/// A role as it is listed.
pub(super) fn listed_role(account: AccountId, it: &Role) -> Map<String, Value> {
    let mut shown = role(account, it);
    if let Some(description) = &it.description {
        shown.insert("Description".to_owned(), json!(description));
    }
    shown.insert("MaxSessionDuration".to_owned(), json!(it.max_session_secs));
    shown
}

/// A role as it is shown where it is asked for alone.
pub(super) fn role_in_full(account: AccountId, it: &Role) -> Map<String, Value> {
    let mut shown = listed_role(account, it);
    boundary(&mut shown, it.boundary.as_ref());
    if !it.tags.is_empty() {
        shown.insert("Tags".to_owned(), tag_list(&it.tags));
    }
    shown.insert("RoleLastUsed".to_owned(), json!({}));
    shown
}

/// A role as it is shown when it is made, with what was given to it.
pub(super) fn new_role(account: AccountId, it: &Role, tags: &[super::Tag]) -> Map<String, Value> {
    let mut shown = role(account, it);
    boundary(&mut shown, it.boundary.as_ref());
    given_tags(&mut shown, tags);
    shown
}

/// Tags in the order in which they were given.
pub(super) fn given_tags(shown: &mut Map<String, Value>, tags: &[super::Tag]) {
    if !tags.is_empty() {
        shown.insert("Tags".to_owned(), json!(tags));
    }
}

/// A managed policy without its documents.
pub(super) fn policy(account: &Account, found: &Found<'_>) -> Map<String, Value> {
    let arn = found.arn();
    map(json!({
        "PolicyName": found.name(),
        "PolicyId": found.id(),
        "Arn": arn,
        "Path": found.path(),
        "DefaultVersionId": found.default_version(),
        "AttachmentCount": account.n_attached(&arn),
        "PermissionsBoundaryUsageCount": account.n_bounded(&arn),
        "IsAttachable": true,
        "CreateDate": found.created(),
        "UpdateDate": found.updated(),
    }))
}

pub(super) fn version_id(number: u32) -> String {
    format!("v{number}")
}

pub(super) fn profile(id: AccountId, account: &Account, profile: &InstanceProfile) -> Map<String, Value> {
    let role = profile.role.as_ref().and_then(|name| account.role(name).ok());
    map(json!({
        "Path": profile.path,
        "InstanceProfileName": profile.name,
        "InstanceProfileId": profile.id,
        "Arn": arn(id, "instance-profile", &profile.path, &profile.name),
        "CreateDate": profile.created,
        "Roles": role.iter().map(|it| Value::Object(self::role(id, it))).collect::<Vec<_>>(),
    }))
}

/// The policies attached to something, as they are listed.
pub(super) fn attached(arns: &[String]) -> Vec<(String, Value)> {
    let one = |arn: &String| {
        let name = arn.rsplit('/').next().unwrap_or(arn).to_owned();
        (name.to_ascii_lowercase(), json!({"PolicyName": name, "PolicyArn": arn}))
    };
    let mut shown: Vec<_> = arns.iter().map(one).collect();
    shown.sort_by(|a, b| a.0.cmp(&b.0));
    shown
}

/// A version of a customer managed policy.
pub(super) fn version(policy: &ManagedPolicy, number: u32, with_document: bool) -> Option<Map<String, Value>> {
    let version = policy.versions.iter().find(|version| version.number == number)?;
    let mut shown = Map::new();
    if with_document {
        shown.insert("Document".to_owned(), document(&version.document));
    }
    shown.insert("VersionId".to_owned(), json!(version_id(number)));
    shown.insert("IsDefaultVersion".to_owned(), json!(policy.default == number));
    shown.insert("CreateDate".to_owned(), json!(version.created));
    Some(shown)
}
