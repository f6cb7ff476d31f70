//! Lifecycle: rules, their validation, what they make due, and the nightly sweep that does it.

mod api;
mod due;
mod rules;
mod sweep;
mod validate;

pub use api::{DeleteBucketLifecycle, GetBucketLifecycleConfiguration, PutBucketLifecycleConfiguration};
pub(super) use due::{abort_due, expiry, next_due};
pub(super) use rules::Lifecycle;
pub use rules::{
    AbortIncompleteMultipartUpload, Expiration, Filter, FilterAnd, LifecycleConfiguration, LifecycleRule, NoncurrentVersionExpiration,
    NoncurrentVersionTransition, Tag, Transition,
};
pub(super) use sweep::{Tally, sweep};

#[cfg(test)]
mod tests;
