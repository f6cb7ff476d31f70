//! Three versions under a delete marker, and the same stack without it, with what a read finds on top. It shows no version ids.

use egui::Align2;

use super::{Canvas, Ink};

/// How wide a stack is, and where the two stand.
const WIDE: f32 = 34.0;
const BEFORE: f32 = 0.0;
const AFTER: f32 = 66.0;
/// How high one layer is, and from one layer to the next.
const LAYER: f32 = 9.0;
const STEP: f32 = 10.5;
/// Where the marker lies, and the version below it.
const MARKER: f32 = 11.0;
const THIRD: f32 = MARKER + STEP;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let (left, right) = (BEFORE + WIDE / 2.0, AFTER + WIDE / 2.0);
    canvas.cross((BEFORE + 5.0, 2.5), 1.2, Ink::Failed);
    canvas.words((BEFORE + 8.0, 2.5), Align2::LEFT_CENTER, "GET: 404", Ink::Failed, true);
    canvas.arrow((left, 5.0), (left, MARKER), Ink::Failed);
    canvas.boxed((BEFORE, MARKER), (WIDE, LAYER), Ink::Failed);
    canvas.caption((left, MARKER + LAYER / 2.0), Align2::CENTER_CENTER, "figure-version-stack-marker", Ink::Text);
    versions(canvas, BEFORE, Ink::Muted);

    canvas.caption((50.0, THIRD + 3.0), Align2::CENTER_BOTTOM, "figure-version-stack-remove", Ink::Text);
    canvas.arrow((BEFORE + WIDE + 3.0, THIRD + LAYER / 2.0), (AFTER - 3.0, THIRD + LAYER / 2.0), Ink::Text);

    canvas.disc((AFTER + 5.0, 2.5), 1.4, Ink::Ok);
    canvas.caption((AFTER + 8.0, 2.5), Align2::LEFT_CENTER, "figure-version-stack-get", Ink::Ok);
    canvas.ghost((AFTER, MARKER), (WIDE, LAYER), Ink::Muted);
    canvas.arrow((right, 5.0), (right, THIRD), Ink::Ok);
    versions(canvas, AFTER, Ink::Ok);
    canvas.caption((0.0, THIRD + 3.0 * STEP + 1.0), Align2::LEFT_TOP, "figure-version-stack-top", Ink::Muted);
}

/// The three versions of a stack; `newest` is what the third is drawn in.
fn versions(canvas: &Canvas<'_>, x: f32, newest: Ink) {
    let layers =
        [("figure-version-stack-third", newest), ("figure-version-stack-second", Ink::Muted), ("figure-version-stack-first", Ink::Muted)];
    for (n, (key, ink)) in (0_u8..).zip(layers) {
        let y = THIRD + f32::from(n) * STEP;
        canvas.boxed((x, y), (WIDE, LAYER), ink);
        canvas.caption((x + WIDE / 2.0, y + LAYER / 2.0), Align2::CENTER_CENTER, key, Ink::Text);
    }
}
