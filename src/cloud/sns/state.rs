//! SNS's state: topics and subscriptions by ARN, and what is on its way to subscribers.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use super::{
    audit,
    deliver::{self, Delivery},
    errors, policy,
    subscription::Subscription,
    topic::Topic,
};
use crate::{
    World,
    api::{ApiError, Need},
    audit::{Asked, Told},
    clock::SimTime,
    ident::AccountId,
    policy::{Denial, Question, Resource},
    usage::UsageKey,
    world::Service,
};

/// Everything SNS holds, in all regions and accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sns {
    /// By ARN.
    pub(super) topics: BTreeMap<String, Topic>,
    /// By ARN, which begins with the topic's.
    pub(super) subscriptions: BTreeMap<String, Subscription>,
    /// In order of time and publishing.
    pub(super) deliveries: Vec<Delivery>,
    pub(super) n_deliveries: u64,
}

impl Sns {
    /// All topics, by ARN.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.topics.values()
    }

    /// The topic of that ARN.
    pub fn topic(&self, arn: &str) -> Option<&Topic> {
        self.topics.get(arn)
    }

    /// The subscriptions to a topic.
    pub fn subscriptions_to(&self, topic: &str) -> impl Iterator<Item = &Subscription> {
        self.subscriptions.values().filter(move |subscription| subscription.topic == topic)
    }
}

/// Needs an action on the topic of that ARN.
pub(super) fn need(action: &'static str, arn: &str) -> Need {
    Need::action(action).on(arn.to_owned())
}

/// The topic of that ARN, or the refusal of one that is none or not there.
pub(super) fn topic<'a>(world: &'a World, arn: &str) -> Result<&'a Topic, ApiError> {
    let mut parts = arn.split(':');
    let head = [parts.next(), parts.next(), parts.next()];
    let tail = [parts.next(), parts.next(), parts.next(), parts.next()];
    let well_formed = matches!(head, [Some("arn"), Some("aws"), Some("sns")]) && tail[2].is_some() && tail[3].is_none();
    if !well_formed {
        let n = arn.split(':').count();
        return Err(errors::invalid(format!("TopicArn Reason: An ARN must have at least 6 elements, not {n}")));
    }
    world.sns.topics.get(arn).ok_or_else(errors::no_such_topic)
}

/// The topic of that ARN, to be changed.
pub(super) fn topic_mut<'a>(world: &'a mut World, arn: &str) -> Result<&'a mut Topic, ApiError> {
    topic(world, arn)?;
    world.sns.topics.get_mut(arn).ok_or_else(errors::no_such_topic)
}

/// Usage of a topic.
pub(super) fn usage(topic: &Topic, usage_type: &'static str) -> UsageKey {
    UsageKey {
        account: topic.account,
        region: topic.region,
        usage_type: Cow::Borrowed(usage_type),
        operation: Cow::Borrowed("Publish"),
        resource: topic.name.as_str().into(),
    }
}

impl Service for Sns {
    fn next_due(&self) -> Option<SimTime> {
        self.deliveries.first().map(|delivery| delivery.at)
    }

    fn wake(world: &mut World) {
        deliver::work(world);
    }

    fn owner(&self, arn: &str) -> Option<AccountId> {
        self.topics.get(arn).map(|topic| topic.account)
    }

    fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
        policy::resources(world, question)
    }

    fn denied(denial: &Denial) -> ApiError {
        denial.error("AuthorizationError")
    }

    fn told(asked: &Asked<'_>) -> Told {
        audit::told(asked)
    }

    fn weight(&self) -> usize {
        self.topics.len() + self.subscriptions.len() + self.deliveries.len()
    }
}
