//! What the last act did to the stack: one sentence for each request, with the rule behind it, and why S3 refused one.

use egui::Ui;
use serde_json::Value;
use skylab_cloud::{
    api::ApiError,
    clock::SimTime,
    s3::{Mode, Retention},
};

use super::replay::{self, Deed, Layer};
use crate::{
    i18n::{Arg, format},
    ui::{
        StageView, View,
        theme::{code, heading, space},
        widgets::{Icon, card},
    },
};

/// Most requests of one act that are told.
const MAX_TOLD: usize = 3;

/// What one request did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    /// A version on top of the others.
    Put { title: String, id: String },
    /// An upload in place of the null version.
    PutOverNull { title: String, gone: String },
    /// The first null version.
    PutNull { title: String },
    /// A delete marker on top.
    Marked { id: String, n_kept: usize },
    /// A null marker in place of the null version, whose data is gone.
    MarkedOverNull { gone: String },
    /// Deleted for good, in a bucket without versions.
    Deleted { gone: String },
    /// A version deleted for good; what is current now.
    VersionDeleted { gone: String, id: String, current: Option<String> },
    /// A marker deleted: what was under it is current again.
    MarkerDeleted { id: String, current: Option<String> },
    /// Nothing there to delete.
    Nothing,
    /// A copy of an older version on top.
    RolledBack { title: String, id: String },
    /// Versioning enabled.
    Enabled,
    /// Versioning suspended.
    Suspended { n_kept: usize },
    /// An answer with data.
    Got { title: String, id: String },
    /// A version was locked until a date.
    Retained { title: String, mode: &'static str, until: SimTime },
    /// A legal hold was put on a version, or lifted.
    Held { title: String, on: bool },
    /// The bucket's Object Lock was set, with a default retention or without.
    LockSet { by_default: bool },
    /// A lock refused to let a version be deleted, or its lock be weakened.
    Locked { title: String, rule: Rule, deletes: bool, message: String },
    /// A refusal.
    Refused { code: String, message: String },
}

/// What keeps a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// A legal hold.
    Hold,
    /// A governance retention, and nobody asked to bypass it.
    Governance(SimTime),
    /// … and who asked may not.
    NoBypass,
    /// A compliance retention.
    Compliance(SimTime),
}

/// What the last act of a run did: its last few requests, in order.
pub(super) fn last(stage: &StageView<'_>) -> Vec<Told> {
    let mut deeds: Vec<Deed> = Vec::new();
    for deed in replay::deeds(stage) {
        if deeds.last().is_some_and(|last| last.gesture != deed.gesture) {
            deeds.clear();
        }
        deeds.push(deed);
    }
    let mut told: Vec<Told> = deeds.iter().filter_map(told).collect();
    // a line that could not even be sent is no request, but it is what happened last
    if let Some((code, message)) = stage.last_act.and_then(|act| act.refusal.as_ref())
        && !matches!(told.last(), Some(Told::Refused { code: known, .. }) if known == code)
    {
        told = vec![Told::Refused { code: code.clone(), message: message.clone() }];
    }
    told.split_off(told.len().saturating_sub(MAX_TOLD))
}

/// `None` for requests that change nothing here and show nothing.
fn told(deed: &Deed) -> Option<Told> {
    let answer = match &deed.outcome {
        Ok(answer) => answer,
        Err(error) => {
            let refused = || Told::Refused { code: error.code.clone().into_owned(), message: error.message.clone() };
            return Some(locked(deed, error).unwrap_or_else(refused));
        }
    };
    match deed.name {
        "PutObject" => put(deed),
        "CopyObject" => deed.after.first().map(|top| Told::RolledBack { title: top.title.clone(), id: top.short_id() }),
        "DeleteObject" => Some(deleted(deed)),
        "PutBucketVersioning" => Some(match deed.members["VersioningConfiguration"]["Status"].as_str() {
            Some("Enabled") => Told::Enabled,
            _ => Told::Suspended { n_kept: deed.after.len() },
        }),
        "GetObject" => Some(got(deed, answer)),
        "PutObjectRetention" => retained(deed),
        "PutObjectLegalHold" => {
            let title = named(deed, &deed.after)?.title.clone();
            Some(Told::Held { title, on: deed.members["LegalHold"]["Status"] == "ON" })
        }
        "PutObjectLockConfiguration" => {
            let by_default = deed.members["ObjectLockConfiguration"]["Rule"].is_object();
            Some(Told::LockSet { by_default })
        }
        _ => None,
    }
}

