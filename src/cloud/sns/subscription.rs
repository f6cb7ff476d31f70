//! A subscription: who gets what is published to a topic, and in which form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use super::{
    errors,
    filter::{FilterPolicy, Scope},
    state,
};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Read, View, Write},
    sqs,
};

/// How a subscription that nobody has confirmed is called.
const PENDING: &str = "pending confirmation";
/// Protocols that AWS has and Skylab has not.
const NOT_MODELLED: [&str; 6] = ["http", "https", "email-json", "sms", "application", "firehose"];

/// A subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subscription {
    pub(super) arn: String,
    pub(super) topic: String,
    pub(super) owner: String,
    pub(super) principal: String,
    pub(super) protocol: Protocol,
    pub(super) endpoint: String,
    pub(super) settings: Settings,
}

/// How subscribers are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Protocol {
    Sqs,
    Lambda,
    /// Never confirmed, since nobody reads the mail.
    Email,
}

impl Protocol {
    fn named(name: &str) -> Result<Self, ApiError> {
        match name {
            "sqs" => Ok(Self::Sqs),
            "lambda" => Ok(Self::Lambda),
            "email" => Ok(Self::Email),
            other if NOT_MODELLED.contains(&other) => Err(errors::not_modelled(&format!("the protocol {other}"))),
            other => Err(errors::invalid(format!("Amazon SNS does not support this protocol string: {other}"))),
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sqs => "sqs",
            Self::Lambda => "lambda",
            Self::Email => "email",
        }
    }

    fn check(self, endpoint: &str) -> Result<(), ApiError> {
        let is_arn = |service: &str| {
            endpoint.strip_prefix("arn:aws:").is_some_and(|rest| rest.starts_with(service)) && endpoint.split(':').count() >= 6
        };
        match self {
            Self::Sqs if !is_arn("sqs:") => Err(errors::invalid("SQS endpoint ARN")),
            Self::Sqs if sqs::is_fifo(endpoint) => {
                Err(errors::invalid("Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics"))
            }
            Self::Lambda if !is_arn("lambda:") => Err(errors::invalid("Lambda endpoint ARN")),
            Self::Email if !endpoint.contains('@') => Err(errors::invalid("Email address")),
            _ => Ok(()),
        }
    }
}

/// What a subscriber chose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Settings {
    pub raw: bool,
    pub filter: Option<FilterPolicy>,
    pub scope: Scope,
    /// The queue of what cannot be delivered.
    pub dead_letter: Option<String>,
}

impl Settings {
    /// These settings with the attributes given; each is checked.
    fn with(mut self, attributes: &BTreeMap<String, String>, protocol: Protocol) -> Result<Self, ApiError> {
        if let Some(scope) = attributes.get("FilterPolicyScope") {
            self.scope = Scope::named(scope).ok_or_else(|| {
                errors::invalid(format!("FilterPolicyScope: Invalid value [{scope}]. Please use either MessageBody or MessageAttributes"))
            })?;
        }
        for (name, value) in attributes {
            match name.as_str() {
                "FilterPolicyScope" => {}
                "RawMessageDelivery" => self.raw = raw(value, protocol)?,
                "FilterPolicy" => {
                    let policy = FilterPolicy::read(value, self.scope).map_err(|why| errors::invalid(format!("FilterPolicy: {why}")))?;
                    self.filter = policy;
                }
                "RedrivePolicy" => self.dead_letter = dead_letter(value)?,
                "DeliveryPolicy" | "SubscriptionRoleArn" | "ReplayPolicy" => {
                    return Err(errors::not_modelled(&format!("the attribute {name}")));
                }
                _ => return Err(errors::invalid("AttributeName")),
            }
        }
        // a policy written for one scope may say nothing in the other
        if let Some(filter) = &self.filter {
            filter.check(self.scope).map_err(|why| errors::invalid(format!("FilterPolicy: {why}")))?;
        }
        Ok(self)
    }
}

fn raw(value: &str, protocol: Protocol) -> Result<bool, ApiError> {
    match (value.to_ascii_lowercase().as_str(), protocol) {
        ("true", Protocol::Sqs) => Ok(true),
        ("true", other) => {
            Err(errors::invalid(format!("Attributes Reason: Delivery protocol [{}] does not support raw message delivery.", other.name())))
        }
        ("false", _) => Ok(false),
        _ => Err(errors::invalid(format!("Attributes Reason: RawMessageDelivery: Invalid value [{value}]. Must be true or false."))),
    }
}

