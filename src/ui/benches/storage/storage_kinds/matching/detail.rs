//! One workload: what it needs, line by line against what the chosen building block offers; every need can be changed, every
//! building block be chosen, and the verdict follows from the lines.

use egui::{Align, ComboBox, Grid, Layout, Sense, Ui, Vec2, vec2};

use super::{
    Board, Kind,
    rules::{Building, Need, WORKLOADS},
    story,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{ICON, TARGET, bold, muted, space},
    widgets::{Icon, card, toggle, widest},
};

/// Draws the card.
pub(in super::super) fn ui(ui: &mut Ui, view: &View<'_>, board: &Board, n: usize, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        if view.presents() {
            // nothing is worked here, and a projector is low
            ui.spacing_mut().interact_size.y = ui.text_style_height(&egui::TextStyle::Body);
        }
        ui.label(bold(story::workload(view, n)));
        if !view.presents() {
            ui.label(view.tr(&format!("storage-kinds-about-{}", WORKLOADS[n].id)));
            if board.needs[n] != WORKLOADS[n].needs {
                ui.label(muted(view.tr("storage-kinds-needs-changed")));
            }
        }
        needs_ui(ui, view, board, n, actions);
        if !view.presents() {
            buildings_ui(ui, view, board, n, actions);
        }
        verdict_ui(ui, view, board, n);
    });
}

/// A table: the need, what the workload wants, what is offered, and whether that is enough.
fn needs_ui(ui: &mut Ui, view: &View<'_>, board: &Board, n: usize, actions: &mut Actions) {
    let wanted = board.needs[n];
    Grid::new(("needs", n)).num_columns(4).spacing(vec2(space::BETWEEN, space::GRID)).show(ui, |ui| {
        ui.label(muted(view.tr("storage-kinds-needs")));
        ui.label(muted(view.tr("storage-kinds-wanted")));
        ui.label(muted(board.placed[n].map_or_else(|| view.tr("storage-kinds-offered"), |building| story::name(view, building))));
        ui.end_row();
        for need in Need::ALL {
            let label = ui.label(story::need(view, need));
            if view.presents() {
                ui.label(story::value(view, wanted.word(need)));
            } else {
                let combo = ComboBox::from_id_salt(("need", n, need.id())).selected_text(story::value(view, wanted.word(need)));
                let shown = combo.show_ui(ui, |ui| {
                    for word in need.values() {
                        let is_now = *word == wanted.word(need);
                        let picked = ui.selectable_label(is_now, story::value(view, word)).clicked();
                        actions.when(picked && !is_now, Action::Act(vec![format!("idea need {} {word}", WORKLOADS[n].id)]));
                    }
                });
                shown.response.labelled_by(label.id);
            }
            match board.placed[n] {
                None => _ = ui.label(muted(view.tr("storage-kinds-unknown"))),
                Some(building) => {
                    ui.label(story::value(view, building.offers().word(need)));
                    let is_met = building.breaks(wanted).all(|broken| broken != need);
                    let (icon, color) = if is_met { (Icon::Ok, view.palette().ok) } else { (Icon::Failed, view.palette().failed) };
                    let (sign, response) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
                    icon.paint(ui.painter(), sign, color);
                    let told = view.tr(if is_met { "storage-kinds-met" } else { "storage-kinds-not-met" });
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &told));
                    response.on_hover_text(told);
                }
            }
            ui.end_row();
        }
    });
}

/// The building blocks by kind. What each is shows on hover; once something is chosen, also what it would mean here.
fn buildings_ui(ui: &mut Ui, view: &View<'_>, board: &Board, n: usize, actions: &mut Actions) {
    ui.separator();
    let kinds = Kind::ALL.map(|kind| view.tr(&format!("storage-kinds-store-{}", kind.id())));
    let column = widest(ui, &kinds);
    for (kind, name) in Kind::ALL.into_iter().zip(kinds) {
        ui.horizontal_top(|ui| {
            let row = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(vec2(column, TARGET), row, |ui| {
                ui.set_min_width(column);
                ui.label(muted(name));
            });
            options_ui(ui, view, board, n, kind, actions);
        });
    }
    ui.separator();
}

/// The building blocks of one kind.
fn options_ui(ui: &mut Ui, view: &View<'_>, board: &Board, n: usize, kind: Kind, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::GRID, space::GRID);
        for building in Building::ALL.into_iter().filter(|building| building.kind() == kind) {
            let is_chosen = board.placed[n] == Some(building);
            let mut hint = view.tr(&format!("storage-kinds-what-{}", building.id()));
            if board.placed[n].is_some() {
                hint = format!("{hint}\n\n{}", story::verdict(view, board, n, building));
            }
            let button = toggle(ui, &story::name(view, building), is_chosen).on_hover_text(hint);
            let line = format!("idea place {} {}", WORKLOADS[n].id, building.id());
            actions.when(button.clicked() && !is_chosen, Action::Act(vec![line]));
        }
    });
}

/// Whether it fits, what breaks if not, and what would fit.
fn verdict_ui(ui: &mut Ui, view: &View<'_>, board: &Board, n: usize) {
    let Some(building) = board.placed[n] else {
        ui.label(muted(view.tr("storage-kinds-choose")));
        return;
    };
    let fits = building.fits(board.needs[n]);
    let (icon, color) = if fits { (Icon::Ok, view.palette().ok) } else { (Icon::Failed, view.palette().failed) };
    ui.horizontal_top(|ui| {
        let (sign, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        icon.paint(ui.painter(), sign, color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::GRID;
            ui.label(story::verdict(view, board, n, building));
            if !fits {
                ui.label(muted(story::remedy(view, board, n)));
            }
        });
    });
}
