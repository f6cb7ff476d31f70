//! The buttons of the encryption bench: each gives `aws` and `sim` lines to the sandbox, the same as typed.

use egui::Ui;
use skylab_cloud::kms::State;

use super::{
    calls::Counted,
    data::EncryptionData,
    scenes::{self, Way},
    ways,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{muted, space},
    widgets::{Icon, text_button},
};

/// What a button needs besides its line.
struct Button<'a> {
    icon: Icon,
    name: String,
    enabled: bool,
    hint: &'a str,
}

impl Button<'_> {
    fn ui(self, ui: &mut Ui, view: &View<'_>, lines: Vec<String>, actions: &mut Actions) {
        let hint = view.tr(self.hint);
        let shown = text_button(ui, self.icon, &self.name, self.enabled).on_hover_text(&hint).on_disabled_hover_text(hint);
        actions.when(shown.clicked(), Action::Act(lines));
    }
}

fn row(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        add(ui);
    });
}

/// What is done to the chosen object.
pub(super) fn object_ui(ui: &mut Ui, view: &View<'_>, data: &EncryptionData, way: Way, actions: &mut Actions) {
    let is_there = data.object(way).is_some_and(|object| object.stored.is_some());
    row(ui, |ui| {
        ui.label(muted(view.tr_with("encryption-chosen", &[("way", ways::name(view, way).into())])));
        let name = view.tr("encryption-put");
        let put = Button { icon: Icon::Add, name, enabled: true, hint: "encryption-put-hint" };
        put.ui(ui, view, vec![way.put().to_owned()], actions);
        for (by_auditor, name) in [(false, "encryption-get-admin"), (true, "encryption-get-auditor")] {
            let get = Button { icon: Icon::Search, name: view.tr(name), enabled: is_there, hint: "encryption-get-hint" };
            get.ui(ui, view, vec![way.get(by_auditor)], actions);
        }
        if way == Way::Customer {
            let blocks = !data.blocks_customer_keys;
            let (icon, name) = if blocks { (Icon::Close, "encryption-block") } else { (Icon::Check, "encryption-allow") };
            let block = Button { icon, name: view.tr(name), enabled: true, hint: "encryption-block-hint" };
            block.ui(ui, view, vec![scenes::set_customer_block(blocks)], actions);
        }
    });
}

/// Who may use the KMS key, and whether anybody can.
pub(super) fn key_ui(ui: &mut Ui, view: &View<'_>, data: &EncryptionData, actions: &mut Actions) {
    row(ui, |ui| {
        let gives = !data.auditor_decrypts;
        let (icon, name) = if gives { (Icon::Add, "encryption-give") } else { (Icon::Close, "encryption-take") };
        let decrypt = Button { icon, name: view.tr(name), enabled: true, hint: "encryption-decrypt-hint" };
        decrypt.ui(ui, view, vec![scenes::set_decrypt(gives)], actions);
    });
    row(ui, |ui| {
        let Some(key) = &data.key else {
            ui.label(muted(view.tr("encryption-key-gone")));
            return;
        };
        ui.label(muted(view.tr_with("encryption-key", &[("name", scenes::ALIAS.into()), ("state", key.state.name().into())])));
        let mut act = |ui: &mut Ui, icon: Icon, name: &str, operation: &str, hint: &str| {
            let button = Button { icon, name: view.tr(name), enabled: true, hint };
            button.ui(ui, view, vec![scenes::key_line(operation, &key.id)], actions);
        };
        match key.state {
            State::PendingDeletion { .. } => {
                act(ui, Icon::Undo, "encryption-cancel", "cancel-key-deletion", "encryption-cancel-hint");
                let later = Button { icon: Icon::Play, name: view.tr("encryption-later"), enabled: true, hint: "encryption-later-hint" };
                later.ui(ui, view, vec!["sim advance 8d".to_owned()], actions);
                return;
            }
            State::Disabled => act(ui, Icon::Play, "encryption-enable", "enable-key", "encryption-enable-hint"),
            _ => act(ui, Icon::Pause, "encryption-disable", "disable-key", "encryption-disable-hint"),
        }
        act(ui, Icon::Close, "encryption-schedule", "schedule-key-deletion", "encryption-schedule-hint");
    });
}

/// Bucket keys, the load, and time.
pub(super) fn calls_ui(ui: &mut Ui, view: &View<'_>, counted: &[Counted], is_loaded: bool, actions: &mut Actions) {
    row(ui, |ui| {
        let load = Button { icon: Icon::Add, name: view.tr("encryption-load"), enabled: !is_loaded, hint: "encryption-load-hint" };
        load.ui(ui, view, scenes::start_loads().to_vec(), actions);
        let month = Button { icon: Icon::Play, name: view.tr("encryption-month"), enabled: is_loaded, hint: "encryption-month-hint" };
        month.ui(ui, view, vec!["sim advance 30d".to_owned()], actions);
    });
    row(ui, |ui| {
        for (n, bucket) in counted.iter().enumerate() {
            let turns_on = !bucket.has_bucket_key;
            let key = if turns_on { "encryption-bucket-key-turn-on" } else { "encryption-bucket-key-turn-off" };
            let name = view.tr_with(key, &[("bucket", bucket.bucket.into())]);
            let icon = if turns_on { Icon::Check } else { Icon::Close };
            let button = Button { icon, name, enabled: true, hint: "encryption-bucket-key-hint" };
            button.ui(ui, view, vec![scenes::set_bucket_key(n, turns_on)], actions);
        }
    });
}
