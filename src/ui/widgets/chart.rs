//! A chart of curves with its key and its numbers as a table: one look for every bench, and nothing that only eyes can read.

use egui::{Color32, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};
use egui_plot::{AxisHints, FilledArea, GridInput, GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints, Points, VLine};

use super::{Icon, card, icon_toggle};
use crate::ui::View;
use crate::ui::theme::{code, heading, muted, small, space};

/// Writes a number of an axis.
pub type Format<'a> = &'a dyn Fn(f64) -> String;

/// Most rows that the table shows.
const MAX_ROWS: usize = 200;
/// The transparency of a filled area's ground is left to the look; its outline is whole.
const KEY_LINE: Vec2 = vec2(18.0, 12.0);
/// The least width of the numbers up the side, and the width that a number along the foot is given at least.
const AXIS_WIDTH: f32 = 56.0;
const LEAST_LABEL: f32 = 36.0;

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A whole line.
    Line,
    /// A line of dashes, to be told from a whole one without colour.
    Dashed,
    /// A line of dots.
    Dotted,
    /// Steps are given by the points themselves; the area below is filled.
    Area,
    /// Areas upon one another, the first at the bottom; the points are each area's own height.
    Stacked,
}

/// One curve.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name in the key and in the table.
    pub name: String,
    /// Which of the six colours, counted from 0.
    pub color: usize,
    /// How it is drawn.
    pub shape: Shape,
    /// Its points from left to right.
    pub points: Vec<[f64; 2]>,
}

/// A point worth naming, such as where two curves cross.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where.
    pub at: [f64; 2],
    /// What it is, for key and table.
    pub name: String,
}

/// A chart.
pub struct Chart<'a> {
    /// Unlike any other on the screen.
    pub id: &'a str,
    /// Its head.
    pub head: String,
    /// What runs along its foot, for the table and screen readers.
    pub x_name: String,
    /// Its curves.
    pub series: Vec<Series>,
    /// Points worth naming.
    pub marks: Vec<Mark>,
    /// A moment to point at, such as now.
    pub now: Option<f64>,
    /// Writes the numbers along the foot.
    pub x_format: Format<'a>,
    /// Writes the numbers up the side.
    pub y_format: Format<'a>,
    /// What is shown at least along the foot.
    pub x_range: [f64; 2],
    /// The greatest value shown at least up the side.
    pub y_least: f64,
    /// What to say while there is no point to draw.
    pub empty: String,
}

