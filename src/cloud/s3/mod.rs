//! Amazon S3: buckets and objects, versions, storage classes, lifecycle, restores, multipart uploads and what they cost.
//!
//! Not simulated: directory and table buckets, access points, bucket policies and ACL grants
//! (only the bucket owner's own account gets in), static websites, event holds of Object Lock, requester pays, and
//! data transfer out of the region. A deleted bucket's name is free again at once. Lifecycle and tiering act exactly at the
//! midnight (UTC) when they fall due, where S3 may lag by a day or more. Restores take a fixed time within the published range.
//!
//! The data of ONEZONE_IA objects lies in the first zone of the bucket's region (S3 chooses a zone and does not say which). While
//! that zone is out, reading and writing such objects is answered 503 `ServiceUnavailable`, lifecycle moves into and out of the
//! class wait, and everything else goes on: listing, HEAD, tags, deletes, all other classes. Destroyed, the zone takes them along.

mod accelerate;
mod access;
mod acl;
mod attributes;
mod audit;
mod bucket;
mod checksum;
mod class;
mod copy;
mod defaults;
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
mod put;
mod replication;
mod report;
mod restore;
mod state;
mod store;
mod tagging;
mod tiering;
mod version;
mod versioning;
mod versions;
mod zones;

pub use accelerate::{GetBucketAccelerateConfiguration, PutBucketAccelerateConfiguration};
pub use acl::{GetBucketAcl, GetObjectAcl};
pub use attributes::GetObjectAttributes;
pub use bucket::{Bucket, CreateBucket, DeleteBucket, GetBucketLocation, HeadBucket, ListBuckets};
pub use class::{SMALL_BYTES, StorageClass, Tier};
pub use copy::CopyObject;
pub use defaults::{GetBucketOwnershipControls, GetPublicAccessBlock};
pub use delete::{DeleteObject, DeleteObjects};
pub use encryption::{
    DeleteBucketEncryption, Encryption, GetBucketEncryption, Layer, PutBucketEncryption, StoredBytes, UpdateObjectEncryption,
};
pub use get::{GetObject, HeadObject};
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
pub use put::{MAX_SINGLE_BYTES, PutObject};
pub use replication::{
    AccessControlTranslation, Asked, Backlog, DeleteBucketReplication, DeleteMarkerReplication, Destination, EncryptionConfiguration,
    Existing, ExistingObjectReplication, GetBucketReplication, Leg, LegState, Metrics, PutBucketReplication, ReplicaModifications,
    ReplicateExisting, Replication, ReplicationConfiguration, ReplicationRule, ReplicationRuleAndOperator, ReplicationRuleFilter,
    ReplicationTime, ReplicationTimeValue, SourceSelectionCriteria, SseKmsEncryptedObjects,
};
pub use report::{Stored, stored_by_month};
pub use restore::{GlacierJobParameters, RestoreObject, RestoreRequest, Speed};
pub use state::S3;
pub use store::{Cohort, Store};
pub use tagging::{DeleteBucketTagging, DeleteObjectTagging, GetBucketTagging, GetObjectTagging, PutBucketTagging, PutObjectTagging};
pub use tiering::{
    DeleteBucketIntelligentTieringConfiguration, GetBucketIntelligentTieringConfiguration, ListBucketIntelligentTieringConfigurations,
    PutBucketIntelligentTieringConfiguration,
};
pub use version::{About, Content, Kind, Object, Tiering, Version};
pub use versioning::{GetBucketVersioning, PutBucketVersioning};
pub use versions::ListObjectVersions;

crate::operations! { "s3", S3;
    writes: [
        AbortMultipartUpload, CompleteMultipartUpload, CopyObject, CreateBucket, CreateMultipartUpload, DeleteBucket,
        DeleteBucketEncryption, DeleteBucketIntelligentTieringConfiguration, DeleteBucketLifecycle, DeleteBucketReplication, DeleteBucketTagging,
        DeleteObject, DeleteObjectTagging, DeleteObjects,
        GetObject, PutBucketAccelerateConfiguration, PutBucketIntelligentTieringConfiguration, PutBucketLifecycleConfiguration,
        PutBucketEncryption, PutBucketNotificationConfiguration, PutBucketReplication, PutBucketTagging, PutBucketVersioning,
        PutObject, PutObjectLegalHold, PutObjectLockConfiguration, PutObjectRetention,
        PutObjectTagging, ReplicateExisting, RestoreObject, UpdateObjectEncryption, UploadPart, UploadPartCopy, StartLoad,
    ];
    reads: [
        GetBucketAccelerateConfiguration, GetBucketAcl, GetBucketEncryption, GetBucketIntelligentTieringConfiguration,
        GetBucketLifecycleConfiguration, GetBucketLocation, GetBucketNotificationConfiguration, GetBucketOwnershipControls,
        GetBucketReplication, GetBucketTagging, GetBucketVersioning, GetObjectAcl, GetObjectAttributes,
        GetObjectLegalHold, GetObjectLockConfiguration, GetObjectRetention, GetObjectTagging, GetPublicAccessBlock, HeadBucket, HeadObject, ListBuckets,
        ListBucketIntelligentTieringConfigurations, ListMultipartUploads, ListObjectVersions, ListObjects, ListObjectsV2, ListParts,
    ];
}
