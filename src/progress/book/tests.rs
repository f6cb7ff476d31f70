//! The book under what happens to books: damage of every kind, a second window, full disks, imports, and a stop after every single step.

mod exchange;

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::*;
use crate::storage::Op;

/// A book with some work in it, in two steps, so that there is a kept copy.
fn worked(path: &Path) -> Book {
    let mut book = Book::open(path);
    book.change(|progress| progress.section_mut("s3-lifecycle").predict("lifecycle/3", "glacier"));
    book.change(|progress| progress.section_mut("s3-lifecycle").see("lifecycle/3", "glacier"));
    book.save_run("lifecycle", "run 1");
    book.save_run("lifecycle", "run 2");
    assert_eq!(book.notices(), []);
    assert!(book.is_saved());
    book
}

/// The progress after the first and after the second step of [`worked`].
fn steps() -> [Progress; 2] {
    let mut one = Progress::default();
    one.section_mut("s3-lifecycle").predict("lifecycle/3", "glacier");
    let mut two = one.clone();
    two.section_mut("s3-lifecycle").see("lifecycle/3", "glacier");
    [one, two]
}

fn set_aside(path: &Path, file: &str, n: u8, newer: bool) -> Notice {
    let to = path.join(format!("set-aside/{file}-{n}"));
    Notice::SetAside { file: file.to_owned(), to, newer }
}

fn recovered(file: &str) -> Notice {
    Notice::Recovered { file: file.to_owned() }
}

/// Damages the file of the progress, and opens the book, which must be as before the last change.
#[track_caller]
fn goes_back_a_step(damage: impl FnOnce(&Path), newer: bool) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path();
    drop(worked(path));
    damage(&path.join(FILE));
    let mut book = Book::open(path);
    assert_eq!(*book.progress(), steps()[0]);
    assert_eq!(book.notices(), [set_aside(path, FILE, 1, newer), recovered(FILE)]);
    assert_eq!(book.load_run("lifecycle").as_deref(), Some("run 2"));
    book.change(|progress| progress.tour_seen = true);
    assert!(book.is_saved());
    let mut again = Book::open(path);
    assert_eq!(again.notices(), [Notice::SecondWindow], "the first is still open");
    assert_eq!(again.progress(), book.progress());
}

#[test]
fn what_was_done_is_there_at_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    drop(worked(home.path()));
    let mut book = Book::open(home.path());
    assert_eq!(*book.progress(), steps()[1]);
    assert_eq!(book.load_run("lifecycle").as_deref(), Some("run 2"));
    assert_eq!(book.notices(), []);
    assert_eq!(book.folder_path(), Some(home.path()));
    assert!(!book.is_read_only());
}

#[test]
fn nothing_is_written_before_something_was_done() {
    let home = tempfile::tempdir().unwrap();
    let mut book = Book::open(home.path());
    book.change(|progress| progress.tour_seen = false);
    assert!(!home.path().join(FILE).exists());
    assert_eq!((book.notices(), book.progress()), (Vec::new(), &Progress::default()));
}

#[test]
fn a_file_cut_at_any_byte_costs_at_most_the_last_step() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("data");
    drop(worked(&path));
    let text = fs::read_to_string(path.join(FILE)).unwrap();
    let kept = fs::read_to_string(path.join("kept/progress.ron.1")).unwrap();
    let whole = text.trim_end().len();
    for at in 0..=text.len() {
        let path = home.path().join(at.to_string());
        fs::create_dir_all(path.join("kept")).unwrap();
        fs::write(path.join(FILE), &text[..at]).unwrap();
        fs::write(path.join("kept/progress.ron.1"), &kept).unwrap();
        let mut book = Book::open(&path);
        if at >= whole {
            assert_eq!((book.notices(), book.progress()), (Vec::new(), &steps()[1]), "cut at {at}");
        } else {
            assert_eq!(*book.progress(), steps()[0], "cut at {at}");
            assert_eq!(book.notices(), [set_aside(&path, FILE, 1, false), recovered(FILE)], "cut at {at}");
            assert_eq!(fs::read_to_string(path.join("set-aside/progress.ron-1")).unwrap(), text[..at]);
        }
        fs::remove_dir_all(&path).unwrap();
    }
}

