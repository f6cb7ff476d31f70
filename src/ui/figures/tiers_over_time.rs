//! One object of Intelligent-Tiering over time: down a tier after 30 and 90 idle days, and up again with one read. It shows no prices.

use egui::Align2;

use super::{Canvas, Ink};

/// How thick the object's way is drawn, and how far a bar reaches over the next one, so that an arrow joins the two.
const THICK: f32 = 4.0;
const OVER: f32 = 3.0;
/// Where the three tiers lie.
const TOP: f32 = 7.0;
const MIDDLE: f32 = 25.0;
const BOTTOM: f32 = 43.0;
/// Where the object moves down, moves down again, is read, and where the picture ends.
const IDLE_30: f32 = 24.0;
const IDLE_90: f32 = 58.0;
const READ: f32 = 76.0;
const END: f32 = 93.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.words((0.0, TOP - 1.0), Align2::LEFT_BOTTOM, "Frequent Access", Ink::Text, true);
    canvas.words((IDLE_30 + OVER + 2.0, MIDDLE - 1.0), Align2::LEFT_BOTTOM, "Infrequent Access", Ink::Text, true);
    canvas.words((IDLE_90, BOTTOM + THICK + 1.0), Align2::LEFT_TOP, "Archive Instant Access", Ink::Text, true);

    stay(canvas, 0.0, IDLE_30 + OVER, TOP);
    stay(canvas, IDLE_30, IDLE_90 + OVER, MIDDLE);
    stay(canvas, IDLE_90, READ + OVER, BOTTOM);
    stay(canvas, READ, END, TOP);
    canvas.arrow((END, TOP + THICK / 2.0), (100.0, TOP + THICK / 2.0), Ink::Accent);

    canvas.arrow((IDLE_30 + OVER / 2.0, TOP + THICK), (IDLE_30 + OVER / 2.0, MIDDLE), Ink::Muted);
    canvas.caption((IDLE_30 + OVER + 2.0, TOP + THICK + 1.0), Align2::LEFT_TOP, "figure-tiers-over-time-idle-30", Ink::Muted);
    canvas.arrow((IDLE_90 + OVER / 2.0, MIDDLE + THICK), (IDLE_90 + OVER / 2.0, BOTTOM), Ink::Muted);
    canvas.caption((IDLE_90 - 1.0, MIDDLE + THICK + 6.0), Align2::RIGHT_CENTER, "figure-tiers-over-time-idle-90", Ink::Muted);
    canvas.arrow((READ + OVER / 2.0, BOTTOM), (READ + OVER / 2.0, TOP + THICK), Ink::Ok);
    canvas.caption((READ + 4.0, MIDDLE + THICK / 2.0), Align2::LEFT_CENTER, "figure-tiers-over-time-read", Ink::Ok);

    canvas.arrow((1.5, MIDDLE), (1.5, BOTTOM + THICK), Ink::Muted);
    canvas.caption((4.0, BOTTOM + THICK), Align2::LEFT_BOTTOM, "figure-tiers-over-time-cheaper", Ink::Muted);
}

/// The object in one tier for a while.
fn stay(canvas: &Canvas<'_>, from: f32, to: f32, y: f32) {
    canvas.filled((from, y), (to - from, THICK), Ink::Accent);
}
