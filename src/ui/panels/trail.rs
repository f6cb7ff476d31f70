//! The trail: everything that happened in the sandbox in front, newest first, and the record that CloudTrail would write of it. It
//! keeps nothing: the events are the sandbox's.

mod detail;
mod list;
mod rows;

use egui::{Align, Color32, Id, Key, Layout, Role, TextEdit, TextStyle, Ui, WidgetInfo, vec2};
use skylab_cloud::{
    Sandbox, audit,
    clock::SimTime,
    journal::{Event, Input},
};

use crate::ui::action::{Action, Actions, ClockAct};
use crate::ui::theme::{muted, space, title};
use crate::ui::widgets::{Icon, card, icon_button, text_button, toggle};
use crate::ui::{Panel, View, panel_name};
use rows::{Names, Row, Show};

/// From this width on, the record stands beside the list.
const BESIDE_WIDTH: f32 = 560.0;
/// The record's share of the width, and of the height where it stands below.
const DETAIL_SHARE: f32 = 0.42;
/// The record is never wider than its lines want.
const MAX_DETAIL_WIDTH: f32 = 620.0;
/// The least width of the field for words to look for.
const FIELD_WIDTH: f32 = 170.0;

/// See the module.
#[derive(Default)]
pub(super) struct Trail {
    show: Show,
    /// What stands in the field; it counts only when it is sent.
    typed: String,
    /// What is looked for.
    words: String,
    chosen: Option<Chosen>,
}

/// The event that was clicked last, with its record.
struct Chosen {
    index: usize,
    event: Event,
    record: Option<serde_json::Value>,
}

impl Panel for Trail {
    fn id(&self) -> &'static str {
        "trail"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let sandbox = view.stage.sandbox;
        // In another sandbox, and after acting in the past, the same number is another event.
        let is_there = |chosen: &Chosen| sandbox.all_events().get(chosen.index) == Some(&chosen.event);
        self.chosen = self.chosen.take().filter(is_there);
        if sandbox.all_events().is_empty() {
            self.head_ui(ui, view, 0, actions);
            empty_ui(ui, view, actions);
            return;
        }
        let rows = self.rows(view);
        self.head_ui(ui, view, rows.len(), actions);
        if let Some(clicked) = self.body_ui(ui, view, &rows, actions) {
            self.go_to(sandbox, clicked, actions);
        }
    }

    fn shows_stage(&self) -> bool {
        true
    }
}