#[test]
fn a_damaged_file_is_set_aside_and_the_last_good_copy_is_taken() {
    goes_back_a_step(|file| fs::write(file, "").unwrap(), false);
    goes_back_a_step(|file| fs::write(file, [0; 4_096]).unwrap(), false);
    goes_back_a_step(|file| fs::write(file, b"\x7fELF\xff\xfe\x00\x80garbage").unwrap(), false);
    goes_back_a_step(|file| fs::write(file, "(".repeat(10_000)).unwrap(), false);
    goes_back_a_step(|file| fs::write(file, format!("(version: 1, progress: {})", "[".repeat(10_000))).unwrap(), false);
    goes_back_a_step(|file| File::create(file).unwrap().set_len(100 << 20).unwrap(), false);
    goes_back_a_step(|file| fs::remove_file(file).and_then(|()| fs::create_dir(file)).unwrap(), false);
    goes_back_a_step(|file| fs::write(file, " ".repeat(17 << 20) + "(version: 1, progress: ())").unwrap(), false);
    goes_back_a_step(|file| fs::write(file, "(version: 1, progress: 7)").unwrap(), false);
}

#[test]
fn a_newer_file_is_set_aside_as_such_and_stays_whole() {
    let newer = "(version: 2, progress: (sections: {\"s3\": Done(stars: 3)}))";
    goes_back_a_step(|file| fs::write(file, newer).unwrap(), true);
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(FILE), newer).unwrap();
    let mut book = Book::open(home.path());
    assert_eq!(book.notices(), [set_aside(home.path(), FILE, 1, true)]);
    book.change(|progress| progress.tour_seen = true);
    assert_eq!(fs::read_to_string(home.path().join("set-aside/progress.ron-1")).unwrap(), newer);
}

#[test]
fn a_newer_file_that_cannot_be_set_aside_is_not_written_over() {
    let home = tempfile::tempdir().unwrap();
    let newer = "(version: 2)";
    fs::write(home.path().join(FILE), newer).unwrap();
    fs::write(home.path().join("set-aside"), "in the way").unwrap();
    let mut book = Book::open(home.path());
    assert!(matches!(book.notices()[..], [Notice::NotSaved(_)]));
    book.change(|progress| progress.tour_seen = true);
    assert_eq!(fs::read_to_string(home.path().join(FILE)).unwrap(), newer);
    fs::remove_file(home.path().join("set-aside")).unwrap();
    book.save();
    assert_eq!(book.notices(), [set_aside(home.path(), FILE, 1, true), Notice::SavedAgain]);
    assert!(book.is_saved() && book.progress().tour_seen);
}

#[test]
fn a_file_with_the_mark_of_an_editor_is_read() {
    let home = tempfile::tempdir().unwrap();
    drop(worked(home.path()));
    let file = home.path().join(FILE);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    let mut book = Book::open(home.path());
    assert_eq!((book.notices(), book.progress()), (Vec::new(), &steps()[1]));
}

#[test]
fn a_file_that_is_gone_comes_back_from_its_copy() {
    let home = tempfile::tempdir().unwrap();
    drop(worked(home.path()));
    fs::remove_file(home.path().join(FILE)).unwrap();
    let mut book = Book::open(home.path());
    assert_eq!((book.notices(), book.progress()), (vec![recovered(FILE)], &steps()[0]));
    assert!(home.path().join(FILE).exists());
}

#[test]
fn a_second_window_shows_what_there_is_and_keeps_out_of_the_way() {
    let home = tempfile::tempdir().unwrap();
    let mut first = worked(home.path());
    let mut second = Book::open(home.path());
    assert_eq!(second.notices(), [Notice::SecondWindow]);
    assert!(second.is_read_only() && !first.is_read_only());
    assert_eq!(second.progress(), first.progress());
    second.change(|progress| progress.tour_seen = true);
    second.save_run("lifecycle", "of the second");
    second.forget_run("other");
    assert!(second.progress().tour_seen);
    assert_eq!(second.load_run("lifecycle").as_deref(), Some("of the second"), "it works from memory");
    assert_eq!(second.notices(), [], "and has said so");
    first.change(|progress| progress.section_mut("mine").opened = true);
    drop((first, second));
    let mut third = Book::open(home.path());
    assert!(third.progress().sections.contains_key("mine") && !third.progress().tour_seen);
    assert_eq!((third.load_run("lifecycle").as_deref(), third.notices()), (Some("run 2"), Vec::new()));
}

#[test]
fn without_a_folder_one_works_from_memory_and_is_told_once() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("file/data");
    fs::write(home.path().join("file"), "in the way").unwrap();
    let mut book = Book::open(&path);
    assert_eq!(book.notices(), [Notice::NotSaved(Problem::NoFolder)]);
    book.change(|progress| progress.tour_seen = true);
    book.save_run("lifecycle", "run");
    assert_eq!((book.notices(), book.load_run("lifecycle").as_deref()), (Vec::new(), Some("run")));
    assert!(book.is_read_only() && !book.is_saved());
    fs::remove_file(home.path().join("file")).unwrap();
    book.change(|progress| progress.section_mut("a").opened = true);
    assert_eq!((book.notices(), book.is_saved(), book.is_read_only()), (vec![Notice::SavedAgain], true, false));
    assert_eq!(book.run_names(), ["lifecycle"]);
}

