//! What the last act did: one sentence for each request, and why one was refused, with what would let it pass.

use egui::{FontFamily, Label, Sense, Ui, Vec2};
use skylab_cloud::{
    ident::Caller,
    journal::{EventKind, Input},
};

use super::{
    scenes::{AUDITOR, Way},
    ways,
};
use crate::ui::{
    StageView, View,
    theme::{ICON, heading, muted, small, space},
    widgets::{Icon, card},
};

/// Most requests of one act that are told.
const MAX_TOLD: usize = 5;

/// AWS's refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The HTTP status; 0 if the command never left for AWS.
    pub status: u16,
    pub code: String,
    pub message: String,
}

/// What one request did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Done {
    pub operation: &'static str,
    pub by_auditor: bool,
    /// The way of the object that it was about.
    pub way: Option<Way>,
    pub refusal: Option<Refusal>,
}

/// The requests of a run, oldest first, each with its gesture.
pub(super) fn all<'a>(stage: &'a StageView<'_>) -> impl DoubleEndedIterator<Item = (u32, Done)> + 'a {
    let sandbox = stage.sandbox;
    sandbox.events().iter().filter_map(move |event| {
        let EventKind::Answered(error) = &event.kind else { return None };
        let stamped = sandbox.inputs().get(event.input)?;
        let Input::Call { origin, request } = &stamped.input else { return None };
        let params = request.params();
        let refusal =
            error.as_ref().map(|error| Refusal { status: error.status, code: error.code.to_string(), message: error.message.clone() });
        let by_auditor = matches!(&origin.caller, Caller::User { name, .. } if name == AUDITOR);
        let way = params["Key"].as_str().and_then(Way::of);
        Some((stamped.gesture, Done { operation: request.name(), by_auditor, way, refusal }))
    })
}

/// The requests of the last act, in order; those that only look something up are left out.
pub(super) fn last(stage: &StageView<'_>) -> Vec<Done> {
    let gesture = all(stage).next_back().map(|(gesture, _)| gesture);
    let of_act = all(stage).filter(|(of, done)| Some(*of) == gesture && done.operation != "DescribeKey");
    let mut told: Vec<Done> = of_act.map(|(_, done)| done).collect();
    // a line that could not even be sent is no request, but it is what happened last
    if let Some((code, message)) = stage.last_act.and_then(|act| act.refusal.as_ref())
        && told.last().is_none_or(|done| done.refusal.as_ref().is_none_or(|refusal| refusal.code != *code))
    {
        let refusal = Some(Refusal { status: 0, code: code.clone(), message: message.clone() });
        told = vec![Done { operation: "", by_auditor: false, way: None, refusal }];
    }
    told.split_off(told.len().saturating_sub(MAX_TOLD))
}

/// Draws the sentences in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, happened: &[Done]) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        ui.label(heading(view.tr("encryption-happened")));
        if happened.is_empty() {
            ui.label(muted(view.tr("encryption-nothing-yet")));
        }
        for it in happened {
            done_ui(ui, view, it);
        }
    });
}

fn done_ui(ui: &mut Ui, view: &View<'_>, it: &Done) {
    ui.horizontal_top(|ui| {
        let (icon, color) = if it.refusal.is_some() { (Icon::Failed, view.palette().failed) } else { (Icon::Ok, view.palette().ok) };
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
        icon.paint(ui.painter(), rect, color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::GRID;
            ui.add(Label::new(sentence(view, it)).wrap());
            let Some(refusal) = &it.refusal else { return };
            let status = if refusal.status == 0 { String::new() } else { format!("{} ", refusal.status) };
            let code = small(format!("{status}{}", refusal.code)).family(FontFamily::Monospace);
            ui.add(Label::new(code).wrap()).on_hover_text(refusal.message.as_str());
            ui.add(Label::new(why(view, refusal).unwrap_or_else(|| refusal.message.clone())).wrap());
        });
    });
}

/// What was asked, and whether it was granted.
fn sentence(view: &View<'_>, it: &Done) -> String {
    let way = it.way.map(|way| ways::name(view, way)).unwrap_or_default();
    let args = [("way", way.into()), ("operation", it.operation.into())];
    let reader = if it.by_auditor { "auditor" } else { "admin" };
    let key = match (it.operation, it.way, it.refusal.is_some()) {
        ("", _, _) => "encryption-refused-here".to_owned(),
        ("GetObject", Some(_), true) => format!("encryption-refused-get-{reader}"),
        ("GetObject", Some(Way::Client), false) if it.by_auditor => "encryption-did-get-sealed".to_owned(),
        ("GetObject", Some(_), false) => format!("encryption-did-get-{reader}"),
        ("PutObject", Some(_), true) => "encryption-refused-put".to_owned(),
        (_, _, true) => "encryption-refused-other".to_owned(),
        ("PutObject", Some(way), false) => format!("encryption-did-put-{}", way.id()),
        ("PutUserPolicy", ..) => "encryption-did-policy".to_owned(),
        ("PutBucketEncryption", ..) => "encryption-did-default".to_owned(),
        ("ScheduleKeyDeletion", ..) => "encryption-did-schedule".to_owned(),
        ("CancelKeyDeletion", ..) => "encryption-did-cancel".to_owned(),
        ("DisableKey", ..) => "encryption-did-disable".to_owned(),
        ("EnableKey", ..) => "encryption-did-enable".to_owned(),
        ("StartLoad", ..) => "encryption-did-load".to_owned(),
        _ => "encryption-did-other".to_owned(),
    };
    view.tr_with(&key, &args)
}

/// What a refusal means, and what would let the request pass; `None` where AWS's own words have to do.
pub(super) fn why(view: &View<'_>, refusal: &Refusal) -> Option<String> {
    let says = |words: &str| refusal.message.contains(words);
    let key = match refusal.code.as_str() {
        "AccessDenied" if says("kms:Decrypt") => "encryption-why-decrypt",
        "AccessDenied" if says("kms:GenerateDataKey") => "encryption-why-generate",
        "AccessDenied" if says("SSE-C") => "encryption-why-blocked",
        "InvalidRequest" if says("Server Side Encryption") => "encryption-why-customer-key",
        "KMS.DisabledException" => "encryption-why-disabled",
        "KMS.KMSInvalidStateException" => "encryption-why-pending",
        "KMS.NotFoundException" => "encryption-why-gone",
        _ => return None,
    };
    Some(view.tr(key))
}
