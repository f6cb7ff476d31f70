//! Pages of IAM's lists: `Marker`, `MaxItems`, `IsTruncated`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};

use super::{check::Faults, errors};
use crate::api::ApiError;

/// Entries of a page unless another number is asked for.
const PAGE: u64 = 100;
/// Before the place in a marker, so that other text is recognised as none.
const SEAL: &str = "after ";

/// What a request says of its page.
pub(super) struct Page<'a> {
    pub marker: Option<&'a String>,
    pub max_items: Option<u64>,
}

impl Page<'_> {
    /// The answer with one page of the entries under that member, each with the key by which it is sorted.
    pub(super) fn answer(&self, member: &str, entries: impl Iterator<Item = (String, Value)>) -> Result<Map<String, Value>, ApiError> {
        let mut faults = Faults::default();
        faults.number("maxItems", self.max_items.unwrap_or(PAGE), 1..=1_000);
        faults.told()?;
        let after = self.marker.map(|marker| read(marker).ok_or_else(|| errors::validation("Invalid Marker."))).transpose()?;
        let mut rest = entries.filter(|(key, _)| after.as_ref().is_none_or(|after| key > after)).peekable();
        let limit = self.max_items.unwrap_or(PAGE) as usize;
        let (mut page, mut last) = (Vec::new(), String::new());
        for (key, entry) in rest.by_ref().take(limit) {
            page.push(entry);
            last = key;
        }
        let more = rest.peek().is_some();
        let mut answer = Map::new();
        answer.insert(member.to_owned(), Value::Array(page));
        answer.insert("IsTruncated".to_owned(), json!(more));
        if more {
            answer.insert("Marker".to_owned(), json!(STANDARD.encode(format!("{SEAL}{last}"))));
        }
        Ok(answer)
    }
}

fn read(marker: &str) -> Option<String> {
    let text = String::from_utf8(STANDARD.decode(marker).ok()?).ok()?;
    text.strip_prefix(SEAL).map(str::to_owned)
}
