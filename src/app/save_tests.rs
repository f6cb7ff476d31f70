//! What the learner did is there at the next start: settings, place, predictions, answers, and every sandbox with its past.

use std::io::ErrorKind;

use egui::Context;

use super::super::App;
use crate::i18n::{Lang, tr};
use crate::progress::Book;
use crate::storage::Op;
use crate::ui::action::{Action, ClockAct};
use crate::ui::frame::Front;
use crate::ui::theme::Theme;

struct Desk {
    folder: tempfile::TempDir,
    ctx: Context,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), ctx: Context::default() }
    }

    fn open(&self) -> App {
        App::open_book(&self.ctx, Lang::Ko, Theme::Light, Book::open(self.folder.path()))
    }

    fn act(&self, app: &mut App, action: Action) {
        app.apply(&self.ctx, action);
        app.keep(&self.ctx);
    }

    /// As if another model had kept these files: it folds the same inputs into a world with another hash.
    fn change_model(&self, names: &[&str], (service, hash): (&str, u64)) {
        let mut book = Book::open(self.folder.path());
        for name in names {
            let text = book.load_run(name).unwrap();
            let changed = text.replace(&format!("(\"{service}\",{hash})"), &format!("(\"{service}\",1)"));
            assert_ne!(text, changed, "{name}");
            book.save_run(name, &changed);
        }
    }
}

fn section(app: &App) -> Option<&str> {
    match app.shell().front {
        Front::Section { section, .. } => Some(&section.id),
        Front::Screen(_) => None,
    }
}

#[test]
fn everything_is_there_at_the_next_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    assert_eq!((app.shell().lang, app.shell().tour), (Lang::Ko, Some(0)), "the first start speaks the system's language");
    for action in [
        Action::OpenSection("2.4.5".to_owned()),
        Action::Beat(1),
        Action::Predict(1),
        Action::Beat(2),
        Action::Answer { question: 1, option: 'b' },
        Action::Language(Lang::En),
        Action::Look(Theme::Dark),
        Action::TextScale(1.3),
    ] {
        desk.act(&mut app, action);
    }
    let (hashes, inputs, beat) = (app.sandbox().world().hashes(), app.sandbox().inputs().to_vec(), app.beat());
    drop(app); // no orderly end
    let mut app = desk.open();
    assert_eq!(section(&app), Some("2.4.5"));
    assert_eq!((app.shell().lang, app.shell().theme, app.shell().text_scale), (Lang::En, Theme::Dark, 1.3));
    assert_eq!((app.sandbox().world().hashes(), app.sandbox().inputs().to_vec(), app.beat()), (hashes, inputs, beat));
    let done = app.progress().section("2.4.5").unwrap();
    assert_eq!((done.predictions.len(), done.answers.len()), (1, 1));
    assert!(done.predictions.values().all(|prediction| prediction.seen.is_some()), "the outcome was seen at the third beat");
    desk.act(&mut app, Action::Beat(-3));
    assert_eq!((app.beat(), app.sandbox().now()), (0, app.sandbox().start()), "the way back is there, too");
}

#[test]
fn the_sandbox_in_front_of_the_trail_is_there_at_the_next_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    for action in [Action::OpenSection("2.4.4".to_owned()), Action::Beat(3), Action::Open("trail".to_owned())] {
        desk.act(&mut app, action);
    }
    let inputs = app.sandbox().inputs().to_vec();
    drop(app);
    let app = desk.open();
    assert!(matches!(app.shell().front, Front::Screen(_)) && !inputs.is_empty());
    assert_eq!(app.sandbox().inputs(), inputs);
}

#[test]
fn branches_and_undo_survive_a_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    for action in [
        Action::Open("terminal".to_owned()),
        Action::Type("aws s3 mb s3://logs-417".to_owned()),
        Action::Type("sim advance 30d".to_owned()),
        Action::Clock(ClockAct::SeekInput(1)),
        Action::Type("aws s3 mb s3://media-417".to_owned()),
    ] {
        desk.act(&mut app, action);
    }
    drop(app);
    let mut app = desk.open();
    assert_eq!((app.sandbox().n_branches(), app.sandbox().world().s3.buckets().count()), (2, 2));
    assert_eq!(app.progress().typed.last().map(String::as_str), Some("aws s3 mb s3://media-417"));
    desk.act(&mut app, Action::Undo);
    assert_eq!(app.sandbox().world().s3.buckets().count(), 1);
    desk.act(&mut app, Action::Branch(0));
    assert!(app.sandbox().end() > app.sandbox().start());
}

