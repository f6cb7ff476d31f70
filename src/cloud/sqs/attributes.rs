//! A queue's attributes: their names, ranges and defaults, reading and setting them. What they do is in the files of what they
//! are about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{errors, queue::Queue, redrive, state};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write},
    clock::{SECOND_MS, SimTime},
    ident::{AccountId, Region},
    policy::{Document, Policy},
};

/// The attributes that were set, as AWS writes their values.
pub(super) type Attributes = BTreeMap<String, String>;

/// What an attribute may be.
enum Form {
    /// A number in this range.
    Number(i64, i64),
    /// `true` or `false`.
    Bool,
    /// One of these.
    Either(&'static str, &'static str),
    /// A policy document; the empty text removes it.
    Policy,
    /// Where failed messages go; the empty text removes it.
    Redrive,
    /// Which queues may send their failed messages here; the empty text removes it.
    Allow,
}

/// An attribute that can be set.
struct Kind {
    name: &'static str,
    form: Form,
    default: Option<&'static str>,
    fifo_only: bool,
}

const fn kind(name: &'static str, form: Form, default: Option<&'static str>) -> Kind {
    Kind { name, form, default, fifo_only: false }
}

const fn fifo(name: &'static str, form: Form, default: &'static str) -> Kind {
    Kind { name, form, default: Some(default), fifo_only: true }
}

/// SQS API Reference, CreateQueue and SetQueueAttributes.
const KINDS: &[Kind] = &[
    kind("DelaySeconds", Form::Number(0, 900), Some("0")),
    kind("MaximumMessageSize", Form::Number(1_024, 1_048_576), Some("1048576")),
    kind("MessageRetentionPeriod", Form::Number(60, 1_209_600), Some("345600")),
    kind("Policy", Form::Policy, None),
    kind("ReceiveMessageWaitTimeSeconds", Form::Number(0, 20), Some("0")),
    kind("RedriveAllowPolicy", Form::Allow, None),
    kind("RedrivePolicy", Form::Redrive, None),
    kind("SqsManagedSseEnabled", Form::Bool, Some("true")),
    kind("VisibilityTimeout", Form::Number(0, 43_200), Some("30")),
    fifo("ContentBasedDeduplication", Form::Bool, "false"),
    fifo("DeduplicationScope", Form::Either("queue", "messageGroup"), "queue"),
    fifo("FifoQueue", Form::Bool, "true"),
    fifo("FifoThroughputLimit", Form::Either("perQueue", "perMessageGroupId"), "perQueue"),
];

/// What AWS has and Skylab has not.
const KMS: [&str; 2] = ["KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds"];

/// Attributes that only tell.
const TOLD: [&str; 6] = [
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesDelayed",
    "ApproximateNumberOfMessagesNotVisible",
    "CreatedTimestamp",
    "LastModifiedTimestamp",
    "QueueArn",
];

/// True for the attributes of a FIFO queue.
pub(super) fn is_fifo(attributes: &Attributes) -> bool {
    attributes.get("FifoQueue").is_some_and(|value| value == "true")
}

/// The value of an attribute that can be set, its default if it was not.
pub(super) fn value(attributes: &Attributes, name: &str) -> Option<String> {
    let kind = KINDS.iter().find(|kind| kind.name == name)?;
    if kind.fifo_only && !is_fifo(attributes) {
        return None;
    }
    attributes.get(name).cloned().or_else(|| kind.default.map(str::to_owned))
}

/// A number among the attributes.
pub(super) fn number(attributes: &Attributes, name: &str) -> i64 {
    value(attributes, name).and_then(|value| value.parse().ok()).unwrap_or_default()
}

