//! What the bench says: the text of a beat, what lies in the bucket and what happened last, each with the numbers of the run.

use egui::{Sense, Ui, Vec2};
use skylab_cloud::s3::StorageClass;

use super::{
    bars,
    data::BillData,
    spent::{Group, Readers},
};
use crate::{
    i18n::{Arg, format},
    ui::{
        Beat, View,
        theme::{ICON, bold, code, muted, space},
        widgets::{Icon, card, fact},
    },
};

/// What a beat says.
pub(super) fn beat(view: &View<'_>, data: &BillData, beat: &Beat) -> String {
    let over = data.month.as_ref().is_some_and(|month| month.is_over);
    let ratio = |limit: f64| data.month.as_ref().is_some_and(|it| it.billed_nanos() as f64 >= limit * data.usual.billed_nanos() as f64);
    let other = match beat.id {
        "month" | "hidden" | "packed" | "left" | "infrequent" | "retrieved" if !over => Some("s3-bill-other-month"),
        "rules" if data.rules.photos == StorageClass::Standard && !data.rules.drops_old => Some("s3-bill-other-rules"),
        "packed" if ratio(0.98) => Some("s3-bill-other-dearer"),
        "infrequent" if !ratio(1.02) => Some("s3-bill-other-cheaper"),
        _ => None,
    };
    let args = arguments(data);
    match other {
        Some(key) => view.tr_with(key, &args),
        None => view.tr_with(&format!("s3-bill-beat-{}", beat.id), &args),
    }
}

/// What lies in the bucket by class, and how much of it is old versions.
pub(super) fn lies_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr_with("s3-bill-lies", &[("bytes", format::bytes_billed(data.bytes()).into())])));
        for (class, bytes) in &data.classes {
            ui.label(fact(ui, class.name(), bold(format::bytes_billed(*bytes))));
        }
        let old = [("bytes", format::bytes_billed(data.old_bytes).into())];
        ui.label(view.tr_with("s3-bill-lies-old", &old)).on_hover_text(view.tr("s3-bill-lies-old-how"));
    });
}

/// One sentence on what was done last, and AWS's code if it was refused.
pub(super) fn happened_ui(ui: &mut Ui, view: &View<'_>, data: &BillData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("s3-bill-happened")));
        if let Some((name, message)) = view.stage.last_act.and_then(|act| act.refusal.as_ref()) {
            ui.horizontal_wrapped(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
                Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
                ui.label(code(name.as_str()));
            });
            ui.label(view.tr("s3-bill-why-other")).on_hover_text(message.as_str());
            return;
        }
        let line = view.stage.last_act.map_or("", |act| act.line.as_str());
        let key = match &data.month {
            _ if line.contains("put-bucket-lifecycle") => "s3-bill-did-rules",
            Some(month) if month.is_over && month.billed_nanos() < data.usual.billed_nanos() => "s3-bill-did-lower",
            Some(month) if month.is_over && month.billed_nanos() > data.usual.billed_nanos() => "s3-bill-did-higher",
            Some(month) if month.is_over => "s3-bill-did-usual",
            Some(_) => "s3-bill-did-running",
            None => "s3-bill-did-nothing",
        };
        ui.label(view.tr_with(key, &arguments(data)));
        if line.starts_with("aws") {
            ui.add(egui::Label::new(muted(line)).wrap());
        }
    });
}

/// Every number that a text may name.
fn arguments(data: &BillData) -> Vec<(&'static str, Arg<'static>)> {
    let usd = |nanos: i128| format::usd(nanos / 1_000);
    let readers = Readers::Internet;
    let month = data.month.as_ref().unwrap_or(&data.usual);
    let of = |group: Group| usd(month.nanos(group, readers));
    let share = |part: i128, whole: i128| format::percent(part as f64 / whole.max(1) as f64, 0);
    vec![
        ("month", bars::name(month).into()),
        ("total", usd(month.total_nanos(readers)).into()),
        ("billed", usd(month.billed_nanos()).into()),
        ("usual", usd(data.usual.billed_nanos()).into()),
        ("share", share(month.billed_nanos(), data.usual.billed_nanos()).into()),
        ("storage", of(Group::Storage).into()),
        ("requests", of(Group::Requests).into()),
        ("retrieval", of(Group::Retrieval).into()),
        ("transfer", of(Group::Transfer).into()),
        ("usual-storage", usd(data.usual.nanos(Group::Storage, readers)).into()),
        ("usual-requests", usd(data.usual.nanos(Group::Requests, readers)).into()),
        ("gb", format::decimal(month.out_gb, 0).into()),
        ("bytes", format::bytes_billed(data.bytes()).into()),
        ("old", format::bytes_billed(data.old_bytes).into()),
        ("old-share", share(i128::from(data.old_bytes), i128::from(data.bytes())).into()),
        ("class", data.rules.photos.name().into()),
    ]
}
