//! What the last act did: one line for each request, and what a refusal means. Why the object itself is refused is the trace's to tell.

use egui::{FontFamily, Label, Sense, Ui, Vec2};
use skylab_cloud::journal::{EventKind, Input};

use super::scenes::Who;
use crate::ui::{
    StageView, View,
    theme::{ICON, heading, muted, small, space},
    widgets::{Icon, card},
};

/// Most requests of one act that are told.
const MAX_TOLD: usize = 3;

/// AWS's refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The HTTP status; 0 if the command never left for AWS.
    pub status: u16,
    pub code: String,
    pub message: String,
}

/// A request with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Done {
    pub operation: &'static str,
    pub who: Option<Who>,
    pub refusal: Option<Refusal>,
}

/// The requests of the last act, in order.
pub(super) fn last(stage: &StageView<'_>) -> Vec<Done> {
    let sandbox = stage.sandbox;
    let mut done: Vec<(u32, Done)> = sandbox
        .events()
        .iter()
        .filter_map(|event| {
            let EventKind::Answered(error) = &event.kind else { return None };
            let stamped = sandbox.inputs().get(event.input)?;
            let Input::Call { origin, request } = &stamped.input else { return None };
            let refusal =
                error.as_ref().map(|error| Refusal { status: error.status, code: error.code.to_string(), message: error.message.clone() });
            Some((stamped.gesture, Done { operation: request.name(), who: Who::of(&origin.caller), refusal }))
        })
        .collect();
    let gesture = done.last().map(|(gesture, _)| *gesture);
    done.retain(|(of, _)| Some(*of) == gesture);
    let mut told: Vec<Done> = done.into_iter().map(|(_, done)| done).collect();
    // a line that could not even be sent is no request, but it is what happened last
    if let Some((code, message)) = stage.last_act.and_then(|act| act.refusal.as_ref())
        && told.last().is_none_or(|done| done.refusal.as_ref().is_none_or(|refusal| refusal.code != *code))
    {
        let refusal = Some(Refusal { status: 0, code: code.clone(), message: message.clone() });
        told = vec![Done { operation: "", who: None, refusal }];
    }
    told.split_off(told.len().saturating_sub(MAX_TOLD))
}

/// Draws the lines in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, happened: &[Done]) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        ui.label(heading(view.tr("access-happened")));
        if happened.is_empty() {
            ui.label(muted(view.tr("access-nothing-yet")));
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
            ui.add(Label::new(meaning(view, it.operation, refusal)).wrap());
        });
    });
}

fn sentence(view: &View<'_>, it: &Done) -> String {
    let who = it.who.map(|who| view.tr(&format!("access-who-{}", who.id()))).unwrap_or_default();
    let args = [("who", who.into()), ("operation", it.operation.into())];
    let key = match (it.operation, it.refusal.is_some()) {
        ("", _) => "access-refused-here",
        ("GetObject", false) => "access-did-get",
        ("GetObject", true) => "access-refused-get",
        (_, true) => "access-refused-other",
        ("PutUserPolicy" | "DeleteUserPolicy", _) => "access-did-iam",
        ("PutBucketPolicy", _) => "access-did-policy",
        ("DeleteBucketPolicy", _) => "access-did-no-policy",
        ("PutPublicAccessBlock", _) => "access-did-blocks",
        ("PutBucketOwnershipControls", _) => "access-did-ownership",
        ("PutObjectAcl", _) => "access-did-acl",
        _ => "access-did-other",
    };
    view.tr_with(key, &args)
}

/// What a refusal means, and what would satisfy it; AWS's own words where they have to do.
fn meaning(view: &View<'_>, operation: &str, refusal: &Refusal) -> String {
    let says = |words: &str| refusal.message.contains(words);
    match refusal.code.as_str() {
        "AccessDenied" if says("BlockPublicPolicy") => view.tr("access-means-block-policy"),
        "AccessDenied" if says("BlockPublicAcls") => view.tr("access-means-block-acls"),
        "AccessDenied" if operation == "GetObject" => view.tr("access-means-trace"),
        "AccessControlListNotSupported" => view.tr("access-means-no-acls"),
        "InvalidBucketAclWithObjectOwnership" => view.tr("access-means-acl-first"),
        "MalformedPolicy" => view.tr_with("access-means-malformed", &[("message", refusal.message.as_str().into())]),
        _ => refusal.message.clone(),
    }
}
