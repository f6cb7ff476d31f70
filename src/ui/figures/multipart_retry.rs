//! The same break of the line in one PUT and in an upload of fifty parts: what is lost and what is sent again. It shows no time.

use egui::Align2;

use super::{Canvas, Ink};

/// How much had been sent when the line dropped, of 100.
const BREAK: f32 = 70.0;
/// The parts, their width, and how many were whole by then.
const N_PARTS: u8 = 50;
const PART: f32 = 2.0;
const N_WHOLE: u8 = 35;
/// The two bars: upper edges and height.
const ONE: f32 = 6.5;
const MANY: f32 = 30.0;
const HIGH: f32 = 10.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    head(canvas, ONE, "figure-multipart-retry-one", "figure-multipart-retry-all", Ink::Failed);
    canvas.boxed((0.0, ONE), (BREAK, HIGH), Ink::Failed);
    canvas.caption((BREAK / 2.0, ONE + HIGH / 2.0), Align2::CENTER_CENTER, "figure-multipart-retry-lost", Ink::Text);
    canvas.ghost((BREAK, ONE), (100.0 - BREAK, HIGH), Ink::Muted);

    head(canvas, MANY, "figure-multipart-retry-many", "figure-multipart-retry-one-part", Ink::Ok);
    for n in 0..N_PARTS {
        let (at, size) = ((f32::from(n) * PART, MANY), (PART - 0.4, HIGH));
        match n.cmp(&N_WHOLE) {
            std::cmp::Ordering::Less => canvas.filled(at, size, Ink::Ok),
            std::cmp::Ordering::Equal => canvas.filled(at, size, Ink::Failed),
            std::cmp::Ordering::Greater => canvas.ghost(at, size, Ink::Muted),
        }
    }
    canvas.caption((0.0, MANY + HIGH + 1.5), Align2::LEFT_TOP, "figure-multipart-retry-safe", Ink::Ok);
    canvas.caption((100.0, MANY + HIGH + 1.5), Align2::RIGHT_TOP, "figure-multipart-retry-to-come", Ink::Muted);
    canvas.line(&[(BREAK, ONE - 1.5), (BREAK, ONE + HIGH + 2.0)], Ink::Failed);
    canvas.caption((BREAK, ONE + HIGH + 2.0), Align2::CENTER_TOP, "figure-multipart-retry-drops", Ink::Failed);
}

/// What is uploaded, and how much of it is sent again.
fn head(canvas: &Canvas<'_>, bar: f32, what: &str, again: &str, ink: Ink) {
    canvas.caption((0.0, bar - 1.5), Align2::LEFT_BOTTOM, what, Ink::Text);
    canvas.caption((100.0, bar - 1.5), Align2::RIGHT_BOTTOM, again, ink);
}
