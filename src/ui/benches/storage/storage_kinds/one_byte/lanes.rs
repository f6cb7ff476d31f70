//! The three stores side by side: the file as a strip of cells with what crosses the line filled in, and what that costs. Numbers
//! show once the change has been written there.

use egui::{Button, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{
    Rewrite,
    plan::{Change, Cost, Store},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{bold, mix, muted, space},
        widgets::{card, fact},
    },
};

/// Cells of the strip: columns and rows. The whole file is all of them.
const CELLS: [u32; 2] = [16, 4];
/// The greatest side of a cell.
const CELL: f32 = 14.0;
/// The bar under a number.
const BAR: f32 = 4.0;

/// Draws the three cards in a row.
pub(in super::super) fn ui(ui: &mut Ui, view: &View<'_>, state: &Rewrite, actions: &mut Actions) {
    let costs = Store::ALL.map(|store| state.setup().cost(store));
    let written = || Store::ALL.iter().zip(costs).filter(|(store, _)| state.written.contains(store)).map(|(_, cost)| cost);
    let most = Cost {
        bytes: written().map(|cost| cost.bytes).max().unwrap_or(0),
        round_trips: written().map(|cost| cost.round_trips).max().unwrap_or(0),
        micros: written().map(|cost| cost.micros).max().unwrap_or(0),
    };
    ui.columns(Store::ALL.len(), |columns| {
        for ((ui, store), cost) in columns.iter_mut().zip(Store::ALL).zip(costs) {
            card(ui, view.theme, None, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::GRID;
                let is_written = state.written.contains(&store);
                ui.horizontal_wrapped(|ui| {
                    ui.label(bold(view.tr(&format!("storage-kinds-store-{}", store.id()))));
                    if !view.presents() {
                        write_ui(ui, view, store, is_written, actions);
                    }
                });
                ui.label(muted(view.tr(&format!("storage-kinds-example-{}", store.id()))));
                strip_ui(ui, view, state, store, is_written);
                numbers_ui(ui, view, is_written.then_some(cost), most);
            });
        }
    });
}

/// The button that writes to one store.
fn write_ui(ui: &mut Ui, view: &View<'_>, store: Store, is_written: bool, actions: &mut Actions) {
    let name = view.tr(&format!("storage-kinds-write-{}", store.id()));
    let write = ui.add_enabled(!is_written, Button::new(view.tr("storage-kinds-write"))).on_hover_text(&name);
    write.widget_info(|| WidgetInfo::labeled(Role::Button, !is_written, &name));
    actions.when(write.clicked(), Action::Act(vec![format!("idea write {}", store.id())]));
}

/// Which cells hold the change, and which cross the line: from and up to, not including.
fn cells(state: &Rewrite, store: Store) -> [(u32, u32); 2] {
    let all = CELLS[0] * CELLS[1];
    let moved = |bytes: u64| (bytes.saturating_mul(u64::from(all)).div_ceil(1 << state.power) as u32).clamp(1, all);
    let changed = match state.change {
        Change::Byte => (all / 2, all / 2 + 1),
        Change::Middle => {
            let width = moved(super::plan::CHANGED_BYTES);
            let from = (all / 2).min(all - width);
            (from, from + width)
        }
        Change::Append => (all - 1, all),
        Change::Whole => (0, all),
    };
    let crossing = match store {
        Store::Object if state.copies_parts && (1 << state.power) > super::plan::PART_BYTES => {
            let width = moved(super::plan::PART_BYTES).max(changed.1 - changed.0);
            (changed.0.min(all - width), changed.0.min(all - width) + width)
        }
        Store::Object => (0, all),
        Store::Block | Store::File => changed,
    };
    [changed, crossing]
}

fn strip_ui(ui: &mut Ui, view: &View<'_>, state: &Rewrite, store: Store, is_written: bool) {
    let side = (ui.available_width() / CELLS[0] as f32).min(CELL).floor();
    let (area, response) = ui.allocate_exact_size(vec2(CELLS[0] as f32, CELLS[1] as f32) * side, Sense::hover());
    let palette = view.palette();
    let [changed, crossing] = cells(state, store);
    let color = palette.series[store as usize];
    for n in 0..CELLS[0] * CELLS[1] {
        let at = area.min + vec2((n % CELLS[0]) as f32, (n / CELLS[0]) as f32) * side;
        let cell = Rect::from_min_size(at, Vec2::splat(side)).shrink(0.75);
        let crosses = is_written && (crossing.0..crossing.1).contains(&n);
        ui.painter().rect_filled(cell, 1.0, if crosses { color } else { mix(palette.surface, color, 0.14) });
        if (changed.0..changed.1).contains(&n) && changed.1 - changed.0 < CELLS[0] * CELLS[1] {
            // the change itself: a dot that shows on both grounds
            ui.painter().circle_filled(cell.center(), side * 0.22, if crosses { palette.surface } else { palette.text });
        }
    }
    if store == Store::Object {
        // an object has no parts that could be changed by themselves
        let stroke = Stroke::new(view.theme.curve_width(), color);
        ui.painter().rect_stroke(area.expand(1.0), CornerRadius::same(3), stroke, StrokeKind::Outside);
    }
    let key = if is_written { "storage-kinds-strip" } else { "storage-kinds-strip-before" };
    let bytes = format::bytes_billed(state.setup().cost(store).bytes);
    let told = view.tr_with(
        key,
        &[
            ("store", view.tr(&format!("storage-kinds-store-{}", store.id())).into()),
            ("bytes", bytes.into()),
            ("size", story::size(state).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    response.on_hover_text(told);
}

/// Bytes, round trips and time, each with a bar against the greatest of the three stores.
fn numbers_ui(ui: &mut Ui, view: &View<'_>, cost: Option<Cost>, most: Cost) {
    let unknown = || view.tr("storage-kinds-unknown");
    let rows = [
        (
            "storage-kinds-bytes",
            cost.map(|it| format::bytes_billed(it.bytes)),
            cost.map(|it| (it.bytes, most.bytes)),
            "storage-kinds-bytes-how",
        ),
        (
            "storage-kinds-trips",
            cost.map(|it| format::count(it.round_trips as i64)),
            cost.map(|it| (it.round_trips, most.round_trips)),
            "storage-kinds-trips-how",
        ),
        (
            "storage-kinds-time",
            cost.map(|it| story::time(view, it.micros)),
            cost.map(|it| (it.micros, most.micros)),
            "storage-kinds-time-how",
        ),
    ];
    for (name, number, share, how) in rows {
        let text = fact(ui, &view.tr(name), bold(number.unwrap_or_else(unknown)));
        ui.label(text).on_hover_text(view.tr(how));
        let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
        ui.painter().rect_filled(bar, 2.0, mix(view.palette().surface, view.palette().accent, 0.14));
        if let Some((part, whole)) = share {
            let width = bar.width() * (part as f64 / whole.max(1) as f64) as f32;
            let filled = Rect::from_min_max(bar.min, pos2(bar.left() + width.max(1.0), bar.bottom()));
            ui.painter().rect_filled(filled, 2.0, view.palette().accent);
        }
    }
}
