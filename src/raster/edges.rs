//! Which pixels of a row belong to a triangle: exact integer arithmetic, so that neighbours neither overlap nor gap.

use egui::Pos2;

/// Steps per pixel. Positions are rounded to this grid, after which everything is exact.
const STEPS: i64 = 256;

/// Positions beyond this many pixels are moved there, so that products of two distances fit 64 bits.
const FARTHEST_PX: f32 = 1_000_000.0;

/// A triangle on the fixed grid, its corners ordered so that its inside is on the same side of every edge.
pub(crate) struct Triangle {
    corners: [[i64; 2]; 3],
    /// Twice the area, in steps squared; never 0.
    area: i64,
    /// Whether two corners were exchanged to get the order above.
    swapped: bool,
}

impl Triangle {
    /// `None` if the corners lie on one line: such a triangle covers nothing.
    pub(crate) fn new(corners_px: [Pos2; 3]) -> Option<Self> {
        let mut corners = corners_px.map(|p| [to_steps(p.x), to_steps(p.y)]);
        let [a, b, c] = corners;
        let area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        if area == 0 {
            return None;
        }
        let swapped = area < 0;
        if swapped {
            corners.swap(1, 2);
        }
        Some(Self { corners, area: area.abs(), swapped })
    }

    /// Whether the second and third corner changed places; attributes of the corners must follow.
    pub(crate) fn swapped(&self) -> bool {
        self.swapped
    }

    /// The rows the triangle may touch: first, and one past the last.
    pub(crate) fn rows(&self) -> (i64, i64) {
        let ys = self.corners.map(|corner| corner[1]);
        let (top, bottom) = (ys[0].min(ys[1]).min(ys[2]), ys[0].max(ys[1]).max(ys[2]));
        (top.div_euclid(STEPS), bottom.div_euclid(STEPS) + 1)
    }

    /// The three edges as seen from the pixel centres of row `y`.
    pub(crate) fn row(&self, y: i64) -> [Edge; 3] {
        let centre_y = y * STEPS + STEPS / 2;
        std::array::from_fn(|k| {
            let (a, b) = (self.corners[(k + 1) % 3], self.corners[(k + 2) % 3]);
            let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
            let at_zero = dx * (centre_y - a[1]) - dy * (STEPS / 2 - a[0]);
            // A centre exactly on an edge belongs to the triangle below or right of it (the top-left rule).
            let owns_edge = dy < 0 || (dy == 0 && dx > 0);
            Edge { at_zero, slope: -dy * STEPS, least: i64::from(!owns_edge) }
        })
    }

    /// How much each corner weighs at pixel `x`, adding up to 1.
    pub(crate) fn weights(&self, edges: &[Edge; 3], x: i64) -> [f32; 3] {
        let share = 1.0 / self.area as f32;
        std::array::from_fn(|k| edges[k].at(x) as f32 * share)
    }
}

fn to_steps(px: f32) -> i64 {
    (px.clamp(-FARTHEST_PX, FARTHEST_PX) * STEPS as f32).round() as i64
}

/// One edge along a row of pixels: a straight function of x that is at least `least` inside.
#[derive(Clone, Copy)]
pub(crate) struct Edge {
    at_zero: i64,
    slope: i64,
    least: i64,
}

impl Edge {
    fn at(&self, x: i64) -> i64 {
        self.at_zero + self.slope * x
    }

    /// Narrows `left..right` to the pixels inside this edge.
    pub(crate) fn narrow(&self, left: i64, right: i64) -> (i64, i64) {
        let short_by = self.least - self.at_zero;
        match self.slope {
            0 if short_by > 0 => (left, left),
            0 => (left, right),
            // slope × x ≥ short_by: the first such x going right, or one past the last such x.
            up if up > 0 => (left.max(-(-short_by).div_euclid(up)), right),
            down => (left, right.min((-short_by).div_euclid(-down) + 1)),
        }
    }
}
