//! Two curves over the same months: bytes by class, stacked, and what each month cost with and without rules.

use egui::{Color32, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use egui_plot::{FilledArea, GridInput, GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotUi};
use skylab_cloud::{bill::Usd, s3::StorageClass};

use super::data::{LifecycleData, MonthRow};
use super::figures::dollars;
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{heading, muted, small, space},
        widgets::card,
    },
};

/// Months shown at least, so that the first ones do not fill the whole width.
const LEAST_MONTHS: f64 = 12.0;

/// Bytes by class, averaged over each month, the dearest class on top.
pub(super) fn bytes_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, height: f32) {
    let classes = data.classes();
    let xs: Vec<f64> = (0..data.months.len()).map(|month| month as f64).collect();
    let mut below = vec![0.0; xs.len()];
    let mut areas = Vec::new();
    for class in classes.iter().rev() {
        let above: Vec<f64> = below.iter().zip(&data.months).map(|(below, (_, row))| below + bytes_of(row, *class)).collect();
        let color = view.palette().series[series(*class)];
        areas
            .push(FilledArea::new(class.name(), &xs, &below, &above).fill_color(color).stroke(Stroke::new(view.theme.line_width(), color)));
        below = above;
    }
    let key = classes.iter().map(|class| {
        let bytes = data.stored.get(class).map_or(0, |stored| stored.bytes);
        (view.palette().series[series(*class)], format!("{} {}", class.name(), format::bytes_billed(bytes)))
    });
    framed(ui, view, "lifecycle-bytes-head", &key.collect::<Vec<_>>(), height, |ui, height| {
        if data.months.len() < 2 {
            ui.vertical(|ui| ui.label(muted(view.tr("lifecycle-bytes-empty"))));
            return;
        }
        let steps: Vec<f64> = (28..48).step_by(2).map(|power| 2.0_f64.powi(power)).collect();
        let shown = plot("bytes", view, data, height).y_axis_formatter(|mark, _| format::bytes_billed(mark.value.max(0.0) as u64));
        let shown = shown.y_grid_spacer(move |input| round_marks(&input, &steps));
        shown.show(ui, |plot_ui| areas.into_iter().for_each(|area| plot_ui.add(area)));
    });
}

/// What each month cost: the run, and the same run without rules.
pub(super) fn cost_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, height: f32) {
    let [with, without] = [view.palette().series[0], view.palette().series[1]];
    let amount = |key: &str, usd: Usd| view.tr_with(key, &[("amount", dollars(usd.nanos()).into())]);
    let key = [(with, amount("lifecycle-with-rules", data.usd)), (without, amount("lifecycle-without-rules", data.usd_without))];
    framed(ui, view, "lifecycle-cost-head", &key, height, |ui, height| {
        if data.whole_months().is_empty() {
            ui.vertical(|ui| ui.label(muted(view.tr("lifecycle-cost-empty"))));
            return;
        }
        let shown = plot("cost", view, data, height).y_axis_formatter(|mark, _| axis_dollars(mark.value));
        let shown = shown.y_grid_spacer(|input| round_marks(&input, &[0.02, 0.1, 0.5, 2.0, 10.0, 50.0, 200.0, 1_000.0, 5_000.0]));
        shown.show(ui, |plot_ui| {
            curve(plot_ui, view, data, without, LineStyle::dashed_loose(), |row| row.usd_without.to_f64());
            curve(plot_ui, view, data, with, LineStyle::Solid, |row| row.usd.to_f64());
        });
    });
}

fn curve(plot_ui: &mut PlotUi<'_>, view: &View<'_>, data: &LifecycleData, color: Color32, style: LineStyle, usd: fn(&MonthRow) -> f64) {
    let points = data.whole_months().iter().enumerate().map(|(month, (_, row))| PlotPoint::new(month as f64, usd(row)));
    let line = Line::new("", PlotPoints::Owned(points.collect())).color(color).width(view.theme.curve_width()).style(style);
    plot_ui.line(line);
}

/// At most five marks: the finest of the steps that needs no more, doubled as often as it takes.
fn round_marks(input: &GridInput, steps: &[f64]) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    let mut step = steps.iter().copied().find(|step| (to - from) / step <= 5.0).or(steps.last().copied()).unwrap_or(1.0);
    while (to - from) / step > 5.0 {
        step *= 2.0;
    }
    let first = (from / step).ceil() as i64;
    let last = (to / step).floor() as i64;
    (first..=last).map(|n| GridMark { value: n as f64 * step, step_size: step }).collect()
}

/// A card with a head, a key and a plot; screen readers hear head and key.
fn framed(ui: &mut Ui, view: &View<'_>, head: &str, key: &[(Color32, String)], height: f32, draw: impl FnOnce(&mut Ui, f32)) {
    let head = view.tr(head);
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let top = ui.cursor().top();
        ui.label(heading(head.as_str()));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::GRID;
            for (color, words) in key {
                key_ui(ui, *color, words);
            }
        });
        let used = ui.cursor().top() - top;
        let left = (height - used - 2.0 * space::BETWEEN).max(60.0);
        let drawn = ui.scope(|ui| {
            ui.set_min_height(left);
            draw(ui, left);
        });
        let drawn = drawn.response;
        let told = key.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(", ");
        drawn.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("{head}: {told}")));
    });
}

/// A colour and its words, kept together on one line.
fn key_ui(ui: &mut Ui, color: Color32, words: &str) {
    let text =
        egui::WidgetText::from(small(words)).into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::TextStyle::Small);
    let width = space::BETWEEN + space::GRID + text.size().x;
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(space::BETWEEN), Sense::hover());
    ui.painter().rect_filled(rect, 2.0, color);
    ui.label(text);
    ui.add_space(space::BETWEEN);
}

fn plot<'a>(id: &'static str, view: &View<'_>, data: &LifecycleData, height: f32) -> Plot<'a> {
    let first = data.months.first().map(|(month, _)| *month);
    Plot::new(id)
        .height(height)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .grid_color(view.palette().line)
        .show_x(false)
        .show_y(false)
        .include_x(0.0)
        .include_x(LEAST_MONTHS)
        .include_y(0.0)
        .include_y(0.02)
        .x_grid_spacer(|input| round_marks(&input, &[12.0, 24.0, 60.0]))
        .y_axis_min_width(64.0)
        .x_axis_formatter(move |mark, _| year_of(first, mark.value))
}

/// The calendar year that a month of the run begins, if it begins one.
fn year_of(first: Option<skylab_cloud::clock::Month>, months: f64) -> String {
    let Some(first) = first.filter(|_| months >= 0.0) else { return String::new() };
    let start = first.start().plus_months(months as u32);
    start.date().year().to_string()
}

/// Whole dollars, or cents where the axis is short.
fn axis_dollars(usd: f64) -> String {
    if usd.fract() == 0.0 { format!("{} USD", format::count(usd as i64)) } else { format!("{} USD", format::decimal(usd, 2)) }
}

fn bytes_of(row: &MonthRow, class: StorageClass) -> f64 {
    row.bytes.get(&class).copied().unwrap_or(0) as f64
}

/// Each class keeps its colour in every picture.
const fn series(class: StorageClass) -> usize {
    match class {
        StorageClass::ReducedRedundancy | StorageClass::Standard => 0,
        StorageClass::StandardIa => 1,
        StorageClass::GlacierIr => 2,
        StorageClass::Glacier => 3,
        StorageClass::DeepArchive => 4,
        StorageClass::OnezoneIa | StorageClass::IntelligentTiering => 5,
    }
}
