//! What a beat says, with what the run shows: a learner who went another way reads of that way.

use super::{
    data::{Answer, Versioning, VersionsData},
    happened::{Rule, Told},
};
use crate::{
    i18n::format,
    ui::{Beat, View},
};

/// The text of a beat; `None` where it names nothing of the run.
pub(super) fn text(view: &View<'_>, data: &VersionsData, beat: &Beat) -> Option<String> {
    let top = || data.layers.first().map(|top| top.title.clone()).unwrap_or_default();
    let n = || [("n", data.n_versions().into())];
    let is_read = !data.is_marked() && !data.layers.is_empty();
    Some(match beat.id {
        "undelete" if data.is_marked() => view.tr("versions-beat-marked-still"),
        "undelete" | "roll-back" if is_read => view.tr_with(&format!("versions-beat-{}", beat.id), &[("title", top().into())]),
        "undelete" | "roll-back" => view.tr("versions-beat-other"),
        "mark" | "null-delete" | "lock-mark" if !data.is_marked() => view.tr("versions-beat-other"),
        "null-delete" => view.tr_with("versions-beat-null-delete", &n()),
        "lock-delete" if !data.was_kept_by(|rule| matches!(rule, Rule::Governance(_))) => view.tr("versions-beat-other"),
        "lock-clerk" if !data.was_kept_by(|rule| rule == Rule::NoBypass) => view.tr("versions-beat-other"),
        "comply-root" if !data.was_kept_by(|rule| matches!(rule, Rule::Compliance(_))) => view.tr("versions-beat-other"),
        "comply-hold" if !data.was_kept_by(|rule| rule == Rule::Hold) => view.tr("versions-beat-other"),
        "lock-bypass" | "comply-free" if !matches!(data.happened.last(), Some(Told::VersionDeleted { .. })) => {
            view.tr("versions-beat-other")
        }
        "get" => get(view, data),
        "bytes" => {
            let (all, current) = (format::bytes_billed(data.billed_bytes), format::bytes_billed(data.current_bytes));
            let args = [("all", all.into()), ("current", current.into()), ("n", data.n_versions().into())];
            view.tr_with("versions-beat-bytes", &args)
        }
        "puts" if data.versioning == Versioning::Enabled => view.tr("versions-beat-puts-enabled"),
        "stack" => match data.layers.iter().find(|layer| layer.id == "null" && !layer.is_marker()) {
            Some(null) => {
                let args = [("n", data.n_versions().into()), ("title", null.title.as_str().into())];
                view.tr_with("versions-beat-stack", &args)
            }
            None => view.tr_with("versions-beat-stack-no-null", &n()),
        },
        _ => return None,
    })
}

fn get(view: &View<'_>, data: &VersionsData) -> String {
    match &data.answer {
        Answer::Found { title, .. } => view.tr_with("versions-beat-get-found", &[("title", title.as_str().into())]),
        Answer::Refused { marker: Some(_), .. } => view.tr_with("versions-beat-get", &[("n", data.n_versions().into())]),
        Answer::Refused { code, .. } => view.tr_with("versions-beat-get-refused", &[("code", code.as_str().into())]),
    }
}
