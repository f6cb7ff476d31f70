//! Key policies: the first word on a key. IAM policies of the account count only as far as the key policy says so, which the
//! default one does.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    Kms, access, errors,
    find::By,
    page::{self, End},
};
use crate::{
    api::{ApiError, Call, Need, Operation, Read, View, Write},
    ident::{AccountId, Region},
};

/// Most bytes of a key policy (KMS quotas).
const MAX_BYTES: usize = 32_768;
/// The one name that key policies have.
const NAME: &str = "default";

/// The policy of a key that was made without one: it lets the account's IAM policies decide.
pub(super) fn default_of(account: AccountId) -> String {
    format!(
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
    )
}

/// The policy of a key that AWS made for one of its services: whoever may use the service in this account may use the key
/// through it, and nobody may change it.
pub(super) fn of_service(account: AccountId, region: Region, service: &str) -> String {
    let title = service.to_uppercase();
    format!(
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
    )
}

/// Refuses a policy that KMS does not take, or one that locks the caller out.
pub(super) fn check(_cx: &Call<'_>, _account: AccountId, policy: &str, _bypass: bool) -> Result<(), ApiError> {
    if policy.len() > MAX_BYTES {
        return Err(errors::limit_exceeded(format!("The key policy is longer than {MAX_BYTES} bytes.")));
    }
    match serde_json::from_str::<serde_json::Value>(policy) {
        Ok(serde_json::Value::Object(elements)) if elements.contains_key("Statement") => Ok(()),
        _ => Err(errors::malformed_policy("")),
    }
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
        access::need("kms:PutKeyPolicy", &self.key_id)
    }
}

impl Write for PutKeyPolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key, "kms:PutKeyPolicy")?;
        check_name(self.policy_name.as_deref())?;
        check(cx, key.account, &self.policy, self.bypass_policy_lockout_safety_check == Some(true))?;
        let arn = key.arn();
        Kms::edit(cx.world, &arn, |key| key.policy = self.policy);
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
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key, "kms:GetKeyPolicy")?;
        check_name(self.policy_name.as_deref())?;
        Ok(GetKeyPolicyOutput { policy: key.policy.clone(), policy_name: NAME })
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
        access::key(cx.world, cx.origin, &self.key_id, By::Key, "kms:ListKeyPolicies")?;
        let (policy_names, end) = asked.take([NAME].into_iter(), |name| name);
        Ok(ListKeyPoliciesOutput { policy_names, end })
    }
}
