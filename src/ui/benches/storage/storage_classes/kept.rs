//! The set that is kept or deleted early, and the set of small objects: what each class billed. Plain data, no drawing.

use std::collections::BTreeMap;

use skylab_cloud::{
    Sandbox, World,
    clock::{DAY_MS, SimTime},
    s3::StorageClass,
};

use super::{
    scenes::{CLASSES, KEPT_SET, SMALL_SETS, slug},
    spent::{self, Spent},
};

/// One class of the kept set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KeptClass {
    pub spent: Spent,
    /// What the same cost so far where no rule deletes.
    pub stayed: Spent,
    /// Its objects are no longer there.
    pub is_gone: bool,
}

/// The set of the scene.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeptRun {
    /// Whole days since the set was written.
    pub days: i64,
    pub bytes: u64,
    /// Days after which the rule deletes, if one was put.
    pub drop_days: Option<i64>,
    pub classes: BTreeMap<StorageClass, KeptClass>,
}

impl KeptRun {
    /// `without` is the same run without the rules.
    pub(super) fn of(sandbox: &Sandbox, without: &World) -> Option<Self> {
        let world = sandbox.world();
        let loads = spent::loads(world, KEPT_SET);
        let load = loads.values().next()?;
        let (billed, stayed) = (spent::by_bucket(world, None), spent::by_bucket(without, None));
        let class = |class: StorageClass| {
            let bucket = format!("{KEPT_SET}{}", slug(class));
            let at = |bill: &BTreeMap<String, Spent>| bill.get(&bucket).copied().unwrap_or_default();
            let is_gone = world.s3.bucket(&bucket).is_none_or(|bucket| bucket.store().is_empty());
            (class, KeptClass { spent: at(&billed), stayed: at(&stayed), is_gone })
        };
        Some(Self {
            days: world.now().since(sandbox.start()) / DAY_MS,
            bytes: load.written() * load.spec().object_bytes,
            drop_days: drop_days(world),
            classes: loads.keys().map(|it| class(*it)).collect(),
        })
    }

    /// What deleting cost in a class, as a share of staying for its whole minimum; once that long has passed.
    pub(super) fn share_of_staying(&self, class: StorageClass) -> Option<f64> {
        let it = self.classes.get(&class)?;
        let whole = i64::from(class.min_days());
        if !it.is_gone || self.days < whole || whole == 0 || it.stayed.storage == 0 {
            return None;
        }
        let for_minimum = it.stayed.storage as f64 * whole as f64 / self.days as f64;
        Some((it.spent.storage + it.spent.early) as f64 / for_minimum)
    }
}

fn drop_days(world: &World) -> Option<i64> {
    let mut buckets = CLASSES.into_iter().filter_map(|class| world.s3.bucket(&format!("{KEPT_SET}{}", slug(class))));
    let rules = buckets.find_map(skylab_cloud::s3::Bucket::lifecycle)?;
    let rules = serde_json::to_value(rules).ok()?;
    rules["Rules"][0]["Expiration"]["Days"].as_i64()
}

/// What it costs to keep so many bytes until a day and then delete them: the floor of the minimum duration, then a slope.
/// Months are the calendar's, as on the bill.
pub(super) fn cost_of_leaving(start: SimTime, class: StorageClass, monthly_usd: f64, day: i64) -> f64 {
    let leaves = start.plus(day * DAY_MS);
    let mut usd = 0.0;
    let mut from = start;
    while from < leaves {
        let to = from.month().next().start().min(leaves);
        usd += monthly_usd * to.since(from) as f64 / from.month().millis() as f64;
        from = to;
    }
    let short = (class.min_millis() - leaves.since(start)).max(0);
    usd + monthly_usd * short as f64 / leaves.month().millis() as f64
}

/// One class of the set of small objects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SmallClass {
    /// Bytes that lie billed now, overheads and minimums included.
    pub billed_bytes: u64,
}

/// The set of small objects that was stored last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SmallRun {
    pub bytes: u64,
    pub object_bytes: u64,
    pub classes: BTreeMap<StorageClass, SmallClass>,
}

