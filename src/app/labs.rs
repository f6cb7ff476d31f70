//! Labs in the app: the shelf with what lies in the data folder, beginning and going on, and what the guide asks for. Rules are `learn`'s.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::doing::{self, Doing};
use super::notices;
use super::seats::Seat;
use super::{App, files::Purpose};
use crate::headless::{lab_shelf, labs_stamp};
use crate::i18n::tr;
use crate::learn::lab::{Lab, Mode, Shelf};
use crate::progress::{LabProgress, Place};
use crate::storage;
use crate::ui::action::Action;
use crate::ui::lab::{LabAct, Labs};
use crate::ui::toasts::Weight;
use crate::ui::told::say;

/// The folder of the data folder that packs lie in.
const FOLDER: &str = "labs";
/// How often an author's folder is looked at, in egui's seconds.
const LOOKS_SECS: f64 = 1.0;
/// Packs of folders, and when they were looked at.
#[derive(Debug, Default)]
pub(super) struct Packs {
    folder: Option<PathBuf>,
    stamp: u64,
    looked: f64,
}

impl Packs {
    /// Those of the data folder.
    pub(super) fn of(data_folder: Option<&Path>) -> Self {
        Self { folder: data_folder.map(|folder| folder.join(FOLDER)), ..Self::default() }
    }

    /// The labs packed in, and those of the folder, which come in their place.
    pub(super) fn shelf(&mut self) -> Shelf {
        self.stamp = self.folder.as_deref().map_or(0, labs_stamp);
        lab_shelf(self.folder.as_deref())
    }

    #[cfg(test)]
    fn look_again(&mut self) {
        self.looked = f64::NEG_INFINITY;
    }

    fn has_folders(&self) -> bool {
        self.folder.as_ref().is_some_and(|folder| !storage::folders_in(folder, 1).is_empty())
    }
}

impl App {
    /// Begins a lab, or goes on with it: its sandbox comes to the front of the terminal, the guide beside it.
    pub(super) fn begin_lab(&mut self, ctx: &Context, id: &str, mode: Mode, anew: bool) {
        let Some(lab) = self.labs.shelf().lab(id).cloned() else { return };
        self.playing = false;
        self.keep_waiting();
        let name = doing::name_of(id, mode);
        if anew || !self.seats.is_open(&name) {
            let kept = if anew { None } else { self.kept_seat(&name, None) };
            let Some(seat) = kept.or_else(|| self.fresh_lab(ctx, &lab, mode)) else { return };
            self.seats.put(&name, seat);
        }
        self.seats.bring(&name);
        self.saving.changed();
        self.open_screen(ctx, "terminal");
        self.book.change(|progress| progress.place = Some(Place { screen: "terminal".to_owned(), section: None, lab: Some(name) }));
    }

    /// A lab with numbers drawn anew; `None`, and a message, if it cannot be set up.
    fn fresh_lab(&mut self, ctx: &Context, lab: &Arc<Lab>, mode: Mode) -> Option<Seat> {
        let seed = self.fresh_seed();
        match Doing::begin(lab, mode, seed, self.shell.lang) {
            Ok((doing, stage)) => {
                self.book.change(|progress| progress.labs.entry(lab.id().to_owned()).or_default().begin(mode.name(), seed));
                Some(Seat::of_lab(stage, doing))
            }
            Err(complaint) => {
                let text = format!("{}: {}", complaint.location(), say(self.shell.lang, &complaint.told));
                self.notices.tell(ctx, text, Weight::Warning);
                None
            }
        }
    }

    /// Brings the sandbox of a lab back that was in front when the app was closed.
    pub(super) fn come_back_to_lab(&mut self, name: &str) {
        let known = doing::named(name).is_some_and(|(id, _)| self.labs.shelf().lab(id).is_some());
        if known && let Some(seat) = self.kept_seat(name, None) {
            self.seats.put(name, seat);
            self.seats.bring(name);
        }
    }

    /// What a new attempt's numbers are drawn with; always the same where nothing is kept, for pictures and tests.
    fn fresh_seed(&self) -> u64 {
        if self.book.folder_path().is_none() {
            return 1;
        }
        #[expect(clippy::disallowed_methods, reason = "every learner's numbers differ; the model is told the seed")]
        let now = std::time::SystemTime::now();
        now.duration_since(std::time::UNIX_EPOCH).map_or(1, |since| u64::from(since.subsec_nanos()) ^ since.as_secs()) % 1_000_000
    }

