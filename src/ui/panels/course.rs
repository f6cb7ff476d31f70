//! The course map: every module and section, what is done, and where to go on; what is not written yet is shown as coming.

use egui::{Align, Button, Layout, Role, ScrollArea, Ui, Vec2, WidgetInfo, vec2};

use crate::learn::course::{self, Module, Section};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{ICON, TARGET, bold, heading, muted, small, space, title};
use crate::ui::widgets::{Icon, card, primary_button, scrolling};
use crate::ui::{Panel, View, lesson, panel_name, section_name, tour};

/// A column is as wide as a section's name needs in either language.
const COLUMN_WIDTH: f32 = 380.0;
/// The height of a bar of progress.
const BAR_HEIGHT: f32 = 6.0;

/// See the module.
pub(super) struct Course;

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Coming,
    Open,
    Begun,
    Done,
}

impl Panel for Course {
    fn id(&self) -> &'static str {
        "course"
    }

    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
        scrolling(ui, ScrollArea::vertical().auto_shrink(false), |ui| {
            ui.label(title(panel_name(view.lang, self.id())));
            continue_ui(ui, view, actions);
            ui.add_space(space::BETWEEN);
            columns_ui(ui, view, actions);
        });
    }
}

fn state(view: &View<'_>, section: &Section) -> State {
    if !lesson::exists(&section.id) {
        return State::Coming;
    }
    match view.progress.section(&section.id) {
        Some(_) if view.goals.is_done(view.progress, section) => State::Done,
        Some(it) if it.opened => State::Begun,
        _ => State::Open,
    }
}

/// The section to go on with: the one opened last if it is not done, else the first that is not.
fn next_section(view: &View<'_>) -> Option<&'static Section> {
    let all = || course::Course::packed().sections();
    all().find(|section| state(view, section) == State::Begun).or_else(|| all().find(|section| state(view, section) == State::Open))
}

fn continue_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let Some(section) = next_section(view) else { return };
    let key = if view.progress.sections.is_empty() { "course-begin" } else { "course-continue" };
    let name = view.tr_with(key, &[("section", section_name(view.lang, section).into())]);
    ui.horizontal_wrapped(|ui| {
        let go = primary_button(ui, view.palette(), Icon::Play, &name, &name, true);
        if tour::is_just_over(ui) {
            go.request_focus();
        }
        actions.when(go.clicked(), Action::OpenSection(section.id.clone()));
        ui.add_space(space::BETWEEN);
        legend_ui(ui, view);
    });
}

/// What the signs before the sections mean.
fn legend_ui(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.x = space::GRID;
    for state in [State::Open, State::Begun, State::Done, State::Coming] {
        let (icon, color, _) = look(view, state);
        let key = match state {
            State::Coming => "course-legend-coming",
            State::Open => "course-legend-open",
            State::Begun => "course-legend-begun",
            State::Done => "course-legend-done",
        };
        let words = egui::WidgetText::from(muted(view.tr(key)));
        let words = words.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::TextStyle::Small);
        // sign and word stay together
        if ui.available_size_before_wrap().x < ICON + space::GRID + words.size().x {
            ui.end_row();
        }
        let (sign, _) = ui.allocate_exact_size(Vec2::splat(ICON), egui::Sense::hover());
        icon.paint(ui.painter(), sign, color);
        ui.label(words);
        ui.add_space(space::INSIDE);
    }
}

/// A state's sign, its colour, and the text that says it of a section.
fn look(view: &View<'_>, state: State) -> (Icon, egui::Color32, &'static str) {
    let palette = view.palette();
    match state {
        State::Coming => (Icon::Coming, palette.muted, "section-state-coming"),
        State::Open => (Icon::Unknown, palette.accent, "section-state-open"),
        State::Begun => (Icon::Half, palette.accent, "section-state-begun"),
        State::Done => (Icon::Ok, palette.ok, "section-state-done"),
    }
}

