//! A sandbox in the app: commands run in it as the terminal runs them, and beside it the same run without some inputs, to
//! compare with. It draws nothing.

use serde::{Deserialize, Serialize};
use skylab_cloud::{
    Sandbox, World,
    body::Body,
    clock::SimTime,
    ident::Region,
    journal::{Input, Run, RunError, Stamped},
};
use skylab_terminal::{
    files::{FileError, Files as _, MemoryFiles},
    lex::Vars,
    shell::Shell,
    step::Step,
};

use crate::learn::lab::{REGION, Start};
use crate::ui::{
    Bench, LastAct, StageView,
    benches::samples::{self, SAMPLES},
};

/// A part of a large file that the scenes of benches upload.
const PART_FILE: &str = "part.bin";
const PART_BYTES: u64 = 64 << 20;
/// One of fifty parts of a file of 5 GB.
const FIFTIETH: (&str, u64) = ("part-100mb.bin", 100_000_000);
/// Editions of a small text that is uploaded again and again: `report-1.txt` to `report-9.txt`.
const N_REPORTS: u32 = 9;
/// A picture too small to be moved between tiers.
const THUMB: (&str, u64) = ("thumb.bin", 100 << 10);
/// Most answers that a terminal keeps on its screen.
const MAX_CONSOLE: usize = 200;
/// What begins a line for the bench's own model.
const IDEA: &str = "idea ";

/// See the module.
pub(super) struct Stage {
    sandbox: Sandbox,
    shell: Shell,
    files: MemoryFiles,
    without: Without,
    revision: u64,
    last_act: Option<LastAct>,
    /// The world before the last act.
    before: Option<World>,
    console: Vec<Step>,
    brought: Option<(String, u64)>,
    /// The states of the bench's own model, one for each gesture, and which of them is shown.
    ideas: Vec<String>,
    idea_at: usize,
    of_bench: Option<(&'static str, &'static str)>,
    /// The clock is running on: its advances belong to one gesture.
    runs: bool,
}

/// A place in a stage's history to which one can return exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    n_inputs: usize,
    now: SimTime,
    idea_at: usize,
}

/// The run it is compared with, kept in step as long as only new inputs come.
struct Without {
    start: World,
    world: World,
    /// The inputs that are in, left-out ones included.
    done: Vec<Stamped>,
}

impl Stage {
    /// The sandbox that belongs to no bench: an empty cloud.
    pub(super) fn free() -> Self {
        Self::after(&[], None, Vec::new())
    }

    /// A bench's sandbox after the commands of a start state. Undo does not reach behind them.
    pub(super) fn open(bench: &dyn Bench, start: usize) -> Self {
        let name = bench.starts().get(start).copied().unwrap_or_default();
        let opening = bench.idea().map(|idea| idea.opening(start)).filter(|opening| !opening.is_empty());
        Self::after(&bench.start(start), Some((bench.id(), name)), opening.into_iter().collect())
    }

    /// The sandbox of a lab before the learner's first act, with the lab's files.
    pub(super) fn of_lab(start: Start) -> Self {
        let mut stage = Self::after(&[], None, Vec::new());
        stage.files = start.files;
        stage.shell = Shell::new(REGION.name());
        stage.begun_with(start.sandbox.world().clone())
    }

    fn after(start: &[String], of_bench: Option<(&'static str, &'static str)>, ideas: Vec<String>) -> Self {
        let mut before = Sandbox::new(SimTime::START, 0);
        let mut shell = Shell::new(Region::SEOUL.name());
        let mut files = sample_files();
        for line in start {
            if let Some(error) = shell.run_line(&mut before, &mut files, line).and_then(|step| step.error) {
                log::error!("the start of a bench failed at `{line}`: {}", error.message);
            }
        }
        let sandbox = Sandbox::from_world(before.world().clone());
        let start = sandbox.world().clone();
        let without = Without { world: start.clone(), start, done: Vec::new() };
        Self {
            sandbox,
            shell,
            files,
            without,
            revision: 0,
            last_act: None,
            before: None,
            console: Vec::new(),
            brought: None,
            ideas,
            idea_at: 0,
            of_bench,
            runs: false,
        }
    }

    /// What the terminal's variables hold.
    pub(super) fn vars(&self) -> &Vars {
        self.shell.vars()
    }

    /// The stage with the terminal's variables as they were kept.
    pub(super) fn with_vars(mut self, vars: Vars) -> Self {
        self.shell.set_vars(vars);
        self
    }

    /// The stage with a run folded into it that was kept of one like it.
    pub(super) fn resumed(mut self, run: Run, (ideas, idea_at): (Vec<String>, usize), bench: Option<&dyn Bench>) -> Result<Self, RunError> {
        self.sandbox = Sandbox::resume(self.sandbox.start_world().clone(), run)?;
        if self.is_idea() {
            (self.ideas, self.idea_at) = (ideas, idea_at);
        }
        self.changed(false, bench);
        Ok(self)
    }

