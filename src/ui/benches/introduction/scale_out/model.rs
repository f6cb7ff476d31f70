//! A group of identical machines under a load: what it can serve, what a failure, a restart or one more machine does to that. Its
//! units are relative; it is no EC2 and knows no dollars.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The sizes of a machine, each twice the one before: those of the m6i family that double. The last one is the ceiling.
pub(super) const SIZES: [&str; 7] = ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge", "32xlarge"];
/// Requests a second that the smallest size serves; an assumption, and the same for every unit of a larger one.
pub(super) const UNIT_RPS: u32 = 100;
/// Minutes for which a machine is away while it is stopped, resized and started, and after which a new one serves; an assumption.
pub(super) const RESTART_MINUTES: u32 = 2;
/// Most machines in the group.
pub(super) const MAX_MACHINES: u32 = 16;
/// The greatest load, in requests a second.
pub(super) const MAX_LOAD: u32 = 20_000;
/// What a machine is split into.
const PIECES: u32 = 4;

/// The group as it stands, what was done to it last, and what it has shown so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tier {
    /// Requests a second that come in.
    pub load: u32,
    pub n: u32,
    /// Index into [`SIZES`].
    pub size: usize,
    /// Machines out of order, counted from 1.
    pub broken: BTreeSet<u32>,
    pub last: Last,
    /// The first failure: requests a second served before and after it.
    pub failure: Option<(u32, u32)>,
    /// The first time it grew: the least it could serve meanwhile, and the load.
    pub growth: Option<(u32, u32)>,
    /// Whether one machine could be large enough, once it had to grow.
    pub one_is_enough: Option<bool>,
}

/// What was done last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Last {
    Nothing,
    Loaded,
    /// More machines, or fewer, than this.
    Counted(u32),
    /// Another size than this, and the least that could be served meanwhile.
    Resized {
        from: usize,
        lowest: u32,
    },
    /// There is no larger size.
    Ceiling,
    Broke(u32),
    Repaired,
    /// The same capacity in one machine, or in several.
    Redesigned,
}

/// What one machine of a size serves, in requests a second.
pub(super) const fn rps(size: usize) -> u32 {
    UNIT_RPS << size
}

/// A number of machines of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Design {
    pub n: u32,
    pub size: usize,
}

impl Design {
    /// What is left of it when that many machines are broken.
    pub(super) const fn after(self, n_failures: u32) -> u32 {
        self.n.saturating_sub(n_failures) * rps(self.size)
    }
}

impl Tier {
    /// A group that nothing has happened to yet.
    pub(super) fn new(n: u32, size: usize, load: u32) -> Self {
        let broken = BTreeSet::new();
        Self { load, n, size, broken, last: Last::Nothing, failure: None, growth: None, one_is_enough: None }
    }

    /// Reads a state back.
    pub(super) fn read(text: &str) -> Option<Self> {
        let tier: Self = ron::from_str(text).ok()?;
        let sound = (1..=MAX_MACHINES).contains(&tier.n) && tier.size < SIZES.len() && (1..=MAX_LOAD).contains(&tier.load);
        (sound && tier.broken.iter().all(|machine| (1..=tier.n).contains(machine))).then_some(tier)
    }

    /// The state as text.
    pub(super) fn text(&self) -> String {
        ron::to_string(self).unwrap_or_default()
    }

    pub(super) fn design(&self) -> Design {
        Design { n: self.n, size: self.size }
    }

    /// What it could serve if every machine worked.
    pub(super) fn total(&self) -> u32 {
        self.design().after(0)
    }

    /// What it can serve now.
    pub(super) fn capacity(&self) -> u32 {
        self.design().after(self.broken.len() as u32)
    }

    pub(super) fn served(&self) -> u32 {
        self.load.min(self.capacity())
    }

    /// Its price an hour; one unit is what the smallest machine costs. A broken machine is paid for until it is replaced.
    pub(super) fn price_units(&self) -> u32 {
        self.total() / UNIT_RPS
    }

    /// The smallest single machine that is at least as large as the whole group; `None` above the ceiling.
    pub(super) fn gathered(&self) -> Option<Design> {
        let size = (0..SIZES.len()).find(|size| rps(*size) >= self.total())?;
        Some(Design { n: 1, size })
    }

    /// The same capacity in four machines for each one; `None` if the pieces would be too small or too many.
    pub(super) fn split(&self) -> Option<Design> {
        let size = self.size.checked_sub(PIECES.trailing_zeros() as usize)?;
        (self.n * PIECES <= MAX_MACHINES).then_some(Design { n: self.n * PIECES, size })
    }

    /// The group after the acts of one line, which `;` separates. `None` if one of them means nothing.
    pub(super) fn after(&self, line: &str) -> Option<Self> {
        let mut tier = self.clone();
        for act in line.split(';') {
            let words: Vec<&str> = act.split_whitespace().collect();
            tier.act(&words)?;
        }
        Some(tier)
    }

    fn act(&mut self, words: &[&str]) -> Option<()> {
        match *words {
            ["load", load] => {
                self.load = load.parse::<u32>().ok()?.clamp(1, MAX_LOAD);
                self.last = Last::Loaded;
            }
            ["machines", n] => self.count(n.parse::<u32>().ok()?.clamp(1, MAX_MACHINES)),
            ["size", name] => self.resize(SIZES.iter().position(|size| *size == name)?),
            ["grow"] if self.size + 1 < SIZES.len() => self.resize(self.size + 1),
            ["grow"] => {
                self.last = Last::Ceiling;
                self.note_reach(self.capacity());
            }
            ["break"] => self.fail((1..=self.n).find(|machine| !self.broken.contains(machine))?),
            ["break", machine] => self.fail(machine.parse().ok().filter(|machine| (1..=self.n).contains(machine))?),
            ["repair"] => self.repair(BTreeSet::clear),
            ["repair", machine] => {
                let machine = machine.parse().ok()?;
                self.repair(|broken| _ = broken.remove(&machine));
            }
            ["gather"] => match self.gathered() {
                Some(design) => self.redesign(design),
                None => self.last = Last::Ceiling,
            },
            ["split"] => self.redesign(self.split()?),
            _ => return None,
        }
        Some(())
    }

