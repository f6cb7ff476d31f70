//! The agenda: requests still to come, each as a consequence of something. It knows how long a chain of consequences has become,
//! so that services that call one another in a circle come to an end. It names no service.

use serde::{Deserialize, Serialize};

use crate::{
    Request, World,
    api::{Call, Origin},
    clock::SimTime,
};

/// Consequences of consequences before the clock is stopped: no design has so long a chain on purpose.
const MAX_CHAIN: u32 = 10_000;
/// Requests waiting at once before the clock is stopped: a circle that branches grows faster than it ends.
const MAX_WAITING: usize = 100_000;

/// What led to a request: how many consequences one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    length: u32,
}

impl Cause {
    /// True for what nothing led to but the outside.
    fn is_first(&self) -> bool {
        *self == Self::default()
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
