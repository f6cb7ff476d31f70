//! How tasks stand over a run: the cloud is looked at after each input and at fixed moments between, so that the same run stands the same
//! however it was played. It remembers its looks, and takes them back where the run goes back.

use skylab_cloud::{
    Sandbox,
    clock::SimTime,
    journal::{Input, Stamped},
};

use super::{
    Check, Finding, Told, Values, When,
    check::{self, Firsts, Scene, length, moment},
    limits::N_LOOKS,
};

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its check does not hold.
    Open,
    /// It holds now; whether that is enough, time will tell.
    Seen,
    /// It is achieved.
    Met,
}

/// A task as it stands, and what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How it stands.
    pub state: State,
    /// When it was met.
    pub since: Option<SimTime>,
    /// What was found last.
    pub finding: Finding,
}

/// A check with when it must hold.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub check: &'a Check,
    pub when: &'a When,
}

impl Item<'_> {
    /// True if what was before matters, not only what is.
    pub fn has_past(&self) -> bool {
        *self.when != When::AtEnd || has_after(self.check)
    }
}

fn has_after(check: &Check) -> bool {
    match check {
        Check::After { .. } => true,
        Check::All(checks) | Check::Any(checks) => checks.iter().any(has_after),
        Check::Not(inner) => has_after(inner),
        _ => false,
    }
}

/// What is watched, and when.
#[derive(Clone, Copy)]
pub(super) struct Watched<'a> {
    pub items: &'a [Item<'a>],
    pub values: &'a Values,
    /// When the lab began.
    pub start: SimTime,
    /// When `at_end` is judged.
    pub end: SimTime,
}

/// What is remembered of an item.
#[derive(Clone, Debug, Default, PartialEq)]
struct Memory {
    firsts: Firsts,
    held_since: Option<SimTime>,
    /// When it was met, and after how many inputs.
    met: Option<(SimTime, usize)>,
}

/// A look at the cloud.
#[derive(Clone, Debug)]
struct Look {
    /// After that many inputs, and so far into the following advance.
    n_inputs: usize,
    at: SimTime,
    memories: Vec<Memory>,
    /// Of the items that were asked.
    findings: Vec<Option<Finding>>,
}

/// The looks so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch {
    looks: Vec<Look>,
    inputs: Vec<Stamped>,
}

/// Where to look: see [`Look`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    n_inputs: usize,
    at: SimTime,
    /// Within the advance that follows the inputs.
    within: bool,
}

impl Watch {
    /// Looks wherever the run has not been looked at yet.
    pub(super) fn observe(&mut self, watched: Watched<'_>, sandbox: &Sandbox) {
        self.go_back(sandbox);
        let points = self.points(watched, sandbox);
        let Some((last, before)) = points.split_last() else { return };
        if !before.is_empty() {
            let mut traveller = sandbox.clone();
            for point in before {
                if point.within {
                    traveller.seek(point.at);
                } else {
                    traveller.seek_input(point.n_inputs);
                }
                self.look(watched, *point, &traveller, point.at == watched.end);
            }
        }
        if last.at <= watched.end {
            self.look(watched, *last, sandbox, true);
        }
    }

    /// Forgets the looks that are not of this run, or come later in it. An advance that has grown since was looked at within, and at its old
    /// end only by chance: so the looks do not depend on how time was played.
    fn go_back(&mut self, sandbox: &Sandbox) {
        let (inputs, now) = (sandbox.inputs(), sandbox.now());
        let n_same = self.inputs.iter().zip(inputs).take_while(|(mine, theirs)| mine == theirs).count();
        self.looks.retain(|look| {
            if look.n_inputs > n_same {
                return false;
            }
            let after = look.n_inputs.checked_sub(1).map_or(sandbox.start(), |last| end_of(&inputs[last]));
            let passes = |next: &Stamped| matches!(next.input, Input::Advance { .. }) && look.at <= end_of(next);
            look.at == after || inputs.get(look.n_inputs).map_or(look.at <= now, passes)
        });
        self.inputs.truncate(n_same);
        self.inputs.extend_from_slice(&inputs[n_same..]);
    }

