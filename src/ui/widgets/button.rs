//! Buttons that always have a name for screen readers and a tooltip with their shortcut; what they do is the caller's.

use egui::{Button, Response, Role, Ui, Vec2, WidgetInfo};

use super::Icon;
use crate::ui::theme::TARGET;

/// A button that shows only an icon; `name` is what it says when pointed at or read aloud.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let button = Button::new(icon.atom()).min_size(Vec2::splat(TARGET)).frame_when_inactive(false);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat((TARGET - crate::ui::theme::ICON) / 2.0);
        ui.add_enabled(enabled, button)
    });
    named(response.inner, name, false)
}

/// An icon button that is one of a few choices.
pub fn icon_toggle(ui: &mut Ui, icon: Icon, name: &str, chosen: bool) -> Response {
    let button = Button::new(icon.atom()).min_size(Vec2::splat(TARGET)).selected(chosen).frame_when_inactive(chosen);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat((TARGET - crate::ui::theme::ICON) / 2.0);
        ui.add(button)
    });
    named(response.inner, name, chosen)
}

/// A button with an icon and its name.
pub fn text_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    ui.add_enabled(enabled, Button::new((icon.atom(), name)))
}

/// A text that is one of a few choices.
pub fn toggle(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    ui.add(Button::new(text).selected(chosen).frame_when_inactive(chosen))
}

fn named(response: Response, name: &str, chosen: bool) -> Response {
    let enabled = response.enabled();
    response.widget_info(|| {
        if chosen { WidgetInfo::selected(Role::Button, enabled, chosen, name) } else { WidgetInfo::labeled(Role::Button, enabled, name) }
    });
    response.on_hover_text(name).on_disabled_hover_text(name)
}
