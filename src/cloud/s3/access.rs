//! Lookups that every operation on buckets and objects makes, in the order in which S3 makes them.

use std::sync::Arc;

use super::{
    StorageClass,
    bucket::Bucket,
    errors, guard,
    meter::Meter,
    version::{Stack, Version},
};
use crate::{
    World,
    api::{ApiError, Call, Need, Origin},
    ident::Ids,
};

const VERSION_ID_KIND: &str = "s3-version";
const VERSION_ID_LEN: usize = 32;
const VERSION_ID_LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
/// Longest key in bytes of UTF-8 (S3 User Guide, object keys).
const MAX_KEY_BYTES: usize = 1_024;

pub(super) fn bucket_arn(bucket: &str) -> String {
    format!("arn:aws:s3:::{bucket}")
}

/// Needs an action on a bucket, or on an access point that is named by its ARN.
pub(super) fn need_bucket(action: &'static str, bucket: &str) -> Need {
    Need::action(action).on(if bucket.starts_with("arn:") { bucket.to_owned() } else { bucket_arn(bucket) })
}

/// Needs an action on an object.
pub(super) fn need_object(action: &'static str, bucket: &str, key: &str) -> Need {
    let arn = if bucket.starts_with("arn:") { format!("{bucket}/object/{key}") } else { format!("arn:aws:s3:::{bucket}/{key}") };
    Need::action(action).on(arn)
}

/// The bucket that a name means: an access point's alias or ARN means the bucket behind it.
pub(super) fn bucket_name<'a>(world: &'a World, name: &'a str) -> &'a str {
    world.s3control.point(name).map_or(name, |point| point.bucket())
}

/// Puts the bucket in the place of the access point through which it is reached.
pub(super) fn resolve(world: &World, name: &mut String) {
    if let Some(point) = world.s3control.point(name) {
        point.bucket().clone_into(name);
    }
}

/// Asks whether the caller may do something that is needed besides what every request of its kind needs.
pub(super) fn authorise(world: &World, origin: &Origin, need: &Need) -> Result<(), ApiError> {
    world.check(origin, need).map_err(|denial| guard::denied(&denial))
}

/// The bucket, or `NoSuchBucket`.
pub(super) fn bucket<'a>(world: &'a World, name: &str) -> Result<&'a Bucket, ApiError> {
    world.s3.bucket(name).ok_or_else(errors::no_such_bucket)
}

/// The bucket to change its settings, or `NoSuchBucket`.
pub(super) fn bucket_mut<'a>(world: &'a mut World, name: &str) -> Result<&'a mut Bucket, ApiError> {
    world.s3.buckets.get_mut(name).ok_or_else(errors::no_such_bucket)
}

/// `ExpectedBucketOwner`: refused unless the bucket's owner is that account.
pub(super) fn check_owner(world: &World, name: &str, expected: Option<&str>) -> Result<(), ApiError> {
    let Some(expected) = expected else { return Ok(()) };
    let owner = bucket(world, name)?.owner;
    if owner.to_string() == expected { Ok(()) } else { Err(errors::access_denied()) }
}

/// Refuses keys that S3 does not take.
pub(super) fn check_key(key: &str) -> Result<(), ApiError> {
    if key.len() > MAX_KEY_BYTES { Err(errors::key_too_long()) } else { Ok(()) }
}

/// A version's opaque id. `offset` is how far its key lies in its cohort.
pub(super) fn version_id(ids: &Ids, version: &Version, offset: u64) -> String {
    match version.number {
        Some(number) => version_id_of(ids, number + offset),
        None => "null".to_owned(),
    }
}

/// The opaque id of a version number.
pub(super) fn version_id_of(ids: &Ids, number: u64) -> String {
    ids.sealed(VERSION_ID_KIND, number, VERSION_ID_LETTERS, VERSION_ID_LEN)
}

