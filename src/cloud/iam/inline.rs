//! Inline policies: put, shown, deleted, listed; alike for users, groups and roles.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{check, documents, errors, hold::Kind, page::Page, show, state::Iam, user::account_of};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    policy::document::n_characters,
};

const NAME_LEN: usize = 128;

fn put(cx: &mut Call<'_>, kind: Kind, holder: &str, name: String, text: &str) -> Result<(), ApiError> {
    let id = account_of(cx.account())?;
    check::name("policyName", &name, NAME_LEN)?;
    let held = kind.held(cx.world.iam.account(id), holder)?;
    let document = documents::identity(text)?;
    let others: usize = held.inline.iter().filter(|(other, _)| **other != name).map(|(_, document)| document.n_characters()).sum();
    if others + n_characters(text) > kind.inline_len() {
        return Err(errors::document_too_long(kind.word(), holder, kind.inline_len()));
    }
    kind.held_mut(Iam::account_mut(cx.world, id), holder)?.inline.insert(name, document);
    Ok(())
}

fn get(cx: &View<'_>, kind: Kind, holder: &str, name: &str) -> Result<Value, ApiError> {
    let id = account_of(cx.account())?;
    let held = kind.held(cx.world.iam.account(id), holder)?;
    held.inline.get(name).map(show::document).ok_or_else(|| errors::no_such_inline(kind.word(), name))
}

fn delete(cx: &mut Call<'_>, kind: Kind, holder: &str, name: &str) -> Result<(), ApiError> {
    let id = account_of(cx.account())?;
    if !kind.held(cx.world.iam.account(id), holder)?.inline.contains_key(name) {
        return Err(errors::no_such_inline(kind.word(), name));
    }
    kind.held_mut(Iam::account_mut(cx.world, id), holder)?.inline.remove(name);
    Ok(())
}

fn list(cx: &View<'_>, kind: Kind, holder: &str, page: &Page<'_>) -> Result<Map<String, Value>, ApiError> {
    let id = account_of(cx.account())?;
    let held = kind.held(cx.world.iam.account(id), holder)?;
    page.answer("PolicyNames", held.inline.keys().map(|name| (name.clone(), json!(name))))
}

macro_rules! inline {
    ($($(#[$doc:meta])* $name:ident, $action:literal, $kind:ident $holder:ident $what:ident;)*) => {$(
        inline! { @$what $(#[$doc])* $name $action $kind $holder }
    )*};
    (@put $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $holder: String,
            /// The policy's name.
            pub policy_name: String,
            /// The policy.
            pub policy_document: String,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                Kind::$kind.need($action, &self.$holder)
            }
        }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                put(cx, Kind::$kind, &self.$holder, self.policy_name, &self.policy_document)
            }
        }
    };
    (@get $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $holder: String,
            /// The policy's name.
            pub policy_name: String,
        }

        impl Operation for $name {
            type Output = Value;

            fn needs(&self) -> Need {
                Kind::$kind.need($action, &self.$holder)
            }
        }

        impl Read for $name {
            fn read(self, cx: &mut View<'_>) -> Result<Value, ApiError> {
                let document = get(cx, Kind::$kind, &self.$holder, &self.policy_name)?;
                let mut answer = serde_json::to_value(&self).unwrap_or_default();
                answer["PolicyDocument"] = document;
                Ok(answer)
            }
        }
    };
    (@delete $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $holder: String,
            /// The policy's name.
            pub policy_name: String,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                Kind::$kind.need($action, &self.$holder)
            }
        }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                delete(cx, Kind::$kind, &self.$holder, &self.policy_name)
            }
        }
    };
    (@list $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $holder: String,
            /// Where the last page ended.
            pub marker: Option<String>,
            /// At most so many.
            pub max_items: Option<u64>,
        }

        impl Operation for $name {
            type Output = Map<String, Value>;

            fn needs(&self) -> Need {
                Kind::$kind.need($action, &self.$holder)
            }
        }

        impl Read for $name {
            fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
                list(cx, Kind::$kind, &self.$holder, &Page { marker: self.marker.as_ref(), max_items: self.max_items })
            }
        }
    };
}

inline! {
    /// Gives a user a policy of its own, or replaces it.
    PutUserPolicy, "iam:PutUserPolicy", User user_name put;
    /// Shows a user's own policy.
    GetUserPolicy, "iam:GetUserPolicy", User user_name get;
    /// Deletes a user's own policy.
    DeleteUserPolicy, "iam:DeleteUserPolicy", User user_name delete;
    /// Lists the names of a user's own policies.
    ListUserPolicies, "iam:ListUserPolicies", User user_name list;
    /// Gives a group a policy of its own, or replaces it.
    PutGroupPolicy, "iam:PutGroupPolicy", Group group_name put;
    /// Shows a group's own policy.
    GetGroupPolicy, "iam:GetGroupPolicy", Group group_name get;
    /// Deletes a group's own policy.
    DeleteGroupPolicy, "iam:DeleteGroupPolicy", Group group_name delete;
    /// Lists the names of a group's own policies.
    ListGroupPolicies, "iam:ListGroupPolicies", Group group_name list;
    /// Gives a role a policy of its own, or replaces it.
    PutRolePolicy, "iam:PutRolePolicy", Role role_name put;
    /// Shows a role's own policy.
    GetRolePolicy, "iam:GetRolePolicy", Role role_name get;
    /// Deletes a role's own policy.
    DeleteRolePolicy, "iam:DeleteRolePolicy", Role role_name delete;
    /// Lists the names of a role's own policies.
    ListRolePolicies, "iam:ListRolePolicies", Role role_name list;
}
