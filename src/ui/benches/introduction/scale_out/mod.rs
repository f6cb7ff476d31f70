//! 1 The course and its labs: add identical machines or grow one, and see capacity, price and what one failure costs. A model of its
//! own; it starts no instance.

mod handles;
mod model;
mod picture;
mod plots;
mod scenes;
mod story;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::ui::{
    Beat, BeatKind, Bench, Idea, Panel, StageView, View,
    action::Actions,
    theme::{bold, muted, space},
    widgets::{card, fit, scrolling, toggle},
};
use model::{Last, Tier};
use scenes::{SCENES, STARTS, scene};

/// The left column's share of the width: picture and handles.
const LEFT_SHARE: f32 = 0.48;
/// Below this width everything stands in one column.
const ROOMY_WIDTH: f32 = 560.0;
/// The heights of machines and chart within which they follow the room.
const MACHINES: [f32; 2] = [76.0, 260.0];
const CHART: [f32; 2] = [190.0, 460.0];

/// Which chart is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Failures,
    Growth,
}

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct ScaleOut {
    /// The state and the text it was read from.
    tier: Option<(String, Tier)>,
    /// The chart that the learner chose since the last act; else the one that this is about.
    tab: Option<Tab>,
    start: usize,
}

impl ScaleOut {
    fn tab(&self, tier: &Tier) -> Tab {
        self.tab.unwrap_or(match tier.last {
            Last::Counted(_) | Last::Resized { .. } | Last::Ceiling => Tab::Growth,
            Last::Nothing if SCENES.get(self.start).is_some_and(|scene| scene.id == "ceiling") => Tab::Growth,
            _ => Tab::Failures,
        })
    }

    fn left_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, room: f32, actions: &mut Actions) {
        fit(ui, "left", room, MACHINES, |ui, height| {
            picture::ui(ui, view, tier, height, actions);
            handles::ui(ui, view, tier, actions);
        });
    }

    fn right_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, now: Tab, room: f32) -> Option<Tab> {
        let mut chosen = None;
        fit(ui, "right", room, CHART, |ui, height| {
            ui.horizontal_wrapped(|ui| {
                for (tab, key) in [(Tab::Failures, "scale-out-tab-failures"), (Tab::Growth, "scale-out-tab-growth")] {
                    if toggle(ui, &view.tr(key), tab == now).clicked() {
                        chosen = Some(tab);
                    }
                }
            });
            chart_ui(ui, view, tier, now, height);
            happened_ui(ui, view, tier);
        });
        chosen
    }
}

fn chart_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier, tab: Tab, height: f32) {
    match tab {
        Tab::Failures => plots::failures_ui(ui, view, tier, height),
        Tab::Growth => plots::growth_ui(ui, view, tier, height),
    }
}

fn happened_ui(ui: &mut Ui, view: &View<'_>, tier: &Tier) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(bold(view.tr("scale-out-happened")));
        ui.label(story::happened(view, tier));
    });
}

impl Panel for ScaleOut {
    fn id(&self) -> &'static str {
        "scale-out"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, tier)) = &self.tier else { return };
        let width = ui.available_width();
        let foot = egui::WidgetText::from(muted(view.tr("scale-out-simplified")));
        let foot = foot.into_galley(ui, Some(egui::TextWrapMode::Wrap), width, egui::TextStyle::Small);
        let room = ui.available_height() - foot.size().y - space::BETWEEN;
        let now = self.tab(tier);
        let chosen = scrolling(ui, ScrollArea::vertical().id_salt("scale-out").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::BETWEEN);
            let chosen = if width < ROOMY_WIDTH {
                Self::left_ui(ui, view, tier, room, actions);
                Self::right_ui(ui, view, tier, now, room)
            } else {
                let left = ((width - space::BETWEEN) * LEFT_SHARE).floor();
                let column = Layout::top_down(Align::Min);
                ui.horizontal_top(|ui| {
                    ui.allocate_ui_with_layout(vec2(left, 0.0), column, |ui| Self::left_ui(ui, view, tier, room, actions));
                    let rest = ui.available_width();
                    ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| Self::right_ui(ui, view, tier, now, room)).inner
                })
                .inner
            };
            ui.label(foot);
            chosen
        });
        self.tab = chosen.inner.or(self.tab);
    }
}

impl Bench for ScaleOut {
    fn starts(&self) -> &'static [&'static str] {
        STARTS
    }

    fn start(&self, _start: usize) -> Vec<String> {
        Vec::new()
    }

    fn start_with(&mut self, start: usize) {
        *self = Self { start, ..Self::default() };
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scene(start).beats
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        scenes::answer(&Tier::read(run.idea)?, beat)
    }

    /// Reads the state anew when it has changed.
    fn refresh(&mut self, view: &View<'_>) {
        let text = view.stage.idea;
        if self.tier.as_ref().is_none_or(|(read, _)| read != text)
            && let Some(tier) = Tier::read(text)
        {
            self.tier = Some((text.to_owned(), tier));
            self.tab = None;
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        Some(story::beat(view, &Tier::read(view.stage.idea)?, beat))
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        let Some((_, tier)) = &self.tier else { return };
        let height = ui.available_height();
        match (beat.kind, beat.id) {
            (_, "left") | (BeatKind::Why, "web-why") => plots::failures_ui(ui, view, tier, height),
            (_, "grow") | (BeatKind::Why, _) => plots::growth_ui(ui, view, tier, height),
            _ => fit(ui, "present", height, MACHINES, |ui, height| picture::ui(ui, view, tier, height, actions)),
        }
    }

    fn idea(&self) -> Option<&dyn Idea> {
        Some(self)
    }
}

impl Idea for ScaleOut {
    fn opening(&self, start: usize) -> String {
        scene(start).opening().text()
    }

    fn after(&self, state: &str, act: &str) -> Option<String> {
        Some(Tier::read(state)?.after(act)?.text())
    }

    fn is_state(&self, text: &str) -> bool {
        Tier::read(text).is_some()
    }
}
