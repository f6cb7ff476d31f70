//! A topic and its attributes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use super::{errors, policy, state, subscription::Subscription};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    clock::SimTime,
    ident::{AccountId, Region},
    policy::Document,
};

/// How SNS tries to deliver to web hooks unless a topic says otherwise.
const DELIVERY: &str = r#"{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,"defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}"#;
/// Longest display name.
const MAX_DISPLAY_CHARS: usize = 100;

/// A topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    pub(super) name: String,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) created: SimTime,
    pub(super) display_name: String,
    /// 1 or 2.
    pub(super) signature_version: String,
    pub(super) policy: Document,
    pub(super) tags: BTreeMap<String, String>,
    /// Subscriptions that are no more.
    pub(super) n_deleted: u64,
    pub(super) n_published: u64,
}

/// The ARN of a topic.
pub(super) fn arn_of(region: Region, account: AccountId, name: &str) -> String {
    format!("arn:aws:sns:{region}:{account}:{name}")
}

impl Topic {
    /// A topic with the policy of every new one.
    pub(super) fn new(name: &str, account: AccountId, region: Region, created: SimTime) -> Option<Self> {
        let policy = Document::read(&policy::default(&arn_of(region, account, name), &account.to_string()).to_string()).ok()?;
        Some(Self {
            name: name.to_owned(),
            account,
            region,
            created,
            display_name: String::new(),
            signature_version: "1".to_owned(),
            policy,
            tags: BTreeMap::new(),
            n_deleted: 0,
            n_published: 0,
        })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        arn_of(self.region, self.account, &self.name)
    }

    /// How many messages were published to it.
    pub fn n_published(&self) -> u64 {
        self.n_published
    }

    /// Sets an attribute, if SNS takes the value.
    pub(super) fn set(&mut self, name: &str, value: &str) -> Result<(), ApiError> {
        match name {
            "DisplayName" if value.chars().count() > MAX_DISPLAY_CHARS => Err(errors::invalid("DisplayName")),
            "DisplayName" => {
                value.clone_into(&mut self.display_name);
                Ok(())
            }
            "SignatureVersion" if !matches!(value, "1" | "2") => Err(errors::invalid("SignatureVersion")),
            "SignatureVersion" => {
                value.clone_into(&mut self.signature_version);
                Ok(())
            }
            "Policy" if value.is_empty() => {
                let text = policy::default(&self.arn(), &self.account.to_string()).to_string();
                self.policy = Document::read(&text).map_err(|_| errors::invalid("Policy Error: null"))?;
                Ok(())
            }
            "Policy" => {
                self.policy = Document::read(value).map_err(|_| errors::invalid("Policy Error: null"))?;
                Ok(())
            }
            "FifoTopic" if value == "false" => Ok(()),
            "FifoTopic" | "ContentBasedDeduplication" | "FifoThroughputScope" | "ArchivePolicy" => Err(errors::not_modelled("FIFO topics")),
            "KmsMasterKeyId" if value.is_empty() => Ok(()),
            "KmsMasterKeyId" => Err(errors::not_modelled("encryption with keys of KMS")),
            "DeliveryPolicy" | "TracingConfig" | "DataProtectionPolicy" => Err(errors::not_modelled(&format!("the attribute {name}"))),
            _ => Err(errors::invalid("AttributeName")),
        }
    }

