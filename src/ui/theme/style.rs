//! A theme in egui's own terms: its style, and the texts in the app's four sizes; no colour is born here.

use egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, RichText, Shadow, Stroke, Style, TextStyle, Vec2, Visuals, vec2};

use super::palette::mix;
use super::{BOLD, CORNER, FOCUS_RING, TARGET, Theme, size, space};

/// The text style of a screen's head.
pub const TITLE: &str = "title";

/// How much accent tints the ground of what is chosen.
pub(super) const CHOSEN_TINT: f32 = 0.10;
/// How much accent tints a button under the pointer, and one held down.
const HOVER_TINT: f32 = 0.06;
const PRESS_TINT: f32 = 0.18;

/// The head of a screen.
pub fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).text_style(TextStyle::Name(TITLE.into()))
}

/// The head of a part.
pub fn heading(text: impl Into<String>) -> RichText {
    RichText::new(text).heading()
}

/// Body text in the bold face.
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(FontFamily::Name(BOLD.into()))
}

/// The bold face of a font, for texts that mix faces.
pub fn bold_of(font: &FontId) -> FontId {
    FontId::new(font.size, FontFamily::Name(BOLD.into()))
}

/// A caption.
pub fn small(text: impl Into<String>) -> RichText {
    RichText::new(text).small()
}

/// A caption that one may skip.
pub fn muted(text: impl Into<String>) -> RichText {
    RichText::new(text).small().weak()
}

/// Code, commands, and numbers that must not dance.
pub fn code(text: impl Into<String>) -> RichText {
    RichText::new(text).monospace()
}

pub(super) fn build(theme: Theme, text_scale: f32, still: bool) -> Style {
    let bold = || FontFamily::Name(BOLD.into());
    let font = |size: f32, family: FontFamily| FontId::new((size * text_scale).round(), family);
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, font(size::SMALL, FontFamily::Proportional)),
            (TextStyle::Body, font(size::BODY, FontFamily::Proportional)),
            (TextStyle::Button, font(size::BODY, FontFamily::Proportional)),
            (TextStyle::Monospace, font(size::BODY, FontFamily::Monospace)),
            (TextStyle::Heading, font(size::HEADING, bold())),
            (TextStyle::Name(TITLE.into()), font(size::TITLE, bold())),
        ]
        .into(),
        visuals: visuals(theme),
        animation_time: if still { 0.0 } else { 0.12 },
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(space::INSIDE);
    spacing.button_padding = vec2(space::BETWEEN, space::GRID);
    spacing.interact_size = Vec2::splat(TARGET);
    spacing.window_margin = Margin::same(space::BETWEEN as i8);
    spacing.menu_margin = Margin::same(space::INSIDE as i8);
    spacing.icon_width = size::HEADING;
    spacing.icon_width_inner = size::HEADING / 2.0;
    spacing.icon_spacing = space::INSIDE;
    spacing.tooltip_width = 360.0;
    // The handle in the text's colour, thinned: egui's own is white on white.
    spacing.scroll = ScrollStyle { foreground_color: true, dormant_handle_opacity: 0.5, ..ScrollStyle::thin() };
    // Selecting text by accident is common, selecting it on purpose is for commands and errors, which ask for it.
    style.interaction.selectable_labels = false;
    style
}

fn visuals(theme: Theme) -> Visuals {
    let p = theme.palette();
    let base = if theme.is_dark() { Visuals::dark() } else { Visuals::light() };
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(if theme.is_dark() { 96 } else { 32 }) };
    let floating = if theme == Theme::Projector { Shadow::NONE } else { shadow };
    Visuals {
        weak_text_color: Some(p.muted),
        widgets: widgets(theme),
        selection: Selection { bg_fill: mix(p.surface, p.accent, CHOSEN_TINT), stroke: Stroke::new(theme.line_width(), p.accent) },
        hyperlink_color: p.accent,
        faint_bg_color: mix(p.surface, p.line, 0.4),
        extreme_bg_color: p.surface,
        text_edit_bg_color: Some(p.surface),
        code_bg_color: mix(p.surface, p.line, 0.5),
        warn_fg_color: p.warning,
        error_fg_color: p.failed,
        window_corner_radius: CornerRadius::same(CORNER),
        window_shadow: floating,
        window_fill: p.raised,
        window_stroke: theme.strong_line(),
        menu_corner_radius: CornerRadius::same(CORNER),
        panel_fill: p.ground,
        popup_shadow: floating,
        slider_trailing_fill: true,
        // nothing moves by itself, so that nothing is drawn while nobody does anything
        text_cursor: TextCursorStyle { blink: false, ..base.text_cursor.clone() },
        ..base
    }
}

fn widgets(theme: Theme) -> Widgets {
    let p = theme.palette();
    let width = theme.line_width();
    let look = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, border),
        corner_radius: CornerRadius::same(CORNER),
        fg_stroke: Stroke::new(width.max(1.5), text),
        expansion: 0.0,
    };
    let tint = |share| mix(p.surface, p.accent, share);
    Widgets {
        noninteractive: WidgetVisuals { fg_stroke: Stroke::new(width, p.text), ..look(p.surface, p.line, p.text) },
        inactive: look(p.surface, p.line_strong, p.text),
        hovered: look(tint(HOVER_TINT), p.accent, p.text),
        // Also what has the keyboard; the ring of `widgets::focus` marks it further out.
        active: WidgetVisuals { bg_stroke: Stroke::new(FOCUS_RING.max(width), p.accent), ..look(tint(PRESS_TINT), p.accent, p.text) },
        open: look(tint(HOVER_TINT), p.line_strong, p.text),
    }
}
