//! Listing grants: those on a key, or those that somebody may give up.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    super::{
        Key, access,
        context::GrantConstraints,
        errors,
        find::By,
        page::{self, End},
    },
    Grant, check_principal,
};
use crate::{
    api::{ApiError, Need, Operation, Read, View},
    clock::SimTime,
};

/// Lists the grants on a key.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListGrants {
    /// At most so many; 50 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// Which key.
    pub key_id: String,
    /// Only this grant.
    pub grant_id: Option<String>,
    /// Only grants for this principal.
    pub grantee_principal: Option<String>,
}

/// What ListGrants and ListRetirableGrants answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListGrantsOutput {
    grants: Vec<GrantListEntry>,
    #[serde(flatten)]
    end: End,
}

#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct GrantListEntry {
    key_id: String,
    grant_id: String,
    name: String,
    creation_date: SimTime,
    grantee_principal: String,
    retiring_principal: Option<String>,
    issuing_account: String,
    operations: Vec<String>,
    constraints: Option<GrantConstraints>,
}

impl GrantListEntry {
    fn of(key: &Key, grant: &Grant) -> Self {
        Self {
            key_id: key.arn(),
            grant_id: grant.id.clone(),
            name: grant.name.clone().unwrap_or_default(),
            creation_date: grant.created,
            grantee_principal: grant.grantee.clone(),
            retiring_principal: grant.retiring.clone(),
            issuing_account: format!("arn:aws:iam::{}:root", grant.issuer),
            operations: grant.operations.clone(),
            constraints: grant.constraints.clone(),
        }
    }
}

impl Operation for ListGrants {
    type Output = ListGrantsOutput;

    fn needs(&self) -> Need {
        access::need("kms:ListGrants", &self.key_id)
    }
}

impl Read for ListGrants {
    fn read(self, cx: &mut View<'_>) -> Result<ListGrantsOutput, ApiError> {
        access::bill_read(cx, &self.key_id);
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), 50)?;
        let key = access::key(cx.world, cx.origin, &self.key_id, By::Key)?;
        if self.grant_id.as_ref().is_some_and(|id| !key.grants.contains_key(id)) {
            return Err(errors::invalid_grant_id());
        }
        let wanted = |grant: &&Grant| {
            self.grant_id.as_ref().is_none_or(|id| *id == grant.id)
                && self.grantee_principal.as_ref().is_none_or(|grantee| *grantee == grant.grantee)
        };
        let (page, end) = asked.take(key.grants.values().filter(wanted), |grant| &grant.id);
        Ok(ListGrantsOutput { grants: page.into_iter().map(|grant| GrantListEntry::of(key, grant)).collect(), end })
    }
}

/// Lists the grants of the caller's account that a principal may give up.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListRetirableGrants {
    /// At most so many; 50 without.
    pub limit: Option<i64>,
    /// Where the last page ended.
    pub marker: Option<String>,
    /// Who may give them up.
    pub retiring_principal: String,
}

impl Operation for ListRetirableGrants {
    type Output = ListGrantsOutput;

    fn needs(&self) -> Need {
        Need::action("kms:ListRetirableGrants")
    }
}

impl Read for ListRetirableGrants {
    fn read(self, cx: &mut View<'_>) -> Result<ListGrantsOutput, ApiError> {
        access::bill_read(cx, "");
        let account = access::account(cx.origin)?;
        check_principal(&self.retiring_principal)?;
        let asked = page::Asked::read(self.limit, self.marker.as_deref(), 50)?;
        let all = cx.world.kms.keys(account, cx.origin.region).flat_map(|key| key.grants.values().map(move |grant| (key, grant)));
        let mut of_principal: Vec<(&Key, &Grant)> =
            all.filter(|(_, grant)| grant.retiring.as_ref() == Some(&self.retiring_principal)).collect();
        of_principal.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
        let (page, end) = asked.take(of_principal.into_iter(), |(_, grant)| &grant.id);
        Ok(ListGrantsOutput { grants: page.into_iter().map(|(key, grant)| GrantListEntry::of(key, grant)).collect(), end })
    }
}
