//! What goes with the two ways: speed against round trip, with both of them marked, and what happened.

use egui::Ui;

use super::{
    race::{Last, Race, Way},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, space},
        widgets::{
            card,
            chart::{Chart, Mark, Series, Shape},
        },
    },
};

/// The height within which the chart follows the room.
pub(super) const CHART: [f32; 2] = [170.0, 420.0];
/// The longest round trip of the curve, in milliseconds, and its steps.
const LONGEST_MS: u32 = 320;
const STEP_MS: usize = 4;

/// MB a second against the round trip; empty until the race.
pub(super) fn chart_ui(ui: &mut Ui, view: &View<'_>, race: &Race, height: f32) {
    let mb = |rtt_ms: f64| race.rate_at(rtt_ms) / 1e6;
    let is_run = race.last == Last::Raced;
    let series = if is_run {
        let points = (STEP_MS as u32..=LONGEST_MS).step_by(STEP_MS).map(|rtt| [f64::from(rtt), mb(f64::from(rtt))]).collect();
        vec![Series { name: view.tr("acceleration-chart-line"), color: 0, shape: Shape::Line, points }]
    } else {
        Vec::new()
    };
    let mark = |way: Way, name: &str| {
        let rtt = f64::from(race.rtt_ms(way));
        Mark { at: [rtt, mb(rtt)], name: view.tr(name) }
    };
    let marks =
        if is_run { vec![mark(Way::Edge, "acceleration-chart-edge"), mark(Way::Direct, "acceleration-chart-direct")] } else { Vec::new() };
    let chart = Chart {
        id: "acceleration-rate",
        head: view.tr("acceleration-chart-head"),
        x_name: view.tr("acceleration-rtt"),
        now: is_run.then(|| f64::from(race.rtt_ms(Way::Direct))),
        series,
        marks,
        x_format: &|rtt| format!("{}\u{a0}ms", format::decimal(rtt, 0)),
        y_format: &|mb| format::decimal(mb, usize::from(mb > 0.0 && mb < 10.0)),
        x_range: [0.0, f64::from(LONGEST_MS)],
        y_least: 1.0,
        empty: view.tr("acceleration-chart-empty"),
    };
    chart.ui(ui, view, height);
}

/// One sentence on what was done last, with the rule that acted.
pub(super) fn happened_ui(ui: &mut Ui, view: &View<'_>, race: &Race) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("acceleration-happened")));
        ui.label(story::happened(view, race));
    });
}
