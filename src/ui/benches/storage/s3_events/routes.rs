//! The routes as a picture: each filter, an arrow, and its destination, with what the last event did there. A row can be removed.

use egui::{CornerRadius, Frame, Margin, Rect, Response, Role, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{
    data::{EventsData, Fit, Kind, Route},
    lines,
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{CORNER, ICON, TARGET, bold, code, heading, mix, muted, small, space},
    widgets::{Icon, icon_button, text_button},
};

/// The room of an arrow.
const ARROW: f32 = 44.0;
/// The half height of an arrow's head.
const HEAD: f32 = 5.0;
/// The filter's share of what the arrow leaves.
const FILTER_SHARE: f32 = 0.52;
/// The colour of integration among the families.
const INTEGRATION: usize = 4;

/// Draws all routes; with buttons unless the screen is presented.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &EventsData, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = space::GRID;
    if !view.presents() {
        ui.horizontal_wrapped(|ui| {
            ui.label(heading(view.tr("s3-events-routes")));
            ui.label(muted(view.tr_with("s3-events-objects", &[("bucket", lines::BUCKET.into()), ("n", data.n_objects.into())])));
        });
    }
    match &data.last {
        Some(it) => {
            let args = [("event", it.event.into()), ("key", it.key.as_str().into())];
            ui.label(small(view.tr_with("s3-events-last", &args)));
        }
        None => _ = ui.label(muted(view.tr("s3-events-no-event"))),
    }
    for route in &data.routes {
        route_ui(ui, view, data, route, actions);
    }
    bus_ui(ui, view, data, actions);
}

/// How a row is drawn.
struct Look {
    /// `None` before the first event.
    told: Option<bool>,
    /// Nothing ever goes this way.
    is_off: bool,
}

/// One row: what stands in the filter, what in the destination, and a button at its end.
fn row_ui(ui: &mut Ui, view: &View<'_>, look: &Look, filter: &[String; 2], to: &[String; 2], button: impl FnOnce(&mut Ui)) -> Response {
    let room = ui.available_width() - ARROW - if view.presents() { 0.0 } else { TARGET + space::GRID };
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, space::GRID / 2.0);
        let left = box_ui(ui, view, look, room * FILTER_SHARE, |ui| {
            ui.label(code(&filter[0]));
            ui.label(muted(&filter[1]));
        });
        ui.add_space(ARROW);
        let right = box_ui(ui, view, look, room * (1.0 - FILTER_SHARE), |ui| {
            ui.label(bold(&to[0]));
            ui.label(muted(&to[1]));
        });
        arrow_ui(ui, view, look, Rect::from_min_max(left.right_top(), pos2(right.left(), left.bottom().max(right.bottom()))));
        if !view.presents() {
            ui.add_space(space::GRID);
            button(ui);
        }
    });
    let told = [filter.join(", "), to.join(", ")].join(" → ");
    let response = shown.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &told));
    response
}

/// A frame as wide as that; strong where the event went.
fn box_ui(ui: &mut Ui, view: &View<'_>, look: &Look, width: f32, add: impl FnOnce(&mut Ui)) -> Rect {
    let palette = view.palette();
    let is_told = look.told == Some(true);
    let family = palette.families[INTEGRATION];
    let stroke = if is_told { Stroke::new(view.theme.curve_width(), palette.accent) } else { view.theme.line() };
    let fill = if look.is_off { palette.surface } else { mix(palette.surface, family, 0.1) };
    let margin = Margin::symmetric(8, if view.presents() { 0 } else { 4 });
    let frame = Frame::new().fill(fill).stroke(stroke).corner_radius(CornerRadius::same(CORNER)).inner_margin(margin);
    let margins = frame.total_margin().sum().x;
    let shown = ui.allocate_ui(vec2(width, 0.0), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width - margins);
            ui.vertical(add);
        })
    });
    shown.inner.response.rect
}

