//! What hangs on buckets, objects and access points, told to the kernel: whose they are, their policies, ACLs and settings, the
//! condition keys that they bring, and how S3 words a refusal.

mod grants;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value;

pub(super) use grants::permission_for;

use super::{
    access,
    block::{self, Blocks},
    bucket::Bucket,
    errors, payer, tagging,
    version::{Object, Version},
};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    clock::{DAY_MS, SimTime},
    ident::{AccountId, Caller},
    policy::{Attached, Context, Cut, Denial, Label, Question, Reason, Resource},
    s3control::{AccessPoint, is_managing},
};

/// Actions on a bucket's policy, which the root of its owner may always, so that it can repair what locks everybody out.
const POLICY_ACTIONS: [&str; 3] = ["s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy"];

/// The account that nobody has.
const NOBODY: AccountId = AccountId(0);

/// What an ARN of S3 names: a bucket or an access point, and a key in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named<'a> {
    /// A bucket's name, an access point's alias, or its whole ARN.
    place: &'a str,
    key: Option<&'a str>,
}

fn named(arn: &str) -> Option<Named<'_>> {
    if let Some(path) = arn.strip_prefix("arn:aws:s3:::") {
        let (place, key) = path.split_once('/').map_or((path, None), |(place, key)| (place, Some(key)));
        return Some(Named { place, key });
    }
    let at = arn.strip_prefix("arn:aws:s3:").and_then(|_| arn.find(":accesspoint/"))?;
    let name_at = at + ":accesspoint/".len();
    let place_len = arn[name_at..].find('/').map_or(arn.len(), |slash| name_at + slash);
    let key = arn[place_len..].strip_prefix("/object/");
    Some(Named { place: &arn[..place_len], key })
}

/// The bucket, or the access point, that an ARN names.
pub(super) fn place(arn: &str) -> Option<&str> {
    named(arn).map(|named| named.place)
}

/// The resource's side of a need: a bucket, or an access point and then the bucket behind it. What is not there hangs on nothing: the
/// operation says so, to everybody.
pub(super) fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
    let Named { place, key } = named(question.arn)?;
    if is_managing(question.need.action) {
        return None;
    }
    if let Some(point) = world.s3control.point(place) {
        let Some(bucket) = world.s3.bucket(point.bucket()) else { return Some(Vec::new()) };
        let through = through(world, question, point, bucket, key);
        return Some(vec![through, of_bucket(world, question, bucket, key, Some(point))]);
    }
    let Some(bucket) = world.s3.bucket(place) else { return Some(Vec::new()) };
    Some(vec![of_bucket(world, question, bucket, key, None)])
}

/// The access point's own side.
fn through<'a>(world: &'a World, question: &Question<'_>, point: &'a AccessPoint, bucket: &'a Bucket, key: Option<&str>) -> Resource<'a> {
    let arn = point.arn();
    let mut resource = Resource::of(point.account());
    add_point_keys(&mut resource.keys, point);
    resource.keys.add_one("s3:object-lock-remaining-retention-days", remaining_days(world, question.need));
    let policy = point.policy();
    let is_public = policy.is_some_and(|policy| policy.is_public);
    let label = Label::of_resource(arn.clone(), "AccessPointPolicy");
    resource.policies.extend(policy.map(|policy| Attached { label, document: &policy.document }));
    resource.cuts = vec![
        Cut { name: "VpcConfiguration", on: point.vpc().is_some(), bites: point.vpc().is_some() }, // nobody calls from a VPC yet
        Cut { name: "SignedRequestsOnly", on: true, bites: question.origin.caller == Caller::Anonymous },
        restriction(point.blocks().and(block::blocks(world, bucket)), is_public, question.origin, point.account()),
    ];
    resource.arn = Some(match key {
        Some(key) => format!("{arn}/object/{key}"),
        None => arn,
    });
    resource
}

