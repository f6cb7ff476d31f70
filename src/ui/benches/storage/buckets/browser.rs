//! The object browser: buckets, the way to a prefix, folders that are only prefixes, and objects. It moves the place and asks for deletions.

use egui::{Color32, FontFamily, Painter, Rect, Sense, Shape, Stroke, Ui, Vec2, vec2};

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
        theme::{ICON, muted, small, space},
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
        if row_ui(ui, view, Sign::Bucket, &bucket.name, false, &note) {
            *goes = Some(Place::new(&bucket.name, "", ""));
        }
    }
}

fn keys_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, actions: &mut Actions, goes: &mut Option<Place>) {
    let place = &data.place;
    let name = |key: &str| key.strip_prefix(place.prefix.as_str()).unwrap_or(key).to_owned();
    if data.folders.is_empty() && data.objects.is_empty() {
        ui.label(muted(view.tr("buckets-empty")));
    }
    for folder in &data.folders {
        if row_ui(ui, view, Sign::Prefix, &name(folder), false, &view.tr("buckets-only-prefix")) {
            *goes = Some(Place::new(&place.bucket, folder, ""));
        }
    }
    for object in &data.objects {
        ui.horizontal_top(|ui| {
            let chosen = object.key == place.key;
            if row_ui(ui, view, Sign::Object, &name(&object.key), chosen, &object_note(view, object)) {
                *goes = Some(Place::new(&place.bucket, &place.prefix, &object.key));
            }
            if chosen && !view.presents() {
                let name = view.tr_with("buckets-delete-object", &[("key", object.key.as_str().into())]);
                let delete = icon_button(ui, Icon::Close, &name, true);
                actions.when(delete.clicked(), Action::Act(vec![lines::delete_object(&place.bucket, &object.key)]));
            }
        });
    }
    if data.is_cut {
        ui.label(muted(view.tr_with("buckets-cut", &[("n", MAX_ROWS.into())])));
    }
    if !view.presents() {
        let asked = small(lines::list(&place.bucket, &place.prefix)).family(FontFamily::Monospace).weak();
        ui.label(asked).on_hover_text(view.tr("buckets-list-hint"));
    }
}

/// Size, class and the first letters of the ETag.
fn object_note(view: &View<'_>, object: &ObjectRow) -> String {
    let etag: String = object.etag.chars().take(8).collect();
    let args = [("bytes", format::bytes(object.bytes).into()), ("class", object.class.as_str().into()), ("etag", etag.into())];
    view.tr_with("buckets-object-note", &args)
}

/// A row: its sign, its name as a button, and what there is to say of it. True if it was clicked.
fn row_ui(ui: &mut Ui, view: &View<'_>, sign: Sign, name: &str, chosen: bool, note: &str) -> bool {
    let shown = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::GRID, 0.0);
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        paint(sign, ui.painter(), rect, view.palette().muted, view.theme.line_width() * 1.5);
        let clicked = toggle(ui, name, chosen).clicked();
        ui.label(muted(note));
        clicked
    });
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
