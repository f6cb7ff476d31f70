//! What a screen asks for, collected while drawing and applied afterwards; drawing itself changes nothing.

use std::path::PathBuf;

use super::clock::Speed;
use super::lab::LabAct;
use super::theme::Theme;
use crate::i18n::Lang;
use crate::learn::lab::Mode;

/// One wish of the learner.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show the panel with this id.
    Open(String),
    /// Show the section with this id, its bench beside it.
    OpenSection(String),
    /// Show the bench with this id beside the first section that uses it.
    OpenBench(String),
    /// Speak this language.
    Language(Lang),
    /// Look like this.
    Look(Theme),
    /// Scale all text.
    TextScale(f32),
    /// Something about the simulated time.
    Clock(ClockAct),
    /// Give these `aws`, `sim` and `idea` lines to the sandbox in front, as one gesture.
    Act(Vec<String>),
    /// Give this line to the sandbox in front as typed in its terminal.
    Type(String),
    /// Empty the terminal's screen.
    ClearConsole,
    /// Keep this option of the present prediction, counted from 0.
    Predict(usize),
    /// Count a hand more, or less, for an option of the present prediction.
    Hand {
        /// The option, counted from 0.
        option: usize,
        /// 1 or -1.
        by: i32,
    },
    /// Answer a question of the section in front.
    Answer {
        /// Counted from 1.
        question: u8,
        /// Its letter.
        option: char,
    },
    /// Start the bench in front again, from that one of its start states.
    StartWith(usize),
    /// Take the last gesture back.
    Undo,
    /// Do it again.
    Redo,
    /// Go to another branch of the run, counted as the sandbox counts them.
    Branch(usize),
    /// Bring the bench back to its start.
    Reset,
    /// Go that many beats on, or back if negative.
    Beat(i32),
    /// Start presenting; nothing happens if already presenting.
    Present,
    /// End the presentation.
    EndPresentation,
    /// Cover the screen, or uncover it.
    Blank,
    /// Put this text on the clipboard.
    Copy(String),
    /// Leave out movement that only pleases, or not.
    Still(bool),
    /// Won for a dollar in hundredths of a won, and the day of that rate; dollars alone if `None`.
    Won(Option<(u32, String)>),
    /// Write progress and all runs into a file; the place is asked for if none is given.
    Export(Option<PathBuf>),
    /// Take progress and all runs out of such a file, likewise.
    Import(Option<PathBuf>),
    /// Bring a file of the learner's disk to the sandbox in front, to be uploaded; it is asked for if none is given.
    Bring(Option<PathBuf>),
    /// Start over with empty progress.
    ResetProgress,
    /// Take the last import or reset back.
    UndoReplacement,
    /// Bring the sandbox with this name to the front.
    Sandbox(String),
    /// Open or close the command palette.
    Find(bool),
    /// Show that page of the tour, counted from 0; past the last one it is over.
    Tour(usize),
    /// Light a circle around the pointer only, or everything again.
    Spotlight,
    /// Open or close the window with the instructor's notes.
    Notes,
    /// Begin a lab, or go on with it; `anew` with other numbers.
    BeginLab {
        /// The lab's id.
        id: String,
        /// How to go through it.
        mode: Mode,
        /// Leave the present attempt, if there is one, for a new one.
        anew: bool,
    },
    /// Something about the lab in front.
    Lab(LabAct),
    /// Close the message with that number.
    CloseToast(u64),
}

/// What one can do with the simulated time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockAct {
    /// Back to where the run began.
    ToStart,
    /// Back to before the last gesture or tick.
    StepBack,
    /// Run, or stop running.
    PlayPause,
    /// One step forward at the chosen speed.
    Step,
    /// Choose a speed.
    SetSpeed(Speed),
    /// To this moment of the run, in seconds since 1970.
    Seek(i64),
    /// To right after that many inputs of the run.
    SeekInput(usize),
}

/// The wishes of one frame, in order.
#[derive(Clone, Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Adds a wish.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Adds a wish if `wanted`, for `actions.when(button.clicked(), …)`.
    pub fn when(&mut self, wanted: bool, action: Action) {
        if wanted {
            self.push(action);
        }
    }

    /// Hands the wishes over, leaving none.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
