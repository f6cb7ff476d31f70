//! What a beat says, with the numbers of the run as it is: a learner who went another way reads of that way.

use super::{data::LifecycleData, draft::Draft, figures::dollars, scenes::Scene, stated};
use crate::{
    i18n::format,
    ui::{Beat, BeatKind, View},
};

/// The text of a beat.
pub(super) fn text(view: &View<'_>, scene: &Scene, data: &LifecycleData, beat: &Beat) -> String {
    match (beat.kind, beat.id) {
        (BeatKind::Act, _) if !follows(scene, data) => view.tr("lifecycle-beat-act-other"),
        (BeatKind::Act, _) => view.tr("lifecycle-beat-act"),
        (BeatKind::Observe, _) if data.months.is_empty() => view.tr("lifecycle-beat-no-time"),
        (BeatKind::Observe, "cost") => cost(view, data),
        (BeatKind::Observe, _) => bytes(view, data),
        (BeatKind::Predict, id) if view.presents() => {
            // nothing else on the screen says which rules are meant
            let rules = Draft::read(scene.suggested).ok().flatten().unwrap_or_else(Draft::empty);
            format!("{} {}", stated::sentences(view, rules), view.tr(&format!("lifecycle-beat-{id}")))
        }
        (_, id) => view.tr(&format!("lifecycle-beat-{id}")),
    }
}

/// Whether the rules in force are those that the scene's act puts.
fn follows(scene: &Scene, data: &LifecycleData) -> bool {
    let suggested = Draft::read(scene.suggested).ok().flatten();
    suggested.is_some_and(|suggested| Some(suggested) == Draft::of(&data.rules))
}

fn bytes(view: &View<'_>, data: &LifecycleData) -> String {
    let all: u64 = data.stored.values().map(|stored| stored.bytes).sum();
    let Some((class, most)) = data.stored.iter().max_by_key(|(_, stored)| stored.bytes) else { return view.tr("lifecycle-beat-empty") };
    let args = [
        ("all", format::bytes_billed(all).into()),
        ("most", format::bytes_billed(most.bytes).into()),
        ("class", class.name().into()),
        ("date", format::date(data.now.millis().div_euclid(1_000)).into()),
    ];
    if most.bytes == all { view.tr_with("lifecycle-beat-bytes-all", &args) } else { view.tr_with("lifecycle-beat-bytes", &args) }
}

fn cost(view: &View<'_>, data: &LifecycleData) -> String {
    let dearer = data.whole_months().iter().filter(|(_, row)| row.usd > row.usd_without).count();
    let args = [("spent", dollars(data.usd.nanos()).into()), ("without", dollars(data.usd_without.nanos()).into())];
    let mut text = view.tr_with("lifecycle-beat-cost", &args);
    if dearer > 0 {
        text.push(' ');
        text.push_str(&view.tr_with("lifecycle-beat-cost-dearer", &[("n", dearer.into())]));
    }
    text
}
