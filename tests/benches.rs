//! Every bench played through from its list of beats: it tells every prediction in the end, and what it says is computed from the run.

mod acceleration;
mod access;
mod buckets;
mod encryption;
mod lifecycle;
mod multipart;
mod replication;
mod s3_bill;
mod s3_events;
mod scale_out;
mod storage_classes;
mod storage_kinds;
mod tiering;
mod versions;

use egui::Context;
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::Action;
use skylab::ui::theme::Theme;
use skylab::ui::{BeatKind, benches};

/// An app with a bench in front, in one of its start states.
pub struct Play {
    ctx: Context,
    app: App,
}

impl Play {
    /// Opens the bench with that id.
    pub fn open(bench: &str, start: usize) -> Self {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Lang::En, Theme::Light);
        app.apply(&ctx, Action::OpenBench(bench.to_owned()));
        app.apply(&ctx, Action::StartWith(start));
        Self { ctx, app }
    }

    /// Goes through beats, or back.
    pub fn beats(&mut self, by: i32) -> &mut Self {
        self.app.apply(&self.ctx, Action::Beat(by));
        self
    }

    /// Gives lines to the sandbox as a learner's handles do.
    pub fn act(&mut self, lines: &[&str]) -> &mut Self {
        self.app.apply(&self.ctx, Action::Act(lines.iter().map(|line| (*line).to_owned()).collect()));
        self
    }

    /// Brings a file of the disk, as a learner who types its path.
    pub fn bring(&mut self, path: std::path::PathBuf) -> &mut Self {
        self.app.apply(&self.ctx, Action::Bring(Some(path)));
        self
    }

    /// The right option of the prediction asked for last, once the run tells it.
    pub fn answer(&self) -> Option<usize> {
        self.app.answer()
    }

    /// The app itself.
    pub fn app(&self) -> &App {
        &self.app
    }
}

#[test]
fn every_prediction_is_told_by_the_end_and_not_before_anything_happened() {
    for bench in benches::all() {
        for start in 0..bench.starts().len() {
            let beats = bench.beats(start);
            let mut play = Play::open(bench.id(), start);
            let mut asked = 0;
            for (n, beat) in beats.iter().enumerate() {
                play.beats(i32::from(n > 0));
                assert_eq!(play.app().beat(), n, "{} {start}", bench.id());
                if beat.kind == BeatKind::Predict {
                    asked += 1;
                    assert!(beat.choices.len() >= 2, "{} `{}` leaves nothing to choose", bench.id(), beat.id);
                    assert_eq!(play.answer(), None, "{} `{}` tells before it happened", bench.id(), beat.id);
                }
                let asks_next = beats.get(n + 1).is_none_or(|next| next.kind == BeatKind::Predict);
                if asks_next && asked > 0 {
                    assert!(play.answer().is_some(), "{} {start}: nothing tells the prediction before `{}`", bench.id(), beat.id);
                }
            }
            assert!(asked > 0, "{} {start} asks for no prediction", bench.id());
        }
    }
}

#[test]
fn every_bench_goes_from_question_to_why() {
    for bench in benches::all() {
        for start in 0..bench.starts().len() {
            let kinds: Vec<BeatKind> = bench.beats(start).iter().map(|beat| beat.kind).collect();
            assert_eq!((kinds.first(), kinds.last()), (Some(&BeatKind::Question), Some(&BeatKind::Why)), "{} {start}", bench.id());
            for kind in [BeatKind::Predict, BeatKind::Act, BeatKind::Observe] {
                assert!(kinds.contains(&kind), "{} {start} has no {kind:?}", bench.id());
            }
        }
    }
}
