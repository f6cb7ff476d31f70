//! 2.4.1 Storage classes and 2.4.3 the Glacier classes: the same object in every class, what keeping and reading it costs, when it
//! can be read, what leaving early and a lost zone cost. The bench draws and asks; what happens is the simulator's.

mod answers;
mod bars;
mod commands;
mod cost;
mod data;
mod early;
mod happened;
mod kept;
mod lanes;
mod month;
mod parts;
mod prices;
mod race;
mod scenes;
mod shelf;
mod spent;
mod story;
mod words;
mod zone;

use egui::{Align, Layout, ScrollArea, Ui, vec2};
use skylab_cloud::{journal::Input, s3::Speed};

use crate::ui::{Beat, BeatKind, Bench, Panel, StageView, View, action::Actions, theme::space, widgets::scrolling};
use data::ClassesData;
use prices::Set;
use scenes::{SCENES, Scene, Shows, scene};

/// From this width on, the scene stands beside its linked views.
const ROOMY_WIDTH: f32 = 1_040.0;
/// The scene's share of that width; a race needs length.
const SCENE_SHARE: f32 = 0.56;
const RACE_SHARE: f32 = 0.59;
/// Beats about the plot: in one column it comes first.
const PLOT_BEATS: [&str; 2] = ["cost-plot", "cost-why"];
/// Height of a plot where everything stands in one column.
const PLOT_HEIGHT: f32 = 280.0;
/// The objects of the set that is kept and deleted.
const KEPT_OBJECT_BYTES: u64 = 64 << 20;

/// What the learner's hand is on; none of it is in the world before it is given as a command.
#[derive(Clone, Debug)]
struct Handles {
    bytes: u64,
    object_bytes: u64,
    reads: u32,
    speed: Speed,
    days: u32,
    drop_days: u32,
    small_bytes: u64,
    destroyed: bool,
}

impl Default for Handles {
    fn default() -> Self {
        Self {
            bytes: 400 << 30,
            object_bytes: 1 << 20,
            reads: 2,
            speed: Speed::Standard,
            days: 2,
            drop_days: 10,
            small_bytes: 8 << 10,
            destroyed: false,
        }
    }
}

/// See the module.
pub(in crate::ui::benches) struct StorageClasses {
    scene: &'static Scene,
    handles: Handles,
    /// The set that the curves are about.
    set: Set,
    /// View-data and the revision it was made from.
    data: Option<(u64, ClassesData)>,
}

impl Default for StorageClasses {
    fn default() -> Self {
        Self::of(&SCENES[0])
    }
}

impl StorageClasses {
    fn of(scene: &'static Scene) -> Self {
        let handles = Handles::default();
        let set = Self::set_of(scene, &handles);
        Self { scene, handles, set, data: None }
    }

    fn set_of(scene: &Scene, handles: &Handles) -> Set {
        let object_bytes = if scene.shows == Shows::Early { KEPT_OBJECT_BYTES } else { handles.object_bytes };
        Set::new(handles.bytes, object_bytes)
    }

    fn is_fresh(&self, stage: &StageView<'_>) -> bool {
        self.data.as_ref().is_some_and(|(revision, data)| *revision == stage.revision && data.now == stage.sandbox.now())
    }

    /// The picture, and below it what one can change.
    fn scene_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let (scene, handles) = (self.scene, &mut self.handles);
        match scene.shows {
            Shows::Cost => {
                cost::scene_ui(ui, view, data);
                cost::handles_ui(ui, view, handles, actions);
            }
            Shows::Race => {
                race::scene_ui(ui, view, scene, data, handles, actions);
                race::handles_ui(ui, view, handles);
            }
            Shows::Early => {
                early::small_ui(ui, view, data);
                early::scene_ui(ui, view, data);
                early::handles_ui(ui, view, data, handles, actions);
            }
            Shows::Zone => {
                zone::scene_ui(ui, view, scene, data, actions);
                zone::handles_ui(ui, view, data, handles, actions);
            }
        }
    }

    /// The linked views, and what happened.
    fn views_ui(&self, ui: &mut Ui, view: &View<'_>, height: f32) {
        let Some((_, data)) = &self.data else { return };
        match self.scene.shows {
            Shows::Cost => {
                cost::chart_ui(ui, view, data, &self.handles, &self.set, height);
                cost::break_evens_ui(ui, view, data, &self.set);
            }
            Shows::Race => race::speeds_ui(ui, view),
            Shows::Early => early::chart_ui(ui, view, data, &self.set, height),
            Shows::Zone => zone::saves_ui(ui, view),
        }
        happened::ui(ui, view, data);
    }
}

impl Panel for StorageClasses {
    fn id(&self) -> &'static str {
        "storage-classes"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        scrolling(ui, ScrollArea::vertical().id_salt("column").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            let all = ui.available_width();
            if all < ROOMY_WIDTH {
                let is_of_plot = |beat: &Beat| PLOT_BEATS.contains(&beat.id);
                let plot_first = view.beat.and_then(|at| at.now()).is_some_and(is_of_plot);
                for plot in [plot_first, !plot_first] {
                    if plot { self.views_ui(ui, view, PLOT_HEIGHT) } else { self.scene_ui(ui, view, actions) }
                }
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::BETWEEN;
                let column = Layout::top_down(Align::Min);
                let share = if self.scene.shows == Shows::Race { RACE_SHARE } else { SCENE_SHARE };
                let width = (all - space::BETWEEN) * share;
                ui.allocate_ui_with_layout(vec2(width, 0.0), column, |ui| self.scene_ui(ui, view, actions));
                ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), column, |ui| self.views_ui(ui, view, PLOT_HEIGHT));
            });
        });
    }
}

impl Bench for StorageClasses {
    fn starts(&self) -> &'static [&'static str] {
        const IDS: [&str; SCENES.len()] = [SCENES[0].id, SCENES[1].id, SCENES[2].id, SCENES[3].id];
        &IDS
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

    /// Makes view-data and curves anew when the sandbox or the handles have changed.
    fn refresh(&mut self, view: &View<'_>) {
        if !self.is_fresh(&view.stage) {
            self.data = Some((view.stage.revision, ClassesData::of(&view.stage, self.scene)));
        }
        let handles = &self.handles;
        if self.scene.shows == Shows::Cost && (self.set.bytes, self.set.object_bytes) != (handles.bytes, handles.object_bytes) {
            self.set = Self::set_of(self.scene, handles);
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, beat)
    }

    /// The picture that the beat is about.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let height = ui.available_height();
        match (self.scene.shows, beat.kind) {
            (Shows::Cost, BeatKind::Act) => cost::scene_ui(ui, view, data),
            (Shows::Cost, _) => cost::chart_ui(ui, view, data, &self.handles, &self.set, height),
            (Shows::Race, _) => race::present_ui(ui, view, data),
            (Shows::Early, _) if beat.id == "small-act" => early::small_ui(ui, view, data),
            (Shows::Early, BeatKind::Why) => early::chart_ui(ui, view, data, &self.set, height),
            (Shows::Early, _) => early::scene_ui(ui, view, data),
            (Shows::Zone, _) => zone::present_ui(ui, view, data),
        }
    }

    /// What was kept is compared with the same set without any rule.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { request, .. } if request.name() == "PutBucketLifecycleConfiguration")
    }
}