impl Trail {
    /// The rows that pass the filters, newest first.
    fn rows<'a>(&self, view: &View<'a>) -> Vec<Row<'a>> {
        let words: Vec<String> = self.words.split_whitespace().map(str::to_lowercase).collect();
        let mut names = Names::new(view);
        rows::of(view.stage.sandbox).filter(|row| row.is_shown(self.show) && row.matches(&words, &mut names)).collect()
    }

    fn head_ui(&mut self, ui: &mut Ui, view: &View<'_>, n_shown: usize, actions: &mut Actions) {
        let n_all = view.stage.sandbox.all_events().len();
        ui.horizontal_wrapped(|ui| {
            ui.label(title(panel_name(view.lang, self.id())));
            if let Some((bench, _)) = view.stage.of_bench {
                ui.label(muted(view.tr_with("trail-of", &[("bench", panel_name(view.lang, bench).into())])));
            }
            if n_shown < n_all {
                ui.label(muted(view.tr_with("trail-count-some", &[("n", n_shown.into()), ("m", n_all.into())])));
            } else if n_all > 0 {
                ui.label(muted(view.tr_with("trail-count", &[("n", n_all.into())])));
            }
        });
        if n_all > 0 {
            ui.horizontal_wrapped(|ui| {
                for (show, key, hint) in Show::ALL {
                    let button = toggle(ui, &view.tr(key), self.show == show).on_hover_text(view.tr(hint));
                    if button.clicked() {
                        self.show = show;
                    }
                }
                ui.add_space(space::INSIDE);
                self.find_ui(ui, view);
            });
            later_ui(ui, view, actions);
        }
        ui.add_space(space::GRID);
    }

    /// The field acts when it is sent, not while one writes: Korean letters are unfinished for a while.
    fn find_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let hint = view.tr("trail-find-hint");
        let font = TextStyle::Body.resolve(ui.style());
        let wanted = ui.painter().layout_no_wrap(hint.clone(), font, Color32::PLACEHOLDER).size().x + space::GROUP;
        let width = wanted.max(FIELD_WIDTH).min(ui.max_rect().width());
        let field = ui.add(TextEdit::singleline(&mut self.typed).id(Id::unique("trail-find")).hint_text(hint).desired_width(width));
        let name = view.tr("trail-find");
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let sent = text_button(ui, Icon::Search, &view.tr("trail-find-do"), self.typed.trim() != self.words).clicked();
        if entered || sent {
            self.typed.trim().clone_into(&mut self.words);
        }
        if !self.words.is_empty() && icon_button(ui, Icon::Close, &view.tr("trail-find-clear"), true).clicked() {
            self.typed.clear();
            self.words.clear();
        }
    }

    /// List and record. Gives the row that was clicked.
    fn body_ui<'a>(&mut self, ui: &mut Ui, view: &View<'_>, rows: &[Row<'a>], actions: &mut Actions) -> Option<Row<'a>> {
        let chosen = self.chosen.as_ref().map(|chosen| chosen.index);
        let room = ui.available_size();
        if rows.is_empty() {
            card(ui, view.theme, None, |ui| {
                ui.set_width(ui.available_width());
                ui.label(view.tr("trail-nothing-found"));
                if text_button(ui, Icon::Trail, &view.tr("trail-show-all"), true).clicked() {
                    *self = Self::default();
                }
            });
            return None;
        }
        if room.x >= BESIDE_WIDTH {
            let detail = (room.x * DETAIL_SHARE).min(MAX_DETAIL_WIDTH);
            let list = vec2(room.x - detail - space::BETWEEN, room.y);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::BETWEEN;
                let down = Layout::top_down(Align::Min);
                let clicked = ui.allocate_ui_with_layout(list, down, |ui| list::ui(ui, view, rows, chosen, list)).inner;
                let detail = vec2(detail, room.y);
                ui.allocate_ui_with_layout(detail, down, |ui| detail::ui(ui, view, self.detail(view), room.y, actions));
                clicked
            })
            .inner
        } else if self.chosen.is_some() {
            let below = room.y * DETAIL_SHARE;
            let clicked = list::ui(ui, view, rows, chosen, vec2(room.x, room.y - below - space::INSIDE));
            ui.add_space(space::INSIDE);
            detail::ui(ui, view, self.detail(view), below, actions);
            clicked
        } else {
            list::ui(ui, view, rows, chosen, room)
        }
    }

    /// The chosen event and its record.
    fn detail<'a>(&'a self, view: &View<'a>) -> Option<(Row<'a>, Option<&'a serde_json::Value>)> {
        let chosen = self.chosen.as_ref()?;
        Some((rows::row(view.stage.sandbox, chosen.index)?, chosen.record.as_ref()))
    }

    fn go_to(&mut self, sandbox: &Sandbox, row: Row<'_>, actions: &mut Actions) {
        let record = sandbox.all_inputs().get(row.event.input).and_then(|input| audit::record(input, row.event));
        self.chosen = Some(Chosen { index: row.index, event: row.event.clone(), record });
        actions.push(Action::Clock(moment(&row)));
    }
}

/// Where the clock goes for a row: right after the input that it answers, or to the moment within the time that passed.
fn moment(row: &Row<'_>) -> ClockAct {
    match row.cause {
        Input::Advance { .. } => ClockAct::Seek(secs_up(row.event.at)),
        Input::Call { .. } | Input::Fault(_) => ClockAct::SeekInput(row.event.input + 1),
    }
}

/// Whole seconds, not before the moment: one second earlier it had not happened yet.
fn secs_up(at: SimTime) -> i64 {
    at.millis().div_euclid(1_000) + i64::from(at.millis().rem_euclid(1_000) > 0)
}

/// After going back: how much of the run is still to come, and the way to its end.
fn later_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let sandbox = view.stage.sandbox;
    let n_later = sandbox.all_events().len() - sandbox.events().len();
    if n_later > 0 {
        ui.horizontal_wrapped(|ui| {
            ui.label(muted(view.tr_with("trail-later-count", &[("n", n_later.into())])));
            let end = text_button(ui, Icon::StepForward, &view.tr("trail-later-go"), true);
            actions.when(end.clicked(), Action::Clock(ClockAct::SeekInput(sandbox.all_inputs().len())));
        });
    }
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.label(view.tr("trail-empty"));
        let terminal = text_button(ui, Icon::Terminal, &view.tr("open-terminal"), true);
        actions.when(terminal.clicked(), Action::Open("terminal".to_owned()));
    });
}
