//! The chosen object as HEAD shows it, and the last answer as JSON. It changes nothing but by asking for a read.

use std::collections::BTreeMap;

use egui::{CornerRadius, FontFamily, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::{
    data::{BucketsData, Details},
    form::widest,
    lines,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{heading, muted, small, space},
        widgets::{Icon, card, text_button},
    },
};

/// The height of an object drawn as a bar, and the least width of a part of it.
const BAR_HEIGHT: f32 = 16.0;
const LEAST_PART: f32 = 4.0;

/// Draws the object's card. `head` where nothing else names it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, head: bool, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        if head {
            ui.label(heading(view.tr("buckets-object")));
        }
        let Some(details) = &data.details else {
            let key = if data.place.key.is_empty() { "buckets-no-object" } else { "buckets-no-such-object" };
            ui.label(muted(view.tr(key)));
            return;
        };
        if let Some(part) = data.part_read() {
            part_ui(ui, view, part, details.bytes);
        }
        rows_ui(ui, view, &data.place.key, details);
        if !view.presents() {
            ui.add_space(space::GRID);
            ui.horizontal(|ui| {
                let reads = text_button(ui, Icon::ChevronDown, &view.tr("buckets-read"), true);
                actions.when(reads.clicked(), Action::Act(vec![lines::read(&data.place.bucket, &data.place.key, true)]));
            });
        }
    });
}

/// The whole object as a bar, and in it the part that was read last.
fn part_ui(ui: &mut Ui, view: &View<'_>, (from, to): (u64, u64), bytes: u64) {
    let n_read = to.min(bytes.saturating_sub(1)).saturating_sub(from) + 1;
    let told = view.tr_with("buckets-part", &[("part", format::bytes(n_read).into()), ("whole", format::bytes(bytes).into())]);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR_HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let along = |byte: u64| rect.left() + rect.width() * (byte as f32 / bytes.max(1) as f32);
    // a small part of much is still to be seen
    let right = along(from + n_read).max(along(from) + LEAST_PART);
    let part = Rect::from_x_y_ranges(along(from)..=right.min(rect.right()), rect.y_range());
    ui.painter().rect(rect, CornerRadius::same(2), view.palette().ground, view.theme.strong_line(), StrokeKind::Inside);
    ui.painter().rect_filled(part, CornerRadius::ZERO, view.palette().series[0]);
    ui.label(told);
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, key: &str, it: &Details) {
    let exact = format::count(i64::try_from(it.bytes).unwrap_or(i64::MAX));
    let size = view.tr_with("buckets-exact", &[("short", format::bytes(it.bytes).into()), ("exact", exact.into())]);
    let none = || view.tr("buckets-none");
    let listed = |pairs: &BTreeMap<String, String>| {
        let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { none() } else { pairs.join(", ") }
    };
    let checksum = it.checksum.as_ref().map_or_else(none, |(name, value)| format!("{name} {value}"));
    let mut rows = vec![
        (view.tr("buckets-key"), key.to_owned(), ""),
        (view.tr("buckets-size"), size, ""),
        (view.tr("buckets-type"), it.content_type.clone(), "buckets-type-hint"),
        (view.tr("buckets-class"), it.class.clone(), ""),
        (view.tr("buckets-metadata"), listed(&it.metadata), "buckets-metadata-note"),
        (view.tr("buckets-tags"), listed(&it.tags), "buckets-tags-note"),
        ("ETag".to_owned(), it.etag.clone(), "buckets-etag-note"),
        (view.tr("buckets-checksum"), checksum, "buckets-checksum-note"),
    ];
    if let Some(version) = &it.version_id {
        rows.push((view.tr("buckets-version"), version.clone(), ""));
    }
    let names: Vec<String> = rows.iter().map(|(name, ..)| name.clone()).collect();
    let column = widest(ui, &names);
    for (name, value, hint) in rows {
        let row = ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(column, 0.0), |ui| {
                ui.set_min_width(column);
                ui.label(muted(name));
            });
            ui.vertical(|ui| ui.label(small(value).family(FontFamily::Monospace)));
        });
        if !hint.is_empty() {
            row.response.on_hover_text(view.tr(hint));
        }
    }
}

/// Draws the last answer as AWS gives it, under the command that asks for it.
pub(super) fn json_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, head: bool) {
    let place = &data.place;
    let asked = match (place.bucket.as_str(), place.key.as_str()) {
        ("", _) => "aws s3api list-buckets".to_owned(),
        (bucket, "") => lines::list(bucket, &place.prefix),
        (bucket, key) => lines::head(bucket, key),
    };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        if head {
            ui.label(heading(view.tr("buckets-answer")));
        }
        ui.label(small(asked).family(FontFamily::Monospace));
        let answer = small(data.answer.as_str()).family(FontFamily::Monospace);
        ui.add(egui::Label::new(answer).wrap().selectable(true));
    });
}
