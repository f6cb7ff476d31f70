//! The packed fonts and the order in which they are tried; they are the makers' own files, unchanged.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// The family of bold text. egui's own `strong` only changes the colour.
pub const BOLD: &str = "bold";

const PRETENDARD: &str = "Pretendard";
const PRETENDARD_BOLD: &str = "Pretendard-Bold";
const NANUM_CODING: &str = "NanumGothicCoding";

pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.insert(PRETENDARD.into(), korean(include_bytes!("../../../assets/fonts/Pretendard-Regular.otf")));
    fonts.font_data.insert(PRETENDARD_BOLD.into(), korean(include_bytes!("../../../assets/fonts/Pretendard-Bold.otf")));
    fonts.font_data.insert(NANUM_CODING.into(), korean(include_bytes!("../../../assets/fonts/NanumGothicCoding-Regular.ttf")));

    let builtin = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let chain = |first: &[&str]| first.iter().map(|name| (*name).to_owned()).chain(builtin.iter().cloned()).collect::<Vec<_>>();
    // Pretendard lacks box-drawing characters, which the coding font has.
    fonts.families.insert(FontFamily::Proportional, chain(&[PRETENDARD, NANUM_CODING]));
    fonts.families.insert(FontFamily::Name(BOLD.into()), chain(&[PRETENDARD_BOLD, PRETENDARD, NANUM_CODING]));
    // The coding font comes first: in it a Hangul syllable is exactly two Latin cells, so terminal columns line up.
    fonts.families.insert(FontFamily::Monospace, chain(&[NANUM_CODING, PRETENDARD]));
    fonts
}

fn korean(bytes: &'static [u8]) -> Arc<FontData> {
    // egui would keep up to four bitmaps of each syllable for sub-pixel positions; thousands of syllables need one.
    let tweak = FontTweak { subpixel_binning: Some(false), ..FontTweak::default() };
    Arc::new(FontData::from_static(bytes).tweak(tweak))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(fonts: &mut egui::epaint::FontsView<'_>, text: &str) -> f32 {
        fonts.layout_no_wrap(text.into(), egui::FontId::monospace(16.0), egui::Color32::BLACK).size().x
    }

    #[test]
    fn a_syllable_is_two_cells_wide_in_the_terminal() {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                let (hangul, latin) = (width(fonts, "가나다라마"), width(fonts, "abcdefghij"));
                assert!((hangul - latin).abs() < 0.01, "{hangul} {latin}");
            });
        });
        output.textures_delta.clear();
    }
}
