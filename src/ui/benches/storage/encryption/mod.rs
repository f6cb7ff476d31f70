//! 2.3.5 Server-side encryption key types: one record uploaded in five ways, the layers of keys around it with their real bytes, who
//! reads it when a right or the key is taken away, what CloudTrail records, and what calls to KMS cost with and without a bucket key.
//! The bench draws and asks; what happens is the simulator's.

mod answers;
mod calls;
mod data;
mod handles;
mod happened;
mod layers;
mod records;
mod scenes;
mod story;
mod ways;

use egui::{Align, Layout, ScrollArea, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{
    Beat, Bench, Panel, StageView, View,
    action::Actions,
    theme::{muted, space},
    widgets::scrolling,
};
use data::EncryptionData;
use scenes::{SCENES, Scene, Way};

/// From this width on, layers and records stand beside the objects.
const WIDE_WIDTH: f32 = 980.0;
/// Records that are listed, and on a projector.
const N_RECORDS: usize = 8;
const N_PRESENTED: usize = 5;

/// See the module.
pub(in crate::ui::benches) struct Encryption {
    scene: &'static Scene,
    /// The way whose layers are drawn.
    chosen: Way,
    /// The loads run.
    is_loaded: bool,
    /// View-data and the revision it was made from.
    data: Option<(u64, EncryptionData)>,
}

impl Default for Encryption {
    fn default() -> Self {
        Self::of(&SCENES[0])
    }
}

impl Panel for Encryption {
    fn id(&self) -> &'static str {
        "encryption"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((revision, data)) = self.data.take() else { return };
        scrolling(ui, ScrollArea::vertical().id_salt("encryption").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            if self.scene.counts {
                calls::ui(ui, view, &data.counted);
                handles::calls_ui(ui, view, &data.counted, self.is_loaded, actions);
                happened::ui(ui, view, &data.happened);
            } else {
                self.ways_ui(ui, view, &data, actions);
            }
        });
        self.data = Some((revision, data));
    }
}

impl Encryption {
    fn of(scene: &'static Scene) -> Self {
        Self { scene, chosen: Way::default(), is_loaded: false, data: None }
    }

    fn ways_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EncryptionData, actions: &mut Actions) {
        let width = ui.available_width();
        if width < WIDE_WIDTH {
            self.objects_ui(ui, view, data, actions);
            self.stored_ui(ui, view, data);
            happened::ui(ui, view, &data.happened);
            records_ui(ui, view, data);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            let column = Layout::top_down(Align::Min);
            let half = (width - space::INSIDE) / 2.0;
            ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.objects_ui(ui, view, data, actions);
                happened::ui(ui, view, &data.happened);
            });
            ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| {
                ui.spacing_mut().item_spacing.y = space::INSIDE;
                self.stored_ui(ui, view, data);
                records_ui(ui, view, data);
            });
        });
    }

    fn objects_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &EncryptionData, actions: &mut Actions) {
        if let Some(way) = ways::ui(ui, view, data, self.chosen) {
            self.chosen = way;
        }
        handles::object_ui(ui, view, data, self.chosen, actions);
        handles::key_ui(ui, view, data, actions);
    }

    fn stored_ui(&self, ui: &mut Ui, view: &View<'_>, data: &EncryptionData) {
        if let Some(object) = data.object(self.chosen) {
            layers::ui(ui, view, data, object);
        }
    }
}

/// The records, and how often KMS was called.
fn records_ui(ui: &mut Ui, view: &View<'_>, data: &EncryptionData) {
    records::ui(ui, view, &data.records, N_RECORDS);
    let cost = crate::i18n::format::usd_price(calls::micros(data.n_calls));
    let n = usize::try_from(data.n_calls).unwrap_or(usize::MAX);
    ui.label(muted(view.tr_with("encryption-n-calls", &[("n", n.into()), ("cost", cost.into())])));
}

impl Bench for Encryption {
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
            self.data = Some((stage.revision, EncryptionData::of(stage)));
            self.is_loaded = answers::is_loaded(stage);
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        story::text(view, data, beat)
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        match beat.id {
            "upload" | "layers" => self.stored_ui(ui, view, data),
            "records" => records::ui(ui, view, &data.records, N_PRESENTED),
            "schedule" | "cancel" | "deleted" => happened::ui(ui, view, &data.happened),
            "month" | "bill" | "switch" | "calls-why" => calls::ui(ui, view, &data.counted),
            _ => _ = ways::ui(ui, view, data, self.chosen),
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
