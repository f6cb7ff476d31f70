//! A slider over whole steps that is taken when it is let go: one drag is one act, and one undo. It knows no model.

use egui::{Align, Color32, Id, Layout, Slider, TextStyle, Ui, vec2};

use crate::ui::theme::{TARGET, bold, space};

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

/// A row of a name, a slider and what it shows, in columns of those widths so that rows line up. The step it was brought to, if it was.
pub fn slider_row(
    ui: &mut Ui,
    [names, values]: [f32; 2],
    name: &str,
    (now, n_steps): (usize, usize),
    written: impl Fn(usize) -> String,
) -> Option<usize> {
    let row = Layout::left_to_right(Align::Center);
    ui.horizontal(|ui| {
        let label = ui.allocate_ui_with_layout(vec2(names, TARGET), row, |ui| {
            ui.set_min_width(names);
            ui.label(name)
        });
        let width = (ui.available_width() - values - space::GROUP).max(TARGET);
        let slid = slider(ui, name, label.inner.id, now, n_steps, width);
        ui.label(bold(written(slid.shown)));
        slid.taken
    })
    .inner
}

/// The width of the widest of some texts, for a column of [`slider_row`].
pub fn widest<T: AsRef<str>>(ui: &Ui, texts: &[T]) -> f32 {
    let font = crate::ui::theme::bold_of(&TextStyle::Body.resolve(ui.style()));
    let width = |text: &T| ui.painter().layout_no_wrap(text.as_ref().to_owned(), font.clone(), Color32::PLACEHOLDER).size().x;
    texts.iter().map(width).fold(0.0, f32::max).ceil()
}

#[cfg(test)]
mod tests {
    use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};

    use super::*;

    /// Draws a slider of eleven steps at step 2 for each list of events, and tells what was shown and taken in each.
    fn play(frames: Vec<Vec<Event>>) -> Vec<Slid> {
        let ctx = Context::default();
        let mut seen = Vec::new();
        for events in frames {
            let input = RawInput { events, screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 100.0))), ..RawInput::default() };
            let mut slid = None;
            let mut output = ctx.run_ui(input, |ui| {
                let drawn = slider(ui, "n", Id::unique("label"), 2, 11, 200.0);
                slid = Some(drawn);
            });
            output.textures_delta.clear();
            seen.extend(slid);
        }
        seen
    }

    fn press(at: Pos2, pressed: bool) -> Event {
        Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
    }

    #[test]
    fn one_drag_is_taken_once_when_it_is_let_go() {
        let (from, to) = (pos2(50.0, 9.0), pos2(190.0, 9.0));
        let moved = |at| vec![Event::PointerMoved(at)];
        let seen =
            play(vec![vec![], moved(from), vec![press(from, true)], moved(pos2(120.0, 9.0)), moved(to), vec![press(to, false)], vec![]]);
        let taken: Vec<usize> = seen.iter().filter_map(|slid| slid.taken).collect();
        assert_eq!(taken.len(), 1, "{seen:?}");
        assert!(taken[0] > 6 && seen[4].shown == taken[0], "{seen:?}");
    }

    #[test]
    fn each_arrow_key_is_taken_at_once() {
        let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        let seen = play(vec![vec![], vec![key(Key::Tab)], vec![], vec![key(Key::ArrowRight)]]);
        assert_eq!(seen.iter().filter_map(|slid| slid.taken).collect::<Vec<_>>(), [3], "{seen:?}");
    }
}
