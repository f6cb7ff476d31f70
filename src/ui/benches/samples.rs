//! The files in memory that a learner uploads on a bench: names people know, with sizes that differ. No file of a disk is among them.

use skylab_cloud::{
    body::Body,
    cipher::{self, Key, NONCE_BYTES, Nonce},
};

/// A file that a bench offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name, and its path for commands.
    pub name: &'static str,
    /// What a browser would call its contents.
    pub content_type: &'static str,
    contents: Contents,
}

/// What is in it: bulk is zeros, of which only the length matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Contents {
    Text(&'static str),
    Zeros(u64),
}

/// A page that is small enough to be read.
const PAGE: &str =
    "<!doctype html>\n<html lang=\"ko\">\n<title>site-417</title>\n<h1>site-417</h1>\n<img src=\"img/cat.jpg\" alt=\"\">\n</html>\n";
/// A table that is small enough to be read.
const TABLE: &str = "date,store,units,amount_usd\n2026-03-01,seoul-1,42,1260.00\n2026-03-01,busan-1,17,510.00\n2026-03-02,seoul-1,38,1140.00\n2026-03-02,busan-1,21,630.00\n";

/// All of them.
pub const SAMPLES: [Sample; 6] = [
    Sample { name: "report.pdf", content_type: "application/pdf", contents: Contents::Zeros(1_200_000) },
    Sample { name: "index.html", content_type: "text/html", contents: Contents::Text(PAGE) },
    Sample { name: "cat.jpg", content_type: "image/jpeg", contents: Contents::Zeros(2_400_000) },
    Sample { name: "sales-2026-03.csv", content_type: "text/csv", contents: Contents::Text(TABLE) },
    Sample { name: "backup.tar", content_type: "application/x-tar", contents: Contents::Zeros(64_000_000) },
    Sample { name: "lesson.mp4", content_type: "video/mp4", contents: Contents::Zeros(48_000_000) },
];

/// A record for what is encrypted: small enough to be seen whole, before and after.
pub const RECORD: &str = "patient 417\nblood type: O\nallergies: none\n";
/// The key that a customer brings with each request (SSE-C): 32 bytes that one can read.
pub const CUSTOMER_KEY: Key = *b"our-own-key--nobody-else-has-it!";
/// The key with which a client encrypts before it uploads.
pub const CLIENT_KEY: Key = *b"the-client-keeps-this-key-itself";
const CLIENT_NONCE: Nonce = *b"record 00417";

/// The record as the client encrypts it: the nonce, then what AES-256-GCM makes of it.
pub fn sealed_record() -> Vec<u8> {
    let sealed = cipher::seal(&CLIENT_KEY, &CLIENT_NONCE, &[], RECORD.as_bytes());
    [&CLIENT_NONCE[..], &sealed[..]].concat()
}

/// What the client's key makes of bytes that came from S3; `None` if the client never encrypted them.
pub fn opened_by_client(bytes: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
    cipher::open(&CLIENT_KEY, nonce, &[], sealed)
}

/// The record in the clear and as the client encrypts it, and the customer's key: files that only lines of one bench name.
pub fn records() -> [(&'static str, Body); 3] {
    let (plain, key) = (Body::new(RECORD.as_bytes()), Body::new(&CUSTOMER_KEY[..]));
    [("record.txt", plain), ("record.enc", Body::new(sealed_record())), ("customer.key", key)]
}

impl Sample {
    /// Its contents.
    pub fn body(&self) -> Body {
        match self.contents {
            Contents::Text(text) => Body::new(text.as_bytes()),
            Contents::Zeros(len) => Body::Zeros(len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clients_key_opens_what_it_sealed_and_nothing_else() {
        let mut sealed = sealed_record();
        assert_eq!(opened_by_client(&sealed).as_deref(), Some(RECORD.as_bytes()));
        sealed[NONCE_BYTES] ^= 1;
        assert_eq!(opened_by_client(&sealed), None);
        assert_eq!(opened_by_client(b"short"), None);
    }

    #[test]
    fn no_two_samples_have_one_name_or_one_size() {
        for (n, sample) in SAMPLES.iter().enumerate() {
            assert!(!sample.body().is_empty());
            for other in &SAMPLES[..n] {
                assert!(other.name != sample.name && other.body().len() != sample.body().len());
            }
        }
    }
}
