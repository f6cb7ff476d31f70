//! Making a key, looking at it, describing it anew. What is not modelled of a key is refused by name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Key, KeyMetadata, KeySpec, Material, access, blob, errors,
    find::{self, By},
    key::{self, Manager, State},
    key_policy, meter,
    page::{self, End},
    regions::Family,
    tags::{self, Tag},
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    ident::{AccountId, Region},
};

/// Most characters of a description.
const MAX_DESCRIPTION: usize = 8_192;
/// Kinds of keys that AWS has and Skylab has not.
const OTHER_SPECS: [&str; 12] = [
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "ECC_NIST_P256",
    "ECC_NIST_P384",
    "ECC_NIST_P521",
    "ECC_SECG_P256K1",
    "ECC_NIST_EDWARDS25519",
    "SM2",
    "ML_DSA_44",
    "ML_DSA_65",
    "ML_DSA_87",
];
const MODELLED_SPECS: [&str; 5] = ["SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512"];
const USAGES: [&str; 4] = ["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"];
const ORIGINS: [&str; 4] = ["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"];

/// Makes a key in the caller's account and region.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateKey {
    /// The key policy; without one the account's own policies decide.
    pub policy: Option<String>,
    /// What the key is for.
    pub description: Option<String>,
    /// What the key does.
    pub key_usage: Option<String>,
    /// The older name of `KeySpec`.
    pub customer_master_key_spec: Option<String>,
    /// The kind of key; `SYMMETRIC_DEFAULT` without.
    pub key_spec: Option<String>,
    /// Where its material comes from; only `AWS_KMS`.
    pub origin: Option<String>,
    /// Lets a policy pass that locks the caller out.
    pub bypass_policy_lockout_safety_check: Option<bool>,
    /// Its tags from the first.
    pub tags: Option<Vec<Tag>>,
    /// A primary key, which may be replicated to other regions.
    pub multi_region: Option<bool>,
}

/// What CreateKey and DescribeKey answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct KeyOutput {
    key_metadata: KeyMetadata,
}

impl Operation for CreateKey {
    type Output = KeyOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified(
        "symmetric and HMAC keys with material of KMS's own; asymmetric keys, imported material and key stores are refused by name",
    );

    fn needs(&self) -> Need {
        Need::action("kms:CreateKey")
            .to_be_made()
            .with("kms:KeySpec", Some(self.key_spec.as_deref().unwrap_or("SYMMETRIC_DEFAULT")))
            .with("kms:KeyUsage", Some(self.key_usage.as_deref().unwrap_or("ENCRYPT_DECRYPT")))
            .with("kms:KeyOrigin", Some(self.origin.as_deref().unwrap_or("AWS_KMS")))
            .with("kms:MultiRegion", Some(self.multi_region == Some(true)))
            .with("kms:BypassPolicyLockoutSafetyCheck", Some(self.bypass_policy_lockout_safety_check == Some(true)))
            .with_tags(self.tags.iter().flatten().map(|tag| (tag.tag_key.as_str(), tag.tag_value.as_str())))
    }
}

impl CreateKey {
    /// The kind of key that usage and spec agree on.
    fn spec(&self) -> Result<KeySpec, ApiError> {
        let name = match (self.key_spec.as_deref(), self.customer_master_key_spec.as_deref()) {
            (Some(one), Some(other)) if one != other => {
                return Err(errors::validation(
                    "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.",
                ));
            }
            (one, other) => one.or(other).unwrap_or("SYMMETRIC_DEFAULT"),
        };
        let usage = self.key_usage.as_deref();
        if let Some(usage) = usage.filter(|usage| !USAGES.contains(usage)) {
            return Err(errors::not_in_enum(usage, "keyUsage", &USAGES));
        }
        let Some(spec) = KeySpec::named(name) else {
            return Err(if OTHER_SPECS.contains(&name) {
                errors::not_modelled(format!("the key spec {name}; it has SYMMETRIC_DEFAULT and HMAC keys"))
            } else {
                errors::not_in_enum(name, "keySpec", &[&OTHER_SPECS[..], &MODELLED_SPECS[..]].concat())
            });
        };
        match usage {
            None if spec == KeySpec::Symmetric => Ok(spec),
            None => Err(errors::validation("You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.")),
            Some(usage) if usage == spec.usage() => Ok(spec),
            Some(usage) => Err(errors::validation(format!("KeyUsage {usage} is not compatible with KeySpec {name}"))),
        }
    }

    fn check_origin(&self) -> Result<(), ApiError> {
        match self.origin.as_deref() {
            None | Some("AWS_KMS") => Ok(()),
            Some(origin) if ORIGINS.contains(&origin) => {
                Err(errors::not_modelled(format!("key material of origin {origin}; all material is AWS_KMS's own")))
            }
            Some(origin) => Err(errors::not_in_enum(origin, "origin", &ORIGINS)),
        }
    }
}

