//! The two kinds of volumes of a Volume Gateway: where the whole is, and what the other side has of it. It shows no limits.

use egui::Align2;

use super::{Canvas, Ink};

/// The two sides: left edges and width; what lies between them.
const PREMISES: f32 = 0.0;
const AWS: f32 = 58.0;
const WIDE: f32 = 42.0;
/// The two kinds: upper edges and height.
const CACHED: f32 = 13.0;
const STORED: f32 = 35.0;
const HIGH: f32 = 12.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.caption((PREMISES + WIDE / 2.0, 0.0), Align2::CENTER_TOP, "figure-volume-copies-premises", Ink::Muted);
    canvas.words((AWS + WIDE / 2.0, 0.0), Align2::CENTER_TOP, "AWS", Ink::Muted, true);

    canvas.caption((0.0, CACHED - 1.0), Align2::LEFT_BOTTOM, "figure-volume-copies-cached", Ink::Text);
    canvas.boxed((PREMISES, CACHED), (11.0, HIGH), Ink::Accent);
    canvas.ghost((PREMISES + 12.0, CACHED), (WIDE - 12.0, HIGH), Ink::Muted);
    canvas.caption((PREMISES + 14.0, CACHED + HIGH / 2.0), Align2::LEFT_CENTER, "figure-volume-copies-part", Ink::Text);
    canvas.arrow((AWS, CACHED + HIGH / 2.0), (PREMISES + WIDE, CACHED + HIGH / 2.0), Ink::Text);
    whole(canvas, (AWS, CACHED));

    canvas.caption((0.0, STORED - 1.0), Align2::LEFT_BOTTOM, "figure-volume-copies-stored", Ink::Text);
    whole(canvas, (PREMISES, STORED));
    canvas.arrow((PREMISES + WIDE, STORED + HIGH / 2.0), (AWS, STORED + HIGH / 2.0), Ink::Text);
    for n in 0..3_u8 {
        canvas.boxed((AWS + 3.5 * f32::from(n), STORED), (3.0, HIGH), Ink::Series(2));
    }
    canvas.caption((AWS + 13.0, STORED + HIGH / 2.0), Align2::LEFT_CENTER, "figure-volume-copies-snapshots", Ink::Text);
}

/// The main copy.
fn whole(canvas: &Canvas<'_>, at: (f32, f32)) {
    canvas.boxed(at, (WIDE, HIGH), Ink::Accent);
    canvas.caption((at.0 + WIDE / 2.0, at.1 + HIGH / 2.0), Align2::CENTER_CENTER, "figure-volume-copies-whole", Ink::Text);
}
