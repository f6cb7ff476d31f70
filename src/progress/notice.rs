//! What the book has to tell the learner; the sentences are the screens'.

use std::path::PathBuf;

use super::{Problem, Unreadable};

/// Something that happened to the learner's files, told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file could not be used, or was gone, and its last good copy was taken instead.
    Recovered {
        /// The name of the file.
        file: String,
    },
    /// A file could not be used and has another name now.
    SetAside {
        /// The name that the file had.
        file: String,
        /// Where it is now.
        to: PathBuf,
        /// Whether a newer Skylab wrote it; otherwise it is broken.
        newer: bool,
    },
    /// Something is not saved. It stays in memory and is tried again with the next change.
    NotSaved(Problem),
    /// What was not saved is saved now.
    SavedAgain,
    /// Another window holds the data folder; what is done in this one is not kept.
    SecondWindow,
}

/// Why an import or an undo was refused. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file cannot be read, or what is there now cannot be kept.
    Problem(Problem),
    /// The file is not an export, or is damaged.
    Unreadable(Unreadable),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Unreadable> for Refusal {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}
