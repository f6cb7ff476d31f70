//! The only storage of objects: cohorts of neighbouring keys with one and the same stack of versions.
//!
//! The form is canonical: a cohort is a longest run of consecutive keys whose stacks continue one another and between
//! which no other key sorts. So a thousand single PUTs and one bulk load of the same objects are stored alike.

use std::{collections::BTreeMap, ops::Bound, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    keys,
    version::{Object, Stack, Version, continues, shifted},
};

/// Neighbouring keys with the same versions; version numbers count up along the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cohort {
    /// How many keys.
    pub len: u64,
    /// The first key's versions, newest first.
    pub(super) stack: Stack,
}

impl Cohort {
    /// The versions of the first key, newest first.
    pub fn versions(&self) -> &[Version] {
        &self.stack
    }
}

/// Cohorts by first key, in key order; their keys never interleave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Store {
    cohorts: BTreeMap<Arc<str>, Cohort>,
}

/// A cohort found for a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    pub first: &'a Arc<str>,
    pub cohort: &'a Cohort,
    /// How far the key lies in it.
    pub offset: u64,
}

impl Store {
    /// Cohorts with their first keys, in key order.
    pub fn cohorts(&self) -> impl Iterator<Item = (&Arc<str>, &Cohort)> {
        self.cohorts.iter()
    }

    /// How many cohorts.
    pub fn n_cohorts(&self) -> usize {
        self.cohorts.len()
    }

    /// True without any key.
    pub fn is_empty(&self) -> bool {
        self.cohorts.is_empty()
    }

    /// The current object of a key: `None` if there is no such key, or a delete marker lies on top.
    pub fn current(&self, key: &str) -> Option<&Object> {
        self.find(key)?.cohort.versions().first()?.object()
    }

