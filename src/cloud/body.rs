//! Bodies of objects: small shared bytes, or a length of zeros that stands for bulk data. No body is ever copied.

use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// What an object holds. Text of zeros is always [`Body::Zeros`], so that equal contents are equal bodies.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// Real bytes, at most [`Body::MAX_BYTES`].
    Bytes(Arc<[u8]>),
    /// That many zero bytes.
    Zeros(u64),
}

impl Body {
    /// Most bytes kept that are not zeros. Larger real contents are refused by the reader of the file.
    pub const MAX_BYTES: usize = 64 << 20;

    /// The body with these bytes.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        if bytes.iter().all(|byte| *byte == 0) { Self::Zeros(bytes.len() as u64) } else { Self::Bytes(bytes) }
    }

    /// Its length in bytes.
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Zeros(len) => *len,
        }
    }

    /// True for the empty body.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Feeds the contents to `sink` in pieces of at most 64 KiB.
    pub fn feed(&self, mut sink: impl FnMut(&[u8])) {
        static ZEROS: [u8; 1 << 16] = [0; 1 << 16];
        match self {
            Self::Bytes(bytes) => bytes.chunks(ZEROS.len()).for_each(sink),
            Self::Zeros(len) => {
                let mut left = *len;
                while left > 0 {
                    let n = left.min(ZEROS.len() as u64);
                    sink(&ZEROS[..n as usize]);
                    left -= n;
                }
            }
        }
    }

    /// The bytes `from..=to`, which must lie inside.
    #[must_use]
    pub fn slice(&self, from: u64, to: u64) -> Self {
        match self {
            Self::Bytes(bytes) => Self::new(&bytes[from as usize..=to as usize]),
            Self::Zeros(_) => Self::Zeros(to - from + 1),
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Zeros(0)
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Zeros(len) => write!(f, "{len} zero bytes"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Wire {
    Base64(String),
    Zeros {
        #[serde(rename = "Zeros")]
        zeros: u64,
    },
}

/// JSON: base64 text, or `{"Zeros": LENGTH}`.
impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bytes(bytes) => Wire::Base64(STANDARD.encode(bytes)),
            Self::Zeros(zeros) => Wire::Zeros { zeros: *zeros },
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Wire::deserialize(deserializer)? {
            Wire::Base64(text) => Self::new(STANDARD.decode(text).map_err(D::Error::custom)?),
            Wire::Zeros { zeros } => Self::Zeros(zeros),
        })
    }
}
