//! Signature Version 4 in a query string (IAM User Guide, AWS API request signing), the very algorithm. It knows no callers.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// Bytes of a block of SHA-256, to which HMAC pads its key.
const BLOCK_BYTES: usize = 64;
/// The only algorithm.
pub(super) const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// What is signed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request<'a> {
    pub method: &'a str,
    pub host: &'a str,
    /// Percent-encoded.
    pub path: &'a str,
    /// Names and values, decoded, without the signature.
    pub query: &'a [(String, String)],
    /// `20260101T000000Z`
    pub date: &'a str,
    pub region: &'a str,
}

/// The scope of a signature: `20260101/us-east-1/s3/aws4_request`.
pub(super) fn scope(date: &str, region: &str) -> String {
    let day = date.get(..8).unwrap_or(date);
    format!("{day}/{region}/s3/aws4_request")
}

/// The signature of a request whose body nobody looks at, in hex digits.
pub(super) fn signature(secret: &str, request: &Request<'_>) -> String {
    let Request { method, host, path, date, region, .. } = request;
    let mut pairs: Vec<String> =
        request.query.iter().map(|(name, value)| format!("{}={}", encoded(name, false), encoded(value, false))).collect();
    pairs.sort_unstable();
    let canonical = format!("{method}\n{path}\n{}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD", pairs.join("&"));
    let scope = scope(date, region);
    let to_sign = format!("{ALGORITHM}\n{date}\n{scope}\n{}", hex(&Sha256::digest(canonical.as_bytes())));
    let mut key = format!("AWS4{secret}").into_bytes();
    for part in scope.split('/') {
        key = hmac(&key, part.as_bytes());
    }
    hex(&hmac(&key, to_sign.as_bytes()))
}

/// Percent-encoding as signatures want it: a slash stays one in a path only.
pub(super) fn encoded(text: &str, is_path: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) || (is_path && byte == b'/') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// HMAC with SHA-256 (RFC 2104).
fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut block = [0; BLOCK_BYTES];
    let digest;
    let key = if key.len() > BLOCK_BYTES {
        digest = Sha256::digest(key);
        digest.as_slice()
    } else {
        key
    };
    block[..key.len()].copy_from_slice(key);
    let padded = |pad: u8| block.map(|byte| byte ^ pad);
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_longer_than_a_block_is_hashed_first() {
        // RFC 4231, test cases 2 and 6
        assert_eq!(
            hex(&hmac(b"Jefe", b"what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            hex(&hmac(&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn the_example_of_the_user_guide_has_its_signature() {
        // S3 API Reference, authenticating requests: using query parameters
        let pairs = [
            ("X-Amz-Algorithm", ALGORITHM),
            ("X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request"),
            ("X-Amz-Date", "20130524T000000Z"),
            ("X-Amz-Expires", "86400"),
            ("X-Amz-SignedHeaders", "host"),
        ];
        let query = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let request = Request {
            method: "GET",
            host: "examplebucket.s3.amazonaws.com",
            path: "/test.txt",
            query: &query,
            date: "20130524T000000Z",
            region: "us-east-1",
        };
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        assert_eq!(signature(secret, &request), "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
        // as botocore signs it
        let request = Request { host: "lab.s3.us-east-1.amazonaws.com", path: "/a%20b/%ED%95%9C%2B~.txt", ..request };
        assert_eq!(signature(secret, &request), "a9af8efdf10d52f1949db78af9498a686a952bca53180fce2e91a6e34df76128");
        assert_eq!(format!("/{}", encoded("a b/한+~.txt", true)), request.path);
    }
}
