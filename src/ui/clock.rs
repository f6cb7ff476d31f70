//! The clock as the screen shows it, and its buttons; the time itself belongs to the sandbox.

use egui::{Role, Ui, WidgetInfo};

use super::action::{Action, Actions, ClockAct};
use super::shortcuts;
use super::theme::code;
use super::widgets::{Icon, icon_button};
use super::{View, theme};
use crate::i18n::format;

/// How much simulated time passes in a real second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speed {
    /// As fast as outside.
    Real,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// Thirty days.
    #[default]
    Month,
    /// 365 days.
    Year,
}

impl Speed {
    /// All of them, the slowest first.
    pub const ALL: [Self; 7] = [Self::Real, Self::Minute, Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// Simulated seconds in a real one.
    pub fn secs_per_sec(self) -> i64 {
        match self {
            Self::Real => 1,
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 86_400,
            Self::Week => 7 * 86_400,
            Self::Month => 30 * 86_400,
            Self::Year => 365 * 86_400,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Real => "speed-real",
            Self::Minute => "speed-minute",
            Self::Hour => "speed-hour",
            Self::Day => "speed-day",
            Self::Week => "speed-week",
            Self::Month => "speed-month",
            Self::Year => "speed-year",
        }
    }
}

/// What the clock shows in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a button asks for")]
pub struct ClockView {
    /// The simulated moment, in seconds since 1970, UTC.
    pub unix_secs: i64,
    /// Whether time runs.
    pub playing: bool,
    /// How fast it runs.
    pub speed: Speed,
    /// The moment at which the run began, likewise.
    pub start_secs: i64,
    /// The last moment of the run, likewise; later than now after going back.
    pub end_secs: i64,
    /// Whether it is a cloud's: the models of ideas have no time.
    pub has_time: bool,
    /// Whether a gesture can be taken back.
    pub can_undo: bool,
    /// Whether one can be done again.
    pub can_redo: bool,
}

impl ClockView {
    /// Whether there is anything to go back to.
    pub fn has_past(&self) -> bool {
        self.unix_secs > self.start_secs || self.can_undo
    }
}

/// The whole clock: buttons, speed and date.
pub(super) fn clock_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let clock = view.clock;
    let mut button = |ui: &mut Ui, icon, key: &str, act, enabled| {
        let action = Action::Clock(act);
        let name = shortcuts::with_keys(ui.ctx(), &view.tr(key), &action);
        actions.when(icon_button(ui, icon, &name, enabled).clicked(), action);
    };
    // presenting, the clicker goes back beat by beat
    if !view.presents() {
        button(ui, Icon::ToStart, "clock-to-start", ClockAct::ToStart, clock.has_past());
        button(ui, Icon::StepBack, "clock-step-back", ClockAct::StepBack, clock.has_past());
    }
    if clock.playing {
        button(ui, Icon::Pause, "clock-pause", ClockAct::PlayPause, true);
    } else {
        button(ui, Icon::Play, "clock-play", ClockAct::PlayPause, true);
    }
    button(ui, Icon::StepForward, "clock-step", ClockAct::Step, true);
    ui.add_space(theme::space::GRID);
    speed_ui(ui, view, actions);
    ui.add_space(theme::space::GRID);
    let shown = format::date_time(clock.unix_secs);
    let date = ui.add(egui::Label::new(code(&shown)).sense(egui::Sense::hover()));
    date.widget_info(|| WidgetInfo::labeled(Role::Label, true, view.tr_with("clock-now", &[("time", shown.as_str().into())])));
    date.on_hover_text(view.tr("clock-utc"));
}

fn speed_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let shown = view.tr(view.clock.speed.key());
    let menu = ui.menu_button((shown.as_str(), Icon::ChevronDown.atom()), |ui| {
        for speed in Speed::ALL {
            let chosen = speed == view.clock.speed;
            let item = ui.add(egui::Button::selectable(chosen, view.tr(speed.key())));
            actions.when(item.clicked(), Action::Clock(ClockAct::SetSpeed(speed)));
        }
    });
    let name = view.tr_with("clock-speed", &[("speed", shown.as_str().into())]);
    menu.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    menu.response.on_hover_text(name);
}

/// Undo, redo and reset, which belong to the same sandbox as the clock.
pub(super) fn history_ui(ui: &mut Ui, view: &View<'_>, roomy: bool, actions: &mut Actions) {
    let mut button = |ui: &mut Ui, icon, key: &str, action: Action, enabled| {
        let name = shortcuts::with_keys(ui.ctx(), &view.tr(key), &action);
        actions.when(icon_button(ui, icon, &name, enabled).clicked(), action);
    };
    // the strip of a presented screen is short, and its keys do the same
    if !view.presents() {
        button(ui, Icon::Undo, "undo", Action::Undo, view.clock.can_undo);
        button(ui, Icon::Redo, "redo", Action::Redo, view.clock.can_redo);
    }
    if roomy {
        ui.add_space(theme::space::GRID);
        let reset = super::widgets::text_button(ui, Icon::Reset, &view.tr("reset"), view.clock.has_past());
        actions.when(reset.on_hover_text(view.tr("reset-hint")).clicked(), Action::Reset);
    } else {
        button(ui, Icon::Reset, "reset", Action::Reset, view.clock.has_past());
    }
}
