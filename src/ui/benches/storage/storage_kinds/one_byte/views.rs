//! Linked views of the same change: bytes and time against the size of the file, and the requests one by one.

use egui::{ScrollArea, Ui};

use super::{
    Rewrite, SIZES,
    plan::{Cost, Setup, Store},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, code, muted, space},
        widgets::{
            card,
            chart::{Chart, Series, Shape},
            toggle,
        },
    },
};

/// Which view is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Tab {
    Bytes,
    Time,
    Requests,
}

impl Tab {
    const ALL: [Self; 3] = [Self::Bytes, Self::Time, Self::Requests];

    const fn key(self) -> &'static str {
        match self {
            Self::Bytes => "storage-kinds-tab-bytes",
            Self::Time => "storage-kinds-tab-time",
            Self::Requests => "storage-kinds-tab-requests",
        }
    }
}

/// The choice between the views; what was chosen, if anything was.
fn tabs_ui(ui: &mut Ui, view: &View<'_>, now: Tab, chosen: &mut Option<Tab>) {
    ui.horizontal_wrapped(|ui| {
        for tab in Tab::ALL {
            if toggle(ui, &view.tr(tab.key()), tab == now).clicked() {
                *chosen = Some(tab);
            }
        }
    });
}

/// Draws a view in that height, the choice between the views in its head. The view that was chosen, if one was.
pub(in super::super) fn ui(ui: &mut Ui, view: &View<'_>, state: &Rewrite, tab: Tab, height: f32) -> Option<Tab> {
    let mut chosen = None;
    let written = |unit: &'static dyn Fn(&View<'_>, u32) -> String, most: i32| {
        move |power: f64| whole(power).map_or_else(String::new, |power| unit(view, power.clamp(0, most) as u32))
    };
    match tab {
        Tab::Bytes => {
            let y_format = written(&|_, power| format::bytes_billed(1 << power), 62);
            let chart = chart(view, state, ("bytes", "storage-kinds-bytes-head"), &y_format, &|cost| (cost.bytes.max(1) as f64).log2());
            draw(ui, view, &chart, tab, height, &mut chosen);
        }
        Tab::Time => {
            let y_format = written(&|view, power| story::time(view, 10_u64.pow(power)), 18);
            let chart = chart(view, state, ("time", "storage-kinds-time-head"), &y_format, &|cost| (cost.micros.max(1) as f64).log10());
            draw(ui, view, &chart, tab, height, &mut chosen);
        }
        Tab::Requests => requests_ui(ui, view, state, height, &mut chosen),
    }
    chosen
}

/// A chart; where views cannot be chosen, its own head stands above it.
fn draw(ui: &mut Ui, view: &View<'_>, chart: &Chart<'_>, tab: Tab, height: f32, chosen: &mut Option<Tab>) {
    if view.presents() {
        chart.ui(ui, view, height);
    } else {
        chart.ui_under(ui, view, height, |ui| tabs_ui(ui, view, tab, chosen));
    }
}

/// A cost against the size of the file, both on scales of powers, for the stores that were written to.
fn chart<'a>(
    view: &View<'_>,
    state: &Rewrite,
    (id, head): (&'a str, &str),
    y_format: &'a dyn Fn(f64) -> String,
    y: &dyn Fn(Cost) -> f64,
) -> Chart<'a> {
    let shapes = [Shape::Line, Shape::Dashed, Shape::Dotted];
    let series = Store::ALL.iter().zip(shapes).filter(|(store, _)| state.written.contains(store)).map(|(store, shape)| {
        let at = |power: u32| [f64::from(power), y(Setup { file_bytes: 1 << power, ..state.setup() }.cost(*store))];
        let name = view.tr(&format!("storage-kinds-store-{}", store.id()));
        Series { name, color: *store as usize, shape, points: SIZES.map(at).collect() }
    });
    let series: Vec<Series> = series.collect();
    Chart {
        id,
        head: view.tr(head),
        x_name: view.tr("storage-kinds-size"),
        now: (!series.is_empty()).then_some(f64::from(state.power)),
        series,
        marks: Vec::new(),
        x_format: &|power| whole(power).map_or_else(String::new, |power| format::bytes_billed(1 << power.clamp(0, 62))),
        y_format,
        x_range: [f64::from(*SIZES.start()), f64::from(*SIZES.end())],
        y_least: 10.0,
        empty: view.tr("storage-kinds-empty"),
    }
}

/// A power that is written; what lies between stays empty.
fn whole(power: f64) -> Option<i32> {
    ((power - power.round()).abs() < 1e-6).then_some(power.round() as i32)
}

/// What went over the line, request by request, for each store that was written to.
fn requests_ui(ui: &mut Ui, view: &View<'_>, state: &Rewrite, height: f32, chosen: &mut Option<Tab>) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.set_height((height - 2.0 * space::BETWEEN).max(0.0));
        tabs_ui(ui, view, Tab::Requests, chosen);
        if state.written.is_empty() {
            ui.label(muted(view.tr("storage-kinds-empty")));
            return;
        }
        ScrollArea::vertical().id_salt("requests").auto_shrink([false, false]).show(ui, |ui| {
            ui.columns(Store::ALL.len(), |columns| {
                for (ui, store) in columns.iter_mut().zip(Store::ALL) {
                    ui.spacing_mut().item_spacing.y = space::GRID / 2.0;
                    ui.label(bold(view.tr(&format!("storage-kinds-store-{}", store.id()))));
                    if !state.written.contains(&store) {
                        ui.label(muted(view.tr("storage-kinds-not-written")));
                        continue;
                    }
                    for one in state.setup().plan(store) {
                        ui.label(code(one.name));
                        let n = format::count(i64::try_from(one.n).unwrap_or(i64::MAX));
                        let line =
                            view.tr_with("storage-kinds-request", &[("n", n.into()), ("bytes", format::bytes_billed(one.bytes).into())]);
                        ui.label(muted(line));
                    }
                }
            });
        });
    });
}