/// Modules side by side in their order: down the first column, then the next.
fn columns_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let modules = &course::Course::packed().modules;
    let n_columns = ((ui.available_width() / COLUMN_WIDTH) as usize).clamp(1, 4);
    let n_rows = |module: &Module| module.groups.iter().map(|group| group.sections.len() + 2).sum::<usize>() + 3;
    let mut rest = modules.as_slice();
    let columns = columns(&modules.iter().map(n_rows).collect::<Vec<_>>(), n_columns).into_iter().map(|n| {
        let (column, after) = rest.split_at(n);
        rest = after;
        column
    });
    let columns: Vec<&[Module]> = columns.collect();
    ui.columns(n_columns, |areas| {
        for (ui, modules) in areas.iter_mut().zip(columns) {
            ui.spacing_mut().item_spacing.y = space::BETWEEN;
            for module in modules {
                module_ui(ui, view, module, actions);
            }
        }
    });
}

/// How many of the parts stand in each column, in their order, so that the longest column is as short as can be.
fn columns(n_rows: &[usize], n_columns: usize) -> Vec<usize> {
    let fits = |most: usize| {
        let mut columns = vec![0];
        let mut used = 0;
        for rows in n_rows {
            if used > 0 && used + rows > most {
                columns.push(0);
                used = 0;
            }
            used += rows;
            if let Some(last) = columns.last_mut() {
                *last += 1;
            }
        }
        (columns.len() <= n_columns).then_some(columns)
    };
    let longest = n_rows.iter().copied().max().unwrap_or(0);
    let all = n_rows.iter().sum();
    (longest..=all).find_map(fits).unwrap_or_else(|| vec![n_rows.len()])
}

fn module_ui(ui: &mut Ui, view: &View<'_>, module: &Module, actions: &mut Actions) {
    let sections: Vec<&Section> = module.groups.iter().flat_map(|group| &group.sections).collect();
    let n_done = sections.iter().filter(|section| state(view, section) == State::Done).count();
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ui.label(heading(format!("{} {}", module.number, view.tr(&format!("module-{}", module.id)))));
        let counts = view.tr_with("course-done-of", &[("n", n_done.into()), ("m", sections.len().into())]);
        let share = n_done as f32 / sections.len().max(1) as f32;
        bar_ui(ui, view, share, &counts);
        ui.label(muted(counts));
        for group in &module.groups {
            if module.groups.len() > 1 {
                ui.add_space(space::INSIDE);
                ui.label(bold(view.tr(&format!("group-{}", course::dashed(&group.number)))));
            }
            for section in &group.sections {
                section_ui(ui, view, section, actions);
            }
        }
    });
}

/// How much of a module is done.
fn bar_ui(ui: &mut Ui, view: &View<'_>, share: f32, said: &str) {
    let (rect, bar) = ui.allocate_exact_size(vec2(ui.available_width(), BAR_HEIGHT), egui::Sense::hover());
    bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, said));
    ui.painter().rect_filled(rect, BAR_HEIGHT / 2.0, view.palette().line);
    let done = rect.with_max_x(rect.left() + rect.width() * share);
    ui.painter().rect_filled(done, BAR_HEIGHT / 2.0, view.palette().accent);
}

/// One line: its state as a sign, number and name; the whole of it can be clicked.
fn section_ui(ui: &mut Ui, view: &View<'_>, section: &Section, actions: &mut Actions) {
    let state = state(view, section);
    let palette = view.palette();
    let (icon, color, key) = look(view, state);
    let name = section_name(view.lang, section);
    let said = view.tr_with(key, &[("section", name.as_str().into())]);
    let text = if state == State::Coming { small(name.as_str()).color(palette.muted) } else { egui::RichText::new(name.as_str()) };
    let row = Layout::left_to_right(Align::Center).with_main_justify(true).with_main_align(Align::Min);
    let sign = egui::Atom::paint(Vec2::splat(ICON), move |ui, args| icon.paint(ui.painter(), args.rect, color));
    let size = vec2(ui.available_width(), TARGET);
    let button = Button::new((sign, text)).frame_when_inactive(false).wrap();
    let button = ui.allocate_ui_with_layout(size, row, |ui| ui.add(button)).inner;
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    actions.when(button.clicked(), Action::OpenSection(section.id.clone()));
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn modules_keep_their_order_and_the_longest_column_is_short() {
        assert_eq!(columns(&[6, 45, 46, 40, 28, 28], 3), [2, 2, 2]);
        assert_eq!(columns(&[6, 45, 46, 40, 28, 28], 1), [6]);
        assert_eq!(columns(&[6, 45], 4), [1, 1]);
        assert_eq!(columns(&[], 2), [0]);
    }
}
