//! What a beat says, with what the run shows: a learner who went another way reads of that way.

use super::{
    data::AccessData,
    scenes::{Door, Who},
};
use crate::ui::{Beat, View};

/// The text of a beat; `None` where it names nothing of the run.
pub(super) fn text(view: &View<'_>, data: &AccessData, beat: &Beat) -> Option<String> {
    let door = if beat.id == "delegate" || beat.id == "withdraw" { Door::Point } else { Door::Bucket };
    let readers = || named(view, &data.readers(door));
    let refused = |code: &str| data.happened.last().and_then(|done| done.refusal.as_ref()).is_some_and(|refusal| refusal.code == code);
    Some(match beat.id {
        "trace" | "allow" | "deny" | "restrict" | "named" | "delegate" => {
            view.tr_with(&format!("access-beat-{}", beat.id), &[("readers", readers().into())])
        }
        "broken" if !refused("MalformedPolicy") => view.tr("access-beat-other"),
        "refuse" if !refused("AccessDenied") => view.tr("access-beat-other"),
        _ => return None,
    })
}

/// The names of callers, or that there are none.
fn named(view: &View<'_>, readers: &[Who]) -> String {
    if readers.is_empty() {
        return view.tr("access-readers-none");
    }
    readers.iter().map(|who| view.tr(&format!("access-who-{}", who.id()))).collect::<Vec<_>>().join(", ")
}
