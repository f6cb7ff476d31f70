//! Two buckets with the switch of Transfer Acceleration, and the addresses that each answers at. The switch is the simulator's.

pub(super) mod data;

use egui::{Sense, Ui, Vec2};

use super::scenes;
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{ICON, bold, code, heading, muted, space},
    widgets::{Icon, called, card, text_button},
};
use data::{Switch, SwitchData};

/// Both buckets, each in a card.
pub(super) fn scene_ui(ui: &mut Ui, view: &View<'_>, data: &SwitchData, actions: &mut Actions) {
    for bucket in &data.buckets {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::GRID;
            bucket_ui(ui, view, bucket, actions);
        });
    }
}

fn bucket_ui(ui: &mut Ui, view: &View<'_>, bucket: &Switch, actions: &mut Actions) {
    let is_on = bucket.status.as_deref() == Some("Enabled");
    ui.label(heading(bucket.name));
    ui.horizontal_wrapped(|ui| {
        let (icon, color, key) = match bucket.status.as_deref() {
            Some("Enabled") => (Icon::Ok, view.palette().ok, "acceleration-switch-on"),
            Some(_) => (Icon::Half, view.palette().muted, "acceleration-switch-suspended"),
            None => (Icon::Unknown, view.palette().muted, "acceleration-switch-unset"),
        };
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.label(view.tr(key));
    });
    address_ui(ui, view, "acceleration-address-usual", &format!("{}.s3.ap-northeast-2.amazonaws.com", bucket.name), true);
    address_ui(ui, view, "acceleration-address-fast", &format!("{}.s3-accelerate.amazonaws.com", bucket.name), is_on);
    if view.presents() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(space::INSIDE);
        let on = called(
            text_button(ui, Icon::Play, &view.tr("acceleration-enable"), !is_on),
            &view.tr_with("acceleration-enable-on", &[("bucket", bucket.name.into())]),
        );
        actions.when(on.clicked(), Action::Act(vec![scenes::put(bucket.name, true)]));
        let off = called(
            text_button(ui, Icon::Pause, &view.tr("acceleration-suspend"), is_on),
            &view.tr_with("acceleration-suspend-on", &[("bucket", bucket.name.into())]),
        );
        actions.when(off.clicked(), Action::Act(vec![scenes::put(bucket.name, false)]));
    });
}

fn address_ui(ui: &mut Ui, view: &View<'_>, key: &str, address: &str, answers: bool) {
    ui.label(muted(view.tr(key)));
    ui.horizontal_wrapped(|ui| {
        let (icon, color) = if answers { (Icon::Ok, view.palette().ok) } else { (Icon::Failed, view.palette().failed) };
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.add(egui::Label::new(code(address)).wrap().selectable(true));
    });
}

/// What the last act did, and how an upload uses the address.
pub(super) fn happened_ui(ui: &mut Ui, view: &View<'_>) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("acceleration-happened")));
        if let Some((name, message)) = view.stage.last_act.and_then(|act| act.refusal.as_ref()) {
            ui.horizontal_wrapped(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
                Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
                ui.label(code(name.as_str()));
            });
            let key = if name == "InvalidRequest" { "acceleration-why-dots" } else { "acceleration-why-other" };
            ui.label(view.tr(key)).on_hover_text(message.as_str());
        } else {
            ui.label(view.tr(SwitchData::happened_key(view.stage.last_act.map(|act| act.line.as_str()))));
        }
    });
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("acceleration-cli")));
        for line in [
            "aws configure set default.s3.use_accelerate_endpoint true",
            "aws s3 cp film.mov s3://films-417/",
            "aws s3 cp film.mov s3://films-417/ --endpoint-url https://s3-accelerate.amazonaws.com",
        ] {
            ui.add(egui::Label::new(code(line)).wrap().selectable(true));
        }
    });
}
