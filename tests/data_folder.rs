//! The app on data folders that something has happened to: it starts, says so on the screen in the learner's language, loses nothing and goes on.

mod ideas;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use egui::{Context, Shape, epaint::ClippedShape};
use skylab::app::App;
use skylab::i18n::{Lang, tr};
use skylab::progress::Book;
use skylab::ui::action::Action;
use skylab::ui::frame::Front;
use skylab::ui::theme::Theme;
use skylab_raster::{Raster, settle};

const PROGRESS: &str = "progress.ron";
/// The sandbox that belongs to no bench.
const FREE: &str = "runs/free.ron";
/// The bench's sandbox that comes to the front when [`worked`] is opened again.
const BENCH: &str = "runs/lifecycle_2elogs.ron";
const BENCH_WORLD: &str = "runs/lifecycle_2elogs_2eworld.ron";

/// An app on a folder, with the eyes of whoever sits in front of it.
struct Desk {
    lang: Lang,
    ctx: Context,
    app: App,
    raster: Raster,
}

impl Desk {
    fn open(lang: Lang, folder: &Path) -> Self {
        let ctx = Context::default();
        let app = App::open_book(&ctx, lang, Theme::Light, Book::open(folder));
        Self { lang, ctx, app, raster: Raster::default() }
    }

    fn act(&mut self, actions: impl IntoIterator<Item = Action>) {
        for action in actions {
            self.app.apply(&self.ctx, action);
            self.seen();
        }
    }

    fn make_bucket(&mut self, name: &str) {
        self.act([Action::Type(format!("aws s3 mb s3://{name}"))]);
        assert_eq!(self.app.last_act().and_then(|act| act.refusal.clone()), None);
        assert!(self.app.sandbox().world().s3.bucket(name).is_some());
    }

    /// All texts on the screen.
    fn seen(&mut self) -> Vec<String> {
        let Self { ctx, app, raster, .. } = self;
        let shapes = settle(ctx, raster, [1280, 720], 1.0, |ui| app.frame(ui));
        let mut texts = Vec::new();
        for ClippedShape { shape, .. } in &shapes {
            collect(shape, &mut texts);
        }
        texts
    }

    /// Fails unless exactly these messages are on the screen.
    #[track_caller]
    fn says(&mut self, expected: &[Message]) {
        let seen = self.seen();
        let told: Vec<String> = self.app.toasts().iter().map(|toast| toast.text.clone()).collect();
        let expected: Vec<String> = expected.iter().map(|message| message.text(self.lang)).collect();
        assert_eq!(told, expected);
        for text in told {
            assert!(seen.contains(&text) && !text.contains("[["), "{text}");
        }
    }
}

fn collect(shape: &Shape, texts: &mut Vec<String>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, texts)),
        Shape::Text(text) => texts.push(text.galley.text().to_owned()),
        _ => {}
    }
}

/// A message as its key and what it names.
struct Message(&'static str, Vec<(&'static str, String)>);

impl Message {
    fn text(&self, lang: Lang) -> String {
        let told = |text: &str| if text.starts_with("problem-") { tr(lang, text, &[]) } else { text.to_owned() };
        let args: Vec<_> = self.1.iter().map(|(name, text)| (*name, told(text))).collect();
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        tr(lang, self.0, &args)
    }
}

fn set_aside(folder: &Path, file: &str) -> Message {
    aside("notice-set-aside", folder, file)
}

fn newer(folder: &Path, file: &str) -> Message {
    aside("notice-newer", folder, file)
}

fn aside(key: &'static str, folder: &Path, file: &str) -> Message {
    let to = folder.join(format!("set-aside/{file}-1"));
    Message(key, vec![("file", file.to_owned()), ("to", to.display().to_string())])
}

fn recovered(file: &str) -> Message {
    Message("notice-recovered", vec![("file", file.to_owned())])
}

fn not_saved(problem: &str) -> Message {
    Message("notice-not-saved", vec![("reason", problem.to_owned())])
}

/// Leaves work of each kind in a folder: progress, a free sandbox, a bench's sandbox in front with its snapshot.
fn worked(lang: Lang, folder: &Path) {
    let mut desk = Desk::open(lang, folder);
    desk.act([Action::Tour(usize::MAX), Action::Open("terminal".to_owned())]);
    desk.make_bucket("first-417");
    desk.make_bucket("second-417");
    desk.act([Action::OpenSection("2.4.5".to_owned()), Action::Beat(1), Action::Predict(0), Action::Answer { question: 1, option: 'a' }]);
    desk.make_bucket("third-417");
    desk.make_bucket("fourth-417");
    desk.says(&[]);
    desk.app.close();
}

/// The files of a folder, but for the lock.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let place = entry.unwrap().path();
        if place.is_dir() {
            files.extend(self::files(&place));
        } else if !place.ends_with("lock") {
            files.insert(place.clone(), fs::read(&place).unwrap());
        }
    }
    files
}

