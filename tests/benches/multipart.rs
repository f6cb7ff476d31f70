//! The multipart bench: its answers follow the line, the parts and the bucket that the learner sets up, whichever they are.

use super::Play;

const DROP: usize = 0;
const LIMITS: usize = 1;
const LEFT: usize = 2;

/// The answer after the learner's own acts at a beat that predicts.
fn other(start: usize, beats: i32, acts: &[&str]) -> Option<usize> {
    let mut play = Play::open("multipart", start);
    play.beats(beats).act(acts);
    play.answer()
}

#[test]
fn what_is_sent_twice_follows_parts_and_how_many_go_at_once() {
    assert_eq!(Play::open("multipart", DROP).beats(2).answer(), Some(1), "what was on its way");
    assert_eq!(other(DROP, 1, &["idea parallel 1", "idea send"]), Some(0), "the line drops between two parts");
    assert_eq!(other(DROP, 1, &["idea part 5000", "idea send"]), Some(2), "one part is like one PUT");
}

#[test]
fn whether_parts_are_faster_follows_the_round_trip_and_the_line() {
    let mut own = Play::open("multipart", DROP);
    own.beats(4);
    assert_eq!(own.beats(1).answer(), Some(1));
    assert_eq!(other(DROP, 4, &["idea rtt 5", "idea whole"]), Some(0), "one connection fills the line");
    assert_eq!(other(DROP, 4, &["idea rtt 300; mbps 10000; parallel 32; whole"]), Some(2));
}

#[test]
fn what_s3_takes_follows_the_sizes() {
    assert_eq!(Play::open("multipart", LIMITS).beats(2).answer(), Some(1), "6 GB is more than 5 GiB");
    assert_eq!(other(LIMITS, 1, &["idea file 5; ask"]), Some(0));
    assert_eq!(Play::open("multipart", LIMITS).beats(4).answer(), Some(1), "50,000 parts");
    assert_eq!(other(LIMITS, 3, &["idea file 1000; ask"]), Some(0), "10,000 parts");
    assert_eq!(other(LIMITS, 3, &["idea part 5; ask"]), Some(1), "5 MB is less than 5 MiB");
}

#[test]
fn unfinished_parts_are_billed_until_they_are_aborted() {
    assert_eq!(Play::open("multipart", LEFT).beats(2).answer(), Some(1));
    let mut aborted = Play::open("multipart", LEFT);
    aborted.beats(1);
    for night in 1..=3 {
        let id = "UPLOAD=$(aws s3api list-multipart-uploads --bucket backups-417 --query 'Uploads[0].UploadId' --output text)";
        let abort = format!("aws s3api abort-multipart-upload --bucket backups-417 --key night-{night}.tar --upload-id $UPLOAD");
        aborted.act(&[id, &abort]);
    }
    assert_eq!(aborted.act(&["sim advance 30d"]).answer(), Some(0));
}

#[test]
fn a_rule_ends_old_uploads_and_one_that_waits_longer_does_not() {
    assert_eq!(Play::open("multipart", LEFT).beats(5).answer(), Some(2));
    let rule = r#"aws s3api put-bucket-lifecycle-configuration --bucket backups-417 --lifecycle-configuration '{"Rules":[{"ID":"x","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":90}}]}'"#;
    assert_eq!(other(LEFT, 4, &[rule, "sim advance 2d"]), Some(0));
}
