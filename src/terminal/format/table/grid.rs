//! Sections of rows drawn one under the other to a common width.

use super::ambiguous::is_ambiguous;
use unicode_width::UnicodeWidthChar;

/// Spaces and a border around a cell.
const PADDING: usize = 4;

/// A title, column headers and rows, moved in by `indent`.
#[derive(Default)]
pub(super) struct Section {
    title: Option<String>,
    indent: usize,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    n_columns: Option<usize>,
    /// Display width of the widest cell of each column.
    widths: Vec<usize>,
}

/// All sections of a table.
#[derive(Default)]
pub(super) struct Grid {
    pub sections: Vec<Section>,
}

/// Columns that a terminal needs for a text. As in the CLI, what East Asian fonts draw wide counts two, and anything else one.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.width() == Some(2) || is_ambiguous(c) { 2 } else { 1 }).sum()
}

impl Section {
    pub fn new(title: Option<&str>, indent: usize) -> Self {
        Self { title: title.map(str::to_owned), indent, ..Self::default() }
    }

    pub fn add_headers(&mut self, headers: Vec<String>) -> Result<(), String> {
        self.widen(&headers)?;
        self.n_columns.get_or_insert(headers.len());
        self.headers = headers;
        Ok(())
    }

    pub fn add_row(&mut self, row: Vec<String>) -> Result<(), String> {
        let wanted = *self.n_columns.get_or_insert(row.len());
        if row.len() != wanted {
            return Err(format!("Row should have {wanted} elements, instead it has {}", row.len()));
        }
        self.widen(&row)?;
        self.rows.push(row);
        Ok(())
    }

    fn widen(&mut self, cells: &[String]) -> Result<(), String> {
        if self.widths.is_empty() {
            self.widths = vec![0; cells.len()];
        }
        for (i, cell) in cells.iter().enumerate() {
            let widest = self.widths.get_mut(i).ok_or("list index out of range")?;
            *widest = (*widest).max(width(cell));
        }
        Ok(())
    }

    /// Width with borders, as if the section stood alone.
    fn total_width(&self) -> usize {
        // A section without a title is titled `None`, which Python measures.
        let title = self.title.as_deref().map_or(4, width);
        let cells: usize = self.widths.iter().map(|w| w + PADDING).sum();
        title.max(cells) + 2 + 2 * self.indent
    }

    /// Column widths stretched to fill `total`.
    fn column_widths(&self, total: usize) -> Vec<usize> {
        let natural: Vec<usize> = self.widths.iter().map(|w| w + PADDING).collect();
        let factor = total as f64 / natural.iter().sum::<usize>() as f64;
        let mut widths: Vec<usize> = natural.iter().map(|&w| (factor * w as f64).round_ties_even() as usize).collect();
        let n = widths.len();
        // Rounding leaves a few columns too many, taken from the left, or too few, given to the right.
        let mut turn = 0;
        while n > 0 && widths.iter().sum::<usize>() > total {
            widths[turn % n] -= 1;
            turn += 1;
        }
        while n > 0 && widths.iter().sum::<usize>() < total {
            widths[n - 1 - turn % n] += 1;
            turn += 1;
        }
        widths
    }

    /// A single row becomes a column of names and a column of values.
    fn turned(&mut self) {
        if let ([row], false) = (&*self.rows, self.headers.is_empty()) {
            let mut turned = Self::new(self.title.as_deref(), self.indent);
            for (header, cell) in self.headers.iter().zip(row) {
                turned.rows.push(vec![header.clone(), cell.clone()]);
            }
            let widest = |i: usize| turned.rows.iter().map(|row| width(&row[i])).max().unwrap_or_default();
            turned.widths = vec![widest(0), widest(1)];
            *self = turned;
        }
    }

    fn draw(&self, total: usize, out: &mut String) {
        let total = total - 2 * self.indent;
        let edge = "|".repeat(self.indent);
        let mut line = |text: &str| {
            for piece in [&edge, text, &edge, "\n"] {
                out.push_str(piece);
            }
        };
        if let Some(title) = self.title.as_deref().filter(|title| !title.is_empty()) {
            line(&centred(title, total, "|"));
            if self.headers.is_empty() && self.rows.is_empty() {
                line(&format!("+{}+", "-".repeat(total - 2)));
            }
        }
        let widths = self.column_widths(total);
        let rule: String = std::iter::once("+".to_owned())
            .chain(widths.iter().enumerate().map(|(i, w)| "-".repeat(w - if i == 0 { 2 } else { 1 }) + "+"))
            .collect();
        if !self.headers.is_empty() {
            line(&rule);
            line(&self.headers.iter().zip(&widths).enumerate().map(|(i, (cell, w))| centred(cell, *w, left_edge(i))).collect::<String>());
        }
        if self.rows.is_empty() || widths.is_empty() {
            return;
        }
        line(&rule);
        for row in &self.rows {
            line(&row.iter().zip(&widths).enumerate().map(|(i, (cell, w))| left_aligned(cell, *w, left_edge(i))).collect::<String>());
        }
        line(&rule);
    }
}

/// Only the first cell of a line has a left border.
fn left_edge(column: usize) -> &'static str {
    if column == 0 { "|" } else { "" }
}

fn centred(text: &str, total: usize, left: &str) -> String {
    let before = (total / 2).saturating_sub(width(text) / 2 + 1);
    let after = total.saturating_sub(1 + left.len() + before + width(text));
    format!("{left}{}{text}{}|", " ".repeat(before), " ".repeat(after))
}

fn left_aligned(text: &str, total: usize, left: &str) -> String {
    let free = total.saturating_sub(width(text) + left.len() + 1);
    let before = if free >= 2 { 2 } else { 0 };
    format!("{left}{}{text}{}|", " ".repeat(before), " ".repeat(free - before))
}

impl Grid {
    /// The section in progress.
    pub fn current(&mut self) -> &mut Section {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    /// Draws everything; what does not fit into `columns` has its single rows turned.
    pub fn draw(mut self, columns: usize) -> String {
        let widest = |sections: &[Section]| sections.iter().map(Section::total_width).max().unwrap_or_default();
        if widest(&self.sections) > columns {
            self.sections.iter_mut().for_each(Section::turned);
        }
        let total = widest(&self.sections);
        let mut out = "-".repeat(total) + "\n";
        self.sections.iter().for_each(|section| section.draw(total, &mut out));
        out
    }
}
