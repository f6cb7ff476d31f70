//! Folders of files that somebody hands out, such as a lab: read whole into memory, within bounds, with nothing from outside of the folder.
//! It knows nothing of what the files mean.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use super::Problem;

/// How much a folder may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackLimits {
    /// Bytes of one file.
    pub file_bytes: usize,
    /// Bytes of all files.
    pub bytes: usize,
    /// Files.
    pub files: usize,
    /// Folders within folders.
    pub depth: usize,
}

/// Why a folder was not read. The path is the one within the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackProblem {
    /// There is no such folder.
    NoFolder,
    /// A link: it may lead anywhere.
    Link(String),
    /// Neither a file nor a folder.
    NoFile(String),
    /// A file has more bytes than it may.
    TooLarge(String),
    /// The folder has more bytes than it may.
    TooMuch,
    /// The folder has more files than it may.
    TooMany,
    /// Folders are nested deeper than they may.
    TooDeep(String),
    /// Anything else.
    Other(String, Problem),
}

/// The files of a folder by path, with `/`. Hidden files belong to editors and are left out.
pub fn read_pack(folder: &Path, limits: PackLimits) -> Result<BTreeMap<String, Vec<u8>>, PackProblem> {
    if !folder.is_dir() {
        return Err(PackProblem::NoFolder);
    }
    let mut pack = Reading { limits, files: BTreeMap::new(), n_bytes: 0, n_seen: 0 };
    pack.folder(folder, "", 0)?;
    Ok(pack.files)
}

struct Reading {
    limits: PackLimits,
    files: BTreeMap<String, Vec<u8>>,
    n_bytes: usize,
    n_seen: usize,
}

impl Reading {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), PackProblem> {
        if depth > self.limits.depth {
            return Err(PackProblem::TooDeep(prefix.to_owned()));
        }
        let other = |error| PackProblem::Other(prefix.to_owned(), Problem::from(error));
        for entry in fs::read_dir(folder).map_err(other)? {
            let entry = entry.map_err(other)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            self.n_seen += 1;
            if self.n_seen > self.limits.files {
                return Err(PackProblem::TooMany);
            }
            // of the entry itself, not of what a link leads to
            let kind = entry.file_type().map_err(other)?;
            if kind.is_symlink() {
                return Err(PackProblem::Link(path));
            }
            if kind.is_dir() {
                self.folder(&entry.path(), &format!("{path}/"), depth + 1)?;
            } else if kind.is_file() {
                self.file(&entry.path(), path)?;
            } else {
                return Err(PackProblem::NoFile(path));
            }
        }
        Ok(())
    }

    fn file(&mut self, place: &Path, path: String) -> Result<(), PackProblem> {
        let mut bytes = Vec::new();
        let most = self.limits.file_bytes as u64 + 1;
        let read = File::open(place).and_then(|file| file.take(most).read_to_end(&mut bytes));
        read.map_err(|error| PackProblem::Other(path.clone(), Problem::from(error)))?;
        if bytes.len() > self.limits.file_bytes {
            return Err(PackProblem::TooLarge(path));
        }
        self.n_bytes += bytes.len();
        if self.n_bytes > self.limits.bytes {
            return Err(PackProblem::TooMuch);
        }
        self.files.insert(path, bytes);
        Ok(())
    }
}

/// The folders below `folder`, in the order of their names, at most so many.
pub fn folders_in(folder: &Path, most: usize) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_folder = |entry: &fs::DirEntry| !entry.file_name().to_string_lossy().starts_with('.') && entry.path().is_dir();
    let mut found: Vec<PathBuf> = entries.filter_map(Result::ok).filter(is_folder).take(most).map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// The files directly in `folder` whose names end so, in the order of their names, at most so many.
pub fn files_in(folder: &Path, end: &str, most: usize) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let fits = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().ends_with(end) && entry.path().is_file();
    let mut found: Vec<PathBuf> = entries.filter_map(Result::ok).filter(fits).take(most).map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// A number that changes when a file of the folder does: for somebody who edits and looks at the same time.
pub fn stamp(folder: &Path, limits: PackLimits) -> u64 {
    let (mut stamp, mut folders, mut n_seen) = (0_u64, vec![(folder.to_owned(), 0)], 0);
    while let Some((folder, depth)) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.filter_map(Result::ok) {
            n_seen += 1;
            let Ok(about) = entry.metadata() else { continue };
            if n_seen > limits.files || entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if about.is_dir() && depth < limits.depth {
                folders.push((entry.path(), depth + 1));
            }
            let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let nanos = changed.map_or(0, |since| since.as_nanos() as u64);
            // a sum does not depend on the order in which the disk lists files
            let name = entry.file_name().to_string_lossy().bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
            stamp = stamp.wrapping_add(nanos.rotate_left(17) ^ about.len().rotate_left(41) ^ name);
        }
    }
    stamp
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: PackLimits = PackLimits { file_bytes: 100, bytes: 150, files: 6, depth: 1 };

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let place = folder.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
        folder
    }

    #[test]
    fn the_files_of_a_folder_are_read_with_their_paths() {
        let folder = folder(&[("lab.ron", "()"), ("files/a.txt", "a"), (".hidden", "x")]);
        let files = read_pack(folder.path(), LIMITS).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["files/a.txt", "lab.ron"]);
        assert_eq!(read_pack(&folder.path().join("none"), LIMITS), Err(PackProblem::NoFolder));
    }

    #[test]
    fn a_folder_over_its_limits_is_refused() {
        let long = "x".repeat(101);
        let half = "x".repeat(80);
        for (files, want) in [
            (vec![("a", long.as_str())], PackProblem::TooLarge("a".into())),
            (vec![("a", half.as_str()), ("b", half.as_str())], PackProblem::TooMuch),
            (vec![("a", ""), ("b", ""), ("c", ""), ("d", ""), ("e", ""), ("f", ""), ("g", "")], PackProblem::TooMany),
            (vec![("a/b/c", "")], PackProblem::TooDeep("a/b/".into())),
        ] {
            assert_eq!(read_pack(folder(&files).path(), LIMITS), Err(want));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_folder_is_refused_wherever_it_leads() {
        let folder = folder(&[("lab.ron", "()")]);
        for to in ["/etc/passwd", "lab.ron", "..", "nowhere"] {
            let link = folder.path().join("link");
            std::os::unix::fs::symlink(to, &link).unwrap();
            assert_eq!(read_pack(folder.path(), LIMITS), Err(PackProblem::Link("link".into())), "{to}");
            fs::remove_file(link).unwrap();
        }
    }

    #[test]
    fn a_changed_file_changes_the_stamp() {
        let folder = folder(&[("lab.ron", "()"), ("files/a.txt", "a")]);
        let before = stamp(folder.path(), LIMITS);
        assert_eq!(stamp(folder.path(), LIMITS), before);
        fs::write(folder.path().join("files/a.txt"), "ab").unwrap();
        assert_ne!(stamp(folder.path(), LIMITS), before);
    }
}
