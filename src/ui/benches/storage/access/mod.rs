//! 2.3.1 to 2.3.4 S3 access control: one object, four callers, every switch that decides, and for each answer the very statement,
//! setting or default that gave it. The bench draws and asks; what happens is the simulator's.

mod answers;
mod callers;
mod data;
mod editor;
mod flaw;
mod handles;
mod happened;
mod scenes;
mod story;
mod trace;

use egui::{Align, Layout, ScrollArea, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{
    Beat, BeatKind, Bench, Panel, StageView, View,
    action::Actions,
    theme::space,
    widgets::{called, card, scrolling, toggle},
};
use data::AccessData;
use editor::Editor;
use scenes::{Door, SCENES, Scene, Tab, Who};

/// From this width on, the trace stands beside the switches.
const WIDE_WIDTH: f32 = 980.0;

/// See the module.
pub(in crate::ui::benches) struct Access {
    tab: Tab,
    /// Whose call the trace is about, and by which door.
    chosen: (Who, Door),
    editor: Editor,
    /// View-data and the revision it was made from.
    data: Option<(u64, AccessData)>,
}

impl Default for Access {
    fn default() -> Self {
        Self::of(&SCENES[0])
    }
}

impl Panel for Access {
    fn id(&self) -> &'static str {
        "access"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((revision, data)) = self.data.take() else { return };
        scrolling(ui, ScrollArea::vertical().id_salt("access").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            let width = ui.available_width();
            if width < WIDE_WIDTH {
                self.left_ui(ui, view, &data, actions);
                self.trace_ui(ui, view, &data);
                happened::ui(ui, view, &data.happened);
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::INSIDE;
                let column = Layout::top_down(Align::Min);
                let half = (width - space::INSIDE) / 2.0;
                ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| {
                    ui.spacing_mut().item_spacing.y = space::INSIDE;
                    self.left_ui(ui, view, &data, actions);
                });
                ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| {
                    ui.spacing_mut().item_spacing.y = space::INSIDE;
                    self.trace_ui(ui, view, &data);
                    happened::ui(ui, view, &data.happened);
                });
            });
        });
        self.data = Some((revision, data));
    }
}

impl Access {
    fn of(scene: &'static Scene) -> Self {
        Self { tab: scene.tab, chosen: (scene.who, scene.door), editor: Editor::default(), data: None }
    }

    /// The callers and the switches.
    fn left_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &AccessData, actions: &mut Actions) {
        if let Some(chosen) = callers::ui(ui, view, data, self.chosen) {
            self.chosen = chosen;
        }
        handles::ask_ui(ui, view, self.chosen.0, self.chosen.1, actions);
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::Vec2::splat(space::GRID);
                for (tab, name) in Tab::ALL {
                    let name = view.tr(name);
                    let button =
                        called(toggle(ui, &name, self.tab == tab), &view.tr_with("access-tab-of", &[("name", name.as_str().into())]));
                    if button.clicked() {
                        self.tab = tab;
                    }
                }
            });
            match self.tab {
                Tab::Iam => handles::iam_ui(ui, view, &data.settings, actions),
                Tab::Policy => self.editor.ui(ui, view, &data.settings, actions),
                Tab::Acl => handles::acl_ui(ui, view, &data.settings, actions),
                Tab::Blocks => handles::blocks_ui(ui, view, &data.settings, actions),
                Tab::Point => handles::point_ui(ui, view, data, actions),
            }
        });
    }

    fn trace_ui(&self, ui: &mut Ui, view: &View<'_>, data: &AccessData) {
        if let Some(call) = data.call(self.chosen.0, self.chosen.1) {
            trace::ui(ui, view, call);
        }
    }
}

impl Bench for Access {
    fn starts(&self) -> &'static [&'static str] {
        const STARTS: &[&str] = &[SCENES[0].id, SCENES[1].id, SCENES[2].id, SCENES[3].id];
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
        if self.data.as_ref().is_some_and(|(revision, data)| *revision == stage.revision && data.now == stage.sandbox.now()) {
            return;
        }
        let data = AccessData::of(stage);
        self.editor.follow(&data.settings);
        if !data.settings.has_point {
            self.chosen.1 = Door::Bucket;
        }
        self.data = Some((stage.revision, data));
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, beat)
    }

    /// The callers, or what happened where S3 refused the setting itself.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        match (beat.kind, beat.id) {
            (BeatKind::Observe, "broken" | "refuse") => happened::ui(ui, view, &data.happened),
            _ => _ = callers::ui(ui, view, data, self.chosen),
        }
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
