//! A run to be saved: the inputs of a sandbox with its branches and the position in them, folded again from the world that it
//! began with. It holds no world and no events, for they follow; and it is folded by the same build only.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Branch, Input, Position, Sandbox, Stamped};
use crate::{World, clock::SimTime};

/// What a run of another layout than this is refused by.
const VERSION: u32 = 1;
/// Most branches of a run.
const MAX_BRANCHES: usize = 1_000;
/// Most inputs of all its branches together, shared ones counted in each.
const MAX_INPUTS: usize = 100_000;
/// Most gestures: far below where their number would overflow.
const MAX_GESTURES: u32 = 1 << 30;

/// Everything that came from outside, in every branch, and where the sandbox stands in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    version: u32,
    gesture: u32,
    position: Position,
    /// The present branch.
    inputs: Vec<Stamped>,
    /// The other branches, oldest first.
    others: Vec<Other>,
}

/// A branch that is not the present one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Other {
    /// How many inputs it begins with that are the present branch's, too.
    n_shared: usize,
    /// Those that follow.
    inputs: Vec<Stamped>,
}

/// An input of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The branch: 0 is the present one, the others follow.
    pub branch: usize,
    /// Its input, counted from 0.
    pub input: usize,
}

/// Why a run was not resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunError {
    /// It has the layout of this other version.
    Version(u32),
    /// It has more branches or inputs than any run may have.
    TooLong,
    /// A branch claims to share more inputs than there are.
    Branch(usize),
    /// An input does not come at the moment at which the inputs before it end.
    OutOfOrder(Place),
    /// An advance is not positive, leads past the end of time, or is a piece of the advance before it.
    Advance(Place),
    /// Nothing could fail or heal like this at its moment.
    Fault(Place),
    /// An input's gesture comes after later ones, or was never made.
    Gesture(Place),
    /// More gestures than any run may have.
    TooManyGestures,
    /// The position is none of the present branch.
    Position,
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => write!(f, "the run has layout {version}, not {VERSION}"),
            Self::TooLong => write!(f, "the run has more than {MAX_BRANCHES} branches or {MAX_INPUTS} inputs"),
            Self::Branch(branch) => write!(f, "branch {branch} shares more inputs than there are"),
            Self::OutOfOrder(Place { branch, input }) => write!(f, "input {input} of branch {branch} is out of time order"),
            Self::Advance(Place { branch, input }) => write!(f, "input {input} of branch {branch} is no possible advance"),
            Self::Fault(Place { branch, input }) => write!(f, "input {input} of branch {branch} is no possible fault"),
            Self::Gesture(Place { branch, input }) => write!(f, "input {input} of branch {branch} has an impossible gesture"),
            Self::TooManyGestures => write!(f, "the run has more than {MAX_GESTURES} gestures"),
            Self::Position => f.write_str("the position is not in the run"),
        }
    }
}

impl std::error::Error for RunError {}

impl Sandbox {
    /// Everything that is needed, besides [`Sandbox::start_world`], to come back to this sandbox as it is.
    pub fn run(&self) -> Run {
        let inputs = self.branch.inputs();
        let other = |branch: &Branch| {
            let n_shared = branch.n_common(inputs);
            Other { n_shared, inputs: branch.inputs()[n_shared..].to_vec() }
        };
        Run {
            version: VERSION,
            gesture: self.gesture,
            position: self.position,
            inputs: inputs.to_vec(),
            others: self.others.iter().map(other).collect(),
        }
    }

    /// The sandbox that a run was taken of: folds its inputs again, from the world that it began with. A run is checked as it
    /// is folded, so that one from anywhere gives at worst an error.
    pub fn resume(start: World, run: Run) -> Result<Self, RunError> {
        let mut sandbox = Self::from_world(start);
        let Run { gesture, position, .. } = run;
        let mut branches: Vec<Branch> = Vec::new();
        for (number, inputs) in run.branches()?.into_iter().enumerate() {
            // what a branch built before has in common is not done again
            let shared = branches.iter().map(|branch| (branch.shared(&inputs), branch)).max_by_key(|(shared, _)| *shared);
            let (shared, from) = shared.unwrap_or((Position::default(), &sandbox.branch));
            let fold = Fold { number, gestures: gesture };
            branches.push(fold.branch(from, shared, inputs)?);
        }
        let mut branches = branches.into_iter();
        sandbox.branch = branches.next().unwrap_or(sandbox.branch);
        sandbox.others = branches.collect();
        if !is_within(position, sandbox.branch.inputs()) {
            return Err(RunError::Position);
        }
        sandbox.world = sandbox.branch.world_at(position);
        sandbox.position = position;
        sandbox.gesture = gesture;
        Ok(sandbox)
    }
}

