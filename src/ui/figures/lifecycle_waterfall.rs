//! Steps down from the dearest storage class to the end: which way a lifecycle rule may move an object. It shows no prices.

use egui::Align2;

use super::{Canvas, Ink};

/// The classes from the top down.
const STEPS: [&str; 5] = ["Standard", "Standard-IA", "Glacier IR", "Glacier", "Deep Archive"];

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    for (n, class) in (0_u8..).zip(STEPS) {
        let (x, y) = (f32::from(n) * 18.0, f32::from(n) * 8.0);
        canvas.boxed((x, y), (26.0, 9.0), Ink::Series(usize::from(n)));
        canvas.words((x + 13.0, y + 4.5), Align2::CENTER_CENTER, class, Ink::Text, true);
        if n > 0 {
            canvas.arrow((x - 4.0, y - 4.0), (x - 4.0, y + 3.5), Ink::Muted);
        }
    }
    canvas.caption((0.0, 44.0), Align2::LEFT_BOTTOM, "figure-lifecycle-waterfall-one-way", Ink::Muted);
}
