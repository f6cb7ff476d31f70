//! Key policies: the first word on a key. IAM policies of the account count only as far as the key policy says so, which the
//! default one does.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Key, Kms, access, errors,
    find::By,
    page::{self, End},
};
use crate::{
    World,
    api::{ApiError, Call, Need, Operation, Origin, Read, View, Write},
    ident::{AccountId, Caller, Region},
    policy::{Document, Policy, Principal, document::Statement},
};

/// Most bytes of a key policy (KMS quotas).
const MAX_BYTES: usize = 32_768;
/// The one name that key policies have.
const NAME: &str = "default";

/// The policy of a key that was made without one: it lets the account's IAM policies decide.
pub(super) fn default_of(account: AccountId) -> Option<Document> {
    let text = format!(
        r#"{{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {{
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {{
      "AWS" : "arn:aws:iam::{account}:root"
    }},
    "Action" : "kms:*",
    "Resource" : "*"
  }} ]
}}"#
    );
    Document::read(&text).ok()
}

/// The policy of a key that AWS made for one of its services: whoever may use the service in this account may use the key
/// through it, and nobody may change it.
pub(super) fn of_service(account: AccountId, region: Region, service: &str) -> Option<Document> {
    let title = service.to_uppercase();
    let text = format!(
        r#"{{
  "Version" : "2012-10-17",
  "Id" : "auto-{service}-2",
  "Statement" : [ {{
    "Sid" : "Allow access through {title} for all principals in the account that are authorized to use {title}",
    "Effect" : "Allow",
    "Principal" : {{
      "AWS" : "*"
    }},
    "Action" : [ "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey" ],
    "Resource" : "*",
    "Condition" : {{
      "StringEquals" : {{
        "kms:ViaService" : "{service}.{region}.amazonaws.com",
        "kms:CallerAccount" : "{account}"
      }}
    }}
  }}, {{
    "Sid" : "Allow direct access to key metadata to the account",
    "Effect" : "Allow",
    "Principal" : {{
      "AWS" : "arn:aws:iam::{account}:root"
    }},
    "Action" : [ "kms:Describe*", "kms:Get*", "kms:List*" ],
    "Resource" : "*"
  }} ]
}}"#
    );
    Document::read(&text).ok()
}

/// Reads a policy, each statement of which names somebody. A statement without action or resource passes and has no effect.
pub(super) fn read(text: &str) -> Result<Document, ApiError> {
    if text.len() > MAX_BYTES {
        return Err(errors::limit_exceeded(format!("The key policy is longer than {MAX_BYTES} bytes.")));
    }
    let document = Document::read(text).map_err(|_| errors::malformed_policy(""))?;
    let names_somebody = |statement: &Statement| statement.principals.as_ref().is_some_and(|listed| !listed.values.is_empty());
    if document.policy().statements.iter().all(names_somebody) { Ok(document) } else { Err(errors::invalid_principals()) }
}

/// Refuses principals that are not there.
fn check_principals(world: &World, policy: &Policy) -> Result<(), ApiError> {
    let named = policy.statements.iter().filter_map(|statement| statement.principals.as_ref()).flat_map(|listed| &listed.values);
    let exists = |principal: &Principal| match principal {
        Principal::Everyone | Principal::Account(_) | Principal::Service(_) | Principal::Federated(_) => true,
        Principal::Arn(arn) => caller_of(arn).is_some_and(|caller| world.identity_of(&caller).is_some()),
        Principal::Id(_) | Principal::CanonicalUser(_) => false,
    };
    if named.into_iter().all(exists) { Ok(()) } else { Err(errors::invalid_principals()) }
}

/// The user, role or session of an ARN.
fn caller_of(arn: &str) -> Option<Caller> {
    let mut parts = arn.splitn(6, ':').skip(2);
    let (service, _, account, name) = (parts.next()?, parts.next()?, AccountId::read(parts.next()?)?, parts.next()?);
    let (kind, path) = name.split_once('/')?;
    let last = path.rsplit('/').next()?;
    match (service, kind) {
        ("iam", "user") => Some(Caller::user(account, last)),
        ("iam", "role") => Some(Caller::role(account, last, "")),
        ("sts", "assumed-role") => path.split_once('/').map(|(role, session)| Caller::role(account, role, session)),
        _ => None,
    }
}

