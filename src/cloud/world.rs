//! How the world moves: calls at a moment, and the agenda between them. It names no service.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{
    Request, World,
    agenda::{Cause, Planned},
    api::{ApiError, Need, Origin},
    audit::{Asked, Told},
    bounds::Bounds,
    clock::SimTime,
    facts::Facts,
    fault::{Fault, Outage},
    ident::{AccountId, Caller, Ids, Zone},
    policy::{Denial, Identity, Question, Resource},
    usage::{Usage, UsageKey},
};

/// Wake-ups at one and the same moment before the clock is stopped: a loop of services calling one another ends here.
const MAX_STEPS_AT_ONCE: u32 = 100_000;

/// What the kernel asks of a service's state.
pub trait Service: Clone + Default {
    /// When this service has something to do by itself.
    fn next_due(&self) -> Option<SimTime> {
        None
    }

    /// Does everything due at the present moment.
    fn wake(_world: &mut World) {}

    /// Gives up what lay only in a zone that is gone, and tells what was lost.
    fn lose_zone(_world: &mut World, _zone: Zone) {}

    /// The account that owns the resource of that ARN, if it is one of this service's.
    fn owner(&self, _arn: &str) -> Option<AccountId> {
        None
    }

    /// What hangs on a resource of this service's: whose it is, its policies, what else grants or takes away. `None` if it is not this
    /// service's: then only IAM policies of its account count. No resource at all if there is nothing under that name and the
    /// operation itself shall say so; that passes.
    fn resources<'a>(_world: &'a World, _question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        None
    }

    /// What this service knows of a user or role.
    fn identity<'a>(_world: &'a World, _caller: &'a Caller) -> Option<Identity<'a>> {
        None
    }

    /// What the caller is shown in the end of an answer or a refusal of this service's.
    fn shown(_world: &World, _origin: &Origin, _need: &Need, answer: Result<Value, ApiError>) -> Result<Value, ApiError> {
        answer
    }

    /// How this service words a refusal of a call to it.
    fn denied(denial: &Denial) -> ApiError {
        denial.error("AccessDenied")
    }

    /// What CloudTrail is told of a call to this service.
    fn told(asked: &Asked<'_>) -> Told {
        asked.told()
    }

    /// Records stored.
    fn weight(&self) -> usize {
        0
    }

    /// Rebuilds what is derived and not saved.
    fn rebuild(_world: &mut World) {}
}

/// Something that happened by itself: a rule acted, a restore ended, a zone healed.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// What happened, in AWS's words where AWS has one: `LifecycleTransition`.
    pub name: String,
    /// The resource's ARN; of a zone, which has none, its id.
    pub resource: String,
    /// The facts, by name: counts, bytes, the rule that acted.
    pub facts: Facts,
}

/// The kernel's part of the world.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Core {
    pub(crate) now: SimTime,
    pub(crate) ids: Ids,
    pub(crate) usage: Usage,
    pub(crate) agenda: VecDeque<Planned>,
    pub(crate) planned: u64,
    /// The zones that are out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) outages: BTreeMap<Zone, Outage>,
    /// What will fail or heal by itself, in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) planned_faults: Vec<(SimTime, Fault)>,
    /// What everybody is kept from.
    #[serde(default, skip_serializing_if = "Bounds::is_empty")]
    pub(crate) bounds: Bounds,
    /// Set when the world could not go on; the clock then stands still.
    pub(crate) halted: Option<String>,
    #[serde(skip)]
    pub(crate) happened: Vec<(SimTime, Happening)>,
    #[serde(skip)]
    pub(crate) steps: u64,
    /// What led to the request that runs now; nothing between two requests.
    #[serde(skip)]
    pub(crate) cause: Cause,
    /// The records of what was called before, while a request runs that asks for them.
    #[serde(skip)]
    pub(crate) past: Vec<Value>,
    /// Work done, in what takes about as long as a call: steps, and what one step does many times.
    #[serde(skip)]
    pub(crate) work: u64,
    /// Where the clock stops, if the work is limited.
    #[serde(skip)]
    pub(crate) max_work: Option<u64>,
}

