//! The guide: the story, the steps, the tasks with their state and hints, checkpoints and the end. It stands beside whatever screen the lab uses.

use egui::{Frame, Margin, Panel, ScrollArea, TextStyle, Ui};

use super::{LabAct, LabView, paragraph, result, steps, tasks};
use crate::i18n::format;
use crate::learn::lab::{Mode, Restart};
use crate::ui::View;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{bold, heading, muted, space};
use crate::ui::told::span;
use crate::ui::widgets::{Icon, icon_button, scrolling, text_button};
use skylab_cloud::clock::DAY_MS;
use skylab_terminal::sim::Span;

/// The width of the guide.
const WIDTH: f32 = 340.0;

/// What is being typed, and what is open.
#[derive(Debug, Default)]
pub struct Guide {
    /// The learner's name, for what is handed in.
    pub(super) learner: String,
    /// A place on the disk, for systems without a dialog.
    pub(super) path: String,
    /// The task of which is shown what was expected and what was seen.
    pub(super) open: Option<String>,
}

impl Guide {
    /// Draws it at the left, or in a window inside this one.
    pub(in crate::ui) fn beside_ui(&mut self, ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
        if lab.floats {
            let window = egui::Window::new(view.tr("guide")).id(egui::Id::unique("guide-window"));
            window.default_size([WIDTH, WIDTH * 1.4]).show(ui.ctx(), |ui| self.ui(ui, view, lab, actions));
            return;
        }
        let frame = Frame::new().fill(view.palette().surface).inner_margin(Margin::same(space::BETWEEN as i8));
        let side = Panel::left("guide").exact_size(WIDTH).resizable(false).frame(frame);
        side.show(ui, |ui| self.ui(ui, view, lab, actions));
    }

    /// Draws it in the room there is.
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
        head_ui(ui, view, lab, actions);
        // each lab and its result are read from their top, wherever another one was left
        let read = (lab.attempt.lab().id().to_owned(), lab.attempt.mode().name(), lab.card.is_some());
        scrolling(ui, ScrollArea::vertical().id_salt(read).auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            if let Some(card) = lab.card {
                result::ui(ui, view, lab, card, self, actions);
                return;
            }
            let story = if lab.attempt.mode() == Mode::Challenge { "question" } else { "story" };
            paragraph(ui, view, &lab.text(story), &TextStyle::Body);
            steps::ui(ui, view, lab, actions);
            tasks::ui(ui, view, lab, &mut self.open, actions);
            checkpoints_ui(ui, view, lab, actions);
            end_ui(ui, view, lab, actions);
        });
    }
}

/// What it is, how long there is, and how many points.
fn head_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
    ui.horizontal_top(|ui| {
        let buttons = crate::ui::theme::TARGET + space::INSIDE;
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - buttons);
            ui.add(egui::Label::new(heading(lab.text("title"))).wrap());
        });
        let key = if lab.floats { "guide-dock" } else { "guide-float" };
        let icon = if lab.floats { Icon::ChevronLeft } else { Icon::Notes };
        actions.when(icon_button(ui, icon, &view.tr(key), true).clicked(), Action::Lab(LabAct::Float(!lab.floats)));
    });
    let mode = view.tr(mode_key(lab.attempt.mode()));
    let points = view.tr_with("guide-points", &[("n", lab.attempt.points().into())]);
    ui.label(muted(format!("{mode} · {points} · {}", time_left(view, lab))));
}

pub(super) const fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Walkthrough => "lab-walkthrough",
        Mode::Challenge => "lab-challenge",
    }
}

/// The simulated time that is left of the lab's.
fn time_left(view: &View<'_>, lab: &LabView<'_>) -> String {
    let left = lab.attempt.end().since(view.stage.sandbox.now());
    if left <= 0 {
        return view.tr("guide-time-over");
    }
    view.tr_with("guide-time-left", &[("span", span(view.lang, rounded(left)).into())])
}

/// As exact as a glance needs: whole months of a long time, whole days of a shorter one.
fn rounded(millis: i64) -> Span {
    let (day, month) = (DAY_MS, DAY_MS * 365 / 12);
    if millis >= 3 * month {
        Span { months: u32::try_from((millis + day) / month).unwrap_or(u32::MAX), millis: 0 }
    } else if millis >= day {
        Span { months: 0, millis: millis / day * day }
    } else {
        Span { months: 0, millis }
    }
}

fn checkpoints_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
    ui.add_space(space::INSIDE);
    ui.label(bold(view.tr("guide-checkpoints")));
    for (n, point) in lab.attempt.checkpoints(view.stage.sandbox).iter().enumerate() {
        let name = if point.id.is_empty() { view.tr("guide-start") } else { lab.text(&format!("checkpoint-{}", point.id)) };
        let when = match point.restart {
            Some(Restart::Moment(at)) => format!(" · {}", format::date_time(at.millis().div_euclid(1_000))),
            _ => String::new(),
        };
        let button = text_button(ui, Icon::Reset, &format!("{name}{when}"), point.restart.is_some());
        let hint = view.tr(if point.restart.is_some() { "guide-restart-hint" } else { "guide-restart-not-yet" });
        let button = button.on_hover_text(hint.as_str()).on_disabled_hover_text(hint);
        actions.when(button.clicked(), Action::Lab(LabAct::Restart(n)));
    }
}

/// Letting time pass, and the grade.
fn end_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
    ui.add_space(space::INSIDE);
    ui.separator();
    let is_over = view.stage.sandbox.now() >= lab.attempt.end();
    let to_end = text_button(ui, Icon::StepForward, &view.tr("guide-to-end"), !is_over).on_hover_text(view.tr("guide-to-end-hint"));
    actions.when(to_end.clicked(), Action::Lab(LabAct::ToEnd));
    let grade = text_button(ui, Icon::Check, &view.tr("guide-grade"), true).on_hover_text(view.tr("guide-grade-hint"));
    actions.when(grade.clicked(), Action::Lab(LabAct::Finish));
}