/// `{"deadLetterTargetArn": …}`.
fn dead_letter(value: &str) -> Result<Option<String>, ApiError> {
    if value.is_empty() {
        return Ok(None);
    }
    let policy: Value = serde_json::from_str(value).map_err(|_| errors::invalid("RedrivePolicy: failed to parse JSON."))?;
    let arn = policy["deadLetterTargetArn"].as_str().unwrap_or_default();
    if !arn.starts_with("arn:aws:sqs:") || sqs::is_fifo(arn) {
        return Err(errors::invalid("RedrivePolicy: deadLetterTargetArn is an invalid arn"));
    }
    Ok(Some(arn.to_owned()))
}

impl Subscription {
    /// The ARN of its topic.
    pub fn topic(&self) -> &str {
        &self.topic
    }

    /// The subscriber.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Its own ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// False while somebody has yet to confirm it.
    pub fn is_confirmed(&self) -> bool {
        self.protocol != Protocol::Email
    }

    /// As listings show its ARN.
    pub(super) fn shown_arn(&self) -> String {
        if self.is_confirmed() { self.arn.clone() } else { "PendingConfirmation".to_owned() }
    }

    fn attributes(&self) -> BTreeMap<&'static str, String> {
        let confirmed = self.is_confirmed();
        let mut shown = BTreeMap::from([
            ("ConfirmationWasAuthenticated", confirmed.to_string()),
            ("Endpoint", self.endpoint.clone()),
            ("Owner", self.owner.clone()),
            ("PendingConfirmation", (!confirmed).to_string()),
            ("Protocol", self.protocol.name().to_owned()),
            ("RawMessageDelivery", self.settings.raw.to_string()),
            ("SubscriptionArn", self.arn.clone()),
            ("SubscriptionPrincipal", self.principal.clone()),
            ("TopicArn", self.topic.clone()),
        ]);
        if let Some(filter) = &self.settings.filter {
            shown.insert("FilterPolicy", filter.text().to_owned());
            shown.insert("FilterPolicyScope", self.settings.scope.name().to_owned());
        }
        if let Some(arn) = &self.settings.dead_letter {
            shown.insert("RedrivePolicy", serde_json::json!({"deadLetterTargetArn": arn}).to_string());
        }
        shown
    }
}

/// Subscribes somebody to a topic.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Subscribe {
    /// Which topic.
    pub topic_arn: String,
    /// `sqs`, `lambda` or `email`.
    pub protocol: String,
    /// The subscriber.
    pub endpoint: Option<String>,
    /// In which form it gets what.
    pub attributes: Option<BTreeMap<String, String>>,
    /// Shows the ARN of what has yet to be confirmed.
    pub return_subscription_arn: Option<bool>,
}

/// What Subscribe answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SubscribeOutput {
    subscription_arn: String,
}

impl Operation for Subscribe {
    type Output = SubscribeOutput;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("queues and functions, and mail that nobody confirms; other protocols are refused by name");

    fn needs(&self) -> Need {
        let need = state::need("sns:Subscribe", &self.topic_arn);
        need.with("sns:Protocol", Some(&self.protocol)).with("sns:Endpoint", self.endpoint.as_ref())
    }
}

impl Write for Subscribe {
    fn apply(self, cx: &mut Call<'_>) -> Result<SubscribeOutput, ApiError> {
        state::topic(cx.world, &self.topic_arn)?;
        let protocol = Protocol::named(&self.protocol)?;
        let endpoint = self.endpoint.filter(|endpoint| !endpoint.is_empty());
        let endpoint = endpoint.ok_or_else(|| errors::invalid("Endpoint Reason: Endpoint should not be empty"))?;
        protocol.check(&endpoint)?;
        let settings = Settings::default().with(&self.attributes.clone().unwrap_or_default(), protocol)?;
        let there = cx.world.sns.subscriptions_to(&self.topic_arn).find(|it| it.protocol == protocol && it.endpoint == endpoint);
        let shown = |subscription: &Subscription| {
            let tells = subscription.is_confirmed() || self.return_subscription_arn == Some(true);
            if tells { subscription.arn.clone() } else { PENDING.to_owned() }
        };
        if let Some(there) = there {
            if self.attributes.is_some() && there.settings != settings {
                return Err(errors::invalid("Attributes Reason: Subscription already exists with different attributes"));
            }
            return Ok(SubscribeOutput { subscription_arn: shown(there) });
        }
        let number = cx.world.core.ids.take("sns-subscription", 1);
        let arn = format!("{}:{}", self.topic_arn, cx.world.core.ids.uuid("sns-subscription", number));
        let subscription = Subscription {
            arn: arn.clone(),
            topic: self.topic_arn,
            owner: cx.account().map(|account| account.to_string()).unwrap_or_default(),
            principal: cx.origin.caller.arn(),
            protocol,
            endpoint,
            settings,
        };
        let subscription_arn = shown(&subscription);
        cx.world.sns.subscriptions.insert(arn, subscription);
        Ok(SubscribeOutput { subscription_arn })
    }
}

