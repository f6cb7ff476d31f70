//! Exporting, importing and starting over. Everything is replaced at once or not at all, and can be taken back.

use std::path::Path;

use super::{
    super::{Refusal, file},
    Book, Problem, Progress, REPLACED, REPLACING, Saved, runs,
};
use crate::storage::{self, DataFolder};

/// Most bytes of an export, which holds many files.
pub(super) const MAX_BYTES: u64 = 256 << 20;
/// Most runs of an import.
const MAX_RUNS: usize = 10_000;

impl Book {
    /// Writes progress and all runs into one file, outside of the data folder.
    pub fn export_to(&mut self, path: &Path) -> Result<(), Problem> {
        if self.folder_path().is_some_and(|folder| storage::is_inside(path, folder)) {
            return Err(Problem::BadName);
        }
        let text = self.everything().to_text()?;
        if text.len() as u64 > MAX_BYTES {
            return Err(Problem::TooLarge);
        }
        Ok(storage::write_atomically(path, |file| file.write_all(text.as_bytes()))?)
    }

    /// Replaces everything by what a file of [`Self::export_to`] says. The file is checked whole first; if it is refused, nothing has changed.
    pub fn import_from(&mut self, path: &Path) -> Result<(), Refusal> {
        let saved = file::parse(&storage::read_text(path, MAX_BYTES)?)?;
        let fits = |(name, text): (&String, &String)| {
            let allowed = storage::is_name(&runs::file_of(name));
            let short = text.len() as u64 <= storage::MAX_BYTES;
            if !allowed {
                Err(Problem::BadName)
            } else if short {
                Ok(())
            } else {
                Err(Problem::TooLarge)
            }
        };
        saved.runs.iter().try_for_each(fits)?;
        if saved.runs.len() > MAX_RUNS {
            return Err(Problem::TooLarge.into());
        }
        Ok(self.replace(saved)?)
    }

    /// Starts over: no progress and no runs, the settings stay. If what is there cannot be kept, nothing has changed.
    pub fn reset(&mut self) -> Result<(), Problem> {
        let progress = Progress { settings: self.progress.settings.clone(), ..Progress::default() };
        self.replace(Saved { progress, ..Saved::default() })
    }

    /// Whether an import or a reset can be taken back.
    pub fn can_undo_replacement(&self) -> bool {
        self.replaced.is_some() || self.folder.as_ref().is_some_and(|folder| folder.names(REPLACED).iter().any(|name| name == REPLACED))
    }

    /// Takes the last import or reset back, also after a new start; done twice, it is there again. Answers whether there was one.
    pub fn undo_replacement(&mut self) -> Result<bool, Refusal> {
        let text = match &self.folder {
            Some(folder) if self.replaced.is_none() => folder.read_up_to(REPLACED, MAX_BYTES)?,
            _ => None,
        };
        let saved = match text {
            Some(text) => Some(file::parse(&text)?),
            None => self.replaced.clone(),
        };
        let Some(saved) = saved else { return Ok(false) };
        self.replace(saved)?;
        Ok(true)
    }

    fn everything(&mut self) -> Saved {
        let names = self.run_names();
        let runs = names.into_iter().filter_map(|name| Some((name.clone(), self.load_run(&name)?))).collect();
        Saved { progress: self.progress.clone(), runs }
    }

    /// Keeps what is there, writes down what is to come, and then puts it in place; a process killed on the way finishes it when it next starts.
    fn replace(&mut self, next: Saved) -> Result<(), Problem> {
        let old = self.everything();
        let folder = self.folder.as_mut().filter(|folder| folder.is_writable());
        let noted = folder.is_some();
        match folder {
            Some(folder) => {
                note(folder, &old, &next)?;
                self.replaced = None;
            }
            None => self.replaced = Some(old),
        }
        self.put_in_place(next, noted);
        Ok(())
    }

    /// Makes everything as `next` says. `noted` tells that [`REPLACING`] says the same.
    pub(super) fn put_in_place(&mut self, next: Saved, noted: bool) {
        let gone = self.run_names().into_iter().map(|name| (name, None));
        self.unsaved.runs = gone.collect();
        self.unsaved.runs.extend(next.runs.into_iter().map(|(name, text)| (name, Some(text))));
        self.progress = next.progress;
        self.unsaved.progress = true;
        self.unsaved.replacing = noted;
        self.tried.clear();
        self.save();
    }
}

/// Writes down what was and what is to come.
fn note(folder: &mut DataFolder, old: &Saved, next: &Saved) -> Result<(), Problem> {
    folder.write_up_to(REPLACED, &old.to_text()?, MAX_BYTES)?;
    let noted = next.to_text().and_then(|text| folder.write_up_to(REPLACING, &text, MAX_BYTES));
    if noted.is_err()
        && let Err(problem) = folder.remove(REPLACED)
    {
        // nothing was replaced, so there is nothing to take back
        log::warn!("{REPLACED}: {problem:?}");
    }
    noted
}
