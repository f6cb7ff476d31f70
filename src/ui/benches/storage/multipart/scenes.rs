//! What the multipart bench can start from, the beats of each, and the answers. It draws nothing.

use super::{left::data::LeftData, line::Line};
use crate::ui::{Beat, StageView};

/// The ids of the start states, in their order. The first two are about the line, the last one about a bucket.
pub(super) const STARTS: &[&str] = &["drop", "limits", "left"];
/// The start state that is about a bucket.
pub(super) const LEFT: usize = 2;
/// The bucket of that scene.
pub(super) const BUCKET: &str = "backups-417";
/// The nights whose uploads broke off, and the parts that were up by then, of fifty.
pub(super) const N_NIGHTS: u32 = 3;
pub(super) const N_UP: u32 = 35;
pub(super) const N_PARTS: u32 = 50;
/// Days after which the uploads tell what leaving them costs.
const LONG_DAYS: f64 = 20.0;

const DROP: &[Beat] = &[
    Beat::question("drop-question"),
    Beat::predict("again", &["nothing", "some", "all"]),
    Beat::act("send", &["idea send"]),
    Beat::observe("resume", &["idea resume"]),
    Beat::predict("far", &["alike", "times", "many"]),
    Beat::act("whole", &["idea rtt 200; whole"]),
    Beat::why("drop-why"),
];

const LIMITS: &[Beat] = &[
    Beat::question("limits-question"),
    Beat::predict("put", &["taken", "refused"]),
    Beat::act("ask", &["idea ask"]),
    Beat::predict("parts", &["taken", "refused"]),
    Beat::act("many", &["idea file 5000; ask"]),
    Beat::observe("larger", &["idea part 500; ask"]),
    Beat::why("limits-why"),
];

const RULE: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket backups-417 --lifecycle-configuration '{"Rules":[{"ID":"drop-unfinished","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'"#;

const LEFT_BEATS: &[Beat] = &[
    Beat::question("left-question"),
    Beat::predict("billed", &["nothing", "parts", "whole"]),
    Beat::act("month", &["sim advance 30d"]),
    Beat::observe("seen", &["aws s3api list-objects-v2 --bucket backups-417", "aws s3api list-multipart-uploads --bucket backups-417"]),
    Beat::predict("rule", &["all", "some", "none"]),
    Beat::act("put-rule", &[RULE, "sim advance 2d"]),
    Beat::why("left-why"),
];

/// The beats of a start state.
pub(super) fn beats(start: usize) -> &'static [Beat] {
    [DROP, LIMITS, LEFT_BEATS].get(start).copied().unwrap_or(DROP)
}

/// What the line opens with; `None` for the scene of a bucket.
pub(super) fn opening(start: usize) -> Option<Line> {
    match start {
        0 => Some(Line::new(5, 100)),
        1 => Some(Line::new(6, 100)),
        _ => None,
    }
}

/// The lines that the bucket opens with: a backup of 5 GB each night that broke off at 70 percent.
pub(super) fn start_lines() -> Vec<String> {
    let mut lines =
        vec![format!("aws s3api create-bucket --bucket {BUCKET} --create-bucket-configuration LocationConstraint=ap-northeast-2")];
    for night in 1..=N_NIGHTS {
        let key = key(night);
        lines.push(format!("UPLOAD=$(aws s3api create-multipart-upload --bucket {BUCKET} --key {key} --query UploadId --output text)"));
        lines.extend((1..=N_UP).map(|part| {
            format!("aws s3api upload-part --bucket {BUCKET} --key {key} --upload-id $UPLOAD --part-number {part} --body part-100mb.bin")
        }));
        lines.push("sim advance 1d".to_owned());
    }
    lines
}

/// The key of a night's backup.
pub(super) fn key(night: u32) -> String {
    format!("night-{night}.tar")
}

/// A rule that ends unfinished uploads after so many days.
pub(super) fn rule(days: u32) -> String {
    RULE.replace("\"DaysAfterInitiation\":7", &format!("\"DaysAfterInitiation\":{days}"))
}

/// The option of a prediction that the run shows to be right.
pub(super) fn answer(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match Line::read(run.idea) {
        Some(line) => of_line(beat, &line)?,
        None => of_bucket(beat, run)?,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

fn of_line(beat: &Beat, line: &Line) -> Option<&'static str> {
    let taken = |n: usize, of: usize| {
        let (file_gb, part_mb) = *line.asked.get(n)?;
        let asked = Line { file_gb, part_mb, ..line.clone() };
        Some(if asked.is_taken()[of] { "taken" } else { "refused" })
    };
    match beat.id {
        "again" => Some(match line.lost? {
            (0, _) => "nothing",
            (lost, sent) if lost < sent => "some",
            _ => "all",
        }),
        "far" => Some(match line.times? {
            (put, parts) if put.saturating_mul(2) < parts.saturating_mul(3) => "alike",
            (put, parts) if put < parts.saturating_mul(4) => "times",
            _ => "many",
        }),
        "put" => taken(0, 0),
        "parts" => taken(1, 1),
        _ => None,
    }
}

fn of_bucket(beat: &Beat, run: &StageView<'_>) -> Option<&'static str> {
    let data = LeftData::of(run);
    match beat.id {
        "billed" if data.days >= LONG_DAYS => {
            let share = data.mean_bytes / (data.start_bytes.max(1) as f64);
            let whole = f64::from(N_PARTS) / f64::from(N_UP);
            Some(if share < 0.5 {
                "nothing"
            } else if share < f64::midpoint(1.0, whole) {
                "parts"
            } else {
                "whole"
            })
        }
        "rule" if data.ruled_days? >= 1.0 => Some(match data.uploads.len() {
            0 => "none",
            n if n < data.n_before_rule => "some",
            _ => "all",
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_about_the_line_means_something() {
        for start in 0..LEFT {
            let mut line = opening(start).unwrap();
            for act in beats(start).iter().flat_map(|beat| beat.acts) {
                line = line.after(act.strip_prefix("idea ").unwrap()).unwrap_or_else(|| panic!("`{act}`"));
            }
        }
    }
}
