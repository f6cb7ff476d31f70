//! The time bar: the whole run as a thin line with a mark for each act; dragging or arrow keys go back and forth in it.

use egui::{EventFilter, Key, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use skylab_cloud::journal::{Input, Stamped};

use super::View;
use super::action::{Action, Actions, ClockAct};
use super::theme::space;
use super::widgets::Icon;
use crate::i18n::format;

/// The height of the bar.
pub(super) const HEIGHT: f32 = 28.0;
/// The side of an act's mark, and the radius of the handle.
const MARK: f32 = 12.0;
const HANDLE: f32 = 7.0;
/// An arrow key moves by this share of the run, and by a day at least.
const STEPS: i64 = 50;
const DAY_SECS: i64 = 86_400;

/// From where to where the run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    start: i64,
    end: i64,
}

impl Span {
    /// Where a moment lies, from 0 to 1.
    fn share(self, at: i64) -> f32 {
        ((at - self.start) as f64 / (self.end - self.start).max(1) as f64).clamp(0.0, 1.0) as f32
    }

    /// The moment at a share of the way.
    fn at(self, share: f32) -> i64 {
        self.start + ((self.end - self.start) as f64 * f64::from(share.clamp(0.0, 1.0))).round() as i64
    }

    /// One arrow key away from a moment.
    fn step(self, from: i64, forward: bool) -> i64 {
        let by = ((self.end - self.start) / STEPS).max(DAY_SECS);
        (if forward { from + by } else { from - by }).clamp(self.start, self.end)
    }
}

/// The moments of the acts, each once.
fn acts(inputs: &[Stamped]) -> Vec<i64> {
    let calls = inputs.iter().filter(|stamped| matches!(stamped.input, Input::Call { .. }));
    let mut moments: Vec<i64> = calls.map(|stamped| stamped.at.millis().div_euclid(1_000)).collect();
    moments.dedup();
    moments
}

/// Draws it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    let clock = view.clock;
    let span = Span { start: clock.start_secs, end: clock.end_secs.max(clock.unix_secs) };
    let has_run = span.end > span.start;
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, if has_run { Sense::click_and_drag() } else { Sense::hover() });
    let line = rect.shrink2(vec2(HANDLE, 0.0));
    let name = view.tr_with("time-bar", &[("time", format::date_time(clock.unix_secs).into())]);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, has_run, &name);
        info.value = Some(clock.unix_secs as f64);
        info
    });
    if let Some(at) = asked_for(ui, &response, span, line, clock.unix_secs) {
        actions.when(at != clock.unix_secs, Action::Clock(ClockAct::Seek(at)));
    }
    paint(ui, view, &response, span, line);
    if has_run {
        response.on_hover_text(view.tr("time-bar-hint"));
    } else {
        response.on_hover_text(view.tr("time-bar-empty"));
    }
}

/// The moment that the pointer or a key asks for.
fn asked_for(ui: &Ui, response: &Response, span: Span, line: Rect, now: i64) -> Option<i64> {
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        return Some(span.at((pointer.x - line.left()) / line.width()));
    }
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let keys =
        [(Key::ArrowLeft, span.step(now, false)), (Key::ArrowRight, span.step(now, true)), (Key::Home, span.start), (Key::End, span.end)];
    keys.into_iter().find(|(key, _)| ui.input(|input| input.key_pressed(*key))).map(|(_, at)| at)
}

fn paint(ui: &Ui, view: &View<'_>, response: &Response, span: Span, line: Rect) {
    let (painter, palette) = (ui.painter(), view.palette());
    let x = |at: i64| line.left() + line.width() * span.share(at);
    let y = line.center().y;
    let thick = egui::Stroke::new(space::GRID, palette.line);
    painter.hline(line.x_range(), y, thick);
    let now = pos2(x(view.clock.unix_secs), y);
    painter.hline(line.left()..=now.x, y, egui::Stroke::new(space::GRID, palette.accent));
    for at in acts(view.stage.sandbox.all_inputs()) {
        let there = Rect::from_center_size(pos2(x(at), y), vec2(MARK, MARK));
        Icon::Act.paint(painter, there, palette.text);
    }
    let fill = if response.hovered() || response.dragged() { palette.accent } else { palette.surface };
    painter.circle(now, HANDLE, fill, egui::Stroke::new(2.0 * view.theme.line_width(), palette.accent));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_moments_are_each_others_inverse() {
        let span = Span { start: 1_000, end: 1_000 + 100 * DAY_SECS };
        for days in [0, 1, 50, 100] {
            let at = 1_000 + days * DAY_SECS;
            assert!((span.at(span.share(at)) - at).abs() <= 1, "{days}");
        }
        assert_eq!((span.at(-1.0), span.at(9.0)), (span.start, span.end));
    }

    #[test]
    fn an_arrow_key_moves_a_fiftieth_and_at_least_a_day() {
        let long = Span { start: 0, end: 100 * DAY_SECS };
        assert_eq!((long.step(0, true), long.step(DAY_SECS, false), long.step(long.end, true)), (2 * DAY_SECS, 0, long.end));
        let short = Span { start: 0, end: 2 * DAY_SECS };
        assert_eq!(short.step(0, true), DAY_SECS);
        let none = Span { start: 5, end: 5 };
        assert_eq!((none.step(5, true), none.at(0.7)), (5, 5));
    }
}
