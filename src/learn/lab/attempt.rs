//! A learner's way through a lab: what there is to do, how it stands, which hints were taken. The sandbox is the caller's; nothing here
//! changes it.

use std::{collections::BTreeMap, sync::Arc};

use skylab_cloud::{Sandbox, clock::SimTime};

use super::{
    Arg, Check, Complaint, Lab, Mode, Pool, Start, Step, Told, Values, Verdict, When,
    check::{self, Firsts, Scene, length, moment},
    start,
    vars::PoolError,
    watch::{Item, State, Watch, Watched},
};

/// Rungs of each task's ladder of hints: symptom, place, concept, steps.
pub const N_RUNGS: u8 = 4;

/// See the module.
#[derive(Clone, Debug)]
pub struct Attempt {
    lab: Arc<Lab>,
    mode: Mode,
    seed: u64,
    values: Values,
    start: SimTime,
    end: SimTime,
    watch: Watch,
    revision: Option<u64>,
    hints: BTreeMap<String, u8>,
}

/// A task as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskView {
    /// Its id, from which its text keys follow.
    pub id: String,
    /// What it counts.
    pub points: u32,
    /// How it stands, and what was found.
    pub verdict: Verdict,
    /// Rungs of its ladder that were shown.
    pub n_hints: u8,
}

/// A checkpoint, and where it is in the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointView {
    /// Its id; empty for the start.
    pub id: String,
    /// Where to go for it; `None` if the run has not come there.
    pub restart: Option<Restart>,
}

/// A place in the learner's own run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restart {
    /// Right after that many inputs ([`Sandbox::seek_input`]).
    Input(usize),
    /// That moment ([`Sandbox::seek`]).
    Moment(SimTime),
}

/// A step of the walkthrough, variables filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// Its id, from which its text keys follow.
    pub id: String,
    /// The lines that play it.
    pub acts: Vec<String>,
    /// The code with which the last of them is refused, on purpose.
    pub refused: Option<String>,
    /// The options of its prediction, by id.
    pub options: Vec<String>,
}

impl Attempt {
    /// Begins a lab: the attempt, and the sandbox that it takes place in.
    pub fn begin(lab: &Arc<Lab>, mode: Mode, seed: u64) -> Result<(Self, Start), Complaint> {
        let values = values(lab, mode, seed)?;
        let begun = start::start(lab, &values, seed, &[])?;
        Ok((Self::of(lab, mode, seed, values, begun.sandbox.now()), begun))
    }

    pub(super) fn of(lab: &Arc<Lab>, mode: Mode, seed: u64, values: Values, start: SimTime) -> Self {
        let end = moment(start, length(&lab.file.time_limit, &values));
        let watch = Watch::default();
        Self { lab: lab.clone(), mode, seed, values, start, end, watch, revision: None, hints: BTreeMap::new() }
    }

    /// The lab.
    pub fn lab(&self) -> &Arc<Lab> {
        &self.lab
    }

    /// How the learner goes through it.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// What its variables were drawn with.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Its variables.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Its variables as arguments of its texts: `{ $bucket }`.
    pub fn args(&self) -> Vec<(String, Arg)> {
        self.values.iter().map(|(name, value)| (name.to_owned(), value.arg())).collect()
    }

    /// When it began, in its sandbox.
    pub fn start(&self) -> SimTime {
        self.start
    }

    /// When its time is over and `at_end` is judged.
    pub fn end(&self) -> SimTime {
        self.end
    }

    /// Looks at the sandbox, unless that was done at this revision of it. Cheap after a single act; after a leap in time it takes some looks
    /// in between, if a task asks for what was before.
    pub fn observe(&mut self, sandbox: &Sandbox, revision: u64) {
        if self.revision != Some(revision) {
            self.look(sandbox);
            self.revision = Some(revision);
        }
    }

    pub(super) fn look(&mut self, sandbox: &Sandbox) {
        let lab = self.lab.clone();
        let items = items(&lab);
        let watched = Watched { items: &items, values: &self.values, start: self.start, end: self.end };
        self.watch.observe(watched, sandbox);
    }

    /// True if a task asks for what was before, so that the same world may have another grade.
    pub(super) fn has_past(&self) -> bool {
        items(&self.lab).iter().any(Item::has_past) || self.lab.file.tasks.iter().any(|task| asks_trail(&task.check))
    }

    /// The tasks as they stood when last looked at.
    pub fn tasks(&self) -> Vec<TaskView> {
        let tasks = &self.lab.file.tasks;
        let verdicts = self.watch.verdicts(tasks.len());
        let view = |(task, verdict): (&super::Task, Verdict)| TaskView {
            id: task.id.clone(),
            points: task.points,
            verdict,
            n_hints: self.n_hints(&task.id),
        };
        tasks.iter().zip(verdicts).map(view).collect()
    }

    /// Points of the tasks that are met.
    pub fn points(&self) -> u32 {
        self.tasks().iter().filter(|task| task.verdict.state == State::Met).map(|task| task.points).sum()
    }

