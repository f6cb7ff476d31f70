//! Continuation tokens: opaque texts that say where the next page begins. Anything else than a token is recognised as none.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

const SEAL_BYTES: usize = 6;

/// The token for a page that begins at `key`.
pub(super) fn write(key: &str) -> String {
    let mut bytes = seal(key).to_vec();
    bytes.extend(key.bytes());
    STANDARD.encode(bytes)
}

/// Where the page of a token begins, if it is one.
pub(super) fn read(token: &str) -> Option<String> {
    let bytes = STANDARD.decode(token).ok()?;
    let (sealed, key) = bytes.split_at_checked(SEAL_BYTES)?;
    let key = std::str::from_utf8(key).ok()?;
    (sealed == seal(key)).then(|| key.to_owned())
}

/// Tells tokens from other texts.
fn seal(key: &str) -> [u8; SEAL_BYTES] {
    let mut seal = [0; SEAL_BYTES];
    seal.copy_from_slice(&Sha256::digest(key)[..SEAL_BYTES]);
    seal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_other_text_is_no_token() {
        assert_eq!(read(&write("logs/7\0")).as_deref(), Some("logs/7\0"));
        for text in ["", "abc", "logs/7", "bG9ncy83bG9ncy83"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
