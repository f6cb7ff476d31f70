//! The contrast of two colours as WCAG 2 counts it, and the proof that every theme has enough; it changes no colour.

use egui::Color32;

/// From 1 (the same) to 21 (black on white).
pub fn ratio(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Color32) -> f32 {
    let [r, g, b, _] = egui::Rgba::from(color).to_array();
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::ratio;
    use crate::ui::theme::{Theme, mix};
    use egui::Color32;

    #[test]
    fn black_on_white_is_twenty_one() {
        assert!((ratio(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    }

    #[test]
    fn every_text_colour_can_be_read_on_every_ground() {
        for theme in Theme::ALL {
            let p = theme.palette();
            let least = if matches!(theme, Theme::Projector | Theme::Contrast) { 7.0 } else { 4.5 };
            let chosen = mix(p.surface, p.accent, crate::ui::theme::style::CHOSEN_TINT);
            for (ground_name, ground) in [("ground", p.ground), ("surface", p.surface), ("raised", p.raised), ("chosen", chosen)] {
                for (name, color) in [("text", p.text), ("muted", p.muted), ("accent", p.accent)] {
                    if (name, ground_name) == ("muted", "chosen") {
                        continue; // what is chosen is written in the text colour
                    }
                    assert!(ratio(color, ground) >= least, "{theme:?}: {name} on {ground_name} {}", ratio(color, ground));
                }
            }
            for (name, color) in [("ok", p.ok), ("warning", p.warning), ("failed", p.failed), ("unknown", p.unknown)] {
                assert!(ratio(color, p.surface) >= least, "{theme:?}: {name} {}", ratio(color, p.surface));
            }
            assert!(ratio(p.on_accent, p.accent) >= least, "{theme:?}: on accent");
        }
    }

    #[test]
    fn every_curve_stands_out_from_its_ground() {
        for theme in Theme::ALL {
            let p = theme.palette();
            for (n, color) in p.series.iter().chain(&p.families).enumerate() {
                let least = if n < p.series.len() { 4.5 } else { 3.0 };
                assert!(ratio(*color, p.surface) >= least, "{theme:?}: colour {n} {}", ratio(*color, p.surface));
            }
        }
    }
}