fn of_bucket<'a>(
    world: &'a World,
    question: &Question<'_>,
    bucket: &'a Bucket,
    key: Option<&str>,
    point: Option<&AccessPoint>,
) -> Resource<'a> {
    let object = key.and_then(|key| object(world, bucket, key, question.need));
    let foreign = object.and_then(|object| foreign_owner(bucket, object)).filter(|_| grants::is_of_object(question.need.action));
    let mut resource = Resource::of(foreign.unwrap_or(bucket.owner));
    let arn = access::bucket_arn(&bucket.name);
    let policy = bucket.sharing.policy.as_ref();
    let attached = policy.map(|policy| Attached { label: Label::of_resource(arn.clone(), "BucketPolicy"), document: &policy.document });
    // a bucket's policy grants nothing on what another account owns, but denies (S3 User Guide, troubleshooting 403)
    let place = if foreign.is_some() { &mut resource.denying } else { &mut resource.policies };
    place.extend(attached);
    let blocks = point.map_or_else(|| block::blocks(world, bucket), |point| blocks_through(world, point));
    resource.grants = grants::of(bucket, object, blocks, question);
    let is_public = policy.is_some_and(|policy| policy.is_public);
    resource.cuts = vec![restriction(blocks, is_public, question.origin, bucket.owner), requester_pays(bucket, question)];
    resource.root_always = POLICY_ACTIONS.contains(&question.need.action);
    add_keys(&mut resource.keys, bucket, object);
    resource.keys.add_one("s3:object-lock-remaining-retention-days", remaining_days(world, question.need));
    if let Some(point) = point {
        add_point_keys(&mut resource.keys, point);
    }
    resource.arn = point.map(|_| key.map_or_else(|| arn.clone(), |key| format!("{arn}/{key}")));
    resource
}

/// RestrictPublicBuckets: while the policy is public, only the owner's account and AWS's services get in.
fn restriction(blocks: Blocks, is_public: bool, origin: &Origin, owner: AccountId) -> Cut {
    let on = blocks.restrict_public_buckets;
    let outside = !matches!(origin.caller, Caller::Service { .. }) && origin.caller.account() != Some(owner);
    Cut { name: "RestrictPublicBuckets", on, bites: on && is_public && outside }
}

/// A bucket whose requesters pay lets only those in who say that they will.
fn requester_pays(bucket: &Bucket, question: &Question<'_>) -> Cut {
    let on = bucket.sharing.requester_pays;
    let caller = &question.origin.caller;
    let promised = question.need.pays == Some(true) && payer::paying(bucket, question.origin).is_some();
    let exempt = caller.account() == Some(bucket.owner) || matches!(caller, Caller::Service { .. }) || question.need.pays.is_none();
    Cut { name: "RequestPayer", on, bites: on && !exempt && !promised }
}

/// Everything that is blocked for a request through an access point.
pub fn blocks_through(world: &World, point: &AccessPoint) -> Blocks {
    let account = world.s3control.account_blocks(point.account()).unwrap_or_default();
    let bucket = world.s3.bucket(point.bucket()).map(|bucket| block::blocks(world, bucket)).unwrap_or_default();
    point.blocks().and(account).and(bucket)
}

/// A condition key of the request with one value.
fn condition<'a>(need: &'a Need, name: &str) -> Option<&'a str> {
    let (_, values) = need.conditions.iter().find(|(key, _)| key == name)?;
    values.first().map(String::as_str)
}

/// Whole days until the date that a request would retain a version to.
fn remaining_days(world: &World, need: &Need) -> Option<i64> {
    let until = condition(need, "s3:object-lock-retain-until-date").and_then(SimTime::parse)?;
    Some((until.millis() - world.now().millis()).div_euclid(DAY_MS))
}

/// The version of an object that a need means.
fn object<'a>(world: &World, bucket: &'a Bucket, key: &str, need: &Need) -> Option<&'a Object> {
    let found = bucket.store.find(key)?;
    let stack = found.cohort.versions();
    let index = access::version_index(&world.core.ids, stack, found.offset, condition(need, "s3:VersionId")).ok()?;
    stack.get(index).and_then(Version::object)
}

/// The owner of an object that is not the bucket's, where ACLs count; what nobody in particular wrote is nobody's.
fn foreign_owner(bucket: &Bucket, object: &Object) -> Option<AccountId> {
    let owner = object.acl.as_ref()?.owner;
    (bucket.sharing.acls_count() && owner != Some(bucket.owner)).then(|| owner.unwrap_or(NOBODY))
}

fn add_keys(keys: &mut Context<'_>, bucket: &Bucket, object: Option<&Object>) {
    keys.add_one("s3:ResourceAccount", Some(bucket.owner));
    for (key, value) in object.into_iter().flat_map(|object| object.tags.iter()) {
        keys.add_one(format!("s3:ExistingObjectTag/{key}"), Some(value));
    }
    for (key, value) in &bucket.tags {
        keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
    }
}

