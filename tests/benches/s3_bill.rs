//! The bill bench: its answers follow what the shop does and which rules there are, whichever they are.

use super::Play;

const BREAK_DOWN: usize = 0;
const LOWER: usize = 1;
const TRAP: usize = 2;

/// A month of thumbnails in such objects, read so many times.
fn month(size: &str, reads: u32, class: &str) -> String {
    let reads = if reads > 0 { format!(" --reads 0-1d:{reads}/day") } else { String::new() };
    format!(
        "sim load s3 --bucket shop-417 --prefix thumbs/ --bytes-per-month 100GB --object-size {size}{reads} --storage-class {class} --for 1mo"
    )
}

fn other(start: usize, lines: &[&str]) -> Option<usize> {
    let mut play = Play::open("s3-bill", start);
    play.beats(1).act(lines);
    assert!(play.app().last_act().is_some_and(|act| act.refusal.is_none()), "{:?}", play.app().last_act());
    play.answer()
}

#[test]
fn what_costs_most_follows_how_much_is_read() {
    assert_eq!(Play::open("s3-bill", BREAK_DOWN).beats(2).answer(), Some(2), "data out");
    assert_eq!(other(BREAK_DOWN, &[&month("50MB", 1, "STANDARD"), "sim advance 1mo"]), Some(0), "hardly read, and packed");
    assert_eq!(other(BREAK_DOWN, &[&month("5KB", 1, "STANDARD"), "sim advance 1mo"]), Some(1), "twenty million uploads");
    assert_eq!(other(BREAK_DOWN, &[&month("50KB", 5, "STANDARD"), "sim advance 20d"]), None, "the month is not over");
}

#[test]
fn how_far_the_bill_falls_follows_what_is_done() {
    assert_eq!(Play::open("s3-bill", LOWER).beats(3).answer(), Some(1));
    assert_eq!(other(LOWER, &[&month("50MB", 5, "STANDARD"), "sim advance 1mo"]), Some(0), "packed, but no rule");
    assert_eq!(other(LOWER, &[&month("20KB", 5, "STANDARD"), "sim advance 1mo"]), Some(2), "smaller objects");
}

#[test]
fn a_cheaper_class_pays_only_for_large_objects_that_are_hardly_read() {
    assert_eq!(Play::open("s3-bill", TRAP).beats(2).answer(), Some(2));
    assert_eq!(other(TRAP, &[&month("50MB", 0, "STANDARD_IA"), "sim advance 1mo"]), Some(0));
}
