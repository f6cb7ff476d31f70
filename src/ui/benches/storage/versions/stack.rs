//! The stack of versions as a picture: the newest on top, delete markers as empty frames with a cross. It changes nothing.

use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo, vec2,
};

use super::{data::VersionsData, replay::Layer};
use crate::{
    i18n::format,
    ui::{
        View,
        theme::{CORNER, ICON, TARGET, bold_of, mix, muted, space},
        widgets::Icon,
    },
};

/// The colour of storage among the families.
const STORAGE: usize = 1;
/// The band at the left of a layer with data.
const BAND: f32 = 6.0;
/// Free space in a layer above and below its text.
const PADDING: f32 = 5.0;

/// Draws every layer on the floor of `room` points, lower ones where many have to fit; gives the id of one that was clicked.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, data: &VersionsData, chosen: Option<&str>, room: f32) -> Option<String> {
    ui.spacing_mut().item_spacing.y = space::GRID;
    if data.layers.is_empty() {
        ui.label(muted(view.tr("versions-empty")));
        return None;
    }
    let (body, small) = (ui.text_style_height(&TextStyle::Body), ui.text_style_height(&TextStyle::Small));
    let tall = body + small + 2.0 * PADDING;
    let n = data.layers.len() as f32;
    let fits = (room - (n - 1.0) * space::GRID) / n;
    let height = if fits >= tall { tall } else { TARGET.max(body + PADDING) };
    // the newest comes on top and nothing below it moves
    ui.add_space((room - n * (height + space::GRID) + space::GRID).max(0.0));
    let mut clicked = None;
    for (n, layer) in data.layers.iter().enumerate() {
        let look = Look { is_current: n == 0, is_chosen: chosen == Some(layer.id.as_str()), two_lines: height >= tall };
        let response = look.ui(ui, view, layer, height);
        if response.clicked() {
            clicked = Some(layer.id.clone());
        }
    }
    clicked
}

/// How a layer is shown.
struct Look {
    is_current: bool,
    is_chosen: bool,
    two_lines: bool,
}

impl Look {
    fn ui(&self, ui: &mut Ui, view: &View<'_>, layer: &Layer, height: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let told = told(view, layer, self.is_current);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.is_chosen, &told));
        if ui.is_rect_visible(rect) {
            self.frame(ui, view, layer, rect, response.hovered());
            self.texts(ui, view, layer, rect);
        }
        response.on_hover_text(hover(view, layer))
    }

    fn frame(&self, ui: &Ui, view: &View<'_>, layer: &Layer, rect: Rect, is_hovered: bool) {
        let palette = view.palette();
        let stroke = if self.is_chosen {
            Stroke::new(view.theme.curve_width(), palette.accent)
        } else if is_hovered {
            Stroke::new(view.theme.line_width(), palette.accent)
        } else {
            view.theme.strong_line()
        };
        let corner = CornerRadius::same(CORNER);
        if layer.is_marker() {
            let edge = rect.shrink(1.0);
            let corners = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
            ui.painter().extend(Shape::dashed_line(&corners, stroke, 6.0, 4.0));
            let icon = Rect::from_center_size(rect.left_center() + vec2(space::BETWEEN + ICON / 2.0, 0.0), Vec2::splat(ICON));
            Icon::Failed.paint(ui.painter(), icon, palette.failed);
        } else {
            let family = palette.families[STORAGE];
            ui.painter().rect(rect, corner, mix(palette.surface, family, 0.12), stroke, StrokeKind::Inside);
            let band = Rect::from_min_size(rect.min + vec2(2.0, 2.0), vec2(BAND, rect.height() - 4.0));
            ui.painter().rect_filled(band, CornerRadius::same(2), family);
            if is_locked(view, layer) {
                let icon = Rect::from_center_size(rect.left_center() + vec2(BAND + space::BETWEEN + ICON / 2.0, 0.0), Vec2::splat(ICON));
                Icon::Lock.paint(ui.painter(), icon, palette.text);
            }
        }
    }

