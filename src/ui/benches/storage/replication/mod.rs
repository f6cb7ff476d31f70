//! 2.4.6 Replication: what is written to one bucket and what reaches another, when, as whose, and what it costs. The bench draws and
//! asks; what happens is the simulator's.

mod answers;
mod cost;
mod data;
mod ends;
mod handles;
mod happened;
mod lines;
mod map;
mod replay;
mod scenes;
mod story;

use egui::{Align, Layout, ScrollArea, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{
    Beat, BeatKind, Bench, Panel, StageView, View,
    action::Actions,
    theme::space,
    widgets::{card, scrolling},
};
use data::{ReplicationData, Row};
use scenes::{SCENES, Scene};

/// Below this width everything stands below one another.
const ROOMY_WIDTH: f32 = 600.0;
/// From this width on costs and what happened stand beside the ends.
const WIDE_WIDTH: f32 = 1_000.0;
/// The height of the map.
const MAP: f32 = 118.0;
/// … on a wide screen.
const WIDE_MAP: f32 = 190.0;

/// See the module.
pub(in crate::ui::benches) struct Replication {
    scene: &'static Scene,
    /// The id of the version that the lower buttons are about.
    chosen: Option<String>,
    /// Which amount the costs are told for.
    amount: usize,
    /// View-data and the revision it was made from.
    data: Option<(u64, ReplicationData)>,
}

impl Default for Replication {
    fn default() -> Self {
        Self::of(&SCENES[0])
    }
}

impl Panel for Replication {
    fn id(&self) -> &'static str {
        "replication"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = self.data.take() else { return };
        scrolling(ui, ScrollArea::vertical().id_salt("replication").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            self.parts_ui(ui, view, &data, actions);
        });
        self.data = Some((view.stage.revision, data));
    }
}

impl Replication {
    fn of(scene: &'static Scene) -> Self {
        Self { scene, chosen: None, amount: cost::FIRST_AMOUNT, data: None }
    }

    /// The source's version that the lower buttons are about.
    fn chosen<'a>(&self, data: &'a ReplicationData) -> Option<&'a Row> {
        let rows = || data.sources.first().into_iter().flat_map(|end| &end.rows);
        rows().find(|row| Some(&row.id) == self.chosen.as_ref()).or_else(|| rows().next())
    }

    fn parts_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &ReplicationData, actions: &mut Actions) {
        let width = ui.available_width();
        if width < WIDE_WIDTH {
            self.scene_ui(ui, view, data, MAP);
            self.handles_ui(ui, view, data, actions);
            self.views_ui(ui, view, data, width >= ROOMY_WIDTH);
            return;
        }
        let column = Layout::top_down(Align::Min);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            ui.allocate_ui_with_layout(vec2(width * 0.64, 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.scene_ui(ui, view, data, WIDE_MAP);
                self.handles_ui(ui, view, data, actions);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.views_ui(ui, view, data, false);
            });
        });
    }

    /// The map with what is on its way, and both ends.
    fn scene_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &ReplicationData, height: f32) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::GRID;
            map::ui(ui, view, data, height);
            ends::queue_ui(ui, view, &data.queue);
            ends::until_ui(ui, view, &data.queue);
        });
        self.ends_ui(ui, view, data);
    }

    fn ends_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &ReplicationData) {
        let chosen = self.chosen(data).map(|row| row.id.clone()).filter(|_| !view.presents());
        let mut clicked = None;
        if ui.available_width() < ROOMY_WIDTH && !view.presents() {
            clicked = ends::sources_ui(ui, view, data, chosen.as_deref());
            clicked = ends::target_ui(ui, view, data, chosen.as_deref()).or(clicked);
        } else {
            ui.columns(2, |columns| {
                columns[0].spacing_mut().item_spacing.y = space::INSIDE;
                clicked = ends::sources_ui(&mut columns[0], view, data, chosen.as_deref());
                clicked = ends::target_ui(&mut columns[1], view, data, chosen.as_deref()).or(clicked.take());
            });
        }
        if let Some(id) = clicked {
            self.chosen = Some(id);
        }
    }

    fn handles_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &ReplicationData, actions: &mut Actions) {
        if let Some(source) = self.scene.sources.first() {
            handles::acts_ui(ui, view, *source, self.chosen(data), actions);
        }
        handles::rules_ui(ui, view, data, self.scene, actions);
    }

    /// What happened, and what it costs; side by side where there is room.
    fn views_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &ReplicationData, in_columns: bool) {
        let mut amount = None;
        if in_columns {
            ui.columns(2, |columns| {
                happened::ui(&mut columns[0], view, &data.happened);
                amount = cost::ui(&mut columns[1], view, data, self.amount);
            });
        } else {
            happened::ui(ui, view, &data.happened);
            amount = cost::ui(ui, view, data, self.amount);
        }
        self.amount = amount.unwrap_or(self.amount);
    }
}

impl Bench for Replication {
    fn starts(&self) -> &'static [&'static str] {
        const STARTS: &[&str] = &[SCENES[0].id, SCENES[1].id, SCENES[2].id, SCENES[3].id, SCENES[4].id, SCENES[5].id];
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        (scene(start).start)()
    }

    fn start_with(&mut self, start: usize) {
        *self = Self::of(scene(start));
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scene(start).beats
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        answers::of(beat, run, self.scene)
    }

    /// Makes the view-data anew when the sandbox has changed.
    fn refresh(&mut self, view: &View<'_>) {
        let stage = &view.stage;
        if self.data.as_ref().is_none_or(|(revision, data)| *revision != stage.revision || data.now != stage.sandbox.now()) {
            self.data = Some((stage.revision, ReplicationData::of(stage, self.scene)));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, beat)
    }

    /// The map, both ends, what happened or the costs, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = self.data.take() else { return };
        match (beat.kind, beat.id) {
            (_, "cost") => _ = cost::ui(ui, view, &data, self.amount),
            (_, "first" | "partner") => happened::ui(ui, view, &data.happened),
            (BeatKind::Act | BeatKind::Observe, _) => self.ends_ui(ui, view, &data),
            _ => {
                let room = ui.available_height() - 2.0 * ui.text_style_height(&egui::TextStyle::Small) - 3.0 * space::GRID;
                map::ui(ui, view, &data, room.max(MAP));
                ends::until_ui(ui, view, &data.queue);
            }
        }
        self.data = Some((view.stage.revision, data));
    }

    /// Compared with the buckets as they were given: every request is the learner's.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { .. })
    }
}

/// The scene of a start state.
fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}
