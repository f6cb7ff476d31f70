//! The two questions that decide a request, and where the Allow must stand for each kind of caller. It shows no Block Public Access.

use egui::Align2;

use super::{Canvas, Ink};

/// The two questions: their size, their upper edge, their left edges.
const QUESTION: (f32, f32) = (30.0, 11.0);
const TOP: f32 = 2.0;
const DENY: f32 = 9.0;
const ALLOW: f32 = 54.0;
/// Where a refusal stands.
const REFUSED: f32 = 25.5;
/// The callers below: the upper edge of the first, from one to the next, and the height of a policy.
const CALLERS: f32 = 37.5;
const STEP: f32 = 9.0;
const POLICY: f32 = 7.5;
/// The left edges and widths of the two policies, and what stands between them.
const IAM: (f32, f32) = (34.0, 24.0);
const BUCKET: (f32, f32) = (70.0, 30.0);
const BETWEEN: f32 = 64.0;

/// Draws it.
pub(super) fn draw(canvas: &Canvas<'_>) {
    let middle = TOP + QUESTION.1 / 2.0;
    canvas.arrow((0.0, middle), (DENY, middle), Ink::Text);
    question(canvas, DENY, "Deny?", "figure-access-decision-yes");
    canvas.arrow((DENY + QUESTION.0, middle), (ALLOW, middle), Ink::Text);
    canvas.caption((f32::midpoint(DENY + QUESTION.0, ALLOW), middle - 1.0), Align2::CENTER_BOTTOM, "figure-access-decision-no", Ink::Text);
    question(canvas, ALLOW, "Allow?", "figure-access-decision-no");
    canvas.arrow((ALLOW + QUESTION.0, middle), (96.0, middle), Ink::Ok);
    canvas.caption((90.0, middle - 1.0), Align2::CENTER_BOTTOM, "figure-access-decision-yes", Ink::Ok);
    canvas.disc((98.0, middle), 1.4, Ink::Ok);
    canvas.words((100.0, middle + 3.0), Align2::RIGHT_TOP, "200", Ink::Ok, true);

    canvas.caption((0.0, CALLERS - 1.5), Align2::LEFT_BOTTOM, "figure-access-decision-where", Ink::Muted);
    caller(canvas, 0, "figure-access-decision-same", Some("figure-access-decision-or"));
    caller(canvas, 1, "figure-access-decision-other", Some("figure-access-decision-and"));
    caller(canvas, 2, "figure-access-decision-nobody", None);
}

/// A question, and the way down to a refusal.
fn question(canvas: &Canvas<'_>, left: f32, words: &str, refused_if: &str) {
    canvas.boxed((left, TOP), QUESTION, Ink::Accent);
    let middle = left + QUESTION.0 / 2.0;
    canvas.words((middle, TOP + QUESTION.1 / 2.0), Align2::CENTER_CENTER, words, Ink::Text, false);
    let below = TOP + QUESTION.1;
    canvas.arrow((middle, below), (middle, REFUSED - 3.0), Ink::Failed);
    canvas.caption((middle + 2.0, f32::midpoint(below, REFUSED - 3.0)), Align2::LEFT_CENTER, refused_if, Ink::Failed);
    canvas.cross((middle, REFUSED), 1.4, Ink::Failed);
    canvas.caption((middle + 3.0, REFUSED), Align2::LEFT_CENTER, "figure-access-decision-refused", Ink::Failed);
}

/// Who calls, and the policies that can allow it; without a word between them there is only the bucket's.
fn caller(canvas: &Canvas<'_>, n: u8, who: &str, between: Option<&str>) {
    let top = CALLERS + f32::from(n) * STEP;
    let middle = top + POLICY / 2.0;
    canvas.caption((0.0, middle), Align2::LEFT_CENTER, who, Ink::Text);
    if let Some(between) = between {
        canvas.boxed((IAM.0, top), (IAM.1, POLICY), Ink::Series(0));
        canvas.caption((IAM.0 + IAM.1 / 2.0, middle), Align2::CENTER_CENTER, "figure-access-decision-iam", Ink::Text);
        canvas.caption((BETWEEN, middle), Align2::CENTER_CENTER, between, Ink::Text);
    } else {
        canvas.ghost((IAM.0, top), (IAM.1, POLICY), Ink::Muted);
    }
    canvas.boxed((BUCKET.0, top), (BUCKET.1, POLICY), Ink::Series(1));
    canvas.caption((BUCKET.0 + BUCKET.1 / 2.0, middle), Align2::CENTER_CENTER, "figure-access-decision-bucket", Ink::Text);
}
