//! An access control list as a request gives it: a canned one by name, grants in headers, or a whole document.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Acl, GROUPS, Grant, Grantee, Permission, new_owner, user};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    ident::AccountId,
    s3::{Bucket, access, block, errors},
};

/// Most grants of one list (S3 User Guide, access control list overview).
const MAX_GRANTS: usize = 100;
/// EC2, to which `aws-exec-read` grants reading (EC2 User Guide, instance store-backed AMIs).
const EC2_ID: &str = "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";

/// `AccessControlPolicy`: a whole list.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct AccessControlPolicy {
    pub grants: Option<Vec<GivenGrant>>,
    pub owner: Option<GivenOwner>,
}

/// A grant of an `AccessControlPolicy`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct GivenGrant {
    pub grantee: Option<GivenGrantee>,
    pub permission: Option<String>,
}

/// Whom a grant of an `AccessControlPolicy` is for.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct GivenGrantee {
    pub display_name: Option<String>,
    pub email_address: Option<String>,
    #[serde(rename = "ID")]
    pub id: Option<String>,
    #[serde(rename = "Type")]
    pub kind: String,
    #[serde(rename = "URI")]
    pub uri: Option<String>,
}

/// The owner that an `AccessControlPolicy` names.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct GivenOwner {
    pub display_name: Option<String>,
    #[serde(rename = "ID")]
    pub id: Option<String>,
}

/// What a list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Of {
    /// A bucket of that owner.
    Bucket(AccountId),
    /// An object of that owner, in the bucket of that other.
    Object(Option<AccountId>, AccountId),
}

/// Everything that a request says of a list.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Given<'a> {
    pub canned: Option<&'a str>,
    pub policy: Option<&'a AccessControlPolicy>,
    pub full_control: Option<&'a str>,
    pub read: Option<&'a str>,
    pub read_acp: Option<&'a str>,
    pub write: Option<&'a str>,
    pub write_acp: Option<&'a str>,
}

impl<'a> Given<'a> {
    fn headers(&self) -> impl Iterator<Item = (Permission, &'a str)> {
        let all = [
            (Permission::FullControl, self.full_control),
            (Permission::Read, self.read),
            (Permission::ReadAcp, self.read_acp),
            (Permission::Write, self.write),
            (Permission::WriteAcp, self.write_acp),
        ];
        all.into_iter().filter_map(|(permission, header)| Some((permission, header?)))
    }

    /// Puts what is given into a need, under the condition keys that policies know it by.
    pub(in super::super) fn conditions(&self, need: Need) -> Need {
        need.with("s3:x-amz-acl", self.canned)
            .with("s3:x-amz-grant-full-control", self.full_control)
            .with("s3:x-amz-grant-read", self.read)
            .with("s3:x-amz-grant-read-acp", self.read_acp)
            .with("s3:x-amz-grant-write", self.write)
            .with("s3:x-amz-grant-write-acp", self.write_acp)
    }

    /// What writing an object with such a list needs: whoever gives one must be allowed to.
    pub(in super::super) fn needs(&self, need: Need) -> Need {
        let given = self.canned.is_some() || self.headers().next().is_some();
        let acl = Need { action: "s3:PutObjectAcl", ..need.clone() };
        let need = self.conditions(need);
        if given { need.and(self.conditions(acl)) } else { need }
    }

    /// True for the one list that is taken everywhere, because it changes nothing where ACLs are off.
    fn hands_over(&self) -> bool {
        self.canned == Some("bucket-owner-full-control")
    }

    /// The list, checked; nothing if none is given.
    pub(in super::super) fn read(&self, of: Of) -> Result<Option<Acl>, ApiError> {
        let owner = match of {
            Of::Bucket(owner) => Some(owner),
            Of::Object(owner, _) => owner,
        };
        let has_headers = self.headers().next().is_some();
        let grants = match (self.policy, self.canned) {
            (Some(_), canned) if canned.is_some() || has_headers => return Err(errors::unexpected_content()),
            (Some(policy), _) => policy.grants(owner)?,
            (None, Some(_)) if has_headers => return Err(errors::canned_and_granted()),
            (None, Some(name)) => canned(name, of)?,
            (None, None) if has_headers => {
                let mut grants = Vec::new();
                for (permission, header) in self.headers() {
                    read_header(header, permission, &mut grants)?;
                }
                grants
            }
            (None, None) => return Ok(None),
        };
        if grants.len() > MAX_GRANTS {
            return Err(errors::malformed_acl());
        }
        Ok(Some(Acl { owner, grants }))
    }
}

/// The list of a new object, in the form in which it is kept. Checks Object Ownership and the public access block.
pub(in super::super) fn for_new_object(
    world: &World,
    origin: &Origin,
    (bucket, key): (&str, &str),
    given: Given<'_>,
) -> Result<Option<Arc<Acl>>, ApiError> {
    let bucket = access::bucket(world, bucket)?;
    let need = access::need_object("s3:PutObjectAcl", &bucket.name, key);
    let owner = new_owner(bucket, origin.caller.account(), given.hands_over());
    let acl = given.read(Of::Object(owner, bucket.owner))?;
    if !bucket.sharing.acls_count() {
        let only_owner = acl.is_none_or(|acl| given.hands_over() || !acl.grants_others());
        return if only_owner { Ok(None) } else { Err(errors::acl_not_supported()) };
    }
    let acl = acl.unwrap_or_else(|| Acl::private(owner));
    refuse_public(world, origin, bucket, &need, &acl)?;
    Ok(acl.kept(bucket.owner))
}

