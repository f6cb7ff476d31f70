//! The four settings of Block Public Access in two by two: ACLs and policies, new ones and those that exist. It shows no levels.

use egui::Align2;

use super::{Canvas, Ink};

/// A setting, and the left edges of the two columns.
const CELL: (f32, f32) = (40.0, 19.0);
const NEW: f32 = 17.0;
const OLD: f32 = 60.0;
/// The upper edges of the two rows.
const ACLS: f32 = 12.0;
const POLICIES: f32 = 34.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    for (left, head) in [(NEW, "figure-block-public-new"), (OLD, "figure-block-public-old")] {
        canvas.caption((left + CELL.0 / 2.0, ACLS - 1.5), Align2::CENTER_BOTTOM, head, Ink::Muted);
    }
    for (top, head) in [(ACLS, "figure-block-public-acl"), (POLICIES, "figure-block-public-policy")] {
        canvas.text((NEW / 2.0 - 1.0, top + CELL.1 / 2.0), Align2::CENTER_CENTER, head, Ink::Text);
    }
    cell(canvas, (NEW, ACLS), "BlockPublicAcls", "figure-block-public-refused", true);
    cell(canvas, (OLD, ACLS), "IgnorePublicAcls", "figure-block-public-ignored", false);
    cell(canvas, (NEW, POLICIES), "BlockPublicPolicy", "figure-block-public-refused", true);
    cell(canvas, (OLD, POLICIES), "RestrictPublicBuckets", "figure-block-public-own", false);
}

/// A setting and what it does; one that refuses has an outline, one that takes the effect away has dashes.
fn cell(canvas: &Canvas<'_>, (left, top): (f32, f32), name: &str, does: &str, refuses: bool) {
    let middle = left + CELL.0 / 2.0;
    if refuses {
        canvas.boxed((left, top), CELL, Ink::Failed);
    } else {
        canvas.ghost((left, top), CELL, Ink::Accent);
    }
    canvas.words((middle, top + 5.0), Align2::CENTER_CENTER, name, Ink::Text, true);
    canvas.caption((middle, top + 8.5), Align2::CENTER_TOP, does, if refuses { Ink::Failed } else { Ink::Accent });
}
