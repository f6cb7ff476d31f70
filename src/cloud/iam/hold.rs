//! Whoever holds policies: users, groups and roles alike.

use super::{
    errors,
    state::{Account, Held},
};
use crate::api::{ApiError, Need};

/// A kind of holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    User,
    Group,
    Role,
}

impl Kind {
    /// As ARNs and messages call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
        }
    }

    /// Most characters of all inline policies together that are no white space (IAM quotas).
    pub fn inline_len(self) -> usize {
        match self {
            Self::User => 2_048,
            Self::Group => 5_120,
            Self::Role => 10_240,
        }
    }

    /// AWS's name of the quota of attached policies.
    pub fn attached_quota(self) -> &'static str {
        match self {
            Self::User => "PoliciesPerUser",
            Self::Group => "PoliciesPerGroup",
            Self::Role => "PoliciesPerRole",
        }
    }

    /// Needs an action on a holder.
    pub fn need(self, action: &'static str, name: &str) -> Need {
        Need::action(action).global(format!("{}/{name}", self.word()))
    }

    /// What one holds.
    pub fn held<'a>(self, account: &'a Account, name: &str) -> Result<&'a Held, ApiError> {
        Ok(match self {
            Self::User => &account.user(name)?.held,
            Self::Group => &account.group(name)?.held,
            Self::Role => &account.role(name)?.held,
        })
    }

    /// The same, to be changed.
    pub fn held_mut<'a>(self, account: &'a mut Account, name: &str) -> Result<&'a mut Held, ApiError> {
        Ok(match self {
            Self::User => &mut account.user_mut(name)?.held,
            Self::Group => &mut account.group_mut(name)?.held,
            Self::Role => &mut account.role_mut(name)?.held,
        })
    }

    /// The boundary of a user or role.
    pub fn boundary_mut<'a>(self, account: &'a mut Account, name: &str) -> Result<&'a mut Option<String>, ApiError> {
        match self {
            Self::User => Ok(&mut account.user_mut(name)?.boundary),
            Self::Role => Ok(&mut account.role_mut(name)?.boundary),
            Self::Group => Err(errors::no_such_entity("role", name)),
        }
    }

    /// The same, to be looked at.
    pub fn boundary<'a>(self, account: &'a Account, name: &str) -> Result<Option<&'a String>, ApiError> {
        match self {
            Self::User => Ok(account.user(name)?.boundary.as_ref()),
            Self::Role => Ok(account.role(name)?.boundary.as_ref()),
            Self::Group => Err(errors::no_such_entity("role", name)),
        }
    }
}
