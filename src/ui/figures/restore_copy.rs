//! A restore from left to right: the request, the wait, the temporary copy and its end, with what a read answers. It shows no prices.

use egui::Align2;

use super::{Canvas, Ink};

/// When the restore is asked for, when the copy is there, and when it goes.
const ASKED: f32 = 12.0;
const THERE: f32 = 42.0;
const GONE: f32 = 80.0;
/// How high each bar is.
const BAR: f32 = 10.0;
/// Where the archived object, the copy and the answers lie.
const ORIGINAL: f32 = 9.0;
const COPY: f32 = 26.0;
const ANSWERS: f32 = 44.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.arrow((ASKED, 0.0), (ASKED, ORIGINAL), Ink::Text);
    canvas.caption((ASKED + 3.0, 3.0), Align2::LEFT_CENTER, "figure-restore-copy-asked", Ink::Text);
    canvas.boxed((0.0, ORIGINAL), (100.0, BAR), Ink::Series(0));
    canvas.caption((50.0, ORIGINAL + BAR / 2.0), Align2::CENTER_CENTER, "figure-restore-copy-original", Ink::Text);

    canvas.ghost((ASKED, COPY), (THERE - ASKED - 1.0, BAR), Ink::Muted);
    canvas.caption((f32::midpoint(ASKED, THERE), COPY + BAR / 2.0), Align2::CENTER_CENTER, "figure-restore-copy-wait", Ink::Muted);
    canvas.arrow((THERE + 3.0, ORIGINAL + BAR), (THERE + 3.0, COPY), Ink::Text);
    canvas.boxed((THERE, COPY), (GONE - THERE, BAR), Ink::Ok);
    canvas.caption((f32::midpoint(THERE, GONE), COPY + BAR / 2.0), Align2::CENTER_CENTER, "figure-restore-copy-copy", Ink::Text);
    canvas.ghost((GONE + 1.0, COPY), (99.5 - GONE - 1.0, BAR), Ink::Muted);
    canvas.caption((f32::midpoint(GONE, 100.0), COPY + BAR / 2.0), Align2::CENTER_CENTER, "figure-restore-copy-gone", Ink::Muted);

    canvas.arrow((0.0, ANSWERS - 4.0), (100.0, ANSWERS - 4.0), Ink::Muted);
    for x in [THERE, GONE] {
        canvas.line(&[(x, ANSWERS - 6.0), (x, ANSWERS + 5.0)], Ink::Muted);
    }
    canvas.cross((8.0, ANSWERS + 1.5), 1.2, Ink::Failed);
    canvas.caption((11.0, ANSWERS + 1.5), Align2::LEFT_CENTER, "figure-restore-copy-refused", Ink::Failed);
    canvas.disc((THERE + 8.0, ANSWERS + 1.5), 1.4, Ink::Ok);
    canvas.caption((THERE + 11.0, ANSWERS + 1.5), Align2::LEFT_CENTER, "figure-restore-copy-answered", Ink::Ok);
    canvas.cross((GONE + 3.5, ANSWERS + 1.5), 1.2, Ink::Failed);
    canvas.caption((GONE + 6.5, ANSWERS + 1.5), Align2::LEFT_CENTER, "figure-restore-copy-again", Ink::Failed);
}