    /// The stage with another world to begin with: the model has changed, so its past cannot be folded again.
    pub(super) fn begun_with(mut self, world: World) -> Self {
        self.without = Without { start: world.clone(), world: world.clone(), done: Vec::new() };
        self.sandbox = Sandbox::from_world(world);
        self.revision += 1;
        self
    }

    /// The states of the bench's own model, and which of them is shown.
    pub(super) fn ideas(&self) -> (&[String], usize) {
        (&self.ideas, self.idea_at)
    }

    pub(super) fn view(&self) -> StageView<'_> {
        StageView {
            sandbox: &self.sandbox,
            without: &self.without.world,
            before: self.before.as_ref(),
            idea: self.ideas.get(self.idea_at).map_or("", String::as_str),
            console: &self.console,
            brought: self.brought.as_ref().map(|(name, len)| (name.as_str(), *len)),
            of_bench: self.of_bench,
            revision: self.revision,
            last_act: self.last_act.as_ref(),
        }
    }

    pub(super) fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// Whether its history is that of a bench's own model, and no cloud's.
    pub(super) fn is_idea(&self) -> bool {
        !self.ideas.is_empty()
    }

    /// Runs lines as one gesture; the first that fails ends it.
    pub(super) fn act(&mut self, lines: &[String], bench: Option<&dyn Bench>) {
        self.think(lines.iter().filter_map(|line| line.strip_prefix(IDEA)), bench);
        let commands: Vec<&String> = lines.iter().filter(|line| !line.starts_with(IDEA)).collect();
        if !commands.is_empty() {
            let steps = self.run(&commands);
            self.note(steps.last());
        }
        self.changed(false, bench);
    }

    /// Runs a line as typed: its answer stays on the terminal's screen. Gives the line as it is shown there, if it was one to run.
    pub(super) fn type_line(&mut self, line: &str, bench: Option<&dyn Bench>) -> Option<String> {
        let steps = self.run(&[&line.to_owned()]);
        let shown = steps.last().map(|step| step.line.clone());
        self.note(steps.last());
        self.show(steps);
        self.changed(false, bench);
        shown
    }

    /// Runs lines as typed, as one gesture: their answers stay on the terminal's screen. The first that fails ends it.
    pub(super) fn type_lines(&mut self, lines: &[String]) {
        let steps = self.run(&lines.iter().collect::<Vec<_>>());
        self.note(steps.last());
        self.show(steps);
        self.changed(false, None);
    }

    fn show(&mut self, steps: Vec<Step>) {
        self.console.extend(steps);
        let surplus = self.console.len().saturating_sub(MAX_CONSOLE);
        self.console.drain(..surplus);
    }

    /// Puts a file of the learner's among those that commands can upload.
    pub(super) fn bring(&mut self, name: &str, body: &Body) -> Result<(), FileError> {
        self.files.write(name, body)?;
        self.brought = Some((name.to_owned(), body.len()));
        self.revision += 1;
        Ok(())
    }

    pub(super) fn clear_console(&mut self) {
        self.console.clear();
    }

    fn run(&mut self, lines: &[&String]) -> Vec<Step> {
        let (shell, files) = (&mut self.shell, &mut self.files);
        self.before = Some(self.sandbox.world().clone());
        self.sandbox.gesture(|sandbox| {
            let mut steps = Vec::new();
            for line in lines {
                let Some(step) = shell.run_line(sandbox, files, line) else { continue };
                let failed = step.error.is_some();
                steps.push(step);
                if failed {
                    break;
                }
            }
            steps
        })
    }

    fn note(&mut self, step: Option<&Step>) {
        if let Some(step) = step {
            let refusal = step.error.as_ref().map(|error| (error.code.clone(), error.message.clone()));
            self.last_act = Some(LastAct { line: step.line.clone(), refusal });
        }
    }

    /// Gives acts to the bench's own model; together they are one gesture, hence one state to undo.
    fn think<'a>(&mut self, acts: impl Iterator<Item = &'a str>, bench: Option<&dyn Bench>) {
        let Some(idea) = bench.and_then(Bench::idea) else { return };
        let Some(before) = self.ideas.get(self.idea_at) else { return };
        let mut state: Option<String> = None;
        for act in acts {
            state = idea.after(state.as_deref().unwrap_or(before), act).or(state);
        }
        if let Some(state) = state {
            self.ideas.truncate(self.idea_at + 1);
            self.ideas.push(state);
            self.idea_at += 1;
        }
    }

    /// Lets time pass; `on` while the clock runs by itself.
    pub(super) fn advance(&mut self, millis: i64, on: bool, bench: Option<&dyn Bench>) {
        if on && self.runs {
            self.sandbox.advance_on(millis);
        } else {
            self.sandbox.advance(millis);
        }
        self.changed(on, bench);
    }

    /// Goes somewhere in the history: redo, seek, another branch.
    pub(super) fn travel(&mut self, go: impl FnOnce(&mut Sandbox), bench: Option<&dyn Bench>) {
        go(&mut self.sandbox);
        self.last_act = None;
        self.before = None;
        self.changed(false, bench);
    }

    pub(super) fn undo(&mut self, bench: Option<&dyn Bench>) {
        if self.is_idea() {
            self.idea_at = self.idea_at.saturating_sub(1);
        }
        self.travel(|sandbox| _ = sandbox.undo(), bench);
    }

    pub(super) fn redo(&mut self, bench: Option<&dyn Bench>) {
        if self.is_idea() {
            self.idea_at = (self.idea_at + 1).min(self.ideas.len() - 1);
        }
        self.travel(|sandbox| _ = sandbox.redo(), bench);
    }

    pub(super) fn can_undo(&self) -> bool {
        self.idea_at > 0 || self.sandbox.can_undo()
    }

    pub(super) fn can_redo(&self) -> bool {
        self.idea_at + 1 < self.ideas.len() || self.sandbox.can_redo()
    }

    /// Where the stage is now.
    pub(super) fn mark(&self) -> Mark {
        Mark { n_inputs: self.sandbox.inputs().len(), now: self.sandbox.now(), idea_at: self.idea_at }
    }

    /// Whether that place lies in the history of the present branch.
    pub(super) fn knows(&self, mark: Mark) -> bool {
        mark.n_inputs <= self.sandbox.all_inputs().len() && mark.now <= self.sandbox.end() && mark.idea_at < self.ideas.len().max(1)
    }

    /// Goes back, or forward again, to a mark.
    pub(super) fn go_to(&mut self, mark: Mark, bench: Option<&dyn Bench>) {
        self.idea_at = mark.idea_at;
        self.travel(
            |sandbox| {
                sandbox.seek_input(mark.n_inputs);
                if sandbox.now() != mark.now {
                    sandbox.seek(mark.now);
                }
            },
            bench,
        );
    }

    fn changed(&mut self, runs: bool, bench: Option<&dyn Bench>) {
        self.runs = runs;
        self.revision += 1;
        self.without.follow(&self.sandbox, |input| bench.is_some_and(|bench| bench.is_left_out(input)));
    }
}

