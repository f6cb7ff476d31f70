//! What hangs on keys, told to the kernel: their policies, which IAM policies cannot replace, their grants, the condition keys that
//! they bring, and how KMS words a refusal.

use super::{Key, Kms, access, alias, blob, errors, key};
use crate::{
    World,
    api::{ApiError, Need},
    ident::AccountId,
    policy::{self, Attached, Denial, Label, Principal, Question, Resource, principal::Kind},
};

/// How a need names a key of which the caller knows only what it encrypted.
const CIPHERTEXT: &str = "ciphertext/";
/// How a need names a key of which the caller knows only a grant.
const GRANT: &str = "grant/";

/// Needs an action on the key behind a ciphertext; what is none is about no key.
pub(super) fn need_behind_ciphertext(action: &'static str, bytes: &[u8]) -> Need {
    let need = Need::action(action);
    blob::material_named(bytes).map_or(need.clone(), |id| need.here(format!("{CIPHERTEXT}{id}")))
}

/// Needs an action on the key of a grant.
pub(super) fn need_behind_grant(action: &'static str, id: Option<String>) -> Need {
    let need = Need::action(action);
    id.map_or(need.clone(), |id| need.here(format!("{GRANT}{id}")))
}

/// The resource's side of a need. What names no key is the account's own affair: its IAM policies decide, and the operation says
/// that there is none.
pub(super) fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
    let rest = question.arn.strip_prefix("arn:aws:kms:")?;
    let (_, rest) = rest.split_once(':')?;
    let (account, name) = rest.split_once(':')?;
    let account = AccountId::read(account)?;
    if name.starts_with("alias/") && alias::is_about_aliases(question.need.action) {
        return Some(vec![Resource::of(account)]);
    }
    let here = || world.kms.keys_in(question.origin.region);
    let key = match name.split_once('/')? {
        ("key", _) => world.kms.key(question.arn),
        ("alias", _) => {
            let alias = world.kms.aliases.get(question.arn)?;
            world.kms.key(&key::arn(account, question.origin.region, alias.target()))
        }
        ("ciphertext", id) => here().find(|key| key.materials().iter().any(|material| material.id == id)),
        ("grant", id) => here().find(|key| key.grants.contains_key(id)),
        _ => None,
    };
    key.map(|key| vec![resource(&world.kms, key, question)])
}

fn resource<'a>(kms: &'a Kms, key: &'a Key, question: &Question<'_>) -> Resource<'a> {
    let mut resource = Resource::of(key.account());
    let arn = key.arn();
    let attached = |document| Attached { label: Label::of_resource(arn.clone(), "KeyPolicy"), document };
    resource.policies = key.policy.iter().map(attached).collect();
    resource.iam_counts = false;
    resource.grants = grants(key, question);
    let keys = &mut resource.keys;
    for (name, value) in &key.tags {
        keys.add_one(format!("aws:ResourceTag/{name}"), Some(value));
    }
    keys.add_one("kms:CallerAccount", question.origin.caller.account());
    keys.add_one("kms:KeyOrigin", Some("AWS_KMS"));
    keys.add_one("kms:KeySpec", Some(key.spec().name()));
    keys.add_one("kms:KeyUsage", Some(key.spec().usage()));
    keys.add_one("kms:MultiRegion", Some(key.family.is_some()));
    if let Some(family) = &key.family {
        keys.add_one("kms:MultiRegionKeyType", Some(if family.is_primary(key) { "PRIMARY" } else { "REPLICA" }));
    }
    let aliases = kms.aliases(key.account(), key.region()).filter(|alias| alias.target() == key.id());
    keys.add("kms:ResourceAliases", aliases.map(|alias| alias.name().to_owned()).collect());
    resource.arn = Some(arn);
    resource
}

/// The grants on a key as far as they are for what is needed. Whom a grant names may also give it up.
fn grants(key: &Key, question: &Question<'_>) -> Vec<policy::Grant> {
    let (action, context) = (question.need.action, access::context_of(question.need));
    let principal = |arn: &str| Principal::of(Kind::Aws, arn.to_owned());
    let retired = question.arn.rsplit_once(GRANT).filter(|_| action == "kms:RetireGrant").map(|(_, id)| id);
    let mut told = Vec::new();
    for grant in key.grants.values() {
        let mine = retired.is_none_or(|id| id == grant.id);
        let gives = mine && grant.gives(action, &context);
        told.push(policy::Grant { name: grant.id.clone(), to: principal(&grant.grantee), gives, ignored_by: None });
        if let (Some(retiring), Some(id)) = (&grant.retiring, retired) {
            told.push(policy::Grant { name: grant.id.clone(), to: principal(retiring), gives: id == grant.id, ignored_by: None });
        }
    }
    told
}

/// Who may not is told what is lacking, under KMS's own code.
pub(super) fn denied(denial: &Denial) -> ApiError {
    let error = denial.error("AccessDeniedException");
    let unknown = error.code == "AccessDeniedException" && denial.resource.contains(CIPHERTEXT);
    if unknown { errors::unknown_ciphertext_key() } else { error }
}
