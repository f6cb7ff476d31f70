//! Batches of up to ten entries: what is refused as a whole, and what entry by entry.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::errors;
use crate::api::ApiError;

/// Most entries of one batch.
const MAX_ENTRIES: usize = 10;

/// What a batch answers: entries that passed, entries that did not.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchOutput<T: Serialize> {
    pub(super) successful: Option<Vec<T>>,
    pub(super) failed: Option<Vec<BatchEntryError>>,
}

/// An entry that was refused.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchEntryError {
    id: String,
    sender_fault: bool,
    code: String,
    message: String,
}

impl<T: Serialize> BatchOutput<T> {
    /// Does each entry, and gathers what became of it.
    pub(super) fn of<E>(entries: Vec<E>, id: impl Fn(&E) -> String, mut act: impl FnMut(E) -> Result<T, ApiError>) -> Self {
        let (mut successful, mut failed) = (Vec::new(), Vec::new());
        for entry in entries {
            let id = id(&entry);
            match act(entry) {
                Ok(done) => successful.push(done),
                Err(error) => {
                    failed.push(BatchEntryError { id, sender_fault: true, code: error.code.into_owned(), message: error.message });
                }
            }
        }
        Self { successful: (!successful.is_empty()).then_some(successful), failed: (!failed.is_empty()).then_some(failed) }
    }
}

/// Refuses a batch without entries, with too many, or with ids that are no names or not distinct. `entry` is AWS's name of one.
pub(super) fn check<'a>(ids: impl Iterator<Item = &'a str> + Clone, entry: &str) -> Result<(), ApiError> {
    match ids.clone().count() {
        0 => return Err(errors::empty_batch(entry)),
        n if n > MAX_ENTRIES => return Err(errors::large_batch(n)),
        _ => {}
    }
    let plain = |id: &str| (1..=80).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        if !plain(id) {
            return Err(errors::bad_batch_id());
        }
        if seen.contains(&id) {
            return Err(errors::repeated_batch_id(id));
        }
        seen.push(id);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_has_one_to_ten_entries_with_ids_of_their_own() {
        let code = |ids: &[&str]| check(ids.iter().copied(), "SendMessageBatchRequestEntry").map_err(|error| error.code.into_owned());
        assert_eq!(code(&["a", "b-1", "C_2"]), Ok(()));
        for (ids, name) in [
            (&[][..], "EmptyBatchRequest"),
            (&["a"; 11][..], "TooManyEntriesInBatchRequest"),
            (&["a", "a"][..], "BatchEntryIdsNotDistinct"),
            (&["a b"][..], "InvalidBatchEntryId"),
            (&[""][..], "InvalidBatchEntryId"),
        ] {
            assert_eq!(code(ids), Err(format!("AWS.SimpleQueueService.{name}")));
        }
    }
}
