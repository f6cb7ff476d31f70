//! The time bar: the whole run as a thin line with a mark for each act and fault, and below it the other branches; dragging or
//! arrow keys go back and forth in it. It only asks for moments and branches.

use egui::{Align, EventFilter, Key, Layout, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use skylab_cloud::{
    clock::SimTime,
    journal::{Input, Stamped},
};

use super::View;
use super::action::{Action, Actions, ClockAct};
use super::theme::{muted, space};
use super::widgets::Icon;
use crate::i18n::format;

/// The height of the line with its marks.
const LINE_HEIGHT: f32 = 28.0;
/// The height of another branch, and the least width in which one can still be hit.
const BRANCH_HEIGHT: f32 = 24.0;
const BRANCH_WIDTH: f32 = 28.0;
/// Most branches that are drawn; the others are counted.
const MAX_BRANCHES: usize = 3;
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

/// What stands on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Act,
    Fault,
}

/// The moments of acts and faults, each once; a fault covers an act.
fn marks(inputs: &[Stamped]) -> Vec<(i64, Kind)> {
    let mut marks: Vec<(i64, Kind)> = Vec::new();
    for stamped in inputs {
        let kind = match stamped.input {
            Input::Call { .. } => Kind::Act,
            Input::Fault(_) => Kind::Fault,
            Input::Advance { .. } => continue,
        };
        let at = secs(stamped.at);
        match marks.last_mut().filter(|(last, _)| *last == at) {
            Some(last) if kind == Kind::Fault => last.1 = kind,
            Some(_) => {}
            None => marks.push((at, kind)),
        }
    }
    marks
}

fn secs(at: SimTime) -> i64 {
    at.millis().div_euclid(1_000)
}

/// When each of the other branches left, and when it ends.
fn branches(view: &View<'_>) -> Vec<(i64, i64)> {
    view.stage.sandbox.other_branches().map(|(from, to)| (secs(from), secs(to))).collect()
}

/// The height of the whole bar: it grows with the other branches, the line that counts the rest included.
pub(super) fn height(view: &View<'_>) -> f32 {
    let n_rows = (view.stage.sandbox.n_branches() - 1).min(MAX_BRANCHES + 1);
    LINE_HEIGHT + n_rows as f32 * BRANCH_HEIGHT
}

/// Draws it.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let clock = view.clock;
    let branches = branches(view);
    let own = Span { start: clock.start_secs, end: clock.end_secs.max(clock.unix_secs) };
    // all branches are drawn to one scale
    let span = Span { end: branches.iter().map(|(_, to)| *to).fold(own.end, i64::max), ..own };
    let has_run = own.end > own.start;
    let size = vec2(ui.available_width(), LINE_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, if has_run { Sense::click_and_drag() } else { Sense::hover() });
    let line = rect.shrink2(vec2(HANDLE, 0.0));
    let name = view.tr_with("time-bar", &[("time", format::date_time(clock.unix_secs).into())]);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, has_run, &name);
        info.value = Some(clock.unix_secs as f64);
        info
    });
    if let Some(at) = asked_for(ui, &response, (own, span), line, clock.unix_secs) {
        actions.when(at != clock.unix_secs, Action::Clock(ClockAct::Seek(at)));
    }
    paint(ui, view, &response, (own, span), line);
    response.on_hover_text(view.tr(if has_run { "time-bar-hint" } else { "time-bar-empty" }));
    for (n, (from, to)) in branches.iter().copied().enumerate().take(MAX_BRANCHES) {
        let ends = [from, to].map(|at| line.left() + line.width() * span.share(at));
        branch_ui(ui, view, (n, from, to), (line.center().y, ends), actions);
    }
    if branches.len() > MAX_BRANCHES {
        let row = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), BRANCH_HEIGHT), row, |ui| {
            ui.label(muted(view.tr_with("time-branches-more", &[("n", (branches.len() - MAX_BRANCHES).into())])));
        });
    }
}

