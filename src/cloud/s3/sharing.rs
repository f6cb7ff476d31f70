//! How a bucket is shared: all of its settings that decide who gets in, and on whose account. What each does is in its own file.

use serde::{Deserialize, Serialize};

use super::{
    acl::Acl, block::Blocks, cors::CorsConfiguration, ownership::ObjectOwnership, policy::ResourcePolicy, website::WebsiteConfiguration,
};
use crate::ident::AccountId;

/// The settings of one bucket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sharing {
    /// Block Public Access, unless it was removed.
    pub(super) blocks: Option<Blocks>,
    /// Object Ownership, unless it was removed.
    pub(super) ownership: Option<ObjectOwnership>,
    /// The bucket's own list.
    pub(super) acl: Acl,
    /// The bucket's policy.
    pub(super) policy: Option<ResourcePolicy>,
    /// Which other origins' pages may use it.
    pub(super) cors: Option<CorsConfiguration>,
    /// How it answers as a website.
    pub(super) website: Option<WebsiteConfiguration>,
    /// Others pay for what they ask.
    pub(super) requester_pays: bool,
}

impl Sharing {
    /// The settings of every new bucket (S3 User Guide, default settings of new buckets).
    pub(super) fn of_new_bucket(owner: AccountId) -> Self {
        Self {
            blocks: Some(Blocks::ALL),
            ownership: Some(ObjectOwnership::BucketOwnerEnforced),
            acl: Acl::private(Some(owner)),
            policy: None,
            cors: None,
            website: None,
            requester_pays: false,
        }
    }

    /// True if access control lists count.
    pub(super) fn acls_count(&self) -> bool {
        self.ownership != Some(ObjectOwnership::BucketOwnerEnforced)
    }
}
