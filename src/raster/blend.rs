//! The picture being painted and the one way a colour gets onto it; it knows no shapes.

use image::RgbaImage;

use crate::texture::Rgba;

/// Pixels with premultiplied alpha, in rows from the top.
pub(crate) struct Frame {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

impl Frame {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0; 4]; width * height] }
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// The pixels of row `y` from `left` up to, not including, `right`; the caller keeps both inside the frame.
    pub(crate) fn span(&mut self, y: usize, left: usize, right: usize) -> &mut [[u8; 4]] {
        let row = y * self.width;
        &mut self.pixels[row + left..row + right]
    }

    /// Ends the painting. The ground was transparent, so a window that fills its area gives opaque pixels.
    pub(crate) fn into_image(self) -> RgbaImage {
        let (width, height) = (self.width as u32, self.height as u32);
        RgbaImage::from_vec(width, height, self.pixels.into_flattened()).unwrap_or_default()
    }
}

/// Lays `over` on a pixel as egui's GPU backends blend: premultiplied, in gamma space, rounded to bytes each time.
#[inline]
pub(crate) fn blend(pixel: &mut [u8; 4], over: Rgba) {
    let rest = 1.0 - over[3];
    for (below, above) in pixel.iter_mut().zip(over) {
        *below = ((above * 255.0 + f32::from(*below) * rest).clamp(0.0, 255.0) + 0.5) as u8;
    }
}
