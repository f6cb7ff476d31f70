//! Icons and marks, drawn with lines on a grid of 24 steps; none comes from a font or an image file.

mod shapes;

use egui::{Atom, Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::ui::theme::ICON;

/// The steps of the grid on which the shapes are given.
const GRID: f32 = 24.0;
/// Line width on that grid.
const LINE: f32 = 1.75;

/// Every icon of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say what each shows")]
pub enum Icon {
    Play,
    Pause,
    StepForward,
    StepBack,
    ToStart,
    Undo,
    Redo,
    Reset,
    Sun,
    Moon,
    Projector,
    Course,
    Studio,
    Labs,
    Terminal,
    Trail,
    Bill,
    Settings,
    About,
    Search,
    Copy,
    Close,
    Check,
    Add,
    Lock,
    Table,
    Spot,
    Notes,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    /// Healthy: a disc.
    Ok,
    /// Needs attention, or an alarm on the time bar: a triangle.
    Warning,
    /// Broken, or a fault on the time bar: a cross.
    Failed,
    /// Not known: a ring.
    Unknown,
    /// Seen but not held: a half-filled ring.
    Half,
    /// Not there yet: three dots.
    Coming,
    /// An act on the time bar: a diamond.
    Act,
}

impl Icon {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Play,
        Self::Pause,
        Self::StepForward,
        Self::StepBack,
        Self::ToStart,
        Self::Undo,
        Self::Redo,
        Self::Reset,
        Self::Sun,
        Self::Moon,
        Self::Projector,
        Self::Course,
        Self::Studio,
        Self::Labs,
        Self::Terminal,
        Self::Trail,
        Self::Bill,
        Self::Settings,
        Self::About,
        Self::Search,
        Self::Copy,
        Self::Close,
        Self::Check,
        Self::Add,
        Self::Lock,
        Self::Table,
        Self::Spot,
        Self::Notes,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::ChevronUp,
        Self::ChevronDown,
        Self::Ok,
        Self::Warning,
        Self::Failed,
        Self::Unknown,
        Self::Half,
        Self::Coming,
        Self::Act,
    ];

    /// Draws the icon as large as fits into `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let side = rect.width().min(rect.height());
        let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
        let grid = Grid { origin: square.min, step: side / GRID };
        let stroke = Stroke::new(LINE * grid.step, color);
        painter.extend(shapes::of(self).iter().map(|part| grid.shape(*part, stroke)));
    }

    /// The icon in the text's colour, to stand in a button or a label.
    pub fn atom(self) -> Atom<'static> {
        Atom::paint(Vec2::splat(ICON), move |ui, args| self.paint(ui.painter(), args.rect, args.fallback_text_color))
    }
}

/// One stroke of an icon, in grid steps; angles in degrees, clockwise from the right.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// An open line.
    Line(&'static [(f32, f32)]),
    /// A closed outline.
    Outline(&'static [(f32, f32)]),
    /// A filled convex shape.
    Fill(&'static [(f32, f32)]),
    /// A filled disc.
    Disc((f32, f32), f32),
    /// A circle.
    Ring((f32, f32), f32),
    /// A part of a circle, from one angle to another.
    Arc((f32, f32), f32, f32, f32),
}

/// Where the grid of an icon lies on the screen.
struct Grid {
    origin: Pos2,
    step: f32,
}

impl Grid {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.origin + vec2(x, y) * self.step
    }

    fn points(&self, points: &[(f32, f32)]) -> Vec<Pos2> {
        points.iter().map(|point| self.at(*point)).collect()
    }

    fn shape(&self, part: Part, stroke: Stroke) -> Shape {
        match part {
            Part::Line(points) => Shape::line(self.points(points), stroke),
            Part::Outline(points) => Shape::closed_line(self.points(points), stroke),
            Part::Fill(points) => Shape::convex_polygon(self.points(points), stroke.color, Stroke::NONE),
            Part::Disc(centre, radius) => Shape::circle_filled(self.at(centre), radius * self.step, stroke.color),
            Part::Ring(centre, radius) => Shape::circle_stroke(self.at(centre), radius * self.step, stroke),
            Part::Arc(centre, radius, from, to) => Shape::line(self.points(&arc(centre, radius, from, to)), stroke),
        }
    }
}

fn arc(centre: (f32, f32), radius: f32, from: f32, to: f32) -> Vec<(f32, f32)> {
    let n_steps = ((to - from).abs() / 10.0).ceil().max(1.0);
    (0..=n_steps as usize)
        .map(|n| {
            let angle = (from + (to - from) * n as f32 / n_steps).to_radians();
            let point = pos2(centre.0, centre.1) + Vec2::angled(angle) * radius;
            (point.x, point.y)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_stays_on_its_grid() {
        for icon in Icon::ALL {
            for part in shapes::of(*icon) {
                let points = match *part {
                    Part::Line(points) | Part::Outline(points) | Part::Fill(points) => points.to_vec(),
                    Part::Disc(centre, radius) | Part::Ring(centre, radius) => arc(centre, radius, 0.0, 360.0),
                    Part::Arc(centre, radius, from, to) => arc(centre, radius, from, to),
                };
                for (x, y) in points {
                    assert!((1.0..=23.0).contains(&x) && (1.0..=23.0).contains(&y), "{icon:?} leaves its grid at {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn no_two_icons_look_alike() {
        let draw = |icon: Icon| {
            skylab_raster::render(&egui::Context::default(), [24, 24], 1.0, |ui| {
                icon.paint(ui.painter(), Rect::from_min_size(Pos2::ZERO, Vec2::splat(24.0)), Color32::BLACK);
            })
            .expect("icons need no texture")
            .into_raw()
        };
        let pictures: Vec<_> = Icon::ALL.iter().map(|icon| draw(*icon)).collect();
        for (n, picture) in pictures.iter().enumerate() {
            assert!(picture.iter().any(|byte| *byte != 0), "{:?} is empty", Icon::ALL[n]);
            assert!(!pictures[..n].contains(picture), "{:?} looks like an earlier one", Icon::ALL[n]);
        }
    }
}
