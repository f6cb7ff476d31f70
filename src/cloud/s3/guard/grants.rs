//! Grants of access control lists in the kernel's words: which list counts for an action, and what each grant gives (S3 User Guide,
//! access control list overview).

use super::super::{
    acl::{self, Acl, Grantee, Permission},
    block::Blocks,
    bucket::Bucket,
    version::Object,
};
use crate::{
    ident::Caller,
    policy::{Grant, Principal, Question},
};

/// Actions that an object's list grants, with what it takes.
const OF_OBJECT: [(&str, Permission); 8] = [
    ("s3:GetObject", Permission::Read),
    ("s3:GetObjectVersion", Permission::Read),
    ("s3:GetObjectAttributes", Permission::Read),
    ("s3:GetObjectVersionAttributes", Permission::Read),
    ("s3:GetObjectAcl", Permission::ReadAcp),
    ("s3:GetObjectVersionAcl", Permission::ReadAcp),
    ("s3:PutObjectAcl", Permission::WriteAcp),
    ("s3:PutObjectVersionAcl", Permission::WriteAcp),
];

/// Actions that a bucket's list grants, with what it takes.
const OF_BUCKET: [(&str, Permission); 7] = [
    ("s3:ListBucket", Permission::Read),
    ("s3:ListBucketVersions", Permission::Read),
    ("s3:ListBucketMultipartUploads", Permission::Read),
    ("s3:PutObject", Permission::Write),
    ("s3:DeleteObject", Permission::Write),
    ("s3:GetBucketAcl", Permission::ReadAcp),
    ("s3:PutBucketAcl", Permission::WriteAcp),
];

/// True for an action that is the object owner's to grant; all others are the bucket owner's.
pub(super) fn is_of_object(action: &str) -> bool {
    OF_OBJECT.iter().any(|(known, _)| *known == action) || action.starts_with("s3:GetObject") || action.ends_with("Tagging")
}

/// What a list would have to grant for an action.
pub(in super::super) fn permission_for(action: &str) -> Option<Permission> {
    OF_OBJECT.iter().chain(&OF_BUCKET).find(|(known, _)| *known == action).map(|(_, permission)| *permission)
}

/// The grants that count for a need: those of the object's list or of the bucket's.
pub(super) fn of(bucket: &Bucket, object: Option<&Object>, blocks: Blocks, question: &Question<'_>) -> Vec<Grant> {
    let action = question.need.action;
    let find = |table: &[(&str, Permission)]| table.iter().find(|(known, _)| *known == action).map(|(_, permission)| *permission);
    match (find(&OF_OBJECT), find(&OF_BUCKET), object) {
        (Some(permission), _, Some(object)) => {
            let default = Acl::private(Some(bucket.owner));
            told(object.acl.as_deref().unwrap_or(&default), Some(permission), bucket, blocks, question)
        }
        (_, Some(permission), object) => {
            // who may write may not write over what others own
            let owner = object.map(|object| object.acl.as_deref().map_or(Some(bucket.owner), |acl| acl.owner));
            let caller = question.origin.caller.account();
            let is_own = owner.is_none_or(|owner| owner == caller) || caller == Some(bucket.owner);
            let wanted = Some(permission).filter(|permission| *permission != Permission::Write || is_own);
            told(&bucket.sharing.acl, wanted, bucket, blocks, question)
        }
        _ => Vec::new(),
    }
}

/// Each grant of a list; `wanted` is none where nothing that it gives would do.
fn told(acl: &Acl, wanted: Option<Permission>, bucket: &Bucket, blocks: Blocks, question: &Question<'_>) -> Vec<Grant> {
    let tell = |grant: &acl::Grant| Grant {
        name: name(grant.permission).to_owned(),
        to: principal(&grant.grantee),
        gives: wanted.is_some_and(|wanted| grant.permission == wanted || grant.permission == Permission::FullControl)
            && (grant.grantee != Grantee::AuthenticatedUsers || question.origin.caller != Caller::Anonymous),
        ignored_by: match () {
            () if !bucket.sharing.acls_count() => Some("BucketOwnerEnforced"),
            () if blocks.ignore_public_acls && grant.grantee.is_public() => Some("IgnorePublicAcls"),
            () => None,
        },
    };
    acl.grants.iter().map(tell).collect()
}

const fn name(permission: Permission) -> &'static str {
    match permission {
        Permission::FullControl => "FULL_CONTROL",
        Permission::Read => "READ",
        Permission::ReadAcp => "READ_ACP",
        Permission::Write => "WRITE",
        Permission::WriteAcp => "WRITE_ACP",
    }
}

fn principal(grantee: &Grantee) -> Principal {
    match grantee {
        Grantee::User(id) => Principal::CanonicalUser(id.clone()),
        Grantee::AllUsers | Grantee::AuthenticatedUsers => Principal::Everyone,
        Grantee::LogDelivery => Principal::Service("logging.s3.amazonaws.com".to_owned()),
    }
}
