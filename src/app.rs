//! The app: owns the screens, benches and sandboxes, draws a frame, collects the wishes and applies them; the window itself is in
//! `app/window.rs`.

mod beats;
mod doing;
mod files;
mod kept;
mod labs;
mod mishap;
mod notices;
mod save;
mod seats;
mod stage;
mod window;
mod wishes;

use std::time::Duration;

use egui::{Context, Ui};
use skylab_cloud::{Sandbox, clock::SimTime};

use crate::i18n::Lang;
use crate::progress::{Book, Progress};
use crate::ui::clock::{ClockView, Speed};
use crate::ui::drawer::Drawer;
use crate::ui::finder::Finder;
use crate::ui::frame::{self, Front, Rooms, Shell};
use crate::ui::goals::{Goals, prediction_key};
use crate::ui::lab::{Guide, LabView, Labs};
use crate::ui::panels::{self, Screen};
use crate::ui::section::SectionPage;
use crate::ui::theme::{self, Theme};
use crate::ui::toasts::Toast;
use crate::ui::{Asked, BeatKind, BeatView, Bench, View, action::Actions, benches};
use files::Picker;
use labs::Packs;
use notices::Notices;
use save::Saving;
use seats::{Seat, Seats};
use stage::Stage;

pub use window::open;

/// The pause between two frames while the time runs: smooth enough for numbers and curves, cheap enough for a small VM.
const FRAME_PAUSE: Duration = Duration::from_millis(33);

/// The whole app behind the window, `skylab shot` and the tests.
pub struct App {
    screens: Vec<Screen>,
    benches: Vec<Box<dyn Bench>>,
    page: SectionPage,
    finder: Finder,
    drawer: Drawer,
    shell: Shell,
    seats: Seats,
    book: Book,
    /// Asked of the disk only when it may have changed.
    can_undo_replacement: bool,
    goals: Goals,
    notices: Notices,
    saving: Saving,
    picker: Picker,
    labs: Labs,
    packs: Packs,
    guide: Guide,
    playing: bool,
    speed: Speed,
    actions: Actions,
    /// The look and zoom to return to when a presentation ends.
    desk: (Theme, f32),
    /// Simulated time that is not yet a whole millisecond.
    owed_millis: f64,
    /// Frames in a row that ended in a panic.
    n_mishaps: u32,
}

impl App {
    /// Opens the app in `lang` on the course map, with nothing done and nothing kept: for pictures and tests.
    pub fn new(ctx: &Context, lang: Lang, theme: Theme) -> Self {
        Self::with_book(ctx, lang, theme, Book::in_memory())
    }

    fn with_book(ctx: &Context, lang: Lang, theme: Theme, book: Book) -> Self {
        theme::load_fonts(ctx);
        theme.apply(ctx, 1.0, false);
        let benches = benches::all();
        let mut packs = Packs::of(book.folder_path());
        Self {
            screens: panels::all(),
            goals: Goals::of(&benches),
            benches,
            page: SectionPage::default(),
            finder: Finder::default(),
            drawer: Drawer::default(),
            seats: Seats::new(),
            can_undo_replacement: book.can_undo_replacement(),
            book,
            notices: Notices::default(),
            saving: Saving::default(),
            picker: Picker::default(),
            labs: Labs::of(packs.shelf(), lang),
            packs,
            guide: Guide::default(),
            playing: false,
            speed: Speed::default(),
            shell: Shell::new(lang, theme),
            actions: Actions::default(),
            desk: (if theme == Theme::Projector { Theme::Light } else { theme }, 1.0),
            owed_millis: 0.0,
            n_mishaps: 0,
        }
    }

