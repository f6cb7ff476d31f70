//! What happened last, one sentence each with the rule that acted, and why the last act was refused.

use egui::{Role, Ui, WidgetInfo};
use skylab_cloud::{
    Sandbox,
    clock::SimTime,
    journal::{Event, EventKind},
    s3::{Speed, StorageClass},
};

use super::{
    data::ClassesData,
    parts::small_code,
    shelf::Shelf,
    words::{date, span, speed_name},
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{ICON, heading, muted, space},
        widgets::{Icon, card},
    },
};

/// Most happenings that are told.
const MAX_TOLD: usize = 5;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Happened {
    pub at: SimTime,
    pub what: What,
}

/// What it was.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Read { class: StorageClass, is_copy: bool },
    ReadRefused { class: StorageClass, code: String },
    RestoreAsked { class: StorageClass, speed: Speed, millis: i64, expires: SimTime },
    CopyReady { class: StorageClass, speed: Speed },
    CopyGone { class: StorageClass },
    ReadsRefused { bucket: String, n: u64, code: String },
    Expired { n_buckets: u64, n: u64, bytes: u64 },
    ZoneFailed { zone: String, destroyed: bool },
    ZoneHealed { zone: String },
    Lost { n: u64, bytes: u64 },
}

/// Gathers it, newest first. What is of one moment keeps the order in which it came.
pub(super) fn gather(sandbox: &Sandbox, shelves: &[Shelf]) -> Vec<Happened> {
    let mut found: Vec<(usize, Happened)> = Vec::new();
    let last = sandbox.events().len();
    for shelf in shelves {
        let class = shelf.class;
        for get in &shelf.gets {
            let what = match &get.refusal {
                None => What::Read { class, is_copy: class.is_archive() },
                Some((code, _)) => What::ReadRefused { class, code: code.clone() },
            };
            found.push((get.event, Happened { at: get.at, what }));
        }
        for restore in &shelf.restores {
            let (speed, expires) = (restore.speed, restore.expires);
            let asked = What::RestoreAsked { class, speed, millis: restore.ready.since(restore.at), expires };
            found.push((restore.event, Happened { at: restore.at, what: asked }));
            let later = [(restore.ready, What::CopyReady { class, speed }), (expires, What::CopyGone { class })];
            let past = later.into_iter().filter(|(at, _)| *at <= sandbox.now() && *at > restore.at);
            // nothing is told by the model when a copy comes or goes: it is there, or it is not
            found.extend(past.map(|(at, what)| (place(sandbox, at, last), Happened { at, what })));
        }
    }
    let by_itself = sandbox.events().iter().enumerate();
    found.extend(by_itself.filter_map(|(n, event)| Some((n, Happened { at: event.at, what: of_event(event)? }))));
    found.sort_by_key(|(n, it)| (it.at, *n));
    let mut told = Vec::new();
    found.into_iter().rev().for_each(|(_, it)| tell(&mut told, it));
    told.truncate(MAX_TOLD);
    told
}

/// Adds a happening; what rules deleted at one moment is told once.
fn tell(told: &mut Vec<Happened>, it: Happened) {
    if let (Some(before), What::Expired { n_buckets, n, bytes }) = (told.last_mut(), &it.what)
        && let (true, What::Expired { n_buckets: buckets, n: sum, bytes: all }) = (before.at == it.at, &mut before.what)
    {
        (*buckets, *sum, *all) = (*buckets + n_buckets, *sum + n, *all + bytes);
        return;
    }
    told.push(it);
}

/// Before the first event of that moment.
fn place(sandbox: &Sandbox, at: SimTime, last: usize) -> usize {
    sandbox.events().iter().position(|event| event.at >= at).unwrap_or(last)
}

fn of_event(event: &Event) -> Option<What> {
    let EventKind::Happened(it) = &event.kind else { return None };
    let number = |name: &str| it.facts.get(name).and_then(serde_json::Value::as_u64).unwrap_or(0);
    let text = |name: &str| it.facts.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    let bucket = || it.resource.strip_prefix("arn:aws:s3:::").unwrap_or(&it.resource).split('/').next().unwrap_or_default().to_owned();
    Some(match it.name.as_str() {
        "GetObject" => What::ReadsRefused { bucket: bucket(), n: number("reads"), code: text("error") },
        "S3.EXPIRE.OBJECT" => What::Expired { n_buckets: 1, n: number("objects"), bytes: number("bytes") },
        "ZoneFailed" => What::ZoneFailed { zone: it.resource.clone(), destroyed: it.facts.get("destroyed") == Some(&true.into()) },
        "ZoneHealed" => What::ZoneHealed { zone: it.resource.clone() },
        "ObjectsLost" => What::Lost { n: number("objects"), bytes: number("bytes") },
        _ => return None,
    })
}

