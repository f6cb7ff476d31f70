//! Draws egui's meshes into pixels on the CPU, for pictures and tests; it opens no window and knows nothing of Skylab's screens.

mod blend;
mod edges;
mod mesh;
mod texture;

#[cfg(test)]
mod tests;

use egui::epaint::{ClippedShape, Primitive};
use egui::{Context, FullOutput, RawInput, Rect, TextureId, TexturesDelta, Ui, ViewportId};
use image::RgbaImage;

use blend::Frame;
use texture::TextureStore;

/// How often [`render`] draws at most while the layout still asks for another pass.
const MAX_PASSES: u32 = 10;

/// Seconds between two passes of [`render`]; long, so that animations are over after a few.
const PASS_SECS: f64 = 0.25;

/// A mesh names a texture that was never handed over; the picture would have holes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingTexture(pub TextureId);

impl std::fmt::Display for MissingTexture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a mesh uses the texture {:?}, which was never set", self.0)
    }
}

impl std::error::Error for MissingTexture {}

/// The software renderer: it keeps the textures between frames and nothing else.
#[derive(Default)]
pub struct Raster {
    textures: TextureStore,
}

impl Raster {
    /// Applies egui's texture changes, emptying `delta` (egui asserts that nobody drops one unread).
    pub fn take_textures(&mut self, delta: &mut TexturesDelta) {
        self.textures.take(delta);
    }

    /// Paints one finished pass: its texture changes, then its shapes.
    pub fn frame(&mut self, ctx: &Context, mut output: FullOutput) -> Result<RgbaImage, MissingTexture> {
        self.take_textures(&mut output.textures_delta);
        self.paint(ctx, std::mem::take(&mut output.shapes))
    }

    /// Paints `shapes` over a transparent ground as large as the context's screen.
    pub fn paint(&self, ctx: &Context, shapes: Vec<ClippedShape>) -> Result<RgbaImage, MissingTexture> {
        let pixels_per_point = ctx.pixels_per_point();
        let size = (ctx.viewport_rect().size() * pixels_per_point).round();
        let mut frame = Frame::new(size.x as usize, size.y as usize);
        for clipped in ctx.tessellate(shapes, pixels_per_point) {
            // Callbacks are for real GPUs; Skylab has none.
            let Primitive::Mesh(mesh) = &clipped.primitive else { continue };
            let texture = self.textures.get(mesh.texture_id).ok_or(MissingTexture(mesh.texture_id))?;
            mesh::draw(&mut frame, mesh, texture, clipped.clip_rect, pixels_per_point);
        }
        Ok(frame.into_image())
    }
}

/// Runs `draw` in `ctx` until its layout has settled, and returns the picture of the last pass.
///
/// The context brings fonts and style; its zoom factor is respected: the picture always has `size_px` pixels, however many points that is.
pub fn render(ctx: &Context, size_px: [u32; 2], pixels_per_point: f32, draw: impl FnMut(&mut Ui)) -> Result<RgbaImage, MissingTexture> {
    let mut raster = Raster::default();
    let shapes = settle(ctx, &mut raster, size_px, pixels_per_point, draw);
    raster.paint(ctx, shapes)
}

/// The shapes of the last pass of [`render`], for tests that look at texts and places instead of pixels.
pub fn settle(
    ctx: &Context,
    raster: &mut Raster,
    size_px: [u32; 2],
    pixels_per_point: f32,
    mut draw: impl FnMut(&mut Ui),
) -> Vec<ClippedShape> {
    let mut pass = 0;
    loop {
        let mut output = ctx.run_ui(input(ctx, size_px, pixels_per_point, f64::from(pass) * PASS_SECS), &mut draw);
        raster.take_textures(&mut output.textures_delta);
        pass += 1;
        let waits = output.viewport_output.get(&ViewportId::ROOT).is_none_or(|root| !root.repaint_delay.is_zero());
        // The first pass only measures, so one is never enough.
        if (waits && pass >= 2) || pass >= MAX_PASSES {
            return output.shapes;
        }
    }
}

/// The input of one pass: a screen of that many pixels, a clock that ticks, and no events.
fn input(ctx: &Context, size_px: [u32; 2], pixels_per_point: f32, time: f64) -> RawInput {
    let points = egui::vec2(size_px[0] as f32, size_px[1] as f32) / (pixels_per_point * ctx.zoom_factor());
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, points)),
        time: Some(time),
        max_texture_side: Some(8192),
        ..RawInput::default()
    };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(pixels_per_point);
    input
}
