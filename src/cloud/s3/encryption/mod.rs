//! How objects are encrypted at rest: with S3's own keys (the base of everything), with a KMS key in one layer or two, or with a
//! key that the caller brings each time. What a client encrypts before it sends is, to S3, just bytes.

mod asked;
mod blocked;
mod configuration;
mod customer;
mod plan;
mod read;
mod shown;
mod stored;
#[cfg(test)]
mod tests;
mod update;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(super) use asked::Asked;
pub(super) use configuration::BucketEncryption;
pub use configuration::{DeleteBucketEncryption, GetBucketEncryption, PutBucketEncryption};
pub(super) use customer::Customer;
pub(super) use plan::{Plan, Wanted};
pub(super) use read::{Reading, allows, counted, read_many, readable, record};
pub(super) use shown::Shown;
pub use stored::{Layer, StoredBytes};
pub use update::UpdateObjectEncryption;

use super::checksum;
use crate::{cipher, ident::Ids, kms};

/// What an object is encrypted with, where that is not S3's own keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encryption {
    /// A data key under a KMS key.
    Kms {
        /// The KMS key's ARN.
        key: Arc<str>,
        /// A second layer under a key of S3's.
        dual_layer: bool,
        /// The data key comes from a bucket-level key, which saves calls to KMS.
        bucket_key: bool,
        /// What the caller adds to the encryption context.
        #[serde(default, skip_serializing_if = "kms::Context::is_empty")]
        context: kms::Context,
    },
    /// The caller's key, of which S3 keeps only what it knows it again by: a salted HMAC.
    Customer {
        /// 64 digits.
        check: String,
    },
}

impl Encryption {
    /// The value of `x-amz-server-side-encryption`; none where the caller brings the key.
    pub fn algorithm(this: Option<&Self>) -> Option<&'static str> {
        match this {
            None => Some("AES256"),
            Some(Self::Kms { dual_layer: false, .. }) => Some("aws:kms"),
            Some(Self::Kms { dual_layer: true, .. }) => Some("aws:kms:dsse"),
            Some(Self::Customer { .. }) => None,
        }
    }

    /// The ARN of the KMS key.
    pub fn kms_key(&self) -> Option<&Arc<str>> {
        if let Self::Kms { key, .. } = self { Some(key) } else { None }
    }

    /// True if only the caller has the key.
    pub fn is_customers(&self) -> bool {
        matches!(self, Self::Customer { .. })
    }

    /// What data keys of an object are bound to: its ARN or, with a bucket key, the bucket's, and what the caller added.
    pub(super) fn context(&self, bucket: &str, key: &str) -> kms::Context {
        let Self::Kms { bucket_key, context, .. } = self else { return kms::Context::new() };
        let arn = if *bucket_key { format!("arn:aws:s3:::{bucket}") } else { format!("arn:aws:s3:::{bucket}/{key}") };
        let mut context = context.clone();
        context.insert("aws:s3:arn".to_owned(), arn);
        context
    }
}

/// The ETag of a single upload or part with that MD5. Under S3's own keys it is the MD5; under any other key it is not, and AWS
/// does not say what: here it follows from the contents and the key.
pub(super) fn etag(ids: &Ids, md5: [u8; 16], encryption: Option<&Encryption>, part: u32) -> String {
    let key: &[u8] = match encryption {
        None => return checksum::etag(md5),
        Some(Encryption::Kms { key, .. }) => key.as_bytes(),
        Some(Encryption::Customer { check }) => check.as_bytes(),
    };
    checksum::etag(cipher::leading(&ids.secret("s3-etag", &[&md5, key, &part.to_be_bytes()])))
}
