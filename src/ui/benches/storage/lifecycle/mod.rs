//! 2.4.5 Lifecycle policies: logs pile up month after month, rules move and delete them, and every month has its price. The
//! bench draws and asks; what happens is the simulator's.

mod answers;
mod data;
mod draft;
mod editor;
mod figures;
mod form;
mod happened;
mod plots;
mod scenes;
mod story;
mod why;

use egui::{Layout, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{Beat, BeatKind, Bench, Panel, StageView, View, action::Actions, theme::space};
use data::LifecycleData;
use draft::Draft;
use editor::Editor;
use scenes::{BUCKET, SCENES, Scene};

/// The editor's width beside the views.
const EDITOR_WIDTH: f32 = 432.0;
/// Below this width everything stands in one column that scrolls.
const ROOMY_WIDTH: f32 = 1_060.0;
/// Heights of the parts in that column.
const COLUMN_HEIGHT: f32 = 320.0;

/// See the module.
pub(in crate::ui::benches) struct Lifecycle {
    scene: &'static Scene,
    editor: Editor,
    /// View-data and the revision it was made from.
    data: Option<(u64, LifecycleData)>,
}

impl Default for Lifecycle {
    fn default() -> Self {
        Self::of(&SCENES[0])
    }
}

impl Panel for Lifecycle {
    fn id(&self) -> &'static str {
        "lifecycle"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        self.refresh(view);
        let Some((_, data)) = &self.data else { return };
        ui.spacing_mut().item_spacing.y = space::BETWEEN;
        let (editor, rest) = (&mut self.editor, ui.available_size());
        if rest.x < ROOMY_WIDTH {
            column_ui(ui, view, data, editor, actions);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::BETWEEN;
            ui.allocate_ui_with_layout(vec2(EDITOR_WIDTH, rest.y), Layout::top_down(egui::Align::Min), |ui| {
                editor.ui(ui, view, data, actions);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width(), rest.y), Layout::top_down(egui::Align::Min), |ui| {
                views_ui(ui, view, data);
            });
        });
    }
}

impl Lifecycle {
    fn of(scene: &'static Scene) -> Self {
        let suggested = Draft::read(scene.suggested).ok().flatten().unwrap_or_else(Draft::empty);
        Self { scene, editor: Editor::new(suggested), data: None }
    }

    /// Makes the view-data anew when the sandbox has changed.
    fn refresh(&mut self, view: &View<'_>) {
        let stage = &view.stage;
        if self.data.as_ref().is_none_or(|(revision, data)| *revision != stage.revision || data.now != stage.sandbox.now()) {
            let data = LifecycleData::of(stage.sandbox, stage.without, BUCKET);
            self.editor.follow(&data.rules);
            self.data = Some((stage.revision, data));
        }
    }
}

/// The linked views: numbers, bytes by class beside cost, and what happened.
fn views_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData) {
    figures::ui(ui, view, data);
    let height = (ui.available_height() * 0.62).max(200.0);
    ui.columns(2, |columns| {
        plots::bytes_ui(&mut columns[0], view, data, height);
        plots::cost_ui(&mut columns[1], view, data, height);
    });
    happened::ui(ui, view, data);
}

/// Everything below one another, for narrow windows.
fn column_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, editor: &mut Editor, actions: &mut Actions) {
    egui::ScrollArea::vertical().id_salt("column").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::BETWEEN;
        figures::ui(ui, view, data);
        plots::bytes_ui(ui, view, data, COLUMN_HEIGHT);
        plots::cost_ui(ui, view, data, COLUMN_HEIGHT);
        for part in [true, false] {
            ui.allocate_ui_with_layout(vec2(ui.available_width(), COLUMN_HEIGHT), Layout::top_down(egui::Align::Min), |ui| {
                ui.set_max_height(COLUMN_HEIGHT);
                if part { happened::ui(ui, view, data) } else { editor.ui(ui, view, data, actions) }
            });
        }
    });
}

impl Bench for Lifecycle {
    fn starts(&self) -> &'static [&'static str] {
        &["logs", "overlap", "versions", "uploads"]
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

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        Some(story::text(view, self.scene, data, beat))
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        self.refresh(view);
        let Some((_, data)) = &self.data else { return };
        let height = ui.available_height();
        match (beat.kind, beat.id) {
            (BeatKind::Act, _) => self.editor.ui(ui, view, data, actions),
            (BeatKind::Observe, "cost") => plots::cost_ui(ui, view, data, height),
            (BeatKind::Observe, _) => plots::bytes_ui(ui, view, data, height),
            _ => happened::ui(ui, view, data),
        }
    }

    /// Compared with the same logs without any rule.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { request, .. } if matches!(request.name(), "PutBucketLifecycleConfiguration" | "DeleteBucketLifecycle"))
    }
}

/// The scene of a start state.
fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}
