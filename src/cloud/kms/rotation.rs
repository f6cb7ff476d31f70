//! Rotation: new material behind the same key. The key's id, ARN and policies stay, and what was encrypted before can still be
//! read, because earlier materials are kept. Nothing that is stored is encrypted anew.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Key, KeySpec, Kms, Material, access, blob, errors,
    find::{self, By},
    key::State,
    page::{self, End},
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    clock::SimTime,
    facts::Facts,
    world::Happening,
};

/// Days from one rotation to the next: shortest, longest, and where nothing is said (KMS API Reference, EnableKeyRotation).
const MIN_DAYS: i64 = 90;
const MAX_DAYS: i64 = 2_560;
const USUAL_DAYS: u32 = 365;
/// Rotations on demand that one key may have in its life (KMS API Reference, RotateKeyOnDemand).
const MAX_ON_DEMAND: usize = 25;

/// How a key rotates by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// Days from one to the next.
    pub period_days: u32,
    /// The next; none in a replica, whose primary key rotates for it.
    pub next: Option<SimTime>,
}

/// How the keys of AWS's services rotate.
pub(super) fn yearly(since: SimTime) -> Rotation {
    Rotation { period_days: USUAL_DAYS, next: Some(since.plus_days(USUAL_DAYS)) }
}

/// Refuses keys whose material KMS does not rotate.
fn rotatable<'a>(key: &'a Key, operation: &str) -> Result<&'a Key, ApiError> {
    if key.spec != KeySpec::Symmetric {
        return Err(errors::unsupported(format!("{} key spec is {} which is not valid for {operation}.", key.arn(), key.spec.name())));
    }
    match &key.family {
        Some(family) if !family.is_primary(key) => {
            Err(errors::unsupported(format!("{} is a multi-Region replica key, which is not valid for {operation}.", key.arn())))
        }
        _ => Ok(key),
    }
}

/// Lets a key rotate by itself.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct EnableKeyRotation {
    /// Which.
    pub key_id: String,
    /// From 90 to 2,560; 365 without.
    pub rotation_period_in_days: Option<i64>,
}

impl Operation for EnableKeyRotation {
    type Output = ();

    fn needs(&self) -> Need {
        let days = self.rotation_period_in_days.unwrap_or(USUAL_DAYS.into());
        access::need("kms:EnableKeyRotation", &self.key_id).with("kms:RotationPeriodInDays", Some(days))
    }
}

impl Write for EnableKeyRotation {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let days = match self.rotation_period_in_days {
            Some(days) if days < MIN_DAYS => {
                return Err(errors::constraint(days, "rotationPeriodInDays", format!("have value greater than or equal to {MIN_DAYS}")));
            }
            Some(days) if days > MAX_DAYS => {
                return Err(errors::constraint(days, "rotationPeriodInDays", format!("have value less than or equal to {MAX_DAYS}")));
            }
            given => given.and_then(|days| u32::try_from(days).ok()),
        };
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        rotatable(key, "EnableKeyRotation")?;
        find::usable(key)?;
        let kept = key.rotation.map_or(USUAL_DAYS, |rotation| rotation.period_days);
        let (arn, period_days, now) = (key.arn(), days.unwrap_or(kept), cx.now());
        let unchanged = key.rotation.filter(|rotation| rotation.period_days == period_days);
        let rotation = unchanged.unwrap_or(Rotation { period_days, next: Some(now.plus_days(period_days)) });
        Kms::edit(cx.world, &arn, |key| key.rotation = Some(rotation));
        Ok(())
    }
}

/// Stops a key from rotating by itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DisableKeyRotation {
    /// Which.
    pub key_id: String,
}

impl Operation for DisableKeyRotation {
    type Output = ();

    fn needs(&self) -> Need {
        access::need("kms:DisableKeyRotation", &self.key_id)
    }
}

impl Write for DisableKeyRotation {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        rotatable(key, "DisableKeyRotation")?;
        find::usable(key)?;
        let arn = key.arn();
        Kms::edit(cx.world, &arn, |key| key.rotation = None);
        Ok(())
    }
}

/// Says whether a key rotates by itself, and when next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetKeyRotationStatus {
    /// Which.
    pub key_id: String,
}

/// What GetKeyRotationStatus answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetKeyRotationStatusOutput {
    key_rotation_enabled: bool,
    key_id: String,
    rotation_period_in_days: Option<u32>,
    next_rotation_date: Option<SimTime>,
}

impl Operation for GetKeyRotationStatus {
    type Output = GetKeyRotationStatusOutput;

    fn needs(&self) -> Need {
        access::need("kms:GetKeyRotationStatus", &self.key_id)
    }
}

impl Read for GetKeyRotationStatus {
    fn read(self, cx: &mut View<'_>) -> Result<GetKeyRotationStatusOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        if key.spec != KeySpec::Symmetric {
            let (arn, spec) = (key.arn(), key.spec.name());
            return Err(errors::unsupported(format!("{arn} key spec is {spec} which is not valid for GetKeyRotationStatus.")));
        }
        // a replica shows what its primary key does
        let primary = key.family.as_ref().and_then(|family| cx.world.kms.key(&family.primary_arn(key))).unwrap_or(key);
        let pending = matches!(key.state, State::PendingDeletion { .. } | State::PendingReplicaDeletion { .. });
        let rotation = primary.rotation.filter(|_| !pending);
        Ok(GetKeyRotationStatusOutput {
            key_rotation_enabled: rotation.is_some(),
            key_id: key.id.clone(),
            rotation_period_in_days: rotation.map(|rotation| rotation.period_days),
            next_rotation_date: rotation.and_then(|rotation| rotation.next),
        })
    }
}

