//! A bucket's default encryption, and the kinds that it refuses. It decides about new objects only; what is stored stays as it is.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::{access, errors};
use crate::api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write};

/// How a bucket encrypts what comes without a word about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct BucketEncryption {
    /// `AES256`, `aws:kms` or `aws:kms:dsse`.
    pub algorithm: String,
    /// The KMS key as it was given; AWS's own for S3 without.
    pub kms_key: Option<String>,
    /// Data keys come from a bucket-level key.
    pub bucket_key: bool,
    /// Writes with customers' keys are refused.
    pub blocks_customer_keys: bool,
}

impl Default for BucketEncryption {
    /// As every new bucket has it (S3 User Guide, default SSE-C setting).
    fn default() -> Self {
        Self { algorithm: "AES256".to_owned(), kms_key: None, bucket_key: false, blocks_customer_keys: true }
    }
}

impl BucketEncryption {
    pub(super) fn is_kms(&self) -> bool {
        self.algorithm != "AES256"
    }

    pub(super) fn is_dual_layer(&self) -> bool {
        self.algorithm == "aws:kms:dsse"
    }

    /// As GetBucketEncryption shows it.
    fn shown(&self) -> ServerSideEncryptionConfiguration {
        let by_default = ServerSideEncryptionByDefault { sse_algorithm: self.algorithm.clone(), kms_master_key_id: self.kms_key.clone() };
        let blocked = if self.blocks_customer_keys { "SSE-C" } else { "NONE" };
        ServerSideEncryptionConfiguration {
            rules: vec![ServerSideEncryptionRule {
                apply_server_side_encryption_by_default: Some(by_default),
                bucket_key_enabled: Some(self.bucket_key),
                blocked_encryption_types: Some(BlockedEncryptionTypes { encryption_type: Some(vec![blocked.to_owned()]) }),
            }],
        }
    }
}

/// Sets a bucket's default encryption, and which kinds it refuses.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketEncryption {
    /// Which bucket.
    pub bucket: String,
    /// A digest of the request's body; the transfer is not modelled.
    #[serde(rename = "ContentMD5")]
    pub content_md5: Option<String>,
    /// How the body's checksum was made; the transfer is not modelled.
    pub checksum_algorithm: Option<String>,
    /// One rule.
    pub server_side_encryption_configuration: ServerSideEncryptionConfiguration,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// `ServerSideEncryptionConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ServerSideEncryptionConfiguration {
    /// Just one.
    pub rules: Vec<ServerSideEncryptionRule>,
}

/// A rule of it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ServerSideEncryptionRule {
    /// How objects are encrypted that come without a word about it.
    pub apply_server_side_encryption_by_default: Option<ServerSideEncryptionByDefault>,
    /// Data keys come from a bucket-level key.
    pub bucket_key_enabled: Option<bool>,
    /// What is refused.
    pub blocked_encryption_types: Option<BlockedEncryptionTypes>,
}

/// The default itself.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerSideEncryptionByDefault {
    /// `AES256`, `aws:kms` or `aws:kms:dsse`.
    #[serde(rename = "SSEAlgorithm")]
    pub sse_algorithm: String,
    /// A KMS key by id, ARN or alias.
    #[serde(rename = "KMSMasterKeyID")]
    pub kms_master_key_id: Option<String>,
}

/// Kinds of encryption that are refused.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct BlockedEncryptionTypes {
    /// `SSE-C`, or `NONE`.
    pub encryption_type: Option<Vec<String>>,
}

impl Operation for PutBucketEncryption {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("takes effect at once");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutEncryptionConfiguration", &self.bucket)
    }
}

impl PutBucketEncryption {
    /// What the bucket will do; a block that is not spoken of stays as it is.
    fn wanted(&self, present: &BucketEncryption) -> Result<BucketEncryption, ApiError> {
        let [rule] = self.server_side_encryption_configuration.rules.as_slice() else { return Err(errors::malformed_xml()) };
        if rule.apply_server_side_encryption_by_default.is_none() && rule.blocked_encryption_types.is_none() {
            return Err(errors::malformed_xml());
        }
        let mut wanted = BucketEncryption { blocks_customer_keys: present.blocks_customer_keys, ..BucketEncryption::default() };
        if let Some(by_default) = &rule.apply_server_side_encryption_by_default {
            match by_default.sse_algorithm.as_str() {
                "AES256" if by_default.kms_master_key_id.is_some() => return Err(errors::master_key_without_kms()),
                "AES256" | "aws:kms" | "aws:kms:dsse" => {}
                _ => return Err(errors::malformed_xml()),
            }
            wanted.algorithm.clone_from(&by_default.sse_algorithm);
            wanted.kms_key.clone_from(&by_default.kms_master_key_id);
        }
        wanted.bucket_key = rule.bucket_key_enabled == Some(true);
        let blocked = rule.blocked_encryption_types.as_ref().map(|blocked| blocked.encryption_type.as_deref().unwrap_or_default());
        match blocked {
            None => {}
            Some([one]) if one == "SSE-C" => wanted.blocks_customer_keys = true,
            Some([one]) if one == "NONE" => wanted.blocks_customer_keys = false,
            Some(_) => return Err(errors::malformed_xml()),
        }
        Ok(wanted)
    }
}

impl Write for PutBucketEncryption {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let wanted = self.wanted(&bucket.encryption)?;
        let bucket = access::bucket_mut(cx.world, &self.bucket)?;
        bucket.encryption = wanted;
        Ok(())
    }
}

/// Shows how a bucket encrypts new objects: with S3's own keys, if nothing else was ever said.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketEncryption {
    /// Which bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

/// What GetBucketEncryption answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketEncryptionOutput {
    server_side_encryption_configuration: ServerSideEncryptionConfiguration,
}

impl Operation for GetBucketEncryption {
    type Output = GetBucketEncryptionOutput;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetEncryptionConfiguration", &self.bucket)
    }
}

impl Read for GetBucketEncryption {
    fn read(self, cx: &mut View<'_>) -> Result<GetBucketEncryptionOutput, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(GetBucketEncryptionOutput { server_side_encryption_configuration: bucket.encryption.shown() })
    }
}

/// Sets a bucket's default encryption back to S3's own keys. What it refuses stays refused.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucketEncryption {
    /// Which bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucketEncryption {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("a block of customers' keys stays: AWS does not say");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutEncryptionConfiguration", &self.bucket)
    }
}

impl Write for DeleteBucketEncryption {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let bucket = access::bucket_mut(cx.world, &self.bucket)?;
        let blocks_customer_keys = bucket.encryption.blocks_customer_keys;
        bucket.encryption = BucketEncryption { blocks_customer_keys, ..BucketEncryption::default() };
        Ok(())
    }
}