/// The version that a request names, or else the current one.
fn named<'a>(deed: &Deed, layers: &'a [Layer]) -> Option<&'a Layer> {
    match deed.version_id() {
        Some(id) => layers.iter().find(|layer| layer.id == id),
        None => layers.first(),
    }
}

/// The lock that refused, if one did.
fn locked(deed: &Deed, error: &ApiError) -> Option<Told> {
    let layer = named(deed, &deed.before)?;
    let deletes = deed.name == "DeleteObject";
    if error.code != "AccessDenied" || !deletes && deed.name != "PutObjectRetention" {
        return None;
    }
    let rule = match layer.lock.retained(deed.at) {
        _ if error.message.contains("s3:BypassGovernanceRetention") => Rule::NoBypass,
        _ if deletes && layer.lock.is_held() => Rule::Hold,
        Some(Retention { mode: Mode::Governance, until }) => Rule::Governance(until),
        Some(Retention { mode: Mode::Compliance, until }) => Rule::Compliance(until),
        None => return None,
    };
    Some(Told::Locked { title: layer.title.clone(), rule, deletes, message: error.message.clone() })
}

fn retained(deed: &Deed) -> Option<Told> {
    let layer = named(deed, &deed.after)?;
    let retention = layer.lock.retention?;
    Some(Told::Retained { title: layer.title.clone(), mode: retention.mode.name(), until: retention.until })
}

/// What is gone from the stack.
fn gone(deed: &Deed) -> Option<&Layer> {
    deed.before.iter().find(|layer| !deed.after.contains(layer))
}

fn put(deed: &Deed) -> Option<Told> {
    let top = deed.after.first()?;
    let title = top.title.clone();
    Some(match (top.id.as_str(), gone(deed)) {
        ("null", Some(gone)) => Told::PutOverNull { title, gone: gone.title.clone() },
        ("null", None) => Told::PutNull { title },
        _ => Told::Put { title, id: top.short_id() },
    })
}

fn deleted(deed: &Deed) -> Told {
    let current = deed.after.first().filter(|top| !top.is_marker()).map(|top| top.title.clone());
    match (deed.version_id(), gone(deed), deed.after.first()) {
        (Some(_), None, _) | (None, None, None) => Told::Nothing,
        (Some(_), Some(gone), _) if gone.is_marker() => Told::MarkerDeleted { id: gone.short_id(), current },
        (Some(_), Some(gone), _) => Told::VersionDeleted { gone: gone.title.clone(), id: gone.short_id(), current },
        (None, Some(gone), Some(top)) if top.is_marker() && !gone.is_marker() => Told::MarkedOverNull { gone: gone.title.clone() },
        (None, _, Some(top)) if top.is_marker() => Told::Marked { id: top.short_id(), n_kept: deed.after.len() - 1 },
        (None, gone, _) => Told::Deleted { gone: gone.map(|gone| gone.title.clone()).unwrap_or_default() },
    }
}

fn got(deed: &Deed, answer: &Value) -> Told {
    let id = answer["VersionId"].as_str();
    let found = deed.after.iter().find(|layer| id.is_none_or(|id| layer.id == id));
    found.map_or(Told::Nothing, |layer| Told::Got { title: layer.title.clone(), id: layer.short_id() })
}

/// Draws the sentences in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, happened: &[Told]) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("versions-happened")));
        if happened.is_empty() {
            ui.label(view.tr("versions-nothing-yet"));
        }
        for it in happened {
            match it {
                Told::Refused { code: name, message } => refusal_ui(ui, view, name, &why(view, name), message),
                Told::Locked { rule, deletes, title, message } => {
                    refusal_ui(ui, view, "AccessDenied", &lock_told(view, title, *rule, *deletes), message);
                }
                _ => _ = ui.label(sentence(view, it)),
            }
        }
    });
}

