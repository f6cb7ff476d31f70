//! The race: who can be read when, drawn from the restores asked for; the handles that ask for more, and what speed costs.

use egui::{Align2, Button, DragValue, Rect, Role, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};
use skylab_cloud::{
    clock::DAY_MS,
    s3::{Speed, StorageClass},
};

use super::{
    Handles, commands,
    data::ClassesData,
    lanes::{self, Lanes},
    parts::{Fill, Piece, cell, fact, fill, key, widest},
    prices,
    scenes::Scene,
    shelf::{Shelf, State},
    words,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{TARGET, heading, muted, small, space},
    widgets::{Icon, card, toggle},
};

const HOUR_MS: i64 = DAY_MS / 24;
/// What the picture covers at least.
const LEAST_HOURS: i64 = 72;
/// How high a bar is.
const BAR: f32 = 14.0;
/// The share of the width that a state may take on a projector before it takes two lines.
pub(super) const MOST_STATE: f32 = 0.4;
/// The least width of a column of prices.
const LEAST_COLUMN: f32 = 64.0;
/// Most days that a copy may be asked for here.
const MAX_DAYS: u32 = 7;

/// A stretch of time of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Refused,
    Waiting,
    Readable,
}

/// What an object was until now, in milliseconds since the start.
pub(super) fn stretches(data: &ClassesData, shelf: &Shelf) -> Vec<(i64, i64, Stretch)> {
    let end = data.now.since(data.start);
    if !shelf.class.is_archive() {
        let what = if shelf.state == State::Gone { Stretch::Refused } else { Stretch::Readable };
        return vec![(0, end, what)];
    }
    let (mut parts, mut from) = (Vec::new(), 0);
    let mut add = |to: i64, what: Stretch| {
        let to = to.min(end);
        if to > from {
            parts.push((from, to, what));
            from = to;
        }
    };
    for (n, restore) in shelf.restores.iter().enumerate() {
        // a faster restore, or a longer one, takes over where it was asked for
        let next = shelf.restores.get(n + 1).map_or(i64::MAX, |next| next.at.since(data.start));
        add(restore.at.since(data.start), Stretch::Refused);
        add(restore.ready.since(data.start).min(next), Stretch::Waiting);
        add(restore.expires.since(data.start).min(next), Stretch::Readable);
    }
    add(end, Stretch::Refused);
    parts
}

fn look(view: &View<'_>, stretch: Stretch) -> (Fill, egui::Color32) {
    match stretch {
        Stretch::Refused => (Fill::Thin, view.palette().unknown),
        Stretch::Waiting => (Fill::Hatched, view.palette().accent),
        Stretch::Readable => (Fill::Solid, view.palette().ok),
    }
}

/// The lanes with their time.
pub(super) fn scene_ui(ui: &mut Ui, view: &View<'_>, scene: &Scene, data: &ClassesData, handles: &Handles, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let restore = widest(ui, [small(view.tr("storage-classes-restore"))]) + 2.0 * space::INSIDE;
        let room = ui.available_width() - restore - space::INSIDE;
        let lanes = ui.scope(|ui| {
            ui.set_max_width(room);
            Lanes::new(ui, view, data.now, &data.shelves)
        });
        let lanes = lanes.inner;
        for shelf in &data.shelves {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::INSIDE;
                let rect = lanes.ui(ui, view, (data.now, scene.bucket), &data.shelves, shelf, actions);
                time_ui(ui, view, data, shelf, rect);
                if shelf.class.is_archive() {
                    restore_ui(ui, view, scene, shelf, handles, restore, actions);
                }
            });
        }
        axis_ui(ui, view, data, lanes.indent(), lanes.picture);
        key(ui, view, &pieces(view));
    });
}

fn pieces(view: &View<'_>) -> Vec<Piece> {
    let names = [
        (Stretch::Readable, "storage-classes-key-readable"),
        (Stretch::Waiting, "storage-classes-key-waiting"),
        (Stretch::Refused, "storage-classes-key-refused"),
    ];
    let piece = |(stretch, name): (Stretch, &str)| {
        let (fill, color) = look(view, stretch);
        Piece { fill, color, name: view.tr(name) }
    };
    names.into_iter().map(piece).collect()
}

