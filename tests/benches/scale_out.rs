//! The bench on scaling out and up: its answers follow the group that the learner sets up, whichever it is.

use super::Play;

const WEB: usize = 0;
const CEILING: usize = 1;

/// The answer at the first prediction after the learner's own acts.
fn first(start: usize, acts: &[&str]) -> Option<usize> {
    let mut play = Play::open("scale-out", start);
    play.beats(1).act(acts);
    play.answer()
}

#[test]
fn what_a_failure_leaves_follows_the_number_of_machines() {
    assert_eq!(Play::open("scale-out", WEB).beats(2).answer(), Some(2), "most of four");
    assert_eq!(first(WEB, &["idea machines 2", "idea break 2"]), Some(1), "half of two");
    assert_eq!(first(WEB, &["idea gather", "idea break"]), Some(0), "nothing of one");
    assert_eq!(first(WEB, &["idea machines 8"]), None, "nothing broke yet");
}

#[test]
fn what_users_notice_follows_how_the_group_grows() {
    assert_eq!(Play::open("scale-out", CEILING).beats(2).answer(), Some(2), "one machine restarts");
    assert_eq!(first(CEILING, &["idea machines 2"]), Some(0), "one more joins");
    assert_eq!(first(CEILING, &["idea split", "idea grow"]), Some(1), "four restart in turn");
}

#[test]
fn whether_one_machine_is_enough_follows_the_load() {
    assert_eq!(Play::open("scale-out", CEILING).beats(4).answer(), Some(1));
    let mut play = Play::open("scale-out", CEILING);
    play.beats(3).act(&["idea load 5000; grow"]);
    assert_eq!(play.answer(), Some(0));
}

#[test]
fn going_back_takes_the_failure_back() {
    let mut play = Play::open("scale-out", WEB);
    assert_eq!(play.beats(4).answer(), Some(2));
    assert_eq!(play.beats(-3).answer(), None);
}
