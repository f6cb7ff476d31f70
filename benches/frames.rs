//! The cost of a frame: layout and tessellation of each screen and bench, without a window system, at rest and while the clock plays.
//! Results and targets are in `benches/README.md`. `cargo bench --bench frames -- NAME` measures those screens alone whose name has that in it.
#![allow(missing_docs, reason = "a program that prints a table")]

use std::time::{Duration, Instant};

use egui::{Context, Pos2, RawInput, Rect, Vec2, vec2};
use skylab::app::App;
use skylab::i18n::Lang;
use skylab::ui::action::{Action, ClockAct};
use skylab::ui::theme::Theme;

/// The windows that are measured.
const SIZES: [Vec2; 2] = [vec2(1280.0, 720.0), vec2(1920.0, 1080.0)];
/// Frames of each measure: the slowest hundredth of them is not one frame alone.
const N_FRAMES: usize = 300;
/// Frames before a measure: texts are laid out and caches filled.
const N_SETTLING: usize = 10;
/// The time between two frames while the clock plays.
const FRAME_SECS: f64 = 0.033;
/// Not a screen of its own: the command palette, open above the course.
const PALETTE: &str = "(palette)";

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let screens: Vec<&str> = App::new(&Context::default(), Lang::Ko, Theme::Light).screens().chain([PALETTE]).collect();
    println!("milliseconds of a frame   {:>23}   {:>23}", "at rest: median, p99", "playing: median, p99");
    for screen in screens.into_iter().filter(|screen| wanted.is_empty() || wanted.iter().any(|word| screen.contains(word))) {
        for size in SIZES {
            let [rest, playing] = [false, true].map(|plays| Scene::new(screen, size, plays).measure());
            println!("{screen:16} {:>4}×{:<4}   {rest}   {playing}", size.x, size.y);
        }
    }
}

/// A screen in a window.
struct Scene {
    ctx: Context,
    app: App,
    size: Vec2,
    now_secs: f64,
}

impl Scene {
    /// A bench as it is after all of its beats, any other screen with seven years of a lifecycle behind it.
    fn new(screen: &str, size: Vec2, plays: bool) -> Self {
        let ctx = Context::default();
        let app = App::new(&ctx, Lang::Ko, Theme::Light);
        let mut scene = Self { ctx, app, size, now_secs: 0.0 };
        scene.apply(Action::OpenSection("2.4.5".to_owned()));
        scene.apply(Action::Beat(9));
        match screen {
            PALETTE => scene.apply(Action::Find(true)),
            _ => scene.apply(Action::Open(screen.to_owned())),
        }
        scene.apply(Action::Beat(9));
        if plays {
            scene.apply(Action::Clock(ClockAct::PlayPause));
        }
        scene
    }

    fn apply(&mut self, action: Action) {
        self.app.apply(&self.ctx, action);
    }

    fn measure(mut self) -> Costs {
        for _ in 0..N_SETTLING {
            self.frame();
        }
        let mut costs: Vec<Duration> = (0..N_FRAMES).map(|_| self.frame()).collect();
        costs.sort_unstable();
        Costs { median: costs[N_FRAMES / 2], p99: costs[N_FRAMES * 99 / 100] }
    }

    #[expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
    fn frame(&mut self) -> Duration {
        self.now_secs += FRAME_SECS;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, self.size));
        let input = RawInput { screen_rect, time: Some(self.now_secs), ..RawInput::default() };
        let from = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        output.textures_delta.clear();
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        from.elapsed()
    }
}

struct Costs {
    median: Duration,
    p99: Duration,
}

impl std::fmt::Display for Costs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let millis = |cost: Duration| cost.as_secs_f64() * 1_000.0;
        write!(f, "{:>11.2} {:>11.2}", millis(self.median), millis(self.p99))
    }
}
