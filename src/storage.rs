//! The only code that touches the disk: files of commands, confined to one folder, the learner's data folder, and folders that are handed
//! out; all written whole or not at all. It knows nothing of what the files mean.

mod disk;
mod folder;
mod name;
mod packs;
mod problem;

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use skylab_cloud::body::Body;
use skylab_terminal::files::{Entry, FileError, Files, inside};

#[cfg(test)]
pub(crate) use disk::Op;
pub use folder::{DataFolder, MAX_BYTES, Recovery, default_path, is_inside, read_text};
pub use name::{is_name, name_of, text_of};
pub use packs::{PackLimits, PackProblem, files_in, folders_in, read_pack, stamp};
pub use problem::Problem;

/// Above this size no operation stores a body, so that its length is all that is looked at (S3: 5 GB in one request).
const MAX_STORED_BYTES: u64 = 5 << 30;
/// Most files that a folder may hold for `aws s3 cp --recursive`.
const MAX_LISTED: usize = 100_000;

/// Files below one folder of the disk. Links that lead out of it are refused.
#[derive(Clone, Debug)]
pub struct DiskFiles {
    root: PathBuf,
}

impl DiskFiles {
    /// Files below `root`, which must be a folder.
    pub fn new(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        if root.is_dir() { Ok(Self { root }) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// Where a path leads, links followed as far as it exists.
    fn locate(&self, path: &str) -> Result<PathBuf, FileError> {
        let wanted = self.root.join(inside(path)?);
        let existing = wanted.ancestors().find(|place| place.symlink_metadata().is_ok()).unwrap_or(&self.root);
        let real = existing.canonicalize().map_err(|error| told(&error))?;
        if real.starts_with(&self.root) { Ok(wanted) } else { Err(FileError::Outside) }
    }
}

fn told(error: &io::Error) -> FileError {
    match error.kind() {
        io::ErrorKind::NotFound => FileError::Missing,
        io::ErrorKind::IsADirectory => FileError::Folder,
        _ => FileError::Other(error.to_string()),
    }
}

/// True for a file that takes no room on the disk: it reads as zeros, and need not be read to know it.
#[cfg(unix)]
fn is_all_hole(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    // small files may live inside their directory entry without any block
    about.blocks() == 0 && about.len() > Body::MAX_BYTES as u64
}

#[cfg(not(unix))]
fn is_all_hole(_about: &fs::Metadata) -> bool {
    false
}

/// Reads a file of any size: small ones as they are, larger ones only if they hold nothing but zeros.
pub fn read_body(path: &Path) -> Result<Body, FileError> {
    let about = fs::metadata(path).map_err(|error| told(&error))?;
    if about.is_dir() {
        return Err(FileError::Folder);
    }
    if !about.is_file() {
        return Err(FileError::Other("not a regular file".to_owned()));
    }
    if about.len() > MAX_STORED_BYTES || is_all_hole(&about) {
        return Ok(Body::Zeros(about.len()));
    }
    let mut file = File::open(path).map_err(|error| told(&error))?;
    if about.len() <= Body::MAX_BYTES as u64 {
        let mut bytes = Vec::with_capacity(about.len() as usize);
        file.take(Body::MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| told(&error))?;
        return Ok(Body::new(bytes));
    }
    let mut chunk = vec![0; 1 << 20];
    loop {
        match file.read(&mut chunk).map_err(|error| told(&error))? {
            0 => return Ok(Body::Zeros(about.len())),
            n if chunk[..n].iter().any(|byte| *byte != 0) => return Err(FileError::TooLarge(about.len())),
            _ => {}
        }
    }
}

/// Opens a script to be read line by line.
pub fn open_script(path: &Path) -> io::Result<impl io::BufRead + use<>> {
    File::open(path).map(io::BufReader::new)
}

/// Makes the folder that a file is to be in.
pub fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

/// Writes a file beside its place and then puts it there, so that a broken write leaves the old one.
pub fn write_atomically(path: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = new_file(folder)?;
    write(&mut file)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// A temporary file that others may read as they may read any file of the learner's.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    builder.tempfile_in(folder)
}

impl Files for DiskFiles {
    fn read(&self, path: &str) -> Result<Body, FileError> {
        read_body(&self.locate(path)?)
    }

    fn write(&mut self, path: &str, body: &Body) -> Result<(), FileError> {
        let place = self.locate(path)?;
        if path.ends_with('/') || place.is_dir() {
            return Err(FileError::Folder);
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(|error| told(&error))?;
        }
        let written = match body {
            // a hole of zeros costs no disk
            Body::Zeros(len) => File::create(&place).and_then(|file| file.set_len(*len)),
            Body::Bytes(bytes) => write_atomically(&place, |file| file.write_all(bytes)),
        };
        written.map_err(|error| told(&error))
    }

    fn remove(&mut self, path: &str) -> Result<(), FileError> {
        fs::remove_file(self.locate(path)?).map_err(|error| told(&error))
    }

    fn is_folder(&self, path: &str) -> bool {
        self.locate(path).is_ok_and(|place| place.is_dir())
    }

    fn list(&self, folder: &str) -> Result<Vec<Entry>, FileError> {
        let top = self.locate(folder)?;
        let (mut found, mut folders) = (Vec::new(), vec![(top, String::new())]);
        while let Some((folder, prefix)) = folders.pop() {
            for entry in fs::read_dir(&folder).map_err(|error| told(&error))? {
                let entry = entry.map_err(|error| told(&error))?;
                let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
                let kind = entry.file_type().map_err(|error| told(&error))?;
                if kind.is_dir() {
                    folders.push((entry.path(), format!("{path}/")));
                } else if kind.is_file() {
                    let len = entry.metadata().map_err(|error| told(&error))?.len();
                    found.push(Entry { path, len });
                }
                if found.len() + folders.len() > MAX_LISTED {
                    return Err(FileError::Other(format!("the folder holds more than {MAX_LISTED} files")));
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn files_are_read_and_written_below_the_root_only() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = DiskFiles::new(folder.path()).unwrap();
        files.write("deep/er/a.txt", &Body::new(b"text".to_vec())).unwrap();
        assert_eq!(files.read_text("deep/er/../er/a.txt").unwrap(), "text");
        assert_eq!(files.read("deep"), Err(FileError::Folder));
        assert_eq!(files.read("none"), Err(FileError::Missing));
        for path in ["../x", "/etc/passwd", "deep/../../x"] {
            assert_eq!(files.read(path), Err(FileError::Outside), "{path}");
            assert_eq!(files.write(path, &Body::default()), Err(FileError::Outside), "{path}");
        }
        assert_eq!(files.list(".").unwrap(), [Entry { path: "deep/er/a.txt".to_owned(), len: 4 }]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_refused() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path(), folder.path().join("out")).unwrap();
        let mut files = DiskFiles::new(folder.path()).unwrap();
        assert_eq!(files.read("out/a"), Err(FileError::Outside));
        assert_eq!(files.write("out/a", &Body::default()), Err(FileError::Outside));
    }

    #[test]
    fn large_files_of_zeros_take_no_memory_and_others_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let len = Body::MAX_BYTES as u64 + 10;
        let mut file = File::create(folder.path().join("zeros")).unwrap();
        file.set_len(len).unwrap();
        let files = DiskFiles::new(folder.path()).unwrap();
        assert_eq!(files.read("zeros"), Ok(Body::Zeros(len)));
        file.write_all(b"x").unwrap();
        assert_eq!(files.read("zeros"), Err(FileError::TooLarge(len)));
    }
}
