//! S3's actions and condition keys, as far as the check of a policy needs them: what each action is about, and which actions a key
//! comes with (Service Authorization Reference, Amazon S3).

use crate::policy::pattern::Pattern;

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// A bucket.
    Bucket,
    /// Objects.
    Object,
    /// Neither: an account, an access point itself, a job.
    Other,
}

const BUCKET: &str = "CreateBucket CreateBucketMetadataTableConfiguration DeleteBucket DeleteBucketMetadataTableConfiguration \
    DeleteBucketPolicy DeleteBucketWebsite GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac GetBucketAcl GetBucketCORS \
    GetBucketLocation GetBucketLogging GetBucketMetadataTableConfiguration GetBucketNotification GetBucketObjectLockConfiguration \
    GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging \
    GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration \
    GetLifecycleConfiguration GetMetricsConfiguration GetReplicationConfiguration ListBucket ListBucketMultipartUploads \
    ListBucketVersions PauseReplication PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl PutBucketCORS \
    PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketOwnershipControls PutBucketPolicy \
    PutBucketPublicAccessBlock PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration \
    PutIntelligentTieringConfiguration PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration \
    PutReplicationConfiguration UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration";

const OBJECT: &str = "AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectAnnotation DeleteObjectTagging \
    DeleteObjectVersion DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectLegalHold \
    GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes \
    GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent InitiateReplication ListMultipartUploadParts \
    ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl PutObjectAnnotation PutObjectLegalHold PutObjectRetention PutObjectTagging \
    PutObjectVersionAcl PutObjectVersionTagging ReplicateDelete ReplicateObject ReplicateTags RestoreObject UpdateObjectEncryption";

const OTHER: &str = "AssociateAccessGrantsIdentityCenter CreateAccessGrant CreateAccessGrantsInstance CreateAccessGrantsLocation \
    CreateAccessPoint CreateAccessPointForObjectLambda CreateJob CreateMultiRegionAccessPoint CreateStorageLensGroup DeleteAccessGrant \
    DeleteAccessGrantsInstance DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation DeleteAccessPoint \
    DeleteAccessPointForObjectLambda DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda DeleteJobTagging \
    DeleteMultiRegionAccessPoint DeleteStorageLensConfiguration DeleteStorageLensConfigurationTagging DeleteStorageLensGroup DescribeJob \
    DescribeMultiRegionAccessPointOperation DissociateAccessGrantsIdentityCenter GetAccessGrant GetAccessGrantsInstance \
    GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy GetAccessGrantsLocation GetAccessPoint \
    GetAccessPointConfigurationForObjectLambda GetAccessPointForObjectLambda GetAccessPointPolicy GetAccessPointPolicyForObjectLambda \
    GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda GetAccountPublicAccessBlock GetDataAccess GetJobTagging \
    GetMultiRegionAccessPoint GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus GetMultiRegionAccessPointRoutes \
    GetStorageLensConfiguration GetStorageLensConfigurationTagging GetStorageLensDashboard GetStorageLensGroup ListAccessGrants \
    ListAccessGrantsInstances ListAccessGrantsLocations ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets \
    ListCallerAccessGrants ListJobs ListMultiRegionAccessPoints ListStorageLensConfigurations ListStorageLensGroups ListTagsForResource \
    PutAccessGrantsInstanceResourcePolicy PutAccessPointConfigurationForObjectLambda PutAccessPointPolicy \
    PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock PutJobTagging \
    PutMultiRegionAccessPointPolicy PutStorageLensConfiguration PutStorageLensConfigurationTagging SubmitMultiRegionAccessPointRoutes \
    TagResource UntagResource UpdateAccessGrantsLocation UpdateJobPriority UpdateJobStatus UpdateStorageLensGroup";

