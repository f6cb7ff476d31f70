//! Principals: whom a policy of a resource names, and whether the caller is one of them.

use serde::Serialize;

use crate::ident::{AccountId, Caller};

use super::identity::Identity;

/// The kinds under which a policy names principals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `AWS`
    Aws,
    /// `Service`
    Service,
    /// `CanonicalUser`
    CanonicalUser,
    /// `Federated`
    Federated,
}

impl Kind {
    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "AWS" => Some(Self::Aws),
            "Service" => Some(Self::Service),
            "CanonicalUser" => Some(Self::CanonicalUser),
            "Federated" => Some(Self::Federated),
            _ => None,
        }
    }
}

/// Whom a policy names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// `*`: everybody, nobody included.
    Everyone,
    /// A whole account: it may pass the right on to its users and roles.
    Account(AccountId),
    /// A user, a role, a session: by its ARN.
    Arn(String),
    /// A user or role by its unique id, as it shows once its name means somebody else.
    Id(String),
    /// An account by the id that S3 has for it.
    CanonicalUser(String),
    /// An AWS service.
    Service(String),
    /// An identity provider.
    Federated(String),
}

/// How closely a policy names a caller; the later, the more it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Naming {
    /// By its account: its own account must let it as well.
    Account,
    /// By its role: boundary and session policies still limit it.
    Role,
    /// As itself, or as everybody: within the account nothing limits it but an explicit deny.
    Itself,
}

impl Principal {
    /// The principal of that kind and text.
    pub fn of(kind: Kind, text: String) -> Self {
        match kind {
            Kind::Aws if text == "*" => Self::Everyone,
            Kind::Aws => {
                account(&text).map_or_else(|| if text.starts_with("arn:") { Self::Arn(text) } else { Self::Id(text) }, Self::Account)
            }
            Kind::Service => Self::Service(text),
            Kind::CanonicalUser => Self::CanonicalUser(text),
            Kind::Federated => Self::Federated(text),
        }
    }

    /// How it names the caller; `None` if it does not.
    pub fn names(&self, caller: &Caller, identity: &Identity<'_>) -> Option<Naming> {
        let account = caller.account();
        match self {
            Self::Everyone => Some(Naming::Itself),
            Self::Account(named) => (account == Some(*named)).then_some(match caller {
                Caller::Root { .. } => Naming::Itself,
                _ => Naming::Account,
            }),
            Self::CanonicalUser(id) => account.filter(|account| account.canonical_user_id() == *id).map(|_| Naming::Account),
            Self::Arn(arn) if *arn == identity.arn => Some(Naming::Itself),
            Self::Id(id) if *id == identity.unique_id => Some(Naming::Itself),
            Self::Arn(arn) => (identity.role_arn.as_ref() == Some(arn)).then_some(Naming::Role),
            Self::Id(id) => (identity.role_id.as_ref() == Some(id)).then_some(Naming::Role),
            Self::Service(name) => matches!(caller, Caller::Service { name: caller, .. } if caller == name).then_some(Naming::Itself),
            Self::Federated(_) => None,
        }
    }
}

/// `123456789012` or `arn:aws:iam::123456789012:root`.
fn account(text: &str) -> Option<AccountId> {
    let digits = text.strip_prefix("arn:aws:iam::").and_then(|rest| rest.strip_suffix(":root")).unwrap_or(text);
    AccountId::read(digits)
}
