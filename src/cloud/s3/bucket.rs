//! Buckets: a name, an owner, a region and settings. It stores no objects itself; see `store`.

mod head;
mod list;

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use head::{GetBucketLocation, HeadBucket};
pub use list::ListBuckets;

use super::{
    access,
    acl::{Acl, Given, Of},
    encryption::BucketEncryption,
    errors,
    lifecycle::{Lifecycle, Tag},
    lock,
    meter::Place,
    multipart::Upload,
    naming::Namespace,
    notification::Notifications,
    ownership::ObjectOwnership,
    payer,
    replication::ReplicationConfiguration,
    sharing::Sharing,
    store::Store,
    tagging,
    tiering::IntelligentTieringConfiguration,
    versioning::Versioning,
};
use crate::{
    api::{ApiError, Call, Need, Operation, Origin, Write},
    clock::SimTime,
    ident::{AccountId, Region},
};

/// A bucket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bucket {
    pub(super) name: Arc<str>,
    pub(super) owner: AccountId,
    pub(super) region: Region,
    pub(super) created: SimTime,
    pub(super) versioning: Versioning,
    pub(super) lifecycle: Option<Lifecycle>,
    pub(super) tiering: BTreeMap<String, IntelligentTieringConfiguration>,
    pub(super) accelerate: Option<String>,
    #[serde(default)]
    pub(super) tags: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) encryption: BucketEncryption,
    /// Until when bucket-level keys are good, by their KMS key's ARN.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) bucket_keys: BTreeMap<Arc<str>, SimTime>,
    /// Object Lock, once it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lock: Option<lock::Configuration>,
    /// What it tells, and whom.
    #[serde(default)]
    pub(super) notifications: Option<Notifications>,
    /// Where its objects are copied.
    #[serde(default)]
    pub(super) replication: Option<ReplicationConfiguration>,
    pub(super) sharing: Sharing,
    pub(super) store: Store,
    pub(super) uploads: BTreeMap<u64, Upload>,
}

impl Bucket {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The account that owns it.
    pub fn owner(&self) -> AccountId {
        self.owner
    }

    /// Where it lies.
    pub fn region(&self) -> Region {
        self.region
    }

    /// When it was made.
    pub fn created(&self) -> SimTime {
        self.created
    }

    /// Its objects.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Its lifecycle configuration, if it has one.
    pub fn lifecycle(&self) -> Option<&super::LifecycleConfiguration> {
        self.lifecycle.as_ref().map(|lifecycle| &lifecycle.given)
    }

    /// Its event notifications, if it has any.
    pub fn notifications(&self) -> Option<&Notifications> {
        self.notifications.as_ref()
    }

    /// Its replication configuration, if it has one.
    pub fn replication(&self) -> Option<&ReplicationConfiguration> {
        self.replication.as_ref()
    }

    /// True once versioning was ever enabled or suspended.
    pub fn is_versioned(&self) -> bool {
        self.versioning != Versioning::Unset
    }

    /// True if the key has a current object.
    pub fn has(&self, key: &str) -> bool {
        let current = self.store.find(key).and_then(|found| found.cohort.versions().first());
        current.is_some_and(|version| !version.is_marker())
    }

    /// True if a key's versions may change without any rule: tiers and restores.
    pub(super) fn may_change_by_itself(&self, key: &str) -> bool {
        let objects = self.store.find(key).into_iter().flat_map(|found| found.cohort.versions()).filter_map(super::Version::object);
        objects.into_iter().any(|object| object.tiering.is_some() || object.restore.is_some())
    }

    /// True once Object Lock is on.
    pub fn locks_objects(&self) -> bool {
        self.lock.is_some()
    }

    /// Where its usage is billed.
    pub(super) fn place(&self) -> Place {
        Place { account: self.owner, region: self.region, bucket: self.name.clone() }
    }

    /// Where a caller's request is billed: with the owner, unless the requester pays.
    pub(super) fn place_for(&self, origin: &Origin) -> Place {
        let account = payer::paying(self, origin).unwrap_or(self.owner);
        Place { account, ..self.place() }
    }
}

