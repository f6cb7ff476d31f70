//! The grade of a run: it goes on, on a copy, to the end of the lab's time, and the tasks are judged there.

use skylab_cloud::{Sandbox, clock::SimTime};

use super::{Attempt, Finding, State, check};

/// What a run is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Grade {
    /// Each task, in the lab's order.
    pub tasks: Vec<TaskGrade>,
    /// The bill at the end, in billionths of a dollar; `None` if a price is not known.
    pub paid: Option<i128>,
    /// Whether the bill stayed within what the lab may cost.
    pub within_budget: bool,
    /// Why the clock stopped before the end, if it did.
    pub halted: Option<String>,
    /// One hash for each service at the end: runs that end alike have the same.
    pub hashes: Vec<(String, u64)>,
}

/// What a task is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskGrade {
    /// Its id.
    pub id: String,
    /// What it counts.
    pub points: u32,
    /// Whether it was met.
    pub is_met: bool,
    /// When.
    pub since: Option<SimTime>,
    /// What was expected and what was seen.
    pub finding: Finding,
}

impl Grade {
    /// Points of the tasks that were met; none if the lab cost more than it may.
    pub fn points(&self) -> u32 {
        let met = self.tasks.iter().filter(|task| task.is_met).map(|task| task.points).sum();
        if self.within_budget { met } else { 0 }
    }

    /// Whether everything was achieved.
    pub fn is_passed(&self) -> bool {
        self.within_budget && self.tasks.iter().all(|task| task.is_met)
    }

    /// The first task that was not met.
    pub fn failed(&self) -> Option<&TaskGrade> {
        self.tasks.iter().find(|task| !task.is_met)
    }
}

impl Attempt {
    /// Grades a run of this attempt at its present position. The sandbox and the attempt stay as they are.
    pub fn grade(&self, sandbox: &Sandbox) -> Grade {
        let mut judge = self.clone();
        judge.look(sandbox);
        let left = self.end().since(sandbox.now());
        if left > 0 {
            let mut copy = sandbox.clone();
            copy.advance(left);
            judge.look(&copy);
            judge.graded(&copy)
        } else {
            judge.graded(sandbox)
        }
    }

    /// The grade of what was last looked at; `sandbox` is at the end, or beyond.
    fn graded(&self, sandbox: &Sandbox) -> Grade {
        let task = |view: super::TaskView| TaskGrade {
            id: view.id,
            points: view.points,
            is_met: view.verdict.state == State::Met,
            since: view.verdict.since,
            finding: view.verdict.finding,
        };
        let paid = check::paid(sandbox.world(), self.end());
        let limit = self.lab().file.budget_usd.as_ref().and_then(|usd| self.values().number(usd));
        Grade {
            tasks: self.tasks().into_iter().map(task).collect(),
            paid,
            within_budget: limit.is_none_or(|limit| paid.is_some_and(|paid| paid <= limit)),
            halted: sandbox.world().halted().map(str::to_owned),
            hashes: sandbox.world().hashes().into_iter().map(|(service, hash)| (service.to_owned(), hash)).collect(),
        }
    }
}
