//! Which sandbox a screen shows: its name, and a menu of the others. Bringing one to the front is the app's.

use egui::Ui;

use super::action::{Action, Actions};
use super::widgets::Icon;
use super::{View, panel_name};

/// Which sandbox the screen shows, and the others that are open.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let now = view.front;
    let (whole, short) = (sandbox_name(view, now), short_name(view, now));
    if now.starts_with("lab.") {
        // an author's title may be longer than the room that the clock leaves; it is whole on hovering
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    }
    let menu = ui.menu_button((short.as_str(), Icon::ChevronDown.atom()), |ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        for name in view.sandboxes {
            let chosen = *name == now;
            let item = ui.add(egui::Button::selectable(chosen, sandbox_name(view, name)));
            actions.when(item.clicked(), Action::Sandbox(name.clone()));
        }
    });
    let said = view.tr_with("sandbox-shown", &[("name", whole.as_str().into())]);
    menu.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    menu.response.on_hover_text(said);
}

/// The name without what the guide beside it says anyway.
fn short_name(view: &View<'_>, name: &str) -> String {
    match name.strip_prefix("lab.").and_then(|rest| rest.rsplit_once('.')) {
        Some((id, _)) => view.labs.title(id),
        None => sandbox_name(view, name),
    }
}

/// A sandbox as people call it: its bench, and its start state where there are several.
fn sandbox_name(view: &View<'_>, name: &str) -> String {
    let Some((bench, start)) = name.split_once('.') else { return view.tr("sandbox-free") };
    if bench == "lab"
        && let Some((id, mode)) = start.rsplit_once('.')
    {
        return format!("{}: {}", view.labs.title(id), view.tr(&format!("lab-{mode}")));
    }
    let key = format!("{bench}-start-{start}");
    let bench = panel_name(view.lang, bench);
    if crate::i18n::has(view.lang, &key) { format!("{bench}: {}", view.tr(&key)) } else { bench }
}
