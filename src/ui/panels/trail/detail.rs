//! What the chosen event was: CloudTrail's record of a call, or the facts of what happened by itself and why there is no record.

use egui::{Grid, Label, ScrollArea, Ui};
use serde_json::Value;
use skylab_cloud::world::Happening;

use super::list::answer;
use super::rows::{Did, Row, did};
use crate::i18n::format;
use crate::ui::View;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{bold, code, heading, muted, small, space};
use crate::ui::widgets::{Icon, card, reading, text_button};

/// Longest text of a fact that is shown.
const MAX_FACT: usize = 200;

/// Draws it in a card of that height.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, chosen: Option<(Row<'_>, Option<&Value>)>, height: f32, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(height - 2.0 * space::BETWEEN - 2.0 * view.theme.line_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let Some((row, record)) = chosen else {
            ui.label(heading(view.tr("trail-record")));
            ui.label(muted(view.tr("trail-choose")));
            return;
        };
        let area = ScrollArea::vertical().id_salt("record").auto_shrink([false, false]);
        reading(ui, area, f32::INFINITY, &view.tr("trail-read"), |ui| {
            ui.label(bold(row.what(view)));
            answer_ui(ui, view, &row);
            ui.add_space(space::GRID);
            match record {
                Some(record) => record_ui(ui, view, record, actions),
                None => no_record_ui(ui, view, &row),
            }
        });
    });
}

fn answer_ui(ui: &mut Ui, view: &View<'_>, row: &Row<'_>) {
    let (icon, color, word) = answer(view, row);
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON * 0.8), egui::Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.label(small(word).color(color));
        ui.label(muted(format::date_time(row.event.at.millis().div_euclid(1_000))));
    });
    if row.is_later {
        ui.label(muted(view.tr("trail-later")));
    }
}

/// The record, what kind of event it is, and what that means for a trail.
fn record_ui(ui: &mut Ui, view: &View<'_>, record: &Value, actions: &mut Actions) {
    let is_data = record["eventCategory"] == "Data";
    let text = serde_json::to_string_pretty(record).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        ui.label(heading(view.tr("trail-record")));
        let copy = text_button(ui, Icon::Copy, &view.tr("copy"), true);
        actions.when(copy.clicked(), Action::Copy(text.clone()));
    });
    ui.label(bold(view.tr(if is_data { "trail-data" } else { "trail-management" })));
    ui.label(small(view.tr(if is_data { "trail-data-why" } else { "trail-management-why" })));
    ui.add_space(space::GRID);
    ui.add(Label::new(code(text)).wrap().selectable(true));
    ui.add_space(space::GRID);
    ui.label(muted(view.tr("trail-simplified")));
}

/// Why there is no record, and the facts.
fn no_record_ui(ui: &mut Ui, view: &View<'_>, row: &Row<'_>) {
    ui.label(heading(view.tr("trail-no-record")));
    let key = match row.happening().map(did) {
        None | Some(Did::Refused) => "trail-no-record-load",
        Some(Did::Lost | Did::ZoneFailed | Did::ZoneDestroyed | Did::ZoneHealed) => "trail-no-record-fault",
        Some(Did::Other) => "trail-no-record-service",
        Some(_) => "trail-no-record-lifecycle",
    };
    ui.label(small(view.tr(key)));
    if let Some(happening) = row.happening() {
        ui.add_space(space::INSIDE);
        facts_ui(ui, happening);
    }
}

fn facts_ui(ui: &mut Ui, happening: &Happening) {
    let written = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let named = [("name", happening.name.clone()), ("resource", happening.resource.clone())];
    let facts = happening.facts.iter().map(|(name, value)| (name, written(value)));
    Grid::new("facts").num_columns(2).spacing([space::BETWEEN, space::GRID]).show(ui, |ui| {
        for (name, value) in named.into_iter().chain(facts) {
            ui.label(muted(name));
            let shown: String = value.chars().take(MAX_FACT).collect();
            ui.add(Label::new(code(shown)).wrap().selectable(true));
            ui.end_row();
        }
    });
}
