//! The right predictions of the bench, read off the run; none is written down.

use std::ops::Range;

use skylab_cloud::{
    clock::DAY_MS,
    journal::EventKind,
    s3::StorageClass::{Glacier, GlacierIr, OnezoneIa, StandardIa},
};

use super::{
    kept::{KeptRun, SmallRun},
    month::MonthRun,
    scenes::{SCENES, Scene, Shows},
    shelf::{self, Shelf, State},
};
use crate::ui::{Beat, StageView};

/// What the race asks about.
const RACE_MS: i64 = DAY_MS / 2;

/// The option that the run shows to be right, once it tells.
pub(super) fn of(beat: &Beat, run: &StageView<'_>) -> Option<usize> {
    let chosen = match beat.id {
        "cost" => cheapest(run)?,
        "race" => arrived(run)?,
        "early" => share_of_staying(run)?,
        "small" => times_its_size(run)?,
        "zone" => refused_while_out(run)?,
        "lost" => after_destruction(run)?,
        _ => return None,
    };
    beat.choices.iter().position(|choice| *choice == chosen)
}

fn shelves(run: &StageView<'_>, shows: Shows) -> Vec<Shelf> {
    let scene: Option<&Scene> = SCENES.iter().find(|scene| scene.shows == shows);
    scene.map(|scene| shelf::all(run.sandbox, scene)).unwrap_or_default()
}

/// Which class cost least in the month that was run, once it is over.
fn cheapest(run: &StageView<'_>) -> Option<&'static str> {
    let month = MonthRun::last(run.sandbox.world()).filter(|month| month.is_over)?;
    Some(match month.cheapest()?.0 {
        StandardIa | OnezoneIa => "infrequent",
        GlacierIr => "instant",
        class if class.is_archive() => "archive",
        _ => "standard",
    })
}

/// How many of the archived objects could be read twelve hours after the first restore was asked for.
fn arrived(run: &StageView<'_>) -> Option<&'static str> {
    let archived: Vec<Shelf> = shelves(run, Shows::Race).into_iter().filter(|shelf| shelf.class.is_archive()).collect();
    let first = archived.iter().flat_map(|shelf| &shelf.restores).map(|restore| restore.at).min()?;
    let end = first.plus(RACE_MS);
    if run.sandbox.now() < end {
        return None;
    }
    let came = |shelf: &&Shelf| shelf.restores.iter().any(|restore| restore.ready <= end);
    let (n, all) = (archived.iter().filter(came).count(), archived.len());
    let flexible = |shelf: &&Shelf| shelf.class == Glacier;
    let only_flexible = archived.iter().filter(came).all(|shelf| flexible(&shelf)) && n == archived.iter().filter(flexible).count();
    match n {
        0 => Some("none"),
        _ if n == all => Some("all"),
        _ if only_flexible => Some("flexible"),
        _ => (n + 1 == all).then_some("one-late"),
    }
}

/// What deleting early from Glacier Instant Retrieval cost, against keeping the objects for its minimum.
fn share_of_staying(run: &StageView<'_>) -> Option<&'static str> {
    let share = KeptRun::of(run.sandbox, run.without)?.share_of_staying(GlacierIr)?;
    Some(if share < 0.3 {
        "ninth"
    } else if share < 0.8 {
        "half"
    } else {
        "same"
    })
}

/// How many times its own size the set of small objects is billed as in STANDARD_IA.
fn times_its_size(run: &StageView<'_>) -> Option<&'static str> {
    let times = SmallRun::last(run.sandbox.world())?.times(StandardIa)?;
    Some(if times <= 1.01 {
        "same"
    } else if times < 10.0 {
        "few"
    } else {
        "sixteen"
    })
}

/// Which GETs were refused while a zone was out.
fn refused_while_out(run: &StageView<'_>) -> Option<&'static str> {
    let out = outage(run, false)?;
    let shelves = shelves(run, Shows::Zone);
    let told = |shelf: &Shelf| shelf.gets.iter().find(|get| out.contains(&get.event)).map(|get| get.refusal.is_some());
    let one_zone = shelves.iter().find(|shelf| shelf.class == OnezoneIa).and_then(told)?;
    let others = shelves.iter().filter(|shelf| shelf.class != OnezoneIa).filter_map(told).any(|refused| refused);
    Some(match (one_zone, others) {
        (_, true) => "all",
        (true, false) => "one",
        (false, false) => "none",
    })
}

/// Whether the One Zone object is there again once a destroyed zone has come back.
fn after_destruction(run: &StageView<'_>) -> Option<&'static str> {
    outage(run, true)?;
    if run.sandbox.world().zones_out().next().is_some() {
        return None;
    }
    let is_gone = |shelf: &Shelf| shelf.class.is_one_zone() && shelf.state == State::Gone;
    Some(if shelves(run, Shows::Zone).iter().any(is_gone) { "gone" } else { "back" })
}

/// The events between the last time that a zone failed and its coming back.
fn outage(run: &StageView<'_>, destroyed: bool) -> Option<Range<usize>> {
    let events = run.sandbox.events();
    let happened = |n: usize, name: &str| match &events[n].kind {
        EventKind::Happened(it) if it.name == name => Some(it),
        _ => None,
    };
    let failed = |n: &usize| happened(*n, "ZoneFailed").is_some_and(|it| it.facts.get("destroyed") == Some(&destroyed.into()));
    let from = (0..events.len()).rev().find(failed)?;
    let healed = (from..events.len()).find(|n| happened(*n, "ZoneHealed").is_some());
    Some(from..healed.unwrap_or(events.len()))
}
