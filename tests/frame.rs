//! The frame around the screens, worked by keyboard and by name as a screen reader does.

use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::Action;
use skylab::ui::theme::Theme;

use crate::cpu::Cpu;

fn open(lang: Lang, theme: Theme) -> Harness<'static, Option<App>> {
    let mut harness = Harness::builder().with_size(vec2(1280.0, 720.0)).renderer(Cpu::default()).build_ui_state(
        move |ui, app: &mut Option<App>| {
            // The fonts must be loaded before the first text is laid out, hence not inside this frame's drawing.
            if let Some(app) = app.as_mut() {
                app.frame(ui);
            }
        },
        None,
    );
    let mut app = App::new(&harness.ctx, lang, theme);
    app.apply(&harness.ctx.clone(), Action::OpenSection("2.4.5".to_owned()));
    *harness.state_mut() = Some(app);
    harness.run();
    harness
}

fn shell<'h>(harness: &'h Harness<'static, Option<App>>) -> &'h skylab::ui::frame::Shell {
    harness.state().as_ref().expect("the app is open").shell()
}

#[test]
fn the_language_switches_without_losing_the_place() {
    let mut harness = open(Lang::Ko, Theme::Light);
    let before = shell(&harness).front;
    harness.get_by_label("English").click();
    harness.run();
    assert_eq!((shell(&harness).lang, shell(&harness).front), (Lang::En, before));
    harness.get_by_label("Reset");
}

#[test]
fn tab_reaches_every_control_and_enter_works_it() {
    let mut harness = open(Lang::En, Theme::Light);
    let mut reached: Vec<egui::Id> = Vec::new();
    for _ in 0..40 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = harness.ctx.memory(egui::Memory::focused);
        reached.extend(focused.filter(|id| !reached.contains(id)));
    }
    assert!(reached.len() >= 10, "Tab reaches only {} controls", reached.len());
    harness.get_by_label("Settings").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Text size");
}

#[test]
fn the_terminal_takes_the_keyboard_when_it_opens() {
    let mut harness = open(Lang::En, Theme::Light);
    let ctx = harness.ctx.clone();
    harness.state_mut().as_mut().expect("the app is open").apply(&ctx, Action::Open("terminal".to_owned()));
    harness.run();
    harness.event(egui::Event::Text("sim status".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label_contains("RunRateUsdPerMonth");
}

#[test]
fn the_clicker_presents_steps_blanks_and_ends() {
    let mut harness = open(Lang::Ko, Theme::Dark);
    let press = |harness: &mut Harness<'static, Option<App>>, key| {
        harness.key_press(key);
        harness.run();
    };
    press(&mut harness, Key::F5);
    assert_eq!(shell(&harness).theme, Theme::Projector);
    press(&mut harness, Key::F5);
    assert_eq!(shell(&harness).theme, Theme::Projector, "a second F5 does nothing");
    press(&mut harness, Key::PageDown);
    assert_eq!(harness.state().as_ref().expect("open").beat(), 1);
    press(&mut harness, Key::PageUp);
    assert_eq!(harness.state().as_ref().expect("open").beat(), 0);
    press(&mut harness, Key::Period);
    assert!(shell(&harness).stagecraft.blank);
    press(&mut harness, Key::B);
    assert!(!shell(&harness).stagecraft.blank);
    press(&mut harness, Key::Escape);
    assert_eq!(shell(&harness).theme, Theme::Dark, "the look of before comes back");
}

#[test]
fn the_clock_steps_and_goes_back_to_the_start() {
    let mut harness = open(Lang::En, Theme::Light);
    harness.get_by_label("Step (F9)").click();
    harness.run();
    harness.get_by_label_contains("Clock: 2026-01-31\u{a0}00:00");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F8);
    harness.run();
    harness.get_by_label_contains("Clock: 2026-01-01\u{a0}00:00");
}
