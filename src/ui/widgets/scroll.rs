//! What scrolls, for the keyboard as well: a control that gets the keyboard comes into sight, and a text can be reached like a button,
//! whereupon the arrow keys move it. What is in it is the caller's.

use egui::scroll_area::ScrollAreaOutput;
use egui::{EventFilter, Id, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::ui::theme::space;

/// How far an arrow key scrolls, in lines of text.
const LINES: f32 = 3.0;
/// Farther than any text reaches.
const ALL: f32 = 1e6;

/// Draws `area` with what `add` puts into it; what gets the keyboard in there comes into sight.
pub fn scrolling<R>(ui: &mut Ui, area: ScrollArea, add: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R> {
    area.show(ui, |ui| {
        let added = add(ui);
        follow_keyboard(ui);
        added
    })
}

/// To be called at the end of a scroll area: brings into sight what has got the keyboard. Later the learner may scroll away.
pub fn follow_keyboard(ui: &Ui) {
    let key = ui.scope_id().with("followed");
    let Some(id) = ui.memory(egui::Memory::focused) else {
        ui.data_mut(|data| data.remove::<Id>(key));
        return;
    };
    if ui.data(|data| data.get_temp::<Id>(key)) == Some(id) {
        return;
    }
    let is_drawn = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.contains(id));
    let Some(response) = ui.ctx().read_response(id).filter(|_| is_drawn) else { return };
    ui.data_mut(|data| data.insert_temp(key, id));
    let is_whole = response.interact_rect.height() >= response.rect.height() - 1.0;
    // where the text itself asks to be somewhere, it knows better
    let is_asked = ui.ctx().viewport(|viewport| viewport.this_pass.scroll_target[1].is_some());
    // something else, outside of this area, is never cut by it
    if !is_whole && !is_asked && ui.min_rect().contains(response.rect.center()) {
        ui.scroll_to_rect(response.rect.expand(space::INSIDE), None);
    }
}

/// Draws `area` with what `add` puts into it, at most as high as `height`; `name` says what is read there.
pub fn reading<R>(ui: &mut Ui, area: ScrollArea, height: f32, name: &str, add: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R> {
    let place = ui.available_rect_before_wrap();
    let place = place.with_max_y(place.bottom().min(place.top() + height));
    let id = ui.scope_id().with("reading");
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
    let by = if response.has_focus() { keys(ui, id) } else { 0.0 };
    scrolling(ui, area, |ui| {
        if by != 0.0 {
            ui.scroll_with_delta(vec2(0.0, -by));
        }
        add(ui)
    })
}

/// How far down the keys of this frame move a text that has the keyboard.
fn keys(ui: &Ui, id: Id) -> f32 {
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, EventFilter { vertical_arrows: true, ..EventFilter::default() }));
    let line = LINES * ui.text_style_height(&egui::TextStyle::Body);
    let steps = [(Key::ArrowDown, line), (Key::ArrowUp, -line), (Key::Home, -ALL), (Key::End, ALL)];
    ui.input_mut(|input| steps.iter().map(|(key, by)| input.count_and_consume_key(Modifiers::NONE, *key) as f32 * by).sum())
}