#[test]
fn the_terminals_variables_survive_a_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, Action::Open("terminal".to_owned()));
    desk.act(&mut app, Action::Type("ME=$(aws sts get-caller-identity --query Account --output text)".to_owned()));
    drop(app);
    let mut app = desk.open();
    desk.act(&mut app, Action::Type("aws s3 mb s3://logs-$ME".to_owned()));
    assert!(app.sandbox().world().s3.bucket("logs-123456789012").is_some(), "{:?}", app.last_act());
}

#[test]
fn a_run_of_version_1_had_no_variables_and_is_still_read() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, Action::Open("terminal".to_owned()));
    desk.act(&mut app, Action::Type("aws s3 mb s3://logs-417".to_owned()));
    drop(app);
    let mut book = Book::open(desk.folder.path());
    let text = book.load_run("free").unwrap().replace("version:2", "version:1").replace(",vars:{}", "");
    assert!(text.contains("version:1") && !text.contains("vars"), "{text}");
    book.save_run("free", &text);
    drop(book);
    assert!(desk.open().sandbox().world().s3.bucket("logs-417").is_some());
}

#[test]
fn every_open_sandbox_has_a_snapshot_when_the_window_closes() {
    let desk = Desk::new();
    let mut app = desk.open();
    for action in [
        Action::Open("terminal".to_owned()),
        Action::Type("aws s3 mb s3://logs-417".to_owned()),
        Action::OpenSection("2.4.4".to_owned()),
        Action::Beat(2),
    ] {
        desk.act(&mut app, action);
    }
    app.close();
    drop(app);
    let hashes = desk.open().seats.iter().find(|(name, _)| *name == "free").unwrap().1.stage.sandbox().world().hashes();
    desk.change_model(&["free", "free.world"], hashes[0]);
    let app = desk.open();
    let (_, free) = app.seats.iter().find(|(name, _)| *name == "free").unwrap();
    assert!(free.stage.sandbox().world().s3.bucket("logs-417").is_some() && free.stage.sandbox().inputs().is_empty());
}

#[test]
fn a_broken_run_is_set_aside_and_the_start_succeeds() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, Action::Open("terminal".to_owned()));
    desk.act(&mut app, Action::Type("aws s3 mb s3://logs-417".to_owned()));
    drop(app);
    let runs = desk.folder.path().join("runs");
    for file in std::fs::read_dir(runs).unwrap() {
        std::fs::write(file.unwrap().path(), b"\xff\x00 not a run").unwrap();
    }
    let mut app = desk.open();
    desk.act(&mut app, Action::Type("aws s3 ls".to_owned()));
    assert!(!app.notices.toasts().is_empty(), "the app says what happened");
}

#[test]
fn a_model_that_has_changed_goes_on_from_the_snapshot() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, Action::Open("terminal".to_owned()));
    desk.act(&mut app, Action::Type("aws s3 mb s3://logs-417".to_owned()));
    app.close();
    let hashes = app.sandbox().world().hashes();
    drop(app);
    desk.change_model(&["free", "free.world"], hashes[0]);
    let mut app = desk.open();
    assert_eq!((app.sandbox().world().hashes(), app.sandbox().inputs().len()), (hashes, 0), "a new beginning with the world as it was");
    app.keep(&desk.ctx);
    assert_eq!(app.toasts(), []);
}

#[test]
fn a_snapshot_older_than_the_inputs_does_not_take_their_place() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, Action::Open("terminal".to_owned()));
    desk.act(&mut app, Action::Type("aws s3 mb s3://logs-417".to_owned()));
    app.close();
    drop(app);
    let mut app = desk.open();
    desk.act(&mut app, Action::Type("aws s3 mb s3://media-417".to_owned()));
    let hashes = app.sandbox().world().hashes();
    drop(app); // no orderly end, hence no new snapshot
    desk.change_model(&["free"], hashes[0]);
    assert_eq!(desk.open().sandbox().world().hashes(), hashes, "the inputs say more");
}

