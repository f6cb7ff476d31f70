//! What a month costs by class: the bill of the month that was run, and the curves against reads with their break-even points.

use egui::{DragValue, Ui};
use skylab_cloud::s3::StorageClass::{GlacierIr, OnezoneIa, Standard, StandardIa};

use super::{
    Handles,
    bars::{Bars, Part, Row},
    commands,
    data::ClassesData,
    month::{ClassMonth, MonthRun},
    parts::{Fill, Piece, key, small_code},
    prices::{AT_ONCE, Set, price},
    scenes::CLASSES,
    words,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{heading, muted, space},
        widgets::{Icon, card, chart, text_button, toggle},
    },
};

/// Sizes that a set may have, and its objects.
const SETS: [u64; 3] = [4 << 30, 40 << 30, 400 << 30];
const OBJECTS: [u64; 4] = [8 << 10, 128 << 10, 1 << 20, 64 << 20];
/// Most reads of everything in a month.
const MAX_READS: u32 = 10;
/// What the curves show at least along the foot.
const LEAST_READS: f64 = 2.0;
/// Points of a curve.
const N_POINTS: u32 = 80;

/// The classes with their prices, and after a month what each cost.
pub(super) fn scene_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData) {
    let run = data.month.as_ref().filter(|run| run.is_over);
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let head = run.map_or_else(|| view.tr("storage-classes-prices"), |run| view.tr_with("storage-classes-month-of", &args(run)));
        if !view.presents() {
            ui.label(heading(head));
        }
        table(view, run).ui(ui, view);
        if run.is_some() {
            let pieces = pieces(view);
            key(ui, view, &pieces);
        }
    });
}

fn args(run: &MonthRun) -> [(&'static str, crate::i18n::Arg<'static>); 4] {
    [
        ("month", run.month.to_string().into()),
        ("bytes", format::bytes_billed(run.bytes).into()),
        ("object", format::bytes_billed(run.object_bytes).into()),
        ("n", run.reads.into()),
    ]
}

fn pieces(view: &View<'_>) -> [Piece; 2] {
    let series = &view.palette().series;
    [
        Piece { fill: Fill::Solid, color: series[0], name: view.tr("storage-classes-key-storage") },
        Piece { fill: Fill::Hatched, color: series[1], name: view.tr("storage-classes-key-reads") },
    ]
}

fn table(view: &View<'_>, run: Option<&MonthRun>) -> Bars {
    let row = |class: skylab_cloud::s3::StorageClass| {
        let retrieval = class.retrieval_usage().map_or(0.0, |usage| price(usage, ""));
        let retrieval = if class.is_archive() { view.tr("storage-classes-restore-first") } else { words::price(retrieval) };
        let facts = vec![words::price(price(class.storage_usage(), "")), words::price(price(class.get_usage(), "")), retrieval];
        let Some(it) = run.and_then(|run| run.classes.get(&class)) else {
            return Row { class, facts, parts: Vec::new(), beside: None, number: String::new(), mark: None, how: String::new() };
        };
        let [storage, reads] = pieces(view);
        let amounts = [(it.spent.storage, storage), (it.spent.reads, reads)];
        let parts = amounts.map(|(nanos, piece)| Part { amount: nanos as f64, fill: piece.fill, color: piece.color });
        Row {
            class,
            facts,
            parts: parts.to_vec(),
            beside: None,
            number: words::dollars(it.spent.without_writes()),
            mark: Some(answered(view, *it)),
            how: how(view, *it),
        }
    };
    Bars {
        heads: ["storage-classes-gb-month", "storage-classes-get-1000", "storage-classes-gb-read"].map(|key| view.tr(key)).into(),
        number_head: if run.is_some() { view.tr("storage-classes-month-cost") } else { String::new() },
        rows: CLASSES.into_iter().map(row).collect(),
    }
}

fn answered(view: &View<'_>, it: ClassMonth) -> (Icon, String) {
    match (it.reads_failed, it.reads_succeeded) {
        (0, 0) => (Icon::Unknown, view.tr("storage-classes-not-read")),
        (0, _) => (Icon::Ok, view.tr("storage-classes-all-read")),
        _ => (Icon::Failed, view.tr("storage-classes-reads-refused")),
    }
}

fn how(view: &View<'_>, it: ClassMonth) -> String {
    let args = [
        ("storage", words::dollars(it.spent.storage).into()),
        ("reads", words::dollars(it.spent.reads).into()),
        ("writes", words::dollars(it.spent.writes).into()),
    ];
    view.tr_with("storage-classes-how-month", &args)
}

