//! What answers show of an object's encryption.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::Encryption;

/// The members of an answer; flattened into it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in super::super) struct Shown {
    server_side_encryption: Option<&'static str>,
    #[serde(rename = "SSECustomerAlgorithm")]
    sse_customer_algorithm: Option<&'static str>,
    #[serde(rename = "SSECustomerKeyMD5")]
    sse_customer_key_md5: Option<String>,
    #[serde(rename = "SSEKMSKeyId")]
    ssekms_key_id: Option<String>,
    #[serde(rename = "SSEKMSEncryptionContext")]
    ssekms_encryption_context: Option<String>,
    bucket_key_enabled: Option<bool>,
}

impl Shown {
    /// … of an object, and the digest of the caller's key if that opened it.
    pub(in super::super) fn of(encryption: Option<&Encryption>, customer_md5: Option<&String>) -> Self {
        let (key, bucket_key) = match encryption {
            Some(Encryption::Kms { key, bucket_key, .. }) => (Some(key.to_string()), *bucket_key),
            _ => (None, false),
        };
        let customers = encryption.is_some_and(Encryption::is_customers);
        Self {
            server_side_encryption: Encryption::algorithm(encryption),
            sse_customer_algorithm: customers.then_some("AES256"),
            sse_customer_key_md5: customer_md5.cloned(),
            ssekms_key_id: key,
            ssekms_encryption_context: None,
            bucket_key_enabled: bucket_key.then_some(true),
        }
    }

    /// … and the context as the request gave it: only writes show it.
    pub(in super::super) fn with_context(mut self, context: Option<&String>) -> Self {
        self.ssekms_encryption_context = context.filter(|_| self.ssekms_key_id.is_some()).cloned();
        self
    }

    /// … without the customer's key, of which the end of a multipart upload says nothing.
    pub(in super::super) fn without_customer(mut self) -> Self {
        (self.sse_customer_algorithm, self.sse_customer_key_md5) = (None, None);
        self
    }
}
