//! Message authentication codes under HMAC keys: who has the code and the message can have it checked that nobody changed either.

use hmac::{Hmac, Mac as _};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::{
    Key, KeySpec, access, blob,
    encrypt::{self, Blob64},
    errors,
    find::{self, By},
};
use crate::{
    api::{ApiError, Need, Operation, Read, View},
    cipher,
    ident::Ids,
};

/// Longest message.
const MAX_MESSAGE: usize = 4_096;
const ALGORITHMS: [&str; 4] = ["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"];

/// Makes a code for a message.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GenerateMac {
    /// Up to 4,096 bytes.
    pub message: Blob64,
    /// An HMAC key by id, ARN or alias.
    pub key_id: String,
    /// The key's own algorithm.
    pub mac_algorithm: String,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What GenerateMac answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GenerateMacOutput {
    mac: Blob64,
    mac_algorithm: String,
    key_id: String,
}

impl Operation for GenerateMac {
    type Output = GenerateMacOutput;

    fn needs(&self) -> Need {
        access::need("kms:GenerateMac", &self.key_id).with("kms:MacAlgorithm", Some(&self.mac_algorithm))
    }
}

/// The key, if caller, algorithm and message fit it.
fn key<'a>(cx: &View<'a>, key_id: &str, (algorithm, message): (&str, &Blob64), operation: &str) -> Result<&'a Key, ApiError> {
    if !ALGORITHMS.contains(&algorithm) {
        return Err(errors::not_in_enum(algorithm, "macAlgorithm", &ALGORITHMS));
    }
    if message.0.len() > MAX_MESSAGE {
        return Err(errors::silent_constraint("message", format!("have length less than or equal to {MAX_MESSAGE}")));
    }
    let key = access::key(cx.world, cx.origin, key_id, By::Alias)?;
    if key.spec == KeySpec::Symmetric {
        return Err(errors::invalid_usage(&key.arn(), key.spec.usage(), operation));
    }
    if algorithm != key.spec.algorithm() {
        return Err(errors::incompatible_algorithm(algorithm, key.spec.name()));
    }
    find::usable(key)?;
    Ok(key)
}

/// The code of a message under a key's material.
fn code(ids: &Ids, key: &Key, message: &[u8]) -> Vec<u8> {
    macro_rules! hmac {
        ($Digest:ident, $n:literal) => {{
            let secret = blob::secret(ids, key.current_material().map_or("", |material| &material.id));
            match Hmac::<$Digest>::new_from_slice(&cipher::stream(&secret, &[], $n)) {
                Ok(mut mac) => {
                    mac.update(message);
                    mac.finalize().into_bytes().to_vec()
                }
                Err(_) => Vec::new(), // HMAC takes a key of any length
            }
        }};
    }
    match key.spec {
        KeySpec::Symmetric => Vec::new(),
        KeySpec::Hmac224 => hmac!(Sha224, 28),
        KeySpec::Hmac256 => hmac!(Sha256, 32),
        KeySpec::Hmac384 => hmac!(Sha384, 48),
        KeySpec::Hmac512 => hmac!(Sha512, 64),
    }
}

impl Read for GenerateMac {
    fn read(self, cx: &mut View<'_>) -> Result<GenerateMacOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let key = key(cx, &self.key_id, (&self.mac_algorithm, &self.message), "GenerateMac")?;
        encrypt::check_dry_run(self.dry_run)?;
        let mac = Blob64(code(&cx.world.core.ids, key, &self.message.0));
        Ok(GenerateMacOutput { mac, mac_algorithm: self.mac_algorithm, key_id: key.arn() })
    }
}

/// Says whether a code is that of a message; anything else is refused.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct VerifyMac {
    /// The message.
    pub message: Blob64,
    /// The key that made the code.
    pub key_id: String,
    /// The key's own algorithm.
    pub mac_algorithm: String,
    /// The code.
    pub mac: Blob64,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What VerifyMac answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct VerifyMacOutput {
    key_id: String,
    mac_valid: bool,
    mac_algorithm: String,
}

impl Operation for VerifyMac {
    type Output = VerifyMacOutput;

    fn needs(&self) -> Need {
        access::need("kms:VerifyMac", &self.key_id).with("kms:MacAlgorithm", Some(&self.mac_algorithm))
    }
}

impl Read for VerifyMac {
    fn read(self, cx: &mut View<'_>) -> Result<VerifyMacOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let key = key(cx, &self.key_id, (&self.mac_algorithm, &self.message), "VerifyMac")?;
        encrypt::check_dry_run(self.dry_run)?;
        if code(&cx.world.core.ids, key, &self.message.0) != self.mac.0 {
            return Err(errors::invalid_mac());
        }
        Ok(VerifyMacOutput { key_id: key.arn(), mac_valid: true, mac_algorithm: self.mac_algorithm })
    }
}