/// Checks attributes for a queue of a region and account. Empty documents stay, to say that something is removed.
pub(super) fn checked(
    world: &World,
    place: (Region, AccountId),
    given: &BTreeMap<String, String>,
    fifo: bool,
    new: bool,
) -> Result<Attributes, ApiError> {
    for (name, value) in given {
        if KMS.contains(&name.as_str()) {
            if value.is_empty() {
                continue;
            }
            return Err(errors::not_modelled(&format!("the attribute {name} (encryption with keys of KMS)")));
        }
        let kind = KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| errors::unknown_attribute(name))?;
        if (kind.fifo_only && !fifo) || (name == "FifoQueue" && !new) {
            return Err(errors::unknown_attribute(name));
        }
        check(world, place, kind, value, fifo)?;
    }
    Ok(given.iter().filter(|(name, _)| !KMS.contains(&name.as_str())).map(|(name, value)| (name.clone(), value.clone())).collect())
}

fn check(world: &World, place: (Region, AccountId), kind: &Kind, value: &str, fifo: bool) -> Result<(), ApiError> {
    let fits = match kind.form {
        Form::Number(least, most) => value.parse::<i64>().is_ok_and(|number| (least..=most).contains(&number)),
        Form::Bool => matches!(value, "true" | "false"),
        Form::Either(one, other) => value == one || value == other,
        Form::Policy => value.is_empty() || is_policy(value),
        Form::Redrive if value.is_empty() => true,
        Form::Redrive => return redrive::check(world, place, value, fifo),
        Form::Allow => value.is_empty() || redrive::is_allow_policy(value),
    };
    if fits { Ok(()) } else { Err(errors::bad_attribute(kind.name)) }
}

/// True for a policy every statement of which says whom it is about.
fn is_policy(text: &str) -> bool {
    Policy::read(text).is_ok_and(|policy| policy.statements.iter().all(|statement| statement.principals.is_some()))
}

/// Shows some or all of a queue's attributes.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetQueueAttributes {
    /// Which queue.
    pub queue_url: String,
    /// Names, or `All`; none shows nothing.
    pub attribute_names: Option<Vec<String>>,
}

/// What GetQueueAttributes answers.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetQueueAttributesOutput {
    attributes: Option<BTreeMap<&'static str, String>>,
}

impl Operation for GetQueueAttributes {
    type Output = GetQueueAttributesOutput;
    const FIDELITY: Fidelity = Fidelity::Simplified("numbers of messages are exact at once, not approximate within a minute");

    fn needs(&self) -> Need {
        state::need("sqs:GetQueueAttributes", &self.queue_url)
    }
}

impl Queue {
    /// What an attribute that only tells says at a moment.
    fn told(&self, name: &str, now: SimTime) -> String {
        let count =
            |kind: fn(&super::Message, SimTime) -> bool| self.messages(now).filter(|message| kind(message, now)).count().to_string();
        let seconds = |at: SimTime| at.millis().div_euclid(SECOND_MS).to_string();
        match name {
            "ApproximateNumberOfMessages" => count(super::Message::is_visible),
            "ApproximateNumberOfMessagesDelayed" => count(super::Message::is_delayed),
            "ApproximateNumberOfMessagesNotVisible" => count(super::Message::is_in_flight),
            "CreatedTimestamp" => seconds(self.created),
            "LastModifiedTimestamp" => seconds(self.modified),
            _ => self.arn(),
        }
    }
}

impl Read for GetQueueAttributes {
    fn read(self, cx: &mut View<'_>) -> Result<GetQueueAttributesOutput, ApiError> {
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        let now = cx.world.now();
        let asked = self.attribute_names.unwrap_or_default();
        let known = |name: &str| TOLD.contains(&name) || KMS.contains(&name) || KINDS.iter().any(|kind| kind.name == name);
        if let Some(unknown) = asked.iter().find(|name| *name != "All" && !known(name)) {
            return Err(errors::unknown_attribute(unknown));
        }
        let wanted = |name: &str| asked.iter().any(|asked| asked == "All" || asked == name);
        let mut shown = BTreeMap::new();
        shown.extend(TOLD.into_iter().filter(|name| wanted(name)).map(|name| (name, queue.told(name, now))));
        let set = KINDS.iter().filter(|kind| wanted(kind.name));
        shown.extend(set.filter_map(|kind| Some((kind.name, queue.value(kind.name)?))));
        Ok(GetQueueAttributesOutput { attributes: (!shown.is_empty()).then_some(shown) })
    }
}

