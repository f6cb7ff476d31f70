//! Access control lists: what a bucket's or an object's owner granted to accounts and groups. How a request gives one is read in
//! `given`; whether lists count at all is Object Ownership's matter.

mod bucket;
mod given;
mod object;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use bucket::{GetBucketAcl, PutBucketAcl};
pub use given::{AccessControlPolicy, GivenGrant, GivenGrantee, GivenOwner};
pub(super) use given::{Given, Of, for_new_object};
pub use object::{GetObjectAcl, PutObjectAcl};

use super::{Bucket, bucket::Owner, ownership::ObjectOwnership, version::Object};
use crate::{World, ident::AccountId};

/// Whom a grant is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grantee {
    /// An account, by its canonical user id.
    User(String),
    /// Everybody, signed or not.
    AllUsers,
    /// Everybody who signs, of whatever account.
    AuthenticatedUsers,
    /// The service that writes access logs.
    LogDelivery,
}

/// The groups, with the URIs that name them (S3 User Guide, predefined groups).
const GROUPS: [(Grantee, &str); 3] = [
    (Grantee::AllUsers, "http://acs.amazonaws.com/groups/global/AllUsers"),
    (Grantee::AuthenticatedUsers, "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"),
    (Grantee::LogDelivery, "http://acs.amazonaws.com/groups/s3/LogDelivery"),
];

impl Grantee {
    /// An account.
    pub fn account(account: AccountId) -> Self {
        Self::User(account.canonical_user_id())
    }

    /// True for a group that a stranger belongs to.
    pub const fn is_public(&self) -> bool {
        matches!(self, Self::AllUsers | Self::AuthenticatedUsers)
    }

    /// True if a caller of that account, or an anonymous one, is meant.
    pub fn covers(&self, caller: Option<AccountId>) -> bool {
        match self {
            Self::User(id) => caller.is_some_and(|account| account.canonical_user_id() == *id),
            Self::AllUsers => true,
            Self::AuthenticatedUsers => caller.is_some(),
            Self::LogDelivery => false,
        }
    }

    fn shown(&self) -> ShownGrantee {
        let uri = GROUPS.iter().find(|(group, _)| group == self).map(|(_, uri)| *uri);
        match self {
            Self::User(id) => ShownGrantee { id: Some(id.clone()), kind: "CanonicalUser", uri },
            _ => ShownGrantee { id: None, kind: "Group", uri },
        }
    }
}

/// What a grant allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Permission {
    /// All of the others.
    FullControl,
    /// Of a bucket, to list it; of an object, its data.
    Read,
    /// To read the list itself.
    ReadAcp,
    /// Of a bucket, to put objects in; of an object, nothing.
    Write,
    /// To write the list itself.
    WriteAcp,
}

impl Permission {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "FULL_CONTROL" => Self::FullControl,
            "READ" => Self::Read,
            "READ_ACP" => Self::ReadAcp,
            "WRITE" => Self::Write,
            "WRITE_ACP" => Self::WriteAcp,
            _ => return None,
        })
    }
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Who.
    pub grantee: Grantee,
    /// What.
    pub permission: Permission,
}

/// A list as it is kept, whether or not it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acl {
    /// The account that owns the bucket or object; none owns what nobody wrote.
    pub owner: Option<AccountId>,
    /// In the order in which they were given.
    pub grants: Vec<Grant>,
}

/// The owner of what an anonymous caller wrote, as S3 shows it.
const ANONYMOUS_ID: &str = "65a011a29cdf8ec533ec3d1ccaae921c";

impl Acl {
    /// Full control for the owner and nothing else.
    pub fn private(owner: Option<AccountId>) -> Self {
        Self { owner, grants: vec![Grant { grantee: user(owner), permission: Permission::FullControl }] }
    }

    /// True if a stranger is granted anything at all (S3 User Guide, the meaning of "public").
    pub fn is_public(&self) -> bool {
        self.grants.iter().any(|grant| grant.grantee.is_public())
    }

    /// True if anybody but the owner is granted anything.
    pub fn grants_others(&self) -> bool {
        self.grants.iter().any(|grant| grant.grantee != user(self.owner))
    }

    /// The grants that give a caller this permission.
    pub fn granting(&self, permission: Permission, caller: Option<AccountId>) -> impl Iterator<Item = &Grant> {
        let grants = self.grants.iter();
        grants.filter(move |it| (it.permission == permission || it.permission == Permission::FullControl) && it.grantee.covers(caller))
    }

    /// The same list in the form that objects keep it in: nothing where the bucket's owner owns it and nobody else was granted anything.
    pub(super) fn kept(self, bucket_owner: AccountId) -> Option<Arc<Self>> {
        (self != Self::private(Some(bucket_owner))).then(|| Arc::new(self))
    }
}

fn user(owner: Option<AccountId>) -> Grantee {
    owner.map_or_else(|| Grantee::User(ANONYMOUS_ID.to_owned()), Grantee::account)
}

/// The list that S3 enforces, which is the one it shows: with ACLs off, the bucket's owner alone; with public ones ignored, without them.
pub(super) fn enforced(world: &World, bucket: &Bucket, kept: Option<&Acl>) -> Acl {
    let mut acl = match kept {
        Some(acl) if bucket.sharing.acls_count() => acl.clone(),
        _ => return Acl::private(Some(bucket.owner)),
    };
    if super::block::blocks(world, bucket).ignore_public_acls {
        acl.grants.retain(|grant| !grant.grantee.is_public());
    }
    acl
}

/// Who owns an object that this caller writes: with ACLs off, or where the writer hands it over, the bucket's owner.
fn new_owner(bucket: &Bucket, writer: Option<AccountId>, hands_over: bool) -> Option<AccountId> {
    match bucket.sharing.ownership {
        Some(ObjectOwnership::BucketOwnerEnforced) => Some(bucket.owner),
        Some(ObjectOwnership::BucketOwnerPreferred) if hands_over => Some(bucket.owner),
        _ => writer,
    }
}

/// The owner of an object as listings show it.
pub(super) fn object_owner(bucket: &Bucket, object: &Object) -> Owner {
    let kept = object.acl.as_ref().filter(|_| bucket.sharing.acls_count());
    owner(kept.map_or(Some(bucket.owner), |acl| acl.owner))
}

/// What GetObjectAcl and GetBucketAcl answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AclOutput {
    owner: Owner,
    grants: Vec<ShownGrant>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct ShownGrant {
    grantee: ShownGrantee,
    permission: Permission,
}

#[derive(Clone, Debug, Serialize)]
struct ShownGrantee {
    #[serde(rename = "ID", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "Type")]
    kind: &'static str,
    #[serde(rename = "URI", skip_serializing_if = "Option::is_none")]
    uri: Option<&'static str>,
}

impl AclOutput {
    fn of(acl: &Acl) -> Self {
        let shown = |grant: &Grant| ShownGrant { grantee: grant.grantee.shown(), permission: grant.permission };
        Self { owner: owner(acl.owner), grants: acl.grants.iter().map(shown).collect() }
    }
}

/// An owner as S3 shows it.
pub(super) fn owner(owner: Option<AccountId>) -> Owner {
    owner.map_or_else(|| Owner::by_id(ANONYMOUS_ID.to_owned()), Owner::of)
}
