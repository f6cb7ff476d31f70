//! 2.4.5 Lifecycle policies: logs pile up month after month, rules move and delete them, and every month has its price. The
//! bench draws and asks; what happens is the simulator's.

mod data;
mod draft;
mod editor;
mod figures;
mod happened;
mod plots;

use egui::{Layout, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{
    Beat, BeatKind, Bench, Panel, Place, View,
    action::{Action, Actions},
    theme::space,
    widgets::{Icon, card, text_button},
};
use data::LifecycleData;
use draft::Draft;
use editor::Editor;

/// The bucket of the bench.
const BUCKET: &str = "logs-417";
/// What most people write first: an archive in two steps, gone after seven years.
const SUGGESTED: &str = r#"{"Rules":[{"ID":"archive-the-logs","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"},{"Days":120,"StorageClass":"DEEP_ARCHIVE"}],"Expiration":{"Days":2557}}]}"#;
/// The editor's width beside the views.
const EDITOR_WIDTH: f32 = 396.0;
/// Below this width everything stands in one column that scrolls.
const ROOMY_WIDTH: f32 = 1_060.0;
/// Heights of the parts in that column.
const COLUMN_HEIGHT: f32 = 320.0;

const PUT_SUGGESTED: &str = r#"aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{"Rules":[{"ID":"archive-the-logs","Status":"Enabled","Filter":{"Prefix":"app/"},"Transitions":[{"Days":30,"StorageClass":"GLACIER_IR"},{"Days":120,"StorageClass":"DEEP_ARCHIVE"}],"Expiration":{"Days":2557}}]}'"#;

const BEATS: &[Beat] = &[
    Beat { id: "question", kind: BeatKind::Question, acts: &[] },
    Beat { id: "predict", kind: BeatKind::Predict, acts: &[] },
    Beat { id: "act", kind: BeatKind::Act, acts: &[PUT_SUGGESTED] },
    Beat { id: "bytes", kind: BeatKind::Observe, acts: &["sim advance 7y"] },
    Beat { id: "cost", kind: BeatKind::Observe, acts: &[] },
    Beat { id: "why", kind: BeatKind::Why, acts: &[] },
];

/// See the module.
pub(in crate::ui::benches) struct Lifecycle {
    editor: Editor,
    /// View-data and the revision it was made from.
    data: Option<(u64, LifecycleData)>,
}

impl Default for Lifecycle {
    fn default() -> Self {
        let suggested = Draft::read(SUGGESTED).ok().flatten().unwrap_or_else(Draft::empty);
        Self { editor: Editor::new(suggested), data: None }
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
            presented_ui(ui, view, data, &mut self.editor, actions);
            return;
        }
        beat_ui(ui, view, actions);
        let (editor, rest) = (&mut self.editor, ui.available_size());
        if rest.x < ROOMY_WIDTH {
            column_ui(ui, view, data, editor, actions);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::BETWEEN;
            ui.allocate_ui_with_layout(vec2(EDITOR_WIDTH, rest.y), Layout::top_down_justified(egui::Align::Min), |ui| {
                editor.ui(ui, view, data, actions);
            });
            ui.allocate_ui_with_layout(vec2(ui.available_width(), rest.y), Layout::top_down_justified(egui::Align::Min), |ui| {
                views_ui(ui, view, data);
            });
        });
    }

    fn bench(&self) -> Option<&dyn Bench> {
        Some(self)
    }
}

impl Lifecycle {
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

/// What the beat says, and the way to the next one.
fn beat_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(at) = view.beat else { return };
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let position = view.tr_with("beat-n-of-m", &[("n", (at.index + 1).into()), ("m", at.n_beats.into())]);
            ui.label(crate::ui::theme::muted(position));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let on = text_button(ui, Icon::ChevronRight, &view.tr("beat-on"), at.index + 1 < at.n_beats);
                actions.when(on.clicked(), Action::Beat(1));
                let back = text_button(ui, Icon::ChevronLeft, &view.tr("beat-back"), at.index > 0);
                actions.when(back.clicked(), Action::Beat(-1));
                ui.with_layout(Layout::left_to_right(egui::Align::Center).with_main_wrap(true), |ui| {
                    ui.label(beat_text(view, at.index));
                });
            });
        });
    });
}

fn beat_text(view: &View<'_>, index: usize) -> String {
    match BEATS.get(index).map_or("", |beat| beat.id) {
        "predict" => view.tr("lifecycle-beat-predict"),
        "act" => view.tr("lifecycle-beat-act"),
        "bytes" => view.tr("lifecycle-beat-bytes"),
        "cost" => view.tr("lifecycle-beat-cost"),
        "why" => view.tr("lifecycle-beat-why"),
        _ => view.tr("lifecycle-beat-question"),
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
            ui.allocate_ui_with_layout(vec2(ui.available_width(), COLUMN_HEIGHT), Layout::top_down_justified(egui::Align::Min), |ui| {
                ui.set_max_height(COLUMN_HEIGHT);
                if part { happened::ui(ui, view, data) } else { editor.ui(ui, view, data, actions) }
            });
        }
    });
}

/// One part at a time, as the beat asks for it.
fn presented_ui(ui: &mut Ui, view: &View<'_>, data: &LifecycleData, editor: &mut Editor, actions: &mut Actions) {
    let index = view.beat.map_or(0, |at| at.index);
    let text = beat_text(view, index);
    let alone = matches!(BEATS.get(index).map(|beat| beat.kind), None | Some(BeatKind::Question | BeatKind::Predict));
    ui.label(if alone { crate::ui::theme::title(text) } else { crate::ui::theme::heading(text) });
    let height = ui.available_height();
    match BEATS.get(index).map_or("", |beat| beat.id) {
        "act" => editor.ui(ui, view, data, actions),
        "bytes" => plots::bytes_ui(ui, view, data, height),
        "cost" => plots::cost_ui(ui, view, data, height),
        "why" => happened::ui(ui, view, data),
        _ => {}
    }
}

impl Bench for Lifecycle {
    fn start(&self) -> Vec<String> {
        [
            "aws s3api create-bucket --bucket logs-417 --create-bucket-configuration LocationConstraint=ap-northeast-2",
            "sim load s3 --bucket logs-417 --prefix app/ --bytes-per-month 400GB --object-size 1MB --reads 0-30d:5/day,30-120d:1/month --for 10y",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    fn beats(&self) -> &'static [Beat] {
        BEATS
    }

    /// Compared with the same logs without any rule.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { request, .. } if matches!(request.name(), "PutBucketLifecycleConfiguration" | "DeleteBucketLifecycle"))
    }
}
