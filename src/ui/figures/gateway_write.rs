//! Data that comes faster than the line carries it: what goes in and out of a gateway's disk, and how the rest piles up. It shows no reads.

use egui::Align2;

use super::{Canvas, Ink};

/// The program, the disk and AWS: left edges and widths; their upper edge and height.
const PROGRAM: (f32, f32) = (0.0, 21.0);
const DISK: (f32, f32) = (41.0, 22.0);
const AWS: (f32, f32) = (84.0, 16.0);
const TOP: f32 = 1.0;
const HIGH: f32 = 10.0;
/// The plot: its left edge, its base, where the disk is full, and when.
const LEFT: f32 = 1.0;
const BASE: f32 = 56.0;
const FULL: f32 = 29.0;
const THEN: f32 = 62.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let middle = TOP + HIGH / 2.0;
    for ((left, width), ink) in [(PROGRAM, Ink::Muted), (DISK, Ink::Accent), (AWS, Ink::Series(2))] {
        canvas.boxed((left, TOP), (width, HIGH), ink);
    }
    canvas.caption((PROGRAM.0 + PROGRAM.1 / 2.0, middle), Align2::CENTER_CENTER, "figure-gateway-write-program", Ink::Text);
    canvas.caption((DISK.0 + DISK.1 / 2.0, middle), Align2::CENTER_CENTER, "figure-gateway-write-disk", Ink::Text);
    canvas.words((AWS.0 + AWS.1 / 2.0, middle), Align2::CENTER_CENTER, "AWS", Ink::Text, true);
    for (from, to, rate) in [(PROGRAM.0 + PROGRAM.1, DISK.0, "100 GB/h"), (DISK.0 + DISK.1, AWS.0, "36 GB/h")] {
        canvas.arrow((from, middle), (to, middle), Ink::Text);
        canvas.words((f32::midpoint(from, to), middle + 1.5), Align2::CENTER_TOP, rate, Ink::Text, true);
    }

    canvas.caption((LEFT, 16.0), Align2::LEFT_TOP, "figure-gateway-write-waiting", Ink::Muted);
    canvas.arrow((LEFT, BASE), (LEFT, 21.0), Ink::Muted);
    canvas.arrow((LEFT, BASE), (100.0, BASE), Ink::Muted);
    canvas.ghost((LEFT, FULL - 0.3), (97.0, 0.6), Ink::Muted);
    canvas.words((LEFT + 2.5, FULL - 1.0), Align2::LEFT_BOTTOM, "512 GB", Ink::Text, true);
    canvas.line(&[(LEFT, BASE), (THEN, FULL), (98.0, FULL)], Ink::Accent);
    canvas.line(&[(THEN, FULL), (THEN, BASE + 1.5)], Ink::Muted);
    canvas.caption((THEN, BASE + 2.0), Align2::CENTER_TOP, "figure-gateway-write-hours", Ink::Text);
    canvas.caption((f32::midpoint(THEN, 99.0), FULL + 3.0), Align2::CENTER_TOP, "figure-gateway-write-waits", Ink::Failed);
}
