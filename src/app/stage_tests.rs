//! Tests of a stage: the compared run, refusals, running time; what a sandbox does is tested in its own package.

use super::super::beats::Chain;
use super::*;
use crate::ui::{Beat, Panel, View, action::Actions};

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// A bench without a screen: logs, compared with the same logs without rules.
struct Logs;

impl Panel for Logs {
    fn id(&self) -> &'static str {
        "logs"
    }

    fn ui(&mut self, _: &mut egui::Ui, _: &View<'_>, _: &mut Actions) {}
}

impl Bench for Logs {
    fn start(&self, _: usize) -> Vec<String> {
        lines("aws s3 mb s3://logs-417\nsim load s3 --bucket logs-417 --bytes-per-month 31MB --object-size 1MB --for 1y")
    }

    fn beats(&self, _: usize) -> &'static [Beat] {
        const BEATS: &[Beat] = &[Beat::question("one"), Beat::act("two", &[RULE]), Beat::observe("three", &["sim advance 20d"])];
        BEATS
    }

    fn answer(&self, _: &Beat, _: &StageView<'_>) -> Option<usize> {
        None
    }

    fn present_ui(&mut self, _: &mut egui::Ui, _: &View<'_>, _: &Beat, _: &mut Actions) {}

    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { request, .. } if request.name() == "PutBucketLifecycleConfiguration")
    }
}

const BENCH: Option<&dyn Bench> = Some(&Logs);

fn stage() -> Stage {
    Stage::open(&Logs, 0)
}

const RULE: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"x","Status":"Enabled","Filter":{},"Expiration":{"Days":1}}]}'"#;

fn n_cohorts(world: &World) -> u64 {
    world.s3.bucket("logs-417").map_or(0, |bucket| bucket.stored().values().map(|class| class.n_objects).sum())
}

#[test]
fn the_compared_run_keeps_step_through_acts_undo_and_seeking() {
    let mut stage = stage();
    stage.act(&[RULE.to_owned()], BENCH);
    stage.advance(20 * 86_400_000, false, BENCH);
    assert_eq!((n_cohorts(stage.view().sandbox.world()), n_cohorts(stage.view().without)), (2, 21));
    stage.travel(|sandbox| sandbox.seek(SimTime::START.plus_days(10)), BENCH);
    assert_eq!(n_cohorts(stage.view().without), 11);
    stage.travel(|sandbox| _ = sandbox.undo(), BENCH);
    stage.travel(|sandbox| _ = sandbox.undo(), BENCH);
    assert_eq!(stage.sandbox().now(), SimTime::START);
    assert!(!stage.sandbox().can_undo(), "the start state is not undone");
}

#[test]
fn a_refusal_is_kept_with_its_code() {
    let mut stage = stage();
    stage.act(&lines("aws s3api head-bucket --bucket nobody-has-this"), BENCH);
    assert_eq!(stage.view().last_act.unwrap().refusal.as_ref().unwrap().0, "404");
}

#[test]
fn running_time_is_one_gesture() {
    let mut stage = stage();
    (0..30).for_each(|_| stage.advance(1_000, true, BENCH));
    assert_eq!(stage.sandbox().inputs().len(), 1);
    stage.advance(1_000, false, BENCH);
    stage.advance(1_000, true, BENCH);
    assert_eq!(stage.sandbox().inputs().len(), 3);
}

#[test]
fn going_back_a_beat_and_on_again_finds_the_very_states_without_a_branch() {
    let (mut stage, mut chain) = (stage(), Chain::default());
    let beats = Logs.beats(0);
    while chain.on(beats, &mut stage, &Logs) {}
    let last = (stage.mark(), stage.sandbox().world().hashes());
    stage.travel(|sandbox| sandbox.seek(SimTime::START.plus_days(5)), BENCH);
    let scrubbed = stage.mark();
    assert!(chain.back(&mut stage, &Logs) && chain.back(&mut stage, &Logs) && !chain.back(&mut stage, &Logs));
    assert_eq!((stage.sandbox().now(), stage.sandbox().inputs().len(), chain.at()), (SimTime::START, 0, 0));
    while chain.on(beats, &mut stage, &Logs) {}
    assert_eq!(stage.mark(), scrubbed, "on again leads to where the beat was left");
    stage.travel(|sandbox| sandbox.seek(last.0.now), BENCH);
    assert_eq!((stage.sandbox().world().hashes(), stage.sandbox().n_branches()), (last.1, 1));
}

#[test]
fn a_line_typed_stays_on_the_terminals_screen_with_its_answer() {
    let mut stage = stage();
    stage.type_line("aws s3 ls", BENCH);
    stage.type_line("aws s3 rb s3://nobody", BENCH);
    let console: Vec<bool> = stage.view().console.iter().map(Step::ok).collect();
    assert_eq!(console, [true, false]);
    stage.clear_console();
    assert!(stage.view().console.is_empty());
}

/// A bench whose own model counts.
struct Counting;

impl Panel for Counting {
    fn id(&self) -> &'static str {
        "counting"
    }

    fn ui(&mut self, _: &mut egui::Ui, _: &View<'_>, _: &mut Actions) {}
}

impl crate::ui::Idea for Counting {
    fn opening(&self, _: usize) -> String {
        "0".to_owned()
    }

    fn after(&self, state: &str, act: &str) -> Option<String> {
        let (now, more): (i32, i32) = (state.parse().ok()?, act.parse().ok()?);
        Some((now + more).to_string())
    }
}

impl Bench for Counting {
    fn start(&self, _: usize) -> Vec<String> {
        Vec::new()
    }

    fn beats(&self, _: usize) -> &'static [Beat] {
        &[]
    }

    fn answer(&self, _: &Beat, _: &StageView<'_>) -> Option<usize> {
        None
    }

    fn present_ui(&mut self, _: &mut egui::Ui, _: &View<'_>, _: &Beat, _: &mut Actions) {}

    fn idea(&self) -> Option<&dyn crate::ui::Idea> {
        Some(self)
    }
}

#[test]
fn lines_for_the_benchs_own_model_in_one_gesture_are_undone_together() {
    let bench: Option<&dyn Bench> = Some(&Counting);
    let mut stage = Stage::open(&Counting, 0);
    stage.act(&lines("idea 1\nidea 2"), bench);
    stage.act(&lines("idea 4\nidea nonsense"), bench);
    assert_eq!(stage.view().idea, "7");
    stage.undo(bench);
    assert_eq!(stage.view().idea, "3");
    stage.undo(bench);
    assert_eq!((stage.view().idea, stage.can_undo()), ("0", false));
}
