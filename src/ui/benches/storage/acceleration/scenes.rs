//! What the acceleration bench can start from, the beats of each, and the answers. It draws nothing.

use super::{race::Race, switch::data};
use crate::ui::{Beat, StageView};

/// The ids of the start states, in their order: two ways, and the switch of a bucket.
pub(super) const STARTS: &[&str] = &["ways", "switch"];
/// The start state that is about buckets.
pub(super) const SWITCH: usize = 1;
/// The buckets of that scene: one name without dots, one with.
pub(super) const PLAIN: &str = "films-417";
pub(super) const DOTTED: &str = "films.417";
/// A client whose answers take no longer is near.
const NEAR_RTT_MS: u32 = 50;

const WAYS: &[Beat] = &[
    Beat::question("ways-question"),
    Beat::predict("far", &["direct", "some", "many"]),
    Beat::act("race", &["idea race"]),
    Beat::observe("curve", &[]),
    Beat::observe("parallel", &["idea connections 16; race"]),
    Beat::predict("near", &["edge", "direct"]),
    Beat::act("home", &["idea connections 1; city seoul; race"]),
    Beat::why("ways-why"),
];

const SWITCH_BEATS: &[Beat] = &[
    Beat::question("switch-question"),
    Beat::predict("names", &["both", "plain", "neither"]),
    Beat::act(
        "enable",
        &[
            "aws s3api put-bucket-accelerate-configuration --bucket films-417 --accelerate-configuration Status=Enabled",
            "aws s3api put-bucket-accelerate-configuration --bucket films.417 --accelerate-configuration Status=Enabled",
        ],
    ),
    Beat::observe("endpoints", &["aws s3api get-bucket-accelerate-configuration --bucket films-417"]),
    Beat::why("switch-why"),
];

/// The beats of a start state.
pub(super) fn beats(start: usize) -> &'static [Beat] {
    if start == SWITCH { SWITCH_BEATS } else { WAYS }
}

/// The lines that the buckets open with.
pub(super) fn start_lines() -> Vec<String> {
    let create =
        |bucket: &str| format!("aws s3api create-bucket --bucket {bucket} --create-bucket-configuration LocationConstraint=ap-northeast-2");
    [PLAIN, DOTTED].map(create).into()
}

/// The command that sets the switch of a bucket.
pub(super) fn put(bucket: &str, is_on: bool) -> String {
    let status = if is_on { "Enabled" } else { "Suspended" };
    format!("aws s3api put-bucket-accelerate-configuration --bucket {bucket} --accelerate-configuration Status={status}")
}

/// The option of a prediction that the run shows to be right.
pub(super) fn answer(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match (Race::read(run.idea), beat.id) {
        (Some(race), "far") => {
            let run = race.runs.first()?;
            if run.edge_millis >= run.direct_millis {
                "direct"
            } else if run.direct_millis < run.edge_millis.saturating_mul(5) {
                "some"
            } else {
                "many"
            }
        }
        (Some(race), "near") => {
            let run = race.runs.iter().find(|run| run.rtt_ms <= NEAR_RTT_MS)?;
            if run.edge_millis < run.direct_millis { "edge" } else { "direct" }
        }
        (None, "names") => match data::tried(run)? {
            (true, true) => "both",
            (true, false) => "plain",
            _ => "neither",
        },
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_of_the_ways_means_something() {
        let mut race = Race::opening();
        for act in WAYS.iter().flat_map(|beat| beat.acts) {
            race = race.after(act.strip_prefix("idea ").unwrap()).unwrap_or_else(|| panic!("`{act}`"));
        }
    }
}
