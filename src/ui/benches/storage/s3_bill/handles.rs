//! The handles: where photos lie, whether old versions are deleted, how thumbnails are written, where readers are, and the next month.

use egui::{Ui, Vec2};
use skylab_cloud::{World, s3::StorageClass};

use super::{
    commands::{self, CLASSES, PHOTO_CLASSES, Rules, SIZES},
    data::BillData,
    spent::Readers,
};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::space,
        widgets::{Icon, called, card, text_button, toggle},
    },
};

/// What the learner has chosen for the month to come; as it was last without.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Next {
    pub size: Option<&'static str>,
    pub class: Option<StorageClass>,
    pub readers: Readers,
}

/// Draws them.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, world: &World, data: &BillData, next: &mut Next, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = Vec2::splat(space::GRID);
        rules_ui(ui, view, data.rules, actions);
        let (size, class) = (next.size.unwrap_or(data.size), next.class.unwrap_or(data.class));
        ui.horizontal_wrapped(|ui| {
            ui.label(view.tr("s3-bill-thumbs")).on_hover_text(view.tr("s3-bill-thumbs-hint"));
            for (it, bytes) in SIZES {
                if toggle(ui, &format::bytes_billed(bytes), it == size).clicked() {
                    next.size = Some(it);
                }
            }
            for it in CLASSES {
                if toggle(ui, it.name(), it == class).clicked() {
                    next.class = Some(it);
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(view.tr("s3-bill-readers")).on_hover_text(view.tr("s3-bill-readers-hint"));
            for it in Readers::ALL {
                if toggle(ui, &view.tr(&format!("s3-bill-readers-{}", it.id())), it == next.readers).clicked() {
                    next.readers = it;
                }
            }
        });
        let run = text_button(ui, Icon::StepForward, &view.tr("s3-bill-run"), true).on_hover_text(view.tr("s3-bill-run-hint"));
        actions.when(run.clicked(), Action::Act(commands::month(world, size, class)));
    });
}

/// Each change puts the bucket's whole configuration, as S3 wants it.
fn rules_ui(ui: &mut Ui, view: &View<'_>, rules: Rules, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.label(view.tr("s3-bill-photos")).on_hover_text(view.tr("s3-bill-photos-hint"));
        for photos in PHOTO_CLASSES {
            let button =
                called(toggle(ui, photos.name(), rules.photos == photos), &format!("{} {}", view.tr("s3-bill-photos"), photos.name()));
            actions.when(button.clicked() && rules.photos != photos, Action::Act(vec![Rules { photos, ..rules }.put()]));
        }
    });
    let mut drops_old = rules.drops_old;
    let changed = ui.checkbox(&mut drops_old, view.tr("s3-bill-drop-old")).on_hover_text(view.tr("s3-bill-drop-old-hint")).changed();
    actions.when(changed, Action::Act(vec![Rules { drops_old, ..rules }.put()]));
}
