//! The benches of the storage module.

pub(super) mod acceleration;
pub(super) mod access;
pub(super) mod buckets;
pub(super) mod encryption;
pub(super) mod lifecycle;
pub(super) mod multipart;
pub(super) mod replication;
pub(super) mod s3_bill;
pub(super) mod s3_events;
pub(super) mod storage_classes;
pub(super) mod storage_kinds;
pub(super) mod tiering;
pub(super) mod versions;
