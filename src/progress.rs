//! What the learner has done, and how it is kept: plain data, its file, and the book that saves it. It shows nothing and knows no course.

mod book;
mod file;
mod lab;
mod notice;
mod section;
mod settings;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use crate::storage::Problem;
pub use book::Book;
pub use file::{Saved, Unreadable, parse};
pub use lab::{LabProgress, LabRecord};
pub use notice::{Notice, Refusal};
pub use section::{Answer, Prediction, SectionProgress};
pub use settings::Settings;

/// Most lines typed at the prompt that are remembered.
pub const MAX_TYPED: usize = 1_000;
/// The longest line that is remembered, in bytes; the others are documents, pasted in.
pub const MAX_TYPED_BYTES: usize = 8 << 10;

/// What the learner has done, keyed by ids that outlast changes of the content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// How the app looks and speaks.
    pub settings: Settings,
    /// What was done in each section, by its id.
    pub sections: BTreeMap<String, SectionProgress>,
    /// What was done in each lab, by its id.
    pub labs: BTreeMap<String, LabProgress>,
    /// Where the learner was last.
    pub place: Option<Place>,
    /// Whether the tour of the first start was seen or skipped.
    pub tour_seen: bool,
    /// Lines typed at the prompt, oldest first, at most [`MAX_TYPED`].
    pub typed: Vec<String>,
}

/// A place in the app, to come back to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The id of the screen.
    pub screen: String,
    /// The id of the section, on a screen that shows one.
    pub section: Option<String>,
    /// The name of the lab's sandbox that was in front, if one was.
    pub lab: Option<String>,
}

impl Progress {
    /// What was done in a section; `None` if it was never opened.
    pub fn section(&self, id: &str) -> Option<&SectionProgress> {
        self.sections.get(id)
    }

    /// The same, to be changed.
    pub fn section_mut(&mut self, id: &str) -> &mut SectionProgress {
        self.sections.entry(id.to_owned()).or_default()
    }

    /// Remembers a line typed at the prompt, once if it is typed again at once.
    pub fn remember_line(&mut self, line: &str) {
        if !line.trim().is_empty() && self.typed.last().is_none_or(|last| last != line) {
            self.typed.push(line.to_owned());
        }
    }

    /// The same within all bounds: whatever was read or set, what follows can rely on them.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.settings = self.settings.bounded();
        self.typed.retain(|line| line.len() <= MAX_TYPED_BYTES);
        let surplus = self.typed.len().saturating_sub(MAX_TYPED);
        self.typed.drain(..surplus);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_lines_are_remembered_and_no_line_twice_in_a_row() {
        let mut progress = Progress::default();
        for n in 0..=MAX_TYPED {
            progress.remember_line(&format!("aws s3 ls {n}"));
            progress.remember_line(&format!("aws s3 ls {n}"));
        }
        progress.remember_line(" ");
        progress.remember_line(&"x".repeat(MAX_TYPED_BYTES + 1));
        let progress = progress.bounded();
        assert_eq!(progress.typed.len(), MAX_TYPED);
        assert_eq!(progress.typed.last().map(String::as_str), Some("aws s3 ls 1000"));
    }
}
