//! Settings: language, look, text size, movement, won for a dollar, and the learner's files; keeping them is the app's.

use egui::{DragValue, Label, Response, ScrollArea, TextEdit, Ui};

use crate::i18n::{Lang, format};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{Theme, bold, code, heading, muted, space, title};
use crate::ui::widgets::{Icon, called, card, icon_button, scrolling, text_button, toggle};
use crate::ui::{Panel, View, panel_name};

/// The scales of text on offer.
const TEXT_SCALES: [f32; 4] = [1.0, 1.15, 1.3, 1.5];
/// The rate offered first, in hundredths of a won for a dollar, and its day.
const FIRST_RATE: (u32, &str) = (138_000, "2026-03-01");
/// The width of a name before its choices, and of the whole.
const NAME_WIDTH: f32 = 150.0;
const WIDTH: f32 = 720.0;

/// What is being typed.
#[derive(Default)]
pub(super) struct Settings {
    path: String,
    date: Option<String>,
}

impl Panel for Settings {
    fn id(&self) -> &'static str {
        "settings"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        scrolling(ui, ScrollArea::vertical().auto_shrink(false), |ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            ui.label(title(panel_name(view.lang, self.id())));
            card(ui, view.theme, None, |ui| {
                ui.set_width(ui.available_width());
                look_ui(ui, view, actions);
                self.won_ui(ui, view, actions);
            });
            card(ui, view.theme, None, |ui| {
                ui.set_width(ui.available_width());
                self.files_ui(ui, view, actions);
            });
        });
    }
}

fn look_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    row_ui(ui, &view.tr("settings-language"), |ui| {
        for lang in Lang::ALL {
            let button = of_row(view, "settings-language", toggle(ui, lang.own_name(), lang == view.lang), lang.own_name());
            actions.when(button.clicked(), Action::Language(lang));
        }
    });
    row_ui(ui, &view.tr("settings-look"), |ui| {
        for theme in Theme::ALL {
            let name = view.tr(&format!("theme-{}", theme.name()));
            let button = of_row(view, "settings-look", toggle(ui, &name, theme == view.theme), &name);
            actions.when(button.clicked(), Action::Look(theme));
        }
    });
    row_ui(ui, &view.tr("settings-text-size"), |ui| {
        for scale in TEXT_SCALES {
            let chosen = (scale - view.text_scale).abs() < 0.01;
            actions.when(toggle(ui, &format::percent(f64::from(scale), 0), chosen).clicked(), Action::TextScale(scale));
        }
    });
    row_ui(ui, &view.tr("settings-motion"), |ui| {
        for (key, still) in [("settings-motion-on", false), ("settings-motion-off", true)] {
            actions.when(toggle(ui, &view.tr(key), still == view.still).clicked(), Action::Still(still));
        }
    });
}

/// A choice of a row is called by the row as well: the bar offers some of the same.
fn of_row(view: &View<'_>, row: &str, button: Response, name: &str) -> Response {
    called(button, &view.tr_with("settings-choice", &[("row", view.tr(row).into()), ("name", name.into())]))
}

impl Settings {
    /// Won for a dollar: off, or a rate with its day.
    fn won_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        let settings = &view.progress.settings;
        let rate = settings.krw_per_usd_hundredths;
        let day = settings.krw_date.clone().unwrap_or_else(|| FIRST_RATE.1.to_owned());
        row_ui(ui, &view.tr("settings-won"), |ui| {
            actions.when(toggle(ui, &view.tr("settings-won-off"), rate.is_none()).clicked(), Action::Won(None));
            let on = toggle(ui, &view.tr("settings-won-on"), rate.is_some());
            actions.when(on.clicked() && rate.is_none(), Action::Won(Some((FIRST_RATE.0, FIRST_RATE.1.to_owned()))));
            let Some(rate) = rate else { return };
            let mut won = f64::from(rate) / 100.0;
            let field = ui.add(DragValue::new(&mut won).range(1.0..=100_000.0).speed(1.0).fixed_decimals(0));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::SpinButton, true, view.tr("settings-won-rate")));
            actions.when(field.changed(), Action::Won(Some(((won * 100.0).round() as u32, day.clone()))));
            ui.label(view.tr("settings-won-day"));
            let date = self.date.get_or_insert_with(|| day.clone());
            let field = ui.add(TextEdit::singleline(date).desired_width(100.0));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, view.tr("settings-won-day")));
            if field.lost_focus() {
                let written = date.trim().to_owned();
                self.date = None;
                actions.when(is_day(&written), Action::Won(Some((rate, written))));
            }
        });
    }

    fn files_ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        ui.label(heading(view.tr("settings-progress")));
        match view.folder {
            Some(folder) => {
                let folder = folder.display().to_string();
                ui.label(muted(view.tr("settings-folder")));
                ui.horizontal_wrapped(|ui| {
                    ui.add(Label::new(code(&folder)).wrap().selectable(true));
                    actions.when(icon_button(ui, Icon::Copy, &view.tr("copy"), true).clicked(), Action::Copy(folder.clone()));
                });
                ui.label(muted(view.tr("settings-folder-other")));
            }
            None => _ = ui.label(muted(view.tr("settings-no-folder"))),
        }
        ui.add_space(space::GRID);
        ui.horizontal_wrapped(|ui| {
            let save = text_button(ui, Icon::Copy, &view.tr("settings-export"), true);
            actions.when(save.clicked(), Action::Export(None));
            let load = text_button(ui, Icon::Add, &view.tr("settings-import"), true);
            actions.when(load.clicked(), Action::Import(None));
        });
        ui.label(muted(view.tr("settings-path")));
        ui.horizontal_wrapped(|ui| {
            let field = ui.add(TextEdit::singleline(&mut self.path).desired_width(320.0).hint_text("skylab-progress.ron"));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, view.tr("settings-path")));
            let path = self.path.trim();
            let is_given = !path.is_empty();
            let place = || Some(std::path::PathBuf::from(path));
            actions.when(ui.add_enabled(is_given, egui::Button::new(view.tr("settings-export-here"))).clicked(), Action::Export(place()));
            actions.when(ui.add_enabled(is_given, egui::Button::new(view.tr("settings-import-here"))).clicked(), Action::Import(place()));
        });
        ui.add_space(space::GRID);
        ui.horizontal_wrapped(|ui| {
            let reset = text_button(ui, Icon::Reset, &view.tr("settings-reset"), true);
            actions.when(reset.on_hover_text(view.tr("settings-reset-hint")).clicked(), Action::ResetProgress);
            let undo = text_button(ui, Icon::Undo, &view.tr("settings-undo"), view.can_undo_replacement);
            actions.when(undo.clicked(), Action::UndoReplacement);
            actions.when(text_button(ui, Icon::About, &view.tr("tour-again"), true).clicked(), Action::Tour(0));
        });
    }
}

/// A day as `2026-03-01`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day] if is_number(year, 4) && is_number(month, 2) && is_number(day, 2))
}

fn row_ui(ui: &mut Ui, name: &str, choices: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::GRID, space::GRID);
        let width = NAME_WIDTH.min(ui.available_width());
        ui.allocate_ui(egui::vec2(width, crate::ui::theme::TARGET), |ui| {
            ui.set_width(width);
            ui.add(Label::new(bold(name)).wrap());
        });
        choices(ui);
    });
    ui.add_space(space::INSIDE);
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn a_day_is_written_with_year_month_and_day() {
        assert!(is_day("2026-03-01"));
        for bad in ["", "2026-3-1", "03-01-2026", "2026-03-01x", "yesterday"] {
            assert!(!is_day(bad), "{bad}");
        }
    }
}