/// Keys that come with some actions only; names in small letters. A key that ends with a slash stands for all that begin so.
const KEYS: [(&str, &str); 30] = [
    ("s3:prefix", "ListBucket ListBucketVersions"),
    ("s3:delimiter", "ListBucket ListBucketVersions"),
    ("s3:max-keys", "ListBucket ListBucketVersions"),
    ("s3:versionid", "*Version *VersionAcl *VersionTagging *VersionAttributes *VersionForReplication *VersionTorrent DeleteObjectVersion"),
    ("s3:locationconstraint", "CreateBucket"),
    ("s3:x-amz-object-ownership", "CreateBucket"),
    ("s3:x-amz-bucket-namespace", "CreateBucket"),
    ("s3:x-amz-acl", "CreateBucket Put*Acl PutObject"),
    ("s3:x-amz-grant-full-control", "CreateBucket Put*Acl PutObject"),
    ("s3:x-amz-grant-read", "CreateBucket Put*Acl PutObject"),
    ("s3:x-amz-grant-read-acp", "CreateBucket Put*Acl PutObject"),
    ("s3:x-amz-grant-write", "CreateBucket Put*Acl PutObject"),
    ("s3:x-amz-grant-write-acp", "CreateBucket Put*Acl PutObject"),
    ("s3:x-amz-copy-source", "PutObject"),
    ("s3:x-amz-metadata-directive", "PutObject"),
    ("s3:x-amz-storage-class", "PutObject"),
    ("s3:x-amz-website-redirect-location", "PutObject"),
    ("s3:x-amz-server-side-encryption", "PutObject ReplicateObject UpdateObjectEncryption"),
    ("s3:x-amz-server-side-encryption-aws-kms-key-id", "PutObject ReplicateObject UpdateObjectEncryption"),
    ("s3:x-amz-server-side-encryption-customer-algorithm", "PutObject"),
    ("s3:if-match", "DeleteObject DeleteObjectVersion PutObject"),
    ("s3:if-none-match", "PutObject"),
    ("s3:objectcreationoperation", "PutObject"),
    ("s3:requestobjecttagkeys", "PutObject Put*Tagging"),
    ("s3:requestobjecttag/", "PutObject Put*Tagging"),
    (
        "s3:existingobjecttag/",
        "DeleteObjectTagging DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectTagging GetObjectVersion* GetObjectAttributes Put*Acl Put*Tagging",
    ),
    ("s3:object-lock-mode", "PutObject PutObjectRetention ReplicateObject BypassGovernanceRetention"),
    ("s3:object-lock-retain-until-date", "PutObject PutObjectRetention ReplicateObject BypassGovernanceRetention"),
    ("s3:object-lock-remaining-retention-days", "PutObject PutObjectRetention ReplicateObject BypassGovernanceRetention"),
    ("s3:object-lock-legal-hold", "PutObject PutObjectLegalHold ReplicateObject BypassGovernanceRetention"),
];

/// Keys that come with every action.
const ALWAYS: [&str; 10] = [
    "s3:authtype",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "s3:accesspointnetworkorigin",
    "s3:accesspointtag/",
    "s3:resourceaccount",
    "s3:signatureage",
    "s3:signatureversion",
    "s3:tlsversion",
    "s3:x-amz-content-sha256",
];

/// All actions, without `s3:`, with what they are about.
pub(super) fn all() -> impl Iterator<Item = (&'static str, About)> {
    let of = |names: &'static str, about: About| names.split_ascii_whitespace().map(move |name| (name, about));
    of(BUCKET, About::Bucket).chain(of(OBJECT, About::Object)).chain(of(OTHER, About::Other))
}

/// The actions that a pattern of a policy stands for; none if it is about another service or nothing that there is.
pub(super) fn named(pattern: &Pattern) -> impl Iterator<Item = (&'static str, About)> {
    all().filter(move |(name, _)| pattern.matches_in_any_case(&format!("s3:{name}")))
}

/// Whether a condition key exists, and comes with the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comes {
    /// There is no such key.
    Unknown,
    /// There is, but not with this action.
    Not,
    /// It may come with this action.
    With,
}

/// Whether a key comes with an action.
pub(super) fn comes(key: &str, action: &str) -> Comes {
    let key = key.to_ascii_lowercase();
    let is = |known: &str| if known.ends_with('/') { key.starts_with(known) && key.len() > known.len() } else { key == known };
    if ALWAYS.iter().any(|known| is(known)) || (key.starts_with("aws:") && key.len() > 4) {
        return Comes::With;
    }
    let Some((_, actions)) = KEYS.iter().find(|(known, _)| is(known)) else { return Comes::Unknown };
    if actions.split_ascii_whitespace().any(|pattern| fits(pattern, action)) { Comes::With } else { Comes::Not }
}

/// A name with at most one `*` in it.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_that_an_operation_needs_is_listed() {
        for (service, operations) in crate::SERVICES.iter().filter(|(service, _)| *service == "s3") {
            for (operation, _) in *operations {
                let Ok(request) = crate::Request::parse(service, operation, serde_json::json!({})) else { continue };
                for need in request.needs().each() {
                    let Some(name) = need.action.strip_prefix("s3:") else { continue };
                    assert!(all().any(|(known, _)| known == name), "{operation} needs {}", need.action);
                }
            }
        }
    }

    #[test]
    fn a_key_comes_with_its_actions_only() {
        assert_eq!(comes("s3:prefix", "ListBucket"), Comes::With);
        assert_eq!(comes("S3:Prefix", "GetObject"), Comes::Not);
        assert_eq!(comes("s3:ExistingObjectTag/team", "GetObject"), Comes::With);
        assert_eq!(comes("s3:ExistingObjectTag/", "GetObject"), Comes::Unknown);
        assert_eq!(comes("s3:x-acl", "PutObject"), Comes::Unknown);
        assert_eq!(comes("aws:SourceIp", "GetBucketAcl"), Comes::With);
        assert_eq!(comes("s3:DataAccessPointAccount", "GetBucketAcl"), Comes::With);
    }
}
