//! What was asked and answered, newest first: one sentence each; a refusal with its code, the rule and what would satisfy it.

use egui::{FontFamily, Ui};

use super::{
    data::BucketsData,
    log::{Answered, Who},
    verdict::{broken, key as rule_key, signed_ui},
};
use crate::{
    i18n::{Arg, format},
    ui::{
        View,
        theme::{heading, muted, small, space},
        widgets::{Icon, card},
    },
};

/// Draws the newest requests, at most so many.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, most: usize) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        ui.label(heading(view.tr("buckets-happened")));
        if data.happened.is_empty() {
            ui.label(muted(view.tr("buckets-nothing-yet")));
        }
        for it in data.happened.iter().take(most) {
            one_ui(ui, view, data, it);
        }
    });
}

/// One request with its answer.
pub(super) fn one_ui(ui: &mut Ui, view: &View<'_>, data: &BucketsData, it: &Answered) {
    let (icon, color) = if it.is_ok() { (Icon::Ok, view.palette().ok) } else { (Icon::Failed, view.palette().failed) };
    signed_ui(ui, icon, color, |ui| {
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(sentence(view, it));
        if let Some(refusal) = &it.refusal {
            let status = if refusal.status == 0 { String::new() } else { format!("{} ", refusal.status) };
            let code = small(format!("{status}{}", refusal.code)).family(FontFamily::Monospace);
            ui.label(code).on_hover_text(refusal.message.as_str());
            let why = why(view, data, it);
            ui.label(why.unwrap_or_else(|| refusal.message.clone()));
        }
    });
}

/// What was asked and how it ended, with why if it was refused: for a beat's text.
pub(super) fn told(view: &View<'_>, data: &BucketsData) -> String {
    let Some(it) = data.happened.first() else { return view.tr("buckets-nothing-yet") };
    if view.presents() {
        return String::new(); // it stands below, large
    }
    let code = it.refusal.as_ref().map(|refusal| format!("({} {})", refusal.status, refusal.code));
    [Some(sentence(view, it)), code, why(view, data, it)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What was asked, and whether it was granted.
fn sentence(view: &View<'_>, it: &Answered) -> String {
    let args: [(&str, Arg<'_>); 4] = [
        ("bucket", it.bucket.as_str().into()),
        ("key", it.key.as_str().into()),
        ("operation", it.operation.into()),
        ("range", range_told(it).into()),
    ];
    let tell = |key: &str| view.tr_with(key, &args);
    if !it.is_ok() {
        return match (it.operation, it.who) {
            ("", _) => tell("buckets-refused-here"),
            ("CreateBucket", _) => tell("buckets-refused-create"),
            ("DeleteBucket", _) => tell("buckets-refused-delete"),
            ("GetObject", Who::Nobody) => tell("buckets-refused-nobody"),
            ("GetObject", _) => tell("buckets-refused-get"),
            _ => tell("buckets-refused-other"),
        };
    }
    match (it.operation, it.who) {
        ("CreateBucket", Who::Other) => tell("buckets-did-create-other"),
        ("CreateBucket", _) => tell("buckets-did-create"),
        ("PutObject", _) => tell("buckets-did-put"),
        ("GetObject", Who::Nobody) => tell("buckets-did-get-nobody"),
        ("GetObject", _) if it.range.is_some() => tell("buckets-did-get-range"),
        ("GetObject", _) => tell("buckets-did-get"),
        ("DeleteObject", _) => tell("buckets-did-delete"),
        ("DeleteBucket", _) => tell("buckets-did-delete-bucket"),
        ("RestoreObject", _) => tell("buckets-did-restore"),
        ("ListObjectsV2", _) => tell("buckets-did-list"),
        ("HeadObject", _) => tell("buckets-did-head"),
        _ => tell("buckets-did-other"),
    }
}

/// The first and the last byte asked for, or the range as it was asked.
fn range_told(it: &Answered) -> String {
    let count = |n: u64| format::count(i64::try_from(n).unwrap_or(i64::MAX));
    let raw = || it.range.as_deref().unwrap_or_default().trim_start_matches("bytes=").to_owned();
    it.bounds().map_or_else(raw, |(from, to)| format!("{}–{}", count(from), count(to)))
}

/// The rule that refused, and what would satisfy it; `None` where AWS's own words have to do.
pub(super) fn why(view: &View<'_>, data: &BucketsData, it: &Answered) -> Option<String> {
    let refusal = it.refusal.as_ref()?;
    let n_objects = data.buckets.iter().find(|bucket| bucket.name == it.bucket).map_or(0, |bucket| bucket.n_objects);
    let class = data.objects.iter().find(|object| object.key == it.key).map_or("", |object| object.class.as_str());
    let args: [(&str, Arg<'_>); 3] = [("bucket", it.bucket.as_str().into()), ("n", n_objects.into()), ("class", class.into())];
    let key = match (refusal.code.as_str(), it.who) {
        ("InvalidBucketName", _) => {
            let rules: Vec<String> = broken(&it.bucket).map(|rule| view.tr(rule_key(rule))).collect();
            return Some(rules.join(" "));
        }
        ("BucketAlreadyExists", _) => "buckets-why-exists",
        ("BucketAlreadyOwnedByYou", _) => "buckets-why-owned",
        ("BucketNotEmpty", _) if n_objects > 0 => "buckets-why-not-empty",
        ("AccessDenied", Who::Nobody) => "buckets-why-unsigned",
        ("AccessDenied", _) => "buckets-why-denied",
        ("NoSuchBucket", _) => "buckets-why-no-bucket",
        ("NoSuchKey", _) => "buckets-why-no-key",
        ("InvalidObjectState", _) if !class.is_empty() => "buckets-why-archived",
        ("InvalidLocationConstraint" | "IllegalLocationConstraintException", _) => "buckets-why-location",
        ("MetadataTooLarge", _) => "buckets-why-metadata",
        ("KeyTooLongError", _) => "buckets-why-key",
        ("ParamValidation", _) => "buckets-why-params",
        _ => return None,
    };
    Some(view.tr_with(key, &args))
}
