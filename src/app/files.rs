//! Files that the learner picks: asking for a place in a thread of its own, and what is done with it. Reading and writing is the book's.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};

use egui::Context;
use rfd::FileDialog;

use super::{App, notices};
use crate::i18n::tr;
use crate::storage;
use crate::ui::action::Action;
use crate::ui::lab::LabAct;
use crate::ui::toasts::Weight;

/// The name that a file of progress is offered under.
const FILE_NAME: &str = "skylab-progress.ron";
/// The names that the files of a lab are offered under.
const ATTEMPT_NAME: &str = "skylab-lab.ron";
const PAGE_NAME: &str = "skylab-lab.html";

/// A question for a file that is being answered in the system's own dialog.
#[derive(Default)]
pub(super) struct Picker {
    asked: Option<(Purpose, Receiver<Option<PathBuf>>)>,
}

/// What the file is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Export,
    Import,
    Upload,
    /// An attempt of a lab, under the learner's name.
    HandIn(String),
    /// A lab's card as a page, under the learner's name.
    Page(String),
}

impl Picker {
    /// Asks, unless a dialog is open already. macOS wants its dialogs in the main thread; elsewhere the window stays alive.
    pub(super) fn ask(&mut self, ctx: &Context, purpose: Purpose) {
        if self.asked.is_some() {
            return;
        }
        let (answer, asked) = mpsc::channel();
        let ctx = ctx.clone();
        let asks_for = purpose.clone();
        let ask = move || {
            let of_progress = || FileDialog::new().add_filter("RON", &["ron"]).set_file_name(FILE_NAME);
            let picked = match asks_for {
                Purpose::Export => of_progress().save_file(),
                Purpose::Import => of_progress().pick_file(),
                Purpose::Upload => FileDialog::new().pick_file(),
                Purpose::HandIn(_) => FileDialog::new().add_filter("RON", &["ron"]).set_file_name(ATTEMPT_NAME).save_file(),
                Purpose::Page(_) => FileDialog::new().add_filter("HTML", &["html"]).set_file_name(PAGE_NAME).save_file(),
            };
            // the app may be gone by now
            let _ = answer.send(picked);
            ctx.request_repaint();
        };
        if cfg!(target_os = "macos") {
            ask();
        } else {
            std::thread::spawn(ask);
        }
        self.asked = Some((purpose, asked));
    }
}

impl App {
    /// Export, import, reset, and taking the last two back.
    pub(super) fn exchange(&mut self, ctx: &Context, action: Action) {
        self.keep_waiting();
        match action {
            Action::Export(None) => self.picker.ask(ctx, Purpose::Export),
            Action::Import(None) => self.picker.ask(ctx, Purpose::Import),
            Action::Export(Some(path)) => match self.book.export_to(&path) {
                Ok(()) => {
                    let text = tr(self.shell.lang, "toast-exported", &[("path", notices::shown(&path).into())]);
                    self.notices.tell(ctx, text, Weight::Done);
                }
                Err(problem) => {
                    let reason = notices::reason(self.shell.lang, &problem);
                    let text = tr(self.shell.lang, "toast-not-exported", &[("reason", reason.into())]);
                    self.notices.tell(ctx, text, Weight::Warning);
                }
            },
            Action::Import(Some(path)) => {
                let done = self.book.import_from(&path);
                self.replaced(ctx, done, "toast-imported");
            }
            Action::ResetProgress => {
                let done = self.book.reset().map_err(Into::into);
                self.replaced(ctx, done, "toast-reset");
            }
            Action::UndoReplacement => {
                let done = self.book.undo_replacement().map(|_| ());
                self.replaced(ctx, done, "toast-undone");
            }
            _ => {}
        }
        self.can_undo_replacement = self.book.can_undo_replacement();
    }

    /// A file of the learner's, asked for if none is given, comes among those that commands can upload.
    pub(super) fn bring(&mut self, ctx: &Context, path: Option<PathBuf>) {
        let Some(path) = path else {
            self.picker.ask(ctx, Purpose::Upload);
            return;
        };
        let plain = |letter: char| if letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_') { letter } else { '-' };
        let name: String = path.file_name().map(|name| name.to_string_lossy().chars().map(plain).collect()).unwrap_or_default();
        let brought = storage::read_body(&path).and_then(|body| self.seats.front_mut().stage.bring(&name, &body));
        if let Err(problem) = brought {
            let reason = tr(self.shell.lang, "problem-other", &[("words", problem.to_string().into())]);
            let text = tr(self.shell.lang, "toast-not-brought", &[("path", notices::shown(&path).into()), ("reason", reason.into())]);
            self.notices.tell(ctx, text, Weight::Warning);
        }
    }

    /// After other progress has taken the place of the present one: sandboxes are opened anew from it.
    fn replaced(&mut self, ctx: &Context, done: Result<(), crate::progress::Refusal>, key: &str) {
        match done {
            Ok(()) => {
                self.open_anew();
                self.wear_settings(ctx);
                self.tell(ctx, key, Weight::Done);
            }
            Err(refusal) => {
                let text = notices::refused(self.shell.lang, &refusal);
                self.notices.tell(ctx, text, Weight::Warning);
            }
        }
    }

    /// Takes the file that was picked since, if one was.
    pub(super) fn take_picked(&mut self, ctx: &Context) {
        let Some((purpose, asked)) = &self.picker.asked else { return };
        let Ok(picked) = asked.try_recv() else { return };
        let purpose = purpose.clone();
        self.picker.asked = None;
        if let Some(path) = picked {
            match purpose {
                Purpose::Export => self.exchange(ctx, Action::Export(Some(path))),
                Purpose::Import => self.exchange(ctx, Action::Import(Some(path))),
                Purpose::Upload => self.bring(ctx, Some(path)),
                Purpose::HandIn(learner) => self.apply_to_lab(ctx, LabAct::HandIn { learner, path: Some(path) }),
                Purpose::Page(learner) => self.apply_to_lab(ctx, LabAct::Page { learner, path: Some(path) }),
            }
        }
    }
}
