//! The two ends on a map of degrees, and what is on its way between them. It draws no coasts: only where the regions lie.

use egui::{Align2, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

use super::data::{End, ReplicationData};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{bold_of, mix, space},
    },
};

/// The part of the world that is shown, in degrees: west, east, south, north.
const WINDOW: [f32; 4] = [119.0, 148.0, 31.0, 42.0];
/// Between the lines of the net, in degrees.
const NET: f32 = 5.0;
/// The radius of a region's mark, and of an object on its way.
const PIN: f32 = 6.0;
const DOT: f32 = 4.0;
/// Most objects that are drawn on the way; more are told as a number.
const MAX_DOTS: u64 = 8;
/// How high the way rises, as a share of its length.
const RISE: f32 = 0.16;
/// Pieces of the way.
const PIECES: u8 = 24;
/// The mean radius of the earth.
const EARTH_KM: f64 = 6_371.0;

/// A region with where its city lies: longitude and latitude.
const REGIONS: [(&str, &str, [f64; 2]); 2] =
    [("ap-northeast-2", "replication-seoul", [126.98, 37.57]), ("ap-northeast-1", "replication-tokyo", [139.69, 35.68])];

fn region(name: &str) -> (&'static str, [f64; 2]) {
    REGIONS.into_iter().find(|(region, ..)| *region == name).map_or(("", [0.0, 0.0]), |(_, city, at)| (city, at))
}

/// The distance between two regions' cities along the earth.
fn distance_km(one: &str, other: &str) -> f64 {
    let [(_, [x, y]), (_, [u, v])] = [region(one), region(other)];
    let [x, y, u, v] = [x, y, u, v].map(f64::to_radians);
    let half = ((v - y) / 2.0).sin().powi(2) + y.cos() * v.cos() * ((u - x) / 2.0).sin().powi(2);
    2.0 * EARTH_KM * half.sqrt().asin()
}

/// Draws the map as wide as there is room.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &ReplicationData, height: f32) {
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let (Some(source), Some(target)) = (data.sources.first(), &data.target) else { return };
    let told = told(view, data, source, target);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    let painter = ui.painter().with_clip_rect(area);
    net(&painter, view, area);
    let [from, to] = [source, target].map(|end| place(area, end.place.region));
    if data.is_within_a_region() {
        within_ui(ui, &painter, view, data, from);
    } else {
        across_ui(&painter, view, data, [from, to]);
    }
    let font = TextStyle::Small.resolve(ui.style());
    let name = |end: &End| format!("{} · {}", view.tr(region(end.place.region).0), end.place.region);
    let label = |at: Pos2, align: Align2, text: String| {
        let galley = ui.painter().layout_no_wrap(text, bold_of(&font), view.palette().text);
        let rect = align.anchor_size(at, galley.size());
        painter.rect_filled(rect.expand(2.0), 2.0, view.palette().surface);
        painter.galley(rect.min, galley, view.palette().text);
    };
    label(from + vec2(0.0, PIN + space::GRID), Align2::CENTER_TOP, name(source));
    if !data.is_within_a_region() {
        label(to + vec2(0.0, PIN + space::GRID), Align2::CENTER_TOP, name(target));
    }
    response.on_hover_text(told);
}

/// The map in words: where from and to, how far, and what waits.
fn told(view: &View<'_>, data: &ReplicationData, source: &End, target: &End) -> String {
    let km = distance_km(source.place.region, target.place.region);
    let args = [
        ("from", source.place.bucket.into()),
        ("to", target.place.bucket.into()),
        ("km", format::count((km / 10.0).round() as i64 * 10).into()),
        ("n", data.queue.n_pending.into()),
    ];
    view.tr_with(if data.is_within_a_region() { "replication-map-within" } else { "replication-map" }, &args)
}

fn at(area: Rect, longitude: f32, latitude: f32) -> Pos2 {
    let [west, east, south, north] = WINDOW;
    pos2(
        area.left() + area.width() * (longitude - west) / (east - west),
        area.bottom() - area.height() * (latitude - south) / (north - south),
    )
}

