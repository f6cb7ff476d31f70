//! Encrypting and decrypting up to 4,096 bytes under a key, which never leaves KMS. More than that is encrypted under a data key;
//! see `data_key`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_with::skip_serializing_none;

use super::{
    Context, Key, KeySpec, Material, access,
    blob::{self, Blob},
    context, errors,
    find::{self, By},
    guard,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Origin, Read, View, Write},
};

/// Most bytes that are encrypted directly (KMS API Reference, Encrypt).
const MAX_PLAINTEXT: usize = 4_096;
/// Longest ciphertext that is looked at.
const MAX_CIPHERTEXT: usize = 6_144;
pub(super) const ALGORITHM: &str = "SYMMETRIC_DEFAULT";
const ALGORITHMS: [&str; 4] = ["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"];

/// Bytes that travel as base64 text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Blob64(pub Vec<u8>);

/// How many there are: what they are is nobody's business but the caller's.
impl std::fmt::Debug for Blob64 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Serialize for Blob64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Blob64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text.trim_end()).map(Self).map_err(D::Error::custom)
    }
}

/// Encrypts up to 4,096 bytes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Encrypt {
    /// A key by id, ARN or alias.
    pub key_id: String,
    /// What to encrypt.
    pub plaintext: Blob64,
    /// What the ciphertext is bound to.
    pub encryption_context: Option<Context>,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// Only `SYMMETRIC_DEFAULT`.
    pub encryption_algorithm: Option<String>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What Encrypt answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct EncryptOutput {
    ciphertext_blob: Blob64,
    key_id: String,
    encryption_algorithm: &'static str,
}

impl Operation for Encrypt {
    type Output = EncryptOutput;

    fn needs(&self) -> Need {
        access::need_in("kms:Encrypt", &self.key_id, self.encryption_context.as_ref())
    }
}

/// Refuses a key that does not encrypt.
pub(super) fn check_usage(key: &Key, operation: &str) -> Result<(), ApiError> {
    if key.spec == KeySpec::Symmetric { Ok(()) } else { Err(errors::invalid_usage(&key.arn(), key.spec.usage(), operation)) }
}

fn check_algorithm(algorithm: Option<&str>, member: &str) -> Result<(), ApiError> {
    match algorithm {
        None | Some(ALGORITHM) => Ok(()),
        Some(other) if ALGORITHMS.contains(&other) => {
            Err(errors::validation(format!("The {other} algorithm is not valid for symmetric encryption KMS keys.")))
        }
        Some(other) => Err(errors::not_in_enum(other, member, &ALGORITHMS)),
    }
}

pub(super) fn check_dry_run(dry_run: Option<bool>) -> Result<(), ApiError> {
    if dry_run == Some(true) { Err(errors::dry_run()) } else { Ok(()) }
}

/// Encrypts under a key with a nonce that was never used before.
pub(super) fn seal(world: &mut World, arn: &str, context: &Context, plaintext: &[u8]) -> Vec<u8> {
    let number = world.core.ids.take("kms-nonce", 1);
    let ids = &world.core.ids;
    world.kms.key(arn).map_or_else(Vec::new, |key| blob::seal(ids, key, blob::nonce(ids, number), context, plaintext))
}

impl Write for Encrypt {
    fn apply(self, cx: &mut Call<'_>) -> Result<EncryptOutput, ApiError> {
        access::bill(cx, &self.key_id);
        check_algorithm(self.encryption_algorithm.as_deref(), "encryptionAlgorithm")?;
        let n_bytes = self.plaintext.0.len();
        if n_bytes == 0 {
            return Err(errors::silent_constraint("plaintext", "have length greater than or equal to 1"));
        }
        if n_bytes > MAX_PLAINTEXT {
            return Err(errors::silent_constraint("plaintext", format!("have length less than or equal to {MAX_PLAINTEXT}")));
        }
        let context = context::checked(self.encryption_context.as_ref())?;
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Alias)?;
        check_usage(key, "Encrypt")?;
        find::usable(key)?;
        check_dry_run(self.dry_run)?;
        let arn = key.arn();
        let ciphertext = seal(cx.world, &arn, &context, &self.plaintext.0);
        Ok(EncryptOutput { ciphertext_blob: Blob64(ciphertext), key_id: arn, encryption_algorithm: ALGORITHM })
    }
}

/// Decrypts what KMS encrypted. The ciphertext knows its key.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Decrypt {
    /// What to decrypt.
    pub ciphertext_blob: Blob64,
    /// Just the context that it was encrypted with.
    pub encryption_context: Option<Context>,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// Refused if it was encrypted under another key.
    pub key_id: Option<String>,
    /// Only `SYMMETRIC_DEFAULT`.
    pub encryption_algorithm: Option<String>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What Decrypt answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DecryptOutput {
    key_id: String,
    plaintext: Blob64,
    encryption_algorithm: &'static str,
    key_material_id: String,
}

impl Operation for Decrypt {
    type Output = DecryptOutput;

    fn needs(&self) -> Need {
        let context = self.encryption_context.as_ref();
        match &self.key_id {
            Some(text) => access::need_in("kms:Decrypt", text, context),
            None => access::with_context(guard::need_behind_ciphertext("kms:Decrypt", &self.ciphertext_blob.0), context),
        }
    }
}

/// A ciphertext whose key was found.
struct Opened {
    key_arn: String,
    material_id: String,
    plaintext: Vec<u8>,
}

