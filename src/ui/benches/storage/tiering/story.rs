//! What a beat says, with the numbers of the run as it is: a learner who went another way reads of that way.

use super::{
    cost::{cheapest, class_name, dollars},
    data::TieringData,
    timeline::tier_name,
};
use crate::ui::{Beat, View};

/// The text of a beat; `None` where it names nothing of the run.
pub(super) fn text(view: &View<'_>, data: &TieringData, n_objects: u64, beat: &Beat) -> Option<String> {
    let day = data.day.floor() as i64;
    Some(match beat.id {
        "play" | "tiers" | "cost" if day == 0 => view.tr("tiering-beat-no-time"),
        "play" => view.tr_with("tiering-beat-play", &[("day", day.into()), ("n", data.reads.len().into())]),
        "tiers" => {
            let tier = data.tier().map(|tier| tier_name(view, tier)).unwrap_or_default();
            let last = data.reads.iter().rfind(|read| !read.is_refused).map_or(0.0, |read| read.day).floor() as i64;
            let args = [("day", day.into()), ("tier", tier.into()), ("last", last.into()), ("quiet", (day - last).into())];
            view.tr_with("tiering-beat-tiers", &args)
        }
        "cost" => {
            let least: Vec<String> = cheapest(data, n_objects).into_iter().map(|n| class_name(view, n)).collect();
            let spent = data.spent(n_objects);
            let args = [
                ("day", day.into()),
                ("least", least.join(", ").into()),
                ("standard", dollars(spent[0]).into()),
                ("infrequent", dollars(spent[1]).into()),
                ("tiering", dollars(spent[2]).into()),
            ];
            view.tr_with("tiering-beat-cost", &args)
        }
        _ => return None,
    })
}
