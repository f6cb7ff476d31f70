//! What a month costs by class for a set of equal objects read so many times: the model's own footprint of an object at the
//! region's prices. It reads no sandbox; the tests hold it against simulated months.

use std::collections::BTreeMap;

use skylab_cloud::{
    World,
    api::Origin,
    bill::{self, Usd},
    body::Body,
    clock::SimTime,
    ident::Region,
    s3::{
        CreateBucket, PutObject,
        StorageClass::{self, GlacierIr, OnezoneIa, Standard, StandardIa},
    },
};

use super::scenes::CLASSES;

/// Bytes of a GB on a bill.
const GB: f64 = (1_u64 << 30) as f64;

/// The classes that answer a GET at once at a price that does not depend on the past.
pub(super) const AT_ONCE: [StorageClass; 4] = [Standard, StandardIa, OnezoneIa, GlacierIr];

/// A point at which another class becomes the cheapest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BreakEven {
    /// Reads of everything a month.
    pub reads: f64,
    /// Dollars a month.
    pub usd: f64,
    /// Cheapest below.
    pub below: StorageClass,
    /// Cheapest above.
    pub above: StorageClass,
}

/// A set of equal objects.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Set {
    pub bytes: u64,
    pub object_bytes: u64,
    /// What one object lays into storage, by class and usage type.
    footprint: BTreeMap<StorageClass, Vec<(String, u128)>>,
}

impl Set {
    pub(super) fn new(bytes: u64, object_bytes: u64) -> Self {
        let footprint = CLASSES.into_iter().map(|class| (class, footprint(class, object_bytes))).collect();
        Self { bytes, object_bytes, footprint }
    }

    pub(super) fn n_objects(&self) -> u64 {
        self.bytes / self.object_bytes.max(1)
    }

    /// Bytes that one object is billed as, whatever the usage types.
    pub(super) fn billed_bytes(&self, class: StorageClass) -> u64 {
        let parts = self.footprint.get(&class).into_iter().flatten().filter(|(usage, _)| usage.starts_with("TimedStorage"));
        parts.map(|(_, bytes)| u64::try_from(*bytes).unwrap_or(u64::MAX)).sum()
    }

    /// Dollars for keeping the whole set a month.
    pub(super) fn storage(&self, class: StorageClass) -> f64 {
        let one = |(usage, level): &(String, u128)| {
            // storage is priced by the GB, watching over objects by the thousand
            let per = if usage.starts_with("TimedStorage") { GB } else { 1_000.0 };
            price(usage, "") * *level as f64 / per
        };
        self.n_objects() as f64 * self.footprint.get(&class).into_iter().flatten().map(one).sum::<f64>()
    }

    /// Dollars for reading every object once.
    pub(super) fn read(&self, class: StorageClass) -> f64 {
        let retrieval = class.retrieval_usage().map_or(0.0, |usage| price(usage, ""));
        self.n_objects() as f64 * (price(class.get_usage(), "") / 1_000.0 + retrieval * self.object_bytes as f64 / GB)
    }

    /// Dollars for a month in which everything is read that often. Writing is left out: it is paid once.
    pub(super) fn month(&self, class: StorageClass, reads: f64) -> f64 {
        self.storage(class) + reads * self.read(class)
    }

    /// Where the cheapest of the classes changes, with One Zone and, for data that must survive a zone, without.
    pub(super) fn break_evens(&self) -> Vec<BreakEven> {
        let mut all = self.envelope(&AT_ONCE);
        for more in self.envelope(&[Standard, StandardIa, GlacierIr]) {
            if !all.iter().any(|known| (known.below, known.above) == (more.below, more.above)) {
                all.push(more);
            }
        }
        all.sort_by(|a, b| a.reads.total_cmp(&b.reads));
        all
    }

    fn envelope(&self, classes: &[StorageClass]) -> Vec<BreakEven> {
        let mut points = Vec::new();
        let first = classes.iter().copied().min_by(|a, b| self.storage(*a).total_cmp(&self.storage(*b)));
        let Some(mut cheapest) = first else { return points };
        let mut reads = 0.0;
        loop {
            let crossing = |class: &StorageClass| {
                let flatter = self.read(cheapest) - self.read(*class);
                let at = (self.storage(*class) - self.storage(cheapest)) / flatter;
                (flatter > 0.0 && at > reads).then_some((at, *class))
            };
            let Some((at, class)) = classes.iter().filter_map(crossing).min_by(|a, b| a.0.total_cmp(&b.0)) else { return points };
            points.push(BreakEven { reads: at, usd: self.month(class, at), below: cheapest, above: class });
            (reads, cheapest) = (at, class);
        }
    }
}

/// Dollars for one unit in Seoul.
pub(super) fn price(usage_type: &str, operation: &str) -> f64 {
    bill::unit_price(Region::SEOUL, usage_type, operation).map_or(0.0, Usd::to_f64)
}

/// Asks the model: one object of that size in an empty cloud, and what it lays into storage.
fn footprint(class: StorageClass, object_bytes: u64) -> Vec<(String, u128)> {
    let origin = Origin::admin(Region::US_EAST_1);
    let mut world = World::new(SimTime::START, 0);
    let bucket = "one".to_owned();
    let put = PutObject {
        bucket: bucket.clone(),
        key: "one".to_owned(),
        body: Body::Zeros(object_bytes),
        storage_class: Some(class.name().to_owned()),
        ..PutObject::default()
    };
    let made = world.call(&origin, CreateBucket { bucket, ..CreateBucket::default() }.into());
    if let Err(why) = made.and_then(|_| world.call(&origin, put.into())) {
        log::error!("no object could be put into {class}: {why}");
    }
    world.usage().levels().map(|(key, level)| (key.usage_type.to_string(), level)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_objects_are_billed_as_the_model_bills_them() {
        let small = Set::new(1 << 30, 8 << 10);
        assert_eq!(small.billed_bytes(Standard), 8 << 10);
        assert_eq!(small.billed_bytes(StandardIa), 128 << 10);
        assert_eq!(small.billed_bytes(StorageClass::Glacier), 48 << 10);
        assert!(small.storage(StandardIa) > small.storage(Standard), "the class that is cheaper by the GB is dearer here");
    }

    #[test]
    fn at_a_break_even_both_classes_cost_the_same_and_on_either_side_the_named_one_is_cheaper() {
        for object_bytes in [8 << 10, 128 << 10, 1 << 20, 64 << 20] {
            let set = Set::new(400 << 30, object_bytes);
            for point in set.break_evens() {
                let cost = |class, reads| set.month(class, reads);
                assert!((cost(point.below, point.reads) - cost(point.above, point.reads)).abs() < 1e-9, "{point:?}");
                assert!(cost(point.below, point.reads * 0.9) < cost(point.above, point.reads * 0.9), "{point:?}");
                assert!(cost(point.above, point.reads * 1.1) < cost(point.below, point.reads * 1.1), "{point:?}");
            }
        }
    }

    #[test]
    fn large_objects_go_from_instant_retrieval_through_infrequent_access_to_standard() {
        let chain = |points: &[BreakEven]| points.iter().map(|point| (point.below, point.above)).collect::<Vec<_>>();
        let set = Set::new(400 << 30, 1 << 20);
        assert_eq!(chain(&set.envelope(&AT_ONCE)), [(GlacierIr, OnezoneIa), (OnezoneIa, Standard)]);
        assert_eq!(set.break_evens().len(), 4);
        let small = Set::new(400 << 30, 8 << 10);
        assert_eq!(small.break_evens(), [], "small objects are cheapest in STANDARD however seldom they are read");
    }
}
