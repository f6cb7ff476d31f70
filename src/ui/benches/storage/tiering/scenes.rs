//! What the tiering bench can start from: the same object in three classes, a pattern of reads, and the lines that play it.
//! It draws nothing.

use skylab_cloud::clock::DAY_MS;

use crate::ui::Beat;

/// Weeks on the timeline.
pub(super) const N_WEEKS: usize = 52;
/// Days in a week.
pub(super) const WEEK_DAYS: i64 = 7;
/// The day of a week on which it is read: in its middle, where the timeline draws it.
pub(super) const READ_DAY: i64 = 3;
/// The buckets, one for each class, in the order of the curves.
pub(super) const BUCKETS: [&str; 3] = ["standard-417", "infrequent-417", "tiering-417"];
/// The bucket whose object moves.
pub(super) const TIERING: &str = BUCKETS[2];
/// The object in each of them.
pub(super) const KEY: &str = "media.bin";
/// The name of the configuration that opts in to the archive tiers.
pub(super) const ARCHIVE_ID: &str = "archive";

const CREATE: [&str; 3] = [
    "aws s3api create-bucket --bucket standard-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
    "aws s3api create-bucket --bucket infrequent-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
    "aws s3api create-bucket --bucket tiering-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
];
const PUT_LARGE: [&str; 3] = [
    "aws s3api put-object --bucket standard-417 --key media.bin --body part.bin",
    "aws s3api put-object --bucket infrequent-417 --key media.bin --body part.bin --storage-class STANDARD_IA",
    "aws s3api put-object --bucket tiering-417 --key media.bin --body part.bin --storage-class INTELLIGENT_TIERING",
];
const PUT_SMALL: [&str; 3] = [
    "aws s3api put-object --bucket standard-417 --key media.bin --body thumb.bin",
    "aws s3api put-object --bucket infrequent-417 --key media.bin --body thumb.bin --storage-class STANDARD_IA",
    "aws s3api put-object --bucket tiering-417 --key media.bin --body thumb.bin --storage-class INTELLIGENT_TIERING",
];
/// One read in each bucket. The one that an archive tier may refuse comes last, so that the others are read as often.
const READ: [&str; 3] = [
    "aws s3api get-object --bucket standard-417 --key media.bin out.bin",
    "aws s3api get-object --bucket infrequent-417 --key media.bin out.bin",
    "aws s3api get-object --bucket tiering-417 --key media.bin out.bin",
];
const ENABLE_ARCHIVE: &str = r#"aws s3api put-bucket-intelligent-tiering-configuration --bucket tiering-417 --id archive --intelligent-tiering-configuration '{"Id":"archive","Status":"Enabled","Tierings":[{"Days":90,"AccessTier":"ARCHIVE_ACCESS"},{"Days":180,"AccessTier":"DEEP_ARCHIVE_ACCESS"}]}'"#;
const DISABLE_ARCHIVE: &str = "aws s3api delete-bucket-intelligent-tiering-configuration --bucket tiering-417 --id archive";
const RESTORE: &str = "aws s3api restore-object --bucket tiering-417 --key media.bin --restore-request '{}'";

/// One start state with what belongs to it.
pub(super) struct Scene {
    pub id: &'static str,
    pub start: &'static [&'static str],
    /// Weeks in which the object is read.
    pub reads: &'static [usize],
    /// Costs are told for so many such objects.
    pub n_objects: u64,
    pub beats: &'static [Beat],
}

const LARGE: &[&str] = &[CREATE[0], CREATE[1], CREATE[2], PUT_LARGE[0], PUT_LARGE[1], PUT_LARGE[2]];
const SMALL: &[&str] = &[CREATE[0], CREATE[1], CREATE[2], PUT_SMALL[0], PUT_SMALL[1], PUT_SMALL[2]];

/// What follows day 100 where nobody knows when it is read: four weeks in a row, and one more.
const REST_OF_YEAR: &[&str] = &[
    "sim advance 85d",
    READ[0],
    READ[1],
    READ[2],
    "sim advance 7d",
    READ[0],
    READ[1],
    READ[2],
    "sim advance 7d",
    READ[0],
    READ[1],
    READ[2],
    "sim advance 7d",
    READ[0],
    READ[1],
    READ[2],
    "sim advance 84d",
    READ[0],
    READ[1],
    READ[2],
    "sim advance 74d",
];

