//! What a bucket cost, by what it was for, read off the bill; a set of buckets, one for each class. It computes no price.

use std::collections::BTreeMap;

use skylab_cloud::{
    World,
    bill::{self, Usd},
    clock::Month,
    ident::AccountId,
    s3::{Load, StorageClass},
};

use super::scenes::{CLASSES, slug};

/// Dollars in billionths, by what they were for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spent {
    /// Keeping the bytes; watching over them in Intelligent-Tiering.
    pub storage: i128,
    /// What was left of a minimum duration.
    pub early: i128,
    /// PUT requests: paid once.
    pub writes: i128,
    /// GET requests and retrieved bytes.
    pub reads: i128,
}

impl Spent {
    /// What comes again every month, or falls due for leaving.
    pub(super) fn without_writes(self) -> i128 {
        self.storage + self.early + self.reads
    }
}

/// What each bucket cost, in one month or in all.
pub(super) fn by_bucket(world: &World, month: Option<Month>) -> BTreeMap<String, Spent> {
    let mut buckets: BTreeMap<String, Spent> = BTreeMap::new();
    for line in bill::bill(world, AccountId::OWN, month).lines {
        let (amount, all) = (line.amount_usd.map_or(0, Usd::nanos), line.quantity.to_f64());
        let usage = line.usage_type.split_once('-').map_or("", |(_, usage)| usage);
        for (bucket, quantity) in &line.resources {
            // a line's sum is shared by quantity
            let share = if all > 0.0 { (amount as f64 * quantity.to_f64() / all).round() as i128 } else { 0 };
            let spent = buckets.entry(bucket.clone()).or_default();
            *part(spent, usage) += share;
        }
    }
    buckets
}

fn part<'a>(spent: &'a mut Spent, usage: &str) -> &'a mut i128 {
    match usage {
        it if it.starts_with("EarlyDelete") => &mut spent.early,
        it if it.ends_with("Tier1") => &mut spent.writes,
        it if it.starts_with("Requests") || it.starts_with("Retrieval") => &mut spent.reads,
        _ => &mut spent.storage,
    }
}

/// The first month in which a bucket was used.
pub(super) fn first_month(world: &World, bucket: &str) -> Option<Month> {
    let used = world.usage().until(world.now());
    used.into_iter().filter(|(key, _)| &*key.resource == bucket).filter_map(|(_, months)| months.keys().next().copied()).min()
}

/// The loads of a set by class, from the buckets called `<prefix><class>`.
pub(super) fn loads<'a>(world: &'a World, prefix: &str) -> BTreeMap<StorageClass, &'a Load> {
    let of = |class: StorageClass| {
        let bucket = format!("{prefix}{}", slug(class));
        Some((class, world.s3.loads().iter().rev().find(|load| load.spec().bucket == bucket)?))
    };
    CLASSES.into_iter().filter_map(of).collect()
}

/// The sets of that kind by the word between `<kind>` and the class, the one loaded last at the end.
pub(super) fn sets<'a>(world: &'a World, kind: &str) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for load in world.s3.loads() {
        let Some(rest) = load.spec().bucket.strip_prefix(kind) else { continue };
        if let Some((word, _)) = rest.split_once('-') {
            found.retain(|known| *known != word);
            found.push(word);
        }
    }
    found
}
