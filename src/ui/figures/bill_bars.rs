//! One month's bill of a bucket as bars of their true length. Storage and requests are what the model bills; data out is an estimate.

use egui::Align2;

use super::{Canvas, Ink};
use crate::i18n::format;
use crate::ui::lesson::cost_micros;

/// 400 GB out to the internet (500 less the 100 that are free) at 0.126 USD; the model bills no data out.
const OUT_MICROS: i128 = 50_400_000;
/// Where the bars begin, and the length of the longest.
const LEFT: f32 = 26.0;
const LONGEST: f32 = 50.0;
/// How high a bar is, and from one to the next.
const HIGH: f32 = 7.0;
const STEP: f32 = 10.5;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let micros = |token: &str| cost_micros(token).unwrap_or_default();
    let bars = [
        ("figure-bill-bars-storage", micros("month-cost:STANDARD/400GB")),
        ("figure-bill-bars-uploads", micros("put-cost:STANDARD/2000000")),
        ("figure-bill-bars-reads", micros("get-cost:STANDARD/10000000")),
        ("figure-bill-bars-out", OUT_MICROS),
    ];
    for (n, (name, micros)) in (0_u8..).zip(bars) {
        let top = 1.0 + f32::from(n) * STEP;
        let middle = top + HIGH / 2.0;
        let length = micros as f32 / OUT_MICROS as f32 * LONGEST;
        canvas.caption((0.0, middle), Align2::LEFT_CENTER, name, Ink::Text);
        canvas.filled((LEFT, top), (length, HIGH), Ink::Series(usize::from(n)));
        canvas.words((LEFT + length + 2.0, middle), Align2::LEFT_CENTER, &format::usd(micros), Ink::Text, true);
    }
}
