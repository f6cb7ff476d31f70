//! A bucket's notification configuration, as it is given and shown.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

/// `NotificationConfiguration`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct NotificationConfiguration {
    /// Topics.
    pub topic_configurations: Option<Vec<TopicConfiguration>>,
    /// Queues.
    pub queue_configurations: Option<Vec<QueueConfiguration>>,
    /// Functions.
    pub lambda_function_configurations: Option<Vec<LambdaFunctionConfiguration>>,
    /// EventBridge, which gets everything.
    pub event_bridge_configuration: Option<EventBridgeConfiguration>,
}

/// `EventBridgeConfiguration`: being there is all that it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventBridgeConfiguration {}

macro_rules! destinations {
    ($($(#[$doc:meta])* $name:ident $arn:ident;)*) => {$(
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name {
            /// Its name, unique in the bucket.
            pub id: Option<String>,
            /// Who is told.
            pub $arn: String,
            /// Of what: `s3:ObjectCreated:*`.
            pub events: Vec<String>,
            /// Only of these keys.
            pub filter: Option<NotificationConfigurationFilter>,
        }
    )*};
}

destinations! {
    /// `TopicConfiguration`.
    TopicConfiguration topic_arn;
    /// `QueueConfiguration`.
    QueueConfiguration queue_arn;
    /// `LambdaFunctionConfiguration`.
    LambdaFunctionConfiguration lambda_function_arn;
}

/// `NotificationConfigurationFilter`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct NotificationConfigurationFilter {
    /// By key.
    pub key: Option<S3KeyFilter>,
}

/// `S3KeyFilter`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct S3KeyFilter {
    /// At most one prefix and one suffix.
    pub filter_rules: Option<Vec<FilterRule>>,
}

/// `FilterRule`.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct FilterRule {
    /// `prefix` or `suffix`, in any case.
    pub name: Option<String>,
    /// What the key begins or ends with.
    pub value: Option<String>,
}

/// What kind of destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    Topic,
    Queue,
    Function,
}

/// One configuration, whatever its destination.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub to: To,
    pub id: Option<&'a str>,
    pub arn: &'a str,
    pub events: &'a [String],
    filter: Option<&'a NotificationConfigurationFilter>,
}

impl Entry<'_> {
    /// The rules of its filter.
    pub(super) fn rules(&self) -> impl Iterator<Item = &FilterRule> {
        self.filter.iter().filter_map(|filter| filter.key.as_ref()).filter_map(|key| key.filter_rules.as_ref()).flatten()
    }

    fn value(&self, name: &str) -> &str {
        let named = |rule: &&FilterRule| rule.name.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(name));
        self.rules().find(named).and_then(|rule| rule.value.as_deref()).unwrap_or_default()
    }

    /// What its keys begin with; nothing without a filter.
    pub(super) fn prefix(&self) -> &str {
        self.value("prefix")
    }

    /// What its keys end with; nothing without a filter.
    pub(super) fn suffix(&self) -> &str {
        self.value("suffix")
    }
}

impl NotificationConfiguration {
    /// Every configuration: topics, queues, functions.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        macro_rules! entries {
            ($list:ident, $to:ident, $arn:ident) => {
                self.$list.iter().flatten().map(|it| Entry {
                    to: To::$to,
                    id: it.id.as_deref(),
                    arn: &it.$arn,
                    events: &it.events,
                    filter: it.filter.as_ref(),
                })
            };
        }
        let topics = entries!(topic_configurations, Topic, topic_arn);
        let queues = entries!(queue_configurations, Queue, queue_arn);
        let functions = entries!(lambda_function_configurations, Function, lambda_function_arn);
        topics.chain(queues).chain(functions)
    }

    /// Names of filters as S3 shows them, no empty lists, and an id for every configuration.
    pub(super) fn settle(&mut self, mut new_id: impl FnMut() -> String) {
        let topics = self.topic_configurations.iter_mut().flatten().map(|it| (&mut it.id, &mut it.filter));
        let queues = self.queue_configurations.iter_mut().flatten().map(|it| (&mut it.id, &mut it.filter));
        let functions = self.lambda_function_configurations.iter_mut().flatten().map(|it| (&mut it.id, &mut it.filter));
        for (id, filter) in topics.chain(queues).chain(functions) {
            if id.as_deref().is_none_or(str::is_empty) {
                *id = Some(new_id());
            }
            let rules = filter.iter_mut().filter_map(|filter| filter.key.as_mut()).filter_map(|key| key.filter_rules.as_mut());
            for rule in rules.flatten() {
                let is_prefix = rule.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("prefix"));
                rule.name = Some(if is_prefix { "Prefix" } else { "Suffix" }.to_owned());
            }
            let is_empty =
                filter.as_ref().and_then(|filter| filter.key.as_ref()).and_then(|key| key.filter_rules.as_ref()).is_none_or(Vec::is_empty);
            if is_empty {
                *filter = None;
            }
        }
        self.topic_configurations.take_if(|list| list.is_empty());
        self.queue_configurations.take_if(|list| list.is_empty());
        self.lambda_function_configurations.take_if(|list| list.is_empty());
    }

    /// True if nobody is told of anything.
    pub(super) fn is_empty(&self) -> bool {
        self.event_bridge_configuration.is_none() && self.entries().next().is_none()
    }
}
