//! The ring around whatever has the keyboard: one place for every widget, so that none can forget it.

use egui::{Context, CornerRadius, Id, LayerId, Order, Stroke, StrokeKind};

use crate::ui::theme::{CORNER, FOCUS_RING, Theme};

/// Draws the ring; call it once, after everything else.
pub fn ring_ui(ctx: &Context, theme: Theme) {
    let Some(response) = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id)) else { return };
    if !response.interact_rect.is_positive() {
        return; // scrolled out of sight
    }
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("focus-ring")));
    painter.rect_stroke(
        response.interact_rect,
        CornerRadius::same(CORNER),
        Stroke::new(FOCUS_RING.max(theme.line_width()), theme.palette().accent),
        StrokeKind::Outside,
    );
}