fn place(area: Rect, name: &str) -> Pos2 {
    let (_, [longitude, latitude]) = region(name);
    at(area, longitude as f32, latitude as f32)
}

/// Every fifth degree.
fn net(painter: &Painter, view: &View<'_>, area: Rect) {
    let [west, east, south, north] = WINDOW;
    let line = Stroke::new(view.theme.line_width(), mix(view.palette().surface, view.palette().line, 0.7));
    let mut degree = (west / NET).ceil() * NET;
    while degree < east {
        painter.line_segment([at(area, degree, south), at(area, degree, north)], line);
        degree += NET;
    }
    degree = (south / NET).ceil() * NET;
    while degree < north {
        painter.line_segment([at(area, west, degree), at(area, east, degree)], line);
        degree += NET;
    }
    painter.rect_stroke(area, 0.0, view.theme.line(), egui::StrokeKind::Inside);
}

/// A point of the way between two places.
fn along([from, to]: [Pos2; 2], share: f32) -> Pos2 {
    let rise = (to - from).length() * RISE * 4.0 * share * (1.0 - share);
    from + (to - from) * share - vec2(0.0, rise)
}

fn across_ui(painter: &Painter, view: &View<'_>, data: &ReplicationData, ends: [Pos2; 2]) {
    let palette = view.palette();
    let points: Vec<Pos2> = (0..=PIECES).map(|n| along(ends, f32::from(n) / f32::from(PIECES))).collect();
    let ruled = data.rules().next().is_some();
    if ruled {
        painter.add(Shape::line(points.clone(), Stroke::new(view.theme.curve_width(), palette.accent)));
        let (tip, back) = (along(ends, 0.97), along(ends, 0.93));
        let along_way = (tip - back).normalized();
        let side = vec2(-along_way.y, along_way.x);
        let head = vec![tip - along_way * 9.0 + side * 5.0, tip, tip - along_way * 9.0 - side * 5.0];
        painter.add(Shape::line(head, Stroke::new(view.theme.curve_width(), palette.accent)));
    } else {
        painter.extend(Shape::dashed_line(&points, view.theme.strong_line(), 4.0, 4.0));
    }
    let n_dots = data.queue.n_pending.min(MAX_DOTS);
    for n in 0..n_dots {
        let centre = along(ends, (n as f32 + 1.0) / (n_dots as f32 + 1.0));
        painter.circle(centre, DOT, palette.surface, Stroke::new(view.theme.curve_width(), palette.warning));
    }
    for end in ends {
        painter.circle(end, PIN, palette.accent, Stroke::new(view.theme.line_width(), palette.surface));
    }
}

/// Both ends in one region: the mark, and a ring that nothing leaves.
fn within_ui(ui: &Ui, painter: &Painter, view: &View<'_>, data: &ReplicationData, at: Pos2) {
    let palette = view.palette();
    let ring = ui.text_style_height(&TextStyle::Body) * 1.2;
    painter.circle_stroke(at, ring, Stroke::new(view.theme.curve_width(), palette.accent));
    painter.circle(at, PIN, palette.accent, Stroke::new(view.theme.line_width(), palette.surface));
    let n_dots = data.queue.n_pending.min(MAX_DOTS);
    for n in 0..n_dots {
        let turn = std::f32::consts::TAU * n as f32 / n_dots as f32;
        painter.circle(
            at + ring * vec2(turn.cos(), turn.sin()),
            DOT,
            palette.surface,
            Stroke::new(view.theme.curve_width(), palette.warning),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seoul_and_tokyo_are_about_as_far_apart_as_they_are() {
        let km = distance_km("ap-northeast-2", "ap-northeast-1");
        assert!((1_130.0..1_180.0).contains(&km), "{km}");
        assert!(distance_km("ap-northeast-2", "ap-northeast-2") < 0.001);
    }

    #[test]
    fn every_region_lies_on_the_map() {
        let area = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 120.0));
        for (name, ..) in REGIONS {
            assert!(area.contains(place(area, name)), "{name}");
        }
    }
}
