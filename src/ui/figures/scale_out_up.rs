//! One large machine beside four small ones, before and after a failure: what of the capacity is left. It shows no prices.

use egui::Align2;

use super::{Canvas, Ink};

/// The large machine; the four small ones fill the same area.
const LARGE: (f32, f32) = (30.0, 16.0);
const SMALL: (f32, f32) = (14.5, 7.5);
/// The left edges of the two sides, and the upper edges of before and after.
const LEFT: f32 = 5.0;
const RIGHT: f32 = 65.0;
const BEFORE: f32 = 7.0;
const AFTER: f32 = 35.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.text((LEFT + LARGE.0 / 2.0, 3.0), Align2::CENTER_CENTER, "figure-scale-out-up-one", Ink::Text);
    canvas.text((RIGHT + LARGE.0 / 2.0, 3.0), Align2::CENTER_CENTER, "figure-scale-out-up-four", Ink::Text);

    canvas.boxed((LEFT, BEFORE), LARGE, Ink::Accent);
    canvas.words((LEFT + LARGE.0 / 2.0, BEFORE + LARGE.1 / 2.0), Align2::CENTER_CENTER, "400", Ink::Text, false);
    canvas.ghost((LEFT, AFTER), LARGE, Ink::Failed);
    canvas.cross((LEFT + LARGE.0 / 2.0, AFTER + LARGE.1 / 2.0), 3.0, Ink::Failed);

    for n in 0..4_u8 {
        let (column, row) = (f32::from(n % 2), f32::from(n / 2));
        let (x, y) = (RIGHT + column * (LARGE.0 - SMALL.0), row * (LARGE.1 - SMALL.1));
        small_ui(canvas, (x, BEFORE + y), true);
        small_ui(canvas, (x, AFTER + y), n != 1);
    }

    let (left, right) = (LEFT + LARGE.0 / 2.0, RIGHT + LARGE.0 / 2.0);
    for x in [left, right] {
        canvas.caption((x, BEFORE + LARGE.1 + 1.0), Align2::CENTER_TOP, "figure-scale-out-up-all", Ink::Muted);
    }
    canvas.caption((50.0, 25.5), Align2::CENTER_BOTTOM, "figure-scale-out-up-fails", Ink::Text);
    canvas.arrow((50.0, 26.5), (50.0, 35.0), Ink::Muted);
    canvas.text((left, AFTER + LARGE.1 + 1.0), Align2::CENTER_TOP, "figure-scale-out-up-none", Ink::Failed);
    canvas.text((right, AFTER + LARGE.1 + 1.0), Align2::CENTER_TOP, "figure-scale-out-up-most", Ink::Ok);
}

/// One of the four, or the place where it was.
fn small_ui(canvas: &Canvas<'_>, (x, y): (f32, f32), runs: bool) {
    let middle = (x + SMALL.0 / 2.0, y + SMALL.1 / 2.0);
    if runs {
        canvas.boxed((x, y), SMALL, Ink::Accent);
        canvas.words(middle, Align2::CENTER_CENTER, "100", Ink::Text, true);
    } else {
        canvas.ghost((x, y), SMALL, Ink::Failed);
        canvas.cross(middle, 2.0, Ink::Failed);
    }
}
