//! The rows of the trail as a list: only those on the screen are laid out. What a click does is the trail's.

use std::sync::Arc;

use egui::{Align2, Color32, FontId, Galley, Pos2, Rect, Role, ScrollArea, Sense, TextStyle, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::rows::{Answer, Row};
use crate::i18n::format;
use crate::ui::View;
use crate::ui::theme::{ICON, TARGET, space};
use crate::ui::widgets::{Icon, card, follow_keyboard};

/// From this width on, a row is one line.
const ONE_LINE_WIDTH: f32 = 860.0;
/// Shares of what sign and time leave of a line: what, on what, who; the rest is the answer's.
const SHARES: [f32; 3] = [0.48, 0.28, 0.10];
/// The share of a second line that the answer may take.
const ANSWER_SHARE: f32 = 0.45;
/// Most letters of a text that are laid out.
const MAX_LETTERS: usize = 400;

/// Which end of a text goes if it does not fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    End,
    Middle,
}

/// Fonts and heights, the same for all rows.
struct Look {
    body: FontId,
    small: FontId,
    one_line: bool,
    time_width: f32,
}

/// Draws the list in a card of that size. Gives the row that was clicked.
pub(super) fn ui<'a>(ui: &mut Ui, view: &View<'_>, rows: &[Row<'a>], chosen: Option<usize>, size: Vec2) -> Option<Row<'a>> {
    let mut clicked = None;
    card(ui, view.theme, None, |ui| {
        let inner = size - Vec2::splat(2.0 * space::BETWEEN + 2.0 * view.theme.line_width());
        ui.set_width(inner.x);
        ui.spacing_mut().item_spacing.y = 0.0;
        let look = Look::new(ui, view, rows, inner.x);
        let height = look.row_height(ui);
        let area = ScrollArea::vertical().id_salt("events").max_height(inner.y).auto_shrink([false, false]);
        area.show_rows(ui, height, rows.len(), |ui, range| {
            for row in &rows[range] {
                if row_ui(ui, view, &look, row, height, chosen == Some(row.index)) {
                    clicked = Some(*row);
                }
            }
            follow_keyboard(ui);
        });
    });
    clicked
}

impl Look {
    fn new(ui: &Ui, view: &View<'_>, rows: &[Row<'_>], width: f32) -> Self {
        let font = |style: TextStyle| style.resolve(ui.style());
        let (body, small) = (font(TextStyle::Body), font(TextStyle::Small));
        // every date is as wide as every other one; rows later in the run come first
        let width_of = |row: &Row<'_>| layout(ui, time(view, row), &small, Color32::PLACEHOLDER).size().x;
        let ends = [rows.first(), rows.last()];
        let time_width = ends.into_iter().flatten().map(width_of).fold(0.0, f32::max) + space::INSIDE;
        Self { body, small, one_line: width >= ONE_LINE_WIDTH, time_width }
    }

    fn row_height(&self, ui: &Ui) -> f32 {
        let [body, small] = [TextStyle::Body, TextStyle::Small].map(|style| ui.text_style_height(&style));
        let height = if self.one_line { body + 2.0 * space::GRID } else { body + small + 3.0 * space::GRID };
        height.max(TARGET).round()
    }
}

fn time(view: &View<'_>, row: &Row<'_>) -> String {
    let shown = format::date_time(row.event.at.millis().div_euclid(1_000));
    if row.is_later { view.tr_with("trail-time-later", &[("time", shown.into())]) } else { shown }
}

/// The sign and the word of an answer.
pub(super) fn answer(view: &View<'_>, row: &Row<'_>) -> (Icon, Color32, String) {
    let palette = view.palette();
    match row.answer() {
        Answer::Ok => (Icon::Ok, palette.ok, view.tr("trail-ok")),
        Answer::Refused(code) => (Icon::Failed, palette.failed, code.to_owned()),
        Answer::Happened => (Icon::Reset, palette.accent, view.tr("trail-by-itself")),
        Answer::Fault => (Icon::Warning, palette.warning, view.tr("trail-fault")),
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, look: &Look, row: &Row<'_>, height: f32, is_chosen: bool) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("event", row.index)), Sense::click());
    let (icon, color, word) = answer(view, row);
    let texts = Texts { time: time(view, row), what: row.what(view), on: row.on(), who: row.who(view), answer: word };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, texts.told()));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let (palette, visuals) = (view.palette(), ui.visuals());
    if is_chosen || response.hovered() {
        let fill = if is_chosen { visuals.selection.bg_fill } else { visuals.widgets.hovered.bg_fill };
        ui.painter().rect_filled(rect, 0.0, fill);
    }
    if is_chosen {
        let mark = Rect::from_min_size(rect.min, vec2(space::GRID, rect.height()));
        ui.painter().rect_filled(mark, 0.0, palette.accent);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), view.theme.line());
    let muted = |color: Color32| if row.is_later { palette.muted } else { color };
    let sign = if row.is_later { palette.unknown } else { color };
    let line = Line { ui, palette_text: muted(palette.text), palette_muted: palette.muted, answer: muted(color), sign: (icon, sign) };
    let inside = rect.shrink2(vec2(space::INSIDE, 0.0));
    if look.one_line {
        line.one(look, inside, &texts);
    } else {
        line.two(look, inside, &texts);
    }
    response.on_hover_text(texts.told()).clicked()
}

