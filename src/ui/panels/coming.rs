//! A screen that is not built yet says what it will be and what does the same today; it pretends nothing.

use egui::Ui;

use crate::ui::action::{Action, Actions};
use crate::ui::theme::{muted, space, title};
use crate::ui::widgets::{Icon, card, text_button};
use crate::ui::{Panel, View, panel_name};

/// Longer lines are hard to read.
const READING_WIDTH: f32 = 560.0;

/// The screen with that id.
pub(super) struct Coming(pub &'static str);

impl Panel for Coming {
    fn id(&self) -> &'static str {
        self.0
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        ui.label(title(panel_name(view.lang, self.0)));
        ui.add_space(space::BETWEEN);
        card(ui, view.theme, None, |ui| {
            ui.set_max_width(READING_WIDTH.min(ui.available_width()));
            ui.label(muted(view.tr("coming")));
            ui.label(view.tr(&format!("coming-{}", self.0)));
            ui.add_space(space::INSIDE);
            let course = text_button(ui, Icon::Course, &view.tr("open-course"), true);
            actions.when(course.clicked(), Action::Open("course".to_owned()));
        });
    }
}
