//! The month's bill as one bar for each group, with what it would be as usual beside it, and the lines of the group in front.

use egui::{Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2};
use skylab_cloud::bill::Unit;

use super::{
    data::BillData,
    spent::{Group, Item, MonthBill, OUT_NANOS, Readers},
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{TARGET, bold, bold_of, code, heading, muted, small, space},
        widgets::{card, widest},
    },
};

/// How high a bar is.
const BAR: f32 = 14.0;
/// The height of the list of lines.
const LINES: f32 = 132.0;

/// Draws the bars; gives the group that was clicked.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &BillData, readers: Readers, chosen: Group) -> Option<Group> {
    ui.spacing_mut().item_spacing.y = space::GRID;
    let Some(month) = &data.month else {
        ui.label(heading(view.tr("s3-bill-head-none")));
        ui.label(muted(view.tr("s3-bill-empty")));
        return None;
    };
    let key = if month.is_over { "s3-bill-head" } else { "s3-bill-head-running" };
    let args = [("month", name(month).into()), ("total", format::usd(month.total_nanos(readers) / 1_000).into())];
    ui.label(heading(view.tr_with(key, &args)));
    let most = Group::ALL.iter().flat_map(|group| [month.nanos(*group, readers), data.usual.nanos(*group, readers)]).max().unwrap_or(0);
    let names = Group::ALL.map(|group| view.tr(&format!("s3-bill-group-{}", group.id())));
    let columns = [widest(ui, &names), widest(ui, &["1,000.00\u{a0}USD"])];
    let mut clicked = None;
    for (group, name) in Group::ALL.into_iter().zip(&names) {
        if row_ui(ui, view, (month, &data.usual), group, (name, columns), (readers, most, group == chosen)) {
            clicked = Some(group);
        }
    }
    let usual = format::usd(data.usual.total_nanos(readers) / 1_000);
    ui.label(small(view.tr_with("s3-bill-usual", &[("total", usual.into())]))).on_hover_text(view.tr("s3-bill-usual-how"));
    clicked
}

/// `2026-02`.
pub(super) fn name(month: &MonthBill) -> String {
    format::date(month.month.start().millis().div_euclid(1_000)).chars().take(7).collect()
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (month, usual): (&MonthBill, &MonthBill),
    group: Group,
    (name, [names, amounts]): (&str, [f32; 2]),
    (readers, most, is_chosen): (Readers, i128, bool),
) -> bool {
    let (nanos, as_usual) = (month.nanos(group, readers), usual.nanos(group, readers));
    let amount = format::usd(nanos / 1_000);
    let args = [("group", name.into()), ("amount", amount.as_str().into()), ("usual", format::usd(as_usual / 1_000).into())];
    let told = view.tr_with("s3-bill-row", &args);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &told));
    let palette = view.palette();
    if is_chosen || response.hovered() || response.has_focus() {
        let stroke = Stroke::new(if is_chosen { view.theme.curve_width() } else { view.theme.line_width() }, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
    let inside = rect.shrink2(vec2(space::INSIDE, 0.0));
    let bars = Rect::from_min_max(
        pos2(inside.left() + names + space::INSIDE, rect.top()),
        pos2(inside.right() - amounts - space::INSIDE, rect.bottom()),
    );
    let wide = |nanos: i128| if most > 0 { bars.width().max(0.0) * (nanos as f64 / most as f64) as f32 } else { 0.0 };
    let top = rect.center().y - BAR / 2.0;
    let color = palette.series[Group::ALL.iter().position(|it| *it == group).unwrap_or(0)];
    ui.painter().rect_filled(Rect::from_min_size(pos2(bars.left(), top), vec2(wide(nanos), BAR)), 1.0, color);
    let hollow = Rect::from_min_size(pos2(bars.left(), top - 3.0), vec2(wide(as_usual).max(1.0), BAR + 6.0));
    ui.painter().rect_stroke(hollow, 1.0, Stroke::new(view.theme.line_width(), palette.muted), StrokeKind::Inside);
    let body = TextStyle::Body.resolve(ui.style());
    let (left, right) = (inside.left_center(), inside.right_center());
    ui.painter().text(left, Align2::LEFT_CENTER, name, body.clone(), palette.text);
    ui.painter().text(right, Align2::RIGHT_CENTER, amount, bold_of(&body), palette.text);
    response.on_hover_text(told).clicked()
}

/// The lines of a group: quantity, usage type and amount, as on the bill.
pub(super) fn lines_ui(ui: &mut Ui, view: &View<'_>, data: &BillData, readers: Readers, group: Group) {
    let Some(month) = &data.month else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr(&format!("s3-bill-group-{}", group.id())))).on_hover_text(view.tr("s3-bill-lines-how"));
        ScrollArea::vertical().id_salt("bill-lines").max_height(LINES).auto_shrink([false, true]).show(ui, |ui| {
            if group == Group::Transfer {
                transfer_ui(ui, view, month, readers);
                return;
            }
            let items: Vec<&Item> = month.items.iter().filter(|item| item.group == group).collect();
            if items.is_empty() {
                ui.label(muted(view.tr("s3-bill-no-lines")));
            }
            for item in items {
                item_ui(ui, view, item);
            }
        });
    });
}

fn item_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let unit = match item.unit {
        Unit::GbMonth => "s3-bill-unit-gb-month",
        Unit::ThousandRequests => "s3-bill-unit-requests",
        Unit::Gb => "s3-bill-unit-gb",
        Unit::ThousandObjectMonths => "s3-bill-unit-objects",
        Unit::KeyMonth => "s3-bill-unit-keys",
    };
    let quantity = view.tr_with(unit, &[("n", format::decimal(item.quantity, usize::from(item.quantity < 1_000.0)).into())]);
    let usage = if item.operation.is_empty() { item.usage_type.clone() } else { format!("{} ({})", item.usage_type, item.operation) };
    ui.add(egui::Label::new(code(usage)).wrap());
    let key = if item.is_estimate { "s3-bill-line-estimate" } else { "s3-bill-line" };
    let args = [("quantity", quantity.into()), ("amount", format::usd(item.nanos / 1_000).into())];
    ui.label(muted(view.tr_with(key, &args)));
}

fn transfer_ui(ui: &mut Ui, view: &View<'_>, month: &MonthBill, readers: Readers) {
    let args = [
        ("gb", format::decimal(month.out_gb, 0).into()),
        ("price", format::usd_price((OUT_NANOS / 1_000.0) as i128).into()),
        ("amount", format::usd(month.nanos(Group::Transfer, readers) / 1_000).into()),
    ];
    ui.label(view.tr_with(&format!("s3-bill-transfer-{}", readers.id()), &args));
}
