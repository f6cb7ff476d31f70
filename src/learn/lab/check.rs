//! Checks: questions to a sandbox, each answered with what was expected and what was seen. They act on copies and leave no trace.

mod cost;
mod query;
mod reads;
mod restore;

use std::collections::BTreeSet;

use skylab_cloud::{Sandbox, clock::SimTime};
use skylab_terminal::sim::{Span, span};

use super::{Check, Told, Values};
pub(super) use cost::paid;

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether it holds.
    pub holds: bool,
    /// What was expected.
    pub expected: Told,
    /// What was seen.
    pub seen: Told,
}

/// What checks look at.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The learner's sandbox.
    pub sandbox: &'a Sandbox,
    /// The lab's variables.
    pub values: &'a Values,
    /// When the lab began.
    pub start: SimTime,
}

/// Which checks that come first in an `after` have held so far, by their number.
pub(super) type Firsts = BTreeSet<usize>;

/// Asks a check. `firsts` is what held before, and is added to.
pub(super) fn find(check: &Check, scene: Scene<'_>, firsts: &mut Firsts) -> Finding {
    Asker { scene, firsts, n_after: 0 }.find(check)
}

struct Asker<'a> {
    scene: Scene<'a>,
    firsts: &'a mut Firsts,
    n_after: usize,
}

impl Asker<'_> {
    fn find(&mut self, check: &Check) -> Finding {
        let scene = self.scene;
        match check {
            Check::Query { .. } => query::query(check, scene),
            Check::Fails { call, by, code } => query::fails(call, by.as_deref(), code, scene),
            Check::Trail { call, code } => query::trail(call, code.as_deref(), scene),
            Check::Reads { failed_max, over } => reads::reads(failed_max, over, scene),
            Check::Restore { bucket, key, within } => restore::restore(bucket, key, within, scene),
            Check::Cost { below_usd, over } => cost::cost(below_usd, over, scene),
            Check::All(checks) => self.all(checks),
            Check::Any(checks) => self.any(checks),
            Check::Not(inner) => {
                let found = self.find(inner);
                Finding { holds: !found.holds, expected: Told::new("check-not").with("what", found.expected), seen: found.seen }
            }
            Check::After { first, then } => self.after(first, then),
        }
    }

    /// The first that does not hold speaks for all.
    fn all(&mut self, checks: &[Check]) -> Finding {
        let found: Vec<Finding> = checks.iter().map(|check| self.find(check)).collect();
        let holds = found.iter().all(|finding| finding.holds);
        let speaks = found.iter().position(|finding| !finding.holds).unwrap_or_default();
        found.into_iter().nth(speaks).unwrap_or(Finding { holds, expected: Told::new("check-nothing"), seen: Told::new("check-nothing") })
    }

    fn any(&mut self, checks: &[Check]) -> Finding {
        let found: Vec<Finding> = checks.iter().map(|check| self.find(check)).collect();
        if let Some(held) = found.iter().find(|finding| finding.holds) {
            return held.clone();
        }
        let list = |pick: fn(&Finding) -> &Told| super::Arg::List(found.iter().map(|finding| pick(finding).clone()).collect());
        Finding {
            holds: false,
            expected: Told::new("check-any").with("list", list(|finding| &finding.expected)),
            seen: Told::new("check-seen-each").with("list", list(|finding| &finding.seen)),
        }
    }

    fn after(&mut self, first: &Check, then: &Check) -> Finding {
        let number = self.n_after;
        self.n_after += 1;
        let before = self.find(first);
        if before.holds {
            self.firsts.insert(number);
        }
        // asked in any case, so that numbers do not shift
        let now = self.find(then);
        if !self.firsts.contains(&number) {
            return Finding { holds: false, ..before };
        }
        now
    }
}

/// A length of time of a lab; lint refuses what is none.
pub(super) fn length(text: &str, values: &Values) -> Span {
    span(&values.fill(text)).unwrap_or_default()
}

/// A moment that long after another.
pub(super) fn moment(from: SimTime, length: Span) -> SimTime {
    from.plus_months(length.months).plus(length.millis)
}
