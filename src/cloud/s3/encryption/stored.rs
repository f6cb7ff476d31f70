//! What lies on S3's disks: the first bytes of an object in the clear and as they are stored, layer by layer, by real AES-256-GCM.
//! For benches: no operation shows it. How S3 cuts objects into pieces it does not say; here the first piece is encrypted whole.

use super::{
    super::{Bucket, access, version::Version},
    Encryption, customer,
};
use crate::{
    World,
    cipher::{self, Key, Nonce},
    kms::{Context, Kms},
};

/// Bytes of an object's first piece.
const PIECE_BYTES: u64 = 4 << 10;

/// The beginning of an object, in the clear and stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBytes {
    /// As it was sent.
    pub plaintext: Vec<u8>,
    /// One after the other, the last one being what is stored.
    pub layers: Vec<Layer>,
}

/// A layer of encryption.
#[derive(Clone, PartialEq, Eq)]
pub struct Layer {
    /// Who keeps the key that protects the data key: `s3`, a KMS key's ARN, or `customer`.
    pub key: String,
    /// The data key in the clear, which nobody keeps; a customer's key where that is what encrypts.
    pub data_key: Key,
    /// The data key as it is stored beside the object: for a KMS key what `Decrypt` takes, with the context.
    pub stored_key: Vec<u8>,
    /// What the stored data key is bound to.
    pub context: Context,
    /// The nonce.
    pub nonce: Nonce,
    /// What comes of the layer before it, with the tag at its end.
    pub ciphertext: Vec<u8>,
}

/// Secret bytes stay out of what is printed.
impl std::fmt::Debug for Layer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes under {}", self.ciphertext.len(), self.key)
    }
}

impl Bucket {
    /// The beginning of an object's current version, or of the one of that id. A customer's key is needed where only the customer
    /// has it. `None` if there is no such object, or if it is the wrong key.
    pub fn stored_bytes(&self, world: &World, key: &str, version_id: Option<&str>, customer_key: Option<&Key>) -> Option<StoredBytes> {
        let (index, version) = access::readable_version(world, &self.name, key, version_id).ok()?;
        let object = version.object()?;
        let id = access::shown_version_id(world, &self.name, key, index).unwrap_or_default();
        let written = version.written.millis().to_be_bytes();
        let place = Place { world, bucket: &self.name, key, parts: [self.name.as_bytes(), key.as_bytes(), id.as_bytes(), &written] };
        let mut plaintext = Vec::new();
        if let Some(last) = object.size().min(PIECE_BYTES).checked_sub(1) {
            object.content.body.slice(0, last).feed(|piece| plaintext.extend_from_slice(piece));
        }
        let layers = match object.encryption.as_deref() {
            None => vec![place.under_s3("s3-root-key", &plaintext)],
            Some(Encryption::Customer { check }) => {
                let key = customer_key.filter(|key| customer::check_of(&world.core.ids, *key) == *check)?;
                vec![place.layer("customer", *key, Vec::new(), Context::new(), &plaintext)]
            }
            Some(encryption @ Encryption::Kms { dual_layer, .. }) => {
                let first = place.under_kms(encryption, version, &plaintext);
                let second = dual_layer.then(|| place.under_s3("s3-second-layer", &first.ciphertext));
                [first].into_iter().chain(second).collect()
            }
        };
        Some(StoredBytes { plaintext, layers })
    }
}

/// A version of an object, from which its data keys follow.
struct Place<'a> {
    world: &'a World,
    bucket: &'a str,
    key: &'a str,
    parts: [&'a [u8]; 4],
}

impl Place<'_> {
    fn secret(&self, kind: &str) -> [u8; 32] {
        self.world.core.ids.secret(kind, &self.parts)
    }

    fn layer(&self, name: &str, data_key: Key, stored_key: Vec<u8>, context: Context, before: &[u8]) -> Layer {
        let nonce = cipher::leading(&self.secret(&format!("s3-object-nonce {name}")));
        let ciphertext = cipher::seal(&data_key, &nonce, &[], before);
        Layer { key: name.to_owned(), data_key, stored_key, context, nonce, ciphertext }
    }

    fn under_s3(&self, root: &str, before: &[u8]) -> Layer {
        let data_key = self.secret(&format!("s3-data-key {root}"));
        let nonce = cipher::leading(&self.secret(&format!("s3-data-key-nonce {root}")));
        let stored_key = cipher::seal(&self.world.core.ids.secret(root, &[]), &nonce, &[], &data_key);
        self.layer("s3", data_key, stored_key, Context::new(), before)
    }

    fn under_kms(&self, encryption: &Encryption, version: &Version, before: &[u8]) -> Layer {
        let arn = encryption.kms_key().map_or("", |arn| arn);
        let context = encryption.context(self.bucket, self.key);
        let data_key = self.secret("s3-data-key kms");
        let nonce = cipher::leading(&self.secret("s3-data-key-nonce kms"));
        let stored_key = Kms::wrapped(self.world, arn, version.written, nonce, &context, &data_key).unwrap_or_default();
        self.layer(arn, data_key, stored_key, context, before)
    }
}
