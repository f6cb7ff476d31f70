//! Filters of a bucket's event notifications with their destinations, and one that S3 refuses. It shows no events.

use egui::Align2;

use super::{Canvas, Ink};

/// A filter and a destination; a row, and from one to the next.
const FILTER: f32 = 40.0;
const TO: f32 = 58.0;
const HIGH: f32 = 9.0;
const STEP: f32 = 12.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let routes = [
        ("images/ … .jpg", "figure-event-routes-function"),
        ("images/ … .png", "figure-event-routes-queue"),
        ("logs/ …", "figure-event-routes-topic"),
    ];
    for (n, (filter, to)) in (0_u8..).zip(routes) {
        let middle = row(canvas, n, to, Ink::Series(usize::from(n)));
        canvas.boxed((0.0, middle - HIGH / 2.0), (FILTER, HIGH), Ink::Series(usize::from(n)));
        canvas.words((FILTER / 2.0, middle), Align2::CENTER_CENTER, filter, Ink::Text, true);
    }
    let middle = row(canvas, 3, "figure-event-routes-bus", Ink::Series(3));
    canvas.boxed((0.0, middle - HIGH / 2.0), (FILTER, HIGH), Ink::Series(3));
    canvas.caption((FILTER / 2.0, middle), Align2::CENTER_CENTER, "figure-event-routes-every", Ink::Text);

    let middle = 4.0 * STEP + HIGH / 2.0 + 2.0;
    canvas.ghost((0.0, middle - HIGH / 2.0), (FILTER, HIGH), Ink::Failed);
    canvas.words((FILTER / 2.0, middle), Align2::CENTER_CENTER, "images/ …", Ink::Text, true);
    canvas.line(&[(FILTER, middle), (FILTER + 6.0, middle)], Ink::Failed);
    canvas.cross((FILTER + 8.0, middle), 1.6, Ink::Failed);
    canvas.caption((TO, middle), Align2::LEFT_CENTER, "figure-event-routes-refused", Ink::Failed);
}

/// The arrow and the destination of a row; its middle.
fn row(canvas: &Canvas<'_>, n: u8, to: &str, ink: Ink) -> f32 {
    let middle = f32::from(n) * STEP + HIGH / 2.0;
    canvas.arrow((FILTER, middle), (TO, middle), ink);
    canvas.boxed((TO, middle - HIGH / 2.0), (100.0 - TO, HIGH), ink);
    canvas.caption((f32::midpoint(TO, 100.0), middle), Align2::CENTER_CENTER, to, Ink::Text);
    middle
}
