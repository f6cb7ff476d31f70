//! The question above every bench: start states, the way through the beats, predictions, and how they turned out. What a beat says
//! and shows is the bench's.

use egui::{Button, Role, Ui, WidgetInfo};

use super::action::{Action, Actions};
use super::bench::Bench;
use super::theme::{bold, heading, muted, space, title};
use super::widgets::{Icon, card, icon_button, text_button, toggle};
use super::{Asked, Beat, BeatKind, BeatView, View};

/// Draws the card above a bench; `lead` stands first in it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, lead: impl FnOnce(&mut Ui), actions: &mut Actions) {
    let Some(at) = &view.beat else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        ui.horizontal_wrapped(|ui| {
            lead(ui);
            starts_ui(ui, view, bench, at.start, actions);
            let (back, on) = (view.tr("beat-back"), view.tr("beat-on"));
            let here = view.tr_with("beat-n-of-m", &[("n", (at.index + 1).into()), ("m", at.beats.len().into())]);
            // the way back and the way on stay side by side
            if ui.available_size_before_wrap().x < steps_width(ui, [&back, &here, &on]) {
                ui.end_row();
            }
            let back = text_button(ui, Icon::ChevronLeft, &back, at.index > 0);
            actions.when(back.clicked(), Action::Beat(-1));
            ui.label(here);
            let on = text_button(ui, Icon::ChevronRight, &on, at.index + 1 < at.beats.len());
            actions.when(on.clicked(), Action::Beat(1));
        });
        let Some(beat) = at.now() else { return };
        ui.label(text(view, bench, beat));
        if beat.kind == BeatKind::Predict {
            choices_ui(ui, view, bench, beat, at, actions);
        }
        if let Some(asked) = &at.asked {
            outcome_ui(ui, view, bench, asked);
        }
    });
}

/// The same for a projector: the beat's text, and its options if it asks for a prediction, or else the part that it needs.
pub(super) fn present_ui(ui: &mut Ui, view: &View<'_>, bench: &mut dyn Bench, actions: &mut Actions) {
    let Some(at) = &view.beat else { return };
    let Some(beat) = at.now() else { return };
    let text = text(view, bench, beat);
    match beat.kind {
        BeatKind::Question => {
            ui.label(title(text));
        }
        BeatKind::Predict => {
            ui.label(heading(text));
            choices_ui(ui, view, bench, beat, at, actions);
            if let Some(asked) = &at.asked {
                outcome_ui(ui, view, bench, asked);
            }
        }
        BeatKind::Act | BeatKind::Observe | BeatKind::Why => {
            ui.label(bold(text));
            bench.present_ui(ui, view, beat, actions);
        }
    }
}

/// Back, where one is, and on.
pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, at: &BeatView<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.x = space::GRID;
    let back = icon_button(ui, Icon::ChevronLeft, &view.tr("beat-back"), at.index > 0);
    actions.when(back.clicked(), Action::Beat(-1));
    ui.label(view.tr_with("beat-n-of-m", &[("n", (at.index + 1).into()), ("m", at.beats.len().into())]));
    let on = icon_button(ui, Icon::ChevronRight, &view.tr("beat-on"), at.index + 1 < at.beats.len());
    actions.when(on.clicked(), Action::Beat(1));
}

/// What two buttons with their icons take, and the text between them.
fn steps_width(ui: &Ui, texts: [&str; 3]) -> f32 {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::PLACEHOLDER).size().x;
    let spacing = ui.spacing();
    let button = super::theme::ICON + spacing.icon_spacing + 2.0 * spacing.button_padding.x;
    texts.map(width).iter().sum::<f32>() + 2.0 * (button + spacing.item_spacing.x)
}

/// What a beat says.
pub(super) fn text(view: &View<'_>, bench: &dyn Bench, beat: &Beat) -> String {
    bench.beat_text(view, beat).unwrap_or_else(|| view.tr(&format!("{}-beat-{}", bench.id(), beat.id)))
}

