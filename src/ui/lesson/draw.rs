//! The blocks of a lesson as they are drawn; reading them is `blocks`' matter.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Stroke, TextStyle, Ui, vec2};

use super::blocks::{Block, Piece, Style};
use crate::ui::theme::{CORNER, bold, bold_of, mix, space};
use crate::ui::{View, figures};

/// The share of accent in the ground of the "since then" box.
const TINT: f32 = 0.08;
/// The indent of points.
const INDENT: f32 = 16.0;
/// The radius of a point's dot.
const DOT: f32 = 2.5;

/// Draws one block.
pub(super) fn ui(ui: &mut Ui, view: &View<'_>, block: &Block) {
    match block {
        Block::Heading(pieces) => {
            let words: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            ui.label(crate::ui::theme::heading(words));
        }
        Block::Paragraph(pieces) => words_ui(ui, pieces),
        Block::Points(points) => points.iter().for_each(|point| point_ui(ui, point)),
        Block::Table(head, rows) => table_ui(ui, view, head, rows),
        Block::Figure { name, alt } => figures::ui(ui, view, name, alt),
        Block::Since(paragraphs) => since_ui(ui, view, paragraphs),
    }
}

fn words_ui(ui: &mut Ui, pieces: &[Piece]) {
    let width = ui.available_width();
    ui.add(Label::new(job(ui, pieces, width)).wrap());
}

fn job(ui: &Ui, pieces: &[Piece], width: f32) -> LayoutJob {
    let body = TextStyle::Body.resolve(ui.style());
    let code = TextStyle::Monospace.resolve(ui.style());
    let color = ui.visuals().text_color();
    let mut job = LayoutJob { wrap: egui::text::TextWrapping { max_width: width, ..Default::default() }, ..Default::default() };
    for piece in pieces {
        let font = match piece.style {
            Style::Plain => body.clone(),
            Style::Bold => bold_of(&body),
            Style::Code => code.clone(),
        };
        job.append(&piece.text, 0.0, TextFormat { font_id: font, color, ..Default::default() });
    }
    job
}

fn point_ui(ui: &mut Ui, pieces: &[Piece]) {
    ui.horizontal_top(|ui| {
        let height = ui.text_style_height(&TextStyle::Body);
        let (rect, _) = ui.allocate_exact_size(vec2(INDENT - ui.spacing().item_spacing.x.min(INDENT), height), egui::Sense::hover());
        ui.painter().circle_filled(rect.center(), DOT, ui.visuals().text_color());
        ui.vertical(|ui| words_ui(ui, pieces));
    });
}

/// Columns of equal width, so that both languages keep their shape.
fn table_ui(ui: &mut Ui, view: &View<'_>, head: &[Vec<Piece>], rows: &[Vec<Vec<Piece>>]) {
    let n_columns = head.len().max(1);
    let gap = space::INSIDE;
    let width = (ui.available_width() - gap * (n_columns - 1) as f32) / n_columns as f32;
    let line = view.theme.line();
    let row_ui = |ui: &mut Ui, cells: &[Vec<Piece>], is_head: bool| {
        let row = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for cell in cells {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    if is_head {
                        let words: String = cell.iter().map(|piece| piece.text.as_str()).collect();
                        ui.add(Label::new(bold(words)).wrap());
                    } else {
                        words_ui(ui, cell);
                    }
                });
            }
        });
        let rect = row.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() + space::GRID / 2.0, line);
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::GRID;
        row_ui(ui, head, true);
        for row in rows {
            row_ui(ui, row, false);
        }
    });
}

fn since_ui(ui: &mut Ui, view: &View<'_>, paragraphs: &[Vec<Piece>]) {
    let palette = view.palette();
    Frame::new()
        .fill(mix(palette.surface, palette.accent, TINT))
        .stroke(Stroke::new(view.theme.line_width(), mix(palette.surface, palette.accent, 0.4)))
        .corner_radius(CornerRadius::same(CORNER))
        .inner_margin(Margin::same(space::BETWEEN as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::GRID;
            ui.label(bold(view.tr("lesson-since")));
            paragraphs.iter().for_each(|pieces| words_ui(ui, pieces));
        });
}
