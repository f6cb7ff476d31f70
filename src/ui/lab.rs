//! Labs on the screen: what there is to choose from, and the guide beside the screens of the lab that is being done. It decides nothing.

mod guide;
mod present;
mod result;
mod steps;
mod tasks;

use std::{collections::BTreeMap, path::PathBuf};

use egui::{Label, TextStyle, Ui};
use serde::{Deserialize, Serialize};

use super::{View, lesson};
use crate::i18n::{Arg, Lang, Texts};
use crate::learn::lab::{Attempt, Shelf};
use crate::ui::result::{self as cards, Card};

pub use guide::Guide;
pub(super) use present::ui as present_ui;
pub(super) use steps::strip_ui;

/// The labs that there are, with their texts in one language.
#[derive(Debug)]
pub struct Labs {
    shelf: Shelf,
    texts: BTreeMap<String, Texts>,
    lang: Lang,
}

impl Labs {
    /// Those on a shelf.
    pub fn of(shelf: Shelf, lang: Lang) -> Self {
        let texts = shelf.iter().filter_map(|shelved| Some((shelved.id.clone(), cards::texts(shelved.lab.as_ref().ok()?, lang)))).collect();
        Self { shelf, texts, lang }
    }

    /// The same in another language, or unchanged if it is this one.
    pub fn speak(&mut self, lang: Lang) {
        if lang != self.lang {
            *self = Self::of(std::mem::take(&mut self.shelf), lang);
        }
    }

    /// The shelf.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The texts of a lab.
    pub fn texts(&self, id: &str) -> Option<&Texts> {
        self.texts.get(id)
    }

    /// What a lab is called; its id if it is gone.
    pub fn title(&self, id: &str) -> String {
        self.texts(id).and_then(|texts| texts.get("title", &[])).unwrap_or_else(|| id.to_owned())
    }
}

/// How far a learner is in a walkthrough, and what was predicted on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Way {
    /// The present step, counted from 0.
    pub step: usize,
    /// Whether its acts were played.
    pub played: bool,
    /// The option that was chosen, by step.
    pub predicted: BTreeMap<String, String>,
    /// The option that turned out right, by step.
    pub seen: BTreeMap<String, String>,
}

/// The lab of the sandbox in front, as screens may see it.
#[derive(Clone, Copy)]
pub struct LabView<'a> {
    /// The attempt.
    pub attempt: &'a Attempt,
    /// The lab's texts.
    pub texts: &'a Texts,
    /// Its variables, as arguments of the texts.
    pub args: &'a [(String, Arg<'static>)],
    /// How far the walkthrough is.
    pub way: &'a Way,
    /// How it was graded, once the learner has asked.
    pub card: Option<&'a Card>,
    /// Whether the guide is a window of its own instead of standing at the left.
    pub floats: bool,
}

impl LabView<'_> {
    /// A text of the lab, its variables filled in.
    pub fn text(&self, key: &str) -> String {
        let args: Vec<(&str, Arg<'_>)> = self.args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        self.texts.text(key, &args)
    }
}

/// What a learner asks of the lab in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabAct {
    /// Play the acts of the present step.
    Play,
    /// Go on to the next step.
    Next,
    /// Go back to the state in which the step before was left.
    Back,
    /// Keep this option of the present step's prediction.
    Predict(String),
    /// Show the next rung of a task's hints.
    Hint(String),
    /// Go back to a checkpoint, counted as the attempt counts them.
    Restart(usize),
    /// Let time pass until the lab's time is over.
    ToEnd,
    /// Grade it, on a copy that goes on to the end.
    Finish,
    /// Put the grade away and go on.
    CloseCard,
    /// Save the attempt under the learner's name, to be handed in; the place is asked for if none is given.
    HandIn {
        /// As the learner says; may be empty.
        learner: String,
        /// Where to.
        path: Option<PathBuf>,
    },
    /// Save the card as a page; the place is asked for if none is given.
    Page {
        /// As the learner says; may be empty.
        learner: String,
        /// Where to.
        path: Option<PathBuf>,
    },
    /// Let the guide be a window of its own, or stand at the left again.
    Float(bool),
}

/// A paragraph with its marks, as wide as there is room.
fn paragraph(ui: &mut Ui, view: &View<'_>, text: &str, style: &TextStyle) {
    let color = if *style == TextStyle::Small { view.palette().muted } else { view.palette().text };
    let job = lesson::inline(ui, text, style, color, ui.available_width());
    ui.add(Label::new(job).wrap());
}
