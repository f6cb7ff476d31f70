//! The right predictions of the replication bench, read off the run; none is written down.

use skylab_cloud::ident::AccountId;

use super::{
    data::{self, End, Row},
    replay::{self, Deed},
    scenes::Scene,
};
use crate::ui::{Beat, StageView};

/// So long one waits for a copy before one says that none came: S3 copies most objects within 15 minutes.
const PATIENCE_MILLIS: i64 = 15 * 60_000;

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>, scene: &Scene) -> Option<usize> {
    let deeds = replay::deeds(run, scene);
    let chosen = match beat.id {
        "old" => what_arrives(&deeds)?,
        "deletes" => what_a_delete_leaves(&deeds)?,
        "needs" => what_an_unversioned_end_does(&deeds, run, scene)?,
        "owner" => deeds.iter().find_map(|deed| what_the_partner_reads(deed, scene))?,
        "logs" => what_gathering_costs(&deeds)?,
        "encrypted" => what_becomes_of_a_secret(&deeds)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

fn is_ok(deed: &Deed, name: &str) -> bool {
    deed.name == name && deed.outcome.is_ok()
}

fn rows(end: Option<&End>) -> impl Iterator<Item = &Row> {
    end.into_iter().flat_map(|end| &end.rows)
}

fn has(end: Option<&End>, key: &str) -> bool {
    rows(end).any(|row| row.key == key)
}

/// The first moment after a deed by which copies have had their time.
fn after_a_while(deeds: &[Deed]) -> Option<&Deed> {
    let mut waited = 0;
    deeds.iter().find(|deed| {
        waited += deed.millis;
        waited >= PATIENCE_MILLIS
    })
}

/// After the first upload under a rule: whether it arrived, and with it what was there before the rule.
fn what_arrives(deeds: &[Deed]) -> Option<&'static str> {
    let rule = deeds.iter().position(|deed| is_ok(deed, "PutBucketReplication"))?;
    let old: Vec<&Row> = rows(deeds[rule].sources.first()).collect();
    let upload = rule + deeds[rule..].iter().position(|deed| is_ok(deed, "PutObject"))?;
    let new = deeds[upload].members["Key"].as_str()?;
    let there = after_a_while(&deeds[upload..])?.target.as_ref();
    Some(match (has(there, new), old.iter().any(|row| has(there, &row.key))) {
        (_, true) => "all",
        (true, false) => "new",
        (false, false) => "none",
    })
}

/// What lies on top at the destination some time after the first delete without a version id.
fn what_a_delete_leaves(deeds: &[Deed]) -> Option<&'static str> {
    let at = deeds.iter().position(|deed| is_ok(deed, "DeleteObject") && deed.members["VersionId"].is_null())?;
    let key = deeds[at].members["Key"].as_str()?;
    let there = after_a_while(&deeds[at..])?.target.as_ref();
    let reads = rows(there).any(|row| row.key == key && row.is_latest && !row.is_marker);
    Some(if reads { "object" } else { "gone" })
}

/// What S3 answers to the first rule whose destination has no versioning, and what it does with the destination.
fn what_an_unversioned_end_does(deeds: &[Deed], run: &StageView<'_>, scene: &Scene) -> Option<&'static str> {
    let is_versioned = |end: Option<&End>| end.is_some_and(|end| end.is_versioned);
    let mut before = is_versioned(data::end(run.sandbox.start_world(), scene.target).as_ref());
    for deed in deeds {
        let after = is_versioned(deed.target.as_ref());
        if deed.name == "PutBucketReplication" && !before {
            return Some(match (&deed.outcome, after) {
                (Err(_), _) => "refused",
                (Ok(_), true) => "enables",
                (Ok(_), false) => "waits",
            });
        }
        before = after;
    }
    None
}

/// What the owner of the destination gets when they read a replica for the first time.
fn what_the_partner_reads(deed: &Deed, scene: &Scene) -> Option<&'static str> {
    let theirs = deed.account == Some(AccountId::PARTNER) && deed.members["Bucket"] == scene.target.bucket;
    (deed.name == "GetObject" && theirs).then(|| match &deed.outcome {
        Ok(_) => "reads",
        Err(error) if error.code == "AccessDenied" => "denied",
        Err(_) => "none",
    })
}

/// Whether anything left the region by the time the first copy was there.
fn what_gathering_costs(deeds: &[Deed]) -> Option<&'static str> {
    let arrived = deeds.iter().find(|deed| rows(deed.target.as_ref()).any(|row| row.status == "REPLICA"))?;
    Some(if arrived.moved_bytes == 0 { "free" } else { "transfer" })
}

/// What became of the first object under a KMS key.
fn what_becomes_of_a_secret(deeds: &[Deed]) -> Option<&'static str> {
    let under_kms = |deed: &Deed| {
        let encryption = deed.members["ServerSideEncryption"].as_str().unwrap_or_default();
        is_ok(deed, "PutObject") && encryption.starts_with("aws:kms")
    };
    let at = deeds.iter().position(under_kms)?;
    let key = deeds[at].members["Key"].as_str()?;
    let later = after_a_while(&deeds[at..])?;
    let failed = rows(later.sources.first()).any(|row| row.key == key && row.status == "FAILED");
    Some(match (has(later.target.as_ref(), key), failed) {
        (true, _) => "copied",
        (false, true) => "failed",
        (false, false) => "skipped",
    })
}
