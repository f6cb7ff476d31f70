//! Multi-Region keys: one id and one material in several regions. Each key has its own policy, grants, aliases, tags and state;
//! the primary key rotates for all and is the only one that may be replicated.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;

use super::{
    Key, KeyMetadata, Kms, access, create, errors,
    find::{self, By},
    key::{self, State},
    key_policy,
    tags::{self, Tag},
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    clock::SECOND_MS,
    ident::Region,
};

/// How long a replica is being made: "a few seconds" (KMS API Reference, ReplicateKey).
const CREATING_MILLIS: i64 = 5 * SECOND_MS;

/// The related keys of a multi-Region key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// Where the primary key lies.
    pub primary: Region,
    /// Where replicas lie, in the order of their making.
    pub replicas: Vec<Region>,
}

impl Family {
    pub(super) fn alone(primary: Region) -> Self {
        Self { primary, replicas: Vec::new() }
    }

    pub(super) fn is_primary(&self, key: &Key) -> bool {
        self.primary == key.region
    }

    /// True for a primary key with a replica somewhere.
    pub(super) fn has_replicas(&self, key: &Key) -> bool {
        self.is_primary(key) && !self.replicas.is_empty()
    }

    pub(super) fn primary_arn(&self, key: &Key) -> String {
        key::arn(key.account, self.primary, &key.id)
    }

    /// The ARNs of all keys of the family.
    pub(super) fn arns(&self, key: &Key) -> Vec<String> {
        [self.primary].iter().chain(&self.replicas).map(|region| key::arn(key.account, *region, &key.id)).collect()
    }

    /// `MultiRegionConfiguration`.
    pub(super) fn shown(&self, key: &Key) -> Value {
        let shown = |region: Region| json!({"Arn": key::arn(key.account, region, &key.id), "Region": region});
        json!({
            "MultiRegionKeyType": if self.is_primary(key) { "PRIMARY" } else { "REPLICA" },
            "PrimaryKey": shown(self.primary),
            "ReplicaKeys": self.replicas.iter().map(|region| shown(*region)).collect::<Vec<_>>(),
        })
    }
}

/// The primary key that a request means.
fn primary<'a>(cx: &'a Call<'_>, text: &str) -> Result<(&'a Key, &'a Family), ApiError> {
    let key = access::key(cx.world, cx.origin, text, By::Key)?;
    match &key.family {
        Some(family) if family.is_primary(key) => Ok((key, family)),
        Some(_) => Err(errors::unsupported(format!("{} is not a multi-Region primary key.", key.arn()))),
        None => Err(errors::unsupported(format!("{} is not a multi-Region key.", key.arn()))),
    }
}

/// Gives all keys of a family the same record of it.
fn tell(world: &mut World, arns: &[String], family: &Family) {
    for arn in arns {
        Kms::edit(world, arn, |key| key.family = Some(family.clone()));
    }
}

fn region_named(name: &str, member: &str) -> Result<Region, ApiError> {
    Region::named(name).ok_or_else(|| errors::validation(format!("{name} is not a valid {member}.")))
}

/// Makes a replica of a primary key in another region.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ReplicateKey {
    /// The primary key.
    pub key_id: String,
    /// Where the replica shall lie.
    pub replica_region: String,
    /// The replica's own key policy.
    pub policy: Option<String>,
    /// Lets a policy pass that locks the caller out.
    pub bypass_policy_lockout_safety_check: Option<bool>,
    /// The replica's own description.
    pub description: Option<String>,
    /// The replica's own tags.
    pub tags: Option<Vec<Tag>>,
}

/// What ReplicateKey answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReplicateKeyOutput {
    replica_key_metadata: KeyMetadata,
    replica_policy: String,
    replica_tags: Vec<Tag>,
}

impl Operation for ReplicateKey {
    type Output = ReplicateKeyOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("a replica is being made for five seconds");

    fn needs(&self) -> Need {
        access::need("kms:ReplicateKey", &self.key_id).with("kms:ReplicaRegion", Some(&self.replica_region))
    }
}

