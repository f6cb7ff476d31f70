//! One mesh of egui onto the frame, triangle by triangle; colours and texture coordinates run evenly between the corners.

use egui::epaint::{Mesh, Vertex};
use egui::{Pos2, Rect};

use crate::blend::{Frame, blend};
use crate::edges::Triangle;
use crate::texture::{Rgba, Texture};

/// The part of the frame that may be painted, in whole pixels, each side as "from" and "up to, not including".
struct Clip {
    columns: (i64, i64),
    rows: (i64, i64),
}

impl Clip {
    fn new(rect: Rect, pixels_per_point: f32, frame: &Frame) -> Self {
        let side = |from: f32, to: f32, end: usize| {
            let last = end as f32;
            ((from * pixels_per_point).round().clamp(0.0, last) as i64, (to * pixels_per_point).round().clamp(0.0, last) as i64)
        };
        Self { columns: side(rect.min.x, rect.max.x, frame.width()), rows: side(rect.min.y, rect.max.y, frame.height()) }
    }
}

/// Draws all triangles of `mesh` inside `clip_rect` (in points).
pub(crate) fn draw(frame: &mut Frame, mesh: &Mesh, texture: &Texture, clip_rect: Rect, pixels_per_point: f32) {
    let clip = Clip::new(clip_rect, pixels_per_point, frame);
    for corners in mesh.indices.chunks_exact(3) {
        let vertex = |k: usize| mesh.vertices.get(corners[k] as usize).copied();
        let (Some(a), Some(b), Some(c)) = (vertex(0), vertex(1), vertex(2)) else { continue };
        draw_triangle(frame, [a, b, c], texture, &clip, pixels_per_point);
    }
}

fn draw_triangle(frame: &mut Frame, mut vertices: [Vertex; 3], texture: &Texture, clip: &Clip, pixels_per_point: f32) {
    let Some(triangle) = Triangle::new(vertices.map(|v| (v.pos.to_vec2() * pixels_per_point).to_pos2())) else { return };
    if triangle.swapped() {
        vertices.swap(1, 2);
    }
    let paint = Paint::new(&vertices, texture);
    let (top, bottom) = triangle.rows();
    for y in top.max(clip.rows.0)..bottom.min(clip.rows.1) {
        let edges = triangle.row(y);
        let (left, right) = edges.iter().fold(clip.columns, |(left, right), edge| edge.narrow(left, right));
        if left >= right {
            continue;
        }
        let span = frame.span(y as usize, left as usize, right as usize);
        match &paint {
            Paint::Opaque(pixel) => span.fill(*pixel),
            Paint::Flat(color) => span.iter_mut().for_each(|pixel| blend(pixel, *color)),
            Paint::Shaded { colors, tint } => {
                for (x, pixel) in (left..).zip(span) {
                    blend(pixel, times(weigh(colors, triangle.weights(&edges, x)), *tint));
                }
            }
            Paint::Textured { colors, uvs } => {
                for (x, pixel) in (left..).zip(span) {
                    let weights = triangle.weights(&edges, x);
                    let uv = (0..3).fold(egui::Vec2::ZERO, |sum, k| sum + uvs[k].to_vec2() * weights[k]);
                    blend(pixel, times(weigh(colors, weights), texture.sample(uv.to_pos2())));
                }
            }
        }
    }
}

/// What a triangle is filled with. Most of a window is plain, and plain fills are many times faster.
enum Paint {
    Opaque([u8; 4]),
    Flat(Rgba),
    Shaded { colors: [Rgba; 3], tint: Rgba },
    Textured { colors: [Rgba; 3], uvs: [Pos2; 3] },
}

impl Paint {
    fn new(vertices: &[Vertex; 3], texture: &Texture) -> Self {
        let [a, b, c] = vertices;
        let colors = vertices.map(|v| v.color.to_array().map(|part| f32::from(part) / 255.0));
        if a.uv != b.uv || a.uv != c.uv {
            return Self::Textured { colors, uvs: vertices.map(|v| v.uv) };
        }
        let tint = texture.sample(a.uv);
        if a.color != b.color || a.color != c.color {
            return Self::Shaded { colors, tint };
        }
        let color = times(colors[0], tint);
        if color[3] >= 1.0 { Self::Opaque(color.map(|part| (part * 255.0 + 0.5) as u8)) } else { Self::Flat(color) }
    }
}

fn times(a: Rgba, b: Rgba) -> Rgba {
    std::array::from_fn(|k| a[k] * b[k])
}

fn weigh(colors: &[Rgba; 3], weights: [f32; 3]) -> Rgba {
    std::array::from_fn(|k| colors[0][k] * weights[0] + colors[1][k] * weights[1] + colors[2][k] * weights[2])
}
