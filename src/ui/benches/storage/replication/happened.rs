//! What the last act did: one sentence for each step with the rule behind it; a refusal with its code, AWS's words and the way out.

use egui::Ui;

use super::replay::Deed;
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
    /// A rule was set.
    Ruled { n_old: usize },
    /// An object was written, and how it stands with replication.
    Written { key: String, status: &'static str, under_kms: bool },
    /// A delete marker was put on top; whether it is on its way.
    Marked { key: String, is_copied: bool },
    /// A version was deleted by its id.
    VersionDeleted { key: String },
    /// Time passed: what arrived and what failed meanwhile.
    Passed { arrived: Vec<String>, failed: Vec<String> },
    /// An object was read.
    Read { key: String },
    /// Versioning was enabled.
    Versioned { bucket: String },
    /// A job for what is there already.
    Batch { n: usize },
    /// What the role may do was changed.
    Allowed,
    /// A refusal.
    Refused { code: String, message: String },
}

/// What the last act of a run did.
pub(super) fn last(stage: &StageView<'_>, deeds: &[Deed]) -> Vec<Told> {
    let gesture = deeds.last().map(|deed| deed.gesture);
    let begins = deeds.iter().position(|deed| Some(deed.gesture) == gesture).unwrap_or(deeds.len());
    let told_of = |n: usize| of(&deeds[n], n.checked_sub(1).map(|before| &deeds[before]));
    let mut told: Vec<Told> = (begins..deeds.len()).filter_map(told_of).collect();
    // a line that could not even be sent is no request, but it is what happened last
    if let Some((code, message)) = stage.last_act.and_then(|act| act.refusal.as_ref())
        && !matches!(told.last(), Some(Told::Refused { code: known, .. }) if known == code)
    {
        told = vec![Told::Refused { code: code.clone(), message: message.clone() }];
    }
    told.split_off(told.len().saturating_sub(MAX_TOLD))
}

/// `None` for what changes nothing here.
fn of(deed: &Deed, before: Option<&Deed>) -> Option<Told> {
    if let Err(error) = &deed.outcome {
        return Some(Told::Refused { code: error.code.clone().into_owned(), message: error.message.clone() });
    }
    let text = |name: &str| deed.members[name].as_str().unwrap_or_default().to_owned();
    let sources = || deed.sources.iter().flat_map(|end| &end.rows);
    let top = |key: &str| sources().find(|row| row.key == key && row.is_latest);
    Some(match deed.name {
        "PutBucketReplication" => Told::Ruled { n_old: sources().filter(|row| row.status.is_empty() && !row.is_marker).count() },
        "PutObject" | "CopyObject" | "CompleteMultipartUpload" => {
            let top = top(&text("Key"));
            Told::Written { key: text("Key"), status: top.map_or("", |row| row.status), under_kms: top.is_some_and(|row| row.is_under_kms) }
        }
        "DeleteObject" if deed.members["VersionId"].is_null() => {
            Told::Marked { key: text("Key"), is_copied: top(&text("Key")).is_some_and(|row| !row.status.is_empty()) }
        }
        "DeleteObject" => Told::VersionDeleted { key: text("Key") },
        "GetObject" => Told::Read { key: text("Key") },
        "PutBucketVersioning" => Told::Versioned { bucket: text("Bucket") },
        "PutRolePolicy" => Told::Allowed,
        "CreateJob" => Told::Batch { n: sources().filter(|row| row.status == "PENDING").count() },
        "" => passed(deed, before),
        _ => return None,
    })
}

/// What stands at the destination that did not before, and what failed.
fn passed(deed: &Deed, before: Option<&Deed>) -> Told {
    let there = |deed: &Deed, id: &str| deed.target.iter().flat_map(|end| &end.rows).any(|row| row.id == id);
    let arrived = deed.target.iter().flat_map(|end| &end.rows).filter(|row| !before.is_some_and(|before| there(before, &row.id)));
    let failed_before = |id: &str| {
        let mut rows = before.iter().flat_map(|deed| &deed.sources).flat_map(|end| &end.rows);
        rows.any(|row| row.id == id && row.status == "FAILED")
    };
    let sources = deed.sources.iter().flat_map(|end| &end.rows);
    let failed = sources.filter(|row| row.status == "FAILED" && !failed_before(&row.id));
    Told::Passed { arrived: arrived.map(|row| row.key.clone()).collect(), failed: failed.map(|row| row.key.clone()).collect() }
}

/// Draws the sentences in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, happened: &[Told]) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("replication-happened")));
        if happened.is_empty() {
            ui.label(muted(view.tr("replication-nothing-yet")));
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
    if let Some(key) = why(name, message) {
        ui.label(view.tr(key));
    }
}

/// What a refusal means and what would be accepted; `None` where AWS's own words have to do.
fn why(code: &str, message: &str) -> Option<&'static str> {
    let known = [
        ("Versioning must be", "replication-why-source"),
        ("Destination bucket must have versioning", "replication-why-target"),
        ("cannot change the versioning state", "replication-why-suspend"),
        ("Account must be specified", "replication-why-account"),
        ("ReplicaKmsKeyID", "replication-why-key"),
    ];
    let found = known.into_iter().find(|(part, _)| message.contains(part)).map(|(_, key)| key);
    found.or_else(|| (code == "AccessDenied").then_some("replication-why-denied"))
}

/// One sentence for what a step did.
fn sentence(view: &View<'_>, it: &Told) -> String {
    let say = |key: &str, of: &str| view.tr_with(key, &[("key", of.into())]);
    match it {
        Told::Ruled { n_old } => view.tr_with("replication-did-rule", &[("n", (*n_old).into())]),
        Told::Written { key, status: "", under_kms: true } => say("replication-did-write-kms", key),
        Told::Written { key, status: "", .. } => say("replication-did-write", key),
        Told::Written { key, status, .. } => {
            view.tr_with("replication-did-write-status", &[("key", key.as_str().into()), ("status", (*status).into())])
        }
        Told::Marked { key, is_copied: true } => say("replication-did-mark-copied", key),
        Told::Marked { key, .. } => say("replication-did-mark", key),
        Told::VersionDeleted { key } => say("replication-did-delete-version", key),
        Told::Passed { arrived, failed } => passed_told(view, arrived, failed),
        Told::Read { key } => say("replication-did-read", key),
        Told::Versioned { bucket } => view.tr_with("replication-did-version", &[("bucket", bucket.as_str().into())]),
        Told::Allowed => view.tr("replication-did-allow"),
        Told::Batch { n } => view.tr_with("replication-did-batch", &[("n", (*n).into())]),
        Told::Refused { .. } => String::new(),
    }
}

fn passed_told(view: &View<'_>, arrived: &[String], failed: &[String]) -> String {
    let mut told = Vec::new();
    for (keys, key) in [(arrived, "replication-did-arrive"), (failed, "replication-did-fail")] {
        if !keys.is_empty() {
            told.push(view.tr_with(key, &[("keys", keys.join(", ").into())]));
        }
    }
    if told.is_empty() { view.tr("replication-did-pass") } else { told.join(" ") }
}
