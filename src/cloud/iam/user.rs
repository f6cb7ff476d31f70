//! Users: made, shown, renamed, deleted. Their policies, keys and passwords have files of their own.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    Tag, check, errors, managed,
    page::Page,
    show,
    state::{Account, Held, Iam, User, key},
};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    ident::{AccountId, CAPITALS, Caller},
};

/// Longest name of a user.
const NAME_LEN: usize = 64;
/// Most users of an account (IAM quotas).
const MAX_USERS: usize = 5_000;

/// The caller's account; IAM answers nobody.
pub(super) fn account_of(account: Option<AccountId>) -> Result<AccountId, ApiError> {
    account.ok_or_else(|| ApiError::new(403, "MissingAuthenticationToken", "Request is missing Authentication Token"))
}

/// A new unique id: `AIDA…`.
pub(super) fn new_id(cx: &mut Call<'_>, prefix: &str) -> String {
    let ids = &mut cx.world.core.ids;
    let number = ids.take("iam-id", 1);
    format!("{prefix}{}", ids.opaque(prefix, number, CAPITALS, 17))
}

/// Needs an action on a user; without a name on the caller itself.
pub(super) fn need_user(action: &'static str, name: &str) -> Need {
    Need::action(action).global(format!("user/{name}"))
}

/// The user that a request means: the caller itself without a name.
pub(super) fn name_or_own<'a>(name: Option<&'a String>, caller: &'a Caller) -> Result<&'a str, ApiError> {
    match (name, caller) {
        (Some(name), _) | (None, Caller::User { name, .. }) => Ok(name),
        (None, _) => Err(errors::validation("Must specify userName when calling with non-User credentials")),
    }
}

/// Makes a user without any permission.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateUser {
    /// Where it is filed.
    pub path: Option<String>,
    /// Its name.
    pub user_name: String,
    /// The ARN of the policy that bounds it.
    pub permissions_boundary: Option<String>,
    /// Its tags.
    pub tags: Option<Vec<Tag>>,
}

impl Operation for CreateUser {
    type Output = Value;

    fn needs(&self) -> Need {
        let path = self.path.as_deref().unwrap_or("/");
        Need::action("iam:CreateUser")
            .global(format!("user{path}{}", self.user_name))
            .to_be_made()
            .with("iam:PermissionsBoundary", self.permissions_boundary.as_ref())
            .with_tags(self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str())))
    }
}

impl Write for CreateUser {
    fn apply(self, cx: &mut Call<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        check::name("userName", &self.user_name, NAME_LEN)?;
        let path = check::path(self.path.as_deref())?;
        let tags = self.tags.unwrap_or_default();
        check::tags(&tags, true)?;
        let account = cx.world.iam.account(id);
        if account.users.contains_key(&key(&self.user_name)) {
            return Err(errors::exists("User", &self.user_name));
        }
        if account.users.len() >= MAX_USERS {
            return Err(errors::quota("UsersPerAccount", MAX_USERS));
        }
        if let Some(arn) = &self.permissions_boundary {
            managed::attachable(id, account, arn)?;
        }
        let user = User {
            id: account.unique_id(&Caller::user(id, &self.user_name), "user", &self.user_name),
            created: cx.now(),
            name: self.user_name,
            path,
            held: Held::default(),
            boundary: self.permissions_boundary,
            tags: tags.iter().map(|tag| (tag.key.clone(), tag.value.clone())).collect(),
            keys: Vec::new(),
            login: None,
        };
        let mut shown = show::user_in_full(id, &user);
        show::given_tags(&mut shown, &tags);
        Iam::account_mut(cx.world, id).users.insert(key(&user.name), user);
        Ok(json!({"User": shown}))
    }
}

/// Shows a user; without a name the caller.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetUser {
    /// Which.
    pub user_name: Option<String>,
}

impl Operation for GetUser {
    type Output = Value;

    fn needs(&self) -> Need {
        self.user_name.as_ref().map_or_else(|| Need::action("iam:GetUser"), |name| need_user("iam:GetUser", name))
    }
}

