//! What the learner has done, keyed by section, bench and question ids. It draws nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Everything that is kept between two starts, except the sandboxes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// By section id.
    pub sections: BTreeMap<String, SectionProgress>,
}

/// One section's state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionProgress {
    /// Whether it was ever opened.
    pub opened: bool,
    /// Kept predictions by `start/beat` of the bench.
    pub predictions: BTreeMap<String, Prediction>,
    /// Answers by question, counted from 1.
    pub answers: BTreeMap<u8, Answer>,
}

/// A kept prediction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prediction {
    /// The option chosen.
    pub choice: String,
    /// The option that turned out right, once that was seen.
    pub seen: Option<String>,
}

/// An answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The option chosen last.
    pub option: String,
    /// Whether it was right.
    pub right: bool,
}

impl SectionProgress {
    /// Whether a prediction was kept and its outcome seen, and all questions are answered rightly.
    pub fn is_done(&self, n_questions: usize) -> bool {
        let seen = self.predictions.values().any(|prediction| prediction.seen.is_some());
        seen && self.answers.values().filter(|answer| answer.right).count() >= n_questions
    }
}