/// Which version of a stack an id names: the current one without an id.
///
/// S3 knows its own ids: one that it never made is `InvalidArgument`, one that names nothing here is `NoSuchVersion`.
pub(super) fn version_index(ids: &Ids, stack: &[Version], offset: u64, id: Option<&str>) -> Result<usize, ApiError> {
    let Some(id) = id else { return if stack.is_empty() { Err(errors::no_such_key()) } else { Ok(0) } };
    if let Some(index) = stack.iter().position(|version| version_id(ids, version, offset) == id) {
        return Ok(index);
    }
    let known = id == "null" || (id.len() == VERSION_ID_LEN && ids.is_sealed(VERSION_ID_KIND, id, VERSION_ID_LETTERS));
    Err(if known { errors::no_such_version() } else { errors::invalid_version_id() })
}

/// The version that a GET-like request means, with its index in the stack: a current delete marker is `NoSuchKey`, a marker
/// named by its id `MethodNotAllowed`.
pub(super) fn readable_version<'a>(
    world: &'a World,
    bucket_name: &str,
    key: &str,
    id: Option<&str>,
) -> Result<(usize, &'a Version), ApiError> {
    match (version(world, bucket_name, key, id)?, id) {
        ((index, version), _) if !version.is_marker() => Ok((index, version)),
        (_, None) => Err(errors::no_such_key()),
        (_, Some(_)) => Err(errors::method_not_allowed()),
    }
}

/// The version that a request about a lock means: a delete marker, current or not, is `MethodNotAllowed`.
pub(super) fn lockable_version<'a>(
    world: &'a World,
    bucket_name: &str,
    key: &str,
    id: Option<&str>,
) -> Result<(usize, &'a Version), ApiError> {
    let (index, version) = version(world, bucket_name, key, id)?;
    if version.is_marker() { Err(errors::method_not_allowed()) } else { Ok((index, version)) }
}

/// The version of that id, the current one without an id, markers included.
fn version<'a>(world: &'a World, bucket_name: &str, key: &str, id: Option<&str>) -> Result<(usize, &'a Version), ApiError> {
    let found = bucket(world, bucket_name)?.store.find(key);
    let (stack, offset) = found.map_or((&[][..], 0), |found| (found.cohort.versions(), found.offset));
    let index = version_index(&world.core.ids, stack, offset, id)?;
    Ok((index, &stack[index]))
}

/// The `VersionId` that an answer shows for a version of a key: none in a bucket that never had versioning.
pub(super) fn shown_version_id(world: &World, bucket_name: &str, key: &str, index: usize) -> Option<String> {
    let bucket = world.s3.bucket(bucket_name)?;
    let found = bucket.store.find(key)?;
    let version = found.cohort.versions().get(index)?;
    bucket.is_versioned().then(|| version_id(&world.core.ids, version, found.offset))
}

/// Changes one key's stack, keeping meter and due list in step.
pub(super) fn edit_key<T>(cx: &mut Call<'_>, bucket: &str, key: &str, edit: impl FnOnce(&mut Stack, &mut Meter<'_>) -> T) -> Option<T> {
    let key: Arc<str> = key.into();
    let world = &mut *cx.world;
    world.s3.edit(&mut world.core, bucket, (&key, 1), edit)
}

/// The class that a request names, STANDARD without a name.
pub(super) fn storage_class(name: Option<&str>) -> Result<StorageClass, ApiError> {
    name.map_or(Ok(StorageClass::Standard), |name| StorageClass::named(name).ok_or_else(errors::invalid_storage_class))
}

/// Bills a request to the bucket's owner, or to who pays instead. Refused requests are billed too, so this comes first.
pub(super) fn bill_request(cx: &mut Call<'_>, bucket: &str, usage_type: &'static str) {
    if let Some(place) = cx.world.s3.bucket(bucket).map(|bucket| bucket.place_for(cx.origin)) {
        cx.count(place.key(usage_type, ""), 1);
    }
}
