//! What the rules did, newest first: one sentence each with the rule that acted.

use egui::{ScrollArea, Ui};

use super::data::{Happened, LifecycleData, What};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{code, heading, muted, space},
        widgets::card,
    },
};

/// Draws the list, or what to do so that something happens.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData) {
    let height = ui.available_height() - 2.0 * space::BETWEEN;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height(height.max(60.0));
        ui.label(heading(view.tr("lifecycle-happened")));
        if data.happened.is_empty() {
            let key = if data.rules["Rules"].as_array().is_some_and(|rules| !rules.is_empty()) {
                "lifecycle-nothing-yet"
            } else {
                "lifecycle-no-rule"
            };
            ui.label(muted(view.tr(key)));
            return;
        }
        ScrollArea::vertical().id_salt("happened").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::GRID;
            for it in &data.happened {
                ui.horizontal_top(|ui| {
                    ui.label(code(format::date(it.at.millis().div_euclid(1_000))));
                    ui.vertical(|ui| ui.label(sentence(view, it)));
                });
            }
        });
    });
}

/// One sentence for one happening.
fn sentence(view: &View<'_>, it: &Happened) -> String {
    let args = |extra: &[(&'static str, String)]| {
        let mut args = vec![("rule", it.rule.clone().into()), ("n", it.n_objects.into()), ("bytes", format::bytes_billed(it.bytes).into())];
        args.extend(extra.iter().map(|(name, value)| (*name, value.clone().into())));
        args
    };
    match it.what {
        What::Moved { from, to } => {
            view.tr_with("lifecycle-moved", &args(&[("from", from.name().to_owned()), ("to", to.name().to_owned())]))
        }
        What::Expired => view.tr_with("lifecycle-expired", &args(&[])),
        What::Marked => view.tr_with("lifecycle-marked", &args(&[])),
        What::MarkerGone => view.tr_with("lifecycle-marker-gone", &args(&[])),
        What::UploadAborted => view.tr_with("lifecycle-aborted", &args(&[])),
        What::ReadRefused => view.tr_with("lifecycle-read-refused", &args(&[])),
    }
}
