//! `skylab rehearse DIR`: opens the app on a data folder, acts in it for ever and keeps each act as the window does; for the test that kills
//! it, and for profiling. It draws nothing, and no learner needs it.

use std::{
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use egui::Context;

use crate::app::App;
use crate::i18n::Lang;
use crate::progress::Book;
use crate::ui::action::{Action, ClockAct};
use crate::ui::theme::Theme;
use crate::ui::toasts::Weight;

/// A place to act in: the terminal with its free sandbox, or a start state of a section's bench.
#[derive(Clone, Copy)]
enum Place {
    Terminal,
    Section(&'static str, usize),
}

/// The places, each for [`STAY`] acts in turn. A turn begins with a reset, so that starts stay short; the newest act is in another sandbox then.
const PLACES: [Place; 3] = [Place::Terminal, Place::Section("2.4.5", 1), Place::Section("2.4.5", 2)];
/// Acts at a place before the next one's turn.
const STAY: u64 = 8;
/// What begins the name of the bucket that each act leaves behind; its number follows.
const MARK: &str = "act-";

/// Runs `skylab rehearse` with the words after it: prints `resumed N`, where N is the newest act that was found, then the number of each
/// act once it is kept. It ends when nobody reads the numbers any more; an error is one sentence, and means that something was lost.
pub fn rehearse(args: &[String]) -> Result<ExitCode, String> {
    let [folder] = args else { return Err("Usage: skylab rehearse DIR".to_owned()) };
    let ctx = Context::default();
    let app = App::open_book(&ctx, Lang::En, Theme::Light, Book::open(Path::new(folder)));
    let mut rehearsal = Rehearsal { app, ctx, at: None };
    let mut n = rehearsal.newest()?;
    let mut line = format!("resumed {n}");
    loop {
        if told(&line).is_err() {
            // the reader went away
            return Ok(ExitCode::SUCCESS);
        }
        n += 1;
        rehearsal.act(n)?;
        line = n.to_string();
    }
}

fn told(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

struct Rehearsal {
    app: App,
    ctx: Context,
    /// The number of the place in front.
    at: Option<usize>,
}

impl Rehearsal {
    /// One wish, kept as after a frame.
    fn wish(&mut self, action: Action) {
        self.app.apply(&self.ctx, action);
        self.app.keep(&self.ctx);
    }

    fn go(&mut self, n_place: usize) {
        match PLACES[n_place] {
            Place::Terminal => {
                self.wish(Action::Open("terminal".to_owned()));
                self.wish(Action::Sandbox("free".to_owned()));
            }
            Place::Section(section, start) => {
                self.wish(Action::OpenSection(section.to_owned()));
                self.wish(Action::StartWith(start));
            }
        }
        self.at = Some(n_place);
    }

    /// The newest act in all sandboxes, after a look at whether everything that is kept fits together.
    fn newest(&mut self) -> Result<u64, String> {
        let mut newest = 0;
        for n_place in 0..PLACES.len() {
            self.go(n_place);
            let run = ron::to_string(&self.app.sandbox().run()).map_err(|problem| format!("a run cannot be written: {problem}"))?;
            newest = marks(&run).fold(newest, u64::max);
        }
        self.whole()?;
        // a line is remembered with the progress, and its sandbox is kept right after
        let typed = self.app.progress().typed.iter().rev().find_map(|line| marks(line).last()).unwrap_or(0);
        if (newest..=newest + 1).contains(&typed) {
            Ok(newest)
        } else {
            Err(format!("act {newest} is the newest in the sandboxes, and act {typed} the newest that was typed"))
        }
    }

    /// Fails if the app had to warn: of a file that was set aside, of a copy taken in its place, of a folder that takes no changes.
    fn whole(&self) -> Result<(), String> {
        let warning = self.app.toasts().iter().find(|toast| toast.weight == Weight::Warning);
        warning.map_or(Ok(()), |toast| Err(toast.text.clone()))
    }

    /// One act: what its number says, and a line with the number.
    fn act(&mut self, n: u64) -> Result<(), String> {
        let n_place = (n / STAY) as usize % PLACES.len();
        if self.at != Some(n_place) {
            self.go(n_place);
        }
        if n.is_multiple_of(STAY) {
            self.wish(Action::Reset);
        }
        for action in acts(n, self.app.sandbox().all_inputs().len()) {
            self.wish(action);
        }
        self.wish(Action::Type(format!("aws s3 mb s3://{MARK}{n}")));
        let refusal = self.app.last_act().and_then(|act| act.refusal.as_ref());
        self.whole()?;
        refusal.map_or(Ok(()), |(code, message)| Err(format!("act {n} was refused: {code}: {message}")))
    }
}

/// The numbers of the acts that a text names.
fn marks(text: &str) -> impl Iterator<Item = u64> {
    text.split(MARK).skip(1).filter_map(|after| after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok())
}

/// What comes before the line of an act, in a sandbox with that many inputs.
fn acts(n: u64, n_inputs: usize) -> Vec<Action> {
    let pick = |n_all: usize| (n / STAY) as usize % n_all;
    match n % STAY {
        0 => vec![Action::Beat(1)],
        1 => vec![Action::Beat(1), Action::Predict(pick(3)), Action::Beat(1)],
        2 => vec![Action::Answer { question: 1 + pick(3) as u8, option: ['a', 'b', 'c'][pick(3)] }],
        3 => vec![Action::Clock(ClockAct::Step), Action::Language(if pick(2) == 0 { Lang::Ko } else { Lang::En })],
        4 => vec![Action::Clock(ClockAct::SeekInput(n_inputs / 2)), Action::Clock(ClockAct::StepBack)],
        5 => vec![Action::Type("aws s3 ls".to_owned()), Action::Undo, Action::Redo, Action::Undo],
        6 => vec![Action::Beat(-1), Action::Clock(ClockAct::ToStart), Action::Look(if pick(2) == 0 { Theme::Dark } else { Theme::Light })],
        _ => vec![Action::Branch(pick(4)), Action::Clock(ClockAct::Step), Action::TextScale(1.0 + 0.1 * pick(3) as f32)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_acted_is_found_at_the_next_start() {
        let home = tempfile::tempdir().unwrap();
        let mut acted = 0;
        for n_acts in [1, STAY, 3 * STAY + 1, 1] {
            let ctx = Context::default();
            let app = App::open_book(&ctx, Lang::En, Theme::Light, Book::open(home.path()));
            let mut rehearsal = Rehearsal { app, ctx, at: None };
            assert_eq!(rehearsal.newest(), Ok(acted));
            for _ in 0..n_acts {
                acted += 1;
                assert_eq!(rehearsal.act(acted), Ok(()));
            }
        }
    }

    #[test]
    fn a_run_that_is_lost_is_told() {
        let home = tempfile::tempdir().unwrap();
        for lost in [false, true] {
            if lost {
                std::fs::remove_file(home.path().join("runs/free.ron")).unwrap();
            }
            let ctx = Context::default();
            let app = App::open_book(&ctx, Lang::En, Theme::Light, Book::open(home.path()));
            let mut rehearsal = Rehearsal { app, ctx, at: None };
            assert_eq!(rehearsal.newest().is_err(), lost);
            for n in 1..=2 {
                rehearsal.act(n).unwrap();
            }
        }
    }

    #[test]
    fn the_numbers_of_acts_are_read_from_any_text() {
        assert_eq!(marks("act-3 act-x \"act-12\",react-7").collect::<Vec<_>>(), [3, 12, 7]);
    }
}
