//! Real cryptography for the model: AES-256 in Galois/Counter Mode, and secret bytes that follow from the seed. It keeps no key
//! and decides nothing about who may use one.

use aes_gcm::{
    Aes256Gcm, KeyInit as _,
    aead::{Aead as _, Payload},
};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Bytes of an AES-256 key.
pub const KEY_BYTES: usize = 32;
/// Bytes of a nonce: what GCM takes without hashing it first (NIST SP 800-38D).
pub const NONCE_BYTES: usize = 12;
/// Bytes of the tag that GCM puts behind the ciphertext.
pub const TAG_BYTES: usize = 16;

/// An AES-256 key.
pub type Key = [u8; KEY_BYTES];
/// What makes two encryptions of the same text under the same key differ.
pub type Nonce = [u8; NONCE_BYTES];

/// Ciphertext with its tag behind it. `context` is authenticated and not encrypted.
pub fn seal(key: &Key, nonce: &Nonce, context: &[u8], plaintext: &[u8]) -> Vec<u8> {
    // GCM refuses only texts over 64 GiB, and no body here has that many bytes
    Aes256Gcm::new(key.into()).encrypt(nonce.into(), Payload { msg: plaintext, aad: context }).unwrap_or_default()
}

/// The plaintext of [`seal`]; `None` if key, nonce, context or a single bit of the ciphertext is another.
pub fn open(key: &Key, nonce: &Nonce, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    Aes256Gcm::new(key.into()).decrypt(nonce.into(), Payload { msg: sealed, aad: context }).ok()
}

/// HMAC-SHA-256 of the parts under a key. Each part is preceded by its length, so that no two lists of parts read alike.
pub fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes a key of any length
    let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The first bytes of a longer array.
pub fn leading<const N: usize>(bytes: &[u8; 32]) -> [u8; N] {
    let mut first = [0; N];
    first.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    first
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}

/// As many bytes as wanted that follow from a key and a label.
pub fn stream(key: &[u8], label: &[&[u8]], n_bytes: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(n_bytes + 32);
    for block in 0_u64.. {
        if bytes.len() >= n_bytes {
            break;
        }
        let number = block.to_be_bytes();
        let parts: Vec<&[u8]> = label.iter().copied().chain([&number[..]]).collect();
        bytes.extend_from_slice(&mac(key, &parts));
    }
    bytes.truncate(n_bytes);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    /// Test cases 14 and 16 of "The Galois/Counter Mode of Operation" by McGrew and Viega.
    #[test]
    fn the_cipher_is_aes_256_gcm() {
        assert_eq!(seal(&[0; 32], &[0; 12], &[], &[0; 16]), bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"));
        let key: Key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308").try_into().unwrap();
        let nonce: Nonce = bytes("cafebabefacedbaddecaf888").try_into().unwrap();
        let plaintext = bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        );
        let context = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        let sealed = bytes(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b",
        );
        assert_eq!(seal(&key, &nonce, &context, &plaintext), sealed);
        assert_eq!(open(&key, &nonce, &context, &sealed), Some(plaintext));
    }

    #[test]
    fn a_changed_bit_or_another_context_opens_nothing() {
        let sealed = seal(&[7; 32], &[1; 12], b"context", b"plaintext");
        assert_eq!(open(&[7; 32], &[1; 12], b"context", &sealed).as_deref(), Some(&b"plaintext"[..]));
        assert_eq!(open(&[7; 32], &[1; 12], b"Context", &sealed), None);
        assert_eq!(open(&[8; 32], &[1; 12], b"context", &sealed), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(open(&[7; 32], &[1; 12], b"context", &changed), None, "{at}");
        }
        assert_eq!(open(&[7; 32], &[1; 12], b"context", b"short"), None);
    }

    #[test]
    fn parts_are_told_apart_by_their_lengths() {
        assert_ne!(mac(b"k", &[b"ab", b"c"]), mac(b"k", &[b"a", b"bc"]));
        assert_ne!(mac(b"k", &[b"", b"a"]), mac(b"k", &[b"a", b""]));
        assert_eq!(stream(b"k", &[b"x"], 70).len(), 70);
        assert_eq!(stream(b"k", &[b"x"], 70)[..40], stream(b"k", &[b"x"], 40)[..]);
    }
}
