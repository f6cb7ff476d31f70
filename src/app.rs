//! The app: owns the panels and the shell, draws a frame, collects the wishes and applies them; the window itself is in `app/window.rs`.

mod stage;
mod window;

use std::{collections::BTreeMap, time::Duration};

use egui::{Context, Ui};
use skylab_cloud::{Sandbox, clock::SimTime};

use crate::i18n::Lang;
use crate::ui::action::{Action, Actions, ClockAct};
use crate::ui::clock::{ClockView, Speed};
use crate::ui::frame::{self, Shell};
use crate::ui::theme::{self, Theme};
use crate::ui::{Bench, Panel, panels};
use stage::Stage;

pub use window::open;

/// The pause between two frames while the time runs: smooth enough for numbers and curves, cheap enough for a small VM.
const FRAME_PAUSE: Duration = Duration::from_millis(33);

/// The whole app behind the window, `skylab shot` and the tests.
pub struct App {
    panels: Vec<Box<dyn Panel>>,
    shell: Shell,
    /// The sandboxes of the benches opened so far, by panel.
    stages: BTreeMap<usize, Stage>,
    /// The bench whose sandbox is in front.
    bench: usize,
    playing: bool,
    speed: Speed,
    /// Inputs before each beat gone through, to come back to its very state.
    beat_marks: Vec<usize>,
    actions: Actions,
    /// The look and zoom to return to when a presentation ends.
    desk: (Theme, f32),
    /// Simulated time that is not yet a whole millisecond.
    owed_millis: f64,
}

impl App {
    /// Opens the app in `lang` with all panels closed but the first bench.
    pub fn new(ctx: &Context, lang: Lang, theme: Theme) -> Self {
        theme::load_fonts(ctx);
        let panels = panels::all();
        theme.apply(ctx, 1.0);
        let in_front = panels.iter().position(|panel| panel.bench().is_some()).unwrap_or(0);
        let mut app = Self {
            panels,
            stages: BTreeMap::new(),
            bench: in_front,
            playing: false,
            speed: Speed::default(),
            beat_marks: Vec::new(),
            shell: Shell { lang, theme, text_scale: 1.0, in_front, beat: 0, blank: false },
            actions: Actions::default(),
            desk: (if theme == Theme::Projector { Theme::Light } else { theme }, 1.0),
            owed_millis: 0.0,
        };
        app.open_stage(false);
        app
    }

