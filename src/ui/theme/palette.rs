//! The colours of each theme by what they are for; nothing here depends on egui's own style.

use egui::Color32;

use super::Theme;

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color32,
    /// Cards, fields, the bar.
    pub surface: Color32,
    /// What floats: menus, tooltips, dialogs.
    pub raised: Color32,
    /// Quiet borders and rules.
    pub line: Color32,
    /// Borders that matter.
    pub line_strong: Color32,
    /// What one reads.
    pub text: Color32,
    /// What one may skip.
    pub muted: Color32,
    /// The one accent: links, the chosen thing, focus.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Healthy, drawn as a disc.
    pub ok: Color32,
    /// Needs attention, drawn as a triangle.
    pub warning: Color32,
    /// Broken, drawn as a cross.
    pub failed: Color32,
    /// Not known, drawn as a ring.
    pub unknown: Color32,
    /// The curves of a plot, in order; each also has its own dash or marker.
    pub series: [Color32; 6],
    /// Resource families: compute, storage, database, network, integration, management, containers.
    pub families: [Color32; 7],
}

pub(super) fn of(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
        Theme::Contrast => &CONTRAST,
        Theme::Projector => &PROJECTOR,
    }
}

/// `share` of `b` in `a`, opaque; for tints of the accent on a surface.
pub fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    let part = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Color32::from_rgb(part(a.r(), b.r()), part(a.g(), b.g()), part(a.b(), b.b()))
}

/// What covers all but the circle of the spotlight.
pub fn shade() -> Color32 {
    Color32::from_black_alpha(190)
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// Okabe and Ito's colours, dark enough for a white ground.
const SERIES_ON_WHITE: [Color32; 6] = [hex(0x00_578A), hex(0xA6_3C00), hex(0x00_664B), hex(0x8C_3A6B), hex(0x7A_5200), hex(0x1B_5E7D)];
/// The same family of colours, light enough for a dark ground.
const SERIES_ON_DARK: [Color32; 6] = [hex(0x4A_A3DF), hex(0xE8_7A2E), hex(0x2D_B88E), hex(0xD9_8FB7), hex(0xE6_A532), hex(0x8C_CBF0)];

const FAMILIES_ON_WHITE: [Color32; 7] =
    [hex(0xB4_6A00), hex(0x2E_7D32), hex(0x1F_5FBF), hex(0x6A_3FB5), hex(0xB0_2A6F), hex(0x00_7A7A), hex(0xC2_4A0E)];
const FAMILIES_ON_DARK: [Color32; 7] =
    [hex(0xE5_A93B), hex(0x6F_C276), hex(0x6F_A8F0), hex(0xB0_92F0), hex(0xEB_83B4), hex(0x4F_C3C3), hex(0xF0_8A50)];

static LIGHT: Palette = Palette {
    ground: hex(0xF7_F7F4),
    surface: hex(0xFF_FFFF),
    raised: hex(0xFF_FFFF),
    line: hex(0xE2_E2DC),
    line_strong: hex(0xB9_BBB5),
    text: hex(0x1B_1D20),
    muted: hex(0x5B_6270),
    accent: hex(0x0B_63A5),
    on_accent: hex(0xFF_FFFF),
    ok: hex(0x1F_7A3D),
    warning: hex(0x9A_5B00),
    failed: hex(0xB3_261E),
    unknown: hex(0x6B_7280),
    series: SERIES_ON_WHITE,
    families: FAMILIES_ON_WHITE,
};

static DARK: Palette = Palette {
    ground: hex(0x14_1619),
    surface: hex(0x1B_1E22),
    raised: hex(0x24_282D),
    line: hex(0x2D_3137),
    line_strong: hex(0x4A_5058),
    text: hex(0xE9_EBEE),
    muted: hex(0xA1_A9B4),
    accent: hex(0x5F_B4E8),
    on_accent: hex(0x0E_1114),
    ok: hex(0x58_C27D),
    warning: hex(0xE0_A548),
    failed: hex(0xF2_766B),
    unknown: hex(0x9A_A3AE),
    series: SERIES_ON_DARK,
    families: FAMILIES_ON_DARK,
};

static CONTRAST: Palette = Palette {
    ground: hex(0x00_0000),
    surface: hex(0x00_0000),
    raised: hex(0x0A_0A0A),
    line: hex(0x9A_9A9A),
    line_strong: hex(0xFF_FFFF),
    text: hex(0xFF_FFFF),
    muted: hex(0xE0_E0E0),
    accent: hex(0xFF_D84A),
    on_accent: hex(0x00_0000),
    ok: hex(0x7C_E89B),
    warning: hex(0xFF_C46B),
    failed: hex(0xFF_9A90),
    unknown: hex(0xD0_D0D0),
    series: SERIES_ON_DARK,
    families: FAMILIES_ON_DARK,
};

static PROJECTOR: Palette = Palette {
    ground: hex(0xFF_FFFF),
    surface: hex(0xFF_FFFF),
    raised: hex(0xFF_FFFF),
    line: hex(0x55_5555),
    line_strong: hex(0x00_0000),
    text: hex(0x00_0000),
    muted: hex(0x30_3030),
    accent: hex(0x00_427A),
    on_accent: hex(0xFF_FFFF),
    ok: hex(0x00_561F),
    warning: hex(0x6E_3F00),
    failed: hex(0x8E_0000),
    unknown: hex(0x40_4040),
    series: SERIES_ON_WHITE,
    families: FAMILIES_ON_WHITE,
};
