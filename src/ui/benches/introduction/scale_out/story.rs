//! What the bench says: the text of a beat, and what happened last, each with the numbers of the group as it stands.

use super::model::{Design, Last, RESTART_MINUTES, SIZES, Tier};
use crate::{
    i18n::{Arg, format},
    ui::{Beat, View},
};

/// What a beat says.
pub(super) fn beat(view: &View<'_>, tier: &Tier, beat: &Beat) -> String {
    let short = tier.capacity() < tier.load;
    let other = match beat.id {
        "break" | "left" | "single" if tier.broken.is_empty() => Some("scale-out-other-whole"),
        "left" if short => Some("scale-out-other-left-short"),
        "single" if tier.n > 1 => Some("scale-out-other-single"),
        "grow" if tier.growth.is_none() => Some("scale-out-other-ungrown"),
        "grow" if tier.growth.is_some_and(|(lowest, _)| lowest > 0) => Some("scale-out-other-grow"),
        "largest" if !short => Some("scale-out-other-largest"),
        "largest" if tier.size + 1 < SIZES.len() => Some("scale-out-other-out"),
        "out" if short => Some("scale-out-other-out"),
        _ => None,
    };
    let args = arguments(view, tier);
    match other {
        Some(key) => view.tr_with(key, &args),
        None => view.tr_with(&format!("scale-out-beat-{}", beat.id), &args),
    }
}

/// One sentence on what was done last, with the rule that acted.
pub(super) fn happened(view: &View<'_>, tier: &Tier) -> String {
    let mut args = arguments(view, tier);
    let key = match &tier.last {
        Last::Nothing => "scale-out-last-nothing",
        Last::Loaded if tier.capacity() < tier.load => "scale-out-last-loaded-short",
        Last::Loaded => "scale-out-last-loaded",
        Last::Counted(from) => {
            args.push(("from", count(*from).into()));
            if *from < tier.n { "scale-out-last-out" } else { "scale-out-last-in" }
        }
        Last::Resized { from, lowest } => {
            args.push(("from", SIZES[*from].into()));
            args.push(("lowest", count(*lowest).into()));
            if *lowest == 0 { "scale-out-last-restart" } else { "scale-out-last-rolling" }
        }
        Last::Ceiling => "scale-out-last-ceiling",
        Last::Broke(machine) => {
            args.push(("machine", count(*machine).into()));
            if tier.capacity() < tier.load { "scale-out-last-broke-short" } else { "scale-out-last-broke" }
        }
        Last::Repaired => "scale-out-last-repaired",
        Last::Redesigned => "scale-out-last-redesigned",
    };
    view.tr_with(key, &args)
}

/// A number of machines of one size, such as `4 × large`.
pub(super) fn design(view: &View<'_>, design: Design) -> String {
    view.tr_with("scale-out-design", &[("n", count(design.n).into()), ("size", SIZES[design.size].into())])
}

/// Every number that a text may name.
fn arguments(view: &View<'_>, tier: &Tier) -> Vec<(&'static str, Arg<'static>)> {
    let gathered = tier.gathered().map_or_else(|| SIZES[SIZES.len() - 1].to_owned(), |one| SIZES[one.size].to_owned());
    vec![
        ("load", count(tier.load).into()),
        ("n", count(tier.n).into()),
        ("size", SIZES[tier.size].into()),
        ("design", design(view, tier.design()).into()),
        ("one", gathered.into()),
        ("broken", count(tier.broken.len() as u32).into()),
        ("total", count(tier.total()).into()),
        ("capacity", count(tier.capacity()).into()),
        ("share", format::percent(share(tier.capacity(), tier.total()), 0).into()),
        ("short", count(tier.load.saturating_sub(tier.capacity())).into()),
        ("minutes", count(RESTART_MINUTES).into()),
        ("largest", SIZES[SIZES.len() - 1].into()),
        ("least", count(tier.growth.map_or(0, |(lowest, _)| lowest)).into()),
    ]
}

/// `part` of `whole`; nothing of nothing is nothing.
pub(super) fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// `1,600`.
pub(super) fn count(n: u32) -> String {
    format::count(i64::from(n))
}
