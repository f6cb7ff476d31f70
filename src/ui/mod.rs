//! Everything one sees: panels turn a sandbox into view-data, draw it, and ask for actions; they never change the cloud.

pub mod action;
pub mod beats;
pub mod bench;
pub mod benches;
pub mod clock;
pub mod console;
pub mod drawer;
pub mod figures;
pub mod finder;
pub mod frame;
pub mod goals;
pub mod lab;
pub mod lesson;
pub mod panels;
mod present;
mod questions;
pub mod result;
mod sandboxes;
pub mod section;
mod shortcuts;
pub mod theme;
mod timebar;
pub mod toasts;
pub mod told;
mod tour;
pub mod widgets;

pub use bench::{Beat, BeatKind, Bench, Idea};

use skylab_cloud::{Request, Sandbox, World, api::Origin, journal::Input};
use skylab_terminal::step::Step;

use crate::i18n::{self, Arg, Lang};
use crate::learn::course::Section;
use crate::progress::{Prediction, Progress};
use action::Actions;
use clock::ClockView;
use goals::Goals;
use lab::{LabView, Labs};
use theme::{Palette, Theme};

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
    /// Where the learner is in the bench's beats, if a bench is in front.
    pub beat: Option<BeatView<'a>>,
    /// The section that is open, if one is.
    pub section: Option<&'static Section>,
    /// What the learner has done so far.
    pub progress: &'a Progress,
    /// What each section asks for.
    pub goals: &'a Goals,
    /// Where progress is kept; `None` if it is nowhere.
    pub folder: Option<&'a std::path::Path>,
    /// Whether an import or a reset can be taken back.
    pub can_undo_replacement: bool,
    /// Whether movement that only pleases is left out.
    pub still: bool,
    /// Messages to show.
    pub toasts: &'a [toasts::Toast],
    /// The names of all open sandboxes.
    pub sandboxes: &'a [String],
    /// The name of the one in front.
    pub front: &'a str,
    /// The labs that there are.
    pub labs: &'a Labs,
    /// The lab that is done in the sandbox in front, if one is.
    pub lab: Option<LabView<'a>>,
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
    /// The world before the last act, if there was one: what it changed is the difference.
    pub before: Option<&'a World>,
    /// The state of the bench's own model, if it is an [`Idea`]; empty otherwise.
    pub idea: &'a str,
    /// A file of the learner's disk that was brought here, by the name under which commands find it, with its length in bytes.
    pub brought: Option<(&'a str, u64)>,
    /// What was typed in this sandbox's terminal, with the answers, oldest first.
    pub console: &'a [Step],
    /// The bench that the sandbox belongs to and its start state, both by id; `None` for the free sandbox.
    pub of_bench: Option<(&'static str, &'static str)>,
    /// Grows with every change: view-data of an older one is stale.
    pub revision: u64,
    /// The last command, if one was given since the start.
    pub last_act: Option<&'a LastAct>,
}

impl<'a> StageView<'a> {
    /// A sandbox and the run it is compared with, and nothing done yet.
    pub fn of(sandbox: &'a Sandbox, without: &'a World) -> Self {
        Self { sandbox, without, before: None, idea: "", brought: None, console: &[], of_bench: None, revision: 0, last_act: None }
    }
}

impl StageView<'_> {
    /// The world right after the first request of the run that is meant; it is told who asked what, and whether it was granted.
    pub fn world_after(&self, is_meant: impl Fn(&Origin, &Request, bool) -> bool) -> Option<World> {
        let mut world = self.sandbox.start_world().clone();
        for stamped in self.sandbox.inputs() {
            world.run_until(stamped.at);
            match &stamped.input {
                Input::Call { origin, request } => {
                    let is_granted = world.call(origin, request.clone()).is_ok();
                    if is_meant(origin, request, is_granted) {
                        return Some(world);
                    }
                }
                Input::Fault(fault) => _ = world.fault(fault),
                Input::Advance { .. } => {}
            }
        }
        None
    }
}

/// The last command and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAct {
    /// As typed in the terminal.
    pub line: String,
    /// AWS's code and wording if it was refused.
    pub refusal: Option<(String, String)>,
}

/// Where the learner is in the chain of beats.
#[derive(Clone, Copy, Debug)]
pub struct BeatView<'a> {
    /// The present one, counted from 0.
    pub index: usize,
    /// All of the present start state.
    pub beats: &'static [Beat],
    /// The start state, counted from 0.
    pub start: usize,
    /// The last prediction asked for up to here, if any: its beat, and what the learner keeps.
    pub asked: Option<Asked<'a>>,
    /// Hands counted for each option of that prediction.
    pub hands: &'a [u32],
}

/// A prediction that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The beat that asks.
    pub beat: &'static Beat,
    /// What the learner keeps.
    pub kept: Option<&'a Prediction>,
    /// The option that turned out right, counted from 0, once the run tells.
    pub answer: Option<usize>,
}

impl BeatView<'_> {
    /// The present beat.
    pub fn now(&self) -> Option<&'static Beat> {
        self.beats.get(self.index)
    }
}

/// One screen. Its name is the text `panel-<id>`.
pub trait Panel {
    /// A word that never changes: for `skylab shot`, saved states and tests.
    fn id(&self) -> &'static str;
    /// Draws it into `ui`, which is exactly its area.
    fn ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, actions: &mut Actions);
    /// Whether it shows the sandbox in front, and so wants its clock beside it.
    fn shows_stage(&self) -> bool {
        false
    }
}

/// The name of a panel in the learner's language.
pub fn panel_name(lang: Lang, id: &str) -> String {
    i18n::tr(lang, &format!("panel-{id}"), &[])
}

/// A section as people call it: number and name.
pub fn section_name(lang: Lang, section: &Section) -> String {
    let name = i18n::tr(lang, &format!("section-{}", section.key()), &[]);
    format!("{} {name}", section.id)
}
