//! The card of a graded attempt in the guide: points, each task, what to think about, and how to hand it in. Grading is `learn`'s.

use egui::{Label, TextEdit, TextStyle, Ui};

use super::{Guide, LabAct, LabView, paragraph, tasks};
use crate::learn::lab::State;
use crate::ui::View;
use crate::ui::action::{Action, Actions};
use crate::ui::result::Card;
use crate::ui::theme::{ICON, bold, heading, muted, space};
use crate::ui::widgets::{Icon, text_button};

/// Draws the card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, card: &Card, guide: &mut Guide, actions: &mut Actions) {
    ui.label(heading(view.tr_with("lab-points", &[("points", card.points.into())])));
    let key = if card.passed { "guide-passed" } else { "guide-not-passed" };
    paragraph(ui, view, &view.tr(key), &TextStyle::Body);
    ui.label(muted(view.tr_with("guide-paid", &[("paid", card.paid.as_str().into())])));
    for task in &card.tasks {
        let state = if task.met { State::Met } else { State::Open };
        let (icon, color, _) = tasks::sign(view, state);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
            icon.paint(ui.painter(), rect, color);
            ui.add(Label::new(bold(&task.title)).wrap());
        });
        ui.indent(&task.id, |ui| {
            if task.met {
                paragraph(ui, view, &view.tr_with("guide-met-after", &[("span", task.after.as_str().into())]), &TextStyle::Small);
            } else {
                for (key, what) in [("task-expected", &task.expected), ("task-seen", &task.seen)] {
                    paragraph(ui, view, &view.tr_with(key, &[("what", what.as_str().into())]), &TextStyle::Small);
                }
                paragraph(ui, view, &task.why, &TextStyle::Small);
            }
        });
    }
    ui.add_space(space::INSIDE);
    ui.label(bold(view.tr("guide-debrief")));
    paragraph(ui, view, &lab.text("debrief"), &TextStyle::Body);
    hand_in_ui(ui, view, guide, actions);
    let close = text_button(ui, Icon::ChevronLeft, &view.tr("guide-go-on"), true);
    actions.when(close.clicked(), Action::Lab(LabAct::CloseCard));
}

/// The learner's name, and the two files.
fn hand_in_ui(ui: &mut Ui, view: &View<'_>, guide: &mut Guide, actions: &mut Actions) {
    ui.add_space(space::INSIDE);
    ui.label(bold(view.tr("guide-hand-in")));
    for (text, key) in [(&mut guide.learner, "guide-learner"), (&mut guide.path, "guide-path")] {
        let name = ui.label(muted(view.tr(key)));
        let field = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY));
        field.labelled_by(name.id);
    }
    let learner = guide.learner.trim().to_owned();
    let path = (!guide.path.trim().is_empty()).then(|| guide.path.trim().into());
    ui.horizontal_wrapped(|ui| {
        let save = text_button(ui, Icon::Check, &view.tr("guide-save"), true).on_hover_text(view.tr("guide-save-hint"));
        actions.when(save.clicked(), Action::Lab(LabAct::HandIn { learner: learner.clone(), path: path.clone() }));
        let page = text_button(ui, Icon::Notes, &view.tr("guide-page"), true).on_hover_text(view.tr("guide-page-hint"));
        actions.when(page.clicked(), Action::Lab(LabAct::Page { learner, path }));
    });
}
