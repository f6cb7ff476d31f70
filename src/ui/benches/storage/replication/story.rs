//! What a beat says, with what the run shows: a learner who went another way reads of that way.

use super::{cost::Costs, data::ReplicationData, happened::Told};
use crate::{
    i18n::format,
    ui::{Beat, View},
};

/// The amount that the beat on costs tells of, in GB.
const TOLD_GB: i64 = 1_000;

/// The text of a beat; `None` where it names nothing of the run.
pub(super) fn text(view: &View<'_>, data: &ReplicationData, beat: &Beat) -> Option<String> {
    let last = data.happened.last();
    Some(match beat.id {
        "cost" => {
            let costs = Costs::of(data, TOLD_GB);
            let args = [("transfer", format::usd(costs.transfer / 1_000).into()), ("storage", format::usd(costs.storage / 1_000).into())];
            view.tr_with(if costs.transfer == 0 { "replication-beat-cost-within" } else { "replication-beat-cost" }, &args)
        }
        "first" => match last {
            Some(Told::Refused { code, .. }) => view.tr_with("replication-beat-refused", &[("code", code.as_str().into())]),
            _ => return None,
        },
        "partner" | "override" => match last {
            Some(Told::Refused { code, .. }) => view.tr_with("replication-beat-partner-refused", &[("code", code.as_str().into())]),
            Some(Told::Read { .. }) => view.tr("replication-beat-partner-reads"),
            _ => return None,
        },
        _ => return None,
    })
}
