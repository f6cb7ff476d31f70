//! Days against data, both in powers of ten, for three lines and for a device that takes ten days. It knows no prices.

use egui::Align2;

use super::{Canvas, Ink};

/// Where 1 TB and 1,000 TB stand, and where 1 day and 1,000 days do.
const X: (f32, f32) = (17.0, 95.0);
const Y: (f32, f32) = (43.0, 6.0);
/// The base of the plot, a little under one day.
const BASE: f32 = 53.0;
/// What a line of 1 Gbps moves in a day if 80% of it is used, and the days of a device.
const TB_A_DAY: f32 = 8.64;
const DEVICE_DAYS: f32 = 10.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.line(&[(X.0, Y.1 - 3.0), (X.0, BASE), (100.0, BASE)], Ink::Muted);
    canvas.caption((0.0, 0.0), Align2::LEFT_TOP, "figure-wire-or-road-days", Ink::Muted);
    for (days, words) in [(1.0, "1"), (10.0, "10"), (100.0, "100")] {
        canvas.line(&[(X.0 - 1.2, y(days)), (X.0, y(days))], Ink::Muted);
        canvas.words((X.0 - 2.0, y(days)), Align2::RIGHT_CENTER, words, Ink::Muted, true);
    }
    for (terabytes, words) in [(1.0, "1 TB"), (10.0, "10 TB"), (100.0, "100 TB"), (1_000.0, "1 PB")] {
        canvas.line(&[(x(terabytes), BASE), (x(terabytes), BASE + 1.2)], Ink::Muted);
        canvas.words((x(terabytes), BASE + 2.0), Align2::CENTER_TOP, words, Ink::Muted, true);
    }
    let device = y(DEVICE_DAYS);
    canvas.ghost((X.0, device - 0.3), (99.5 - X.0, 0.6), Ink::Text);
    canvas.caption((X.0 + 2.0, device - 1.0), Align2::LEFT_BOTTOM, "figure-wire-or-road-device", Ink::Text);
    for (n, (gigabits, name)) in [(0.1, "100 Mbps"), (1.0, "1 Gbps"), (10.0, "10 Gbps")].into_iter().enumerate() {
        line(canvas, TB_A_DAY * gigabits, name, Ink::Series(n));
    }
    let meet = TB_A_DAY * DEVICE_DAYS;
    canvas.words((x(meet) + 2.0, device + 1.0), Align2::LEFT_TOP, "86 TB", Ink::Series(1), true);
}

/// What one line does, with the point at which the device overtakes it.
fn line(canvas: &Canvas<'_>, tb_a_day: f32, name: &str, ink: Ink) {
    let lowest = 10_f32.powf((BASE - Y.0) / (Y.1 - Y.0) * -3.0);
    let from = (tb_a_day * lowest).max(1.0);
    let to = (tb_a_day * 1_000.0).min(1_000.0);
    canvas.line(&[(x(from), y(from / tb_a_day)), (x(to), y(to / tb_a_day))], ink);
    let meet = tb_a_day * DEVICE_DAYS;
    canvas.disc((x(meet), y(DEVICE_DAYS)), 1.4, ink);
    let named = meet * 4.0;
    let end = named.min(900.0);
    canvas.words((x(end) - 2.0, y(end / tb_a_day) - 0.5), Align2::RIGHT_BOTTOM, name, ink, true);
}

fn x(terabytes: f32) -> f32 {
    X.0 + terabytes.log10() / 3.0 * (X.1 - X.0)
}

fn y(days: f32) -> f32 {
    Y.0 + days.log10() / 3.0 * (Y.1 - Y.0)
}
