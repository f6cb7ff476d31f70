//! The sandboxes that are open: one for each start state of each bench, and a free one; one of them is in front.

use std::collections::BTreeMap;

use super::{beats::Chain, doing::Doing, stage::Stage};
use crate::ui::Bench;
use crate::ui::goals::seat_name;

/// The sandbox that belongs to no bench.
pub(super) const FREE: &str = "free";

/// A sandbox with what belongs to it: its bench, and how far the learner is in its beats.
pub(super) struct Seat {
    pub stage: Stage,
    pub chain: Chain,
    /// The number of its bench.
    pub bench: Option<usize>,
    /// The start state, counted from 0.
    pub start: usize,
    /// Hands counted for each option, by the beat that asks for a prediction.
    pub hands: BTreeMap<&'static str, Vec<u32>>,
    /// The lab that is done in it.
    pub lab: Option<Doing>,
}

/// All of them by name.
pub(super) struct Seats {
    all: BTreeMap<String, Seat>,
    front: String,
    /// The start state that each bench showed last.
    starts: BTreeMap<usize, usize>,
    free: Seat,
}

impl Seat {
    fn free() -> Self {
        Self { stage: Stage::free(), chain: Chain::default(), bench: None, start: 0, hands: BTreeMap::new(), lab: None }
    }

    /// A seat for a lab.
    pub(super) fn of_lab(stage: Stage, lab: Doing) -> Self {
        Self { stage, lab: Some(lab), ..Self::free() }
    }
}

impl Seats {
    /// Only the free one.
    pub(super) fn new() -> Self {
        Self { all: BTreeMap::new(), front: FREE.to_owned(), starts: BTreeMap::new(), free: Seat::free() }
    }

    /// The one in front.
    pub(super) fn front(&self) -> &Seat {
        self.all.get(&self.front).unwrap_or(&self.free)
    }

    /// The one in front, to be changed.
    pub(super) fn front_mut(&mut self) -> &mut Seat {
        self.all.get_mut(&self.front).unwrap_or(&mut self.free)
    }

    /// The start state that a bench showed last.
    pub(super) fn start_of(&self, bench: usize) -> usize {
        self.starts.get(&bench).copied().unwrap_or(0)
    }

    /// Whether the sandbox with that name is open.
    pub(super) fn is_open(&self, name: &str) -> bool {
        self.all.contains_key(name)
    }

    /// Opens a start state of a bench, afresh if it is open already.
    pub(super) fn open(&mut self, n: usize, bench: &dyn Bench, start: usize) {
        let seat =
            Seat { stage: Stage::open(bench, start), chain: Chain::default(), bench: Some(n), start, hands: BTreeMap::new(), lab: None };
        self.put(&seat_name(bench, start), seat);
    }

    /// Puts a seat under a name; the free one has its own.
    pub(super) fn put(&mut self, name: &str, seat: Seat) {
        if name == FREE {
            self.free = seat;
        } else {
            self.all.insert(name.to_owned(), seat);
        }
    }

    /// Brings the sandbox with that name to the front; a name that is not open brings the free one.
    pub(super) fn bring(&mut self, name: &str) {
        name.clone_into(&mut self.front);
        if let Some(Seat { bench: Some(bench), start, .. }) = self.all.get(name) {
            self.starts.insert(*bench, *start);
        }
    }

    /// The name of the one in front.
    pub(super) fn front_name(&self) -> &str {
        if self.all.contains_key(&self.front) { &self.front } else { FREE }
    }

    /// The names of all of them.
    pub(super) fn names(&self) -> Vec<String> {
        std::iter::once(FREE.to_owned()).chain(self.all.keys().cloned()).collect()
    }

    /// All of them with their names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Seat)> {
        std::iter::once((FREE, &self.free)).chain(self.all.iter().map(|(name, seat)| (name.as_str(), seat)))
    }

    /// All of them with their names, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Seat)> {
        std::iter::once((FREE, &mut self.free)).chain(self.all.iter_mut().map(|(name, seat)| (name.as_str(), seat)))
    }

    /// Closes all of them.
    pub(super) fn clear(&mut self) {
        *self = Self::new();
    }

    /// Empties the free sandbox.
    pub(super) fn reset_free(&mut self) {
        self.free = Seat::free();
    }
}
