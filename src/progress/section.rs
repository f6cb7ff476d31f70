//! What was done in one section: predictions and what came of them, answers, and how much of it all is done.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the learner did in one section. Sections may share a bench; predictions are kept for each section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionProgress {
    /// Whether the section was ever opened.
    pub opened: bool,
    /// Predictions by bench and beat, as in `lifecycle/3`.
    pub predictions: BTreeMap<String, Prediction>,
    /// Answers by the number of the question, which counts from 1.
    pub answers: BTreeMap<u8, Answer>,
}

/// What the learner predicted, and what happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prediction {
    /// The id of the option that was chosen.
    pub choice: String,
    /// The id of the option that turned out right, once the outcome was seen.
    pub seen: Option<String>,
}

/// What the learner answered to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The id of the option that was chosen.
    pub option: String,
    /// Whether it was right.
    pub right: bool,
}

impl Prediction {
    /// Whether it came true; `None` before the outcome was seen.
    pub fn came_true(&self) -> Option<bool> {
        self.seen.as_ref().map(|seen| *seen == self.choice)
    }
}

impl SectionProgress {
    /// Keeps a prediction. Once its outcome was seen it stays as it is: afterwards everybody knows.
    pub fn predict(&mut self, beat: &str, choice: &str) {
        let prediction = self.predictions.entry(beat.to_owned()).or_default();
        if prediction.seen.is_none() {
            choice.clone_into(&mut prediction.choice);
        }
    }

    /// Holds what happened against the prediction. Without a prediction nothing is kept, and what was seen first stays.
    pub fn see(&mut self, beat: &str, right: &str) {
        if let Some(prediction) = self.predictions.get_mut(beat) {
            prediction.seen.get_or_insert_with(|| right.to_owned());
        }
    }

    /// Keeps the latest answer to a question.
    pub fn answer(&mut self, question: u8, option: &str, right: bool) {
        self.answers.insert(question, Answer { option: option.to_owned(), right });
    }

    /// A section is done when it was opened, each of its predictions was kept and its outcome seen, and its questions were answered. `beats` are
    /// the keys of the beats that ask for a prediction today; what is kept of beats and questions that are gone does not count.
    pub fn is_done(&self, beats: &[impl AsRef<str>], n_questions: u8) -> bool {
        let (n_done, n_all) = self.steps(beats, n_questions);
        n_done == n_all
    }

    /// How much of it is done, from 0 to 1.
    pub fn fraction(&self, beats: &[impl AsRef<str>], n_questions: u8) -> f32 {
        let (n_done, n_all) = self.steps(beats, n_questions);
        n_done as f32 / n_all as f32
    }

    /// Steps done, and all steps: opening, each prediction, each outcome, each question.
    fn steps(&self, beats: &[impl AsRef<str>], n_questions: u8) -> (usize, usize) {
        let kept = beats.iter().filter_map(|beat| self.predictions.get(beat.as_ref()));
        let n_predicted: usize = kept.map(|prediction| 1 + usize::from(prediction.seen.is_some())).sum();
        let n_answered = self.answers.keys().filter(|number| (1..=n_questions).contains(number)).count();
        let opened = self.opened || !self.predictions.is_empty() || !self.answers.is_empty();
        (usize::from(opened) + n_predicted + n_answered, 1 + 2 * beats.len() + usize::from(n_questions))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_done_when_predictions_were_kept_outcomes_seen_and_questions_answered() {
        let beats = ["lifecycle/3"];
        let mut section = SectionProgress::default();
        let mut check = |change: &dyn Fn(&mut SectionProgress), fraction: f32| {
            change(&mut section);
            assert!((section.fraction(&beats, 2) - fraction).abs() < 0.001, "{}", section.fraction(&beats, 2));
            assert_eq!(section.is_done(&beats, 2), fraction > 0.99);
        };
        check(&|_| (), 0.0);
        check(&|section| section.opened = true, 0.2);
        check(&|section| section.see("lifecycle/3", "a"), 0.2);
        check(&|section| section.predict("lifecycle/3", "b"), 0.4);
        check(&|section| section.predict("lifecycle/9", "b"), 0.4);
        check(&|section| section.answer(1, "c", false), 0.6);
        check(&|section| section.answer(3, "c", true), 0.6);
        check(&|section| section.answer(0, "c", true), 0.6);
        check(&|section| section.answer(2, "c", true), 0.8);
        check(&|section| section.see("lifecycle/3", "a"), 1.0);
    }

    #[test]
    fn a_section_without_predictions_and_questions_is_done_when_it_was_opened() {
        let none: [&str; 0] = [];
        let mut section = SectionProgress::default();
        assert!(!section.is_done(&none, 0));
        section.opened = true;
        assert!(section.is_done(&none, 0));
    }

    #[test]
    fn a_prediction_changes_until_its_outcome_is_seen() {
        let mut section = SectionProgress::default();
        section.predict("b/1", "a");
        section.predict("b/1", "b");
        assert_eq!(section.predictions["b/1"].came_true(), None);
        section.see("b/1", "b");
        section.predict("b/1", "c");
        section.see("b/1", "c");
        assert_eq!(section.predictions["b/1"], Prediction { choice: "b".to_owned(), seen: Some("b".to_owned()) });
        assert_eq!(section.predictions["b/1"].came_true(), Some(true));
    }
}
