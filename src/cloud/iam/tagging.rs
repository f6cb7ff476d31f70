//! Tags of users, roles and policies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;

use super::{
    Tag, check,
    customer::{need_policy, own_key},
    managed::{self, Found},
    page::Page,
    state::{Account, Iam},
    user::account_of,
};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    ident::AccountId,
};

/// What can have tags.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tagged {
    User,
    Role,
    Policy,
}

impl Tagged {
    fn need(self, action: &'static str, name: &str) -> Need {
        match self {
            Self::User => Need::action(action).global(format!("user/{name}")),
            Self::Role => Need::action(action).global(format!("role/{name}")),
            Self::Policy => need_policy(action, name),
        }
    }

    fn tags<'a>(self, id: AccountId, account: &'a Account, name: &str) -> Result<&'a BTreeMap<String, String>, ApiError> {
        static NONE: BTreeMap<String, String> = BTreeMap::new();
        match self {
            Self::User => Ok(&account.user(name)?.tags),
            Self::Role => Ok(&account.role(name)?.tags),
            Self::Policy => match managed::find(id, account, name) {
                Some(Found::Own(_, policy)) => Ok(&policy.tags),
                Some(Found::Aws(_)) => Ok(&NONE),
                None => Err(super::errors::no_such_policy(name)),
            },
        }
    }

    /// Changes the tags; of a policy only a customer's own.
    fn change(
        self,
        cx: &mut Call<'_>,
        action: &'static str,
        name: &str,
        change: impl Fn(&mut BTreeMap<String, String>) -> Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        let id = account_of(cx.account())?;
        if self == Self::Policy {
            own_key(cx, action, name)?;
        }
        let mut tags = self.tags(id, cx.world.iam.account(id), name)?.clone();
        change(&mut tags)?;
        let account = Iam::account_mut(cx.world, id);
        match self {
            Self::User => account.user_mut(name)?.tags = tags,
            Self::Role => account.role_mut(name)?.tags = tags,
            Self::Policy => {
                let key = super::state::key(name.rsplit('/').next().unwrap_or(name));
                account.policies.get_mut(&key).into_iter().for_each(|policy| policy.tags.clone_from(&tags));
            }
        }
        Ok(())
    }
}

/// Adds tags; one whose key is there, in whatever case, takes its place.
fn add(tags: &mut BTreeMap<String, String>, new: &[Tag], any_case: bool) -> Result<(), ApiError> {
    for tag in new {
        tags.retain(|key, _| *key != tag.key && !(any_case && key.eq_ignore_ascii_case(&tag.key)));
        tags.insert(tag.key.clone(), tag.value.clone());
    }
    check::n_tags(tags.len())
}

macro_rules! tagging {
    ($($(#[$doc:meta])* $name:ident, $action:literal, $tagged:ident $of:ident $what:ident;)*) => {$(
        tagging! { @$what $(#[$doc])* $name $action $tagged $of }
    )*};
    (@tag $(#[$doc:meta])* $name:ident $action:literal $tagged:ident $of:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $of: String,
            /// The tags.
            pub tags: Vec<Tag>,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                Tagged::$tagged
                    .need($action, &self.$of)
                    .with_tags(self.tags.iter().map(|tag| (tag.key.as_str(), tag.value.as_str())))
            }
        }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                let any_case = Tagged::$tagged != Tagged::Policy;
                check::tags(&self.tags, any_case)?;
                Tagged::$tagged.change(cx, $action, &self.$of, |tags| add(tags, &self.tags, any_case))
            }
        }
    };
    (@untag $(#[$doc:meta])* $name:ident $action:literal $tagged:ident $of:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $of: String,
            /// The keys of the tags that shall go.
            pub tag_keys: Vec<String>,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                Tagged::$tagged.need($action, &self.$of).with_all("aws:TagKeys", self.tag_keys.clone())
            }
        }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                check::tag_keys(&self.tag_keys)?;
                let any_case = Tagged::$tagged != Tagged::Policy;
                Tagged::$tagged.change(cx, $action, &self.$of, |tags| {
                    tags.retain(|key, _| !self.tag_keys.iter().any(|it| it == key || (any_case && it.eq_ignore_ascii_case(key))));
                    Ok(())
                })
            }
        }
    };
    (@list $(#[$doc:meta])* $name:ident $action:literal $tagged:ident $of:ident) => {
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Whose.
            pub $of: String,
            /// Where the last page ended.
            pub marker: Option<String>,
            /// At most so many.
            pub max_items: Option<u64>,
        }

        impl Operation for $name {
            type Output = Map<String, Value>;

            fn needs(&self) -> Need {
                Tagged::$tagged.need($action, &self.$of)
            }
        }

        impl Read for $name {
            fn read(self, cx: &mut View<'_>) -> Result<Map<String, Value>, ApiError> {
                let id = account_of(cx.account())?;
                let tags = Tagged::$tagged.tags(id, cx.world.iam.account(id), &self.$of)?;
                let shown = tags.iter().map(|(key, value)| (key.clone(), json!({"Key": key, "Value": value})));
                Page { marker: self.marker.as_ref(), max_items: self.max_items }.answer("Tags", shown)
            }
        }
    };
}

tagging! {
    /// Gives a user tags.
    TagUser, "iam:TagUser", User user_name tag;
    /// Takes tags from a user.
    UntagUser, "iam:UntagUser", User user_name untag;
    /// Lists a user's tags.
    ListUserTags, "iam:ListUserTags", User user_name list;
    /// Gives a role tags.
    TagRole, "iam:TagRole", Role role_name tag;
    /// Takes tags from a role.
    UntagRole, "iam:UntagRole", Role role_name untag;
    /// Lists a role's tags.
    ListRoleTags, "iam:ListRoleTags", Role role_name list;
    /// Gives a policy tags.
    TagPolicy, "iam:TagPolicy", Policy policy_arn tag;
    /// Takes tags from a policy.
    UntagPolicy, "iam:UntagPolicy", Policy policy_arn untag;
    /// Lists a policy's tags.
    ListPolicyTags, "iam:ListPolicyTags", Policy policy_arn list;
}
