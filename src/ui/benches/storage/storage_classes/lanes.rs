//! The shelves: one lane for each object with its state, a GET and how the last one ended, and beside it a picture that the
//! scene draws.

use egui::{Button, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};
use skylab_cloud::clock::SimTime;

use super::{
    commands,
    parts::{cell, small_code, widest},
    shelf::{Shelf, State},
    words,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{ICON, TARGET, muted, small, space},
    widgets::Icon,
};

/// The side of a state's mark.
const MARK: f32 = ICON - space::GRID;
/// Bounds of the first column, where a state may take two lines.
const NAME_WIDTH: std::ops::RangeInclusive<f32> = 132.0..=212.0;
/// The least width of a picture.
const LEAST_PICTURE: f32 = 96.0;

/// Where the columns of the lanes lie.
pub(super) struct Lanes {
    name: f32,
    get: f32,
    answer: f32,
    /// The width of the pictures.
    pub picture: f32,
    height: f32,
}

impl Lanes {
    /// Measures the lanes of those shelves.
    pub(super) fn new(ui: &Ui, view: &View<'_>, now: SimTime, shelves: &[Shelf]) -> Self {
        let get = widest(ui, [egui::RichText::new(view.tr("storage-classes-get"))]) + 2.0 * space::BETWEEN;
        let speeds = widest(ui, shelves.iter().filter_map(|shelf| speed(view, shelf)).map(small));
        let names = widest(ui, shelves.iter().map(|shelf| small_code(name(shelves, shelf)))) + speeds + space::INSIDE;
        let states = widest(ui, shelves.iter().map(|shelf| small(words::state(view, now, shelf.state).1)));
        let name = names.max(states + MARK + space::GRID).clamp(*NAME_WIDTH.start(), NAME_WIDTH.end().max(names));
        let answer = widest(ui, shelves.iter().map(|shelf| answer(view, shelf))).max(MARK + TARGET);
        let used = name + get + answer + 3.0 * space::INSIDE;
        let line = ui.text_style_height(&egui::TextStyle::Small);
        let wraps = states + MARK + space::GRID > name;
        let height = if wraps { 3.0 * line } else { 2.0 * line } + space::GRID;
        Self { name, get, answer, picture: (ui.available_width() - used).max(LEAST_PICTURE), height: height.max(TARGET + space::GRID) }
    }

    /// How far the pictures begin from the left.
    pub(super) fn indent(&self) -> f32 {
        self.name + self.get + self.answer + 3.0 * space::INSIDE
    }

    /// Draws one lane and gives the place of its picture.
    pub(super) fn ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        at: (SimTime, &str),
        shelves: &[Shelf],
        one: &Shelf,
        actions: &mut Actions,
    ) -> Rect {
        let (now, bucket) = at;
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            cell(ui, self.name, self.height, |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = space::INSIDE;
                        ui.label(small_code(name(shelves, one)));
                        speed(view, one).map(|speed| ui.label(muted(speed)));
                    });
                    ui.horizontal_top(|ui| state_ui(ui, view, now, one.state));
                });
            });
            cell(ui, self.get, self.height, |ui| {
                let button = ui.add(Button::new(view.tr("storage-classes-get")).min_size(vec2(self.get, TARGET)));
                let told = view.tr_with("storage-classes-get-of", &[("key", one.key.into())]);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
                actions.when(button.on_hover_text(told).clicked(), Action::Act(vec![commands::get(bucket, one.key)]));
            });
            cell(ui, self.answer, self.height, |ui| answer_ui(ui, view, one));
            let (rect, _) = ui.allocate_exact_size(vec2(self.picture, self.height), Sense::hover());
            rect
        });
        row.inner
    }
}

/// The class, and the file where a class holds several.
pub(super) fn name(shelves: &[Shelf], shelf: &Shelf) -> String {
    let several = shelves.iter().filter(|other| other.class == shelf.class).count() > 1;
    let file = shelf.key.rsplit('/').next().unwrap_or(shelf.key);
    if several { format!("{} {file}", shelf.class) } else { shelf.class.name().to_owned() }
}

/// A state's mark and words, in a row that is there already.
pub(super) fn state_ui(ui: &mut Ui, view: &View<'_>, now: SimTime, state: State) {
    let (icon, words) = words::state(view, now, state);
    ui.spacing_mut().item_spacing.x = space::GRID;
    let line = ui.text_style_height(&egui::TextStyle::Small);
    let (rect, _) = ui.allocate_exact_size(vec2(MARK, line), Sense::hover());
    let mark = Rect::from_center_size(rect.center(), Vec2::splat(MARK));
    icon.paint(ui.painter(), mark, mark_color(view, icon));
    ui.add(egui::Label::new(small(words)).wrap());
}

/// The speed of the restore asked for last.
pub(super) fn speed(view: &View<'_>, shelf: &Shelf) -> Option<String> {
    shelf.restores.last().map(|restore| words::speed_name(view, restore.speed))
}

/// The colour that goes with a mark.
pub(super) fn mark_color(view: &View<'_>, icon: Icon) -> egui::Color32 {
    let palette = view.palette();
    match icon {
        Icon::Ok => palette.ok,
        Icon::Failed => palette.failed,
        Icon::Warning => palette.warning,
        Icon::Half => palette.accent,
        _ => palette.unknown,
    }
}

/// The longest line that an answer takes.
fn answer(view: &View<'_>, shelf: &Shelf) -> egui::RichText {
    match shelf.last_get() {
        None => muted(view.tr("storage-classes-no-get")),
        Some(get) => small_code(get.refusal.as_ref().map_or("", |(code, _)| code.as_str())),
    }
}

/// Status and code of the last GET.
fn answer_ui(ui: &mut Ui, view: &View<'_>, shelf: &Shelf) {
    let Some(get) = shelf.last_get() else {
        ui.label(muted(view.tr("storage-classes-no-get")));
        return;
    };
    let told = view.tr_with("storage-classes-answered-at", &[("date", words::date(get.at).into())]);
    let Some((code, status)) = &get.refusal else {
        status_ui(ui, view, Icon::Ok, 200).on_hover_text(told);
        return;
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| status_ui(ui, view, Icon::Failed, *status));
        ui.label(small_code(code.as_str()));
    })
    .response
    .on_hover_text(told);
}

fn status_ui(ui: &mut Ui, view: &View<'_>, icon: Icon, status: u16) -> egui::Response {
    ui.spacing_mut().item_spacing.x = space::GRID;
    let line = ui.text_style_height(&egui::TextStyle::Small);
    let (rect, _) = ui.allocate_exact_size(vec2(MARK, line), Sense::hover());
    icon.paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(MARK)), mark_color(view, icon));
    ui.label(small_code(status.to_string()))
}
