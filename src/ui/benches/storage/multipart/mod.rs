//! 2.5.1 Multipart upload: one file over a line that drops, in one PUT and in parts; S3's limits; uploads that nobody completes.
//! Line and times are a model of its own; limits, unfinished uploads and their bill are the simulator's.

mod handles;
mod left;
mod line;
mod parts;
mod picture;
mod scenes;
mod story;
mod verdict;
mod views;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::ui::{
    Beat, BeatKind, Bench, Idea, Panel, StageView, View,
    action::Actions,
    theme::{muted, space},
    widgets::{fit, scrolling},
};
use left::data::LeftData;
use line::{Line, Progress};
use scenes::{LEFT, STARTS};
use verdict::Refusal;

/// The left column's share of the width: picture and handles.
const LEFT_SHARE: f32 = 0.58;
/// Below this width everything stands in one column.
const ROOMY_WIDTH: f32 = 560.0;
/// Which start state is about the limits.
const LIMITS: usize = 1;

/// The line as it is shown, with what S3 answers to it.
struct Shown {
    /// The state as text, to see whether it has changed.
    text: String,
    line: Line,
    put: Result<(), Refusal>,
    parts: Result<(), Refusal>,
}

impl Shown {
    fn read(text: &str) -> Option<Self> {
        let line = Line::read(text)?;
        let (put, parts) = (verdict::put(line.file_bytes()), verdict::parts(line.n_parts(), line.part_bytes()));
        Some(Self { text: text.to_owned(), line, put, parts })
    }

    /// Whether S3 was asked about this set-up, by sending or by asking.
    fn is_answered(&self) -> bool {
        self.line.progress != Progress::Waiting || self.line.asked.contains(&(self.line.file_gb, self.line.part_mb))
    }
}

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct Multipart {
    start: usize,
    shown: Option<Shown>,
    /// The bucket, and the revision it was read at.
    left: Option<(u64, LeftData)>,
}

impl Multipart {
    fn line_ui(&self, ui: &mut Ui, view: &View<'_>, shown: &Shown, room: f32, actions: &mut Actions) {
        let width = ui.available_width();
        let main = |ui: &mut Ui, actions: &mut Actions| {
            fit(ui, "line", room, picture::BOTH_BARS, |ui, height| {
                picture::ui(ui, view, shown, height / 2.0);
                handles::ui(ui, view, &shown.line, actions);
            });
        };
        let side = |ui: &mut Ui| {
            if self.start == LIMITS {
                views::limits_ui(ui, view, shown);
                views::happened_ui(ui, view, shown);
                return;
            }
            fit(ui, "side", room, views::CHART, |ui, height| {
                views::chart_ui(ui, view, &shown.line, height);
                views::happened_ui(ui, view, shown);
            });
        };
        if width < ROOMY_WIDTH {
            main(ui, actions);
            side(ui);
            return;
        }
        let column = Layout::top_down(Align::Min);
        let left = ((width - space::BETWEEN) * LEFT_SHARE).floor();
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(left, 0.0), column, |ui| main(ui, actions));
            let rest = ui.available_width();
            ui.allocate_ui_with_layout(vec2(rest, 0.0), column, side);
        });
    }

    fn left_ui(ui: &mut Ui, view: &View<'_>, data: &LeftData, actions: &mut Actions) {
        let width = ui.available_width();
        if width < ROOMY_WIDTH {
            left::scene_ui(ui, view, data, actions);
            left::handles_ui(ui, view, data, actions);
            left::cost_ui(ui, view, data);
            left::happened_ui(ui, view, data);
            return;
        }
        let column = Layout::top_down(Align::Min);
        let left = ((width - space::BETWEEN) * LEFT_SHARE).floor();
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(left, 0.0), column, |ui| {
                left::scene_ui(ui, view, data, actions);
                left::handles_ui(ui, view, data, actions);
            });
            let rest = ui.available_width();
            ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| {
                left::cost_ui(ui, view, data);
                left::happened_ui(ui, view, data);
            });
        });
    }
}

impl Panel for Multipart {
    fn id(&self) -> &'static str {
        "multipart"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let foot = muted(view.tr(if self.start == LEFT { "multipart-simplified-left" } else { "multipart-simplified" }));
        let foot =
            egui::WidgetText::from(foot).into_galley(ui, Some(egui::TextWrapMode::Wrap), ui.available_width(), egui::TextStyle::Small);
        let room = ui.available_height() - foot.size().y - space::BETWEEN;
        scrolling(ui, ScrollArea::vertical().id_salt("multipart").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::BETWEEN);
            match (&self.left, &self.shown) {
                (Some((_, data)), _) => Self::left_ui(ui, view, data, actions),
                (None, Some(shown)) => self.line_ui(ui, view, shown, room, actions),
                (None, None) => {}
            }
            ui.label(foot);
        });
    }
}

impl Bench for Multipart {
    fn starts(&self) -> &'static [&'static str] {
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        if start == LEFT { scenes::start_lines() } else { Vec::new() }
    }

    fn start_with(&mut self, start: usize) {
        *self = Self { start, ..Self::default() };
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scenes::beats(start)
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        scenes::answer(beat, run)
    }

    /// Reads the state, or the bucket, anew when it has changed.
    fn refresh(&mut self, view: &View<'_>) {
        let stage = &view.stage;
        if stage.idea.is_empty() {
            self.shown = None;
            if self.left.as_ref().is_none_or(|(revision, data)| *revision != stage.revision || data.now != stage.sandbox.now()) {
                self.left = Some((stage.revision, LeftData::of(stage)));
            }
            return;
        }
        self.left = None;
        if self.shown.as_ref().is_none_or(|shown| shown.text != stage.idea)
            && let Some(shown) = Shown::read(stage.idea)
        {
            self.shown = Some(shown);
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        match (&self.left, &self.shown) {
            (Some((_, data)), _) => Some(story::of_bucket(view, data, beat)),
            (None, Some(shown)) => Some(story::of_line(view, shown, beat)),
            (None, None) => None,
        }
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, actions: &mut Actions) {
        let height = ui.available_height();
        match (&self.left, &self.shown) {
            (Some((_, data)), _) if beat.kind == BeatKind::Observe || beat.kind == BeatKind::Why => left::cost_ui(ui, view, data),
            (Some((_, data)), _) => left::scene_ui(ui, view, data, actions),
            (None, Some(shown)) if beat.id == "drop-why" => views::chart_ui(ui, view, &shown.line, height),
            (None, Some(shown)) if self.start == LIMITS => views::limits_ui(ui, view, shown),
            (None, Some(shown)) => picture::lanes_ui(ui, view, shown, picture::BOTH_BARS[0] / 2.0),
            (None, None) => {}
        }
    }

    fn idea(&self) -> Option<&dyn Idea> {
        Some(self)
    }
}

impl Idea for Multipart {
    fn opening(&self, start: usize) -> String {
        scenes::opening(start).map(|line| line.text()).unwrap_or_default()
    }

    fn after(&self, state: &str, act: &str) -> Option<String> {
        Some(Line::read(state)?.after(act)?.text())
    }

    fn is_state(&self, text: &str) -> bool {
        Line::read(text).is_some()
    }
}
