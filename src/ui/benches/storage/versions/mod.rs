//! 2.4.4 Versioning and Object Lock: one object whose versions lie on one another, what putting, deleting, undeleting and rolling
//! back do to the stack, and who may delete a version that is locked. The bench draws and asks; what happens is the simulator's.

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
    widgets::{card, fit, scrolling, toggle},
};
use data::{LockNow, Versioning, VersionsData};
use replay::Layer;
use scenes::{Actor, SCENES, Scene};

/// Below this width stack and views stand below one another.
const ROOMY_WIDTH: f32 = 560.0;
/// From this width on S3's list stands beside the stack.
const WIDE_WIDTH: f32 = 1_060.0;
/// The stack's share of the width, beside the views.
const STACK_SHARE: f32 = 0.5;
/// The height that the layers share at least and at most; more of them get lower ones.
const STACK_HEIGHT: f32 = 270.0;
const MOST_STACK_HEIGHT: f32 = 440.0;
/// The heights within which stack and views follow the room where they stand side by side.
const COLUMNS: [f32; 2] = [220.0, 560.0];
/// What stands above and below the layers: the head and the buttons.
const AROUND_STACK: f32 = 160.0;

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct Versions {
    /// The id of the version that the lower buttons are about; the current one without.
    chosen: Option<String>,
    /// Who sends the requests about locks.
    actor: Actor,
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
        let height = ui.available_height();
        self.room = (height - AROUND_STACK).clamp(STACK_HEIGHT, MOST_STACK_HEIGHT);
        scrolling(ui, ScrollArea::vertical().id_salt("versions").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            if ui.available_width() < ROOMY_WIDTH {
                self.stack_ui(ui, view, &data, false);
                self.handles_ui(ui, view, &data, actions);
                side_ui(ui, view, &data);
            } else {
                fit(ui, "versions", height, COLUMNS, |ui, height| {
                    self.columns_ui(ui, view, &data, height);
                    self.handles_ui(ui, view, &data, actions);
                });
            }
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

    /// The stack beside what goes with it, all of that height: what has no room scrolls, so that the handles below stay in sight.
    fn columns_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &VersionsData, height: f32) {
        let width = ui.available_width();
        let is_wide = width >= WIDE_WIDTH;
        let stack_width = if is_wide { width / 3.0 } else { width * STACK_SHARE } - space::INSIDE;
        ui.horizontal_top(|ui| {
            ui.set_height(height);
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(stack_width, height), column, |ui| self.stack_ui(ui, view, data, true));
            let rest = if is_wide { width / 3.0 } else { ui.available_width() };
            ui.allocate_ui_with_layout(vec2(rest, height), column, |ui| {
                ScrollArea::vertical().id_salt("side").max_height(height).auto_shrink([false, false]).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::INSIDE;
                    side_ui(ui, view, data);
                });
            });
            if is_wide {
                ui.allocate_ui_with_layout(vec2(ui.available_width(), height), column, |ui| {
                    card(ui, view.theme, None, |ui| {
                        ui.set_width(ui.available_width());
                        views::listing_ui(ui, view, data, height - 2.0 * space::GROUP);
                    });
                });
            }
        });
    }

    /// The stack, or S3's own list of it, in the height there is if it `scrolls`.
    fn stack_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &VersionsData, scrolls: bool) {
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
            if let Some(lock) = &data.lock {
                ui.label(muted(lock_told(view, lock)));
            }
            if scrolls {
                self.room = ui.available_height();
            }
            if self.as_json && offers_json {
                views::listing_ui(ui, view, data, self.room - space::GROUP);
                return;
            }
            let chosen = self.chosen(data).map(|(_, layer)| layer.id.clone());
            let chosen = chosen.as_deref().filter(|_| !view.presents());
            let room = self.room;
            let layers = |ui: &mut Ui| stack::ui(ui, view, data, chosen, room);
            let clicked = if scrolls {
                scrolling(ui, ScrollArea::vertical().id_salt("layers").max_height(room).auto_shrink([false, false]), layers).inner
            } else {
                layers(ui)
            };
            self.chosen = clicked.or(self.chosen.take());
        });
    }

    fn handles_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &VersionsData, actions: &mut Actions) {
        handles::object_ui(ui, view, data, actions);
        let chosen = self.chosen(data);
        if let Some((n, layer)) = chosen {
            handles::version_ui(ui, view, layer, n == 0, actions);
        }
        let (layer, mut actor) = (chosen.map(|(_, layer)| layer), self.actor);
        handles::lock_ui(ui, view, data, layer, &mut actor, actions);
        self.actor = actor;
    }
}

/// What goes with the stack.
fn side_ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData) {
    views::answer_ui(ui, view, data);
    views::bytes_ui(ui, view, data);
    happened::ui(ui, view, &data.happened);
}

/// What locks new versions.
fn lock_told(view: &View<'_>, lock: &LockNow) -> String {
    match &lock.by_default {
        None => view.tr("versions-lock-none"),
        Some((mode, days)) => {
            let days = usize::try_from(*days).unwrap_or(usize::MAX);
            view.tr_with("versions-lock-default", &[("mode", mode.as_str().into()), ("days", days.into())])
        }
    }
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
        const STARTS: &[&str] = &[SCENES[0].id, SCENES[1].id, SCENES[2].id, SCENES[3].id, SCENES[4].id];
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
                (BeatKind::Act, _) | (_, "null-delete" | "lock-bypass" | "comply-hold" | "comply-free") => {
                    happened::ui(ui, view, &data.happened);
                }
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
