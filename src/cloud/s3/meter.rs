//! What objects cost, measured while they change: storage levels, early leaves, requests. It knows usage types, not prices.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use super::version::{self, Object, Stack, Version};
use crate::{
    clock::SimTime,
    ident::{AccountId, Region},
    usage::{Usage, UsageKey},
};

/// Whose bill, where, for which bucket.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub account: AccountId,
    pub region: Region,
    pub bucket: Arc<str>,
}

impl Place {
    pub(super) fn key(&self, usage_type: &'static str, operation: &'static str) -> UsageKey {
        UsageKey {
            account: self.account,
            region: self.region,
            usage_type: Cow::Borrowed(usage_type),
            operation: Cow::Borrowed(operation),
            resource: self.bucket.clone(),
        }
    }
}

/// Measures one change of `len` like keys.
pub(super) struct Meter<'a> {
    usage: &'a mut Usage,
    place: Place,
    len: u64,
    now: SimTime,
    shifts: BTreeMap<&'static str, i128>,
}

impl<'a> Meter<'a> {
    pub(super) fn new(usage: &'a mut Usage, place: Place, len: u64, now: SimTime) -> Self {
        Self { usage, place, len, now, shifts: BTreeMap::new() }
    }

    /// Takes a stack off the storage levels.
    pub(super) fn unstore(&mut self, stack: &Stack) {
        self.shift(stack, -1);
    }

    /// Puts a stack onto the storage levels.
    pub(super) fn store(&mut self, stack: &Stack) {
        self.shift(stack, 1);
    }

    fn shift(&mut self, stack: &Stack, sign: i128) {
        let len = i128::from(self.len);
        for object in stack.iter().filter_map(Version::object) {
            object.storage(self.now, |usage_type, amount| {
                *self.shifts.entry(usage_type).or_default() += sign * len * i128::from(amount);
            });
        }
    }

    /// Moves the gauges by what changed in sum.
    pub(super) fn settle(self) {
        for (usage_type, change) in self.shifts {
            self.usage.shift(&self.place.key(usage_type, ""), change, self.now);
        }
    }

    /// Bills an object that leaves its class now: what is missing to the class's minimum duration.
    pub(super) fn leave(&mut self, object: &Object) {
        let (usage, place, len, now) = (&mut *self.usage, &self.place, u128::from(self.len), self.now);
        object.early_leave(now, |usage_type, amount| usage.count(place.key(usage_type, ""), amount * len, now));
    }

    /// Takes the `null` version out of a stack, if it has one: where versioning is not enabled, a write or a delete replaces it.
    pub(super) fn drop_null(&mut self, stack: &mut Stack) {
        let null = stack.iter().position(|version| version.number.is_none());
        if let Some(object) = null.map(|null| version::remove(stack, null)).as_ref().and_then(Version::object) {
            self.leave(object);
        }
    }

    /// Bills something once per key.
    pub(super) fn count(&mut self, usage_type: &'static str, operation: &'static str, amount: u64) {
        let quantity = u128::from(amount) * u128::from(self.len);
        self.usage.count(self.place.key(usage_type, operation), quantity, self.now);
    }

    /// How many keys the change is about.
    pub(super) fn len(&self) -> u64 {
        self.len
    }
}