impl Chart<'_> {
    /// Draws it in a card of that height.
    pub fn ui(&self, ui: &mut Ui, view: &View<'_>, height: f32) {
        self.ui_in_steps(ui, view, height, &[]);
    }

    /// The same with marks along the foot at one of these steps, the finest that leaves few enough of them; for what is not
    /// counted in tens, such as months.
    pub fn ui_in_steps(&self, ui: &mut Ui, view: &View<'_>, height: f32, x_steps: &[f64]) {
        self.drawn_ui(ui, view, height, x_steps, |ui| _ = ui.add(egui::Label::new(heading(self.head.as_str())).wrap()));
    }

    /// The same with something else in the head's place, such as the choice between this chart and others.
    pub fn ui_under(&self, ui: &mut Ui, view: &View<'_>, height: f32, head: impl FnOnce(&mut Ui)) {
        self.drawn_ui(ui, view, height, &[], head);
    }

    fn drawn_ui(&self, ui: &mut Ui, view: &View<'_>, height: f32, x_steps: &[f64], head: impl FnOnce(&mut Ui)) {
        let id = ui.scope_id().with(("as-table", self.id));
        let mut as_table = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::GRID;
            let top = ui.cursor().top();
            ui.horizontal(|ui| {
                let room = ui.available_width() - crate::ui::theme::TARGET - 2.0 * space::INSIDE;
                ui.scope(|ui| {
                    ui.set_max_width(room);
                    head(ui);
                });
                if !view.presents() && icon_toggle(ui, Icon::Table, &view.tr("chart-as-table"), as_table).clicked() {
                    as_table = !as_table;
                    ui.data_mut(|data| data.insert_temp(id, as_table));
                }
            });
            self.key_ui(ui, view);
            let left = (height - (ui.cursor().top() - top) - 2.0 * space::BETWEEN).max(60.0);
            let drawn = ui.scope(|ui| {
                ui.set_min_height(left);
                if self.series.iter().all(|series| series.points.is_empty()) {
                    ui.label(muted(self.empty.as_str()));
                } else if as_table {
                    self.table_ui(ui, left);
                } else {
                    self.plot_ui(ui, view, left, x_steps);
                }
            });
            let told = self.told();
            drawn.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
        });
    }

    /// The chart in words: its head, and where each curve ends.
    fn told(&self) -> String {
        let ends = self.series.iter().filter_map(|series| {
            let [x, y] = series.points.last()?;
            Some(format!("{} {} ({} {})", series.name, (self.y_format)(*y), self.x_name, (self.x_format)(*x)))
        });
        let marks = self.marks.iter().map(|mark| format!("{} {}", mark.name, (self.x_format)(mark.at[0])));
        format!("{}: {}", self.head, ends.chain(marks).collect::<Vec<_>>().join(", "))
    }

    fn key_ui(&self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::GRID;
            for series in &self.series {
                let text = egui::WidgetText::from(small(series.name.as_str()));
                let text = text.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::TextStyle::Small);
                if ui.available_size_before_wrap().x < KEY_LINE.x + space::GRID + text.size().x {
                    ui.end_row();
                }
                let (rect, _) = ui.allocate_exact_size(KEY_LINE, Sense::hover());
                key_line(ui, view, rect, color(view, series.color), series.shape);
                ui.label(text);
                ui.add_space(space::INSIDE);
            }
        });
    }

    fn plot_ui(&self, ui: &mut Ui, view: &View<'_>, height: f32, x_steps: &[f64]) {
        let (x_format, y_format) = (self.x_format, self.y_format);
        let [most_x, most_y] = self.most_marks(ui, height);
        let font = egui::TextStyle::Small.resolve(ui.style());
        // a number that has room is written in full strength
        let always = egui::Rangef::new(1.0, 2.0);
        let axis =
            |axis: AxisHints<'static>| axis.label_spacing(always).tick_label_font(font.clone()).tick_label_color(view.palette().text);
        Plot::new(self.id)
            .custom_x_axes(vec![axis(AxisHints::new_x())])
            .custom_y_axes(vec![axis(AxisHints::new_y())])
            .height(height)
            // there is nothing to do here for a pointer or the keyboard
            .sense(Sense::hover())
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .grid_color(view.palette().line)
            .show_x(false)
            .show_y(false)
            .include_x(self.x_range[0])
            .include_x(self.x_range[1])
            .include_y(0.0)
            .include_y(self.y_least)
            .x_grid_spacer(|input| if x_steps.is_empty() { round_marks(&input, most_x) } else { step_marks(&input, most_x, x_steps) })
            .y_grid_spacer(|input| round_marks(&input, most_y))
            .y_axis_min_width(AXIS_WIDTH)
            .x_axis_formatter(move |mark, _| x_format(mark.value))
            .y_axis_formatter(move |mark, _| y_format(mark.value))
            .show(ui, |plot| {
                let mut floor = Vec::new();
                for series in &self.series {
                    if series.shape == Shape::Stacked {
                        floor = draw_stacked(plot, view, series, &floor);
                    } else {
                        draw_series(plot, view, series);
                    }
                }
                if let Some(now) = self.now {
                    plot.vline(VLine::new("", now).color(view.palette().muted).width(view.theme.line_width()));
                }
                for mark in &self.marks {
                    let point = Points::new("", vec![mark.at]).radius(2.5 * view.theme.curve_width()).color(view.palette().text);
                    plot.points(point);
                }
            });
    }

    /// How many marks each axis has room for, so that every one of them can have its number written.
    fn most_marks(&self, ui: &Ui, height: f32) -> [f64; 2] {
        let font = egui::TextStyle::Small.resolve(ui.style());
        let width = |x: f64| ui.painter().layout_no_wrap((self.x_format)(x), font.clone(), Color32::PLACEHOLDER).size().x;
        let widest = self.x_range.map(width).into_iter().fold(LEAST_LABEL, f32::max) + space::BETWEEN;
        let line = ui.text_style_height(&egui::TextStyle::Small);
        let x = (ui.available_width() - AXIS_WIDTH) / widest;
        let y = (height - 2.0 * line) / (1.5 * line);
        [f64::from(x.clamp(1.0, 6.0)), f64::from(y.clamp(1.0, 5.0))]
    }

    /// The same numbers in words, for those who read tables better than curves.
    fn table_ui(&self, ui: &mut Ui, height: f32) {
        let longest = self.series.iter().max_by_key(|series| series.points.len());
        let Some(longest) = longest else { return };
        let every = longest.points.len().div_ceil(MAX_ROWS).max(1);
        ScrollArea::both().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
            egui::Grid::new(("table", self.id)).striped(true).spacing([space::GROUP, space::GRID]).show(ui, |ui| {
                ui.label(muted(self.x_name.as_str()));
                self.series.iter().for_each(|series| _ = ui.label(muted(series.name.as_str())));
                ui.end_row();
                for (n, [x, _]) in longest.points.iter().enumerate().step_by(every) {
                    ui.label(code((self.x_format)(*x)));
                    for series in &self.series {
                        let value = series.points.get(n).map(|[_, y]| (self.y_format)(*y));
                        ui.label(code(value.unwrap_or_default()));
                    }
                    ui.end_row();
                }
                for mark in &self.marks {
                    ui.label(code((self.x_format)(mark.at[0])));
                    ui.label(mark.name.as_str());
                    ui.end_row();
                }
            });
        });
    }
}

