//! The tiering bench: its answers follow the reads that are made, whichever they are.

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::Action;
use skylab::ui::theme::Theme;
use skylab_cloud::journal::Input;

use super::Play;
use crate::cpu::Cpu;

const QUIET: usize = 0;
const UNPREDICTABLE: usize = 1;
const SMALL: usize = 2;

const READ: &str = "aws s3api get-object --bucket tiering-417 --key media.bin out.bin";
const READ_INFREQUENT: &str = "aws s3api get-object --bucket infrequent-417 --key media.bin out.bin";
const PUT_LARGE: &str = "aws s3api put-object --bucket tiering-417 --key media.bin --body part.bin --storage-class INTELLIGENT_TIERING";
const PUT_STANDARD: &str = "aws s3api put-object --bucket tiering-417 --key media.bin --body part.bin";
const ARCHIVE: &str = r#"aws s3api put-bucket-intelligent-tiering-configuration --bucket tiering-417 --id archive --intelligent-tiering-configuration '{"Id":"archive","Status":"Enabled","Tierings":[{"Days":90,"AccessTier":"ARCHIVE_ACCESS"}]}'"#;

/// The answer after the bench's own beats.
fn own(start: usize) -> Option<usize> {
    Play::open("tiering", start).beats(9).answer()
}

/// The answer after other lines than the bench's own.
fn other(start: usize, lines: &[&str]) -> Option<usize> {
    let mut play = Play::open("tiering", start);
    play.beats(1).act(lines);
    assert!(play.app().last_act().is_some_and(|act| act.refusal.is_none()), "{:?}", play.app().last_act());
    play.answer()
}

#[test]
fn a_quiet_object_is_cheapest_in_intelligent_tiering_and_one_in_standard_there_is_not() {
    assert_eq!(own(QUIET), Some(2));
    assert_eq!(other(QUIET, &["sim advance 363d"]), None, "the year is not over");
    assert_eq!(other(QUIET, &[PUT_STANDARD, "sim advance 364d"]), Some(1));
    let mut often = vec![PUT_STANDARD];
    (0..52).for_each(|_| often.extend([READ_INFREQUENT, "sim advance 7d"]));
    assert_ne!(other(QUIET, &often), Some(1), "retrieval makes Standard-IA dear");
}

#[test]
fn the_last_read_before_day_100_decides_where_the_object_lies() {
    assert_eq!(own(UNPREDICTABLE), Some(0));
    assert_eq!(other(UNPREDICTABLE, &["sim advance 60d", READ, "sim advance 40d"]), Some(1));
    assert_eq!(other(UNPREDICTABLE, &["sim advance 100d"]), Some(2));
    assert_eq!(other(UNPREDICTABLE, &["sim advance 80d", READ, "sim advance 200d"]), Some(0), "what comes later changes nothing");
    assert_eq!(other(UNPREDICTABLE, &["sim advance 99d"]), None);
    assert_eq!(other(UNPREDICTABLE, &[ARCHIVE, "sim advance 100d"]), None, "none of the three tiers");
}

#[test]
fn a_small_object_stays_in_frequent_access_and_a_large_one_does_not() {
    assert_eq!(own(SMALL), Some(0));
    assert_eq!(other(SMALL, &[PUT_LARGE, "sim advance 364d"]), Some(2));
}

#[test]
fn every_act_of_every_start_is_taken() {
    for start in [QUIET, UNPREDICTABLE, SMALL] {
        let mut play = Play::open("tiering", start);
        for _ in 0..9 {
            play.beats(1);
            assert!(play.app().last_act().is_none_or(|act| act.refusal.is_none()), "{start} {:?}", play.app().last_act());
        }
        assert_eq!(play.app().sandbox().now().since(play.app().sandbox().start()), 364 * 86_400_000);
    }
}

/// The app in a window, with the bench in front.
fn window() -> Harness<'static, Option<App>> {
    let mut harness = Harness::builder().with_size(vec2(1280.0, 720.0)).renderer(Cpu::default()).build_ui_state(
        |ui, app: &mut Option<App>| {
            if let Some(app) = app.as_mut() {
                app.frame(ui);
            }
        },
        None,
    );
    let mut app = App::new(&harness.ctx, Lang::En, Theme::Light);
    app.apply(&harness.ctx.clone(), Action::OpenBench("tiering".to_owned()));
    *harness.state_mut() = Some(app);
    harness.run();
    harness
}

/// The days on which the object in Intelligent-Tiering was read.
fn days_read(harness: &Harness<'static, Option<App>>) -> Vec<i64> {
    let sandbox = harness.state().as_ref().unwrap().sandbox();
    let reads = sandbox.inputs().iter().filter(|stamped| match &stamped.input {
        Input::Call { request, .. } => request.name() == "GetObject" && request.params()["Bucket"] == "tiering-417",
        Input::Advance { .. } | Input::Fault(_) => false,
    });
    reads.map(|stamped| stamped.at.since(sandbox.start()) / 86_400_000).collect()
}

#[test]
fn weeks_are_set_by_keys_and_by_dragging_and_then_played() {
    let mut harness = window();
    harness.get_by_label_contains("Weeks with reads.").focus();
    harness.run();
    for key in [Key::ArrowRight, Key::Space, Key::End, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    let cells = harness.get_by_label_contains("Weeks with reads.").rect();
    // a drag over two weeks near the end adds both
    let place = |weeks_from_end: f32| cells.right_center() - vec2((weeks_from_end + 0.5) * cells.width() / 66.0, 0.0);
    harness.drag_at(place(2.0));
    harness.run();
    harness.hover_at(place(1.0));
    harness.run();
    harness.drop_at(place(1.0));
    harness.run();
    harness.get_by_label("Play pattern").click();
    harness.run();
    let days = days_read(&harness);
    assert_eq!((days.first(), days.last()), (Some(&17), Some(&360)), "week 1 was taken out, the last one put in: {days:?}");
    assert!(days.len() >= 4, "{days:?}");
}
