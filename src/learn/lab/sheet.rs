//! Grading many attempts of one lab: each by itself, then side by side for copies. Regraded, they come out the same.

use std::{collections::BTreeMap, sync::Arc};

use super::{Attempt, BadSave, Grade, Lab, Mode, Save, SavedOutcome, Told, lab_hash};

/// What an attempt was found to be.
#[derive(Clone, Debug)]
pub struct Row {
    /// The file's name.
    pub file: String,
    /// Who did it, as the file says.
    pub learner: String,
    /// How; with what numbers.
    pub mode: Mode,
    /// What the variables were drawn with.
    pub seed: u64,
    /// Rungs of hints that were shown, of all tasks together.
    pub n_hints: u32,
    /// The grade given now; `None` if it could not be graded.
    pub grade: Option<Grade>,
    /// The attempt that was graded, for its texts.
    pub attempt: Option<Attempt>,
    /// What a teacher should look at.
    pub flags: Vec<Told>,
    /// The hash of its run, for copies.
    run_hash: Option<String>,
}

impl Row {
    /// A file that could not be read.
    pub fn unreadable(file: &str, what: String) -> Self {
        let flags = vec![Told::new("grade-no-save").with("what", what)];
        let (mode, run_hash) = (Mode::Challenge, None);
        Self { file: file.to_owned(), learner: String::new(), mode, seed: 0, n_hints: 0, grade: None, attempt: None, flags, run_hash }
    }
}

/// Grades the text of one file.
pub fn row(lab: &Arc<Lab>, file: &str, text: &str) -> Row {
    let mut row = Row { flags: Vec::new(), ..Row::unreadable(file, String::new()) };
    let save = match Save::parse(text) {
        Ok(save) => save,
        Err(BadSave::Broken(what)) => {
            row.flags.push(Told::new("grade-no-save").with("what", what));
            return row;
        }
        Err(BadSave::Newer(version)) => {
            row.flags.push(Told::new("grade-newer").count("version", version));
            return row;
        }
    };
    row.learner.clone_from(&save.learner);
    (row.mode, row.seed) = (save.mode, save.seed);
    row.n_hints = save.hints.values().map(|n| u32::from(*n)).sum();
    if save.lab != lab.id() {
        row.flags.push(Told::new("grade-other-lab").with("lab", save.lab.as_str()));
        return row;
    }
    row.run_hash = Some(save.run_hash());
    if !save.is_whole() {
        row.flags.push(Told::new("grade-edited"));
    }
    if save.lab_hash != lab_hash(lab) {
        row.flags.push(Told::new("grade-lab-changed"));
    }
    match save.regrade(lab) {
        Ok((attempt, grade)) => {
            if let Some(why) = &grade.halted {
                row.flags.push(Told::new("lab-halted").with("why", why.as_str()));
            }
            row.flags.extend(outcome_flag(&save.outcome, &grade));
            row.grade = Some(grade);
            row.attempt = Some(attempt);
        }
        Err(why) => row.flags.push(why.told()),
    }
    row
}

/// Complains if the file says another outcome than the one found now.
fn outcome_flag(said: &SavedOutcome, grade: &Grade) -> Option<Told> {
    let found = SavedOutcome::of(grade);
    if said.points != found.points || said.met != found.met {
        return Some(Told::new("grade-other-points").count("said", said.points).count("found", found.points));
    }
    (said.world_hash != found.world_hash).then(|| Told::new("grade-other-world"))
}

/// Flags the rows whose runs are the same, whatever name and numbers they bear.
pub fn flag_copies(rows: &mut [Row]) {
    let mut by_run: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate() {
        if let Some(hash) = &row.run_hash {
            by_run.entry(hash).or_default().push(n);
        }
    }
    let copies: Vec<Vec<usize>> = by_run.into_values().filter(|all| all.len() > 1).collect();
    for all in copies {
        let names: Vec<String> = all.iter().map(|n| rows[*n].file.clone()).collect();
        for n in all {
            let others = names.iter().filter(|name| **name != rows[n].file).cloned().collect::<Vec<_>>().join(", ");
            rows[n].flags.push(Told::new("grade-copy").with("others", others));
        }
    }
}
