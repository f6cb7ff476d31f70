//! `skylab lab run`: does a lab by script, as a learner would in the window, and tells how its tasks stand at the end.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use super::{
    folder,
    speak::{line, usage},
};
use skylab_cloud::Sandbox;

use crate::i18n::{Lang, tr};
use crate::learn::lab::{Attempt, Mode, Script, limits::MAX_FILE_BYTES, play};
use crate::storage;
use crate::ui::{
    result::{Card, card},
    told::say,
};

struct Options {
    lab: String,
    script: PathBuf,
    mode: Mode,
    seed: u64,
    save: Option<PathBuf>,
}

impl Options {
    fn parse(args: &[String], lang: Lang) -> Result<Self, String> {
        let mut options = Self { lab: String::new(), script: PathBuf::new(), mode: Mode::Challenge, seed: 1, save: None };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let (name, glued) = arg.split_once('=').map_or((arg.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
            let mut value = || glued.clone().or_else(|| args.next().cloned()).ok_or_else(|| usage(lang));
            match name {
                "--mode" => options.mode = Mode::named(&value()?).ok_or_else(|| usage(lang))?,
                "--seed" => options.seed = value()?.parse().map_err(|_| usage(lang))?,
                "--save" => options.save = Some(value()?.into()),
                _ if arg.starts_with("--") => return Err(usage(lang)),
                _ if options.lab.is_empty() => options.lab.clone_from(arg),
                _ if options.script.as_os_str().is_empty() => options.script = arg.into(),
                _ => return Err(usage(lang)),
            }
        }
        if options.script.as_os_str().is_empty() { Err(usage(lang)) } else { Ok(options) }
    }
}

/// Runs `skylab lab run` with the words after it. Exit code 0 only if every task is met.
pub(super) fn run(args: &[String], lang: Lang) -> Result<ExitCode, String> {
    let options = Options::parse(args, lang)?;
    let told = |complaint| line(lang, &options.lab, &complaint);
    let lab = Arc::new(folder::named(&options.lab).map_err(told)?);
    let (attempt, mut begun) = Attempt::begin(&lab, options.mode, options.seed).map_err(told)?;
    let text = storage::read_text(&options.script, MAX_FILE_BYTES as u64)
        .map_err(|problem| format!("{}: {problem:?}", options.script.display()))?;
    let mut out = std::io::stdout().lock();
    let name = options.script.display().to_string();
    let script = Script { name: &name, text: &text, values: attempt.values() };
    let mut lost = None;
    let played = play(script, &mut begun.sandbox, &mut begun.files, false, |step| {
        let (text, error) = step.text();
        lost = lost.take().or(write!(out, "{text}{error}").err());
    });
    for complaint in &played.failed {
        writeln!(out, "{}: {}", complaint.location(), say(lang, &complaint.told)).map_err(|error| error.to_string())?;
    }
    let grade = attempt.grade(&begun.sandbox);
    write!(out, "{}", report(lang, &card(lang, &attempt, &grade, ""))).map_err(|error| error.to_string())?;
    if let Some(place) = &options.save {
        save(place, &attempt, &begun.sandbox)?;
    }
    Ok(if grade.is_passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn save(place: &Path, attempt: &Attempt, sandbox: &Sandbox) -> Result<(), String> {
    let text = attempt.save(sandbox, "").to_text();
    storage::write_atomically(place, |file| file.write_all(text.as_bytes())).map_err(|error| format!("{}: {error}", place.display()))
}

/// Each task with what was expected, what was seen and, if it failed, why it matters.
fn report(lang: Lang, card: &Card) -> String {
    let mut out = String::new();
    for task in &card.tasks {
        let key = if task.met { "lab-task-met" } else { "lab-task-failed" };
        out.push_str(&tr(lang, key, &[("title", task.title.clone().into()), ("points", task.points.into())]));
        out.push('\n');
        for text in [&task.expected, &task.seen, &task.why].into_iter().filter(|_| !task.met) {
            out.push_str("    ");
            out.push_str(text);
            out.push('\n');
        }
    }
    out.push_str(&tr(lang, "lab-points", &[("points", card.points.into())]));
    out.push('\n');
    out
}
