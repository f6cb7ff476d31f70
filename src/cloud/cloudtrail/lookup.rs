//! Looking up events: newest first, by one attribute, in pages.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use super::{errors, resources};
use crate::{
    api::{ApiError, Fidelity, Need, Operation, Read, View},
    clock::{DAY_MS, SimTime},
    world,
};

/// How long events are kept.
const KEPT_DAYS: i64 = 90;
/// Most events of one page, and how many there are where nothing is said.
const MAX_RESULTS: i64 = 50;

/// By what events are looked up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct LookupAttribute {
    /// `EventId`, `EventName`, `ReadOnly`, `Username`, `ResourceType`, `ResourceName`, `EventSource` or `AccessKeyId`.
    pub attribute_key: String,
    /// What it must be, to the letter.
    pub attribute_value: String,
}

/// Looks up management events of the last 90 days in the region, of the caller's account.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct LookupEvents {
    /// One attribute at most.
    pub lookup_attributes: Option<Vec<LookupAttribute>>,
    /// Events from then on.
    pub start_time: Option<SimTime>,
    /// Events up to then.
    pub end_time: Option<SimTime>,
    /// `insight`, of which there are none here.
    pub event_category: Option<String>,
    /// Events of one page, 1 to 50.
    pub max_results: Option<i64>,
    /// Where the page before ended.
    pub next_token: Option<String>,
}

/// A resource that an event is about.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Resource {
    resource_type: Option<String>,
    resource_name: String,
}

/// An event with its record.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Found {
    event_id: String,
    event_name: String,
    read_only: String,
    access_key_id: Option<String>,
    event_time: String,
    event_source: String,
    username: Option<String>,
    resources: Vec<Resource>,
    cloud_trail_event: String,
}

/// What LookupEvents answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LookupEventsOutput {
    events: Vec<Found>,
    next_token: Option<String>,
}

impl Operation for LookupEvents {
    type Output = LookupEventsOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified(
        "events can be looked up at once; there are no insights; resources are those that the record or its parameters name",
    );
    const LOOKS_BACK: bool = true;

    fn needs(&self) -> Need {
        Need::action("cloudtrail:LookupEvents")
    }
}

impl Read for LookupEvents {
    fn read(self, cx: &mut View<'_>) -> Result<LookupEventsOutput, ApiError> {
        let page = match self.max_results.unwrap_or(MAX_RESULTS) {
            n @ 1..=MAX_RESULTS => usize::try_from(n).unwrap_or_default(),
            _ => return Err(errors::invalid_max_results()),
        };
        let wanted = self.wanted()?;
        let (start, end) = (self.start_time.unwrap_or(SimTime::START), self.end_time.unwrap_or(SimTime::END));
        if start > end {
            return Err(errors::invalid_time_range());
        }
        if self.event_category.as_deref().is_some_and(|category| category != "insight") {
            return Err(errors::invalid_event_category());
        }
        let from = self.first(cx)?;
        let oldest = start.max(cx.world.now().plus(-KEPT_DAYS * DAY_MS));
        let is_meant = |record: &&Value| {
            let at = record["eventTime"].as_str().and_then(SimTime::parse);
            self.event_category.is_none()
                && record["managementEvent"] == true
                && record["recipientAccountId"] == cx.account().map(|account| account.to_string()).unwrap_or_default()
                && record["awsRegion"] == cx.origin.region.to_string()
                && at.is_some_and(|at| (oldest..=end).contains(&at))
        };
        let mut found =
            cx.world.core.past.iter().rev().filter(is_meant).map(found).filter(|it| wanted.as_ref().is_none_or(|wanted| is(it, wanted)));
        let events: Vec<Found> = found.by_ref().skip(from).take(page).collect();
        let next_token = found.next().map(|_| self.token(from + page));
        Ok(LookupEventsOutput { events, next_token })
    }
}

impl LookupEvents {
    /// The attribute that is asked for.
    fn wanted(&self) -> Result<Option<LookupAttribute>, ApiError> {
        const KEYS: [&str; 8] =
            ["AccessKeyId", "EventId", "EventName", "EventSource", "ReadOnly", "ResourceName", "ResourceType", "Username"];
        match self.lookup_attributes.as_deref().unwrap_or_default() {
            [] => Ok(None),
            [one] if KEYS.contains(&one.attribute_key.as_str()) => Ok(Some(one.clone())),
            _ => Err(errors::invalid_lookup_attributes()),
        }
    }

    /// A token is good for the question that it came from alone.
    fn token(&self, from: usize) -> String {
        let asked = (&self.lookup_attributes, self.start_time, self.end_time);
        format!("{from:08x}{:016x}", world::hash(&asked))
    }

    /// How many events the pages before had.
    fn first(&self, cx: &View<'_>) -> Result<usize, ApiError> {
        let Some(token) = &self.next_token else { return Ok(0) };
        let from = token.get(..8).and_then(|digits| usize::from_str_radix(digits, 16).ok()).filter(|from| self.token(*from) == *token);
        from.filter(|from| *from <= cx.world.core.past.len()).ok_or_else(errors::invalid_next_token)
    }
}

/// An event as the history shows it.
fn found(record: &Value) -> Found {
    let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let who = &record["userIdentity"];
    Found {
        event_id: text("eventID"),
        event_name: text("eventName"),
        read_only: (record["readOnly"] == true).to_string(),
        access_key_id: who["accessKeyId"].as_str().map(str::to_owned),
        event_time: text("eventTime").replace('Z', "+00:00"),
        event_source: text("eventSource"),
        username: username(who),
        resources: resources::of(record)
            .into_iter()
            .map(|(resource_type, resource_name)| Resource { resource_type, resource_name })
            .collect(),
        cloud_trail_event: record.to_string(),
    }
}

/// The user's name, the session's, or `root`.
fn username(who: &Value) -> Option<String> {
    match who["type"].as_str()? {
        "IAMUser" => who["userName"].as_str().map(str::to_owned),
        "Root" => Some("root".to_owned()),
        "AssumedRole" => who["arn"].as_str()?.rsplit('/').next().map(str::to_owned),
        _ => None,
    }
}

/// Whether an event has that attribute.
fn is(event: &Found, wanted: &LookupAttribute) -> bool {
    let value = Some(wanted.attribute_value.as_str());
    match wanted.attribute_key.as_str() {
        "AccessKeyId" => event.access_key_id.as_deref() == value,
        "EventId" => Some(event.event_id.as_str()) == value,
        "EventName" => Some(event.event_name.as_str()) == value,
        "EventSource" => Some(event.event_source.as_str()) == value,
        "ReadOnly" => Some(event.read_only.as_str()) == value,
        "ResourceName" => event.resources.iter().any(|it| Some(it.resource_name.as_str()) == value),
        "ResourceType" => event.resources.iter().any(|it| it.resource_type.as_deref() == value),
        "Username" => event.username.as_deref() == value,
        _ => false,
    }
}
