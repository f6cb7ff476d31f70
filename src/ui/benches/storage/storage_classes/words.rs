//! How moments, lengths of time, speeds, states and sums are written on this bench; no drawing.

use skylab_cloud::{
    clock::{DAY_MS, SimTime},
    s3::Speed,
};

use super::shelf::State;
use crate::{
    i18n::format,
    ui::{View, widgets::Icon},
};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// `2026-03-01 09:00`.
pub(super) fn date(at: SimTime) -> String {
    format::date_time(at.millis().div_euclid(1_000))
}

/// `2026-03-01`.
pub(super) fn day(at: SimTime) -> String {
    format::date(at.millis().div_euclid(1_000))
}

/// A length of time in its largest whole units: days and hours, hours and minutes, or minutes.
pub(super) fn span(view: &View<'_>, millis: i64) -> String {
    let minutes = (millis + MINUTE_MS - 1) / MINUTE_MS;
    let (days, hours) = (millis / DAY_MS, millis / HOUR_MS);
    let (key, first, second) = if days >= 3 {
        ("storage-classes-days-hours", days, hours % 24)
    } else if hours > 0 {
        ("storage-classes-hours-minutes", hours, minutes % 60)
    } else {
        ("storage-classes-minutes", minutes, 0)
    };
    match (key, second) {
        ("storage-classes-days-hours", 0) => view.tr_with("storage-classes-days", &[("n", first.into())]),
        ("storage-classes-hours-minutes", 0) => view.tr_with("storage-classes-hours", &[("n", first.into())]),
        ("storage-classes-minutes", _) => view.tr_with("storage-classes-minutes", &[("n", first.into())]),
        _ => view.tr_with(key, &[("n", first.into()), ("m", second.into())]),
    }
}

/// Expedited, standard or bulk.
pub(super) fn speed_name(view: &View<'_>, speed: Speed) -> String {
    match speed {
        Speed::Expedited => view.tr("storage-classes-expedited"),
        Speed::Standard => view.tr("storage-classes-standard-speed"),
        Speed::Bulk => view.tr("storage-classes-bulk"),
    }
}

/// The mark of a state, which differs in shape, and its words.
pub(super) fn state(view: &View<'_>, now: SimTime, state: State) -> (Icon, String) {
    match state {
        State::Untried => (Icon::Unknown, view.tr("storage-classes-untried")),
        State::Readable => (Icon::Ok, view.tr("storage-classes-readable")),
        State::Archived => (Icon::Unknown, view.tr("storage-classes-archived")),
        State::Restoring { ready } => {
            (Icon::Half, view.tr_with("storage-classes-restoring", &[("left", span(view, ready.since(now)).into())]))
        }
        State::Copy { until } => (Icon::Ok, view.tr_with("storage-classes-copy", &[("date", day(until).into())])),
        State::OutOfReach { zone } => (Icon::Warning, view.tr_with("storage-classes-out-of-reach", &[("zone", zone.to_string().into())])),
        State::Gone => (Icon::Failed, view.tr("storage-classes-gone")),
    }
}

/// `9.60 USD` of billionths of a dollar.
pub(super) fn dollars(nanos: i128) -> String {
    format::usd(nanos / 1_000)
}

/// The same of dollars.
pub(super) fn usd(dollars: f64) -> String {
    format::usd((dollars * 1e6).round() as i128)
}

/// A unit price with the digits that it has.
pub(super) fn price(dollars: f64) -> String {
    format::usd_price((dollars * 1e6).round() as i128)
}
