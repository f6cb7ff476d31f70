//! The right predictions of the tiering bench, read off the run; none is written down.

use skylab_cloud::s3::Tier;

use super::data::{self, N_DAYS};
use crate::ui::{Beat, StageView};

/// The day about which one question asks.
const DAY_ASKED: u32 = 100;

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match beat.id {
        "cheapest" => cheapest(run)?,
        "day-100" => tier_on(run, DAY_ASKED)?,
        "small" => tier_on(run, N_DAYS as u32)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

/// The class that cost least by the end of the timeline.
fn cheapest(run: &StageView<'_>) -> Option<&'static str> {
    if run.sandbox.now() < run.sandbox.start().plus_days(N_DAYS as u32) {
        return None;
    }
    let spent = data::spent(run.sandbox.world());
    let names = ["standard", "infrequent", "tiering"];
    spent.into_iter().zip(names).min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, name)| name)
}

/// Where the object lay on a day that has come.
fn tier_on(run: &StageView<'_>, day: u32) -> Option<&'static str> {
    let at = run.sandbox.start().plus_days(day);
    if run.sandbox.now() < at {
        return None;
    }
    let tier = if run.sandbox.now() == at {
        data::tier(run.sandbox.world())
    } else {
        let mut then = run.sandbox.clone();
        then.seek(at);
        data::tier(then.world())
    };
    match tier? {
        Tier::Frequent => Some("frequent"),
        Tier::Infrequent => Some("infrequent"),
        Tier::ArchiveInstant => Some("instant"),
        Tier::Archive | Tier::DeepArchive => None,
    }
}
