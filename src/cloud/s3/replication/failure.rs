//! Why a version could not be copied, as S3 says it in its events (S3 User Guide, replication failure reasons).

/// What kept a version from being copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// It will pass: S3 tries again.
    Passing,
    /// It needs somebody: S3 has given up, for this reason.
    Lasting(&'static str),
}

/// The role is not there, or does not trust S3.
pub(super) const ASSUME_ROLE: Obstacle = Obstacle::Lasting("AssumeRoleNotPermitted");
/// The destination is gone.
pub(super) const NO_BUCKET: Obstacle = Obstacle::Lasting("DstBucketNotFound");
/// The source locks objects, the destination does not.
pub(super) const NO_LOCK: Obstacle = Obstacle::Lasting("DstBucketObjectLockConfigMissing");
/// The KMS key of the replicas cannot be used, or is not there.
pub(super) const PUT_KEY_STATE: Obstacle = Obstacle::Lasting("DstKmsKeyInvalidState");
pub(super) const NO_PUT_KEY: Obstacle = Obstacle::Lasting("DstKmsKeyNotFound");
/// The KMS key of the object cannot be used, or is not there.
pub(super) const GET_KEY_STATE: Obstacle = Obstacle::Lasting("SrcKmsKeyInvalidState");
pub(super) const NO_GET_KEY: Obstacle = Obstacle::Lasting("SrcKmsKeyNotFound");
/// The destination keeps no versions any more.
pub(super) const UNVERSIONED: Obstacle = Obstacle::Lasting("DstBucketUnversioned");
/// The role may not put a delete marker.
pub(super) const DELETE: Obstacle = Obstacle::Lasting("DstDelObjNotPermitted");
/// The role may not put a replica.
pub(super) const PUT: Obstacle = Obstacle::Lasting("DstPutObjectNotPermitted");
/// The role may not change a replica's tags.
pub(super) const PUT_TAGGING: Obstacle = Obstacle::Lasting("DstPutTaggingNotPermitted");
/// The role may not change a replica's access control list or its owner.
pub(super) const PUT_ACL: Obstacle = Obstacle::Lasting("DstPutAclNotPermitted");
/// The replica whose metadata was to change is gone.
pub(super) const NO_VERSION: Obstacle = Obstacle::Lasting("DstVersionNotFound");
/// The role may not read the object.
pub(super) const GET: Obstacle = Obstacle::Lasting("SrcGetObjectNotPermitted");
/// The role may not read the object's access control list.
pub(super) const GET_ACL: Obstacle = Obstacle::Lasting("SrcGetAclNotPermitted");
/// The role may not read the object's tags, which have changed.
pub(super) const GET_TAGGING: Obstacle = Obstacle::Lasting("SrcGetTaggingNotPermitted");
/// The object cannot be copied: it lies in an archive, or no rule asks for it any more.
pub(super) const NOT_ELIGIBLE: Obstacle = Obstacle::Lasting("SrcObjectNotEligible");
/// The role may not read the bucket's rules.
pub(super) const REPLICATION: Obstacle = Obstacle::Lasting("SrcReplicationNotPermitted");
