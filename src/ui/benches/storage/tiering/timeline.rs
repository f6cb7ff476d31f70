//! The timeline of a year: in which tier the object lay, as a line through lanes, and below it the weeks in which it is read, to
//! be set by clicks, drags or keys. It edits the plan and nothing else; what happened is the run's.

use egui::{
    Align2, Color32, CornerRadius, EventFilter, Key, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use skylab_cloud::{bill, ident::Region, s3::Tier};

use super::{
    data::{N_DAYS, TieringData},
    scenes::{N_WEEKS, Plan, READ_DAY, WEEK_DAYS},
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{TARGET, mix, space},
        widgets::Icon,
    },
};

/// The tiers in the order of the lanes; the last two need a configuration.
const TIERS: [Tier; 5] = [Tier::Frequent, Tier::Infrequent, Tier::ArchiveInstant, Tier::Archive, Tier::DeepArchive];
const N_AUTOMATIC: usize = 3;
/// The least and the greatest height of a lane.
const LANE: std::ops::RangeInclusive<f32> = 22.0..=52.0;
/// Weeks from one mark at the foot to the next.
const MARK_WEEKS: usize = 13;
/// The largest radius of a read's dot, and the half side of a refused read's cross.
const DOT: f32 = 5.0;
const CROSS: f32 = 6.0;

/// What is being edited.
pub(super) struct Timeline {
    pub plan: Plan,
    /// The week that the keys are about.
    cursor: usize,
    /// While the pointer is down: what the weeks that it passes become.
    painting: Option<bool>,
}

/// Where things lie.
struct Frame {
    /// The lanes' and cells' left and right edge.
    left: f32,
    right: f32,
}

impl Frame {
    fn x(&self, day: f64) -> f32 {
        self.left + (self.right - self.left) * (day / N_DAYS as f64).clamp(0.0, 1.0) as f32
    }

    /// The week under a place.
    fn week(&self, x: f32) -> usize {
        let share = ((x - self.left) / (self.right - self.left)).clamp(0.0, 1.0);
        ((share * N_WEEKS as f32) as usize).min(N_WEEKS - 1)
    }

    /// The first and the last day of a week as places.
    fn week_range(&self, week: usize) -> (f32, f32) {
        let day = |week: usize| (week as i64 * WEEK_DAYS) as f64;
        (self.x(day(week)), self.x(day(week + 1)))
    }
}

impl Timeline {
    pub(super) fn new(plan: Plan) -> Self {
        Self { plan, cursor: 0, painting: None }
    }

