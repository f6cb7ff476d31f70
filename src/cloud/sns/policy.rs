//! A topic's policy: the one that every new topic has, and what hangs on a topic for the kernel.

use serde_json::{Value, json};

use super::topic::Topic;
use crate::{
    World,
    ident::Caller,
    policy::{Attached, Label, Question, Resource},
};

/// What the owner's account may do by the first policy of a topic.
const OWNERS: [&str; 8] = [
    "SNS:GetTopicAttributes",
    "SNS:SetTopicAttributes",
    "SNS:AddPermission",
    "SNS:RemovePermission",
    "SNS:DeleteTopic",
    "SNS:Subscribe",
    "SNS:ListSubscriptionsByTopic",
    "SNS:Publish",
];

/// The policy of a new topic: its owner's account may, and nobody else.
pub(super) fn default(arn: &str, account: &str) -> Value {
    json!({
        "Version": "2008-10-17",
        "Id": "__default_policy_ID",
        "Statement": [{
            "Sid": "__default_statement_ID",
            "Effect": "Allow",
            "Principal": {"AWS": "*"},
            "Action": OWNERS,
            "Resource": arn,
            "Condition": {"StringEquals": {"AWS:SourceOwner": account}},
        }],
    })
}

/// The topic's ARN that an ARN names: its own, or a subscription's.
fn topic_arn(arn: &str) -> &str {
    match arn.splitn(7, ':').nth(6) {
        Some(subscription) => &arn[..arn.len() - subscription.len() - 1],
        None => arn,
    }
}

/// What hangs on a topic or one of its subscriptions.
pub(super) fn resources<'a>(world: &'a World, question: &Question<'_>) -> Option<Vec<Resource<'a>>> {
    if !question.arn.starts_with("arn:aws:sns:") {
        return None;
    }
    let Some(topic) = world.sns.topic(topic_arn(question.arn)) else {
        // what is not there is told to services, and to whom policies let ask
        return matches!(question.origin.caller, Caller::Service { .. }).then(Vec::new);
    };
    let mut resource = Resource::of(topic.account);
    let label = Label::of_resource(topic.arn(), "TopicPolicy");
    resource.policies = vec![Attached { label, document: &topic.policy }];
    resource.keys.add_one("aws:SourceOwner", question.origin.caller.account());
    for (key, value) in &topic.tags {
        resource.keys.add_one(format!("aws:ResourceTag/{key}"), Some(value));
    }
    Some(vec![resource])
}

/// The statements of a topic's policy.
pub(super) fn statements(topic: &Topic) -> Vec<Value> {
    let policy: Value = serde_json::from_str(topic.policy.text()).unwrap_or_default();
    match policy.get("Statement") {
        Some(Value::Array(list)) => list.clone(),
        Some(one @ Value::Object(_)) => vec![one.clone()],
        _ => Vec::new(),
    }
}
