//! A framed part of a screen with its head; it decides no layout of what is inside.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Ui};

use crate::ui::theme::{CORNER, Theme, heading, space};

/// Draws `contents` on a surface with a quiet border, under `head` if there is one.
pub fn card<R>(ui: &mut Ui, theme: Theme, head: Option<&str>, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    Frame::new()
        .fill(theme.palette().surface)
        .stroke(theme.line())
        .corner_radius(CornerRadius::same(CORNER))
        .inner_margin(Margin::same(space::BETWEEN as i8))
        .show(ui, |ui| {
            if let Some(head) = head {
                ui.label(heading(head));
            }
            contents(ui)
        })
}
