//! The tokens that the CLI hands out as `NextToken` and takes as `--starting-token`.

use super::PagingError;
use crate::format::json::{self, Style};
use crate::format::python;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use skylab_cloud::names::Paging;

/// The member of a token that says how many items of its page were already shown.
pub(super) const SHOWN: &str = "boto_truncate_amount";

/// The token that goes on from here, unless it came from another operation's answer.
pub(super) fn encode(paging: &Paging, token: &Map<String, Value>) -> Result<String, PagingError> {
    let known = |name: &String| name == SHOWN || paging.input_token.contains(name);
    let value = Value::Object(token.clone());
    if paging.input_token.iter().all(|name| token.contains_key(name)) && token.keys().all(known) {
        Ok(STANDARD.encode(json::write(&value, Style::Spaced)))
    } else {
        Err(PagingError::BadStart(python::str(&value)))
    }
}

/// What a starting token says, and how many items of the first page to leave out: our own kind, or the service's token as it is,
/// possibly with `___` and an old-style count.
pub(super) fn decode(paging: &Paging, token: &str) -> Result<(Map<String, Value>, Option<usize>), PagingError> {
    let decoded = STANDARD.decode(token).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if let Some(Value::Object(mut members)) = decoded {
        let bad = || PagingError::BadStart(token.to_owned());
        let shown = members.shift_remove(SHOWN).map(|n| n.as_u64().and_then(|n| usize::try_from(n).ok()).ok_or_else(bad)).transpose()?;
        return Ok((members, shown));
    }
    let names = &paging.input_token;
    let mut parts: Vec<&str> = token.split("___").collect();
    let mut shown = None;
    if parts.len() == names.len() + 1 {
        match parts.last().and_then(|last| last.parse().ok()) {
            Some(n) => {
                shown = Some(n);
                parts.pop();
            }
            None => parts = vec![token],
        }
    }
    if parts.len() > names.len() {
        return Err(PagingError::BadStart(token.to_owned()));
    }
    let value = |part: Option<&&str>| part.filter(|part| **part != "None").map_or(Value::Null, |part| Value::from(*part));
    Ok((names.iter().enumerate().map(|(i, name)| (name.clone(), value(parts.get(i)))).collect(), shown))
}