/// AWS's code, what happened in the learner's language, and AWS's own words.
fn refusal_ui(ui: &mut Ui, view: &View<'_>, name: &str, why: &str, message: &str) {
    ui.horizontal_wrapped(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), egui::Sense::hover());
        Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
        ui.label(code(name));
    });
    ui.label(why).on_hover_text(message);
}

/// The rule that kept a version, and what would let the request pass.
fn lock_told(view: &View<'_>, title: &str, rule: Rule, deletes: bool) -> String {
    let day = |at: SimTime| format::date(at.millis().div_euclid(1_000));
    let (key, until) = match (rule, deletes) {
        (Rule::Hold, _) => ("versions-why-hold", String::new()),
        (Rule::NoBypass, _) => ("versions-why-no-bypass", String::new()),
        (Rule::Governance(until), true) => ("versions-why-governance", day(until)),
        (Rule::Compliance(until), true) => ("versions-why-compliance", day(until)),
        (Rule::Governance(until), false) => ("versions-why-shorten-governance", day(until)),
        (Rule::Compliance(until), false) => ("versions-why-shorten-compliance", day(until)),
    };
    view.tr_with(key, &[("title", title.into()), ("until", until.into())])
}

/// What a refusal means, and what would be answered instead.
fn why(view: &View<'_>, code: &str) -> String {
    match code {
        "NoSuchKey" => view.tr("versions-why-no-such-key"),
        "MethodNotAllowed" => view.tr("versions-why-method"),
        "NoSuchVersion" => view.tr("versions-why-no-such-version"),
        "InvalidArgument" => view.tr("versions-why-argument"),
        "InvalidRequest" => view.tr("versions-why-request"),
        "InvalidBucketState" => view.tr("versions-why-state"),
        _ => view.tr("versions-why-other"),
    }
}

