//! What happens in the source over time, and what of it reaches the destination. It shows no lag in minutes.

use egui::Align2;

use super::{Canvas, Ink};

/// The two lanes.
const SOURCE: f32 = 15.0;
const DESTINATION: f32 = 44.0;
/// When an object is written, the rule is made, another object is written, a marker is added, a version is deleted.
const BEFORE: f32 = 25.5;
const RULE: f32 = 38.5;
const AFTER: f32 = 50.7;
const MARKER: f32 = 73.0;
const BY_ID: f32 = 91.0;
/// How much later a copy is there.
const LATER: f32 = 5.0;
/// The side of an object.
const SIDE: f32 = 8.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    for (y, key) in [(SOURCE, "figure-replication-timeline-source"), (DESTINATION, "figure-replication-timeline-destination")] {
        canvas.caption((0.0, y - 1.5), Align2::LEFT_BOTTOM, key, Ink::Text);
        canvas.arrow((0.0, y), (100.0, y), Ink::Muted);
    }
    canvas.ghost((RULE - 0.4, SOURCE - 5.0), (0.8, DESTINATION - SOURCE + 10.0), Ink::Accent);
    canvas.caption((RULE, DESTINATION + 6.0), Align2::CENTER_TOP, "figure-replication-timeline-rule", Ink::Accent);

    let events = [
        (BEFORE, "figure-replication-timeline-before"),
        (AFTER, "figure-replication-timeline-after"),
        (MARKER, "figure-replication-timeline-marker"),
        (BY_ID, "figure-replication-timeline-by-id"),
    ];
    for (x, key) in events {
        canvas.caption((x, SOURCE - SIDE / 2.0 - 1.5), Align2::CENTER_BOTTOM, key, Ink::Text);
    }
    object(canvas, (BEFORE, SOURCE), Ink::Muted);
    object(canvas, (AFTER, SOURCE), Ink::Ok);
    object(canvas, (MARKER, SOURCE), Ink::Failed);
    canvas.cross((MARKER, SOURCE), 1.4, Ink::Failed);
    canvas.ghost((BY_ID - SIDE / 2.0, SOURCE - SIDE / 2.0), (SIDE, SIDE), Ink::Muted);
    canvas.cross((BY_ID, SOURCE), 2.0, Ink::Failed);

    let (leave, arrive) = (SOURCE + SIDE / 2.0, DESTINATION - SIDE / 2.0);
    for x in [BEFORE, BY_ID] {
        canvas.line(&[(x, leave), (x, leave + 4.0)], Ink::Failed);
        canvas.cross((x, leave + 5.0), 1.2, Ink::Failed);
        canvas.caption((x, leave + 8.0), Align2::CENTER_TOP, "figure-replication-timeline-not", Ink::Failed);
    }
    canvas.arrow((AFTER, leave), (AFTER + LATER, arrive), Ink::Ok);
    object(canvas, (AFTER + LATER, DESTINATION), Ink::Ok);
    canvas.caption((AFTER + LATER, DESTINATION + 6.0), Align2::CENTER_TOP, "figure-replication-timeline-copied", Ink::Ok);
    canvas.arrow((MARKER, leave), (MARKER + LATER, arrive), Ink::Muted);
    canvas.ghost((MARKER + LATER - SIDE / 2.0, arrive), (SIDE, SIDE), Ink::Muted);
    canvas.caption((MARKER + LATER + 2.0, DESTINATION + 6.0), Align2::CENTER_TOP, "figure-replication-timeline-if", Ink::Muted);
}

fn object(canvas: &Canvas<'_>, (x, y): (f32, f32), ink: Ink) {
    canvas.boxed((x - SIDE / 2.0, y - SIDE / 2.0), (SIDE, SIDE), ink);
}
