//! One statement with the question that each line answers, and the bucket and its objects as two resources. It shows no JSON.

use egui::Align2;

use super::{Canvas, Ink};

/// From one line of the statement to the next, and the middle of the first.
const LINE: f32 = 7.0;
const FIRST: f32 = 4.5;
/// Where the values begin.
const VALUES: f32 = 23.0;
/// The lower edge of the statement.
const END: f32 = 37.5;
/// The bucket below: its upper edge, that of its objects, and the lower edge of both.
const BUCKET: f32 = 42.0;
const OBJECTS: f32 = 51.0;
const BOTTOM: f32 = 72.0;
/// The size of an object, and from one to the next.
const OBJECT: (f32, f32) = (26.0, 8.0);
const NEXT: f32 = 30.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    canvas.line(&[(0.5, 0.5), (99.5, 0.5), (99.5, END), (0.5, END), (0.5, 0.5)], Ink::Accent);
    let lines = [
        ("Effect", "Allow", "figure-policy-statement-effect"),
        ("Principal", "111122223333", "figure-policy-statement-principal"),
        ("Action", "s3:GetObject", "figure-policy-statement-action"),
        ("Resource", "arn:aws:s3:::logs-417/*", "figure-policy-statement-resource"),
        ("Condition", "SourceIp 203.0.113.0/24", "figure-policy-statement-condition"),
    ];
    for (n, (name, value, question)) in (0_u8..).zip(lines) {
        let y = FIRST + f32::from(n) * LINE;
        canvas.words((3.0, y), Align2::LEFT_CENTER, name, Ink::Muted, true);
        canvas.words((VALUES, y), Align2::LEFT_CENTER, value, Ink::Text, true);
        canvas.caption((97.0, y), Align2::RIGHT_CENTER, question, Ink::Accent);
    }

    canvas.boxed((0.0, BUCKET), (100.0, BOTTOM - BUCKET + 3.0), Ink::Series(1));
    resource(canvas, BUCKET + 4.5, "arn:aws:s3:::logs-417", "s3:ListBucket", Ink::Series(1));
    canvas.boxed((3.0, OBJECTS), (94.0, BOTTOM - OBJECTS), Ink::Series(2));
    resource(canvas, OBJECTS + 4.5, "arn:aws:s3:::logs-417/*", "s3:GetObject", Ink::Series(2));
    for (n, name) in (0_u8..).zip(["01.log", "02.log", "03.log"]) {
        let left = 7.0 + f32::from(n) * NEXT;
        canvas.boxed((left, OBJECTS + 10.0), OBJECT, Ink::Muted);
        canvas.words((left + OBJECT.0 / 2.0, OBJECTS + 10.0 + OBJECT.1 / 2.0), Align2::CENTER_CENTER, name, Ink::Text, true);
    }
}

/// The name of a resource, and an action that acts on it.
fn resource(canvas: &Canvas<'_>, y: f32, name: &str, action: &str, ink: Ink) {
    canvas.words((6.0, y), Align2::LEFT_CENTER, name, Ink::Text, true);
    canvas.words((94.0, y), Align2::RIGHT_CENTER, action, ink, true);
}
