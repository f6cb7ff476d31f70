//! The right predictions of the versions bench, read off the run; none is written down.

use skylab_cloud::ident::Caller;

use super::replay::{self, Deed, Layer};
use crate::ui::{Beat, StageView};

/// Uploads after which the question about suspended versioning is told.
const N_PUTS: usize = 2;

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match beat.id {
        "delete" => replay::deeds(run).find_map(|deed| what_a_delete_does(&deed))?,
        "rescue" => replay::deeds(run).find_map(|deed| what_removes_a_marker(&deed))?,
        "lock" => replay::deeds(run).find_map(|deed| what_a_delete_of_a_locked_version_does(&deed))?,
        "comply" => replay::deeds(run).find_map(|deed| who_gets_past_a_lock(&deed))?,
        "suspend" => how_many_versions(run)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

/// What a plain GET answers after the first delete of something that could be read, and whether fewer bytes are stored.
fn what_a_delete_does(deed: &Deed) -> Option<&'static str> {
    let reads = |layers: &[Layer]| layers.first().is_some_and(|top| !top.is_marker());
    if deed.name != "DeleteObject" || deed.outcome.is_err() || !reads(&deed.before) || deed.before.first() == deed.after.first() {
        return None;
    }
    Some(match (reads(&deed.after), bytes(&deed.after) < bytes(&deed.before)) {
        (false, true) => "gone-less",
        (false, false) => "gone-same",
        (true, _) => "older-less",
    })
}

/// Which request the first marker went away with.
fn what_removes_a_marker(deed: &Deed) -> Option<&'static str> {
    let is_there = |id: &str| deed.after.iter().any(|layer| layer.is_marker() && layer.id == id);
    if !deed.before.iter().any(|layer| layer.is_marker() && !is_there(&layer.id)) {
        return None;
    }
    match deed.name {
        "DeleteObject" => Some(if deed.version_id().is_some() { "marker" } else { "again" }),
        "PutObject" | "CopyObject" => Some("put"),
        _ => None,
    }
}

/// How a delete of a version that is locked ended, or one without a version id where the current one is.
fn what_a_delete_of_a_locked_version_does(deed: &Deed) -> Option<&'static str> {
    let protected = |layer: &Layer| layer.lock.protects(deed.at);
    let version = match deed.version_id() {
        Some(id) => deed.before.iter().find(|layer| layer.id == id),
        None => deed.before.first(),
    };
    if deed.name != "DeleteObject" || !version.is_some_and(protected) {
        return None;
    }
    Some(match (&deed.outcome, deed.version_id()) {
        (Err(_), _) => "refused",
        (Ok(_), Some(_)) => "deleted",
        (Ok(_), None) => "marked",
    })
}

/// Who deleted a locked version for good with the header that bypasses a governance retention.
fn who_gets_past_a_lock(deed: &Deed) -> Option<&'static str> {
    deed.version_id()?;
    if deed.members["BypassGovernanceRetention"] != true {
        return None;
    }
    Some(match (what_a_delete_of_a_locked_version_does(deed)?, &deed.caller) {
        ("refused", _) => "nobody",
        (_, Caller::Root { .. }) => "root",
        _ => "bypass",
    })
}

/// How many versions there are after two uploads.
fn how_many_versions(run: &StageView<'_>) -> Option<&'static str> {
    let second = replay::deeds(run).filter(|deed| deed.name == "PutObject" && deed.outcome.is_ok()).nth(N_PUTS - 1)?;
    match second.after.iter().filter(|layer| !layer.is_marker()).count() {
        4 => Some("four"),
        3 => Some("three"),
        2 => Some("two"),
        _ => None,
    }
}

/// The bytes of all versions.
pub(super) fn bytes(layers: &[Layer]) -> u64 {
    layers.iter().filter_map(|layer| layer.bytes).sum()
}