fn restore_ui(ui: &mut Ui, view: &View<'_>, scene: &Scene, shelf: &Shelf, handles: &Handles, width: f32, actions: &mut Actions) {
    let told = view.tr_with(
        "storage-classes-restore-of",
        &[("key", shelf.key.into()), ("speed", words::speed_name(view, handles.speed).into()), ("days", handles.days.into())],
    );
    let button = ui.add(Button::new(small(view.tr("storage-classes-restore"))).min_size(vec2(width, TARGET)));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    let line = commands::restore(scene.bucket, shelf.key, handles.speed, handles.days);
    actions.when(button.on_hover_text(told).clicked(), Action::Act(vec![line]));
}

/// The last moment that the picture shows, in hours.
fn hours(data: &ClassesData) -> i64 {
    let known = data.shelves.iter().flat_map(|shelf| &shelf.restores).map(|restore| restore.expires);
    let last = known.max().unwrap_or(data.start).max(data.now).since(data.start);
    ((last + HOUR_MS - 1) / HOUR_MS).max(LEAST_HOURS)
}

/// One object's time, in its lane.
fn time_ui(ui: &Ui, view: &View<'_>, data: &ClassesData, shelf: &Shelf, rect: Rect) {
    // room for a mark at either end
    let rect = rect.shrink2(vec2(BAR / 2.0, 0.0));
    let scale = rect.width() / (hours(data) * HOUR_MS) as f32;
    let x = |millis: i64| rect.left() + millis as f32 * scale;
    let bar = Rect::from_min_size(pos2(rect.left(), rect.center().y - BAR / 2.0), vec2(rect.width(), BAR));
    ui.painter().hline(rect.x_range(), bar.bottom(), view.theme.line());
    for (from, to, stretch) in stretches(data, shelf) {
        let (pattern, color) = look(view, stretch);
        fill(ui.painter(), view, bar.with_min_x(x(from)).with_max_x(x(to)), pattern, color);
    }
    ui.painter().vline(x(data.now.since(data.start)), rect.y_range(), Stroke::new(view.theme.curve_width(), view.palette().text));
    for get in &shelf.gets {
        let place = pos2(x(get.at.since(data.start)), bar.center().y);
        let icon = if get.refusal.is_some() { Icon::Failed } else { Icon::Ok };
        ui.painter().circle(place, BAR / 2.0, view.palette().surface, view.theme.line());
        icon.paint(ui.painter(), Rect::from_center_size(place, egui::Vec2::splat(BAR)), lanes::mark_color(view, icon));
    }
    let told = told(view, data, shelf);
    ui.interact(rect, ui.scope_id().with(("time", shelf.key)), egui::Sense::hover())
        .on_hover_text(told.as_str())
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
}

/// A lane in words.
fn told(view: &View<'_>, data: &ClassesData, shelf: &Shelf) -> String {
    let (_, state) = words::state(view, data.now, shelf.state);
    let restores = shelf.restores.iter().map(|restore| {
        let args = [
            ("speed", words::speed_name(view, restore.speed).into()),
            ("asked", words::date(restore.at).into()),
            ("ready", words::date(restore.ready).into()),
            ("expires", words::date(restore.expires).into()),
        ];
        view.tr_with("storage-classes-told-restore", &args)
    });
    [format!("{}: {state}", lanes::name(&data.shelves, shelf))].into_iter().chain(restores).collect::<Vec<_>>().join("\n")
}

/// The hours below the lanes.
fn axis_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData, indent: f32, width: f32) {
    let height = ui.text_style_height(&TextStyle::Small) + space::GRID;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    let (indent, width) = (indent + BAR / 2.0, width - BAR);
    let all = hours(data);
    let name = |hours: i64| view.tr_with("storage-classes-hours", &[("n", hours.into())]);
    let wide = widest(ui, [small(name(all))]) + space::INSIDE;
    let step = [6, 12, 24, 48, 96, 192].into_iter().find(|step| *step as f32 / all as f32 * width >= 1.5 * wide).unwrap_or(384);
    let font = TextStyle::Small.resolve(ui.style());
    for hours in (0..=all).step_by(step as usize) {
        let x = row.left() + indent + hours as f32 / all as f32 * width;
        let (align, x) = if hours == 0 {
            (Align2::LEFT_TOP, x)
        } else if hours as f32 / all as f32 * width + wide / 2.0 > width {
            (Align2::RIGHT_TOP, x.min(row.left() + indent + width))
        } else {
            (Align2::CENTER_TOP, x)
        };
        ui.painter().text(pos2(x, row.top() + space::GRID), align, name(hours), font.clone(), view.palette().muted);
    }
}