/// What benches upload; a file in memory takes any path.
fn sample_files() -> MemoryFiles {
    let mut files = MemoryFiles::default();
    for (name, bytes) in [(PART_FILE, PART_BYTES), FIFTIETH, THUMB] {
        let _ = files.write(name, &Body::Zeros(bytes));
    }
    for sample in SAMPLES {
        let _ = files.write(sample.name, &sample.body());
    }
    for (name, body) in samples::records() {
        let _ = files.write(name, &body);
    }
    for edition in 1..=N_REPORTS {
        // each edition has more rows than the one before, so that their sizes tell them apart
        let rows = (1..=160 + 40 * edition).map(|row| format!("report {edition}, row {row:04}\n"));
        let text: String = std::iter::once(format!("report {edition}\n")).chain(rows).collect();
        let _ = files.write(&format!("report-{edition}.txt"), &Body::new(text.into_bytes()));
    }
    files
}

impl Without {
    fn follow(&mut self, sandbox: &Sandbox, is_left_out: impl Fn(&Input) -> bool) {
        let inputs = sandbox.inputs();
        let n_done = self.done.len();
        let known = n_done <= inputs.len() && self.done.iter().zip(inputs).all(|(done, input)| same(done, input));
        if !known || self.world.now() > sandbox.now() {
            self.world = self.start.clone();
            self.done.clear();
        }
        for stamped in &inputs[self.done.len()..] {
            self.world.run_until(stamped.at);
            match &stamped.input {
                Input::Call { origin, request } if !is_left_out(&stamped.input) => _ = self.world.call(origin, request.clone()),
                Input::Fault(fault) => _ = self.world.fault(fault),
                Input::Call { .. } | Input::Advance { .. } => {}
            }
            self.done.push(stamped.clone());
        }
        self.world.run_until(sandbox.now());
    }
}

/// An advance may have grown since; that changes nothing of what was done.
fn same(done: &Stamped, input: &Stamped) -> bool {
    let both_advance = matches!((&done.input, &input.input), (Input::Advance { .. }, Input::Advance { .. }));
    done.at == input.at && (both_advance || done.input == input.input)
}

#[cfg(test)]
#[path = "stage_tests.rs"]
mod tests;
