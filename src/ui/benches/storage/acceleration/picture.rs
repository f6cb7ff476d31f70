//! The two ways as lines from the client to the Region, with the data under way as dots, and what each way comes to.

use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{
    race::{Last, Race, Way},
    story,
};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold, heading, space},
        widgets::{Icon, card, fact},
    },
};

/// The heights of both lines together, within which they follow the room.
pub(super) const BOTH_LINES: [f32; 2] = [52.0, 120.0];
/// The radius of a place, of the edge, and of a dot.
const PLACE: f32 = 7.0;
const DOT: f32 = 2.5;
/// Where the edge location stands on its line.
const EDGE_AT: f32 = 0.12;
/// Dots on a line that is as fast as the fastest, and on one that hardly moves.
const MOST_DOTS: f64 = 60.0;

/// Draws both ways in a card.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, race: &Race, height: f32) {
    card(ui, view.theme, None, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::GRID;
        ways_ui(ui, view, race, height);
    });
}

/// The same without a frame.
pub(super) fn ways_ui(ui: &mut Ui, view: &View<'_>, race: &Race, height: f32) {
    for way in [Way::Direct, Way::Edge] {
        let head = story::way(view, race, way);
        ui.horizontal_wrapped(|ui| {
            if race.last == Last::Raced && race.is_faster_by_edge() == (way == Way::Edge) {
                let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(crate::ui::theme::ICON), Sense::hover());
                Icon::Check.paint(ui.painter(), rect, view.palette().ok);
            }
            ui.label(heading(head.as_str()));
        });
        line_ui(ui, view, race, way, &head, height);
        facts_ui(ui, view, race, way);
    }
}

fn line_ui(ui: &mut Ui, view: &View<'_>, race: &Race, way: Way, head: &str, height: f32) {
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let palette = view.palette();
    let middle = area.center().y;
    let (from, to) = (pos2(area.left() + PLACE + 1.0, middle), pos2(area.right() - PLACE - 1.0, middle));
    let color = palette.series[if way == Way::Edge { 2 } else { 1 }];
    let stroke = Stroke::new(view.theme.line_width(), palette.line_strong);
    let painter = ui.painter();
    painter.line_segment([from, to], stroke);
    if race.last == Last::Raced {
        // dots as dense as the way is fast
        let fastest = race.rate(Way::Direct).max(race.rate(Way::Edge));
        let n = (MOST_DOTS * race.rate(way) / fastest).round().max(2.0);
        for dot in 0..n as u32 {
            let x = from.x + (to.x - from.x) * (f64::from(dot) + 0.5) as f32 / n as f32;
            painter.circle_filled(pos2(x, middle), DOT, color);
        }
    }
    painter.circle_filled(from, PLACE, palette.text);
    let square = Rect::from_center_size(to, egui::Vec2::splat(2.0 * PLACE));
    painter.rect_filled(square, 2.0, palette.families[1]);
    if way == Way::Edge {
        let edge = pos2(from.x + (to.x - from.x) * EDGE_AT, middle);
        painter.circle_filled(edge, PLACE, palette.surface);
        painter.circle_stroke(edge, PLACE, Stroke::new(view.theme.curve_width(), palette.accent));
    }
    let args = [("way", head.into()), ("rtt", race.rtt_ms(way).into())];
    let told = view.tr_with(if way == Way::Edge { "acceleration-line-edge" } else { "acceleration-line-direct" }, &args);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    response.on_hover_text(told);
}

/// Round trip, and once it was raced: speed, time and fee.
fn facts_ui(ui: &mut Ui, view: &View<'_>, race: &Race, way: Way) {
    let mut facts = vec![("acceleration-rtt", format!("{}\u{a0}ms", race.rtt_ms(way)), "acceleration-rtt-how")];
    if race.last == Last::Raced {
        let fee = if way == Way::Edge { race.fee_micros() } else { 0 };
        facts.push(("acceleration-rate", story::rate(view, race.rate(way)), "acceleration-rate-how"));
        facts.push(("acceleration-time", story::time(view, race.millis(way)), "acceleration-time-how"));
        facts.push(("acceleration-fee", format::usd(fee), "acceleration-fee-how"));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::BETWEEN, space::GRID / 2.0);
        for (name, number, how) in facts {
            let mut job = fact(ui, &view.tr(name), bold(number));
            job.wrap.max_width = f32::INFINITY;
            let galley = ui.painter().layout_job(job);
            if ui.available_size_before_wrap().x < galley.size().x {
                ui.end_row();
            }
            ui.label(galley).on_hover_text(view.tr(how));
        }
    });
}
