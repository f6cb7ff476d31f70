//! The benches of the storage module.

pub(super) mod lifecycle;
pub(super) mod versions;
pub(super) mod storage_kinds;
