//! Labs in the app: begun, walked through, graded, kept, changed by their author; what a check means is tested in `learn`.

use egui::Context;

use super::super::{App, Book};
use crate::i18n::Lang;
use crate::learn::lab::Mode;
use crate::ui::action::Action;
use crate::ui::frame::Front;
use crate::ui::lab::LabAct;
use crate::ui::theme::Theme;

const LABS: [&str; 3] = ["archive-the-logs", "l1-console-cli", "rescue-the-report"];

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
        app.observe_lab(&self.ctx);
        app.keep(&self.ctx);
    }

    fn lab(&self, app: &mut App, act: LabAct) {
        self.act(app, Action::Lab(act));
    }
}

fn begin(id: &str, mode: Mode) -> Action {
    Action::BeginLab { id: id.to_owned(), mode, anew: false }
}

/// Plays every step of the walkthrough by clicks, and grades it.
fn played(desk: &Desk, app: &mut App, id: &str) -> Option<u32> {
    desk.act(app, begin(id, Mode::Walkthrough));
    for _ in 0..40 {
        desk.act(app, Action::Beat(1));
    }
    desk.lab(app, LabAct::Finish);
    app.lab_card()
}

#[test]
fn every_walkthrough_played_to_its_end_meets_every_task() {
    let desk = Desk::new();
    let mut app = desk.open();
    for id in LABS {
        assert_eq!(played(&desk, &mut app, id), Some(100), "{id}: {:?}", app.last_act());
        assert!(app.progress().labs[id].modes["walkthrough"].passed, "{id}");
    }
}

#[test]
fn a_lab_that_nothing_was_done_in_is_not_passed_and_its_sandbox_stays_as_it_is() {
    let desk = Desk::new();
    let mut app = desk.open();
    for id in LABS {
        desk.act(&mut app, begin(id, Mode::Challenge));
        let before = app.sandbox().world().hashes();
        desk.lab(&mut app, LabAct::Finish);
        assert!(app.lab_card().is_some_and(|points| points < 100), "{id}");
        assert_eq!((app.sandbox().world().hashes(), app.sandbox().inputs().len()), (before, 0), "{id}");
        assert!(!app.progress().labs[id].modes["challenge"].passed, "{id}");
    }
}

#[test]
fn a_click_back_brings_the_state_before_and_on_again_plays_the_step() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, begin("rescue-the-report", Mode::Walkthrough));
    let before = app.sandbox().world().hashes();
    desk.act(&mut app, Action::Beat(3));
    assert_ne!(app.sandbox().inputs().len(), 0);
    desk.act(&mut app, Action::Beat(-3));
    assert_eq!((app.sandbox().world().hashes(), app.sandbox().inputs().len()), (before, 0));
}

#[test]
fn a_lab_is_there_at_the_next_start_with_its_hints_and_its_numbers() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, begin("rescue-the-report", Mode::Challenge));
    desk.lab(&mut app, LabAct::Hint("back".to_owned()));
    desk.act(&mut app, Action::Type("aws s3 ls".to_owned()));
    let (seed, hashes) = (app.progress().labs["rescue-the-report"].modes["challenge"].seed, app.sandbox().world().hashes());
    drop(app); // no orderly end
    let app = desk.open();
    let doing = app.seats.front().lab.as_ref().expect("the lab is in front");
    assert_eq!((doing.attempt.seed(), doing.attempt.n_hints("back")), (seed, 1));
    assert_eq!((app.sandbox().world().hashes(), app.sandbox().inputs().len()), (hashes, 1));
    assert!(matches!(app.shell().front, Front::Screen(_)));
}

#[test]
fn other_numbers_begin_afresh_and_reset_goes_back_to_the_start() {
    let desk = Desk::new();
    let mut app = desk.open();
    desk.act(&mut app, begin("archive-the-logs", Mode::Challenge));
    desk.act(&mut app, Action::Type("sim advance 40d".to_owned()));
    desk.act(&mut app, Action::Reset);
    assert_eq!(app.sandbox().now(), app.sandbox().start());
    desk.act(&mut app, Action::BeginLab { id: "archive-the-logs".to_owned(), mode: Mode::Challenge, anew: true });
    assert_eq!(app.sandbox().all_inputs().len(), 0);
}

#[test]
fn what_is_handed_in_is_graded_alike_and_the_page_names_the_learner() {
    let desk = Desk::new();
    let mut app = desk.open();
    assert_eq!(played(&desk, &mut app, "rescue-the-report"), Some(100));
    let (save, page) = (desk.folder.path().join("mine.ron"), desk.folder.path().join("mine.html"));
    desk.lab(&mut app, LabAct::HandIn { learner: "김하나".to_owned(), path: Some(save.clone()) });
    desk.lab(&mut app, LabAct::Page { learner: "김하나".to_owned(), path: Some(page.clone()) });
    let save = crate::learn::lab::Save::parse(&std::fs::read_to_string(save).unwrap()).unwrap();
    let lab = app.labs.shelf().lab("rescue-the-report").unwrap();
    assert!(save.is_whole() && save.learner == "김하나");
    assert_eq!((save.regrade(lab).unwrap().1.points(), save.outcome.points), (100, 100));
    assert!(std::fs::read_to_string(page).unwrap().contains("김하나"));
}

#[test]
fn a_pack_in_the_data_folder_shows_up_and_is_read_again_when_it_changes() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("labs/mine");
    std::fs::create_dir_all(&folder).unwrap();
    for (path, text) in [
        (
            "lab.ron",
            r#"(format: 1, id: "mine", time_limit: "10d", tasks: [(id: "made", points: 100, check: query(call: "aws s3api list-buckets", path: "length(Buckets)", is: 1), when: latched)])"#,
        ),
        ("ko.ftl", "title = 내 실습"),
        ("en.ftl", "title = Mine"),
    ] {
        std::fs::write(folder.join(path), text).unwrap();
    }
    let mut app = desk.open();
    assert_eq!(app.labs.title("mine"), "내 실습");
    desk.act(&mut app, begin("mine", Mode::Challenge));
    desk.act(&mut app, Action::Type("aws s3 mb s3://mine-417".to_owned()));
    assert_eq!(app.lab_points(), Some(100));
    let two = std::fs::read_to_string(folder.join("lab.ron")).unwrap().replace("is: 1", "is: 2");
    std::fs::write(folder.join("lab.ron"), two).unwrap();
    app.packs.look_again();
    app.watch_packs(&desk.ctx);
    app.observe_lab(&desk.ctx);
    assert_eq!((app.lab_points(), app.sandbox().inputs().len()), (Some(0), 1), "what was done is done again under the new check");
    std::fs::write(folder.join("lab.ron"), "(format: 1,").unwrap();
    app.packs.look_again();
    app.watch_packs(&desk.ctx);
    assert!(app.labs.shelf().iter().any(|shelved| shelved.id == "mine" && shelved.lab.is_err()));
}
