//! Five ways to encrypt an object, and where the key of each lies: with S3, with KMS or with you. It shows no data keys.

use egui::Align2;

use super::{Canvas, Ink};

/// The middles of the five ways.
const WAYS: [f32; 5] = [21.5, 39.0, 56.5, 74.0, 91.5];
/// The three places: upper edge and height.
const S3: (f32, f32) = (11.0, 25.0);
const KMS: (f32, f32) = (38.0, 10.0);
const YOU: (f32, f32) = (50.0, 17.0);
/// Where the places begin, right of their names.
const LEFT: f32 = 11.0;
/// Where the objects lie in S3, and the half of the frame around the data.
const OBJECT: f32 = 19.5;
const FRAME: f32 = 4.2;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    for ((top, height), name) in [(S3, "S3"), (KMS, "KMS")] {
        canvas.boxed((LEFT, top), (100.0 - LEFT, height), Ink::Muted);
        canvas.words((0.0, top + height / 2.0), Align2::LEFT_CENTER, name, Ink::Text, true);
    }
    canvas.boxed((LEFT, YOU.0), (100.0 - LEFT, YOU.1), Ink::Muted);
    canvas.caption((0.0, YOU.0 + YOU.1 / 2.0), Align2::LEFT_CENTER, "figure-key-holders-you", Ink::Text);

    let [s3, kms, dsse, customer, client] = WAYS;
    for (x, name, twice) in [(s3, "SSE-S3", false), (kms, "SSE-KMS", false), (dsse, "DSSE-KMS", true), (customer, "SSE-C", false)] {
        canvas.words((x, S3.0 - 1.5), Align2::CENTER_BOTTOM, name, Ink::Text, true);
        encrypted(canvas, (x, OBJECT), twice);
    }
    canvas.caption((client, S3.0 - 1.5), Align2::CENTER_BOTTOM, "figure-key-holders-client", Ink::Text);
    encrypted(canvas, (client, OBJECT), false);

    let (in_kms, in_s3) = (KMS.0 + KMS.1 / 2.0, S3.0 + S3.1 - 4.0);
    key(canvas, (s3, in_s3));
    for x in [kms, dsse] {
        canvas.arrow((x, in_kms - 2.5), (x, OBJECT + FRAME + 2.5), Ink::Accent);
        key(canvas, (x, in_kms));
    }
    let in_hand = YOU.0 + YOU.1 - 4.0;
    canvas.arrow((customer, in_hand - 2.5), (customer, OBJECT + FRAME + 2.5), Ink::Accent);
    key(canvas, (customer, in_hand));
    canvas.arrow((client, YOU.0 + 1.0), (client, OBJECT + FRAME + 2.5), Ink::Text);
    encrypted(canvas, (client, YOU.0 + 6.5), false);
    key(canvas, (client, in_hand));
}

/// Data in its frame, or in two.
fn encrypted(canvas: &Canvas<'_>, (x, y): (f32, f32), twice: bool) {
    if twice {
        canvas.boxed((x - FRAME - 1.6, y - FRAME - 1.6), (2.0 * FRAME + 3.2, 2.0 * FRAME + 3.2), Ink::Accent);
    }
    canvas.boxed((x - FRAME, y - FRAME), (2.0 * FRAME, 2.0 * FRAME), Ink::Accent);
    canvas.filled((x - 1.8, y - 1.8), (3.6, 3.6), Ink::Muted);
}

/// A key, its ring on the left.
fn key(canvas: &Canvas<'_>, (x, y): (f32, f32)) {
    canvas.disc((x - 2.0, y), 1.6, Ink::Accent);
    canvas.line(&[(x - 1.0, y), (x + 3.4, y), (x + 3.4, y + 1.6)], Ink::Accent);
    canvas.line(&[(x + 1.6, y), (x + 1.6, y + 1.6)], Ink::Accent);
}