fn add_point_keys(keys: &mut Context<'_>, point: &AccessPoint) {
    keys.add_one("s3:DataAccessPointArn", Some(point.arn()));
    keys.add_one("s3:DataAccessPointAccount", Some(point.account()));
    keys.add_one("s3:AccessPointNetworkOrigin", Some(point.network_origin()));
}

/// A need with the version that is meant.
pub(super) fn of_version(need: Need, version_id: Option<&String>) -> Need {
    need.with("s3:VersionId", version_id)
}

/// A need with the tags that the object shall have, which is a need of its own.
pub(super) fn with_tags<'a>(need: Need, bucket: &str, key: &str, tags: impl IntoIterator<Item = (&'a str, &'a str)>) -> Need {
    let tags: Vec<_> = tags.into_iter().collect();
    if tags.is_empty() {
        return need;
    }
    with_tag_keys(need, &tags).and(with_tag_keys(access::need_object("s3:PutObjectTagging", bucket, key), &tags))
}

/// The condition keys of tags in a request.
pub(super) fn with_tag_keys(need: Need, tags: &[(&str, &str)]) -> Need {
    let need = tags.iter().fold(need, |need, (key, value)| need.with(format!("s3:RequestObjectTag/{key}"), Some(value)));
    need.with_all("s3:RequestObjectTagKeys", tags.iter().map(|(key, _)| (*key).to_owned()).collect())
}

/// The tags of an `x-amz-tagging` header, if they can be read; what cannot is refused later.
pub(super) fn header_tags(header: Option<&String>) -> BTreeMap<String, String> {
    header.and_then(|header| tagging::parse_header(header).ok()).unwrap_or_default()
}

/// Within an account S3 says what is lacking; to others, and to nobody, only that access is denied.
pub fn denied(denial: &Denial) -> ApiError {
    match denial.reason {
        _ if denial.head => denial.error("AccessDenied"),
        Reason::UnknownCaller => errors::invalid_access_key(),
        Reason::Expired => ApiError::new(400, "ExpiredToken", "The provided token has expired."),
        Reason::Explicit(_) | Reason::NotAllowed(_) if denial.same_account => ApiError::new(403, "AccessDenied", denial.message("\"")),
        _ => errors::access_denied(),
    }
}

/// The refusal of a public policy that Block Public Access refuses.
pub fn public_policy_refused(origin: &Origin, need: &Need, owner: AccountId) -> ApiError {
    errors::blocked(origin, need, owner, ("public policies", "BlockPublicPolicy"))
}

/// What the caller is shown in the end: who was charged; and that a key is missing only if he may list the keys.
pub(super) fn shown(world: &World, origin: &Origin, need: &Need, answer: Result<Value, ApiError>) -> Result<Value, ApiError> {
    match answer {
        Ok(Value::Object(mut members)) if need.pays == Some(true) && !need.action.contains("Tagging") => {
            let bucket = named(&need.resource).and_then(|it| world.s3.bucket(access::bucket_name(world, it.place)));
            if bucket.is_some_and(|bucket| payer::paying(bucket, origin).is_some()) {
                members.insert("RequestCharged".to_owned(), Value::from("requester"));
            }
            Ok(Value::Object(members))
        }
        Err(error) if error.status == 404 && matches!(&*error.code, "NoSuchKey" | "404") => Err(hidden(world, origin, need, error)),
        other => other,
    }
}

/// The refusal of reading a key that is not there, also as the source of a copy: 403 for whoever may not list (S3 API Reference, GetObject).
pub(super) fn hidden(world: &World, origin: &Origin, need: &Need, error: ApiError) -> ApiError {
    let Some(read) = need.each().find(|need| need.action.starts_with("s3:GetObject")) else { return error };
    let Some(Named { place, key: Some(_) }) = named(&read.resource) else { return error };
    if world.s3.bucket(access::bucket_name(world, place)).is_none() {
        return error;
    }
    let list = access::need_bucket("s3:ListBucket", place);
    let list = if read.head { list.head() } else { list };
    world.check(origin, &list).map_or_else(|denial| denied(&denial), |()| error)
}
