//! What was done in one lab, by mode; the attempt itself is a run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the learner did in one lab.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LabProgress {
    /// By the name of the mode.
    pub modes: BTreeMap<String, LabRecord>,
}

/// What the learner did in one mode of a lab.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LabRecord {
    /// What the numbers of the present attempt were drawn with.
    pub seed: u64,
    /// The best points of 100 so far, once an attempt was graded.
    pub best: Option<u32>,
    /// Whether everything was achieved in a graded attempt.
    pub passed: bool,
}

impl LabProgress {
    /// Whether it was passed in some mode.
    pub fn is_passed(&self) -> bool {
        self.modes.values().any(|record| record.passed)
    }

    /// An attempt in that mode begins with that seed.
    pub fn begin(&mut self, mode: &str, seed: u64) {
        self.modes.entry(mode.to_owned()).or_default().seed = seed;
    }

    /// An attempt in that mode was graded; the best grade is kept.
    pub fn graded(&mut self, mode: &str, points: u32, passed: bool) {
        let record = self.modes.entry(mode.to_owned()).or_default();
        record.best = record.best.max(Some(points));
        record.passed |= passed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_grade_is_kept_and_what_was_passed_stays_passed() {
        let mut lab = LabProgress::default();
        lab.begin("challenge", 7);
        assert!(!lab.is_passed());
        lab.graded("challenge", 100, true);
        lab.begin("challenge", 8);
        lab.graded("challenge", 40, false);
        assert_eq!(lab.modes["challenge"], LabRecord { seed: 8, best: Some(100), passed: true });
    }
}
