//! AWS KMS: keys that never leave it, and what is encrypted under them.
//!
//! The cryptography is real: AES-256-GCM over key material that follows from the simulation's seed, so that a ciphertext opens again
//! under the same key and context, and under nothing else. Simulated are symmetric and HMAC keys of KMS's own making, their aliases,
//! policies, grants, tags, states, rotation and deletion, replicas in other regions, the keys that AWS makes for its services, and
//! what all this costs. Not simulated: asymmetric keys and data key pairs, imported key material, custom and external key stores,
//! Nitro enclaves, quotas on requests, and the few seconds that AWS takes to make a change known everywhere.

mod access;
mod alias;
mod audit;
mod blob;
mod context;
mod create;
mod data_key;
mod encrypt;
pub(crate) mod errors;
mod find;
mod forward;
mod grant;
mod guard;
mod key;
mod key_policy;
mod mac;
mod meter;
mod page;
mod regions;
mod retirement;
mod rotation;
mod state;
mod tags;
#[cfg(test)]
mod tests;

pub use alias::{Alias, CreateAlias, DeleteAlias, ListAliases, UpdateAlias};
pub use context::Context;
pub use create::{CreateKey, DescribeKey, ListKeys, UpdateKeyDescription};
pub use data_key::{GenerateDataKey, GenerateDataKeyWithoutPlaintext, GenerateRandom};
pub use encrypt::{Blob64, Decrypt, Encrypt, ReEncrypt};
pub use forward::{Forward, Use};
pub use grant::{CreateGrant, Grant, ListGrants, ListRetirableGrants, RetireGrant, RevokeGrant};
pub use key::{Key, KeyMetadata, KeySpec, Manager, Material, State};
pub use key_policy::{GetKeyPolicy, ListKeyPolicies, PutKeyPolicy};
pub use mac::{GenerateMac, VerifyMac};
pub use regions::{Family, ReplicateKey, UpdatePrimaryRegion};
pub use retirement::{CancelKeyDeletion, DisableKey, EnableKey, ScheduleKeyDeletion};
pub use rotation::{DisableKeyRotation, EnableKeyRotation, GetKeyRotationStatus, ListKeyRotations, RotateKeyOnDemand, Rotation};
pub use state::Kms;
pub use tags::{ListResourceTags, Tag, TagResource, UntagResource};

crate::operations! { "kms", Kms;
    writes: [
        CancelKeyDeletion, CreateAlias, CreateGrant, CreateKey, DeleteAlias, DisableKey, DisableKeyRotation, EnableKey, EnableKeyRotation,
        Encrypt, GenerateDataKey, GenerateDataKeyWithoutPlaintext, GenerateRandom, PutKeyPolicy, ReEncrypt, ReplicateKey, RetireGrant,
        RevokeGrant, RotateKeyOnDemand, ScheduleKeyDeletion, TagResource, UntagResource, UpdateAlias, UpdateKeyDescription,
        UpdatePrimaryRegion,
    ];
    reads: [
        Decrypt, DescribeKey, GenerateMac, GetKeyPolicy, GetKeyRotationStatus, ListAliases, ListGrants, ListKeyPolicies, ListKeyRotations,
        ListKeys, ListResourceTags, ListRetirableGrants, VerifyMac,
    ];
}
