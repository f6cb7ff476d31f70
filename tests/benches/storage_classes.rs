//! The storage classes bench: its answers follow what is done, whichever way the learner goes.

use super::Play;

const COST: usize = 0;
const RACE: usize = 1;
const EARLY: usize = 2;
const ZONE: usize = 3;

fn open(start: usize) -> Play {
    Play::open("storage-classes", start)
}

/// The answer after the bench's own beats up to that one, and after other lines from the beat before.
fn own(start: usize, beats: i32) -> Option<usize> {
    open(start).beats(beats).answer()
}

fn month_with(reads: u32) -> Option<usize> {
    let mut lines = Vec::new();
    for (class, bucket) in [
        ("STANDARD", "standard"),
        ("STANDARD_IA", "standard-ia"),
        ("ONEZONE_IA", "onezone-ia"),
        ("GLACIER_IR", "glacier-ir"),
        ("DEEP_ARCHIVE", "deep-archive"),
    ] {
        let bucket = format!("photos-1-{bucket}");
        let reads = if reads > 0 { format!("--reads 0-1d:{reads}/day") } else { String::new() };
        lines.push(format!(
            "sim load s3 --bucket {bucket} --bytes-per-month 12400GB --object-size 1MB {reads} --storage-class {class} --for 1d"
        ));
    }
    lines.push("sim advance 1mo".to_owned());
    let mut play = open(COST);
    play.beats(1).act(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    play.answer()
}

#[test]
fn the_cheapest_class_depends_on_how_often_everything_is_read() {
    assert_eq!(own(COST, 2), Some(0), "twice a month: STANDARD");
    assert_eq!([month_with(2), month_with(1), month_with(0)], [Some(0), Some(1), Some(3)]);
}

fn restore(key: &str, tier: &str) -> String {
    let request = format!(r#"{{"Days":2,"GlacierJobParameters":{{"Tier":"{tier}"}}}}"#);
    format!("aws s3api restore-object --bucket archive-417 --key {key} --restore-request '{request}'")
}

fn raced(restores: &[(&str, &str)]) -> Option<usize> {
    let mut lines: Vec<String> = restores.iter().map(|(key, tier)| restore(key, tier)).collect();
    lines.push("sim advance 12h".to_owned());
    let mut play = open(RACE);
    play.beats(2).act(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    play.answer()
}

#[test]
fn who_arrives_within_twelve_hours_depends_on_the_speeds_asked_for() {
    let own = own(RACE, 4);
    assert_eq!(own, Some(2), "only the bulk retrieval of DEEP_ARCHIVE is late");
    let glacier = [("glacier/film-1.mov", "Bulk"), ("glacier/film-2.mov", "Bulk"), ("glacier/film-3.mov", "Bulk")];
    let deep = |tier| [("deep-archive/film-1.mov", tier), ("deep-archive/film-2.mov", tier)];
    assert_eq!(raced(&[&glacier[..], &deep("Bulk")].concat()), Some(1));
    assert_eq!(raced(&[&glacier[..], &deep("Standard")].concat()), Some(3));
    assert_eq!(raced(&deep("Bulk")), Some(0));
}

fn kept(days: u32, advance: &str) -> Option<usize> {
    let rule = format!(r#"{{"Rules":[{{"ID":"x","Status":"Enabled","Filter":{{"Prefix":""}},"Expiration":{{"Days":{days}}}}}]}}"#);
    let put = format!("aws s3api put-bucket-lifecycle-configuration --bucket films-glacier-ir --lifecycle-configuration '{rule}'");
    let mut play = open(EARLY);
    play.beats(1).act(&[&put, advance]);
    play.answer()
}

#[test]
fn deleting_early_costs_the_whole_minimum_and_nothing_is_told_before_it_is_over() {
    assert_eq!(own(EARLY, 3), Some(2));
    assert_eq!(kept(10, "sim advance 91d"), Some(2));
    assert_eq!(kept(10, "sim advance 60d"), None);
    assert_eq!(kept(100, "sim advance 95d"), None, "it is still there");
}

#[test]
fn small_objects_are_billed_larger_only_where_the_class_has_a_minimum() {
    assert_eq!(own(EARLY, 5), Some(2));
    let store = |object: &str| {
        let mut play = open(EARLY);
        let load = format!(
            "sim load s3 --bucket small-x-standard-ia --bytes-per-month 300GB --object-size {object} --storage-class STANDARD_IA --for 1d"
        );
        play.beats(4).act(&["aws s3 mb s3://small-x-standard-ia", &load]);
        play.answer()
    };
    assert_eq!([store("128KB"), store("32KB"), store("8KB")], [Some(0), Some(1), Some(2)]);
}

const GETS: [&str; 3] = [
    "aws s3api get-object --bucket backup-417 --key standard/backup.tar got.bin",
    "aws s3api get-object --bucket backup-417 --key standard-ia/backup.tar got.bin",
    "aws s3api get-object --bucket backup-417 --key onezone-ia/backup.tar got.bin",
];

#[test]
fn only_the_zone_that_holds_the_object_takes_it_away() {
    assert_eq!(own(ZONE, 2), Some(1));
    let mut other = open(ZONE);
    other.beats(1).act(&["sim fail az apne2-az2"]).act(&GETS);
    assert_eq!(other.answer(), Some(0));
    let mut before = open(ZONE);
    before.beats(1).act(&GETS).act(&["sim fail az apne2-az1"]);
    assert_eq!(before.answer(), None, "a GET before the fault tells nothing");
}

#[test]
fn a_destroyed_zone_comes_back_without_what_lay_only_in_it() {
    assert_eq!(own(ZONE, 6), Some(1));
    let mut other = open(ZONE);
    other.beats(4).act(&["sim fail az apne2-az3 --destroyed"]);
    assert_eq!(other.answer(), None, "it is not back yet");
    other.act(&["sim heal az apne2-az3"]);
    assert_eq!(other.answer(), Some(0));
}