#[test]
fn a_folder_that_comes_back_with_other_work_in_it_is_not_written_over() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("disk/data");
    fs::write(home.path().join("disk"), "not plugged in").unwrap();
    let mut book = Book::open(&path);
    fs::remove_file(home.path().join("disk")).unwrap();
    drop(worked(&path));
    book.change(|progress| progress.tour_seen = true);
    assert!(!book.is_saved());
    assert_eq!(*Book::open(&path).progress(), steps()[1]);
}

#[test]
fn a_full_disk_is_told_once_and_the_work_is_saved_when_there_is_room() {
    for (kind, problem) in [(ErrorKind::StorageFull, Problem::Full), (ErrorKind::ReadOnlyFilesystem, Problem::ReadOnly)] {
        let home = tempfile::tempdir().unwrap();
        let mut book = worked(home.path());
        book.set_gate(move |op| if op == Op::Create { Err(kind.into()) } else { Ok(()) });
        for n in 0..5 {
            book.change(|progress| progress.section_mut(&format!("section {n}")).opened = true);
            book.save_run("lifecycle", &format!("full {n}"));
        }
        assert_eq!(book.notices(), [Notice::NotSaved(problem)]);
        assert_eq!(book.load_run("lifecycle").as_deref(), Some("full 4"));
        assert_eq!(book.progress().sections.len(), 6);
        assert_eq!(*Book::open(home.path()).progress(), steps()[1], "the old file is whole");
        book.set_gate(|_| Ok(()));
        book.change(|progress| progress.tour_seen = true);
        assert_eq!(book.notices(), [Notice::SavedAgain]);
        let expected = book.progress().clone();
        drop(book);
        let mut book = Book::open(home.path());
        assert_eq!((book.load_run("lifecycle").as_deref(), book.progress()), (Some("full 4"), &expected));
    }
}

#[test]
fn a_folder_removed_under_the_app_is_made_again() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("data");
    let mut book = worked(&path);
    fs::remove_dir_all(&path).unwrap();
    book.change(|progress| progress.tour_seen = true);
    assert_eq!((book.notices(), book.is_saved()), (Vec::new(), true));
    let expected = book.progress().clone();
    drop(book);
    assert_eq!(*Book::open(&path).progress(), expected);
}

#[test]
fn a_file_that_could_not_be_set_aside_at_first_is_not_written_over_later() {
    for (text, newer) in [("(version: 2)", true), ("half a fi", false)] {
        let home = tempfile::tempdir().unwrap();
        drop(worked(home.path()));
        for file in [FILE, "runs/lifecycle.ron"] {
            fs::write(home.path().join(file), text).unwrap();
        }
        // nothing can be written while the lock cannot be taken
        fs::remove_file(home.path().join("lock")).unwrap();
        fs::create_dir(home.path().join("lock")).unwrap();
        let mut book = Book::open(home.path());
        assert!(matches!(book.notices()[..], [Notice::NotSaved(_), Notice::Recovered { .. }]));
        assert_eq!(book.run_broken("lifecycle", newer, |_| true).as_deref(), Some("run 1"));
        book.change(|progress| progress.tour_seen = true);
        book.save_run("lifecycle", "run 3");
        assert!(!book.is_saved());
        fs::remove_dir(home.path().join("lock")).unwrap();
        book.change(|progress| progress.section_mut("vpc").opened = true);
        assert!(book.is_saved());
        for file in [FILE, "runs/lifecycle.ron"] {
            assert_eq!(fs::read_to_string(home.path().join(format!("set-aside/{file}-1"))).unwrap(), text);
            assert!(book.notices.contains(&set_aside(home.path(), file, 1, newer)));
        }
    }
}

/// Operations that pass before the process is as good as dead; and how many were asked for.
fn kill_after(book: &mut Book, n_ops: usize) -> Arc<AtomicUsize> {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    book.set_gate(move |_| if count.fetch_add(1, Ordering::Relaxed) < n_ops { Ok(()) } else { Err(ErrorKind::Other.into()) });
    asked
}

