//! Kinds of encryption that a bucket refuses: customers' keys, from the first day of every new bucket.

use super::super::errors;
use crate::{
    World,
    api::{ApiError, Origin},
};

/// Refuses a write with a customer's key where the bucket blocks them. `action` is what the caller may not do.
pub(super) fn check(world: &World, origin: &Origin, bucket: &str, key: &str, action: &str) -> Result<(), ApiError> {
    let blocked = world.s3.bucket(bucket).is_some_and(|bucket| bucket.encryption.blocks_customer_keys);
    if blocked { Err(errors::customer_keys_blocked(&origin.caller.arn(), action, &format!("arn:aws:s3:::{bucket}/{key}"))) } else { Ok(()) }
}
