//! Changing the data folder: writing whole, keeping copies, setting aside, removing. At every step a good file is at its place.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    super::{Problem, disk::temporary_of, name::checked},
    DataFolder, MAX_BYTES, SET_ASIDE,
};

/// Copies kept of a file: its state before the last write, and as it was found at this opening and at the one before.
pub(super) const N_KEPT: u8 = 3;
/// Most files of one name that are set aside.
const MAX_SET_ASIDE: u32 = 100_000;

impl DataFolder {
    /// Writes a file whole, of at most [`MAX_BYTES`]: afterwards, or after a power cut, its text is the old one or the new one.
    /// The old one is kept as the newest copy.
    pub fn write(&mut self, name: &str, text: &str) -> Result<(), Problem> {
        self.write_up_to(name, text, MAX_BYTES)
    }

    /// The same for a text that may be longer.
    pub fn write_up_to(&mut self, name: &str, text: &str, max_bytes: u64) -> Result<(), Problem> {
        self.check(name)?;
        if text.len() as u64 > max_bytes {
            return Err(Problem::TooLarge);
        }
        Ok(self.put(name, text, true)?)
    }

    /// Takes a file away; its last state is kept as a copy.
    pub fn remove(&mut self, name: &str) -> Result<(), Problem> {
        let place = self.check(name)?;
        if place.symlink_metadata().is_err() {
            return Ok(());
        }
        self.keep(name, &place)?;
        self.discard(name)
    }

    /// Takes a file away for good: for one that only repeats what is elsewhere.
    pub fn discard(&mut self, name: &str) -> Result<(), Problem> {
        let place = self.check(name)?;
        self.disk.remove_if_there(&place)?;
        Ok(self.disk.sync_folder(place.parent().unwrap_or(&self.path))?)
    }

    /// Moves a file that cannot be used to a name that nothing has yet, and answers where it is now.
    pub fn set_aside(&mut self, name: &str) -> Result<PathBuf, Problem> {
        let place = self.check(name)?;
        if place.symlink_metadata().is_err() {
            return Err(Problem::Missing);
        }
        let aside = self.free_aside(name)?;
        self.disk.rename(&place, &aside)?;
        Ok(aside)
    }

    /// The place of a name that may be written now.
    pub(super) fn check(&self, name: &str) -> Result<PathBuf, Problem> {
        let place = self.place(name)?;
        self.problem().cloned().map_or(Ok(place), Err)
    }

    /// Puts a text at its place by way of a temporary file.
    pub(super) fn put(&mut self, name: &str, text: &str, keep: bool) -> io::Result<()> {
        let place = self.path.join(name);
        let temporary = temporary_of(&place);
        let folder = place.parent().unwrap_or(&self.path).to_owned();
        self.disk.make_folder(&folder)?;
        let done = self.replace(&temporary, &place, name, text, keep);
        if done.is_err() {
            // the failure that is told is the first one; what is left goes when the folder is next opened
            let _ = self.disk.remove_if_there(&temporary);
        }
        done?;
        if let Err(error) = self.disk.sync_folder(&folder) {
            // the file is there and whole; only a power cut in the next seconds could bring back the old one
            log::warn!("{}: {error}", folder.display());
        }
        Ok(())
    }

    fn replace(&mut self, temporary: &Path, place: &Path, name: &str, text: &str, keep: bool) -> io::Result<()> {
        self.disk.create(temporary, text)?;
        if keep && let Err(error) = self.keep(name, place) {
            // a copy is a second net; not to save the work for want of it would be wrong
            log::warn!("no copy of {name}: {error}");
        }
        self.disk.rename(temporary, place)
    }

    /// Keeps a copy of a file as it is now. The first time after opening, the older copies move on, so that a hundred writes in an hour do not
    /// push out the state of yesterday.
    fn keep(&mut self, name: &str, place: &Path) -> io::Result<()> {
        if !place.is_file() {
            return Ok(());
        }
        let [last, found, before] = [1, 2, N_KEPT].map(|n| self.kept_place(name, n));
        if let Some(folder) = last.parent() {
            self.disk.make_folder(folder)?;
        }
        if self.written.insert(name.to_owned()) {
            if found.is_file() {
                self.disk.rename(&found, &before)?;
            }
            self.disk.link(place, &found)?;
        }
        self.disk.link(place, &last)
    }

    /// A place under `set-aside` that nothing has yet.
    pub(super) fn free_aside(&mut self, name: &str) -> Result<PathBuf, Problem> {
        let first = self.path.join(SET_ASIDE).join(format!("{}-1", checked(name)?));
        self.disk.make_folder(first.parent().unwrap_or(&self.path))?;
        let mut places = (2..=MAX_SET_ASIDE).map(|n| self.path.join(SET_ASIDE).join(format!("{name}-{n}")));
        let mut place = first;
        while place.symlink_metadata().is_ok() {
            place = places.next().ok_or(Problem::BadName)?;
        }
        Ok(place)
    }
}
