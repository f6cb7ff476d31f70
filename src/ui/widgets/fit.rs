//! Gives the one part of a column that can be of any height what the others leave, as measured the last time it was drawn.

use egui::Ui;

/// Calls `draw` with the height for its flexible part, within `bounds`; `room` is what the whole column may take.
pub fn fit(ui: &mut Ui, name: &str, room: f32, bounds: [f32; 2], draw: impl FnOnce(&mut Ui, f32)) {
    let id = ui.scope_id().with(("fit", name));
    let rest = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let height = (room - rest).clamp(bounds[0], bounds[1]).floor();
    let top = ui.cursor().top();
    draw(ui, height);
    let used = ui.cursor().top() - top - ui.spacing().item_spacing.y - height;
    if (used - rest).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("the height of a column's other parts changed");
    }
}