impl SmallRun {
    pub(super) fn last(world: &World) -> Option<Self> {
        let prefix = format!("{SMALL_SETS}{}-", spent::sets(world, SMALL_SETS).last()?);
        let loads = spent::loads(world, &prefix);
        let load = loads.values().next()?;
        let class = |class: StorageClass| {
            let bucket = format!("{prefix}{}", slug(class));
            let stored = world.usage().levels().filter(|(key, _)| *key.resource == *bucket && key.usage_type.starts_with("TimedStorage"));
            (class, SmallClass { billed_bytes: stored.map(|(_, level)| u64::try_from(level).unwrap_or(u64::MAX)).sum() })
        };
        let object_bytes = load.spec().object_bytes;
        let bytes = world.s3.bucket(&load.spec().bucket).map_or(0, |bucket| bucket.stored().values().map(|it| it.bytes).sum());
        Some(Self { bytes, object_bytes, classes: loads.keys().map(|it| class(*it)).collect() })
    }

    /// How many times its own size a class bills.
    pub(super) fn times(&self, class: StorageClass) -> Option<f64> {
        let billed = self.classes.get(&class)?.billed_bytes;
        (self.bytes > 0).then(|| billed as f64 / self.bytes as f64)
    }
}

#[cfg(test)]
mod tests {
    use skylab_cloud::s3::StorageClass::{DeepArchive, GlacierIr, OnezoneIa, Standard, StandardIa};

    use super::*;
    use crate::ui::benches::storage::storage_classes::{commands, prices::Set, scenes::SCENES, shelf::tests::sandbox_after};

    fn deleted_after(days: u32, advance: &str) -> (Sandbox, World) {
        let mut lines = commands::drop_after(days);
        lines.push(advance.to_owned());
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        (sandbox_after(&SCENES[2], &lines), sandbox_after(&SCENES[2], &[advance]).world().clone())
    }

    #[test]
    fn deleting_within_the_minimum_costs_about_what_staying_for_it_costs() {
        let (sandbox, without) = deleted_after(10, "sim advance 91d");
        let run = KeptRun::of(&sandbox, &without).unwrap();
        assert_eq!((run.days, run.bytes, run.drop_days), (91, 400 << 30, Some(10)));
        let share = run.share_of_staying(GlacierIr).unwrap();
        assert!((0.95..1.05).contains(&share), "{share}: months differ in length, nothing else does");
        assert!(run.classes[&Standard].spent.early == 0 && run.share_of_staying(Standard).is_none());
        assert!(run.share_of_staying(DeepArchive).is_none(), "its 180 days are not over");
    }

    #[test]
    fn the_curve_of_leaving_is_what_the_bill_says() {
        for days in [10, 45, 120] {
            let (sandbox, without) = deleted_after(days, "sim advance 125d");
            let run = KeptRun::of(&sandbox, &without).unwrap();
            let set = Set::new(run.bytes, 64 << 20);
            for class in [Standard, StandardIa, OnezoneIa, GlacierIr] {
                // a rule deletes at the midnight after its days are over
                let told = cost_of_leaving(sandbox.start(), class, set.storage(class), i64::from(days) + 1);
                let it = run.classes[&class].spent;
                assert!((told - (it.storage + it.early) as f64 / 1e9).abs() < 1e-6, "{class} {days}: {told} {it:?}");
            }
        }
    }

    #[test]
    fn small_objects_are_billed_as_128_kb_in_infrequent_access_only() {
        let fresh = sandbox_after(&SCENES[2], &[]);
        let lines = commands::small(fresh.world(), 10 << 30, 8 << 10);
        let sandbox = sandbox_after(&SCENES[2], &lines.iter().map(String::as_str).collect::<Vec<_>>());
        let run = SmallRun::last(sandbox.world()).unwrap();
        assert_eq!((run.bytes, run.object_bytes), (10 << 30, 8 << 10));
        let times = |class| run.times(class).unwrap().round() as u32;
        assert_eq!([times(Standard), times(StandardIa), times(DeepArchive)], [1, 16, 6]);
    }
}
