//! The time bar worked as a learner does: going back, doing something else there, and returning to the branch left behind.

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::Action;
use skylab::ui::theme::Theme;
use skylab_cloud::Sandbox;

use crate::cpu::Cpu;

fn open() -> Harness<'static, Option<App>> {
    let mut harness = Harness::builder().with_size(vec2(1280.0, 720.0)).renderer(Cpu::default()).build_ui_state(
        |ui, app: &mut Option<App>| {
            if let Some(app) = app.as_mut() {
                app.frame(ui);
            }
        },
        None,
    );
    let mut app = App::new(&harness.ctx, Lang::En, Theme::Light);
    app.apply(&harness.ctx.clone(), Action::OpenSection("2.4.5".to_owned()));
    *harness.state_mut() = Some(app);
    harness.run();
    harness
}

fn act(harness: &mut Harness<'static, Option<App>>, line: &str) {
    let ctx = harness.ctx.clone();
    harness.state_mut().as_mut().expect("the app is open").apply(&ctx, Action::Act(vec![line.to_owned()]));
    harness.run();
}

fn sandbox<'h>(harness: &'h Harness<'static, Option<App>>) -> &'h Sandbox {
    harness.state().as_ref().expect("the app is open").sandbox()
}

/// Drags the handle to a share of the way.
fn drag_to(harness: &mut Harness<'static, Option<App>>, share: f32) {
    let bar = harness.get_by_label_contains("Time bar").rect();
    harness.drag_at(bar.right_center() - vec2(10.0, 0.0));
    harness.run();
    let there = bar.left_center() + vec2(bar.width() * share, 0.0);
    harness.hover_at(there);
    harness.run();
    harness.drop_at(there);
    harness.run();
}

#[test]
fn going_back_and_acting_leaves_a_branch_to_which_a_click_returns() {
    let mut harness = open();
    act(&mut harness, "sim advance 100d");
    act(&mut harness, "aws s3api create-bucket --bucket logs-418 --create-bucket-configuration LocationConstraint=ap-northeast-2");
    act(&mut harness, "sim advance 1d");
    assert!(harness.query_by_label_contains("Other branch").is_none(), "one way so far");
    let end = sandbox(&harness).end();
    drag_to(&mut harness, 0.5);
    let back = sandbox(&harness).now();
    assert!(back < end && back > sandbox(&harness).start(), "{back:?}");
    assert!(sandbox(&harness).world().s3.bucket("logs-418").is_none());
    act(&mut harness, "aws s3api create-bucket --bucket logs-419 --create-bucket-configuration LocationConstraint=ap-northeast-2");
    act(&mut harness, "sim advance 80d");
    assert_eq!(sandbox(&harness).n_branches(), 2);
    let branch = harness.get_by_label_contains("Other branch 1").rect();
    assert!(branch.height() >= 24.0 && branch.width() >= 28.0, "{branch:?}");
    harness.get_by_label_contains("Other branch 1").click();
    harness.run();
    assert_eq!(sandbox(&harness).end(), end);
    assert!(sandbox(&harness).world().s3.bucket("logs-419").is_none(), "that was on the other branch");
    harness.get_by_label_contains("Time bar").focus();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    assert!(sandbox(&harness).world().s3.bucket("logs-418").is_some(), "what was done there is still done");
    harness.get_by_label_contains("Other branch 1");
}

#[test]
fn three_branches_are_drawn_and_the_others_counted() {
    let mut harness = open();
    for n in 0..6 {
        act(&mut harness, "sim advance 30d");
        act(
            &mut harness,
            &format!("aws s3api create-bucket --bucket logs-50{n} --create-bucket-configuration LocationConstraint=ap-northeast-2"),
        );
        if n < 5 {
            harness.get_by_label_contains("Time bar").focus();
            harness.run();
            harness.key_press(Key::Home);
            harness.run();
        }
    }
    assert_eq!(sandbox(&harness).n_branches(), 6);
    assert_eq!(harness.query_all_by_label_contains("Other branch").count(), 3);
    harness.get_by_label_contains("2 more branches");
}

#[test]
fn a_line_of_what_happened_leads_to_its_moment() {
    let mut harness = open();
    let ctx = harness.ctx.clone();
    (0..5).for_each(|_| harness.state_mut().as_mut().expect("the app is open").apply(&ctx, Action::Beat(1)));
    harness.run();
    harness.query_all_by_label_contains("2032-12-31 Rule archive-the-logs moved").next().expect("a line of that day").click();
    harness.run();
    harness.get_by_label_contains("Clock: 2032-12-31");
}
