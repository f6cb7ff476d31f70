//! The right predictions of the encryption bench, read off the run; none is written down.

use skylab_cloud::{World, api::Origin, ident::Caller, journal::Input};

use super::{
    calls,
    data::{Seen, seen},
    happened,
    scenes::{AUDITOR, Way},
};
use crate::ui::{Beat, StageView};

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match beat.id {
        "ways" => what_opens(run)?,
        "pending" => what_a_key_on_its_way_out_does(run)?,
        "calls" => how_many_calls(run.sandbox.world())?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

/// Which of the five the auditor could turn into plain data when the auditor read one for the first time.
fn what_opens(run: &StageView<'_>) -> Option<&'static str> {
    let by_auditor = |origin: &Origin| matches!(&origin.caller, Caller::User { name, .. } if name == AUDITOR);
    let world = run.world_after(|origin, request, _| request.name() == "GetObject" && by_auditor(origin))?;
    let opens = opened_by_auditor(&world);
    Some(match opens.as_slice() {
        [Way::S3] => "s3-only",
        [Way::S3, Way::Customer, Way::Client] => "not-kms",
        [Way::S3, Way::Kms, Way::DualLayer] => "s3-and-kms",
        _ => return None,
    })
}

/// The ways whose objects the auditor gets as plain data.
fn opened_by_auditor(world: &World) -> Vec<Way> {
    Way::ALL.into_iter().filter(|way| seen(world, *way, true) == Seen::Plain).collect()
}

/// How the first read under the KMS key ended after somebody scheduled the key's deletion, or disabled it.
fn what_a_key_on_its_way_out_does(run: &StageView<'_>) -> Option<&'static str> {
    let mut is_touched = false;
    for (_, done) in happened::all(run) {
        is_touched |= done.refusal.is_none() && ["ScheduleKeyDeletion", "DisableKey"].contains(&done.operation);
        if is_touched && done.operation == "GetObject" && done.way == Some(Way::Kms) {
            return Some(match done.refusal.as_ref().map(|refusal| refusal.code.as_str()) {
                None => "reads",
                Some("KMS.NotFoundException") => "gone",
                Some(_) => "waits",
            });
        }
    }
    None
}

/// The calls with a bucket key against those without, after the first stretch of load.
fn how_many_calls(world: &World) -> Option<&'static str> {
    let share = calls::share(&calls::counted(world))?;
    Some(if share <= 0.01 {
        "hundredth"
    } else if share <= 0.2 {
        "tenth"
    } else {
        "same"
    })
}

/// True once both loads run.
pub(super) fn is_loaded(run: &StageView<'_>) -> bool {
    let is_load = |input: &Input| matches!(input, Input::Call { request, .. } if request.name() == "StartLoad");
    run.sandbox.inputs().iter().any(|stamped| is_load(&stamped.input))
}