#[test]
fn what_a_running_clock_did_is_kept_when_another_sandbox_comes_to_the_front() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, Action::Open("terminal".to_owned()));
    desk.act(&mut app, Action::Clock(ClockAct::PlayPause));
    app.on_stage(|stage, bench| stage.advance(60_000, true, bench));
    app.keep(&desk.ctx);
    let now = app.sandbox().now();
    desk.act(&mut app, Action::OpenSection("2.4.5".to_owned()));
    drop(app);
    let mut app = desk.open();
    desk.act(&mut app, Action::Sandbox("free".to_owned()));
    assert_eq!(app.sandbox().now(), now);
}

#[test]
fn what_is_imported_is_in_front_and_goes_on() {
    let (desk, other) = (Desk::new(), Desk::new());
    let file = other.folder.path().join("export.ron");
    let mut app = desk.open();
    for action in [
        Action::Open("terminal".to_owned()),
        Action::Type("aws s3 mb s3://logs-417".to_owned()),
        Action::OpenSection("2.4.5".to_owned()),
        Action::Beat(2),
        Action::Look(Theme::Dark),
        Action::Export(Some(file.clone())),
        Action::Look(Theme::Light),
    ] {
        desk.act(&mut app, action);
    }
    let beat = (app.beat(), app.sandbox().world().hashes());
    assert_eq!(beat.0, 2);
    desk.act(&mut app, Action::ResetProgress);
    assert_eq!((app.beat(), app.n_beats_in_front() > 2), (0, true), "the bench in front begins anew");
    desk.act(&mut app, Action::Import(Some(file)));
    assert_eq!((app.beat(), app.sandbox().world().hashes()), beat);
    assert_eq!(app.shell().theme, Theme::Dark, "its look is worn at once");
    desk.act(&mut app, Action::Sandbox("free".to_owned()));
    assert_eq!(app.sandbox().world().s3.buckets().count(), 1);
}

#[test]
fn a_full_disk_is_told_in_both_languages_and_the_work_is_saved_when_there_is_room() {
    for lang in Lang::ALL {
        let desk = Desk::new();
        let mut app = desk.open();
        for action in [Action::Language(lang), Action::Open("terminal".to_owned()), Action::Type("aws s3 mb s3://logs-417".to_owned())] {
            desk.act(&mut app, action);
        }
        for (kind, reason) in [(ErrorKind::StorageFull, "problem-full"), (ErrorKind::ReadOnlyFilesystem, "problem-read-only")] {
            app.book.set_gate(move |op| if op == Op::Create { Err(kind.into()) } else { Ok(()) });
            desk.act(&mut app, Action::Type("sim advance 1d".to_owned()));
            desk.act(&mut app, Action::Answer { question: 1, option: 'a' });
            let told = tr(lang, "notice-not-saved", &[("reason", tr(lang, reason, &[]).into())]);
            assert_eq!(app.toasts().iter().filter(|toast| toast.text == told).count(), 1, "{:?}", app.toasts());
            app.book.set_gate(|_| Ok(()));
            desk.act(&mut app, Action::Type("sim advance 1d".to_owned()));
            assert_eq!(app.toasts().last().map(|toast| toast.text.clone()), Some(tr(lang, "notice-saved-again", &[])));
        }
        let now = app.sandbox().now();
        drop(app);
        assert_eq!(desk.open().sandbox().now(), now);
    }
}

#[test]
fn a_second_window_says_so_and_keeps_nothing() {
    let desk = Desk::new();
    let mut first = desk.open();
    desk.act(&mut first, Action::Language(Lang::En));
    let mut second = desk.open();
    desk.act(&mut second, Action::Language(Lang::Ko));
    assert!(!second.notices.toasts().is_empty());
    drop((first, second));
    assert_eq!(desk.open().shell().lang, Lang::En);
}

#[test]
fn typed_lines_come_back_at_the_next_start_but_no_secret_does() {
    let desk = Desk::new();
    let mut app = desk.open();
    let secret = "aws s3api get-object --bucket b --key k --sse-customer-key 0123456789abcdef0123456789abcdef out.bin";
    for line in ["aws s3 ls", "# a remark", secret] {
        desk.act(&mut app, Action::Type(line.to_owned()));
    }
    drop(app);
    let app = desk.open();
    assert_eq!(app.progress().typed, ["aws s3 ls".to_owned(), secret.replace("0123456789abcdef0123456789abcdef", "***")]);
}
