//! Reading what is encrypted: the caller's key must be the right one, and KMS must give the data key back. A bucket-level key
//! saves most of those calls.

use super::{
    super::{access, errors, version::Object},
    Customer, Encryption, Shown,
    plan::at,
};
use crate::{
    World,
    api::{ApiError, Call, Origin},
    clock::DAY_MS,
    kms::{Forward, Use},
};

/// How long a bucket-level key is used before KMS is asked for another one: AWS says only that it is short-lived.
const BUCKET_KEY_MILLIS: i64 = DAY_MS;

/// An object that shall be read.
#[derive(Clone, Copy)]
pub(in super::super) struct Reading<'a> {
    pub bucket: &'a str,
    pub key: &'a str,
    pub object: &'a Object,
    pub customer: Customer<'a>,
    /// The data itself, or a checksum, which is encrypted as well; other metadata is not.
    pub needs_data: bool,
}

/// Checks that the caller may and can read, and says what answers show of the encryption.
pub(in super::super) fn readable(world: &World, origin: &Origin, reading: Reading<'_>) -> Result<Shown, ApiError> {
    let encryption = reading.object.encryption.as_deref();
    let md5 = reading.customer.opens(&world.core.ids, encryption)?;
    if let Some(encryption) = encryption.filter(|_| reading.needs_data) {
        let region = access::bucket(world, reading.bucket)?.region;
        allows(world, &at(origin, region), (reading.bucket, reading.key), encryption, Use::Decrypt)?;
    }
    Ok(Shown::of(encryption, md5.as_ref()))
}

/// Asks KMS whether the caller gets the data key, or gets it back.
pub(in super::super) fn allows(
    world: &World,
    origin: &Origin,
    (bucket, key): (&str, &str),
    encryption: &Encryption,
    what: Use,
) -> Result<(), ApiError> {
    let Some(key_arn) = encryption.kms_key() else { return Ok(()) };
    let context = encryption.context(bucket, key);
    Forward { service: "s3", origin, key_arn, context: &context, what }.check(world).map_err(errors::of_kms)
}

/// So many reads of like objects at the bucket's endpoint: allowed or refused alike, and counted.
pub(in super::super) fn read_many(
    world: &mut World,
    origin: &Origin,
    place: (&str, &str),
    encryption: Option<&Encryption>,
    n: u64,
) -> Result<(), ApiError> {
    let Some(encryption) = encryption else { return Ok(()) };
    allows(world, origin, place, encryption, Use::Decrypt)?;
    record(world, origin, place, encryption, Use::Decrypt, n);
    Ok(())
}

/// Has the KMS call of a read counted and told.
pub(in super::super) fn counted(cx: &mut Call<'_>, (bucket, key): (&str, &str), encryption: Option<&Encryption>) {
    let Ok(region) = access::bucket(cx.world, bucket).map(|bucket| bucket.region) else { return };
    if let Some(encryption) = encryption {
        let origin = at(cx.origin, region);
        record(cx.world, &origin, (bucket, key), encryption, Use::Decrypt, 1);
    }
}

/// Has so many calls to KMS counted; with a bucket-level key that is still good there are none.
pub(in super::super) fn record(
    world: &mut World,
    origin: &Origin,
    (bucket, key): (&str, &str),
    encryption: &Encryption,
    what: Use,
    n: u64,
) {
    let Encryption::Kms { key: key_arn, bucket_key, .. } = encryption else { return };
    let mut n = n;
    if *bucket_key {
        let now = world.now();
        let Some(bucket) = world.s3.buckets.get_mut(bucket) else { return };
        if bucket.bucket_keys.get(key_arn).is_some_and(|until| *until > now) {
            return;
        }
        bucket.bucket_keys.insert(key_arn.clone(), now.plus(BUCKET_KEY_MILLIS));
        n = 1;
    }
    let context = encryption.context(bucket, key);
    Forward { service: "s3", origin, key_arn, context: &context, what }.record(world, n);
}
