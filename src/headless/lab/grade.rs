//! `skylab lab grade`: a lab's saves to a table, to CSV and to one page; edited saves, copies and saves of other labs are flagged.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use super::{
    folder,
    speak::{Bar, line, usage},
};
use crate::i18n::{Lang, tr};
use crate::learn::lab::{Lab, Row, flag_copies, limits::MAX_SAVE_BYTES, row};
use crate::storage;
use crate::ui::{
    result::{card, escaped, page},
    told::say,
};

/// Most saves that one run grades.
const MAX_SAVES: usize = 10_000;
/// The exit code of a command that was interrupted, as shells have it.
const INTERRUPTED: u8 = 130;

struct Options {
    lab: String,
    saves: Vec<PathBuf>,
    csv: bool,
    out: Vec<PathBuf>,
}

impl Options {
    fn parse(args: &[String], lang: Lang) -> Result<Self, String> {
        let mut options = Self { lab: String::new(), saves: Vec::new(), csv: false, out: Vec::new() };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--csv" => options.csv = true,
                "--out" => options.out.push(args.next().ok_or_else(|| usage(lang))?.into()),
                _ if arg.starts_with("--") => return Err(usage(lang)),
                _ if options.lab.is_empty() => options.lab.clone_from(arg),
                _ => options.saves.extend(saves_at(Path::new(arg))),
            }
        }
        if options.lab.is_empty() || options.saves.is_empty() { Err(usage(lang)) } else { Ok(options) }
    }
}

/// The file itself, or the saves in the folder.
fn saves_at(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() { storage::files_in(path, ".ron", MAX_SAVES) } else { vec![path.to_owned()] }
}

/// Runs `skylab lab grade` with the words after it. Exit code 0 if every save could be graded and none is flagged.
pub(super) fn grade(args: &[String], lang: Lang) -> Result<ExitCode, String> {
    let options = Options::parse(args, lang)?;
    let lab = folder::named(&options.lab).map_err(|complaint| line(lang, &options.lab, &complaint))?;
    let stop = Arc::new(AtomicBool::new(false));
    let asked = stop.clone();
    if let Err(error) = ctrlc::set_handler(move || asked.store(true, Ordering::Relaxed)) {
        log::warn!("an interrupt ends the program at once: {error}");
    }
    let rows = rows(&Arc::new(lab.clone()), &options.saves, lang, &stop);
    let Some(mut rows) = rows else {
        eprintln!("{}", tr(lang, "grade-stopped", &[]));
        return Ok(ExitCode::from(INTERRUPTED));
    };
    flag_copies(&mut rows);
    for place in &options.out {
        let is_csv = place.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        let text = if is_csv { csv(lang, &lab, &rows) } else { html(lang, &lab, &rows) };
        let written = storage::write_atomically(place, |file| file.write_all(text.as_bytes()));
        written.map_err(|error| format!("{}: {error}", place.display()))?;
    }
    let told = if options.csv { csv(lang, &lab, &rows) } else { table(lang, &rows) };
    io::stdout().write_all(told.as_bytes()).map_err(|error| error.to_string())?;
    let good = rows.iter().all(|row| row.grade.is_some() && row.flags.is_empty());
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Grades the saves, as many at once as the machine has cores; `None` if it was stopped.
fn rows(lab: &Arc<Lab>, saves: &[PathBuf], lang: Lang, stop: &AtomicBool) -> Option<Vec<Row>> {
    let bar = Bar::new(lang, saves.len());
    let n_threads = thread::available_parallelism().map_or(1, usize::from).min(saves.len());
    let (next, done) = (Mutex::new(0..saves.len()), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                while let Some(n) = next.lock().ok().and_then(|mut next| next.next()) {
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let row = one(lab, &saves[n]);
                    bar.step();
                    if let Ok(mut done) = done.lock() {
                        done.push((n, row));
                    }
                }
            });
        }
    });
    bar.clear();
    if stop.load(Ordering::Relaxed) {
        return None;
    }
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(n, _)| *n);
    Some(done.into_iter().map(|(_, row)| row).collect())
}

