//! AWS's storage services by kind, and the three services that bring data to them. Which mover reaches which store is the text's matter.

use egui::Align2;

use super::{Canvas, Ink};

/// The middles of the three columns.
const MIDDLES: [f32; 3] = [16.5, 50.0, 83.5];
/// The width of a store and of a mover, and the height of both.
const STORE: f32 = 28.0;
const MOVER: f32 = 32.5;
const HEIGHT: f32 = 8.0;
/// The upper edges of the two rows of stores, and the lower edge of the frame around them.
const FIRST: f32 = 13.0;
const SECOND: f32 = 22.5;
const FRAME: f32 = 33.0;
/// The upper edge of the movers.
const MOVERS: f32 = 39.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.line(&[(0.5, 0.5), (99.5, 0.5), (99.5, FRAME), (0.5, FRAME), (0.5, 0.5)], Ink::Muted);
    canvas.words((2.5, 1.5), Align2::LEFT_TOP, "AWS", Ink::Muted, true);
    let heads = ["figure-building-blocks-block", "figure-building-blocks-file", "figure-building-blocks-object"];
    for (middle, head) in MIDDLES.into_iter().zip(heads) {
        canvas.text((middle, 9.0), Align2::CENTER_CENTER, head, Ink::Text);
    }
    let [blocks, files, objects] = MIDDLES;
    named(canvas, (blocks, FIRST), "EBS", Ink::Series(0));
    store(canvas, (blocks, SECOND), HEIGHT, Ink::Series(0));
    canvas.caption((blocks, SECOND + HEIGHT / 2.0), Align2::CENTER_CENTER, "figure-building-blocks-instance-store", Ink::Text);
    named(canvas, (files, FIRST), "EFS", Ink::Series(1));
    named(canvas, (files, SECOND), "FSx", Ink::Series(1));
    let both = SECOND + HEIGHT - FIRST;
    store(canvas, (objects, FIRST), both, Ink::Series(2));
    canvas.words((objects, FIRST + both / 2.0), Align2::CENTER_CENTER, "S3", Ink::Text, true);

    for (middle, mover) in MIDDLES.into_iter().zip(["Storage Gateway", "DataSync", "Transfer Family"]) {
        canvas.arrow((middle, MOVERS), (middle, FRAME + 0.8), Ink::Muted);
        canvas.boxed((middle - MOVER / 2.0, MOVERS), (MOVER, HEIGHT), Ink::Muted);
        canvas.words((middle, MOVERS + HEIGHT / 2.0), Align2::CENTER_CENTER, mover, Ink::Text, true);
        canvas.arrow((middle, MOVERS + HEIGHT + 6.0), (middle, MOVERS + HEIGHT + 0.8), Ink::Muted);
    }
    canvas.caption((50.0, MOVERS + HEIGHT + 6.5), Align2::CENTER_TOP, "figure-building-blocks-from", Ink::Muted);
}

/// A store under its AWS name.
fn named(canvas: &Canvas<'_>, (middle, top): (f32, f32), name: &str, ink: Ink) {
    store(canvas, (middle, top), HEIGHT, ink);
    canvas.words((middle, top + HEIGHT / 2.0), Align2::CENTER_CENTER, name, Ink::Text, true);
}

fn store(canvas: &Canvas<'_>, (middle, top): (f32, f32), height: f32, ink: Ink) {
    canvas.boxed((middle - STORE / 2.0, top), (STORE, height), ink);
}
