//! The handles: how many machines, how large, how much load, and the same capacity gathered or split. Each is one act.

use egui::{Ui, vec2};

use super::{
    model::{MAX_MACHINES, SIZES, Tier},
    story,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::space,
    widgets::{Icon, card, slider_row, text_button, widest},
};

/// The loads that the slider offers, in requests a second.
const LOADS: [u32; 23] = [
    100, 200, 300, 400, 500, 600, 800, 1_000, 1_200, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 12_000, 14_000,
    16_000, 18_000, 20_000,
];

/// Draws them.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let names = ["scale-out-machines", "scale-out-size", "scale-out-load"].map(|key| view.tr(key));
        let columns = [widest(ui, &names), widest(ui, &["32xlarge", "20,000"])];
        let n = slider_row(ui, columns, &names[0], (tier.n as usize - 1, MAX_MACHINES as usize), |n| story::count(n as u32 + 1));
        actions.when(n.is_some(), act(&format!("machines {}", n.unwrap_or(0) + 1)));
        let size = slider_row(ui, columns, &names[1], (tier.size, SIZES.len()), |size| SIZES[size].to_owned());
        actions.when(size.is_some(), act(&format!("size {}", SIZES[size.unwrap_or(0)])));
        let load = LOADS.iter().position(|load| *load >= tier.load).unwrap_or(LOADS.len() - 1);
        let load = slider_row(ui, columns, &names[2], (load, LOADS.len()), |load| story::count(LOADS[load]));
        actions.when(load.is_some(), act(&format!("load {}", LOADS[load.unwrap_or(0)])));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::GRID, space::GRID);
            let grow = text_button(ui, Icon::ChevronUp, &view.tr("scale-out-grow"), true).on_hover_text(view.tr("scale-out-grow-hint"));
            actions.when(grow.clicked(), act("grow"));
            let is_one = tier.n == 1;
            let name = view.tr(if is_one { "scale-out-split" } else { "scale-out-gather" });
            let can = if is_one { tier.split().is_some() } else { true };
            let redesign = text_button(ui, Icon::Half, &name, can).on_hover_text(view.tr("scale-out-redesign-hint"));
            actions.when(redesign.clicked(), act(if is_one { "split" } else { "gather" }));
            let repair = text_button(ui, Icon::Reset, &view.tr("scale-out-repair"), !tier.broken.is_empty());
            actions.when(repair.clicked(), act("repair"));
        });
    });
}

fn act(act: &str) -> Action {
    Action::Act(vec![format!("idea {act}")])
}
