//! The address of an object taken apart: bucket, Region and key, with the prefix inside the key. It shows the Regional form only.

use egui::Align2;

use super::{Canvas, Ink};

/// How high the named pieces are.
const HEIGHT: f32 = 8.0;
/// The upper edges of the two lines of the address, and where both end.
const HOST: f32 = 0.5;
const KEY: f32 = 18.0;
const END: f32 = 82.0;
/// Where the pieces begin.
const BUCKET: f32 = 17.0;
const REGION: f32 = 48.0;
const PREFIX: f32 = 34.0;
const NAME: f32 = 64.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    plain(canvas, (BUCKET - 0.8, HOST), Align2::RIGHT_CENTER, "https://");
    piece(canvas, (BUCKET, HOST), 22.0, "logs-417", Ink::Series(0));
    plain(canvas, (BUCKET.midpoint(REGION) + 11.0, HOST), Align2::CENTER_CENTER, ".s3.");
    piece(canvas, (REGION, HOST), END - REGION, "ap-northeast-2", Ink::Series(1));
    let below = HOST + HEIGHT + 1.0;
    canvas.text((BUCKET + 11.0, below), Align2::CENTER_TOP, "figure-url-anatomy-bucket", Ink::Series(0));
    canvas.text((REGION.midpoint(END), below), Align2::CENTER_TOP, "figure-url-anatomy-region", Ink::Series(1));

    plain(canvas, (PREFIX - 0.8, KEY), Align2::RIGHT_CENTER, ".amazonaws.com/");
    piece(canvas, (PREFIX, KEY), NAME - PREFIX - 0.6, "app/2026/03/", Ink::Series(2));
    piece(canvas, (NAME, KEY), END - NAME, "01.log", Ink::Muted);
    canvas.text((PREFIX.midpoint(NAME), KEY + HEIGHT + 1.0), Align2::CENTER_TOP, "figure-url-anatomy-prefix", Ink::Series(2));
    let under = KEY + HEIGHT + 8.0;
    canvas.line(&[(PREFIX, under - 1.5), (PREFIX, under), (END, under), (END, under - 1.5)], Ink::Text);
    canvas.text((PREFIX.midpoint(END), under + 1.0), Align2::CENTER_TOP, "figure-url-anatomy-key", Ink::Text);
}

/// A part of the address that is the same for everybody.
fn plain(canvas: &Canvas<'_>, (x, y): (f32, f32), align: Align2, words: &str) {
    canvas.words((x, y + HEIGHT / 2.0), align, words, Ink::Muted, true);
}

fn piece(canvas: &Canvas<'_>, at: (f32, f32), width: f32, words: &str, ink: Ink) {
    canvas.boxed(at, (width, HEIGHT), ink);
    canvas.words((at.0 + width / 2.0, at.1 + HEIGHT / 2.0), Align2::CENTER_CENTER, words, Ink::Text, true);
}
