//! Export, import, starting over and taking it back.

use proptest::prelude::*;

use super::*;
use crate::progress::{Refusal, Saved, Unreadable, file::any_saved, parse};

/// A book with other work in it than [`worked`].
fn other(path: &Path) -> Book {
    let mut book = Book::open(path);
    book.change(|progress| progress.section_mut("vpc").opened = true);
    book.change(|progress| progress.settings.lang = Some("ko".to_owned()));
    book.save_run("vpc", "run of vpc");
    book
}

fn contents(book: &mut Book) -> (Progress, Vec<(String, String)>) {
    let names = book.run_names();
    (book.progress().clone(), names.into_iter().map(|name| (name.clone(), book.load_run(&name).unwrap())).collect())
}

/// The export of [`worked`], in a file of that folder.
fn exported(home: &Path) -> PathBuf {
    let file = home.join("export.ron");
    worked(&home.join("of the export")).export_to(&file).unwrap();
    file
}

#[test]
fn an_export_brings_everything_to_another_folder() {
    let home = tempfile::tempdir().unwrap();
    let file = exported(home.path());
    let [one, two] = ["of the export", "b"].map(|name| home.path().join(name));
    let expected = contents(&mut Book::open(&one));
    let mut book = other(&two);
    let before = contents(&mut book);
    book.import_from(&file).unwrap();
    assert_eq!(contents(&mut book), expected);
    drop(book);
    let mut book = Book::open(&two);
    assert_eq!((contents(&mut book), book.notices()), (expected.clone(), Vec::new()));
    assert!(book.can_undo_replacement());
    assert_eq!(book.undo_replacement(), Ok(true));
    assert_eq!(contents(&mut book), before);
    assert_eq!(book.undo_replacement(), Ok(true));
    assert_eq!(contents(&mut book), expected);
    assert!(!two.join(REPLACING).exists());
}

#[test]
fn starting_over_can_be_taken_back_and_keeps_the_settings() {
    let home = tempfile::tempdir().unwrap();
    for mut book in [other(home.path()), Book::in_memory()] {
        book.change(|progress| progress.settings.lang = Some("ko".to_owned()));
        book.save_run("x", "run of x");
        assert_eq!((book.can_undo_replacement(), book.undo_replacement()), (false, Ok(false)));
        let before = contents(&mut book);
        book.reset().unwrap();
        let settings = before.0.settings.clone();
        assert_eq!(contents(&mut book), (Progress { settings, ..Progress::default() }, Vec::new()));
        book.change(|progress| progress.tour_seen = true);
        assert_eq!((book.can_undo_replacement(), book.undo_replacement()), (true, Ok(true)));
        assert_eq!(contents(&mut book), before);
        assert_eq!(book.notices(), []);
    }
}

#[test]
fn a_file_that_is_no_export_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let file = exported(home.path());
    let text = fs::read_to_string(&file).unwrap();
    let data = home.path().join("data");
    let mut book = other(&data);
    let before = contents(&mut book);
    let long_name = format!("(version: 1, progress: (), runs: {{{:?}: \"\"}})", "a".repeat(1_000));
    let many = (0..=10_000).map(|n| format!("\"{n}\": \"\"")).collect::<Vec<_>>().join(",");
    let many = format!("(version: 1, progress: (), runs: {{{many}}})");
    let long = format!("(version: 1, progress: (), runs: {{\"a\": {:?}}})", "a".repeat((64 << 20) + 1));
    let mut refused = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        book.import_from(&file).unwrap_err()
    };
    for at in (0..text.trim_end().len()).step_by(7) {
        assert!(matches!(refused(&text.as_bytes()[..at]), Refusal::Unreadable(Unreadable::Broken(_))), "cut at {at}");
    }
    assert!(matches!(refused(&[b'('; 10_000]), Refusal::Unreadable(Unreadable::Broken(_))));
    assert_eq!(refused(b"(version: 9)"), Refusal::Unreadable(Unreadable::Newer(9)));
    assert_eq!(refused(b"\xff\xfe"), Refusal::Problem(Problem::NotText));
    assert_eq!(refused(long_name.as_bytes()), Refusal::Problem(Problem::BadName));
    assert_eq!(refused(many.as_bytes()), Refusal::Problem(Problem::TooLarge));
    assert_eq!(refused(long.as_bytes()), Refusal::Problem(Problem::TooLarge));
    File::create(&file).unwrap().set_len(1 << 40).unwrap();
    assert_eq!(book.import_from(&file), Err(Refusal::Problem(Problem::TooLarge)));
    assert_eq!(book.import_from(&home.path().join("none")), Err(Refusal::Problem(Problem::Missing)));
    assert_eq!(book.import_from(home.path()), Err(Refusal::Problem(Problem::NotText)));
    assert_eq!((contents(&mut book), book.notices(), book.can_undo_replacement()), (before.clone(), Vec::new(), false));
    drop(book);
    assert_eq!(contents(&mut Book::open(&data)), before);
}

