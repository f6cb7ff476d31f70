//! The textures egui has handed over, and reading a colour from one; it never decodes image files.

use std::collections::BTreeMap;

use egui::epaint::textures::{TextureFilter, TextureOptions, TexturesDelta};
use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, Pos2, TextureId};

/// A colour with premultiplied alpha in gamma space, each part from 0 to 1, as egui's own shaders use it.
pub(crate) type Rgba = [f32; 4];

/// All textures alive, by egui's id.
#[derive(Default)]
pub(crate) struct TextureStore {
    textures: BTreeMap<TextureKey, Texture>,
}

/// `TextureId` has no order, so the map needs a key that has one.
type TextureKey = (bool, u64);

fn key(id: TextureId) -> TextureKey {
    match id {
        TextureId::Managed(n) => (false, n),
        TextureId::User(n) => (true, n),
    }
}

impl TextureStore {
    #[expect(clippy::iter_over_hash_type, reason = "textures are independent, so the order cannot show in the picture")]
    pub(crate) fn take(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.change(id, &change);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&key(id));
        }
    }

    pub(crate) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.textures.get(&key(id))
    }

    fn change(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        match change.pos {
            None => {
                let texture = Texture { size: image.size, pixels: image.pixels.clone(), options: change.options };
                self.textures.insert(key(id), texture);
            }
            Some(at) => {
                if let Some(texture) = self.textures.get_mut(&key(id)) {
                    texture.patch(at, image.size, &image.pixels);
                }
            }
        }
    }
}

/// One texture as egui sent it.
pub(crate) struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// Replaces a rectangle of the texture; rows that would lie outside are dropped.
    fn patch(&mut self, [left, top]: [usize; 2], [width, height]: [usize; 2], pixels: &[Color32]) {
        for (row, line) in pixels.chunks_exact(width.max(1)).take(height).enumerate() {
            let start = (top + row) * self.size[0] + left;
            if let Some(target) = self.pixels.get_mut(start..start + width) {
                target.copy_from_slice(line);
            }
        }
    }

    /// The colour at `uv` (0 to 1 across the whole texture), filtered as the texture asks for.
    pub(crate) fn sample(&self, uv: Pos2) -> Rgba {
        let (x, y) = (uv.x * self.size[0] as f32, uv.y * self.size[1] as f32);
        if self.options.magnification == TextureFilter::Nearest {
            return self.texel(x.floor() as i64, y.floor() as i64);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_part, lower_part) = (x - left, y - top);
        let (left, top) = (left as i64, top as i64);
        let upper = mix(self.texel(left, top), self.texel(left + 1, top), right_part);
        let lower = mix(self.texel(left, top + 1), self.texel(left + 1, top + 1), right_part);
        mix(upper, lower, lower_part)
    }

    /// One pixel of the texture; beyond the edge, the edge's own.
    fn texel(&self, x: i64, y: i64) -> Rgba {
        let [width, height] = self.size;
        let x = x.clamp(0, width as i64 - 1) as usize;
        let y = y.clamp(0, height as i64 - 1) as usize;
        self.pixels.get(y * width + x).map_or([0.0; 4], |pixel| pixel.to_array().map(|part| f32::from(part) / 255.0))
    }
}

fn mix(a: Rgba, b: Rgba, part_of_b: f32) -> Rgba {
    std::array::from_fn(|k| a[k] + (b[k] - a[k]) * part_of_b)
}
