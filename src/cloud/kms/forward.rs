//! Calls that another service makes to KMS for whoever called it (forward access sessions): with the caller's rights, from the
//! service, and recorded as such. The service names key and context; KMS finds, asks and counts.

use serde_json::{Map, json};

use super::{
    Alias, Context, Key, KeySpec, Kms, Material, access, alias, blob, create, errors,
    find::{self, By},
    guard,
    key::{self, Manager},
    key_policy, meter, rotation,
};
use crate::{
    World,
    api::{ApiError, Need, Origin},
    audit::Forwarded,
    cipher::Nonce,
    clock::SimTime,
    ident::{AccountId, Region},
};

/// What a service asks of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A data key to encrypt with.
    GenerateDataKey,
    /// A data key wrapped: what S3's replication does with the key of its replicas.
    Encrypt,
    /// The data key back, to decrypt with.
    Decrypt,
}

impl Use {
    /// The IAM action.
    pub const fn action(self) -> &'static str {
        match self {
            Self::GenerateDataKey => "kms:GenerateDataKey",
            Self::Encrypt => "kms:Encrypt",
            Self::Decrypt => "kms:Decrypt",
        }
    }

    const fn operation(self) -> &'static str {
        match self {
            Self::GenerateDataKey => "GenerateDataKey",
            Self::Encrypt => "Encrypt",
            Self::Decrypt => "Decrypt",
        }
    }
}

/// A call on its way through a service.
#[derive(Clone, Debug)]
pub struct Forward<'a> {
    /// The service's CLI name.
    pub service: &'static str,
    /// Who called the service, and where the service is.
    pub origin: &'a Origin,
    /// The key's ARN.
    pub key_arn: &'a str,
    /// What the data key is bound to.
    pub context: &'a Context,
    /// What is asked.
    pub what: Use,
}

impl Forward<'_> {
    /// What the caller must be allowed to do with the key, through the service.
    pub fn need(&self) -> Need {
        let via = format!("{}.{}.amazonaws.com", self.service, self.origin.region);
        access::with_context(Need::action(self.what.action()).on(self.key_arn.to_owned()), Some(self.context))
            .with("kms:ViaService", Some(via))
            .with("aws:ViaAWSService", Some(true))
            .with_all("aws:CalledVia", vec![format!("{}.amazonaws.com", self.service)])
    }

    /// Lets the call pass or refuses it. Nothing is counted yet.
    pub fn check(&self, world: &World) -> Result<(), ApiError> {
        let key = find::existing(&world.kms, self.key_arn)?;
        world.check(self.origin, &self.need()).map_err(|denial| guard::denied(&denial))?;
        if key.spec != KeySpec::Symmetric {
            return Err(errors::invalid_usage(self.key_arn, key.spec.usage(), self.what.operation()));
        }
        find::usable(key)
    }

    /// Counts calls that passed, and tells of one. Many at once are told by whoever makes them.
    pub fn record(&self, world: &mut World, n: u64) {
        let Some(account) = self.origin.caller.account() else { return };
        let id = world.kms.key(self.key_arn).map_or("", Key::id).to_owned();
        world.record(vec![(meter::requests(account, self.origin.region, &id), u128::from(n))]);
        if n != 1 {
            return;
        }
        let mut parameters = Map::new();
        parameters.insert("encryptionContext".to_owned(), json!(self.context));
        match self.what {
            Use::GenerateDataKey => {
                parameters.insert("keyId".to_owned(), json!(self.key_arn));
                parameters.insert("keySpec".to_owned(), json!("AES_256"));
            }
            Use::Encrypt => {
                parameters.insert("keyId".to_owned(), json!(self.key_arn));
                parameters.insert("encryptionAlgorithm".to_owned(), json!("SYMMETRIC_DEFAULT"));
            }
            Use::Decrypt => _ = parameters.insert("encryptionAlgorithm".to_owned(), json!("SYMMETRIC_DEFAULT")),
        }
        let owner = world.kms.key(self.key_arn).map_or(account, Key::account);
        world.happen(
            Forwarded {
                service: "kms".to_owned(),
                operation: self.what.operation().to_owned(),
                by: format!("{}.amazonaws.com", self.service),
                origin: self.origin.clone(),
                parameters: parameters.into(),
                resources: json!([{"accountId": owner.to_string(), "type": "AWS::KMS::Key", "ARN": self.key_arn}]),
            }
            .happening(self.key_arn),
        );
    }
}

impl Kms {
    /// The ARN that a service's caller means by a key's id, ARN or alias.
    pub fn resolved(&self, origin: &Origin, text: &str) -> Result<String, ApiError> {
        find::key_arn(self, origin, text, By::Alias)
    }

    /// A data key as it was encrypted at a moment: under the material of that time, with a nonce of the caller's. It opens by
    /// `Decrypt`. For what is derived from a stored object and not stored itself.
    pub fn wrapped(world: &World, arn: &str, at: SimTime, nonce: Nonce, context: &Context, data_key: &[u8]) -> Option<Vec<u8>> {
        let key = world.kms.keys.get(arn)?;
        let since = |material: &&Material| material.rotated.is_none_or(|(rotated, _)| rotated <= at);
        let material = key.materials.iter().rev().find(since)?;
        Some(blob::seal_under(&world.core.ids, material, nonce, context, data_key))
    }

    /// The ARN of the key that AWS made for a service in an account, if the service used one yet.
    pub fn managed_key(&self, account: AccountId, region: Region, service: &str) -> Option<String> {
        let alias = self.aliases.get(&alias::arn(account, region, &format!("aws/{service}")))?;
        Some(key::arn(account, region, alias.target()))
    }

    /// Makes the key for a service, at its first use in an account and region. `what` it protects stands in its description.
    pub fn make_managed_key(world: &mut World, account: AccountId, region: Region, service: &str, what: &str) -> String {
        if let Some(arn) = world.kms.managed_key(account, region, service) {
            return arn;
        }
        let mut key = create::new_key(world, (account, region), KeySpec::Symmetric, Manager::Aws, false);
        key.policy = key_policy::of_service(account, region, service);
        what.clone_into(&mut key.description);
        key.rotation = Some(rotation::yearly(key.created));
        let (arn, id, now) = (key.arn(), key.id.clone(), world.now());
        create::insert(world, key);
        let name = format!("{}{service}", alias::RESERVED);
        let alias = Alias { name, account, region, target: id, created: now, updated: now };
        world.kms.aliases.insert(alias.arn(), alias);
        arn
    }
}
