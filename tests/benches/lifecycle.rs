//! The lifecycle bench: its answers follow the rules that are put, whichever they are.

use super::Play;

const LOGS: usize = 0;
const OVERLAP: usize = 1;
const VERSIONS: usize = 2;
const UPLOADS: usize = 3;

fn rule(rules: &str) -> String {
    format!(r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{{"Rules":[{rules}]}}'"#)
}

/// The answer after other rules than the bench's own.
fn answer(start: usize, rules: &str, advance: &str) -> Option<usize> {
    let mut play = Play::open("lifecycle", start);
    play.beats(1).act(&[&rule(rules), advance]);
    play.answer()
}

#[test]
fn cheaper_rules_give_a_smaller_share_and_mild_ones_a_larger() {
    let mut own = Play::open("lifecycle", LOGS);
    let told = own.beats(9).answer();
    let mild = answer(
        LOGS,
        r#"{"ID":"a","Status":"Enabled","Filter":{"Prefix":""},"Transitions":[{"Days":90,"StorageClass":"STANDARD_IA"}]}"#,
        "sim advance 7y",
    );
    assert_eq!(mild, Some(0), "Standard-IA alone saves less than a half");
    assert!(told.is_some() && told != mild);
}

#[test]
fn the_rule_that_is_left_alone_decides_where_the_debug_logs_are() {
    let moved = r#"{"ID":"a","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER"}]}"#;
    assert_eq!(answer(OVERLAP, moved, "sim advance 90d"), Some(0));
    let mut own = Play::open("lifecycle", OVERLAP);
    assert_eq!(own.beats(9).answer(), Some(1));
}

#[test]
fn expiring_noncurrent_versions_too_makes_the_bucket_smaller() {
    let both = r#"{"ID":"a","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":30},"NoncurrentVersionExpiration":{"NoncurrentDays":1}}"#;
    assert_eq!(answer(VERSIONS, both, "sim advance 90d"), Some(0));
    let mut own = Play::open("lifecycle", VERSIONS);
    assert_eq!(own.beats(9).answer(), Some(1));
}

#[test]
fn uploads_that_are_aborted_at_once_cost_no_storage() {
    let mut own = Play::open("lifecycle", UPLOADS);
    assert_eq!(own.beats(9).answer(), Some(1));
    let mut play = Play::open("lifecycle", UPLOADS);
    play.beats(1);
    for n in 1..=5 {
        let id = "UPLOAD=$(aws s3api list-multipart-uploads --bucket logs-417 --query 'Uploads[0].UploadId' --output text)";
        let abort = format!("aws s3api abort-multipart-upload --bucket logs-417 --key backup/night-{n}.tar --upload-id $UPLOAD");
        play.act(&[id, &abort]);
    }
    play.act(&["sim advance 90d"]);
    assert_eq!(play.answer(), Some(0));
}