/// Every scene; the first one opens.
pub(super) const SCENES: &[Scene] = &[
    Scene {
        id: "once-then-quiet",
        start: LARGE,
        reads: &[1, 2],
        n_objects: 1_000,
        beats: &[
            Beat::question("once-question"),
            Beat::predict("cheapest", &["standard", "infrequent", "tiering"]),
            Beat::act(
                "play",
                &["sim advance 10d", READ[0], READ[1], READ[2], "sim advance 7d", READ[0], READ[1], READ[2], "sim advance 347d"],
            ),
            Beat::observe("tiers", &[]),
            Beat::observe("cost", &[]),
            Beat::why("once-why"),
        ],
    },
    Scene {
        id: "unpredictable",
        start: LARGE,
        reads: &[3, 11, 26, 27, 28, 29, 41],
        n_objects: 1_000,
        beats: &[
            Beat::question("unpredictable-question"),
            Beat::predict("day-100", &["frequent", "infrequent", "instant"]),
            Beat::act(
                "play",
                &["sim advance 24d", READ[0], READ[1], READ[2], "sim advance 56d", READ[0], READ[1], READ[2], "sim advance 20d"],
            ),
            Beat::observe("tiers", &[]),
            Beat::observe("cost", REST_OF_YEAR),
            Beat::why("unpredictable-why"),
        ],
    },
    Scene {
        id: "small-files",
        start: SMALL,
        reads: &[2, 5],
        n_objects: 1_000_000,
        beats: &[
            Beat::question("small-question"),
            Beat::predict("small", &["frequent", "infrequent", "instant"]),
            Beat::act(
                "play",
                &["sim advance 17d", READ[0], READ[1], READ[2], "sim advance 21d", READ[0], READ[1], READ[2], "sim advance 326d"],
            ),
            Beat::observe("tiers", &[]),
            Beat::observe("cost", &[]),
            Beat::why("small-why"),
        ],
    },
];

/// Weeks in which the object is to be read.
pub(super) type Plan = [bool; N_WEEKS];

impl Scene {
    /// Its pattern of reads.
    pub(super) fn plan(&self) -> Plan {
        std::array::from_fn(|week| self.reads.contains(&week))
    }
}

/// The lines that play a plan to the end of the timeline, from so many milliseconds after its beginning on. A read of this
/// very moment is played too, unless it `was_read` already.
pub(super) fn lines(plan: &Plan, from_millis: i64, was_read: bool) -> Vec<String> {
    let (mut lines, mut at) = (Vec::new(), from_millis);
    let mut wait = |lines: &mut Vec<String>, until: i64| {
        if until > at {
            lines.push(format!("sim advance {}", span(until - at)));
            at = until;
        }
    };
    for (week, _) in plan.iter().enumerate().filter(|(_, reads)| **reads) {
        let due = read_at(week);
        if due > from_millis || (due == from_millis && !was_read) {
            wait(&mut lines, due);
            lines.extend(READ.map(str::to_owned));
        }
    }
    wait(&mut lines, begin(N_WEEKS));
    lines
}

/// When a week begins, in milliseconds.
fn begin(week: usize) -> i64 {
    week as i64 * WEEK_DAYS * DAY_MS
}

/// When an object is read in a week.
fn read_at(week: usize) -> i64 {
    begin(week) + READ_DAY * DAY_MS
}

/// A length of time as `sim advance` takes it.
fn span(millis: i64) -> String {
    let mut left = millis;
    let units = [(DAY_MS, "d"), (3_600_000, "h"), (60_000, "m"), (1_000, "s"), (1, "ms")];
    let parts = units.into_iter().filter_map(|(unit, name)| {
        let count = left / unit;
        left %= unit;
        (count > 0).then(|| format!("{count}{name}"))
    });
    parts.collect()
}

/// The line that turns the archive tiers on or off.
pub(super) fn set_archive(on: bool) -> String {
    (if on { ENABLE_ARCHIVE } else { DISABLE_ARCHIVE }).to_owned()
}

/// The line that brings the object out of an archive tier.
pub(super) fn restore() -> String {
    RESTORE.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::BeatKind;

    /// The days on which lines read, and the day on which they end.
    fn days<'a>(lines: impl Iterator<Item = &'a str>) -> (Vec<i64>, i64) {
        let (mut reads, mut day) = (Vec::new(), 0);
        for line in lines {
            match line.strip_prefix("sim advance ") {
                Some(span) => day += span.strip_suffix('d').unwrap().parse::<i64>().unwrap(),
                None if line.contains(TIERING) => reads.push(day),
                None => {}
            }
        }
        (reads, day)
    }

    #[test]
    fn the_beats_of_each_scene_play_the_pattern_that_it_shows() {
        for scene in SCENES {
            let played = lines(&scene.plan(), 0, false);
            let acts = scene.beats.iter().filter(|beat| matches!(beat.kind, BeatKind::Act | BeatKind::Observe)).flat_map(|beat| beat.acts);
            assert_eq!(days(acts.copied()), days(played.iter().map(String::as_str)), "{}", scene.id);
        }
    }

    #[test]
    fn a_pattern_is_played_from_the_present_moment_on() {
        let plan: Plan = std::array::from_fn(|week| week == 1 || week == 3);
        let from = |millis, was_read| lines(&plan, millis, was_read);
        assert_eq!(from(0, false)[..2], ["sim advance 10d".to_owned(), READ[0].to_owned()]);
        assert_eq!(from(read_at(1), false)[0], READ[0]);
        assert_eq!(from(read_at(1), true)[0], "sim advance 14d");
        assert_eq!(from(read_at(1) + 90_000, true)[0], "sim advance 13d23h58m30s");
        assert_eq!(from(begin(N_WEEKS), false), Vec::<String>::new());
    }
}
