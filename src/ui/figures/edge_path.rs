//! Two ways from a far client to a bucket: directly, and by an edge location near the client, with the data under way. It is no map.

use egui::Align2;

use super::{Canvas, Ink};

/// The client, the edge location and the bucket: upper left corners and sizes.
const CLIENT: (f32, f32) = (0.0, 22.0);
const PLACE: (f32, f32) = (20.0, 11.0);
const EDGE: (f32, f32) = (26.0, 44.0);
const BUCKET: (f32, f32) = (84.0, 22.0);
const S3: (f32, f32) = (16.0, 11.0);
/// The highest point of the direct way, and where it leaves and arrives.
const OVER: f32 = 10.0;
const LEAVE: f32 = 10.0;
const ARRIVE: f32 = 92.0;
/// The middle of the way from the edge.
const ACROSS: f32 = 49.5;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.boxed(CLIENT, PLACE, Ink::Muted);
    canvas.caption((CLIENT.0 + PLACE.0 / 2.0, CLIENT.1 + PLACE.1 / 2.0), Align2::CENTER_CENTER, "figure-edge-path-client", Ink::Text);
    canvas.boxed(BUCKET, S3, Ink::Series(2));
    canvas.caption((BUCKET.0 + S3.0 / 2.0, BUCKET.1 + S3.1 / 2.0), Align2::CENTER_CENTER, "figure-edge-path-bucket", Ink::Text);

    canvas.line(&[(LEAVE, CLIENT.1), (LEAVE, OVER), (ARRIVE, OVER)], Ink::Muted);
    canvas.arrow((ARRIVE, OVER), (ARRIVE, BUCKET.1), Ink::Muted);
    canvas.caption((51.0, OVER - 2.0), Align2::CENTER_BOTTOM, "figure-edge-path-direct", Ink::Text);
    for x in [30.0, 72.0] {
        canvas.disc((x, OVER), 1.3, Ink::Failed);
    }
    canvas.words((51.0, OVER + 2.0), Align2::CENTER_TOP, "3.3 MB/s", Ink::Failed, true);

    canvas.line(&[(LEAVE, CLIENT.1 + PLACE.1), (LEAVE, ACROSS)], Ink::Accent);
    canvas.arrow((LEAVE, ACROSS), (EDGE.0, ACROSS), Ink::Accent);
    canvas.words((LEAVE - 1.5, 41.0), Align2::RIGHT_CENTER, "10 ms", Ink::Accent, true);
    canvas.boxed(EDGE, PLACE, Ink::Accent);
    canvas.caption((EDGE.0 + PLACE.0 / 2.0, ACROSS), Align2::CENTER_CENTER, "figure-edge-path-edge", Ink::Text);
    canvas.line(&[(EDGE.0 + PLACE.0, ACROSS), (ARRIVE, ACROSS)], Ink::Accent);
    canvas.arrow((ARRIVE, ACROSS), (ARRIVE, BUCKET.1 + S3.1), Ink::Accent);
    for n in 0..14_u8 {
        canvas.disc((EDGE.0 + PLACE.0 + 3.0 + f32::from(n) * 3.0, ACROSS), 1.3, Ink::Ok);
    }
    canvas.caption((69.0, ACROSS + 2.5), Align2::CENTER_TOP, "figure-edge-path-network", Ink::Text);
    canvas.words((69.0, ACROSS - 2.0), Align2::CENTER_BOTTOM, "100 MB/s", Ink::Ok, true);
}
