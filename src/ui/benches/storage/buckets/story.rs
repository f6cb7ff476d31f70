//! What a beat says, with what the run shows: a learner who went another way reads of that way.

use super::{
    data::BucketsData,
    happened,
    scenes::{NIGHTLY, PAGE, SALES},
};
use crate::ui::{Beat, BeatKind, View};

/// The text of a beat.
pub(super) fn text(view: &View<'_>, data: &BucketsData, beat: &Beat) -> String {
    let key = format!("buckets-beat-{}", beat.id);
    match (beat.kind, beat.id) {
        (_, "lake-list") => view.tr_with(&key, &[("prefix", SALES.1.into()), ("n", data.n_sales.into())]),
        (_, "backup-left") => view.tr_with(&key, &[("key", NIGHTLY.1.into()), ("n", data.n_copies.into())]),
        (_, "site-head") => match &data.page_type {
            Some(kind) => view.tr_with(&key, &[("key", PAGE.1.into()), ("type", kind.as_str().into())]),
            None => view.tr_with("buckets-beat-no-page", &[("key", PAGE.1.into())]),
        },
        (BeatKind::Act | BeatKind::Observe, _) => view.tr_with(&key, &[("told", happened::told(view, data).into())]).trim_end().to_owned(),
        _ => view.tr(&key),
    }
}
