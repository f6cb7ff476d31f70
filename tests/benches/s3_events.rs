//! The s3-events bench: its answers follow whom S3 told, whichever filters and permissions there are.

use super::Play;

const FILTERS: usize = 0;
const OVERLAP: usize = 1;
const PERMISSION: usize = 2;
const KINDS: usize = 3;
const TWICE: usize = 4;
const LOOP: usize = 5;

const WAIT: &str = "sim advance 5s";
const PUT_DOG: &str = "aws s3api put-object --bucket photos-417 --key images/DOG.JPG --body cat.jpg";
const NONE: &str = "aws s3api put-bucket-notification-configuration --bucket photos-417 --notification-configuration '{}'";

/// What the bench's own way through the beats tells in the end.
fn own(start: usize) -> Option<usize> {
    Play::open("s3-events", start).beats(9).answer()
}

/// What it tells after other lines, given at the beat that predicts.
fn other(start: usize, n_beats: i32, lines: &[&str]) -> Option<usize> {
    Play::open("s3-events", start).beats(n_beats).act(lines).answer()
}

/// A configuration that tells one queue of some events.
fn to_queue(queue: &str, event: &str, suffix: &str) -> String {
    let arn = format!("arn:aws:sqs:ap-northeast-2:123456789012:{queue}");
    let rules = format!(r#"[{{"Name":"suffix","Value":"{suffix}"}}]"#);
    format!(
        r#"aws s3api put-bucket-notification-configuration --bucket photos-417 --notification-configuration '{{"QueueConfigurations":[{{"Id":"{queue}","QueueArn":"{arn}","Events":["{event}"],"Filter":{{"Key":{{"FilterRules":{rules}}}}}}}]}}'"#
    )
}

#[test]
fn a_filter_compares_letters_as_they_are() {
    assert_eq!(own(FILTERS), Some(1), "only EventBridge hears of .JPG");
    assert_eq!(other(FILTERS, 1, &[&to_queue("png-jobs", "s3:ObjectCreated:*", ".JPG"), PUT_DOG]), Some(0));
    assert_eq!(other(FILTERS, 1, &[NONE, PUT_DOG]), Some(2));
    assert_eq!(other(FILTERS, 1, &["aws s3api put-object --bucket photos-417 --key images/cat.jpg --body cat.jpg", WAIT]), None);
}

#[test]
fn overlapping_filters_are_refused_and_one_alone_takes_the_others_place() {
    assert_eq!(own(OVERLAP), Some(1));
    assert_eq!(other(OVERLAP, 1, &[&to_queue("jobs", "s3:ObjectRemoved:*", "")]), Some(2));
}

#[test]
fn a_destination_that_lets_nobody_in_is_refused_when_it_is_saved() {
    assert_eq!(own(PERMISSION), Some(1));
    let silent = format!("{} --skip-destination-validation", to_queue("jobs", "s3:ObjectCreated:*", ".jpg"));
    assert_eq!(other(PERMISSION, 1, &[&silent, PUT_DOG, WAIT]), Some(0));
}

#[test]
fn what_lifecycle_deletes_is_an_expiration_and_no_removal() {
    assert_eq!(own(KINDS), Some(1));
    assert_eq!(other(KINDS, 1, &[&to_queue("removed", "s3:ObjectRemoved:*", ""), "sim advance 3d"]), Some(2));
}

#[test]
fn a_message_that_nobody_deleted_comes_again() {
    assert_eq!(own(TWICE), Some(1));
    let receive = "aws sqs receive-message --queue-url https://sqs.ap-northeast-2.amazonaws.com/123456789012/png-jobs";
    assert_eq!(other(TWICE, 2, &["sim advance 5s", receive]), Some(0), "while it is hidden nothing comes");
}

#[test]
fn a_function_that_writes_where_it_is_called_from_calls_itself() {
    assert_eq!(own(LOOP), Some(2));
    let elsewhere = "aws lambda update-function-configuration --function-name thumbs --environment Variables={TARGET_PREFIX=thumbs/}";
    let put = "aws s3api put-object --bucket photos-417 --key images/cat.jpg --body cat.jpg";
    assert_eq!(other(LOOP, 1, &[elsewhere, put, "sim advance 5m"]), Some(1));
}
