//! The right predictions of the access bench, read off the run; none is written down.

use skylab_cloud::World;

use super::{
    data::{Call, call},
    scenes::{Door, POINT, Who},
};
use crate::ui::{Beat, StageView};

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match beat.id {
        "callers" => {
            let world =
                run.world_after(|origin, request, _| request.name() == "GetObject" && Who::of(&origin.caller) != Some(Who::Admin))?;
            named(&readers(&world))?
        }
        "policy" => named(&readers(&run.world_after(|_, request, is_ok| is_ok && request.name() == "PutBucketPolicy")?))?,
        "public" => named(&readers(&run.world_after(|_, request, is_ok| is_ok && request.name() == "PutPublicAccessBlock")?))?,
        "points" => {
            let world = run.world_after(|origin, request, _| {
                let by_point = request.params()["Bucket"] == POINT;
                request.name() == "GetObject" && by_point && Who::of(&origin.caller) == Some(Who::Partner)
            })?;
            which_side_refuses(&call(&world, Who::Partner, Door::Point))
        }
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

/// Who reads the object from the bucket.
fn readers(world: &World) -> Vec<Who> {
    Who::ALL.into_iter().filter(|who| call(world, *who, Door::Bucket).is_allowed()).collect()
}

/// A set of readers by the name that the options have for it.
fn named(readers: &[Who]) -> Option<&'static str> {
    Some(match readers {
        [Who::Admin] => "admin",
        [Who::Partner] => "partner",
        [Who::Admin, Who::Kim] => "account",
        [Who::Admin, Who::Partner] => "admin-partner",
        [Who::Admin, Who::Kim, Who::Partner] => "account-partner",
        [Who::Admin, Who::Kim, Who::Partner, Who::Nobody] => "all",
        _ => return None,
    })
}

/// Which of the two doors keeps a caller out.
fn which_side_refuses(call: &Call) -> &'static str {
    let refused = call.why.traces.iter().find(|trace| !trace.verdict.is_allowed());
    match refused {
        None => "reads",
        Some(trace) if super::trace::decides_at_point(trace) => "point",
        Some(_) => "bucket",
    }
}
