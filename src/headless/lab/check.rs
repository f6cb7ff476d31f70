//! `skylab lab check`: whether a lab holds together, whether its seal is whole, and its proof; told in words.

use std::{
    io::Write as _,
    path::Path,
    process::ExitCode,
    sync::{Arc, Mutex},
    thread,
};

use super::{
    folder,
    speak::{Bar, line, usage},
};
use crate::i18n::{Arg, Lang, tr};
use crate::learn::lab::{self, Complaint, Judgement, Lab, Mode, Round, Run, SEAL};
use crate::storage;
use crate::ui::told::say;

/// Runs `skylab lab check` with the words after it. Exit code 0 only if there is nothing to mend.
pub(super) fn check(args: &[String], lang: Lang) -> Result<ExitCode, String> {
    let seals = args.iter().any(|arg| arg == "--seal");
    let named: Vec<&String> = args.iter().filter(|arg| *arg != "--seal").collect();
    let [named] = named[..] else { return Err(usage(lang)) };
    if named.starts_with("--") {
        return Err(usage(lang));
    }
    let folder = folder::folder_of(named);
    let shown = folder.display().to_string();
    let shown = shown.trim_end_matches('/');
    let (complaints, checked) = match folder::read(&folder) {
        Ok(lab) => {
            let lab = Arc::new(lab);
            let (complaints, judgement) = of_lab(&lab, lang, !seals);
            (complaints, Some((lab, judgement)))
        }
        Err(complaint) => (vec![complaint], None),
    };
    let mut out = std::io::stdout().lock();
    let mut told = |text: &str| writeln!(out, "{text}").map_err(|error| error.to_string());
    for complaint in &complaints {
        told(&line(lang, shown, complaint))?;
    }
    let Some((lab, judgement)) = checked.filter(|_| complaints.is_empty()) else {
        told(&tr(lang, "lab-check-bad", &[("n", complaints.len().into())]))?;
        return Ok(ExitCode::FAILURE);
    };
    for note in &judgement.notes {
        told(&say(lang, note))?;
    }
    if seals {
        write_seal(&folder, &lab)?;
    }
    told(&summary(lang, &lab))?;
    let sealed = seals || lab.pack.text(SEAL).is_some();
    told(&tr(lang, if sealed { "lab-check-sealed" } else { "lab-check-no-seal" }, &[]))?;
    Ok(ExitCode::SUCCESS)
}

fn write_seal(folder: &Path, lab: &Lab) -> Result<(), String> {
    let text = lab::seal(&lab.pack);
    storage::write_atomically(&folder.join(SEAL), |file| file.write_all(text.as_bytes())).map_err(|error| format!("{SEAL}: {error}"))
}

fn summary(lang: Lang, lab: &Lab) -> String {
    let proof = &lab.file.proof;
    let args: [(&str, Arg<'_>); 5] = [
        ("id", lab.id().into()),
        ("references", proof.references.len().into()),
        ("decoys", proof.decoys.len().into()),
        ("seeds", proof.seeds.into()),
        ("tasks", lab.file.tasks.len().into()),
    ];
    tr(lang, "lab-check-good", &args)
}

/// Everything that is to be mended, and what was seen on the way. What does not hold together is not played.
pub(super) fn of_lab(lab: &Arc<Lab>, lang: Lang, with_seal: bool) -> (Vec<Complaint>, Judgement) {
    let mut complaints = lab::lint(lab);
    if with_seal {
        complaints.extend(lab::broken_seal(&lab.pack));
    }
    let plays = complaints
        .iter()
        .all(|complaint| Path::new(&complaint.file).extension().is_some_and(|end| end == "ftl") || complaint.told.key.starts_with("seal-"));
    let played = if plays { play(lab, lang) } else { Ok(Vec::new()) };
    let judgement = match played {
        Ok(runs) if plays => lab::judge(lab, &runs),
        Ok(_) => Judgement::default(),
        Err(complaint) => Judgement { complaints: vec![complaint], notes: Vec::new() },
    };
    complaints.extend(judgement.complaints.iter().cloned());
    complaints.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    // what fails in the set-up fails in every round of the proof
    complaints.dedup();
    (complaints, judgement)
}

/// Plays all rounds, as many at once as the machine has cores.
fn play(lab: &Arc<Lab>, lang: Lang) -> Result<Vec<Run>, Complaint> {
    let rounds = lab::rounds(lab);
    let bar = Bar::new(lang, rounds.iter().map(|(mode, _)| lab::plays(lab, *mode).len()).sum());
    let n_threads = thread::available_parallelism().map_or(1, usize::from).min(rounds.len());
    let (next, done) = (Mutex::new(0..rounds.len()), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                // a thread that panicked has told so; the others go on
                while let Some(n) = next.lock().ok().and_then(|mut next| next.next()) {
                    let runs = round(lab, rounds[n], &bar);
                    if let Ok(mut done) = done.lock() {
                        done.push((n, runs));
                    }
                }
            });
        }
    });
    bar.clear();
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, runs)| runs).collect::<Result<Vec<_>, _>>().map(|rounds| rounds.concat())
}

fn round(lab: &Arc<Lab>, (mode, seed): (Mode, u64), bar: &Bar) -> Result<Vec<Run>, Complaint> {
    let mut round = Round::new(lab, mode, seed)?;
    let runs = lab::plays(lab, mode).into_iter().map(|(player, withheld)| {
        let run = round.run(player, withheld);
        bar.step();
        run
    });
    Ok(runs.collect())
}
