//! The tasks of a lab with how they stand, why they matter, what was seen, and a ladder of hints. How they stand is the attempt's.

use egui::{Button, Role, TextStyle, Ui, Vec2, WidgetInfo};

use super::{LabAct, LabView, paragraph};
use crate::learn::lab::{N_RUNGS, State, TaskView};
use crate::ui::View;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{ICON, bold, muted, space};
use crate::ui::told::say;
use crate::ui::widgets::{Icon, called, text_button};

/// The rungs of the ladder: each one's name is `guide-rung-<n>`.
const RUNGS: [&str; N_RUNGS as usize] = ["guide-rung-1", "guide-rung-2", "guide-rung-3", "guide-rung-4"];

/// Draws all tasks. `open` is the one that tells what was seen.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, open: &mut Option<String>, actions: &mut Actions) {
    ui.add_space(space::INSIDE);
    ui.label(bold(view.tr("guide-tasks")));
    for task in lab.attempt.tasks() {
        ui.push_id(&task.id, |ui| task_ui(ui, view, lab, &task, open, actions));
    }
}

/// The sign of a state, and what it is called.
pub(super) fn sign(view: &View<'_>, state: State) -> (Icon, egui::Color32, &'static str) {
    match state {
        State::Open => (Icon::Unknown, view.palette().muted, "task-state-open"),
        State::Seen => (Icon::Half, view.palette().accent, "task-state-seen"),
        State::Met => (Icon::Ok, view.palette().ok, "task-state-met"),
    }
}

fn task_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, task: &TaskView, open: &mut Option<String>, actions: &mut Actions) {
    let is_open = open.as_ref() == Some(&task.id);
    let (icon, color, state) = sign(view, task.verdict.state);
    let title = lab.text(&format!("task-{}-title", task.id));
    let said = view.tr_with(state, &[("task", title.as_str().into())]);
    let sign = egui::Atom::paint(Vec2::splat(ICON), move |ui, args| icon.paint(ui.painter(), args.rect, color));
    let row = egui::Layout::left_to_right(egui::Align::Center).with_main_justify(true).with_main_align(egui::Align::Min);
    let button = Button::new((sign, title.as_str())).frame_when_inactive(is_open).wrap();
    let size = egui::vec2(ui.available_width(), crate::ui::theme::TARGET);
    let button = ui.allocate_ui_with_layout(size, row, |ui| ui.add(button)).inner;
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &said));
    if button.on_hover_text(said.as_str()).clicked() {
        *open = (!is_open).then(|| task.id.clone());
    }
    ui.indent("about", |ui| {
        ui.label(muted(view.tr_with("task-points", &[("n", task.points.into())])));
        if is_open {
            paragraph(ui, view, &lab.text(&format!("task-{}-why", task.id)), &TextStyle::Small);
            let finding = &task.verdict.finding;
            for (key, told) in [("task-expected", &finding.expected), ("task-seen", &finding.seen)] {
                let text = view.tr_with(key, &[("what", say(view.lang, told).into())]);
                paragraph(ui, view, &text, &TextStyle::Small);
            }
        }
        hints_ui(ui, view, lab, task, actions);
    });
}

/// The rungs that were shown, and the button for the next one.
fn hints_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, task: &TaskView, actions: &mut Actions) {
    for n in 1..=task.n_hints {
        paragraph(ui, view, &lab.text(&format!("hint-{}-{n}", task.id)), &TextStyle::Body);
    }
    if let Some(next) = RUNGS.get(usize::from(task.n_hints)).filter(|_| task.verdict.state != State::Met) {
        let name = view.tr_with("guide-hint", &[("rung", view.tr(next).into())]);
        let title = lab.text(&format!("task-{}-title", task.id));
        let said = view.tr_with("guide-hint-of", &[("hint", name.as_str().into()), ("task", title.into())]);
        let button = called(text_button(ui, Icon::About, &name, true), &said);
        actions.when(button.clicked(), Action::Lab(LabAct::Hint(task.id.clone())));
    }
}
