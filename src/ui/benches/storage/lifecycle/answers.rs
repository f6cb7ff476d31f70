//! The right predictions of the lifecycle bench, read off the run; none is written down.

use skylab_cloud::{
    World,
    bill::{self, Usd},
    ident::AccountId,
    s3::{StorageClass, Version},
};

use super::scenes::BUCKET;
use crate::ui::{Beat, StageView};

/// Months after which each question can be told.
const LOG_MONTHS: u32 = 84;
const OTHER_MONTHS: u32 = 2;
/// What usage types of stored bytes are named after; the requests that brought the parts are no storage.
const STORAGE: &str = "TimedStorage";

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match beat.id {
        "predict" => share_of_cost(run)?,
        "overlap" => fate_of_debug_logs(run)?,
        "versions" => what_lies_there(run)?,
        "uploads" => what_parts_cost(run)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

fn has_run(run: &StageView<'_>, months: u32) -> bool {
    run.sandbox.now() >= run.sandbox.start().plus_months(months)
}

fn spent(world: &World) -> i128 {
    bill::by_month(world, AccountId::OWN).into_values().map(Usd::nanos).sum()
}

/// What seven years cost with the rules, against what they cost without.
fn share_of_cost(run: &StageView<'_>) -> Option<&'static str> {
    let without = spent(run.without);
    if !has_run(run, LOG_MONTHS) || without == 0 {
        return None;
    }
    let percent = spent(run.sandbox.world()) * 100 / without;
    Some(match percent {
        50.. => "half",
        25.. => "quarter",
        _ => "less",
    })
}

/// Which of the two rules won: by then the first month's debug logs are archived, or gone.
fn fate_of_debug_logs(run: &StageView<'_>) -> Option<&'static str> {
    if !has_run(run, OTHER_MONTHS) {
        return None;
    }
    let bucket = run.sandbox.world().s3.bucket(BUCKET)?;
    let is_archived = |version: &Version| version.object().is_some_and(|object| object.class == StorageClass::Glacier);
    let mut debug = bucket.store().cohorts().filter(|(first, _)| first.starts_with("app/debug/"));
    let archived = debug.any(|(_, cohort)| cohort.versions().iter().any(is_archived));
    Some(if archived { "moved" } else { "deleted" })
}

/// Bytes with the rule against bytes without.
fn what_lies_there(run: &StageView<'_>) -> Option<&'static str> {
    if !has_run(run, OTHER_MONTHS) {
        return None;
    }
    let bytes = |world: &World| world.s3.bucket(BUCKET).map_or(0, |bucket| bucket.stored().values().map(|class| class.bytes).sum::<u64>());
    let (with, without) = (bytes(run.sandbox.world()), bytes(run.without));
    Some(if with < without { "less" } else { "same" })
}

/// Whether parts that belong to no object are on the bill of the run without rules.
fn what_parts_cost(run: &StageView<'_>) -> Option<&'static str> {
    if !has_run(run, OTHER_MONTHS) {
        return None;
    }
    let lines = bill::bill(run.without, AccountId::OWN, None).lines;
    let mut stored = lines.iter().filter(|line| line.usage_type.contains(STORAGE));
    let costs = stored.any(|line| line.amount_usd.is_some_and(|usd| usd.nanos() > 0));
    Some(if costs { "parts" } else { "nothing" })
}
