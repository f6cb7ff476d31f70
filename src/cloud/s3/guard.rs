//! What hangs on buckets and objects, told to the kernel: whose they are, the condition keys that they bring, and how S3 words a refusal.

use std::collections::BTreeMap;

use super::{access, bucket::Bucket, errors, tagging};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    clock::{DAY_MS, SimTime},
    policy::{Context, Denial, Question, Reason, Resource},
};

/// Bucket and key that an ARN of S3 names; a bucket's has no key.
fn parts(arn: &str) -> Option<(&str, Option<&str>)> {
    let path = arn.strip_prefix("arn:aws:s3:::")?;
    Some(path.split_once('/').map_or((path, None), |(bucket, key)| (bucket, Some(key))))
}

/// The resource's side of a need. A bucket that is not there hangs on nothing: the operation says `NoSuchBucket`, to everybody.
pub(super) fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
    let (name, key) = parts(question.arn)?;
    let Some(bucket) = world.s3.bucket(name) else { return Some(Vec::new()) };
    let mut resource = Resource::of(bucket.owner);
    resource.keys.add_one("s3:ResourceAccount", Some(bucket.owner));
    resource.keys.add_one("s3:object-lock-remaining-retention-days", remaining_days(world, question));
    if let Some(key) = key {
        add_object_tags(world, bucket, key, question, &mut resource.keys);
    } else {
        for (key, value) in &bucket.tags {
            resource.keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
        }
    }
    Some(vec![resource])
}

/// Whole days until the date that a request would retain a version to.
fn remaining_days(world: &World, question: &Question<'_>) -> Option<i64> {
    let until = condition(question, "s3:object-lock-retain-until-date").and_then(SimTime::parse)?;
    Some((until.millis() - world.now().millis()).div_euclid(DAY_MS))
}

/// A condition key of the request with one value.
fn condition<'a>(question: &Question<'a>, name: &str) -> Option<&'a str> {
    let (_, values) = question.need.conditions.iter().find(|(key, _)| key == name)?;
    values.first().map(String::as_str)
}

/// `s3:ExistingObjectTag/…` of the version that is meant.
fn add_object_tags(world: &World, bucket: &Bucket, key: &str, question: &Question<'_>, keys: &mut Context<'_>) {
    let Some(found) = bucket.store.find(key) else { return };
    let stack = found.cohort.versions();
    let Ok(index) = access::version_index(&world.core.ids, stack, found.offset, condition(question, "s3:VersionId")) else { return };
    for (key, value) in stack.get(index).and_then(super::Version::object).into_iter().flat_map(|object| object.tags.iter()) {
        keys.add_one(format!("s3:ExistingObjectTag/{key}"), Some(value));
    }
}

/// A key that is not there is told only to whoever may list the bucket; to others access is denied
/// (S3 API Reference, GetObject, permissions).
pub(super) fn veiled(world: &World, origin: &Origin, bucket: &str, error: ApiError) -> ApiError {
    if error != errors::no_such_key() && error != errors::head_not_found() {
        return error;
    }
    let list = access::need_bucket("s3:ListBucket", bucket);
    let list = if error == errors::head_not_found() { list.head() } else { list };
    world.check(origin, &list).map_or_else(|denial| denied(&denial), |()| error)
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
pub(super) fn denied(denial: &Denial) -> ApiError {
    match denial.reason {
        _ if denial.head => denial.error("AccessDenied"),
        Reason::UnknownCaller => errors::invalid_access_key(),
        Reason::Expired => ApiError::new(400, "ExpiredToken", "The provided token has expired."),
        Reason::Explicit(_) | Reason::NotAllowed(_) if denial.same_account => ApiError::new(403, "AccessDenied", denial.message("\"")),
        _ => errors::access_denied(),
    }
}
