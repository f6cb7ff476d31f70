//! The buckets bench: its answers follow what was asked of the cloud, whichever way it went.

use super::Play;

/// The start states in their order.
const EMPTY: usize = 0;
const WEBSITE: usize = 1;
const DATA_LAKE: usize = 2;
const MEDIA: usize = 3;
const BACKUP: usize = 4;
const ARCHIVE: usize = 5;
const NAMES: usize = 6;

/// What the bench's own way through the beats tells in the end.
fn own(start: usize, n_beats: i32) -> Option<usize> {
    Play::open("buckets", start).beats(n_beats).answer()
}

/// What it tells after other lines, given at the beat that predicts.
fn other(start: usize, n_beats: i32, lines: &[&str]) -> Option<usize> {
    Play::open("buckets", start).beats(n_beats).act(lines).answer()
}

#[test]
fn a_url_answers_403_on_a_new_bucket_and_404_where_no_bucket_is() {
    assert_eq!(own(EMPTY, 9), Some(1));
    let gone = other(
        EMPTY,
        2,
        &[
            "aws s3 rb s3://photos-417 --force",
            "aws s3api get-object --bucket photos-417 --key 2026/cat.jpg download.bin --no-sign-request",
        ],
    );
    assert_eq!(gone, Some(2));
    assert_eq!(other(EMPTY, 2, &["aws s3api get-object --bucket photos-417 --key 2026/cat.jpg download.bin"]), None);
}

#[test]
fn a_type_that_is_given_is_stored_and_none_is_guessed() {
    assert_eq!(own(WEBSITE, 9), Some(1));
    let typed = "aws s3api put-object --bucket site-417 --key about.html --body index.html --content-type text/html";
    assert_eq!(other(WEBSITE, 1, &[typed]), Some(0));
}

#[test]
fn deleting_a_prefix_leaves_its_objects_and_deleting_each_key_does_not() {
    assert_eq!(own(DATA_LAKE, 9), Some(1));
    assert_eq!(other(DATA_LAKE, 1, &["aws s3 rm s3://lake-417/raw/sales/ --recursive"]), Some(0));
}

#[test]
fn a_range_brings_a_part_and_no_range_the_whole() {
    assert_eq!(own(MEDIA, 9), Some(1));
    let get = "aws s3api get-object --bucket media-417 --key video/lesson-1.mp4 download.bin";
    assert_eq!(other(MEDIA, 1, &[get]), Some(0));
    assert_eq!(other(MEDIA, 1, &[&format!("{get} --range bytes=48000000-")]), Some(2));
}

#[test]
fn one_copy_is_left_unless_versioning_keeps_them() {
    assert_eq!(own(BACKUP, 9), Some(1));
    let put = "aws s3api put-object --bucket backup-417 --key nightly/db.tar --body backup.tar";
    let versions = "aws s3api put-bucket-versioning --bucket backup-417 --versioning-configuration Status=Enabled";
    assert_eq!(other(BACKUP, 1, &[versions, put, put]), Some(0));
    assert_eq!(other(BACKUP, 1, &[put, &format!("{put} --if-none-match '*'")]), Some(2));
    assert_eq!(other(BACKUP, 1, &[put]), None);
}

#[test]
fn the_class_of_the_record_decides_whether_it_is_read_at_once() {
    assert_eq!(own(ARCHIVE, 9), Some(1));
    assert_eq!(other(ARCHIVE, 1, &["aws s3api get-object --bucket archive-417 --key records/contract-2025.pdf download.bin"]), Some(0));
}

#[test]
fn the_name_that_is_free_is_had_and_a_full_bucket_is_kept() {
    assert_eq!(own(NAMES, 3), Some(3));
    let create = "aws s3api create-bucket --bucket photos-417 --create-bucket-configuration LocationConstraint=ap-northeast-2";
    assert_eq!(other(NAMES, 1, &["aws s3api delete-bucket --bucket photos-417 --profile other", create]), Some(2));
    assert_eq!(own(NAMES, 9), Some(1));
    assert_eq!(other(NAMES, 4, &["aws s3 rb s3://photos-417-kr --force"]), Some(0));
}

#[test]
fn a_file_of_the_learners_disk_is_brought_and_uploaded_with_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my notes.txt");
    std::fs::write(&path, b"seventeen letters").unwrap();
    let mut play = Play::open("buckets", 0);
    play.bring(path).act(&["aws s3 mb s3://own-417", "aws s3api put-object --bucket own-417 --key n.txt --body my-notes.txt"]);
    assert_eq!(play.app().last_act().unwrap().refusal, None);
    let bucket = play.app().sandbox().world().s3.bucket("own-417").unwrap();
    assert_eq!(bucket.stored().values().map(|class| class.bytes).sum::<u64>(), 17);
}
