//! The event bus that every account has in every region.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::state::{self, DEFAULT_BUS, check_bus};
use crate::api::{ApiError, Need, Operation, Origin, Read, View};

/// Shows the default event bus.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DescribeEventBus {
    /// Only `default`.
    pub name: Option<String>,
}

/// An event bus as it is shown.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct EventBusOutput {
    name: &'static str,
    arn: String,
}

impl EventBusOutput {
    fn of(origin: &Origin) -> Self {
        Self { name: DEFAULT_BUS, arn: format!("arn:aws:events:{}:{}:event-bus/{DEFAULT_BUS}", origin.region, state::account(origin)) }
    }
}

impl Operation for DescribeEventBus {
    type Output = EventBusOutput;

    fn needs(&self) -> Need {
        Need::action("events:DescribeEventBus").here(format!("event-bus/{}", self.name.as_deref().unwrap_or(DEFAULT_BUS)))
    }
}

impl Read for DescribeEventBus {
    fn read(self, cx: &mut View<'_>) -> Result<EventBusOutput, ApiError> {
        check_bus(self.name.as_deref())?;
        Ok(EventBusOutput::of(cx.origin))
    }
}

/// Lists event buses: there is one.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListEventBuses {
    /// Only names that begin so.
    pub name_prefix: Option<String>,
}

/// What ListEventBuses answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListEventBusesOutput {
    event_buses: Vec<EventBusOutput>,
}

impl Operation for ListEventBuses {
    type Output = ListEventBusesOutput;

    fn needs(&self) -> Need {
        Need::action("events:ListEventBuses")
    }
}

impl Read for ListEventBuses {
    fn read(self, cx: &mut View<'_>) -> Result<ListEventBusesOutput, ApiError> {
        let fits = DEFAULT_BUS.starts_with(&self.name_prefix.unwrap_or_default());
        Ok(ListEventBusesOutput { event_buses: fits.then(|| EventBusOutput::of(cx.origin)).into_iter().collect() })
    }
}
