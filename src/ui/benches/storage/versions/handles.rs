//! The buttons beside the stack: each gives one `aws` line to the sandbox, the same as typed.

use egui::Ui;
use skylab_cloud::clock::DAY_MS;

use super::{
    data::{Versioning, VersionsData},
    replay::Layer,
    scenes::{self, Actor},
    stack,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{muted, space},
    widgets::{Icon, icon_button, text_button, toggle},
};

/// Days for which the buttons lock a version.
const LOCK_DAYS: i64 = 30;

/// What is done to the object: without a version id.
pub(super) fn object_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData, actions: &mut Actions) {
    let mut act = |ui: &mut Ui, icon: Icon, name: String, enabled: bool, line: String, hint: &str| {
        let button = text_button(ui, icon, &name, enabled).on_hover_text(view.tr(hint)).on_disabled_hover_text(view.tr(hint));
        actions.when(button.clicked(), Action::Act(vec![line]));
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        let file = format!("report-{}.txt", data.next_edition);
        let put = view.tr_with("versions-put", &[("file", file.into())]);
        act(ui, Icon::Add, put, true, scenes::put(data.next_edition), "versions-put-hint");
        act(ui, Icon::Search, "GET".to_owned(), true, scenes::get(None), "versions-get-hint");
        act(ui, Icon::Close, "DELETE".to_owned(), true, scenes::delete(None), "versions-delete-hint");
        let marker = data.layers.first().filter(|top| top.is_marker()).map(|top| top.id.as_str());
        let undelete = scenes::delete(Some(marker.unwrap_or("null")));
        act(ui, Icon::Undo, view.tr("versions-undelete"), marker.is_some(), undelete, "versions-undelete-hint");
        let enables = data.versioning != Versioning::Enabled;
        let (icon, key) = if enables { (Icon::Play, "versions-enable") } else { (Icon::Pause, "versions-suspend") };
        act(ui, icon, view.tr(key), true, scenes::set_versioning(enables), "versions-switch-hint");
    });
}

/// What is done to one version: by its id.
pub(super) fn version_ui(ui: &mut Ui, view: &View<'_>, layer: &Layer, is_current: bool, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        let args = [("title", stack::title(view, layer).into()), ("id", layer.short_id().into())];
        ui.label(muted(view.tr_with("versions-chosen", &args)));
        let mut act = |ui: &mut Ui, icon: Icon, key: &str, enabled: bool, line: String, hint: &str| {
            let button = text_button(ui, icon, &view.tr(key), enabled).on_hover_text(view.tr(hint)).on_disabled_hover_text(view.tr(hint));
            actions.when(button.clicked(), Action::Act(vec![line]));
        };
        let id = layer.id.as_str();
        act(ui, Icon::Search, "versions-get-version", true, scenes::get(Some(id)), "versions-get-version-hint");
        act(ui, Icon::Close, "versions-delete-version", true, scenes::delete(Some(id)), "versions-delete-version-hint");
        act(ui, Icon::Reset, "versions-roll-back", !is_current, scenes::roll_back(id), "versions-roll-back-hint");
        let copies = icon_button(ui, Icon::Copy, &view.tr("versions-copy-id"), true).clicked();
        actions.when(copies, Action::Copy(layer.id.clone()));
    });
}

/// Locks of the chosen version, and who asks.
pub(super) fn lock_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData, layer: Option<&Layer>, actor: &mut Actor, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        let mut act = |ui: &mut Ui, icon: Icon, key: &str, enabled: bool, line: String, hint: &str| {
            let button = text_button(ui, icon, &view.tr(key), enabled).on_hover_text(view.tr(hint)).on_disabled_hover_text(view.tr(hint));
            actions.when(button.clicked(), Action::Act(vec![line]));
        };
        let Some(lock) = &data.lock else {
            let can = data.versioning == Versioning::Enabled;
            act(ui, Icon::Lock, "versions-enable-lock", can, scenes::enable_lock(), "versions-enable-lock-hint");
            return;
        };
        let sets = lock.by_default.is_none();
        let key = if sets { "versions-default-on" } else { "versions-default-off" };
        act(ui, Icon::Lock, key, true, scenes::set_default(sets), "versions-default-hint");
        let Some(layer) = layer.filter(|layer| !layer.is_marker()) else { return };
        let (id, until) = (layer.id.as_str(), data.now.plus(LOCK_DAYS * DAY_MS));
        act(ui, Icon::Lock, "versions-govern", true, scenes::retain(*actor, id, "GOVERNANCE", until), "versions-govern-hint");
        act(ui, Icon::Lock, "versions-comply", true, scenes::retain(*actor, id, "COMPLIANCE", until), "versions-comply-hint");
        let (holds, key) = if layer.lock.is_held() { (false, "versions-lift") } else { (true, "versions-hold") };
        act(ui, Icon::Lock, key, true, scenes::hold(*actor, id, holds), "versions-hold-hint");
    });
    let Some(layer) = layer.filter(|_| data.lock.is_some()) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        ui.label(muted(view.tr("versions-as")));
        for who in Actor::ALL.into_iter().filter(|who| data.has_clerk || *who != Actor::Clerk) {
            if toggle(ui, &view.tr(who.key()), *actor == who).on_hover_text(view.tr("versions-as-hint")).clicked() {
                *actor = who;
            }
        }
        for (bypasses, key, hint) in
            [(false, "versions-delete-locked", "versions-delete-locked-hint"), (true, "versions-bypass", "versions-bypass-hint")]
        {
            let button = text_button(ui, Icon::Close, &view.tr(key), true).on_hover_text(view.tr(hint));
            actions.when(button.clicked(), Action::Act(vec![scenes::delete_as(*actor, &layer.id, bypasses)]));
        }
    });
}
