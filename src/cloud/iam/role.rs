//! Roles: made with the trust that says who may assume them, shown, changed, deleted.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    Tag, check, documents, errors, managed,
    page::Page,
    show,
    state::{Held, Iam, Role, key},
    user::account_of,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::Caller,
    policy::{Document, Principal},
};

const NAME_LEN: usize = 64;
const MAX_ROLES: usize = 1_000;
/// A session's length unless the role says otherwise, in seconds.
const SESSION_SECS: u32 = 3_600;
const TRUSTED: Fidelity = Fidelity::Simplified(
    "a user or role that the trust policy names is known by its name, not by its unique id; when a role was last used is not kept",
);

pub(super) fn need_role(action: &'static str, name: &str) -> Need {
    Need::action(action).global(format!("role/{name}"))
}

/// A trust policy whose principals exist, as far as Skylab knows their accounts.
fn trust(world: &World, text: &str) -> Result<Document, ApiError> {
    documents::trust(text, |principal| world.iam.knows(principal))
}

fn check_session(secs: u32) -> Result<(), ApiError> {
    let mut faults = check::Faults::default();
    faults.number("maxSessionDuration", secs.into(), 3_600..=43_200);
    faults.told()
}

fn check_description(description: Option<&String>) -> Result<(), ApiError> {
    let mut faults = check::Faults::default();
    faults.length("description", description.map_or("", String::as_str), 0..=1_000);
    faults.told()
}

/// Makes a role that those may assume whom its trust policy names.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateRole {
    /// Where it is filed.
    pub path: Option<String>,
    /// Its name.
    pub role_name: String,
    /// The trust policy.
    pub assume_role_policy_document: String,
    /// What it is for.
    pub description: Option<String>,
    /// The longest session, in seconds.
    pub max_session_duration: Option<u32>,
    /// The ARN of the policy that bounds it.
    pub permissions_boundary: Option<String>,
    /// Its tags.
    pub tags: Option<Vec<Tag>>,
}

impl Operation for CreateRole {
    type Output = Value;
    const FIDELITY: Fidelity = TRUSTED;

    fn needs(&self) -> Need {
        Need::action("iam:CreateRole")
            .global(format!("role{}{}", self.path.as_deref().unwrap_or("/"), self.role_name))
            .to_be_made()
            .with("iam:PermissionsBoundary", self.permissions_boundary.as_ref())
            .with_tags(self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str())))
    }
}

impl Write for CreateRole {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        check::name("roleName", &self.role_name, NAME_LEN)?;
        let path = check::path(self.path.as_deref())?;
        let tags = self.tags.unwrap_or_default();
        check::tags(&tags, true)?;
        let max_session_secs = self.max_session_duration.unwrap_or(SESSION_SECS);
        check_session(max_session_secs)?;
        check_description(self.description.as_ref())?;
        let trust = trust(cx.world, &self.assume_role_policy_document)?;
        let account = cx.world.iam.account(id);
        if account.roles.contains_key(&key(&self.role_name)) {
            return Err(errors::exists("Role", &self.role_name));
        }
        if account.roles.len() >= MAX_ROLES {
            return Err(errors::quota("RolesPerAccount", MAX_ROLES));
        }
        if let Some(arn) = &self.permissions_boundary {
            managed::attachable(id, account, arn)?;
        }
        let role = Role {
            id: account.unique_id(&Caller::role(id, &self.role_name, ""), "role", &self.role_name),
            created: cx.now(),
            name: self.role_name,
            path,
            trust,
            description: self.description,
            max_session_secs,
            held: Held::default(),
            boundary: self.permissions_boundary,
            tags: tags.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect(),
        };
        let shown = show::new_role(id, &role, &tags);
        Iam::account_mut(cx.world, id).roles.insert(key(&role.name), role);
        Ok(json!({"Role": shown}))
    }
}

/// Shows a role.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetRole {
    /// Which.
    pub role_name: String,
}

impl Operation for GetRole {
    type Output = Value;
    const FIDELITY: Fidelity = TRUSTED;

    fn needs(&self) -> Need {
        need_role("iam:GetRole", &self.role_name)
    }
}

impl Read for GetRole {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        Ok(json!({"Role": show::role_in_full(id, cx.world.iam.account(id).role(&self.role_name)?)}))
    }
}

/// Lists the roles of the account by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListRoles {
    /// Only roles whose path begins so.
    pub path_prefix: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListRoles {
    type Output = Map<String, Value>;
    const FIDELITY: Fidelity = Fidelity::Simplified("the service-linked roles that AWS makes by itself are not there");

    fn needs(&self) -> Need {
        Need::action("iam:ListRoles").global(format!("role{}", self.path_prefix.as_deref().unwrap_or("/")))
    }
}

