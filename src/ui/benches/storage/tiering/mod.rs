//! 2.4.2 Intelligent-Tiering: a year of reads is drawn on a timeline, the object moves between tiers, and three classes are
//! billed side by side. The bench draws and asks; what happens is the simulator's.

mod answers;
mod cost;
mod data;
mod happened;
mod scenes;
mod story;
mod timeline;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::ui::{
    Beat, BeatKind, Bench, Panel, StageView, View,
    action::{Action, Actions},
    theme::{heading, space},
    widgets::{Icon, card, scrolling, text_button},
};
use data::{N_DAYS, TieringData};
use scenes::{N_WEEKS, SCENES, Scene};
use timeline::Timeline;

/// Below this width curves and sums stand below one another.
const ROOMY_WIDTH: f32 = 560.0;
/// The curves' share of the width, beside the sums.
const CHART_SHARE: f32 = 0.56;
/// The height of the lanes and weeks.
const TIMELINE_HEIGHT: f32 = 116.0;
/// The curves' height, at least and at most.
const CHART: std::ops::RangeInclusive<f32> = 200.0..=380.0;
/// What stands above the curves: the timeline with its buttons.
const ABOVE_CHART: f32 = 196.0;

/// See the module.
pub(in crate::ui::benches) struct Tiering {
    scene: &'static Scene,
    timeline: Timeline,
    /// View-data and the revision it was made from.
    data: Option<(u64, TieringData)>,
}

impl Default for Tiering {
    fn default() -> Self {
        Self::of(&SCENES[0])
    }
}

impl Panel for Tiering {
    fn id(&self) -> &'static str {
        "tiering"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((revision, data)) = self.data.take() else { return };
        let height = (ui.available_height() - ABOVE_CHART).clamp(*CHART.start(), *CHART.end());
        scrolling(ui, ScrollArea::vertical().id_salt("tiering").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            self.timeline_ui(ui, view, &data, actions);
            self.costs_ui(ui, view, &data, height);
        });
        self.data = Some((revision, data));
    }
}

impl Tiering {
    fn of(scene: &'static Scene) -> Self {
        Self { scene, timeline: Timeline::new(scene.plan()), data: None }
    }

    fn timeline_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &TieringData, actions: &mut Actions) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            self.handles_ui(ui, view, data, actions);
            happened::refusal_ui(ui, view);
            ui.scope(|ui| self.timeline.ui(ui, view, data, TIMELINE_HEIGHT));
        });
    }

    /// The day, and the buttons: every one gives lines to the sandbox, but for the one that empties the plan.
    fn handles_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &TieringData, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
            let head = heading(view.tr_with("tiering-head", &[("day", (data.day.floor() as i64).into())]));
            ui.add(egui::Label::new(head).extend()).on_hover_text(view.tr("tiering-head-hint"));
            let button = |ui: &mut Ui, icon: Icon, key: &str, enabled: bool, hint: &str| {
                let shown = text_button(ui, icon, &view.tr(key), enabled);
                shown.on_hover_text(view.tr(hint)).on_disabled_hover_text(view.tr(hint)).clicked()
            };
            let from = data.now.since(data.start);
            let plays = button(ui, Icon::Play, "tiering-play", data.day < N_DAYS as f64, "tiering-play-hint");
            actions.when(plays, Action::Act(scenes::lines(&self.timeline.plan, from, data.was_read_now())));
            if button(ui, Icon::Close, "tiering-clear", self.timeline.plan.contains(&true), "tiering-clear-hint") {
                self.timeline.plan = [false; N_WEEKS];
            }
            let (icon, key) = if data.archives { (Icon::Close, "tiering-archive-off") } else { (Icon::Add, "tiering-archive-on") };
            actions.when(button(ui, icon, key, true, "tiering-archive-hint"), Action::Act(vec![scenes::set_archive(!data.archives)]));
            let archived = data.tier().is_some_and(skylab_cloud::s3::Tier::is_archive);
            if archived || data.is_restoring {
                let restores = button(ui, Icon::Undo, "tiering-restore", !data.is_restoring, "tiering-restore-hint");
                actions.when(restores, Action::Act(vec![scenes::restore()]));
            }
        });
    }

    /// The curves beside sums and sentences.
    fn costs_ui(&self, ui: &mut Ui, view: &View<'_>, data: &TieringData, height: f32) {
        let n_objects = self.scene.n_objects;
        let width = ui.available_width();
        if width < ROOMY_WIDTH {
            cost::chart_ui(ui, view, data, n_objects, height);
            cost::sums_ui(ui, view, data, n_objects);
            happened::ui(ui, view, data);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width * CHART_SHARE, height), column, |ui| {
                cost::chart_ui(ui, view, data, n_objects, height);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width(), height), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                cost::sums_ui(ui, view, data, n_objects);
                happened::ui(ui, view, data);
            });
        });
    }
}

impl Bench for Tiering {
    fn starts(&self) -> &'static [&'static str] {
        const STARTS: &[&str] = &[SCENES[0].id, SCENES[1].id, SCENES[2].id];
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        scene(start).start.iter().map(|line| (*line).to_owned()).collect()
    }

    fn start_with(&mut self, start: usize) {
        *self = Self::of(scene(start));
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scene(start).beats
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        answers::of(beat, run)
    }

    /// Makes the view-data anew when the sandbox has changed.
    fn refresh(&mut self, view: &View<'_>) {
        let stage = &view.stage;
        if self.data.as_ref().is_none_or(|(revision, data)| *revision != stage.revision || data.now != stage.sandbox.now()) {
            self.data = Some((stage.revision, TieringData::of(stage)));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, self.scene.n_objects, beat)
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let height = ui.available_height();
        match (beat.kind, beat.id) {
            (BeatKind::Observe, "cost") => cost::chart_ui(ui, view, data, self.scene.n_objects, height),
            _ => self.timeline.ui(ui, view, data, height),
        }
    }
}

/// The scene of a start state.
fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}
