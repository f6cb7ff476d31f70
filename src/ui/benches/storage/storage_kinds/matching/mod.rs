//! Six workloads and where the learner put them: what is placed, and what each needs by now. No drawing.

pub(super) mod board;
pub(super) mod detail;
pub(super) mod rules;
pub(super) mod story;

use serde::{Deserialize, Serialize};

use super::one_byte::plan::Store as Kind;
use rules::{Building, Need, Properties, WORKLOADS};

/// The state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Board {
    /// What each workload needs by now.
    pub needs: [Properties; 6],
    pub placed: [Option<Building>; 6],
    /// How many of them object storage fits, when all had been placed first.
    pub n_objects: Option<usize>,
    pub last: Last,
}

/// What was done last; workloads are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Last {
    Nothing,
    Placed(usize),
    PlacedRest,
    Needs(usize),
}

impl Board {
    /// Nothing is placed yet.
    pub(super) fn opening() -> Self {
        Self { needs: WORKLOADS.map(|workload| workload.needs), placed: [None; 6], n_objects: None, last: Last::Nothing }
    }

    /// Whether every value lies in its bounds.
    pub(super) fn is_sound(&self) -> bool {
        let named = match self.last {
            Last::Placed(n) | Last::Needs(n) => n < WORKLOADS.len(),
            Last::Nothing | Last::PlacedRest => true,
        };
        named && self.needs.iter().all(|needs| needs.is_sound())
    }

    /// The workload that the last act was about.
    pub(super) fn touched(&self) -> Option<usize> {
        match self.last {
            Last::Placed(n) | Last::Needs(n) => Some(n),
            Last::Nothing | Last::PlacedRest => None,
        }
    }

    /// The state after an act, or `None` if it means nothing.
    pub(super) fn act(&mut self, words: &[&str]) -> Option<()> {
        let at = |id: &str| WORKLOADS.iter().position(|workload| workload.id == id);
        match *words {
            ["place", workload, building] => {
                let n = at(workload)?;
                self.placed[n] = Some(Building::ALL.into_iter().find(|one| one.id() == building)?);
                self.last = Last::Placed(n);
            }
            ["place-rest"] => {
                for (placed, needs) in self.placed.iter_mut().zip(self.needs) {
                    placed.get_or_insert_with(|| nearest(needs));
                }
                self.last = Last::PlacedRest;
            }
            ["need", workload, value] => {
                let n = at(workload)?;
                let (need, value) =
                    Need::ALL.into_iter().find_map(|need| Some((need, need.values().iter().position(|one| *one == value)?)))?;
                self.needs[n].0[need as usize] = value as u8;
                self.last = Last::Needs(n);
            }
            _ => return None,
        }
        if self.placed.iter().all(Option::is_some) {
            self.n_objects.get_or_insert(self.n_fitting(Kind::Object));
        }
        Some(())
    }

    /// Workloads that a building block of that kind fits.
    pub(super) fn n_fitting(&self, kind: Kind) -> usize {
        let fits = |needs: &&Properties| Building::ALL.into_iter().any(|building| building.kind() == kind && building.fits(**needs));
        self.needs.iter().filter(fits).count()
    }

    /// Workloads that are placed, and those that stand where they fit.
    pub(super) fn counts(&self) -> (usize, usize) {
        let placed = self.placed.iter().flatten().count();
        let right = self.placed.iter().zip(self.needs).filter(|(placed, needs)| placed.is_some_and(|one| one.fits(*needs))).count();
        (placed, right)
    }

    /// The right option of how many are object storage.
    pub(super) fn objects(&self) -> Option<&'static str> {
        Some(match self.n_objects? {
            0 | 1 => "one",
            2 => "two",
            _ => "three",
        })
    }
}

/// The building block that breaks least.
fn nearest(needs: Properties) -> Building {
    Building::ALL.into_iter().min_by_key(|building| building.breaks(needs).count()).unwrap_or(Building::S3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(acts: &[&str]) -> Board {
        let mut board = Board::opening();
        for act in acts {
            let words: Vec<&str> = act.split_whitespace().collect();
            board.act(&words).unwrap_or_else(|| panic!("`{act}` means nothing"));
        }
        board
    }

    #[test]
    fn the_rest_is_placed_where_it_fits_and_what_stands_already_stays() {
        assert_eq!(after(&["place-rest"]).counts(), (6, 6));
        let own = after(&["place database s3", "place-rest"]);
        assert_eq!((own.placed[0], own.counts()), (Some(Building::S3), (6, 5)));
    }

    #[test]
    fn the_number_of_objects_is_told_when_all_are_placed_and_follows_the_needs() {
        assert_eq!(after(&["place database ebs"]).objects(), None);
        assert_eq!(after(&["place-rest"]).objects(), Some("two"));
        assert_eq!(after(&["need photos nfs", "place-rest"]).objects(), Some("one"));
        assert_eq!(after(&["need office https", "need office web", "place-rest"]).objects(), Some("two"), "it is still edited in place");
        let acts = ["need office https", "need office web", "need office whole", "place-rest"];
        assert_eq!(after(&acts).objects(), Some("three"));
    }

    #[test]
    fn an_act_that_means_nothing_is_refused() {
        for act in [&["place", "database", "tape"][..], &["place", "cat", "s3"], &["need", "logs", "magic"], &[]] {
            assert_eq!(Board::opening().act(act), None, "{act:?}");
        }
    }
}
