//! What a bench is: a start state, a chain of beats, and answers computed from the run. It draws nothing itself.

use skylab_cloud::journal::Input;

use super::{Panel, StageView, View, action::Actions};

/// A panel on which sections are tried out. The shell draws the question above it and the time bar; the panel's own `ui` draws
/// scene, handles, linked views and what happened.
pub trait Bench: Panel {
    /// Its start states by id; the first one opens. Their names are the texts `<bench>-start-<id>`.
    fn starts(&self) -> &'static [&'static str] {
        &["only"]
    }
    /// The sandbox that a start state opens with, as `aws` and `sim` lines.
    fn start(&self, start: usize) -> Vec<String>;
    /// Told when another start state comes to the front: what was being edited belongs to the one before.
    fn start_with(&mut self, _start: usize) {}
    /// The chain from question to why of a start state.
    fn beats(&self, start: usize) -> &'static [Beat];
    /// The option of a predicting beat that is right, counted from 0, computed from the run; `None` until the run tells.
    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize>;
    /// Makes the view-data anew if the sandbox has changed. The shell calls it before anything of the bench is drawn, so that the
    /// question above it, the bench and the notes all tell of the same moment.
    fn refresh(&mut self, _view: &View<'_>) {}
    /// What a beat says where it names numbers of the run; otherwise its text `<bench>-beat-<id>` is shown.
    fn beat_text(&self, _view: &View<'_>, _beat: &Beat) -> Option<String> {
        None
    }
    /// The one part of the bench that a beat needs, large, for a projector. It gets about 613 × 250 points.
    fn present_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions);
    /// True for an input that the run it is compared with leaves out.
    fn is_left_out(&self, _input: &Input) -> bool {
        false
    }
    /// The bench's own model, if its subject is no AWS resource.
    fn idea(&self) -> Option<&dyn Idea> {
        None
    }
}

/// A small model of a bench that is about no AWS resource. Its state is text, so that the shell undoes, saves and replays it; what
/// changes it are lines `idea …`, in beats and in [`super::action::Action::Act`] alike.
pub trait Idea {
    /// The state that a start state opens with; empty for one that is about the sandbox alone.
    fn opening(&self, start: usize) -> String;
    /// The state after the act (the line without `idea `); `None` if the act means nothing.
    fn after(&self, state: &str, act: &str) -> Option<String>;
    /// Whether a text is a state: one that was kept may have been damaged since.
    fn is_state(&self, _text: &str) -> bool {
        true
    }
}

/// One step of a bench. Its text is `<bench>-beat-<id>`; an instructor's note on it is `<bench>-note-<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The end of its text key.
    pub id: &'static str,
    /// What the learner does in it.
    pub kind: BeatKind,
    /// The `aws`, `sim` and `idea` lines that play it.
    pub acts: &'static [&'static str],
    /// The options of a prediction by id; each one's text is `<bench>-predict-<beat>-<id>`.
    pub choices: &'static [&'static str],
}

/// What a beat is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeatKind {
    /// Something to wonder about.
    Question,
    /// The learner says what will happen.
    Predict,
    /// Something is done.
    Act,
    /// What there is to see.
    Observe,
    /// The rule behind it.
    Why,
}

impl Beat {
    /// Something to wonder about.
    pub const fn question(id: &'static str) -> Self {
        Self { id, kind: BeatKind::Question, acts: &[], choices: &[] }
    }

    /// The learner chooses what will happen.
    pub const fn predict(id: &'static str, choices: &'static [&'static str]) -> Self {
        Self { id, kind: BeatKind::Predict, acts: &[], choices }
    }

    /// Something is done by these lines.
    pub const fn act(id: &'static str, acts: &'static [&'static str]) -> Self {
        Self { id, kind: BeatKind::Act, acts, choices: &[] }
    }

    /// There is something to see, after these lines.
    pub const fn observe(id: &'static str, acts: &'static [&'static str]) -> Self {
        Self { id, kind: BeatKind::Observe, acts, choices: &[] }
    }

    /// The rule behind it.
    pub const fn why(id: &'static str) -> Self {
        Self { id, kind: BeatKind::Why, acts: &[], choices: &[] }
    }
}
