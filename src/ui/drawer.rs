//! The foot of a bench: the last command as one would type it, with a button that copies it. It is no terminal.

use egui::{Label, ScrollArea, Ui};

use super::View;
use super::action::{Action, Actions};
use super::theme::{code, muted, space};
use super::widgets::{Icon, icon_button};

/// Words of a long command that the closed foot shows.
const MAX_CHARS: usize = 64;
/// The height of the open part.
const OPEN_HEIGHT: f32 = 96.0;

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

/// Draws it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let id = ui.scope_id().with("open");
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let Some(act) = view.stage.last_act else {
        ui.horizontal(|ui| {
            ui.label(muted(view.tr("last-act")));
            ui.label(muted(view.tr("last-act-none")));
        });
        return;
    };
    let (shown, is_cut) = beginning(&act.line);
    ui.horizontal(|ui| {
        ui.label(muted(view.tr("last-act")));
        ui.label(code(if is_open && is_cut { String::new() } else { shown }));
        if icon_button(ui, Icon::Copy, &view.tr("copy"), true).clicked() {
            actions.push(Action::Copy(act.line.clone()));
        }
        let (icon, key) = if is_open { (Icon::ChevronDown, "last-act-less") } else { (Icon::ChevronUp, "last-act-more") };
        if is_cut && icon_button(ui, icon, &view.tr(key), true).clicked() {
            is_open = !is_open;
            ui.data_mut(|data| data.insert_temp(id, is_open));
        }
    });
    if is_open && is_cut {
        ScrollArea::vertical().max_height(OPEN_HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
            ui.add(Label::new(code(&act.line)).wrap().selectable(true));
        });
        ui.add_space(space::INSIDE);
    }
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
