//! The foot of a screen with a sandbox: the last act as a command and as its record, and the terminal. What was done is the sandbox's.

use egui::{Label, ScrollArea, Ui};

use super::View;
use super::action::{Action, Actions};
use super::console::Console;
use super::theme::{code, muted, space};
use super::widgets::{Icon, icon_button, toggle};

/// Letters of a long command that the closed foot shows.
const MAX_CHARS: usize = 64;
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

/// The first words of a command, and whether that is not all of it.
fn beginning(line: &str) -> (String, bool) {
    if line.chars().count() <= MAX_CHARS {
        return (line.to_owned(), false);
    }
    let mut shown = String::new();
    for word in line.split_inclusive(' ') {
        if shown.chars().count() + word.chars().count() > MAX_CHARS {
            break;
        }
        shown.push_str(word);
    }
    (format!("{}…", shown.trim_end()), true)
}

impl Drawer {
    /// Draws it; `has_terminal` where the terminal is not on the screen already.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, has_terminal: bool, actions: &mut Actions) {
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
            for (tab, key) in [(Tab::Command, "last-act"), (Tab::Terminal, "panel-terminal")] {
                if tab == Tab::Terminal && !has_terminal {
                    continue;
                }
                if toggle(ui, &view.tr(key), self.open == Some(tab)).clicked() {
                    self.open = if self.open == Some(tab) { None } else { Some(tab) };
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
            ui.label(code(beginning(&act.line).0));
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
        assert_eq!(beginning("sim advance 7y"), ("sim advance 7y".to_owned(), false));
        let long = "aws s3api put-bucket-lifecycle-configuration --bucket logs-417 --lifecycle-configuration '{}'";
        let (shown, is_cut) = beginning(long);
        assert!(is_cut && shown.chars().count() <= MAX_CHARS + 1);
        assert_eq!(shown, "aws s3api put-bucket-lifecycle-configuration --bucket logs-417…");
    }
}
