//! The small parts that the pictures of this bench share: cells in columns, and bars that differ by pattern as well as colour.

use egui::{Align, Color32, FontFamily, Layout, Painter, Rect, RichText, Sense, Stroke, TextStyle, Ui, WidgetText, pos2, vec2};

use crate::ui::{
    View,
    theme::{TARGET, small, space},
};

/// How a piece of a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Whole.
    Solid,
    /// Slanting lines.
    Hatched,
    /// Crossed lines.
    Crossed,
    /// Its outline alone.
    Hollow,
    /// A thin line through its middle.
    Thin,
}

/// A kind of piece: what fills it, and what it means.
pub(super) struct Piece {
    pub fill: Fill,
    pub color: Color32,
    pub name: String,
}

/// The distance of slanting lines.
const HATCH: f32 = 6.0;

/// A caption in the monospaced face.
pub(super) fn small_code(text: impl Into<String>) -> RichText {
    small(text).family(FontFamily::Monospace)
}

/// A fact in a table: numbers and names in even columns, words as words.
pub(super) fn fact(text: impl Into<String>) -> RichText {
    let text = text.into();
    let is_words = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if is_words { small(text) } else { small_code(text) }
}

/// How wide a text is on one line.
pub(super) fn width(ui: &Ui, text: RichText) -> f32 {
    let text = WidgetText::from(text).into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    text.size().x.ceil()
}

/// The widest of some texts.
pub(super) fn widest(ui: &Ui, texts: impl IntoIterator<Item = RichText>) -> f32 {
    texts.into_iter().map(|text| width(ui, text)).fold(0.0, f32::max)
}

/// Something in a cell of a row.
pub(super) fn cell<R>(ui: &mut Ui, width: f32, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(vec2(width, height));
        ui.set_max_width(width);
        // rows of text are as high as text
        ui.spacing_mut().interact_size.y = 0.0;
        add(ui)
    });
    shown.inner
}

/// Paints a piece of a bar.
pub(super) fn fill(painter: &Painter, view: &View<'_>, rect: Rect, fill: Fill, color: Color32) {
    if !rect.is_positive() {
        return;
    }
    let line = Stroke::new(view.theme.line_width(), color);
    match fill {
        Fill::Solid => _ = painter.rect_filled(rect, 0.0, color),
        Fill::Thin => _ = painter.hline(rect.x_range(), rect.center().y, line),
        Fill::Hollow => _ = painter.rect_stroke(rect, 0.0, line, egui::StrokeKind::Inside),
        Fill::Hatched | Fill::Crossed => {
            painter.rect_stroke(rect, 0.0, line, egui::StrokeKind::Inside);
            let inside = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
            let height = rect.height();
            let n = ((rect.width() + height) / HATCH).ceil() as usize;
            for x in (0..n).map(|n| rect.left() + n as f32 * HATCH) {
                inside.line_segment([pos2(x, rect.top()), pos2(x - height, rect.bottom())], line);
                if fill == Fill::Crossed {
                    inside.line_segment([pos2(x - height, rect.top()), pos2(x, rect.bottom())], line);
                }
            }
        }
    }
}

/// What the pieces of the bars mean.
pub(super) fn key(ui: &mut Ui, view: &View<'_>, pieces: &[Piece]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::GRID;
        ui.spacing_mut().interact_size.y = 0.0;
        for piece in pieces {
            let text = WidgetText::from(small(piece.name.as_str()));
            let text = text.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, TextStyle::Small);
            if ui.available_size_before_wrap().x < TARGET + space::GRID + text.size().x {
                ui.end_row();
            }
            let (place, _) = ui.allocate_exact_size(vec2(TARGET, text.size().y), Sense::hover());
            let rect = Rect::from_center_size(place.center(), vec2(TARGET, space::BETWEEN));
            fill(ui.painter(), view, rect, piece.fill, piece.color);
            ui.label(text);
            ui.add_space(space::INSIDE);
        }
    });
}