    /// The screens by their ids.
    pub fn screens(&self) -> impl Iterator<Item = &'static str> {
        self.panels.iter().map(|panel| panel.id())
    }

    /// How many beats the screen with that id has; `None` if there is no such screen.
    pub fn n_beats(&self, id: &str) -> Option<usize> {
        let panel = self.panels.iter().find(|panel| panel.id() == id)?;
        Some(panel.bench().map_or(0, |bench| bench.beats().len()))
    }

    /// How many start states the screen with that id can choose from.
    pub fn n_starts(&self, id: &str) -> usize {
        let bench = self.panels.iter().find(|panel| panel.id() == id).and_then(|panel| panel.bench());
        bench.map_or(1, Bench::n_starts)
    }

    /// What the shell shows now.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Draws one frame and applies what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.zoom(ui.ctx());
        self.run_clock(ui.ctx());
        if let Some(stage) = self.stages.get(&self.bench) {
            let clock = self.clock_view(stage.sandbox());
            frame::ui(ui, &mut self.panels, &self.shell, &clock, stage.view(), &mut self.actions);
        }
        let wishes = self.actions.take();
        if !wishes.is_empty() {
            // What was asked for shows in the next frame, and there might be no other reason to draw one.
            ui.ctx().request_repaint();
        }
        for wish in wishes {
            self.apply(ui.ctx(), wish);
        }
    }

    /// Applies one wish; also for `skylab shot` and tests, which have no hands.
    pub fn apply(&mut self, ctx: &Context, action: Action) {
        let of_bench = matches!(action, Action::Clock(_) | Action::Undo | Action::Redo | Action::Reset);
        if of_bench && self.shell.in_front != self.bench {
            return; // keys pressed on a screen that shows no bench
        }
        match action {
            Action::Open(id) => {
                if let Some(n) = self.panels.iter().position(|panel| panel.id() == id) {
                    self.shell.in_front = n;
                    // nothing runs out of sight
                    self.playing = false;
                    self.open_stage(false);
                }
            }
            Action::Language(lang) => self.shell.lang = lang,
            Action::Look(Theme::Projector) | Action::Present => self.present(ctx),
            Action::Look(theme) => self.dress(ctx, theme),
            Action::EndPresentation => {
                self.shell.blank = false;
                ctx.set_zoom_factor(self.desk.1);
                self.dress(ctx, self.desk.0);
            }
            Action::TextScale(scale) => {
                self.shell.text_scale = scale;
                self.dress(ctx, self.shell.theme);
            }
            Action::Clock(act) => self.apply_to_clock(act),
            Action::Reset => self.open_stage(true),
            Action::StartWith(start) => {
                if let Some(panel) = self.panels.get_mut(self.shell.in_front) {
                    panel.start_with(start);
                }
                self.open_stage(true);
            }
            Action::Act(lines) => self.on_stage(|stage, bench| stage.act(&lines, |input| bench.is_left_out(input))),
            Action::Beat(by) => self.step_beat(by),
            Action::Blank => self.shell.blank = !self.shell.blank,
            Action::Copy(text) => ctx.copy_text(text),
            Action::Undo => self.travel(|sandbox| _ = sandbox.undo()),
            Action::Redo => self.travel(|sandbox| _ = sandbox.redo()),
        }
    }

    fn present(&mut self, ctx: &Context) {
        if self.shell.theme != Theme::Projector {
            self.desk = (self.shell.theme, ctx.zoom_factor());
            self.dress(ctx, Theme::Projector);
        }
    }

    /// Gives the context a look; the next frame shows it.
    fn dress(&mut self, ctx: &Context, theme: Theme) {
        self.shell.theme = theme;
        theme.apply(ctx, self.shell.text_scale);
    }

    /// Goes through beats one by one: on, playing each one's acts; back, to the very state in which it was left.
    fn step_beat(&mut self, by: i32) {
        for _ in 0..by {
            let Some(acts) = self.front_bench().and_then(|bench| bench.beats().get(self.shell.beat + 1)).map(|beat| beat.acts) else {
                return;
            };
            let n_inputs = self.stages.get(&self.bench).map_or(0, |stage| stage.sandbox().inputs().len());
            self.beat_marks.truncate(self.shell.beat);
            self.beat_marks.push(n_inputs);
            self.shell.beat += 1;
            self.playing = false;
            let lines: Vec<String> = acts.iter().map(|line| (*line).to_owned()).collect();
            if !lines.is_empty() {
                self.on_stage(|stage, bench| stage.act(&lines, |input| bench.is_left_out(input)));
            }
        }
        for _ in by..0 {
            let Some(n_inputs) = self.beat_marks.pop() else { return };
            self.shell.beat = self.beat_marks.len();
            self.playing = false;
            self.travel(|sandbox| sandbox.seek_input(n_inputs));
        }
    }

    fn front_bench(&self) -> Option<&dyn Bench> {
        self.panels.get(self.shell.in_front).and_then(|panel| panel.bench())
    }

    /// Gives the projector its zoom, which follows the size of the window; other looks leave the learner's zoom alone.
    fn zoom(&self, ctx: &Context) {
        let window = ctx.viewport_rect().size() * ctx.zoom_factor();
        if let Some(zoom) = self.shell.theme.zoom(window)
            && (zoom - ctx.zoom_factor()).abs() > 0.001
        {
            ctx.set_zoom_factor(zoom);
        }
    }

    /// Lets the simulated time follow the real one while it plays; otherwise asks for no further frame.
    fn run_clock(&mut self, ctx: &Context) {
        // A frame may be drawn twice for its layout, but its time passes once.
        if self.playing && ctx.current_pass_index() == 0 {
            let real_secs = ctx.input(|input| f64::from(input.stable_dt).min(0.25));
            self.owed_millis += real_secs * self.speed.secs_per_sec() as f64 * 1_000.0;
            let whole = self.owed_millis.floor();
            self.owed_millis -= whole;
            self.on_stage(|stage, bench| stage.advance(whole as i64, true, |input| bench.is_left_out(input)));
        }
        if self.playing {
            ctx.request_repaint_after(FRAME_PAUSE);
        }
    }

    fn apply_to_clock(&mut self, act: ClockAct) {
        let step_millis = self.speed.secs_per_sec() * 1_000;
        match act {
            ClockAct::PlayPause => self.playing = !self.playing,
            ClockAct::SetSpeed(speed) => self.speed = speed,
            ClockAct::Step => self.on_stage(|stage, bench| stage.advance(step_millis, false, |input| bench.is_left_out(input))),
            ClockAct::StepBack => self.travel(|sandbox| sandbox.seek(sandbox.now().plus(-step_millis).max(sandbox.start()))),
            ClockAct::ToStart => {
                self.playing = false;
                self.travel(|sandbox| sandbox.seek_input(0));
            }
            ClockAct::Seek(unix_secs) => {
                self.playing = false;
                self.travel(|sandbox| sandbox.seek(SimTime::from_millis(unix_secs * 1_000).max(sandbox.start())));
            }
        }
    }

    fn travel(&mut self, go: impl FnOnce(&mut Sandbox)) {
        self.on_stage(|stage, bench| stage.travel(go, |input| bench.is_left_out(input)));
    }

    /// Does something to the sandbox in front.
    fn on_stage(&mut self, act: impl FnOnce(&mut Stage, &dyn Bench)) {
        if let Some(bench) = self.panels.get(self.bench).and_then(|panel| panel.bench())
            && let Some(stage) = self.stages.get_mut(&self.bench)
        {
            act(stage, bench);
        }
    }

    /// Opens the sandbox of the bench in front, afresh if asked for.
    fn open_stage(&mut self, afresh: bool) {
        if let Some(bench) = self.panels.get(self.shell.in_front).and_then(|panel| panel.bench()) {
            self.bench = self.shell.in_front;
            if afresh || !self.stages.contains_key(&self.bench) {
                (self.playing, self.shell.beat) = (false, 0);
                self.beat_marks.clear();
                self.stages.insert(self.bench, Stage::open(&bench.start()));
            }
        }
    }

    fn clock_view(&self, sandbox: &Sandbox) -> ClockView {
        let secs = |at: SimTime| at.millis().div_euclid(1_000);
        ClockView {
            unix_secs: secs(sandbox.now()),
            start_secs: secs(sandbox.start()),
            end_secs: secs(sandbox.end()),
            playing: self.playing,
            speed: self.speed,
            can_undo: sandbox.can_undo(),
            can_redo: sandbox.can_redo(),
        }
    }
}