/// Makes a bucket.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateBucket {
    /// Its name, unique among all accounts.
    pub bucket: String,
    /// Its region, wherever that is not us-east-1.
    pub create_bucket_configuration: Option<CreateBucketConfiguration>,
    /// A canned ACL.
    #[serde(rename = "ACL")]
    pub acl: Option<String>,
    /// Grants everything.
    pub grant_full_control: Option<String>,
    /// Grants listing.
    pub grant_read: Option<String>,
    /// Grants reading the ACL.
    #[serde(rename = "GrantReadACP")]
    pub grant_read_acp: Option<String>,
    /// Grants putting objects in.
    pub grant_write: Option<String>,
    /// Grants writing the ACL.
    #[serde(rename = "GrantWriteACP")]
    pub grant_write_acp: Option<String>,
    /// A name of [`ObjectOwnership`], `BucketOwnerEnforced` without one.
    pub object_ownership: Option<String>,
    /// `global` or `account-regional`.
    pub bucket_namespace: Option<String>,
    /// Turns Object Lock on, and versioning with it.
    pub object_lock_enabled_for_bucket: Option<bool>,
}

/// Where a bucket shall lie.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateBucketConfiguration {
    /// A region's name, never `us-east-1`.
    pub location_constraint: Option<String>,
    /// The bucket's tags from the first.
    pub tags: Option<Vec<Tag>>,
}

/// What CreateBucket answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateBucketOutput {
    location: String,
    bucket_arn: String,
}

impl Operation for CreateBucket {
    type Output = CreateBucketOutput;

    fn needs(&self) -> Need {
        let need_new = |action| access::need_bucket(action, &self.bucket).to_be_made();
        let need = self
            .given()
            .conditions(need_new("s3:CreateBucket"))
            .with("s3:x-amz-object-ownership", self.object_ownership.as_deref())
            .with("s3:x-amz-bucket-namespace", self.bucket_namespace.as_deref());
        match self.object_lock_enabled_for_bucket {
            Some(true) => need.and(need_new("s3:PutBucketObjectLockConfiguration")).and(need_new("s3:PutBucketVersioning")),
            _ => need,
        }
    }
}

impl CreateBucket {
    fn given(&self) -> Given<'_> {
        Given {
            canned: self.acl.as_deref(),
            policy: None,
            full_control: self.grant_full_control.as_deref(),
            read: self.grant_read.as_deref(),
            read_acp: self.grant_read_acp.as_deref(),
            write: self.grant_write.as_deref(),
            write_acp: self.grant_write_acp.as_deref(),
        }
    }

    /// Ownership and ACL of the new bucket. Every new bucket blocks public access, so a public ACL never passes.
    fn sharing(&self, owner: AccountId) -> Result<Sharing, ApiError> {
        let ownership = match self.object_ownership.as_deref() {
            None => ObjectOwnership::BucketOwnerEnforced,
            Some(name) => ObjectOwnership::named(name).ok_or_else(|| errors::bad_ownership_header(name))?,
        };
        let acl = self.given().read(Of::Bucket(owner))?.unwrap_or_else(|| Acl::private(Some(owner)));
        if ownership == ObjectOwnership::BucketOwnerEnforced && acl.grants_others() {
            return Err(errors::bucket_acl_with_ownership());
        }
        if acl.is_public() {
            return Err(errors::bucket_acl_with_block());
        }
        Ok(Sharing { ownership: Some(ownership), acl, ..Sharing::of_new_bucket(owner) })
    }

    /// The region that endpoint and constraint agree on (S3 API Reference, CreateBucket).
    fn region(&self, endpoint: Region) -> Result<Region, ApiError> {
        let constraint = self.create_bucket_configuration.as_ref().and_then(|configuration| configuration.location_constraint.as_deref());
        let Some(constraint) = constraint else {
            return if endpoint == Region::US_EAST_1 { Ok(endpoint) } else { Err(errors::unspecified_location()) };
        };
        let named = if constraint == "EU" { "eu-west-1" } else { constraint };
        let region = Region::named(named).filter(|region| *region != Region::US_EAST_1).ok_or_else(errors::invalid_location)?;
        if region == endpoint || endpoint == Region::US_EAST_1 { Ok(region) } else { Err(errors::incompatible_location(constraint)) }
    }
}