fn color(view: &View<'_>, n: usize) -> Color32 {
    let series = &view.palette().series;
    series[n % series.len()]
}

fn line_style(shape: Shape) -> LineStyle {
    match shape {
        Shape::Line | Shape::Area | Shape::Stacked => LineStyle::Solid,
        Shape::Dashed => LineStyle::dashed_loose(),
        Shape::Dotted => LineStyle::dotted_dense(),
    }
}

fn draw_series(plot: &mut egui_plot::PlotUi<'_>, view: &View<'_>, series: &Series) {
    let color = color(view, series.color);
    if series.shape == Shape::Area {
        let (xs, ys): (Vec<f64>, Vec<f64>) = series.points.iter().map(|[x, y]| (*x, *y)).unzip();
        let floor = vec![0.0; xs.len()];
        let stroke = Stroke::new(view.theme.line_width(), color);
        plot.add(FilledArea::new(series.name.as_str(), &xs, &floor, &ys).fill_color(color.gamma_multiply(0.35)).stroke(stroke));
    }
    let points = series.points.iter().map(|[x, y]| PlotPoint::new(*x, *y)).collect();
    let line = Line::new("", PlotPoints::Owned(points)).color(color).width(view.theme.curve_width());
    // two points above one another are a step here, and no band to be filled
    plot.line(line.style(line_style(series.shape)).allow_band(false));
}

/// Draws an area upon the ones before, and gives the heights that the next one stands on.
fn draw_stacked(plot: &mut egui_plot::PlotUi<'_>, view: &View<'_>, series: &Series, floor: &[f64]) -> Vec<f64> {
    let color = color(view, series.color);
    let floor: Vec<f64> = (0..series.points.len()).map(|n| floor.get(n).copied().unwrap_or(0.0)).collect();
    let (xs, tops): (Vec<f64>, Vec<f64>) = series.points.iter().zip(&floor).map(|([x, y], floor)| (*x, floor + y)).unzip();
    let stroke = Stroke::new(view.theme.line_width(), color);
    plot.add(FilledArea::new(series.name.as_str(), &xs, &floor, &tops).fill_color(color).stroke(stroke));
    tops
}

/// A short piece of the curve itself, so that the key shows dashes as dashes.
fn key_line(ui: &Ui, view: &View<'_>, rect: egui::Rect, color: Color32, shape: Shape) {
    let stroke = Stroke::new(view.theme.curve_width(), color);
    let ends = [rect.left_center(), rect.right_center()];
    match shape {
        Shape::Line => _ = ui.painter().line_segment(ends, stroke),
        Shape::Dashed => ui.painter().extend(egui::Shape::dashed_line(&ends, stroke, 5.0, 3.0)),
        Shape::Dotted => ui.painter().extend(egui::Shape::dotted_line(&ends, color, 4.0, 1.5)),
        Shape::Area | Shape::Stacked => _ = ui.painter().rect_filled(rect.shrink2(vec2(2.0, 1.0)), 2.0, color),
    }
}

/// At most `most` round numbers: 1, 2 or 5 times a power of ten.
fn round_marks(input: &GridInput, most: f64) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    let span = (to - from).max(f64::MIN_POSITIVE);
    let mut step = 10_f64.powi((span / most).log10().floor() as i32);
    while span / step > most {
        step *= if (span / (step * 2.0)) <= most {
            2.0
        } else if (span / (step * 5.0)) <= most {
            5.0
        } else {
            10.0
        };
    }
    marks_at(step, (from, to))
}

/// At most `most` marks at the finest of these steps, or at the last one doubled as often as it takes.
fn step_marks(input: &GridInput, most: f64, steps: &[f64]) -> Vec<GridMark> {
    let (from, to) = input.bounds;
    let few = |step: f64| (to - from) / step <= most;
    let mut step = steps.iter().copied().find(|step| few(*step)).or(steps.last().copied()).unwrap_or(1.0);
    while !few(step) {
        step *= 2.0;
    }
    marks_at(step, (from, to))
}

fn marks_at(step: f64, (from, to): (f64, f64)) -> Vec<GridMark> {
    let (first, last) = ((from / step).ceil() as i64, (to / step).floor() as i64);
    (first..=last).map(|n| GridMark { value: n as f64 * step, step_size: step }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_marked_in_steps_that_years_are_made_of() {
        let marks = |to: f64| {
            let input = GridInput { bounds: (-0.5, to), base_step_size: 1.0 };
            step_marks(&input, 6.0, &[1.0, 2.0, 3.0, 6.0, 12.0]).iter().map(|mark| mark.value).collect::<Vec<_>>()
        };
        assert_eq!(marks(11.0), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(marks(60.0), [0.0, 12.0, 24.0, 36.0, 48.0, 60.0]);
        assert_eq!(marks(120.0), [0.0, 24.0, 48.0, 72.0, 96.0, 120.0]);
    }
}
