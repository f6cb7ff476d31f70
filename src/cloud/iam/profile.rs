//! Instance profiles: what hands a role to an EC2 instance.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    Tag, check, errors,
    page::Page,
    role::need_role,
    show,
    state::{Iam, InstanceProfile, key},
    user::{account_of, new_id},
};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

fn need_profile(action: &'static str, name: &str) -> Need {
    Need::action(action).global(format!("instance-profile/{name}"))
}

/// Makes an instance profile without a role.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateInstanceProfile {
    /// Its name.
    pub instance_profile_name: String,
    /// Where it is filed.
    pub path: Option<String>,
    /// Its tags.
    pub tags: Option<Vec<Tag>>,
}

impl Operation for CreateInstanceProfile {
    type Output = Value;

    fn needs(&self) -> Need {
        Need::action("iam:CreateInstanceProfile")
            .global(format!("instance-profile{}{}", self.path.as_deref().unwrap_or("/"), self.instance_profile_name))
            .to_be_made()
            .with_tags(self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str())))
    }
}

impl Write for CreateInstanceProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        check::name("instanceProfileName", &self.instance_profile_name, 128)?;
        let path = check::path(self.path.as_deref())?;
        let tags = self.tags.unwrap_or_default();
        check::tags(&tags, true)?;
        if cx.world.iam.account(id).profiles.contains_key(&key(&self.instance_profile_name)) {
            let message = format!("Instance Profile {} already exists.", self.instance_profile_name);
            return Err(ApiError::new(409, "EntityAlreadyExists", message));
        }
        let profile = InstanceProfile {
            id: new_id(cx, "AIPA"),
            created: cx.now(),
            name: self.instance_profile_name,
            path,
            role: None,
            tags: tags.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect(),
        };
        let mut shown = show::profile(id, cx.world.iam.account(id), &profile);
        show::given_tags(&mut shown, &tags);
        Iam::account_mut(cx.world, id).profiles.insert(key(&profile.name), profile);
        Ok(json!({"InstanceProfile": shown}))
    }
}

/// Shows an instance profile with its role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetInstanceProfile {
    /// Which.
    pub instance_profile_name: String,
}

impl Operation for GetInstanceProfile {
    type Output = Value;

    fn needs(&self) -> Need {
        need_profile("iam:GetInstanceProfile", &self.instance_profile_name)
    }
}

impl Read for GetInstanceProfile {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        Ok(json!({"InstanceProfile": show::profile(id, account, account.profile(&self.instance_profile_name)?)}))
    }
}

/// Lists the instance profiles of the account by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListInstanceProfiles {
    /// Only those whose path begins so.
    pub path_prefix: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListInstanceProfiles {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        Need::action("iam:ListInstanceProfiles").global(format!("instance-profile{}", self.path_prefix.as_deref().unwrap_or("/")))
    }
}

impl Read for ListInstanceProfiles {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let prefix = self.path_prefix.as_deref().unwrap_or("/");
        let profiles = account.profiles.iter().filter(|(_, profile)| profile.path.starts_with(prefix));
        let shown = profiles.map(|(key, profile)| (key.clone(), Value::Object(show::profile(id, account, profile))));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("InstanceProfiles", shown)
    }
}

/// Lists the instance profiles that hand out a role.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListInstanceProfilesForRole {
    /// The role.
    pub role_name: String,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListInstanceProfilesForRole {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        need_role("iam:ListInstanceProfilesForRole", &self.role_name)
    }
}

impl Read for ListInstanceProfilesForRole {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let role = &account.role(&self.role_name)?.name;
        let profiles = account.profiles.iter().filter(|(_, profile)| profile.role.as_ref() == Some(role));
        let shown = profiles.map(|(key, profile)| (key.clone(), Value::Object(show::profile(id, account, profile))));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("InstanceProfiles", shown)
    }
}

/// Puts a role into an instance profile; it holds one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AddRoleToInstanceProfile {
    /// The instance profile.
    pub instance_profile_name: String,
    /// The role.
    pub role_name: String,
}

impl Operation for AddRoleToInstanceProfile {
    type Output = ();

    fn needs(&self) -> Need {
        need_profile("iam:AddRoleToInstanceProfile", &self.instance_profile_name)
            .and(need_role("iam:PassRole", &self.role_name).with("iam:PassedToService", Some("ec2.amazonaws.com")))
    }
}

impl Write for AddRoleToInstanceProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        if account.profile(&self.instance_profile_name)?.role.is_some() {
            return Err(errors::quota("InstanceSessionsPerInstanceProfile", 1));
        }
        let role = account.role(&self.role_name)?.name.clone();
        Iam::account_mut(cx.world, id).profile_mut(&self.instance_profile_name)?.role = Some(role);
        Ok(())
    }
}

/// Takes the role out of an instance profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RemoveRoleFromInstanceProfile {
    /// The instance profile.
    pub instance_profile_name: String,
    /// The role.
    pub role_name: String,
}

impl Operation for RemoveRoleFromInstanceProfile {
    type Output = ();

    fn needs(&self) -> Need {
        need_profile("iam:RemoveRoleFromInstanceProfile", &self.instance_profile_name)
    }
}

impl Write for RemoveRoleFromInstanceProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        if account.profile(&self.instance_profile_name)?.role.as_ref().is_none_or(|role| key(role) != key(&self.role_name)) {
            return Err(errors::no_such_entity("role", &self.role_name));
        }
        Iam::account_mut(cx.world, id).profile_mut(&self.instance_profile_name)?.role = None;
        Ok(())
    }
}

/// Deletes an instance profile without a role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteInstanceProfile {
    /// Which.
    pub instance_profile_name: String,
}

impl Operation for DeleteInstanceProfile {
    type Output = ();

    fn needs(&self) -> Need {
        need_profile("iam:DeleteInstanceProfile", &self.instance_profile_name)
    }
}

impl Write for DeleteInstanceProfile {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        if cx.world.iam.account(id).profile(&self.instance_profile_name)?.role.is_some() {
            return Err(errors::delete_conflict("Cannot delete entity, must remove roles from instance profile first."));
        }
        Iam::account_mut(cx.world, id).profiles.remove(&key(&self.instance_profile_name));
        Ok(())
    }
}
