//! One object taken apart: key, data, metadata and version id. It does not show where the object lies.

use egui::Align2;

use super::{Canvas, Ink};

/// How high each part is, and how far the next one is below it.
const HEIGHT: f32 = 10.5;
const STEP: f32 = 12.0;
/// Where the parts begin, right of their names, and where they end.
const LEFT: f32 = 39.0;
const RIGHT: f32 = 97.0;
/// The upper edge of the first part.
const TOP: f32 = 9.0;
/// The lower edge of the object.
const BOTTOM: f32 = 58.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.line(&[(0.5, 0.5), (99.5, 0.5), (99.5, BOTTOM), (0.5, BOTTOM), (0.5, 0.5)], Ink::Accent);
    canvas.text((3.0, TOP / 2.0 + 0.5), Align2::LEFT_CENTER, "figure-object-anatomy-object", Ink::Accent);
    let parts = [
        ("figure-object-anatomy-key", "figure-object-anatomy-key-is"),
        ("figure-object-anatomy-data", "figure-object-anatomy-data-is"),
        ("figure-object-anatomy-metadata", "figure-object-anatomy-metadata-is"),
        ("figure-object-anatomy-version", "figure-object-anatomy-version-is"),
    ];
    let contents = ["2026/cat.jpg", "FF D8 FF E0 00 10 4A 46 …", "Content-Type: image/jpeg"];
    for (n, (name, is)) in (0_u8..).zip(parts) {
        let top = TOP + f32::from(n) * STEP;
        canvas.text((3.0, top + HEIGHT / 2.0), Align2::LEFT_BOTTOM, name, Ink::Text);
        canvas.caption((3.0, top + HEIGHT / 2.0), Align2::LEFT_TOP, is, Ink::Muted);
        let middle = (LEFT + 3.0, top + HEIGHT / 2.0);
        if let Some(content) = contents.get(usize::from(n)) {
            canvas.boxed((LEFT, top), (RIGHT - LEFT, HEIGHT), if n == 0 { Ink::Accent } else { Ink::Muted });
            canvas.words(middle, Align2::LEFT_CENTER, content, Ink::Text, true);
        } else {
            canvas.ghost((LEFT, top), (RIGHT - LEFT, HEIGHT), Ink::Muted);
            canvas.caption(middle, Align2::LEFT_CENTER, "figure-object-anatomy-version-when", Ink::Muted);
        }
    }
}