/// Decrypts, if the key may be used. Whether the caller may was asked before.
fn open(
    (world, origin): (&World, &Origin),
    ciphertext: &[u8],
    context: &Context,
    expected: Option<&str>,
    operation: &str,
) -> Result<Opened, ApiError> {
    let ids = &world.core.ids;
    if ciphertext.len() > MAX_CIPHERTEXT {
        return Err(errors::silent_constraint("ciphertextBlob", format!("have length less than or equal to {MAX_CIPHERTEXT}")));
    }
    let expected = expected.map(|text| access::key(world, origin, text, By::Alias)).transpose()?;
    if let Some(key) = expected {
        check_usage(key, operation).map_err(|_| errors::incorrect_key())?;
        find::usable(key)?;
    }
    let blob = Blob::parse(ids, ciphertext).ok_or_else(errors::invalid_ciphertext)?;
    let made_it = |key: &&Key| key.materials.iter().any(|material| material.id == blob.material_id);
    let key = match expected {
        Some(key) => Some(key).filter(made_it).ok_or_else(errors::incorrect_key)?,
        None => world.kms.keys_in(origin.region).find(made_it).ok_or_else(errors::unknown_ciphertext_key)?,
    };
    find::usable(key)?;
    let material: Option<&Material> = key.materials.iter().find(|material| material.id == blob.material_id);
    let plaintext = material.and_then(|material| blob.open(ids, material, context)).ok_or_else(errors::invalid_ciphertext)?;
    Ok(Opened { key_arn: key.arn(), material_id: blob.material_id, plaintext })
}

impl Read for Decrypt {
    fn read(self, cx: &mut View<'_>) -> Result<DecryptOutput, ApiError> {
        access::bill_read(cx, self.key_id.as_deref().unwrap_or_default());
        check_algorithm(self.encryption_algorithm.as_deref(), "encryptionAlgorithm")?;
        let context = context::checked(self.encryption_context.as_ref())?;
        let opened = open((cx.world, cx.origin), &self.ciphertext_blob.0, &context, self.key_id.as_deref(), "Decrypt")?;
        check_dry_run(self.dry_run)?;
        Ok(DecryptOutput {
            key_id: opened.key_arn,
            plaintext: Blob64(opened.plaintext),
            encryption_algorithm: ALGORITHM,
            key_material_id: opened.material_id,
        })
    }
}

/// Encrypts under another key, or in another context, without the plaintext leaving KMS.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ReEncrypt {
    /// What to encrypt anew.
    pub ciphertext_blob: Blob64,
    /// The context that it was encrypted with.
    pub source_encryption_context: Option<Context>,
    /// Refused if it was encrypted under another key.
    pub source_key_id: Option<String>,
    /// The key to encrypt under.
    pub destination_key_id: String,
    /// The context to bind it to.
    pub destination_encryption_context: Option<Context>,
    /// Only `SYMMETRIC_DEFAULT`.
    pub source_encryption_algorithm: Option<String>,
    /// Only `SYMMETRIC_DEFAULT`.
    pub destination_encryption_algorithm: Option<String>,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What ReEncrypt answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReEncryptOutput {
    ciphertext_blob: Blob64,
    source_key_id: String,
    key_id: String,
    source_encryption_algorithm: &'static str,
    destination_encryption_algorithm: &'static str,
    source_key_material_id: String,
    destination_key_material_id: Option<String>,
}

impl Operation for ReEncrypt {
    type Output = ReEncryptOutput;

    fn needs(&self) -> Need {
        let (from, to) = (self.source_encryption_context.as_ref(), self.destination_encryption_context.as_ref());
        let source = match &self.source_key_id {
            Some(text) => access::need_in("kms:ReEncryptFrom", text, from),
            None => access::with_context(guard::need_behind_ciphertext("kms:ReEncryptFrom", &self.ciphertext_blob.0), from),
        };
        source.and(access::need_in("kms:ReEncryptTo", &self.destination_key_id, to))
    }
}

impl Write for ReEncrypt {
    fn apply(self, cx: &mut Call<'_>) -> Result<ReEncryptOutput, ApiError> {
        access::bill(cx, &self.destination_key_id);
        check_algorithm(self.source_encryption_algorithm.as_deref(), "sourceEncryptionAlgorithm")?;
        check_algorithm(self.destination_encryption_algorithm.as_deref(), "destinationEncryptionAlgorithm")?;
        let from = context::checked(self.source_encryption_context.as_ref())?;
        let to = context::checked(self.destination_encryption_context.as_ref())?;
        let opened = open((cx.world, cx.origin), &self.ciphertext_blob.0, &from, self.source_key_id.as_deref(), "ReEncrypt")?;
        let key = access::key(cx.world, cx.origin, &self.destination_key_id, By::Alias)?;
        check_usage(key, "ReEncrypt")?;
        find::usable(key)?;
        check_dry_run(self.dry_run)?;
        let (arn, material) = (key.arn(), key.current_material().map(|material| material.id.clone()));
        let ciphertext = seal(cx.world, &arn, &to, &opened.plaintext);
        Ok(ReEncryptOutput {
            ciphertext_blob: Blob64(ciphertext),
            source_key_id: opened.key_arn,
            key_id: arn,
            source_encryption_algorithm: ALGORITHM,
            destination_encryption_algorithm: ALGORITHM,
            source_key_material_id: opened.material_id,
            destination_key_material_id: material,
        })
    }
}
