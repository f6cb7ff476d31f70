//! The zones of the region and what lies in them: three-zone classes as a band across all, One Zone as a box in one. A zone fails
//! here and comes back.

use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use skylab_cloud::s3::StorageClass::{OnezoneIa, Standard, StandardIa};

use super::{
    Handles, commands,
    data::{ClassesData, ZoneNow},
    lanes::{self, Lanes},
    parts::{Fill, cell, fact, fill, small_code, widest},
    prices::price,
    scenes::Scene,
    shelf::{Shelf, State},
    words,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{ICON, TARGET, heading, muted, small, space},
        widgets::{Icon, card, toggle},
    },
};

/// How high the box of an object is.
const BOX: f32 = 20.0;

/// The lanes below the zones.
pub(super) fn scene_ui(ui: &mut Ui, view: &View<'_>, scene: &Scene, data: &ClassesData, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let lanes = Lanes::new(ui, view, data.now, &data.shelves);
        zones_ui(ui, view, data, lanes.indent(), lanes.picture);
        for shelf in &data.shelves {
            let rect = lanes.ui(ui, view, (data.now, scene.bucket), &data.shelves, shelf, actions);
            lies_ui(ui, view, data, shelf, rect);
        }
        ui.add_space(space::GRID);
        ui.label(muted(view.tr("storage-classes-zones-hint")));
    });
}

fn column(data: &ClassesData, rect: Rect, n: usize) -> Rect {
    let width = rect.width() / data.zones.len().max(1) as f32;
    Rect::from_min_size(pos2(rect.left() + n as f32 * width, rect.top()), vec2(width, rect.height()))
}

fn mark(zone: ZoneNow) -> Icon {
    match zone.out {
        None => Icon::Ok,
        Some(false) => Icon::Warning,
        Some(true) => Icon::Failed,
    }
}

fn zone_words(view: &View<'_>, zone: ZoneNow) -> String {
    view.tr(match zone.out {
        None => "storage-classes-zone-ok",
        Some(false) => "storage-classes-zone-out",
        Some(true) => "storage-classes-zone-destroyed",
    })
}

/// The heads of the columns: a zone's mark above its number, as ids end.
fn zones_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, indent: f32, width: f32) {
    let line = ui.text_style_height(&TextStyle::Small);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), ICON + line + space::GRID), Sense::hover());
    let rect = Rect::from_min_size(pos2(row.left() + indent, row.top()), vec2(width, row.height()));
    for (n, zone) in data.zones.iter().enumerate() {
        let place = column(data, rect, n);
        let icon = mark(*zone);
        let square = Rect::from_center_size(pos2(place.center().x, place.top() + ICON / 2.0), egui::Vec2::splat(ICON - space::GRID));
        icon.paint(ui.painter(), square, lanes::mark_color(view, icon));
        let id = zone.zone.to_string();
        let short = id.rsplit('-').next().unwrap_or(&id).to_owned();
        let font = TextStyle::Small.resolve(ui.style());
        ui.painter().text(pos2(place.center().x, place.top() + ICON), Align2::CENTER_TOP, short, font, view.palette().text);
        let told = format!("{id}: {}", zone_words(view, *zone));
        ui.interact(place, ui.scope_id().with(("zone", n)), Sense::hover())
            .on_hover_text(told.as_str())
            .widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    }
}

/// Where an object lies: a band across the zones, or a box in one.
fn lies_ui(ui: &Ui, view: &View<'_>, data: &ClassesData, shelf: &Shelf, rect: Rect) {
    let palette = view.palette();
    for (n, zone) in data.zones.iter().enumerate() {
        let place = column(data, rect, n).shrink2(vec2(2.0, 0.0));
        if zone.out.is_some() {
            fill(ui.painter(), view, place, Fill::Hatched, palette.line_strong);
        } else {
            ui.painter().rect_stroke(place, 0.0, view.theme.line(), StrokeKind::Inside);
        }
    }
    let middle = |place: Rect| Rect::from_center_size(place.center(), vec2(place.width() - 2.0 * space::INSIDE, BOX));
    let own = data.zones.iter().position(|zone| zone.holds_one_zone).unwrap_or(0);
    let (place, key) = if shelf.class.is_one_zone() {
        (middle(column(data, rect, own)), "storage-classes-lies-in-one")
    } else {
        (middle(rect), "storage-classes-lies-in-three")
    };
    let (pattern, color) = match shelf.state {
        State::Gone => (Fill::Crossed, palette.failed),
        State::OutOfReach { .. } => (Fill::Hollow, palette.warning),
        _ => (Fill::Solid, palette.series[0]),
    };
    ui.painter().rect_filled(place, 0.0, palette.surface);
    fill(ui.painter(), view, place, pattern, color);
    ui.painter().rect_stroke(place, 0.0, Stroke::new(view.theme.curve_width(), color), StrokeKind::Inside);
    let zone = data.zones.get(own).map(|zone| zone.zone.to_string()).unwrap_or_default();
    let (_, state) = words::state(view, data.now, shelf.state);
    let told = format!("{}: {} {state}", shelf.class, view.tr_with(key, &[("zone", zone.into())]));
    ui.interact(rect, ui.scope_id().with(("lies", shelf.key)), Sense::hover())
        .on_hover_text(told.as_str())
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
}

