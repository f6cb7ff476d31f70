//! Keys that the caller brings (SSE-C): the three headers, their checks in S3's order, and knowing a key again without keeping it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use md5::{Digest as _, Md5};

use super::{super::errors, Encryption};
use crate::{api::ApiError, cipher, ident::Ids};

/// `SSECustomerAlgorithm`, `SSECustomerKey`, `SSECustomerKeyMD5`.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Customer<'a> {
    pub algorithm: Option<&'a str>,
    pub key: Option<&'a str>,
    pub key_md5: Option<&'a str>,
}

/// A key that was brought, and its digest as answers show it.
#[derive(Clone, PartialEq, Eq)]
pub(in super::super) struct CustomerKey {
    pub bytes: cipher::Key,
    pub md5: String,
}

impl Customer<'_> {
    /// True if any of the headers is there.
    pub(in super::super) fn is_given(&self) -> bool {
        self.algorithm.is_some() || self.key.is_some() || self.key_md5.is_some()
    }

    /// The digest of the key as it was given; a key without one is digested, as its sender would have.
    fn digested(&self) -> Result<Option<(Vec<u8>, String)>, ApiError> {
        if !self.is_given() {
            return Ok(None);
        }
        let algorithm = self.algorithm.ok_or_else(errors::customer_algorithm_missing)?;
        if algorithm != "AES256" {
            return Err(errors::invalid_encryption_algorithm());
        }
        let key = self.key.ok_or_else(errors::customer_key_missing)?;
        let bytes = STANDARD.decode(key).map_err(|_| errors::customer_key_invalid())?;
        let md5 = STANDARD.encode(Md5::digest(&bytes));
        match self.key_md5 {
            Some(given) if given != md5 => Err(errors::customer_key_md5_differs()),
            _ => Ok(Some((bytes, md5))),
        }
    }

    /// The key to encrypt with: of 256 bits.
    pub(in super::super) fn for_writing(&self) -> Result<Option<CustomerKey>, ApiError> {
        let Some((bytes, md5)) = self.digested()? else { return Ok(None) };
        let bytes = bytes.try_into().map_err(|_| errors::customer_key_invalid())?;
        Ok(Some(CustomerKey { bytes, md5 }))
    }

    /// The digest of the key to decrypt with, if it is the one that the object was encrypted with.
    pub(in super::super) fn opens(&self, ids: &Ids, encryption: Option<&Encryption>) -> Result<Option<String>, ApiError> {
        match (encryption, self.digested()?) {
            (Some(Encryption::Customer { check }), Some((bytes, md5))) => {
                if check_of(ids, &bytes) == *check {
                    Ok(Some(md5))
                } else {
                    Err(errors::customer_key_wrong())
                }
            }
            (Some(Encryption::Customer { .. }), None) => Err(errors::customer_key_needed()),
            (_, Some(_)) => Err(errors::customer_key_not_applicable()),
            (_, None) => Ok(None),
        }
    }
}

impl CustomerKey {
    /// What S3 keeps of the key.
    pub(in super::super) fn encryption(&self, ids: &Ids) -> Encryption {
        Encryption::Customer { check: check_of(ids, &self.bytes) }
    }
}

/// A salted HMAC of a key: enough to know it again, and not to find it.
pub(super) fn check_of(ids: &Ids, key: &[u8]) -> String {
    super::super::checksum::hex(&ids.secret("s3-customer-key", &[key]))
}
