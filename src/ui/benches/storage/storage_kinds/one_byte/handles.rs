//! The handles: how large the file is, what is changed, how far the store is, and whether S3 copies parts. Each is one act.

use egui::{Ui, vec2};

use super::{RTTS, Rewrite, SIZE_STEP, SIZES, plan::Change, story};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::space,
        widgets::{card, slider_row, toggle, widest},
    },
};

/// Draws them.
pub(in super::super) fn ui(ui: &mut Ui, view: &View<'_>, state: &Rewrite, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        let names = ["storage-kinds-size", "storage-kinds-rtt"].map(|key| view.tr(key));
        let columns = [widest(ui, &names), widest(ui, &[story::time(view, 200_000), format::bytes_billed(256 << 30)])];
        ui.columns(2, |sides| {
            let steps = (SIZES.end() - SIZES.start()) / SIZE_STEP + 1;
            let power = |step: usize| SIZES.start() + step as u32 * SIZE_STEP;
            let now = (state.power - SIZES.start()) / SIZE_STEP;
            let size = slider_row(&mut sides[0], columns, &names[0], (now as usize, steps as usize), |step| {
                format::bytes_billed(1 << power(step))
            });
            actions.when(size.is_some(), act(&format!("size {}", power(size.unwrap_or(0)))));
            let now = RTTS.iter().position(|rtt| *rtt >= state.rtt_micros).unwrap_or(RTTS.len() - 1);
            let rtt = slider_row(&mut sides[1], columns, &names[1], (now, RTTS.len()), |step| story::time(view, RTTS[step]));
            actions.when(rtt.is_some(), act(&format!("rtt {}", RTTS[rtt.unwrap_or(0)])));
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::GRID, space::GRID);
            ui.label(view.tr("storage-kinds-change"));
            for change in Change::ALL {
                let button = toggle(ui, &view.tr(&format!("storage-kinds-change-{}", change.id())), state.change == change);
                actions.when(button.clicked() && state.change != change, act(&format!("change {}", change.id())));
            }
            ui.add_space(space::BETWEEN);
            let mut copies = state.copies_parts;
            let checked = ui.checkbox(&mut copies, view.tr("storage-kinds-copy")).on_hover_text(view.tr("storage-kinds-copy-hint"));
            actions.when(checked.changed(), act(if copies { "copy on" } else { "copy off" }));
        });
    });
}

fn act(act: &str) -> Action {
    Action::Act(vec![format!("idea {act}")])
}
