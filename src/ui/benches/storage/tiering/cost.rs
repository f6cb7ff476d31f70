//! What the three classes cost: a curve for each, and the sums with the cheapest named. It computes no price.

use egui::{Role, Sense, Ui, Vec2, WidgetInfo};

use super::data::{N_DAYS, TieringData};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{ICON, bold, muted, space},
        widgets::{
            Icon, card,
            chart::{Chart, Series, Shape},
        },
    },
};

/// The classes in the order of the buckets, and how each is drawn.
const CLASSES: [(&str, Shape); 3] =
    [("tiering-class-standard", Shape::Line), ("tiering-class-infrequent", Shape::Dashed), ("tiering-class-tiering", Shape::Dotted)];
/// Most lines of a bill that are named.
const MAX_LINES: usize = 6;
/// Dollars up the side at least.
const LEAST_USD: f64 = 0.02;
/// Billionths in a dollar.
const NANOS: f64 = 1e9;

/// The name of a class, by its place.
pub(super) fn class_name(view: &View<'_>, n: usize) -> String {
    view.tr(CLASSES[n % CLASSES.len()].0)
}

/// An amount as it is written.
pub(super) fn dollars(nanos: f64) -> String {
    format::usd((nanos / 1_000.0).round() as i128)
}

/// The places of the classes that have cost least, as far as written amounts tell; none before any time has passed.
pub(super) fn cheapest(data: &TieringData, n_objects: u64) -> Vec<usize> {
    let spent = data.spent(n_objects);
    let least = dollars(spent.into_iter().fold(f64::INFINITY, f64::min));
    if data.day > 0.0 { (0..spent.len()).filter(|n| dollars(spent[*n]) == least).collect() } else { Vec::new() }
}

/// The curves.
pub(super) fn chart_ui(ui: &mut Ui, view: &View<'_>, data: &TieringData, n_objects: u64, height: f32) {
    let series = CLASSES.iter().enumerate().map(|(n, (name, shape))| {
        let points = data.samples.iter().map(|sample| [sample.day, sample.nanos[n] * n_objects as f64 / NANOS]);
        let points = if data.samples.len() < 2 { Vec::new() } else { points.collect() };
        Series { name: view.tr(name), color: n, shape: *shape, points }
    });
    let chart = Chart {
        id: "tiering-cost",
        head: view.tr_with("tiering-cost-head", &[("n", n_objects.into())]),
        x_name: view.tr("tiering-days"),
        series: series.collect(),
        marks: Vec::new(),
        now: Some(data.day),
        x_format: &|day| view.tr_with("tiering-day", &[("n", (day.round() as i64).into())]),
        y_format: &|usd| dollars(usd * NANOS),
        x_range: [0.0, N_DAYS as f64],
        y_least: LEAST_USD,
        empty: view.tr("tiering-cost-empty"),
    };
    chart.ui(ui, view, height);
}

/// The sums, one line for each class; each can be asked what it is made of.
pub(super) fn sums_ui(ui: &mut Ui, view: &View<'_>, data: &TieringData, n_objects: u64) {
    let (spent, least) = (data.spent(n_objects), cheapest(data, n_objects));
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.spacing_mut().interact_size.y = ICON;
        let day = data.day.floor() as i64;
        ui.label(muted(view.tr_with("tiering-sums-head", &[("day", day.into()), ("n", n_objects.into())])));
        for (n, nanos) in spent.into_iter().enumerate() {
            let is_least = least.contains(&n);
            let line = ui.horizontal_wrapped(|ui| {
                let (rect, mark) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
                if is_least {
                    Icon::Check.paint(ui.painter(), rect, view.palette().ok);
                    mark.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.tr("tiering-least")));
                }
                let words = view.tr_with("tiering-sum", &[("class", class_name(view, n).into()), ("amount", dollars(nanos).into())]);
                ui.label(if is_least { bold(words) } else { egui::RichText::new(words) });
            });
            line.response.on_hover_text(how(view, data, n, n_objects));
        }
    });
}

/// The largest lines of a class's bill.
fn how(view: &View<'_>, data: &TieringData, n: usize, n_objects: u64) -> String {
    let mut bill = data.bills[n].clone();
    bill.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut lines = vec![view.tr_with("tiering-how", &[("n", n_objects.into())])];
    let shown = bill.iter().take(MAX_LINES);
    lines.extend(shown.map(|(usage_type, nanos)| format!("{usage_type}  {}", dollars(nanos * n_objects as f64))));
    lines.join("\n")
}
