//! The app's own mark, a cloud with a crack; no maker's logo, and also the icon of the window.

use egui::{CornerRadius, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use crate::ui::theme::Theme;

/// The grid the mark is drawn on.
const GRID: f32 = 32.0;

/// Draws the mark as large as fits into `rect`; it looks the same in every theme, as an icon on a desk must.
pub fn paint(painter: &Painter, rect: Rect) {
    let side = rect.width().min(rect.height());
    let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
    let step = side / GRID;
    let at = |x: f32, y: f32| -> Pos2 { square.min + vec2(x, y) * step };
    let p = Theme::Light.palette();
    painter.rect_filled(square, CornerRadius::same((7.0 * step) as u8), p.accent);
    for (x, y, radius) in [(10.5, 18.5, 4.5), (16.0, 14.5, 6.0), (21.8, 18.2, 4.8)] {
        painter.circle_filled(at(x, y), radius * step, p.on_accent);
    }
    painter.rect_filled(Rect::from_min_max(at(10.5, 17.0), at(21.8, 23.0)), 0.0, p.on_accent);
    let crack = [(17.2, 7.5), (14.6, 13.2), (17.6, 15.4), (14.4, 19.2), (16.2, 24.0)];
    painter.add(Shape::line(crack.iter().map(|(x, y)| at(*x, *y)).collect(), Stroke::new(1.5 * step, p.accent)));
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Rect, Vec2};

    /// The mark with straight alpha, as image files want it.
    fn drawn(side_px: u32) -> image::RgbaImage {
        let rect = Rect::from_min_size(egui::Pos2::ZERO, Vec2::splat(side_px as f32));
        let ctx = egui::Context::default();
        let mut picture =
            skylab_raster::render(&ctx, [side_px; 2], 1.0, |ui| super::paint(ui.painter(), rect)).expect("the mark needs no texture");
        for pixel in picture.pixels_mut() {
            let [r, g, b, a] = pixel.0;
            pixel.0 = Color32::from_rgba_premultiplied(r, g, b, a).to_srgba_unmultiplied();
        }
        picture
    }

    #[test]
    fn the_packed_icon_is_the_drawn_mark() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon.png");
        let drawn = drawn(256);
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            drawn.save(path).expect("assets can be written");
        }
        let packed = image::open(path).expect("the icon is there").into_rgba8();
        assert!(packed == drawn, "UPDATE_SNAPSHOTS=1 writes the icon anew");
    }
}
