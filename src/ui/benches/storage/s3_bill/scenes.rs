//! What the bill bench can start from, and the beats of each: the bucket of a shop, before or after its first whole month.

use super::commands;
use crate::ui::Beat;
use skylab_cloud::s3::StorageClass;

/// The bucket of every scene.
pub(super) const BUCKET: &str = "shop-417";
/// The ids of the start states, in their order.
pub(super) const STARTS: &[&str] = &["break-down", "lower", "trap"];

const MONTH: &[&str] = &[
    "sim load s3 --bucket shop-417 --prefix thumbs/ --bytes-per-month 100GB --object-size 50KB --reads 0-1d:5/day --for 1mo",
    "sim load s3 --bucket shop-417 --prefix exports/ --bytes-per-month 200GB --object-size 200MB --for 1mo",
    "sim advance 1mo",
];
const PACKED: &[&str] = &[
    "sim load s3 --bucket shop-417 --prefix thumbs/ --bytes-per-month 100GB --object-size 50MB --reads 0-1d:5/day --for 1mo",
    "sim load s3 --bucket shop-417 --prefix exports/ --bytes-per-month 200GB --object-size 200MB --for 1mo",
    "sim advance 1mo",
];
const INFREQUENT: &[&str] = &[
    "sim load s3 --bucket shop-417 --prefix thumbs/ --bytes-per-month 100GB --object-size 50KB --reads 0-1d:5/day --storage-class STANDARD_IA --for 1mo",
    "sim load s3 --bucket shop-417 --prefix exports/ --bytes-per-month 200GB --object-size 200MB --for 1mo",
    "sim advance 1mo",
];
const RULES: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket shop-417 --lifecycle-configuration '{"Rules":[{"ID":"expire-exports","Status":"Enabled","Filter":{"Prefix":"exports/"},"Expiration":{"Days":7},"NoncurrentVersionExpiration":{"NoncurrentDays":1}},{"ID":"move-photos","Status":"Enabled","Filter":{"Prefix":"photos/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"}]}]}'"#;

const BREAK_DOWN: &[Beat] = &[
    Beat::question("break-down-question"),
    Beat::predict("largest", &["storage", "requests", "transfer"]),
    Beat::act("month", MONTH),
    Beat::observe("hidden", &[]),
    Beat::why("break-down-why"),
];

const LOWER: &[Beat] = &[
    Beat::question("lower-question"),
    Beat::predict("lowered", &["less", "half", "none"]),
    Beat::act("rules", &[RULES]),
    Beat::act("packed", PACKED),
    Beat::observe("left", &[]),
    Beat::why("lower-why"),
];

const TRAP: &[Beat] = &[
    Beat::question("trap-question"),
    Beat::predict("cheaper", &["lower", "same", "higher"]),
    Beat::act("infrequent", INFREQUENT),
    Beat::observe("retrieved", &[]),
    Beat::why("trap-why"),
];

/// The beats of a start state.
pub(super) fn beats(start: usize) -> &'static [Beat] {
    [BREAK_DOWN, LOWER, TRAP].get(start).copied().unwrap_or(BREAK_DOWN)
}

/// The lines that a start state opens with: January fills the bucket, and all but the first have a February, too.
pub(super) fn start_lines(start: usize) -> Vec<String> {
    let rules = commands::Rules { photos: StorageClass::Standard, drops_old: false };
    let mut lines = vec![
        format!("aws s3api create-bucket --bucket {BUCKET} --create-bucket-configuration LocationConstraint=ap-northeast-2"),
        format!("aws s3api put-bucket-versioning --bucket {BUCKET} --versioning-configuration Status=Enabled"),
        rules.put(),
        // 400 GB on the first of a month with 31 days
        format!("sim load s3 --bucket {BUCKET} --prefix photos/ --bytes-per-month 12400GB --object-size 4MB --for 1d"),
        format!("sim load s3 --bucket {BUCKET} --prefix exports/ --bytes-per-month 200GB --object-size 200MB --for 1mo"),
        "sim advance 1mo".to_owned(),
    ];
    if start > 0 {
        lines.extend(MONTH.iter().map(|line| (*line).to_owned()));
    }
    lines
}

#[cfg(test)]
pub(super) mod tests {
    use skylab_cloud::{Sandbox, clock::SimTime, ident::Region};
    use skylab_terminal::{files::MemoryFiles, shell::Shell};

    use super::*;

    /// A sandbox after the lines of a start state, and some more.
    pub(in super::super) fn sandbox_after(start: usize, more: &[&str]) -> Sandbox {
        let mut sandbox = Sandbox::new(SimTime::START, 0);
        let (mut shell, mut files) = (Shell::new(Region::SEOUL.name()), MemoryFiles::default());
        let mut run = |sandbox: &mut Sandbox, line: &str| {
            let step = shell.run_line(sandbox, &mut files, line).unwrap();
            assert!(step.error.is_none(), "{line}: {:?}", step.error);
        };
        for line in &start_lines(start) {
            run(&mut sandbox, line);
        }
        let mut sandbox = Sandbox::from_world(sandbox.world().clone());
        for line in more {
            run(&mut sandbox, line);
        }
        sandbox
    }
}
