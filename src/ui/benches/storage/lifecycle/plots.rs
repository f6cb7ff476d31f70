//! Two curves over the same months: bytes by class, stacked, and what each month cost with and without rules.

use egui::{Role, Ui, WidgetInfo};
use egui_plot::{Corner, FilledArea, Legend, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotUi};
use skylab_cloud::s3::StorageClass;

use super::data::{LifecycleData, MonthRow};
use super::figures::dollars;
use crate::{
    i18n::format,
    ui::{View, theme::heading, widgets::card},
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
        let above: Vec<f64> = below.iter().zip(&data.months).map(|(below, (_, row))| below + gigabytes(row, *class)).collect();
        let color = view.palette().series[series(*class)];
        areas.push(FilledArea::new(class.name(), &xs, &below, &above).fill_color(color).stroke(egui::Stroke::new(view.theme.line_width(), color)));
        below = above;
    }
    let words = classes.iter().map(|class| {
        let bytes = data.stored.get(class).map_or(0, |stored| stored.bytes);
        format!("{}: {}", class.name(), format::bytes_binary(bytes))
    });
    let told = words.collect::<Vec<_>>().join(", ");
    framed(ui, view, "lifecycle-bytes-head", &told, height, |ui, height| {
        let unit = view.tr("lifecycle-gigabytes");
        let shown = plot("bytes", data, height).y_axis_formatter(move |mark, _| format!("{} {unit}", format::count(mark.value as i64)));
        shown.show(ui, |plot_ui| areas.into_iter().for_each(|area| plot_ui.add(area)));
    });
}

/// What each month cost: the run, and the same run without rules.
pub(super) fn cost_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, height: f32) {
    let told = view.tr_with("lifecycle-cost-told", &[("with", dollars(data.usd.nanos()).into()), ("without", dollars(data.usd_without.nanos()).into())]);
    let (with, without) = (view.tr("lifecycle-with-rules"), view.tr("lifecycle-without-rules"));
    framed(ui, view, "lifecycle-cost-head", &told, height, |ui, height| {
        let shown = plot("cost", data, height).y_axis_formatter(|mark, _| format!("{} USD", format::count(mark.value as i64)));
        shown.show(ui, |plot_ui| {
            let dashed = LineStyle::dashed_loose();
            curve(plot_ui, view, data, &without, 1, dashed, |row| row.usd_without.to_f64());
            curve(plot_ui, view, data, &with, 0, LineStyle::Solid, |row| row.usd.to_f64());
        });
    });
}

fn curve(plot_ui: &mut PlotUi<'_>, view: &View<'_>, data: &LifecycleData, name: &str, color: usize, style: LineStyle, usd: fn(&MonthRow) -> f64) {
    let points: Vec<PlotPoint> = data.months.iter().enumerate().map(|(month, (_, row))| PlotPoint::new(month as f64, usd(row))).collect();
    let line = Line::new(name, PlotPoints::Owned(points)).color(view.palette().series[color]).width(view.theme.curve_width()).style(style);
    plot_ui.line(line);
}

/// A card with a head and a plot inside; screen readers hear what the plot shows.
fn framed(ui: &mut Ui, view: &View<'_>, head: &str, told: &str, height: f32, draw: impl FnOnce(&mut Ui, f32)) {
    let head = view.tr(head);
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.label(heading(head.as_str()));
        let left = height - ui.min_rect().height() - 2.0 * crate::ui::theme::space::BETWEEN - ui.spacing().item_spacing.y;
        let drawn = ui.scope(|ui| draw(ui, left.max(60.0))).response;
        let name = format!("{head}. {told}");
        drawn.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    });
}

fn plot<'a>(id: &'static str, data: &LifecycleData, height: f32) -> Plot<'a> {
    let first = data.months.first().map(|(month, _)| *month);
    Plot::new(id)
        .height(height)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .include_x(0.0)
        .include_x(LEAST_MONTHS)
        .include_y(0.0)
        .x_grid_spacer(egui_plot::uniform_grid_spacer(|_| [12.0, 12.0, 60.0]))
        .y_axis_min_width(72.0)
        .x_axis_formatter(move |mark, _| year_of(first, mark.value))
        .legend(Legend::default().position(Corner::LeftTop))
}

/// The calendar year that a month of the run begins, if it begins one.
fn year_of(first: Option<skylab_cloud::clock::Month>, months: f64) -> String {
    let Some(first) = first.filter(|_| months >= 0.0) else { return String::new() };
    let start = first.start().plus_months(months as u32);
    start.date().year().to_string()
}

fn gigabytes(row: &MonthRow, class: StorageClass) -> f64 {
    row.bytes.get(&class).copied().unwrap_or(0) as f64 / f64::from(1 << 30)
}

/// Each class keeps its colour in every picture.
const fn series(class: StorageClass) -> usize {
    match class {
        StorageClass::ReducedRedundancy | StorageClass::Standard => 0,
        StorageClass::StandardIa => 1,
        StorageClass::GlacierIr => 2,
        StorageClass::OnezoneIa | StorageClass::IntelligentTiering => 3,
        StorageClass::Glacier => 4,
        StorageClass::DeepArchive => 5,
    }
}
