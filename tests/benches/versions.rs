//! The versions bench: its answers follow what is done to the stack, whatever that is.

use super::Play;

const DELETE: usize = 0;
const RESCUE: usize = 1;
const SUSPEND: usize = 2;
const LOCK: usize = 3;
const COMPLY: usize = 4;

const PLAIN_DELETE: &str = "aws s3api delete-object --bucket docs-417 --key report.txt";
const PUT: &str = "aws s3api put-object --bucket docs-417 --key report.txt --body report-5.txt";
const FIND_TOP: &str =
    "TOP=$(aws s3api list-object-versions --bucket docs-417 --prefix report.txt --query 'Versions[0].VersionId' --output text)";
const DELETE_TOP: &str = "aws s3api delete-object --bucket docs-417 --key report.txt --version-id $TOP";
const ENABLE: &str = "aws s3api put-bucket-versioning --bucket docs-417 --versioning-configuration Status=Enabled";
const SUSPENDED: &str = "aws s3api put-bucket-versioning --bucket docs-417 --versioning-configuration Status=Suspended";

/// The answer after the bench's own beats.
fn own(start: usize) -> Option<usize> {
    Play::open("versions", start).beats(9).answer()
}

/// The answer after other lines than the bench's own.
fn other(start: usize, lines: &[&str]) -> Option<usize> {
    let mut play = Play::open("versions", start);
    play.beats(1).act(lines);
    assert!(play.app().last_act().is_some_and(|act| act.refusal.is_none()), "{:?}", play.app().last_act());
    play.answer()
}

#[test]
fn a_plain_delete_hides_and_a_delete_by_version_id_brings_the_version_before() {
    assert_eq!(own(DELETE), Some(1));
    assert_eq!(other(DELETE, &[FIND_TOP, DELETE_TOP]), Some(2));
    assert_eq!(other(DELETE, &[PUT]), None, "an upload tells nothing about deleting");
    assert_eq!(other(DELETE, &[SUSPENDED, PUT, PLAIN_DELETE]), Some(0), "a null version goes for good");
}

#[test]
fn a_marker_goes_by_its_id_and_a_null_marker_by_an_upload() {
    assert_eq!(own(RESCUE), Some(2));
    assert_eq!(other(RESCUE, &[PUT]), None, "the marker is still there, below the upload");
    assert_eq!(other(RESCUE, &[PLAIN_DELETE]), None);
    assert_eq!(other(RESCUE, &[SUSPENDED, PLAIN_DELETE, PUT]), Some(1));
}

#[test]
fn two_uploads_make_one_null_version_while_suspended_and_two_versions_while_enabled() {
    assert_eq!(own(SUSPEND), Some(1));
    assert_eq!(other(SUSPEND, &[ENABLE, PUT, PUT]), Some(0));
    assert_eq!(other(SUSPEND, &[PUT]), None);
}

const GOVERN: &str = "aws s3api put-object-retention --bucket docs-417 --key report.txt --version-id $TOP --retention Mode=GOVERNANCE,RetainUntilDate=2026-12-31T00:00:00Z";
const PUT_GOVERNED: &str = "aws s3api put-object --bucket docs-417 --key report.txt --body report-5.txt --object-lock-mode GOVERNANCE --object-lock-retain-until-date 2026-12-31T00:00:00Z";

#[test]
fn a_locked_version_goes_only_by_a_bypass_and_a_plain_delete_only_marks() {
    assert_eq!(own(LOCK), Some(1));
    let bypass = format!("{DELETE_TOP} --bypass-governance-retention");
    assert_eq!(other(LOCK, &[FIND_TOP, GOVERN, &bypass]), Some(0));
    assert_eq!(other(LOCK, &[FIND_TOP, GOVERN, PLAIN_DELETE]), Some(2));
    assert_eq!(other(LOCK, &[FIND_TOP, DELETE_TOP]), None, "nothing was locked");
    assert_eq!(other(LOCK, &[FIND_TOP, GOVERN, "sim advance 400d", DELETE_TOP]), None, "the lock is over");
}

#[test]
fn nobody_gets_past_compliance_mode_and_many_past_governance_mode() {
    assert_eq!(own(COMPLY), Some(2));
    let bypass = format!("{DELETE_TOP} --bypass-governance-retention");
    assert_eq!(other(COMPLY, &[PUT_GOVERNED, FIND_TOP, &bypass]), Some(1));
    assert_eq!(other(COMPLY, &[PUT_GOVERNED, FIND_TOP, &format!("{bypass} --profile root")]), Some(0));
    assert_eq!(other(COMPLY, &["sim advance 31d", FIND_TOP, &bypass]), None, "the lock is over");
}

#[test]
fn a_delete_that_a_lock_refuses_is_told_with_its_rule() {
    for (start, codes) in [(LOCK, 2), (COMPLY, 2)] {
        let mut play = Play::open("versions", start);
        let mut n_refused = 0;
        for _ in 0..6 {
            play.beats(1);
            let refusal = play.app().last_act().and_then(|act| act.refusal.clone());
            n_refused += usize::from(refusal.is_some_and(|(code, _)| code == "AccessDenied"));
        }
        assert!(n_refused >= codes, "{start} {n_refused}");
    }
}

#[test]
fn the_acts_of_every_start_are_taken() {
    for start in [DELETE, RESCUE, SUSPEND] {
        let mut play = Play::open("versions", start);
        for _ in 0..9 {
            play.beats(1);
            let refusal = play.app().last_act().and_then(|act| act.refusal.clone());
            assert!(refusal.is_none_or(|(code, _)| code == "NoSuchKey" && start == DELETE), "{start} {:?}", play.app().last_act());
        }
    }
}
