//! What KMS holds: keys and aliases of all accounts and regions, by ARN. It decides nothing about who may use a key.

use std::{collections::BTreeMap, ops::Bound};

use serde::{Deserialize, Serialize};

use super::{
    alias::Alias,
    audit, guard,
    key::{Key, State},
    meter, retirement, rotation,
};
use crate::{
    World,
    api::ApiError,
    audit::{Asked, Told},
    clock::SimTime,
    ident::{AccountId, Region},
    policy::{Denial, Question, Resource},
    world::Service,
};

/// All keys and aliases.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kms {
    /// By ARN, so that the keys of a region are neighbours.
    pub(super) keys: BTreeMap<String, Key>,
    /// By alias ARN.
    pub(super) aliases: BTreeMap<String, Alias>,
}

impl Kms {
    /// The key of that ARN.
    pub fn key(&self, arn: &str) -> Option<&Key> {
        self.keys.get(arn)
    }

    /// The keys of an account in a region, by id.
    pub fn keys(&self, account: AccountId, region: Region) -> impl Iterator<Item = &Key> {
        self.keys_after(account, region, "")
    }

    /// … those whose id follows another.
    pub(super) fn keys_after(&self, account: AccountId, region: Region, id: &str) -> impl Iterator<Item = &Key> {
        let from = super::key::arn(account, region, id);
        let here = move |key: &&Key| key.account == account && key.region == region;
        self.keys.range((Bound::Excluded(from), Bound::Unbounded)).map(|(_, key)| key).take_while(here)
    }

    /// All keys of a region, whoever owns them.
    pub(super) fn keys_in(&self, region: Region) -> impl Iterator<Item = &Key> {
        let start = format!("arn:aws:kms:{region}:");
        let prefix = start.clone();
        self.keys.range(start..).take_while(move |(arn, _)| arn.starts_with(&prefix)).map(|(_, key)| key)
    }

    /// The aliases of an account in a region, by name.
    pub fn aliases(&self, account: AccountId, region: Region) -> impl Iterator<Item = &Alias> {
        let start = super::alias::arn(account, region, "");
        let prefix = start.clone();
        self.aliases.range(start..).take_while(move |(arn, _)| arn.starts_with(&prefix)).map(|(_, alias)| alias)
    }

    /// Changes a key and keeps what it costs in step.
    pub(super) fn edit<T>(world: &mut World, arn: &str, edit: impl FnOnce(&mut Key) -> T) -> Option<T> {
        let now = world.now();
        let key = world.kms.keys.get_mut(arn)?;
        let before = meter::level(key);
        let result = edit(key);
        let (after, place) = (meter::level(key), meter::Place::of(key));
        meter::shift(world, &place, before, after, now);
        Some(result)
    }
}

impl Service for Kms {
    fn next_due(&self) -> Option<SimTime> {
        self.keys.values().filter_map(due).min()
    }

    fn wake(world: &mut World) {
        let now = world.now();
        let due: Vec<String> =
            world.kms.keys.iter().filter(|(_, key)| due(key).is_some_and(|at| at <= now)).map(|(arn, _)| arn.clone()).collect();
        for arn in due {
            retirement::wake(world, &arn);
            rotation::wake(world, &arn);
        }
    }

    fn owner(&self, arn: &str) -> Option<AccountId> {
        self.keys.get(arn).map(|key| key.account)
    }

    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        guard::resources(world, question)
    }

    fn denied(denial: &Denial) -> ApiError {
        guard::denied(denial)
    }

    fn told(asked: &Asked<'_>) -> Told {
        audit::told(asked)
    }

    fn weight(&self) -> usize {
        self.keys.len() + self.aliases.len()
    }
}

/// When a key changes by itself.
fn due(key: &Key) -> Option<SimTime> {
    match key.state {
        State::PendingDeletion { at, .. } => Some(at),
        State::Creating { until } => Some(until),
        State::Enabled => key.rotation.as_ref().and_then(|rotation| rotation.next),
        State::Disabled | State::PendingReplicaDeletion { .. } => None,
    }
}
