//! Runs of object keys: `logs/0007`, `logs/0008`, … as one first key and a length. It knows no objects.

use std::cmp::Ordering;

/// Digits at the end of a key that count as its number. More digits than these belong to the stem.
const MAX_DIGITS: usize = 18;

/// A key, split into the text before its trailing digits and those digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Split<'a> {
    pub stem: &'a str,
    pub width: usize,
    pub number: u64,
}

impl<'a> Split<'a> {
    pub(super) fn of(key: &'a str) -> Self {
        let digits = key.bytes().rev().take(MAX_DIGITS).take_while(u8::is_ascii_digit).count();
        let (stem, digits) = key.split_at(key.len() - digits);
        let number = digits.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
        Self { stem, width: digits.len(), number }
    }

    fn same_series(self, other: Self) -> bool {
        self.width == other.width && self.stem == other.stem
    }

    /// The key with another number of the same width.
    pub(super) fn with(self, number: u64) -> String {
        if self.width == 0 { self.stem.to_owned() } else { format!("{}{number:0width$}", self.stem, width = self.width) }
    }
}

/// The key that is `n` after `first` in its series.
pub(super) fn nth(first: &str, n: u64) -> String {
    if n == 0 {
        return first.to_owned();
    }
    let split = Split::of(first);
    split.with(split.number + n)
}

/// How far `key` lies into the run of `len` keys from `first`, if it lies in it.
pub(super) fn offset(first: &str, len: u64, key: &str) -> Option<u64> {
    if len == 1 {
        return (first == key).then_some(0);
    }
    let (first, key) = (Split::of(first), Split::of(key));
    let within = first.same_series(key) && (first.number..first.number + len).contains(&key.number);
    within.then(|| key.number - first.number)
}

/// True if `next` is the key right after the run of `len` keys from `first`.
pub(super) fn continues(first: &str, len: u64, next: &str) -> bool {
    let (first, next) = (Split::of(first), Split::of(next));
    first.width > 0 && first.same_series(next) && first.number + len == next.number
}

/// How many keys of the run sort before `key`.
pub(super) fn n_before(first: &str, len: u64, key: &str) -> u64 {
    if key <= first {
        return 0;
    }
    let split = Split::of(first);
    leading(len, |n| split.with(split.number + n).as_str() < key)
}

/// The part of the run whose keys begin with `prefix`: (keys before it, its length).
pub(super) fn matching(first: &str, len: u64, prefix: &str) -> (u64, u64) {
    let split = Split::of(first);
    if split.stem.starts_with(prefix) {
        return (0, len);
    }
    if len == 1 {
        return (0, u64::from(first.starts_with(prefix)));
    }
    if !prefix.starts_with(split.stem) {
        return (0, 0);
    }
    // The prefix fixes some of the leading digits: its keys are neighbours.
    let compare = |n| cmp_prefix(&split.with(split.number + n), prefix);
    let before = leading(len, |n| compare(n) == Ordering::Less);
    let upto = leading(len, |n| compare(n) != Ordering::Greater);
    (before, upto - before)
}

/// Where a run is to be cut so that each prefix fits all keys of a part or none: numbers of keys before the cuts.
pub(super) fn cuts<'a>(first: &str, len: u64, prefixes: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let ends = prefixes.map(|prefix| matching(first, len, prefix)).flat_map(|(before, n)| [before, before + n]);
    let mut cuts: Vec<u64> = ends.filter(|cut| (1..len).contains(cut)).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// How many keys of the run, without its first `skipped`, end with `suffix`.
pub(super) fn n_ending(first: &str, len: u64, skipped: u64, suffix: &str) -> u64 {
    let split = Split::of(first);
    let rest = len.saturating_sub(skipped);
    if suffix.is_empty() {
        return rest;
    }
    let (from, to) = (split.number + skipped, split.number + len);
    let n_digits = suffix.bytes().rev().take(split.width).take_while(u8::is_ascii_digit).count();
    let (head, digits) = suffix.split_at(suffix.len() - n_digits);
    let value = digits.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    if split.width == 0 || !head.is_empty() {
        // the suffix reaches over all digits into the stem, which is the same for all keys: one key at most
        let ends = n_digits == split.width && split.stem.ends_with(head);
        return if ends && (split.width == 0 || (from..to).contains(&value)) { rest.min(1) } else { 0 };
    }
    let modulus = 10_u64.saturating_pow(n_digits as u32);
    let below = |bound: u64| (bound + modulus - 1 - value) / modulus;
    below(to).saturating_sub(below(from))
}

/// How the first bytes of a key compare with a prefix.
fn cmp_prefix(key: &str, prefix: &str) -> Ordering {
    key.as_bytes()[..key.len().min(prefix.len())].cmp(prefix.as_bytes())
}

/// How many of the first `len` numbers satisfy a condition that holds for a leading part only.
fn leading(len: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = u64::midpoint(low, high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_run_that_end_alike_are_counted_without_going_through_them() {
        for (first, len) in [("logs/0007", 40), ("a98", 2), ("plain", 1), ("x1y", 1), ("k000", 1_000)] {
            for skipped in [0, 1, 8] {
                for suffix in ["", "7", "07", "007", "0007", "/0007", "logs/0012", "in", "plain", "y", "9", "99", "0"] {
                    let counted = (skipped.min(len)..len).filter(|n| nth(first, *n).ends_with(suffix)).count() as u64;
                    assert_eq!(n_ending(first, len, skipped, suffix), counted, "{first} {len} {skipped} {suffix}");
                }
            }
        }
    }

    #[test]
    fn a_run_is_cut_where_prefixes_end_in_it() {
        assert_eq!(cuts("logs/0000", 1_000, ["logs/", "logs/00", "logs/000"].into_iter()), [10, 100]);
        assert_eq!(cuts("logs/0000", 1_000, ["x", ""].into_iter()), [0; 0]);
    }

    #[test]
    fn a_key_splits_before_its_trailing_digits() {
        assert_eq!(Split::of("logs/0042"), Split { stem: "logs/", width: 4, number: 42 });
        assert_eq!(Split::of("a.txt"), Split { stem: "a.txt", width: 0, number: 0 });
        assert_eq!(Split::of("1234567890123456789012").stem, "1234");
        assert_eq!(Split::of("logs/0042").with(7), "logs/0007");
    }

    #[test]
    fn only_the_next_number_of_the_same_width_continues_a_run() {
        assert!(continues("a08", 2, "a10"));
        assert!(!continues("a8", 2, "a10"));
        assert!(!continues("a08", 1, "b09"));
        assert!(!continues("a", 1, "a"));
    }

    #[test]
    fn keys_are_found_by_offset_and_by_order() {
        assert_eq!(offset("a05", 10, "a14"), Some(9));
        assert_eq!(offset("a05", 10, "a15"), None);
        assert_eq!(offset("a05", 10, "a5"), None);
        assert_eq!(n_before("a05", 10, "a07x"), 3);
        assert_eq!(n_before("a05", 10, "a"), 0);
        assert_eq!(n_before("a05", 10, "b"), 10);
    }

    #[test]
    fn a_prefix_into_the_digits_takes_neighbouring_keys() {
        assert_eq!(matching("a000", 1_000, "a"), (0, 1_000));
        assert_eq!(matching("a000", 1_000, "a12"), (120, 10));
        assert_eq!(matching("a095", 10, "a10"), (5, 5));
        assert_eq!(matching("a095", 10, "a1000"), (6, 0));
        assert_eq!(matching("a095", 10, "b"), (0, 0));
    }
}