impl Read for ListRoles {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let prefix = self.path_prefix.as_deref().unwrap_or("/");
        let roles = cx.world.iam.account(id).roles.iter().filter(|(_, role)| role.path.starts_with(prefix));
        let shown = roles.map(|(key, role)| (key.clone(), Value::Object(show::listed_role(id, role))));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Roles", shown)
    }
}

/// Changes a role's description and its longest session.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateRole {
    /// Which.
    pub role_name: String,
    /// What it is for.
    pub description: Option<String>,
    /// The longest session, in seconds.
    pub max_session_duration: Option<u32>,
}

impl Operation for UpdateRole {
    type Output = Value;

    fn needs(&self) -> Need {
        need_role("iam:UpdateRole", &self.role_name)
    }
}

impl Write for UpdateRole {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        self.max_session_duration.map_or(Ok(()), check_session)?;
        check_description(self.description.as_ref())?;
        cx.world.iam.account(id).role(&self.role_name)?;
        let role = Iam::account_mut(cx.world, id).role_mut(&self.role_name)?;
        role.description = self.description.or(role.description.take());
        role.max_session_secs = self.max_session_duration.unwrap_or(role.max_session_secs);
        Ok(json!({}))
    }
}

/// Changes a role's description alone.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateRoleDescription {
    /// Which.
    pub role_name: String,
    /// What it is for.
    pub description: String,
}

impl Operation for UpdateRoleDescription {
    type Output = Value;

    fn needs(&self) -> Need {
        need_role("iam:UpdateRoleDescription", &self.role_name)
    }
}

impl Write for UpdateRoleDescription {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        check_description(Some(&self.description))?;
        cx.world.iam.account(id).role(&self.role_name)?;
        let role = Iam::account_mut(cx.world, id).role_mut(&self.role_name)?;
        role.description = Some(self.description);
        let mut shown = show::role(id, role);
        shown.insert("Description".to_owned(), json!(role.description));
        Ok(json!({"Role": shown}))
    }
}

/// Replaces a role's trust policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateAssumeRolePolicy {
    /// Which role.
    pub role_name: String,
    /// The new trust policy.
    pub policy_document: String,
}

impl Operation for UpdateAssumeRolePolicy {
    type Output = ();
    const FIDELITY: Fidelity = TRUSTED;

    fn needs(&self) -> Need {
        need_role("iam:UpdateAssumeRolePolicy", &self.role_name)
    }
}

impl Write for UpdateAssumeRolePolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        cx.world.iam.account(id).role(&self.role_name)?;
        let trust = trust(cx.world, &self.policy_document)?;
        Iam::account_mut(cx.world, id).role_mut(&self.role_name)?.trust = trust;
        Ok(())
    }
}

/// Deletes a role from which its policies were taken before.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteRole {
    /// Which.
    pub role_name: String,
}

impl Operation for DeleteRole {
    type Output = ();

    fn needs(&self) -> Need {
        need_role("iam:DeleteRole", &self.role_name)
    }
}

impl Write for DeleteRole {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let role = account.role(&self.role_name)?;
        if account.profiles.values().any(|profile| profile.role.as_ref().is_some_and(|name| key(name) == key(&role.name))) {
            return Err(errors::delete_conflict("Cannot delete entity, must remove roles from instance profile first."));
        }
        if !role.held.attached.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must detach all policies first."));
        }
        if !role.held.inline.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must delete policies first."));
        }
        let account = Iam::account_mut(cx.world, id);
        account.roles.remove(&key(&self.role_name));
        account.note_deleted("role", &self.role_name);
        Ok(())
    }
}

impl Iam {
    /// True if there is the principal that a policy names, as far as it belongs to an account that Skylab knows. Everybody, services and
    /// accounts always are there.
    pub fn knows(&self, principal: &Principal) -> bool {
        let Principal::Arn(arn) = principal else { return !matches!(principal, Principal::Id(_)) };
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", "aws", service @ ("iam" | "sts"), "", account, rest] = parts[..] else { return false };
        let Some(id) = crate::ident::AccountId::read(account) else { return false };
        let Some((kind, path)) = rest.split_once('/') else { return false };
        let known = self.accounts().any(|(known, _)| known == id);
        let last = path.rsplit('/').next().unwrap_or(path);
        let account = self.account(id);
        match (service, kind) {
            ("iam", "user") => !known || account.user(last).is_ok_and(|user| super::state::arn(id, kind, &user.path, &user.name) == *arn),
            ("iam", "role") => !known || account.role(last).is_ok_and(|role| super::state::arn(id, kind, &role.path, &role.name) == *arn),
            ("sts", "assumed-role") => path.split_once('/').is_some_and(|(role, _)| !known || account.role(role).is_ok()),
            ("sts", "federated-user") => true,
            _ => false,
        }
    }
}