    /// Does what the guide asked for.
    pub(super) fn apply_to_lab(&mut self, ctx: &Context, act: LabAct) {
        let lang = self.shell.lang;
        let seat = self.seats.front_mut();
        let Some(doing) = &mut seat.lab else { return };
        let stage = &mut seat.stage;
        match act {
            LabAct::Play => doing.play(stage),
            LabAct::Next => _ = doing.next(stage),
            LabAct::Back => doing.back(stage),
            LabAct::Predict(option) => doing.predict(option),
            LabAct::Hint(task) => _ = doing.attempt.take_hint(&task),
            LabAct::Restart(n) => doing.restart(n, stage),
            LabAct::ToEnd => {
                let left = doing.attempt.end().since(stage.sandbox().now());
                stage.advance(left.max(0), false, None);
            }
            LabAct::Finish => {
                let (points, passed) = doing.finish(stage, lang);
                let (id, mode) = (doing.attempt.lab().id().to_owned(), doing.attempt.mode());
                self.book.change(|progress| {
                    let lab: &mut LabProgress = progress.labs.entry(id).or_default();
                    lab.graded(mode.name(), points, passed);
                });
            }
            LabAct::CloseCard => doing.put_card_away(),
            LabAct::HandIn { learner, path: None } => self.picker.ask(ctx, Purpose::HandIn(learner)),
            LabAct::Page { learner, path: None } => self.picker.ask(ctx, Purpose::Page(learner)),
            LabAct::HandIn { learner, path: Some(path) } => {
                let text = doing.attempt.save(stage.sandbox(), &learner).to_text();
                self.write_out(ctx, &path, &text);
            }
            LabAct::Page { learner, path: Some(path) } => {
                if let Some(text) = doing.page(lang, &learner) {
                    self.write_out(ctx, &path, &text);
                }
            }
            LabAct::Float(floats) => self.shell.guide_floats = floats,
        }
        self.playing = false;
        self.saving.changed();
    }

    fn write_out(&mut self, ctx: &Context, path: &Path, text: &str) {
        let (key, weight, reason) = match storage::write_atomically(path, |file| file.write_all(text.as_bytes())) {
            Ok(()) => ("toast-exported", Weight::Done, String::new()),
            Err(error) => ("toast-not-exported", Weight::Warning, notices::reason(self.shell.lang, &error.into())),
        };
        let text = tr(self.shell.lang, key, &[("path", notices::shown(path).into()), ("reason", reason.into())]);
        self.notices.tell(ctx, text, weight);
    }

    /// Looks at the lab in front after something has happened, and tells which tasks are met.
    pub(super) fn observe_lab(&mut self, ctx: &Context) {
        let lang = self.shell.lang;
        let seat = self.seats.front_mut();
        let Some(doing) = &mut seat.lab else { return };
        let met = doing.observe(&seat.stage);
        let Some(texts) = self.labs.texts(doing.attempt.lab().id()) else { return };
        let args: Vec<_> = doing.args().iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        let titles: Vec<String> = met.iter().map(|id| texts.text(&format!("task-{id}-title"), &args)).collect();
        for title in titles {
            self.notices.tell(ctx, tr(lang, "toast-task-met", &[("task", title.into())]), Weight::Done);
        }
    }

    /// The labs' texts in the language that is spoken now.
    pub(super) fn labs_speak(&mut self) {
        let lang = self.shell.lang;
        self.labs.speak(lang);
        for (_, seat) in self.seats.iter_mut() {
            if let Some(doing) = &mut seat.lab {
                doing.speak(lang);
            }
        }
    }

    /// Reads an author's packs again when a file of them has changed; nothing is looked at, and no frame asked for, without packs.
    pub(super) fn watch_packs(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        if now - self.packs.looked < LOOKS_SECS || !self.packs.has_folders() {
            return;
        }
        self.packs.looked = now;
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(LOOKS_SECS));
        let Some(folder) = &self.packs.folder else { return };
        if labs_stamp(folder) == self.packs.stamp {
            return;
        }
        self.labs = Labs::of(self.packs.shelf(), self.shell.lang);
        self.reload_lab(ctx);
    }

    /// Gives the lab in front the changed rules; what the learner did is done again in it.
    fn reload_lab(&mut self, ctx: &Context) {
        let (lang, name) = (self.shell.lang, self.seats.front_name().to_owned());
        let Some(doing) = &self.seats.front().lab else { return };
        let Some(lab) = self.labs.shelf().lab(doing.attempt.lab().id()).filter(|lab| *lab != doing.attempt.lab()).cloned() else { return };
        let run = self.seats.front().stage.sandbox().run();
        match doing.reloaded(&lab, lang) {
            Ok((doing, stage)) => {
                let stage = stage.resumed(run, (Vec::new(), 0), None).or_else(|_| doing.reloaded(&lab, lang).map(|(_, stage)| stage));
                if let Ok(stage) = stage {
                    self.seats.put(&name, Seat::of_lab(stage, doing));
                    self.saving.changed();
                    self.tell(ctx, "toast-lab-reloaded", Weight::Done);
                }
            }
            Err(complaint) => {
                let text = format!("{}: {}", complaint.location(), say(lang, &complaint.told));
                self.notices.tell(ctx, text, Weight::Warning);
            }
        }
    }

    /// The points that the lab in front has at the moment.
    pub fn lab_points(&self) -> Option<u32> {
        self.seats.front().lab.as_ref().map(|doing| doing.attempt.points())
    }

    /// Whether the lab in front has its grade on the screen, and its points.
    pub fn lab_card(&self) -> Option<u32> {
        self.seats.front().lab.as_ref()?.card().map(|card| card.points)
    }

    /// For `skylab shot` and tests: begins the first lab's walkthrough.
    pub(super) fn open_first_lab(&mut self, ctx: &Context) {
        let first = self.labs.shelf().iter().find(|shelved| shelved.lab.is_ok()).map(|shelved| shelved.id.clone());
        if let Some(id) = first {
            self.apply(ctx, Action::BeginLab { id, mode: Mode::Walkthrough, anew: false });
        }
    }
}

#[cfg(test)]
#[path = "labs_tests.rs"]
mod tests;