/// Size of the set, of an object, reads; and a month of all that.
pub(super) fn handles_ui(ui: &mut Ui, view: &View<'_>, handles: &mut Handles, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        let choose = |ui: &mut Ui, name: &str, chosen: &mut u64, all: &[u64]| {
            ui.horizontal_wrapped(|ui| {
                ui.label(view.tr(name));
                for bytes in all {
                    if toggle(ui, &format::bytes_billed(*bytes), *chosen == *bytes).clicked() {
                        *chosen = *bytes;
                    }
                }
            });
        };
        choose(ui, "storage-classes-set-size", &mut handles.bytes, &SETS);
        choose(ui, "storage-classes-object-size", &mut handles.object_bytes, &OBJECTS);
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.tr("storage-classes-reads"));
            ui.add(DragValue::new(&mut handles.reads).range(0..=MAX_READS)).labelled_by(label.id);
            ui.label(view.tr("storage-classes-times"));
            let run = text_button(ui, Icon::Play, &view.tr("storage-classes-run-month"), true);
            let lines = commands::month(view.stage.sandbox.world(), handles.bytes, handles.object_bytes, handles.reads);
            actions.when(run.on_hover_text(view.tr("storage-classes-run-month-hint")).clicked(), Action::Act(lines));
        });
    });
}

/// The curves, once a month has been run: what they are made of can be asked of the bill.
pub(super) fn chart_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, handles: &Handles, set: &Set, height: f32) {
    let x_end = LEAST_READS.max(f64::from(handles.reads));
    let is_run = data.month.as_ref().is_some_and(|run| run.is_over);
    let points = if is_run { set.break_evens() } else { Vec::new() };
    // a curve that leaves the picture does not press the others together
    let most = 2.2 * set.month(Standard, x_end).max(set.storage(StandardIa)).max(set.storage(GlacierIr));
    let series = |class| {
        let at = |n: u32| x_end * f64::from(n) / f64::from(N_POINTS);
        let curve = (0..=N_POINTS).map(|n| [at(n), set.month(class, at(n))]).take_while(|[_, usd]| *usd <= most);
        let (color, shape) = match class {
            StandardIa => (1, chart::Shape::Line),
            OnezoneIa => (1, chart::Shape::Dashed),
            GlacierIr => (2, chart::Shape::Dotted),
            _ => (0, chart::Shape::Line),
        };
        chart::Series { name: class.name().to_owned(), color, shape, points: if is_run { curve.collect() } else { Vec::new() } }
    };
    let args = [("bytes", format::bytes_billed(set.bytes).into()), ("object", format::bytes_billed(set.object_bytes).into())];
    let marks = points.iter().filter(|point| point.reads <= x_end);
    chart::Chart {
        id: "storage-classes-cost",
        head: view.tr_with("storage-classes-chart", &args),
        x_name: view.tr("storage-classes-reads"),
        series: AT_ONCE.map(series).into(),
        marks: marks.map(|point| chart::Mark { at: [point.reads, point.usd], name: named(view, point) }).collect(),
        now: Some(f64::from(handles.reads)),
        x_format: &|reads| view.tr_with("storage-classes-n-times", &[("n", short(reads).into())]),
        y_format: &words::usd,
        x_range: [0.0, x_end],
        y_least: 0.1,
        empty: view.tr("storage-classes-chart-empty"),
    }
    .ui(ui, view, height);
}

/// The break-even points in words.
pub(super) fn break_evens_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, set: &Set) {
    if data.month.as_ref().is_none_or(|run| !run.is_over) {
        return;
    }
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("storage-classes-break-evens")));
        let points = set.break_evens();
        if points.is_empty() {
            ui.label(view.tr("storage-classes-no-break-even"));
        }
        for point in &points {
            ui.horizontal_top(|ui| {
                ui.label(small_code(view.tr_with("storage-classes-n-times", &[("n", format::decimal(point.reads, 2).into())])));
                ui.vertical(|ui| ui.label(named(view, point)));
            });
        }
        ui.label(muted(view.tr("storage-classes-not-curves")));
    })
    .response
    .on_hover_text(view.tr("storage-classes-how-curves"));
}

fn named(view: &View<'_>, point: &super::prices::BreakEven) -> String {
    view.tr_with("storage-classes-break-even", &[("below", point.below.name().into()), ("above", point.above.name().into())])
}

/// Whole where it is whole.
pub(super) fn short(number: f64) -> String {
    let written = format::decimal(number, 2);
    if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.').to_owned() } else { written }
}
