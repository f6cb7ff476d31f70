//! Taking a key out of use: disabling it, which one command undoes, and deleting it, which nothing undoes once its waiting
//! period is over. What was encrypted under a deleted key can never be read again.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Key, Kms, access, errors,
    find::{self, By},
    key::State,
    meter, regions, rotation,
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Write},
    clock::SimTime,
    facts::Facts,
    world::Happening,
};

/// Days that a key waits at least and at most (KMS Developer Guide, deleting keys).
const MIN_WAITING_DAYS: i64 = 7;
const MAX_WAITING_DAYS: i64 = 30;

/// Lets a key be deleted after a waiting period in which it cannot be used.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ScheduleKeyDeletion {
    /// Which.
    pub key_id: String,
    /// From 7 to 30; 30 without.
    pub pending_window_in_days: Option<i64>,
}

/// What ScheduleKeyDeletion answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ScheduleKeyDeletionOutput {
    key_id: String,
    deletion_date: Option<SimTime>,
    key_state: &'static str,
    pending_window_in_days: i64,
}

impl Operation for ScheduleKeyDeletion {
    type Output = ScheduleKeyDeletionOutput;

    fn needs(&self) -> Need {
        access::need("kms:ScheduleKeyDeletion", &self.key_id)
            .with("kms:ScheduleKeyDeletionPendingWindowInDays", Some(self.pending_window_in_days.unwrap_or(MAX_WAITING_DAYS)))
    }
}

impl Write for ScheduleKeyDeletion {
    fn apply(self, cx: &mut Call<'_>) -> Result<ScheduleKeyDeletionOutput, ApiError> {
        access::bill(cx, &self.key_id);
        let days = self.pending_window_in_days.unwrap_or(MAX_WAITING_DAYS);
        if !(MIN_WAITING_DAYS..=MAX_WAITING_DAYS).contains(&days) {
            let bounds = format!("PendingWindowInDays should be between {MIN_WAITING_DAYS} and {MAX_WAITING_DAYS}, but it is {days}");
            return Err(errors::validation(bounds));
        }
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        find::not_pending(key)?;
        let (arn, since, days_u32) = (key.arn(), cx.now(), u32::try_from(days).unwrap_or(0));
        let waits_for_replicas = key.family.as_ref().is_some_and(|family| family.has_replicas(key));
        let state = if waits_for_replicas {
            State::PendingReplicaDeletion { since, days: days_u32 }
        } else {
            State::PendingDeletion { since, at: since.plus_days(days_u32) }
        };
        Kms::edit(cx.world, &arn, |key| key.state = state);
        Ok(ScheduleKeyDeletionOutput {
            key_id: arn,
            deletion_date: if let State::PendingDeletion { at, .. } = state { Some(at) } else { None },
            key_state: state.name(),
            pending_window_in_days: days,
        })
    }
}

/// Keeps a key that waits to be deleted. It comes back disabled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CancelKeyDeletion {
    /// Which.
    pub key_id: String,
}

/// What CancelKeyDeletion answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CancelKeyDeletionOutput {
    key_id: String,
}

impl Operation for CancelKeyDeletion {
    type Output = CancelKeyDeletionOutput;

    fn needs(&self) -> Need {
        access::need("kms:CancelKeyDeletion", &self.key_id)
    }
}

impl Write for CancelKeyDeletion {
    fn apply(self, cx: &mut Call<'_>) -> Result<CancelKeyDeletionOutput, ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        let (arn, place, units) = (key.arn(), meter::Place::of(key), key.billed_units());
        match key.state {
            State::PendingDeletion { since, .. } => meter::bill_waiting(cx.world, &place, units, since),
            State::PendingReplicaDeletion { .. } => {}
            _ => return Err(errors::invalid_state(&arn, "is not pending deletion")),
        }
        Kms::edit(cx.world, &arn, |key| key.state = State::Disabled);
        Ok(CancelKeyDeletionOutput { key_id: arn })
    }
}

macro_rules! switches {
    ($($(#[$doc:meta])* $name:ident, $action:literal, $state:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Which.
            pub key_id: String,
        }

        impl Operation for $name {
            type Output = ();

            fn needs(&self) -> Need {
                access::need($action, &self.key_id)
            }
        }

        impl Write for $name {
            fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
                access::bill(cx, &self.key_id);
                let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
                find::not_pending(key)?;
                let arn = key.arn();
                Kms::edit(cx.world, &arn, |key| key.state = $state);
                rotation::wake(cx.world, &arn);
                Ok(())
            }
        }
    )*};
}

switches! {
    /// Lets a disabled key be used again.
    EnableKey, "kms:EnableKey", State::Enabled;
    /// Takes a key out of use until it is enabled again.
    DisableKey, "kms:DisableKey", State::Disabled;
}

/// Lets what is due happen to a key: a deletion, or the end of its first seconds.
pub(super) fn wake(world: &mut World, arn: &str) {
    let now = world.now();
    match world.kms.key(arn).map(Key::state) {
        Some(State::PendingDeletion { at, .. }) if at <= now => delete(world, arn),
        Some(State::Creating { until }) if until <= now => {
            Kms::edit(world, arn, |key| key.state = State::Enabled);
        }
        _ => {}
    }
}

/// Deletes a key with its aliases and grants.
fn delete(world: &mut World, arn: &str) {
    let Some(key) = world.kms.keys.remove(arn) else { return };
    world.kms.aliases.retain(|_, alias| (alias.account, alias.region, &alias.target) != (key.account, key.region, &key.id));
    world.happen(Happening { name: "DeleteKey".to_owned(), resource: arn.to_owned(), facts: Facts::default() });
    regions::replica_is_gone(world, &key);
}
