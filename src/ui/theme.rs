//! How the app looks: the only place that names a colour or a size; it draws nothing itself.

mod contrast;
mod fonts;
mod palette;
mod style;

pub use contrast::ratio;
pub use fonts::BOLD;
pub use palette::{Palette, mix, shade};
pub use style::{TITLE, bold, bold_of, code, heading, muted, small, title};

use egui::{Context, Stroke, Vec2};

/// The four sizes of text, in points at text scale 1.
pub mod size {
    /// Captions and secondary facts.
    pub const SMALL: f32 = 13.0;
    /// Everything one reads.
    pub const BODY: f32 = 15.0;
    /// The head of a part.
    pub const HEADING: f32 = 19.0;
    /// The head of a screen.
    pub const TITLE: f32 = 26.0;
}

/// Distances on the 4-point grid.
pub mod space {
    /// The grid itself.
    pub const GRID: f32 = 4.0;
    /// Inside a part.
    pub const INSIDE: f32 = 8.0;
    /// Between parts.
    pub const BETWEEN: f32 = 12.0;
    /// Between groups of parts.
    pub const GROUP: f32 = 24.0;
}

/// The radius of every corner.
pub const CORNER: u8 = 6;
/// The smallest side of anything one can click.
pub const TARGET: f32 = 28.0;
/// The width of the ring around what has the keyboard.
pub const FOCUS_RING: f32 = 2.0;
/// The side of a drawn icon.
pub const ICON: f32 = 18.0;

/// Points that the projector profile fits into the window's height, so that body text is 1/23 of it.
const PROJECTOR_HEIGHT: f32 = size::BODY * 23.0;
/// Points that it wants in the width; only screens squarer than 16:10 make the text a little smaller for it.
const PROJECTOR_WIDTH: f32 = PROJECTOR_HEIGHT * 1.6;

/// A whole look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light, for a bright room.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// White and yellow on black, with strong lines, for eyes that need it.
    Contrast,
    /// White ground, strong lines, large type and one part at a time, for a projector.
    Projector,
}

impl Theme {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Contrast, Self::Projector];

    /// The name for `--theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::Projector => "projector",
        }
    }

    /// The theme with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Its colours.
    pub fn palette(self) -> &'static Palette {
        palette::of(self)
    }

    /// Whether light letters stand on a dark ground.
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::Contrast)
    }

    /// The width of lines in points. The projector zooms at least twofold, which makes its lines 3 pixels.
    pub fn line_width(self) -> f32 {
        if self == Self::Projector { 1.5 } else { 1.0 }
    }

    /// The width of curves and wires in points.
    pub fn curve_width(self) -> f32 {
        if self == Self::Projector { 2.5 } else { 2.0 }
    }

    /// The usual thin line.
    pub fn line(self) -> Stroke {
        Stroke::new(self.line_width(), self.palette().line)
    }

    /// A line that must be seen, such as the border of a button.
    pub fn strong_line(self) -> Stroke {
        Stroke::new(self.line_width(), self.palette().line_strong)
    }

    /// The zoom for a window of that many points at zoom 1; only the projector sets one.
    pub fn zoom(self, window: Vec2) -> Option<f32> {
        (self == Self::Projector).then(|| (window.y / PROJECTOR_HEIGHT).min(window.x / PROJECTOR_WIDTH))
    }

    /// Gives the context this look. Cheap enough to do at every change, too dear for every frame.
    ///
    /// `still` takes every movement out that only pleases.
    pub fn apply(self, ctx: &Context, text_scale: f32, still: bool) {
        let style = std::sync::Arc::new(style::build(self, text_scale, still));
        // One look whatever the system prefers: the learner chooses, and pictures stay the same.
        ctx.set_theme(if self.is_dark() { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.set_style_of(egui::Theme::Dark, style.clone());
        ctx.set_style_of(egui::Theme::Light, style);
    }
}

/// Loads the packed fonts; once per context.
pub fn load_fonts(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projector_fits_345_points_into_a_wide_window() {
        for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
            let zoom = Theme::Projector.zoom(Vec2::new(width, height)).expect("the projector zooms");
            assert!(size::BODY * zoom >= height / 23.0 - 0.01);
            assert!(size::SMALL * zoom >= height / 30.0);
            assert!(Theme::Projector.line_width() * zoom >= 3.0);
        }
        assert_eq!(Theme::Light.zoom(Vec2::new(1280.0, 720.0)), None);
    }

    #[test]
    fn every_theme_is_found_by_its_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_name(theme.name()), Some(theme));
        }
    }
}
