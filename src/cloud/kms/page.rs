//! Pages of a listing: at most so many entries, and a marker where the next page goes on.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::errors;
use crate::api::ApiError;

/// Most entries that may be asked for.
const MAX_LIMIT: i64 = 1_000;

/// How the page ended: left off where nothing follows.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct End {
    next_marker: Option<String>,
    truncated: bool,
}

/// What a page was asked with.
pub(super) struct Asked {
    limit: usize,
    after: String,
}

impl Asked {
    /// Reads limit and marker; `usual` is the limit where none is given.
    pub(super) fn read(limit: Option<i64>, marker: Option<&str>, usual: usize) -> Result<Self, ApiError> {
        let limit = match limit {
            None => usual,
            Some(limit) if limit < 1 => return Err(errors::constraint(limit, "limit", "have value greater than or equal to 1")),
            Some(limit) if limit > MAX_LIMIT => {
                return Err(errors::constraint(limit, "limit", format!("have value less than or equal to {MAX_LIMIT}")));
            }
            Some(limit) => limit as usize,
        };
        let after = marker.map_or(Some(String::new()), |marker| String::from_utf8(STANDARD.decode(marker).ok()?).ok());
        Ok(Self { limit, after: after.ok_or_else(errors::invalid_marker)? })
    }

    /// The name that the page before ended with; empty at the beginning.
    pub(super) fn after(&self) -> &str {
        &self.after
    }

    /// Takes a page out of entries in the order of their names, from which those up to the marker may already be missing.
    pub(super) fn take<T>(&self, entries: impl Iterator<Item = T>, name: impl Fn(&T) -> &str) -> (Vec<T>, End) {
        let mut rest = entries.skip_while(|entry| name(entry) <= self.after.as_str());
        let page: Vec<T> = rest.by_ref().take(self.limit).collect();
        let truncated = rest.next().is_some();
        let next_marker = page.last().filter(|_| truncated).map(|last| STANDARD.encode(name(last)));
        (page, End { next_marker, truncated })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_one_another_without_a_gap() {
        let all = ["a", "b", "c", "d", "e"];
        let (mut seen, mut marker) = (Vec::new(), None);
        loop {
            let asked = Asked::read(Some(2), marker.as_deref(), 100).unwrap();
            let (page, end) = asked.take(all.iter().copied(), |entry| entry);
            seen.extend(page);
            marker = end.next_marker.clone();
            assert_eq!(end.truncated, marker.is_some());
            if marker.is_none() {
                break;
            }
        }
        assert_eq!(seen, all);
    }

    #[test]
    fn limits_and_markers_are_checked() {
        for limit in [0, -1, 1_001] {
            assert_eq!(Asked::read(Some(limit), None, 100).err().unwrap().code, "ValidationException", "{limit}");
        }
        assert_eq!(Asked::read(None, Some("%"), 100).err().unwrap().code, "InvalidMarkerException");
    }
}