    /// Draws lanes, weeks and their marks into the width, in about `room` points of height.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &TieringData, room: f32) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let small = TextStyle::Small.resolve(ui.style());
        let n_lanes = lanes(data);
        let foot = ui.text_style_height(&TextStyle::Small) + space::GRID;
        let lane = ((room - TARGET - foot) / n_lanes as f32).clamp(*LANE.start(), *LANE.end());
        let names: Vec<String> = TIERS.iter().take(n_lanes).map(|tier| lane_name(view, *tier)).chain([view.tr("tiering-reads")]).collect();
        let widest = |name: &String| ui.painter().layout_no_wrap(name.clone(), small.clone(), Color32::PLACEHOLDER).size().x;
        let label_width = names.iter().map(widest).fold(0.0, f32::max) + space::INSIDE;
        let edges = ui.available_rect_before_wrap();
        let frame = Frame { left: edges.left() + label_width, right: edges.right() - space::GRID };
        lanes_ui(ui, view, data, &frame, &names, lane);
        self.weeks_ui(ui, view, data, &frame, &names[n_lanes]);
        foot_ui(ui, view, &frame, foot);
    }

    /// The weeks: what was read, and what is to be read.
    fn weeks_ui(&mut self, ui: &mut Ui, view: &View<'_>, data: &TieringData, frame: &Frame, name: &str) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TARGET), Sense::click_and_drag());
        self.edit(ui, data, frame, &response);
        let told = self.told(view, data);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Slider, true, &told);
            info.value = Some((self.cursor + 1) as f64);
            info
        });
        self.paint_weeks(ui, view, data, frame, rect, response.has_focus());
        let small = TextStyle::Small.resolve(ui.style());
        ui.painter().text(pos2(rect.left(), rect.center().y), Align2::LEFT_CENTER, name, small, view.palette().text);
        let pointed = response.hover_pos().map_or(self.cursor, |at| frame.week(at.x));
        response.on_hover_text(week_told(view, &self.plan, data, pointed));
    }

    fn edit(&mut self, ui: &Ui, data: &TieringData, frame: &Frame, response: &Response) {
        let first = first_open(data);
        if let Some(at) = response.interact_pointer_pos() {
            let week = frame.week(at.x);
            if response.is_pointer_button_down_on() || response.clicked() {
                self.cursor = week;
                if week >= first {
                    let value = *self.painting.get_or_insert(!self.plan[week]);
                    self.plan[week] = value;
                }
            }
        }
        if !response.is_pointer_button_down_on() {
            self.painting = None;
        }
        if !response.has_focus() {
            return;
        }
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let last = N_WEEKS - 1;
        for (key, week) in [
            (Key::ArrowLeft, self.cursor.saturating_sub(1)),
            (Key::ArrowRight, (self.cursor + 1).min(last)),
            (Key::Home, 0),
            (Key::End, last),
        ] {
            if pressed(key) {
                self.cursor = week;
            }
        }
        if (pressed(Key::Space) || pressed(Key::Enter)) && self.cursor >= first {
            self.plan[self.cursor] = !self.plan[self.cursor];
        }
    }

    fn paint_weeks(&self, ui: &Ui, view: &View<'_>, data: &TieringData, frame: &Frame, rect: Rect, has_focus: bool) {
        let (painter, palette) = (ui.painter(), view.palette());
        let first = first_open(data);
        let cells = rect.shrink2(vec2(0.0, 3.0));
        let past = Rect::from_x_y_ranges(frame.left..=frame.x(data.day), cells.y_range());
        painter.rect_filled(past, 0.0, mix(palette.surface, palette.muted, 0.2));
        for week in 0..=N_WEEKS {
            let x = frame.week_range(week).0;
            painter.vline(x, cells.y_range(), view.theme.line());
        }
        for y in [cells.top(), cells.bottom()] {
            painter.hline(frame.left..=frame.right, y, view.theme.strong_line());
        }
        let radius = ((frame.week_range(0).1 - frame.left) * 0.36).min(DOT);
        for week in (first..N_WEEKS).filter(|week| self.plan[*week]) {
            let (from, to) = frame.week_range(week);
            let at = pos2(from.midpoint(to), cells.center().y);
            painter.circle(at, radius, palette.surface, Stroke::new(view.theme.curve_width(), palette.accent));
        }
        for read in &data.reads {
            let at = pos2(frame.x(read.day + 0.5), cells.center().y);
            if read.is_refused {
                Icon::Failed.paint(painter, Rect::from_center_size(at, Vec2::splat(2.0 * CROSS)), palette.failed);
            } else {
                painter.circle_filled(at, radius + 0.5, palette.text);
            }
        }
        if has_focus {
            let (from, to) = frame.week_range(self.cursor);
            let cell = Rect::from_x_y_ranges(from..=to, cells.y_range());
            let stroke = Stroke::new(view.theme.curve_width(), palette.accent);
            painter.rect_stroke(cell, CornerRadius::ZERO, stroke, egui::StrokeKind::Outside);
        }
        now_line(ui, view, data, frame, rect);
    }

    fn told(&self, view: &View<'_>, data: &TieringData) -> String {
        let open = (first_open(data)..N_WEEKS).filter(|week| self.plan[*week]).count();
        let args = [("done", data.reads.len().into()), ("open", open.into())];
        format!("{} {}", view.tr_with("tiering-weeks-told", &args), week_told(view, &self.plan, data, self.cursor))
    }
}

/// The first week that is not played yet.
pub(super) fn first_open(data: &TieringData) -> usize {
    let week = ((data.day - READ_DAY as f64) / WEEK_DAYS as f64).ceil().max(0.0) as usize;
    if data.was_read_now() { week + 1 } else { week }
}

/// One week in words.
fn week_told(view: &View<'_>, plan: &Plan, data: &TieringData, week: usize) -> String {
    let key = match (week < first_open(data), plan[week]) {
        (true, _) => "tiering-week-past",
        (false, true) => "tiering-week-read",
        (false, false) => "tiering-week-quiet",
    };
    view.tr_with(key, &[("week", (week + 1).into()), ("day", (week as i64 * WEEK_DAYS + READ_DAY).into())])
}

/// How many lanes there are: the archive tiers show once the bucket opts in, or the object has been there.
fn lanes(data: &TieringData) -> usize {
    let was_archived = data.bands.iter().any(|band| band.tier.is_archive());
    if data.archives || was_archived { TIERS.len() } else { N_AUTOMATIC }
}

/// AWS's name of a tier.
pub(super) fn tier_name(view: &View<'_>, tier: Tier) -> String {
    view.tr(match tier {
        Tier::Frequent => "tiering-tier-frequent",
        Tier::Infrequent => "tiering-tier-infrequent",
        Tier::ArchiveInstant => "tiering-tier-instant",
        Tier::Archive => "tiering-tier-archive",
        Tier::DeepArchive => "tiering-tier-deep",
    })
}

