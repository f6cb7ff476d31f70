//! 2.4.4 Versioning: one object whose versions lie on one another, and what putting, deleting, undeleting and rolling back do to
//! the stack. The bench draws and asks; what happens is the simulator's.

mod answers;
mod data;
mod handles;
mod happened;
mod replay;
mod scenes;
mod stack;
mod story;
mod views;

use egui::{Align, Layout, ScrollArea, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{
    Beat, BeatKind, Bench, Panel, StageView, View,
    action::Actions,
    theme::{heading, muted, space},
    widgets::{card, toggle},
};
use data::{Versioning, VersionsData};
use replay::Layer;
use scenes::{SCENES, Scene};

/// Below this width stack and views stand below one another.
const ROOMY_WIDTH: f32 = 560.0;
/// From this width on S3's list stands beside the stack.
const WIDE_WIDTH: f32 = 1_060.0;
/// The stack's share of the width, beside the views.
const STACK_SHARE: f32 = 0.5;
/// The height that the layers share at least and at most; more of them get lower ones.
const STACK_HEIGHT: f32 = 270.0;
const MOST_STACK_HEIGHT: f32 = 440.0;
/// What stands above and below the layers: the head and the buttons.
const AROUND_STACK: f32 = 160.0;

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct Versions {
    /// The id of the version that the lower buttons are about; the current one without.
    chosen: Option<String>,
    /// Whether S3's list is shown in the stack's place.
    as_json: bool,
    /// The height that the layers share.
    room: f32,
    /// View-data and the revision it was made from.
    data: Option<(u64, VersionsData)>,
}

impl Panel for Versions {
    fn id(&self) -> &'static str {
        "versions"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((_, data)) = self.data.take() else { return };
        self.room = (ui.available_height() - AROUND_STACK).clamp(STACK_HEIGHT, MOST_STACK_HEIGHT);
        ScrollArea::vertical().id_salt("versions").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            self.parts_ui(ui, view, &data, actions);
        });
        self.data = Some((view.stage.revision, data));
    }
}

impl Versions {
    /// The version that the lower buttons are about.
    fn chosen<'a>(&self, data: &'a VersionsData) -> Option<(usize, &'a Layer)> {
        let found = data.layers.iter().enumerate().find(|(_, layer)| Some(&layer.id) == self.chosen.as_ref());
        found.or_else(|| data.layers.first().map(|top| (0, top)))
    }

    fn parts_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &VersionsData, actions: &mut Actions) {
        let width = ui.available_width();
        if width < ROOMY_WIDTH {
            self.stack_ui(ui, view, data);
            self.handles_ui(ui, view, data, actions);
            side_ui(ui, view, data);
            return;
        }
        let stack_width = if width >= WIDE_WIDTH { width / 3.0 } else { width * STACK_SHARE } - space::INSIDE;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(stack_width, 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.stack_ui(ui, view, data);
            });
            let rest = if width >= WIDE_WIDTH { width / 3.0 } else { ui.available_width() };
            ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                side_ui(ui, view, data);
            });
            if width >= WIDE_WIDTH {
                ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), column, |ui| {
                    card(ui, view.theme, None, |ui| {
                        ui.set_width(ui.available_width());
                        views::listing_ui(ui, view, data, self.room + space::GROUP);
                    });
                });
            }
        });
        self.handles_ui(ui, view, data, actions);
    }

    /// The stack, or S3's own list of it.
    fn stack_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &VersionsData) {
        let offers_json = !view.presents() && ui.available_width() < WIDE_WIDTH / 3.0 + space::GROUP || self.as_json;
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::GRID;
            ui.horizontal_wrapped(|ui| {
                ui.label(heading(view.tr("versions-stack-head")));
                if offers_json {
                    for (json, name) in [(false, view.tr("versions-as-stack")), (true, "JSON".to_owned())] {
                        if toggle(ui, &name, self.as_json == json).clicked() {
                            self.as_json = json;
                        }
                    }
                }
            });
            ui.label(muted(view.tr(state_key(data.versioning)))).on_hover_text(view.tr("versions-state-hint"));
            if self.as_json && offers_json {
                views::listing_ui(ui, view, data, self.room - space::GROUP);
                return;
            }
            let chosen = self.chosen(data).map(|(_, layer)| layer.id.clone());
            if let Some(id) = stack::ui(ui, view, data, chosen.as_deref().filter(|_| !view.presents()), self.room) {
                self.chosen = Some(id);
            }
        });
    }

    fn handles_ui(&self, ui: &mut Ui, view: &View<'_>, data: &VersionsData, actions: &mut Actions) {
        handles::object_ui(ui, view, data, actions);
        if let Some((n, layer)) = self.chosen(data) {
            handles::version_ui(ui, view, layer, n == 0, actions);
        }
    }
}

/// What goes with the stack.
fn side_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData) {
    views::answer_ui(ui, view, data);
    views::bytes_ui(ui, view, data);
    happened::ui(ui, view, &data.happened);
}

const fn state_key(versioning: Versioning) -> &'static str {
    match versioning {
        Versioning::Unset => "versions-state-unset",
        Versioning::Enabled => "versions-state-enabled",
        Versioning::Suspended => "versions-state-suspended",
    }
}

impl Bench for Versions {
    fn starts(&self) -> &'static [&'static str] {
        const STARTS: &[&str] = &[SCENES[0].id, SCENES[1].id, SCENES[2].id];
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        scene(start).start.iter().map(|line| (*line).to_owned()).collect()
    }

    fn start_with(&mut self, _start: usize) {
        *self = Self::default();
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
            self.data = Some((stage.revision, VersionsData::of(stage)));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, beat)
    }

    /// The stack beside what the beat is about.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let (width, height) = (ui.available_width(), ui.available_height());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::BETWEEN;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width * 0.5, height), column, |ui| {
                stack::ui(ui, view, data, None, height);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width(), height), column, |ui| match (beat.kind, beat.id) {
                (BeatKind::Observe, "bytes") => views::bytes_ui(ui, view, data),
                (BeatKind::Act, _) | (_, "null-delete") => happened::ui(ui, view, &data.happened),
                _ => views::answer_ui(ui, view, data),
            });
        });
    }

    /// Compared with the bucket as it was given: every request is the learner's.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { .. })
    }
}

/// The scene of a start state.
fn scene(start: usize) -> &'static Scene {
    SCENES.get(start).unwrap_or(&SCENES[0])
}
