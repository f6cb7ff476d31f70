//! What the bench says about the matching: the text of a beat, what a choice means, and what breaks.

use super::{
    Board, Last,
    rules::{Building, Need, WORKLOADS},
};
use crate::{
    i18n::Arg,
    ui::{Beat, View},
};

/// The workload whose needs the last beat turns.
const TURNED: &str = "photos";

/// What a beat says.
pub(in super::super) fn beat(view: &View<'_>, board: &Board, beat: &Beat) -> String {
    let (placed, right) = board.counts();
    let key = match beat.id {
        "place" | "placed" if placed < WORKLOADS.len() => "storage-kinds-other-place",
        "place" | "placed" if right < placed => "storage-kinds-other-placed",
        "turned" if !is_turned(board) => "storage-kinds-other-turned",
        _ => return view.tr_with(&format!("storage-kinds-beat-{}", beat.id), &arguments(board)),
    };
    view.tr_with(key, &arguments(board))
}

/// Whether the photos stand where they no longer fit.
fn is_turned(board: &Board) -> bool {
    let photos = WORKLOADS.iter().position(|workload| workload.id == TURNED);
    photos.is_some_and(|n| board.placed[n].is_some_and(|placed| !placed.fits(board.needs[n])))
}

/// One sentence on what was done last.
pub(in super::super) fn happened(view: &View<'_>, board: &Board) -> String {
    match board.last {
        Last::Nothing => view.tr("storage-kinds-last-unplaced"),
        Last::PlacedRest => view.tr_with("storage-kinds-last-rest", &arguments(board)),
        Last::Placed(n) | Last::Needs(n) => match board.placed[n] {
            Some(building) => format!("{} {}", lead(view, n, building), verdict(view, board, n, building)),
            None => view.tr_with("storage-kinds-last-need", &[("workload", workload(view, n).into())]),
        },
    }
}

fn lead(view: &View<'_>, n: usize, building: Building) -> String {
    let args = [("workload", workload(view, n).into()), ("building", name(view, building).into())];
    view.tr_with("storage-kinds-last-placed", &args)
}

/// Whether a building block fits a workload, and if not, what breaks: one sentence for each need that it does not meet.
pub(in super::super) fn verdict(view: &View<'_>, board: &Board, n: usize, building: Building) -> String {
    let wanted = board.needs[n];
    let sentences: Vec<String> = building
        .breaks(wanted)
        .map(|need| {
            let args = [
                ("building", name(view, building).into()),
                ("wanted", value(view, wanted.word(need)).into()),
                ("offered", value(view, building.offers().word(need)).into()),
            ];
            view.tr_with(&format!("storage-kinds-breaks-{}", need.id()), &args)
        })
        .collect();
    if sentences.is_empty() {
        view.tr_with("storage-kinds-fits", &[("building", name(view, building).into())])
    } else {
        sentences.join(" ")
    }
}

/// What would satisfy a workload: the building blocks that fit it.
pub(in super::super) fn remedy(view: &View<'_>, board: &Board, n: usize) -> String {
    let fitting: Vec<String> =
        Building::ALL.into_iter().filter(|building| building.fits(board.needs[n])).map(|building| name(view, building)).collect();
    if fitting.is_empty() {
        view.tr("storage-kinds-remedy-none")
    } else {
        view.tr_with("storage-kinds-remedy", &[("buildings", fitting.join(", ").into())])
    }
}

/// The name of a building block.
pub(in super::super) fn name(view: &View<'_>, building: Building) -> String {
    view.tr(&format!("storage-kinds-building-{}", building.id()))
}

/// The name of a workload.
pub(in super::super) fn workload(view: &View<'_>, n: usize) -> String {
    WORKLOADS.get(n).map_or_else(String::new, |workload| view.tr(&format!("storage-kinds-workload-{}", workload.id)))
}

/// The name of a property, and of one of its values.
pub(in super::super) fn need(view: &View<'_>, need: Need) -> String {
    view.tr(&format!("storage-kinds-need-{}", need.id()))
}

/// See [`need`].
pub(in super::super) fn value(view: &View<'_>, word: &str) -> String {
    view.tr(&format!("storage-kinds-value-{word}"))
}

/// Every number that a text may name.
fn arguments(board: &Board) -> Vec<(&'static str, Arg<'static>)> {
    use super::Kind;
    let (placed, right) = board.counts();
    vec![
        ("placed", placed.into()),
        ("right", right.into()),
        ("all", WORKLOADS.len().into()),
        ("block", board.n_fitting(Kind::Block).into()),
        ("file", board.n_fitting(Kind::File).into()),
        ("object", board.n_fitting(Kind::Object).into()),
    ]
}