impl Write for CreateBucket {
    fn apply(self, cx: &mut Call<'_>) -> Result<CreateBucketOutput, ApiError> {
        let owner = cx.account().ok_or_else(errors::access_denied)?;
        let namespace = Namespace::named(self.bucket_namespace.as_deref())?;
        namespace.check(&self.bucket, owner, cx.origin.region)?;
        let sharing = self.sharing(owner)?;
        let region = self.region(cx.origin.region)?;
        let tags = tagging::checked_for_bucket(self.create_bucket_configuration.and_then(|it| it.tags).unwrap_or_default())?;
        let location = if cx.origin.region == Region::US_EAST_1 && region == Region::US_EAST_1 {
            format!("/{}", self.bucket)
        } else {
            format!("http://{}.s3.amazonaws.com/", self.bucket)
        };
        let output = CreateBucketOutput { location, bucket_arn: access::bucket_arn(&self.bucket) };
        if let Some(existing) = cx.world.s3.bucket(&self.bucket) {
            // us-east-1 lets its oldest form of the request pass again, for programs that count on it
            let forgiving =
                existing.region == Region::US_EAST_1 && region == Region::US_EAST_1 && tags.is_empty() && namespace == Namespace::Global;
            return match (existing.owner == owner, forgiving) {
                (false, _) => Err(errors::bucket_already_exists()),
                (true, false) => Err(errors::bucket_already_owned()),
                (true, true) => {
                    // and makes the ACL new, where there are ACLs
                    let bucket = access::bucket_mut(cx.world, &self.bucket)?;
                    if bucket.sharing.acls_count() {
                        bucket.sharing.acl = sharing.acl;
                    }
                    Ok(output)
                }
            };
        }
        let locks = self.object_lock_enabled_for_bucket == Some(true);
        let name: Arc<str> = self.bucket.into();
        let bucket = Bucket {
            name: name.clone(),
            owner,
            region,
            created: cx.now(),
            versioning: if locks { Versioning::Enabled } else { Versioning::Unset },
            lifecycle: None,
            tiering: BTreeMap::new(),
            accelerate: None,
            tags,
            encryption: BucketEncryption::default(),
            bucket_keys: BTreeMap::new(),
            lock: locks.then(lock::Configuration::default),
            notifications: None,
            replication: None,
            sharing,
            store: Store::default(),
            uploads: BTreeMap::new(),
        };
        cx.world.s3.buckets.insert(name, bucket);
        Ok(output)
    }
}

/// Deletes an empty bucket. Unfinished uploads do not keep it and go with it.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteBucket {
    /// Which.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for DeleteBucket {
    type Output = ();

    fn needs(&self) -> Need {
        access::need_bucket("s3:DeleteBucket", &self.bucket)
    }
}

impl Write for DeleteBucket {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        if !bucket.store.is_empty() {
            return Err(if bucket.is_versioned() { errors::bucket_has_versions() } else { errors::bucket_not_empty() });
        }
        let uploads: Vec<u64> = bucket.uploads.keys().copied().collect();
        for number in uploads {
            super::multipart::discard(cx.world, &self.bucket, number);
        }
        cx.world.s3.buckets.remove(self.bucket.as_str());
        Ok(())
    }
}

/// An account as S3 shows it.
#[derive(Clone, Debug, Serialize)]
pub struct Owner {
    #[serde(rename = "ID")]
    id: String,
}

impl Owner {
    pub(super) fn by_id(id: String) -> Self {
        Self { id }
    }

    pub(super) fn of(account: AccountId) -> Self {
        Self { id: account.canonical_user_id() }
    }
}