impl Write for ReplicateKey {
    fn apply(self, cx: &mut Call<'_>) -> Result<ReplicateKeyOutput, ApiError> {
        access::bill(cx, &self.key_id);
        let (key, family) = primary(cx, &self.key_id)?;
        find::usable(key)?;
        let region = region_named(&self.replica_region, "ReplicaRegion")?;
        if region == family.primary || family.replicas.contains(&region) {
            return Err(errors::replica_exists(&key.id, region.name()));
        }
        create::check_description(self.description.as_deref())?;
        let tags = tags::checked(self.tags.as_deref().unwrap_or_default(), &std::collections::BTreeMap::new())?;
        let policy = match &self.policy {
            None => key_policy::default_of(key.account),
            Some(policy) => Some(key_policy::read(policy)?),
        };
        let mut family = family.clone();
        family.replicas.push(region);
        let mut replica = key.clone();
        replica.region = region;
        replica.created = cx.now();
        replica.description = self.description.unwrap_or_default();
        replica.state = State::Creating { until: cx.now().plus(CREATING_MILLIS) };
        replica.policy = policy;
        replica.tags = tags;
        replica.rotation = None;
        replica.grants.clear();
        replica.family = Some(family.clone());
        if self.policy.is_some() && self.bypass_policy_lockout_safety_check != Some(true) {
            key_policy::check_lockout(cx, replica.clone())?;
        }
        let arns = family.arns(key);
        let output = ReplicateKeyOutput {
            replica_key_metadata: KeyMetadata::of(&replica),
            replica_policy: replica.policy().to_owned(),
            replica_tags: tags::listed(&replica.tags),
        };
        tell(cx.world, &arns, &family);
        create::insert(cx.world, replica);
        Ok(output)
    }
}

/// Makes a replica the primary key, and the primary key a replica.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdatePrimaryRegion {
    /// The present primary key.
    pub key_id: String,
    /// Where the replica lies that shall take its place.
    pub primary_region: String,
}

impl Operation for UpdatePrimaryRegion {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("the change is complete at once, without the state Updating");

    fn needs(&self) -> Need {
        access::need("kms:UpdatePrimaryRegion", &self.key_id).with("kms:PrimaryRegion", Some(&self.primary_region))
    }
}

impl Write for UpdatePrimaryRegion {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let (key, family) = primary(cx, &self.key_id)?;
        find::usable(key)?;
        let region = region_named(&self.primary_region, "PrimaryRegion")?;
        let other_arn = key::arn(key.account, region, &key.id);
        let Some(other) = cx.world.kms.key(&other_arn).filter(|_| family.replicas.contains(&region)) else {
            return Err(errors::no_such_key(&other_arn));
        };
        find::usable(other)?;
        let (arn, rotation) = (key.arn(), key.rotation);
        let mut updated = Family { primary: region, replicas: family.replicas.clone() };
        updated.replicas.retain(|replica| *replica != region);
        updated.replicas.push(family.primary);
        let arns = updated.arns(key);
        tell(cx.world, &arns, &updated);
        Kms::edit(cx.world, &arn, |key| key.rotation = None);
        Kms::edit(cx.world, &other_arn, |key| key.rotation = rotation);
        Ok(())
    }
}

/// After a replica was deleted its relatives know it no more; a primary key that waited for the last one now waits for itself.
pub(super) fn replica_is_gone(world: &mut World, gone: &Key) {
    let Some(family) = &gone.family else { return };
    let left = Family { primary: family.primary, replicas: family.replicas.iter().copied().filter(|it| *it != gone.region).collect() };
    let (arns, primary) = (left.arns(gone), left.primary_arn(gone));
    tell(world, &arns, &left);
    let now = world.now();
    if let (true, Some(State::PendingReplicaDeletion { days, .. })) = (left.replicas.is_empty(), world.kms.key(&primary).map(Key::state)) {
        Kms::edit(world, &primary, |key| key.state = State::PendingDeletion { since: now, at: now.plus_days(days) });
    }
}
