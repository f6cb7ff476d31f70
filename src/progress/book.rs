//! The book in which progress is kept: it loads, saves at once, and tells what went wrong. It decides nothing about courses.

mod exchange;
mod load;
mod runs;

#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    path::{Path, PathBuf},
};

use super::{Notice, Problem, Progress, Saved};
use crate::storage::{self, DataFolder};

/// The file of the progress in the data folder.
const FILE: &str = "progress.ron";
/// Most bytes of it: many times what a whole course leaves, and still read in a moment, whatever is in it.
const MAX_FILE_BYTES: u64 = 16 << 20;
/// Everything as it was before the last import or reset, to take that back.
const REPLACED: &str = "replaced.ron";
/// What an import or a reset is about to put in place, for the next start to finish.
const REPLACING: &str = "replacing.ron";

/// The progress in memory, and its files. What cannot be saved stays in memory, and is tried again with each change.
#[derive(Default)]
pub struct Book {
    /// `None` for a book that is never saved.
    folder: Option<DataFolder>,
    progress: Progress,
    unsaved: Unsaved,
    /// The text of [`FILE`] when the book was opened.
    found: Option<String>,
    /// Files that cannot be used and could not be set aside yet, and whether a newer Skylab wrote them. Nothing is written over them.
    in_the_way: BTreeMap<String, bool>,
    /// Why the last attempt to save failed; told once.
    failing: Option<Problem>,
    notices: Vec<Notice>,
    /// What an import or a reset replaced, where it cannot be kept in a file.
    replaced: Option<Saved>,
    /// Copies of runs that were handed out in place of a broken one, by name and [`runs::mark_of`].
    tried: BTreeMap<String, BTreeSet<u64>>,
}

/// What is in memory and not, or not yet, on the disk.
#[derive(Default)]
struct Unsaved {
    progress: bool,
    /// Runs by name; `None` for one to be removed.
    runs: BTreeMap<String, Option<String>>,
    /// Whether [`REPLACING`] is there and still needed.
    replacing: bool,
}

impl Book {
    /// Opens the book in a data folder. This never fails; what is not as it should be is among the [`Self::notices`].
    pub fn open(path: &Path) -> Self {
        let (folder, problem) = DataFolder::open(path);
        let mut book = Self { folder: Some(folder), ..Self::default() };
        match problem {
            Some(Problem::InUse) => {
                book.notices.push(Notice::SecondWindow);
                book.failing = Some(Problem::InUse);
            }
            Some(problem) => book.failed(problem),
            None => {}
        }
        if !book.finish_replacement() {
            book.load();
        }
        book
    }

    /// Opens the book where [`default_path`](storage::default_path) says.
    pub fn open_default() -> Self {
        storage::default_path().map_or_else(
            || {
                let mut book = Self::in_memory();
                book.failed(Problem::NoFolder);
                book
            },
            |path| Self::open(&path),
        )
    }

    /// An empty book that is never saved, for pictures and tests.
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// What happened since they were last taken, oldest first.
    pub fn notices(&mut self) -> Vec<Notice> {
        mem::take(&mut self.notices)
    }

    /// What the learner has done.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Changes the progress and, if that made a difference, saves it at once.
    pub fn change(&mut self, change: impl FnOnce(&mut Progress)) {
        let mut next = self.progress.clone();
        change(&mut next);
        let next = next.bounded();
        if next != self.progress {
            self.progress = next;
            self.unsaved.progress = true;
            self.save();
        }
    }

    /// Whether nothing is written: in a second window, or where the folder takes no changes. A book in memory is not read-only.
    pub fn is_read_only(&self) -> bool {
        self.folder.as_ref().is_some_and(|folder| !folder.is_writable())
    }

    /// Where the files are; `None` for a book in memory.
    pub fn folder_path(&self) -> Option<&Path> {
        self.folder.as_ref().map(DataFolder::path)
    }

    /// Whether all work is on the disk. For a book in memory that is never so once there is work.
    pub fn is_saved(&self) -> bool {
        !self.unsaved.progress && self.unsaved.runs.is_empty() && !self.unsaved.replacing
    }

    /// Tries to save what is not saved yet. Each change does so by itself; this is for the moment before the window closes.
    pub fn save(&mut self) {
        if self.folder.is_none() || self.is_saved() {
            return;
        }
        self.open_again();
        match self.write_unsaved() {
            Ok(()) => {
                if self.failing.take().is_some() {
                    self.notices.push(Notice::SavedAgain);
                }
            }
            Err(problem) => self.failed(problem),
        }
    }

    /// Lets a test stop operations on the disk, or make them fail.
    #[cfg(test)]
    pub(crate) fn set_gate(&mut self, gate: impl FnMut(storage::Op) -> std::io::Result<()> + Send + 'static) {
        if let Some(folder) = &mut self.folder {
            folder.set_gate(gate);
        }
    }

    /// Tells a problem unless it is the one that was told last.
    fn failed(&mut self, problem: Problem) {
        if self.failing.as_ref() != Some(&problem) {
            self.notices.push(Notice::NotSaved(problem.clone()));
        }
        self.failing = Some(problem);
    }

    /// Writes what it can, and answers the first problem.
    fn write_unsaved(&mut self) -> Result<(), Problem> {
        let mut outcome = Ok(());
        for (name, text) in mem::take(&mut self.unsaved.runs) {
            if let Err(problem) = self.put(&runs::file_of(&name), text.as_deref()) {
                outcome = outcome.and(Err(problem));
                self.unsaved.runs.insert(name, text);
            }
        }
        if self.unsaved.progress {
            let text = Saved { progress: self.progress.clone(), runs: BTreeMap::new() }.to_text()?;
            let written = self.put(FILE, Some(&text));
            self.unsaved.progress = written.is_err();
            outcome = outcome.and(written);
        }
        if let (Ok(()), true, Some(folder)) = (&outcome, self.unsaved.replacing, &mut self.folder) {
            folder.discard(REPLACING)?;
            self.unsaved.replacing = false;
        }
        outcome
    }

    /// Writes a file, or removes it, once nothing that must stay is in its way.
    fn put(&mut self, file: &str, text: Option<&str>) -> Result<(), Problem> {
        let Some(folder) = &mut self.folder else { return Ok(()) };
        if let Some(&newer) = self.in_the_way.get(file) {
            match folder.set_aside(file) {
                Ok(to) => self.notices.push(Notice::SetAside { file: file.to_owned(), to, newer }),
                Err(Problem::Missing) => {}
                Err(problem) => return Err(problem),
            }
            self.in_the_way.remove(file);
        }
        match text {
            Some(text) if file == FILE => folder.write_up_to(file, text, MAX_FILE_BYTES),
            Some(text) => folder.write(file, text),
            None => folder.remove(file),
        }
    }

    /// A folder that could not be written may be there again: a disk that was full or not plugged in. It is taken only if the progress in it is what
    /// this book began with, so that nothing is written over what was never read.
    fn open_again(&mut self) {
        let Some(path) = self.folder.as_ref().filter(|folder| folder.problem().is_some_and(|it| *it != Problem::InUse)) else { return };
        let path: PathBuf = path.path().to_owned();
        let (folder, problem) = DataFolder::open(&path);
        let same =
            |file: &str, expected: Option<&String>| folder.read_up_to(file, MAX_FILE_BYTES).is_ok_and(|text| text.as_ref() == expected);
        if problem.is_none() && same(FILE, self.found.as_ref()) && same(REPLACING, None) {
            self.folder = Some(folder);
        }
    }
}
