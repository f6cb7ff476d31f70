//! Groups: made, shown, renamed, deleted, and who is in them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    check, errors,
    page::Page,
    show,
    state::{Group, Held, Iam, key},
    user::{account_of, need_user, new_id},
};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

const NAME_LEN: usize = 128;
/// Most groups of an account, and most groups that a user is in (IAM quotas).
const MAX_GROUPS: usize = 300;
const MAX_GROUPS_PER_USER: usize = 10;

pub(super) fn need_group(action: &'static str, name: &str) -> Need {
    Need::action(action).global(format!("group/{name}"))
}

/// Makes a group without users and permissions.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateGroup {
    /// Where it is filed.
    pub path: Option<String>,
    /// Its name.
    pub group_name: String,
}

impl Operation for CreateGroup {
    type Output = Value;

    fn needs(&self) -> Need {
        Need::action("iam:CreateGroup").global(format!("group{}{}", self.path.as_deref().unwrap_or("/"), self.group_name)).to_be_made()
    }
}

impl Write for CreateGroup {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        check::name("groupName", &self.group_name, NAME_LEN)?;
        let path = check::path(self.path.as_deref())?;
        let account = cx.world.iam.account(id);
        if account.groups.contains_key(&key(&self.group_name)) {
            return Err(errors::exists("Group", &self.group_name));
        }
        if account.groups.len() >= MAX_GROUPS {
            return Err(errors::quota("GroupsPerAccount", MAX_GROUPS));
        }
        let group = Group {
            id: new_id(cx, "AGPA"),
            created: cx.now(),
            name: self.group_name,
            path,
            held: Held::default(),
            members: std::collections::BTreeSet::new(),
        };
        let shown = show::group(id, &group);
        Iam::account_mut(cx.world, id).groups.insert(key(&group.name), group);
        Ok(json!({"Group": shown}))
    }
}

/// Shows a group with its users.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetGroup {
    /// Which.
    pub group_name: String,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many users.
    pub max_items: Option<u64>,
}

impl Operation for GetGroup {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        need_group("iam:GetGroup", &self.group_name)
    }
}

impl Read for GetGroup {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let group = account.group(&self.group_name)?;
        let users = group.members.iter().filter_map(|name| Some((name.clone(), Value::Object(show::user(id, account.users.get(name)?)))));
        let mut answer = Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Users", users)?;
        answer.insert("Group".to_owned(), Value::Object(show::group(id, group)));
        Ok(answer)
    }
}

/// Lists the groups of the account by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListGroups {
    /// Only groups whose path begins so.
    pub path_prefix: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListGroups {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        Need::action("iam:ListGroups").global(format!("group{}", self.path_prefix.as_deref().unwrap_or("/")))
    }
}

impl Read for ListGroups {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let prefix = self.path_prefix.as_deref().unwrap_or("/");
        let groups = cx.world.iam.account(id).groups.iter().filter(|(_, group)| group.path.starts_with(prefix));
        let shown = groups.map(|(key, group)| (key.clone(), Value::Object(show::group(id, group))));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Groups", shown)
    }
}

/// Gives a group another name or path.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateGroup {
    /// Which.
    pub group_name: String,
    /// The new path.
    pub new_path: Option<String>,
    /// The new name.
    pub new_group_name: Option<String>,
}

impl Operation for UpdateGroup {
    type Output = ();

    fn needs(&self) -> Need {
        need_group("iam:UpdateGroup", &self.group_name)
    }
}

impl Write for UpdateGroup {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let old = key(&account.group(&self.group_name)?.name);
        let path = self.new_path.as_deref().map(|path| check::path(Some(path))).transpose()?;
        if let Some(name) = &self.new_group_name {
            check::name("newGroupName", name, NAME_LEN)?;
            if key(name) != old && account.groups.contains_key(&key(name)) {
                return Err(errors::exists("Group", name));
            }
        }
        let account = Iam::account_mut(cx.world, id);
        let Some(mut group) = account.groups.remove(&old) else { return Ok(()) };
        group.path = path.unwrap_or(group.path);
        group.name = self.new_group_name.unwrap_or(group.name);
        account.groups.insert(key(&group.name), group);
        Ok(())
    }
}

/// Deletes a group from which users and policies were taken before.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteGroup {
    /// Which.
    pub group_name: String,
}

impl Operation for DeleteGroup {
    type Output = ();

    fn needs(&self) -> Need {
        need_group("iam:DeleteGroup", &self.group_name)
    }
}

impl Write for DeleteGroup {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let group = cx.world.iam.account(id).group(&self.group_name)?;
        if !group.members.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must remove users from group first."));
        }
        if !group.held.attached.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must detach all policies first."));
        }
        if !group.held.inline.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must delete policies first."));
        }
        Iam::account_mut(cx.world, id).groups.remove(&key(&self.group_name));
        Ok(())
    }
}

/// Puts a user into a group; it is there once, however often.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct AddUserToGroup {
    /// The group.
    pub group_name: String,
    /// The user.
    pub user_name: String,
}

impl Operation for AddUserToGroup {
    type Output = ();

    fn needs(&self) -> Need {
        need_group("iam:AddUserToGroup", &self.group_name)
    }
}

impl Write for AddUserToGroup {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let user = key(&account.user(&self.user_name)?.name);
        let group = account.group(&self.group_name)?;
        if !group.members.contains(&user) && account.groups_of(&user).count() >= MAX_GROUPS_PER_USER {
            return Err(errors::quota("GroupsPerUser", MAX_GROUPS_PER_USER));
        }
        Iam::account_mut(cx.world, id).group_mut(&self.group_name)?.members.insert(user);
        Ok(())
    }
}

/// Takes a user out of a group, whether or not it was in it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RemoveUserFromGroup {
    /// The group.
    pub group_name: String,
    /// The user.
    pub user_name: String,
}

impl Operation for RemoveUserFromGroup {
    type Output = ();

    fn needs(&self) -> Need {
        need_group("iam:RemoveUserFromGroup", &self.group_name)
    }
}

impl Write for RemoveUserFromGroup {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let user = key(&account.user(&self.user_name)?.name);
        account.group(&self.group_name)?;
        Iam::account_mut(cx.world, id).group_mut(&self.group_name)?.members.remove(&user);
        Ok(())
    }
}

/// Lists the groups that a user is in.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListGroupsForUser {
    /// The user.
    pub user_name: String,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListGroupsForUser {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        need_user("iam:ListGroupsForUser", &self.user_name)
    }
}

impl Read for ListGroupsForUser {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let user = account.user(&self.user_name)?;
        let shown = account.groups_of(&user.name).map(|group| (key(&group.name), Value::Object(show::group(id, group))));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Groups", shown)
    }
}
