//! What each section asks of the learner: its predictions and questions; from it comes what is done. It draws nothing.

use std::collections::BTreeMap;

use super::{BeatKind, Bench};
use crate::learn::course::{Course, Section};
use crate::progress::Progress;

/// The keys of the predictions of each section, by its id; a section whose bench is not built has none.
#[derive(Clone, Debug, Default)]
pub struct Goals(BTreeMap<&'static str, Vec<String>>);

impl Goals {
    /// Of all sections whose bench is among these.
    pub fn of(benches: &[Box<dyn Bench>]) -> Self {
        let keys = |section: &'static Section| {
            let bench = benches.iter().find(|bench| bench.id() == section.bench)?;
            let start = bench.starts().iter().position(|start| *start == section.start).unwrap_or(0);
            let asked = bench.beats(start).iter().filter(|beat| beat.kind == BeatKind::Predict);
            Some((section.id.as_str(), asked.map(|beat| prediction_key(bench.as_ref(), start, beat.id)).collect()))
        };
        Self(Course::packed().sections().filter_map(keys).collect())
    }

    /// Whether the section is done: its predictions kept, their outcomes seen, its questions answered.
    pub fn is_done(&self, progress: &Progress, section: &Section) -> bool {
        self.fraction(progress, section) >= 1.0
    }

    /// How much of the section is done, from 0 to 1.
    pub fn fraction(&self, progress: &Progress, section: &Section) -> f32 {
        let asked = self.0.get(section.id.as_str()).map_or(&[][..], Vec::as_slice);
        let n_questions = u8::try_from(section.questions.len()).unwrap_or(u8::MAX);
        progress.section(&section.id).map_or(0.0, |done| done.fraction(asked, n_questions))
    }
}

/// The name of a bench's sandbox, such as `lifecycle.logs`.
pub fn seat_name(bench: &dyn Bench, start: usize) -> String {
    format!("{}.{}", bench.id(), bench.starts().get(start).copied().unwrap_or_default())
}

/// The name under which a prediction is kept, such as `lifecycle.logs.predict`.
pub fn prediction_key(bench: &dyn Bench, start: usize, beat: &str) -> String {
    format!("{}.{beat}", seat_name(bench, start))
}
