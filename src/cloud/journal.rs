//! A sandbox: one world with everything that came from outside (inputs) and everything that happened (events), with undo,
//! scrubbing and branches. It writes nothing to a disk and knows no service.

mod branch;
mod run;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    Request, World,
    api::{ApiError, Origin},
    clock::SimTime,
    fault::{Fault, FaultError},
    policy::Trace,
    world::Happening,
};
use branch::Branch;
pub use run::{Place, Run, RunError};

/// Something that came from outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Input {
    /// A request.
    Call {
        /// Who made it, and where.
        origin: Origin,
        /// What was asked.
        request: Request,
    },
    /// Something that failed or healed.
    Fault(Fault),
    /// Time passing.
    Advance {
        /// How long.
        millis: i64,
    },
}

/// An input with the moment and the gesture it belongs to: what one undo takes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stamped {
    /// When it came.
    pub at: SimTime,
    /// Inputs of one gesture share its number.
    pub gesture: u32,
    /// What came.
    pub input: Input,
}

/// Something that happened, with its outcome and cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub at: SimTime,
    /// Index of the input it follows from.
    pub input: usize,
    /// What.
    pub kind: EventKind,
}

/// What an event is.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// The input's own request was answered; `Some` if it was refused.
    Answered(Option<Box<ApiError>>),
    /// Something happened by itself, or because of a fault.
    Happened(Box<Happening>),
}

/// A point of a branch: so many inputs, and so far into the following advance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    n_inputs: usize,
    millis_into: i64,
}

/// A world with its past, its undone future and its branches.
#[derive(Clone, Debug)]
pub struct Sandbox {
    world: World,
    position: Position,
    branch: Branch,
    /// The other branches, oldest first.
    others: Vec<Branch>,
    gesture: u32,
    in_gesture: bool,
}

impl Sandbox {
    /// An empty cloud at `start`.
    pub fn new(start: SimTime, seed: u64) -> Self {
        Self::from_world(World::new(start, seed))
    }

    /// A sandbox that begins with a world as it is: a bench's start state, a saved snapshot.
    pub fn from_world(mut world: World) -> Self {
        world.rebuild();
        world.core.happened.clear(); // what happened before is no event of this sandbox
        Self { branch: Branch::new(world.clone()), world, position: Position::default(), others: Vec::new(), gesture: 0, in_gesture: false }
    }

    /// A sandbox of its own that goes on from a living world as it is, at no cost: for questions whose answers must not show.
    pub fn beside(world: &World) -> Self {
        let mut world = world.clone();
        world.core.happened.clear();
        Self { branch: Branch::new(world.clone()), world, position: Position::default(), others: Vec::new(), gesture: 0, in_gesture: false }
    }

    /// The world at the present position.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The world before all inputs.
    pub fn start_world(&self) -> &World {
        self.branch.start_world().unwrap_or(&self.world)
    }

    /// The world as it was before the last gesture at the present position; `None` if there was none.
    pub fn before_last_gesture(&self) -> Option<World> {
        self.branch.before_gesture(self.position).map(|target| self.branch.world_at(target))
    }

    /// The present moment.
    pub fn now(&self) -> SimTime {
        self.world.now()
    }

    /// The moment the sandbox began.
    pub fn start(&self) -> SimTime {
        self.branch.start()
    }

    /// The last moment of the present branch, undone or not.
    pub fn end(&self) -> SimTime {
        self.branch.end()
    }

    /// The inputs up to the present position.
    pub fn inputs(&self) -> &[Stamped] {
        &self.branch.inputs()[..self.position.n_inputs]
    }

    /// The events up to the present position.
    pub fn events(&self) -> &[Event] {
        self.branch.events_until(self.position, self.world.now())
    }

    /// All events of the present branch, those after the present position included.
    pub fn all_events(&self) -> &[Event] {
        self.branch.events()
    }

    /// All inputs of the present branch, those after the present position included: the marks of the scrubber.
    pub fn all_inputs(&self) -> &[Stamped] {
        self.branch.inputs()
    }

    /// Puts the inputs made by `acts` into one gesture, to be undone together.
    pub fn gesture<T>(&mut self, acts: impl FnOnce(&mut Self) -> T) -> T {
        if self.in_gesture {
            return acts(self);
        }
        self.gesture += 1;
        self.in_gesture = true;
        let result = acts(self);
        self.in_gesture = false;
        result
    }

    /// Makes a request. The answer is AWS's output members as JSON.
    pub fn call(&mut self, origin: &Origin, request: impl Into<Request>) -> Result<Value, ApiError> {
        let request = request.into();
        let mut answer = Ok(Value::Null);
        self.gesture(|it| answer = it.act(Input::Call { origin: origin.clone(), request }));
        answer
    }

