//! 2.5.4 What S3 costs: a shop's bucket, month by month, its bill broken down and lowered. Usage, rules and bill are the simulator's;
//! data out to the internet, which it does not bill, is an estimate beside it.

mod bars;
mod commands;
mod data;
mod handles;
mod scenes;
mod spent;
mod story;

use egui::{Align, Layout, ScrollArea, Ui, vec2};
use skylab_cloud::journal::Input;

use crate::ui::{
    Beat, BeatKind, Bench, Panel, StageView, View,
    action::Actions,
    theme::{muted, space},
    widgets::{card, scrolling},
};
use data::BillData;
use handles::Next;
use scenes::STARTS;
use spent::Group;

/// The left column's share of the width.
const LEFT_SHARE: f32 = 0.58;
/// Below this width everything stands in one column.
const ROOMY_WIDTH: f32 = 560.0;

/// See the module.
#[derive(Default)]
pub(in crate::ui::benches) struct S3Bill {
    next: Next,
    /// The group whose lines are shown; the largest without.
    group: Option<Group>,
    /// View-data and the revision it was made from.
    data: Option<(u64, BillData)>,
}

impl S3Bill {
    fn group(&self, data: &BillData) -> Group {
        self.group.or_else(|| data.month.as_ref()?.largest(&Group::ALL)).unwrap_or(Group::Storage)
    }

    fn main_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &BillData, actions: &mut Actions) {
        let group = self.group(data);
        let clicked = card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            bars::ui(ui, view, data, self.next.readers, group)
        });
        self.group = clicked.inner.or(self.group);
        handles::ui(ui, view, view.stage.sandbox.world(), data, &mut self.next, actions);
    }

    fn side_ui(&self, ui: &mut Ui, view: &View<'_>, data: &BillData) {
        bars::lines_ui(ui, view, data, self.next.readers, self.group(data));
        story::happened_ui(ui, view, data);
        story::lies_ui(ui, view, data);
    }
}

impl Panel for S3Bill {
    fn id(&self) -> &'static str {
        "s3-bill"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let Some((revision, data)) = self.data.take() else { return };
        scrolling(ui, ScrollArea::vertical().id_salt("s3-bill").auto_shrink([false, false]), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::BETWEEN);
            let width = ui.available_width();
            if width < ROOMY_WIDTH {
                self.main_ui(ui, view, &data, actions);
                self.side_ui(ui, view, &data);
            } else {
                let column = Layout::top_down(Align::Min);
                let left = ((width - space::BETWEEN) * LEFT_SHARE).floor();
                ui.horizontal_top(|ui| {
                    ui.allocate_ui_with_layout(vec2(left, 0.0), column, |ui| self.main_ui(ui, view, &data, actions));
                    let rest = ui.available_width();
                    ui.allocate_ui_with_layout(vec2(rest, 0.0), column, |ui| self.side_ui(ui, view, &data));
                });
            }
            ui.label(muted(view.tr("s3-bill-simplified")));
        });
        self.data = Some((revision, data));
    }
}

impl Bench for S3Bill {
    fn starts(&self) -> &'static [&'static str] {
        STARTS
    }

    fn start(&self, start: usize) -> Vec<String> {
        scenes::start_lines(start)
    }

    fn start_with(&mut self, _start: usize) {
        *self = Self::default();
    }

    fn beats(&self, start: usize) -> &'static [Beat] {
        scenes::beats(start)
    }

    fn answer(&self, beat: &Beat, run: &StageView<'_>) -> Option<usize> {
        data::answer(beat, run)
    }

    /// Makes the view-data anew when the sandbox has changed.
    fn refresh(&mut self, view: &View<'_>) {
        let stage = &view.stage;
        if self.data.as_ref().is_none_or(|(revision, data)| *revision != stage.revision || data.now != stage.sandbox.now()) {
            let data = BillData::of(stage);
            if self.data.as_ref().is_some_and(|(_, before)| (before.size, before.class) != (data.size, data.class)) {
                // a month ran: what was chosen for it is chosen no more
                (self.next.size, self.next.class) = (None, None);
            }
            self.data = Some((stage.revision, data));
        }
    }

    fn beat_text(&self, view: &View<'_>, beat: &Beat) -> Option<String> {
        let (_, data) = self.data.as_ref()?;
        Some(story::beat(view, data, beat))
    }

    /// One part at a time, as the beat asks for it.
    fn present_ui(&mut self, ui: &mut Ui, view: &View<'_>, beat: &Beat, _actions: &mut Actions) {
        let Some((_, data)) = &self.data else { return };
        match (beat.kind, beat.id) {
            (_, "hidden" | "rules") => story::lies_ui(ui, view, data),
            (BeatKind::Observe, "retrieved") => bars::lines_ui(ui, view, data, self.next.readers, Group::Retrieval),
            _ => _ = bars::ui(ui, view, data, self.next.readers, self.group(data)),
        }
    }

    /// Compared with the bucket as it was given: every request is the learner's.
    fn is_left_out(&self, input: &Input) -> bool {
        matches!(input, Input::Call { .. })
    }
}