/// Does something in a worked book, killed after each number of operations; then `holds` looks at the book opened anew.
#[track_caller]
fn killed_at_every_step(act: impl Fn(&mut Book), holds: impl Fn(usize, &mut Book)) {
    for n_ops in 0.. {
        let home = tempfile::tempdir().unwrap();
        let mut book = worked(home.path());
        let asked = kill_after(&mut book, n_ops);
        act(&mut book);
        drop(book);
        let mut book = Book::open(home.path());
        assert_eq!(book.notices(), [], "after {n_ops}");
        holds(n_ops, &mut book);
        if asked.load(Ordering::Relaxed) <= n_ops {
            assert!(n_ops > 3, "only {n_ops} operations");
            return;
        }
    }
}

#[test]
fn a_change_stopped_after_any_step_is_there_whole_or_not_at_all() {
    let mut changed = steps()[1].clone();
    changed.section_mut("s3-lifecycle").answer(1, "b", true);
    let act = |book: &mut Book| book.change(|progress| progress.section_mut("s3-lifecycle").answer(1, "b", true));
    killed_at_every_step(act, |n, book| assert!([&steps()[1], &changed].contains(&book.progress()), "after {n}"));
}

#[test]
fn runs_have_names_and_are_forgotten() {
    let home = tempfile::tempdir().unwrap();
    let mut book = Book::open(home.path());
    for name in ["lifecycle", "Studio: 3계층", "con", "../../x", "a/b"] {
        book.save_run(name, &format!("run of {name}"));
    }
    drop(book);
    let mut book = Book::open(home.path());
    assert_eq!(book.run_names(), ["../../x", "Studio: 3계층", "a/b", "con", "lifecycle"]);
    assert_eq!(book.load_run("Studio: 3계층").as_deref(), Some("run of Studio: 3계층"));
    assert_eq!(book.load_run("../../x").as_deref(), Some("run of ../../x"));
    book.forget_run("con");
    book.forget_run("never was");
    assert_eq!((book.load_run("con"), book.run_names().len()), (None, 4));
    assert_eq!(fs::read_to_string(home.path().join("kept/runs/_63on.ron.1")).unwrap(), "run of con");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 3, "the lock, the runs and what is kept");
    book.save_run(&"긴".repeat(100), "stays in memory");
    assert_eq!(book.notices(), [Notice::NotSaved(Problem::BadName)]);
    assert_eq!(book.load_run(&"긴".repeat(100)).as_deref(), Some("stays in memory"));
}

#[test]
fn a_run_of_no_use_gives_way_to_its_copies_until_there_is_none() {
    let home = tempfile::tempdir().unwrap();
    for text in ["oldest", "older", "old"] {
        let mut book = Book::open(home.path());
        book.save_run("lab", text);
        book.save_run("lab", "new");
    }
    let mut book = Book::open(home.path());
    let mut second = Book::open(home.path());
    second.notices();
    for book in [&mut second, &mut book] {
        assert_eq!(book.load_run("lab").as_deref(), Some("new"));
        assert_eq!(book.run_broken("lab", false, |_| true).as_deref(), Some("old"));
        assert_eq!(book.run_broken("lab", false, |_| true), None, "the copies before are of \"new\" too");
    }
    assert_eq!(second.notices(), [recovered("runs/lab.ron")]);
    let file = "runs/lab.ron";
    let notices = book.notices();
    assert_eq!(notices[..2], [set_aside(home.path(), file, 1, false), recovered(file)]);
    assert!(matches!(notices[2..], [Notice::SetAside { .. }]));
    assert_eq!(book.load_run("lab"), None);
    book.save_run("lab", "started again");
    assert_eq!(book.load_run("lab").as_deref(), Some("started again"));
}

#[test]
fn a_run_that_is_no_text_gives_way_to_its_copy() {
    let home = tempfile::tempdir().unwrap();
    drop(worked(home.path()));
    fs::write(home.path().join("runs/lifecycle.ron"), b"\xff\xff").unwrap();
    let mut book = Book::open(home.path());
    assert_eq!(book.load_run("lifecycle").as_deref(), Some("run 1"));
    assert_eq!(book.notices(), [set_aside(home.path(), "runs/lifecycle.ron", 1, false), recovered("runs/lifecycle.ron")]);
}

#[test]
fn a_book_in_memory_remembers_and_touches_nothing() {
    let mut book = Book::in_memory();
    book.change(|progress| progress.tour_seen = true);
    book.save_run("a", "run");
    assert_eq!((book.load_run("a").as_deref(), book.run_names()), (Some("run"), vec!["a".to_owned()]));
    book.forget_run("a");
    assert_eq!((book.load_run("a"), book.run_broken("a", false, |_| true), book.notices()), (None, None, Vec::new()));
    assert_eq!((book.folder_path(), book.is_read_only()), (None, false));
}
