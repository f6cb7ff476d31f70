//! What the bench can start from, the beats of each, and the state as text. It draws nothing.

use serde::{Deserialize, Serialize};

use super::{matching::Board, one_byte::Rewrite};
use crate::ui::Beat;

/// The ids of the start states, in their order.
pub(super) const STARTS: &[&str] = &["one-byte", "match"];

/// The state of one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum State {
    Rewrite(Rewrite),
    Match(Board),
}

impl State {
    /// What a start state opens with.
    pub(super) fn opening(start: usize) -> Self {
        if start == 0 { Self::Rewrite(Rewrite::opening()) } else { Self::Match(Board::opening()) }
    }

    /// Reads a state back.
    pub(super) fn read(text: &str) -> Option<Self> {
        let state: Self = ron::from_str(text).ok()?;
        let sound = match &state {
            Self::Rewrite(rewrite) => rewrite.is_sound(),
            Self::Match(board) => board.is_sound(),
        };
        sound.then_some(state)
    }

    /// The state as text.
    pub(super) fn text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    /// The state after an act; `None` if it means nothing.
    pub(super) fn after(mut self, act: &str) -> Option<Self> {
        let words: Vec<&str> = act.split_whitespace().collect();
        match &mut self {
            Self::Rewrite(rewrite) => rewrite.act(&words)?,
            Self::Match(board) => board.act(&words)?,
        }
        Some(self)
    }

    /// The option of a prediction that the run shows to be right.
    pub(super) fn answer(&self, beat: &Beat) -> Option<usize> {
        let chosen = match (self, beat.id) {
            (Self::Rewrite(rewrite), "times") => rewrite.times()?,
            (Self::Rewrite(rewrite), "whole") => rewrite.later()?,
            (Self::Match(board), "objects") => board.objects()?,
            _ => return None,
        };
        beat.choices.iter().position(|choice| *choice == chosen)
    }
}

const ONE_BYTE: &[Beat] = &[
    Beat::question("byte-question"),
    Beat::predict("times", &["alike", "thousands", "more"]),
    Beat::act("write", &["idea write all"]),
    Beat::observe("grow", &[]),
    Beat::predict("whole", &["object", "alike"]),
    Beat::act("replace", &["idea change whole"]),
    Beat::why("byte-why"),
];

const MATCH: &[Beat] = &[
    Beat::question("match-question"),
    Beat::predict("objects", &["one", "two", "three"]),
    Beat::act("place", &["idea place-rest"]),
    Beat::observe("placed", &[]),
    Beat::observe("turned", &["idea need photos nfs"]),
    Beat::why("match-why"),
];

/// The beats of a start state.
pub(super) fn beats(start: usize) -> &'static [Beat] {
    if start == 0 { ONE_BYTE } else { MATCH }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_survives_its_text_and_a_broken_one_is_refused() {
        for (start, act) in [(0, "write block"), (1, "place photos s3")] {
            let state = State::opening(start).after(act).unwrap();
            assert_eq!(State::read(&state.text()), Some(state));
        }
        let far = State::opening(0).text().replace("power:30", "power:99");
        assert_eq!((State::read(&far), State::read("")), (None, None));
        let high = State::opening(1).text().replace("last:Nothing", "last:Placed(9)");
        assert_eq!(State::read(&high), None);
    }

    #[test]
    fn every_act_of_the_beats_means_something() {
        for start in 0..STARTS.len() {
            let mut state = State::opening(start);
            for act in beats(start).iter().flat_map(|beat| beat.acts) {
                state = state.after(act.strip_prefix("idea ").unwrap()).unwrap_or_else(|| panic!("`{act}`"));
            }
        }
    }
}
