//! Putting events onto the bus: from applications, and from AWS's own services.

#[cfg(test)]
pub(super) mod bench;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{
    deliver, errors,
    state::{self, DEFAULT_BUS, check_bus},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SimTime,
    ident::Caller,
    usage::UsageKey,
};

/// Most events of one request, and most bytes.
const MAX_ENTRIES: usize = 10;
const MAX_BYTES: usize = 1 << 20;
/// An event is billed once for each so many bytes.
const CHUNK_BYTES: usize = 64 << 10;

/// Puts up to ten events onto the bus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutEvents {
    /// The events.
    pub entries: Vec<PutEventsRequestEntry>,
}

/// An event as it is put.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the members are AWS's and described in its API reference")]
pub struct PutEventsRequestEntry {
    pub time: Option<SimTime>,
    pub source: Option<String>,
    pub resources: Option<Vec<String>>,
    pub detail_type: Option<String>,
    pub detail: Option<String>,
    pub event_bus_name: Option<String>,
}

/// What PutEvents answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutEventsOutput {
    failed_entry_count: usize,
    entries: Vec<ResultEntry>,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
struct ResultEntry {
    event_id: Option<String>,
    error_code: Option<&'static str>,
    error_message: Option<String>,
}

impl ResultEntry {
    fn failed(code: &'static str, message: impl Into<String>) -> Self {
        Self { event_id: None, error_code: Some(code), error_message: Some(message.into()) }
    }
}

impl Operation for PutEvents {
    type Output = PutEventsOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("on the default bus");

    fn needs(&self) -> Need {
        let all = |pick: fn(&PutEventsRequestEntry) -> Option<&String>| self.entries.iter().filter_map(pick).cloned().collect();
        Need::action("events:PutEvents")
            .here(format!("event-bus/{DEFAULT_BUS}"))
            .with_all("events:source", all(|entry| entry.source.as_ref()))
            .with_all("events:detail-type", all(|entry| entry.detail_type.as_ref()))
    }
}

impl PutEventsRequestEntry {
    fn bytes(&self) -> usize {
        let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        let resources: usize = self.resources.iter().flatten().map(String::len).sum();
        text(&self.source) + text(&self.detail_type) + text(&self.detail) + resources
    }

    /// Source, kind and detail, or why the entry fails.
    fn read(&self, by_service: bool) -> Result<(&str, &str, Value), ResultEntry> {
        let required = |name: &str, value: &Option<String>| {
            value.as_ref().is_none_or(String::is_empty).then(|| {
                ResultEntry::failed("InvalidArgument", format!("Parameter {name} is not valid. Reason: {name} is a required argument."))
            })
        };
        for (name, value) in [("Source", &self.source), ("DetailType", &self.detail_type), ("Detail", &self.detail)] {
            if let Some(failed) = required(name, value) {
                return Err(failed);
            }
        }
        let (source, kind) = (self.source.as_deref().unwrap_or_default(), self.detail_type.as_deref().unwrap_or_default());
        if source.starts_with("aws.") && !by_service {
            return Err(ResultEntry::failed("NotAuthorizedForSourceException", "Not authorized for the source."));
        }
        let detail: Value = serde_json::from_str(self.detail.as_deref().unwrap_or_default()).unwrap_or_default();
        if !detail.is_object() {
            return Err(ResultEntry::failed("MalformedDetail", "Detail is malformed."));
        }
        if let Err(error) = check_bus(self.event_bus_name.as_deref()) {
            return Err(ResultEntry::failed("ResourceNotFoundException", error.message));
        }
        Ok((source, kind, detail))
    }
}

impl Write for PutEvents {
    fn apply(self, cx: &mut Call<'_>) -> Result<PutEventsOutput, ApiError> {
        if self.entries.is_empty() || self.entries.len() > MAX_ENTRIES {
            let n = self.entries.len();
            return Err(errors::validation(format!(
                "1 validation error detected: Value '[{n} entries]' at 'entries' failed to satisfy constraint: Member must have length less than or equal to {MAX_ENTRIES}"
            )));
        }
        if self.entries.iter().map(PutEventsRequestEntry::bytes).sum::<usize>() > MAX_BYTES {
            return Err(errors::validation("Total size of the entries in the request is over the limit."));
        }
        let by_service = matches!(cx.origin.caller, Caller::Service { .. });
        let (account, region) = (state::account(cx.origin), cx.origin.region);
        let mut entries = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let (source, kind, detail) = match entry.read(by_service) {
                Ok(read) => read,
                Err(failed) => {
                    entries.push(failed);
                    continue;
                }
            };
            let number = cx.world.core.ids.take("event", 1);
            let id = cx.world.core.ids.uuid("event", number);
            let event = json!({
                "version": "0",
                "id": id,
                "detail-type": kind,
                "source": source,
                "account": account.to_string(),
                "time": entry.time.unwrap_or(cx.now()).iso_seconds(),
                "region": region.name(),
                "resources": entry.resources.clone().unwrap_or_default(),
                "detail": detail,
            });
            let key = UsageKey {
                account,
                region,
                usage_type: Cow::Borrowed("Event-64K-Chunks"),
                operation: Cow::Borrowed("PutEvents"),
                resource: DEFAULT_BUS.into(),
            };
            cx.count(key, entry.bytes().div_ceil(CHUNK_BYTES).max(1) as u128);
            deliver::route(cx.world, account, region, &event);
            entries.push(ResultEntry { event_id: Some(id), ..ResultEntry::default() });
        }
        let failed_entry_count = entries.iter().filter(|entry| entry.error_code.is_some()).count();
        Ok(PutEventsOutput { failed_entry_count, entries })
    }
}

#[cfg(test)]
mod tests;
