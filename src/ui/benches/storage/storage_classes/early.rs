//! Leaving early and storing small: what was billed by class against having stayed, the cost of leaving day by day, and small
//! objects that are billed as larger ones.

use egui::{DragValue, Ui};
use skylab_cloud::s3::StorageClass::{self, DeepArchive, Glacier, GlacierIr, Standard, StandardIa};

use super::{
    Handles,
    bars::{Bars, Part, Row},
    commands,
    data::ClassesData,
    kept::{KeptClass, KeptRun, SmallRun, cost_of_leaving},
    parts::{Fill, Piece, key},
    prices::{Set, price},
    scenes::CLASSES,
    words,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{heading, space},
        widgets::{Icon, card, chart, text_button, toggle},
    },
};

/// Sizes of small objects to try.
const SMALL: [u64; 3] = [8 << 10, 32 << 10, 128 << 10];
/// How much of them is stored.
const SMALL_SET: u64 = 10 << 30;
/// Most days after which the rule deletes.
const MAX_DAYS: u32 = 180;
/// What the curves of leaving show.
const SHOWN_DAYS: i64 = 200;
/// The curves are drawn up to so many times the highest floor.
const FLOORS_SHOWN: f64 = 2.5;
/// The classes of those curves.
const LEAVING: [StorageClass; 5] = [Standard, StandardIa, GlacierIr, Glacier, DeepArchive];

/// What each class billed so far.
pub(super) fn scene_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData) {
    let Some(run) = &data.kept else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let args = [("bytes", format::bytes_billed(run.bytes).into()), ("days", run.days.into())];
        if !view.presents() {
            ui.label(heading(view.tr_with("storage-classes-kept", &args)));
        }
        table(view, run).ui(ui, view);
        key(ui, view, &pieces(view));
    });
}

fn pieces(view: &View<'_>) -> [Piece; 3] {
    let palette = view.palette();
    [
        Piece { fill: Fill::Solid, color: palette.series[0], name: view.tr("storage-classes-key-storage") },
        Piece { fill: Fill::Crossed, color: palette.series[1], name: view.tr("storage-classes-key-early") },
        Piece { fill: Fill::Hollow, color: palette.muted, name: view.tr("storage-classes-key-stayed") },
    ]
}

fn table(view: &View<'_>, run: &KeptRun) -> Bars {
    let row = |(class, it): (&StorageClass, &KeptClass)| {
        let [storage, early, _] = pieces(view);
        let amounts = [(it.spent.storage, storage), (it.spent.early, early)];
        let sum = it.spent.storage + it.spent.early;
        let args = [
            ("storage", words::dollars(it.spent.storage).into()),
            ("early", words::dollars(it.spent.early).into()),
            ("stayed", words::dollars(it.stayed.storage).into()),
        ];
        let mark = if it.is_gone { (Icon::Unknown, "storage-classes-deleted") } else { (Icon::Ok, "storage-classes-still-there") };
        Row {
            class: *class,
            facts: vec![view.tr_with("storage-classes-days", &[("n", class.min_days().into())])],
            parts: amounts.map(|(nanos, piece)| Part { amount: nanos as f64, fill: piece.fill, color: piece.color }).to_vec(),
            beside: Some(it.stayed.storage as f64),
            number: words::dollars(sum),
            mark: Some((mark.0, view.tr(mark.1))),
            how: view.tr_with("storage-classes-how-kept", &args),
        }
    };
    let in_order = CLASSES.iter().filter_map(|class| run.classes.get_key_value(class));
    Bars {
        heads: vec![view.tr("storage-classes-min-days")],
        number_head: view.tr("storage-classes-billed-so-far"),
        rows: in_order.map(row).collect(),
    }
}

/// The small objects: their own bytes, and what is billed on top.
pub(super) fn small_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData) {
    let Some(run) = &data.small else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let args = [("bytes", format::bytes_billed(run.bytes).into()), ("object", format::bytes_billed(run.object_bytes).into())];
        if !view.presents() {
            ui.label(heading(view.tr_with("storage-classes-small", &args)));
        }
        small_table(view, run).ui(ui, view);
        let series = &view.palette().series;
        let pieces = [
            Piece { fill: Fill::Solid, color: series[0], name: view.tr("storage-classes-key-own") },
            Piece { fill: Fill::Crossed, color: series[1], name: view.tr("storage-classes-key-added") },
        ];
        key(ui, view, &pieces);
    });
}

