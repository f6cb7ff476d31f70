//! The month that was run last: one set in every class, read so many times, with what each cost. Plain data, no drawing.

use std::collections::BTreeMap;

use skylab_cloud::{
    World,
    clock::Month,
    s3::{Load, Reads, StorageClass},
};

use super::{
    scenes::{MONTH_SETS, slug},
    spent::{self, Spent},
};

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MonthRun {
    pub month: Month,
    /// The month is over: only then is its bill whole.
    pub is_over: bool,
    pub bytes: u64,
    pub object_bytes: u64,
    /// Reads of every object.
    pub reads: u32,
    pub classes: BTreeMap<StorageClass, ClassMonth>,
}

/// One class in that month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ClassMonth {
    pub spent: Spent,
    pub reads_succeeded: u64,
    pub reads_failed: u64,
}

impl MonthRun {
    /// The run whose set was loaded last.
    pub(super) fn last(world: &World) -> Option<Self> {
        let prefix = format!("{MONTH_SETS}{}-", spent::sets(world, MONTH_SETS).last()?);
        let loads = spent::loads(world, &prefix);
        let load = loads.values().next()?;
        let month = spent::first_month(world, &load.spec().bucket)?;
        let bill = spent::by_bucket(world, Some(month));
        let class = |(class, load): (&StorageClass, &&Load)| {
            let sum = |count: fn(&Reads) -> u64| load.reads().values().map(count).sum();
            let spent = bill.get(&format!("{prefix}{}", slug(*class))).copied().unwrap_or_default();
            (*class, ClassMonth { spent, reads_succeeded: sum(|it| it.succeeded), reads_failed: sum(Reads::failed) })
        };
        Some(Self {
            month,
            is_over: month.next().start() <= world.now(),
            bytes: load.written() * load.spec().object_bytes,
            object_bytes: load.spec().object_bytes,
            reads: load.spec().reads.iter().map(|band| band.times).sum(),
            classes: loads.iter().map(class).collect(),
        })
    }

    /// The class that cost least among those that answered every read.
    pub(super) fn cheapest(&self) -> Option<(StorageClass, i128)> {
        let answered = self.classes.iter().filter(|(_, it)| it.reads_failed == 0);
        answered.map(|(class, it)| (*class, it.spent.without_writes())).min_by_key(|(_, nanos)| *nanos)
    }

    /// The number of the next set, so that each run has buckets of its own.
    pub(super) fn next_set(world: &World) -> u32 {
        spent::sets(world, MONTH_SETS).iter().filter_map(|word| word.parse::<u32>().ok()).max().map_or(1, |last| last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::benches::storage::storage_classes::{
        commands,
        prices::{AT_ONCE, Set},
        scenes::SCENES,
        shelf::tests::sandbox_after,
    };

    #[test]
    fn a_simulated_month_costs_what_the_curves_say() {
        for (object_bytes, reads) in [(1 << 20, 2), (8 << 10, 1), (64 << 20, 0), (128 << 10, 10)] {
            let fresh = sandbox_after(&SCENES[0], &[]);
            let lines = commands::month(fresh.world(), 40 << 30, object_bytes, reads);
            let sandbox = sandbox_after(&SCENES[0], &lines.iter().map(String::as_str).collect::<Vec<_>>());
            let run = MonthRun::last(sandbox.world()).unwrap();
            assert!(run.is_over && (run.bytes, run.object_bytes, run.reads) == (40 << 30, object_bytes, reads), "{run:?}");
            let set = Set::new(40 << 30, object_bytes);
            for class in AT_ONCE {
                let (told, billed) = (set.month(class, f64::from(reads)), run.classes[&class].spent.without_writes() as f64 / 1e9);
                assert!((told - billed).abs() < 1e-6, "{class} {object_bytes} {reads}: {told} {billed}");
            }
        }
    }

    #[test]
    fn keeping_an_archive_or_intelligent_tiering_costs_what_the_cards_say() {
        let sandbox = sandbox_after(&SCENES[0], &commands_of(0));
        let run = MonthRun::last(sandbox.world()).unwrap();
        let set = Set::new(run.bytes, run.object_bytes);
        for (class, it) in &run.classes {
            assert!((set.storage(*class) - it.spent.storage as f64 / 1e9).abs() < 1e-6, "{class}");
        }
    }

    fn commands_of(reads: u32) -> Vec<&'static str> {
        let fresh = sandbox_after(&SCENES[0], &[]);
        commands::month(fresh.world(), 4 << 30, 1 << 20, reads).into_iter().map(|line| &*line.leak()).collect()
    }

    #[test]
    fn a_class_that_refuses_reads_is_never_the_cheapest() {
        let sandbox = sandbox_after(&SCENES[0], &commands_of(1));
        let run = MonthRun::last(sandbox.world()).unwrap();
        assert!(run.classes[&StorageClass::DeepArchive].reads_failed > 0);
        assert!(!run.cheapest().unwrap().0.is_archive());
        let unread = MonthRun::last(sandbox_after(&SCENES[0], &commands_of(0)).world()).unwrap();
        assert_eq!(unread.cheapest().unwrap().0, StorageClass::DeepArchive);
    }
}
