//! What a beat says, with what the run shows: a learner who went another way reads of that way.

use super::{
    answers::ASKED,
    data::EventsData,
    happened::{self, Told},
};
use crate::ui::{Beat, View};

/// The text of a beat; `None` where it names nothing of the run.
pub(super) fn text(view: &View<'_>, data: &EventsData, beat: &Beat) -> Option<String> {
    let last = data.happened.last();
    Some(match beat.id {
        "route" => view.tr_with("s3-events-beat-route", &[("key", ASKED.into())]),
        "dog" | "others" | "night" | "copy" | "parts" | "delete" => {
            let events = data.happened.iter().filter(|it| matches!(it, Told::Event { .. }));
            let told: Vec<String> = events.map(|it| happened::sentence(view, it)).collect();
            if told.is_empty() || view.presents() {
                return None;
            }
            told.join(" ")
        }
        "second" | "closed" => match last {
            Some(Told::Refused { code, .. }) => view.tr_with("s3-events-beat-refused", &[("code", code.as_str().into())]),
            Some(Told::Saved { .. }) => view.tr("s3-events-beat-saved"),
            _ => return None,
        },
        "feed" | "stopped" => view.tr_with(&format!("s3-events-beat-{}", beat.id), &[("n", data.n_objects.into())]),
        _ => return None,
    })
}
