//! 2.4.5 Lifecycle policies: logs pile up month after month, rules move and delete them, and every month has its price. The
//! bench draws and asks; what happens is the simulator's.

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

use crate::ui::{
    Beat, BeatKind, Bench, Panel, Place, View,
    action::{Action, Actions},
    theme::space,
    widgets::{Icon, card, text_button, toggle},
};
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

    fn place(&self) -> Place {
        Place::Section { module: "module-storage", number: "2.4.5" }
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        self.refresh(view);
        let Some((_, data)) = &self.data else { return };
        ui.spacing_mut().item_spacing.y = space::BETWEEN;
        if view.presents() {
            presented_ui(ui, view, self.scene, data, &mut self.editor, actions);
            return;
        }
        beat_ui(ui, view, self.scene, data, actions);
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

    fn bench(&self) -> Option<&dyn Bench> {
        Some(self)
    }

    fn start_with(&mut self, start: usize) {
        if let Some(scene) = SCENES.get(start) {
            *self = Self::of(scene);
        }
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

/// Where the bench starts from, the way through the beats, and what the present one says.
fn beat_ui(ui: &mut Ui, view: &View<'_>, scene: &Scene, data: &LifecycleData, actions: &mut Actions) {
    let Some(at) = view.beat else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            for (n, one) in SCENES.iter().enumerate() {
                let name = view.tr(&format!("lifecycle-scene-{}", one.id));
                let chosen = toggle(ui, &name, one.id == scene.id).on_hover_text(view.tr("lifecycle-scene-hint"));
                actions.when(chosen.clicked() && one.id != scene.id, Action::StartWith(n));
            }
            ui.add_space(space::BETWEEN);
            let back = text_button(ui, Icon::ChevronLeft, &view.tr("beat-back"), at.index > 0);
            actions.when(back.clicked(), Action::Beat(-1));
            ui.label(view.tr_with("beat-n-of-m", &[("n", (at.index + 1).into()), ("m", at.n_beats.into())]));
            let on = text_button(ui, Icon::ChevronRight, &view.tr("beat-on"), at.index + 1 < at.n_beats);
            actions.when(on.clicked(), Action::Beat(1));
        });
        ui.label(story::text(view, scene, data, at.index));
    });
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

/// One part at a time, as the beat asks for it.
fn presented_ui(ui: &mut Ui, view: &View<'_>, scene: &Scene, data: &LifecycleData, editor: &mut Editor, actions: &mut Actions) {
    let index = view.beat.map_or(0, |at| at.index);
    let text = story::text(view, scene, data, index);
    let beat = scene.beats.get(index);
    let alone = beat.is_none_or(|beat| beat.kind == BeatKind::Question);
    ui.label(if alone { crate::ui::theme::title(text) } else { crate::ui::theme::heading(text) });
    let height = ui.available_height();
    match beat.map(|beat| (beat.kind, beat.id)) {
        Some((BeatKind::Predict | BeatKind::Act, _)) => editor.ui(ui, view, data, actions),
        Some((BeatKind::Observe, "cost")) => plots::cost_ui(ui, view, data, height),
        Some((BeatKind::Observe, _)) => plots::bytes_ui(ui, view, data, height),
        Some((BeatKind::Why, _)) => happened::ui(ui, view, data),
        _ => {}
    }
}

impl Bench for Lifecycle {
    fn start(&self) -> Vec<String> {
        self.scene.start.iter().map(|line| (*line).to_owned()).collect()
    }

    fn n_starts(&self) -> usize {
        SCENES.len()
    }

    fn beats(&self) -> &'static [Beat] {
        self.scene.beats
    }

    /// Compared with the same logs without any rule.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { request, .. } if matches!(request.name(), "PutBucketLifecycleConfiguration" | "DeleteBucketLifecycle"))
    }
}