    /// The cohort that holds a key.
    pub(super) fn find(&self, key: &str) -> Option<Found<'_>> {
        let (first, cohort) = self.cohorts.range::<str, _>((Bound::Unbounded, Bound::Included(key))).next_back()?;
        Some(Found { first, cohort, offset: keys::offset(first, cohort.len, key)? })
    }

    /// Cohorts from the one that holds or follows `key` on.
    pub(super) fn from(&self, key: &str) -> impl Iterator<Item = (&Arc<str>, &Cohort)> {
        let before = self.cohorts.range::<str, _>((Bound::Unbounded, Bound::Excluded(key))).next_back();
        let start = before.filter(|(first, cohort)| keys::n_before(first, cohort.len, key) < cohort.len).map_or(key, |(first, _)| first);
        self.cohorts.range::<str, _>((Bound::Included(start), Bound::Unbounded))
    }

    /// Takes out the keys `first..first + len`, which must lie in one cohort or be absent altogether.
    pub(super) fn take(&mut self, first: &str, len: u64) -> Option<Stack> {
        let (start, offset) = self.find(first).map(|found| (found.first.clone(), found.offset))?;
        let cohort = self.cohorts.remove(&start)?;
        let stack = shifted(&cohort.stack, offset);
        if offset + len < cohort.len {
            let rest = shifted(&cohort.stack, offset + len);
            self.cohorts.insert(keys::nth(&start, offset + len).into(), Cohort { len: cohort.len - offset - len, stack: rest });
        }
        if offset > 0 {
            self.cohorts.insert(start, Cohort { len: offset, stack: cohort.stack });
        }
        Some(stack)
    }

    /// Puts in keys that are absent. Returns the first keys of the cohorts that now hold them.
    pub(super) fn put(&mut self, first: Arc<str>, len: u64, stack: Stack) -> Vec<Arc<str>> {
        self.split_around(&first);
        let next = self.cohorts.range::<str, _>((Bound::Excluded(&*first), Bound::Unbounded)).next();
        let fits = next.map_or(len, |(next, _)| keys::n_before(&first, len, next));
        if fits < len {
            let rest = shifted(&stack, fits);
            let second = keys::nth(&first, fits).into();
            let mut firsts = self.put(first, fits, stack);
            firsts.extend(self.put(second, len - fits, rest));
            return firsts;
        }
        self.cohorts.insert(first.clone(), Cohort { len, stack });
        vec![self.rejoin(&first)]
    }

    /// The stack of a cohort that is just the keys `first..first + len`, to be changed in place; whoever changes it joins it
    /// with its neighbours afterwards.
    pub(super) fn whole(&mut self, first: &str, len: u64) -> Option<&mut Stack> {
        self.cohorts.get_mut(first).filter(|cohort| cohort.len == len).map(|cohort| &mut cohort.stack)
    }

    /// Joins a cohort with its neighbours where their stacks now continue one another; gives the first key of what holds it.
    pub(super) fn rejoin(&mut self, first: &Arc<str>) -> Arc<str> {
        let first = self.join_before(first.clone());
        self.join_after(&first);
        first
    }

    /// Joins what became neighbours where keys from `key` on were taken out.
    pub(super) fn heal(&mut self, key: &str) {
        let next = self.cohorts.range::<str, _>((Bound::Included(key), Bound::Unbounded)).next();
        if let Some(next) = next.map(|(next, _)| next.clone()) {
            self.join_before(next);
        }
    }

    /// Splits the cohort whose keys `key` would sort between.
    fn split_around(&mut self, key: &str) {
        let Some((start, cohort)) = self.cohorts.range::<str, _>((Bound::Unbounded, Bound::Excluded(key))).next_back() else { return };
        let before = keys::n_before(start, cohort.len, key);
        if before < cohort.len {
            let (start, len) = (start.clone(), cohort.len);
            if let Some(stack) = self.take(&keys::nth(&start, before), len - before) {
                self.cohorts.insert(keys::nth(&start, before).into(), Cohort { len: len - before, stack });
            }
        }
    }

    fn join_before(&mut self, first: Arc<str>) -> Arc<str> {
        let neighbour = self.cohorts.range::<str, _>((Bound::Unbounded, Bound::Excluded(&*first))).next_back();
        // most neighbours are of another series: their keys alone tell, without a further search
        let Some((before, _)) = neighbour.filter(|(before, cohort)| keys::continues(before, cohort.len, &first)) else { return first };
        let before = before.clone();
        if self.join(&before, &first) { before } else { first }
    }

    fn join_after(&mut self, first: &Arc<str>) {
        let mut from = self.cohorts.range::<str, _>((Bound::Included(&**first), Bound::Unbounded));
        let (Some((_, cohort)), Some((after, _))) = (from.next(), from.next()) else { return };
        if keys::continues(first, cohort.len, after) {
            let after = after.clone();
            self.join(first, &after);
        }
    }

    /// Joins two cohorts whose keys continue one another, if their stacks do.
    fn join(&mut self, first: &Arc<str>, second: &Arc<str>) -> bool {
        let (Some(left), Some(right)) = (self.cohorts.get(first), self.cohorts.get(second)) else { return false };
        if !continues(&left.stack, left.len, &right.stack) {
            return false;
        }
        let added = right.len;
        self.cohorts.remove(second);
        if let Some(left) = self.cohorts.get_mut(first) {
            left.len += added;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{clock::SimTime, s3::version::Kind};

    fn stack(number: Option<u64>) -> Stack {
        vec![Version { number, written: SimTime::START, succeeded: None, kind: Kind::Marker, replication: None }]
    }

    fn keys_of(store: &Store) -> Vec<(String, u64)> {
        store.cohorts().map(|(first, cohort)| (first.to_string(), cohort.len)).collect()
    }

    #[test]
    fn single_keys_grow_into_one_cohort_in_any_order() {
        let mut store = Store::default();
        for n in [3, 1, 2, 0, 4] {
            store.put(format!("a{n}").into(), 1, stack(None));
        }
        assert_eq!(keys_of(&store), [("a0".to_owned(), 5)]);
    }

    #[test]
    fn version_numbers_must_count_up_along_a_cohort() {
        let mut store = Store::default();
        store.put("a0".into(), 1, stack(Some(7)));
        store.put("a1".into(), 1, stack(Some(8)));
        store.put("a2".into(), 1, stack(Some(3)));
        assert_eq!(keys_of(&store), [("a0".to_owned(), 2), ("a2".to_owned(), 1)]);
    }

    #[test]
    fn a_key_that_sorts_between_splits_a_cohort_and_its_removal_heals_it() {
        let mut store = Store::default();
        store.put("a00".into(), 10, stack(None));
        store.put("a05x".into(), 1, stack(None));
        assert_eq!(keys_of(&store), [("a00".to_owned(), 6), ("a05x".to_owned(), 1), ("a06".to_owned(), 4)]);
        store.take("a05x", 1);
        store.heal("a05x");
        assert_eq!(keys_of(&store), [("a00".to_owned(), 10)]);
    }

    proptest! {
        #[test]
        fn any_order_of_puts_and_takes_gives_the_same_form(keys in prop::collection::btree_set("[ab][0-2]{0,3}x?", 1..30), order in any::<u64>()) {
            let forward = keys.iter().fold(Store::default(), |mut store, key| {
                store.put(key.as_str().into(), 1, stack(None));
                store
            });
            let mut shuffled: Vec<_> = keys.iter().collect();
            shuffled.sort_by_key(|key| key.bytes().fold(order, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)));
            let mut store = Store::default();
            for key in &shuffled {
                store.put(key.as_str().into(), 1, stack(None));
                store.put("b1111".into(), 1, stack(None));
                store.take("b1111", 1);
                store.heal("b1111");
            }
            prop_assert_eq!(&store, &forward);
            for key in &keys {
                prop_assert!(store.find(key).is_some());
            }
            prop_assert_eq!(store.cohorts().map(|(_, cohort)| cohort.len).sum::<u64>(), keys.len() as u64);
        }
    }
}