/// Refuses a key whose policy would let neither the caller nor the account's root change it again. The key may be one still to be
/// made: it is looked at in a copy of the world.
pub(super) fn check_lockout(cx: &Call<'_>, key: Key) -> Result<(), ApiError> {
    if let Some(document) = &key.policy {
        check_principals(cx.world, document.policy())?;
    }
    let (arn, account) = (key.arn(), key.account());
    let origin = Origin { region: key.region(), ..cx.origin.clone() };
    let need = Need::action("kms:PutKeyPolicy").on(arn.clone());
    let mut trial = cx.world.clone();
    trial.kms.keys.insert(arn, key);
    let root = Origin { caller: Caller::Root { account }, ..origin.clone() };
    if trial.may(&origin, &need) || trial.may(&root, &need) { Ok(()) } else { Err(errors::locks_out()) }
}

fn check_name(name: Option<&str>) -> Result<(), ApiError> {
    if name.is_none_or(|name| name == NAME) { Ok(()) } else { Err(errors::no_such_policy()) }
}

/// Puts another policy in the place of a key's.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutKeyPolicy {
    /// Which key.
    pub key_id: String,
    /// Only `default`.
    pub policy_name: Option<String>,
    /// The policy.
    pub policy: String,
    /// Lets a policy pass that locks the caller out.
    pub bypass_policy_lockout_safety_check: Option<bool>,
}

impl Operation for PutKeyPolicy {
    type Output = ();

    fn needs(&self) -> Need {
        let bypass = self.bypass_policy_lockout_safety_check == Some(true);
        access::need("kms:PutKeyPolicy", &self.key_id).with("kms:BypassPolicyLockoutSafetyCheck", Some(bypass))
    }
}

impl Write for PutKeyPolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        check_name(self.policy_name.as_deref())?;
        let (arn, document) = (key.arn(), read(&self.policy)?);
        if self.bypass_policy_lockout_safety_check == Some(true) {
            check_principals(cx.world, document.policy())?;
        } else {
            check_lockout(cx, Key { policy: Some(document.clone()), ..key.clone() })?;
        }
        Kms::edit(cx.world, &arn, |key| key.policy = Some(document));
        Ok(())
    }
}

/// Gives a key's policy.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetKeyPolicy {
    /// Which key.
    pub key_id: String,
    /// Only `default`.
    pub policy_name: Option<String>,
}

/// What GetKeyPolicy answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetKeyPolicyOutput {
    policy: String,
    policy_name: &'static str,
}

impl Operation for GetKeyPolicy {
    type Output = GetKeyPolicyOutput;

    fn needs(&self) -> Need {
        access::need("kms:GetKeyPolicy", &self.key_id)
    }
}

impl Read for GetKeyPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<GetKeyPolicyOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        check_name(self.policy_name.as_deref())?;
        Ok(GetKeyPolicyOutput { policy: key.policy().to_owned(), policy_name: NAME })
    }
}

/// Lists the names of a key's policies: there is one.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListKeyPolicies {
    /// Which key.
    pub key_id: String,
    /// At most so many; 100 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
}

/// What ListKeyPolicies answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListKeyPoliciesOutput {
    policy_names: Vec<&'static str>,
    #[serde(flatten)]
    end: End,
}

impl Operation for ListKeyPolicies {
    type Output = ListKeyPoliciesOutput;

    fn needs(&self) -> Need {
        access::need("kms:ListKeyPolicies", &self.key_id)
    }
}

impl Read for ListKeyPolicies {
    fn read(self, cx: &mut View<'_>) -> Result<ListKeyPoliciesOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), 100)?;
        access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        let (policy_names, end) = asked.take([NAME].into_iter(), |name| name);
        Ok(ListKeyPoliciesOutput { policy_names, end })
    }
}
