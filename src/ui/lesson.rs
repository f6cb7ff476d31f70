//! A lesson on the screen: its Markdown read into blocks, its numbers filled from the model, its figure drawn. The words are in `locales`.

mod blocks;
mod draw;
mod numbers;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use egui::Ui;

use super::View;
use crate::i18n::{self, Lang};
use crate::learn::course::Course;

pub use blocks::{Block, Piece, Style, read};
pub use draw::inline;
pub use numbers::{cost_micros, fill};

/// The sections that have a lesson.
static WRITTEN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let written = |id: &&str| i18n::file(Lang::En, &path(id)).is_some();
    Course::packed().sections().map(|section| section.id.as_str()).filter(written).collect()
});

fn path(id: &str) -> String {
    format!("lessons/{id}.md")
}

/// Whether the section with that id has a lesson.
pub fn exists(id: &str) -> bool {
    WRITTEN.contains(id)
}

/// The lesson of a section, its numbers filled, as blocks.
pub fn of(lang: Lang, id: &str) -> Vec<Block> {
    let source = if lang == Lang::Pseudo { Lang::En } else { lang };
    let text = i18n::file(source, &path(id)).unwrap_or_default();
    let mut blocks = read(&fill(&text));
    if lang == Lang::Pseudo {
        blocks.iter_mut().for_each(blocks::lengthen);
    }
    blocks
}

/// Draws a page that belongs to no section, by the name of its file.
pub fn page_ui(ui: &mut Ui, view: &View<'_>, name: &str) {
    let source = if view.lang == Lang::Pseudo { Lang::En } else { view.lang };
    let mut blocks = read(&i18n::file(source, &format!("{name}.md")).unwrap_or_default());
    if view.lang == Lang::Pseudo {
        blocks.iter_mut().for_each(blocks::lengthen);
    }
    for (n, block) in blocks.iter().enumerate() {
        ui.push_id(n, |ui| draw::ui(ui, view, block));
    }
}

/// Draws the lesson of a section.
pub fn ui(ui: &mut Ui, view: &View<'_>, id: &str) {
    for (n, block) in of(view.lang, id).iter().enumerate() {
        ui.push_id(n, |ui| draw::ui(ui, view, block));
    }
}