    /// The start, and the checkpoints with where they are in the run.
    pub fn checkpoints(&self, sandbox: &Sandbox) -> Vec<CheckpointView> {
        let n_tasks = self.lab.file.tasks.len();
        let mut n_watched = n_tasks;
        let mut views = vec![CheckpointView { id: String::new(), restart: Some(Restart::Input(0)) }];
        for checkpoint in &self.lab.file.checkpoints {
            let restart = match (&checkpoint.at, &checkpoint.when) {
                (Some(at), _) => {
                    let at = moment(self.start, length(at, &self.values));
                    (at <= sandbox.end()).then_some(Restart::Moment(at))
                }
                (None, Some(_)) => {
                    n_watched += 1;
                    self.watch.met(n_watched - 1).map(|(_, n_inputs)| Restart::Input(n_inputs))
                }
                (None, None) => None,
            };
            views.push(CheckpointView { id: checkpoint.id.clone(), restart });
        }
        views
    }

    /// The steps of the walkthrough; a challenge has none.
    pub fn steps(&self) -> Vec<StepView> {
        let view = |step: &Step| StepView {
            id: step.id.clone(),
            acts: step.acts.iter().map(|line| self.values.fill(line)).collect(),
            refused: step.refused.clone(),
            options: step.predict.iter().map(|(id, _)| id.clone()).collect(),
        };
        if self.mode == Mode::Challenge { Vec::new() } else { self.lab.file.walkthrough.iter().map(view).collect() }
    }

    /// The option of a step's prediction that is right, counted from 0, asked after its acts were played.
    pub fn answer(&self, step: &str, sandbox: &Sandbox) -> Option<usize> {
        let step = self.lab.file.walkthrough.iter().find(|it| it.id == step)?;
        let scene = Scene { sandbox, values: &self.values, start: self.start };
        step.predict.iter().position(|(_, check)| check::find(check, scene, &mut Firsts::new()).holds)
    }

    /// Shows the next rung of a task's hints; its number, counted from 1, or `None` if all were shown.
    pub fn take_hint(&mut self, task: &str) -> Option<u8> {
        let known = self.lab.file.tasks.iter().any(|it| it.id == task);
        let taken = self.n_hints(task);
        if !known || taken >= N_RUNGS {
            return None;
        }
        self.hints.insert(task.to_owned(), taken + 1);
        Some(taken + 1)
    }

    /// Rungs of a task's hints that were shown.
    pub fn n_hints(&self, task: &str) -> u8 {
        self.hints.get(task).copied().unwrap_or(0)
    }

    /// The hints that were shown, by task.
    pub fn hints(&self) -> &BTreeMap<String, u8> {
        &self.hints
    }

    /// Puts back the hints of an attempt that goes on.
    pub fn set_hints(&mut self, hints: &BTreeMap<String, u8>) {
        self.hints = hints.iter().map(|(task, n)| (task.clone(), (*n).min(N_RUNGS))).collect();
    }

    /// The same attempt with the lab as its author has changed it: looks are taken anew.
    pub fn reloaded(&self, lab: &Arc<Lab>) -> Result<(Self, Start), Complaint> {
        let (mut attempt, begun) = Self::begin(lab, self.mode, self.seed)?;
        attempt.set_hints(&self.hints);
        Ok((attempt, begun))
    }
}

fn asks_trail(check: &Check) -> bool {
    match check {
        Check::Trail { .. } => true,
        Check::All(checks) | Check::Any(checks) => checks.iter().any(asks_trail),
        Check::Not(inner) => asks_trail(inner),
        Check::After { first, then } => asks_trail(first) || asks_trail(then),
        _ => false,
    }
}

/// What is watched: the tasks, then the checkpoints that wait for a check.
fn items(lab: &Lab) -> Vec<Item<'_>> {
    let tasks = lab.file.tasks.iter().map(|task| Item { check: &task.check, when: &task.when });
    let waiting = lab.file.checkpoints.iter().filter(|checkpoint| checkpoint.at.is_none());
    let waiting = waiting.filter_map(|checkpoint| checkpoint.when.as_ref());
    tasks.chain(waiting.map(|check: &Check| Item { check, when: &When::Latched })).collect()
}

/// The variables of a lab for one learner.
pub fn values(lab: &Lab, mode: Mode, seed: u64) -> Result<Values, Complaint> {
    let (mut pools, over): (BTreeMap<String, Pool>, _) = (lab.file.vars.clone(), &lab.file.challenge.vars);
    if mode == Mode::Challenge {
        pools.extend(over.iter().map(|(name, pool)| (name.clone(), pool.clone())));
    }
    Values::draw(lab.id(), &pools, seed).map_err(|error| {
        let told = told(&error);
        let is_over = mode == Mode::Challenge && over.contains_key(error.name());
        lab.complaint(&format!("{}.{}", if is_over { "challenge.vars" } else { "vars" }, error.name()), told)
    })
}

fn told(error: &PoolError) -> Told {
    let told = |key: &'static str| Told::new(key).with("name", error.name());
    match error {
        PoolError::TooMany => Told::new("lab-too-many-vars").count("max", super::limits::MAX_VARS as i64),
        PoolError::Name(_) => told("lab-var-name"),
        PoolError::Empty(_) => told("lab-var-empty"),
        PoolError::TooLarge(_) => told("lab-var-too-large").count("max", super::limits::MAX_POOL),
        PoolError::Range(_, entry) => told("lab-var-range").with("entry", entry.as_str()),
        PoolError::Beside(_, other) => told("lab-var-beside").with("other", other.as_str()),
    }
}
