//! The data folder under what happens to folders: second windows, full and read-only disks, odd files, and a stop after every single step.

use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
};

use super::*;
use crate::storage::{Op, disk::temporary_of};

const NAME: &str = "progress.ron";

fn open(path: &Path) -> DataFolder {
    let (folder, problem) = DataFolder::open(path);
    assert_eq!(problem, None);
    folder
}

/// The text at the place of a name, past the folder's own reading.
fn on_disk(folder: &Path, name: &str) -> Option<String> {
    fs::read_to_string(folder.join(name)).ok()
}

fn kept_texts(folder: &DataFolder, name: &str) -> Vec<String> {
    folder.kept(name).iter().map(|place| folder.read_kept(place).unwrap()).collect()
}

/// Lets the first `n` operations pass; afterwards the process is as good as dead.
fn killed_after(n: usize) -> impl FnMut(Op) -> io::Result<()> + Send + 'static {
    let mut left = n;
    move |_| {
        left = left.checked_sub(1).ok_or(ErrorKind::Other)?;
        Ok(())
    }
}

#[test]
fn what_is_written_is_read_again() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("deep/er");
    let mut folder = open(&path);
    assert_eq!(folder.read(NAME), Ok(None));
    folder.write(NAME, "하나").unwrap();
    folder.write("runs/a.ron", "two").unwrap();
    assert_eq!(folder.read(NAME), Ok(Some("하나".to_owned())));
    assert_eq!(folder.names(""), [NAME, "runs/a.ron"]);
    assert_eq!(folder.names("runs/"), ["runs/a.ron"]);
    folder.remove("runs/a.ron").unwrap();
    folder.remove("runs/a.ron").unwrap();
    assert_eq!(folder.read("runs/a.ron"), Ok(None));
    assert_eq!(kept_texts(&folder, "runs/a.ron")[0], "two", "what is removed is kept as a copy");
    for name in ["../x", "runs/../x", "lock", ""] {
        assert_eq!(folder.write(name, "x"), Err(Problem::BadName), "{name}");
        assert_eq!(folder.read(name), Err(Problem::BadName), "{name}");
        assert_eq!(folder.kept(name), [] as [&Path; 0], "{name}");
    }
    assert_eq!(folder.read_kept(&path.join(NAME)), Err(Problem::BadName), "only kept copies are read as such");
}

#[test]
fn copies_are_kept_of_the_last_write_and_of_each_opening() {
    let home = tempfile::tempdir().unwrap();
    for opening in 1..=3 {
        let mut folder = open(home.path());
        for n in 1..=20 {
            folder.write(NAME, &format!("{opening}.{n}")).unwrap();
        }
    }
    let folder = open(home.path());
    assert_eq!(folder.read(NAME), Ok(Some("3.20".to_owned())));
    assert_eq!(kept_texts(&folder, NAME), ["3.19", "2.20", "1.20"]);
}

#[test]
fn a_disk_without_second_names_for_files_gets_copies() {
    let home = tempfile::tempdir().unwrap();
    let mut folder = open(home.path());
    folder.set_gate(|op| if op == Op::Link { Err(ErrorKind::Unsupported.into()) } else { Ok(()) });
    for text in ["one", "two", "three"] {
        folder.write(NAME, text).unwrap();
    }
    assert_eq!(kept_texts(&folder, NAME), ["two", "one"]);
    assert_eq!(folder.recover(NAME, |text| text == "one").text.as_deref(), Some("one"));
    assert_eq!(on_disk(home.path(), "set-aside/progress.ron-1").as_deref(), Some("three"));
}

#[test]
fn a_second_window_reads_and_does_not_write() {
    let home = tempfile::tempdir().unwrap();
    let mut first = open(home.path());
    first.write(NAME, "mine").unwrap();
    let (mut second, problem) = DataFolder::open(home.path());
    assert_eq!(problem, Some(Problem::InUse));
    assert_eq!(second.read(NAME), Ok(Some("mine".to_owned())));
    assert_eq!(second.write(NAME, "yours"), Err(Problem::InUse));
    assert_eq!(second.remove(NAME), Err(Problem::InUse));
    assert_eq!(second.set_aside(NAME), Err(Problem::InUse));
    assert_eq!(on_disk(home.path(), NAME).as_deref(), Some("mine"));
    drop((first, second));
    open(home.path()).write(NAME, "next").unwrap();
}

#[test]
fn a_file_where_the_folder_should_be_is_told_and_stays() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("file");
    fs::write(&path, "not a folder").unwrap();
    for path in [&path, &path.join("below")] {
        let (mut folder, problem) = DataFolder::open(path);
        assert_eq!(problem, Some(Problem::NoFolder));
        assert_eq!(folder.read(NAME), Ok(None));
        assert_eq!(folder.write(NAME, "x"), Err(Problem::NoFolder));
        assert_eq!(folder.names(""), [] as [&str; 0]);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "not a folder");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    open(home.path()).write(NAME, "old").unwrap();
    fs::set_permissions(home.path(), PermissionsExt::from_mode(0o555)).unwrap();
    let (mut folder, problem) = DataFolder::open(home.path());
    // permissions do not bind the administrator
    if problem.is_some() {
        assert_eq!(problem, Some(Problem::ReadOnly));
        assert_eq!(folder.write(NAME, "x"), Err(Problem::ReadOnly));
    }
    assert_eq!(folder.read(NAME), Ok(Some("old".to_owned())));
    fs::set_permissions(home.path(), PermissionsExt::from_mode(0o755)).unwrap();
}