#[test]
fn names_in_an_import_lead_nowhere() {
    let home = tempfile::tempdir().unwrap();
    let (file, data) = (home.path().join("hostile.ron"), home.path().join("deep/data"));
    fs::write(&file, r#"(version: 1, progress: (), runs: {"../../../evil": "x", "/evil": "y", "..\\evil": "z", "": "w"})"#).unwrap();
    let mut book = Book::open(&data);
    assert_eq!(book.import_from(&file), Err(Refusal::Problem(Problem::BadName)), "a run needs a name");
    fs::write(&file, r#"(version: 1, progress: (), runs: {"../../../evil": "x", "/evil": "y", "..\\evil": "z"})"#).unwrap();
    book.import_from(&file).unwrap();
    assert_eq!(book.load_run("../../../evil").as_deref(), Some("x"));
    assert_eq!(fs::read_dir(data.join("runs")).unwrap().count(), 3);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2);
}

#[test]
fn an_import_stopped_after_any_step_is_there_whole_or_not_at_all() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("export.ron");
    other(&home.path().join("other")).export_to(&file).unwrap();
    let new = contents(&mut Book::open(&home.path().join("other")));
    let old = contents(&mut worked(&home.path().join("worked")));
    let act = |book: &mut Book| drop(book.import_from(&file));
    killed_at_every_step(act, |n, book| {
        let found = contents(book);
        assert!(found == old || found == new, "after {n}: {found:?}");
        if found == new {
            assert_eq!((book.undo_replacement(), contents(book)), (Ok(true), old.clone()), "after {n}");
        }
    });
}

#[test]
fn an_import_for_which_there_is_no_room_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let file = exported(home.path());
    for n_files in 0..2 {
        let mut book = other(&home.path().join(n_files.to_string()));
        let before = contents(&mut book);
        let mut left = n_files;
        book.set_gate(move |op| {
            let full = op == Op::Create && left == 0;
            left -= usize::from(op == Op::Create && left > 0);
            if full { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
        });
        assert_eq!(book.import_from(&file), Err(Refusal::Problem(Problem::Full)));
        assert_eq!(book.reset(), Err(Problem::Full));
        assert_eq!((contents(&mut book), book.can_undo_replacement()), (before, false));
    }
}

#[test]
fn an_export_never_goes_into_the_data_folder() {
    let home = tempfile::tempdir().unwrap();
    let mut book = worked(home.path());
    for name in [FILE, "export.ron", "runs/x", "runs/../progress.ron"] {
        assert_eq!(book.export_to(&home.path().join(name)), Err(Problem::BadName), "{name}");
    }
    assert_eq!(book.export_to(&home.path().join("none/export.ron")), Err(Problem::NoFolder));
}

#[test]
fn an_export_in_place_of_the_progress_is_taken_with_its_runs() {
    let home = tempfile::tempdir().unwrap();
    let (file, data) = (exported(home.path()), home.path().join("data"));
    fs::create_dir(&data).unwrap();
    fs::copy(&file, data.join(FILE)).unwrap();
    let expected = contents(&mut Book::open(&home.path().join("of the export")));
    for _ in 0..2 {
        let mut book = Book::open(&data);
        assert_eq!((contents(&mut book), book.notices()), (expected.clone(), Vec::new()));
    }
    assert_eq!(parse(&fs::read_to_string(data.join(FILE)).unwrap()), Ok(Saved { progress: expected.0, ..Saved::default() }));
}

#[test]
fn a_note_of_an_import_that_somebody_damaged_is_set_aside() {
    let home = tempfile::tempdir().unwrap();
    drop(worked(home.path()));
    fs::write(home.path().join(REPLACING), "(version: 1, progr").unwrap();
    let mut book = Book::open(home.path());
    assert_eq!((book.notices(), book.progress()), (vec![set_aside(home.path(), REPLACING, 1, false)], &steps()[1]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_work_is_loaded_as_it_was_saved(saved in any_saved()) {
        let home = tempfile::tempdir().unwrap();
        let mut book = Book::open(home.path());
        book.change(|progress| progress.clone_from(&saved.progress));
        for (name, text) in &saved.runs {
            book.save_run(name, text);
        }
        let export = tempfile::tempdir().unwrap().keep().join("export.ron");
        book.export_to(&export).unwrap();
        drop(book);
        let expected = (saved.progress, saved.runs.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(contents(&mut Book::open(home.path())), expected.clone());
        let mut fresh = Book::in_memory();
        fresh.import_from(&export).unwrap();
        fs::remove_dir_all(export.parent().unwrap()).unwrap();
        prop_assert_eq!(contents(&mut fresh), expected);
    }
}
