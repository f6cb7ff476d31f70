//! The walkthrough of a lab: the present step open, with its prediction and its commands; those before it with a mark. Playing is the app's.

use egui::{Label, TextStyle, Ui};

use super::{LabAct, LabView, paragraph};
use crate::learn::lab::StepView;
use crate::ui::View;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{bold, code, muted, space};
use crate::ui::widgets::{Icon, called, card, icon_button, text_button, toggle};

/// Draws the steps; nothing in a challenge.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
    let steps = lab.attempt.steps();
    if steps.is_empty() {
        return;
    }
    ui.add_space(space::INSIDE);
    let n = lab.way.step.min(steps.len() - 1);
    let counts = [("n", (n + 1).into()), ("m", steps.len().into())];
    let Some(step) = steps.get(n) else { return };
    // above the step, so that they stay where they are while steps of other heights pass
    ui.horizontal_wrapped(|ui| {
        ui.label(bold(view.tr_with("guide-steps", &counts)));
        buttons_ui(ui, view, lab, step, n + 1 == steps.len(), actions);
    });
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        step_ui(ui, view, lab, step, actions);
    });
}

/// What a step says, asks, and does.
pub(super) fn step_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, step: &StepView, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = space::INSIDE;
    ui.add(Label::new(bold(lab.text(&format!("step-{}-title", step.id)))).wrap());
    paragraph(ui, view, &lab.text(&format!("step-{}-text", step.id)), &TextStyle::Body);
    options_ui(ui, view, lab, step, actions);
    for act in &step.acts {
        ui.horizontal(|ui| {
            let copy = icon_button(ui, Icon::Copy, &view.tr("guide-copy"), true);
            let copy = called(copy, &view.tr_with("guide-copy-line", &[("line", act.as_str().into())]));
            actions.when(copy.clicked(), Action::Copy(act.clone()));
            ui.add(Label::new(code(act)).wrap().selectable(true));
        });
    }
}

/// The prediction, and how it turned out.
fn options_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, step: &StepView, actions: &mut Actions) {
    if step.options.is_empty() {
        return;
    }
    let (chosen, right) = (lab.way.predicted.get(&step.id), lab.way.seen.get(&step.id));
    for option in &step.options {
        let text = lab.text(&format!("step-{}-{option}", step.id));
        let button = toggle(ui, &text, chosen == Some(option));
        actions.when(button.clicked() && right.is_none(), Action::Lab(LabAct::Predict(option.clone())));
    }
    let Some(right) = right else {
        ui.label(muted(view.tr(if chosen.is_some() { "guide-predicted" } else { "guide-predict" })));
        return;
    };
    let option = lab.text(&format!("step-{}-{right}", step.id));
    let key = match chosen {
        Some(chosen) if chosen == right => "guide-came-true",
        Some(_) => "guide-came-otherwise",
        None => "guide-turned-out",
    };
    paragraph(ui, view, &view.tr_with(key, &[("option", option.into())]), &TextStyle::Body);
}

/// Back, where one is, and on, for the strip of a presented screen. On plays a step before it leaves it.
pub(in crate::ui) fn strip_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, actions: &mut Actions) {
    let n_steps = lab.attempt.steps().len();
    if n_steps == 0 {
        return;
    }
    let is_last = lab.way.step + 1 >= n_steps;
    let back = icon_button(ui, Icon::ChevronLeft, &view.tr("beat-back"), lab.way.step > 0 || lab.way.played);
    actions.when(back.clicked(), Action::Beat(-1));
    ui.label(view.tr_with("beat-n-of-m", &[("n", (lab.way.step + 1).into()), ("m", n_steps.into())]));
    let on = icon_button(ui, Icon::ChevronRight, &view.tr("beat-on"), !is_last || !lab.way.played);
    actions.when(on.clicked(), Action::Beat(1));
}

/// Back, play, on.
pub(super) fn buttons_ui(ui: &mut Ui, view: &View<'_>, lab: &LabView<'_>, step: &StepView, is_last: bool, actions: &mut Actions) {
    let back = icon_button(ui, Icon::ChevronLeft, &view.tr("guide-back"), lab.way.step > 0 || lab.way.played);
    actions.when(back.clicked(), Action::Lab(LabAct::Back));
    if !step.acts.is_empty() {
        let play = text_button(ui, Icon::Play, &view.tr("guide-play"), !lab.way.played).on_hover_text(view.tr("guide-play-hint"));
        actions.when(play.clicked(), Action::Lab(LabAct::Play));
    }
    let on = text_button(ui, Icon::ChevronRight, &view.tr("guide-next"), !is_last);
    actions.when(on.clicked(), Action::Lab(LabAct::Next));
}
