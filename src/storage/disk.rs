//! The few operations that change the data folder, each of which a test can stop or let fail; it decides nothing.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
};

/// How temporary files end; they begin with a dot.
pub(super) const TEMPORARY: &str = ".tmp";

/// One operation that changes the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    MakeFolder,
    Create,
    Write,
    Sync,
    Link,
    Copy,
    Rename,
    Remove,
    SyncFolder,
}

/// Asked before each operation; an error is what the operation then ends with.
pub(crate) type Gate = Box<dyn FnMut(Op) -> io::Result<()> + Send>;

/// The disk behind a gate that is open, except in tests.
#[derive(Default)]
pub(super) struct Disk {
    pub(super) gate: Option<Gate>,
}

impl Disk {
    fn ask(&mut self, op: Op) -> io::Result<()> {
        self.gate.as_mut().map_or(Ok(()), |gate| gate(op))
    }

    pub(super) fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        self.ask(Op::MakeFolder)?;
        fs::create_dir_all(folder)
    }

    /// A new file with this text, safely on the disk; whatever was left at its place is replaced.
    pub(super) fn create(&mut self, place: &Path, text: &str) -> io::Result<()> {
        self.remove_if_there(place)?;
        self.ask(Op::Create)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(place)?;
        self.ask(Op::Write)?;
        file.write_all(text.as_bytes())?;
        self.ask(Op::Sync)?;
        file.sync_all()
    }

    /// Gives a file a second name, or a copy where the disk knows no second names. What has that name already goes.
    pub(super) fn link(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.remove_if_there(to)?;
        match self.ask(Op::Link).and_then(|()| fs::hard_link(from, to)) {
            Ok(()) => Ok(()),
            Err(_) => self.copy(from, to),
        }
    }

    fn copy(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let temporary = temporary_of(to);
        self.ask(Op::Copy)?;
        if !from.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let copied = fs::copy(from, &temporary).and_then(|_| OpenOptions::new().write(true).open(&temporary)?.sync_all());
        let done = copied.and_then(|()| self.rename(&temporary, to));
        if done.is_err() {
            // the failure that is told is the first one
            let _ = self.remove_if_there(&temporary);
        }
        done
    }

    /// Gives a file another name in one step; a file of that name is replaced.
    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask(Op::Rename)?;
        fs::rename(from, to)
    }

    pub(super) fn remove_if_there(&mut self, place: &Path) -> io::Result<()> {
        if place.symlink_metadata().is_err() {
            return Ok(());
        }
        self.ask(Op::Remove)?;
        fs::remove_file(place)
    }

    /// Makes names that were given or taken outlast a power cut, where the system has a way to.
    pub(super) fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.ask(Op::SyncFolder)?;
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// Where a file is written before it gets its name; of this process alone.
pub(super) fn temporary_of(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.{}{TEMPORARY}", std::process::id()))
}

/// True for a name that [`temporary_of`] makes.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(TEMPORARY)
}
