//! A KMS key: what it is, the state it is in, the material behind it. Its secret bytes follow from the seed and are not here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{grant::Grant, regions::Family, rotation::Rotation};
use crate::{
    clock::SimTime,
    ident::{AccountId, Region},
    policy::Document,
};

/// What a key is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum KeySpec {
    /// AES-256-GCM: encrypts and decrypts.
    #[serde(rename = "SYMMETRIC_DEFAULT")]
    Symmetric,
    /// Makes and verifies HMACs with SHA-224.
    #[serde(rename = "HMAC_224")]
    Hmac224,
    /// … SHA-256.
    #[serde(rename = "HMAC_256")]
    Hmac256,
    /// … SHA-384.
    #[serde(rename = "HMAC_384")]
    Hmac384,
    /// … SHA-512.
    #[serde(rename = "HMAC_512")]
    Hmac512,
}

impl KeySpec {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Symmetric, "SYMMETRIC_DEFAULT"),
        (Self::Hmac224, "HMAC_224"),
        (Self::Hmac256, "HMAC_256"),
        (Self::Hmac384, "HMAC_384"),
        (Self::Hmac512, "HMAC_512"),
    ];

    /// AWS's name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(spec, _)| *spec == self).map_or("", |(_, name)| name)
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == name).map(|(spec, _)| *spec)
    }

    /// The one usage that a key of this kind has.
    pub const fn usage(self) -> &'static str {
        match self {
            Self::Symmetric => "ENCRYPT_DECRYPT",
            _ => "GENERATE_VERIFY_MAC",
        }
    }

    /// The one algorithm that a key of this kind works with.
    pub(super) const fn algorithm(self) -> &'static str {
        match self {
            Self::Symmetric => "SYMMETRIC_DEFAULT",
            Self::Hmac224 => "HMAC_SHA_224",
            Self::Hmac256 => "HMAC_SHA_256",
            Self::Hmac384 => "HMAC_SHA_384",
            Self::Hmac512 => "HMAC_SHA_512",
        }
    }
}

/// Who looks after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Manager {
    /// The account's own people.
    Customer,
    /// A service of AWS's, for which it was made.
    Aws,
}

/// The state of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// May be used.
    Enabled,
    /// May not be used until enabled again.
    Disabled,
    /// May not be used, and is deleted after its waiting period.
    PendingDeletion {
        /// When it was scheduled.
        since: SimTime,
        /// When it is deleted.
        at: SimTime,
    },
    /// A primary key whose waiting period begins when its last replica is deleted.
    PendingReplicaDeletion {
        /// When it was scheduled.
        since: SimTime,
        /// Days of the waiting period.
        days: u32,
    },
    /// A replica in its first seconds.
    Creating {
        /// When it may be used.
        until: SimTime,
    },
}

impl State {
    /// AWS's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enabled => "Enabled",
            Self::Disabled => "Disabled",
            Self::PendingDeletion { .. } => "PendingDeletion",
            Self::PendingReplicaDeletion { .. } => "PendingReplicaDeletion",
            Self::Creating { .. } => "Creating",
        }
    }
}

/// What encrypts behind a key. A rotated key has several: the newest encrypts, all decrypt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// 64 digits, the same in all replicas.
    pub id: String,
    /// When it came by rotation, and whether by itself; `None` for the first.
    pub rotated: Option<(SimTime, bool)>,
}

/// A KMS key of one account in one region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Key {
    pub(super) id: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) created: SimTime,
    pub(super) description: String,
    pub(super) spec: KeySpec,
    pub(super) manager: Manager,
    pub(super) state: State,
    /// The key policy. Without one nobody may do anything.
    pub(super) policy: Option<Document>,
    pub(super) tags: BTreeMap<String, String>,
    /// Oldest first.
    pub(super) materials: Vec<Material>,
    pub(super) rotation: Option<Rotation>,
    pub(super) family: Option<Family>,
    /// By grant id.
    pub(super) grants: BTreeMap<String, Grant>,
}

impl Key {
    /// Its id: a UUID, or `mrk-` and 32 digits.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        arn(self.account, self.region, &self.id)
    }

    /// The account that owns it.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Where it lies.
    pub fn region(&self) -> Region {
        self.region
    }

    /// When it was made.
    pub fn created(&self) -> SimTime {
        self.created
    }

    /// What it is for, in its owner's words.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// What it is made for.
    pub fn spec(&self) -> KeySpec {
        self.spec
    }

    /// True for a key that AWS made for one of its services.
    pub fn is_aws_managed(&self) -> bool {
        self.manager == Manager::Aws
    }

    /// Its present state.
    pub fn state(&self) -> State {
        self.state
    }

    /// Its key policy.
    pub fn policy(&self) -> &str {
        self.policy.as_ref().map_or("", Document::text)
    }

    /// Its materials, oldest first.
    pub fn materials(&self) -> &[Material] {
        &self.materials
    }

    /// What encrypts at present.
    pub fn current_material(&self) -> Option<&Material> {
        self.materials.last()
    }

    /// Rotations that the bill knows: the first two raise the price of a month.
    pub(super) fn billed_units(&self) -> u128 {
        const MOST_BILLED_ROTATIONS: usize = 2;
        match self.manager {
            Manager::Aws => 0,
            Manager::Customer => 1 + self.materials.len().saturating_sub(1).min(MOST_BILLED_ROTATIONS) as u128,
        }
    }
}

/// A key's ARN.
pub(super) fn arn(account: AccountId, region: Region, id: &str) -> String {
    format!("arn:aws:kms:{region}:{account}:key/{id}")
}

/// `KeyMetadata`.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct KeyMetadata {
    #[serde(rename = "AWSAccountId")]
    aws_account_id: String,
    key_id: String,
    arn: String,
    creation_date: SimTime,
    enabled: bool,
    description: String,
    key_usage: &'static str,
    key_state: &'static str,
    deletion_date: Option<SimTime>,
    origin: &'static str,
    key_manager: &'static str,
    customer_master_key_spec: &'static str,
    key_spec: &'static str,
    encryption_algorithms: Option<[&'static str; 1]>,
    multi_region: bool,
    multi_region_configuration: Option<serde_json::Value>,
    pending_deletion_window_in_days: Option<u32>,
    mac_algorithms: Option<[&'static str; 1]>,
    current_key_material_id: Option<String>,
}

impl KeyMetadata {
    pub(super) fn of(key: &Key) -> Self {
        let symmetric = key.spec == KeySpec::Symmetric;
        Self {
            aws_account_id: key.account.to_string(),
            key_id: key.id.clone(),
            arn: key.arn(),
            creation_date: key.created,
            enabled: key.state == State::Enabled,
            description: key.description.clone(),
            key_usage: key.spec.usage(),
            key_state: key.state.name(),
            deletion_date: if let State::PendingDeletion { at, .. } = key.state { Some(at) } else { None },
            origin: "AWS_KMS",
            key_manager: if key.is_aws_managed() { "AWS" } else { "CUSTOMER" },
            customer_master_key_spec: key.spec.name(),
            key_spec: key.spec.name(),
            encryption_algorithms: symmetric.then(|| [key.spec.algorithm()]),
            multi_region: key.family.is_some(),
            multi_region_configuration: key.family.as_ref().map(|family| family.shown(key)),
            pending_deletion_window_in_days: if let State::PendingReplicaDeletion { days, .. } = key.state { Some(days) } else { None },
            mac_algorithms: (!symmetric).then(|| [key.spec.algorithm()]),
            current_key_material_id: key.current_material().filter(|_| symmetric).map(|material| material.id.clone()),
        }
    }
}
