//! Two charts over the same months: bytes by class, stacked, and what each month cost with and without rules. It computes nothing.

use egui::Ui;
use skylab_cloud::{bill::Usd, clock::Month, s3::StorageClass};

use super::data::{LifecycleData, MonthRow};
use super::figures::dollars;
use crate::{
    i18n::format,
    ui::{
        View,
        widgets::chart::{Chart, Series, Shape},
    },
};

/// Months shown at least, so that the first ones do not fill the whole width.
const LEAST_MONTHS: f64 = 12.0;
/// The steps of the marks along the foot, in months.
const MONTH_STEPS: &[f64] = &[2.0, 3.0, 6.0, 12.0, 24.0, 60.0];
/// The greatest cost shown at least, in dollars, so that nothing at all does not look like a mountain.
const LEAST_USD: f64 = 0.05;

/// Bytes by class, averaged over each month, the dearest class on top.
pub(super) fn bytes_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, height: f32) {
    // with one month alone there is no line to draw yet
    let months = if data.months.len() < 2 { &[] } else { data.months.as_slice() };
    let unit = unit_of(months);
    let series = data.classes().into_iter().rev().map(|class| {
        let now = data.stored.get(&class).map_or(0, |stored| stored.bytes);
        Series {
            name: format!("{} {}", class.name(), format::bytes_billed(now)),
            color: color(class),
            shape: Shape::Stacked,
            points: points(months, |row| row.bytes.get(&class).copied().unwrap_or(0) as f64 / unit),
        }
    });
    let series = series.collect();
    let y_format = |value: f64| format::bytes_billed((value.max(0.0) * unit).round() as u64);
    let empty = view.tr("lifecycle-bytes-empty");
    chart_ui(ui, view, data, ("lifecycle-bytes", view.tr("lifecycle-bytes-head"), empty), (series, &y_format, 1.0), height);
}

/// What each month cost: the run, and the same run without rules.
pub(super) fn cost_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, height: f32) {
    let months = data.whole_months();
    let amount = |key: &str, usd: Usd| view.tr_with(key, &[("amount", dollars(usd.nanos()).into())]);
    let series = vec![
        Series {
            name: amount("lifecycle-with-rules", data.usd),
            color: 0,
            shape: Shape::Line,
            points: points(months, |row| row.usd.to_f64()),
        },
        Series {
            name: amount("lifecycle-without-rules", data.usd_without),
            color: 1,
            shape: Shape::Dashed,
            points: points(months, |row| row.usd_without.to_f64()),
        },
    ];
    let empty = view.tr("lifecycle-cost-empty");
    chart_ui(ui, view, data, ("lifecycle-cost", view.tr("lifecycle-cost-head"), empty), (series, &axis_dollars, LEAST_USD), height);
}

/// A chart by month; `words` are its id, its head and what it says while it is empty.
fn chart_ui(
    ui: &mut Ui,
    view: &View<'_>,
    data: &LifecycleData,
    words: (&str, String, String),
    (series, y_format, y_least): (Vec<Series>, &dyn Fn(f64) -> String, f64),
    height: f32,
) {
    let first = data.months.first().map(|(month, _)| *month);
    let (id, head, empty) = words;
    let chart = Chart {
        id,
        head,
        x_name: view.tr("lifecycle-months"),
        series,
        marks: Vec::new(),
        now: None,
        x_format: &|months| month_name(first, months),
        y_format,
        x_range: [0.0, LEAST_MONTHS],
        y_least,
        empty,
    };
    chart.ui_in_steps(ui, view, height, MONTH_STEPS);
}

fn points(months: &[(Month, MonthRow)], value: impl Fn(&MonthRow) -> f64) -> Vec<[f64; 2]> {
    months.iter().enumerate().map(|(n, (_, row))| [n as f64, value(row)]).collect()
}

/// The largest unit that the fullest month reaches, so that round marks are round in it.
fn unit_of(months: &[(Month, MonthRow)]) -> f64 {
    let most = months.iter().map(|(_, row)| row.bytes.values().sum::<u64>()).max().unwrap_or(0);
    [40, 30, 20].into_iter().map(|power| 1_u64 << power).find(|unit| most >= *unit).unwrap_or(1) as f64
}

/// `2026-03`, the month that so many whole ones lie before.
fn month_name(first: Option<Month>, months: f64) -> String {
    let Some(first) = first.filter(|_| months >= 0.0) else { return String::new() };
    let date = format::date(first.start().plus_months(months as u32).millis().div_euclid(1_000));
    date.rsplit_once('-').map_or(String::new(), |(month, _)| month.to_owned())
}

/// Whole dollars, or cents where there are some.
fn axis_dollars(usd: f64) -> String {
    if usd.fract() == 0.0 { format!("{} USD", format::count(usd as i64)) } else { format!("{} USD", format::decimal(usd, 2)) }
}

/// Each class keeps its colour in every picture.
const fn color(class: StorageClass) -> usize {
    match class {
        StorageClass::ReducedRedundancy | StorageClass::Standard => 0,
        StorageClass::StandardIa => 1,
        StorageClass::GlacierIr => 2,
        StorageClass::Glacier => 3,
        StorageClass::DeepArchive => 4,
        StorageClass::OnezoneIa | StorageClass::IntelligentTiering => 5,
    }
}
