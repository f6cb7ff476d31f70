//! Managed policies attached to users, groups and roles, and boundaries of users and roles.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::skip_serializing_none;

use super::{errors, hold::Kind, managed, page::Page, show, state::Iam, user::account_of};
use crate::api::{ApiError, Call, Need, Operation, Read, View, Write};

/// Most managed policies of one holder, unless AWS raises the quota.
const MAX_ATTACHED: usize = 10;

fn attach(cx: &mut Call<'_>, kind: Kind, holder: &str, arn: String) -> Result<(), ApiError> {
    let id = account_of(cx.account())?;
    let account = cx.world.iam.account(id);
    let held = kind.held(account, holder)?;
    managed::attachable(id, account, &arn)?;
    if held.attached.contains(&arn) {
        return Ok(());
    }
    if held.attached.len() >= MAX_ATTACHED {
        return Err(errors::quota(kind.attached_quota(), MAX_ATTACHED));
    }
    kind.held_mut(Iam::account_mut(cx.world, id), holder)?.attached.push(arn);
    Ok(())
}

fn detach(cx: &mut Call<'_>, kind: Kind, holder: &str, arn: &str) -> Result<(), ApiError> {
    let id = account_of(cx.account())?;
    managed::check_arn(arn)?;
    if !kind.held(cx.world.iam.account(id), holder)?.attached.iter().any(|attached| attached == arn) {
        return Err(errors::no_such_policy(arn));
    }
    kind.held_mut(Iam::account_mut(cx.world, id), holder)?.attached.retain(|attached| attached != arn);
    Ok(())
}

fn list(cx: &View<'_>, kind: Kind, holder: &str, prefix: Option<&String>, page: &Page<'_>) -> Result<Map<String, Value>, ApiError> {
    let id = account_of(cx.account())?;
    let account = cx.world.iam.account(id);
    let within = |arn: &&String| {
        let path = managed::find(id, account, arn).map_or("/", |policy| policy.path());
        prefix.is_none_or(|prefix| path.starts_with(prefix.as_str()))
    };
    let arns: Vec<String> = kind.held(account, holder)?.attached.iter().filter(within).cloned().collect();
    page.answer("AttachedPolicies", show::attached(&arns).into_iter())
}

fn bound(cx: &mut Call<'_>, kind: Kind, holder: &str, arn: String) -> Result<(), ApiError> {
    let id = account_of(cx.account())?;
    let account = cx.world.iam.account(id);
    kind.boundary(account, holder)?;
    managed::attachable(id, account, &arn)?;
    *kind.boundary_mut(Iam::account_mut(cx.world, id), holder)? = Some(arn);
    Ok(())
}

fn unbound(cx: &mut Call<'_>, kind: Kind, holder: &str) -> Result<(), ApiError> {
    let id = account_of(cx.account())?;
    if kind.boundary(cx.world.iam.account(id), holder)?.is_none() {
        let kind = if kind == Kind::User { "User" } else { "Role" };
        return Err(errors::no_such_boundary(&format!("{kind} {holder}")));
    }
    *kind.boundary_mut(Iam::account_mut(cx.world, id), holder)? = None;
    Ok(())
}

macro_rules! attachments {
    ($($(#[$doc:meta])* $name:ident, $action:literal, $kind:ident $holder:ident $what:ident;)*) => {$(
        attachments! { @$what $(#[$doc])* $name $action $kind $holder }
    )*};
    (@attach $($rest:tt)*) => { attachments! { @policy_arn attach $($rest)* } };
    (@detach $($rest:tt)*) => { attachments! { @policy_arn detach $($rest)* } };
    (@policy_arn attach $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        attachments! { @struct $(#[$doc])* $name $action $kind $holder policy_arn "iam:PolicyARN" }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                attach(cx, Kind::$kind, &self.$holder, self.policy_arn)
            }
        }
    };
    (@policy_arn detach $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        attachments! { @struct $(#[$doc])* $name $action $kind $holder policy_arn "iam:PolicyARN" }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                detach(cx, Kind::$kind, &self.$holder, &self.policy_arn)
            }
        }
    };
    (@bound $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        attachments! { @struct $(#[$doc])* $name $action $kind $holder permissions_boundary "iam:PermissionsBoundary" }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                bound(cx, Kind::$kind, &self.$holder, self.permissions_boundary)
            }
        }
    };
    (@struct $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident $arn:ident $key:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $holder: String,
            /// The policy's ARN.
            pub $arn: String,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                Kind::$kind.need($action, &self.$holder).with($key, Some(&self.$arn))
            }
        }
    };
    (@unbound $(#[$doc:meta])* $name:ident $action:literal $kind:ident $holder:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $holder: String,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                Kind::$kind.need($action, &self.$holder)
            }
        }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                unbound(cx, Kind::$kind, &self.$holder)
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
            /// Only policies whose path begins so.
            pub path_prefix: Option<String>,
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
                let page = Page { marker: self.marker.as_ref(), max_items: self.max_items };
                list(cx, Kind::$kind, &self.$holder, self.path_prefix.as_ref(), &page)
            }
        }
    };
}

attachments! {
    /// Attaches a managed policy to a user.
    AttachUserPolicy, "iam:AttachUserPolicy", User user_name attach;
    /// Attaches a managed policy to a group.
    AttachGroupPolicy, "iam:AttachGroupPolicy", Group group_name attach;
    /// Attaches a managed policy to a role.
    AttachRolePolicy, "iam:AttachRolePolicy", Role role_name attach;
    /// Takes a managed policy from a user.
    DetachUserPolicy, "iam:DetachUserPolicy", User user_name detach;
    /// Takes a managed policy from a group.
    DetachGroupPolicy, "iam:DetachGroupPolicy", Group group_name detach;
    /// Takes a managed policy from a role.
    DetachRolePolicy, "iam:DetachRolePolicy", Role role_name detach;
    /// Lists the managed policies of a user.
    ListAttachedUserPolicies, "iam:ListAttachedUserPolicies", User user_name list;
    /// Lists the managed policies of a group.
    ListAttachedGroupPolicies, "iam:ListAttachedGroupPolicies", Group group_name list;
    /// Lists the managed policies of a role.
    ListAttachedRolePolicies, "iam:ListAttachedRolePolicies", Role role_name list;
    /// Bounds a user: nothing is allowed that this policy does not allow as well.
    PutUserPermissionsBoundary, "iam:PutUserPermissionsBoundary", User user_name bound;
    /// Bounds a role: nothing is allowed that this policy does not allow as well.
    PutRolePermissionsBoundary, "iam:PutRolePermissionsBoundary", Role role_name bound;
    /// Takes a user's boundary away.
    DeleteUserPermissionsBoundary, "iam:DeleteUserPermissionsBoundary", User user_name unbound;
    /// Takes a role's boundary away.
    DeleteRolePermissionsBoundary, "iam:DeleteRolePermissionsBoundary", Role role_name unbound;
}
