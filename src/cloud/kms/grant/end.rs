//! The end of a grant: taken back by whoever manages the key, or given up by whom it names.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{
        Key, Kms, access,
        encrypt::check_dry_run,
        errors,
        find::{self, By},
        guard,
    },
    of_token,
};
use crate::api::{ApiError, Call, Need, Operation, Write};

/// Takes a grant back.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RevokeGrant {
    /// Which key.
    pub key_id: String,
    /// Which grant.
    pub grant_id: String,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

impl Operation for RevokeGrant {
    type Output = ();

    fn needs(&self) -> Need {
        access::need("kms:RevokeGrant", &self.key_id)
    }
}

impl Write for RevokeGrant {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, &self.key_id);
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        if !key.grants.contains_key(&self.grant_id) {
            return Err(errors::invalid_grant_id());
        }
        check_dry_run(self.dry_run)?;
        let arn = key.arn();
        Kms::edit(cx.world, &arn, |key| key.grants.remove(&self.grant_id));
        Ok(())
    }
}

/// Gives a grant up, by whoever may: its retiring principal, or its grantee if it says so.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct RetireGrant {
    /// The grant by a token …
    pub grant_token: Option<String>,
    /// … or by key and id.
    pub key_id: Option<String>,
    /// Which grant.
    pub grant_id: Option<String>,
    /// Only asks whether it would pass.
    pub dry_run: Option<bool>,
}

impl Operation for RetireGrant {
    type Output = ();

    fn needs(&self) -> Need {
        guard::need_behind_grant("kms:RetireGrant", self.grant_id.clone().or_else(|| of_token(self.grant_token.as_deref()?)))
    }
}

impl Write for RetireGrant {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        access::bill(cx, self.key_id.as_deref().unwrap_or_default());
        let (arn, id) = match (&self.grant_token, &self.key_id, self.grant_id) {
            (Some(token), None, None) => {
                let id = of_token(token).ok_or_else(errors::invalid_grant_token)?;
                let key = cx.world.kms.keys_in(cx.origin.region).find(|key| key.grants.contains_key(&id));
                (key.map(Key::arn).ok_or_else(errors::invalid_grant_token)?, id)
            }
            (None, Some(text), Some(id)) => (find::key_arn(&cx.world.kms, cx.origin, text, By::Key)?, id),
            _ => return Err(errors::validation("Grant token OR (grant ID, key ID) must be specified")),
        };
        let key = find::existing(&cx.world.kms, &arn)?;
        if !key.grants.contains_key(&id) {
            return Err(errors::invalid_grant_id());
        }
        check_dry_run(self.dry_run)?;
        Kms::edit(cx.world, &arn, |key| key.grants.remove(&id));
        Ok(())
    }
}