/// The subscription of that ARN.
fn find<'a>(world: &'a World, arn: &str) -> Result<&'a Subscription, ApiError> {
    let n = arn.split(':').count();
    if n < 6 {
        return Err(errors::invalid(format!("SubscriptionArn Reason: An ARN must have at least 6 elements, not {n}")));
    }
    world.sns.subscriptions.get(arn).ok_or_else(errors::no_such_subscription)
}

/// Ends a subscription. One that is gone already counts as ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct Unsubscribe {
    /// Which one.
    pub subscription_arn: String,
}

impl Operation for Unsubscribe {
    type Output = ();

    fn needs(&self) -> Need {
        Need::action("sns:Unsubscribe").on(self.subscription_arn.clone())
    }
}

impl Write for Unsubscribe {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let subscription = match find(cx.world, &self.subscription_arn) {
            Err(error) if error.code == "NotFound" => return Ok(()),
            found => found?,
        };
        if !subscription.is_confirmed() {
            return Err(errors::invalid("This subscription is in a pending state and cannot be unsubscribed."));
        }
        let topic = subscription.topic.clone();
        cx.world.sns.subscriptions.remove(&self.subscription_arn);
        if let Some(topic) = cx.world.sns.topics.get_mut(&topic) {
            topic.n_deleted += 1;
        }
        Ok(())
    }
}

/// Shows a subscription's attributes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetSubscriptionAttributes {
    /// Which one.
    pub subscription_arn: String,
}

/// What GetSubscriptionAttributes answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetSubscriptionAttributesOutput {
    attributes: BTreeMap<&'static str, String>,
}

impl Operation for GetSubscriptionAttributes {
    type Output = GetSubscriptionAttributesOutput;

    fn needs(&self) -> Need {
        Need::action("sns:GetSubscriptionAttributes").on(self.subscription_arn.clone())
    }
}

impl Read for GetSubscriptionAttributes {
    fn read(self, cx: &mut View<'_>) -> Result<GetSubscriptionAttributesOutput, ApiError> {
        Ok(GetSubscriptionAttributesOutput { attributes: find(cx.world, &self.subscription_arn)?.attributes() })
    }
}

/// Sets one of a subscription's attributes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SetSubscriptionAttributes {
    /// Which one.
    pub subscription_arn: String,
    /// `RawMessageDelivery`, `FilterPolicy`, `FilterPolicyScope` or `RedrivePolicy`.
    pub attribute_name: String,
    /// Its new value.
    pub attribute_value: Option<String>,
}

impl Operation for SetSubscriptionAttributes {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("takes effect at once, not within 15 minutes");

    fn needs(&self) -> Need {
        Need::action("sns:SetSubscriptionAttributes").on(self.subscription_arn.clone())
    }
}

impl Write for SetSubscriptionAttributes {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let subscription = find(cx.world, &self.subscription_arn)?;
        let attributes = BTreeMap::from([(self.attribute_name, self.attribute_value.unwrap_or_default())]);
        let settings = subscription.settings.clone().with(&attributes, subscription.protocol)?;
        if let Some(subscription) = cx.world.sns.subscriptions.get_mut(&self.subscription_arn) {
            subscription.settings = settings;
        }
        Ok(())
    }
}

/// Who SNS is when it tells a subscriber: for the topic.
pub(super) fn sender(world: &World, topic: &str) -> Option<Origin> {
    let topic = world.sns.topic(topic)?;
    let caller = crate::ident::Caller::service("sns.amazonaws.com", &topic.arn(), topic.account);
    Some(Origin { caller, region: topic.region })
}

#[cfg(test)]
mod tests;
