//! A name and its number, or a head and its caption, as one text: two sizes of letters that wrap together. It lays out nothing.

use egui::text::LayoutJob;
use egui::{Align, FontSelection, RichText, Ui};

use crate::ui::theme::muted;

/// A quiet name, then its number.
pub fn fact(ui: &Ui, name: &str, number: RichText) -> LayoutJob {
    together(ui, [muted(format!("{name} ")), number])
}

/// A head, then a quiet caption.
pub fn captioned(ui: &Ui, head: RichText, caption: &str) -> LayoutJob {
    together(ui, [head, muted(format!("  {caption}"))])
}

fn together(ui: &Ui, parts: [RichText; 2]) -> LayoutJob {
    let mut job = LayoutJob::default();
    for part in parts {
        part.append_to(&mut job, ui.style(), FontSelection::Default, Align::Center);
    }
    job
}
