//! The data folder: small texts by name, with a lock, whole writes and kept copies. It knows nothing of what the texts mean.

mod recover;
mod write;

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs::{self, File, OpenOptions, TryLockError},
    io::{ErrorKind, Read as _},
    path::{Path, PathBuf},
};

use super::{
    Problem,
    disk::{Disk, is_temporary},
    name::{RUNS, checked},
};

pub use recover::Recovery;

/// Most bytes of a file that is read or written unless more is asked for.
pub const MAX_BYTES: u64 = 64 << 20;
/// Most names that a folder is searched for.
const MAX_NAMES: usize = 100_000;
/// Where copies of earlier states are.
const KEPT: &str = "kept";
/// Where files are that could not be used.
const SET_ASIDE: &str = "set-aside";
/// The file whose lock says that a window holds the folder. It has no content and stays.
const LOCK: &str = "lock";

/// A folder with the learner's files. One process at a time may write to it; every other one reads.
pub struct DataFolder {
    path: PathBuf,
    /// The locked file, or why nothing can be written.
    access: Result<File, Problem>,
    disk: Disk,
    /// Names written since the folder was opened; see `keep`.
    written: BTreeSet<String>,
}

impl DataFolder {
    /// Opens the folder, and makes it if it is not there. It never fails: where nothing can be written, the problem says why, `read` finds what
    /// there is, and `write` answers the same problem.
    pub fn open(path: &Path) -> (Self, Option<Problem>) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let access = take(&path);
        let problem = access.as_ref().err().cloned();
        let mut folder = Self { path, access, disk: Disk::default(), written: BTreeSet::new() };
        if folder.is_writable() {
            folder.clean();
        }
        (folder, problem)
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether this process may write.
    pub fn is_writable(&self) -> bool {
        self.access.is_ok()
    }

    /// Why nothing can be written.
    pub fn problem(&self) -> Option<&Problem> {
        self.access.as_ref().err()
    }

    /// The text of a file, of at most [`MAX_BYTES`]; `None` if there is no such file.
    pub fn read(&self, name: &str) -> Result<Option<String>, Problem> {
        self.read_up_to(name, MAX_BYTES)
    }

    /// The same for a file that may be larger, or must be smaller.
    pub fn read_up_to(&self, name: &str, max_bytes: u64) -> Result<Option<String>, Problem> {
        match read_text(&self.place(name)?, max_bytes) {
            Err(Problem::Missing) => Ok(None),
            read => read.map(Some),
        }
    }

    /// The names in the folder that begin so, in order. Folders, kept copies and files of other makers are not among them.
    pub fn names(&self, prefix: &str) -> Vec<String> {
        let mut names = Vec::new();
        for folder in ["", RUNS] {
            let Ok(entries) = fs::read_dir(self.path.join(folder)) else { continue };
            let files = entries.take(MAX_NAMES).filter_map(Result::ok).filter(|entry| entry.path().is_file());
            let found = files.filter_map(|entry| Some(format!("{folder}{}", entry.file_name().to_str()?)));
            names.extend(found.filter(|name| name.starts_with(prefix) && checked(name).is_ok()));
        }
        names.sort();
        names
    }

    /// Copies of earlier states of a file, newest first; see [`Self::write`].
    pub fn kept(&self, name: &str) -> Vec<PathBuf> {
        let places = (1..=write::N_KEPT).map(|n| self.kept_place(name, n));
        if checked(name).is_ok() { places.filter(|place| place.is_file()).collect() } else { Vec::new() }
    }

    /// The text of a copy that [`Self::kept`] names.
    pub fn read_kept(&self, place: &Path) -> Result<String, Problem> {
        if place.starts_with(self.path.join(KEPT)) { read_text(place, MAX_BYTES) } else { Err(Problem::BadName) }
    }

    /// Lets a test stop operations, or make them fail.
    #[cfg(test)]
    pub(crate) fn set_gate(&mut self, gate: impl FnMut(super::disk::Op) -> std::io::Result<()> + Send + 'static) {
        self.disk.gate = Some(Box::new(gate));
    }

    fn place(&self, name: &str) -> Result<PathBuf, Problem> {
        Ok(self.path.join(checked(name)?))
    }

    fn kept_place(&self, name: &str, n: u8) -> PathBuf {
        self.path.join(KEPT).join(format!("{name}.{n}"))
    }

    /// Takes away what a killed process left half written.
    fn clean(&mut self) {
        for folder in ["", KEPT, SET_ASIDE].into_iter().flat_map(|folder| [self.path.join(folder), self.path.join(folder).join(RUNS)]) {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for entry in entries.take(MAX_NAMES).filter_map(Result::ok) {
                if is_temporary(&entry.file_name().to_string_lossy())
                    && let Err(error) = self.disk.remove_if_there(&entry.path())
                {
                    log::warn!("{}: {error}", entry.path().display());
                }
            }
        }
    }
}

/// Makes the folder, takes its lock and sees whether files can be made in it.
fn take(path: &Path) -> Result<File, Problem> {
    if let Err(error) = fs::create_dir_all(path) {
        let problem = Problem::from(error);
        return Err(if problem == Problem::Full { problem } else { Problem::NoFolder });
    }
    let lock = OpenOptions::new().write(true).create(true).truncate(false).open(path.join(LOCK))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => return Err(Problem::InUse),
        // Some network disks know no locks. Never to save there would be worse than to trust that nobody opens two windows.
        Err(TryLockError::Error(error)) => log::warn!("no lock on {}: {error}", path.display()),
        Ok(()) => {}
    }
    let probe = super::disk::temporary_of(&path.join("probe"));
    File::create(&probe)?;
    fs::remove_file(&probe)?;
    Ok(lock)
}

/// The text of a file anywhere, without the mark that some editors put before UTF-8.
pub fn read_text(place: &Path, max_bytes: u64) -> Result<String, Problem> {
    let about = match fs::metadata(place) {
        // a broken link is there, and is no text
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) && place.symlink_metadata().is_err() => {
            return Err(Problem::Missing);
        }
        about => about?,
    };
    if !about.is_file() {
        return Err(Problem::NotText);
    }
    if about.len() > max_bytes {
        return Err(Problem::TooLarge);
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    let read = File::open(place).and_then(|file| file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes));
    // not being allowed to read is not the read-only disk that the conversion would make of it
    read.map_err(|error| Problem::Other(error.to_string()))?;
    if bytes.len() as u64 > max_bytes {
        return Err(Problem::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| Problem::NotText)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whether a file, which need not be there yet, would be in a folder.
pub fn is_inside(file: &Path, folder: &Path) -> bool {
    let around = file.parent().filter(|around| !around.as_os_str().is_empty()).unwrap_or(Path::new("."));
    around.canonicalize().is_ok_and(|around| folder.canonicalize().is_ok_and(|folder| around.starts_with(folder)))
}

/// Where the learner's files are by default: what `SKYLAB_DATA` says, or the system's place for data of an app; `None` if there is no home.
pub fn default_path() -> Option<PathBuf> {
    chosen_path(std::env::var_os("SKYLAB_DATA"))
}

fn chosen_path(wish: Option<OsString>) -> Option<PathBuf> {
    let wish = wish.filter(|wish| !wish.is_empty()).map(PathBuf::from);
    wish.or_else(|| Some(directories::ProjectDirs::from("", "", "Skylab")?.data_dir().to_owned()))
}