/// An arrow where the event went, a dashed line with a cross where it did not, a plain line before the first.
fn arrow_ui(ui: &Ui, view: &View<'_>, look: &Look, room: Rect) {
    let palette = view.palette();
    let (from, to) = (room.left_center() + vec2(3.0, 0.0), room.right_center() - vec2(3.0, 0.0));
    let sign = |icon: Icon, color| {
        let at = Rect::from_center_size(room.center() - vec2(2.0, 0.0), Vec2::splat(ICON));
        ui.painter().circle_filled(at.center(), ICON * 0.55, palette.surface);
        icon.paint(ui.painter(), at, color);
    };
    match (look.is_off, look.told) {
        (true, _) => ui.painter().extend(Shape::dashed_line(&[from, to], view.theme.line(), 3.0, 4.0)),
        (false, Some(false)) => {
            ui.painter().extend(Shape::dashed_line(&[from, to], view.theme.strong_line(), 4.0, 4.0));
            sign(Icon::Close, palette.muted);
        }
        (false, told) => {
            let is_told = told == Some(true);
            let stroke = if is_told { Stroke::new(view.theme.curve_width(), palette.accent) } else { view.theme.strong_line() };
            ui.painter().line_segment([from, to], stroke);
            let head = [to - vec2(HEAD, HEAD), to, to - vec2(HEAD, -HEAD)];
            ui.painter().add(Shape::line(head.to_vec(), stroke));
            if is_told {
                sign(Icon::Check, palette.accent);
            }
        }
    }
}

fn route_ui(ui: &mut Ui, view: &View<'_>, data: &EventsData, route: &Route, actions: &mut Actions) {
    let events = route.events.join(", ");
    let note = match route.fit {
        Some(Fit::Event) => view.tr_with("s3-events-fit-event", &[("events", events.as_str().into())]),
        Some(Fit::Prefix) => view.tr_with("s3-events-fit-prefix", &[("prefix", route.prefix.as_str().into())]),
        Some(Fit::Suffix) => view.tr_with("s3-events-fit-suffix", &[("suffix", route.suffix.as_str().into())]),
        Some(Fit::Told) | None => events.clone(),
    };
    let kind = view.tr(kind_key(route.to.kind));
    let count = view.tr_with("s3-events-told", &[("kind", kind.into()), ("n", route.n_told.into())]);
    let look = Look { told: route.fit.map(|fit| fit == Fit::Told), is_off: false };
    let remove = |ui: &mut Ui| {
        let name = view.tr_with("s3-events-remove", &[("name", route.id.as_str().into())]);
        let clicked = icon_button(ui, Icon::Close, &name, true).clicked();
        actions.when(clicked, Action::Act(vec![lines::put(&lines::without(&data.configuration, &route.id))]));
    };
    row_ui(ui, view, &look, &[pattern(view, route), note], &[route.to.name.clone(), count], remove).on_hover_text(events);
}

/// What keys of a route look like: `images/….jpg`.
fn pattern(view: &View<'_>, route: &Route) -> String {
    if route.prefix.is_empty() && route.suffix.is_empty() {
        return view.tr("s3-events-every-key");
    }
    format!("{}…{}", route.prefix, route.suffix)
}

/// What kind of destination it is.
pub(super) const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Function => "s3-events-function",
        Kind::Queue => "s3-events-queue",
        Kind::Topic => "s3-events-topic",
    }
}

fn bus_ui(ui: &mut Ui, view: &View<'_>, data: &EventsData, actions: &mut Actions) {
    let bus = data.bus;
    if view.presents() && !bus.is_on {
        return;
    }
    let look = Look { told: data.last.as_ref().filter(|_| bus.is_on).map(|_| bus.was_told), is_off: !bus.is_on };
    let state = view.tr(if bus.is_on { "s3-events-bus-on" } else { "s3-events-bus-off" });
    let count = view.tr_with("s3-events-bus-told", &[("n", bus.n_told.into())]);
    let switch = |ui: &mut Ui| {
        let (icon, key) = if bus.is_on { (Icon::Pause, "s3-events-bus-turn-off") } else { (Icon::Play, "s3-events-bus-turn-on") };
        let clicked = icon_button(ui, icon, &view.tr(key), true).clicked();
        actions.when(clicked, Action::Act(vec![lines::put(&lines::with_bus(&data.configuration, !bus.is_on))]));
    };
    let filter = [view.tr("s3-events-every-key"), state];
    row_ui(ui, view, &look, &filter, &["EventBridge".to_owned(), count], switch).on_hover_text(view.tr("s3-events-bus-hint"));
}

/// The button that lets S3 in at a destination.
pub(super) fn let_in_ui(ui: &mut Ui, view: &View<'_>, to: &super::data::Destination, actions: &mut Actions) {
    let name = view.tr_with("s3-events-let-in", &[("name", to.name.as_str().into())]);
    let button = text_button(ui, Icon::Check, &name, true).on_hover_text(view.tr("s3-events-let-in-hint"));
    actions.when(button.clicked(), Action::Act(vec![lines::let_in(to)]));
}
