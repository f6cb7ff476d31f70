//! The ring around whatever has the keyboard: one place for every widget, so that none can forget it.

use egui::{Context, CornerRadius, Id, LayerId, Order, Stroke, StrokeKind};

use crate::ui::theme::{CORNER, FOCUS_RING, Theme};

/// The distance between the ring and what it is around.
const GAP: f32 = 1.0;

/// Draws the ring; call it once, after everything else.
pub fn ring_ui(ctx: &Context, theme: Theme) {
    let Some(response) = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id)) else { return };
    let is_drawn = ctx.viewport(|viewport| viewport.this_pass.widgets.contains(response.id));
    if !is_drawn || !response.interact_rect.is_positive() {
        return; // gone with what it was on, or scrolled out of sight
    }
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("focus-ring")));
    painter.rect_stroke(
        // a hair of distance, so that it also shows around a button that is filled with the accent
        response.interact_rect.expand(GAP),
        CornerRadius::same(CORNER + GAP as u8),
        Stroke::new(FOCUS_RING.max(theme.line_width()), theme.palette().accent),
        StrokeKind::Outside,
    );
}
