//! What KMS costs: a key for as long as it is there, and each request. It knows usage types, not prices.

use std::{borrow::Cow, sync::Arc};

use super::key::{Key, State};
use crate::{
    World,
    clock::SimTime,
    ident::{AccountId, Region},
    usage::UsageKey,
};

/// Whose bill, where, for which key.
pub(super) struct Place {
    account: AccountId,
    region: Region,
    key: Arc<str>,
}

impl Place {
    pub(super) fn of(key: &Key) -> Self {
        Self { account: key.account, region: key.region, key: key.id.as_str().into() }
    }

    fn key(&self, usage_type: &'static str) -> UsageKey {
        UsageKey {
            account: self.account,
            region: self.region,
            usage_type: Cow::Borrowed(usage_type),
            operation: Cow::Borrowed(""),
            resource: self.key.clone(),
        }
    }
}

/// Key-months that a key costs a month at present. A key that waits to be deleted costs nothing (KMS pricing).
pub(super) fn level(key: &Key) -> u128 {
    match key.state {
        State::PendingDeletion { .. } => 0,
        _ => key.billed_units(),
    }
}

/// Moves the level of a key.
pub(super) fn shift(world: &mut World, place: &Place, before: u128, after: u128, now: SimTime) {
    let change = after as i128 - before as i128;
    world.core.usage.shift(&place.key("KMS-Keys"), change, now);
}

/// A cancelled deletion was none: the time that the key waited is billed after all, each part in its month.
pub(super) fn bill_waiting(world: &mut World, place: &Place, units: u128, since: SimTime) {
    let now = world.now();
    let mut from = since;
    while from < now {
        let to = from.month().next().start().min(now);
        let millis = u128::from(to.since(from).unsigned_abs());
        world.core.usage.count(place.key("KMS-Keys"), units * millis, from);
        from = to;
    }
}

/// The usage key of requests by an account on a key.
pub(super) fn requests(account: AccountId, region: Region, key_id: &str) -> UsageKey {
    Place { account, region, key: key_id.into() }.key("KMS-Requests")
}
