//! The benches of the introduction.

pub(super) mod scale_out;
