//! Both ends as lists of versions, each with how it stands with replication; and what is on its way, in S3's own metrics.

use egui::{CornerRadius, Label, Rect, Role, Sense, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::data::{End, Queue, ReplicationData, Row};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{CORNER, ICON, TARGET, bold, code, heading, mix, muted, small, space},
        widgets::{Icon, card},
    },
};

/// The colour of storage among the families.
const STORAGE: usize = 1;
/// The least room between a key and its status.
const GAP: f32 = 6.0;

/// Draws the sources' list; gives the id of a version that was clicked.
pub(super) fn sources_ui(ui: &mut Ui, view: &View<'_>, data: &ReplicationData, chosen: Option<&str>) -> Option<String> {
    let mut clicked = None;
    for end in &data.sources {
        clicked = end_ui(ui, view, end, "replication-source", chosen).or(clicked);
    }
    clicked
}

/// Draws the destination's list.
pub(super) fn target_ui(ui: &mut Ui, view: &View<'_>, data: &ReplicationData, chosen: Option<&str>) -> Option<String> {
    data.target.as_ref().and_then(|end| end_ui(ui, view, end, "replication-target", chosen))
}

fn end_ui(ui: &mut Ui, view: &View<'_>, end: &End, head: &str, chosen: Option<&str>) -> Option<String> {
    let mut clicked = None;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(muted(view.tr(head)));
        ui.label(bold(end.place.bucket));
        let versioning = if end.is_versioned { "replication-versioned" } else { "replication-unversioned" };
        let versioning = view.tr(versioning);
        if view.presents() {
            // what is as it should be needs no room
            let rest = if end.is_versioned { end.owner.to_string() } else { versioning };
            ui.label(muted(format!("{} · {rest}", end.place.region)));
        } else {
            let facts = [("region", end.place.region.into()), ("account", end.owner.to_string().into()), ("versioning", versioning.into())];
            ui.label(muted(view.tr_with("replication-end", &facts)));
        }
        if end.rows.is_empty() {
            ui.label(muted(view.tr("replication-empty")));
        }
        for row in &end.rows {
            if row_ui(ui, view, end, row, chosen == Some(row.id.as_str())) {
                clicked = Some(row.id.clone());
            }
        }
    });
    clicked
}

/// One version: its key, and its status at the end. True if it was clicked.
fn row_ui(ui: &mut Ui, view: &View<'_>, end: &End, row: &Row, is_chosen: bool) -> bool {
    let palette = view.palette();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TARGET), Sense::click());
    let told = told(view, end, row);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &told));
    let stroke =
        if is_chosen || response.hovered() { egui::Stroke::new(view.theme.curve_width(), palette.accent) } else { view.theme.line() };
    let fill = if row.is_marker { palette.surface } else { mix(palette.surface, palette.families[STORAGE], 0.1) };
    ui.painter().rect(rect, CornerRadius::same(CORNER), fill, stroke, StrokeKind::Inside);
    let (icon, color) = sign(view, row);
    let at = Rect::from_center_size(rect.left_center() + vec2(space::INSIDE + ICON / 2.0, 0.0), Vec2::splat(ICON));
    icon.paint(ui.painter(), at, color);
    let (body, note) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let status = ui.painter().layout_no_wrap(status(view, row), note.clone(), palette.text);
    let left = at.right() + space::GRID + 2.0;
    let right = rect.right() - space::INSIDE - status.size().x;
    // the key first; its id and its size where there is room
    let names = [format!("{}  {}", row.key, row.short_id()), row.key.clone(), ellipsis(&row.key)];
    let fits = |name: &&String| ui.painter().layout_no_wrap((*name).clone(), body.clone(), palette.text).size().x <= right - left - GAP;
    if let Some(name) = names.iter().find(fits) {
        let galley = ui.painter().layout_no_wrap(name.clone(), body.clone(), palette.text);
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    }
    ui.painter().galley(pos2(right, rect.center().y - status.size().y / 2.0), status, palette.text);
    response.on_hover_text(told).clicked()
}

/// The end of a key that is too long for its row.
fn ellipsis(key: &str) -> String {
    let from = key.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    format!("…{}", &key[from..])
}

fn sign(view: &View<'_>, row: &Row) -> (Icon, egui::Color32) {
    let palette = view.palette();
    match (row.status, row.is_marker) {
        ("PENDING", _) => (Icon::Half, palette.warning),
        ("COMPLETED", _) => (Icon::Ok, palette.ok),
        ("FAILED", _) => (Icon::Failed, palette.failed),
        ("REPLICA", _) => (Icon::Copy, palette.accent),
        (_, true) => (Icon::Close, palette.muted),
        _ => (Icon::Unknown, palette.unknown),
    }
}

fn status(view: &View<'_>, row: &Row) -> String {
    let what = if row.is_marker { view.tr("replication-marker") } else { String::new() };
    let lock = if row.is_under_kms { "KMS".to_owned() } else { String::new() };
    let status = if row.status.is_empty() { "—".to_owned() } else { row.status.to_owned() };
    [what, lock, status].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A version in words.
fn told(view: &View<'_>, end: &End, row: &Row) -> String {
    let key = match (row.is_marker, row.status) {
        (true, "") => "replication-row-marker",
        (false, "") => "replication-row",
        (true, _) => "replication-row-marker-status",
        (false, _) => "replication-row-status",
    };
    let owner = if row.owner == end.owner { "replication-owner-same" } else { "replication-owner-other" };
    let args = [
        ("key", row.key.as_str().into()),
        ("id", row.short_id().into()),
        ("bytes", format::bytes(row.bytes).into()),
        ("status", row.status.into()),
    ];
    format!("{} {}", view.tr_with(key, &args), view.tr_with(owner, &[("account", row.owner.to_string().into())]))
}

/// What waits, by the names of S3's metrics.
pub(super) fn queue_ui(ui: &mut Ui, view: &View<'_>, queue: &Queue) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::GRID / 2.0);
        let latency = view.tr_with("replication-seconds", &[("n", queue.latency_secs.into())]);
        for (name, value, hint) in [
            ("OperationsPendingReplication", queue.n_pending.to_string(), "replication-pending-hint"),
            ("BytesPendingReplication", format::bytes(queue.pending_bytes), "replication-bytes-hint"),
            ("ReplicationLatency", latency, "replication-latency-hint"),
            ("OperationsFailedReplication", queue.n_failed.to_string(), "replication-failed-hint"),
        ] {
            ui.add(Label::new(small(format!("{name} {value}"))).extend()).on_hover_text(view.tr(hint));
        }
    });
}

/// When the last of what waits will be there.
pub(super) fn until_ui(ui: &mut Ui, view: &View<'_>, queue: &Queue) {
    match queue.until {
        Some(until) => {
            let at = format::date_time(until.millis().div_euclid(1_000));
            ui.label(muted(view.tr_with("replication-until", &[("at", at.into())]))).on_hover_text(view.tr("replication-lag-how"));
        }
        None => _ = ui.label(muted(view.tr("replication-idle"))),
    }
}

/// The rules as AWS shows them, in short.
pub(super) fn rules_ui(ui: &mut Ui, view: &View<'_>, data: &ReplicationData) {
    ui.label(heading(view.tr("replication-rules")));
    if data.rules().next().is_none() {
        ui.label(muted(view.tr("replication-no-rule")));
    }
    for rule in data.rules() {
        let to = rule["Destination"]["Bucket"].as_str().unwrap_or_default().rsplit(':').next().unwrap_or_default();
        ui.label(code(format!("{} → {to}", rule["ID"].as_str().unwrap_or_default())));
    }
}
