//! 2.1.1 and 2.1.2: change a file on a volume, a share and an object store, then match workloads to building blocks. A model of its
//! own; it stores no byte.

mod matching;
mod one_byte;
mod scenes;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::ui::{
    Beat, BeatKind, Bench, Idea, Panel, StageView, View,
    action::Actions,
    theme::{bold, muted, space},
    widgets::{card, fit, scrolling},
};
use matching::{Board, rules::WORKLOADS};
use one_byte::{Rewrite, views::Tab};
use scenes::{STARTS, State};

/// The heights between which the view under the stores follows the room.
const VIEW: [f32; 2] = [152.0, 420.0];
/// The share of the width that it takes; what happened stands beside it.
const VIEW_SHARE: f32 = 0.64;
/// Below this width list and detail stand below one another.
const ROOMY_WIDTH: f32 = 560.0;
/// The list's share of the width, and the most it takes.
const LIST_SHARE: f32 = 0.36;
const LIST_WIDTH: f32 = 380.0;

/// See the module.
pub(in crate::ui::benches) struct StorageKinds {
    /// The state and the text it was read from.
    state: Option<(String, State)>,
    /// The view under the stores.
    tab: Tab,
    /// The workload in front, counted from 0.
    workload: usize,
}

impl Default for StorageKinds {
    fn default() -> Self {
        Self { state: None, tab: Tab::Bytes, workload: 0 }
    }
}

/// Stores side by side, the handles above them, and the linked view below beside what happened. The view that was chosen, if one was.
fn rewrite_ui(ui: &mut Ui, view: &View<'_>, state: &Rewrite, tab: Tab, room: f32, actions: &mut Actions) -> Option<Tab> {
    let mut chosen = None;
    fit(ui, "rewrite", room, VIEW, |ui, height| {
        one_byte::handles::ui(ui, view, state, actions);
        one_byte::lanes::ui(ui, view, state, actions);
        let width = ui.available_width();
        let left = if width < ROOMY_WIDTH { width } else { (width * VIEW_SHARE).floor() };
        let mut views = |ui: &mut Ui| chosen = one_byte::views::ui(ui, view, state, tab, height);
        let happened = |ui: &mut Ui| happened_ui(ui, view, one_byte::story::happened(view, state));
        if left < width {
            let column = Layout::top_down(Align::Min);
            ui.horizontal_top(|ui| {
                ui.allocate_ui_with_layout(vec2(left, 0.0), column, views);
                let rest = ui.available_width();
                ui.allocate_ui_with_layout(vec2(rest, 0.0), column, happened);
            });
        } else {
            views(ui);
            happened(ui);
        }
    });
    chosen
}

/// The list of workloads beside the one in front. The workload that was clicked, if one was.
fn match_ui(ui: &mut Ui, view: &View<'_>, board: &Board, workload: usize, actions: &mut Actions) -> Option<usize> {
    let width = ui.available_width();
    if width < ROOMY_WIDTH {
        let clicked = matching::board::ui(ui, view, board, workload);
        matching::detail::ui(ui, view, board, workload, actions);
        return clicked;
    }
    let column = Layout::top_down(Align::Min);
    ui.horizontal_top(|ui| {
        let list = (width * LIST_SHARE).min(LIST_WIDTH).floor();
        let clicked = ui.allocate_ui_with_layout(vec2(list, 0.0), column, |ui| {
            let clicked = matching::board::ui(ui, view, board, workload);
            happened_ui(ui, view, matching::story::happened(view, board));
            clicked
        });
        let rest = ui.available_width();
        ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| matching::detail::ui(ui, view, board, workload, actions));
        clicked.inner
    })
    .inner
}

fn happened_ui(ui: &mut Ui, view: &View<'_>, text: String) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("storage-kinds-happened")));
        ui.label(text);
    });
}

impl Panel for StorageKinds {
    fn id(&self) -> &'static str {
        "storage-kinds"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, state)) = &self.state else { return };
        let foot = match state {
            State::Rewrite(_) => muted(view.tr("storage-kinds-simplified-byte")),
            State::Match(_) => muted(view.tr("storage-kinds-simplified-match")),
        };
        let foot =
            egui::WidgetText::from(foot).into_galley(ui, Some(egui::TextWrapMode::Wrap), ui.available_width(), egui::TextStyle::Small);
        let room = ui.available_height() - foot.size().y - space::INSIDE;
        scrolling(ui, ScrollArea::vertical().id_salt("storage-kinds").auto_shrink([false, false]), |ui| {
            // closer together than elsewhere, so that the view under the stores is in sight, too
            ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::INSIDE);
            match state {
                State::Rewrite(state) => self.tab = rewrite_ui(ui, view, state, self.tab, room, actions).unwrap_or(self.tab),
                State::Match(board) => self.workload = match_ui(ui, view, board, self.workload, actions).unwrap_or(self.workload),
            }
            ui.label(foot);
        });
    }
}

impl Bench for StorageKinds {
    fn starts(&self) -> &'static [&'static str] {
        STARTS
    }

    fn start(&self, _start: usize) -> Vec<String> {
        Vec::new()
    }

    fn start_with(&mut self, _start: usize) {
        *self = Self::default();
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scenes::beats(start)
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        State::read(run.idea)?.answer(beat)
    }

    /// Reads the state anew when it has changed; the workload that was acted on comes to the front.
    fn refresh(&mut self, view: &View<'_>) {
        let text = view.stage.idea;
        if self.state.as_ref().is_none_or(|(read, _)| read != text)
            && let Some(state) = State::read(text)
        {
            if let State::Match(board) = &state {
                self.workload = board.touched().unwrap_or(self.workload);
            }
            self.state = Some((text.to_owned(), state));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        Some(match State::read(view.stage.idea)? {
            State::Rewrite(state) => one_byte::story::beat(view, &state, beat),
            State::Match(board) => matching::story::beat(view, &board, beat),
        })
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        let height = ui.available_height();
        match &self.state {
            Some((_, State::Rewrite(state))) if beat.kind == BeatKind::Observe => {
                one_byte::views::ui(ui, view, state, Tab::Bytes, height);
            }
            Some((_, State::Rewrite(state))) => one_byte::lanes::ui(ui, view, state, actions),
            Some((_, State::Match(board))) if beat.id == "turned" => matching::detail::ui(ui, view, board, self.workload, actions),
            Some((_, State::Match(board))) => {
                let clicked = matching::board::ui(ui, view, board, self.workload);
                self.workload = clicked.unwrap_or(self.workload).min(WORKLOADS.len() - 1);
            }
            None => {}
        }
    }

    fn idea(&self) -> Option<&dyn Idea> {
        Some(self)
    }
}

impl Idea for StorageKinds {
    fn opening(&self, start: usize) -> String {
        State::opening(start).text()
    }

    fn after(&self, state: &str, act: &str) -> Option<String> {
        Some(State::read(state)?.after(act)?.text())
    }

    fn is_state(&self, text: &str) -> bool {
        State::read(text).is_some()
    }
}
