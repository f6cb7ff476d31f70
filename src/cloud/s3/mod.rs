//! Amazon S3: buckets and objects, versions, storage classes, lifecycle, restores, multipart uploads, who gets in, and what it costs.
//!
//! Not simulated: directory and table buckets, event holds of Object Lock, and
//! data transfer out of the region. A deleted bucket's name is free again at once. Lifecycle and tiering act exactly at the
//! midnight (UTC) when they fall due, where S3 may lag by a day or more. Restores take a fixed time within the published range.
//!
//! Who gets in is decided as S3 decides it: bucket policies, access points and theirs, Block Public Access of account, bucket and access
//! point, access control lists with Object Ownership, requester pays. Settings hold at once, where S3 may take a while. `OpenUrl` stands
//! for a browser: a website's page, a public object, a signed URL, a question of another origin. Whoever may not list a bucket is told
//! 403 of a key that is not there, as by S3. Not simulated: organisations, grants by e-mail address, browser uploads by POST.
//!
//! The data of ONEZONE_IA objects lies in the first zone of the bucket's region (S3 chooses a zone and does not say which). While
//! that zone is out, reading and writing such objects is answered 503 `ServiceUnavailable`, lifecycle moves into and out of the
//! class wait, and everything else goes on: listing, HEAD, tags, deletes, all other classes. Destroyed, the zone takes them along.

mod accelerate;
mod access;
mod acl;
mod attributes;
mod audit;
mod block;
mod bucket;
mod checksum;
mod class;
mod copy;
mod cors;
mod delete;
mod encryption;
pub(crate) mod errors;
mod get;
mod guard;
mod keys;
mod lifecycle;
mod list;
mod load;
mod lock;
mod meter;
mod multipart;
mod naming;
mod notification;
mod ownership;
mod payer;
mod policy;
mod put;
mod replication;
mod report;
mod restore;
mod sharing;
mod state;
mod store;
mod tagging;
mod tiering;
mod url;
mod version;
mod versioning;
mod versions;
mod website;
mod why;
mod zones;

pub use accelerate::{GetBucketAccelerateConfiguration, PutBucketAccelerateConfiguration};
pub use acl::{
    AccessControlPolicy, Acl, GetBucketAcl, GetObjectAcl, GivenGrant, GivenGrantee, GivenOwner, Grant, Grantee, Permission, PutBucketAcl,
    PutObjectAcl,
};
pub use attributes::GetObjectAttributes;
pub use block::{
    Blocks, DeletePublicAccessBlock, GetPublicAccessBlock, GetPublicAccessBlockOutput, PublicAccessBlockConfiguration, PutPublicAccessBlock,
};
pub use bucket::{Bucket, CreateBucket, DeleteBucket, GetBucketLocation, HeadBucket, ListBuckets};
pub use checksum::upload_etag;
pub use class::{SMALL_BYTES, StorageClass, Tier};
pub use copy::CopyObject;
pub use cors::{CorsConfiguration, CorsRule, DeleteBucketCors, GetBucketCors, Preflight, PreflightAnswer, PutBucketCors};
pub use delete::{DeleteObject, DeleteObjects};
pub use encryption::{
    DeleteBucketEncryption, Encryption, GetBucketEncryption, Layer, PutBucketEncryption, StoredBytes, UpdateObjectEncryption,
};
pub use get::{GetObject, HeadObject};
pub use guard::{blocks_through, denied, public_policy_refused};
pub use lifecycle::{
    AbortIncompleteMultipartUpload, DeleteBucketLifecycle, Expiration, Filter, FilterAnd, GetBucketLifecycleConfiguration,
    LifecycleConfiguration, LifecycleRule, NoncurrentVersionExpiration, NoncurrentVersionTransition, PutBucketLifecycleConfiguration, Tag,
    Transition,
};
pub use list::{ListObjects, ListObjectsV2};
pub use load::{Load, ReadBand, Reads, StartLoad};
pub use lock::{
    GetObjectLegalHold, GetObjectLockConfiguration, GetObjectRetention, Lock, Mode, PutObjectLegalHold, PutObjectLockConfiguration,
    PutObjectRetention, Retention,
};
pub use multipart::{
    AbortMultipartUpload, CompleteMultipartUpload, CreateMultipartUpload, ListMultipartUploads, ListParts, MAX_PART_NUMBER, MIN_PART_BYTES,
    UploadPart, UploadPartCopy,
};
pub use naming::NameRule;
pub use notification::{
    EventBridgeConfiguration, FilterRule, GetBucketNotificationConfiguration, LambdaFunctionConfiguration, NotificationConfiguration,
    NotificationConfigurationFilter, Notifications, Notified, PutBucketNotificationConfiguration, QueueConfiguration, S3KeyFilter,
    TopicConfiguration, copy_source, url_decoded,
};
pub use ownership::{
    DeleteBucketOwnershipControls, GetBucketOwnershipControls, ObjectOwnership, OwnershipControls, OwnershipControlsRule,
    PutBucketOwnershipControls,
};
pub use payer::{GetBucketRequestPayment, PutBucketRequestPayment, RequestPaymentConfiguration};
pub use policy::{
    DeleteBucketPolicy, GetBucketPolicy, GetBucketPolicyStatus, Hangs, PolicyOutput, PolicyStatusOutput, PolicyTarget, PutBucketPolicy,
    ResourcePolicy, checked_policy, is_public,
};
pub use put::{MAX_SINGLE_BYTES, PutObject};
pub use replication::{
    AccessControlTranslation, Asked, Backlog, DeleteBucketReplication, DeleteMarkerReplication, Destination, EncryptionConfiguration,
    Existing, ExistingObjectReplication, GetBucketReplication, Leg, LegState, Metrics, PutBucketReplication, ReplicaModifications,
    ReplicateExisting, Replication, ReplicationConfiguration, ReplicationRule, ReplicationRuleAndOperator, ReplicationRuleFilter,
    ReplicationTime, ReplicationTimeValue, SourceSelectionCriteria, SseKmsEncryptedObjects,
};
pub use report::{Stored, stored_by_month};
pub use restore::{GlacierJobParameters, RestoreObject, RestoreRequest, Speed};
pub use sharing::Sharing;
pub use state::S3;
pub use store::{Cohort, Store};
pub use tagging::{DeleteBucketTagging, DeleteObjectTagging, GetBucketTagging, GetObjectTagging, PutBucketTagging, PutObjectTagging};
pub use tiering::{
    DeleteBucketIntelligentTieringConfiguration, GetBucketIntelligentTieringConfiguration, ListBucketIntelligentTieringConfigurations,
    PutBucketIntelligentTieringConfiguration,
};
pub use url::{OpenUrl, Presigned, presigned};
pub use version::{About, Content, Kind, Object, Tiering, Version};
pub use versioning::{GetBucketVersioning, PutBucketVersioning};
pub use versions::ListObjectVersions;
pub use website::{
    Condition, DeleteBucketWebsite, ErrorDocument, GetBucketWebsite, IndexDocument, PutBucketWebsite, Redirect, RedirectAllRequestsTo,
    RoutingRule, WebsiteConfiguration,
};
pub use why::{Check, Level, Remedy, Why, why};

