//! What the learner did is there at the next start: settings, place, predictions, answers, and every sandbox with its past.

use egui::Context;

use super::super::App;
use crate::i18n::Lang;
use crate::progress::Book;
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
    // another model would fold the inputs into another world: the kept hash is no longer the one that they give
    let mut book = Book::open(desk.folder.path());
    let text = book.load_run("free").unwrap();
    let (name, hash) = hashes[0];
    book.save_run("free", &text.replace(&format!("(\"{name}\",{hash})"), &format!("(\"{name}\",1)")));
    drop(book);
    let app = desk.open();
    assert_eq!((app.sandbox().world().hashes(), app.sandbox().inputs().len()), (hashes, 0), "a new beginning with the world as it was");
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
