//! What goes with the stack: what a GET answers now, the bytes that are billed, and S3's own list as JSON. They are read, never edited.

use egui::{CornerRadius, Label, Rect, Role, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::{
    data::{Answer, MANY_OBJECTS, VersionsData},
    scenes::{BUCKET, KEY},
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{ICON, bold, code, heading, mix, muted, space},
        widgets::{Icon, card, reading},
    },
};

/// The height of the bar of bytes.
const BAR: f32 = 18.0;
/// The colour of storage among the families.
const STORAGE: usize = 1;

/// What a GET without a version id answers at this moment.
pub(super) fn answer_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr_with("versions-get-head", &[("key", KEY.into())])));
        let (icon, color, status) = match &data.answer {
            Answer::Found { .. } => (Icon::Ok, view.palette().ok, "200 OK".to_owned()),
            Answer::Refused { code, status, .. } => (Icon::Failed, view.palette().failed, format!("{status} {code}")),
        };
        ui.horizontal_wrapped(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
            icon.paint(ui.painter(), rect, color);
            ui.label(bold(status));
        });
        match &data.answer {
            Answer::Found { title, version_id } => {
                ui.label(view.tr_with("versions-get-body", &[("title", title.as_str().into())]));
                if let Some(id) = version_id {
                    header(ui, "x-amz-version-id", &short(id));
                }
            }
            Answer::Refused { marker: Some(id), .. } => {
                header(ui, "x-amz-delete-marker", "true");
                header(ui, "x-amz-version-id", &short(id));
            }
            Answer::Refused { marker: None, .. } => _ = ui.label(view.tr("versions-get-none")),
        }
    });
}

fn header(ui: &mut Ui, name: &str, value: &str) {
    ui.label(code(format!("{name}: {value}")));
}

fn short(id: &str) -> String {
    const SHOWN: usize = 6;
    if id.len() <= SHOWN { id.to_owned() } else { format!("{}…", &id[..SHOWN]) }
}

/// The bytes that are billed, version by version, and what they cost.
pub(super) fn bytes_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData) {
    let all = format::bytes_billed(data.billed_bytes);
    let current = format::bytes_billed(data.current_bytes);
    let shown = card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("versions-bytes-head")));
        let sum = [("all", all.as_str().into()), ("n", data.n_versions().into()), ("current", current.as_str().into())];
        let told = view.tr_with("versions-bytes", &sum);
        ui.label(bold(told.as_str()));
        bar_ui(ui, view, data, &told);
        let costs = [
            ("all", format::usd(data.month_micros(data.billed_bytes)).into()),
            ("current", format::usd(data.month_micros(data.current_bytes)).into()),
            ("n", MANY_OBJECTS.into()),
        ];
        ui.label(muted(view.tr_with("versions-cost", &costs)));
    });
    let price = [("price", format::usd_price(data.price_nanos / 1_000).into()), ("n", MANY_OBJECTS.into())];
    shown.response.on_hover_text(view.tr_with("versions-how", &price));
}

/// A bar of one piece for each version, as long as its share; the current one is filled.
fn bar_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData, told: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, told));
    let palette = view.palette();
    ui.painter().rect_stroke(rect, CornerRadius::same(2), view.theme.line(), StrokeKind::Inside);
    let family = palette.families[STORAGE];
    let mut left = rect.left();
    for (n, layer) in data.layers.iter().enumerate() {
        let Some(bytes) = layer.bytes else { continue };
        let width = rect.width() * (bytes as f64 / data.billed_bytes.max(1) as f64) as f32;
        let piece = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, BAR)).shrink2(vec2(1.0, 0.0));
        let fill = if n == 0 { family } else { mix(palette.surface, family, 0.2) };
        ui.painter().rect(piece, CornerRadius::same(2), fill, view.theme.strong_line(), StrokeKind::Inside);
        left += width;
    }
}

/// What `list-object-versions` prints.
pub(super) fn listing_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData, height: f32) {
    ui.label(muted(view.tr_with("versions-listing", &[("bucket", BUCKET.into())])));
    let text = serde_json::to_string_pretty(&data.listing).unwrap_or_default();
    let area = ScrollArea::vertical().id_salt("listing").max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
    reading(ui, area, height, &view.tr("versions-read"), |ui| {
        ui.add(Label::new(code(text)).wrap().selectable(true));
    });
}
