//! Amazon SNS: standard topics, who is subscribed to them, and what each subscriber gets.
//!
//! Subscribers are queues and functions. Somebody subscribed by e-mail is shown as pending confirmation, as long as nobody reads the
//! mail: that is for ever. Not simulated: FIFO topics, phones, web hooks and every other protocol, encryption with keys of KMS,
//! delivery retries and delivery status logs. Signatures are made up.

mod audit;
mod deliver;
mod envelope;
mod errors;
mod filter;
mod permission;
mod policy;
mod publish;
mod state;
mod subscription;
mod subscriptions;
mod tags;
mod topic;
mod topics;

pub use filter::{FilterPolicy, Scope};
pub use permission::{AddPermission, RemovePermission};
pub use publish::{Publish, PublishBatch, PublishBatchRequestEntry};
pub use state::Sns;
pub use subscription::{GetSubscriptionAttributes, SetSubscriptionAttributes, Subscribe, Subscription, Unsubscribe};
pub use subscriptions::{ListSubscriptions, ListSubscriptionsByTopic};
pub use tags::{ListTagsForResource, Tag, TagResource, UntagResource};
pub use topic::{GetTopicAttributes, SetTopicAttributes, Topic};
pub use topics::{CreateTopic, DeleteTopic, ListTopics};

crate::operations! { "sns", Sns;
    writes: [
        AddPermission, CreateTopic, DeleteTopic, Publish, PublishBatch, RemovePermission, SetSubscriptionAttributes, SetTopicAttributes,
        Subscribe, TagResource, Unsubscribe, UntagResource,
    ];
    reads: [GetSubscriptionAttributes, GetTopicAttributes, ListSubscriptions, ListSubscriptionsByTopic, ListTagsForResource, ListTopics];
}
