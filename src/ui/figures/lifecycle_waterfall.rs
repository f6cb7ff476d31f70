//! The way of a log under one lifecycle rule: two steps down, then deletion, with a month's price at each step. It is no table of all moves.

use egui::Align2;

use super::{Canvas, Ink};
use crate::ui::lesson::fill;

/// The size of a step.
const WIDE: f32 = 46.0;
const HIGH: f32 = 12.5;
/// From one step to the next.
const RIGHT: f32 = 27.0;
const DOWN: f32 = 18.5;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let steps = [
        (0, "Standard", "{month-cost:STANDARD/400GB}", "figure-lifecycle-waterfall-first-move"),
        (2, "Glacier Instant Retrieval", "{month-cost:GLACIER_IR/400GB}", "figure-lifecycle-waterfall-second-move"),
        (4, "Glacier Deep Archive", "{month-cost:DEEP_ARCHIVE/400GB}", "figure-lifecycle-waterfall-end"),
    ];
    for (n, (series, class, cost, until)) in (0_u8..).zip(steps) {
        let (x, y) = (f32::from(n) * RIGHT, f32::from(n) * DOWN);
        canvas.boxed((x, y), (WIDE, HIGH), Ink::Series(series));
        canvas.words((x + WIDE / 2.0, y + 3.8), Align2::CENTER_CENTER, class, Ink::Text, true);
        canvas.words((x + WIDE / 2.0, y + 8.6), Align2::CENTER_CENTER, &fill(cost), Ink::Text, true);
        let leaves = x + WIDE - 6.0;
        canvas.arrow((leaves, y + HIGH), (leaves, y + DOWN), Ink::Text);
        canvas.caption((leaves - 3.0, y + f32::midpoint(HIGH, DOWN)), Align2::RIGHT_CENTER, until, Ink::Text);
    }
    let end = 3.0 * DOWN + 1.5;
    canvas.cross((2.0 * RIGHT + WIDE - 6.0, end), 1.4, Ink::Failed);

    canvas.arrow((90.0, 2.0 * DOWN - 3.0), (90.0, 9.0), Ink::Muted);
    canvas.cross((90.0, DOWN + 3.0), 2.2, Ink::Failed);
    canvas.caption((100.0, 0.0), Align2::RIGHT_TOP, "figure-lifecycle-waterfall-one-way", Ink::Muted);
    canvas.caption((0.0, 2.0 * DOWN + HIGH), Align2::LEFT_BOTTOM, "figure-lifecycle-waterfall-price", Ink::Muted);
}