/// True for a position after so many whole inputs, or within the advance that follows.
fn is_within(position: Position, inputs: &[Stamped]) -> bool {
    match inputs.get(position.n_inputs) {
        Some(Stamped { input: Input::Advance { millis }, .. }) => (0..*millis).contains(&position.millis_into),
        _ => position.n_inputs <= inputs.len() && position.millis_into == 0,
    }
}

impl Run {
    /// The run without its other branches: the sandbox stands where it did, and its past is the same.
    #[must_use]
    pub fn present_only(self) -> Self {
        Self { others: Vec::new(), ..self }
    }

    /// The inputs of each branch, the present one first, if there are not too many.
    fn branches(self) -> Result<Vec<Vec<Stamped>>, RunError> {
        if self.version != VERSION {
            return Err(RunError::Version(self.version));
        }
        if self.gesture > MAX_GESTURES {
            return Err(RunError::TooManyGestures);
        }
        let n_inputs = self.others.iter().try_fold(self.inputs.len(), |sum, other| {
            let n_shared = other.n_shared.min(self.inputs.len());
            sum.checked_add(n_shared)?.checked_add(other.inputs.len())
        });
        if self.others.len() >= MAX_BRANCHES || n_inputs.is_none_or(|n_inputs| n_inputs > MAX_INPUTS) {
            return Err(RunError::TooLong);
        }
        let mut branches = vec![self.inputs];
        for (number, other) in self.others.into_iter().enumerate() {
            let shared = branches[0].get(..other.n_shared).ok_or(RunError::Branch(number + 1))?;
            branches.push(shared.iter().cloned().chain(other.inputs).collect());
        }
        Ok(branches)
    }
}

/// Folds the inputs of one branch.
struct Fold {
    number: usize,
    /// How many gestures there were.
    gestures: u32,
}

impl Fold {
    /// The branch of these inputs; they begin as `from` does until `shared`.
    fn branch(&self, from: &Branch, shared: Position, inputs: Vec<Stamped>) -> Result<Branch, RunError> {
        let mut world = from.world_at(shared);
        let mut branch = from.cut(shared, &world);
        let mut begun_millis = shared.millis_into;
        for (input, stamped) in inputs.into_iter().enumerate().skip(shared.n_inputs) {
            let place = Place { branch: self.number, input };
            if begun_millis == 0 {
                self.check(&branch, &world, &stamped, place)?;
            }
            match stamped.input {
                Input::Advance { millis } if (1..=SimTime::END.since(stamped.at)).contains(&millis) => {
                    branch.pass(&mut world, stamped.gesture, millis - begun_millis);
                }
                Input::Advance { .. } => return Err(RunError::Advance(place)),
                Input::Call { .. } | Input::Fault(_) => _ = branch.carry_out(&mut world, stamped),
            }
            begun_millis = 0;
        }
        Ok(branch)
    }

    /// Refuses an input that no sandbox would have taken here.
    fn check(&self, branch: &Branch, world: &World, stamped: &Stamped, place: Place) -> Result<(), RunError> {
        let before = branch.inputs().last().map_or(0, |last| last.gesture);
        if !(before..=self.gestures).contains(&stamped.gesture) {
            return Err(RunError::Gesture(place));
        }
        if stamped.at != world.now() {
            return Err(RunError::OutOfOrder(place));
        }
        match &stamped.input {
            Input::Advance { .. } if branch.would_join(stamped) => Err(RunError::Advance(place)),
            Input::Fault(fault) if world.check_fault(fault).is_err() => Err(RunError::Fault(place)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
