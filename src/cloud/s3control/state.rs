//! What S3 control keeps: the blocks of accounts, access points by their ARNs, and jobs.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{AccessPoint, Job};
use crate::{
    World,
    api::{ApiError, Origin},
    audit::{Asked, Told},
    ident::AccountId,
    policy::{Denial, Question, Resource},
    s3::{Blocks, denied},
    world::Service,
};

/// Everything S3 control holds, in all regions and accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct S3Control {
    /// Block Public Access of accounts that set it.
    pub(super) blocks: BTreeMap<AccountId, Blocks>,
    /// Access points by ARN.
    pub(super) points: BTreeMap<Arc<str>, AccessPoint>,
    /// The ARN behind each alias.
    pub(super) aliases: BTreeMap<Arc<str>, Arc<str>>,
    /// Jobs by id.
    #[serde(default)]
    pub(super) jobs: BTreeMap<String, Job>,
}

/// Actions on access points themselves.
const MANAGING: [&str; 6] = [
    "s3:DeleteAccessPoint",
    "s3:DeleteAccessPointPolicy",
    "s3:GetAccessPoint",
    "s3:GetAccessPointPolicy",
    "s3:GetAccessPointPolicyStatus",
    "s3:PutAccessPointPolicy",
];

/// True for an action on an access point itself, false for one through it.
pub fn is_managing(action: &str) -> bool {
    MANAGING.contains(&action)
}

impl S3Control {
    /// What an account blocks, if it ever said.
    pub fn account_blocks(&self, account: AccountId) -> Option<Blocks> {
        self.blocks.get(&account).copied()
    }

    /// The access point that is meant where a bucket's name is asked for: by its ARN or its alias.
    pub fn point(&self, name: &str) -> Option<&AccessPoint> {
        self.points.get(self.aliases.get(name).map_or(name, |arn| arn))
    }

    /// All access points, by ARN.
    pub fn points(&self) -> impl Iterator<Item = &AccessPoint> {
        self.points.values()
    }
}

impl Service for S3Control {
    fn owner(&self, arn: &str) -> Option<AccountId> {
        self.points.get(arn).map(AccessPoint::account)
    }

    /// What is done to an access point itself is its account's matter alone; what is done through it, S3's.
    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        let point = world.s3control.points.get(question.arn).filter(|_| is_managing(question.need.action))?;
        Some(vec![Resource::of(point.account)])
    }

    /// S3's own events; those of an account say so.
    fn told(asked: &Asked<'_>) -> Told {
        let event_name = match asked.operation {
            "DeletePublicAccessBlock" => "DeleteAccountPublicAccessBlock",
            "GetPublicAccessBlock" => "GetAccountPublicAccessBlock",
            "PutPublicAccessBlock" => "PutAccountPublicAccessBlock",
            other => other,
        };
        Told { event_source: "s3.amazonaws.com".to_owned(), event_name, ..asked.told() }
    }

    fn denied(denial: &Denial) -> ApiError {
        denied(denial)
    }

    fn weight(&self) -> usize {
        self.points.len() + self.jobs.len()
    }
}

/// The account that a request is about, which must be the caller's own.
pub(super) fn own_account(origin: &Origin, given: &str) -> Result<AccountId, ApiError> {
    origin.caller.account().filter(|account| account.to_string() == given).ok_or_else(super::errors::access_denied)
}
