//! The object browser: buckets, the way to a prefix, folders that are only prefixes, and objects. It moves the place and asks for deletions.

use egui::{Color32, FontFamily, Painter, Rect, Sense, Shape, Stroke, TextStyle, Ui, Vec2, vec2};

use super::{
    data::{BucketsData, MAX_ROWS, ObjectRow},
    lines,
    place::Place,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{ICON, TARGET, muted, small, space},
        widgets::{Icon, card, icon_button, toggle},
    },
};

/// What a row shows at its left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Bucket,
    /// Dashed: it is nothing by itself.
    Prefix,
    Object,
}

/// One line of the browser.
struct Row<'a> {
    sign: Sign,
    name: &'a str,
    chosen: bool,
    note: &'a str,
    /// The same in fewer words, for where there is little room.
    short: &'a str,
}

/// Draws the card. Gives where the learner wants to look, if that changed.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, actions: &mut Actions) -> Option<Place> {
    let mut goes = None;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        crumbs_ui(ui, view, data, actions, &mut goes);
        if data.place.bucket.is_empty() {
            buckets_ui(ui, view, data, &mut goes);
        } else {
            keys_ui(ui, view, data, actions, &mut goes);
        }
    });
    goes
}

/// The way from the list of buckets to here.
fn crumbs_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, actions: &mut Actions, goes: &mut Option<Place>) {
    let place = &data.place;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::GRID;
        if toggle(ui, &view.tr("buckets-all"), place.bucket.is_empty()).clicked() {
            *goes = Some(Place::default());
        }
        if place.bucket.is_empty() {
            return;
        }
        let way = std::iter::once((place.bucket.as_str(), "")).chain(place.crumbs());
        for (name, prefix) in way {
            ui.label(muted("/"));
            if toggle(ui, name, place.prefix == prefix).clicked() {
                *goes = Some(Place::new(&place.bucket, prefix, ""));
            }
        }
        if !view.presents() && place.prefix.is_empty() {
            let name = view.tr_with("buckets-delete-bucket", &[("bucket", place.bucket.as_str().into())]);
            let delete = icon_button(ui, Icon::Close, &name, data.bucket().is_some());
            actions.when(delete.clicked(), Action::Act(vec![lines::delete_bucket(&place.bucket)]));
        }
    });
}

fn buckets_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, goes: &mut Option<Place>) {
    if data.buckets.is_empty() {
        ui.label(muted(view.tr("buckets-no-bucket")));
    }
    for bucket in &data.buckets {
        let args = [("n", bucket.n_objects.into()), ("bytes", format::bytes(bucket.bytes).into()), ("region", bucket.region.into())];
        let note = view.tr_with("buckets-bucket-note", &args);
        if row_ui(ui, view, &Row { sign: Sign::Bucket, name: &bucket.name, chosen: false, note: &note, short: &note }, |_| ()) {
            *goes = Some(Place::new(&bucket.name, "", ""));
        }
    }
}

fn keys_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, actions: &mut Actions, goes: &mut Option<Place>) {
    let place = &data.place;
    if data.folders.is_empty() && data.objects.is_empty() {
        ui.label(muted(view.tr("buckets-empty")));
    }
    for folder in &data.folders {
        let note = view.tr("buckets-only-prefix");
        let row = Row { sign: Sign::Prefix, name: below(folder, place), chosen: false, note: &note, short: &note };
        if row_ui(ui, view, &row, |_| ()) {
            *goes = Some(Place::new(&place.bucket, folder, ""));
        }
    }
    for object in &data.objects {
        let chosen = object.key == place.key;
        let [note, short] = ["buckets-object-note", "buckets-object-short"].map(|key| object_note(view, key, object));
        let row = Row { sign: Sign::Object, name: below(&object.key, place), chosen, note: &note, short: &short };
        let clicked = row_ui(ui, view, &row, |ui| {
            if chosen && !view.presents() {
                let name = view.tr_with("buckets-delete-object", &[("key", object.key.as_str().into())]);
                let delete = icon_button(ui, Icon::Close, &name, true);
                actions.when(delete.clicked(), Action::Act(vec![lines::delete_object(&place.bucket, &object.key)]));
            }
        });
        if clicked {
            *goes = Some(Place::new(&place.bucket, &place.prefix, &object.key));
        }
    }
    if data.is_cut {
        ui.label(muted(view.tr_with("buckets-cut", &[("n", MAX_ROWS.into())])));
    }
    if !view.presents() {
        let asked = small(lines::list(&place.bucket, &place.prefix)).family(FontFamily::Monospace).weak();
        ui.label(asked).on_hover_text(view.tr("buckets-list-hint"));
    }
}

/// What a key adds to the prefix that is shown.
fn below<'a>(key: &'a str, place: &Place) -> &'a str {
    key.strip_prefix(place.prefix.as_str()).unwrap_or(key)
}

/// Size, class and the first letters of the ETag.
fn object_note(view: &View<'_>, key: &str, object: &ObjectRow) -> String {
    let etag: String = object.etag.chars().take(8).collect();
    let args = [("bytes", format::bytes(object.bytes).into()), ("class", object.class.as_str().into()), ("etag", etag.into())];
    view.tr_with(key, &args)
}

/// A row: its sign, its name as a button, what else the learner may do with it, and what there is to say of it, below if there is no
/// room beside. True if the name was clicked.
fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Row<'_>, more: impl FnOnce(&mut Ui)) -> bool {
    let width = |text: &str, style: TextStyle| {
        let font = style.resolve(ui.style());
        ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
    };
    let room =
        ui.available_width() - ICON - width(row.name, TextStyle::Body) - TARGET - 2.0 * ui.spacing().button_padding.x - 3.0 * space::GRID;
    let beside = [row.note, row.short].into_iter().find(|note| width(note, TextStyle::Small) <= room);
    let shown = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::GRID;
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        paint(row.sign, ui.painter(), rect, view.palette().muted, view.theme.line_width() * 1.5);
        let clicked = toggle(ui, row.name, row.chosen).clicked();
        if let Some(note) = beside {
            ui.label(muted(note));
        }
        more(ui);
        clicked
    });
    if beside.is_none() {
        ui.horizontal_top(|ui| {
            ui.add_space(ICON);
            ui.vertical(|ui| ui.label(muted(row.note)));
        });
    }
    shown.inner
}

fn paint(sign: Sign, painter: &Painter, rect: Rect, color: Color32, width: f32) {
    let stroke = Stroke::new(width, color);
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * rect.width() / 18.0;
    match sign {
        Sign::Bucket => {
            painter.add(Shape::closed_line(vec![at(2.0, 4.0), at(16.0, 4.0), at(14.0, 16.0), at(4.0, 16.0)], stroke));
            painter.line_segment([at(2.0, 7.0), at(16.0, 7.0)], stroke);
        }
        Sign::Prefix => {
            let outline = [at(1.5, 15.0), at(1.5, 3.5), at(7.0, 3.5), at(9.0, 6.0), at(16.5, 6.0), at(16.5, 15.0), at(1.5, 15.0)];
            painter.extend(Shape::dashed_line(&outline, stroke, 2.5, 2.0));
        }
        Sign::Object => {
            let outline = vec![at(4.0, 2.0), at(11.0, 2.0), at(14.5, 5.5), at(14.5, 16.0), at(4.0, 16.0)];
            painter.add(Shape::closed_line(outline, stroke));
            painter.line_segment([at(6.5, 9.0), at(12.0, 9.0)], stroke);
            painter.line_segment([at(6.5, 12.0), at(12.0, 12.0)], stroke);
        }
    }
}
