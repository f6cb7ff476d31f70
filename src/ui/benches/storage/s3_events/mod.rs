//! 2.5.3 Event notifications: filters that send what happens in a bucket to a function, a queue, a topic and EventBridge, and what
//! arrives there. The bench draws and asks; what happens is the simulator's.

mod answers;
mod data;
mod form;
mod happened;
mod inbox;
mod lines;
mod log;
mod routes;
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
use data::EventsData;
use form::Form;
use scenes::{SCENES, Scene};

/// Below this width everything stands below one another.
const ROOMY_WIDTH: f32 = 620.0;
/// The routes' share of the width.
const ROUTES_SHARE: f32 = 0.56;
/// What stands around the text of a message.
const AROUND_TEXT: f32 = 330.0;
/// Its most height.
const MOST_TEXT: f32 = 460.0;

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct S3Events {
    form: Form,
    /// The destination whose last message is shown.
    inbox: Option<String>,
    /// The beat that it was chosen for.
    chosen_for: Option<usize>,
    /// View-data and the revision it was made from.
    data: Option<(u64, EventsData)>,
}

impl Panel for S3Events {
    fn id(&self) -> &'static str {
        "s3-events"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        self.follow_beat(view);
        let Some((_, data)) = self.data.take() else { return };
        let room = ui.available_height();
        scrolling(ui, ScrollArea::vertical().id_salt("s3-events").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            self.parts_ui(ui, view, &data, room, actions);
        });
        self.data = Some((view.stage.revision, data));
    }
}

impl S3Events {
    /// Another beat brings what it is about to the front; within one the learner goes where they like.
    fn follow_beat(&mut self, view: &View<'_>) {
        let Some(at) = &view.beat else { return };
        if self.chosen_for != Some(at.index) {
            self.chosen_for = Some(at.index);
            self.inbox = at.now().and_then(|beat| inbox_of(beat)).map(str::to_owned).or(self.inbox.take());
        }
    }

    fn parts_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EventsData, room: f32, actions: &mut Actions) {
        let width = ui.available_width();
        if width < ROOMY_WIDTH {
            self.left_ui(ui, view, data, actions);
            self.right_ui(ui, view, data, room, actions);
            return;
        }
        let column = Layout::top_down(Align::Min);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            ui.allocate_ui_with_layout(vec2(width * ROUTES_SHARE, 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.left_ui(ui, view, data, actions);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.right_ui(ui, view, data, room, actions);
            });
        });
    }

    fn left_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EventsData, actions: &mut Actions) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            routes::ui(ui, view, data, actions);
        });
        self.form.acts_ui(ui, view, actions);
        self.form.add_ui(ui, view, data, actions);
    }

    fn right_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EventsData, room: f32, actions: &mut Actions) {
        happened::ui(ui, view, &data.happened);
        let height = (room - AROUND_TEXT).min(MOST_TEXT);
        if let Some(name) = inbox::ui(ui, view, data, self.inbox.as_deref(), height, actions) {
            self.inbox = Some(name);
        }
    }
}

/// The queue whose message a beat is about.
fn inbox_of(beat: &Beat) -> Option<&'static str> {
    match beat.id {
        "bus-json" => Some("bus-inbox"),
        "others" => Some("log-inbox"),
        "test-json" => Some("jobs"),
        "night" => Some("expired"),
        "copy" | "parts" => Some("made"),
        "delete" => Some("removed"),
        "first" | "second-receive" | "done" => Some("png-jobs"),
        _ => None,
    }
}

impl Bench for S3Events {
    fn starts(&self) -> &'static [&'static str] {
        const STARTS: &[&str] = &[SCENES[0].id, SCENES[1].id, SCENES[2].id, SCENES[3].id, SCENES[4].id, SCENES[5].id];
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        (scene(start).start)()
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
            self.data = Some((stage.revision, EventsData::of(stage)));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, beat)
    }

    /// The routes, what happened, or the record that arrived.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        let json = inbox_of(beat).filter(|_| matches!(beat.id, "bus-json" | "test-json" | "second-receive" | "done" | "first"));
        match (json, beat.kind) {
            (Some(name), _) => inbox::present_ui(ui, view, data, name),
            (None, BeatKind::Act) if matches!(beat.id, "second" | "closed" | "let-in") => happened::ui(ui, view, &data.happened),
            _ => routes::ui(ui, view, data, actions),
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
