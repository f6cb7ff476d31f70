//! Opens the packed table: a header in plain text, then blobs that are inflated one at a time. What a blob says
//! is read by `index.rs` and `parse.rs`.

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The format that `assets/names/pack.py` writes.
const FIRST_LINE: &str = "skylab-names 1";

/// A blob that claims to be bigger than this is damaged; the biggest, EC2, is a third of a megabyte.
const BIGGEST_BYTES: usize = 16 << 20;

/// A packed table whose header has been read.
#[derive(Debug, Default)]
pub struct Pack<'a> {
    /// The version of botocore it was made from.
    pub(super) botocore: &'a str,
    /// A hash over how botocore spells every name, for the test that ours are spelt alike.
    pub(super) spelling: &'a str,
    /// API names whose CLI name does not follow the rule.
    pub(super) respelled: BTreeMap<&'a str, &'a str>,
    blobs: BTreeMap<&'a str, Blob<'a>>,
}

#[derive(Debug)]
struct Blob<'a> {
    packed: &'a [u8],
    unpacked_bytes: usize,
}

/// Why a packed table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError(pub String);

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the table of AWS's names is damaged: {}", self.0)
    }
}

impl std::error::Error for PackError {}

impl<'a> Pack<'a> {
    /// Reads the header; nothing is inflated yet.
    pub fn open(bytes: &'a [u8]) -> Result<Self, PackError> {
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").ok_or_else(|| damaged("its header does not end"))?;
        let (header, mut rest) = (&bytes[..end], &bytes[end + 2..]);
        let mut lines = std::str::from_utf8(header).map_err(|_| damaged("its header is no text"))?.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Err(damaged("it is of another format"));
        }
        let mut pack = Self::default();
        for line in lines {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["botocore", version] => pack.botocore = version,
                ["spelling", hash] => pack.spelling = hash,
                ["respell", name, spelt] => drop(pack.respelled.insert(name, spelt)),
                ["blob", name, packed_bytes, unpacked_bytes] => {
                    let (packed, after) = rest.split_at_checked(size(packed_bytes)?).ok_or_else(|| damaged("it is cut short"))?;
                    pack.blobs.insert(name, Blob { packed, unpacked_bytes: size(unpacked_bytes)? });
                    rest = after;
                }
                _ => return Err(damaged(&format!("its header says `{line}`"))),
            }
        }
        if rest.is_empty() { Ok(pack) } else { Err(damaged("it is too long")) }
    }

    /// Names of its blobs, sorted.
    pub(super) fn blob_names(&self) -> impl Iterator<Item = &'a str> {
        self.blobs.keys().copied()
    }

    /// Inflates one blob.
    pub fn text(&self, name: &str) -> Result<String, PackError> {
        let blob = self.blobs.get(name).ok_or_else(|| damaged(&format!("it has no `{name}`")))?;
        let bytes = decompress_to_vec_with_limit(blob.packed, blob.unpacked_bytes)
            .map_err(|error| damaged(&format!("`{name}` does not inflate: {error}")))?;
        if bytes.len() != blob.unpacked_bytes {
            return Err(damaged(&format!("`{name}` is of another size")));
        }
        String::from_utf8(bytes).map_err(|_| damaged(&format!("`{name}` is no text")))
    }
}

fn size(digits: &str) -> Result<usize, PackError> {
    digits.parse().ok().filter(|bytes| *bytes <= BIGGEST_BYTES).ok_or_else(|| damaged(&format!("`{digits}` is no size")))
}

fn damaged(why: &str) -> PackError {
    PackError(why.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::{index, parse};
    use super::*;

    const REAL: &[u8] = include_bytes!("../../../assets/names/names.pack");

    #[test]
    fn a_table_cut_anywhere_is_an_error() {
        for length in (0..REAL.len()).step_by(997).chain([REAL.len() - 1]) {
            assert!(Pack::open(&REAL[..length]).is_err(), "{length}");
        }
        assert!(Pack::open(&[REAL, b"!"].concat()).is_err());
    }

    #[test]
    fn damaged_bytes_give_an_error_or_other_names_but_never_a_panic() {
        let mut refused = 0;
        for at in (0..REAL.len()).step_by(3331) {
            let mut bytes = REAL.to_vec();
            bytes[at] ^= 0x5a;
            let Ok(pack) = Pack::open(&bytes) else {
                refused += 1;
                continue;
            };
            for name in pack.blob_names().filter(|name| *name != "ec2") {
                match pack.text(name) {
                    Err(_) => refused += 1,
                    Ok(text) if name == index::BLOB => drop(text),
                    Ok(text) => drop(parse::service(name, &text)),
                }
            }
        }
        assert!(refused > 50, "{refused}");
    }

    #[test]
    fn headers_of_nonsense_are_errors() {
        for text in ["", "\n\n", "skylab-names 2\n\n", "skylab-names 1\nblob a x 1\n\n", "skylab-names 1\nhello\n\n"] {
            assert!(Pack::open(text.as_bytes()).is_err(), "{text:?}");
        }
        let huge = "skylab-names 1\nblob a 0 99999999999\n\n";
        assert!(Pack::open(huge.as_bytes()).is_err());
        let wrong_size = Pack::open(b"skylab-names 1\nblob a 2 9\n\n\x03\x00").unwrap();
        assert!(wrong_size.text("a").is_err());
        assert!(wrong_size.text("b").is_err());
    }
}
