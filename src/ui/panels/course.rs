//! The course: every section that has a bench, by module; progress and lessons are not here yet.

use egui::{Align, Button, Layout, ScrollArea, Ui, vec2};

use crate::ui::action::{Action, Actions};
use crate::ui::theme::{space, title};
use crate::ui::widgets::{Icon, card};
use crate::ui::{Panel, Place, View, panel_name};

/// Wide enough for a section's name in either language, and no wider.
const COLUMN_WIDTH: f32 = 480.0;

pub(super) struct Course {
    sections: Vec<Section>,
}

struct Section {
    module: &'static str,
    number: &'static str,
    id: &'static str,
}

impl Course {
    /// The map of the sections among `panels`, in their order.
    pub(super) fn of(panels: &[Box<dyn Panel>]) -> Self {
        let sections = panels.iter().filter_map(|panel| match panel.place() {
            Place::Section { module, number } => Some(Section { module, number, id: panel.id() }),
            Place::Rail(_) | Place::RailFoot(_) => None,
        });
        Self { sections: sections.collect() }
    }
}

impl Panel for Course {
    fn id(&self) -> &'static str {
        "course"
    }

    fn place(&self) -> Place {
        Place::Rail(Icon::Course)
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.label(title(panel_name(view.lang, self.id())));
            ui.add_space(space::BETWEEN);
            ui.set_max_width(COLUMN_WIDTH.min(ui.available_width()));
            for sections in self.sections.chunk_by(|a, b| a.module == b.module) {
                let head = sections.first().map(|section| view.tr(section.module));
                card(ui, view.theme, head.as_deref(), |ui| {
                    for section in sections {
                        section_ui(ui, view, section, actions);
                    }
                });
            }
        });
    }
}

fn section_ui(ui: &mut Ui, view: &View<'_>, section: &Section, actions: &mut Actions) {
    let name = format!("{}  {}", section.number, panel_name(view.lang, section.id));
    let row = Layout::left_to_right(Align::Center).with_main_justify(true).with_main_align(Align::Min);
    let size = vec2(ui.available_width(), crate::ui::theme::TARGET);
    let button = ui.allocate_ui_with_layout(size, row, |ui| ui.add(Button::new(name).frame_when_inactive(false))).inner;
    actions.when(button.clicked(), Action::Open(section.id.to_owned()));
}
