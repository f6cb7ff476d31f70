//! Managed policies wherever they come from: AWS's own, whose documents are packed in `assets/policies`, and the customer's.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{
    errors, show,
    state::{Account, ManagedPolicy, arn, key},
};
use crate::{
    api::ApiError,
    clock::SimTime,
    ident::{AccountId, CAPITALS, Ids},
    policy::Document,
};

/// AWS's policy that allows everything.
pub(super) const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";
/// What AWS's own policies have in place of an account.
const AWS: &str = "arn:aws:iam::aws:policy";

/// A policy of AWS's own, as it is packed.
#[derive(Debug, Deserialize)]
pub(super) struct AwsPolicy {
    name: String,
    path: String,
    version: String,
    created: SimTime,
    updated: SimTime,
    description: Option<String>,
    document: Document,
}

/// AWS's own policies by name. A damaged file is none of them.
static AWS_POLICIES: LazyLock<Vec<AwsPolicy>> = LazyLock::new(|| {
    let mut policies: Vec<AwsPolicy> = serde_json::from_str(include_str!("../../../assets/policies/aws-managed.json")).unwrap_or_default();
    policies.sort_by_key(|policy| key(&policy.name));
    policies
});

/// A managed policy that was found.
pub(super) enum Found<'a> {
    /// AWS's own.
    Aws(&'static AwsPolicy),
    /// A customer's.
    Own(AccountId, &'a ManagedPolicy),
}

/// Every policy of AWS's own, by name.
pub(super) fn of_aws<'a>() -> impl Iterator<Item = Found<'a>> {
    AWS_POLICIES.iter().map(Found::Aws)
}

/// The policy of that ARN, as an account sees it.
pub(super) fn find<'a>(id: AccountId, account: &'a Account, wanted: &str) -> Option<Found<'a>> {
    let name = key(wanted.rsplit('/').next()?);
    if let Some(rest) = wanted.strip_prefix(AWS) {
        let at = AWS_POLICIES.binary_search_by(|policy| key(&policy.name).cmp(&name)).ok()?;
        let policy = AWS_POLICIES.get(at)?;
        return (rest == format!("{}{}", policy.path, policy.name)).then_some(Found::Aws(policy));
    }
    let policy = account.policies.get(&name)?;
    (arn(id, "policy", &policy.path, &policy.name) == wanted).then_some(Found::Own(id, policy))
}

/// The policy of that ARN to be attached, or AWS's complaint about the ARN.
pub(super) fn attachable<'a>(id: AccountId, account: &'a Account, wanted: &str) -> Result<Found<'a>, ApiError> {
    check_arn(wanted)?;
    find(id, account, wanted).ok_or_else(|| errors::not_attachable(wanted))
}

/// Refuses what is no ARN at all.
pub(super) fn check_arn(text: &str) -> Result<(), ApiError> {
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    let fine = matches!(parts[..], ["arn", "aws", "iam", "", account, rest] if (account == "aws" || AccountId::read(account).is_some()) && rest.starts_with("policy/"));
    if fine { Ok(()) } else { Err(errors::invalid_arn(text)) }
}

/// The document of that ARN that counts now.
pub(super) fn document<'a>(id: AccountId, account: &'a Account, wanted: &str) -> Option<&'a Document> {
    match find(id, account, wanted)? {
        Found::Aws(policy) => Some(&policy.document),
        Found::Own(_, policy) => policy.default_version().map(|version| &version.document),
    }
}

impl<'a> Found<'a> {
    pub fn name(&self) -> &'a str {
        match self {
            Self::Aws(policy) => &policy.name,
            Self::Own(_, policy) => &policy.name,
        }
    }

    pub fn path(&self) -> &'a str {
        match self {
            Self::Aws(policy) => &policy.path,
            Self::Own(_, policy) => &policy.path,
        }
    }

    pub fn arn(&self) -> String {
        match self {
            Self::Aws(policy) => format!("{AWS}{}{}", policy.path, policy.name),
            Self::Own(id, policy) => arn(*id, "policy", &policy.path, &policy.name),
        }
    }

    /// AWS's own have ids of their own, which are made up here; always the same ones.
    pub fn id(&self) -> String {
        match self {
            Self::Aws(policy) => format!("ANPA{}", Ids::default().opaque(&policy.name, 0, CAPITALS, 17)),
            Self::Own(_, policy) => policy.id.clone(),
        }
    }

    pub fn description(&self) -> Option<&'a str> {
        match self {
            Self::Aws(policy) => policy.description.as_deref(),
            Self::Own(_, policy) => policy.description.as_deref(),
        }
    }

    pub fn created(&self) -> SimTime {
        match self {
            Self::Aws(policy) => policy.created,
            Self::Own(_, policy) => policy.created,
        }
    }

    pub fn updated(&self) -> SimTime {
        match self {
            Self::Aws(policy) => policy.updated,
            Self::Own(_, policy) => policy.updated,
        }
    }

    pub fn default_version(&self) -> String {
        match self {
            Self::Aws(policy) => policy.version.clone(),
            Self::Own(_, policy) => show::version_id(policy.default),
        }
    }

    /// The document of AWS's own.
    pub fn aws_document(&self) -> Option<&'a Document> {
        match self {
            Self::Aws(policy) => Some(&policy.document),
            Self::Own(..) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_packed_policy_of_aws_is_read_and_found_by_its_arn() {
        assert!(AWS_POLICIES.len() >= 30, "the packed policies were not read");
        let account = Account::default();
        for policy in of_aws() {
            let found = find(AccountId::OWN, &account, &policy.arn()).unwrap_or_else(|| panic!("{}", policy.arn()));
            assert_eq!(found.name(), policy.name());
            let document = policy.aws_document().unwrap();
            assert!(document.policy().statements.iter().all(|it| it.actions.is_some() && it.resources.is_some()), "{}", policy.name());
        }
        assert!(find(AccountId::OWN, &account, "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole").is_none(), "its path is missing");
        assert!(find(AccountId::OWN, &account, "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole").is_some());
    }
}
