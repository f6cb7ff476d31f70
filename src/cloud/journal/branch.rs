//! One line of history: its inputs, its events, and keyframes from which any of its moments is found again quickly.

use std::sync::Arc;

use serde_json::Value;

use super::{Event, EventKind, Input, Position, Stamped, apply};
use crate::{
    World,
    api::ApiError,
    audit,
    clock::{DAY_MS, SimTime},
    world::Happening,
};

/// Least work between two keyframes. Going anywhere then redoes at most this much, or as much as a copy costs.
const KEYFRAME_STEPS: u64 = 256;

/// Longest piece of an advance that is run at once.
const MAX_PIECE_MS: i64 = 61 * DAY_MS;

/// The world at a position. After an advance it counts as a position within that advance, so that it stays true when
/// the advance is prolonged.
#[derive(Clone, Debug)]
struct Keyframe {
    position: Position,
    world: Arc<World>,
}

/// See the module.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    inputs: Vec<Stamped>,
    events: Vec<Event>,
    /// How many events there were after each input.
    n_events: Vec<usize>,
    /// The first holds the world before all inputs.
    keyframes: Vec<Keyframe>,
    steps_at_keyframe: u64,
    end: SimTime,
}

impl Branch {
    pub(super) fn new(world: World) -> Self {
        let end = world.now();
        let steps_at_keyframe = world.core.steps;
        let first = Keyframe { position: Position::default(), world: Arc::new(world) };
        Self { inputs: Vec::new(), events: Vec::new(), n_events: Vec::new(), keyframes: vec![first], steps_at_keyframe, end }
    }

    pub(super) fn inputs(&self) -> &[Stamped] {
        &self.inputs
    }

    /// The world before all inputs.
    pub(super) fn start_world(&self) -> Option<&World> {
        self.keyframes.first().map(|first| &*first.world)
    }

    pub(super) fn events(&self) -> &[Event] {
        &self.events
    }

    pub(super) fn start(&self) -> SimTime {
        self.start_world().map_or(self.end, World::now)
    }

    pub(super) fn end(&self) -> SimTime {
        self.end
    }

    pub(super) fn tip(&self) -> Position {
        Position { n_inputs: self.inputs.len(), millis_into: 0 }
    }

    /// Applies an input to the world at the branch's tip, and adds it with what came of it.
    pub(super) fn carry_out(&mut self, world: &mut World, stamped: Stamped) -> Result<Value, ApiError> {
        if matches!(&stamped.input, Input::Call { request, .. } if request.looks_back()) {
            world.core.past = self.records();
        }
        let answer = apply(world, &stamped.input);
        world.core.past = Vec::new();
        let happened = std::mem::take(&mut world.core.happened);
        self.push(stamped, &answer, happened, world);
        answer
    }

    /// The records of all calls so far, the oldest first.
    fn records(&self) -> Vec<Value> {
        self.events.iter().filter_map(|event| audit::record(self.inputs.get(event.input)?, event)).collect()
    }

    /// Lets time pass at the branch's tip, in pieces, so that keyframes may stand within a long advance.
    pub(super) fn pass(&mut self, world: &mut World, gesture: u32, millis: i64) {
        let mut left = millis;
        while left > 0 {
            let piece = left.min(MAX_PIECE_MS);
            let _ = self.carry_out(world, Stamped { at: world.now(), gesture, input: Input::Advance { millis: piece } });
            left -= piece;
        }
    }

    /// Adds an input that was just applied, with what came of it. Joins an advance to the advance before it in the same gesture.
    fn push(&mut self, stamped: Stamped, answer: &Result<Value, ApiError>, happened: Vec<(SimTime, Happening)>, after: &World) {
        let joined = self.join(&stamped);
        if !joined {
            self.inputs.push(stamped);
        }
        let input = self.inputs.len() - 1;
        self.events.extend(happened.into_iter().map(|(at, it)| Event { at, input, kind: EventKind::Happened(Box::new(it)) }));
        if let Input::Call { .. } = self.inputs[input].input {
            let refusal = answer.as_ref().err().cloned().map(Box::new);
            self.events.push(Event { at: after.now(), input, kind: EventKind::Answered(refusal) });
        }
        if joined {
            self.n_events.pop();
        }
        self.n_events.push(self.events.len());
        self.end = after.now();
        self.keep(after);
    }

    /// True if an input would be joined to the last one.
    pub(super) fn would_join(&self, stamped: &Stamped) -> bool {
        let both_advance = |last: &Stamped| matches!((&last.input, &stamped.input), (Input::Advance { .. }, Input::Advance { .. }));
        self.inputs.last().is_some_and(|last| last.gesture == stamped.gesture && both_advance(last))
    }

    fn join(&mut self, stamped: &Stamped) -> bool {
        let joins = self.would_join(stamped);
        if let (true, Input::Advance { millis: more }, Some(Stamped { input: Input::Advance { millis }, .. })) =
            (joins, &stamped.input, self.inputs.last_mut())
        {
            *millis += more;
        }
        joins
    }

    /// Keeps a keyframe when enough work was done since the last one to be worth a copy of the world.
    fn keep(&mut self, world: &World) {
        let worth = KEYFRAME_STEPS.max(world.weight() as u64 / 4);
        if world.core.steps.saturating_sub(self.steps_at_keyframe) >= worth {
            self.steps_at_keyframe = world.core.steps;
            let position = match self.inputs.last() {
                Some(Stamped { input: Input::Advance { millis }, .. }) => {
                    Position { n_inputs: self.inputs.len() - 1, millis_into: *millis }
                }
                _ => self.tip(),
            };
            self.keyframes.push(Keyframe { position, world: Arc::new(world.clone()) });
        }
    }