/// The words of a row.
struct Texts {
    time: String,
    what: String,
    on: String,
    who: String,
    answer: String,
}

impl Texts {
    /// All of them, as read aloud.
    fn told(&self) -> String {
        let parts = [&self.time, &self.who, &self.what, &self.on, &self.answer];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Paints the words of one row.
struct Line<'u> {
    ui: &'u Ui,
    palette_text: Color32,
    palette_muted: Color32,
    answer: Color32,
    sign: (Icon, Color32),
}

impl Line<'_> {
    /// Sign, time, what, on what, who, answer.
    fn one(&self, look: &Look, rect: Rect, texts: &Texts) {
        let y = rect.center().y;
        let mut x = self.sign(rect.left(), y);
        self.left(pos2(x, y), look.time_width, &look.small, self.palette_muted, (&texts.time, Cut::End));
        x += look.time_width;
        let room = rect.right() - x;
        let texts_of_line: [(&str, Cut, Color32); 3] = [
            (&texts.what, Cut::End, self.palette_text),
            (&texts.on, Cut::Middle, self.palette_muted),
            (&texts.who, Cut::End, self.palette_muted),
        ];
        for (share, (text, cut, color)) in SHARES.into_iter().zip(texts_of_line) {
            self.left(pos2(x, y), room * share - space::BETWEEN, &look.body, color, (text, cut));
            x += room * share;
        }
        self.left(pos2(x, y), rect.right() - x, &look.small, self.answer, (&texts.answer, Cut::End));
    }

    /// Above: sign, what, time; below: who, on what, answer.
    fn two(&self, look: &Look, rect: Rect, texts: &Texts) {
        let above = rect.top() + rect.height() * 0.32;
        let below = rect.top() + rect.height() * 0.72;
        let x = self.sign(rect.left(), above);
        let time = fitted(self.ui, &texts.time, &look.small, self.palette_muted, (look.time_width, Cut::End));
        let time_x = rect.right() - time.size().x;
        self.put(pos2(time_x, above), time, self.palette_muted);
        self.left(pos2(x, above), time_x - x - space::BETWEEN, &look.body, self.palette_text, (&texts.what, Cut::End));
        let answer = fitted(self.ui, &texts.answer, &look.small, self.answer, ((rect.right() - x) * ANSWER_SHARE, Cut::End));
        let answer_x = rect.right() - answer.size().x;
        self.put(pos2(answer_x, below), answer, self.answer);
        let whom: Vec<&str> = [&texts.who, &texts.on].into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        self.left(pos2(x, below), answer_x - x - space::BETWEEN, &look.small, self.palette_muted, (&whom.join(" · "), Cut::Middle));
    }

    /// Gives where the text behind the sign begins.
    fn sign(&self, x: f32, y: f32) -> f32 {
        let side = ICON * 0.8;
        let rect = Rect::from_center_size(pos2(x + ICON / 2.0, y), Vec2::splat(side));
        self.sign.0.paint(self.ui.painter(), rect, self.sign.1);
        x + ICON + space::INSIDE
    }

    fn left(&self, at: Pos2, width: f32, font: &FontId, color: Color32, (text, cut): (&str, Cut)) {
        let galley = fitted(self.ui, text, font, color, (width, cut));
        self.put(at, galley, color);
    }

    /// Puts a text with the middle of its left side there.
    fn put(&self, at: Pos2, galley: Arc<Galley>, color: Color32) {
        let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size());
        self.ui.painter().galley(rect.min, galley, color);
    }
}

fn layout(ui: &Ui, text: String, font: &FontId, color: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text, font.clone(), color)
}

/// As much of a text as fits into a width.
fn fitted(ui: &Ui, text: &str, font: &FontId, color: Color32, (width, cut): (f32, Cut)) -> Arc<Galley> {
    let letters: Vec<char> = text.chars().take(MAX_LETTERS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let whole = layout(ui, letters.iter().collect(), font, color);
    if whole.size().x <= width {
        return whole;
    }
    let (mut fits, mut too_many) = (0, letters.len());
    while fits + 1 < too_many {
        let n = usize::midpoint(fits, too_many);
        if layout(ui, shortened(&letters, n, cut), font, color).size().x <= width { fits = n } else { too_many = n }
    }
    layout(ui, shortened(&letters, fits, cut), font, color)
}

/// `n` letters of a text with the sign that some are missing.
fn shortened(letters: &[char], n: usize, cut: Cut) -> String {
    let at_end = if cut == Cut::Middle { n / 2 } else { 0 };
    let head = letters.iter().take(n - at_end);
    let tail = letters.iter().skip(letters.len() - at_end);
    head.chain(&['…']).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_key_keeps_its_bucket_and_its_last_letters() {
        let letters: Vec<char> = "logs/app/2026-01/15/00000042".chars().collect();
        assert_eq!(shortened(&letters, 12, Cut::Middle), "logs/a…000042");
        assert_eq!(shortened(&letters, 6, Cut::End), "logs/a…");
        assert_eq!(shortened(&letters, 0, Cut::Middle), "…");
    }
}
