//! The packed fonts and the order in which they are tried; they are the makers' own files, unchanged. What they lack, the system's fonts may have.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// The family of bold text. egui's own `strong` only changes the colour.
pub const BOLD: &str = "bold";

const PRETENDARD: &str = "Pretendard";
const PRETENDARD_BOLD: &str = "Pretendard-Bold";
const NANUM_CODING: &str = "NanumGothicCoding";

pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.insert(PRETENDARD.into(), korean(include_bytes!("../../../assets/fonts/Pretendard-Regular.otf")));
    fonts.font_data.insert(PRETENDARD_BOLD.into(), korean(include_bytes!("../../../assets/fonts/Pretendard-Bold.otf")));
    fonts.font_data.insert(NANUM_CODING.into(), korean(include_bytes!("../../../assets/fonts/NanumGothicCoding-Regular.ttf")));
    let mut family = |family, chain: &[&str]| fonts.families.insert(family, chain.iter().map(|name| (*name).to_owned()).collect());
    // Pretendard lacks box-drawing characters, which the coding font has.
    family(FontFamily::Proportional, &[PRETENDARD, NANUM_CODING]);
    family(FontFamily::Name(BOLD.into()), &[PRETENDARD_BOLD, PRETENDARD, NANUM_CODING]);
    // The coding font comes first: in it a Hangul syllable is exactly two Latin cells, so terminal columns line up.
    family(FontFamily::Monospace, &[NANUM_CODING, PRETENDARD]);
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

    #[test]
    fn every_syllable_and_every_sign_of_the_texts_is_in_the_packed_fonts() {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        let texts = ["가나다", "⌘⌥⇧⏎", "─│┌┐└┘├┤┬┴┼", "←↑→↓", "×÷±≤≥≠≈∞", "₩€£¥", "·…–—‘’“”", "ÀÉÎÕÜßñçø", "αβγ", "Журнал"];
        let syllables = '가'..='힣';
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                for letter in texts.iter().flat_map(|text| text.chars()).chain(syllables.clone()) {
                    for id in [egui::FontId::proportional(16.0), egui::FontId::monospace(16.0)] {
                        assert!(fonts.has_glyph(&id, letter), "{letter} in {id:?}");
                    }
                }
            });
        });
    }
}
