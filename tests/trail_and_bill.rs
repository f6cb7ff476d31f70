//! The trail and the bill over a run with something in it: what a click does, what the filters hide, and that sums are the cloud's.

use egui::{Event, Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::{Action, ClockAct};
use skylab::ui::theme::Theme;
use skylab_cloud::{bill, ident::AccountId};
use skylab_raster::{Raster, settle};

use crate::cpu::Cpu;
use crate::layout::{Drawn, apart, place_of, whole};

type Window = Harness<'static, Option<App>>;

const WIDE: Vec2 = vec2(1280.0, 720.0);
/// Calls, changes, a refusal, and a rule that acts by itself.
pub const RUN: [&str; 6] = [
    "aws s3 mb s3://photos-31",
    "aws s3api put-object --bucket photos-31 --key holiday/beach.jpg --body part.bin",
    "aws s3api put-bucket-lifecycle-configuration --bucket photos-31 --lifecycle-configuration \
     '{\"Rules\":[{\"ID\":\"cold\",\"Status\":\"Enabled\",\"Filter\":{\"Prefix\":\"\"},\"Transitions\":[{\"Days\":30,\"StorageClass\":\"STANDARD_IA\"}]}]}'",
    "sim advance 45d",
    "aws s3api head-object --bucket photos-31 --key holiday/beach.jpg",
    "aws s3api delete-bucket --bucket photos-31",
];

fn open(lang: Lang, theme: Theme, size: Vec2) -> Window {
    let mut harness = Harness::builder().with_size(size).renderer(Cpu::default()).build_ui_state(
        |ui, app: &mut Option<App>| {
            if let Some(app) = app.as_mut() {
                app.frame(ui);
            }
        },
        None,
    );
    *harness.state_mut() = Some(App::new(&harness.ctx, lang, theme));
    apply(&mut harness, [Action::Open("terminal".to_owned())]);
    for line in RUN {
        apply(&mut harness, [Action::Type(line.to_owned())]);
    }
    harness
}

fn apply(harness: &mut Window, actions: impl IntoIterator<Item = Action>) {
    let ctx = harness.ctx.clone();
    let app = harness.state_mut().as_mut().expect("the app is open");
    actions.into_iter().for_each(|action| app.apply(&ctx, action));
    harness.run();
}

fn app(harness: &Window) -> &App {
    harness.state().as_ref().expect("the app is open")
}

fn trail(lang: Lang) -> Window {
    let mut harness = open(lang, Theme::Light, WIDE);
    apply(&mut harness, [Action::Open("trail".to_owned())]);
    harness
}

/// The rows on the screen that name an operation or what happened.
fn n_rows(harness: &Window, word: &str) -> usize {
    harness.query_all_by_label_contains(word).filter(|node| node.accesskit_node().role() == egui::accesskit::Role::Button).count()
}

fn click(harness: &mut Window, label: &str) {
    harness.get_by_label_contains(label).click();
    harness.run();
}

#[test]
fn clicking_an_event_goes_to_right_after_it_and_shows_its_record() {
    let mut harness = trail(Lang::En);
    click(&mut harness, ", PutObject, ");
    assert_eq!(app(&harness).sandbox().inputs().len(), 2, "the bucket and the object are there, the rule is not");
    harness.get_by_label_contains("\"eventName\": \"PutObject\"");
    harness.get_by_label("Data event");
    click(&mut harness, ", CreateBucket, ");
    assert_eq!(app(&harness).sandbox().inputs().len(), 1);
    harness.get_by_label("Management event");
    assert_eq!(n_rows(&harness, "(later)"), app(&harness).sandbox().all_events().len() - 1);
    click(&mut harness, "Go to the end");
    assert_eq!(n_rows(&harness, "(later)"), 0);
}

#[test]
fn clicking_what_a_rule_did_goes_to_that_moment_and_says_why_there_is_no_record() {
    let mut harness = trail(Lang::En);
    click(&mut harness, "Transition STANDARD to STANDARD_IA");
    let sandbox = app(&harness).sandbox();
    assert_eq!(sandbox.now().to_string(), "2026-02-01T00:00:00+00:00", "the first midnight after 30 days, within the 45 that passed");
    assert_eq!(sandbox.events().len(), 4);
    harness.get_by_label("No CloudTrail record");
}

#[test]
fn the_keyboard_chooses_an_event_as_a_click_does() {
    let mut harness = trail(Lang::En);
    harness.get_by_label_contains(", PutBucketLifecycleConfiguration, ").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(app(&harness).sandbox().inputs().len(), 3);
    harness.get_by_label_contains("\"eventName\": \"PutBucketLifecycle\"");
}

#[test]
fn each_filter_hides_the_other_events() {
    let mut harness = trail(Lang::En);
    let photos = |harness: &Window| n_rows(harness, "photos-31");
    assert_eq!(photos(&harness), 6);
    for (filter, n, stays) in [("Refused", 1, "DeleteBucket"), ("By itself", 1, "Transition"), ("Changes", 3, "PutObject")] {
        harness.get_by_label(filter).click();
        harness.run();
        assert_eq!((photos(&harness), n_rows(&harness, stays)), (n, 1), "{filter}");
    }
    harness.get_by_label("Everything").click();
    harness.run();
    assert_eq!(photos(&harness), 6);
}

#[test]
fn words_are_looked_for_when_they_are_sent_and_not_while_they_are_written() {
    let mut harness = trail(Lang::Ko);
    harness.get_by_label("찾을 말").focus();
    harness.run();
    harness.event(Event::Text("삭제 마커가 아닌 beach".to_owned()));
    harness.run();
    assert_eq!(n_rows(&harness, "photos-31"), 6, "nothing is hidden while one writes");
    harness.get_by_label("찾기").click();
    harness.run();
    assert_eq!(n_rows(&harness, "photos-31"), 0);
    harness.get_by_label("모두 보기").click();
    harness.run();
    harness.get_by_label("찾을 말").focus();
    harness.run();
    harness.event(Event::Text("전환".to_owned()));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(n_rows(&harness, "photos-31"), 1, "the transition, found by the name it has here");
}

#[test]
fn the_bills_total_is_that_of_sim_bill_before_and_after_going_back() {
    let mut harness = open(Lang::En, Theme::Light, vec2(1900.0, 1000.0));
    apply(&mut harness, [Action::Open("bill".to_owned())]);
    for step in [None, Some(ClockAct::SeekInput(2)), Some(ClockAct::Seek(1_769_990_400))] {
        apply(&mut harness, step.map(Action::Clock));
        let answered = app(&harness).sandbox().world();
        let total = bill::bill(answered, AccountId::OWN, None).total_usd;
        assert!(total.nanos() > 0);
        let shown = format!("{total}\u{a0}USD");
        assert!(harness.query_all_by_label(&shown).count() >= 1, "{shown} at {}", answered.now());
    }
}

#[test]
fn the_bill_tells_what_the_last_act_changed() {
    let mut harness = open(Lang::En, Theme::Light, WIDE);
    apply(&mut harness, [Action::Type("aws s3 rm s3://photos-31/holiday/beach.jpg".to_owned()), Action::Open("bill".to_owned())]);
    let named = harness.query_all_by_label("aws s3 rm s3://photos-31/holiday/beach.jpg").count();
    assert_eq!(named, 2, "above, and in the foot of the window");
    harness.get_by_label_contains("a month (before 0.000863\u{a0}USD, now 0.000000\u{a0}USD)");
    harness.get_by_label_contains("-0.000863\u{a0}USD a month");
    harness.get_by_label_contains("Charged for the act itself: +");
}

#[test]
fn both_screens_fit_every_window_with_something_in_them() {
    for lang in [Lang::Ko, Lang::En, Lang::Pseudo] {
        for theme in Theme::ALL {
            for size_px in [[960, 600], [1280, 720], [1920, 1080]] {
                each_state(lang, theme, size_px, |drawn| {
                    whole(drawn);
                    apart(drawn);
                });
            }
        }
    }
}

/// The trail as it opens and with a call and with a rule's work chosen, and the bill of the run and of the level.
fn each_state(lang: Lang, theme: Theme, size_px: [u32; 2], check: impl Fn(&Drawn)) {
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, lang, theme);
    app.apply(&ctx, Action::Open("terminal".to_owned()));
    for line in RUN {
        app.apply(&ctx, Action::Type(line.to_owned()));
    }
    app.apply(&ctx, Action::Open("trail".to_owned()));
    let draw = |ctx: &egui::Context, app: &mut App, state: &str| {
        let shapes = settle(ctx, &mut Raster::default(), size_px, 1.0, |ui| app.frame(ui));
        let name = format!("{state} {} {} {}x{}", lang.code(), theme.name(), size_px[0], size_px[1]);
        let drawn = Drawn { name, scrolls: true, theme, height_px: size_px[1] as f32, pixels_per_point: ctx.pixels_per_point(), shapes };
        check(&drawn);
        drawn
    };
    let open = draw(&ctx, &mut app, "trail");
    let row = place_of(&open, "DeleteBucket").expect("the newest call is on the screen");
    click_at(&ctx, &mut app, &mut Raster::default(), row.center(), size_px);
    draw(&ctx, &mut app, "trail with a record");
    app.apply(&ctx, Action::Clock(ClockAct::SeekInput(2)));
    draw(&ctx, &mut app, "trail gone back");
    app.apply(&ctx, Action::Open("bill".to_owned()));
    draw(&ctx, &mut app, "bill gone back");
    app.apply(&ctx, Action::Clock(ClockAct::SeekInput(100)));
    app.apply(&ctx, Action::Act(vec!["aws s3 rm s3://photos-31/holiday/beach.jpg".to_owned()]));
    draw(&ctx, &mut app, "bill after an act");
}

pub fn click_at(ctx: &egui::Context, app: &mut App, raster: &mut Raster, at: egui::Pos2, size_px: [u32; 2]) {
    let points = vec2(size_px[0] as f32, size_px[1] as f32) / ctx.zoom_factor();
    let button =
        |pressed| Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers: egui::Modifiers::NONE };
    for event in [Event::PointerMoved(at), button(true), button(false), Event::PointerGone] {
        let screen_rect = Some(egui::Rect::from_min_size(egui::Pos2::ZERO, points));
        let input = egui::RawInput { screen_rect, events: vec![event], ..egui::RawInput::default() };
        raster.take_textures(&mut ctx.run_ui(input, |ui| app.frame(ui)).textures_delta);
    }
}
