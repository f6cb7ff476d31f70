//! The agenda: requests still to come, each as a consequence of something. It knows how long a chain of consequences has become,
//! so that services that call one another in a circle come to an end. It names no service.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    Request, World,
    api::{ApiError, Call, Origin},
    clock::SimTime,
    world::Happening,
};

/// Consequences of consequences before the clock is stopped: no design has so long a chain on purpose.
const MAX_CHAIN: u32 = 10_000;
/// Requests waiting at once before the clock is stopped: a circle that branches grows faster than it ends.
const MAX_WAITING: usize = 100_000;

/// What led to a request: how many consequences one after the other, and how often each named resource acted on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    length: u32,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    acted: BTreeMap<String, u32>,
}

impl Cause {
    /// True for what nothing led to but the outside.
    fn is_first(&self) -> bool {
        *self == Self::default()
    }

    /// How often the resource of that ARN acted on the way here.
    pub(crate) fn n_acts(&self, arn: &str) -> u32 {
        self.acted.get(arn).copied().unwrap_or_default()
    }

    /// … and acts once more.
    #[must_use]
    pub(crate) fn with_act(mut self, arn: &str) -> Self {
        *self.acted.entry(arn.to_owned()).or_default() += 1;
        self
    }
}

/// A call still to come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Planned {
    pub at: SimTime,
    number: u64,
    pub origin: Origin,
    pub request: Request,
    #[serde(default, skip_serializing_if = "Cause::is_first")]
    pub cause: Cause,
}

impl World {
    /// Does now, as a consequence of what runs now, what a service asks of another; what came of it is told like anything else that
    /// happens by itself.
    pub(crate) fn ask(&mut self, origin: &Origin, request: impl Into<Request>) -> Result<Value, ApiError> {
        let request = request.into();
        let (name, resource) = (request.name().to_owned(), request.needs().arn(origin).into_owned());
        let outcome = self.call(origin, request);
        let facts = outcome.as_ref().err().map(|error| ("error".to_owned(), Value::from(error.to_string()))).into_iter().collect();
        self.happen(Happening { name, resource, facts });
        outcome
    }

    /// What led to the request that runs now.
    pub(crate) fn cause(&self) -> &Cause {
        &self.core.cause
    }

    /// Does something as a consequence of `cause`.
    pub(crate) fn because_of<T>(&mut self, cause: Cause, act: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.core.cause, cause);
        let result = act(self);
        self.core.cause = before;
        result
    }

    /// Plans a request as a consequence of what runs now: `origin` makes it `delay_millis` from now.
    pub(crate) fn plan(&mut self, delay_millis: i64, origin: Origin, request: impl Into<Request>) {
        let core = &mut self.core;
        let mut cause = core.cause.clone();
        cause.length += 1;
        if cause.length > MAX_CHAIN {
            let why =
                format!("a chain of {MAX_CHAIN} requests, each the consequence of the one before: services call one another in a circle");
            core.halted.get_or_insert(why);
            return;
        }
        if core.agenda.len() >= MAX_WAITING {
            core.halted.get_or_insert(format!("more than {MAX_WAITING} requests wait to be made: services call one another in a circle"));
            return;
        }
        core.planned += 1;
        let planned = Planned { at: core.now.plus(delay_millis), number: core.planned, origin, request: request.into(), cause };
        let place = core.agenda.partition_point(|other| (other.at, other.number) < (planned.at, planned.number));
        core.agenda.insert(place, planned);
    }
}

impl Call<'_> {
    /// Plans a request as a consequence: the same caller makes it `delay_millis` from now.
    pub fn send_later(&mut self, delay_millis: i64, request: impl Into<Request>) {
        self.world.plan(delay_millis, self.origin.clone(), request);
    }
}
