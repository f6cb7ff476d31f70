//! The same file as blocks, in a tree of files and as an object: what is written again for one changed byte. It measures nothing.

use egui::Align2;

use super::{Canvas, Ink};

/// The area in which each kind shows the file.
const SIZE: (f32, f32) = (28.0, 24.0);
/// The upper edge of the three areas.
const TOP: f32 = 7.0;
/// Their left edges.
const EDGES: [f32; 3] = [1.0, 36.0, 71.0];

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let kinds = [
        ("figure-storage-kinds-block", "figure-storage-kinds-block-moved"),
        ("figure-storage-kinds-file", "figure-storage-kinds-file-moved"),
        ("figure-storage-kinds-object", "figure-storage-kinds-object-moved"),
    ];
    for (x, (name, moved)) in EDGES.into_iter().zip(kinds) {
        let middle = x + SIZE.0 / 2.0;
        canvas.text((middle, 3.0), Align2::CENTER_CENTER, name, Ink::Text);
        canvas.caption((middle, TOP + SIZE.1 + 1.5), Align2::CENTER_TOP, moved, Ink::Accent);
    }
    blocks(canvas, EDGES[0]);
    files(canvas, EDGES[1]);
    object(canvas, EDGES[2]);
    canvas.caption((50.0, 44.0), Align2::CENTER_CENTER, "figure-storage-kinds-filled", Ink::Muted);
}

/// Five rows of six blocks, one of them written.
fn blocks(canvas: &Canvas<'_>, left: f32) {
    let step = (SIZE.0 / 6.0, SIZE.1 / 5.0);
    let block = (step.0 - 0.8, step.1 - 0.8);
    for n in 0..30_u8 {
        let at = (left + f32::from(n % 6) * step.0, TOP + f32::from(n / 6) * step.1);
        if n == 15 { canvas.filled(at, block, Ink::Accent) } else { canvas.boxed(at, block, Ink::Muted) }
    }
}

/// A directory with three files, a part of one of them written.
fn files(canvas: &Canvas<'_>, left: f32) {
    let (trunk, file) = (left + 3.0, (SIZE.0 - 8.0, 4.8));
    canvas.boxed((left, TOP), (12.0, 4.8), Ink::Muted);
    for n in 0..3_u8 {
        let y = TOP + 6.4 * f32::from(n + 1);
        canvas.line(&[(trunk, TOP + 4.8), (trunk, y + file.1 / 2.0), (left + 8.0, y + file.1 / 2.0)], Ink::Muted);
        canvas.boxed((left + 8.0, y), file, Ink::Muted);
        if n == 1 {
            canvas.filled((left + 16.0, y), (3.0, file.1), Ink::Accent);
        }
    }
}

/// One piece of data, all of it written.
fn object(canvas: &Canvas<'_>, left: f32) {
    canvas.filled((left, TOP), SIZE, Ink::Accent);
}