    /// The screens by their ids: those of the rail, the section page, and every bench.
    pub fn screens(&self) -> impl Iterator<Item = &'static str> {
        let screens = self.screens.iter().map(|screen| screen.panel.id());
        screens.chain(["section", "lab"]).chain(self.benches.iter().map(|bench| bench.id()))
    }

    /// How many beats the screen with that id has in its present start state; `None` if there is no such screen.
    pub fn n_beats(&self, id: &str) -> Option<usize> {
        if !self.screens().any(|screen| screen == id) {
            return None;
        }
        let bench = self.benches.iter().position(|bench| bench.id() == id);
        Some(bench.map_or(0, |n| self.benches[n].beats(self.seats.start_of(n)).len()))
    }

    /// How many beats the bench in front has.
    pub fn n_beats_in_front(&self) -> usize {
        let seat = self.seats.front();
        seat.bench.map_or(0, |n| self.benches[n].beats(seat.start).len())
    }

    /// How many start states the screen with that id can choose from.
    pub fn n_starts(&self, id: &str) -> usize {
        self.benches.iter().find(|bench| bench.id() == id).map_or(1, |bench| bench.starts().len())
    }

    /// What the shell shows now.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// What the learner has done.
    pub fn progress(&self) -> &Progress {
        self.book.progress()
    }

    /// The messages on the screen.
    pub fn toasts(&self) -> &[Toast] {
        self.notices.toasts()
    }

    /// The present beat of the bench in front, counted from 0.
    pub fn beat(&self) -> usize {
        self.seats.front().chain.at()
    }

    /// The sandbox in front.
    pub fn sandbox(&self) -> &Sandbox {
        self.seats.front().stage.sandbox()
    }

    /// The last command in it, and how it ended.
    pub fn last_act(&self) -> Option<&crate::ui::LastAct> {
        self.seats.front().stage.view().last_act
    }

    /// The right option of the prediction asked for last, once the run of the bench in front tells it.
    pub fn answer(&self) -> Option<usize> {
        asked(&self.benches, self.seats.front(), self.book.progress(), None)?.answer
    }

    /// Draws one frame and applies what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.zoom(ui.ctx());
        self.run_clock(ui.ctx());
        self.take_picked(ui.ctx());
        self.notices.pass(ui.ctx());
        self.watch_packs(ui.ctx());
        self.draw_or_leave(ui);
        let wishes = self.actions.take();
        if !wishes.is_empty() {
            // What was asked for shows in the next frame, and there might be no other reason to draw one.
            ui.ctx().request_repaint();
        }
        for wish in wishes {
            self.apply_or_forget(ui.ctx(), wish);
        }
        self.observe_lab(ui.ctx());
        self.keep(ui.ctx());
    }

    fn draw(&mut self, ui: &mut Ui) {
        let sandboxes = self.seats.names();
        let seat = self.seats.front();
        let clock = clock_view(&seat.stage, self.playing, self.speed);
        let (section, beat) = match self.shell.front {
            Front::Section { section, bench: Some(bench) } => {
                let asked = asked(&self.benches, seat, self.book.progress(), Some(section));
                let beats = self.benches[bench].beats(seat.start);
                let hands = asked.and_then(|asked| seat.hands.get(asked.beat.id)).map_or(&[][..], Vec::as_slice);
                let position = BeatView { index: seat.chain.at(), beats, start: seat.start, asked, hands };
                (Some(section), Some(position))
            }
            Front::Section { section, bench: None } => (Some(section), None),
            Front::Screen(_) => (None, None),
        };
        let view = View {
            lang: self.shell.lang,
            theme: self.shell.theme,
            text_scale: self.shell.text_scale,
            clock: &clock,
            stage: seat.stage.view(),
            beat,
            section,
            progress: self.book.progress(),
            goals: &self.goals,
            folder: self.book.folder_path(),
            can_undo_replacement: self.can_undo_replacement,
            still: self.shell.still,
            toasts: self.notices.toasts(),
            sandboxes: &sandboxes,
            front: self.seats.front_name(),
            labs: &self.labs,
            lab: lab_view(seat, &self.labs, self.shell.guide_floats),
        };
        let mut rooms = Rooms {
            screens: &mut self.screens,
            benches: &mut self.benches,
            page: &mut self.page,
            finder: &mut self.finder,
            drawer: &mut self.drawer,
            guide: &mut self.guide,
        };
        frame::ui(ui, &mut rooms, &self.shell, &view, &mut self.actions);
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
            self.on_stage(|stage, bench| stage.advance(whole as i64, true, bench));
        }
        if self.playing {
            ctx.request_repaint_after(FRAME_PAUSE);
        }
    }

    /// Does something to the sandbox in front.
    fn on_stage(&mut self, act: impl FnOnce(&mut Stage, Option<&dyn Bench>)) {
        let seat = self.seats.front_mut();
        let bench = seat.bench.and_then(|n| self.benches.get(n)).map(AsRef::as_ref);
        act(&mut seat.stage, bench);
        self.saving.changed();
        self.note_outcome();
    }

    fn travel(&mut self, go: impl FnOnce(&mut Sandbox)) {
        self.on_stage(|stage, bench| stage.travel(go, bench));
    }
}

/// The prediction that was asked for last on the way to the present beat, with what is known of it.
fn asked<'a>(
    benches: &[Box<dyn Bench>],
    seat: &Seat,
    progress: &'a Progress,
    section: Option<&crate::learn::course::Section>,
) -> Option<Asked<'a>> {
    let bench = &benches[seat.bench?];
    let upto = bench.beats(seat.start).get(..=seat.chain.at())?;
    let beat = upto.iter().rev().find(|beat| beat.kind == BeatKind::Predict)?;
    let kept = section
        .and_then(|section| progress.sections.get(&section.id)?.predictions.get(&prediction_key(bench.as_ref(), seat.start, beat.id)));
    Some(Asked { beat, kept, answer: bench.answer(beat, &seat.stage.view()) })
}

/// The lab of a seat, as screens may see it.
fn lab_view<'a>(seat: &'a Seat, labs: &'a Labs, floats: bool) -> Option<LabView<'a>> {
    let doing = seat.lab.as_ref()?;
    let texts = labs.texts(doing.attempt.lab().id())?;
    Some(LabView { attempt: &doing.attempt, texts, args: doing.args(), way: &doing.way, card: doing.card(), floats })
}

fn clock_view(stage: &Stage, playing: bool, speed: Speed) -> ClockView {
    let secs = |at: SimTime| at.millis().div_euclid(1_000);
    let sandbox = stage.sandbox();
    ClockView {
        unix_secs: secs(sandbox.now()),
        start_secs: secs(sandbox.start()),
        end_secs: secs(sandbox.end()),
        playing,
        speed,
        has_time: !stage.is_idea(),
        can_undo: stage.can_undo(),
        can_redo: stage.can_redo(),
    }
}
