//! The blocks of a lesson as they are drawn; reading them is `blocks`' matter.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, CornerRadius, Frame, Label, Layout, Margin, Stroke, TextStyle, Ui, vec2};

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

/// A text with `code` in it, as questions and hints have it, in one of the text styles.
pub fn inline(ui: &Ui, text: &str, style: &TextStyle, color: Color32, width: f32) -> LayoutJob {
    let odd_is_code =
        |(n, part): (usize, &str)| Piece { text: part.to_owned(), style: if n % 2 == 1 { Style::Code } else { Style::Plain } };
    let pieces: Vec<Piece> = text.split('`').enumerate().map(odd_is_code).filter(|piece| !piece.text.is_empty()).collect();
    styled(ui, &pieces, style, color, width)
}

fn job(ui: &Ui, pieces: &[Piece], width: f32) -> LayoutJob {
    styled(ui, pieces, &TextStyle::Body, ui.visuals().text_color(), width)
}

fn styled(ui: &Ui, pieces: &[Piece], style: &TextStyle, color: Color32, width: f32) -> LayoutJob {
    let body = style.resolve(ui.style());
    let code = egui::FontId { size: body.size, ..TextStyle::Monospace.resolve(ui.style()) };
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

/// Each column as wide as its words need; where there is no room for that, the widest give way first.
fn table_ui(ui: &mut Ui, view: &View<'_>, head: &[Vec<Piece>], rows: &[Vec<Vec<Piece>>]) {
    let n_columns = head.len().max(1);
    let gap = space::BETWEEN;
    let room = ui.available_width() - gap * (n_columns - 1) as f32;
    let widths = column_widths(ui, head, rows, room);
    let line = view.theme.line();
    let row_ui = |ui: &mut Ui, cells: &[Vec<Piece>], is_head: bool| {
        let row = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (cell, width) in cells.iter().zip(widths.iter().copied()) {
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

/// The widths of a table's columns in all of `room`.
fn column_widths(ui: &Ui, head: &[Vec<Piece>], rows: &[Vec<Vec<Piece>>], room: f32) -> Vec<f32> {
    let body = TextStyle::Body.resolve(ui.style());
    let width = |text: &str, font: &egui::FontId| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x;
    let font = |piece: &Piece, is_head: bool| match piece.style {
        Style::Code => TextStyle::Monospace.resolve(ui.style()),
        Style::Plain if !is_head => body.clone(),
        _ => bold_of(&body),
    };
    let needs = |cell: &[Piece], is_head: bool| {
        let whole: f32 = cell.iter().map(|piece| width(&piece.text, &font(piece, is_head))).sum();
        let words = cell.iter().flat_map(|piece| piece.text.split_whitespace().map(move |word| width(word, &font(piece, is_head))));
        (whole.ceil() + 1.0, words.fold(0.0, f32::max).ceil() + 1.0)
    };
    let columns = (0..head.len()).map(|n| {
        let cells = rows.iter().filter_map(|row| row.get(n)).map(|cell| needs(cell, false));
        cells.fold(needs(&head[n], true), |(whole, word), cell| (whole.max(cell.0), word.max(cell.1)))
    });
    let columns: Vec<(f32, f32)> = columns.collect();
    shared(&columns, room)
}

/// Shares `room` among columns that would like one width and need another at least.
fn shared(columns: &[(f32, f32)], room: f32) -> Vec<f32> {
    let (liked, needed) = columns.iter().fold((0.0, 0.0), |(liked, needed), (like, need)| (liked + like, needed + need));
    if liked <= room {
        let more = (room - liked) / columns.len().max(1) as f32;
        return columns.iter().map(|(like, _)| like + more).collect();
    }
    if needed >= room {
        return columns.iter().map(|(_, need)| need * room / needed.max(1.0)).collect();
    }
    let share = (room - needed) / (liked - needed).max(1.0);
    columns.iter().map(|(like, need)| need + (like - need) * share).collect()
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
            for pieces in paragraphs {
                words_ui(ui, pieces);
            }
        });
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn columns_take_what_they_need_and_together_all_the_room() {
        for room in [60.0, 150.0, 400.0] {
            let widths = shared(&[(100.0, 40.0), (50.0, 50.0), (60.0, 20.0)], room);
            assert!((widths.iter().sum::<f32>() - room).abs() < 0.01, "{widths:?}");
        }
        assert_eq!(shared(&[(100.0, 40.0), (50.0, 50.0)], 120.0), [70.0, 50.0]);
        assert_eq!(shared(&[(10.0, 10.0), (30.0, 10.0)], 60.0), [20.0, 40.0]);
    }
}
