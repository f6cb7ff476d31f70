//! What can go wrong with a file, as far as a learner can do something about it; the sentences are told by the screens.

use std::io::{Error, ErrorKind};

/// Why something could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No room is left on the disk, or the learner's share of it is used up.
    Full,
    /// The folder or the disk takes no changes.
    ReadOnly,
    /// The folder is not there and cannot be made.
    NoFolder,
    /// The file that was asked for is not there.
    Missing,
    /// Another window holds the data folder; this one may only read.
    InUse,
    /// More bytes than are read or written.
    TooLarge,
    /// Not text in UTF-8.
    NotText,
    /// A name, or a place, that is not allowed.
    BadName,
    /// Anything else, in the words of the system.
    Other(String),
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => Self::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::InvalidFilename => Self::BadName,
            _ => Self::Other(error.to_string()),
        }
    }
}
