//! What arrived, as it arrived: the last message of a queue, or the last event of a function. It is read, never edited.

use egui::{Label, ScrollArea, Ui, Vec2};

use super::{
    data::{EventsData, Inbox, Kind},
    lines,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{code, heading, muted, space},
    widgets::{Icon, card, text_button, toggle},
};

/// The members that a room looks at.
const TELLING: [&str; 11] = [
    "\"source\":",
    "\"detail-type\":",
    "\"Event\":",
    "\"Service\":",
    "\"Bucket\":",
    "\"eventName\":",
    "\"eventTime\":",
    "\"time\":",
    "\"key\":",
    "\"size\":",
    "\"sequencer\":",
];
/// The least height of the text.
const LEAST_HEIGHT: f32 = 120.0;

/// Draws a card with one inbox, and the choice among all; gives the name of one that was chosen.
pub(super) fn ui(
    ui: &mut Ui,
    view: &View<'_>,
    data: &EventsData,
    chosen: Option<&str>,
    height: f32,
    actions: &mut Actions,
) -> Option<String> {
    let mut now = None;
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(view.tr("s3-events-arrived")));
        let Some(inbox) = shown(data, chosen) else {
            ui.label(muted(view.tr("s3-events-no-inbox")));
            return;
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::GRID);
            for it in &data.inboxes {
                if toggle(ui, &format!("{} ({})", it.name, it.n), it.name == inbox.name).clicked() {
                    now = Some(it.name.clone());
                }
            }
        });
        if inbox.kind == Kind::Queue {
            let line = lines::receive(&inbox.name);
            let button = text_button(ui, Icon::Search, "receive-message", true).on_hover_text(line.as_str());
            actions.when(button.clicked(), Action::Act(vec![line]));
            ui.add(Label::new(muted(state(view, inbox))).wrap());
        }
        text_ui(ui, view, inbox, height.max(LEAST_HEIGHT));
    });
    now
}

/// The inbox of that name; else the first that has anything; else the first.
fn shown<'a>(data: &'a EventsData, chosen: Option<&str>) -> Option<&'a Inbox> {
    let named = chosen.and_then(|name| data.inbox(name));
    named.or_else(|| data.inboxes.iter().find(|inbox| inbox.n > 0)).or_else(|| data.inboxes.first())
}

/// Whether somebody has the last message now, and how often it was received.
fn state(view: &View<'_>, inbox: &Inbox) -> String {
    let key = match (inbox.n, inbox.is_hidden) {
        (0, _) => return view.tr("s3-events-queue-empty"),
        (_, true) => "s3-events-queue-hidden",
        (_, false) => "s3-events-queue-visible",
    };
    view.tr_with(key, &[("n", inbox.n_received.into())])
}

/// The text in a window of that height.
fn text_ui(ui: &mut Ui, view: &View<'_>, inbox: &Inbox, height: f32) {
    if inbox.text.is_empty() {
        ui.label(muted(view.tr("s3-events-nothing-arrived")));
        return;
    }
    let area = ScrollArea::vertical().id_salt("inbox").max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
    area.show(ui, |ui| {
        ui.add(Label::new(code(inbox.text.as_str())).wrap().selectable(true));
    });
}

/// For a projector: the lines of the record that one looks at, as many as there is room.
pub(super) fn present_ui(ui: &mut Ui, view: &View<'_>, data: &EventsData, name: &str) {
    let Some(inbox) = data.inbox(name) else { return };
    ui.spacing_mut().item_spacing.y = space::GRID / 2.0;
    ui.label(heading(inbox.name.as_str()));
    ui.label(muted(state(view, inbox)));
    for line in inbox.text.lines().map(str::trim).filter(|line| TELLING.iter().any(|part| line.starts_with(part))) {
        if ui.available_height() < ui.text_style_height(&egui::TextStyle::Monospace) {
            return;
        }
        ui.label(code(line.trim_end_matches(',')));
    }
}
