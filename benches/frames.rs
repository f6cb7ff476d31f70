//! The cost of a frame: drawing and tessellating each screen, without a window system. Results and targets are in `benches/README.md`.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench that cannot set up has nothing to measure")]

use divan::{Bencher, black_box};
use egui::{Context, Pos2, RawInput, Rect, vec2};
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::Action;
use skylab::ui::theme::Theme;

fn main() {
    divan::main();
}

/// What is drawn: a screen as it is after all beats of its bench, or a section with its lesson.
const SCREENS: [&str; 8] = ["course", "terminal", "section", "lifecycle", "storage-classes", "versions", "trail", "bill"];

#[divan::bench(args = SCREENS)]
fn frame(bencher: Bencher<'_, '_>, screen: &str) {
    let ctx = Context::default();
    let mut app = App::new(&ctx, Lang::Ko, Theme::Light);
    // the trail and the bill of seven years
    app.apply(&ctx, Action::OpenSection("2.4.5".to_owned()));
    app.apply(&ctx, Action::Beat(9));
    app.apply(&ctx, Action::Open(screen.to_owned()));
    app.apply(&ctx, Action::Beat(9));
    let input = || RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0))), ..RawInput::default() };
    for _ in 0..5 {
        let _ = ctx.run_ui(input(), |ui| app.frame(ui));
    }
    bencher.bench_local(|| {
        let output = ctx.run_ui(input(), |ui| app.frame(ui));
        black_box(ctx.tessellate(output.shapes, output.pixels_per_point))
    });
}
