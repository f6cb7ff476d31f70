//! Making, listing and deleting topics.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    errors, state,
    tags::{self, Tag},
    topic::{Topic, arn_of},
};
use crate::{
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    sqs,
};

/// Topics or subscriptions of one page.
pub(super) const PAGE: usize = 100;

/// Makes a topic, or gives the ARN of the one that is there with the same attributes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateTopic {
    /// 1 to 256 letters, digits, hyphens and underscores.
    pub name: String,
    /// Attributes other than the defaults.
    pub attributes: Option<BTreeMap<String, String>>,
    /// Its tags.
    pub tags: Option<Vec<Tag>>,
}

/// What CreateTopic answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateTopicOutput {
    topic_arn: String,
}

impl Operation for CreateTopic {
    type Output = CreateTopicOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("FIFO topics and keys of KMS are refused by name");

    fn needs(&self) -> Need {
        let tags = self.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        Need::action("sns:CreateTopic").here(self.name.clone()).to_be_made().with_tags(tags)
    }
}

impl Write for CreateTopic {
    fn apply(self, cx: &mut Call<'_>) -> Result<CreateTopicOutput, ApiError> {
        let account = cx.account().ok_or_else(|| errors::invalid("Topic Name"))?;
        let plain =
            |name: &str| (1..=256).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let attributes = self.attributes.unwrap_or_default();
        if sqs::is_fifo(&self.name) && attributes.get("FifoTopic").is_some_and(|value| value == "true") {
            return Err(errors::not_modelled("FIFO topics"));
        }
        if !plain(&self.name) {
            return Err(errors::invalid("Topic Name"));
        }
        let mut topic = Topic::new(&self.name, account, cx.origin.region, cx.now()).ok_or_else(|| errors::invalid("Topic Name"))?;
        topic.tags = tags::read(self.tags.as_deref().unwrap_or_default())?;
        let arn = arn_of(cx.origin.region, account, &self.name);
        if let Some(there) = cx.world.sns.topics.get(&arn) {
            let mut asked = there.clone();
            attributes.iter().try_for_each(|(name, value)| asked.set(name, value))?;
            if asked != *there {
                return Err(errors::invalid("Attributes Reason: Topic already exists with different attributes"));
            }
            if self.tags.is_some() && topic.tags != there.tags {
                return Err(errors::invalid("Tags Reason: Topic already exists with different tags"));
            }
            return Ok(CreateTopicOutput { topic_arn: arn });
        }
        attributes.iter().try_for_each(|(name, value)| topic.set(name, value))?;
        cx.world.sns.topics.insert(arn.clone(), topic);
        Ok(CreateTopicOutput { topic_arn: arn })
    }
}

/// Deletes a topic with its subscriptions. What is gone already counts as deleted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DeleteTopic {
    /// Which topic.
    pub topic_arn: String,
}

impl Operation for DeleteTopic {
    type Output = ();

    fn needs(&self) -> Need {
        state::need("sns:DeleteTopic", &self.topic_arn)
    }
}

impl Write for DeleteTopic {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        match state::topic(cx.world, &self.topic_arn) {
            Err(error) if error.code != "NotFound" => return Err(error),
            Err(_) => return Ok(()),
            Ok(_) => {}
        }
        cx.world.sns.topics.remove(&self.topic_arn);
        cx.world.sns.subscriptions.retain(|_, subscription| subscription.topic != self.topic_arn);
        Ok(())
    }
}

/// Lists the caller's topics of a region.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct ListTopics {
    /// Where the last page ended.
    pub next_token: Option<String>,
}

/// What ListTopics answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListTopicsOutput {
    topics: Vec<TopicArn>,
    next_token: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct TopicArn {
    topic_arn: String,
}

impl Operation for ListTopics {
    type Output = ListTopicsOutput;

    fn needs(&self) -> Need {
        Need::action("sns:ListTopics")
    }
}

impl Read for ListTopics {
    fn read(self, cx: &mut View<'_>) -> Result<ListTopicsOutput, ApiError> {
        let mine = cx.world.sns.topics().filter(|topic| Some(topic.account) == cx.account() && topic.region == cx.origin.region);
        let after = self.next_token.unwrap_or_default();
        let mut rest = mine.map(Topic::arn).filter(|arn| *arn > after);
        let topics: Vec<TopicArn> = rest.by_ref().take(PAGE).map(|topic_arn| TopicArn { topic_arn }).collect();
        let next_token = topics.last().map(|last| last.topic_arn.clone()).filter(|_| rest.next().is_some());
        Ok(ListTopicsOutput { topics, next_token })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::publish::bench::{Bench, NEWS};

    #[test]
    fn a_topic_made_again_alike_is_the_same_topic_and_otherwise_a_conflict() {
        let mut bench = Bench::with_topic();
        assert_eq!(bench.ok("CreateTopic", json!({"Name": "news"}))["TopicArn"], NEWS);
        let other = json!({"Name": "news", "Attributes": {"DisplayName": "x"}});
        assert!(bench.call("CreateTopic", other).unwrap_err().message.ends_with("Topic already exists with different attributes"));
        let tagged = json!({"Name": "news", "Tags": [{"Key": "a", "Value": "b"}]});
        assert!(bench.call("CreateTopic", tagged).unwrap_err().message.ends_with("Topic already exists with different tags"));
    }

    #[test]
    fn a_topics_name_is_letters_digits_hyphens_and_underscores() {
        let mut bench = Bench::with_topic();
        for name in ["", "a b", "a.b", "news.fifo", &"x".repeat(257)] {
            assert_eq!(
                bench.call("CreateTopic", json!({"Name": name})).unwrap_err().to_string(),
                "InvalidParameter: Invalid parameter: Topic Name"
            );
        }
    }

    #[test]
    fn a_deleted_topic_takes_its_subscriptions_along_and_may_be_deleted_again() {
        let mut bench = Bench::with_topic();
        bench.subscribe_queue("jobs", &json!({}));
        for _ in 0..2 {
            bench.ok("DeleteTopic", json!({}));
        }
        assert_eq!(bench.ok("ListTopics", json!({})), json!({"Topics": []}));
        assert_eq!(bench.ok("ListSubscriptions", json!({})), json!({"Subscriptions": []}));
    }
}
