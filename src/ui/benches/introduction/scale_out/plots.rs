//! Two charts: what is left after failures, for designs of equal capacity, and what can be served while the group doubles. They show
//! nothing before the learner has made it happen once.

use egui::Ui;

use super::{
    model::{Design, RESTART_MINUTES, SIZES, Tier},
    story,
};
use crate::ui::{
    View,
    widgets::chart::{Chart, Series, Shape},
};

/// Failures that the chart looks at.
const FAILURES: u32 = 3;
/// Minutes before and after the change.
const BEFORE_MINUTES: f64 = 1.0;
const AFTER_MINUTES: f64 = 2.0;

/// Capacity left after each number of failures: the present design, the same in one machine or in several, and the load.
pub(super) fn failures_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, height: f32) {
    let series = if tier.failure.is_some() { failures(view, tier) } else { Vec::new() };
    let chart = Chart {
        id: "scale-out-failures",
        head: view.tr("scale-out-failures-head"),
        x_name: view.tr("scale-out-failures-x"),
        series,
        marks: Vec::new(),
        now: tier.failure.map(|_| f64::from(tier.broken.len() as u32).min(f64::from(FAILURES))),
        x_format: &whole,
        y_format: &whole,
        x_range: [0.0, f64::from(FAILURES)],
        y_least: f64::from(tier.load.max(tier.total())) * 1.05,
        empty: view.tr("scale-out-failures-empty"),
    };
    chart.ui(ui, view, height);
}

/// Capacity in the minutes around a doubling: every machine grown in turn, or as many added.
pub(super) fn growth_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, height: f32) {
    let series = if tier.growth.is_some() { growth(view, tier) } else { Vec::new() };
    let minutes = f64::from(tier.n * RESTART_MINUTES) + AFTER_MINUTES;
    let chart = Chart {
        id: "scale-out-growth",
        head: view.tr("scale-out-growth-head"),
        x_name: view.tr("scale-out-growth-x"),
        series,
        marks: Vec::new(),
        now: None,
        x_format: &|minute| view.tr_with("scale-out-minutes", &[("n", whole(minute).into())]),
        y_format: &whole,
        x_range: [-BEFORE_MINUTES, minutes],
        y_least: f64::from(tier.load.max(2 * tier.total())) * 1.05,
        empty: view.tr("scale-out-growth-empty"),
    };
    chart.ui(ui, view, height);
}

fn failures(view: &View<'_>, tier: &Tier) -> Vec<Series> {
    let line = |design: Design| (0..=FAILURES).map(|n| [f64::from(n), f64::from(design.after(n))]).collect();
    let other = if tier.n == 1 { tier.split() } else { tier.gathered() };
    let drawn = |design: Design, color, shape| Series { name: story::design(view, design), color, shape, points: line(design) };
    let mut series = vec![drawn(tier.design(), 0, Shape::Line)];
    series.extend(other.filter(|other| *other != tier.design()).map(|other| drawn(other, 1, Shape::Dashed)));
    series.push(load(view, tier, 0.0, f64::from(FAILURES)));
    series
}

fn growth(view: &View<'_>, tier: &Tier) -> Vec<Series> {
    let end = f64::from(tier.n * RESTART_MINUTES) + AFTER_MINUTES;
    let mut series = Vec::new();
    if tier.size + 1 < SIZES.len() {
        let grown = Design { size: tier.size + 1, ..tier.design() };
        let name = view.tr_with("scale-out-growth-up", &[("design", story::design(view, grown).into())]);
        series.push(Series { name, color: 1, shape: Shape::Dashed, points: grown_in_turn(tier.design(), end) });
    }
    let more = Design { n: tier.n * 2, ..tier.design() };
    let name = view.tr_with("scale-out-growth-out", &[("design", story::design(view, more).into())]);
    let ready = f64::from(RESTART_MINUTES);
    let (now, then) = (f64::from(tier.total()), f64::from(more.after(0)));
    let points = vec![[-BEFORE_MINUTES, now], [ready, now], [ready, then], [end, then]];
    series.push(Series { name, color: 0, shape: Shape::Line, points });
    series.push(load(view, tier, -BEFORE_MINUTES, end));
    series
}

/// Each machine is away for its restart, one after another, and comes back twice as large.
fn grown_in_turn(design: Design, end: f64) -> Vec<[f64; 2]> {
    let unit = f64::from(design.after(0)) / f64::from(design.n);
    let mut points = vec![[-BEFORE_MINUTES, f64::from(design.after(0))], [0.0, f64::from(design.after(0))]];
    for done in 0..design.n {
        let away = unit * f64::from(design.n - 1 + done);
        let (from, to) = (f64::from(done * RESTART_MINUTES), f64::from((done + 1) * RESTART_MINUTES));
        points.extend([[from, away], [to, away]]);
    }
    let grown = 2.0 * f64::from(design.after(0));
    points.extend([[f64::from(design.n * RESTART_MINUTES), grown], [end, grown]]);
    points
}

fn load(view: &View<'_>, tier: &Tier, from: f64, to: f64) -> Series {
    let rps = f64::from(tier.load);
    Series { name: view.tr("scale-out-load-line"), color: 3, shape: Shape::Dotted, points: vec![[from, rps], [to, rps]] }
}

/// Whole numbers alone; marks between them stay unwritten.
fn whole(value: f64) -> String {
    if (value - value.round()).abs() < 1e-6 { crate::i18n::format::count(value.round() as i64) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_machine_that_grows_serves_nothing_meanwhile_and_several_never_stop() {
        let least = |n, size| grown_in_turn(Design { n, size }, 99.0).into_iter().map(|[_, rps]| rps as u32).min();
        assert_eq!(least(1, 4), Some(0));
        assert_eq!(least(4, 0), Some(300));
        assert_eq!(grown_in_turn(Design { n: 4, size: 0 }, 99.0).pop(), Some([99.0, 800.0]));
    }
}
