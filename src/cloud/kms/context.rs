//! Encryption context: names and values that a ciphertext is bound to. They are no secret, and are stored nowhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::errors;
use crate::api::ApiError;

/// Names and values. Order does not matter, case does.
pub type Context = BTreeMap<String, String>;

/// Most bytes of a context, names and values together (KMS Developer Guide, encryption context).
const MAX_BYTES: usize = 8_192;

/// What a grant asks of the context of a request.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GrantConstraints {
    /// These pairs, and others as well.
    pub encryption_context_subset: Option<Context>,
    /// Just these pairs.
    pub encryption_context_equals: Option<Context>,
}

impl GrantConstraints {
    /// True if a request with this context fits.
    pub(super) fn admit(&self, context: &Context) -> bool {
        let subset = self.encryption_context_subset.iter().flatten().all(|(name, value)| context.get(name) == Some(value));
        subset && self.encryption_context_equals.as_ref().is_none_or(|equals| equals == context)
    }
}

/// A context as the cipher authenticates it: sorted by name, each part with its length.
pub(super) fn bytes(context: &Context) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in context.iter().flat_map(|(name, value)| [name, value]) {
        bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

/// The context given, within its limit.
pub(super) fn checked(given: Option<&Context>) -> Result<Context, ApiError> {
    let context = given.cloned().unwrap_or_default();
    let n_bytes: usize = context.iter().map(|(name, value)| name.len() + value.len()).sum();
    if n_bytes > MAX_BYTES {
        return Err(errors::validation(format!("EncryptionContext is too large: it has {n_bytes} bytes, the limit is {MAX_BYTES}")));
    }
    Ok(context)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Context {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_order_of_a_context_does_not_matter_and_its_parts_do_not_run_together() {
        assert_eq!(bytes(&of(&[("a", "1"), ("b", "2")])), bytes(&of(&[("b", "2"), ("a", "1")])));
        assert_ne!(bytes(&of(&[("ab", "c")])), bytes(&of(&[("a", "bc")])));
        assert!(bytes(&Context::new()).is_empty());
    }

    #[test]
    fn a_grant_asks_for_a_part_of_the_context_or_for_all_of_it() {
        let subset = GrantConstraints { encryption_context_subset: Some(of(&[("team", "a")])), encryption_context_equals: None };
        assert!(subset.admit(&of(&[("team", "a"), ("more", "x")])));
        assert!(!subset.admit(&of(&[("team", "A")])));
        let equals = GrantConstraints { encryption_context_subset: None, encryption_context_equals: Some(of(&[("team", "a")])) };
        assert!(equals.admit(&of(&[("team", "a")])));
        assert!(!equals.admit(&of(&[("team", "a"), ("more", "x")])));
        assert!(GrantConstraints::default().admit(&Context::new()));
    }

    #[test]
    fn a_context_has_a_limit() {
        assert!(checked(Some(&of(&[("k", &"v".repeat(8_191))]))).is_ok());
        assert_eq!(checked(Some(&of(&[("k", &"v".repeat(8_192))]))).unwrap_err().code, "ValidationException");
    }
}
