//! What the bench says: the text of a beat, and what happened last, each with the numbers of the set-up.

use super::{
    places,
    race::{Last, Race, Way},
    switch::data::SwitchData,
};
use crate::{
    i18n::{Arg, format},
    ui::{Beat, View},
};

/// What a beat about the two ways says.
pub(super) fn of_race(view: &View<'_>, race: &Race, beat: &Beat) -> String {
    let faster = race.is_faster_by_edge();
    let other = match beat.id {
        "race" | "curve" | "parallel" | "home" if race.last != Last::Raced => Some("acceleration-other-unraced"),
        "race" if !faster => Some("acceleration-other-direct"),
        "parallel" if race.connections == 1 => Some("acceleration-other-single"),
        "home" if faster => Some("acceleration-other-edge"),
        _ => None,
    };
    match other {
        Some(key) => view.tr_with(key, &arguments(view, race)),
        None => view.tr_with(&format!("acceleration-beat-{}", beat.id), &arguments(view, race)),
    }
}

/// What a beat about the buckets says; `None` where it names nothing of the run.
pub(super) fn of_switch(view: &View<'_>, data: &SwitchData, beat: &Beat) -> Option<String> {
    let is_on = |n: usize| data.buckets.get(n).is_some_and(|bucket| bucket.status.as_deref() == Some("Enabled"));
    match beat.id {
        "enable" | "endpoints" if !is_on(0) => Some(view.tr("acceleration-other-off")),
        _ => None,
    }
}

/// One sentence on what was done last.
pub(super) fn happened(view: &View<'_>, race: &Race) -> String {
    let is_line = (race.rate(Way::Direct) - race.rate(Way::Edge)).abs() < 1.0;
    let key = match (race.last, race.is_faster_by_edge()) {
        (Last::Nothing, _) => "acceleration-last-nothing",
        (Last::SetUp, _) => "acceleration-last-set-up",
        (Last::Raced, true) if race.loss_ppm > 0 => "acceleration-last-edge-lossy",
        (Last::Raced, true) => "acceleration-last-edge",
        (Last::Raced, false) if is_line => "acceleration-last-line",
        (Last::Raced, false) => "acceleration-last-direct",
    };
    view.tr_with(key, &arguments(view, race))
}

/// What a way is called.
pub(super) fn way(view: &View<'_>, race: &Race, way: Way) -> String {
    view.tr_with(if way == Way::Edge { "acceleration-way-edge" } else { "acceleration-way-direct" }, &arguments(view, race))
}

/// The name of a city.
pub(super) fn city(view: &View<'_>, id: &str) -> String {
    view.tr(&format!("acceleration-city-{id}"))
}

/// A Region with the city that it is near.
pub(super) fn region(view: &View<'_>, name: &str, near: &str) -> String {
    format!("{name} ({})", city(view, near))
}

/// `3.4 MB/s`.
pub(super) fn rate(view: &View<'_>, rate: f64) -> String {
    view.tr_with("acceleration-per-second", &[("bytes", format::bytes(rate.round() as u64).into())])
}

/// A time in the unit that suits it, with about three digits.
pub(super) fn time(view: &View<'_>, millis: u64) -> String {
    const UNITS: [(u64, &str); 4] = [
        (86_400_000, "acceleration-days"),
        (3_600_000, "acceleration-hours"),
        (60_000, "acceleration-minutes"),
        (1_000, "acceleration-seconds"),
    ];
    let (unit, key) = UNITS.into_iter().find(|(unit, _)| millis >= *unit).unwrap_or(UNITS[3]);
    let value = millis as f64 / unit as f64;
    view.tr_with(key, &[("n", format::decimal(value, usize::from(value < 100.0)).into())])
}

/// Every number that a text may name.
fn arguments(view: &View<'_>, race: &Race) -> Vec<(&'static str, Arg<'static>)> {
    let near = places::place_of(&race.region).map_or("", |place| place.id);
    let times = race.millis(Way::Direct) as f64 / race.millis(Way::Edge).max(1) as f64;
    vec![
        ("city", city(view, &race.city).into()),
        ("near", city(view, near).into()),
        ("region", race.region.clone().into()),
        ("size", format::bytes(race.bytes()).into()),
        ("window", format::bytes(u64::from(race.window_kb) * 1_000).into()),
        ("rtt", race.rtt_ms(Way::Direct).into()),
        ("edge-rtt", race.rtt_ms(Way::Edge).into()),
        ("connections", race.connections.into()),
        ("direct-rate", rate(view, race.rate(Way::Direct)).into()),
        ("edge-rate", rate(view, race.rate(Way::Edge)).into()),
        ("direct-time", time(view, race.millis(Way::Direct)).into()),
        ("edge-time", time(view, race.millis(Way::Edge)).into()),
        ("times", format::decimal(times, usize::from(times < 10.0)).into()),
        ("fee", format::usd(race.fee_micros()).into()),
        ("per-gb", format::usd_price(race.fee_micros_per_gb()).into()),
    ]
}
