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
mod stated;
mod story;
mod why;

use egui::{Align, Layout, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{Beat, BeatKind, Bench, Panel, StageView, View, action::Actions, theme::space, widgets::toggle};
use data::LifecycleData;
use draft::Draft;
use editor::Editor;
use scenes::{BUCKET, SCENES, Scene};

/// The editor's width beside the views.
const EDITOR_WIDTH: f32 = 432.0;
/// Below this width the editor is one of the views, of which one is shown at a time.
const ROOMY_WIDTH: f32 = 1_060.0;
/// Below this height the views beside the editor are shown one at a time.
const ROOMY_HEIGHT: f32 = 560.0;

/// What can be shown at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Rules,
    Bytes,
    Cost,
    Happened,
}

impl Part {
    const VIEWS: &[Self] = &[Self::Bytes, Self::Cost, Self::Happened];
    const ALL: &[Self] = &[Self::Rules, Self::Bytes, Self::Cost, Self::Happened];

    /// What a beat is about.
    fn of(beat: &Beat) -> Self {
        match (beat.kind, beat.id) {
            (BeatKind::Question | BeatKind::Predict | BeatKind::Act, _) => Self::Rules,
            (BeatKind::Observe, "cost") => Self::Cost,
            (BeatKind::Observe, _) => Self::Bytes,
            (BeatKind::Why, _) => Self::Happened,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Rules => "lifecycle-part-rules",
            Self::Bytes => "lifecycle-part-bytes",
            Self::Cost => "lifecycle-part-cost",
            Self::Happened => "lifecycle-part-happened",
        }
    }
}

/// See the module.
pub(in crate::ui::benches) struct Lifecycle {
    scene: &'static Scene,
    editor: Editor,
    /// View-data and the revision it was made from.
    data: Option<(u64, LifecycleData)>,
    /// What is shown where there is no room for everything.
    part: Part,
    /// The same without the editor, which then stands beside it.
    beside: Part,
    /// The beat that they were chosen for.
    chosen_for: Option<usize>,
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
        self.follow_beat(view);
        ui.spacing_mut().item_spacing.y = space::BETWEEN;
        let size = ui.available_size();
        if size.x < ROOMY_WIDTH {
            self.figures_ui(ui, view);
            self.part = tabs_ui(ui, view, Part::ALL, self.part);
            self.part_ui(ui, view, self.part, actions);
            return;
        }
        let column = Layout::top_down(Align::Min);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::BETWEEN;
            ui.allocate_ui_with_layout(vec2(EDITOR_WIDTH, size.y), column, |ui| self.part_ui(ui, view, Part::Rules, actions));
            ui.allocate_ui_with_layout(vec2(ui.available_width(), size.y), column, |ui| {
                self.figures_ui(ui, view);
                if size.y < ROOMY_HEIGHT {
                    self.beside = tabs_ui(ui, view, Part::VIEWS, self.beside);
                    self.part_ui(ui, view, self.beside, actions);
                } else {
                    self.views_ui(ui, view, actions);
                }
            });
        });
    }
}

impl Lifecycle {
    fn of(scene: &'static Scene) -> Self {
        let suggested = Draft::read(scene.suggested).ok().flatten().unwrap_or_else(Draft::empty);
        Self { scene, editor: Editor::new(suggested), data: None, part: Part::Rules, beside: Part::Bytes, chosen_for: None }
    }

    fn is_fresh(&self, view: &View<'_>) -> bool {
        let (revision, now) = (view.stage.revision, view.stage.sandbox.now());
        self.data.as_ref().is_some_and(|(of, data)| *of == revision && data.now == now)
    }

    /// Another beat brings what it is about to the front; within one the learner goes where they like.
    fn follow_beat(&mut self, view: &View<'_>) {
        let Some(at) = &view.beat else { return };
        if self.chosen_for != Some(at.index)
            && let Some(beat) = at.now()
        {
            self.chosen_for = Some(at.index);
            self.part = Part::of(beat);
            if self.part != Part::Rules {
                self.beside = self.part;
            }
        }
    }

    fn figures_ui(&self, ui: &mut Ui, view: &View<'_>) {
        if let Some((_, data)) = &self.data {
            figures::ui(ui, view, data);
        }
    }

    /// One of the linked views, as high as there is room.
    fn part_ui(&mut self, ui: &mut Ui, view: &View<'_>, part: Part, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let height = ui.available_height();
        match part {
            Part::Rules if view.presents() => stated::ui(ui, view, data),
            Part::Rules => self.editor.ui(ui, view, data, actions),
            Part::Bytes => plots::bytes_ui(ui, view, data, height),
            Part::Cost => plots::cost_ui(ui, view, data, height),
            Part::Happened => happened::ui(ui, view, data, actions),
        }
    }

    /// All of them: bytes by class beside cost, and below them what happened.
    fn views_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let height = ui.available_height() * 0.62;
        ui.columns(2, |columns| {
            plots::bytes_ui(&mut columns[0], view, data, height);
            plots::cost_ui(&mut columns[1], view, data, height);
        });
        happened::ui(ui, view, data, actions);
    }
}

/// The choice of what is shown.
fn tabs_ui(ui: &mut Ui, view: &View<'_>, parts: &[Part], chosen: Part) -> Part {
    let mut now = chosen;
    ui.horizontal_wrapped(|ui| {
        for part in parts {
            if toggle(ui, &view.tr(part.key()), *part == chosen).clicked() {
                now = *part;
            }
        }
    });
    now
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

    /// Makes the view-data anew when the sandbox has changed.
    fn refresh(&mut self, view: &View<'_>) {
        if !self.is_fresh(view) {
            let stage = &view.stage;
            let data = LifecycleData::of(stage.sandbox, stage.without, BUCKET);
            self.editor.follow(&data.rules);
            self.data = Some((stage.revision, data));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        Some(story::text(view, self.scene, data, beat))
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        self.part_ui(ui, view, Part::of(beat), actions);
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
