//! Everything one sees: panels turn a sandbox into view-data, draw it, and ask for actions; they never change the cloud.

pub mod action;
pub mod benches;
pub mod clock;
mod drawer;
pub mod frame;
pub mod panels;
mod shortcuts;
pub mod theme;
mod timebar;
pub mod widgets;

use skylab_cloud::{Sandbox, World, journal::Input};

use crate::i18n::{self, Arg, Lang};
use action::Actions;
use clock::ClockView;
use theme::{Palette, Theme};
use widgets::Icon;

/// Everything a panel may look at while it draws one frame.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The language of all text.
    pub lang: Lang,
    /// The look.
    pub theme: Theme,
    /// The scale of all text, 1 unless the learner changed it.
    pub text_scale: f32,
    /// The clock of the sandbox in front.
    pub clock: &'a ClockView,
    /// The sandbox in front, to be read.
    pub stage: StageView<'a>,
    /// Where the learner is in the bench's beats, if the panel in front is a bench.
    pub beat: Option<BeatPosition>,
}

impl View<'_> {
    /// The text of `key`.
    pub fn tr(&self, key: &str) -> String {
        i18n::tr(self.lang, key, &[])
    }

    /// The text of `key` with its arguments.
    pub fn tr_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        i18n::tr(self.lang, key, args)
    }

    /// The colours of the look.
    pub fn palette(&self) -> &'static Palette {
        self.theme.palette()
    }

    /// Whether the screen is presented: one part at a time, no rail, a strip at the foot.
    pub fn presents(&self) -> bool {
        self.theme == Theme::Projector
    }
}

/// The sandbox in front as a panel may see it.
#[derive(Clone, Copy)]
pub struct StageView<'a> {
    /// The sandbox itself.
    pub sandbox: &'a Sandbox,
    /// The same run without what [`Bench::is_left_out`] names, to compare with.
    pub without: &'a World,
    /// Grows with every change: view-data of an older one is stale.
    pub revision: u64,
    /// The last command, if one was given since the start.
    pub last_act: Option<&'a LastAct>,
}

/// The last command and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAct {
    /// As typed in the terminal.
    pub line: String,
    /// AWS's code and wording if it was refused.
    pub refusal: Option<(String, String)>,
}

/// The present beat, counted from 0, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeatPosition {
    /// The present one.
    pub index: usize,
    /// How many there are.
    pub n_beats: usize,
}

/// Where a panel is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the rail, with this icon.
    Rail(Icon),
    /// At the foot of the rail, with what is not about learning.
    RailFoot(Icon),
    /// On the course map: the text key of its module, and the number of its section.
    Section {
        /// Such as `module-storage`.
        module: &'static str,
        /// Such as `2.4.5`.
        number: &'static str,
    },
}

/// One screen. Its name is the text `panel-<id>`.
pub trait Panel {
    /// A word that never changes: for `skylab shot`, saved states and tests.
    fn id(&self) -> &'static str;
    /// Where it is found.
    fn place(&self) -> Place;
    /// Draws it into `ui`, which is exactly its area.
    fn ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, actions: &mut Actions);
    /// The bench inside, if the panel is one.
    fn bench(&self) -> Option<&dyn Bench> {
        None
    }
    /// Makes the bench inside start from another of its start states, counted from 0.
    fn start_with(&mut self, _start: usize) {}
}

/// A panel on which one section is tried out.
pub trait Bench: Panel {
    /// The sandbox it opens with, as `aws` and `sim` lines.
    fn start(&self) -> Vec<String>;
    /// How many start states one can choose from.
    fn n_starts(&self) -> usize {
        1
    }
    /// Its chain from question to why.
    fn beats(&self) -> &'static [Beat];
    /// True for an input that the run it is compared with leaves out.
    fn is_left_out(&self, _input: &Input) -> bool {
        false
    }
}

/// One step of a bench. Its text is `<bench>-beat-<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The end of its text key.
    pub id: &'static str,
    /// What the learner does in it.
    pub kind: BeatKind,
    /// The `aws` and `sim` lines that play it.
    pub acts: &'static [&'static str],
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

/// The name of a panel in the learner's language.
pub fn panel_name(lang: Lang, id: &str) -> String {
    i18n::tr(lang, &format!("panel-{id}"), &[])
}
