//! Data keys: one copy to encrypt with now, one encrypted copy to store beside what it encrypted (envelope encryption). KMS keeps
//! neither.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Context, access, context,
    encrypt::{self, Blob64},
    errors,
    find::{self, By},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    cipher,
};

/// Longest data key, and longest random text.
const MAX_BYTES: i64 = 1_024;
const SPECS: [&str; 2] = ["AES_256", "AES_128"];

/// Makes a data key: once in the clear, once encrypted.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GenerateDataKey {
    /// A key by id, ARN or alias.
    pub key_id: String,
    /// What the encrypted copy is bound to.
    pub encryption_context: Option<Context>,
    /// Its length, unless `KeySpec` says it.
    pub number_of_bytes: Option<i64>,
    /// `AES_256` or `AES_128`.
    pub key_spec: Option<String>,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What GenerateDataKey and GenerateDataKeyWithoutPlaintext answer.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DataKeyOutput {
    ciphertext_blob: Blob64,
    plaintext: Option<Blob64>,
    key_id: String,
    key_material_id: Option<String>,
}

impl Operation for GenerateDataKey {
    type Output = DataKeyOutput;

    fn needs(&self) -> Need {
        access::need_in("kms:GenerateDataKey", &self.key_id, self.encryption_context.as_ref())
    }
}

impl GenerateDataKey {
    fn n_bytes(&self) -> Result<usize, ApiError> {
        match (self.key_spec.as_deref(), self.number_of_bytes) {
            (None, None) | (Some(_), Some(_)) => Err(errors::validation("Please specify either number of bytes or key spec.")),
            (Some("AES_256"), None) => Ok(32),
            (Some("AES_128"), None) => Ok(16),
            (Some(other), None) => Err(errors::not_in_enum(other, "keySpec", &SPECS)),
            (None, Some(n_bytes)) => length(n_bytes),
        }
    }

    fn make(self, cx: &mut Call<'_>, operation: &str) -> Result<DataKeyOutput, ApiError> {
        access::bill(cx, &self.key_id);
        let n_bytes = self.n_bytes()?;
        let context = context::checked(self.encryption_context.as_ref())?;
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Alias)?;
        encrypt::check_usage(key, operation)?;
        find::usable(key)?;
        encrypt::check_dry_run(self.dry_run)?;
        let (arn, material) = (key.arn(), key.current_material().map(|material| material.id.clone()));
        let plaintext = random(cx, n_bytes);
        let ciphertext = encrypt::seal(cx.world, &arn, &context, &plaintext);
        Ok(DataKeyOutput {
            ciphertext_blob: Blob64(ciphertext),
            plaintext: Some(Blob64(plaintext)),
            key_id: arn,
            key_material_id: material,
        })
    }
}

fn length(n_bytes: i64) -> Result<usize, ApiError> {
    match n_bytes {
        n_bytes if n_bytes < 1 => Err(errors::constraint(n_bytes, "numberOfBytes", "have value greater than or equal to 1")),
        n_bytes if n_bytes > MAX_BYTES => {
            Err(errors::constraint(n_bytes, "numberOfBytes", format!("have value less than or equal to {MAX_BYTES}")))
        }
        n_bytes => Ok(n_bytes as usize),
    }
}

/// Bytes that nobody foresees who does not know the seed, and that never come again.
fn random(cx: &mut Call<'_>, n_bytes: usize) -> Vec<u8> {
    let ids = &mut cx.world.core.ids;
    let number = ids.take("kms-random", 1);
    cipher::stream(&ids.secret("kms-random", &[&number.to_be_bytes()]), &[], n_bytes)
}

impl Write for GenerateDataKey {
    fn apply(self, cx: &mut Call<'_>) -> Result<DataKeyOutput, ApiError> {
        self.make(cx, "GenerateDataKey")
    }
}

/// Makes a data key and gives out only its encrypted copy, for later.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GenerateDataKeyWithoutPlaintext(pub GenerateDataKey);

impl Operation for GenerateDataKeyWithoutPlaintext {
    type Output = DataKeyOutput;

    fn needs(&self) -> Need {
        access::need_in("kms:GenerateDataKeyWithoutPlaintext", &self.0.key_id, self.0.encryption_context.as_ref())
    }
}

impl Write for GenerateDataKeyWithoutPlaintext {
    fn apply(self, cx: &mut Call<'_>) -> Result<DataKeyOutput, ApiError> {
        let Self(request) = self;
        let output = request.make(cx, "GenerateDataKeyWithoutPlaintext")?;
        Ok(DataKeyOutput { plaintext: None, ..output })
    }
}

/// Gives random bytes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GenerateRandom {
    /// From 1 to 1,024.
    pub number_of_bytes: Option<i64>,
}

/// What GenerateRandom answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GenerateRandomOutput {
    plaintext: Blob64,
}

impl Operation for GenerateRandom {
    type Output = GenerateRandomOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("the bytes follow from the simulation's seed: the same run gives the same ones");

    fn needs(&self) -> Need {
        Need::action("kms:GenerateRandom")
    }
}

impl Write for GenerateRandom {
    fn apply(self, cx: &mut Call<'_>) -> Result<GenerateRandomOutput, ApiError> {
        access::bill(cx, "");
        access::account(cx.origin)?;
        let n_bytes = length(self.number_of_bytes.ok_or_else(|| errors::validation("NumberOfBytes is required."))?)?;
        Ok(GenerateRandomOutput { plaintext: Blob64(random(cx, n_bytes)) })
    }
}