#[test]
fn a_write_that_fails_leaves_the_old_file_and_nothing_else() {
    let cases = [
        (Op::Write, ErrorKind::StorageFull, Problem::Full),
        (Op::Create, ErrorKind::QuotaExceeded, Problem::Full),
        (Op::Create, ErrorKind::ReadOnlyFilesystem, Problem::ReadOnly),
        (Op::Rename, ErrorKind::PermissionDenied, Problem::ReadOnly),
        (Op::Sync, ErrorKind::Other, Problem::Other("other error".to_owned())),
    ];
    for (failing, kind, problem) in cases {
        let home = tempfile::tempdir().unwrap();
        let mut folder = open(home.path());
        folder.write(NAME, "old").unwrap();
        folder.set_gate(move |op| if op == failing { Err(kind.into()) } else { Ok(()) });
        for _ in 0..10 {
            assert_eq!(folder.write(NAME, "new"), Err(problem.clone()));
        }
        assert_eq!(on_disk(home.path(), NAME).as_deref(), Some("old"));
        assert!(!temporary_of(&home.path().join(NAME)).exists(), "{failing:?}");
        folder.set_gate(|_| Ok(()));
        folder.write(NAME, "new").unwrap();
        assert_eq!(kept_texts(&folder, NAME)[0], "old", "attempts that failed push no copy out");
    }
}

#[test]
fn work_is_saved_even_where_no_copy_can_be_kept() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("kept"), "a file in the way").unwrap();
    let mut folder = open(home.path());
    folder.write(NAME, "one").unwrap();
    folder.write(NAME, "two").unwrap();
    assert_eq!(folder.read(NAME), Ok(Some("two".to_owned())));
    assert!(folder.remove(NAME).is_err(), "the only copy is not removed");
    assert_eq!(on_disk(home.path(), NAME).as_deref(), Some("two"));
}

#[test]
fn odd_files_are_problems_and_not_texts() {
    let home = tempfile::tempdir().unwrap();
    let folder = open(home.path());
    let place = home.path().join(NAME);
    let check = |expected| assert_eq!(folder.read(NAME), expected);
    fs::write(&place, b"\xef\xbb\xbf(a: 1)").unwrap();
    check(Ok(Some("(a: 1)".to_owned())));
    fs::write(&place, b"\xff\xfe\x00\x01").unwrap();
    check(Err(Problem::NotText));
    File::create(&place).unwrap().set_len(100 << 20).unwrap();
    check(Err(Problem::TooLarge));
    assert_eq!(folder.read_up_to(NAME, 200 << 20).map(|text| text.unwrap_or_default().len()), Ok(100 << 20));
    fs::remove_file(&place).unwrap();
    fs::create_dir(&place).unwrap();
    check(Err(Problem::NotText));
}

#[test]
fn a_text_too_long_to_be_read_is_not_written() {
    let home = tempfile::tempdir().unwrap();
    let mut folder = open(home.path());
    assert_eq!(folder.write_up_to(NAME, "12345", 4), Err(Problem::TooLarge));
    folder.write_up_to(NAME, "1234", 4).unwrap();
    assert_eq!(folder.read_up_to(NAME, 4), Ok(Some("1234".to_owned())));
}

#[test]
fn setting_aside_never_overwrites() {
    let home = tempfile::tempdir().unwrap();
    let mut folder = open(home.path());
    assert_eq!(folder.set_aside(NAME), Err(Problem::Missing));
    for n in 1..=12 {
        folder.write("runs/a.ron", &n.to_string()).unwrap();
        assert_eq!(folder.set_aside("runs/a.ron"), Ok(home.path().join(format!("set-aside/runs/a.ron-{n}"))));
    }
    for n in 1..=12 {
        assert_eq!(on_disk(home.path(), &format!("set-aside/runs/a.ron-{n}")), Some(n.to_string()));
    }
}

#[test]
fn the_last_good_copy_comes_back_and_what_is_bad_goes_aside() {
    let home = tempfile::tempdir().unwrap();
    let mut folder = open(home.path());
    for text in ["good", "bad 1", "bad 2"] {
        folder.write(NAME, text).unwrap();
    }
    let recovery = folder.recover(NAME, |text| text == "good");
    assert_eq!(recovery.text.as_deref(), Some("good"));
    assert_eq!(recovery.problem, None);
    assert_eq!(recovery.aside.and_then(|place| fs::read_to_string(place).ok()).as_deref(), Some("bad 2"));
    assert_eq!(on_disk(home.path(), NAME).as_deref(), Some("good"));
    assert_eq!(on_disk(home.path(), "set-aside/progress.ron-2").as_deref(), Some("bad 1"));
    assert_eq!(folder.kept(NAME), [] as [&Path; 0], "what is the file again is no copy any more");
    let nothing = folder.recover(NAME, |_| true);
    assert_eq!((nothing.text, on_disk(home.path(), NAME)), (None, None));
    assert_eq!(on_disk(home.path(), "set-aside/progress.ron-3").as_deref(), Some("good"));
}

