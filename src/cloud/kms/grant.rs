//! Grants: rights on one key for one principal, given and taken back without touching the key policy. Services use them to act
//! for whoever lent them the key.

mod end;
mod list;

pub use end::{RetireGrant, RevokeGrant};
pub use list::{ListGrants, ListRetirableGrants};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Context, Key, KeySpec, Kms, access,
    context::GrantConstraints,
    encrypt::check_dry_run,
    errors,
    find::{self, By},
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Write},
    cipher,
    clock::SimTime,
    ident::AccountId,
};

/// Operations that a grant may allow, with the kinds of keys that they go with.
const OPERATIONS: [(&str, Option<bool>); 17] = [
    ("Decrypt", Some(true)),
    ("Encrypt", Some(true)),
    ("GenerateDataKey", Some(true)),
    ("GenerateDataKeyWithoutPlaintext", Some(true)),
    ("ReEncryptFrom", Some(true)),
    ("ReEncryptTo", Some(true)),
    ("Sign", None),
    ("Verify", None),
    ("GetPublicKey", None),
    ("CreateGrant", Some(false)),
    ("RetireGrant", Some(false)),
    ("DescribeKey", Some(false)),
    ("GenerateDataKeyPair", Some(true)),
    ("GenerateDataKeyPairWithoutPlaintext", Some(true)),
    ("GenerateMac", None),
    ("VerifyMac", None),
    ("DeriveSharedSecret", None),
];
/// Operations that HMAC keys have to themselves.
const MAC_OPERATIONS: [&str; 2] = ["GenerateMac", "VerifyMac"];
const MAX_NAME: usize = 256;
/// How a grant token begins.
const TOKEN_HEAD: [u8; 3] = [1, 0x0a, 0x40];

/// A grant.
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) created: SimTime,
    pub(super) grantee: String,
    pub(super) retiring: Option<String>,
    pub(super) issuer: AccountId,
    pub(super) operations: Vec<String>,
    pub(super) constraints: Option<GrantConstraints>,
}

impl Grant {
    /// Whom it is for: an ARN.
    pub fn grantee(&self) -> &str {
        &self.grantee
    }

    /// True if it allows that action in that context.
    pub(super) fn gives(&self, action: &str, context: &Context) -> bool {
        let operation = action.strip_prefix("kms:").unwrap_or(action);
        let listed = self.operations.iter().any(|it| it == operation);
        listed && self.constraints.as_ref().is_none_or(|constraints| constraints.admit(context))
    }
}

/// Gives a principal rights on a key.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateGrant {
    /// Which key.
    pub key_id: String,
    /// Who gets the rights: an ARN.
    pub grantee_principal: String,
    /// Who may give the grant up.
    pub retiring_principal: Option<String>,
    /// What it allows.
    pub operations: Vec<String>,
    /// In which encryption contexts.
    pub constraints: Option<GrantConstraints>,
    /// Tokens of grants that are not yet known everywhere.
    pub grant_tokens: Option<Vec<String>>,
    /// The same request with the same name gives the same grant.
    pub name: Option<String>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

/// What CreateGrant answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateGrantOutput {
    grant_token: String,
    grant_id: String,
}

impl Operation for CreateGrant {
    type Output = CreateGrantOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("a grant is known everywhere at once, so that its token is never needed");

    fn needs(&self) -> Need {
        access::need("kms:CreateGrant", &self.key_id)
            .with("kms:GranteePrincipal", Some(&self.grantee_principal))
            .with("kms:RetiringPrincipal", self.retiring_principal.as_ref())
            .with("kms:GrantIsForAWSResource", Some(false))
            .with_all("kms:GrantOperations", self.operations.clone())
    }
}

fn check_principal(arn: &str) -> Result<(), ApiError> {
    let account = arn.strip_prefix("arn:aws:iam::").or_else(|| arn.strip_prefix("arn:aws:sts::")).and_then(|rest| rest.split_once(':'));
    let is_account = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    let known_form = |rest: &str| rest == "root" || rest.split_once('/').is_some_and(|(kind, name)| !kind.is_empty() && !name.is_empty());
    if account.is_some_and(|(account, rest)| is_account(account) && known_form(rest)) {
        return Ok(());
    }
    Err(errors::invalid_principal(arn))
}

