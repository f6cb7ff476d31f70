//! Files as commands see them: a trait, the rule that every path stays inside one folder, and files in memory. The disk itself is elsewhere.

use std::{collections::BTreeMap, fmt};

use skylab_cloud::body::Body;

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// No such file.
    Missing,
    /// It is a folder.
    Folder,
    /// The path leads out of the folder that commands may use.
    Outside,
    /// The text is not UTF-8.
    NotText,
    /// More than the limit, and not all zeros.
    TooLarge(u64),
    /// The operating system's words.
    Other(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("No such file or directory"),
            Self::Folder => f.write_str("Is a directory"),
            Self::Outside => {
                f.write_str("the path leads outside of the folder that commands may use (--root; by default the script's folder)")
            }
            Self::NotText => f.write_str("the file is not UTF-8 text; use fileb:// for binary files"),
            Self::TooLarge(bytes) => write!(
                f,
                "the file has {bytes} bytes; larger than {} bytes is only possible for files of zeros (truncate -s SIZE FILE)",
                Body::MAX_BYTES
            ),
            Self::Other(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for FileError {}

/// A file found below a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path relative to the folder, with `/`.
    pub path: String,
    /// Its length in bytes.
    pub len: u64,
}

/// The files that commands may use. Paths are as typed; implementations pass them through [`inside`].
pub trait Files {
    /// The contents of a file.
    fn read(&self, path: &str) -> Result<Body, FileError>;

    /// The contents of a file of text.
    fn read_text(&self, path: &str) -> Result<String, FileError> {
        match self.read(path)? {
            Body::Bytes(bytes) => String::from_utf8(bytes.to_vec()).map_err(|_| FileError::NotText),
            Body::Zeros(0) => Ok(String::new()),
            Body::Zeros(_) => Err(FileError::NotText),
        }
    }

    /// Writes a file, making the folders on the way.
    fn write(&mut self, path: &str, body: &Body) -> Result<(), FileError>;

    /// Removes a file.
    fn remove(&mut self, path: &str) -> Result<(), FileError>;

    /// True if the path is a folder.
    fn is_folder(&self, path: &str) -> bool;

    /// Every file below a folder, in the order of their paths.
    fn list(&self, folder: &str) -> Result<Vec<Entry>, FileError>;
}

/// The path from the root to what was typed, or [`FileError::Outside`]. `.` gives the empty path.
///
/// Windows' drive letters and backslashes lead outside on every system, so that scripts behave alike everywhere.
pub fn inside(path: &str) -> Result<String, FileError> {
    let mut parts = Vec::new();
    if path.starts_with(['/', '~']) || path.contains(['\\', '\0']) || path.as_bytes().get(1) == Some(&b':') {
        return Err(FileError::Outside);
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or(FileError::Outside)?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// Files in memory, for tests and for benches that have no disk.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: BTreeMap<String, Body>,
}

impl MemoryFiles {
    /// Adds a file.
    #[must_use]
    pub fn with(mut self, path: &str, contents: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), Body::new(contents.as_ref()));
        self
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &str) -> Result<Body, FileError> {
        let found = self.files.get(&inside(path)?).cloned();
        found.ok_or_else(|| if self.is_folder(path) { FileError::Folder } else { FileError::Missing })
    }

    fn write(&mut self, path: &str, body: &Body) -> Result<(), FileError> {
        if path.ends_with('/') || self.is_folder(path) {
            return Err(FileError::Folder);
        }
        self.files.insert(inside(path)?, body.clone());
        Ok(())
    }

    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        self.files.remove(&inside(path)?).map(|_| ()).ok_or(FileError::Missing)
    }

    fn is_folder(&self, path: &str) -> bool {
        inside(path).is_ok_and(|path| path.is_empty() || self.files.keys().any(|name| below(name, &path).is_some()))
    }

    fn list(&self, folder: &str) -> Result<Vec<Entry>, FileError> {
        let folder = inside(folder)?;
        let found = self.files.iter().filter_map(|(name, body)| Some(Entry { path: below(name, &folder)?.to_owned(), len: body.len() }));
        Ok(found.collect())
    }
}

fn below<'a>(name: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() { Some(name) } else { name.strip_prefix(folder)?.strip_prefix('/') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_of_the_root() {
        for (path, want) in [("a.txt", "a.txt"), ("./a/../b.txt", "b.txt"), ("a//b/./c", "a/b/c"), (".", ""), ("a b/한글", "a b/한글")]
        {
            assert_eq!(inside(path).as_deref(), Ok(want), "{path}");
        }
        for path in ["../a", "a/../../b", "/etc/passwd", "~/a", "C:\\a", "c:a", "..", "a\\..\\b"] {
            assert_eq!(inside(path), Err(FileError::Outside), "{path}");
        }
    }

    #[test]
    fn files_in_memory_are_read_back() {
        let mut files = MemoryFiles::default().with("a/b.txt", "text").with("zeros", [0_u8; 4]);
        assert_eq!(files.read_text("./a/b.txt").as_deref(), Ok("text"));
        assert_eq!(files.read("zeros"), Ok(Body::Zeros(4)));
        assert_eq!(files.read("a"), Err(FileError::Folder));
        assert_eq!(files.read("b"), Err(FileError::Missing));
        assert_eq!(files.read_text("zeros"), Err(FileError::NotText));
        assert_eq!(files.write("../c", &Body::Zeros(1)), Err(FileError::Outside));
        assert_eq!(files.write("a/c", &Body::Zeros(1)), Ok(()));
        assert_eq!(files.list("a").unwrap().iter().map(|entry| entry.path.as_str()).collect::<Vec<_>>(), ["b.txt", "c"]);
        assert_eq!(files.remove("a/c"), Ok(()));
        assert!(files.is_folder("a") && !files.is_folder("a/b.txt") && files.is_folder("."));
    }
}
