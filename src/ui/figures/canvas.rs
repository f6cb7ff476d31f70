//! What figures are drawn with: boxes, cylinders, arrows and words on a grid of 100 units across, in the colours of the look.

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, TextStyle, Ui, pos2, vec2};

use crate::ui::View;
use crate::ui::theme::mix;

/// What a part of a figure is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Words and what matters.
    Text,
    /// What stands back.
    Muted,
    /// What the figure is about.
    Accent,
    /// What goes well.
    Ok,
    /// What is broken or lost.
    Failed,
    /// One of the six colours of a series, counted from 0.
    Series(usize),
}

/// See the module.
pub struct Canvas<'a> {
    painter: Painter,
    view: &'a View<'a>,
    rect: Rect,
    /// Points in a unit.
    unit: f32,
    body: egui::FontId,
    small: egui::FontId,
}

impl<'a> Canvas<'a> {
    /// A canvas over `rect`, whose width is 100 units.
    pub(super) fn new(ui: &Ui, view: &'a View<'a>, rect: Rect) -> Self {
        let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
        Self { painter: ui.painter_at(rect.expand(2.0)), view, rect, unit: rect.width() / 100.0, body, small }
    }

    /// A point of the screen from units.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.rect.min + vec2(x, y) * self.unit
    }

    /// The colour of an ink.
    pub fn color(&self, ink: Ink) -> Color32 {
        let palette = self.view.palette();
        match ink {
            Ink::Text => palette.text,
            Ink::Muted => palette.muted,
            Ink::Accent => palette.accent,
            Ink::Ok => palette.ok,
            Ink::Failed => palette.failed,
            Ink::Series(n) => palette.series[n % palette.series.len()],
        }
    }

    fn stroke(&self, ink: Ink) -> Stroke {
        Stroke::new(self.view.theme.curve_width(), self.color(ink))
    }

    fn tint(&self, ink: Ink) -> Color32 {
        mix(self.view.palette().surface, self.color(ink), 0.14)
    }

    fn area(&self, (x, y): (f32, f32), (width, height): (f32, f32)) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height) * self.unit)
    }

    /// A box from its upper left corner, tinted, with an outline.
    pub fn boxed(&self, from: (f32, f32), size: (f32, f32), ink: Ink) {
        let area = self.area(from, size);
        self.painter.rect(area, CornerRadius::same(4), self.tint(ink), self.stroke(ink), StrokeKind::Inside);
    }

    /// A box that is only an outline of dashes: what is gone, or not there yet.
    pub fn ghost(&self, from: (f32, f32), size: (f32, f32), ink: Ink) {
        let area = self.area(from, size);
        let corners = [area.left_top(), area.right_top(), area.right_bottom(), area.left_bottom(), area.left_top()];
        self.painter.extend(Shape::dashed_line(&corners, self.stroke(ink), 5.0, 4.0));
    }

    /// A filled box without an outline.
    pub fn filled(&self, from: (f32, f32), size: (f32, f32), ink: Ink) {
        self.painter.rect_filled(self.area(from, size), CornerRadius::same(2), self.color(ink));
    }

    /// A line through points.
    pub fn line(&self, points: &[(f32, f32)], ink: Ink) {
        self.painter.line(points.iter().map(|(x, y)| self.at(*x, *y)).collect(), self.stroke(ink));
    }

    /// An arrow from one point to another.
    pub fn arrow(&self, from: (f32, f32), to: (f32, f32), ink: Ink) {
        let (from, to) = (self.at(from.0, from.1), self.at(to.0, to.1));
        let along = (to - from).normalized();
        let head = 2.2 * self.unit.max(3.0);
        let side = along.rot90() * head * 0.5;
        let neck = to - along * head;
        self.painter.line_segment([from, neck], self.stroke(ink));
        self.painter.add(Shape::convex_polygon(vec![to, neck + side, neck - side], self.color(ink), Stroke::NONE));
    }

    /// A disc.
    pub fn disc(&self, (x, y): (f32, f32), radius: f32, ink: Ink) {
        self.painter.circle_filled(self.at(x, y), radius * self.unit, self.color(ink));
    }

    /// A cross, for what is lost.
    pub fn cross(&self, (x, y): (f32, f32), radius: f32, ink: Ink) {
        for side in [-1.0, 1.0] {
            let by = vec2(radius * side, radius) * self.unit;
            self.painter.line_segment([self.at(x, y) - by, self.at(x, y) + by], self.stroke(ink));
        }
    }

    /// A text by its key, in body size, aligned at a point. Words that would leave the canvas are set smaller.
    pub fn text(&self, at: (f32, f32), align: Align2, key: &str, ink: Ink) {
        self.words(at, align, &self.view.tr(key), ink, false);
    }

    /// The same as a caption.
    pub fn caption(&self, at: (f32, f32), align: Align2, key: &str, ink: Ink) {
        self.words(at, align, &self.view.tr(key), ink, true);
    }

    /// Words that are no translated text: names, numbers and classes of AWS.
    pub fn words(&self, (x, y): (f32, f32), align: Align2, words: &str, ink: Ink, small: bool) {
        let font = if small { self.small.clone() } else { self.body.clone() };
        let at = self.at(x, y);
        let galley = self.painter.layout(words.to_owned(), font, self.color(ink), self.room(at.x, align));
        let area = align.anchor_size(at, galley.size());
        self.painter.galley(pos2(area.left(), area.top()), galley, self.color(ink));
    }

    /// The width that words at that place may take before they leave the canvas.
    fn room(&self, x: f32, align: Align2) -> f32 {
        let (left, right) = (x - self.rect.left(), self.rect.right() - x);
        match align.x() {
            egui::Align::Min => right,
            egui::Align::Center => 2.0 * left.min(right),
            egui::Align::Max => left,
        }
    }
}
