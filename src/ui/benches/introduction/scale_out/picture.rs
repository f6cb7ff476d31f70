//! The group as a picture: a box of cells for each machine, filled as far as the load needs them, and a bar of capacity against load.
//! Every machine can be clicked; what that does is an act.

use egui::{Color32, CornerRadius, Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{
    model::{SIZES, Tier, UNIT_RPS},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{TARGET, bold, mix, space},
        widgets::{Icon, captioned, card, fact},
    },
};

/// The largest side of a cell, and the smallest.
const CELLS: [f32; 2] = [88.0, 3.0];
/// How much the search for a cell that fits shrinks it each time.
const SHRINK: f32 = 0.94;
/// Around the cells of a machine.
const PAD: f32 = 3.0;
const BAR_HEIGHT: f32 = 18.0;
/// How far the load's mark stands out of the bar.
const MARK: f32 = 5.0;
/// Between the lines of a hatching.
const HATCH: f32 = 7.0;

/// Draws the card: the group's name, its machines in that height, the bar and the numbers.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, height: f32, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        let head = captioned(ui, bold(story::design(view, tier.design())), &view.tr("scale-out-cell"));
        ui.label(head);
        machines_ui(ui, view, tier, height, actions);
        bar_ui(ui, view, tier);
        facts_ui(ui, view, tier);
    });
}

/// How the machines are laid out: the side of a cell, of a machine, and how many stand in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid {
    cell: f32,
    columns: u32,
    rows: u32,
    machine: Vec2,
    per_row: u32,
}

/// The largest cells with which every machine fits.
fn grid(tier: &Tier, room: Vec2) -> Grid {
    let columns = 1_u32 << tier.size.div_ceil(2);
    let rows = 1_u32 << (tier.size / 2);
    let with = |cell: f32| {
        let machine = (vec2(columns as f32, rows as f32) * cell + Vec2::splat(2.0 * PAD)).max(Vec2::splat(TARGET));
        let per_row = ((room.x + space::INSIDE) / (machine.x + space::INSIDE)).floor().max(1.0) as u32;
        Grid { cell, columns, rows, machine, per_row }
    };
    let fits = |grid: &Grid| {
        let n_rows = tier.n.div_ceil(grid.per_row) as f32;
        grid.machine.x <= room.x && n_rows * (grid.machine.y + space::INSIDE) - space::INSIDE <= room.y
    };
    let mut cell = CELLS[0];
    while cell > CELLS[1] && !fits(&with(cell)) {
        cell *= SHRINK;
    }
    with(cell)
}

fn machines_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, height: f32, actions: &mut Actions) {
    let (area, drawn) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let told = view.tr_with(
        "scale-out-picture",
        &[
            ("design", story::design(view, tier.design()).into()),
            ("broken", story::count(tier.broken.len() as u32).into()),
            ("load", story::count(tier.load).into()),
        ],
    );
    drawn.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let grid = grid(tier, area.size());
    // a machine's share of the load in cells, and no more than it has
    let n_working = tier.n - tier.broken.len() as u32;
    let busy = if n_working == 0 { 0.0 } else { f64::from(tier.load) / f64::from(n_working * UNIT_RPS) } as f32;
    for machine in 1..=tier.n {
        let (row, column) = ((machine - 1) / grid.per_row, (machine - 1) % grid.per_row);
        let from = area.min + vec2(column as f32, row as f32) * (grid.machine + Vec2::splat(space::INSIDE));
        let rect = Rect::from_min_size(from, grid.machine);
        let is_broken = tier.broken.contains(&machine);
        let response = ui.interact(rect, ui.scope_id().with(("machine", machine)), Sense::click());
        let key = if is_broken { "scale-out-machine-broken" } else { "scale-out-machine" };
        let name = view.tr_with(key, &[("machine", story::count(machine).into()), ("size", SIZES[tier.size].into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let painter = ui.painter();
        if is_broken {
            broken_machine(painter, view, rect);
        } else {
            let edge = if response.hovered() || response.has_focus() { view.palette().accent } else { view.palette().line_strong };
            working_machine(painter, view, rect, &grid, busy, edge);
        }
        let act = if is_broken { "repair" } else { "break" };
        actions.when(response.clicked(), Action::Act(vec![format!("idea {act} {machine}")]));
        response.on_hover_text(name);
    }
}

fn working_machine(painter: &Painter, view: &View<'_>, rect: Rect, grid: &Grid, busy: f32, edge: Color32) {
    let palette = view.palette();
    painter.rect(rect, CornerRadius::same(4), palette.surface, Stroke::new(view.theme.line_width(), edge), StrokeKind::Inside);
    let (full, free) = (palette.series[0], mix(palette.surface, palette.series[0], 0.16));
    let start = rect.center() - vec2(grid.columns as f32, grid.rows as f32) * grid.cell / 2.0;
    let gap = (grid.cell / 12.0).clamp(0.4, 1.5);
    for n in 0..grid.columns * grid.rows {
        let at = start + vec2((n % grid.columns) as f32, (n / grid.columns) as f32) * grid.cell;
        let cell = Rect::from_min_size(at, Vec2::splat(grid.cell)).shrink(gap);
        painter.rect_filled(cell, 1.0, free);
        let share = (busy - n as f32).clamp(0.0, 1.0);
        // what is busy fills a cell from its foot
        painter.rect_filled(cell.with_min_y(cell.bottom() - cell.height() * share), 1.0, full);
    }
}

fn broken_machine(painter: &Painter, view: &View<'_>, rect: Rect) {
    let palette = view.palette();
    let stroke = Stroke::new(view.theme.line_width(), palette.muted);
    hatch(painter, rect.shrink(1.0), stroke);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(view.theme.line_width(), palette.failed), 5.0, 3.0));
    let side = rect.width().min(rect.height()).min(TARGET);
    let badge = Rect::from_center_size(rect.center(), Vec2::splat(side * 0.75));
    painter.circle_filled(badge.center(), badge.width() * 0.6, palette.surface);
    Icon::Failed.paint(painter, badge, palette.failed);
}

/// Slanted lines over a rectangle: what is not there to be used.
fn hatch(painter: &Painter, rect: Rect, stroke: Stroke) {
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], stroke);
        x += HATCH;
    }
}

