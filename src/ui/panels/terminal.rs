//! The terminal as a screen of its own; what it does is `console`'s.

use egui::Ui;

use crate::ui::action::Actions;
use crate::ui::console::Console;
use crate::ui::widgets::card;
use crate::ui::{Panel, View};

/// See the module.
#[derive(Default)]
pub(super) struct Terminal(Console);

impl Panel for Terminal {
    fn id(&self) -> &'static str {
        "terminal"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        card(ui, view.theme, None, |ui| {
            ui.set_width(ui.available_width());
            ui.set_height(ui.available_height());
            self.0.ui(ui, view, actions);
        });
    }

    fn shows_stage(&self) -> bool {
        true
    }
}
