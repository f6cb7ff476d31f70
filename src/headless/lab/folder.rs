//! Labs by what a person names on the command line: a folder, its `lab.ron`, or the id of a lab that is packed in.

use std::path::{Path, PathBuf};

use super::speak::pack_problem;
use crate::i18n::{Lang, lab_text};
use crate::learn::lab::{self, Complaint, Lab, Pack, Shelf, Source};
use crate::storage::{self, PackLimits};

/// The bounds of a pack.
pub(super) const LIMITS: PackLimits = PackLimits {
    file_bytes: lab::limits::MAX_FILE_BYTES,
    bytes: lab::limits::MAX_PACK_BYTES,
    files: lab::limits::MAX_FILES,
    depth: lab::limits::MAX_DEPTH,
};

/// Most packs that a folder is searched for.
const MAX_PACKS: usize = 500;

/// The folder of a lab: the one named, or the one that the named file is in.
pub(super) fn folder_of(named: &str) -> PathBuf {
    let path = Path::new(named);
    match path.parent() {
        Some(parent) if path.is_file() => {
            if parent.as_os_str().is_empty() {
                ".".into()
            } else {
                parent.to_owned()
            }
        }
        _ => path.to_owned(),
    }
}

/// Reads the lab in a folder. A lab of the repository has its texts in `locales`, beside `labs`.
pub(super) fn read(folder: &Path) -> Result<Lab, Complaint> {
    let mut pack = files(folder)?;
    let Source::Folder(name) = pack.source.clone() else { return lab::load(pack) };
    for lang in Lang::ALL.into_iter().filter(|_| pack.texts.is_empty()).collect::<Vec<_>>() {
        if let Some((path, text)) = text_of(folder, lang, &name) {
            pack = pack.with_text(lang.code(), &path, &text);
        }
    }
    lab::load(pack)
}

/// The files of a folder.
fn files(folder: &Path) -> Result<Pack, Complaint> {
    let files = storage::read_pack(folder, LIMITS).map_err(|problem| {
        let (path, told) = pack_problem(&problem);
        Complaint::of_file(&path, told)
    })?;
    let name = folder.canonicalize().ok().and_then(|folder| Some(folder.file_name()?.to_string_lossy().into_owned())).unwrap_or_default();
    Ok(Pack::new(Source::Folder(name), files))
}

/// The texts of a lab that has none beside it: those in the repository that it lies in, else those packed in.
fn text_of(folder: &Path, lang: Lang, name: &str) -> Option<(String, String)> {
    let top = folder.canonicalize().ok()?.ancestors().nth(3)?.to_owned();
    let path = format!("locales/{}/labs/{name}.ftl", lang.code());
    match storage::read_text(&top.join(&path), LIMITS.file_bytes as u64) {
        Ok(text) => Some((path, text)),
        Err(_) => lab_text(lang, name),
    }
}

/// The lab that a word names: a folder or file if there is one, else a packed one by its id.
pub(super) fn named(word: &str) -> Result<Lab, Complaint> {
    if Path::new(word).exists() {
        return read(&folder_of(word));
    }
    let shelf = packed();
    match shelf.iter().find(|shelved| shelved.id == word) {
        Some(shelved) => shelved.lab.as_ref().map(|lab| Lab::clone(lab)).map_err(Clone::clone),
        None => Err(Complaint::of_file(word, lab::Told::new("pack-no-folder"))),
    }
}

/// The labs that are packed in.
pub(super) fn packed() -> Shelf {
    Shelf::embedded(|lang, id| lab_text(Lang::from_code(lang)?, id))
}

/// Every lab that there is: the packed ones, then the packs in a folder, each of which adds a lab or takes the place of one. A pack that cannot be
/// read stands there with its complaint.
pub fn shelf(packs: Option<&Path>) -> Shelf {
    let mut shelf = packed();
    for folder in packs.map(|packs| storage::folders_in(packs, MAX_PACKS)).unwrap_or_default() {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        shelf.put(&name, files(&folder));
    }
    shelf
}

/// A number that changes when a pack in the folder does: for an author who edits while the window is open.
pub fn stamp(packs: &Path) -> u64 {
    let folders = storage::folders_in(packs, MAX_PACKS);
    folders.iter().fold(folders.len() as u64, |sum, folder| sum.rotate_left(7).wrapping_add(storage::stamp(folder, LIMITS)))
}
