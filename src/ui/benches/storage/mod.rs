//! The benches of the storage module.

pub(super) mod lifecycle;