const fn usage_type(tier: Tier) -> &'static str {
    match tier {
        Tier::Frequent => "TimedStorage-INT-FA-ByteHrs",
        Tier::Infrequent => "TimedStorage-INT-IA-ByteHrs",
        Tier::ArchiveInstant => "TimedStorage-INT-AIA-ByteHrs",
        Tier::Archive => "TimedStorage-INT-AA-ByteHrs",
        Tier::DeepArchive => "TimedStorage-INT-DAA-ByteHrs",
    }
}

/// A tier with its price, as a lane is labelled.
fn lane_name(view: &View<'_>, tier: Tier) -> String {
    let nanos = bill::unit_price(Region::SEOUL, usage_type(tier), "").unwrap_or_default().nanos();
    view.tr_with("tiering-lane", &[("tier", tier_name(view, tier).into()), ("price", format::usd_price(nanos / 1_000).into())])
}

/// The object's way through the lanes.
fn lanes_ui(ui: &mut Ui, view: &View<'_>, data: &TieringData, frame: &Frame, names: &[String], lane: f32) {
    let n_lanes = names.len() - 1;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), lane * n_lanes as f32), Sense::hover());
    let told = bands_told(view, data);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let (painter, palette) = (ui.painter(), view.palette());
    let small = TextStyle::Small.resolve(ui.style());
    let middle = |n: usize| rect.top() + (n as f32 + 0.5) * lane;
    for (n, name) in names.iter().take(n_lanes).enumerate() {
        painter.text(pos2(rect.left(), middle(n)), Align2::LEFT_CENTER, name, small.clone(), palette.text);
        painter.hline(frame.left..=frame.right, middle(n), view.theme.line());
    }
    let lane_of = |tier: Tier| TIERS.iter().position(|it| *it == tier).unwrap_or(0);
    let mut before: Option<usize> = None;
    for band in &data.bands {
        let n = lane_of(band.tier);
        let (from, to) = (frame.x(band.from_day), frame.x(band.to_day));
        let color = palette.series[n % palette.series.len()];
        if let Some(before) = before {
            let (low, high) = (middle(before.min(n)), middle(before.max(n)));
            painter.vline(from, low..=high, Stroke::new(view.theme.curve_width(), palette.muted));
        }
        let bar = Rect::from_x_y_ranges(from..=to.max(from + 2.0), middle(n) - lane * 0.3..=middle(n) + lane * 0.3);
        painter.rect_filled(bar, CornerRadius::same(2), color);
        before = Some(n);
    }
    now_line(ui, view, data, frame, rect);
    if !told.is_empty() {
        response.on_hover_text(told);
    }
}

fn now_line(ui: &Ui, view: &View<'_>, data: &TieringData, frame: &Frame, rect: Rect) {
    let stroke = Stroke::new(view.theme.curve_width(), view.palette().accent);
    ui.painter().vline(frame.x(data.day), rect.y_range(), stroke);
}

/// The object's way in words.
fn bands_told(view: &View<'_>, data: &TieringData) -> String {
    let band = |band: &super::data::Band| {
        let (from, to) = (band.from_day.floor() as i64, band.to_day.floor() as i64);
        view.tr_with("tiering-band", &[("tier", tier_name(view, band.tier).into()), ("from", from.into()), ("to", to.into())])
    };
    data.bands.iter().map(band).collect::<Vec<_>>().join(", ")
}

/// Marks of weeks along the foot, as many as do not touch.
fn foot_ui(ui: &mut Ui, view: &View<'_>, frame: &Frame, height: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let small = TextStyle::Small.resolve(ui.style());
    let mut free = rect.left();
    for week in (MARK_WEEKS..=N_WEEKS).step_by(MARK_WEEKS) {
        let words = view.tr_with("tiering-week-mark", &[("week", week.into())]);
        let galley = ui.painter().layout_no_wrap(words, small.clone(), view.palette().muted);
        let end = frame.week_range(week).0.min(frame.right);
        let left = end - galley.size().x;
        if left > free {
            free = end + space::GRID;
            ui.painter().galley(pos2(left, rect.bottom() - galley.size().y), galley, view.palette().muted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_finds_the_week_that_lies_there() {
        let frame = Frame { left: 100.0, right: 620.0 };
        for week in [0, 1, 25, N_WEEKS - 1] {
            let (from, to) = frame.week_range(week);
            assert_eq!(frame.week(from.midpoint(to)), week);
        }
        assert_eq!((frame.week(0.0), frame.week(9_999.0)), (0, N_WEEKS - 1));
    }
}