#[test]
fn a_folder_in_the_place_of_a_file_goes_aside_too() {
    let home = tempfile::tempdir().unwrap();
    let mut folder = open(home.path());
    fs::create_dir_all(home.path().join(NAME).join("inside")).unwrap();
    let recovery = folder.recover(NAME, |_| true);
    assert_eq!((recovery.text, recovery.problem), (None, None));
    assert!(home.path().join("set-aside/progress.ron-1/inside").is_dir());
    folder.write(NAME, "new").unwrap();
}

#[test]
fn half_written_files_of_a_killed_process_are_taken_away() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("kept/runs")).unwrap();
    let stray = [".progress.ron.77.tmp", "kept/.progress.ron.1.77.tmp", "kept/runs/.a.ron.1.77.tmp"].map(|name| home.path().join(name));
    let others = ["a.tmp", ".config"].map(|name| home.path().join(name));
    for place in stray.iter().chain(&others) {
        fs::write(place, "half").unwrap();
    }
    let _folder = open(home.path());
    assert!(stray.iter().all(|place| !place.exists()));
    assert!(others.iter().all(|place| place.exists()), "only our own are taken");
}

/// Runs `act` in a folder with some history, killed after each number of operations; after each, `holds` looks at the folder opened anew.
#[track_caller]
fn killed_at_every_step(act: impl Fn(&mut DataFolder), holds: impl Fn(usize, &DataFolder)) {
    for n_ops in 0.. {
        let home = tempfile::tempdir().unwrap();
        let mut folder = open(home.path());
        folder.write(NAME, "older").unwrap();
        drop(folder);
        let mut folder = open(home.path());
        folder.write(NAME, "old").unwrap();
        let dead = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let (mut killed, mark) = (killed_after(n_ops), dead.clone());
        folder.set_gate(move |op| killed(op).inspect_err(|_| mark.store(true, std::sync::atomic::Ordering::Relaxed)));
        act(&mut folder);
        drop(folder);
        holds(n_ops, &open(home.path()));
        if !dead.load(std::sync::atomic::Ordering::Relaxed) {
            assert!(n_ops > 3, "only {n_ops} operations");
            return;
        }
    }
}

#[test]
fn a_write_stopped_after_any_step_leaves_the_old_text_or_the_new_one() {
    let new = "new".repeat(1_000);
    let act = |folder: &mut DataFolder| drop(folder.write(NAME, &new));
    killed_at_every_step(act, |n, folder| {
        let text = folder.read(NAME).unwrap().unwrap();
        assert!(text == "old" || text == new, "after {n}: {text}");
        let kept = kept_texts(folder, NAME);
        assert!(text == "old" || kept.contains(&"old".to_owned()), "after {n}: the old text is lost");
        assert!(kept.contains(&"older".to_owned()), "after {n}: the text before is lost");
        assert_eq!(folder.names(""), [NAME]);
        let stray: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(stray.iter().all(|name| !name.to_string_lossy().ends_with(".tmp")), "after {n}: {stray:?}");
    });
}

#[test]
fn a_removal_stopped_after_any_step_loses_nothing() {
    killed_at_every_step(
        |folder| drop(folder.remove(NAME)),
        |n, folder| {
            let texts = [folder.read(NAME).unwrap().into_iter().collect(), kept_texts(folder, NAME)].concat();
            assert!(texts.contains(&"old".to_owned()), "after {n}: {texts:?}");
        },
    );
}

#[test]
fn a_recovery_stopped_after_any_step_leaves_a_file_and_loses_nothing() {
    let act = |folder: &mut DataFolder| {
        let _ = folder.recover(NAME, |text| text == "older");
    };
    killed_at_every_step(act, |n, folder| {
        let text = folder.read(NAME).unwrap().unwrap_or_default();
        assert!(text == "old" || text == "older", "after {n}: {text}");
        let aside = on_disk(folder.path(), "set-aside/progress.ron-1");
        assert!(text == "old" || aside.as_deref() == Some("old"), "after {n}: the unusable file is lost");
        assert!(text == "older" || kept_texts(folder, NAME).contains(&"older".to_owned()), "after {n}: the good copy is lost");
    });
}

#[test]
fn the_place_of_the_folder_can_be_chosen() {
    assert_eq!(chosen_path(Some("/somewhere".into())), Some("/somewhere".into()));
    assert_eq!(chosen_path(Some(OsString::new())), chosen_path(None));
}
