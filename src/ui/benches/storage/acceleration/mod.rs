//! 2.5.2 Transfer Acceleration: a client's city, a bucket's Region, and two ways between them; the switch of a bucket and its addresses.
//! Speeds are a model of its own; the switch is the simulator's.

mod handles;
mod picture;
mod places;
mod race;
mod scenes;
mod story;
mod switch;
mod views;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::ui::{
    Beat, BeatKind, Bench, Idea, Panel, StageView, View,
    action::Actions,
    theme::{muted, space},
    widgets::{fit, scrolling},
};
use race::Race;
use scenes::{STARTS, SWITCH};
use switch::data::SwitchData;

/// The left column's share of the width.
const LEFT_SHARE: f32 = 0.58;
/// Below this width everything stands in one column.
const ROOMY_WIDTH: f32 = 560.0;

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct Acceleration {
    start: usize,
    /// The state and the text it was read from.
    race: Option<(String, Race)>,
    /// The buckets, and the revision they were read at.
    switch: Option<(u64, SwitchData)>,
}

fn race_ui(ui: &mut Ui, view: &View<'_>, race: &Race, room: f32, actions: &mut Actions) {
    let width = ui.available_width();
    let main = |ui: &mut Ui, actions: &mut Actions| {
        fit(ui, "ways", room, picture::BOTH_LINES, |ui, height| {
            picture::ui(ui, view, race, height / 2.0);
            handles::ui(ui, view, race, actions);
        });
    };
    let side = |ui: &mut Ui| {
        fit(ui, "side", room, views::CHART, |ui, height| {
            views::chart_ui(ui, view, race, height);
            views::happened_ui(ui, view, race);
        });
    };
    columns_ui(ui, width, main, side, actions);
}

fn switch_ui(ui: &mut Ui, view: &View<'_>, data: &SwitchData, actions: &mut Actions) {
    let width = ui.available_width();
    let main = |ui: &mut Ui, actions: &mut Actions| switch::scene_ui(ui, view, data, actions);
    columns_ui(ui, width, main, |ui| switch::happened_ui(ui, view), actions);
}

/// Two columns, or one where there is little room.
fn columns_ui(ui: &mut Ui, width: f32, main: impl FnOnce(&mut Ui, &mut Actions), side: impl FnOnce(&mut Ui), actions: &mut Actions) {
    if width < ROOMY_WIDTH {
        main(ui, actions);
        side(ui);
        return;
    }
    let column = Layout::top_down(Align::Min);
    let left = ((width - space::BETWEEN) * LEFT_SHARE).floor();
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(left, 0.0), column, |ui| main(ui, actions));
        let rest = ui.available_width();
        ui.allocate_ui_with_layout(vec2(rest, 0.0), column, side);
    });
}

impl Panel for Acceleration {
    fn id(&self) -> &'static str {
        "acceleration"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let foot = muted(view.tr(if self.start == SWITCH { "acceleration-simplified-switch" } else { "acceleration-simplified" }));
        let foot =
            egui::WidgetText::from(foot).into_galley(ui, Some(egui::TextWrapMode::Wrap), ui.available_width(), egui::TextStyle::Small);
        let room = ui.available_height() - foot.size().y - space::BETWEEN;
        scrolling(ui, ScrollArea::vertical().id_salt("acceleration").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::BETWEEN);
            match (&self.switch, &self.race) {
                (Some((_, data)), _) => switch_ui(ui, view, data, actions),
                (None, Some((_, race))) => race_ui(ui, view, race, room, actions),
                (None, None) => {}
            }
            ui.label(foot);
        });
    }
}

impl Bench for Acceleration {
    fn starts(&self) -> &'static [&'static str] {
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        if start == SWITCH { scenes::start_lines() } else { Vec::new() }
    }

    fn start_with(&mut self, start: usize) {
        *self = Self { start, ..Self::default() };
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scenes::beats(start)
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        scenes::answer(beat, run)
    }

    /// Reads the state, or the buckets, anew.
    fn refresh(&mut self, view: &View<'_>) {
        let text = view.stage.idea;
        if text.is_empty() {
            self.race = None;
            if self.switch.as_ref().is_none_or(|(revision, _)| *revision != view.stage.revision) {
                self.switch = Some((view.stage.revision, SwitchData::of(&view.stage)));
            }
            return;
        }
        self.switch = None;
        if self.race.as_ref().is_none_or(|(read, _)| read != text)
            && let Some(race) = Race::read(text)
        {
            self.race = Some((text.to_owned(), race));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        match (&self.switch, &self.race) {
            (Some((_, data)), _) => story::of_switch(view, data, beat),
            (None, Some((_, race))) => Some(story::of_race(view, race, beat)),
            (None, None) => None,
        }
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        let height = ui.available_height();
        match (&self.switch, &self.race) {
            (Some(_), _) if beat.kind == BeatKind::Act => switch::happened_ui(ui, view),
            (Some((_, data)), _) => {
                // the bucket that can be fast, so that its addresses stand on one line
                let first = SwitchData { buckets: data.buckets.iter().take(1).cloned().collect() };
                switch::scene_ui(ui, view, &first, actions);
            }
            (None, Some((_, race))) if beat.id == "curve" || beat.kind == BeatKind::Why => views::chart_ui(ui, view, race, height),
            (None, Some((_, race))) => {
                ui.spacing_mut().item_spacing.y = space::GRID;
                picture::ways_ui(ui, view, race, picture::BOTH_LINES[0] / 3.0);
            }
            (None, None) => {}
        }
    }

    fn idea(&self) -> Option<&dyn Idea> {
        Some(self)
    }
}

impl Idea for Acceleration {
    fn opening(&self, start: usize) -> String {
        if start == SWITCH { String::new() } else { Race::opening().text() }
    }

    fn after(&self, state: &str, act: &str) -> Option<String> {
        Some(Race::read(state)?.after(act)?.text())
    }

    fn is_state(&self, text: &str) -> bool {
        Race::read(text).is_some()
    }
}
