//! The encryption bench: its answers follow who may decrypt, what becomes of the key, and what is counted.

use super::Play;

const WAYS: usize = 0;
const KEY: usize = 1;
const CALLS: usize = 2;

const READ: &str = "aws s3api get-object --bucket vault-417 --key sse-s3.txt out.txt --profile auditor";
const READ_KMS: &str = "aws s3api get-object --bucket vault-417 --key sse-kms.txt out.txt";
const FIND: &str = "KEY=$(aws kms describe-key --key-id alias/records --query KeyMetadata.KeyId --output text)";
const SCHEDULE: &str = "aws kms schedule-key-deletion --key-id $KEY";

/// The answer after the bench's own beats.
fn own(start: usize) -> Option<usize> {
    Play::open("encryption", start).beats(9).answer()
}

/// The answer after other lines than the bench's own, from a beat on.
fn other(start: usize, beats: i32, lines: &[&str]) -> Option<usize> {
    let mut play = Play::open("encryption", start);
    for _ in 0..beats {
        play.beats(1);
    }
    play.act(lines);
    play.answer()
}

#[test]
fn without_kms_decrypt_only_s3s_own_keys_open_and_with_it_kms_keys_do_too() {
    assert_eq!(own(WAYS), Some(0));
    assert_eq!(other(WAYS, 3, &[READ]), Some(2), "nothing was taken away");
    assert_eq!(other(WAYS, 3, &[]), None, "nobody has read yet");
}

#[test]
fn a_key_that_waits_for_its_deletion_opens_nothing_until_it_is_cancelled_and_a_deleted_one_never_again() {
    assert_eq!(own(KEY), Some(1));
    assert_eq!(
        other(KEY, 1, &[FIND, SCHEDULE, "aws kms cancel-key-deletion --key-id $KEY", "aws kms enable-key --key-id $KEY", READ_KMS]),
        Some(0)
    );
    assert_eq!(other(KEY, 1, &[FIND, SCHEDULE, "sim advance 31d", READ_KMS]), Some(2));
    assert_eq!(other(KEY, 1, &[READ_KMS]), None, "nothing has happened to the key");
}

#[test]
fn calls_are_counted_and_without_a_bucket_key_both_make_as_many() {
    assert_eq!(own(CALLS), Some(2));
    let off = r#"aws s3api put-bucket-encryption --bucket shared-417 --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"alias/shared"}}]}'"#;
    let load = |bucket: &str| {
        format!("sim load s3 --bucket {bucket} --prefix a/ --bytes-per-month 3GB --object-size 100KB --reads 0-9d:1/day --for 9d")
    };
    let (each, shared) = (load("each-417"), load("shared-417"));
    assert_eq!(other(CALLS, 1, &[off, &each, &shared, "sim advance 10d"]), Some(0));
    assert_eq!(other(CALLS, 1, &[off]), None);
}

#[test]
fn what_the_acts_meet_is_what_their_beats_tell_of() {
    for (start, codes) in [(WAYS, &["AccessDenied"][..]), (KEY, &["KMS.KMSInvalidStateException", "KMS.NotFoundException"]), (CALLS, &[])] {
        let mut play = Play::open("encryption", start);
        let mut met = Vec::new();
        for _ in 0..9 {
            play.beats(1);
            let code = play.app().last_act().and_then(|act| act.refusal.clone()).map(|(code, _)| code);
            met.extend(code.filter(|code| met.last() != Some(code)));
        }
        assert_eq!(met, codes, "{start}");
    }
}