/// A zone fails, is destroyed, or comes back.
pub(super) fn handles_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, handles: &mut Handles, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.label(view.tr("storage-classes-fault"));
            for (destroyed, key) in [(false, "storage-classes-fault-out"), (true, "storage-classes-fault-destroyed")] {
                if toggle(ui, &view.tr(key), handles.destroyed == destroyed).clicked() {
                    handles.destroyed = destroyed;
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            for zone in &data.zones {
                let (key, line) = match zone.out {
                    None => ("storage-classes-fail", commands::fail(zone.zone, handles.destroyed)),
                    Some(_) => ("storage-classes-heal", commands::heal(zone.zone)),
                };
                let text = view.tr_with(key, &[("zone", zone.zone.to_string().into())]);
                let icon = mark(*zone);
                let paint = egui::Atom::paint(egui::Vec2::splat(ICON), {
                    let color = lanes::mark_color(view, icon);
                    move |ui, args| icon.paint(ui.painter(), args.rect, color)
                });
                let button = ui.add(egui::Button::new((paint, text.as_str())).min_size(vec2(0.0, TARGET)));
                actions.when(button.clicked(), Action::Act(vec![line]));
            }
        });
    });
}

/// What the one zone saves, in money.
pub(super) fn saves_ui(ui: &mut Ui, view: &View<'_>) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("storage-classes-saves")));
        let monthly = |class: skylab_cloud::s3::StorageClass| price(class.storage_usage(), "");
        let zones = |class: skylab_cloud::s3::StorageClass| {
            view.tr(if class.is_one_zone() { "storage-classes-one-zone" } else { "storage-classes-three-zones" })
        };
        let row = |class: skylab_cloud::s3::StorageClass| [class.name().to_owned(), zones(class), words::price(monthly(class))];
        let rows = [Standard, StandardIa, OnezoneIa].map(row);
        let widths: Vec<f32> = (0..3).map(|n| widest(ui, rows.iter().map(|row| fact(row[n].as_str())))).collect();
        ui.spacing_mut().interact_size.y = 0.0;
        let line = ui.text_style_height(&TextStyle::Small);
        for row in &rows {
            ui.horizontal(|ui| {
                for (text, width) in row.iter().zip(&widths) {
                    cell(ui, *width, line, |ui| ui.label(fact(text.as_str())));
                }
            });
        }
        let share = 1.0 - monthly(OnezoneIa) / monthly(StandardIa);
        ui.label(small(view.tr_with("storage-classes-saves-share", &[("share", format::percent(share, 0).into())])));
    })
    .response
    .on_hover_text(view.tr("storage-classes-how-saves"));
}

/// The zones with what lies in them, large.
pub(super) fn present_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData) {
    let names = widest(ui, data.shelves.iter().map(|shelf| small_code(shelf.class.name())));
    let states = widest(ui, data.shelves.iter().map(|shelf| small(words::state(view, data.now, shelf.state).1))) + TARGET;
    let states = states.min(super::race::MOST_STATE * ui.available_width());
    let height = BOX + 2.0 * space::BETWEEN;
    let width = (ui.available_width() - names - states - 2.0 * space::INSIDE).max(space::GROUP);
    ui.spacing_mut().item_spacing = vec2(space::INSIDE, 0.0);
    zones_ui(ui, view, data, names + space::INSIDE, width);
    for shelf in &data.shelves {
        ui.horizontal(|ui| {
            cell(ui, names, height, |ui| ui.label(small_code(shelf.class.name())));
            let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            lies_ui(ui, view, data, shelf, rect);
            cell(ui, states, height, |ui| lanes::state_ui(ui, view, data.now, shelf.state));
        });
    }
}
