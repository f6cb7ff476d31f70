//! The acceleration bench: its answers follow city, Region, line and the buckets' names, whichever they are.

use super::Play;

const WAYS: usize = 0;
const SWITCH: usize = 1;

fn other(start: usize, beats: i32, acts: &[&str]) -> Option<usize> {
    let mut play = Play::open("acceleration", start);
    play.beats(beats).act(acts);
    play.answer()
}

#[test]
fn how_much_faster_the_edge_is_follows_distance_line_and_connections() {
    assert_eq!(Play::open("acceleration", WAYS).beats(2).answer(), Some(2), "many times from São Paulo to Seoul");
    assert_eq!(other(WAYS, 1, &["idea mbps 100; race"]), Some(1), "the line is soon full");
    assert_eq!(other(WAYS, 1, &["idea region sa-east-1; race"]), Some(0), "the Region is near");
    assert_eq!(other(WAYS, 1, &["idea mbps 20"]), None, "nothing was sent yet");
}

#[test]
fn a_near_client_pays_nothing_unless_its_edge_is_faster() {
    assert_eq!(Play::open("acceleration", WAYS).beats(6).answer(), Some(1));
    assert_eq!(other(WAYS, 5, &["idea connections 1; city tokyo; race"]), Some(0), "from Tokyo the edge is nearer than the Region");
}

#[test]
fn a_name_with_dots_takes_no_acceleration() {
    assert_eq!(Play::open("acceleration", SWITCH).beats(2).answer(), Some(1));
    let put = "aws s3api put-bucket-accelerate-configuration --bucket films-417 --accelerate-configuration Status=Enabled";
    assert_eq!(other(SWITCH, 1, &[put]), None, "the other one was not tried");
}