    /// Lets something fail or heal. A refused fault changes nothing and is no input.
    pub fn fault(&mut self, fault: Fault) -> Result<(), FaultError> {
        self.world.check_fault(&fault)?;
        let _ = self.gesture(|it| it.act(Input::Fault(fault)));
        Ok(())
    }

    /// Lets time pass. Consecutive advances of one gesture count as one input.
    pub fn advance(&mut self, millis: i64) {
        self.gesture(|it| it.pass(millis));
    }

    /// Lets more time pass as part of the gesture before, if that ended in an advance: playing is one gesture.
    pub fn advance_on(&mut self, millis: i64) {
        let goes_on =
            self.position == self.branch.tip() && matches!(self.inputs().last(), Some(Stamped { input: Input::Advance { .. }, .. }));
        if goes_on && !self.in_gesture { self.pass(millis) } else { self.advance(millis) }
    }

    fn pass(&mut self, millis: i64) {
        let millis = millis.clamp(0, SimTime::END.since(self.now()));
        if millis > 0 {
            self.fork_if_past();
            self.branch.pass(&mut self.world, self.gesture, millis);
            self.position = self.branch.tip();
        }
    }

    fn act(&mut self, input: Input) -> Result<Value, ApiError> {
        self.fork_if_past();
        let stamped = Stamped { at: self.now(), gesture: self.gesture, input };
        let answer = self.branch.carry_out(&mut self.world, stamped);
        self.position = self.branch.tip();
        answer
    }

    /// Acting in the past starts a branch: what came later stays reachable as another one.
    fn fork_if_past(&mut self) {
        if self.position == self.branch.tip() {
            return;
        }
        let fork = self.branch.cut(self.position, &self.world);
        self.others.push(std::mem::replace(&mut self.branch, fork));
        self.position = self.branch.tip();
    }

    /// Goes back to the state and time before the last gesture. False if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(target) = self.branch.before_gesture(self.position) else { return false };
        self.go(target);
        true
    }

    /// Does the next undone gesture again. False if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(target) = self.branch.after_gesture(self.position) else { return false };
        self.go(target);
        true
    }

    /// True if [`Sandbox::undo`] would go somewhere.
    pub fn can_undo(&self) -> bool {
        self.branch.before_gesture(self.position).is_some()
    }

    /// True if [`Sandbox::redo`] would go somewhere.
    pub fn can_redo(&self) -> bool {
        self.branch.after_gesture(self.position).is_some()
    }

    /// Shows the world as it was at a moment of this branch, after everything done at that very moment.
    pub fn seek(&mut self, at: SimTime) {
        self.go(self.branch.position_at(at));
    }

    /// Shows the world right after that many inputs of this branch.
    pub fn seek_input(&mut self, n_inputs: usize) {
        self.go(Position { n_inputs: n_inputs.min(self.branch.inputs().len()), millis_into: 0 });
    }

    fn go(&mut self, target: Position) {
        if target != self.position {
            self.world = self.branch.world_at(target);
            self.position = target;
        }
    }

    /// How a request of this branch was decided, when it was made: one trace for each thing that it needed.
    pub fn explain(&self, input: usize) -> Option<Vec<Trace>> {
        let Input::Call { origin, request } = &self.branch.inputs().get(input)?.input else { return None };
        let before = self.branch.world_at(Position { n_inputs: input, millis_into: 0 });
        Some(before.explain(origin, &request.needs()))
    }

    /// How many branches there are, the present one included.
    pub fn n_branches(&self) -> usize {
        self.others.len() + 1
    }

    /// The other branches: when each left its neighbour, and when it ends.
    pub fn other_branches(&self) -> impl Iterator<Item = (SimTime, SimTime)> {
        self.others.iter().map(|branch| (branch.fork_moment(&self.branch), branch.end()))
    }

    /// Goes to another branch, to the moment seen now if that branch knows it, else to its end.
    pub fn switch(&mut self, other: usize) {
        if let Some(place) = self.others.get_mut(other) {
            let now = self.world.now();
            std::mem::swap(place, &mut self.branch);
            self.position = self.branch.position_at(now.min(self.branch.end()));
            self.world = self.branch.world_at(self.position);
        }
    }
}

/// Applies an input to a world.
fn apply(world: &mut World, input: &Input) -> Result<Value, ApiError> {
    match input {
        Input::Call { origin, request } => world.call(origin, request.clone()),
        Input::Fault(fault) => {
            let _ = world.fault(fault); // only faults that could happen become inputs
            Ok(Value::Null)
        }
        Input::Advance { millis } => {
            world.run_until(world.now().plus(*millis));
            Ok(Value::Null)
        }
    }
}

#[cfg(test)]
mod tests;
