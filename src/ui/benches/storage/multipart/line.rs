//! One file over one line, sent whole and sent in parts, and what a break of the line costs each. Times are computed; no byte is sent.

use serde::{Deserialize, Serialize};

use super::verdict;

/// Bytes of a MB and a GB, as networks count them.
const MB: u64 = 1_000_000;
pub(super) const GB: u64 = 1_000 * MB;
/// Bytes that one connection may have on its way unanswered; an assumption.
pub(super) const WINDOW_BYTES: u64 = MB;

/// What the handles offer: Mbit/s, milliseconds there and back, GB of the file, MB of a part, parts at once, percent.
pub(super) const LINES_MBPS: [u32; 7] = [10, 50, 100, 250, 500, 1_000, 10_000];
pub(super) const RTTS_MS: [u32; 6] = [5, 20, 50, 100, 200, 300];
pub(super) const FILES_GB: [u32; 9] = [1, 5, 6, 50, 100, 500, 1_000, 5_000, 40_000];
pub(super) const PARTS_MB: [u32; 9] = [1, 5, 8, 50, 100, 250, 500, 5_000, 6_000];
pub(super) const PARALLELS: [u32; 6] = [1, 2, 4, 8, 16, 32];
pub(super) const DROPS_PERCENT: [u32; 9] = [10, 20, 30, 40, 50, 60, 70, 80, 90];
/// Most questions to S3 that are remembered.
const MAX_ASKED: usize = 8;

/// How far an upload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Progress {
    Waiting,
    /// The line dropped.
    Broken,
    Done,
}

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Last {
    Nothing,
    SetUp,
    Broke,
    Resumed,
    Whole,
    Asked,
}

/// The set-up, how far it is, and what the run has shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub mbps: u32,
    pub rtt_ms: u32,
    pub file_gb: u32,
    pub part_mb: u32,
    pub parallel: u32,
    /// How much of the file was sent when the line drops.
    pub drop_percent: u32,
    pub progress: Progress,
    /// Whether this run broke.
    pub broke: bool,
    pub last: Last,
    /// At the first break: bytes of parts that are lost, and bytes sent until then.
    pub lost: Option<(u64, u64)>,
    /// At the first run without a break: milliseconds of one PUT and of the parts.
    pub times: Option<(u64, u64)>,
    /// Set-ups that S3 was asked about: GB of the file, MB of a part.
    pub asked: Vec<(u32, u32)>,
}

/// An upload in parts at the moment when the line drops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Break {
    pub sent_bytes: u64,
    /// Parts that S3 has whole.
    pub n_safe: u64,
    /// Parts that were on their way.
    pub n_on_way: u64,
    pub lost_bytes: u64,
}

impl Line {
    pub(super) const fn new(file_gb: u32, part_mb: u32) -> Self {
        Self {
            mbps: 100,
            rtt_ms: 20,
            file_gb,
            part_mb,
            parallel: 4,
            drop_percent: 70,
            progress: Progress::Waiting,
            broke: false,
            last: Last::Nothing,
            lost: None,
            times: None,
            asked: Vec::new(),
        }
    }

    /// Reads a state back.
    pub(super) fn read(text: &str) -> Option<Self> {
        let line: Self = ron::from_str(text).ok()?;
        let offered = |choices: &[u32], it: u32| choices.contains(&it);
        let sound = offered(&LINES_MBPS, line.mbps)
            && offered(&RTTS_MS, line.rtt_ms)
            && offered(&PARALLELS, line.parallel)
            && offered(&DROPS_PERCENT, line.drop_percent)
            && line.asked.len() <= MAX_ASKED
            && line
                .asked
                .iter()
                .chain([&(line.file_gb, line.part_mb)])
                .all(|(file, part)| offered(&FILES_GB, *file) && offered(&PARTS_MB, *part));
        sound.then_some(line)
    }

    /// The state as text.
    pub(super) fn text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    pub(super) fn file_bytes(&self) -> u64 {
        u64::from(self.file_gb) * GB
    }

    pub(super) fn part_bytes(&self) -> u64 {
        u64::from(self.part_mb) * MB
    }

    pub(super) fn n_parts(&self) -> u64 {
        self.file_bytes().div_ceil(self.part_bytes())
    }

    /// Bytes a second that so many connections move: the line, or a window for each round trip.
    pub(super) fn rate(&self, n_connections: u64) -> u64 {
        let line = u64::from(self.mbps) * MB / 8;
        line.min(n_connections * WINDOW_BYTES * 1_000 / u64::from(self.rtt_ms))
    }

    fn millis(&self, bytes: u64, n_connections: u64) -> u64 {
        (u128::from(bytes) * 1_000 / u128::from(self.rate(n_connections).max(1))) as u64
    }

    /// How long one PUT takes.
    pub(super) fn put_millis(&self) -> u64 {
        self.millis(self.file_bytes(), 1) + u64::from(self.rtt_ms)
    }

    /// How long the parts take from that one on: in groups, each with a round trip for its requests.
    pub(super) fn parts_millis(&self, n_safe: u64) -> u64 {
        let (group, left) = (u64::from(self.parallel), self.n_parts().saturating_sub(n_safe));
        let bytes = self.file_bytes().saturating_sub(n_safe * self.part_bytes());
        let n_last = left % group;
        let full = (left / group) * group * self.part_bytes();
        let (full, last) = (full.min(bytes), bytes.saturating_sub(full));
        let trips = left.div_ceil(group) * u64::from(self.rtt_ms);
        self.millis(full, group) + if n_last > 0 { self.millis(last, n_last) } else { 0 } + trips
    }