    /// The world at a position: the nearest keyframe before it, and the inputs since.
    pub(super) fn world_at(&self, target: Position) -> World {
        let place = self.keyframes.partition_point(|keyframe| keyframe.position <= target).saturating_sub(1);
        let keyframe = &self.keyframes[place];
        let mut n_inputs = keyframe.position.n_inputs;
        let mut world = World::clone(&keyframe.world);
        if keyframe.position.millis_into > 0 && n_inputs < target.n_inputs {
            if let Stamped { at, input: Input::Advance { millis }, .. } = &self.inputs[n_inputs] {
                world.run_until(at.plus(*millis));
            }
            n_inputs += 1;
        }
        for stamped in &self.inputs[n_inputs..target.n_inputs] {
            let _ = apply(&mut world, &stamped.input);
        }
        if let Some(Stamped { at, input: Input::Advance { .. }, .. }) = self.inputs.get(target.n_inputs).filter(|_| target.millis_into > 0)
        {
            world.run_until(at.plus(target.millis_into));
        }
        world.core.happened.clear();
        world
    }

    /// The last position at or before a moment.
    pub(super) fn position_at(&self, at: SimTime) -> Position {
        let n_inputs = self.inputs.partition_point(|stamped| stamped.at <= at);
        match self.inputs.get(n_inputs.wrapping_sub(1)) {
            Some(Stamped { at: from, input: Input::Advance { millis }, .. }) if at < from.plus(*millis) => {
                Position { n_inputs: n_inputs - 1, millis_into: at.since(*from) }
            }
            _ => Position { n_inputs, millis_into: 0 },
        }
    }

    /// Where the last gesture before `position` began.
    pub(super) fn before_gesture(&self, position: Position) -> Option<Position> {
        if position.millis_into > 0 {
            return Some(Position { millis_into: 0, ..position });
        }
        let gesture = self.inputs.get(position.n_inputs.checked_sub(1)?)?.gesture;
        let n_inputs = self.inputs[..position.n_inputs].iter().rposition(|stamped| stamped.gesture != gesture).map_or(0, |place| place + 1);
        Some(Position { n_inputs, millis_into: 0 })
    }

    /// Where the gesture at `position` ends.
    pub(super) fn after_gesture(&self, position: Position) -> Option<Position> {
        let gesture = self.inputs.get(position.n_inputs)?.gesture;
        let rest = &self.inputs[position.n_inputs..];
        let n_inputs = position.n_inputs + rest.iter().take_while(|stamped| stamped.gesture == gesture).count();
        Some(Position { n_inputs, millis_into: 0 })
    }

    pub(super) fn events_until(&self, position: Position, now: SimTime) -> &[Event] {
        let n_before = position.n_inputs.checked_sub(1).map_or(0, |last| self.n_events[last]);
        let within = self.events[n_before..]
            .iter()
            .take_while(|event| position.millis_into > 0 && event.input == position.n_inputs && event.at <= now);
        &self.events[..n_before + within.count()]
    }

    /// The branch that starts where this one is left at `position`; `world` is the world there.
    pub(super) fn cut(&self, position: Position, world: &World) -> Self {
        let mut fork = Self {
            inputs: self.inputs[..position.n_inputs].to_vec(),
            events: self.events_until(position, world.now()).to_vec(),
            n_events: self.n_events[..position.n_inputs].to_vec(),
            keyframes: self.keyframes.iter().filter(|keyframe| keyframe.position <= position).cloned().collect(),
            steps_at_keyframe: world.core.steps,
            end: world.now(),
        };
        if position.millis_into > 0 {
            let cut_short = &self.inputs[position.n_inputs];
            fork.inputs.push(Stamped { input: Input::Advance { millis: position.millis_into }, ..cut_short.clone() });
            fork.n_events.push(fork.events.len());
        }
        fork
    }

    /// How many inputs this branch begins with that others begin with, too.
    pub(super) fn n_common(&self, inputs: &[Stamped]) -> usize {
        self.inputs.iter().zip(inputs).take_while(|(mine, theirs)| mine == theirs).count()
    }

    /// The last position that this branch has in common with inputs, within an advance that one of the two cuts short included.
    pub(super) fn shared(&self, inputs: &[Stamped]) -> Position {
        let n_inputs = self.n_common(inputs);
        let millis_into = match (self.inputs.get(n_inputs), inputs.get(n_inputs)) {
            (Some(mine), Some(theirs)) if (mine.at, mine.gesture) == (theirs.at, theirs.gesture) => match (&mine.input, &theirs.input) {
                (Input::Advance { millis }, Input::Advance { millis: other }) => *millis.min(other),
                _ => 0,
            },
            _ => 0,
        };
        Position { n_inputs, millis_into }
    }

    /// When this branch and another one last agreed.
    pub(super) fn fork_moment(&self, other: &Self) -> SimTime {
        let n_common = self.n_common(&other.inputs);
        let leaves = |branch: &Self, other: &Self| match (branch.inputs.get(n_common), other.inputs.get(n_common)) {
            // the same advance, left before its end
            (Some(Stamped { at, input: Input::Advance { millis }, .. }), Some(Stamped { input: Input::Advance { .. }, .. })) => {
                at.plus(*millis)
            }
            (Some(stamped), _) => stamped.at,
            (None, _) => branch.end,
        };
        leaves(self, other).min(leaves(other, self))
    }
}