/// What an option of a prediction says.
pub(super) fn choice_text(view: &View<'_>, bench: &dyn Bench, beat: &Beat, choice: &str) -> String {
    view.tr(&format!("{}-predict-{}-{choice}", bench.id(), beat.id))
}

fn starts_ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, chosen: usize, actions: &mut Actions) {
    let starts = bench.starts();
    if starts.len() < 2 {
        return;
    }
    for (n, start) in starts.iter().enumerate() {
        let name = view.tr(&format!("{}-start-{start}", bench.id()));
        let button = toggle(ui, &name, n == chosen).on_hover_text(view.tr("bench-start-hint"));
        actions.when(button.clicked() && n != chosen, Action::StartWith(n));
    }
    ui.add_space(space::BETWEEN);
}

fn choices_ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, beat: &Beat, at: &BeatView<'_>, actions: &mut Actions) {
    let kept = at.asked.and_then(|asked| asked.kept);
    let seen = kept.is_some_and(|kept| kept.seen.is_some());
    let mut choice_ui = |ui: &mut Ui, n: usize, choice: &str| {
        let text = choice_text(view, bench, beat, choice);
        let chosen = kept.is_some_and(|kept| kept.choice == choice);
        let button = ui.add_enabled(!seen || chosen, Button::new(text.as_str()).selected(chosen));
        button.widget_info(|| WidgetInfo::selected(Role::RadioButton, !seen, chosen, &text));
        actions.when(button.clicked() && !seen, Action::Predict(n));
        if view.presents() {
            hands_ui(ui, view, &text, n, at.hands, actions);
        }
    };
    if view.presents() {
        // one below the other, so that a class reads them as a list
        for (n, choice) in beat.choices.iter().enumerate() {
            ui.horizontal_wrapped(|ui| choice_ui(ui, n, choice));
        }
    } else {
        ui.horizontal_wrapped(|ui| beat.choices.iter().enumerate().for_each(|(n, choice)| choice_ui(ui, n, choice)));
    }
}

/// A show of hands for one option.
fn hands_ui(ui: &mut Ui, view: &View<'_>, option: &str, n: usize, hands: &[u32], actions: &mut Actions) {
    let count = hands.get(n).copied().unwrap_or(0);
    let named = |key: &str| view.tr_with(key, &[("option", option.into())]);
    let fewer = icon_button(ui, Icon::ChevronDown, &named("hand-fewer"), count > 0);
    actions.when(fewer.clicked(), Action::Hand { option: n, by: -1 });
    ui.label(bold(view.tr_with("hand-count", &[("n", count.into())])));
    let more = icon_button(ui, Icon::ChevronUp, &named("hand-more"), true);
    actions.when(more.clicked(), Action::Hand { option: n, by: 1 });
}

/// What was predicted, and how it turned out.
fn outcome_ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, asked: &Asked<'_>) {
    let beat = asked.beat;
    let named = |choice: &str| choice_text(view, bench, beat, choice);
    let right = asked.answer.and_then(|n| beat.choices.get(n)).copied();
    let (icon, color, text) = match (asked.kept, right) {
        (None, None) => return,
        (None, Some(right)) => (Icon::Unknown, view.palette().muted, view.tr_with("prediction-none", &[("right", named(right).into())])),
        (Some(kept), None) => {
            let text = view.tr_with("prediction-kept", &[("choice", named(&kept.choice).into())]);
            (Icon::Half, view.palette().accent, text)
        }
        (Some(kept), Some(right)) if kept.choice == right => {
            (Icon::Ok, view.palette().ok, view.tr_with("prediction-right", &[("choice", named(right).into())]))
        }
        (Some(kept), Some(right)) => {
            let args = [("choice", named(&kept.choice).into()), ("right", named(right).into())];
            (Icon::Failed, view.palette().failed, view.tr_with("prediction-other", &args))
        }
    };
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(super::theme::ICON), egui::Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.label(muted(text));
    });
}