impl World {
    /// An empty cloud at `start`. The same seed gives the same ids.
    pub fn new(start: SimTime, seed: u64) -> Self {
        let core = Core { now: start, ids: Ids::new(seed), ..Core::default() };
        Self { core, ..Self::default() }
    }

    /// The present moment.
    pub fn now(&self) -> SimTime {
        self.core.now
    }

    /// What was used so far.
    pub fn usage(&self) -> &Usage {
        &self.core.usage
    }

    /// Why the clock stopped, if it did.
    pub fn halted(&self) -> Option<&str> {
        self.core.halted.as_deref()
    }

    /// Stops the clock once so much work was done: for worlds that nobody waits for. A year of an application's daily writes and reads
    /// is some ten thousand.
    pub fn limit_work(&mut self, max_work: u64) {
        self.core.max_work = Some(max_work);
    }

    /// True once the limit is reached.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.core.max_work.is_some_and(|max| self.core.work > max)
    }

    /// Authorises and runs a request at the present moment.
    pub fn call(&mut self, origin: &Origin, request: Request) -> Result<Value, ApiError> {
        self.core.steps += 1;
        self.core.work += 1;
        self.core.bounds.check(origin, &request)?;
        let (service, need) = (request.service(), request.needs());
        self.check(origin, &need).map_err(|denial| request.denied(&denial))?;
        let answer = request.run(self, origin);
        self.shown(service, origin, &need, answer)
    }

    /// Moves time to `until`, doing on the way whatever falls due. Idle time costs nothing.
    pub fn run_until(&mut self, until: SimTime) {
        let until = until.min(SimTime::END);
        let mut steps_here = 0;
        while self.core.halted.is_none() {
            let planned = self.core.agenda.front().map(|planned| planned.at);
            let Some(due) = [planned, self.core.next_heal(), self.core.next_fault(), self.next_due()]
                .into_iter()
                .flatten()
                .min()
                .filter(|due| *due <= until)
            else {
                break;
            };
            steps_here = if due > self.core.now { 0 } else { steps_here + 1 };
            if steps_here > MAX_STEPS_AT_ONCE {
                self.core.halted =
                    Some(format!("more than {MAX_STEPS_AT_ONCE} steps at {}: services call one another in a loop", self.core.now));
                return;
            }
            self.core.now = self.core.now.max(due);
            self.core.steps += 1;
            self.core.work += 1;
            self.heal_due();
            self.fail_due();
            self.run_planned();
            self.wake();
            if self.is_exhausted() {
                self.core.halted = Some("it has taken more work than is allowed here".to_owned());
                return;
            }
        }
        if self.core.halted.is_none() {
            self.core.now = self.core.now.max(until);
        }
    }

    fn run_planned(&mut self) {
        let goes_on = |core: &Core| core.halted.is_none() && core.max_work.is_none_or(|max| core.work <= max);
        let is_due = |core: &Core| goes_on(core) && core.agenda.front().is_some_and(|planned| planned.at <= core.now);
        while is_due(&self.core)
            && let Some(planned) = self.core.agenda.pop_front()
        {
            // whatever came of it is told
            let _ = self.because_of(planned.cause, |world| world.ask(&planned.origin, planned.request));
        }
    }

    /// Notes that something happened by itself.
    pub(crate) fn happen(&mut self, happening: Happening) {
        let now = self.core.now;
        self.core.happened.push((now, happening));
    }

    /// Records usage of a read.
    pub(crate) fn record(&mut self, used: Vec<(UsageKey, u128)>) {
        let now = self.core.now;
        for (key, quantity) in used {
            self.core.usage.count(key, quantity, now);
        }
    }
}

/// The first 64 bits of the SHA-256 of a state's JSON: equal states, equal hashes, on every machine.
pub(crate) fn hash(state: &impl Serialize) -> u64 {
    struct Sink(Sha256);
    impl std::io::Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut sink = Sink(Sha256::new());
    if serde_json::to_writer(&mut sink, state).is_err() {
        return 0;
    }
    sink.0.finalize().iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte))
}
