//! Why a call to S3 is answered as it is: everything that was looked at, in order, and what would let a refused call pass. Data only;
//! words for people are made elsewhere.

#[cfg(test)]
mod tests;

use serde::Serialize;

use super::{Bucket, access, acl::Permission, block::Blocks, guard};
use crate::{
    Request, World,
    api::{ApiError, Origin},
    ident::Caller,
    policy::{
        Effect, PolicyKind, Reason, Trace, Verdict,
        trace::{At, Look},
    },
    s3control::AccessPoint,
};

/// Why a call is answered as it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Why {
    /// The refusal, if it is refused: by a policy, a setting, or the operation itself.
    pub refusal: Option<ApiError>,
    /// How each thing that it needs was decided: policies, lists and settings in the order in which AWS looks at them.
    pub traces: Vec<Trace>,
    /// Settings that S3 looks at after that, because of what the call would set.
    pub checks: Vec<Check>,
    /// What would let it pass, each by itself as far as it goes, the narrowest first. Nothing for a call that passes.
    pub remedies: Vec<Remedy>,
}

/// A setting that S3 looks at because of what a call would set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// AWS's name of it.
    pub name: &'static str,
    /// Where it is on.
    pub levels: Vec<Level>,
    /// It refused the call.
    pub bites: bool,
}

/// Where Block Public Access is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Level {
    /// On the whole account.
    Account,
    /// On the bucket.
    Bucket,
    /// On the access point, where it stays for ever.
    AccessPoint,
}

/// Something that would let a refused call pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Remedy {
    /// A policy of the caller's own account allows it.
    AllowInIdentityPolicy {
        /// The action.
        action: String,
        /// The resource.
        resource: String,
    },
    /// The bucket's policy allows it, to this principal.
    AllowInBucketPolicy {
        /// Whom: the caller's account, or `*`.
        principal: String,
        /// The action.
        action: String,
        /// The resource.
        resource: String,
    },
    /// The access point's policy allows it, to this principal.
    AllowInAccessPointPolicy {
        /// Whom: the caller's account.
        principal: String,
        /// The action.
        action: String,
        /// The resource.
        resource: String,
    },
    /// The list of the object, or of the bucket, grants it.
    GrantInAcl {
        /// What is granted.
        permission: Permission,
    },
    /// A statement that denies goes, or spares the caller.
    ChangeDeny {
        /// Where the policy hangs, and its name.
        policy: String,
        /// Which statement, counted from 0.
        statement: usize,
        /// Its Sid.
        sid: Option<String>,
    },
    /// The boundary, or the session's policy, allows it too.
    WidenPolicy {
        /// Which.
        kind: PolicyKind,
        /// The action.
        action: String,
    },
    /// A setting of Block Public Access is turned off where it is on.
    TurnOff {
        /// AWS's name of it.
        setting: &'static str,
        /// Everywhere where it is on.
        levels: Vec<Level>,
    },
    /// The statements that make the policy public name whom they are for.
    MakePolicyPrivate {
        /// Which, counted from 0.
        statements: Vec<usize>,
    },
    /// Access control lists count: another Object Ownership than BucketOwnerEnforced.
    TurnAclsOn,
    /// The caller says that he pays: `RequestPayer`.
    Pay,
    /// The caller signs.
    Sign,
}

/// Tells why a call would be answered as it is. The world stays as it is.
pub fn why(world: &World, origin: &Origin, request: &Request) -> Why {
    let need = request.needs();
    let traces = world.explain(origin, &need);
    let refusal = world.clone().call(origin, request.clone()).err();
    let place = guard::place(&need.resource);
    let bucket = place.and_then(|place| world.s3.bucket(access::bucket_name(world, place)));
    let checks = bucket.map_or_else(Vec::new, |bucket| checks(world, bucket, place, refusal.as_ref()));
    let mut remedies = Vec::new();
    if let Some(trace) = traces.iter().find(|trace| !trace.verdict.is_allowed()) {
        remedies = remedies_of(world, origin, trace, bucket, place);
    } else if refusal.is_some() {
        let bites = checks.iter().filter(|check| check.bites);
        remedies.extend(bites.map(|check| match check.name {
            "BucketOwnerEnforced" => Remedy::TurnAclsOn,
            setting => Remedy::TurnOff { setting, levels: check.levels.clone() },
        }));
    }
    Why { refusal, traces, checks, remedies }
}

/// Where a setting is on, of those that count for a bucket and, if it is reached so, an access point.
fn levels(world: &World, bucket: &Bucket, place: Option<&str>, is_on: impl Fn(Blocks) -> bool) -> Vec<Level> {
    let account = world.s3control.account_blocks(bucket.owner).unwrap_or_default();
    let point = place.and_then(|place| world.s3control.point(place)).map(AccessPoint::blocks).unwrap_or_default();
    let all = [(Level::Account, account), (Level::Bucket, bucket.sharing.blocks.unwrap_or_default()), (Level::AccessPoint, point)];
    all.into_iter().filter(|(_, blocks)| is_on(*blocks)).map(|(level, _)| level).collect()
}

