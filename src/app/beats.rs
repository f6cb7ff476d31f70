//! Going through a bench's beats, forward by their acts and back to the very state in which each was left. It draws nothing.

use super::stage::{Mark, Stage};
use crate::ui::{Beat, Bench};

/// Where the learner is in the chain, with the way back and the way on.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    at: usize,
    /// The state in which each beat before the present one was left.
    left: Vec<Mark>,
    /// After going back: for each beat left behind, the state before it and the one in which it was left.
    ahead: Vec<(Mark, Mark)>,
}

impl Chain {
    /// The present beat, counted from 0.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The states in which the beats before the present one were left.
    pub(super) fn left(&self) -> &[Mark] {
        &self.left
    }

    /// A chain that was kept. Without a state for each beat gone through there is no way back, so it begins anew.
    pub(super) fn resumed(at: usize, left: Vec<Mark>) -> Self {
        if left.len() == at { Self { at, left, ahead: Vec::new() } } else { Self::default() }
    }

    /// One beat on: into the state that is known already if nothing was done since, else by its acts. False at the end.
    pub(super) fn on(&mut self, beats: &[Beat], stage: &mut Stage, bench: &dyn Bench) -> bool {
        let Some(beat) = beats.get(self.at + 1) else { return false };
        let here = stage.mark();
        let known = self.ahead.pop().filter(|(before, after)| *before == here && stage.knows(*after));
        self.left.push(here);
        self.at += 1;
        if let Some((_, after)) = known {
            stage.go_to(after, Some(bench));
        } else {
            self.ahead.clear();
            let lines: Vec<String> = beat.acts.iter().map(|line| (*line).to_owned()).collect();
            if !lines.is_empty() {
                stage.act(&lines, Some(bench));
            }
        }
        true
    }

    /// One beat back. False at the beginning.
    pub(super) fn back(&mut self, stage: &mut Stage, bench: &dyn Bench) -> bool {
        let Some(mark) = self.left.pop() else { return false };
        self.ahead.push((mark, stage.mark()));
        self.at -= 1;
        if stage.knows(mark) {
            stage.go_to(mark, Some(bench));
        }
        true
    }
}