/// Refuses a public list where they are blocked.
pub(super) fn refuse_public(world: &World, origin: &Origin, bucket: &Bucket, need: &Need, acl: &Acl) -> Result<(), ApiError> {
    if acl.is_public() && block::blocks(world, bucket).block_public_acls {
        return Err(errors::blocked(origin, need, bucket.owner, ("public access control lists (ACLs)", "BlockPublicAcls")));
    }
    Ok(())
}

/// The grants of a canned list (S3 User Guide, canned ACL).
fn canned(name: &str, of: Of) -> Result<Vec<Grant>, ApiError> {
    let (owner, bucket_owner) = match of {
        Of::Bucket(owner) => (Some(owner), None),
        Of::Object(owner, bucket_owner) => (owner, Some(bucket_owner)),
    };
    let grant = |grantee: Grantee, permission: Permission| Grant { grantee, permission };
    let others = match name {
        "private" => Vec::new(),
        "public-read" => vec![grant(Grantee::AllUsers, Permission::Read)],
        "public-read-write" => vec![grant(Grantee::AllUsers, Permission::Read), grant(Grantee::AllUsers, Permission::Write)],
        "authenticated-read" => vec![grant(Grantee::AuthenticatedUsers, Permission::Read)],
        "aws-exec-read" => vec![grant(Grantee::User(EC2_ID.to_owned()), Permission::Read)],
        "log-delivery-write" if bucket_owner.is_none() => {
            vec![grant(Grantee::LogDelivery, Permission::Write), grant(Grantee::LogDelivery, Permission::ReadAcp)]
        }
        // of a bucket, S3 takes no notice of these two
        "bucket-owner-read" => bucket_owner.map(|it| grant(Grantee::account(it), Permission::Read)).into_iter().collect(),
        "bucket-owner-full-control" => bucket_owner.map(|it| grant(Grantee::account(it), Permission::FullControl)).into_iter().collect(),
        _ => return Err(errors::unknown_canned_acl()),
    };
    let mut grants = Acl::private(owner).grants;
    grants.extend(others.into_iter().filter(|grant| grant.grantee != user(owner)));
    Ok(grants)
}

/// Reads `id="…", uri=…`.
fn read_header(header: &str, permission: Permission, grants: &mut Vec<Grant>) -> Result<(), ApiError> {
    for part in header.split(',') {
        let (kind, value) = part.trim().split_once('=').ok_or_else(errors::bad_grant_header)?;
        let value = value.trim().trim_matches('"');
        let grantee = match kind.trim() {
            "id" => by_id(value)?,
            "uri" => by_uri(value)?,
            "emailAddress" => return Err(errors::method_not_allowed()),
            _ => return Err(errors::bad_grant_header()),
        };
        grants.push(Grant { grantee, permission });
    }
    Ok(())
}

fn by_id(id: &str) -> Result<Grantee, ApiError> {
    let known = id == EC2_ID || AccountId::ALL.iter().any(|account| account.canonical_user_id() == id);
    if known { Ok(Grantee::User(id.to_owned())) } else { Err(errors::bad_canonical_id()) }
}

fn by_uri(uri: &str) -> Result<Grantee, ApiError> {
    GROUPS.iter().find(|(_, known)| *known == uri).map(|(group, _)| group.clone()).ok_or_else(errors::bad_group_uri)
}

impl AccessControlPolicy {
    fn grants(&self, owner: Option<AccountId>) -> Result<Vec<Grant>, ApiError> {
        let (Some(given), Some(named)) = (&self.grants, &self.owner) else { return Err(errors::malformed_acl()) };
        let named = named.id.as_deref().ok_or_else(errors::malformed_acl)?;
        let named = Some(by_id(named)?);
        if named != Some(user(owner)) {
            return Err(errors::access_denied()); // a list cannot give the thing away
        }
        given.iter().map(GivenGrant::read).collect()
    }
}

impl GivenGrant {
    fn read(&self) -> Result<Grant, ApiError> {
        let permission = self.permission.as_deref().and_then(Permission::named).ok_or_else(errors::malformed_acl)?;
        let grantee = self.grantee.as_ref().ok_or_else(errors::malformed_acl)?;
        let grantee = match (grantee.kind.as_str(), &grantee.id, &grantee.uri) {
            ("CanonicalUser", Some(id), _) => by_id(id)?,
            ("Group", _, Some(uri)) => by_uri(uri)?,
            // since October 2025 S3 takes no grants by e-mail address
            ("AmazonCustomerByEmail", ..) => return Err(errors::method_not_allowed()),
            _ => return Err(errors::malformed_acl()),
        };
        Ok(Grant { grantee, permission })
    }
}