/// Speed and days of the next restore.
pub(super) fn handles_ui(ui: &mut Ui, view: &View<'_>, handles: &mut Handles) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.label(view.tr("storage-classes-speed"));
            for speed in [Speed::Expedited, Speed::Standard, Speed::Bulk] {
                if toggle(ui, &words::speed_name(view, speed), handles.speed == speed).clicked() {
                    handles.speed = speed;
                }
            }
        });
        ui.horizontal(|ui| {
            let label = ui.label(view.tr("storage-classes-copy-days"));
            ui.add(DragValue::new(&mut handles.days).range(1..=MAX_DAYS)).labelled_by(label.id);
        });
        ui.label(muted(view.tr("storage-classes-restore-hint")));
    });
}

/// What each speed takes and costs: time, requests, bytes.
pub(super) fn speeds_ui(ui: &mut Ui, view: &View<'_>) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("storage-classes-speeds")));
        let head = ["storage-classes-speed-head", "storage-classes-time-head", "storage-classes-request-head", "storage-classes-gb-head"]
            .map(|key| view.tr(key));
        let mut rows = Vec::new();
        for class in [StorageClass::Glacier, StorageClass::DeepArchive] {
            for speed in [Speed::Expedited, Speed::Standard, Speed::Bulk] {
                rows.push(speed_row(view, class, speed));
            }
        }
        let widths: Vec<f32> =
            (0..head.len()).map(|n| widest(ui, rows.iter().map(|row| fact(row[n].as_str()))).max(LEAST_COLUMN)).collect();
        ui.spacing_mut().interact_size.y = 0.0;
        let line = ui.text_style_height(&TextStyle::Small);
        ui.horizontal_top(|ui| {
            for (text, width) in head.iter().zip(&widths) {
                // a long head takes two lines rather than room from the numbers
                cell(ui, *width, line, |ui| ui.add(egui::Label::new(muted(text.as_str())).wrap()));
            }
        });
        for row in rows {
            ui.horizontal(|ui| {
                for (text, width) in row.iter().zip(&widths) {
                    cell(ui, *width, line, |ui| ui.label(fact(text.as_str())));
                }
            });
        }
    })
    .response
    .on_hover_text(view.tr("storage-classes-how-speeds"));
}

fn speed_row(view: &View<'_>, class: StorageClass, speed: Speed) -> [String; 4] {
    let deep = class == StorageClass::DeepArchive;
    let name = format!("{class} {}", words::speed_name(view, speed));
    if deep && speed == Speed::Expedited {
        let none = view.tr("storage-classes-not-offered");
        return [name, none, String::new(), String::new()];
    }
    let (request, bytes) = speed.usage(deep);
    let operation = if deep { "DeepArchiveRestoreObject" } else { "RestoreObject" };
    let price = |usage: &str| words::price(prices::price(usage, operation));
    [name, words::span(view, speed.millis(deep)), price(request), price(bytes)]
}

/// The lanes of the archived objects, large, and one for all that answer at once.
pub(super) fn present_ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData) {
    let shown: Vec<&Shelf> = data.shelves.iter().filter(|shelf| shelf.class.is_archive()).collect();
    let at_once = data.shelves.iter().find(|shelf| !shelf.class.is_archive());
    let lines: Vec<(String, &Shelf)> = at_once
        .into_iter()
        .map(|shelf| (view.tr("storage-classes-five-at-once"), shelf))
        .chain(shown.into_iter().map(|shelf| {
            let name =
                lanes::speed(view, shelf).map_or_else(|| lanes::name(&data.shelves, shelf), |speed| format!("{} {speed}", shelf.class));
            (name, shelf)
        }))
        .collect();
    let names = widest(ui, lines.iter().map(|(name, _)| small(name.as_str())));
    let states = widest(ui, lines.iter().map(|(_, shelf)| small(words::state(view, data.now, shelf.state).1))) + TARGET;
    let states = states.min(MOST_STATE * ui.available_width());
    let height = ui.text_style_height(&TextStyle::Small) + space::INSIDE;
    let width = (ui.available_width() - names - states - 2.0 * space::INSIDE).max(space::GROUP);
    ui.spacing_mut().item_spacing = vec2(space::INSIDE, 0.0);
    for (name, shelf) in lines {
        ui.horizontal(|ui| {
            cell(ui, names, height, |ui| ui.label(small(name)));
            let (rect, _) = ui.allocate_exact_size(vec2(width, height), egui::Sense::hover());
            time_ui(ui, view, data, shelf, rect);
            cell(ui, states, height, |ui| lanes::state_ui(ui, view, data.now, shelf.state));
        });
    }
    axis_ui(ui, view, data, names + space::INSIDE, width);
}