/// Rotates a key now. Its own schedule stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RotateKeyOnDemand {
    /// Which.
    pub key_id: String,
}

/// What RotateKeyOnDemand answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct RotateKeyOnDemandOutput {
    key_id: String,
}

impl Operation for RotateKeyOnDemand {
    type Output = RotateKeyOnDemandOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("the rotation is complete at once, so none is ever in progress");

    fn needs(&self) -> Need {
        access::need("kms:RotateKeyOnDemand", &self.key_id)
    }
}

impl Write for RotateKeyOnDemand {
    fn apply(self, cx: &mut Call<'_>) -> Result<RotateKeyOnDemandOutput, ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        rotatable(key, "RotateKeyOnDemand")?;
        find::usable(key)?;
        let (arn, key_id) = (key.arn(), key.id.clone());
        let n_on_demand = key.materials.iter().filter(|material| matches!(material.rotated, Some((_, false)))).count();
        if n_on_demand >= MAX_ON_DEMAND {
            return Err(errors::limit_exceeded(format!(
                "The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: {arn}"
            )));
        }
        rotate(cx.world, &arn, false);
        Ok(RotateKeyOnDemandOutput { key_id })
    }
}

/// New material for a key and its replicas.
fn rotate(world: &mut World, arn: &str, by_itself: bool) {
    let Some(key) = world.kms.key(arn) else { return };
    let number = key.materials.len() as u64;
    let material = Material { id: blob::material_id(&world.core.ids, &key.id, number), rotated: Some((world.now(), by_itself)) };
    let relatives = key.family.as_ref().map_or_else(|| vec![arn.to_owned()], |family| family.arns(key));
    for arn in relatives {
        Kms::edit(world, &arn, |key| key.materials.push(material.clone()));
    }
}

/// Rotates a key that is due. One that was disabled meanwhile rotates once when it is enabled.
pub(super) fn wake(world: &mut World, arn: &str) {
    let now = world.now();
    let Some(key) = world.kms.key(arn).filter(|key| key.state == State::Enabled) else { return };
    let Some(Rotation { period_days, next: Some(due) }) = key.rotation.filter(|rotation| rotation.next.is_some_and(|at| at <= now)) else {
        return;
    };
    rotate(world, arn, true);
    let next = if due == now { due.plus_days(period_days) } else { now.plus_days(period_days) };
    Kms::edit(world, arn, |key| key.rotation = Some(Rotation { period_days, next: Some(next) }));
    world.happen(Happening { name: "RotateKey".to_owned(), resource: arn.to_owned(), facts: Facts::default() });
}

/// Lists a key's rotations, oldest first.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListKeyRotations {
    /// Which.
    pub key_id: String,
    /// `ALL_KEY_MATERIAL` for the first material too; `ROTATIONS_ONLY` without.
    pub include_key_material: Option<String>,
    /// At most so many; 100 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

/// What ListKeyRotations answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListKeyRotationsOutput {
    rotations: Vec<RotationsListEntry>,
    #[serde(flatten)]
    end: End,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct RotationsListEntry {
    key_id: String,
    key_material_id: String,
    key_material_state: &'static str,
    rotation_date: Option<SimTime>,
    rotation_type: Option<&'static str>,
}

impl Operation for ListKeyRotations {
    type Output = ListKeyRotationsOutput;

    fn needs(&self) -> Need {
        access::need("kms:ListKeyRotations", &self.key_id)
    }
}

impl Read for ListKeyRotations {
    fn read(self, cx: &mut View<'_>) -> Result<ListKeyRotationsOutput, ApiError> {
        const WHICH: [&str; 2] = ["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"];
        access::bill_read(cx, &self.key_id);
        let all = match self.include_key_material.as_deref() {
            None | Some("ROTATIONS_ONLY") => false,
            Some("ALL_KEY_MATERIAL") => true,
            Some(other) => return Err(errors::not_in_enum(other, "includeKeyMaterial", &WHICH)),
        };
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), 100)?;
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        if key.spec != KeySpec::Symmetric {
            let (arn, spec) = (key.arn(), key.spec.name());
            return Err(errors::unsupported(format!("{arn} key spec is {spec} which is not valid for ListKeyRotations.")));
        }
        let current = key.current_material();
        // by number, so that pages follow the order of the rotations
        let numbered: Vec<(String, &Material)> =
            key.materials.iter().enumerate().map(|(number, material)| (format!("{number:08}"), material)).collect();
        let shown = numbered.iter().filter(|(_, material)| all || material.rotated.is_some());
        let (page, end) = asked.take(shown, |(number, _)| number);
        let entry = |(_, material): &(String, &Material)| RotationsListEntry {
            key_id: key.id.clone(),
            key_material_id: material.id.clone(),
            key_material_state: if Some(*material) == current { "CURRENT" } else { "NON_CURRENT" },
            rotation_date: material.rotated.map(|(at, _)| at),
            rotation_type: material.rotated.map(|(_, by_itself)| if by_itself { "AUTOMATIC" } else { "ON_DEMAND" }),
        };
        Ok(ListKeyRotationsOutput { rotations: page.into_iter().map(entry).collect(), end })
    }
}
