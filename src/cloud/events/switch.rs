//! Turning rules on and off.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::state::{self, check_bus};
use crate::api::{ApiError, Call, Need, Operation, Write};

/// Turns a rule on.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct EnableRule {
    /// Which rule.
    pub name: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
}

impl Operation for EnableRule {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("events:EnableRule", &self.name)
    }
}

impl Write for EnableRule {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        state::rule_mut(cx.world, cx.origin, &self.name)?.enabled = true;
        Ok(())
    }
}

/// Turns a rule off.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DisableRule {
    /// Which rule.
    pub name: String,
    /// Only `default`.
    pub event_bus_name: Option<String>,
}

impl Operation for DisableRule {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("events:DisableRule", &self.name)
    }
}

impl Write for DisableRule {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        check_bus(self.event_bus_name.as_deref())?;
        state::rule_mut(cx.world, cx.origin, &self.name)?.enabled = false;
        Ok(())
    }
}
