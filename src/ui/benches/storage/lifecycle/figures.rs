//! The four numbers of the bench: stored, spent, spent without rules, reads refused.

use egui::Ui;

use super::data::LifecycleData;
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, muted, space},
        widgets::card,
    },
};

/// Draws them in a row of equal shares.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData) {
    let stored: u64 = data.stored.values().map(|stored| stored.bytes).sum();
    let n_objects: u64 = data.stored.values().map(|stored| stored.n_objects).sum();
    let objects = view.tr_with("lifecycle-objects", &[("n", n_objects.into())]);
    let saved = data.usd_without.nanos() - data.usd.nanos();
    let reads = view.tr_with("lifecycle-reads-of", &[("n", (data.reads_succeeded + data.reads_failed).into())]);
    let figures = [
        (view.tr("lifecycle-stored"), format::bytes_billed(stored), objects),
        (
            view.tr("lifecycle-spent"),
            dollars(data.usd.nanos()),
            view.tr_with("lifecycle-since-start", &[("date", format::date(data.start.millis().div_euclid(1_000)).into())]),
        ),
        (
            view.tr("lifecycle-without"),
            dollars(data.usd_without.nanos()),
            view.tr_with("lifecycle-saved", &[("amount", dollars(saved).into())]),
        ),
        (view.tr("lifecycle-refused"), format::count(i64::try_from(data.reads_failed).unwrap_or(i64::MAX)), reads),
    ];
    ui.columns(figures.len(), |columns| {
        for (ui, (name, number, note)) in columns.iter_mut().zip(figures) {
            card(ui, view.theme, None, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::GRID / 2.0;
                ui.label(muted(name));
                ui.label(bold(number));
                ui.label(muted(note));
            });
        }
    });
}

/// `1,234.56 USD` of billionths of a dollar.
pub(super) fn dollars(nanos: i128) -> String {
    format::usd(nanos / 1_000)
}
