//! Listing subscriptions: of the caller's account, or to one topic.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{state, subscription::Subscription, topics::PAGE};
use crate::api::{ApiError, Need, Operation, Read, View};

/// What the two listings answer.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SubscriptionsOutput {
    subscriptions: Vec<Listed>,
    next_token: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Listed {
    subscription_arn: String,
    owner: String,
    protocol: &'static str,
    endpoint: String,
    topic_arn: String,
}

fn page<'a>(all: impl Iterator<Item = &'a Subscription>, token: Option<String>) -> SubscriptionsOutput {
    let after = token.unwrap_or_default();
    let mut rest = all.filter(|subscription| subscription.arn > after);
    let page: Vec<&Subscription> = rest.by_ref().take(PAGE).collect();
    let next_token = page.last().map(|last| last.arn.clone()).filter(|_| rest.next().is_some());
    let listed = page.into_iter().map(|subscription| Listed {
        subscription_arn: subscription.shown_arn(),
        owner: subscription.owner.clone(),
        protocol: subscription.protocol.name(),
        endpoint: subscription.endpoint.clone(),
        topic_arn: subscription.topic.clone(),
    });
    SubscriptionsOutput { subscriptions: listed.collect(), next_token }
}

/// Lists the caller's subscriptions of a region.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListSubscriptions {
    /// Where the last page ended.
    pub next_token: Option<String>,
}

impl Operation for ListSubscriptions {
    type Output = SubscriptionsOutput;

    fn needs(&self) -> Need {
        Need::action("sns:ListSubscriptions")
    }
}

impl Read for ListSubscriptions {
    fn read(self, cx: &mut View<'_>) -> Result<SubscriptionsOutput, ApiError> {
        let (account, region) = (cx.account().map(|account| account.to_string()), cx.origin.region);
        let here = |subscription: &&Subscription| cx.world.sns.topic(&subscription.topic).is_some_and(|topic| topic.region == region);
        let mine = cx.world.sns.subscriptions.values().filter(|subscription| Some(&subscription.owner) == account.as_ref());
        Ok(page(mine.filter(here), self.next_token))
    }
}

/// Lists the subscriptions to a topic.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListSubscriptionsByTopic {
    /// Which topic.
    pub topic_arn: String,
    /// Where the last page ended.
    pub next_token: Option<String>,
}

impl Operation for ListSubscriptionsByTopic {
    type Output = SubscriptionsOutput;

    fn needs(&self) -> Need {
        state::need("sns:ListSubscriptionsByTopic", &self.topic_arn)
    }
}

impl Read for ListSubscriptionsByTopic {
    fn read(self, cx: &mut View<'_>) -> Result<SubscriptionsOutput, ApiError> {
        state::topic(cx.world, &self.topic_arn)?;
        Ok(page(cx.world.sns.subscriptions_to(&self.topic_arn), self.next_token))
    }
}