crate::operations! { "s3", S3;
    writes: [
        AbortMultipartUpload, CompleteMultipartUpload, CopyObject, CreateBucket, CreateMultipartUpload, DeleteBucket, DeleteBucketCors,
        DeleteBucketEncryption, DeleteBucketIntelligentTieringConfiguration, DeleteBucketLifecycle, DeleteBucketOwnershipControls, DeleteBucketPolicy,
        DeleteBucketReplication, DeleteBucketTagging, DeleteBucketWebsite, DeleteObject, DeleteObjectTagging, DeleteObjects, DeletePublicAccessBlock,
        GetObject, OpenUrl, PutBucketAccelerateConfiguration, PutBucketAcl, PutBucketCors, PutBucketEncryption,
        PutBucketIntelligentTieringConfiguration, PutBucketLifecycleConfiguration, PutBucketNotificationConfiguration,
        PutBucketOwnershipControls, PutBucketPolicy, PutBucketReplication, PutBucketRequestPayment, PutBucketTagging, PutBucketVersioning,
        PutBucketWebsite, PutObject, PutObjectAcl, PutObjectLegalHold, PutObjectLockConfiguration, PutObjectRetention, PutObjectTagging,
        PutPublicAccessBlock, ReplicateExisting, RestoreObject, UpdateObjectEncryption, UploadPart, UploadPartCopy, StartLoad,
    ];
    reads: [
        GetBucketAccelerateConfiguration, GetBucketAcl, GetBucketCors, GetBucketEncryption, GetBucketIntelligentTieringConfiguration,
        GetBucketLifecycleConfiguration, GetBucketLocation, GetBucketNotificationConfiguration, GetBucketOwnershipControls, GetBucketPolicy,
        GetBucketPolicyStatus, GetBucketReplication, GetBucketRequestPayment, GetBucketTagging, GetBucketVersioning, GetBucketWebsite,
        GetObjectAcl, GetObjectAttributes, GetObjectLegalHold, GetObjectLockConfiguration, GetObjectRetention, GetObjectTagging,
        GetPublicAccessBlock, HeadBucket, HeadObject, ListBuckets,
        ListBucketIntelligentTieringConfigurations, ListMultipartUploads, ListObjectVersions, ListObjects, ListObjectsV2, ListParts,
    ];
}
