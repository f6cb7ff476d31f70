//! The bill: what the sandbox in front costs, by service and line, by month, and what the last act changed. It measures nothing:
//! usage and prices are the cloud's.

mod cards;
mod data;
mod meaning;
mod money;
mod table;

use egui::{Align, ComboBox, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};
use skylab_cloud::clock::Month;

use crate::i18n::format;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{muted, space, title};
use crate::ui::widgets::chart::{Chart, Mark, Series, Shape};
use crate::ui::widgets::{Icon, card, reading, text_button, toggle};
use crate::ui::{Panel, View, panel_name};
use data::{BillData, Period};

/// From this width on, the chart stands beside the lines.
const BESIDE_WIDTH: f32 = 1_180.0;
/// The chart's share of the width.
const CHART_SHARE: f32 = 0.36;
const CHART_HEIGHT: f32 = 280.0;
/// The list of months opens this far before it scrolls.
const MONTHS_HEIGHT: f32 = 280.0;
/// Months shown at least, so that the first ones do not fill the whole width.
const LEAST_MONTHS: f64 = 5.5;
/// Room along the foot, in shares of the months.
const MONTHS_ROOM: f64 = 1.06;

/// See the module.
#[derive(Default)]
pub(super) struct Bill {
    period: Period,
}

impl Panel for Bill {
    fn id(&self) -> &'static str {
        "bill"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let mut data = BillData::of(&view.stage, self.period);
        if let Period::Month(month) = self.period
            && !data.months.iter().any(|(known, _)| *known == month)
        {
            self.period = Period::default(); // another sandbox, or a month that was taken back
            data = BillData::of(&view.stage, self.period);
        }
        reading(ui, ScrollArea::vertical().auto_shrink(false), f32::INFINITY, &view.tr("bill-read"), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(title(panel_name(view.lang, "bill")));
                if let Some((bench, _)) = view.stage.of_bench {
                    ui.label(muted(view.tr_with("bill-of", &[("bench", panel_name(view.lang, bench).into())])));
                }
            });
            if data.is_empty() {
                empty_ui(ui, view, actions);
                return;
            }
            cards::ui(ui, view, &data);
            ui.add_space(space::INSIDE);
            self.period_ui(ui, view, &data);
            lines_and_chart_ui(ui, view, &data);
            ui.add_space(space::INSIDE);
            foot_ui(ui, view, &data);
        });
    }

    fn shows_stage(&self) -> bool {
        true
    }
}

impl Bill {
    /// All of the run, one of its months, or a month at the present level.
    fn period_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &BillData) {
        ui.horizontal_wrapped(|ui| {
            for (period, key, hint) in
                [(Period::Run, "bill-period-run", "bill-period-run-hint"), (Period::Level, "bill-period-level", "bill-period-level-hint")]
            {
                if toggle(ui, &view.tr(key), self.period == period).on_hover_text(view.tr(hint)).clicked() {
                    self.period = period;
                }
            }
            let month = if let Period::Month(month) = self.period { Some(month) } else { None };
            let shown = month.map_or_else(|| view.tr("bill-period-month"), |month| month.to_string());
            let choice = ComboBox::from_id_salt("month").selected_text(shown.as_str()).height(MONTHS_HEIGHT);
            let choice = choice.show_ui(ui, |ui| {
                for (month, _) in data.months.iter().rev() {
                    ui.selectable_value(&mut self.period, Period::Month(*month), month.to_string());
                }
            });
            choice.response.widget_info(|| {
                WidgetInfo::labeled(Role::ComboBox, true, view.tr_with("bill-month-chosen", &[("month", shown.as_str().into())]))
            });
        });
    }
}

/// The lines and the curve, side by side where there is room.
fn lines_and_chart_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    let width = ui.available_width();
    if width < BESIDE_WIDTH {
        table::ui(ui, view, data);
        ui.add_space(space::INSIDE);
        chart_ui(ui, view, data);
        return;
    }
    let chart = width * CHART_SHARE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::BETWEEN;
        let down = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(width - chart - space::BETWEEN, 0.0), down, |ui| table::ui(ui, view, data));
        ui.allocate_ui_with_layout(vec2(chart, 0.0), down, |ui| chart_ui(ui, view, data));
    });
}

/// What each month cost that is over: only those have their whole cost.
fn chart_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    let whole = data.months.iter().take_while(|(month, _)| month.next().start() <= data.now);
    let points: Vec<[f64; 2]> = whole.enumerate().map(|(n, (_, usd))| [n as f64, usd.to_f64()]).collect();
    let first = data.months.first().map(|(month, _)| *month);
    let most = points.iter().map(|[_, usd]| *usd).fold(0.0, f64::max);
    let only = |points: &[[f64; 2]]| if let [at] = points { Some(Mark { at: *at, name: view.tr("bill-cost") }) } else { None };
    let digits = match most {
        most if most >= 10.0 => 0,
        most if most >= 0.05 => 2,
        _ => 6,
    };
    let chart = Chart {
        id: "bill-months",
        head: view.tr("bill-by-month"),
        x_name: view.tr("bill-month"),
        marks: only(&points).into_iter().collect(),
        now: None,
        x_format: &|n| month_at(first, n),
        y_format: &|usd| format!("{} USD", format::decimal(usd, digits)),
        // a little more than the months, so that the last name has room
        x_range: [0.0, (points.len() as f64 * MONTHS_ROOM).max(LEAST_MONTHS)],
        y_least: if most > 0.0 { most } else { 0.01 },
        empty: view.tr("bill-by-month-empty"),
        series: vec![Series { name: view.tr("bill-cost"), color: 0, shape: Shape::Line, points }],
    };
    chart.ui(ui, view, CHART_HEIGHT);
}

/// The month that lies so many after the first.
fn month_at(first: Option<Month>, n: f64) -> String {
    let Some(first) = first.filter(|_| n >= 0.0 && n.fract() == 0.0) else { return String::new() };
    first.start().plus_months(n as u32).month().to_string()
}

/// Where prices come from, what is estimated, what is left out.
fn foot_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    ui.spacing_mut().item_spacing.y = space::GRID;
    for (region, date) in &data.prices {
        ui.label(muted(view.tr_with("bill-prices", &[("region", region.name().into()), ("date", (*date).into())])));
    }
    for region in &data.regions_without_prices {
        ui.label(muted(view.tr_with("bill-no-prices", &[("region", region.name().into())])));
    }
    if data.has_estimates {
        ui.label(muted(view.tr("bill-estimated-why")));
    }
    if let Some(rate) = money::Won::of(view) {
        ui.label(muted(rate.told(view)));
    }
    ui.label(muted(view.tr("bill-leaves-out")));
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.label(view.tr("bill-empty"));
        let terminal = text_button(ui, Icon::Terminal, &view.tr("open-terminal"), true);
        actions.when(terminal.clicked(), Action::Open("terminal".to_owned()));
    });
}