    fn points(&self, watched: Watched<'_>, sandbox: &Sandbox) -> Vec<Point> {
        let has_past = watched.items.iter().any(Item::has_past);
        let (inputs, now) = (sandbox.inputs(), sandbox.now());
        let mut points = Vec::new();
        let last = self.looks.last();
        let (from, since) = last.map_or((0, None), |look| (look.n_inputs, Some(look.at)));
        if since.is_none() {
            points.push(Point { n_inputs: 0, at: sandbox.start(), within: false });
        }
        let mut moment = since.unwrap_or(sandbox.start());
        for (n, stamped) in inputs.iter().enumerate().skip(from) {
            let end = end_of(stamped);
            points.extend(grid(watched, moment, end).map(|at| Point { n_inputs: n, at, within: true }));
            points.push(Point { n_inputs: n + 1, at: end, within: false });
            moment = end;
        }
        // the present lies within an advance
        points.extend(grid(watched, moment, now).map(|at| Point { n_inputs: inputs.len(), at, within: true }));
        let present = Point { n_inputs: inputs.len(), at: now, within: moment < now };
        if points.last() != Some(&present) {
            points.push(present);
        }
        let n_last = points.len() - 1;
        let keeps = |n: usize, point: &Point| n == n_last || point.at <= watched.end && (has_past || point.at == watched.end);
        points.into_iter().enumerate().filter(|(n, point)| keeps(*n, point)).map(|(_, point)| point).collect()
    }

    /// Looks. What has no past is asked only if `whole`.
    fn look(&mut self, watched: Watched<'_>, point: Point, sandbox: &Sandbox, whole: bool) {
        let before = self.looks.last().map(|look| look.memories.clone()).unwrap_or_default();
        let scene = Scene { sandbox, values: watched.values, start: watched.start };
        let mut look = Look { n_inputs: point.n_inputs, at: point.at, memories: Vec::new(), findings: Vec::new() };
        for (n, item) in watched.items.iter().enumerate() {
            let mut memory = before.get(n).cloned().unwrap_or_default();
            if !whole && !item.has_past() {
                look.memories.push(memory);
                look.findings.push(None);
                continue;
            }
            let finding = check::find(item.check, scene, &mut memory.firsts);
            memory.held_since = finding.holds.then(|| memory.held_since.unwrap_or(point.at));
            let is_met = match item.when {
                When::AtEnd => point.at == watched.end && finding.holds,
                When::Latched => finding.holds,
                When::HeldFor(text) => memory.held_since.is_some_and(|since| moment(since, length(text, watched.values)) <= point.at),
            };
            match item.when {
                // acts at the very end may still spoil it
                When::AtEnd => memory.met = is_met.then_some((point.at, point.n_inputs)),
                _ => memory.met = memory.met.or(is_met.then_some((point.at, point.n_inputs))),
            }
            look.memories.push(memory);
            look.findings.push(Some(finding));
        }
        // a look without a change of the run replaces the one before
        if self.looks.last().is_some_and(|last| (last.n_inputs, last.at) == (look.n_inputs, look.at)) {
            self.looks.pop();
        }
        self.looks.push(look);
    }

    /// How the items stand at the last look.
    pub(super) fn verdicts(&self, n_items: usize) -> Vec<Verdict> {
        (0..n_items).map(|n| self.verdict(n)).collect()
    }

    fn verdict(&self, n: usize) -> Verdict {
        let memory = self.looks.last().and_then(|look| look.memories.get(n));
        let finding = self.looks.iter().rev().find_map(|look| look.findings.get(n).cloned().flatten());
        let finding = finding.unwrap_or(Finding { holds: false, expected: Told::new("check-nothing"), seen: Told::new("check-nothing") });
        let since = memory.and_then(|memory| memory.met).map(|(at, _)| at);
        let state = match since {
            Some(_) => State::Met,
            None if finding.holds => State::Seen,
            None => State::Open,
        };
        Verdict { state, since, finding }
    }

    /// When an item was met, and after how many inputs.
    pub(super) fn met(&self, n: usize) -> Option<(SimTime, usize)> {
        self.looks.last().and_then(|look| look.memories.get(n)?.met)
    }
}

/// When an input is over.
fn end_of(stamped: &Stamped) -> SimTime {
    match stamped.input {
        Input::Advance { millis } => stamped.at.plus(millis),
        _ => stamped.at,
    }
}

/// The fixed moments strictly between two moments: so many over the lab's time, and its end.
fn grid(watched: Watched<'_>, from: SimTime, to: SimTime) -> impl Iterator<Item = SimTime> {
    let step = (watched.end.since(watched.start) / N_LOOKS).max(1);
    let first = from.since(watched.start).div_euclid(step) + 1;
    let (start, end) = (watched.start, watched.end);
    // the last one is the end itself, however the division comes out
    (first..N_LOOKS).map(move |n| start.plus(n * step)).chain([end]).filter(move |at| *at > from).take_while(move |at| *at < to)
}

#[cfg(test)]
#[path = "watch_tests.rs"]
mod tests;
