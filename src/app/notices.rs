//! What the app has to tell: notices of the book as sentences, and how long they stay. Drawing them is `ui::toasts`.

use std::path::Path;

use egui::Context;

use crate::i18n::{Lang, tr};
use crate::progress::{Notice, Problem, Refusal, Unreadable};
use crate::ui::toasts::{Toast, Weight};

/// How long a message stays that needs no care, in seconds.
const STAYS_SECS: f64 = 6.0;
/// Most messages at a time.
const MAX_TOASTS: usize = 4;

/// The messages on the screen.
#[derive(Default)]
pub(super) struct Notices {
    toasts: Vec<Toast>,
    n_told: u64,
}

impl Notices {
    pub(super) fn toasts(&self) -> &[Toast] {
        &self.toasts
    }

    /// Tells something; what needs care stays until it is closed.
    pub(super) fn tell(&mut self, ctx: &Context, text: String, weight: Weight) {
        let until = (weight != Weight::Warning).then(|| ctx.input(|input| input.time) + STAYS_SECS);
        self.n_told += 1;
        self.toasts.retain(|toast| toast.text != text);
        self.toasts.push(Toast { id: self.n_told, text, weight, until });
        let surplus = self.toasts.len().saturating_sub(MAX_TOASTS);
        self.toasts.drain(..surplus);
    }

    pub(super) fn close(&mut self, id: u64) {
        self.toasts.retain(|toast| toast.id != id);
    }

    /// Lets those go whose time is over, and asks for a frame when the next one's is.
    pub(super) fn pass(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        self.toasts.retain(|toast| toast.until.is_none_or(|until| until > now));
        if let Some(next) = self.toasts.iter().filter_map(|toast| toast.until).reduce(f64::min) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64((next - now).max(0.05)));
        }
    }
}

/// A notice of the book as a sentence.
pub(super) fn told(lang: Lang, notice: &Notice) -> (String, Weight) {
    match notice {
        Notice::Recovered { file } => (tr(lang, "notice-recovered", &[("file", file.as_str().into())]), Weight::Warning),
        Notice::SetAside { file, to, newer } => {
            let key = if *newer { "notice-newer" } else { "notice-set-aside" };
            (tr(lang, key, &[("file", file.as_str().into()), ("to", shown(to).into())]), Weight::Warning)
        }
        Notice::NotSaved(problem) => (tr(lang, "notice-not-saved", &[("reason", reason(lang, problem).into())]), Weight::Warning),
        Notice::SavedAgain => (tr(lang, "notice-saved-again", &[]), Weight::Done),
        Notice::SecondWindow => (tr(lang, "notice-second-window", &[]), Weight::Warning),
    }
}

/// Why an import was refused.
pub(super) fn refused(lang: Lang, refusal: &Refusal) -> String {
    let reason = match refusal {
        Refusal::Problem(problem) => reason(lang, problem),
        Refusal::Unreadable(Unreadable::Broken(_)) => tr(lang, "problem-broken", &[]),
        Refusal::Unreadable(Unreadable::Newer(_)) => tr(lang, "problem-newer", &[]),
    };
    tr(lang, "notice-refused", &[("reason", reason.into())])
}

/// A problem of the disk as a sentence.
pub(super) fn reason(lang: Lang, problem: &Problem) -> String {
    let key = match problem {
        Problem::Full => "problem-full",
        Problem::ReadOnly => "problem-read-only",
        Problem::NoFolder => "problem-no-folder",
        Problem::Missing => "problem-missing",
        Problem::InUse => "problem-in-use",
        Problem::TooLarge => "problem-too-large",
        Problem::NotText => "problem-broken",
        Problem::BadName => "problem-bad-place",
        Problem::Other(words) => return tr(lang, "problem-other", &[("words", words.as_str().into())]),
    };
    tr(lang, key, &[])
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
