//! The runs of benches and labs in the book: one text each, by name. What a text means is for whoever wrote it.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::Book;
use crate::storage::{name_of, text_of};

/// The folder and the ending of the files of runs.
const FOLDER: &str = "runs/";
const ENDING: &str = ".ron";

/// The file of a run.
pub(super) fn file_of(name: &str) -> String {
    format!("{FOLDER}{}{ENDING}", name_of(name))
}

impl Book {
    /// Keeps the text of a run, and saves it at once. Names may be any text of up to about fifty letters.
    pub fn save_run(&mut self, name: &str, text: &str) {
        self.tried.remove(name);
        self.unsaved.runs.insert(name.to_owned(), Some(text.to_owned()));
        self.save();
    }

    /// The text of a run; `None` if there is none. A file that cannot be read is set aside, and its last good copy is taken.
    pub fn load_run(&mut self, name: &str) -> Option<String> {
        if let Some(text) = self.unsaved.runs.get(name) {
            return text.clone();
        }
        let file = file_of(name);
        match self.folder.as_ref()?.read(&file) {
            Ok(text) => text,
            Err(_) => self.recover(&file, false, |_| true),
        }
    }

    /// The names of all runs, in order.
    pub fn run_names(&self) -> Vec<String> {
        let files = self.folder.as_ref().map_or_else(Vec::new, |folder| folder.names(FOLDER));
        let name = |file: &String| text_of(file.strip_prefix(FOLDER)?.strip_suffix(ENDING)?);
        let mut names: BTreeSet<String> = files.iter().filter_map(name).collect();
        for (name, text) in &self.unsaved.runs {
            if text.is_some() {
                names.insert(name.clone())
            } else {
                names.remove(name)
            };
        }
        names.into_iter().collect()
    }

    /// Removes a run. Its last state stays in the folder as a kept copy.
    pub fn forget_run(&mut self, name: &str) {
        self.unsaved.runs.insert(name.to_owned(), None);
        self.save();
    }

    /// Tells that the text of a run is of no use: it is broken, or `newer` than this Skylab. It is set aside, and the answer is the last good
    /// copy, if there is one. `is_good` judges the copies; one that turns out to be of no use all the same can be told in the same way.
    pub fn run_broken(&mut self, name: &str, newer: bool, mut is_good: impl FnMut(&str) -> bool) -> Option<String> {
        if self.unsaved.runs.remove(name).is_some() {
            return self.load_run(name);
        }
        let file = file_of(name);
        let broken = self.folder.as_ref()?.read(&file).ok().flatten();
        let mut tried = self.tried.remove(name).unwrap_or_default();
        tried.extend(broken.as_deref().map(mark_of));
        let good = self.recover(&file, newer, |text| !tried.contains(&mark_of(text)) && is_good(text));
        tried.extend(good.as_deref().map(mark_of));
        self.tried.insert(name.to_owned(), tried);
        good
    }
}

/// A number that tells texts apart, within one run of the app.
fn mark_of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
