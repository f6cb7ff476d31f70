//! A ciphertext as KMS gives it out: which key material made it, the nonce, and what AES-256-GCM made of the plaintext. It looks
//! as opaque as AWS's, and begins as AWS's symmetric ciphertexts do.

use super::{
    context::{self, Context},
    key::{Key, Material},
};
use crate::{
    cipher::{self, NONCE_BYTES, Nonce, TAG_BYTES},
    ident::Ids,
};

/// How ciphertexts of symmetric keys begin: in base64, `AQICAH`.
const HEAD: [u8; 5] = [1, 2, 2, 0, 0x78];
/// Bytes that name the key material.
const MATERIAL_BYTES: usize = 32;
/// Bytes of those that follow from the others, so that a changed one is told from a key that is gone.
const SEAL_BYTES: usize = 8;

/// The 64 digits that name a key's material: the first after its creation is of number 0. Replicas share it.
pub(super) fn material_id(ids: &Ids, key_id: &str, number: u64) -> String {
    let name: [u8; MATERIAL_BYTES - SEAL_BYTES] =
        cipher::leading(&ids.secret("kms-material-id", &[key_id.as_bytes(), &number.to_be_bytes()]));
    cipher::hex(&[&name[..], &seal_of(ids, &name)[..]].concat())
}

fn seal_of(ids: &Ids, name: &[u8]) -> [u8; SEAL_BYTES] {
    cipher::leading(&ids.secret("kms-material-seal", &[name]))
}

/// The secret bytes of a key's material. They follow from the seed, and are never stored.
pub(super) fn secret(ids: &Ids, material_id: &str) -> cipher::Key {
    ids.secret("kms-material", &[material_id.as_bytes()])
}

/// The nonce of KMS's encryption of that number.
pub(super) fn nonce(ids: &Ids, number: u64) -> Nonce {
    cipher::leading(&ids.secret("kms-nonce", &[&number.to_be_bytes()]))
}

/// Encrypts under the key's current material.
pub(super) fn seal(ids: &Ids, key: &Key, nonce: Nonce, context: &Context, plaintext: &[u8]) -> Vec<u8> {
    key.current_material().map_or_else(Vec::new, |current| seal_under(ids, current, nonce, context, plaintext))
}

/// Encrypts under that material.
pub(super) fn seal_under(ids: &Ids, material: &Material, nonce: Nonce, context: &Context, plaintext: &[u8]) -> Vec<u8> {
    let sealed = cipher::seal(&secret(ids, &material.id), &nonce, &context::bytes(context), plaintext);
    [&HEAD[..], &bytes_of(&material.id)[..], &nonce[..], &sealed[..]].concat()
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).filter_map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

/// The material that a ciphertext says it was made with; nobody has asked yet whether it is true.
pub(super) fn material_named(bytes: &[u8]) -> Option<String> {
    bytes.strip_prefix(&HEAD)?.get(..MATERIAL_BYTES).map(cipher::hex)
}

/// A ciphertext taken apart. Its key may be gone, and its contents changed.
pub(super) struct Blob<'a> {
    /// Names the key material.
    pub material_id: String,
    nonce: Nonce,
    sealed: &'a [u8],
}

impl<'a> Blob<'a> {
    /// Takes a ciphertext apart; `None` if KMS never made such a one.
    pub(super) fn parse(ids: &Ids, bytes: &'a [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&HEAD)?;
        let (material, rest) = rest.split_at_checked(MATERIAL_BYTES)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE_BYTES)?;
        let (name, seal) = material.split_at(MATERIAL_BYTES - SEAL_BYTES);
        let made_here = seal_of(ids, name) == seal && sealed.len() > TAG_BYTES;
        made_here.then_some(Self { material_id: cipher::hex(material), nonce: nonce.try_into().ok()?, sealed })
    }

    /// The plaintext, if the material and the context are those that it was encrypted with.
    pub(super) fn open(&self, ids: &Ids, material: &Material, context: &Context) -> Option<Vec<u8>> {
        cipher::open(&secret(ids, &material.id), &self.nonce, &context::bytes(context), self.sealed)
    }
}
