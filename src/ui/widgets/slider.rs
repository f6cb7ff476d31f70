//! A slider over whole steps that is taken when it is let go: one drag is one act, and one undo. It knows no model.

use egui::{Id, Slider, Ui};

/// What a slider shows, and what the learner took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slid {
    /// The step that it shows, also while it is being dragged.
    pub shown: usize,
    /// The step it was brought to, once it is let go.
    pub taken: Option<usize>,
}

/// Draws a slider of that many steps at step `now`; `name` is unlike any other slider's here, `label` is the text that names it.
pub fn slider(ui: &mut Ui, name: &str, label: Id, now: usize, n_steps: usize, width: f32) -> Slid {
    let id = ui.scope_id().with(("slider", name));
    let mut shown = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(now);
    let last = n_steps.saturating_sub(1);
    let drawn = ui.scope(|ui| {
        ui.spacing_mut().slider_width = width;
        // the rail has no outline, so it must stand out from the card by itself
        let visuals = ui.visuals_mut();
        visuals.widgets.inactive.bg_fill = visuals.widgets.inactive.bg_stroke.color;
        visuals.selection.bg_fill = visuals.selection.stroke.color;
        ui.add(Slider::new(&mut shown, 0..=last).show_value(false))
    });
    let response = drawn.inner.labelled_by(label);
    if response.dragged() {
        ui.data_mut(|data| data.insert_temp(id, shown));
        return Slid { shown, taken: None };
    }
    ui.data_mut(|data| data.remove::<usize>(id));
    Slid { shown, taken: (shown != now).then_some(shown) }
}
