//! The bench on block, file and object storage: its answers follow what is changed and what the workloads need.

use super::Play;

const ONE_BYTE: usize = 0;
const MATCH: usize = 1;

/// The answer at the first prediction after the learner's own acts.
fn first(start: usize, acts: &[&str]) -> Option<usize> {
    let mut play = Play::open("storage-kinds", start);
    play.beats(1).act(acts);
    play.answer()
}

#[test]
fn how_many_times_more_follows_the_file_the_change_and_how_parts_are_copied() {
    assert_eq!(Play::open("storage-kinds", ONE_BYTE).beats(2).answer(), Some(2));
    assert_eq!(first(ONE_BYTE, &["idea size 20", "idea write all"]), Some(1), "a small file");
    assert_eq!(first(ONE_BYTE, &["idea copy on", "idea write all"]), Some(1), "only a part crosses the line");
    assert_eq!(first(ONE_BYTE, &["idea change whole", "idea write block", "idea write object"]), Some(0));
    assert_eq!(first(ONE_BYTE, &["idea write object"]), None, "there is nothing to compare with yet");
}

#[test]
fn which_store_moves_most_follows_what_is_changed_next() {
    assert_eq!(Play::open("storage-kinds", ONE_BYTE).beats(5).answer(), Some(1));
    let mut play = Play::open("storage-kinds", ONE_BYTE);
    play.beats(4).act(&["idea change append"]);
    assert_eq!(play.answer(), Some(0));
}

#[test]
fn how_many_are_object_storage_follows_their_needs_and_is_told_when_all_are_placed() {
    assert_eq!(Play::open("storage-kinds", MATCH).beats(2).answer(), Some(1));
    assert_eq!(first(MATCH, &["idea place photos s3"]), None);
    assert_eq!(first(MATCH, &["idea need photos nfs", "idea place-rest"]), Some(0));
    assert_eq!(first(MATCH, &["idea place database s3", "idea place-rest"]), Some(1), "a wrong place changes no need");
}
