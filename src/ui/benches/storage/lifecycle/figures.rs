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

/// Most lines of the bill that are named.
const MAX_LINES: usize = 6;

/// Draws them in a row of equal shares.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData) {
    let stored: u64 = data.stored.values().map(|stored| stored.bytes).sum();
    let n_objects: u64 = data.stored.values().map(|stored| stored.n_objects).sum();
    let objects = view.tr_with("lifecycle-objects", &[("n", n_objects.into())]);
    let saved = data.usd_without.nanos() - data.usd.nanos();
    let reads = view.tr_with("lifecycle-reads-of", &[("n", (data.reads_succeeded + data.reads_failed).into())]);
    let how = [view.tr("lifecycle-how-stored"), spent_how(view, data), view.tr("lifecycle-how-without"), view.tr("lifecycle-how-reads")];
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
            view.tr_with(if saved < 0 { "lifecycle-dearer" } else { "lifecycle-saved" }, &[("amount", dollars(saved.abs()).into())]),
        ),
        (view.tr("lifecycle-refused"), format::count(i64::try_from(data.reads_failed).unwrap_or(i64::MAX)), reads),
    ];
    ui.columns(figures.len(), |columns| {
        for ((ui, (name, number, note)), how) in columns.iter_mut().zip(figures).zip(how) {
            let shown = card(ui, view.theme, None, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::GRID / 2.0;
                ui.label(muted(name));
                ui.label(bold(number));
                ui.label(muted(note));
            });
            shown.response.on_hover_text(how);
        }
    });
}

/// The largest lines of the bill, their prices' place and date, and whether some of them are estimated.
fn spent_how(view: &View<'_>, data: &LifecycleData) -> String {
    let mut lines = vec![view.tr("lifecycle-how-spent")];
    let shown = data.bill.iter().take(MAX_LINES);
    lines.extend(shown.map(|line| {
        let mark = if line.is_estimated { " *" } else { "" };
        format!("{}{mark}  {}", line.usage_type, dollars(line.usd.nanos()))
    }));
    if data.bill.len() > MAX_LINES {
        let rest = data.bill[MAX_LINES..].iter().map(|line| line.usd.nanos()).sum();
        lines.push(view.tr_with("lifecycle-how-rest", &[("amount", dollars(rest).into())]));
    }
    if let Some((region, date)) = data.prices {
        lines.push(view.tr_with("lifecycle-how-prices", &[("region", region.into()), ("date", date.into())]));
    }
    if data.bill.iter().any(|line| line.is_estimated) {
        lines.push(view.tr("lifecycle-how-estimated"));
    }
    lines.join("\n")
}

/// `1,234.56 USD` of billionths of a dollar.
pub(super) fn dollars(nanos: i128) -> String {
    format::usd(nanos / 1_000)
}