/// One sentence for what a request did.
fn sentence(view: &View<'_>, it: &Told) -> String {
    let say = |key: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        view.tr_with(key, &args)
    };
    let current = |current: &Option<String>| match current {
        Some(title) => say("versions-now-current", &[("title", title)]),
        None => view.tr("versions-now-none"),
    };
    match it {
        Told::Put { title, id } => say("versions-did-put", &[("title", title), ("id", id)]),
        Told::PutOverNull { title, gone } if gone.is_empty() => say("versions-did-put-over-marker", &[("title", title)]),
        Told::PutOverNull { title, gone } => say("versions-did-put-over-null", &[("title", title), ("gone", gone)]),
        Told::PutNull { title } => say("versions-did-put-null", &[("title", title)]),
        Told::Marked { id, n_kept } => view.tr_with("versions-did-mark", &[("id", id.as_str().into()), ("n", (*n_kept).into())]),
        Told::MarkedOverNull { gone } => say("versions-did-mark-over-null", &[("gone", gone)]),
        Told::Deleted { gone } => say("versions-did-delete", &[("gone", gone)]),
        Told::VersionDeleted { gone, id, current: now } => {
            format!("{} {}", say("versions-did-delete-version", &[("gone", gone), ("id", id)]), current(now))
        }
        Told::MarkerDeleted { id, current: now } => format!("{} {}", say("versions-did-undelete", &[("id", id)]), current(now)),
        Told::Nothing => view.tr("versions-did-nothing"),
        Told::RolledBack { title, id } => say("versions-did-roll-back", &[("title", title), ("id", id)]),
        Told::Enabled => view.tr("versions-did-enable"),
        Told::Suspended { n_kept } => view.tr_with("versions-did-suspend", &[("n", (*n_kept).into())]),
        Told::Got { title, id } => say("versions-did-get", &[("title", title), ("id", id)]),
        Told::Retained { title, mode, until } => {
            let until = format::date(until.millis().div_euclid(1_000));
            say("versions-did-retain", &[("title", title), ("mode", mode), ("until", &until)])
        }
        Told::Held { title, on: true } => say("versions-did-hold", &[("title", title)]),
        Told::Held { title, on: false } => say("versions-did-lift", &[("title", title)]),
        Told::LockSet { by_default: true } => view.tr("versions-did-default"),
        Told::LockSet { by_default: false } => view.tr("versions-did-lock"),
        Told::Refused { .. } | Told::Locked { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use skylab_cloud::{Request, Sandbox, api::Origin, body::Body, ident::Region, s3};

    use super::*;

    const BUCKET: &str = super::super::scenes::BUCKET;
    const KEY: &str = super::super::scenes::KEY;

    fn call(sandbox: &mut Sandbox, operation: &str, members: Value) -> Result<Value, skylab_cloud::api::ApiError> {
        sandbox.call(&Origin::admin(Region::US_EAST_1), Request::parse("s3", operation, members).unwrap())
    }

    fn set(sandbox: &mut Sandbox, status: &str) {
        call(sandbox, "PutBucketVersioning", json!({"Bucket": BUCKET, "VersioningConfiguration": {"Status": status}})).unwrap();
    }

    fn put(sandbox: &mut Sandbox, text: &str) {
        let body = Body::new(text.as_bytes());
        let put = s3::PutObject { bucket: BUCKET.to_owned(), key: KEY.to_owned(), body, ..Default::default() };
        sandbox.call(&Origin::admin(Region::US_EAST_1), put).unwrap();
    }

    fn delete(sandbox: &mut Sandbox, id: Option<&str>) {
        call(sandbox, "DeleteObject", json!({"Bucket": BUCKET, "Key": KEY, "VersionId": id})).unwrap();
    }

    /// A bucket with one version, where the run begins.
    fn begun() -> (Sandbox, skylab_cloud::World) {
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        call(&mut sandbox, "CreateBucket", json!({"Bucket": BUCKET})).unwrap();
        set(&mut sandbox, "Enabled");
        put(&mut sandbox, "one\nmore");
        let world = sandbox.world().clone();
        (Sandbox::from_world(world.clone()), world)
    }

    fn told_of(sandbox: &Sandbox, start: &skylab_cloud::World) -> Vec<Told> {
        last(&StageView::of(sandbox, start))
    }

    #[test]
    fn a_delete_adds_a_marker_and_deleting_the_marker_brings_the_version_back() {
        let (mut sandbox, start) = begun();
        assert_eq!(told_of(&sandbox, &start), []);
        delete(&mut sandbox, None);
        let [Told::Marked { n_kept: 1, .. }] = told_of(&sandbox, &start)[..] else { panic!("{:?}", told_of(&sandbox, &start)) };
        let marker = replay::layers(sandbox.world())[0].id.clone();
        delete(&mut sandbox, Some(&marker));
        let told = told_of(&sandbox, &start);
        assert!(matches!(&told[..], [Told::MarkerDeleted { current: Some(title), .. }] if title == "one"), "{told:?}");
    }

    #[test]
    fn a_suspended_bucket_overwrites_its_null_version_and_a_delete_takes_it() {
        let (mut sandbox, start) = begun();
        set(&mut sandbox, "Suspended");
        put(&mut sandbox, "two");
        assert_eq!(told_of(&sandbox, &start), [Told::PutNull { title: "two".to_owned() }]);
        put(&mut sandbox, "three");
        assert_eq!(told_of(&sandbox, &start), [Told::PutOverNull { title: "three".to_owned(), gone: "two".to_owned() }]);
        delete(&mut sandbox, None);
        assert_eq!(told_of(&sandbox, &start), [Told::MarkedOverNull { gone: "three".to_owned() }]);
        put(&mut sandbox, "four");
        assert_eq!(told_of(&sandbox, &start), [Told::PutOverNull { title: "four".to_owned(), gone: String::new() }]);
    }

    #[test]
    fn the_requests_of_one_gesture_are_told_together_and_a_refusal_by_its_code() {
        let (mut sandbox, start) = begun();
        sandbox.gesture(|sandbox| {
            put(sandbox, "two");
            delete(sandbox, None);
            call(sandbox, "GetObject", json!({"Bucket": BUCKET, "Key": KEY})).unwrap_err();
        });
        let told = told_of(&sandbox, &start);
        assert!(
            matches!(&told[..], [Told::Put { .. }, Told::Marked { n_kept: 2, .. }, Told::Refused { code, .. }] if code == "NoSuchKey"),
            "{told:?}"
        );
    }
}
