//! Three access points before one bucket, and the two policies that each request passes. It shows no VPC.

use egui::Align2;

use super::{Canvas, Ink};

/// An access point and the policy beside it.
const POINT: (f32, f32) = (22.0, 9.0);
const POLICY: (f32, f32) = (18.0, 9.0);
/// Where the policies begin.
const POLICIES: f32 = 27.0;
/// The upper edges of the three.
const TOPS: [f32; 3] = [6.0, 19.0, 32.0];
/// The policy of the bucket, and the bucket.
const SECOND: (f32, f32) = (58.0, 12.0);
const BUCKET: (f32, f32) = (80.0, 20.0);
/// The upper edge and the height of both.
const TALL: (f32, f32) = (12.0, 23.0);

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.caption((0.0, 0.0), Align2::LEFT_TOP, "figure-access-points-points", Ink::Muted);
    for (top, name) in TOPS.into_iter().zip(["finance", "ads", "audit"]) {
        let middle = top + POINT.1 / 2.0;
        canvas.boxed((0.0, top), POINT, Ink::Accent);
        canvas.words((POINT.0 / 2.0, middle), Align2::CENTER_CENTER, name, Ink::Text, true);
        canvas.line(&[(POINT.0, middle), (POLICIES, middle)], Ink::Text);
        canvas.boxed((POLICIES, top), POLICY, Ink::Series(0));
        canvas.caption((POLICIES + POLICY.0 / 2.0, middle), Align2::CENTER_CENTER, "figure-access-points-policy", Ink::Text);
        let end = TALL.0 + TALL.1 / 2.0 + (middle - (TOPS[1] + POINT.1 / 2.0)) * 0.45;
        canvas.arrow((POLICIES + POLICY.0, middle), (SECOND.0, end), Ink::Text);
    }
    let middle = TALL.0 + TALL.1 / 2.0;
    canvas.boxed((SECOND.0, TALL.0), (SECOND.1, TALL.1), Ink::Series(0));
    canvas.caption((SECOND.0 + SECOND.1 / 2.0, TALL.0 - 1.5), Align2::CENTER_BOTTOM, "figure-access-points-bucket-policy", Ink::Text);
    canvas.arrow((SECOND.0 + SECOND.1, middle), (BUCKET.0, middle), Ink::Text);
    canvas.boxed((BUCKET.0, TALL.0), (BUCKET.1, TALL.1), Ink::Series(1));
    canvas.words((BUCKET.0 + BUCKET.1 / 2.0, middle), Align2::CENTER_CENTER, "lake-417", Ink::Text, true);

    let below = 45.0;
    for (x, key) in [(POLICIES + POLICY.0 / 2.0, "figure-access-points-first"), (SECOND.0 + SECOND.1 / 2.0, "figure-access-points-second")]
    {
        canvas.caption((x, below), Align2::CENTER_TOP, key, Ink::Series(0));
    }
}
