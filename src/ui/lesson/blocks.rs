//! Markdown as blocks of styled pieces: paragraphs, lists, tables, figures and the "since then" box. It draws nothing.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As usual.
    #[default]
    Plain,
    /// In the bold face.
    Bold,
    /// In the monospace face.
    Code,
}

/// Some words in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
}

/// One part of a lesson, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The head of a part.
    Heading(Vec<Piece>),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// Points, each a paragraph.
    Points(Vec<Vec<Piece>>),
    /// A table: its head, and its rows of cells.
    Table(Vec<Vec<Piece>>, Vec<Vec<Vec<Piece>>>),
    /// A drawn figure by its name, and what it shows in words.
    Figure {
        /// Such as `version-stack`.
        name: String,
        /// For those who cannot see it.
        alt: String,
    },
    /// What has changed since 2024.
    Since(Vec<Vec<Piece>>),
}

/// The mark that makes a quotation the "since then" box.
const SINCE: &str = "[!since]";
/// What an image's address begins with if it is a drawn figure.
const FIGURE: &str = "figure:";
/// Keeps a closing `**` away from a Hangul letter without being seen; Markdown would not take it as a mark otherwise.
const NOTHING: &str = "&#8203;";

/// Reads a lesson.
pub fn read(markdown: &str) -> Vec<Block> {
    let text = loosen(markdown);
    let mut reader = Reader::default();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

/// Puts nothing between a mark of boldness and the letter after it, so that Korean particles may follow a bracket in bold.
fn loosen(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    let mut opens = true;
    while let Some(at) = rest.find("**") {
        let (before, after) = (&rest[..at], &rest[at + 2..]);
        text.push_str(before);
        if opens {
            if before.ends_with(is_hangul) {
                text.push_str(NOTHING);
            }
            text.push_str("**");
        } else {
            text.push_str("**");
            if after.starts_with(is_hangul) {
                text.push_str(NOTHING);
            }
        }
        opens = !opens;
        rest = after;
    }
    text + rest
}

fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

/// Collects pieces until the block they belong to ends.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    bold: bool,
    points: Option<Vec<Vec<Piece>>>,
    quoted: Option<Vec<Vec<Piece>>>,
    head: Vec<Vec<Piece>>,
    rows: Vec<Vec<Vec<Piece>>>,
    cells: Vec<Vec<Piece>>,
    figure: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.push(&text, if self.bold { Style::Bold } else { Style::Plain }),
            Event::Code(text) => self.push(&text, Style::Code),
            Event::SoftBreak | Event::HardBreak => self.push(" ", Style::Plain),
            Event::Start(Tag::Strong) => self.bold = true,
            Event::End(TagEnd::Strong) => self.bold = false,
            Event::Start(Tag::List(_)) => self.points = Some(Vec::new()),
            Event::Start(Tag::BlockQuote(_)) => self.quoted = Some(Vec::new()),
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.pieces.clear();
                self.figure = Some(dest_url.trim_start_matches(FIGURE).to_owned());
            }
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        match self.pieces.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.pieces.push(Piece { text: text.to_owned(), style }),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => {
                let pieces = std::mem::take(&mut self.pieces);
                self.blocks.push(Block::Heading(pieces));
            }
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Item => {
                let pieces = std::mem::take(&mut self.pieces);
                if let Some(points) = self.points.as_mut().filter(|_| !pieces.is_empty()) {
                    points.push(pieces);
                }
            }
            TagEnd::List(_) => self.blocks.extend(self.points.take().map(Block::Points)),
            TagEnd::BlockQuote(_) => self.blocks.extend(self.quoted.take().map(Block::Since)),
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.pieces)),
            TagEnd::TableHead => self.head = std::mem::take(&mut self.cells),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.cells)),
            TagEnd::Table => self.blocks.push(Block::Table(std::mem::take(&mut self.head), std::mem::take(&mut self.rows))),
            TagEnd::Image => {
                let alt = self.pieces.drain(..).map(|piece| piece.text).collect();
                self.blocks.extend(self.figure.take().map(|name| Block::Figure { name, alt }));
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let mut pieces = std::mem::take(&mut self.pieces);
        if let Some(first) = pieces.first_mut().filter(|_| self.quoted.is_some()) {
            first.text = first.text.trim_start().trim_start_matches(SINCE).trim_start().to_owned();
        }
        pieces.retain(|piece| !piece.text.is_empty());
        if pieces.is_empty() {
            return;
        }
        match (&mut self.points, &mut self.quoted) {
            (Some(points), _) => points.push(pieces),
            (None, Some(quoted)) => quoted.push(pieces),
            (None, None) => self.blocks.push(Block::Paragraph(pieces)),
        }
    }
}

/// Makes every word of a block longer, as the pseudo-language does.
pub(super) fn lengthen(block: &mut Block) {
    let all = |pieces: &mut Vec<Piece>| {
        for piece in pieces.iter_mut().filter(|piece| piece.style != Style::Code) {
            piece.text = crate::i18n::lengthened(&piece.text);
        }
    };
    match block {
        Block::Heading(pieces) | Block::Paragraph(pieces) => all(pieces),
        Block::Points(points) | Block::Since(points) => points.iter_mut().for_each(all),
        Block::Table(head, rows) => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(all),
        Block::Figure { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn korean_particles_may_follow_bold_words_that_end_in_a_bracket() {
        for text in ["**VPC(가상)**는 길", "**중요:**다음", "`aws`와 **`aws`**를 써요", "**70%**가"] {
            let Some(Block::Paragraph(pieces)) = read(text).into_iter().next() else { panic!("{text}") };
            assert!(!plain(&pieces).contains('*'), "{text}: {pieces:?}");
        }
    }

    #[test]
    fn every_kind_of_block_is_read() {
        let text = "Words with **weight** and `code`.\n\n## Head\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![a stack](figure:version-stack)\n\n> [!since]\n> Then and now.\n>\n> More.\n";
        let blocks = read(text);
        let [
            Block::Paragraph(words),
            Block::Heading(_),
            Block::Points(points),
            Block::Table(head, rows),
            Block::Figure { name, alt },
            Block::Since(since),
        ] = blocks.as_slice()
        else {
            panic!("{blocks:?}")
        };
        assert_eq!(
            words.iter().map(|piece| piece.style).collect::<Vec<_>>(),
            [Style::Plain, Style::Bold, Style::Plain, Style::Code, Style::Plain]
        );
        assert_eq!((points.len(), head.len(), rows.len(), since.len()), (2, 2, 1, 2));
        assert_eq!((name.as_str(), alt.as_str(), plain(&since[0])), ("version-stack", "a stack", "Then and now.".to_owned()));
    }
}
