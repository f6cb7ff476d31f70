//! The rules in force as sentences with the command that puts them, to be read from afar; nothing in it can be edited.

use egui::{FontSelection, TextWrapMode, Ui, WidgetText};

use super::draft::{Days, Draft, RuleForm};
use super::{data::LifecycleData, scenes::BUCKET};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, code, heading, muted, space},
        widgets::card,
    },
};

/// Draws them as one card. The command is left out where it would not be seen whole.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData) {
    let height = ui.available_height() - 2.0 * space::BETWEEN;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(height);
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("lifecycle-stated-head")));
        let mut draft = Draft::of(&data.rules).unwrap_or_else(Draft::empty);
        if draft.n_rules() == 0 {
            ui.label(muted(view.tr("lifecycle-no-rule")));
            return;
        }
        for index in 0..draft.n_rules() {
            if let Some(rule) = draft.rule(index) {
                ui.label(bold(subject(view, &rule)));
                ui.label(deeds(view, &rule));
            }
        }
        let command = WidgetText::from(code(draft.command(BUCKET)));
        let command = command.into_galley(ui, Some(TextWrapMode::Wrap), ui.available_width(), FontSelection::Default);
        if command.size().y + space::INSIDE <= ui.available_height() {
            ui.add_space(space::GRID);
            ui.label(command);
        }
    });
}

/// All rules of a configuration in one run of sentences.
pub(super) fn sentences(view: &View<'_>, mut rules: Draft) -> String {
    let n_rules = rules.n_rules();
    let told = (0..n_rules).filter_map(|index| rules.rule(index).map(|rule| format!("{}. {}", subject(view, &rule), deeds(view, &rule))));
    told.collect::<Vec<_>>().join(" ")
}

/// The name of a rule and what it is about.
fn subject(view: &View<'_>, rule: &RuleForm<'_>) -> String {
    let id = rule.id();
    let mut text = match rule.prefix() {
        Some(prefix) if prefix.is_empty() => view.tr_with("lifecycle-stated-all", &[("rule", id.into())]),
        Some(prefix) => view.tr_with("lifecycle-stated-prefix", &[("rule", id.into()), ("prefix", prefix.into())]),
        None => view.tr_with("lifecycle-stated-filter", &[("rule", id.into())]),
    };
    if !rule.is_enabled() {
        text.push(' ');
        text.push_str(&view.tr("lifecycle-stated-off"));
    }
    text
}

/// What a rule does, in the order of an object's life.
fn deeds(view: &View<'_>, rule: &RuleForm<'_>) -> String {
    let moves = rule.transitions().into_iter().map(|(days, class)| {
        let args = [("days", format::count(days).into()), ("class", class.into())];
        view.tr_with("lifecycle-stated-transition", &args)
    });
    let ends = Days::ALL.into_iter().filter_map(|which| {
        let key = match which {
            Days::Expire => "lifecycle-stated-expire",
            Days::ExpireNoncurrent => "lifecycle-stated-expire-noncurrent",
            Days::Abort => "lifecycle-stated-abort",
        };
        Some(view.tr_with(key, &[("days", format::count(rule.days(which)?).into())]))
    });
    moves.chain(ends).collect::<Vec<_>>().join(" ")
}
