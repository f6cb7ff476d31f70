//! Buttons that always have a name for screen readers and a tooltip with their shortcut; what they do is the caller's.

use egui::{Button, Color32, Response, Role, TextStyle, Ui, Vec2, WidgetInfo};

use super::Icon;
use crate::ui::theme::{ICON, Palette, TARGET, mix};

/// How much text colour darkens a filled button under the pointer, and one held down.
const HOVER_SHADE: f32 = 0.12;
const PRESS_SHADE: f32 = 0.24;

/// A button that shows only an icon; `name` is what it says when pointed at or read aloud.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let button = Button::new(icon.atom()).min_size(Vec2::splat(TARGET)).frame_when_inactive(false);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat((TARGET - ICON) / 2.0);
        ui.add_enabled(enabled, button)
    });
    named(response.inner, name, false)
}

/// An icon button that is one of a few choices.
pub fn icon_toggle(ui: &mut Ui, icon: Icon, name: &str, chosen: bool) -> Response {
    let button = Button::new(icon.atom()).min_size(Vec2::splat(TARGET)).selected(chosen).frame_when_inactive(chosen);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat((TARGET - ICON) / 2.0);
        ui.add(button)
    });
    named(response.inner, name, chosen)
}

/// A button with an icon and its name.
pub fn text_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    ui.add_enabled(enabled, Button::new((icon.atom(), name)))
}

/// How wide such a button is.
pub fn text_button_width(ui: &Ui, name: &str) -> f32 {
    let spacing = ui.spacing();
    (text_width(ui, name) + ICON + spacing.icon_spacing + 2.0 * spacing.button_padding.x).ceil()
}

/// The width of a body text on one line.
pub fn text_width(ui: &Ui, text: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// The one button of a part that leads on, filled with the accent; `hint` is its tooltip.
pub fn primary_button(ui: &mut Ui, palette: &Palette, icon: Icon, name: &str, hint: &str, enabled: bool) -> Response {
    let response = ui.scope(|ui| {
        if enabled {
            let widgets = &mut ui.visuals_mut().widgets;
            for (look, shade) in [(&mut widgets.inactive, 0.0), (&mut widgets.hovered, HOVER_SHADE), (&mut widgets.active, PRESS_SHADE)] {
                look.weak_bg_fill = mix(palette.accent, palette.text, shade);
                look.bg_stroke.color = palette.accent;
                look.fg_stroke.color = palette.on_accent;
            }
        }
        ui.add_enabled(enabled, Button::new((icon.atom(), name)))
    });
    response.inner.on_hover_text(hint).on_disabled_hover_text(hint)
}

/// Gives what was drawn a name of its own for those who hear it, where the words on it would fit another thing as well.
pub fn called(response: Response, name: &str) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
    response
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
