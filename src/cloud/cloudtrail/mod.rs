//! AWS CloudTrail: the event history of the last 90 days, kept without being asked for.
//!
//! Simulated: `lookup-events` over management events, each with its record. Not simulated: trails and what they deliver, data events,
//! insights, event data stores and queries, the minutes until an event can be looked up, and the limit of two lookups a second.

mod errors;
mod lookup;
mod resources;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::{
    audit::{Asked, Told},
    world::Service,
};

pub use lookup::{LookupAttribute, LookupEvents};

crate::operations! { "cloudtrail", CloudTrail;
    writes: [];
    reads: [LookupEvents];
}

/// It keeps nothing of its own: what happened is the run's past.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudTrail {}

impl Service for CloudTrail {
    fn told(asked: &Asked<'_>) -> Told {
        asked.told()
    }
}