/// Whether a block is on.
type IsOn = fn(Blocks) -> bool;

fn checks(world: &World, bucket: &Bucket, place: Option<&str>, refusal: Option<&ApiError>) -> Vec<Check> {
    let names_it = |name: &str| refusal.is_some_and(|error| error.message.contains(&format!("by the {name} block public access")));
    let blocking: [(&'static str, IsOn); 2] =
        [("BlockPublicPolicy", |blocks| blocks.block_public_policy), ("BlockPublicAcls", |blocks| blocks.block_public_acls)];
    let mut checks: Vec<Check> = blocking
        .into_iter()
        .map(|(name, is_on)| Check { name, levels: levels(world, bucket, place, is_on), bites: names_it(name) })
        .filter(|check| check.bites)
        .collect();
    if refusal.is_some_and(|error| error.code == "AccessControlListNotSupported") {
        checks.push(Check { name: "BucketOwnerEnforced", levels: vec![Level::Bucket], bites: true });
    }
    checks
}

fn remedies_of(world: &World, origin: &Origin, trace: &Trace, bucket: Option<&Bucket>, place: Option<&str>) -> Vec<Remedy> {
    let Verdict::Denied(reason) = trace.verdict else { return Vec::new() };
    let (action, resource) = (trace.action.clone(), trace.resource.clone());
    match reason {
        Reason::Explicit(_) => trace.deciding().and_then(denying).into_iter().collect(),
        Reason::Anonymous | Reason::UnknownCaller | Reason::Expired | Reason::Cut("SignedRequestsOnly") => vec![Remedy::Sign],
        Reason::Cut("RestrictPublicBuckets") => {
            let Some(bucket) = bucket else { return Vec::new() };
            let statements = bucket.sharing.policy.as_ref().map(super::policy::public_statements).unwrap_or_default();
            let levels = levels(world, bucket, place, |blocks| blocks.restrict_public_buckets);
            vec![Remedy::MakePolicyPrivate { statements }, Remedy::TurnOff { setting: "RestrictPublicBuckets", levels }]
        }
        Reason::Cut("RequestPayer") if origin.caller == Caller::Anonymous => vec![Remedy::Sign, Remedy::Pay],
        Reason::Cut("RequestPayer") => vec![Remedy::Pay],
        Reason::Cut(_) => Vec::new(),
        Reason::NotAllowed(PolicyKind::Resource) => resource_side(world, origin, trace, bucket.map(|bucket| (bucket, place))),
        Reason::NotAllowed(PolicyKind::Identity) => vec![Remedy::AllowInIdentityPolicy { action, resource }],
        Reason::NotAllowed(kind) => vec![Remedy::WidenPolicy { kind, action }],
    }
}

/// What on the resource would let a caller of another account, or nobody, in.
fn resource_side(world: &World, origin: &Origin, trace: &Trace, bucket: Option<(&Bucket, Option<&str>)>) -> Vec<Remedy> {
    let principal = origin.caller.account().map_or_else(|| "*".to_owned(), |account| format!("arn:aws:iam::{account}:root"));
    let (action, resource) = (trace.action.clone(), trace.resource.clone());
    if resource.contains(":accesspoint/") {
        return vec![Remedy::AllowInAccessPointPolicy { principal, action, resource }];
    }
    let Some((bucket, place)) = bucket else { return Vec::new() };
    let mut remedies = Vec::new();
    if trace.owner == Some(bucket.owner) {
        remedies.push(Remedy::AllowInBucketPolicy { principal, action: action.clone(), resource });
    }
    if let Some(permission) = guard::permission_for(&action) {
        let mut ignored = trace.looks.iter().filter_map(|look| match &look.at {
            At::Grant { given: true, ignored_by, .. } => *ignored_by,
            _ => None,
        });
        match ignored.next_back() {
            Some("IgnorePublicAcls") => {
                let levels = levels(world, bucket, place, |blocks| blocks.ignore_public_acls);
                remedies.push(Remedy::TurnOff { setting: "IgnorePublicAcls", levels });
            }
            Some(_) => remedies.push(Remedy::TurnAclsOn),
            None if bucket.sharing.acls_count() => remedies.push(Remedy::GrantInAcl { permission }),
            None => {}
        }
    }
    remedies
}

fn denying(look: &Look) -> Option<Remedy> {
    let At::Statement { policy, number, sid, effect: Effect::Deny, .. } = &look.at else { return None };
    Some(Remedy::ChangeDeny { policy: policy.name.to_string(), statement: *number, sid: sid.clone() })
}
