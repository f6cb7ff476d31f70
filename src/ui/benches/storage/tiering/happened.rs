//! Where the object went and why, newest first, and why S3 refused a request. It draws sentences and changes nothing.

use egui::{Sense, Ui, Vec2};
use skylab_cloud::s3::{SMALL_BYTES, Tier};

use super::{data::TieringData, timeline::tier_name};
use crate::ui::{
    View,
    theme::{ICON, code, heading, space},
    widgets::{Icon, card},
};

/// Most moves that are told.
const MAX_TOLD: usize = 2;

/// Draws the card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &TieringData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("tiering-happened")));
        let moves = moves(view, data);
        if moves.is_empty() {
            ui.label(view.tr(if is_small(data) { "tiering-small" } else { "tiering-nothing-yet" }));
        }
        for told in moves {
            ui.label(told);
        }
    });
}

/// Objects below that size are not monitored.
fn is_small(data: &TieringData) -> bool {
    data.bytes.is_some_and(|bytes| bytes < SMALL_BYTES)
}

/// The last moves from tier to tier.
fn moves(view: &View<'_>, data: &TieringData) -> Vec<String> {
    let pairs = data.bands.windows(2).rev().take(MAX_TOLD);
    let told = pairs.filter_map(|pair| {
        let [before, after] = pair else { return None };
        let (from, to) = (tier_name(view, before.tier), tier_name(view, after.tier));
        let last_read = data.reads.iter().rfind(|read| !read.is_refused && read.day < after.from_day).map_or(0.0, |read| read.day);
        let quiet = (after.from_day - last_read).floor() as i64;
        let key = match (after.tier, before.tier.is_archive()) {
            (Tier::Frequent, true) => "tiering-moved-restored",
            (Tier::Frequent, false) => "tiering-moved-read",
            _ => "tiering-moved-quiet",
        };
        let day = after.from_day.floor() as i64;
        let mut args = vec![("day", day.into()), ("from", from.into()), ("to", to.into())];
        if key == "tiering-moved-quiet" {
            args.push(("quiet", quiet.into()));
        }
        Some(view.tr_with(key, &args))
    });
    told.collect()
}

/// AWS's code if the last line was refused, and what it means here.
pub(super) fn refusal_ui(ui: &mut Ui, view: &View<'_>) {
    let Some((name, message)) = view.stage.last_act.and_then(|act| act.refusal.as_ref()) else { return };
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.label(code(name.as_str()));
    });
    let key = match name.as_str() {
        "InvalidObjectState" => "tiering-why-archived",
        "RestoreAlreadyInProgress" => "tiering-why-restoring",
        _ => "tiering-why-other",
    };
    ui.label(view.tr(key)).on_hover_text(message.as_str());
}
