//! A table of the classes with a bar in each row: one look for what a month cost, what leaving early cost, and what is billed.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use skylab_cloud::s3::StorageClass;

use super::parts::{Fill, cell, fact, fill, small_code, widest};
use crate::ui::{
    View,
    theme::{ICON, muted, space},
    widgets::Icon,
};

/// How high a bar is.
const BAR: f32 = 12.0;
/// The least width of the bars.
const LEAST_BARS: f32 = 72.0;

/// A piece of a bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub amount: f64,
    pub fill: Fill,
    pub color: egui::Color32,
}

/// One class.
pub(super) struct Row {
    pub class: StorageClass,
    /// Facts before the bar.
    pub facts: Vec<String>,
    pub parts: Vec<Part>,
    /// An amount to compare with, as a hollow bar.
    pub beside: Option<f64>,
    /// The number after the bar.
    pub number: String,
    /// A mark and a word after the number.
    pub mark: Option<(Icon, String)>,
    /// How the number comes about.
    pub how: String,
}

/// The table.
pub(super) struct Bars {
    /// Heads of the facts, and of the number.
    pub heads: Vec<String>,
    pub number_head: String,
    pub rows: Vec<Row>,
}

/// Where the columns lie.
struct Columns {
    names: f32,
    facts: Vec<f32>,
    bars: f32,
    number: f32,
    has_words: bool,
}

impl Bars {
    /// Draws it. Where there is little room, the facts give way to the bars, and then the words after the marks.
    pub(super) fn ui(&self, ui: &mut Ui, view: &View<'_>) {
        let tries = [(true, true), (false, true), (false, false)].map(|(facts, words)| self.columns(ui, facts, words));
        let Some(columns) = tries.iter().find(|columns| columns.bars >= LEAST_BARS).or(tries.last()) else { return };
        let line = ui.text_style_height(&egui::TextStyle::Small);
        // on a projector the rows share the height that is there, below them the key
        let shared = (ui.available_height() - space::GROUP - line) / (self.rows.len() as f32 + 1.0);
        let height = if view.presents() { shared.clamp(line, line + space::INSIDE) } else { line + space::INSIDE };
        ui.spacing_mut().item_spacing = vec2(space::INSIDE, 0.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(|ui| {
            cell(ui, columns.names, height, |_| ());
            for (head, width) in self.heads.iter().zip(&columns.facts) {
                cell(ui, *width, height, |ui| ui.label(muted(head.as_str())));
            }
            cell(ui, columns.bars.max(LEAST_BARS), height, |_| ());
            cell(ui, columns.number, height, |ui| ui.label(muted(self.number_head.as_str())));
        });
        for row in &self.rows {
            ui.horizontal(|ui| self.row_ui(ui, view, row, columns, height));
        }
    }

    fn columns(&self, ui: &Ui, has_facts: bool, has_words: bool) -> Columns {
        let names = widest(ui, self.rows.iter().map(|row| small_code(row.class.name())));
        let facts: Vec<f32> = if has_facts { (0..self.heads.len()).map(|n| self.fact_width(ui, n)).collect() } else { Vec::new() };
        let number = widest(ui, self.rows.iter().map(|row| small_code(row.number.as_str())).chain([muted(self.number_head.as_str())]));
        let marks = || self.rows.iter().filter_map(|row| row.mark.as_ref());
        let words = if has_words { widest(ui, marks().map(|(_, word)| muted(word.as_str()))) + space::INSIDE } else { 0.0 };
        let mark = if marks().next().is_some() { ICON + space::INSIDE + words } else { 0.0 };
        let used = names + facts.iter().sum::<f32>() + number + mark + (facts.len() as f32 + 2.0) * space::INSIDE;
        Columns { names, facts, bars: ui.available_width() - used, number, has_words }
    }

    fn row_ui(&self, ui: &mut Ui, view: &View<'_>, row: &Row, columns: &Columns, height: f32) {
        cell(ui, columns.names, height, |ui| ui.label(small_code(row.class.name())));
        for (text, width) in row.facts.iter().zip(&columns.facts) {
            cell(ui, *width, height, |ui| ui.label(fact(text.as_str())));
        }
        self.bar_ui(ui, view, row, vec2(columns.bars.max(LEAST_BARS), height));
        cell(ui, columns.number, height, |ui| ui.label(small_code(row.number.as_str())).on_hover_text(row.how.as_str()));
        let Some((icon, word)) = &row.mark else { return };
        let (rect, mark) = ui.allocate_exact_size(vec2(ICON - space::GRID, height), Sense::hover());
        mark.on_hover_text(word.as_str()).widget_info(|| WidgetInfo::labeled(Role::Image, true, word));
        let square = Rect::from_center_size(rect.center(), egui::Vec2::splat(rect.width()));
        icon.paint(ui.painter(), square, super::lanes::mark_color(view, *icon));
        if columns.has_words {
            ui.label(muted(word.as_str()));
        }
    }

    fn fact_width(&self, ui: &Ui, n: usize) -> f32 {
        let facts = self.rows.iter().filter_map(|row| row.facts.get(n)).map(|text| fact(text.as_str()));
        widest(ui, facts.chain(self.heads.get(n).map(|head| muted(head.as_str()))))
    }

    /// The longest bar of all.
    fn most(&self) -> f64 {
        let longest = |row: &Row| row.parts.iter().map(|part| part.amount).sum::<f64>().max(row.beside.unwrap_or(0.0));
        self.rows.iter().map(longest).fold(0.0, f64::max)
    }

    fn bar_ui(&self, ui: &mut Ui, view: &View<'_>, row: &Row, size: egui::Vec2) {
        let (rect, bar) = ui.allocate_exact_size(size, Sense::hover());
        let told = format!("{}: {}", row.class, row.number);
        bar.on_hover_text(row.how.as_str()).widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
        let most = self.most();
        if most <= 0.0 {
            return;
        }
        let wide = |amount: f64| (amount / most) as f32 * rect.width();
        let mut left = rect.left();
        let top = rect.center().y - BAR / 2.0;
        for part in &row.parts {
            let piece = Rect::from_min_size(pos2(left, top), vec2(wide(part.amount), BAR));
            fill(ui.painter(), view, piece, part.fill, part.color);
            left = piece.right();
        }
        if let Some(beside) = row.beside {
            let piece = Rect::from_min_size(pos2(rect.left(), top - 2.0), vec2(wide(beside), BAR + 4.0));
            fill(ui.painter(), view, piece, Fill::Hollow, view.palette().muted);
        }
    }
}
