//! What hangs on buckets and objects, told to the kernel: whose they are, the condition keys that they bring, and how S3 words a refusal.

use super::{access, bucket::Bucket, errors};
use crate::{
    World,
    api::ApiError,
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
    if let Some(key) = key {
        add_object_tags(world, bucket, key, question, &mut resource.keys);
    } else {
        for (key, value) in &bucket.tags {
            resource.keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
        }
    }
    Some(vec![resource])
}

/// `s3:ExistingObjectTag/…` of the version that is meant.
fn add_object_tags(world: &World, bucket: &Bucket, key: &str, question: &Question<'_>, keys: &mut Context<'_>) {
    let wanted = question.need.conditions.iter().find(|(key, _)| key == "s3:VersionId").and_then(|(_, values)| values.first());
    let Some(found) = bucket.store.find(key) else { return };
    let stack = found.cohort.versions();
    let Ok(index) = access::version_index(&world.core.ids, stack, found.offset, wanted.map(String::as_str)) else { return };
    for (key, value) in stack.get(index).and_then(super::Version::object).into_iter().flat_map(|object| object.tags.iter()) {
        keys.add_one(format!("s3:ExistingObjectTag/{key}"), Some(value));
    }
}

/// Within an account S3 says what is lacking; to others, and to nobody, only that access is denied.
pub(super) fn denied(denial: &Denial) -> ApiError {
    match denial.reason {
        _ if denial.head => denial.error("AccessDenied"),
        Reason::UnknownCaller => errors::invalid_access_key(),
        Reason::Explicit(_) | Reason::NotAllowed(_) if denial.same_account => ApiError::new(403, "AccessDenied", denial.message("\"")),
        _ => errors::access_denied(),
    }
}