/// Work in a folder, something that happens to it, and the next start in each language: the messages are on the screen, every text that was
/// in the folder still is, under whatever name, and one goes on and finds it at the start after that.
#[track_caller]
fn goes_on(damage: impl Fn(&Path), messages: impl Fn(&Path) -> Vec<Message>, looks: impl Fn(&mut Desk)) {
    for lang in Lang::ALL {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path();
        worked(lang, folder);
        damage(folder);
        let before = files(folder);
        let mut desk = Desk::open(lang, folder);
        desk.says(&messages(folder));
        let now: Vec<_> = files(folder).into_values().collect();
        for (place, text) in before {
            assert!(now.contains(&text), "what was in {} is lost", place.display());
        }
        looks(&mut desk);
        desk.make_bucket("later-417");
        drop(desk);
        let mut desk = Desk::open(lang, folder);
        desk.says(&[]);
        assert!(desk.app.sandbox().world().s3.bucket("later-417").is_some());
    }
}

fn has(desk: &Desk, bucket: &str) -> bool {
    desk.app.sandbox().world().s3.bucket(bucket).is_some()
}

/// Cuts a file in the middle.
fn cut(place: &Path) {
    let text = fs::read(place).unwrap();
    fs::write(place, &text[..text.len() / 2]).unwrap();
}

#[test]
fn a_progress_file_cut_short_gives_way_to_its_copy() {
    goes_on(
        |folder| cut(&folder.join(PROGRESS)),
        |folder| vec![set_aside(folder, PROGRESS), recovered(PROGRESS)],
        |desk| {
            let section = desk.app.progress().section("2.4.5").unwrap();
            assert_eq!((section.answers.len(), section.predictions.len()), (1, 1));
            assert!(has(desk, "fourth-417"), "the sandbox is another file");
        },
    );
}

#[test]
fn progress_of_a_newer_skylab_is_kept_for_it() {
    goes_on(
        |folder| {
            fs::remove_dir_all(folder.join("kept")).unwrap();
            fs::write(folder.join(PROGRESS), "(version: 7, progress: [\"of another kind\"])").unwrap();
        },
        |folder| vec![newer(folder, PROGRESS)],
        |desk| {
            assert!(desk.app.progress().sections.is_empty(), "one begins anew");
            desk.act([Action::Tour(usize::MAX), Action::OpenSection("2.4.5".to_owned())]);
            assert!(has(desk, "fourth-417"), "in the sandbox as it was");
        },
    );
}

#[test]
fn a_run_that_is_binary_gives_way_to_its_copy() {
    goes_on(
        |folder| fs::write(folder.join(BENCH), b"\x7fELF\xff\xfe\x00\x80").unwrap(),
        |folder| vec![set_aside(folder, BENCH), recovered(BENCH)],
        |desk| assert!(has(desk, "third-417")),
    );
}

#[test]
fn a_run_that_is_broken_with_all_its_copies_leaves_a_bench_that_begins_anew() {
    goes_on(
        |folder| {
            let kept = files(&folder.join("kept/runs")).into_keys().filter(|place| place.to_string_lossy().contains("logs.ron"));
            kept.chain([folder.join(BENCH)]).for_each(|place| cut(&place));
        },
        |folder| vec![set_aside(folder, BENCH)],
        |desk| assert!(!has(desk, "third-417") && desk.app.n_beats_in_front() > 1),
    );
}

#[test]
fn a_run_of_a_newer_skylab_is_kept_for_it() {
    goes_on(
        |folder| fs::write(folder.join(BENCH), "(version: 7, of: \"another kind\")").unwrap(),
        |folder| vec![newer(folder, BENCH), recovered(BENCH)],
        |desk| assert!(has(desk, "third-417")),
    );
}

#[test]
fn a_run_of_another_sandbox_is_not_taken_for_this_ones() {
    goes_on(
        |folder| _ = fs::copy(folder.join(FREE), folder.join(BENCH)).unwrap(),
        |folder| vec![set_aside(folder, BENCH), recovered(BENCH)],
        |desk| assert!(has(desk, "third-417") && !has(desk, "first-417")),
    );
}

#[test]
fn numbers_in_a_run_that_lead_nowhere_do_no_harm() {
    for (from, to) in [("beat:1", "beat:4294967295"), ("n_inputs:0", "n_inputs:99999"), ("ideas:[]", "ideas:[\"nonsense\"]")] {
        goes_on(
            |folder| {
                let text = fs::read_to_string(folder.join(BENCH)).unwrap();
                assert!(text.contains(from), "{text}");
                fs::write(folder.join(BENCH), text.replace(from, to)).unwrap();
            },
            |_| Vec::new(),
            |desk| desk.act([Action::Beat(-3), Action::Beat(1)]),
        );
    }
}

/// As if an older model had kept the run: its hashes are others than the inputs have now.
fn change_model(folder: &Path) {
    let text = fs::read_to_string(folder.join(BENCH)).unwrap();
    let (before, after) = text.split_once("hashes:[(\"").unwrap();
    let after = after.split_once(',').unwrap().1;
    fs::write(folder.join(BENCH), format!("{before}hashes:[(\"other\",{after}")).unwrap();
}

