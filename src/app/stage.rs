//! A sandbox in the app: commands run in it as the terminal runs them, and beside it the same run without some inputs, to
//! compare with. It draws nothing.

use skylab_cloud::{
    Sandbox, World,
    body::Body,
    clock::SimTime,
    ident::Region,
    journal::{Input, Stamped},
};
use skylab_terminal::{
    files::{Files as _, MemoryFiles},
    shell::Shell,
};

use crate::ui::{LastAct, StageView};

/// A part of a large file that the scenes of benches upload.
const PART_FILE: &str = "part.bin";
const PART_BYTES: u64 = 64 << 20;

/// See the module.
pub(super) struct Stage {
    sandbox: Sandbox,
    shell: Shell,
    files: MemoryFiles,
    without: Without,
    revision: u64,
    last_act: Option<LastAct>,
    /// The clock is running on: its advances belong to one gesture.
    runs: bool,
}

/// The run it is compared with, kept in step as long as only new inputs come.
struct Without {
    start: World,
    world: World,
    /// The inputs that are in, left-out ones included.
    done: Vec<Stamped>,
}

impl Stage {
    /// A sandbox after the commands of a start state. Undo does not reach behind them.
    pub(super) fn open(start: &[String]) -> Self {
        let mut before = Sandbox::new(SimTime::START, 0);
        let mut shell = Shell::new(Region::SEOUL.name());
        let mut files = MemoryFiles::default();
        // what a bench uploads; a file in memory takes any path
        let _ = files.write(PART_FILE, &Body::Zeros(PART_BYTES));
        for line in start {
            if let Some(error) = shell.run_line(&mut before, &mut files, line).and_then(|step| step.error) {
                log::error!("the start of a bench failed at `{line}`: {}", error.message);
            }
        }
        let world = before.world().clone();
        let sandbox = Sandbox::from_world(world);
        let start = sandbox.world().clone();
        let without = Without { world: start.clone(), start, done: Vec::new() };
        Self { sandbox, shell, files, without, revision: 0, last_act: None, runs: false }
    }

    pub(super) fn view(&self) -> StageView<'_> {
        StageView { sandbox: &self.sandbox, without: &self.without.world, revision: self.revision, last_act: self.last_act.as_ref() }
    }

    pub(super) fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// Runs commands as one gesture; the first that fails ends it.
    pub(super) fn act(&mut self, lines: &[String], is_left_out: impl Fn(&Input) -> bool) {
        let (shell, files) = (&mut self.shell, &mut self.files);
        let last_act = self.sandbox.gesture(|sandbox| {
            let mut last_act = None;
            for line in lines {
                let Some(step) = shell.run_line(sandbox, files, line) else { continue };
                let refusal = step.error.map(|error| (error.code, error.message));
                let failed = refusal.is_some();
                last_act = Some(LastAct { line: step.line, refusal });
                if failed {
                    break;
                }
            }
            last_act
        });
        self.last_act = last_act.or(self.last_act.take());
        self.changed(false, is_left_out);
    }

    /// Lets time pass; `on` while the clock runs by itself.
    pub(super) fn advance(&mut self, millis: i64, on: bool, is_left_out: impl Fn(&Input) -> bool) {
        if on && self.runs {
            self.sandbox.advance_on(millis);
        } else {
            self.sandbox.advance(millis);
        }
        self.changed(on, is_left_out);
    }

    /// Goes somewhere in the history: undo, redo, seek.
    pub(super) fn travel(&mut self, go: impl FnOnce(&mut Sandbox), is_left_out: impl Fn(&Input) -> bool) {
        go(&mut self.sandbox);
        self.last_act = None;
        self.changed(false, is_left_out);
    }

    fn changed(&mut self, runs: bool, is_left_out: impl Fn(&Input) -> bool) {
        self.runs = runs;
        self.revision += 1;
        self.without.follow(&self.sandbox, is_left_out);
    }
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
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    fn stage() -> Stage {
        Stage::open(&lines("aws s3 mb s3://logs-417\nsim load s3 --bucket logs-417 --bytes-per-month 31MB --object-size 1MB --for 1y"))
    }

    fn leaves_rules_out(input: &Input) -> bool {
        matches!(input, Input::Call { request, .. } if request.name() == "PutBucketLifecycleConfiguration")
    }

    const RULE: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"x","Status":"Enabled","Filter":{},"Expiration":{"Days":1}}]}'"#;

    fn n_cohorts(world: &World) -> u64 {
        world.s3.bucket("logs-417").map_or(0, |bucket| bucket.stored().values().map(|class| class.n_objects).sum())
    }

    #[test]
    fn the_compared_run_keeps_step_through_acts_undo_and_seeking() {
        let mut stage = stage();
        stage.act(&[RULE.to_owned()], leaves_rules_out);
        stage.advance(20 * 86_400_000, false, leaves_rules_out);
        assert_eq!((n_cohorts(stage.view().sandbox.world()), n_cohorts(stage.view().without)), (2, 21));
        stage.travel(|sandbox| sandbox.seek(SimTime::START.plus_days(10)), leaves_rules_out);
        assert_eq!(n_cohorts(stage.view().without), 11);
        stage.travel(|sandbox| _ = sandbox.undo(), leaves_rules_out);
        stage.travel(|sandbox| _ = sandbox.undo(), leaves_rules_out);
        assert_eq!(stage.sandbox().now(), SimTime::START);
        assert!(!stage.sandbox().can_undo(), "the start state is not undone");
    }

    #[test]
    fn a_refusal_is_kept_with_its_code() {
        let mut stage = stage();
        stage.act(&lines("aws s3api head-bucket --bucket nobody-has-this"), leaves_rules_out);
        assert_eq!(stage.view().last_act.unwrap().refusal.as_ref().unwrap().0, "404");
    }

    #[test]
    fn running_time_is_one_gesture() {
        let mut stage = stage();
        (0..30).for_each(|_| stage.advance(1_000, true, leaves_rules_out));
        assert_eq!(stage.sandbox().inputs().len(), 1);
        stage.advance(1_000, false, leaves_rules_out);
        stage.advance(1_000, true, leaves_rules_out);
        assert_eq!(stage.sandbox().inputs().len(), 3);
    }
}
