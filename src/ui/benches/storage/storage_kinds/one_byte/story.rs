//! What the bench says about a change: the text of a beat and what happened last, with the numbers of the set-up.

use super::{
    Last, Rewrite,
    plan::{Change, Store},
};
use crate::{
    i18n::{Arg, format},
    ui::{Beat, View},
};

/// Microseconds of a millisecond, a second, a minute and an hour.
const UNITS: [(u64, &str); 4] = [
    (3_600_000_000, "storage-kinds-hours"),
    (60_000_000, "storage-kinds-minutes"),
    (1_000_000, "storage-kinds-seconds"),
    (1_000, "storage-kinds-millis"),
];

/// What a beat says.
pub(in super::super) fn beat(view: &View<'_>, state: &Rewrite, beat: &Beat) -> String {
    let both = [Store::Block, Store::Object].iter().all(|store| state.written.contains(store));
    let key = match beat.id {
        "write" | "grow" | "replace" if !both => "storage-kinds-other-unwritten",
        "write" if state.change != Change::Byte || state.copies_parts => "storage-kinds-other-write",
        "grow" if state.copies_parts || state.change == Change::Whole => "storage-kinds-other-grow",
        "replace" if state.change != Change::Whole => "storage-kinds-other-replace",
        _ => return view.tr_with(&format!("storage-kinds-beat-{}", beat.id), &arguments(view, state)),
    };
    view.tr_with(key, &arguments(view, state))
}

/// One sentence on what was done last, with the rule that acted.
pub(in super::super) fn happened(view: &View<'_>, state: &Rewrite) -> String {
    let replaces = state.setup().plan(Store::Object).iter().all(|one| one.name != "GetObject");
    let key = match state.last {
        Last::Nothing => "storage-kinds-last-nothing",
        Last::SetUp if state.written.is_empty() => "storage-kinds-last-setup-before",
        Last::SetUp => "storage-kinds-last-setup",
        Last::Wrote(Store::Block) => "storage-kinds-last-block",
        Last::Wrote(Store::File) => "storage-kinds-last-file",
        Last::Wrote(Store::Object)
            if state.copies_parts && state.setup().plan(Store::Object).iter().any(|one| one.name == "UploadPartCopy") =>
        {
            "storage-kinds-last-object-copied"
        }
        Last::Wrote(Store::Object) if replaces => "storage-kinds-last-object-whole",
        Last::Wrote(Store::Object) => "storage-kinds-last-object",
        Last::WroteAll => "storage-kinds-last-all",
    };
    view.tr_with(key, &arguments(view, state))
}

/// Every number that a text may name.
fn arguments(view: &View<'_>, state: &Rewrite) -> Vec<(&'static str, Arg<'static>)> {
    let [block, file, object] = Store::ALL.map(|store| state.setup().cost(store));
    let trips = |n: u64| format::count(n as i64);
    vec![
        ("size", size(state).into()),
        ("block", format::bytes_billed(block.bytes).into()),
        ("file", format::bytes_billed(file.bytes).into()),
        ("object", format::bytes_billed(object.bytes).into()),
        ("block-trips", trips(block.round_trips).into()),
        ("file-trips", trips(file.round_trips).into()),
        ("object-trips", trips(object.round_trips).into()),
        ("block-time", time(view, block.micros).into()),
        ("file-time", time(view, file.micros).into()),
        ("object-time", time(view, object.micros).into()),
        ("times", times(state.tenths()).into()),
    ]
}

/// The size of the file.
pub(in super::super) fn size(state: &Rewrite) -> String {
    format::bytes_billed(state.setup().file_bytes)
}

/// How many times as many, to a tenth below ten.
fn times(tenths: u64) -> String {
    if tenths < 100 && !tenths.is_multiple_of(10) {
        format::decimal(tenths as f64 / 10.0, 1)
    } else {
        format::count(i64::try_from(tenths / 10).unwrap_or(i64::MAX))
    }
}

/// A time in the unit that suits it, with about three digits.
pub(in super::super) fn time(view: &View<'_>, micros: u64) -> String {
    let (unit, key) = UNITS.into_iter().find(|(unit, _)| micros >= *unit).unwrap_or((1_000, "storage-kinds-millis"));
    let value = micros as f64 / unit as f64;
    let digits = if value.fract() == 0.0 || value >= 100.0 { 0 } else { usize::from(value < 10.0) + usize::from(value < 1.0) };
    view.tr_with(key, &[("n", format::decimal(value, digits).into())])
}
