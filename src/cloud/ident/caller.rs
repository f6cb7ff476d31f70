//! Who makes a call.

use serde::{Deserialize, Serialize};

use super::{AccountId, CAPITALS, Ids, mix};

/// Who makes a call.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Caller {
    /// An IAM user with its account; `admin` exists in every account.
    User {
        /// The account that the user lives in.
        account: AccountId,
        /// The user's name.
        name: String,
    },
    /// The root user of an account.
    Root {
        /// The account.
        account: AccountId,
    },
    /// Somebody, or a service, that has assumed a role.
    Role {
        /// The role's account.
        account: AccountId,
        /// The role's name.
        role: String,
        /// The name of the session.
        session: String,
        /// The access key of its credentials, by which STS knows the session's policy and end; none for a service that works by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    /// An AWS service, acting for a resource: `s3.amazonaws.com` that tells a queue of a bucket's event.
    Service {
        /// The service's principal.
        name: String,
        /// The resource that it acts for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source_arn: Option<String>,
        /// The account of that resource.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source_account: Option<AccountId>,
    },
    /// Nobody: `--no-sign-request`.
    Anonymous,
}

impl Caller {
    /// The account's administrator.
    pub fn admin(account: AccountId) -> Self {
        Self::user(account, "admin")
    }

    /// An IAM user.
    pub fn user(account: AccountId, name: &str) -> Self {
        Self::User { account, name: name.to_owned() }
    }

    /// A session of a role that a service works in: it has no credentials that anybody could hold.
    pub fn role(account: AccountId, role: &str, session: &str) -> Self {
        Self::Role { account, role: role.to_owned(), session: session.to_owned(), key: None }
    }

    /// A service that acts for a resource of an account.
    pub fn service(name: &str, source_arn: &str, source_account: AccountId) -> Self {
        Self::Service { name: name.to_owned(), source_arn: Some(source_arn.to_owned()), source_account: Some(source_account) }
    }

    /// The caller's account; nobody has none, and neither has a service.
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::User { account, .. } | Self::Root { account } | Self::Role { account, .. } => Some(*account),
            Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// True for somebody who sits somewhere and types, false for a service.
    pub const fn is_at_a_desk(&self) -> bool {
        match self {
            Self::User { .. } | Self::Root { .. } | Self::Anonymous => true,
            Self::Role { key, .. } => key.is_some(),
            Self::Service { .. } => false,
        }
    }

    /// The unique id as far as it follows from the name alone; IAM knows the true one of the users and roles that it made.
    pub fn user_id(&self) -> String {
        match self {
            Self::User { account, name } => format!("AIDA{}", letters(*account, "user", name)),
            Self::Root { account } => account.to_string(),
            Self::Role { account, role, session, .. } => format!("AROA{}:{session}", letters(*account, "role", role)),
            Self::Service { .. } | Self::Anonymous => String::new(),
        }
    }

    /// The id of the access key that everybody who signs has without having made one.
    pub fn access_key_id(&self) -> Option<String> {
        match self {
            Self::User { account, name } => {
                let text = Ids::new(account.0).opaque(&format!("access key of {name}"), 0, CAPITALS, 16);
                Some(format!("AKIA{text}"))
            }
            Self::Role { key, .. } => key.clone(),
            Self::Root { .. } | Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// `arn:aws:iam::123456789012:user/admin` as far as it follows from the name alone: a user's path is known to IAM. `*` for nobody, the
    /// principal for a service.
    pub fn arn(&self) -> String {
        match self {
            Self::User { account, name } => format!("arn:aws:iam::{account}:user/{name}"),
            Self::Root { account } => format!("arn:aws:iam::{account}:root"),
            Self::Role { account, role, session, .. } => format!("arn:aws:sts::{account}:assumed-role/{role}/{session}"),
            Self::Service { name, .. } => name.clone(),
            Self::Anonymous => "*".to_owned(),
        }
    }
}

fn letters(account: AccountId, kind: &str, name: &str) -> String {
    let number = name.bytes().fold(0, |hash, byte| mix(hash ^ u64::from(byte)));
    Ids::new(account.0).opaque(kind, number, CAPITALS, 17)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_caller_has_the_arn_that_aws_shows() {
        let own = AccountId::OWN;
        let table = [
            (Caller::admin(own), "arn:aws:iam::123456789012:user/admin"),
            (Caller::Root { account: own }, "arn:aws:iam::123456789012:root"),
            (Caller::role(own, "reader", "kim"), "arn:aws:sts::123456789012:assumed-role/reader/kim"),
            (Caller::service("s3.amazonaws.com", "arn:aws:s3:::b", own), "s3.amazonaws.com"),
            (Caller::Anonymous, "*"),
        ];
        for (caller, arn) in table {
            assert_eq!(caller.arn(), arn);
        }
    }

    #[test]
    fn a_caller_written_down_before_there_were_roles_is_still_read() {
        let caller: Caller = ron::from_str(r#"User(account: 123456789012, name: "admin")"#).unwrap();
        assert_eq!(caller, Caller::admin(AccountId::OWN));
        assert_eq!(ron::from_str::<Caller>("Anonymous").unwrap(), Caller::Anonymous);
    }
}
