//! Digests of bodies as S3 shows them: ETags and checksums. It decides nothing about uploads.

mod zeros;

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME, Crc, Table};
use md5::{Digest as _, Md5};
use sha1::Sha1;
use sha2::{Sha256, Sha512};

use super::errors;
use crate::{api::ApiError, body::Body};

static CRC_64: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);
static CRC_32: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);
static CRC_32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);

/// Lengths of zeros whose digests are remembered.
const MAX_REMEMBERED: usize = 1_024;

/// Digests of long runs of zeros by length: bulk data comes in few sizes, and a gigabyte takes seconds to digest. The digest
/// of a length is always the same, so remembering it changes no answer.
static ZEROS: Mutex<BTreeMap<u64, [u8; 16]>> = Mutex::new(BTreeMap::new());

/// The MD5 of that many zeros.
fn of_zeros(len: u64) -> [u8; 16] {
    let digest = || {
        let mut md5 = Md5::new();
        Body::Zeros(len).feed(|bytes| md5.update(bytes));
        md5.finalize().into()
    };
    let mut remembered = ZEROS.lock().unwrap_or_else(PoisonError::into_inner);
    if remembered.len() >= MAX_REMEMBERED {
        remembered.clear();
    }
    *remembered.entry(len).or_insert_with(digest)
}

/// The MD5 of a body.
pub(super) fn md5(body: &Body) -> [u8; 16] {
    match body {
        Body::Zeros(len) => of_zeros(*len),
        Body::Bytes(bytes) => Md5::digest(bytes).into(),
    }
}

/// The ETag that a body has if it is uploaded in one request, or in parts of that size, without a KMS key.
pub fn upload_etag(body: &Body, part_bytes: Option<u64>) -> String {
    let Some(part_bytes) = part_bytes.filter(|bytes| *bytes > 0) else { return etag(md5(body)) };
    let n_parts = body.len().div_ceil(part_bytes);
    let parts = (0..n_parts).map(|part| body.slice(part * part_bytes, ((part + 1) * part_bytes).min(body.len()) - 1));
    let digests: Vec<u8> = parts.flat_map(|part| md5(&part)).collect();
    format!("\"{}-{n_parts}\"", hex(&Md5::digest(digests)))
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}

/// The ETag of a single upload: the MD5 in quotes.
pub(super) fn etag(md5: [u8; 16]) -> String {
    format!("\"{}\"", hex(&md5))
}

/// A checksum algorithm's member name in answers (`ChecksumCRC64NVME`) and the value of a body.
///
/// Without a name it is CRC64NVME, which S3 adds by itself (S3 User Guide, checking object integrity).
pub(super) fn of(body: &Body, algorithm: Option<&str>) -> Result<(&'static str, String), ApiError> {
    macro_rules! digest {
        ($Digest:ident) => {{
            let mut digest = $Digest::new();
            body.feed(|bytes| digest.update(bytes));
            STANDARD.encode(digest.finalize())
        }};
    }
    macro_rules! crc {
        ($table:ident, $zeros:ident) => {{
            let crc = match body {
                Body::Zeros(len) => zeros::$zeros(*len),
                Body::Bytes(bytes) => $table.checksum(bytes),
            };
            STANDARD.encode(crc.to_be_bytes())
        }};
    }
    Ok(match algorithm.unwrap_or("CRC64NVME") {
        "CRC64NVME" => ("ChecksumCRC64NVME", crc!(CRC_64, crc64)),
        "CRC32" => ("ChecksumCRC32", crc!(CRC_32, crc32)),
        "CRC32C" => ("ChecksumCRC32C", crc!(CRC_32C, crc32c)),
        "SHA1" => ("ChecksumSHA1", digest!(Sha1)),
        "SHA256" => ("ChecksumSHA256", digest!(Sha256)),
        "SHA512" => ("ChecksumSHA512", digest!(Sha512)),
        "MD5" => ("ChecksumMD5", digest!(Md5)),
        other if other.starts_with("XXHASH") => {
            return Err(errors::invalid_request(format!("Skylab does not model the checksum {other}.")));
        }
        _ => return Err(errors::unsupported_checksum()),
    })
}

/// Refuses a body whose MD5 differs from the base64 `Content-MD5`.
pub(super) fn check_md5(md5: [u8; 16], given: Option<&str>) -> Result<(), ApiError> {
    let Some(given) = given else { return Ok(()) };
    let bytes = STANDARD.decode(given).ok().filter(|bytes| bytes.len() == 16).ok_or_else(errors::invalid_digest)?;
    if bytes == md5 { Ok(()) } else { Err(errors::bad_digest()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_digests_of_known_bodies() {
        let body = Body::new(b"123456789".to_vec());
        assert_eq!(etag(md5(&body)), "\"25f9e794323b453885f5181f1b624d0b\"");
        // check values of the CRC catalogue: 0xAE8B14860A799888 and 0xCBF43926
        assert_eq!(of(&body, None).unwrap(), ("ChecksumCRC64NVME", "rosUhgp5mIg=".to_owned()));
        assert_eq!(of(&body, Some("CRC32")).unwrap(), ("ChecksumCRC32", "y/Q5Jg==".to_owned()));
        assert!(of(&body, Some("XXHASH3")).is_err());
    }

    #[test]
    fn zeros_have_the_digest_of_their_bytes() {
        let written_out = Body::Bytes(vec![0; 100_000].into());
        assert_eq!(md5(&Body::Zeros(100_000)), md5(&written_out));
    }

    #[test]
    fn a_wrong_content_md5_is_refused() {
        let digest = md5(&Body::default());
        assert!(check_md5(digest, Some("1B2M2Y8AsgTpgAmY7PhCfg==")).is_ok());
        assert_eq!(check_md5(digest, Some("AAAAAAAAAAAAAAAAAAAAAA==")).unwrap_err().code, "BadDigest");
        assert_eq!(check_md5(digest, Some("nonsense")).unwrap_err().code, "InvalidDigest");
    }
}
