//! Words for the terminal: complaints with their places, counts, and a bar that tells how far a long work is.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::i18n::{Arg, Lang, tr};
use crate::learn::lab::{Complaint, Told};
use crate::storage::{PackProblem, Problem};
use crate::ui::told::say;

/// The usage of `skylab lab`.
pub(super) fn usage(lang: Lang) -> String {
    tr(lang, "lab-usage", &[])
}

/// A complaint as a line: where, then what.
pub(super) fn line(lang: Lang, folder: &str, complaint: &Complaint) -> String {
    let file = &complaint.file;
    // texts of labs in the repository lie elsewhere
    let place = if file.contains("locales/") { complaint.location() } else { format!("{folder}/{}", complaint.location()) };
    format!("{place}: {}", say(lang, &complaint.told))
}

/// Why a folder was not read.
pub(super) fn pack_problem(problem: &PackProblem) -> (String, Told) {
    let of = |path: &str, key: &'static str| (path.trim_end_matches('/').to_owned(), Told::new(key));
    match problem {
        PackProblem::NoFolder => of("", "pack-no-folder"),
        PackProblem::Link(path) => of(path, "pack-link"),
        PackProblem::NoFile(path) => of(path, "pack-no-file"),
        PackProblem::TooLarge(path) => of(path, "pack-too-large"),
        PackProblem::TooMuch => of("", "pack-too-much"),
        PackProblem::TooMany => of("", "pack-too-many"),
        PackProblem::TooDeep(path) => of(path, "pack-too-deep"),
        PackProblem::Other(path, problem) => (path.clone(), Told::new("pack-unreadable").with("what", words(problem))),
    }
}

fn words(problem: &Problem) -> String {
    match problem {
        Problem::Other(what) => what.clone(),
        other => format!("{other:?}"),
    }
}

/// A bar on the error stream, if a person looks at it.
pub(super) struct Bar {
    lang: Lang,
    n_all: usize,
    n_done: AtomicUsize,
    shows: bool,
}

const WIDTH: usize = 30;

impl Bar {
    pub(super) fn new(lang: Lang, n_all: usize) -> Self {
        let bar = Self { lang, n_all, n_done: AtomicUsize::new(0), shows: io::stderr().is_terminal() };
        bar.draw(0);
        bar
    }

    /// One more is done.
    pub(super) fn step(&self) {
        let n_done = self.n_done.fetch_add(1, Ordering::Relaxed) + 1;
        self.draw(n_done);
    }

    fn draw(&self, n_done: usize) {
        if self.shows {
            let filled = WIDTH * n_done / self.n_all.max(1);
            let args: [(&str, Arg<'_>); 2] = [("n", n_done.into()), ("all", self.n_all.into())];
            let bar = format!("\r[{}{}] {}", "=".repeat(filled), " ".repeat(WIDTH.saturating_sub(filled)), tr(self.lang, "lab-bar", &args));
            // a bar that cannot be shown is not missed
            let _ = io::stderr().write_all(bar.as_bytes());
        }
    }

    /// Takes the bar away.
    pub(super) fn clear(&self) {
        if self.shows {
            let _ = io::stderr().write_all(format!("\r{}\r", " ".repeat(WIDTH + 40)).as_bytes());
        }
    }
}
