//! The handles: what happens to the source's objects, time, and the switches of its rule. Each gives lines, the same as typed.

use egui::{Ui, Vec2};

use super::{
    data::{ReplicationData, Row},
    ends,
    lines::{self, Place, Switch},
    scenes::Scene,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{muted, space},
    widgets::{Icon, card, text_button, toggle},
};

/// What can be uploaded: its key with its file.
const FILES: [(&str, &str); 3] = [("cat.jpg", "cat.jpg"), ("plan.pdf", "report.pdf"), ("lesson.mp4", "lesson.mp4")];

/// What is done at the source.
pub(super) fn acts_ui(ui: &mut Ui, view: &View<'_>, source: Place, chosen: Option<&Row>, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        let mut act = |ui: &mut Ui, icon: Icon, name: &str, enabled: bool, line: String| {
            let button = text_button(ui, icon, name, enabled).on_hover_text(line.as_str()).on_disabled_hover_text(line.as_str());
            actions.when(button.clicked(), Action::Act(vec![line]));
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::INSIDE);
            for (key, file) in FILES {
                act(ui, Icon::Add, &format!("PUT {key}"), true, source.put(key, file));
            }
            for (name, line) in [("replication-minute", "sim advance 1m"), ("replication-quarter", "sim advance 15m")] {
                act(ui, Icon::StepForward, &view.tr(name), true, line.to_owned());
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::INSIDE);
            let Some(row) = chosen else {
                ui.label(muted(view.tr("replication-choose")));
                return;
            };
            ui.label(muted(view.tr_with("replication-chosen", &[("key", row.key.as_str().into()), ("id", row.short_id().into())])));
            act(ui, Icon::Close, "DELETE", true, source.delete(&row.key, None));
            act(ui, Icon::Close, &view.tr("replication-delete-version"), true, source.delete(&row.key, Some(&row.id)));
        });
    });
}

/// The rule, and its switches.
pub(super) fn rules_ui(ui: &mut Ui, view: &View<'_>, data: &ReplicationData, scene: &Scene, actions: &mut Actions) {
    let Some(source) = scene.sources.first() else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ends::rules_ui(ui, view, data);
        let Some(rule) = data.rules().next() else {
            let line = source.replicate(&lines::rule("copy", scene.target.bucket));
            let button = text_button(ui, Icon::Add, &view.tr("replication-add-rule"), true).on_hover_text(line.as_str());
            actions.when(button.clicked(), Action::Act(vec![line]));
            return;
        };
        let account = data.target.as_ref().map(|end| end.owner.to_string()).unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::GRID);
            for (switch, name, hint) in [
                (Switch::Markers, "replication-markers", "replication-markers-hint"),
                (Switch::Owner, "replication-owner", "replication-owner-hint"),
                (Switch::Cheaper, "replication-cheaper", "replication-cheaper-hint"),
                (Switch::Timed, "replication-timed", "replication-timed-hint"),
            ] {
                let clicked = toggle(ui, &view.tr(name), switch.is_on(rule)).on_hover_text(view.tr(hint)).clicked();
                let line = source.replicate(&switch.turned(&data.configuration, &account));
                actions.when(clicked, Action::Act(vec![line]));
            }
            let line = source.replicate_existing();
            let button = text_button(ui, Icon::Copy, &view.tr("replication-batch"), true).on_hover_text(view.tr("replication-batch-hint"));
            actions.when(button.clicked(), Action::Act(vec![line]));
        });
    });
}