fn one(lab: &Arc<Lab>, place: &Path) -> Row {
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match storage::read_text(place, MAX_SAVE_BYTES) {
        Ok(text) => row(lab, &name, &text),
        Err(problem) => Row::unreadable(&name, format!("{problem:?}")),
    }
}

fn flags(lang: Lang, row: &Row) -> String {
    row.flags.iter().map(|flag| say(lang, flag)).collect::<Vec<_>>().join(" ")
}

fn points(row: &Row) -> String {
    row.grade.as_ref().map_or_else(|| "-".to_owned(), |grade| grade.points().to_string())
}

fn table(lang: Lang, rows: &[Row]) -> String {
    rows.iter().fold(String::new(), |mut out, row| {
        // writing to a string cannot fail
        let _ = writeln!(out, "{:>4}  {}  {}  {}", points(row), row.file, row.learner, flags(lang, row));
        out
    })
}

/// One line for each save; texts quoted as RFC 4180 has it. A first letter that a spreadsheet would take for a formula is disarmed.
fn csv(lang: Lang, lab: &Lab, rows: &[Row]) -> String {
    let tasks = lab.file.tasks.iter().map(|task| task.id.clone());
    let head =
        ["file", "learner", "mode", "seed", "hints", "points"].into_iter().map(str::to_owned).chain(tasks).chain(["flags".to_owned()]);
    let mut out = String::from("\u{feff}") + &line_of(head);
    for row in rows {
        let task = |id: &str| {
            let met = row.grade.as_ref().and_then(|grade| grade.tasks.iter().find(|task| task.id == id)).map(|task| task.is_met);
            met.map_or_else(String::new, |met| if met { "1".to_owned() } else { "0".to_owned() })
        };
        let facts =
            [row.file.clone(), row.learner.clone(), row.mode.name().to_owned(), row.seed.to_string(), row.n_hints.to_string(), points(row)];
        let tasks = lab.file.tasks.iter().map(|it| task(&it.id));
        out.push_str(&line_of(facts.into_iter().chain(tasks).chain([flags(lang, row)])));
    }
    out
}

fn line_of(cells: impl Iterator<Item = String>) -> String {
    let quoted = cells.map(|cell| {
        let formula = cell.len() > 1 && cell.starts_with(['=', '+', '@', '\t', '\r']) || cell.len() > 1 && cell.starts_with('-');
        let cell = if formula { format!("'{cell}") } else { cell };
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    });
    quoted.collect::<Vec<_>>().join(",") + "\r\n"
}

/// One page: all saves in a table, then each one's card.
fn html(lang: Lang, lab: &Lab, rows: &[Row]) -> String {
    let cell = |text: &str| format!("<td>{}</td>", escaped(text));
    let mut body = String::new();
    body.push_str("<table><tr>");
    for key in ["grade-file", "card-learner", "grade-points", "grade-flags"] {
        let _ = write!(body, "<th>{}</th>", escaped(&tr(lang, key, &[])));
    }
    body.push_str("</tr>");
    for (n, row) in rows.iter().enumerate() {
        let link = format!("<td><a href=\"#s{n}\">{}</a></td>", escaped(&row.file));
        let _ = write!(body, "<tr>{link}{}<td class=\"n\">{}</td>{}</tr>", cell(&row.learner), points(row), cell(&flags(lang, row)));
    }
    body.push_str("</table>");
    for (n, row) in rows.iter().enumerate() {
        let Some((attempt, grade)) = row.attempt.as_ref().zip(row.grade.as_ref()) else { continue };
        let card = card(lang, attempt, grade, &row.learner);
        let _ = write!(body, "<div id=\"s{n}\"><p><small>{}</small></p>{}</div>", escaped(&row.file), card.section(lang));
    }
    page(lang, lab.id(), &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_is_no_formula() {
        let line = line_of(["a", "b,c", "d\"e", "=SUM(A1)", "-", "-1+1", "7"].into_iter().map(str::to_owned));
        assert_eq!(line, "a,\"b,c\",\"d\"\"e\",'=SUM(A1),-,'-1+1,7\r\n");
    }
}