/// Capacity that works, capacity that is broken, and how far the load reaches.
fn bar_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier) {
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR_HEIGHT + 2.0 * MARK), Sense::hover());
    let palette = view.palette();
    let bar = area.shrink2(vec2(0.0, MARK));
    let whole = f64::from(tier.total().max(tier.load));
    let at = |rps: u32| bar.left() + bar.width() * (f64::from(rps) / whole) as f32;
    let part = |from: u32, to: u32| Rect::from_min_max(pos2(at(from), bar.top()), pos2(at(to), bar.bottom()));
    let painter = ui.painter();
    painter.rect_filled(part(0, tier.capacity()), 2.0, mix(palette.surface, palette.series[0], 0.16));
    painter.rect_filled(part(0, tier.served()), 2.0, palette.series[0]);
    hatch(painter, part(tier.capacity(), tier.total()), Stroke::new(view.theme.line_width(), palette.muted));
    if tier.load > tier.capacity() {
        let missing = part(tier.capacity(), tier.load);
        painter.rect_stroke(missing, 0.0, Stroke::new(view.theme.curve_width(), palette.failed), StrokeKind::Inside);
    }
    painter.rect_stroke(part(0, tier.total()), 2.0, view.theme.strong_line(), StrokeKind::Inside);
    let mark = at(tier.load).clamp(area.left() + 1.0, area.right() - 1.0);
    painter.line_segment([pos2(mark, area.top()), pos2(mark, area.bottom())], Stroke::new(view.theme.curve_width(), palette.text));
    let told = view.tr_with(
        "scale-out-bar",
        &[
            ("load", story::count(tier.load).into()),
            ("capacity", story::count(tier.capacity()).into()),
            ("total", story::count(tier.total()).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    response.on_hover_text(told);
}

/// Capacity, load and what of it is served, and the price; each tells on hover how it is computed.
fn facts_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier) {
    let per_second = |rps: u32| view.tr_with("scale-out-per-second", &[("n", story::count(rps).into())]);
    let served = format::percent(story::share(tier.served(), tier.load), 0);
    let is_short = tier.capacity() < tier.load;
    let facts = [
        ("scale-out-capacity", per_second(tier.capacity()), "scale-out-capacity-how"),
        ("scale-out-load", per_second(tier.load), "scale-out-load-how"),
        ("scale-out-served", served, "scale-out-served-how"),
        ("scale-out-price", view.tr_with("scale-out-units", &[("n", story::count(tier.price_units()).into())]), "scale-out-price-how"),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::GRID / 2.0);
        for (n, (name, number, how)) in facts.into_iter().enumerate() {
            let lost = is_short && n == 2;
            let number = if lost { bold(number).color(view.palette().failed) } else { bold(number) };
            fact_ui(ui, &view.tr(name), number, lost, view).on_hover_text(view.tr(how));
        }
    });
}

/// A name and a number that stay on one line.
fn fact_ui(ui: &mut Ui, name: &str, number: egui::RichText, lost: bool, view: &View<'_>) -> egui::Response {
    let mut job = fact(ui, name, number);
    job.wrap.max_width = f32::INFINITY;
    let galley = ui.painter().layout_job(job);
    let sign = if lost { space::BETWEEN + ui.spacing().item_spacing.x } else { 0.0 };
    if ui.available_size_before_wrap().x < galley.size().x + sign {
        ui.end_row();
    }
    if lost {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(space::BETWEEN), Sense::hover());
        Icon::Warning.paint(ui.painter(), rect, view.palette().failed);
        // the sign stands close to what it is about
        ui.add_space(space::GRID - ui.spacing().item_spacing.x);
    }
    ui.label(galley)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_fits_and_every_machine_can_be_hit() {
        for size in 0..SIZES.len() {
            for n in 1..=super::super::model::MAX_MACHINES {
                let room = vec2(300.0, 160.0);
                let grid = grid(&Tier::new(n, size, 100), room);
                let rows = n.div_ceil(grid.per_row) as f32;
                assert!(grid.machine.min_elem() >= TARGET && grid.machine.x <= room.x, "{n} of size {size}");
                assert!(rows * (grid.machine.y + space::INSIDE) - space::INSIDE <= room.y, "{n} of size {size}");
            }
        }
    }
}
