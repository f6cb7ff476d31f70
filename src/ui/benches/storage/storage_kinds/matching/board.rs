//! The six workloads as a list: where each stands and whether it fits there. Clicking one brings its needs to the front.

use egui::{Rect, Role, Sense, StrokeKind, TextStyle, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2};

use super::{Board, rules::WORKLOADS, story};
use crate::ui::{
    View,
    theme::{ICON, TARGET, bold, muted, space},
    widgets::{Icon, card},
};

/// Draws the list. The workload that was clicked, counted from 0.
pub(in super::super) fn ui(ui: &mut Ui, view: &View<'_>, board: &Board, chosen: usize) -> Option<usize> {
    let mut clicked = None;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID / 2.0;
        let (placed, right) = board.counts();
        ui.label(bold(
            view.tr_with("storage-kinds-counts", &[("placed", placed.into()), ("right", right.into()), ("all", WORKLOADS.len().into())]),
        ));
        // a projector is too low for one column
        let n_columns = if view.presents() { 2 } else { 1 };
        ui.columns(n_columns, |columns| {
            for n in 0..WORKLOADS.len() {
                let is_chosen = n == chosen && !view.presents();
                if row_ui(&mut columns[n * n_columns / WORKLOADS.len()], view, board, n, is_chosen) {
                    clicked = Some(n);
                }
            }
        });
    });
    clicked
}

/// One workload: a sign, its name, and where it stands. True if it was clicked.
fn row_ui(ui: &mut Ui, view: &View<'_>, board: &Board, n: usize, is_chosen: bool) -> bool {
    let name = story::workload(view, n);
    let palette = view.palette();
    let (icon, color, state) = match board.placed[n] {
        None => (Icon::Unknown, palette.unknown, view.tr("storage-kinds-unplaced")),
        Some(building) => {
            let fits = building.fits(board.needs[n]);
            let (icon, color) = if fits { (Icon::Ok, palette.ok) } else { (Icon::Failed, palette.failed) };
            (icon, color, story::name(view, building))
        }
    };
    let (width, sign) = (ui.available_width(), ICON + space::INSIDE);
    let room = width - sign - 2.0 * space::INSIDE;
    let lay = |text: egui::RichText, style| WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Wrap), room, style);
    let texts = [lay(bold(name.as_str()), TextStyle::Body), lay(muted(state.as_str()), TextStyle::Small)];
    let height = texts.iter().map(|text| text.size().y).sum::<f32>() + 2.0 * space::GRID;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(TARGET)), Sense::click());
    let told = format!("{name}: {state}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &told));
    let look = ui.style().interact_selectable(&response, is_chosen);
    if is_chosen || response.hovered() || response.has_focus() {
        ui.painter().rect(rect, look.corner_radius, look.weak_bg_fill, look.bg_stroke, StrokeKind::Inside);
    }
    let from = rect.min + vec2(space::INSIDE, space::GRID);
    icon.paint(ui.painter(), Rect::from_min_size(pos2(from.x, rect.center().y - ICON / 2.0), Vec2::splat(ICON)), color);
    let mut at = from + vec2(sign, 0.0);
    for (text, color) in texts.into_iter().zip([look.text_color(), palette.muted]) {
        let line = text.size().y;
        ui.painter().galley(at, text, color);
        at.y += line;
    }
    response.clicked()
}
