//! Event notifications: a bucket tells queues, topics, functions and EventBridge what happens to its objects.
//!
//! A notification leaves a second after its cause, once, in the order of the causes; S3 promises neither the order nor that it is
//! only once. Of a run of alike objects (a bulk load, a lifecycle rule that acts on a million keys) the first few are told one by
//! one and the others are counted; see [`Notified`].

mod configuration;
mod errors;
mod event;
mod operations;
mod record;
mod send;
#[cfg(test)]
mod tests;
mod validate;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use configuration::{
    EventBridgeConfiguration, FilterRule, LambdaFunctionConfiguration, NotificationConfiguration, NotificationConfigurationFilter,
    QueueConfiguration, S3KeyFilter, TopicConfiguration,
};
pub(super) use event::{Details, Kind};
pub use operations::{GetBucketNotificationConfiguration, PutBucketNotificationConfiguration};
pub use record::{copy_source, url_decoded};
pub(super) use send::{Notice, created, notify, removed, told};

/// A bucket's notifications: what was asked for, and how often each configuration was told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Notifications {
    pub(super) given: NotificationConfiguration,
    /// By the id of the configuration; EventBridge's is empty.
    #[serde(default)]
    pub(super) notified: BTreeMap<String, Notified>,
}

/// What became of events that a configuration is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    /// Told one by one.
    pub n_told: u64,
    /// Of runs of alike objects beyond the first few: counted only.
    pub n_counted: u64,
}

impl Notifications {
    /// What was asked for.
    pub fn configuration(&self) -> &NotificationConfiguration {
        &self.given
    }

    /// How often each configuration was told, by its id; EventBridge's is empty.
    pub fn notified(&self) -> &BTreeMap<String, Notified> {
        &self.notified
    }
}
