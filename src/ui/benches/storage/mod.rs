//! The benches of the storage module.

pub(super) mod buckets;
pub(super) mod lifecycle;
pub(super) mod storage_classes;
pub(super) mod storage_kinds;
pub(super) mod tiering;
pub(super) mod versions;
