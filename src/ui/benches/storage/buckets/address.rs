//! The URL card: the address of what is chosen, piece by piece, and what somebody without a signature gets from it.

use egui::{FontSelection, Pos2, Rect, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::{
    data::BucketsData,
    happened, lines,
    url::{Form, Part},
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{heading, muted, space},
    widgets::{Icon, card, icon_button, text_button, toggle},
};

/// What the card needs beside the data.
pub(super) struct Handles<'a> {
    /// The form of the address, chosen in the card.
    pub form: &'a mut Form,
    /// Bucket, region and key as the handles have them: the address of what is not there yet.
    pub draft: (&'a str, &'static str, &'a str),
    /// Whether the card names itself.
    pub head: bool,
}

/// Draws the card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, handles: &mut Handles<'_>, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        if !view.presents() {
            ui.horizontal_wrapped(|ui| {
                if handles.head {
                    ui.label(heading(view.tr("buckets-url")));
                }
                for one in Form::ALL {
                    if toggle(ui, &view.tr(key(one)), *handles.form == one).clicked() {
                        *handles.form = one;
                    }
                }
            });
        }
        let form = *handles.form;
        let Some(bucket) = data.bucket() else {
            let (name, region, key) = handles.draft;
            pieces_ui(ui, view, &form.pieces(name, region, key));
            ui.label(muted(view.tr("buckets-url-none")));
            return;
        };
        let pieces = form.pieces(&bucket.name, bucket.region, &data.place.key);
        pieces_ui(ui, view, &pieces);
        if !view.presents() {
            ui.label(muted(view.tr(note(form, &bucket.name))));
        }
        opened_ui(ui, view, data, &form.url(&bucket.name, bucket.region, &data.place.key), actions);
    });
}

const fn key(form: Form) -> &'static str {
    match form {
        Form::VirtualHosted => "buckets-form-virtual",
        Form::Path => "buckets-form-path",
        Form::Global => "buckets-form-global",
    }
}

/// What is to be known of an address of that form.
fn note(form: Form, bucket: &str) -> &'static str {
    match form {
        Form::VirtualHosted if bucket.contains('.') => "buckets-note-dots",
        Form::VirtualHosted => "buckets-note-virtual",
        Form::Path => "buckets-note-path",
        Form::Global => "buckets-note-global",
    }
}

const fn name(part: Part) -> (&'static str, usize) {
    match part {
        Part::Scheme => ("buckets-part-scheme", 4),
        Part::Bucket => ("buckets-part-bucket", 0),
        Part::Host => ("buckets-part-host", 1),
        Part::Key => ("buckets-part-key", 2),
    }
}

/// The pieces one after another, each over its name; a new row where there is no more room.
fn pieces_ui(ui: &mut Ui, view: &View<'_>, pieces: &[(Part, String)]) {
    let width = ui.available_width();
    let font = |style: TextStyle| FontSelection::from(style).resolve(ui.style());
    let (mono, caption) = (font(TextStyle::Monospace), font(TextStyle::Small));
    let mut at = Pos2::ZERO;
    let mut row_height: f32 = 0.0;
    let mut placed = Vec::new();
    for (part, text) in pieces {
        let (key, color) = name(*part);
        let color = view.palette().series[color];
        let value = ui.painter().layout(text.clone(), mono.clone(), color, width);
        let label = ui.painter().layout(view.tr(key), caption.clone(), view.palette().muted, width);
        let size = vec2(value.size().x.max(label.size().x), value.size().y + space::INSIDE + label.size().y);
        if at.x > 0.0 && at.x + size.x > width {
            at = pos2(0.0, at.y + row_height + space::INSIDE);
            row_height = 0.0;
        }
        placed.push((at, value, label, color));
        at.x += size.x + space::GRID;
        row_height = row_height.max(size.y);
    }
    let (area, response) = ui.allocate_exact_size(vec2(width, at.y + row_height), Sense::hover());
    let told = pieces.iter().map(|(part, text)| format!("{} {text}", view.tr(name(*part).0))).collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    for (at, value, label, color) in placed {
        let from = area.min + at.to_vec2();
        let line = from.y + value.size().y + space::GRID / 2.0;
        let bar = Rect::from_min_max(pos2(from.x, line), pos2(from.x + value.size().x, line));
        ui.painter().line_segment([bar.left_top(), bar.right_top()], Stroke::new(view.theme.curve_width(), color));
        let below = pos2(from.x, from.y + value.size().y + space::GRID);
        ui.painter().galley(from, value, color);
        ui.painter().galley(below, label, view.palette().muted);
    }
}

/// The button that asks without a signature, and the last answer to it.
fn opened_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, url: &str, actions: &mut Actions) {
    let place = &data.place;
    if !view.presents() {
        ui.horizontal_wrapped(|ui| {
            let opens = text_button(ui, Icon::Play, &view.tr("buckets-open"), !place.key.is_empty());
            let opens = opens.on_hover_text(view.tr("buckets-open-hint"));
            actions.when(opens.clicked(), Action::Act(vec![lines::read(&place.bucket, &place.key, false)]));
            let copies = icon_button(ui, Icon::Copy, &view.tr("buckets-copy-url"), true);
            actions.when(copies.clicked(), Action::Copy(url.to_owned()));
        });
    }
    match data.opened() {
        Some(answer) => happened::one_ui(ui, view, data, answer),
        None => _ = ui.label(muted(view.tr(if place.key.is_empty() { "buckets-no-object" } else { "buckets-not-opened" }))),
    }
}
