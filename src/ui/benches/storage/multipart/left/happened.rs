//! What the last act did to the unfinished uploads, in sentences. It changes nothing.

use egui::Ui;

use super::data::LeftData;
use crate::{
    i18n::format,
    ui::{
        View,
        benches::storage::multipart::parts::refusal_ui,
        theme::{bold, space},
        widgets::card,
    },
};

/// Draws the card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &LeftData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("multipart-happened")));
        if let Some((code, message)) = view.stage.last_act.and_then(|act| act.refusal.as_ref()) {
            refusal_ui(ui, view, code, message, "multipart-why-other");
            return;
        }
        let args = [("n", data.uploads.len().into()), ("bytes", format::bytes_billed(data.bytes).into())];
        ui.label(view.tr_with(key(view, data), &args));
    });
}

fn key(view: &View<'_>, data: &LeftData) -> &'static str {
    let line = view.stage.last_act.map_or("", |act| act.line.as_str());
    let said = |words: &str| line.contains(words);
    if data.uploads.is_empty() {
        return if data.ruled_days.is_some() { "multipart-left-did-rule-end" } else { "multipart-left-did-end" };
    }
    match () {
        () if said("put-bucket-lifecycle") => "multipart-left-did-rule",
        () if said("abort-multipart-upload") => "multipart-left-did-abort",
        () if said("list-multipart-uploads") || said("list-objects") => "multipart-left-did-list",
        () if data.days > 0.0 => "multipart-left-did-wait",
        () => "multipart-left-did-nothing",
    }
}
