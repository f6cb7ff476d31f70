//! What the last act did: one sentence for each step, with whom S3 told; a refusal with its code, AWS's words and the way out.

use egui::Ui;

use super::{
    data::Route,
    log::{BUS, Deed},
};
use crate::ui::{
    StageView, View,
    theme::{ICON, code, heading, muted, space},
    widgets::{Icon, card},
};

/// Most steps of one act that are told.
const MAX_TOLD: usize = 4;

/// What one step did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    /// An event, and the names of those who were told.
    Event { event: String, key: String, names: Vec<String> },
    /// A configuration was saved, with so many entries.
    Saved { n: usize },
    /// A message was received, or none was there.
    Received { n: usize },
    /// A message was deleted: its work is done.
    Done,
    /// A queue, a topic or a function lets S3 in.
    LetIn,
    /// Events that a function's own work led to.
    Circled { n: u64 },
    /// A refusal.
    Refused { code: String, message: String },
}

/// What the last act of a run did.
pub(super) fn last(stage: &StageView<'_>, deeds: &[Deed], routes: &[Route]) -> Vec<Told> {
    let gesture = deeds.last().map(|deed| deed.gesture);
    let of_last = deeds.iter().filter(|deed| Some(deed.gesture) == gesture);
    let mut told: Vec<Told> = of_last.filter_map(|deed| of(deed, routes)).collect();
    // a line that could not even be sent is no request, but it is what happened last
    if let Some((code, message)) = stage.last_act.and_then(|act| act.refusal.as_ref())
        && !matches!(told.last(), Some(Told::Refused { code: known, .. }) if known == code)
    {
        told = vec![Told::Refused { code: code.clone(), message: message.clone() }];
    }
    told.split_off(told.len().saturating_sub(MAX_TOLD))
}

/// `None` for what changes nothing here.
fn of(deed: &Deed, routes: &[Route]) -> Option<Told> {
    let answer = match &deed.outcome {
        Ok(answer) => answer,
        Err(error) => return Some(Told::Refused { code: error.code.clone().into_owned(), message: error.message.clone() }),
    };
    if let Some(it) = &deed.occurrence {
        let name = |id: &String| match id.as_str() {
            BUS => "EventBridge".to_owned(),
            id => routes.iter().find(|route| route.id == id).map_or_else(|| id.to_owned(), |route| route.to.name.clone()),
        };
        return Some(Told::Event { event: it.event.to_owned(), key: it.key.clone(), names: deed.told.keys().map(name).collect() });
    }
    let circled: u64 = deed.told.values().sum();
    match deed.name {
        "" if circled > 0 => Some(Told::Circled { n: circled }),
        "PutBucketNotificationConfiguration" => {
            let lists = super::lines::LISTS.iter();
            let n = lists.map(|(list, _)| super::lines::entries(&deed.members["NotificationConfiguration"], list).count()).sum();
            Some(Told::Saved { n })
        }
        "ReceiveMessage" => Some(Told::Received { n: answer["Messages"].as_array().map_or(0, Vec::len) }),
        "DeleteMessage" => Some(Told::Done),
        "SetQueueAttributes" | "SetTopicAttributes" | "AddPermission" => Some(Told::LetIn),
        _ => None,
    }
}

/// Draws the sentences in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, happened: &[Told]) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("s3-events-happened")));
        if happened.is_empty() {
            ui.label(muted(view.tr("s3-events-nothing-yet")));
        }
        for it in happened {
            if let Told::Refused { code: name, message } = it {
                refusal_ui(ui, view, name, message);
            } else {
                ui.label(sentence(view, it));
            }
        }
    });
}

/// AWS's code and words, and what would satisfy it.
fn refusal_ui(ui: &mut Ui, view: &View<'_>, name: &str, message: &str) {
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(ICON), egui::Sense::hover());
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.label(code(name));
    });
    ui.label(muted(message));
    if let Some(key) = why(message) {
        ui.label(view.tr(key));
    }
}

/// What a refusal means and what would be accepted; `None` where AWS's own words have to do.
fn why(message: &str) -> Option<&'static str> {
    let known = [
        ("ambiguously defined", "s3-events-why-overlap"),
        ("Unable to validate", "s3-events-why-destination"),
        ("not supported for notifications", "s3-events-why-event"),
        ("region is not valid", "s3-events-why-region"),
        ("could not be parsed", "s3-events-why-arn"),
    ];
    known.into_iter().find(|(part, _)| message.contains(part)).map(|(_, key)| key)
}

/// One sentence for what a step did.
pub(super) fn sentence(view: &View<'_>, it: &Told) -> String {
    match it {
        Told::Event { event, key, names } => {
            let event = event.trim_start_matches("s3:");
            let told = names.join(", ");
            let args = [("event", event.into()), ("key", key.as_str().into()), ("names", told.as_str().into())];
            view.tr_with(if names.is_empty() { "s3-events-did-nobody" } else { "s3-events-did-event" }, &args)
        }
        Told::Saved { n } => view.tr_with("s3-events-did-save", &[("n", (*n).into())]),
        Told::Received { n: 0 } => view.tr("s3-events-did-receive-none"),
        Told::Received { .. } => view.tr("s3-events-did-receive"),
        Told::Done => view.tr("s3-events-did-delete"),
        Told::LetIn => view.tr("s3-events-did-let-in"),
        Told::Circled { n } => view.tr_with("s3-events-did-circle", &[("n", (*n).into())]),
        Told::Refused { .. } => String::new(),
    }
}
