//! `skylab lab new`: a small lab that works, with comments, to begin one's own with.

use std::{path::Path, process::ExitCode};

use super::speak::usage;
use crate::i18n::{Lang, tr};
use crate::storage;

/// The files of the skeleton.
const FILES: &[(&str, &str)] = &[
    ("lab.ron", include_str!("../../../assets/lab-skeleton/lab.ron")),
    ("ko.ftl", include_str!("../../../assets/lab-skeleton/ko.ftl")),
    ("en.ftl", include_str!("../../../assets/lab-skeleton/en.ftl")),
    ("reference-a.sh", include_str!("../../../assets/lab-skeleton/reference-a.sh")),
    ("decoy-suspended.sh", include_str!("../../../assets/lab-skeleton/decoy-suspended.sh")),
    ("decoy-too-late.sh", include_str!("../../../assets/lab-skeleton/decoy-too-late.sh")),
    ("files/page.html", include_str!("../../../assets/lab-skeleton/files/page.html")),
];

/// What stands in the skeleton for the lab's id.
const ID: &str = "my-first-lab";

/// Runs `skylab lab new` with the words after it.
pub(super) fn new(args: &[String], lang: Lang) -> Result<ExitCode, String> {
    let [folder] = args else { return Err(usage(lang)) };
    let folder = Path::new(folder);
    if storage::folders_in(folder, 1).len() + storage::files_in(folder, "", 1).len() > 0 {
        return Err(tr(lang, "lab-new-not-empty", &[("folder", folder.display().to_string().into())]));
    }
    let id = id_of(folder);
    for (path, text) in FILES {
        let place = folder.join(path);
        let written = storage::make_parent(&place)
            .and_then(|()| storage::write_atomically(&place, |file| file.write_all(text.replace(ID, &id).as_bytes())));
        written.map_err(|error| format!("{}: {error}", place.display()))?;
    }
    println!("{}", tr(lang, "lab-new-done", &[("folder", folder.display().to_string().into())]));
    Ok(ExitCode::SUCCESS)
}

/// An id after the folder's name, as far as that gives one.
fn id_of(folder: &Path) -> String {
    let name = folder.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let plain: String = name.chars().map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' }).collect();
    let plain = plain.trim_matches(|c: char| c == '-' || c.is_ascii_digit());
    if plain.is_empty() { ID.to_owned() } else { plain.to_owned() }
}
