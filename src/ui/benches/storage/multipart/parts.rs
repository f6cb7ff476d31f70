//! The small parts that both halves of the bench draw alike: a refusal, a piece of a bar, and what the pieces mean.

use egui::{CornerRadius, Painter, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::ui::{
    View,
    theme::{ICON, code, space},
    widgets::Icon,
};

/// Between the lines of a hatching.
const HATCH: f32 = 7.0;
const KEY: Vec2 = vec2(22.0, 12.0);

/// What became of bytes on a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// S3 has them.
    Kept,
    /// Sent in vain.
    Lost,
    /// Not sent yet.
    ToCome,
}

impl Piece {
    pub(super) fn paint(self, painter: &Painter, view: &View<'_>, rect: Rect) {
        if !rect.is_positive() {
            return;
        }
        let palette = view.palette();
        match self {
            Self::Kept => _ = painter.rect_filled(rect, 1.0, palette.series[2]),
            Self::ToCome => _ = painter.rect_stroke(rect, CornerRadius::same(1), view.theme.line(), StrokeKind::Inside),
            Self::Lost => {
                let stroke = Stroke::new(view.theme.line_width(), palette.failed);
                painter.rect_stroke(rect, CornerRadius::same(1), stroke, StrokeKind::Inside);
                let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
                let mut x = rect.left() - rect.height();
                while x < rect.right() {
                    painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], stroke);
                    x += HATCH;
                }
            }
        }
    }
}

/// What the pieces mean.
pub(super) fn key_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::GRID;
        for (piece, name) in
            [(Piece::Kept, "multipart-key-kept"), (Piece::Lost, "multipart-key-lost"), (Piece::ToCome, "multipart-key-to-come")]
        {
            let text = egui::WidgetText::from(crate::ui::theme::small(view.tr(name)));
            let text = text.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::TextStyle::Small);
            if ui.available_size_before_wrap().x < KEY.x + space::GRID + text.size().x {
                ui.end_row();
            }
            let (rect, _) = ui.allocate_exact_size(KEY, Sense::hover());
            piece.paint(ui.painter(), view, rect);
            ui.label(text);
            ui.add_space(space::INSIDE);
        }
    });
}

/// AWS's code, then what it means and what would satisfy it; AWS's own words on hover.
pub(super) fn refusal_ui(ui: &mut Ui, view: &View<'_>, name: &str, message: &str, why: &str) {
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.label(code(name));
    });
    ui.label(view.tr(why)).on_hover_text(message);
}
