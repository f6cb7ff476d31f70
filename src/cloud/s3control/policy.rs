//! The policy of an access point: set, shown, removed, and whether it is public. It counts only as far as the bucket's side lets
//! the same through.

use serde::{Deserialize, Serialize};

use super::{AccessPoint, errors, point::arn, state::own_account};
use crate::{
    api::{ApiError, Call, Need, Operation, Origin, Read, View, Write},
    s3::{
        Hangs, PolicyOutput, PolicyStatusOutput, PolicyTarget, ResourcePolicy, blocks_through, checked_policy, is_public,
        public_policy_refused,
    },
};

/// The ARN of the caller's access point of that name.
fn own_arn(origin: &Origin, account: &str, name: &str) -> Result<String, ApiError> {
    Ok(arn(origin.region, own_account(origin, account)?, name))
}

fn own_point<'a>(cx: &View<'a>, account: &str, name: &str) -> Result<&'a AccessPoint, ApiError> {
    let arn = own_arn(cx.origin, account, name)?;
    cx.world.s3control.points.get(arn.as_str()).ok_or_else(errors::no_such_access_point)
}

/// Replaces the policy of an access point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutAccessPointPolicy {
    /// The account that owns it.
    pub account_id: String,
    /// Its name.
    pub name: String,
    /// The policy, as JSON text.
    pub policy: String,
}

impl Operation for PutAccessPointPolicy {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("s3:PutAccessPointPolicy").here(format!("accesspoint/{}", self.name))
    }
}

impl Write for PutAccessPointPolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let arn = own_arn(cx.origin, &self.account_id, &self.name)?;
        let point = cx.world.s3control.points.get(arn.as_str()).ok_or_else(errors::no_such_access_point)?;
        let document = checked_policy(cx.world, &self.policy, &PolicyTarget::access_point(&arn))?;
        let is_public = point.vpc().is_none() && is_public(document.policy(), Hangs::OnAccessPoint);
        if is_public && blocks_through(cx.world, point).block_public_policy {
            let need = Need::action("s3:PutAccessPointPolicy").on(arn);
            return Err(public_policy_refused(cx.origin, &need, point.account()));
        }
        if let Some(point) = cx.world.s3control.points.get_mut(arn.as_str()) {
            point.policy = Some(ResourcePolicy { document, is_public });
        }
        Ok(())
    }
}

/// Shows the policy of an access point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetAccessPointPolicy {
    /// The account that owns it.
    pub account_id: String,
    /// Its name.
    pub name: String,
}

impl Operation for GetAccessPointPolicy {
    type Output = PolicyOutput;

    fn needs(&self) -> Need {
        Need::action("s3:GetAccessPointPolicy").here(format!("accesspoint/{}", self.name))
    }
}

impl Read for GetAccessPointPolicy {
    fn read(self, cx: &mut View<'_>) -> Result<PolicyOutput, ApiError> {
        let point = own_point(cx, &self.account_id, &self.name)?;
        point.policy.as_ref().map(PolicyOutput::of).ok_or_else(errors::no_such_access_point_policy)
    }
}

/// Says whether the policy of an access point is public.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetAccessPointPolicyStatus {
    /// The account that owns it.
    pub account_id: String,
    /// Its name.
    pub name: String,
}

impl Operation for GetAccessPointPolicyStatus {
    type Output = PolicyStatusOutput;

    fn needs(&self) -> Need {
        Need::action("s3:GetAccessPointPolicyStatus").here(format!("accesspoint/{}", self.name))
    }
}

impl Read for GetAccessPointPolicyStatus {
    fn read(self, cx: &mut View<'_>) -> Result<PolicyStatusOutput, ApiError> {
        let point = own_point(cx, &self.account_id, &self.name)?;
        let policy = point.policy.as_ref().ok_or_else(errors::no_such_access_point_policy)?;
        Ok(PolicyStatusOutput::of(policy.is_public))
    }
}

/// Removes the policy of an access point.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteAccessPointPolicy {
    /// The account that owns it.
    pub account_id: String,
    /// Its name.
    pub name: String,
}

impl Operation for DeleteAccessPointPolicy {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("s3:DeleteAccessPointPolicy").here(format!("accesspoint/{}", self.name))
    }
}

impl Write for DeleteAccessPointPolicy {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let arn = own_arn(cx.origin, &self.account_id, &self.name)?;
        let point = cx.world.s3control.points.get_mut(arn.as_str()).ok_or_else(errors::no_such_access_point)?;
        point.policy = None;
        Ok(())
    }
}
