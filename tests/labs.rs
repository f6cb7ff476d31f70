//! Labs: those that ship hold together, are proved and are sealed; what spoils one is told; what is hostile is refused. The proofs themselves
//! are run here for one seed, and for all of them by `skylab lab check`.

mod hostile;
mod saves;
mod spoilt;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use skylab::i18n::{Lang, lab_text};
use skylab::learn::lab::{self, Complaint, Lab, Mode, Pack, SEAL, Shelf, Source};
use skylab::ui::told::say;

/// The top of the repository.
fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of the labs that ship.
fn folders() -> Vec<PathBuf> {
    let below = |folder: &Path| -> Vec<PathBuf> { fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect() };
    let mut found: Vec<PathBuf> = below(&top().join("labs")).iter().flat_map(|topic| below(topic)).collect();
    found.retain(|folder| folder.join("lab.ron").is_file());
    found.sort();
    found
}

fn files(folder: &Path, prefix: &str, into: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{path}/"), into);
        } else {
            _ = into.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

/// A lab's files, its texts in both languages included.
fn pack(folder: &Path) -> Pack {
    let mut found = BTreeMap::new();
    files(folder, "", &mut found);
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let mut pack = Pack::new(Source::Folder(name.clone()), found);
    for lang in Lang::ALL {
        if let Some((path, text)) = lab_text(lang, &name) {
            pack = pack.with_text(lang.code(), &path, &text);
        }
    }
    pack
}

/// Everything that is to be mended, but for the proof.
fn looked_over(pack: Pack) -> Result<Lab, Vec<Complaint>> {
    let lab = lab::load(pack).map_err(|complaint| vec![complaint])?;
    let found = [lab::lint(&lab), lab::broken_seal(&lab.pack)].concat();
    if found.is_empty() { Ok(lab) } else { Err(found) }
}

/// The complaints of a proof with one seed in one mode.
fn proved(lab: &Arc<Lab>) -> Vec<Complaint> {
    let mut round = lab::Round::new(lab, Mode::Walkthrough, 1).unwrap();
    let runs: Vec<lab::Run> =
        lab::plays(lab, Mode::Walkthrough).into_iter().map(|(player, withheld)| round.run(player, withheld)).collect();
    lab::judge(lab, &runs).complaints
}

fn told(complaints: &[Complaint]) -> String {
    let lines: Vec<String> = complaints.iter().map(|it| format!("{}: {}\n", it.location(), say(Lang::En, &it.told))).collect();
    lines.concat()
}

#[test]
fn every_lab_that_ships_holds_together_and_is_sealed() {
    assert!(!folders().is_empty());
    for folder in folders() {
        let pack = pack(&folder);
        assert!(pack.text(SEAL).is_some(), "{} has no seal: skylab lab check --seal", folder.display());
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        match looked_over(pack) {
            Ok(lab) => assert_eq!(lab.id(), name, "the folder is named after the lab"),
            Err(found) => panic!("{}:\n{}", folder.display(), told(&found)),
        }
    }
}

#[test]
fn every_lab_that_ships_is_proved() {
    for folder in folders() {
        let lab = Arc::new(looked_over(pack(&folder)).unwrap());
        let complaints = proved(&lab);
        assert!(complaints.is_empty(), "{}:\n{}", folder.display(), told(&complaints));
    }
}

#[test]
fn every_lab_that_ships_is_packed_in() {
    let shelf = Shelf::embedded(|lang, id| lab_text(Lang::from_code(lang)?, id));
    let names: Vec<String> = folders().iter().map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let mut ids: Vec<&str> = names.iter().map(String::as_str).collect();
    ids.sort_unstable();
    assert_eq!(shelf.iter().map(|shelved| shelved.id.as_str()).collect::<Vec<_>>(), ids);
    for id in ids {
        let lab = shelf.lab(id).unwrap();
        assert_eq!(lab.pack.texts.len(), Lang::ALL.len(), "{id}");
    }
}

#[test]
fn the_skeleton_works_as_it_is() {
    let mut found = BTreeMap::new();
    files(&top().join("assets/lab-skeleton"), "", &mut found);
    let lab = match looked_over(Pack::new(Source::Folder("mine".to_owned()), found)) {
        Ok(lab) => Arc::new(lab),
        Err(found) => panic!("{}", told(&found)),
    };
    assert_eq!(told(&proved(&lab)), "");
}

#[test]
fn a_pack_takes_the_place_of_a_lab_with_the_same_id_and_a_broken_one_stands_with_its_complaint() {
    let mut shelf = Shelf::embedded(|lang, id| lab_text(Lang::from_code(lang)?, id));
    let mut found = BTreeMap::new();
    files(&top().join("assets/lab-skeleton"), "", &mut found);
    let text = String::from_utf8(found["lab.ron"].clone()).unwrap();
    for (name, id) in [("mine", "my-first-lab"), ("other", "rescue-the-report")] {
        let mut files = found.clone();
        files.insert("lab.ron".to_owned(), text.replace("my-first-lab", id).into_bytes());
        shelf.put(name, Ok(Pack::new(Source::Folder(name.to_owned()), files)));
    }
    let broken = [("lab.ron".to_owned(), b"(format: 1".to_vec())];
    shelf.put("broken", Ok(Pack::new(Source::Folder("broken".to_owned()), broken.into())));
    assert!(shelf.lab("my-first-lab").is_some());
    assert_eq!(shelf.lab("rescue-the-report").unwrap().pack.source, Source::Folder("other".to_owned()));
    let broken = shelf.iter().find(|shelved| shelved.id == "broken").unwrap();
    assert!(broken.lab.as_ref().is_err_and(|complaint| complaint.location().starts_with("lab.ron:1:")), "{:?}", broken.lab);
}