impl Read for GetUser {
    fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
        let id = account_of(cx.account())?;
        if let (None, Caller::Root { account }) = (&self.user_name, &cx.origin.caller) {
            let arn = cx.origin.caller.arn();
            return Ok(json!({"User": {"UserId": account.to_string(), "Arn": arn, "CreateDate": super::state::FOUNDED}}));
        }
        let name = name_or_own(self.user_name.as_ref(), &cx.origin.caller)?;
        Ok(json!({"User": show::user_in_full(id, cx.world.iam.account(id).user(name)?)}))
    }
}

/// Lists the users of the account by name.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListUsers {
    /// Only users whose path begins so.
    pub path_prefix: Option<String>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// At most so many.
    pub max_items: Option<u64>,
}

impl Operation for ListUsers {
    type Output = Map<String, Value>;

    fn needs(&self) -> Need {
        Need::action("iam:ListUsers").global(format!("user{}", self.path_prefix.as_deref().unwrap_or("/")))
    }
}

impl Read for ListUsers {
    fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
        let id = account_of(cx.account())?;
        let prefix = self.path_prefix.as_deref().unwrap_or("/");
        let mut users: Vec<_> = cx.world.iam.account(id).users.iter().filter(|(_, user)| user.path.starts_with(prefix)).collect();
        users.sort_by(|a, b| a.0.cmp(b.0));
        let shown = users.into_iter().map(|(key, user)| (key.clone(), Value::Object(show::user(id, user))));
        Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Users", shown)
    }
}

/// Gives a user another name or path. Its id, keys and policies stay.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateUser {
    /// Which.
    pub user_name: String,
    /// The new path.
    pub new_path: Option<String>,
    /// The new name.
    pub new_user_name: Option<String>,
}

impl Operation for UpdateUser {
    type Output = ();

    fn needs(&self) -> Need {
        need_user("iam:UpdateUser", &self.user_name)
    }
}

impl Write for UpdateUser {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let old = key(&account.user(&self.user_name)?.name);
        let path = self.new_path.as_deref().map(|path| check::path(Some(path))).transpose()?;
        if let Some(name) = &self.new_user_name {
            check::name("newUserName", name, NAME_LEN)?;
            if key(name) != old && account.users.contains_key(&key(name)) {
                return Err(errors::exists("User", name));
            }
        }
        let account = Iam::account_mut(cx.world, id);
        let Some(mut user) = account.users.remove(&old) else { return Ok(()) };
        user.path = path.unwrap_or(user.path);
        user.name = self.new_user_name.unwrap_or(user.name);
        rename_member(account, &old, &key(&user.name));
        account.users.insert(key(&user.name), user);
        Ok(())
    }
}

fn rename_member(account: &mut Account, old: &str, new: &str) {
    for group in account.groups.values_mut() {
        if group.members.remove(old) {
            group.members.insert(new.to_owned());
        }
    }
}

/// Deletes a user from which everything was taken before.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteUser {
    /// Which.
    pub user_name: String,
}

impl Operation for DeleteUser {
    type Output = ();

    fn needs(&self) -> Need {
        need_user("iam:DeleteUser", &self.user_name)
    }
}

impl Write for DeleteUser {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        let account = cx.world.iam.account(id);
        let user = account.user(&self.user_name)?;
        if !user.held.attached.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must detach all policies first."));
        }
        if !user.held.inline.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must delete policies first."));
        }
        if account.groups_of(&user.name).next().is_some() {
            return Err(errors::delete_conflict("Cannot delete entity, must remove users from group first."));
        }
        if !user.keys.is_empty() {
            return Err(errors::delete_conflict("Cannot delete entity, must delete access keys first."));
        }
        if user.login.is_some() {
            return Err(errors::delete_conflict("Cannot delete entity, must delete login profile first."));
        }
        let account = Iam::account_mut(cx.world, id);
        account.users.remove(&key(&self.user_name));
        account.note_deleted("user", &self.user_name);
        Ok(())
    }
}
