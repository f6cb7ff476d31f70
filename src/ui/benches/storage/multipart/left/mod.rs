//! The bucket with uploads that nobody completed: what lies there, what it costs, and the ways to end it. All of it is the simulator's.

pub(super) mod data;
mod happened;

use egui::{CornerRadius, Label, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::scenes::{self, BUCKET, N_PARTS};
use crate::{
    i18n::format,
    ui::{
        View,
        action::{Action, Actions},
        theme::{bold, heading, mix, muted, space},
        widgets::{Icon, card, fact, text_button, toggle},
    },
};
use data::{LeftData, MANY_BUCKETS, Upload};

/// The height of a bar of parts.
const BAR: f32 = 18.0;
/// The days that a rule may wait.
const RULES: [u32; 3] = [1, 7, 30];
/// The colour of storage among the families.
const STORAGE: usize = 1;

/// The uploads as bars of their parts, beside an empty list of objects.
pub(super) fn scene_ui(ui: &mut Ui, view: &View<'_>, data: &LeftData, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::INSIDE;
        ui.label(heading(view.tr_with("multipart-left-head", &[("bucket", BUCKET.into())])));
        let (icon, color) = (Icon::Unknown, view.palette().muted);
        ui.horizontal_wrapped(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), Sense::hover());
            icon.paint(ui.painter(), rect, color);
            ui.label(view.tr_with("multipart-left-objects", &[("n", data.n_objects.into())]));
        });
        if data.uploads.is_empty() {
            ui.label(view.tr("multipart-left-none"));
        }
        for upload in &data.uploads {
            upload_ui(ui, view, upload, actions);
        }
    });
}

fn upload_ui(ui: &mut Ui, view: &View<'_>, upload: &Upload, actions: &mut Actions) {
    let bytes = format::bytes(upload.bytes);
    let args = [
        ("key", upload.key.as_str().into()),
        ("n", upload.n_parts.into()),
        ("bytes", bytes.into()),
        ("date", format::date(upload.initiated.millis().div_euclid(1_000)).into()),
    ];
    let told = view.tr_with("multipart-left-upload", &args);
    ui.add(Label::new(told.as_str()).wrap());
    ui.horizontal(|ui| {
        if !view.presents() {
            let name = view.tr_with("multipart-left-abort-one", &[("key", upload.key.as_str().into())]);
            let abort = text_button(ui, Icon::Close, &view.tr("multipart-left-abort"), true).on_hover_text(&name);
            abort.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            actions.when(abort.clicked(), Action::Act(vec![upload.abort_line()]));
        }
    });
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let palette = view.palette();
    let family = palette.families[STORAGE];
    let width = area.width() / N_PARTS as f32;
    for n in 0..N_PARTS {
        let at = egui::pos2(area.left() + n as f32 * width, area.top());
        let cell = Rect::from_min_size(at, vec2(width, BAR)).shrink2(vec2(0.75, 0.0));
        if (n as usize) < upload.n_parts {
            ui.painter().rect_filled(cell, 1.0, family);
        } else {
            ui.painter().rect(cell, CornerRadius::same(1), mix(palette.surface, family, 0.08), view.theme.line(), StrokeKind::Inside);
        }
    }
}

/// What is stored and billed, each number with how it comes about.
pub(super) fn cost_ui(ui: &mut Ui, view: &View<'_>, data: &LeftData) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("multipart-left-cost-head")));
        let price = format::usd_price(data.price_nanos / 1_000);
        let facts = [
            ("multipart-left-bytes", format::bytes_billed(data.bytes), view.tr("multipart-left-bytes-how")),
            (
                "multipart-left-so-far",
                format::usd(data.spent_micros * i128::from(MANY_BUCKETS)),
                view.tr_with("multipart-left-so-far-how", &[("n", MANY_BUCKETS.into()), ("price", price.as_str().into())]),
            ),
            (
                "multipart-left-a-month",
                format::usd(data.month_micros() * i128::from(MANY_BUCKETS)),
                view.tr_with("multipart-left-a-month-how", &[("n", MANY_BUCKETS.into()), ("price", price.as_str().into())]),
            ),
        ];
        for (name, number, how) in facts {
            let name = view.tr_with(name, &[("n", MANY_BUCKETS.into())]);
            ui.label(fact(ui, &name, bold(number))).on_hover_text(how);
        }
        ui.label(muted(view.tr_with("multipart-left-days", &[("days", (data.days.floor() as i64).into())])));
    });
}

/// Time, ending uploads by hand, and ending them by a rule.
pub(super) fn handles_ui(ui: &mut Ui, view: &View<'_>, data: &LeftData, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        ui.horizontal_wrapped(|ui| {
            for (key, line) in [("multipart-left-day", "sim advance 1d"), ("multipart-left-month", "sim advance 30d")] {
                let button = text_button(ui, Icon::StepForward, &view.tr(key), true);
                actions.when(button.clicked(), Action::Act(vec![line.to_owned()]));
            }
            let all = text_button(ui, Icon::Close, &view.tr("multipart-left-abort-all"), !data.uploads.is_empty());
            actions.when(all.clicked(), Action::Act(data.uploads.iter().map(Upload::abort_line).collect()));
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(view.tr("multipart-left-rule")).on_hover_text(view.tr("multipart-left-rule-hint"));
            for days in RULES {
                let text = view.tr_with("multipart-left-rule-days", &[("n", days.into())]);
                let button = toggle(ui, &text, data.rule_days == Some(days));
                actions.when(button.clicked() && data.rule_days != Some(days), Action::Act(vec![scenes::rule(days)]));
            }
            let none = toggle(ui, &view.tr("multipart-left-rule-none"), data.rule_days.is_none());
            let delete = format!("aws s3api delete-bucket-lifecycle --bucket {BUCKET}");
            actions.when(none.clicked() && data.rule_days.is_some(), Action::Act(vec![delete]));
        });
    });
}

/// What the last act did.
pub(super) fn happened_ui(ui: &mut Ui, view: &View<'_>, data: &LeftData) {
    happened::ui(ui, view, data);
}