    fn count(&mut self, n: u32) {
        let before = self.capacity();
        self.last = Last::Counted(self.n);
        let grows = n > self.n;
        self.n = n;
        self.broken.retain(|machine| *machine <= n);
        if grows {
            // what serves goes on serving while the new ones start
            self.growth.get_or_insert((before, self.load));
            self.note_reach(before);
        }
    }

    fn resize(&mut self, size: usize) {
        let before = self.capacity();
        let n_working = self.n - self.broken.len() as u32;
        // one after another: the one that restarts is away, the others are of the smaller size at the worst
        let lowest = n_working.saturating_sub(1) * rps(size.min(self.size));
        self.last = Last::Resized { from: self.size, lowest };
        let grows = size > self.size;
        self.size = size;
        if grows {
            self.growth.get_or_insert((lowest, self.load));
            self.note_reach(before);
        }
    }

    /// After growing because it had to: whether one machine could carry the load is known once it is carried, or the ceiling is met.
    fn note_reach(&mut self, before: u32) {
        let largest = SIZES.len() - 1;
        let ends = self.capacity() >= self.load || (self.n == 1 && self.size == largest);
        if self.load > before && ends {
            self.one_is_enough.get_or_insert(self.load <= rps(largest));
        }
    }

    fn fail(&mut self, machine: u32) {
        let before = self.capacity();
        if self.broken.insert(machine) {
            self.failure.get_or_insert((before, self.capacity()));
            self.last = Last::Broke(machine);
        }
    }

    fn repair(&mut self, heal: impl FnOnce(&mut BTreeSet<u32>)) {
        heal(&mut self.broken);
        self.last = Last::Repaired;
    }

    fn redesign(&mut self, design: Design) {
        (self.n, self.size) = (design.n, design.size);
        self.broken.clear();
        self.last = Last::Redesigned;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(tier: &Tier, line: &str) -> Tier {
        tier.after(line).unwrap_or_else(|| panic!("`{line}` means nothing"))
    }

    #[test]
    fn scaling_out_raises_the_groups_capacity_and_leaves_each_machine_as_it_is() {
        let tier = Tier::new(4, 0, 300);
        let more = after(&tier, "machines 8");
        assert_eq!((tier.total(), more.total(), more.size), (400, 800, tier.size));
        assert_eq!(more.growth, Some((400, 300)), "nothing went away meanwhile");
    }

    #[test]
    fn one_failure_costs_the_share_of_one_machine() {
        for (n, left) in [(1, 0), (2, 50), (4, 75), (10, 90)] {
            let tier = after(&Tier::new(n, 0, 100), "break");
            assert_eq!(tier.capacity() * 100 / tier.total(), left, "{n} machines");
            assert_eq!(tier.failure, Some((tier.total(), tier.capacity())));
        }
    }

    #[test]
    fn a_single_machine_is_away_while_it_grows_and_several_restart_in_turn() {
        assert_eq!(after(&Tier::new(1, 4, 1_500), "grow").growth, Some((0, 1_500)));
        assert_eq!(after(&Tier::new(4, 0, 300), "grow").growth, Some((300, 300)));
        assert_eq!(after(&Tier::new(4, 0, 300), "break 2; grow").growth, Some((200, 300)), "a broken one serves nothing");
    }

    #[test]
    fn growing_ends_at_the_largest_size() {
        let tier = after(&Tier::new(1, 5, 12_000), "grow; grow");
        assert_eq!((tier.size, &tier.last, tier.one_is_enough), (SIZES.len() - 1, &Last::Ceiling, Some(false)));
        assert_eq!(after(&tier, "machines 2").served(), 12_000);
    }

    #[test]
    fn a_load_within_the_largest_size_needs_one_machine_alone() {
        assert_eq!(after(&Tier::new(1, 5, 6_000), "grow").one_is_enough, Some(true));
        assert_eq!(after(&Tier::new(1, 4, 1_500), "grow").one_is_enough, None, "it did not have to grow");
        assert_eq!(after(&Tier::new(1, 3, 6_000), "grow").one_is_enough, None, "still too small");
    }

    #[test]
    fn designs_of_equal_capacity_cost_the_same() {
        let tier = Tier::new(4, 0, 300);
        let one = after(&tier, "gather");
        assert_eq!((one.n, one.size, one.total(), one.price_units()), (1, 2, tier.total(), tier.price_units()));
        assert_eq!(after(&one, "split").design(), tier.design());
        assert_eq!(Tier::new(2, 6, 300).gathered(), None, "above the ceiling");
    }

    #[test]
    fn a_state_survives_its_text_and_a_broken_one_is_refused() {
        let tier = after(&Tier::new(4, 0, 300), "break 2; machines 8; size xlarge");
        assert_eq!(Tier::read(&tier.text()), Some(tier));
        for bad in ["", "()", "(load:1,n:99,size:0,broken:[],last:Nothing,failure:None,growth:None,one_is_enough:None)"] {
            assert_eq!(Tier::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_act_that_means_nothing_is_refused() {
        let tier = Tier::new(2, 0, 100);
        for act in ["", "dance", "machines many", "size huge", "break 3", "break 1; dance"] {
            assert_eq!(tier.after(act), None, "{act}");
        }
    }
}
