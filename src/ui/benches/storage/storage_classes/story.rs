//! What a beat says, with the numbers of the run as it is: a learner who went another way reads of that way.

use skylab_cloud::s3::StorageClass::{GlacierIr, OnezoneIa, Standard, StandardIa};

use super::{
    data::ClassesData,
    prices::Set,
    shelf::{Shelf, State},
    words,
};
use crate::{
    i18n::format,
    ui::{Beat, View},
};

/// The text of a beat that names numbers of the run; `None` where its plain text says all.
pub(super) fn text(view: &View<'_>, data: &ClassesData, beat: &Beat) -> Option<String> {
    match beat.id {
        "cost-act" => cheapest(view, data),
        "cost-plot" => Some(break_evens(view, data)),
        "race-get" => gets(view, data),
        "race-wait" | "race-gone" => Some(readable(view, data, beat.id)),
        "early-act" | "early-stay" => kept(view, data, beat.id),
        "small-act" => small(view, data),
        "zone-act" | "zone-heal" | "lost-act" => zone(view, data, beat.id),
        _ => None,
    }
}

fn cheapest(view: &View<'_>, data: &ClassesData) -> Option<String> {
    let Some(run) = data.month.as_ref().filter(|run| run.is_over) else { return Some(view.tr("storage-classes-no-month")) };
    let (class, nanos) = run.cheapest()?;
    let args = [
        ("n", run.reads.into()),
        ("class", class.name().into()),
        ("amount", words::dollars(nanos).into()),
        ("other", GlacierIr.name().into()),
        ("dear", words::dollars(run.classes.get(&GlacierIr)?.spent.without_writes()).into()),
    ];
    Some(view.tr_with("storage-classes-beat-cost-act", &args))
}

fn break_evens(view: &View<'_>, data: &ClassesData) -> String {
    let Some(run) = data.month.as_ref().filter(|run| run.is_over) else { return view.tr("storage-classes-no-month") };
    let points = Set::new(run.bytes, run.object_bytes).break_evens();
    let Some(point) = points.iter().find(|point| (point.below, point.above) == (StandardIa, Standard)) else {
        return view.tr("storage-classes-no-break-even");
    };
    let args = [
        ("n", format::decimal(point.reads, 2).into()),
        ("object", format::bytes_billed(run.object_bytes).into()),
        ("below", point.below.name().into()),
        ("above", point.above.name().into()),
    ];
    view.tr_with("storage-classes-beat-cost-plot", &args)
}

fn gets(view: &View<'_>, data: &ClassesData) -> Option<String> {
    let count = |refused: bool| {
        let told = |shelf: &&Shelf| shelf.last_get().is_some_and(|get| get.refusal.is_some() == refused);
        data.shelves.iter().filter(told).count()
    };
    let args = [("ok", count(false).into()), ("refused", count(true).into())];
    (count(false) + count(true) > 0).then(|| view.tr_with("storage-classes-beat-race-get", &args))
}

fn readable(view: &View<'_>, data: &ClassesData, beat: &str) -> String {
    let archived = || data.shelves.iter().filter(|shelf| shelf.class.is_archive());
    let n = |is: fn(&State) -> bool| archived().filter(|shelf| is(&shelf.state)).count();
    let asked = archived().flat_map(|shelf| &shelf.restores).map(|restore| restore.at).min();
    let Some(asked) = asked else { return view.tr("storage-classes-no-restore") };
    let args = [
        ("span", words::span(view, data.now.since(asked)).into()),
        ("all", archived().count().into()),
        ("copies", n(|state| matches!(state, State::Copy { .. })).into()),
        ("waiting", n(|state| matches!(state, State::Restoring { .. })).into()),
        ("archived", n(|state| *state == State::Archived).into()),
    ];
    let key = if beat == "race-wait" { "storage-classes-beat-race-wait" } else { "storage-classes-beat-race-gone" };
    view.tr_with(key, &args)
}

fn kept(view: &View<'_>, data: &ClassesData, beat: &str) -> Option<String> {
    let run = data.kept.as_ref()?;
    let it = run.classes.get(&GlacierIr)?;
    if !it.is_gone {
        return Some(view.tr("storage-classes-not-deleted"));
    }
    let standard = run.classes.get(&Standard)?;
    let args = [
        ("days", run.days.into()),
        ("class", GlacierIr.name().into()),
        ("storage", words::dollars(it.spent.storage).into()),
        ("early", words::dollars(it.spent.early).into()),
        ("sum", words::dollars(it.spent.storage + it.spent.early).into()),
        ("stayed", words::dollars(it.stayed.storage).into()),
        ("standard", words::dollars(standard.spent.storage).into()),
    ];
    let key = if beat == "early-act" { "storage-classes-beat-early-act" } else { "storage-classes-beat-early-stay" };
    Some(view.tr_with(key, &args))
}

fn small(view: &View<'_>, data: &ClassesData) -> Option<String> {
    let run = data.small.as_ref()?;
    let set = Set::new(run.bytes, run.object_bytes);
    let args = [
        ("bytes", format::bytes_billed(run.bytes).into()),
        ("object", format::bytes_billed(run.object_bytes).into()),
        ("billed", format::bytes_billed(run.classes.get(&StandardIa)?.billed_bytes).into()),
        ("class", StandardIa.name().into()),
        ("dear", words::usd(set.storage(StandardIa)).into()),
        ("cheap", words::usd(set.storage(Standard)).into()),
    ];
    Some(view.tr_with("storage-classes-beat-small-act", &args))
}

fn zone(view: &View<'_>, data: &ClassesData, beat: &str) -> Option<String> {
    let shelf = data.shelves.iter().find(|shelf| shelf.class == OnezoneIa)?;
    let refused = data.shelves.iter().filter(|shelf| shelf.last_get().is_some_and(|get| get.refusal.is_some())).count();
    let code = shelf.last_get().and_then(|get| get.refusal.as_ref()).map(|(code, status)| format!("{status} {code}"));
    let args = [("code", code.clone().unwrap_or_default().into()), ("refused", refused.into())];
    let is_out = data.zones.iter().any(|zone| zone.out.is_some());
    let key = match (beat, &code) {
        ("zone-act", Some(_)) => "storage-classes-beat-zone-act",
        ("zone-heal", None) if !is_out => "storage-classes-beat-zone-heal",
        ("zone-heal", _) => "storage-classes-zone-still-out",
        (_, Some(_)) if shelf.state == State::Gone => "storage-classes-beat-lost-act",
        _ => "storage-classes-zone-nothing",
    };
    Some(view.tr_with(key, &args))
}
