//! The foot of a screen with a sandbox: the last act as a command and as its record, and the terminal. What was done is the sandbox's.

use egui::{Frame, Label, Margin, Role, ScrollArea, Ui, UiBuilder, WidgetInfo};

use super::View;
use super::action::{Action, Actions};
use super::console::Console;
use super::frame::Rooms;
use super::theme::{code, muted, space};
use super::widgets::{Icon, icon_button, toggle};

/// The height of the open part.
const OPEN_HEIGHT: f32 = 240.0;

/// What is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Command,
    Terminal,
}

/// See the module.
#[derive(Default)]
pub struct Drawer {
    open: Option<Tab>,
    console: Console,
}

/// Draws `inside` and then the drawer below it, as high as it needs, so that Tab goes to the foot last.
pub(super) fn above_ui(
    ui: &mut Ui,
    view: &View<'_>,
    rooms: &mut Rooms<'_>,
    actions: &mut Actions,
    inside: impl FnOnce(&mut Ui, &mut Rooms<'_>, &mut Actions),
) {
    let whole = ui.available_rect_before_wrap();
    let id = ui.scope_id().with("height-foot");
    let known = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let border = (whole.bottom() - known).max(whole.top());
    ui.scope_builder(UiBuilder::new().id_salt("inside").max_rect(whole.with_max_y(border)), |ui| inside(ui, rooms, actions));
    let surface = Frame::new().fill(view.palette().surface).inner_margin(Margin::symmetric(space::BETWEEN as i8, space::GRID as i8));
    let foot = ui.scope_builder(UiBuilder::new().id_salt("foot").max_rect(whole.with_min_y(border)), |ui| {
        let drawn = surface.show(ui, |ui| {
            ui.set_width(ui.available_width());
            // on a screen of its own the terminal is not at the foot, too
            rooms.drawer.ui(ui, view, view.section.is_some(), actions);
        });
        drawn.response.rect.height()
    });
    ui.painter().hline(whole.x_range(), border, view.theme.line());
    if (foot.inner - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, foot.inner));
        ui.ctx().request_discard("the height of the foot changed");
    }
}

/// The first words of a command, at most so many letters; all of it if that is enough.
fn beginning(line: &str, most_chars: usize) -> String {
    if line.chars().count() <= most_chars {
        return line.to_owned();
    }
    let mut shown = String::new();
    for word in line.split_inclusive(' ') {
        if shown.chars().count() + word.chars().count() > most_chars {
            break;
        }
        shown.push_str(word);
    }
    format!("{}…", shown.trim_end())
}

impl Drawer {
    /// Draws it; `has_terminal` where the terminal is not on the screen already.
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, has_terminal: bool, actions: &mut Actions) {
        self.line_ui(ui, view, has_terminal, actions);
        match self.open {
            Some(Tab::Command) => whole_ui(ui, view),
            Some(Tab::Terminal) if has_terminal => {
                let height = OPEN_HEIGHT.min(ui.ctx().content_rect().height() * 0.4);
                ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| {
                    ui.set_height(height);
                    self.console.ui(ui, view, actions);
                });
            }
            _ => {}
        }
    }

    /// The closed foot: the last act in short, and what can be opened.
    fn line_ui(&mut self, ui: &mut Ui, view: &View<'_>, has_terminal: bool, actions: &mut Actions) {
        ui.horizontal(|ui| {
            for (tab, key, said) in [(Tab::Command, "last-act", "drawer-last-act"), (Tab::Terminal, "panel-terminal", "drawer-terminal")] {
                if tab == Tab::Terminal && !has_terminal {
                    continue;
                }
                let is_open = self.open == Some(tab);
                let button = toggle(ui, &view.tr(key), is_open);
                let said = view.tr(said);
                button.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &said));
                if button.on_hover_text(said.as_str()).clicked() {
                    self.open = (!is_open).then_some(tab);
                }
            }
            let Some(act) = view.stage.last_act else {
                ui.label(muted(view.tr("last-act-none")));
                return;
            };
            if act.refusal.is_some() {
                let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(super::theme::ICON), egui::Sense::hover());
                Icon::Failed.paint(ui.painter(), rect, view.palette().failed);
            }
            if icon_button(ui, Icon::Copy, &view.tr("copy"), true).clicked() {
                actions.push(Action::Copy(act.line.clone()));
            }
            // the face has one width for all letters of a command
            let font = egui::TextStyle::Monospace.resolve(ui.style());
            let letter = ui.painter().layout_no_wrap("m".to_owned(), font, egui::Color32::PLACEHOLDER).size().x;
            let most_chars = (ui.available_width() / letter) as usize;
            ui.label(code(beginning(&act.line, most_chars.saturating_sub(1))));
        });
    }
}

/// The whole command, and the refusal in AWS's words if there was one.
fn whole_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(act) = view.stage.last_act else { return };
    ScrollArea::vertical().id_salt("last-act").max_height(OPEN_HEIGHT / 2.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.add(Label::new(code(&act.line)).wrap().selectable(true));
        if let Some((error, message)) = &act.refusal {
            ui.add(Label::new(code(format!("{error}: {message}")).color(view.palette().failed)).wrap().selectable(true));
        }
        ui.label(muted(view.tr("last-act-record")));
    });
    ui.add_space(space::INSIDE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_command_is_cut_between_words() {
        assert_eq!(beginning("sim advance 7y", 64), "sim advance 7y");
        let long = "aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{}'";
        assert_eq!(beginning(long, 64), "aws s3api put-bucket-lifecycle-configuration --bucket logs-417…");
        assert_eq!(beginning(long, 200), long);
    }
}
