//! The same change of a file on three kinds of storage: what is set up, and where it has been written. No drawing.

pub(super) mod handles;
pub(super) mod lanes;
pub(super) mod plan;
pub(super) mod story;
pub(super) mod views;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use plan::{Change, Setup, Store};

/// File sizes as powers of two: 1 MB to 1 TB, four times as much each.
pub(super) const SIZES: std::ops::RangeInclusive<u32> = 20..=40;
pub(super) const SIZE_STEP: u32 = 2;
/// Round trips that can be chosen, in microseconds: the same zone, the same city, another continent.
pub(super) const RTTS: [u64; 9] = [200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 100_000, 200_000];
/// Up to here the bytes of two stores count as alike, in tenths.
const ALIKE_TENTHS: u64 = 20;

/// The state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rewrite {
    /// The file's size as a power of two.
    pub power: u32,
    pub change: Change,
    pub rtt_micros: u64,
    pub copies_parts: bool,
    /// Where the change has been written: only there numbers show.
    pub written: BTreeSet<Store>,
    /// Bytes of the object store over those of the volume, in tenths, when both had been written first.
    pub times_tenths: Option<u64>,
    /// The same when something else was changed after that for the first time.
    pub later_tenths: Option<u64>,
    pub last: Last,
}

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Last {
    Nothing,
    /// Another set-up.
    SetUp,
    /// Written to one store.
    Wrote(Store),
    WroteAll,
}

impl Rewrite {
    /// One byte of a file of 1 GB, a millisecond away.
    pub(super) fn opening() -> Self {
        Self {
            power: 30,
            change: Change::Byte,
            rtt_micros: 1_000,
            copies_parts: false,
            written: BTreeSet::new(),
            times_tenths: None,
            later_tenths: None,
            last: Last::Nothing,
        }
    }

    /// Whether every value lies in its bounds.
    pub(super) fn is_sound(&self) -> bool {
        SIZES.contains(&self.power) && self.rtt_micros <= RTTS[RTTS.len() - 1]
    }

    pub(super) fn setup(&self) -> Setup {
        Setup { file_bytes: 1 << self.power, change: self.change, rtt_micros: self.rtt_micros, copies_parts: self.copies_parts }
    }

    /// Bytes of the object store over those of the volume, in tenths.
    pub(super) fn tenths(&self) -> u64 {
        let bytes = |store| self.setup().cost(store).bytes;
        bytes(Store::Object).saturating_mul(10) / bytes(Store::Block).max(1)
    }

    /// The state after an act, or `None` if it means nothing.
    pub(super) fn act(&mut self, words: &[&str]) -> Option<()> {
        self.last = Last::SetUp;
        match *words {
            ["size", power] => self.power = power.parse().ok().filter(|power| SIZES.contains(power))?,
            ["rtt", micros] => self.rtt_micros = micros.parse().ok().filter(|micros| *micros <= RTTS[RTTS.len() - 1])?,
            ["copy", "on"] => self.copies_parts = true,
            ["copy", "off"] => self.copies_parts = false,
            ["change", name] => {
                self.change = Change::ALL.into_iter().find(|change| change.id() == name)?;
                if self.times_tenths.is_some() {
                    self.later_tenths.get_or_insert(self.tenths());
                }
            }
            ["write", "all"] => {
                self.written = Store::ALL.into();
                self.last = Last::WroteAll;
            }
            ["write", name] => {
                let store = Store::ALL.into_iter().find(|store| store.id() == name)?;
                self.written.insert(store);
                self.last = Last::Wrote(store);
            }
            _ => return None,
        }
        if [Store::Block, Store::Object].iter().all(|store| self.written.contains(store)) {
            self.times_tenths.get_or_insert(self.tenths());
        }
        Some(())
    }

    /// The right option of "how many times more": under ten, up to a hundred thousand, or more.
    pub(super) fn times(&self) -> Option<&'static str> {
        Some(match self.times_tenths? {
            ..100 => "alike",
            100..1_000_000 => "thousands",
            _ => "more",
        })
    }

    /// The right option of which store moves most after the next change.
    pub(super) fn later(&self) -> Option<&'static str> {
        Some(if self.later_tenths? <= ALIKE_TENTHS { "alike" } else { "object" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(acts: &[&str]) -> Rewrite {
        let mut state = Rewrite::opening();
        for act in acts {
            let words: Vec<&str> = act.split_whitespace().collect();
            state.act(&words).unwrap_or_else(|| panic!("`{act}` means nothing"));
        }
        state
    }

    #[test]
    fn how_many_times_more_is_told_once_both_are_written_and_follows_the_set_up() {
        assert_eq!(after(&["write block", "write file"]).times(), None);
        assert_eq!(after(&["write all"]).times(), Some("more"));
        assert_eq!(after(&["copy on", "write all"]).times(), Some("thousands"));
        assert_eq!(after(&["change whole", "write block", "write object"]).times(), Some("alike"));
        assert_eq!(after(&["write all", "change whole"]).times(), Some("more"), "what was asked stays as it came out");
    }

    #[test]
    fn the_next_change_decides_whether_they_are_still_apart() {
        assert_eq!(after(&["write all"]).later(), None);
        assert_eq!(after(&["write all", "change whole"]).later(), Some("alike"));
        assert_eq!(after(&["write all", "change append"]).later(), Some("object"));
    }

    #[test]
    fn an_act_that_means_nothing_is_refused() {
        for act in [&["size", "99"][..], &["change", "all"], &["write", "tape"], &["rtt", "999999999"], &[]] {
            assert_eq!(Rewrite::opening().act(act), None, "{act:?}");
        }
    }
}