    /// Where the parts are when the line drops.
    pub(super) fn at_break(&self) -> Break {
        let sent_bytes = self.file_bytes() / 100 * u64::from(self.drop_percent);
        let group = u64::from(self.parallel);
        let n_safe = (sent_bytes / (group * self.part_bytes()) * group).min(self.n_parts());
        let lost_bytes = sent_bytes - n_safe * self.part_bytes();
        let n_on_way = if lost_bytes > 0 { group.min(self.n_parts() - n_safe) } else { 0 };
        Break { sent_bytes, n_safe, n_on_way, lost_bytes }
    }

    /// Whether S3 takes the file in one PUT, and in these parts.
    pub(super) fn is_taken(&self) -> [bool; 2] {
        [verdict::put(self.file_bytes()).is_ok(), verdict::parts(self.n_parts(), self.part_bytes()).is_ok()]
    }

    /// The state after the acts of one line, which `;` separates. `None` if one of them means nothing.
    pub(super) fn after(&self, line: &str) -> Option<Self> {
        let mut after = self.clone();
        for act in line.split(';') {
            let words: Vec<&str> = act.split_whitespace().collect();
            after.act(&words)?;
        }
        Some(after)
    }

    fn act(&mut self, words: &[&str]) -> Option<()> {
        match *words {
            [name, number] => self.set(name, number.parse().ok()?)?,
            ["send"] => {
                let at = self.at_break();
                (self.progress, self.broke, self.last) = (Progress::Broken, true, Last::Broke);
                self.lost.get_or_insert((at.lost_bytes, at.sent_bytes));
            }
            ["resume"] if self.progress == Progress::Broken => (self.progress, self.last) = (Progress::Done, Last::Resumed),
            ["whole"] => {
                (self.progress, self.broke, self.last) = (Progress::Done, false, Last::Whole);
                self.times.get_or_insert((self.put_millis(), self.parts_millis(0)));
            }
            ["ask"] => {
                self.last = Last::Asked;
                if self.asked.len() < MAX_ASKED {
                    self.asked.push((self.file_gb, self.part_mb));
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn set(&mut self, name: &str, number: u32) -> Option<()> {
        let (place, offered): (&mut u32, &[u32]) = match name {
            "mbps" => (&mut self.mbps, &LINES_MBPS),
            "rtt" => (&mut self.rtt_ms, &RTTS_MS),
            "file" => (&mut self.file_gb, &FILES_GB),
            "part" => (&mut self.part_mb, &PARTS_MB),
            "parallel" => (&mut self.parallel, &PARALLELS),
            "drop" => (&mut self.drop_percent, &DROPS_PERCENT),
            _ => return None,
        };
        *place = *offered.iter().find(|choice| **choice == number)?;
        (self.progress, self.broke, self.last) = (Progress::Waiting, false, Last::SetUp);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(acts: &str) -> Line {
        Line::new(5, 100).after(acts).unwrap()
    }

    #[test]
    fn five_gigabytes_over_a_hundred_megabits_take_about_seven_minutes_either_way_when_near() {
        let near = line("parallel 1");
        assert_eq!((near.put_millis(), near.parts_millis(0)), (400_020, 401_000));
    }

    #[test]
    fn parts_one_at_a_time_keep_thirty_five_of_fifty_at_seventy_percent() {
        let at = line("parallel 1").at_break();
        assert_eq!((at.n_safe, at.n_on_way, at.lost_bytes), (35, 0, 0));
        let four = line("parallel 4").at_break();
        assert_eq!((four.n_safe, four.n_on_way, four.lost_bytes), (32, 4, 300 * MB));
    }

    #[test]
    fn larger_parts_lose_more_and_a_single_part_loses_all_that_was_sent() {
        let lost = |part: u32| line(&format!("part {part}")).at_break().lost_bytes;
        assert!(lost(8) < lost(100) && lost(100) < lost(500));
        assert_eq!(lost(5_000), line("drop 70").at_break().sent_bytes);
    }

    #[test]
    fn parallel_parts_fill_a_line_that_one_far_connection_cannot() {
        let far = line("rtt 200");
        assert_eq!((far.rate(1), far.rate(4)), (5 * MB, 12_500_000));
        assert!(far.put_millis() > 2 * far.parts_millis(0));
        let near = line("rtt 5");
        assert_eq!(near.rate(1), near.rate(4));
    }

    #[test]
    fn only_what_was_lost_and_what_was_still_to_come_is_left_after_a_break() {
        let line = line("send");
        let at = line.at_break();
        assert!(line.parts_millis(at.n_safe) < line.parts_millis(0) / 2);
        assert_eq!(line.parts_millis(line.n_parts()), 0);
    }

    #[test]
    fn a_state_survives_its_text_and_a_broken_one_is_refused() {
        let state = line("send; resume; ask");
        assert_eq!(Line::read(&state.text()), Some(state.clone()));
        assert_eq!(Line::read(&state.text().replace("part_mb:100", "part_mb:0")), None);
        assert_eq!((state.after("resume"), state.after("part 7"), state.after("fly")), (None, None, None));
    }
}
