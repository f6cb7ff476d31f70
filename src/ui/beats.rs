//! The question above every bench: start states, the way through the beats, predictions, and how they turned out. What a beat says
//! and shows is the bench's.

use egui::{Button, Role, Ui, WidgetInfo};

use super::action::{Action, Actions};
use super::bench::Bench;
use super::shortcuts::{took_beat, with_keys};
use super::theme::{ICON, TARGET, bold, heading, muted, space, title};
use super::widgets::{Icon, card, icon_button, primary_button, text_button_width, text_width, toggle};
use super::{Asked, Beat, BeatKind, BeatView, View, lesson, questions, section_name};
use crate::learn::course::{Course, Section};

/// The widest that options are made alike on a projector, as a share of its width.
const MOST_OPTION: f32 = 0.6;
/// Where a question stands alone on a projector: this share of the height is above it.
const ABOVE_QUESTION: f32 = 0.22;

/// Draws the card above a bench; `lead` stands first in it, and with `takes_keys` the keyboard is at the way on. True if that
/// leads to the questions now.
pub(super) fn ui(
    ui: &mut Ui,
    view: &View<'_>,
    bench: &dyn Bench,
    lead: impl FnOnce(&mut Ui),
    takes_keys: bool,
    actions: &mut Actions,
) -> bool {
    let Some(at) = &view.beat else { return false };
    let mut to_questions = false;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        let steps = Steps::of(ui, view, at);
        ui.horizontal_wrapped(|ui| {
            lead(ui);
            starts_ui(ui, view, bench, at.start, steps.width, actions);
            let left = ui.available_size_before_wrap().x - steps.width;
            if left < 0.0 {
                ui.end_row();
            } else {
                // the way on stands in the same place above every bench
                ui.add_space((left - 1.0).max(0.0));
            }
            let on = steps.ui(ui, view, at, actions);
            to_questions = on.clicked() && steps.way == Way::Questions;
            if takes_keys || took_beat(ui.ctx()) {
                on.request_focus();
            }
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
    to_questions
}

/// The same for a projector: the beat's text, and its options if it asks for a prediction, or else the part that it needs.
pub(super) fn present_ui(ui: &mut Ui, view: &View<'_>, bench: &mut dyn Bench, actions: &mut Actions) {
    let Some(at) = &view.beat else { return };
    let Some(beat) = at.now() else { return };
    let text = text(view, bench, beat);
    match beat.kind {
        BeatKind::Question => {
            let above = ui.available_height() * ABOVE_QUESTION;
            ui.add_space(above);
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

/// Where the way on leads: from the last beat to the questions, and from those to the next section.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Beat,
    Questions,
    Section(&'static Section),
    Nowhere,
}

impl Way {
    fn of(view: &View<'_>, at: &BeatView<'_>) -> Self {
        let Some(section) = view.section.filter(|_| at.index + 1 >= at.beats.len()) else { return Self::Beat };
        if questions::n_right(view, section) < section.questions.len() {
            return Self::Questions;
        }
        let mut after = Course::packed().sections().skip_while(|one| one.id != section.id).skip(1);
        after.find(|one| lesson::exists(&one.id)).map_or(Self::Nowhere, Self::Section)
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Beat | Self::Nowhere => "beat-on",
            Self::Questions => "beat-to-questions",
            Self::Section(_) => "beat-to-section",
        }
    }
}

/// The way back as a sign, where one is, and the way on in words.
struct Steps {
    here: String,
    way: Way,
    on: String,
    /// What all three take.
    width: f32,
}

impl Steps {
    fn of(ui: &Ui, view: &View<'_>, at: &BeatView<'_>) -> Self {
        let here = view.tr_with("beat-n-of-m", &[("n", (at.index + 1).into()), ("m", at.beats.len().into())]);
        let way = Way::of(view, at);
        let on = view.tr(way.key());
        let width = TARGET + text_width(ui, &here) + text_button_width(ui, &on) + 2.0 * ui.spacing().item_spacing.x;
        Self { here, way, on, width: width.ceil() }
    }

    fn ui(&self, ui: &mut Ui, view: &View<'_>, at: &BeatView<'_>, actions: &mut Actions) -> egui::Response {
        let back = icon_button(ui, Icon::ChevronLeft, &with_keys(ui.ctx(), &view.tr("beat-back"), &Action::Beat(-1)), at.index > 0);
        actions.when(back.clicked(), Action::Beat(-1));
        ui.label(self.here.as_str());
        let hint = match self.way {
            Way::Section(section) => section_name(view.lang, section),
            Way::Questions => self.on.clone(),
            Way::Beat | Way::Nowhere => with_keys(ui.ctx(), &self.on, &Action::Beat(1)),
        };
        let on = primary_button(ui, view.palette(), Icon::ChevronRight, &self.on, &hint, self.way != Way::Nowhere);
        if on.clicked() {
            match self.way {
                Way::Beat => actions.push(Action::Beat(1)),
                Way::Section(section) => actions.push(Action::OpenSection(section.id.clone())),
                Way::Questions | Way::Nowhere => {}
            }
        }
        on
    }
}

/// What a beat says.
pub(super) fn text(view: &View<'_>, bench: &dyn Bench, beat: &Beat) -> String {
    bench.beat_text(view, beat).unwrap_or_else(|| view.tr(&format!("{}-beat-{}", bench.id(), beat.id)))
}

/// What an option of a prediction says.
pub(super) fn choice_text(view: &View<'_>, bench: &dyn Bench, beat: &Beat, choice: &str) -> String {
    view.tr(&format!("{}-predict-{}-{choice}", bench.id(), beat.id))
}

/// What the bench can start from: side by side if the way on still has room beside them, else in a menu.
fn starts_ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, chosen: usize, room_after: f32, actions: &mut Actions) {
    let starts = bench.starts();
    if starts.len() < 2 {
        return;
    }
    let names: Vec<String> = starts.iter().map(|start| view.tr(&format!("{}-start-{start}", bench.id()))).collect();
    let hint = view.tr("bench-start-hint");
    let spacing = ui.spacing();
    let around = 2.0 * spacing.button_padding.x + spacing.item_spacing.x;
    let side_by_side = names.iter().map(|name| text_width(ui, name) + around).sum::<f32>() + space::BETWEEN;
    if side_by_side + room_after <= ui.available_size_before_wrap().x {
        for (n, name) in names.iter().enumerate() {
            let button = toggle(ui, name, n == chosen).on_hover_text(&hint);
            actions.when(button.clicked() && n != chosen, Action::StartWith(n));
        }
        return;
    }
    let now = names.get(chosen).map_or("", String::as_str);
    let menu = ui.menu_button((now, Icon::ChevronDown.atom()), |ui| {
        for (n, name) in names.iter().enumerate() {
            let item = ui.add(Button::selectable(n == chosen, name.as_str()));
            actions.when(item.clicked() && n != chosen, Action::StartWith(n));
        }
    });
    let said = view.tr_with("bench-start-shown", &[("start", now.into())]);
    menu.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    menu.response.on_hover_text(hint);
}

fn choices_ui(ui: &mut Ui, view: &View<'_>, bench: &dyn Bench, beat: &Beat, at: &BeatView<'_>, actions: &mut Actions) {
    let kept = at.asked.and_then(|asked| asked.kept);
    let seen = kept.is_some_and(|kept| kept.seen.is_some());
    let mut choice_ui = |ui: &mut Ui, n: usize, choice: &str, least: f32| {
        let text = choice_text(view, bench, beat, choice);
        let chosen = kept.is_some_and(|kept| kept.choice == choice);
        let button = Button::new(text.as_str()).selected(chosen).min_size(egui::vec2(least, 0.0));
        let button = ui.add_enabled(!seen || chosen, button);
        button.widget_info(|| WidgetInfo::selected(Role::RadioButton, !seen, chosen, &text));
        let button = if view.presents() { button } else { button.on_hover_text(with_keys(ui.ctx(), &text, &Action::Predict(n))) };
        actions.when(button.clicked() && !seen, Action::Predict(n));
        if view.presents() {
            hands_ui(ui, view, &text, n, at.hands, actions);
        }
    };
    if view.presents() {
        // one below the other, so that a class reads them as a list, and the hands beside them as a column
        let widths = beat.choices.iter().map(|choice| text_width(ui, &choice_text(view, bench, beat, choice)));
        let widest = widths.fold(0.0, f32::max) + 2.0 * ui.spacing().button_padding.x;
        let least = widest.min(ui.available_width() * MOST_OPTION);
        for (n, choice) in beat.choices.iter().enumerate() {
            ui.horizontal_wrapped(|ui| choice_ui(ui, n, choice, least));
        }
    } else {
        ui.horizontal_wrapped(|ui| beat.choices.iter().enumerate().for_each(|(n, choice)| choice_ui(ui, n, choice, 0.0)));
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
        // nothing to be hit here, so no room for a finger
        ui.spacing_mut().interact_size.y = ICON;
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.label(muted(text));
    });
}
