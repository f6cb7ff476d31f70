//! What CloudTrail would record of the run: requests to S3 are data events, which only a trail records that is told to; S3's calls to
//! KMS are management events, kept for 90 days without being asked for. Other services' calls are left to the trail's screen.

use egui::{FontFamily, Label, Ui};
use serde_json::Value;
use skylab_cloud::{Sandbox, audit};

use super::scenes::{BUCKET, Way};
use crate::ui::{
    View,
    theme::{code, heading, muted, small, space},
    widgets::{Icon, card},
};

/// Most records that are kept.
const MAX_RECORDS: usize = 40;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub name: String,
    /// Only a trail that is told to keeps it.
    pub is_data: bool,
    /// The name of the user.
    pub user: String,
    /// S3 called for that user.
    pub through_s3: bool,
    /// The way of the object that it is about, if it is about one.
    pub way: Option<Way>,
    /// The code of the refusal.
    pub refusal: Option<String>,
    /// The record itself.
    pub json: String,
}

/// The records of the run that are about objects and keys, newest first.
pub(super) fn of(sandbox: &Sandbox) -> Vec<Record> {
    let inputs = sandbox.inputs();
    let events = sandbox.events().iter().rev();
    events.filter_map(|event| record(&audit::record(inputs.get(event.input)?, event)?)).take(MAX_RECORDS).collect()
}

fn record(json: &Value) -> Option<Record> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let source = json["eventSource"].as_str()?;
    let is_ours = json["requestParameters"]["bucketName"] == BUCKET || source == "kms.amazonaws.com";
    if !is_ours {
        return None;
    }
    let object = json["requestParameters"]["key"].as_str();
    let of_context = || json["requestParameters"]["encryptionContext"]["aws:s3:arn"].as_str()?.rsplit_once('/').map(|(_, key)| key);
    Some(Record {
        name: text(&json["eventName"]),
        is_data: json["eventCategory"] == "Data",
        user: text(&json["userIdentity"]["userName"]),
        through_s3: json["userIdentity"].get("invokedBy").is_some(),
        way: object.or_else(of_context).and_then(Way::of),
        refusal: json["errorCode"].as_str().map(str::to_owned),
        json: serde_json::to_string_pretty(json).unwrap_or_default(),
    })
}

/// Draws the newest ones, at most so many.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, records: &[Record], most: usize) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("encryption-records-head"))).on_hover_text(view.tr("encryption-records-hint"));
        if records.is_empty() {
            ui.label(muted(view.tr("encryption-records-none")));
        }
        for it in records.iter().take(most) {
            record_ui(ui, view, it);
        }
        if records.len() > most {
            ui.label(muted(view.tr_with("encryption-records-more", &[("n", (records.len() - most).into())])));
        }
    });
}

fn record_ui(ui: &mut Ui, view: &View<'_>, it: &Record) {
    let shown = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::INSIDE;
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), egui::Sense::hover());
        let (icon, color) = match (&it.refusal, it.is_data) {
            (Some(_), _) => (Icon::Failed, view.palette().failed),
            (None, true) => (Icon::Unknown, view.palette().muted),
            (None, false) => (Icon::Ok, view.palette().ok),
        };
        icon.paint(ui.painter(), rect, color);
        ui.label(code(it.name.as_str()));
        let who = if it.through_s3 { "encryption-record-through" } else { "encryption-record-by" };
        ui.label(view.tr_with(who, &[("user", it.user.as_str().into())]));
        if let Some(way) = it.way {
            ui.label(code(way.object()));
        }
        if let Some(refusal) = &it.refusal {
            ui.label(small(refusal.as_str()).family(FontFamily::Monospace));
        }
        let category = if it.is_data { "encryption-record-data" } else { "encryption-record-management" };
        ui.add(Label::new(muted(view.tr(category))).extend());
    });
    shown.response.on_hover_text(it.json.as_str());
}
