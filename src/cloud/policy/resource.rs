//! The resource's side of a need, in the kernel's words: whose it is, and what hangs on it that grants, denies or cuts. Each
//! service tells it of its own resources.

use super::{context::Context, identity::Attached, principal::Principal};
use crate::{
    api::{Need, Origin},
    ident::AccountId,
};

/// What a service is asked: what hangs on this resource for this need?
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Who calls, and where.
    pub origin: &'a Origin,
    /// What is needed.
    pub need: &'a Need,
    /// The resource's ARN.
    pub arn: &'a str,
}

/// A resource as the evaluation sees it.
#[derive(Clone, Debug)]
pub struct Resource<'a> {
    /// Its ARN, where the need names it otherwise: by an alias, without its path.
    pub arn: Option<String>,
    /// The account that owns it.
    pub owner: AccountId,
    /// The policies on it.
    pub policies: Vec<Attached<'a>>,
    /// Policies of which only the denies count: a bucket's, for an object that another account owns.
    pub denying: Vec<Attached<'a>>,
    /// IAM policies of the owner's account count by themselves. Without, they count only as far as a policy of the resource
    /// names the account: KMS keys, and the trust of roles.
    pub iam_counts: bool,
    /// What else grants: ACLs of S3, grants of KMS.
    pub grants: Vec<Grant>,
    /// What takes away, whoever allows: RestrictPublicBuckets.
    pub cuts: Vec<Cut>,
    /// The root of the owner's account may, whatever anything says: get, put and delete a bucket's policy.
    pub root_always: bool,
    /// Condition keys that the resource tells: `aws:ResourceTag/…`, `s3:ExistingObjectTag/…`.
    pub keys: Context<'a>,
}

/// Something other than a policy that grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What it is, as the service calls it: `READ` of an ACL, a grant's id.
    pub name: String,
    /// Whom it names.
    pub to: Principal,
    /// It gives what is needed.
    pub gives: bool,
    /// The setting that makes it count for nothing: `IgnorePublicAcls`, `BucketOwnerEnforced`.
    pub ignored_by: Option<&'static str>,
}

/// A setting that takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// AWS's name of it.
    pub name: &'static str,
    /// It is on.
    pub on: bool,
    /// It takes this caller's right away.
    pub bites: bool,
}

impl Resource<'_> {
    /// A resource on which nothing hangs: the policies of its account decide alone.
    pub fn of(owner: AccountId) -> Self {
        Self {
            arn: None,
            owner,
            policies: Vec::new(),
            denying: Vec::new(),
            iam_counts: true,
            grants: Vec::new(),
            cuts: Vec::new(),
            root_always: false,
            keys: Context::default(),
        }
    }
}
