//! What a write asks for in its headers, checked before anything else is looked at.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    super::errors,
    customer::{Customer, CustomerKey},
};
use crate::{api::ApiError, kms::Context};

/// Most bytes of an encryption context in a header: all headers together may have 8 KB.
const MAX_CONTEXT_HEADER: usize = 8 << 10;

/// The members of a write that say how it shall be encrypted.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Asked<'a> {
    pub algorithm: Option<&'a str>,
    pub kms_key: Option<&'a str>,
    pub context: Option<&'a str>,
    pub bucket_key: Option<bool>,
    pub customer: Customer<'a>,
}

/// The same, once it is known to be possible.
pub(super) enum Checked<'a> {
    /// Nothing: the bucket's default decides.
    Default,
    /// S3's own keys.
    S3,
    /// A KMS key, or AWS's own for S3.
    Kms { dual_layer: bool, key: Option<&'a str>, context: Context, bucket_key: Option<bool> },
    /// The caller's key.
    Customer(CustomerKey),
}

impl<'a> Asked<'a> {
    /// True if anything is asked for.
    pub(in super::super) fn is_given(&self) -> bool {
        self.algorithm.is_some() || self.kms_key.is_some() || self.bucket_key.is_some() || self.customer.is_given()
    }

    /// Checks the headers against one another.
    pub(super) fn checked(&self) -> Result<Checked<'a>, ApiError> {
        if self.customer.is_given() && self.algorithm.is_some() {
            return Err(errors::customer_key_beside_encryption());
        }
        if let Some(key) = self.customer.for_writing()? {
            return Ok(Checked::Customer(key));
        }
        let dual_layer = match self.algorithm {
            Some("aws:kms") => false,
            Some("aws:kms:dsse") => true,
            None | Some("AES256") if self.kms_key.is_some() || self.context.is_some() => return Err(errors::kms_key_without_kms()),
            None => return Ok(Checked::Default),
            Some("AES256") => return Ok(Checked::S3),
            Some(_) => return Err(errors::unknown_encryption_method()),
        };
        let context = self.context.map_or_else(|| Ok(Context::new()), parsed_context)?;
        Ok(Checked::Kms { dual_layer, key: self.kms_key, context, bucket_key: self.bucket_key })
    }
}

/// `SSEKMSEncryptionContext`: JSON of a map from strings to strings, in base64.
fn parsed_context(header: &str) -> Result<Context, ApiError> {
    if header.len() > MAX_CONTEXT_HEADER {
        return Err(errors::bad_context_header());
    }
    let bytes = STANDARD.decode(header).map_err(|_| errors::bad_context_header())?;
    serde_json::from_slice(&bytes).map_err(|_| errors::bad_context_header())
}