impl CreateGrant {
    fn check(&self, key: &Key) -> Result<(), ApiError> {
        let names: Vec<&str> = OPERATIONS.iter().map(|(name, _)| *name).collect();
        if self.operations.is_empty() {
            return Err(errors::silent_constraint("operations", "have length greater than or equal to 1"));
        }
        if let Some(unknown) = self.operations.iter().find(|operation| !names.contains(&operation.as_str())) {
            let values = names.join(", ");
            return Err(errors::constraint(
                format!("[{unknown}]"),
                "operations",
                format!("satisfy constraint: [Member must satisfy enum value set: [{values}]]"),
            ));
        }
        if let Some(name) = self.name.as_deref().filter(|name| name.len() > MAX_NAME) {
            return Err(errors::constraint(name, "name", format!("have length less than or equal to {MAX_NAME}")));
        }
        check_principal(&self.grantee_principal)?;
        self.retiring_principal.as_deref().map_or(Ok(()), check_principal)?;
        let fits = |operation: &String| match (OPERATIONS.iter().find(|(name, _)| name == operation), key.spec) {
            (Some((_, Some(false))), _) | (Some((_, Some(true))), KeySpec::Symmetric) => true,
            (Some((name, None)), spec) => spec != KeySpec::Symmetric && MAC_OPERATIONS.contains(name),
            _ => false,
        };
        match self.operations.iter().find(|operation| !fits(operation)) {
            Some(operation) => Err(errors::validation(format!(
                "The grant operation {operation} is not valid for a KMS key with key usage {}.",
                key.spec.usage()
            ))),
            None => Ok(()),
        }
    }

    fn grant(&self, cx: &Call<'_>, id: String) -> Result<Grant, ApiError> {
        Ok(Grant {
            id,
            name: self.name.clone(),
            created: cx.now(),
            grantee: self.grantee_principal.clone(),
            retiring: self.retiring_principal.clone(),
            issuer: access::account(cx.origin)?,
            operations: self.operations.clone(),
            constraints: self.constraints.clone(),
        })
    }
}

impl Write for CreateGrant {
    fn apply(self, cx: &mut Call<'_>) -> Result<CreateGrantOutput, ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        self.check(key)?;
        find::usable(key)?;
        check_dry_run(self.dry_run)?;
        let arn = key.arn();
        let same = |grant: &&Grant| {
            self.name.is_some()
                && (&grant.name, &grant.grantee, &grant.retiring) == (&self.name, &self.grantee_principal, &self.retiring_principal)
                && (&grant.operations, &grant.constraints) == (&self.operations, &self.constraints)
        };
        let known = key.grants.values().find(same).map(|grant| grant.id.clone());
        let number = cx.world.core.ids.take("kms-grant", 1);
        let grant_id = known.unwrap_or_else(|| cipher::hex(&cx.world.core.ids.secret("kms-grant", &[&number.to_be_bytes()])));
        let grant = self.grant(cx, grant_id.clone())?;
        Kms::edit(cx.world, &arn, |key| {
            key.grants.entry(grant_id.clone()).or_insert(grant);
        });
        Ok(CreateGrantOutput { grant_token: token(cx.world, &grant_id, number), grant_id })
    }
}

/// A token for a grant: another one at each request.
fn token(world: &World, grant_id: &str, number: u64) -> String {
    let noise = cipher::stream(&world.core.ids.secret("kms-grant-token", &[&number.to_be_bytes()]), &[], 64);
    STANDARD.encode([&TOKEN_HEAD[..], grant_id.as_bytes(), &noise[..]].concat())
}

/// The id of the grant that a token is for.
fn of_token(token: &str) -> Option<String> {
    let bytes = STANDARD.decode(token).ok()?;
    let id = bytes.strip_prefix(&TOKEN_HEAD)?.get(..64)?;
    String::from_utf8(id.to_vec()).ok()
}