/// Another branch as a line of its own from where it left, which leads there.
fn branch_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (n, from, to): (usize, i64, i64),
    (above, [left, right]): (f32, [f32; 2]),
    actions: &mut Actions,
) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), BRANCH_HEIGHT), Sense::hover());
    // a short branch is hit all the same, and lies within the bar
    let hit_left = left.min(row.right() - BRANCH_WIDTH);
    let hit = row.with_min_x(hit_left).with_max_x(right.max(hit_left + BRANCH_WIDTH));
    let response = ui.interact(hit, ui.scope_id().with(("branch", n)), Sense::click());
    let args = [("n", (n + 1).into()), ("from", format::date(from).into()), ("to", format::date(to).into())];
    let name = view.tr_with("time-branch", &args);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    actions.when(response.clicked(), Action::Branch(n));
    let is_pointed = response.hovered() || response.has_focus();
    let color = if is_pointed { view.palette().accent } else { view.palette().line_strong };
    let stroke = egui::Stroke::new(2.0 * view.theme.line_width(), color);
    let y = row.center().y;
    let knee = (y - above).min(right - left).min(space::INSIDE);
    let path = vec![pos2(left, above), pos2(left, y - knee), pos2(left + knee, y), pos2(right, y)];
    ui.painter().add(egui::Shape::line(path, stroke));
    ui.painter().circle_filled(pos2(right, y), space::GRID, color);
    response.on_hover_text(name);
}

/// The moment that the pointer or a key asks for.
fn asked_for(ui: &Ui, response: &Response, (own, span): (Span, Span), line: Rect, now: i64) -> Option<i64> {
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged() || response.drag_stopped()) {
        return Some(span.at((pointer.x - line.left()) / line.width()).min(own.end));
    }
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let keys =
        [(Key::ArrowLeft, own.step(now, false)), (Key::ArrowRight, own.step(now, true)), (Key::Home, own.start), (Key::End, own.end)];
    keys.into_iter().find(|(key, _)| ui.input(|input| input.key_pressed(*key))).map(|(_, at)| at)
}

fn paint(ui: &Ui, view: &View<'_>, response: &Response, (own, span): (Span, Span), line: Rect) {
    let (painter, palette) = (ui.painter(), view.palette());
    let x = |at: i64| line.left() + line.width() * span.share(at);
    let y = line.center().y;
    let thick = egui::Stroke::new(space::GRID, palette.line);
    let end = if own.end > own.start { x(own.end) } else { line.right() };
    painter.hline(line.left()..=end, y, thick);
    let now = pos2(x(view.clock.unix_secs), y);
    painter.hline(line.left()..=now.x, y, egui::Stroke::new(space::GRID, palette.accent));
    for (at, kind) in marks(view.stage.sandbox.all_inputs()) {
        let there = Rect::from_center_size(pos2(x(at), y), vec2(MARK, MARK));
        match kind {
            Kind::Act => Icon::Act.paint(painter, there, palette.text),
            Kind::Fault => Icon::Failed.paint(painter, there, palette.failed),
        }
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

    #[test]
    fn a_fault_has_its_own_mark_and_each_moment_one() {
        use skylab_cloud::{Sandbox, api::Origin, clock::DAY_MS, fault::Fault, ident::Region, ident::Zone, s3::CreateBucket};
        let mut sandbox = Sandbox::new(SimTime::START, 1);
        for bucket in ["logs-417", "logs-418"] {
            let create = CreateBucket { bucket: bucket.to_owned(), ..Default::default() };
            sandbox.call(&Origin::admin(Region::US_EAST_1), create).unwrap();
        }
        sandbox.advance(DAY_MS);
        sandbox.fault(Fault::FailZone { zone: Zone::first(Region::US_EAST_1), for_millis: None, destroyed: false }).unwrap();
        let start = secs(SimTime::START);
        assert_eq!(marks(sandbox.all_inputs()), [(start, Kind::Act), (start + DAY_SECS, Kind::Fault)]);
    }
}
