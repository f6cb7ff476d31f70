//! What the bench says about the line: the text of a beat and what happened last, with the numbers of the set-up.

use super::{
    Shown,
    left::data::{LeftData, MANY_BUCKETS},
    line::{Last, Line, Progress},
    verdict::Refusal,
};
use crate::{
    i18n::{Arg, format},
    ui::{Beat, View},
};

/// What a beat about the line says.
pub(super) fn of_line(view: &View<'_>, shown: &Shown, beat: &Beat) -> String {
    let line = &shown.line;
    let (put, parts) = (shown.put.is_ok(), shown.parts.is_ok());
    let other = match beat.id {
        "send" | "resume" if line.progress == Progress::Waiting => Some("multipart-other-waiting"),
        "send" | "resume" if !put || !parts => Some("multipart-other-refused"),
        "resume" if line.progress == Progress::Broken => Some("multipart-other-broken"),
        "whole" if line.progress != Progress::Done || line.broke => Some("multipart-other-waiting"),
        "whole" if line.put_millis() * 2 < line.parts_millis(0) * 3 => Some("multipart-other-alike"),
        "ask" | "many" | "larger" if !shown.is_answered() => Some("multipart-other-unasked"),
        "ask" if put => Some("multipart-other-put"),
        "many" if parts => Some("multipart-other-parts"),
        "larger" if !parts => Some("multipart-other-parts-refused"),
        _ => None,
    };
    match other {
        Some(key) => view.tr_with(key, &arguments(view, line)),
        None => view.tr_with(&format!("multipart-beat-{}", beat.id), &arguments(view, line)),
    }
}

/// What a beat about the bucket says.
pub(super) fn of_bucket(view: &View<'_>, data: &LeftData, beat: &Beat) -> String {
    let other = match beat.id {
        "month" if data.uploads.is_empty() => Some("multipart-other-ended"),
        "put-rule" if !data.uploads.is_empty() => Some("multipart-other-left"),
        _ => None,
    };
    let args = [
        ("n", data.uploads.len().into()),
        ("begun", data.n_before_rule.into()),
        ("bytes", format::bytes_billed(data.bytes).into()),
        ("start", format::bytes(data.start_bytes).into()),
        ("days", (data.days.floor() as i64).into()),
        ("objects", data.n_objects.into()),
        ("spent", format::usd(data.spent_micros * i128::from(MANY_BUCKETS)).into()),
        ("many", MANY_BUCKETS.into()),
    ];
    match other {
        Some(key) => view.tr_with(key, &args),
        None => view.tr_with(&format!("multipart-beat-{}", beat.id), &args),
    }
}

/// One sentence on what was done last, with the rule that acted.
pub(super) fn happened(view: &View<'_>, shown: &Shown) -> String {
    let line = &shown.line;
    let is_far = line.rate(1) < line.rate(u64::from(line.parallel));
    let key = match line.last {
        Last::Nothing => "multipart-last-nothing",
        Last::SetUp => "multipart-last-set-up",
        Last::Broke if line.at_break().lost_bytes == 0 => "multipart-last-broke-between",
        Last::Broke => "multipart-last-broke",
        Last::Resumed => "multipart-last-resumed",
        Last::Whole if is_far => "multipart-last-whole-far",
        Last::Whole => "multipart-last-whole",
        Last::Asked => match (shown.put.is_ok(), shown.parts.is_ok()) {
            (true, true) => "multipart-last-asked-both",
            (true, false) => "multipart-last-asked-put",
            (false, true) => "multipart-last-asked-parts",
            (false, false) => "multipart-last-asked-none",
        },
    };
    view.tr_with(key, &arguments(view, line))
}

/// What a refusal means, and what would be taken.
pub(super) fn why(refusal: &Refusal) -> &'static str {
    match (refusal.operation, refusal.code.as_str()) {
        ("PutObject", "EntityTooLarge") => "multipart-why-put",
        (_, "EntityTooLarge") => "multipart-why-large",
        (_, "EntityTooSmall") => "multipart-why-small",
        (_, "InvalidArgument") => "multipart-why-number",
        _ => "multipart-why-other",
    }
}

/// `50 parts of 100 MB, 4 at once`.
pub(super) fn parts(view: &View<'_>, line: &Line) -> String {
    view.tr_with("multipart-many", &arguments(view, line))
}

/// Every number that a text may name.
fn arguments(view: &View<'_>, line: &Line) -> Vec<(&'static str, Arg<'static>)> {
    let at = line.at_break();
    let count = |n: u64| format::count(i64::try_from(n).unwrap_or(i64::MAX));
    let (put, parts) = (line.put_millis(), line.parts_millis(0));
    vec![
        ("file", format::bytes(line.file_bytes()).into()),
        ("part", format::bytes(line.part_bytes()).into()),
        ("n", count(line.n_parts()).into()),
        ("parallel", count(u64::from(line.parallel)).into()),
        ("drop", format!("{}%", line.drop_percent).into()),
        ("sent", format::bytes(at.sent_bytes).into()),
        ("safe", count(at.n_safe).into()),
        ("on-way", count(at.n_on_way).into()),
        ("lost", format::bytes(at.lost_bytes).into()),
        ("mbps", count(u64::from(line.mbps)).into()),
        ("rtt", count(u64::from(line.rtt_ms)).into()),
        ("put-time", time(view, put).into()),
        ("parts-time", time(view, parts).into()),
        ("one-rate", format::bytes(line.rate(1)).into()),
        ("rate", format::bytes(line.rate(u64::from(line.parallel))).into()),
    ]
}

/// A time in the unit that suits it, with about three digits.
pub(super) fn time(view: &View<'_>, millis: u64) -> String {
    const UNITS: [(u64, &str); 4] =
        [(86_400_000, "multipart-days"), (3_600_000, "multipart-hours"), (60_000, "multipart-minutes"), (1_000, "multipart-seconds")];
    let (unit, key) = UNITS.into_iter().find(|(unit, _)| millis >= *unit).unwrap_or(UNITS[3]);
    let value = millis as f64 / unit as f64;
    view.tr_with(key, &[("n", format::decimal(value, usize::from(value < 100.0)).into())])
}
