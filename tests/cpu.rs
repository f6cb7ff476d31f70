//! Lets egui_kittest draw its pictures with Skylab's own rasteriser, so that no test needs a GPU.

use egui::{Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use skylab_raster::Raster;

/// The rasteriser in kittest's terms.
#[derive(Default)]
pub struct Cpu(Raster);

impl TestRenderer for Cpu {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.take_textures(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<image::RgbaImage, String> {
        self.0.paint(ctx, output.shapes.clone()).map_err(|missing| missing.to_string())
    }
}