/// Sets some of a queue's attributes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct SetQueueAttributes {
    /// Which queue.
    pub queue_url: String,
    /// Their new values; an empty document removes a policy.
    pub attributes: BTreeMap<String, String>,
}

impl Operation for SetQueueAttributes {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("takes effect at once; keys of KMS are refused by name");

    fn needs(&self) -> Need {
        state::need("sqs:SetQueueAttributes", &self.queue_url)
    }
}

impl Write for SetQueueAttributes {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let queue = state::queue(cx.world, cx.origin, &self.queue_url)?;
        let checked = checked(cx.world, (queue.region, queue.account), &self.attributes, queue.is_fifo(), false)?;
        let now = cx.now();
        let queue = state::queue_mut(cx.world, cx.origin, &self.queue_url)?;
        for (name, value) in checked {
            if name == "Policy" {
                queue.policy = Document::read(&value).ok(); // the empty text is none
            } else if value.is_empty() {
                queue.attributes.remove(&name);
            } else {
                queue.attributes.insert(name, value);
            }
        }
        queue.modified = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::receive::bench::Bench;

    fn all(bench: &mut Bench) -> Value {
        bench.ok("GetQueueAttributes", json!({"AttributeNames": ["All"]}))["Attributes"].clone()
    }

    #[test]
    fn a_new_queue_has_the_default_attributes() {
        let mut bench = Bench::with_queue();
        let shown = all(&mut bench);
        for (name, value) in [
            ("QueueArn", "arn:aws:sqs:us-east-1:123456789012:jobs"),
            ("VisibilityTimeout", "30"),
            ("MaximumMessageSize", "1048576"),
            ("MessageRetentionPeriod", "345600"),
            ("DelaySeconds", "0"),
            ("ReceiveMessageWaitTimeSeconds", "0"),
            ("SqsManagedSseEnabled", "true"),
            ("CreatedTimestamp", "1767225600"),
            ("ApproximateNumberOfMessages", "0"),
        ] {
            assert_eq!(shown[name], value, "{name}");
        }
        assert_eq!((shown.get("Policy"), shown.get("FifoQueue")), (None, None));
        assert_eq!(bench.ok("GetQueueAttributes", json!({})), json!({}));
    }

    #[test]
    fn attributes_are_held_to_their_ranges_and_names() {
        let mut bench = Bench::with_queue();
        for (name, value) in [
            ("VisibilityTimeout", "43201"),
            ("DelaySeconds", "-1"),
            ("MaximumMessageSize", "1023"),
            ("MessageRetentionPeriod", "59"),
            ("ReceiveMessageWaitTimeSeconds", "21"),
            ("Policy", "no"),
            ("SqsManagedSseEnabled", "maybe"),
        ] {
            let error = bench.call("SetQueueAttributes", json!({"Attributes": {name: value}})).unwrap_err();
            assert_eq!(error.to_string(), format!("InvalidAttributeValue: Invalid value for the parameter {name}."));
        }
        for name in ["Colour", "FifoQueue", "ContentBasedDeduplication"] {
            assert_eq!(bench.refused("SetQueueAttributes", json!({"Attributes": {name: "true"}})), "InvalidAttributeName", "{name}");
        }
        assert_eq!(bench.refused("GetQueueAttributes", json!({"AttributeNames": ["Colour"]})), "InvalidAttributeName");
        let kms = json!({"Attributes": {"KmsMasterKeyId": "alias/aws/sqs"}});
        assert_eq!(bench.refused("SetQueueAttributes", kms), "AWS.SimpleQueueService.UnsupportedOperation");
    }

    #[test]
    fn an_empty_document_removes_a_policy() {
        let mut bench = Bench::with_queue();
        let policy = r#"{"Version":"2012-10-17","Statement":[]}"#;
        bench.ok("SetQueueAttributes", json!({"Attributes": {"Policy": policy}}));
        assert_eq!(all(&mut bench)["Policy"], policy);
        bench.ok("SetQueueAttributes", json!({"Attributes": {"Policy": ""}}));
        assert_eq!(all(&mut bench).get("Policy"), None);
    }
}