impl Write for CreateKey {
    fn apply(self, cx: &mut Call<'_>) -> Result<KeyOutput, ApiError> {
        access::bill(cx, "");
        let account = access::account(cx.origin)?;
        let spec = self.spec()?;
        self.check_origin()?;
        check_description(self.description.as_deref())?;
        let tags = tags::checked(self.tags.as_deref().unwrap_or_default(), &BTreeMap::new())?;
        let policy = self.policy.as_deref().map(key_policy::read).transpose()?;
        let multi_region = self.multi_region == Some(true);
        let place = (account, cx.origin.region);
        if let Some(policy) = policy.as_ref().filter(|_| self.bypass_policy_lockout_safety_check != Some(true)) {
            // on a copy of the world, so that a refusal takes no id
            let mut key = new_key(&mut cx.world.clone(), place, spec, Manager::Customer, multi_region);
            key.policy = Some(policy.clone());
            key_policy::check_lockout(cx, key)?;
        }
        let mut key = new_key(cx.world, place, spec, Manager::Customer, multi_region);
        key.policy = policy.or(key.policy);
        key.description = self.description.unwrap_or_default();
        key.tags = tags;
        let key_metadata = KeyMetadata::of(&key);
        insert(cx.world, key);
        Ok(KeyOutput { key_metadata })
    }
}

/// A key with an id and material of its own.
pub(super) fn new_key(
    world: &mut World,
    (account, region): (AccountId, Region),
    spec: KeySpec,
    manager: Manager,
    multi_region: bool,
) -> Key {
    let ids = &mut world.core.ids;
    let number = ids.take("kms-key", 1);
    let id = if multi_region { format!("mrk-{}", ids.uuid("kms-key", number).replace('-', "")) } else { ids.uuid("kms-key", number) };
    let materials = vec![Material { id: blob::material_id(ids, &id, 0), rotated: None }];
    Key {
        id,
        account,
        region,
        created: world.core.now,
        description: String::new(),
        spec,
        manager,
        state: State::Enabled,
        policy: key_policy::default_of(account),
        tags: BTreeMap::new(),
        materials,
        rotation: None,
        family: multi_region.then(|| Family::alone(region)),
        grants: BTreeMap::new(),
    }
}

/// Puts a key into the world; from now on it costs.
pub(super) fn insert(world: &mut World, key: Key) {
    let (now, place, level) = (world.now(), meter::Place::of(&key), meter::level(&key));
    world.kms.keys.insert(key.arn(), key);
    meter::shift(world, &place, 0, level, now);
}

pub(super) fn check_description(description: Option<&str>) -> Result<(), ApiError> {
    match description.filter(|text| text.chars().count() > MAX_DESCRIPTION) {
        Some(_) => Err(errors::silent_constraint("description", format!("have length less than or equal to {MAX_DESCRIPTION}"))),
        None => Ok(()),
    }
}

/// Says what a key is and which state it is in.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DescribeKey {
    /// A key by id, ARN or alias.
    pub key_id: String,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
}

impl Operation for DescribeKey {
    type Output = KeyOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("an alias of AWS's that no service has used yet names no key");

    fn needs(&self) -> Need {
        access::need("kms:DescribeKey", &self.key_id)
    }
}

impl Read for DescribeKey {
    fn read(self, cx: &mut View<'_>) -> Result<KeyOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Alias)?;
        Ok(KeyOutput { key_metadata: KeyMetadata::of(key) })
    }
}

/// Lists the keys of the caller's account in the region, those of AWS's services included.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListKeys {
    /// At most so many; 100 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

/// What ListKeys answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListKeysOutput {
    keys: Vec<KeyListEntry>,
    #[serde(flatten)]
    end: End,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct KeyListEntry {
    key_id: String,
    key_arn: String,
}

impl Operation for ListKeys {
    type Output = ListKeysOutput;

    fn needs(&self) -> Need {
        Need::action("kms:ListKeys")
    }
}

impl Read for ListKeys {
    fn read(self, cx: &mut View<'_>) -> Result<ListKeysOutput, ApiError> {
        access::bill_read(cx, "");
        let account = access::account(cx.origin)?;
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), 100)?;
        let (page, end) = asked.take(cx.world.kms.keys_after(account, cx.origin.region, asked.after()), |key| key.id());
        let keys = page.into_iter().map(|key| KeyListEntry { key_id: key.id().to_owned(), key_arn: key.arn() });
        Ok(ListKeysOutput { keys: keys.collect(), end })
    }
}

/// Gives a key another description.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct UpdateKeyDescription {
    /// Which.
    pub key_id: String,
    /// What it is for.
    pub description: String,
}

impl Operation for UpdateKeyDescription {
    type Output = ();

    fn needs(&self) -> Need {
        access::need("kms:UpdateKeyDescription", &self.key_id)
    }
}

impl Write for UpdateKeyDescription {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        check_description(Some(&self.description))?;
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        find::not_pending(key)?;
        let arn = key::arn(key.account, key.region, &key.id);
        super::Kms::edit(cx.world, &arn, |key| key.description = self.description);
        Ok(())
    }
}
