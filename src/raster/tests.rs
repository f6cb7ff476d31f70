//! What the rasteriser promises, each as one picture; no golden files.

use egui::epaint::{ClippedShape, Mesh, Vertex};
use egui::{Color32, Context, CornerRadius, Pos2, Rect, Shape, Ui, pos2};
use image::RgbaImage;

use crate::render;

const RED: [u8; 4] = [255, 0, 0, 255];
const NONE: [u8; 4] = [0; 4];

fn picture(size: [u32; 2], pixels_per_point: f32, draw: impl FnMut(&mut Ui)) -> RgbaImage {
    render(&Context::default(), size, pixels_per_point, draw).expect("every texture is known")
}

/// The picture as rows of `#` (red) and `.` (nothing), which fails on any other colour.
fn rows(image: &RgbaImage) -> Vec<String> {
    let sign = |pixel: &image::Rgba<u8>| match pixel.0 {
        RED => '#',
        NONE => '.',
        other => panic!("neither red nor empty: {other:?}"),
    };
    image.rows().map(|row| row.map(sign).collect()).collect()
}

fn triangle(corners: [Pos2; 3]) -> Shape {
    let vertices = corners.map(|pos| Vertex { pos, uv: egui::epaint::WHITE_UV, color: Color32::RED }).to_vec();
    Shape::mesh(Mesh { indices: vec![0, 1, 2], vertices, texture_id: egui::TextureId::default() })
}

#[test]
fn a_rectangle_fills_exactly_its_pixels() {
    let image = picture([6, 4], 1.0, |ui| {
        ui.painter().rect_filled(Rect::from_min_max(pos2(1.0, 1.0), pos2(5.0, 3.0)), CornerRadius::ZERO, Color32::RED);
    });
    assert_eq!(rows(&image), ["......", ".####.", ".####.", "......"]);
}

#[test]
fn a_triangle_owns_the_centres_on_its_left_edge_only() {
    let image = picture([5, 5], 1.0, |ui| {
        ui.painter().add(triangle([pos2(0.5, 0.0), pos2(4.5, 4.0), pos2(0.5, 4.0)]));
    });
    assert_eq!(rows(&image), ["#....", "##...", "###..", "####.", "....."]);
}

#[test]
fn two_triangles_that_share_an_edge_touch_each_pixel_once() {
    let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
    let image = picture([40, 40], 1.0, |ui| {
        let corners = [pos2(3.3, 2.1), pos2(36.7, 5.9), pos2(34.2, 37.4), pos2(1.8, 30.6)];
        let vertices = corners.map(|pos| Vertex { pos, uv: egui::epaint::WHITE_UV, color: half }).to_vec();
        ui.painter().add(Shape::mesh(Mesh { indices: vec![0, 1, 2, 0, 2, 3], vertices, texture_id: egui::TextureId::default() }));
    });
    assert!(image.pixels().all(|pixel| pixel.0 == NONE || pixel.0 == [128, 0, 0, 128]));
    assert!(image.pixels().filter(|pixel| pixel.0 != NONE).count() > 900);
}

#[test]
fn nothing_is_painted_outside_the_clip_rectangle() {
    let image = picture([4, 3], 1.0, |ui| {
        let painter = ui.painter().with_clip_rect(Rect::from_min_max(pos2(1.0, 0.0), pos2(3.0, 2.0)));
        painter.rect_filled(Rect::EVERYTHING, CornerRadius::ZERO, Color32::RED);
    });
    assert_eq!(rows(&image), [".##.", ".##.", "...."]);
}

#[test]
fn two_pixels_per_point_double_every_length() {
    let image = picture([4, 4], 2.0, |ui| {
        ui.painter().rect_filled(Rect::from_min_max(pos2(1.0, 0.0), pos2(2.0, 1.0)), CornerRadius::ZERO, Color32::RED);
    });
    assert_eq!(rows(&image), ["..##", "..##", "....", "...."]);
}

#[test]
fn the_zoom_factor_changes_the_points_but_not_the_pixels() {
    let ctx = Context::default();
    ctx.set_zoom_factor(2.0);
    let mut width_points = 0.0;
    let image = render(&ctx, [200, 100], 1.0, |ui| width_points = ui.ctx().viewport_rect().width()).expect("every texture is known");
    assert_eq!((image.width(), image.height()), (200, 100));
    assert!((width_points - 100.0).abs() < f32::EPSILON, "{width_points}");
}

#[test]
fn letters_appear_and_the_same_window_gives_the_same_bytes() {
    let draw = || {
        picture([160, 60], 1.0, |ui| {
            ui.label("Skylab 123");
            let _ = ui.button("Create");
        })
    };
    let (first, second) = (draw(), draw());
    let shades = first.pixels().map(|pixel| pixel.0[3]).collect::<std::collections::BTreeSet<_>>();
    assert!(shades.len() > 20, "letters have many shades on their edges, seen: {}", shades.len());
    assert_eq!(first.as_raw(), second.as_raw());
}

#[test]
fn a_mesh_without_its_texture_is_an_error_not_a_hole() {
    let ctx = Context::default();
    let mut raster = crate::Raster::default();
    let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
    raster.take_textures(&mut output.textures_delta);
    let mut mesh = Mesh::with_texture(egui::TextureId::User(7));
    mesh.add_rect_with_uv(Rect::EVERYTHING, Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)), Color32::WHITE);
    let shapes = vec![ClippedShape::new(Rect::EVERYTHING, Shape::mesh(mesh))];
    assert_eq!(raster.paint(&ctx, shapes).map(|_| ()), Err(crate::MissingTexture(egui::TextureId::User(7))));
}
