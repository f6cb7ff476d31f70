//! The right predictions of the s3-events bench, read off the run; none is written down.

use super::{
    lines::{self, LISTS},
    log::{self, BUS, Deed},
};
use crate::ui::{Beat, StageView};

/// The key that the first scene asks about.
pub(super) const ASKED: &str = "images/DOG.JPG";

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let deeds = log::deeds(run);
    let chosen = match beat.id {
        "route" => deeds.iter().find_map(who_was_told)?,
        "again" => what_a_second_receive_brings(&deeds)?,
        "overlap" => deeds.iter().find_map(what_a_second_entry_does)?,
        "permission" => deeds.iter().find_map(|deed| what_a_closed_door_does(deed, run))?,
        "kinds" => deeds.iter().find_map(whom_the_night_told)?,
        "loop" => where_the_circle_ends(&deeds)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

/// Whom S3 told of the first upload of the key that is asked about.
fn who_was_told(deed: &Deed) -> Option<&'static str> {
    deed.occurrence.as_ref().filter(|it| it.key == ASKED && it.event.starts_with("s3:ObjectCreated:"))?;
    let filtered = deed.told.keys().any(|id| id != BUS);
    Some(match (filtered, deed.told.contains_key(BUS)) {
        (true, _) => "function",
        (false, true) => "bus",
        (false, false) => "nobody",
    })
}

/// What the second receive of a queue brings that nobody deleted from in between.
fn what_a_second_receive_brings(deeds: &[Deed]) -> Option<&'static str> {
    let mut received = deeds.iter().filter(|deed| deed.name == "ReceiveMessage" && deed.outcome.is_ok());
    let (first, second) = (received.next()?, received.next()?);
    let id = |deed: &Deed| deed.outcome.as_ref().ok().map(|answer| answer["Messages"][0]["MessageId"].clone()).filter(|id| !id.is_null());
    let first = id(first)?;
    Some(match id(second) {
        Some(second) if second == first => "same",
        Some(_) => "other",
        None => "none",
    })
}

fn n_entries(deed: &Deed) -> usize {
    LISTS.iter().map(|(list, _)| lines::entries(&deed.members["NotificationConfiguration"], list).count()).sum()
}

fn is_put(deed: &Deed) -> bool {
    deed.name == "PutBucketNotificationConfiguration"
}

/// How the first change of the configuration ended.
fn what_a_second_entry_does(deed: &Deed) -> Option<&'static str> {
    is_put(deed).then(|| match (&deed.outcome, n_entries(deed)) {
        (Err(_), _) => "refused",
        (Ok(_), 2..) => "both",
        (Ok(_), _) => "replaced",
    })
}

/// How the first attempt ended to tell a queue that lets nobody in; if it was saved, whether anything arrived.
fn what_a_closed_door_does(deed: &Deed, run: &StageView<'_>) -> Option<&'static str> {
    let world = run.sandbox.world();
    is_put(deed).then(|| match &deed.outcome {
        Err(_) => "refused",
        Ok(_) if world.sqs.queues().any(|queue| queue.messages(world.now()).next().is_some()) => "opens",
        Ok(_) => "silent",
    })
}

/// Whom S3 told of what lifecycle removed first.
fn whom_the_night_told(deed: &Deed) -> Option<&'static str> {
    if deed.n_expired == 0 {
        return None;
    }
    Some(match deed.told.keys().map(String::as_str).find(|id| *id != BUS) {
        Some("removed") => "removed",
        Some(_) => "expired",
        None => "nobody",
    })
}

/// How many objects one upload leaves once everything has come to rest.
fn where_the_circle_ends(deeds: &[Deed]) -> Option<&'static str> {
    let upload = deeds.iter().position(|deed| deed.occurrence.is_some())?;
    let before = deeds[upload].n_objects;
    let rested = deeds[upload..].iter().find(|deed| deed.name.is_empty())?;
    Some(match rested.n_objects.saturating_sub(before) {
        0 => "none",
        1 => "one",
        _ => "many",
    })
}
