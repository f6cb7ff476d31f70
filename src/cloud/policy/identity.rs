//! Who calls, with what its own account lets it do. IAM tells it in these words.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::document::Document;
use crate::{clock::SimTime, ident::Caller};

/// What kind of policy it is; AWS's refusals name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PolicyKind {
    /// Attached to the resource.
    Resource,
    /// Attached to the user, its groups or the role.
    Identity,
    /// The boundary of the user or role.
    Boundary,
    /// Passed when the role was assumed.
    Session,
}

impl PolicyKind {
    /// As AWS's refusals call it.
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Resource => "resource-based policy",
            Self::Identity => "identity-based policy",
            Self::Boundary => "permissions boundary",
            Self::Session => "session policy",
        }
    }
}

/// Where a policy hangs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Holder<'a> {
    /// The user itself.
    User(Cow<'a, str>),
    /// One of its groups.
    Group(Cow<'a, str>),
    /// The role.
    Role(Cow<'a, str>),
    /// The session of that name.
    Session(Cow<'a, str>),
    /// The resource of that ARN.
    Resource(Cow<'a, str>),
}

/// A policy's name and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label<'a> {
    /// Its kind.
    pub kind: PolicyKind,
    /// Where it hangs.
    pub holder: Holder<'a>,
    /// Its name; of a resource's what kind of policy it is: `BucketPolicy`, `KeyPolicy`, `TrustPolicy`.
    pub name: Cow<'a, str>,
    /// Its ARN, if it is a managed one.
    pub arn: Option<Cow<'a, str>>,
}

impl<'a> Label<'a> {
    /// The policy of a resource.
    pub fn of_resource(arn: impl Into<Cow<'a, str>>, name: &'a str) -> Self {
        Self { kind: PolicyKind::Resource, holder: Holder::Resource(arn.into()), name: name.into(), arn: None }
    }

    /// The same, to be kept.
    pub fn to_static(&self) -> Label<'static> {
        let keep = |text: &Cow<'_, str>| Cow::Owned(text.clone().into_owned());
        let holder = match &self.holder {
            Holder::User(name) => Holder::User(keep(name)),
            Holder::Group(name) => Holder::Group(keep(name)),
            Holder::Role(name) => Holder::Role(keep(name)),
            Holder::Session(name) => Holder::Session(keep(name)),
            Holder::Resource(arn) => Holder::Resource(keep(arn)),
        };
        Label { kind: self.kind, holder, name: keep(&self.name), arn: self.arn.as_ref().map(keep) }
    }
}

/// A policy that counts for a caller, where it hangs.
#[derive(Clone, Debug)]
pub struct Attached<'a> {
    /// Its name and place.
    pub label: Label<'a>,
    /// The policy.
    pub document: &'a Document,
}

/// A caller as its account knows it.
#[derive(Clone, Debug, Default)]
pub struct Identity<'a> {
    /// The ARN by which AWS shows it: of a session its own, not its role's.
    pub arn: String,
    /// Its unique id: `AIDA…`, `AROA…:session`, the account for its root.
    pub unique_id: String,
    /// Of a session: its role's ARN.
    pub role_arn: Option<String>,
    /// Of a session: its role's unique id.
    pub role_id: Option<String>,
    /// Its tags; of a session the role's and the session's.
    pub tags: Vec<(String, String)>,
    /// Policies that let it do something.
    pub policies: Vec<Attached<'a>>,
    /// Its permissions boundary.
    pub boundary: Option<Attached<'a>>,
    /// Policies of its session; empty if none were passed.
    pub session: Vec<Attached<'a>>,
    /// When its temporary credentials were made.
    pub issued: Option<SimTime>,
    /// Its temporary credentials have ended.
    pub expired: bool,
}

impl Identity<'_> {
    /// A caller that no account knows anything of: nobody, a service, an account's root.
    pub fn plain(caller: &Caller) -> Self {
        Self { arn: caller.arn(), unique_id: caller.user_id(), ..Self::default() }
    }

    /// The ARN that `aws:PrincipalArn` has: of a session its role's.
    pub fn principal_arn(&self) -> &str {
        self.role_arn.as_deref().unwrap_or(&self.arn)
    }
}
