//! Two runs of one task as bars: compare, transfer, verify; the second moves only what has changed. It is not to scale in time.

use egui::Align2;

use super::{Canvas, Ink};

/// The two runs: upper edges and height.
const FIRST: f32 = 6.0;
const SECOND: f32 = 35.0;
const HIGH: f32 = 10.0;
/// The widths of comparing and verifying, and of what the second run transfers.
const COMPARE: f32 = 15.0;
const VERIFY: f32 = 15.0;
const CHANGED: f32 = 2.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.caption((0.0, FIRST - 1.5), Align2::LEFT_BOTTOM, "figure-datasync-runs-first", Ink::Text);
    let all = 100.0 - COMPARE - VERIFY;
    canvas.boxed((0.0, FIRST), (COMPARE, HIGH), Ink::Muted);
    canvas.filled((COMPARE, FIRST), (all, HIGH), Ink::Accent);
    canvas.boxed((COMPARE + all, FIRST), (VERIFY, HIGH), Ink::Ok);
    let below = FIRST + HIGH + 1.5;
    canvas.caption((0.0, below), Align2::LEFT_TOP, "figure-datasync-runs-compare", Ink::Muted);
    canvas.caption((COMPARE + all / 2.0, below), Align2::CENTER_TOP, "figure-datasync-runs-transfer", Ink::Accent);
    canvas.caption((100.0, below), Align2::RIGHT_TOP, "figure-datasync-runs-verify", Ink::Ok);

    canvas.caption((0.0, SECOND - 1.5), Align2::LEFT_BOTTOM, "figure-datasync-runs-second", Ink::Text);
    canvas.boxed((0.0, SECOND), (COMPARE, HIGH), Ink::Muted);
    canvas.filled((COMPARE, SECOND), (CHANGED, HIGH), Ink::Accent);
    canvas.boxed((COMPARE + CHANGED, SECOND), (CHANGED, HIGH), Ink::Ok);
    let rest = COMPARE + 2.0 * CHANGED + 1.0;
    canvas.ghost((rest, SECOND), (99.5 - rest, HIGH), Ink::Muted);
    canvas.caption((f32::midpoint(rest, 100.0), SECOND + HIGH / 2.0), Align2::CENTER_CENTER, "figure-datasync-runs-same", Ink::Muted);
}