fn small_table(view: &View<'_>, run: &SmallRun) -> Bars {
    let set = Set::new(run.bytes, run.object_bytes);
    let row = |class: StorageClass| {
        let billed = run.classes.get(&class).map_or(0, |it| it.billed_bytes);
        let series = &view.palette().series;
        let own = Part { amount: run.bytes as f64, fill: Fill::Solid, color: series[0] };
        let added = Part { amount: billed.saturating_sub(run.bytes) as f64, fill: Fill::Crossed, color: series[1] };
        let args = [
            ("object", format::bytes_billed(run.object_bytes).into()),
            ("billed", format::bytes_billed(set.billed_bytes(class)).into()),
            ("price", words::price(price(class.storage_usage(), "")).into()),
        ];
        Row {
            class,
            facts: vec![format::bytes_billed(billed)],
            parts: vec![own, added],
            beside: None,
            number: words::usd(set.storage(class)),
            mark: None,
            how: view.tr_with("storage-classes-how-small", &args),
        }
    };
    Bars {
        heads: vec![view.tr("storage-classes-billed-bytes")],
        number_head: view.tr("storage-classes-a-month"),
        rows: CLASSES.into_iter().map(row).collect(),
    }
}

/// The rule's days, and small objects of a size.
pub(super) fn handles_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, handles: &mut Handles, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.tr("storage-classes-drop-days"));
            ui.add(DragValue::new(&mut handles.drop_days).range(1..=MAX_DAYS)).labelled_by(label.id);
            let kept = data.kept.as_ref().is_some_and(|run| run.classes.values().any(|it| !it.is_gone));
            let put = text_button(ui, Icon::Check, &view.tr("storage-classes-put-rule"), kept);
            let put = put.on_disabled_hover_text(view.tr("storage-classes-nothing-kept"));
            actions.when(put.clicked(), Action::Act(commands::drop_after(handles.drop_days)));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(view.tr("storage-classes-object-size"));
            for bytes in SMALL {
                if toggle(ui, &format::bytes_billed(bytes), handles.small_bytes == bytes).clicked() {
                    handles.small_bytes = bytes;
                }
            }
            let world = view.stage.sandbox.world();
            let stored = world.s3.buckets().any(|bucket| bucket.name().starts_with(&commands::small_prefix(handles.small_bytes)));
            let args = [("bytes", format::bytes_billed(SMALL_SET).into())];
            let store = text_button(ui, Icon::Add, &view.tr_with("storage-classes-store-small", &args), !stored);
            let store = store.on_disabled_hover_text(view.tr("storage-classes-stored-already"));
            actions.when(store.clicked(), Action::Act(commands::small(world, SMALL_SET, handles.small_bytes)));
        });
    });
}

/// What leaving on each day costs: a floor as long as the minimum, then the price of staying.
pub(super) fn chart_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, set: &Set, height: f32) {
    let run = data.kept.as_ref().filter(|run| run.classes.values().any(|it| it.is_gone));
    // a curve that leaves the picture does not press the floors together
    let most =
        FLOORS_SHOWN * LEAVING.map(|class| cost_of_leaving(data.start, class, set.storage(class), 1)).into_iter().fold(0.0, f64::max);
    let series = |class: StorageClass| {
        let monthly = set.storage(class);
        let curve = (1..=SHOWN_DAYS).map(|day| [day as f64, cost_of_leaving(data.start, class, monthly, day)]);
        let points = run.map(|_| curve.take_while(|[_, usd]| *usd <= most).collect());
        let (color, shape) = match class {
            StandardIa => (1, chart::Shape::Dashed),
            GlacierIr => (2, chart::Shape::Dotted),
            Glacier => (3, chart::Shape::Line),
            DeepArchive => (4, chart::Shape::Dashed),
            _ => (0, chart::Shape::Line),
        };
        chart::Series { name: class.name().to_owned(), color, shape, points: points.unwrap_or_default() }
    };
    let ends = LEAVING.into_iter().filter(|class| run.is_some() && class.min_days() > 0).map(|class| chart::Mark {
        at: [f64::from(class.min_days()), cost_of_leaving(data.start, class, set.storage(class), i64::from(class.min_days()))],
        name: view.tr_with("storage-classes-minimum-ends", &[("class", class.name().into())]),
    });
    chart::Chart {
        id: "storage-classes-leaving",
        head: view.tr("storage-classes-leaving"),
        x_name: view.tr("storage-classes-day-of-leaving"),
        series: LEAVING.map(series).into(),
        marks: ends.collect(),
        // a rule acts at the midnight after its days are over
        now: run.and_then(|run| run.drop_days).map(|days| days as f64 + 1.0),
        x_format: &|days| view.tr_with("storage-classes-days", &[("n", (days.round() as i64).into())]),
        y_format: &words::usd,
        x_range: [0.0, SHOWN_DAYS as f64],
        y_least: 0.1,
        empty: view.tr("storage-classes-leaving-empty"),
    }
    .ui(ui, view, height);
}
