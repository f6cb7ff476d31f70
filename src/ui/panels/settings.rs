//! Settings: language, look and text size; saving them is the app's.

use egui::{Grid, Ui};

use crate::i18n::{Lang, format};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{Theme, bold, space, title};
use crate::ui::widgets::toggle;
use crate::ui::{Panel, View, panel_name};

/// The scales of text on offer.
const TEXT_SCALES: [f32; 4] = [1.0, 1.15, 1.3, 1.5];

pub(super) struct Settings;

impl Panel for Settings {
    fn id(&self) -> &'static str {
        "settings"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        ui.label(title(panel_name(view.lang, self.id())));
        ui.add_space(space::BETWEEN);
        Grid::new("settings").num_columns(2).spacing([space::GROUP, space::BETWEEN]).show(ui, |ui| {
            row_ui(ui, &view.tr("settings-language"), |ui| {
                for lang in Lang::ALL {
                    actions.when(toggle(ui, lang.own_name(), lang == view.lang).clicked(), Action::Language(lang));
                }
            });
            row_ui(ui, &view.tr("settings-look"), |ui| {
                for (theme, key) in [(Theme::Light, "theme-light"), (Theme::Dark, "theme-dark"), (Theme::Projector, "theme-projector")] {
                    actions.when(toggle(ui, &view.tr(key), theme == view.theme).clicked(), Action::Look(theme));
                }
            });
            row_ui(ui, &view.tr("settings-text-size"), |ui| {
                for scale in TEXT_SCALES {
                    let chosen = (scale - view.text_scale).abs() < 0.01;
                    actions.when(toggle(ui, &format::percent(f64::from(scale), 0), chosen).clicked(), Action::TextScale(scale));
                }
            });
        });
    }
}

fn row_ui(ui: &mut Ui, name: &str, choices: impl FnOnce(&mut Ui)) {
    ui.label(bold(name));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::GRID;
        choices(ui);
    });
    ui.end_row();
}
