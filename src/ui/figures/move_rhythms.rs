//! When data moves with each of four tools, over one stretch of time. It measures nothing.

use egui::Align2;

use super::{Canvas, Ink};

/// From one tool to the next, where its data lies under its name, and how high.
const STEP: f32 = 14.0;
const DATA: f32 = 5.5;
const HIGH: f32 = 5.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let middle = head(canvas, 0, "Storage Gateway", "figure-move-rhythms-always") + HIGH / 2.0;
    canvas.arrow((4.0, middle), (100.0, middle), Ink::Series(0));
    canvas.arrow((96.0, middle), (0.0, middle), Ink::Series(0));

    let top = head(canvas, 1, "DataSync", "figure-move-rhythms-once");
    canvas.filled((0.0, top), (34.0, HIGH), Ink::Series(1));
    for n in 0..5_u8 {
        canvas.filled((44.0 + 13.0 * f32::from(n), top), (2.4, HIGH), Ink::Series(1));
    }

    let top = head(canvas, 2, "Transfer Family", "figure-move-rhythms-sent");
    for x in [3.0, 16.0, 20.0, 38.0, 51.0, 55.5, 60.0, 79.0, 93.0] {
        canvas.filled((x, top), (1.8, HIGH), Ink::Series(2));
    }

    let top = 3.0 * STEP;
    canvas.caption((0.0, top), Align2::LEFT_TOP, "figure-move-rhythms-disks", Ink::Text);
    canvas.caption((100.0, top), Align2::RIGHT_TOP, "figure-move-rhythms-road", Ink::Muted);
    canvas.ghost((0.0, top + DATA), (74.0, HIGH), Ink::Muted);
    canvas.filled((75.0, top + DATA), (9.0, HIGH), Ink::Series(3));

    let time = 4.0 * STEP + 1.0;
    canvas.arrow((0.0, time), (100.0, time), Ink::Muted);
    canvas.caption((100.0, time + 1.0), Align2::RIGHT_TOP, "figure-move-rhythms-time", Ink::Muted);
}

/// The name of a tool and its rhythm in words; the upper edge of its data.
fn head(canvas: &Canvas<'_>, n: u8, name: &str, rhythm: &str) -> f32 {
    let top = f32::from(n) * STEP;
    canvas.words((0.0, top), Align2::LEFT_TOP, name, Ink::Text, true);
    canvas.caption((100.0, top), Align2::RIGHT_TOP, rhythm, Ink::Muted);
    top + DATA
}
