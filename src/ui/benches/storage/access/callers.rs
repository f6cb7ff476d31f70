//! The callers before the object: a row for each, a column for each door, with the answer and what decided it. Choosing one shows the
//! whole trace.

use egui::{Align, Button, FontFamily, Label, Layout, Role, Sense, TextStyle, Ui, Vec2, WidgetInfo, vec2};

use super::{
    data::{AccessData, Call},
    scenes::{Door, KEY, Who},
    trace,
};
use crate::ui::{
    View,
    theme::{ICON, TARGET, bold, heading, muted, small, space},
    widgets::{Icon, card},
};

/// The callers' share of the width.
const WHO_SHARE: f32 = 0.3;

/// Draws all rows; gives the call that was clicked.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &AccessData, chosen: (Who, Door)) -> Option<(Who, Door)> {
    let mut clicked = None;
    let doors: &[Door] = if data.settings.has_point { &[Door::Bucket, Door::Point] } else { &[Door::Bucket] };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        if !view.presents() {
            ui.label(heading(view.tr_with("access-callers-head", &[("key", KEY.into())])));
        }
        row_ui(ui, view, doors.len(), |ui, n| {
            let text = n.checked_sub(1).map_or_else(|| view.tr("access-column-who"), |n| column(view, doors[n]));
            ui.add(Label::new(muted(text)).wrap());
        });
        for who in Who::ALL {
            row_ui(ui, view, doors.len(), |ui, n| match n.checked_sub(1).map(|n| doors[n]) {
                None => {
                    let name = view.tr(&format!("access-who-{}", who.id()));
                    ui.add(Label::new(bold(name)).wrap()).on_hover_text(view.tr(&format!("access-who-{}-hint", who.id())));
                }
                Some(door) => {
                    let Some(call) = data.call(who, door) else { return };
                    if call_ui(ui, view, call, (door, doors.len()), chosen == (who, door)) {
                        clicked = Some((who, door));
                    }
                }
            });
        }
    });
    clicked
}

/// By which way the calls of a column come.
fn column(view: &View<'_>, door: Door) -> String {
    view.tr(match door {
        Door::Bucket => "access-column-bucket",
        Door::Point => "access-column-point",
    })
}

fn row_ui(ui: &mut Ui, view: &View<'_>, n_doors: usize, mut cell: impl FnMut(&mut Ui, usize)) {
    let width = ui.available_width() - n_doors as f32 * space::INSIDE;
    let who_width = width * WHO_SHARE;
    let door_width = (width - who_width) / n_doors.max(1) as f32;
    // on a projector there is nothing to hit, and more to be read
    let height = if view.presents() { ui.text_style_height(&TextStyle::Body) } else { TARGET };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::INSIDE;
        for n in 0..=n_doors {
            let width = if n == 0 { who_width } else { door_width };
            ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(width);
                cell(ui, n);
            });
        }
    });
}

/// The answer as a button, and what decided beside it. True if it was clicked.
fn call_ui(ui: &mut Ui, view: &View<'_>, call: &Call, (door, n_doors): (Door, usize), is_chosen: bool) -> bool {
    let palette = view.palette();
    let (icon, color) = if call.is_allowed() { (Icon::Ok, palette.ok) } else { (Icon::Failed, palette.failed) };
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(ICON), Sense::hover());
    icon.paint(ui.painter(), rect, color);
    let answer = call.why.refusal.as_ref().map_or_else(|| "200".to_owned(), |error| error.status.to_string());
    let reason = trace::reason(view, call);
    if view.presents() {
        // two answers side by side leave no room for reasons, which the trace tells
        let told = if n_doors > 1 { answer } else { format!("{answer} {reason}") };
        ui.add(Label::new(bold(told)).wrap());
        return false;
    }
    let name = format!("{}, {}: {answer} {reason}", view.tr(&format!("access-who-{}", call.who.id())), column(view, door));
    let button = ui.add(Button::new(small(answer).family(FontFamily::Monospace)).selected(is_chosen));
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let clicked = button.on_hover_text(view.tr("access-why-hint")).clicked();
    ui.add(Label::new(reason).wrap());
    clicked
}
