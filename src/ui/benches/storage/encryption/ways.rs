//! The five objects and who reads them now: a row for each way, a column for each reader. Choosing a row shows its layers.

use egui::{Align, FontFamily, Label, Layout, Sense, Ui, Vec2, vec2};

use super::{
    data::{EncryptionData, Seen},
    scenes::Way,
};
use crate::ui::{
    View,
    theme::{ICON, TARGET, bold, heading, muted, small, space},
    widgets::{Icon, card, toggle},
};

/// The columns' shares of the width: the way, the administrator, the auditor.
const SHARES: [f32; 3] = [0.27, 0.33, 0.4];

/// What a way is called.
pub(super) fn name(view: &View<'_>, way: Way) -> String {
    way.name().map_or_else(|| view.tr("encryption-way-client"), str::to_owned)
}

/// Draws all rows; gives the way that was clicked.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &EncryptionData, chosen: Way) -> Option<Way> {
    let mut clicked = None;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        if !view.presents() {
            ui.label(heading(view.tr("encryption-ways-head")));
        }
        let heads = ["encryption-column-way", "encryption-column-admin", "encryption-column-auditor"];
        row_ui(ui, |ui, n| _ = ui.add(Label::new(muted(view.tr(heads[n]))).wrap()));
        for object in &data.objects {
            row_ui(ui, |ui, n| match n {
                0 if view.presents() => _ = ui.label(bold(name(view, object.way))),
                0 => {
                    let hint = view.tr(&format!("encryption-holder-{}", object.way.id()));
                    if toggle(ui, &name(view, object.way), object.way == chosen).on_hover_text(hint).clicked() {
                        clicked = Some(object.way);
                    }
                }
                1 => seen_ui(ui, view, &object.by_admin),
                _ => seen_ui(ui, view, &object.by_auditor),
            });
        }
    });
    clicked
}

fn row_ui(ui: &mut Ui, mut cell: impl FnMut(&mut Ui, usize)) {
    let width = ui.available_width() - 2.0 * space::INSIDE;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::INSIDE;
        for (n, share) in SHARES.into_iter().enumerate() {
            ui.allocate_ui_with_layout(vec2(width * share, TARGET), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width * share);
                cell(ui, n);
            });
        }
    });
}

fn seen_ui(ui: &mut Ui, view: &View<'_>, seen: &Seen) {
    let palette = view.palette();
    let (icon, color) = match seen {
        Seen::Nothing => (Icon::Unknown, palette.unknown),
        Seen::Plain => (Icon::Ok, palette.ok),
        Seen::Sealed => (Icon::Warning, palette.warning),
        Seen::Refused { .. } => (Icon::Failed, palette.failed),
    };
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
    icon.paint(ui.painter(), rect, color);
    let words = match seen {
        Seen::Nothing => muted(view.tr("encryption-seen-nothing")),
        Seen::Plain => bold(view.tr("encryption-seen-plain")),
        Seen::Sealed => bold(view.tr("encryption-seen-sealed")),
        Seen::Refused { status, code } => small(format!("{status} {code}")).family(FontFamily::Monospace),
    };
    ui.add(Label::new(words).wrap());
}
