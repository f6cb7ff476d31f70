//! A lab on the projector: the present step alone, large, with the last answer below it; a challenge shows its question and its tasks.

use egui::{Label, ScrollArea, TextStyle, Ui};

use super::{LabView, paragraph, steps, tasks};
use crate::ui::View;
use crate::ui::action::Actions;
use crate::ui::theme::{ICON, code, heading, space};

/// Draws it in all the room there is.
pub(in crate::ui) fn ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
    ScrollArea::vertical().id_salt("lab").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        let all = lab.attempt.steps();
        if let Some(step) = all.get(lab.way.step) {
            steps::step_ui(ui, view, lab, step, actions);
            answer_ui(ui, view);
        } else {
            ui.add(Label::new(heading(lab.text("title"))).wrap());
            paragraph(ui, view, &lab.text("question"), &TextStyle::Body);
            tasks_ui(ui, view, lab);
        }
    });
}

/// The tasks as signs and titles.
fn tasks_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>) {
    for task in lab.attempt.tasks() {
        let (icon, color, _) = tasks::sign(view, task.verdict.state);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
            icon.paint(ui.painter(), rect, color);
            ui.add(Label::new(lab.text(&format!("task-{}-title", task.id))).wrap());
        });
    }
}

/// What the last command answered.
fn answer_ui(ui: &mut Ui, view: &View<'_>) {
    if let Some(step) = view.stage.console.last() {
        let (text, error) = step.text();
        ui.add(Label::new(code(format!("{text}{error}").trim_end())).wrap());
    }
}