    fn texts(&self, ui: &Ui, view: &View<'_>, layer: &Layer, rect: Rect) {
        let palette = view.palette();
        let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
        let put =
            |at: Pos2, align: Align2, words: String, font: egui::FontId, color: Color32| ui.painter().text(at, align, words, font, color);
        let left = rect.left()
            + match (layer.is_marker(), is_locked(view, layer)) {
                (true, _) => space::BETWEEN + ICON + space::INSIDE,
                (false, true) => BAND + space::BETWEEN + ICON + space::INSIDE,
                (false, false) => BAND + space::BETWEEN,
            };
        let right = rect.right() - space::BETWEEN;
        let (upper, lower) = if self.two_lines {
            (rect.top() + PADDING + body.size * 0.6, rect.bottom() - PADDING - small.size * 0.6)
        } else {
            (rect.center().y, rect.center().y)
        };
        let named = put(Pos2::new(left, upper), Align2::LEFT_CENTER, title(view, layer), bold_of(&body), palette.text);
        let facts_left = if self.two_lines { left } else { named.right() + space::BETWEEN };
        let flag = self.is_current.then(|| flag(ui, view, Pos2::new(right, rect.center().y), named.right(), &small));
        let facts_right = flag.map_or(right, |flag| flag.left() - space::INSIDE);
        let width = |words: &str| ui.painter().layout_no_wrap(words.to_owned(), small.clone(), palette.muted).size().x;
        let fits = |words: &String| width(words) <= facts_right - facts_left;
        if let Some(facts) = facts(view, layer, self.two_lines).into_iter().find(fits) {
            put(Pos2::new(facts_left, lower), Align2::LEFT_CENTER, facts, small.clone(), palette.muted);
        }
    }
}

/// The facts of a layer, first as many as there are, then fewer for less room: the tooltip has them all.
fn facts(view: &View<'_>, layer: &Layer, with_date: bool) -> Vec<String> {
    let date = if with_date { date(layer) } else { String::new() };
    let mut facts: Vec<String> =
        [locked(view, layer), layer.short_id(), size(layer), date].into_iter().filter(|fact| !fact.is_empty()).collect();
    let mut ways = Vec::new();
    while !facts.is_empty() {
        ways.push(facts.join("  ·  "));
        facts.pop();
    }
    ways
}

/// The badge of the version that a plain request means: an arrow where its word would reach beyond `left`.
fn flag(ui: &Ui, view: &View<'_>, right: Pos2, left: f32, font: &egui::FontId) -> Rect {
    let palette = view.palette();
    let galley = ui.painter().layout_no_wrap(view.tr("versions-current"), font.clone(), palette.on_accent);
    let size = galley.size() + vec2(2.0 * space::INSIDE, space::GRID);
    let rect = Rect::from_min_size(Pos2::new(right.x - size.x, right.y - size.y / 2.0), size);
    if rect.left() < left + space::GRID {
        let rect = Rect::from_center_size(Pos2::new(right.x - ICON / 2.0, right.y), Vec2::splat(ICON));
        Icon::ChevronLeft.paint(ui.painter(), rect, palette.accent);
        return rect;
    }
    ui.painter().rect_filled(rect, CornerRadius::same(CORNER), palette.accent);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.on_accent);
    rect
}

/// What a layer is called.
pub(super) fn title(view: &View<'_>, layer: &Layer) -> String {
    match (layer.is_marker(), layer.title.is_empty()) {
        (true, _) => view.tr("versions-marker"),
        (false, true) => view.tr("versions-no-text"),
        (false, false) => layer.title.clone(),
    }
}

/// What locks a version: its retention, its legal hold; empty if nothing does.
pub(super) fn locked(view: &View<'_>, layer: &Layer) -> String {
    let now = view.stage.sandbox.now();
    let retained = layer.lock.retained(now).map(|retention| {
        let until = format::date(retention.until.millis().div_euclid(1_000));
        view.tr_with("versions-retained", &[("mode", retention.mode.name().into()), ("until", until.into())])
    });
    let held = layer.lock.is_held().then(|| view.tr("versions-held"));
    [retained, held].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn size(layer: &Layer) -> String {
    layer.bytes.map(format::bytes_billed).unwrap_or_default()
}

fn date(layer: &Layer) -> String {
    format::date(layer.written.millis().div_euclid(1_000))
}

fn is_locked(view: &View<'_>, layer: &Layer) -> bool {
    layer.lock.protects(view.stage.sandbox.now())
}

/// A layer in words.
fn told(view: &View<'_>, layer: &Layer, is_current: bool) -> String {
    let key = if is_current { "versions-layer-current" } else { "versions-layer" };
    let told = view.tr_with(key, &[("title", title(view, layer).into()), ("id", layer.short_id().into())]);
    if is_locked(view, layer) { format!("{told}, {}", locked(view, layer)) } else { told }
}

fn hover(view: &View<'_>, layer: &Layer) -> String {
    let key = if layer.is_marker() { "versions-hover-marker" } else { "versions-hover" };
    let mut args = vec![("id", layer.id.as_str().into()), ("date", date(layer).into())];
    if !layer.is_marker() {
        args.push(("bytes", size(layer).into()));
    }
    let told = view.tr_with(key, &args);
    if is_locked(view, layer) { format!("{}\n{told}", locked(view, layer)) } else { told }
}