    /// Its attributes as SNS shows them.
    pub(super) fn attributes(&self, world: &World) -> BTreeMap<&'static str, String> {
        let count = |kind: fn(&Subscription) -> bool| world.sns.subscriptions_to(&self.arn()).filter(|it| kind(it)).count().to_string();
        let mut shown = BTreeMap::from([
            ("DisplayName", self.display_name.clone()),
            ("EffectiveDeliveryPolicy", DELIVERY.to_owned()),
            ("Owner", self.account.to_string()),
            ("Policy", self.policy.text().to_owned()),
            ("SubscriptionsConfirmed", count(Subscription::is_confirmed)),
            ("SubscriptionsDeleted", self.n_deleted.to_string()),
            ("SubscriptionsPending", count(|it| !it.is_confirmed())),
            ("TopicArn", self.arn()),
        ]);
        if self.signature_version != "1" {
            shown.insert("SignatureVersion", self.signature_version.clone());
        }
        shown
    }

    /// Its policy with other statements.
    pub(super) fn with_statements(&self, statements: Vec<Value>) -> Result<Document, ApiError> {
        let mut policy: Value = serde_json::from_str(self.policy.text()).unwrap_or_default();
        policy["Statement"] = Value::Array(statements);
        Document::read(&policy.to_string()).map_err(|_| errors::invalid("Policy Error: null"))
    }
}

/// Shows a topic's attributes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetTopicAttributes {
    /// Which topic.
    pub topic_arn: String,
}

/// What GetTopicAttributes answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetTopicAttributesOutput {
    attributes: BTreeMap<&'static str, String>,
}

impl Operation for GetTopicAttributes {
    type Output = GetTopicAttributesOutput;

    fn needs(&self) -> Need {
        state::need("sns:GetTopicAttributes", &self.topic_arn)
    }
}

impl Read for GetTopicAttributes {
    fn read(self, cx: &mut View<'_>) -> Result<GetTopicAttributesOutput, ApiError> {
        Ok(GetTopicAttributesOutput { attributes: state::topic(cx.world, &self.topic_arn)?.attributes(cx.world) })
    }
}

/// Sets one of a topic's attributes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SetTopicAttributes {
    /// Which topic.
    pub topic_arn: String,
    /// `DisplayName`, `Policy` or `SignatureVersion`.
    pub attribute_name: String,
    /// Its new value.
    pub attribute_value: Option<String>,
}

impl Operation for SetTopicAttributes {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("delivery policies, tracing, keys of KMS and FIFO topics are refused by name");

    fn needs(&self) -> Need {
        state::need("sns:SetTopicAttributes", &self.topic_arn)
    }
}

impl Write for SetTopicAttributes {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let mut topic = state::topic(cx.world, &self.topic_arn)?.clone();
        topic.set(&self.attribute_name, &self.attribute_value.unwrap_or_default())?;
        *state::topic_mut(cx.world, &self.topic_arn)? = topic;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::publish::bench::Bench;

    #[test]
    fn a_new_topic_lets_its_owners_account_in_and_nobody_else() {
        let mut bench = Bench::with_topic();
        let shown = bench.ok("GetTopicAttributes", json!({}))["Attributes"].clone();
        assert_eq!((&shown["Owner"], &shown["SubscriptionsConfirmed"]), (&json!("123456789012"), &json!("0")));
        let policy: Value = serde_json::from_str(shown["Policy"].as_str().unwrap()).unwrap();
        assert_eq!(policy["Statement"][0]["Condition"], json!({"StringEquals": {"AWS:SourceOwner": "123456789012"}}));
    }

    #[test]
    fn attributes_are_set_one_by_one_and_held_to_what_sns_takes() {
        let mut bench = Bench::with_topic();
        bench.ok("SetTopicAttributes", json!({"AttributeName": "DisplayName", "AttributeValue": "Alarms"}));
        assert_eq!(bench.ok("GetTopicAttributes", json!({}))["Attributes"]["DisplayName"], "Alarms");
        for (name, value) in [("Policy", "no policy"), ("Colour", "red"), ("KmsMasterKeyId", "alias/aws/sns"), ("FifoTopic", "true")] {
            let set = json!({"AttributeName": name, "AttributeValue": value});
            assert_eq!(bench.refused("SetTopicAttributes", set), "InvalidParameter", "{name}");
        }
        let none = json!({"TopicArn": "arn:aws:sns:us-east-1:123456789012:none"});
        assert_eq!(bench.refused("GetTopicAttributes", none), "NotFound");
        assert_eq!(bench.refused("GetTopicAttributes", json!({"TopicArn": "news"})), "InvalidParameter");
    }
}