#[test]
fn a_snapshot_that_is_garbage_gives_way_to_the_inputs() {
    for garbage in [&b"\xff\x00\x80"[..], b"(version: 1, hashes: [], world: ())", b"half a fi"] {
        goes_on(
            |folder| {
                change_model(folder);
                fs::write(folder.join(BENCH_WORLD), garbage).unwrap();
            },
            |folder| vec![set_aside(folder, BENCH_WORLD)],
            |desk| assert!(has(desk, "fourth-417")),
        );
    }
}

#[test]
fn a_run_whose_start_state_is_gone_stays_where_it_is() {
    let gone = "runs/lifecycle_2egone.ron";
    goes_on(
        |folder| _ = fs::copy(folder.join(BENCH), folder.join(gone)).unwrap(),
        |_| Vec::new(),
        |desk| {
            let file = tempfile::tempdir().unwrap().keep().join("export.ron");
            desk.act([Action::Export(Some(file.clone()))]);
            assert!(fs::read_to_string(&file).unwrap().contains("lifecycle.gone"), "an export has it, too");
            fs::remove_dir_all(file.parent().unwrap()).unwrap();
        },
    );
}

#[test]
fn a_place_that_is_gone_leads_on_in_the_course() {
    for place in ["(screen: \"section\", section: Some(\"9.9.9\"))", "(screen: \"attic\", section: None)"] {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(PROGRESS), format!("(version: 1, progress: (tour_seen: true, place: Some({place})))")).unwrap();
        let mut desk = Desk::open(Lang::Ko, home.path());
        desk.says(&[]);
        let section = match desk.app.shell().front {
            Front::Screen(n) => (n != 0).then_some("another screen"),
            Front::Section { section, .. } => Some(section.id.as_str()),
        };
        assert_eq!(section, place.contains("9.9.9").then_some("1"), "the section to go on with, or the map");
    }
}

/// Nothing can be written: it is said once, and one works in memory, also where runs of two benches are left and come back.
#[track_caller]
fn works_in_memory(lang: Lang, folder: &Path, problem: &str) -> Desk {
    let mut desk = Desk::open(lang, folder);
    desk.act([Action::Tour(usize::MAX), Action::OpenSection("2.4.5".to_owned()), Action::Beat(1)]);
    desk.make_bucket("later-417");
    desk.act([Action::StartWith(1), Action::StartWith(0)]);
    assert!(has(&desk, "later-417"));
    desk.says(&[not_saved(problem)]);
    desk
}

#[test]
fn a_file_in_place_of_the_folder_is_left_alone() {
    for lang in Lang::ALL {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("data");
        fs::write(&place, "not a folder").unwrap();
        let mut desk = works_in_memory(lang, &place, "problem-no-folder");
        assert_eq!(fs::read_to_string(&place).unwrap(), "not a folder");
        fs::remove_file(&place).unwrap();
        desk.make_bucket("saved-417");
        assert_eq!(desk.app.toasts().last().map(|toast| toast.text.clone()), Some(tr(lang, "notice-saved-again", &[])));
        drop(desk);
        let desk = Desk::open(lang, &place);
        assert!(has(&desk, "later-417") && has(&desk, "saved-417"));
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_changes_is_read_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    for lang in Lang::ALL {
        let home = tempfile::tempdir().unwrap();
        worked(lang, home.path());
        let before = files(home.path());
        fs::set_permissions(home.path(), PermissionsExt::from_mode(0o555)).unwrap();
        // permissions do not bind the administrator
        if fs::write(home.path().join("a-file"), "").is_err() {
            assert!(has(&works_in_memory(lang, home.path(), "problem-read-only"), "fourth-417"));
            assert_eq!(files(home.path()), before);
        }
        fs::set_permissions(home.path(), PermissionsExt::from_mode(0o755)).unwrap();
    }
}

#[test]
fn broken_files_in_a_folder_that_cannot_be_locked_stay_whole_until_they_can_be_set_aside() {
    for lang in Lang::ALL {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path();
        worked(lang, folder);
        for file in [PROGRESS, BENCH] {
            fs::write(folder.join(file), format!("(version: 7, of: {file:?})")).unwrap();
        }
        let lock = folder.join("lock");
        fs::remove_file(&lock).unwrap();
        fs::create_dir(&lock).unwrap();
        let before = files(folder);
        let mut desk = Desk::open(lang, folder);
        desk.seen();
        let refused = fs::File::options().write(true).open(&lock).unwrap_err().to_string();
        let reason = tr(lang, "problem-other", &[("words", refused.as_str().into())]);
        let told = Message("notice-not-saved", vec![("reason", reason)]);
        desk.says(&[told, recovered(PROGRESS), recovered(BENCH)]);
        desk.make_bucket("later-417");
        assert_eq!(files(folder), before);
        fs::remove_dir(&lock).unwrap();
        desk.make_bucket("saved-417");
        for file in [PROGRESS, BENCH] {
            let aside = fs::read(folder.join(format!("set-aside/{file}-1"))).unwrap();
            assert_eq!(Some(&aside), before.get(&folder.join(file)));
        }
        drop(desk);
        let mut desk = Desk::open(lang, folder);
        desk.says(&[]);
        assert!(has(&desk, "later-417") && has(&desk, "saved-417"));
    }
}