/// Draws the card: why the last act was refused, then what happened, newest first.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &ClassesData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("storage-classes-happened")));
        let refusal = view.stage.last_act.and_then(|act| Some((act.line.as_str(), act.refusal.as_ref()?)));
        if let Some((line, (code, message))) = refusal {
            refusal_ui(ui, view, line, code, message);
        }
        if data.happened.is_empty() && refusal.is_none() {
            ui.label(muted(view.tr("storage-classes-nothing-yet")));
        }
        for it in &data.happened {
            ui.horizontal_top(|ui| {
                ui.label(small_code(date(it.at)));
                ui.vertical(|ui| ui.label(sentence(view, &it.what)));
            });
        }
    });
}

/// A refusal: code, what happened, the rule, and what would satisfy it.
fn refusal_ui(ui: &mut Ui, view: &View<'_>, line: &str, code: &str, message: &str) {
    ui.horizontal_top(|ui| {
        let (rect, mark) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
        mark.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.tr("storage-classes-refused")));
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.vertical(|ui| {
            ui.label(small_code(code)).on_hover_text(message);
            ui.label(why(view, line, code, message));
        });
    });
}

/// The rule behind a refusal in the learner's words, read off AWS's own.
fn why(view: &View<'_>, line: &str, code: &str, message: &str) -> String {
    match code {
        "InvalidObjectState" if line.contains("restore-object") => view.tr("storage-classes-why-not-archived"),
        "InvalidObjectState" => view.tr("storage-classes-why-archived"),
        "InvalidArgument" if message.contains("Retrieval option") => view.tr("storage-classes-why-no-expedited"),
        "RestoreAlreadyInProgress" => view.tr("storage-classes-why-in-progress"),
        "ServiceUnavailable" => view.tr("storage-classes-why-zone-out"),
        "NoSuchKey" => view.tr("storage-classes-why-no-such-key"),
        _ => view.tr_with("storage-classes-why-other", &[("message", message.into())]),
    }
}

/// One sentence for one happening.
fn sentence(view: &View<'_>, what: &What) -> String {
    let bytes = |n: u64| format::bytes_billed(n);
    match what {
        What::Read { class, is_copy: false } => view.tr_with("storage-classes-did-read", &[("class", class.name().into())]),
        What::Read { class, is_copy: true } => view.tr_with("storage-classes-did-read-copy", &[("class", class.name().into())]),
        What::ReadRefused { class, code } => {
            view.tr_with("storage-classes-did-refuse", &[("class", class.name().into()), ("code", code.as_str().into())])
        }
        What::RestoreAsked { class, speed, millis, expires } => {
            let args = [
                ("class", class.name().into()),
                ("speed", speed_name(view, *speed).into()),
                ("span", span(view, *millis).into()),
                ("date", date(*expires).into()),
            ];
            view.tr_with("storage-classes-did-ask", &args)
        }
        What::CopyReady { class, speed } => {
            view.tr_with("storage-classes-did-come", &[("class", class.name().into()), ("speed", speed_name(view, *speed).into())])
        }
        What::CopyGone { class } => view.tr_with("storage-classes-did-go", &[("class", class.name().into())]),
        What::ReadsRefused { bucket, n, code } => {
            let args = [("bucket", bucket.as_str().into()), ("n", (*n).into()), ("code", code.as_str().into())];
            view.tr_with("storage-classes-did-refuse-many", &args)
        }
        What::Expired { n_buckets, n, bytes: all } => {
            let args = [("buckets", (*n_buckets).into()), ("n", (*n).into()), ("bytes", bytes(*all).into())];
            view.tr_with("storage-classes-did-expire", &args)
        }
        What::ZoneFailed { zone, destroyed: false } => view.tr_with("storage-classes-did-fail", &[("zone", zone.as_str().into())]),
        What::ZoneFailed { zone, destroyed: true } => view.tr_with("storage-classes-did-destroy", &[("zone", zone.as_str().into())]),
        What::ZoneHealed { zone } => view.tr_with("storage-classes-did-heal", &[("zone", zone.as_str().into())]),
        What::Lost { n, bytes: all } => view.tr_with("storage-classes-did-lose", &[("n", (*n).into()), ("bytes", bytes(*all).into())]),
    }
}
